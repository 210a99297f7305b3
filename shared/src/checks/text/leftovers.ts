import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import type { TextNode } from '../../syntax/nodes.ts';
import { rangeOf } from '../../text/range.ts';

/** What templates say to those who fill them in (N16). */
const INSTRUCTIONS =
  /(?:部门|单位)?(?:应|请|可)?根据(?:本?部门|本?单位)?(?:的)?实际(?:情况)?(?:进行)?[^，。；]{0,12}(?:增减|填写|修改|补充)|(?:(?:部门|单位)(?:应|请|可)?|请)根据(?:本?部门|本?单位)?(?:的)?实际(?:情况)?(?:进行)?[^，。；]{0,12}调整|为必须解释的专业名词|根据本(?:部门|单位)使用的[^，。；]{0,20}(?:补充|进行)解释|以下为常见专业名词|请在此处?填写|此处填写|填写说明[:：]|[（(]请(?:填写|说明|删除)[^）)]{0,30}[）)]/g;
/** What is to be filled in: XX万元, ××年, ____万元. Behind a figure, or where a line goes on, a rule is but what a form printed below it. */
const BLANKS =
  /(?<![A-Za-z×])(?:[×✕]{2,}|X{2,}|Ｘ{2,})(?![A-Za-z×])|(?<![\d０-９_.．]\s?|^\s*)_{3,}(?=\s*(?:万元|元|%|年|个|人|项))/g;
/** 占 %，比上年减少 万元: a figure that was never filled in; the unit follows the word, and a mark the unit. */
const NO_FIGURE =
  /(?<=[，,；;、（(）)元]\s{0,3})占\s{0,8}%(?=\s{0,3}[，,。；;、])|(?:增加|增长|上升|减少|下降|降低)(?:了)?\s{0,8}(?:万元|元|%)(?=\s{0,3}[，,。；;])/g;
/** 下降（增长）27.78%, 决算数大于（小于）预算数: both words of the template, of which one was to be chosen. */
const CHOICES =
  /(?:(?:增加|增长|上升|减少|下降|降低|持平)(?:[（(][/或、]?(?:增加|增长|上升|减少|下降|降低|持平)(?:[/或、]?持平)?[）)]|[/或](?:增加|增长|上升|减少|下降|降低))(?=\s{0,8}\d|的?主要原因(?:是|为))|(?:大于|小于|高于|低于|等于)(?:[（(](?:大于|小于|高于|低于|等于|持平)(?:[/或、](?:大于|小于|等于|持平))?于?[）)]|[/或](?:大于|小于|等于))(?=(?:年初|全年)?预算数?的?(?:主要)?原因))/g;

/** 主要原因是。 and 主要用于： 。, behind which nothing was filled in. */
const NO_WORDS = /(?:主要)?原因(?:是|为|系|在于)[:：]?\s{0,4}(?=[。；;])|主要用于[:：]?\s{0,4}(?=[。；;])/g;

/** 比2024年度减增加21.90万元, 与2025年预算增加持平: two words of which one was chosen and the other not taken out. */
const CONTRARY =
  /(?<=[比较与同]\s?(?:20\d{2}\s?年度?|上年度?|去年)\s?(?:年初)?(?:预算|决算|执行)?数?)(?:(?:减少?|下降|降低)\s?(?:增加|增长|上升|持平)|(?:增加?|增长|上升)\s?(?:减少|下降|降低|持平))/g;

/** 增加（减少）0万元: neither word is right, and which of them stands there misleads nobody. */
const NOTHING = /^\s{0,8}0(?:\.0{1,4})?(?!\.?\d)/;

/** Instructions and blanks of a template left in the text (`template-text`). Ranges count lines from the block's first. */
export function templateText({ lines }: TextNode): Finding[] {
  return lines.flatMap(({ line, text }) =>
    [INSTRUCTIONS, BLANKS, NO_FIGURE, NO_WORDS, CHOICES, CONTRARY].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: words, index }): Finding => {
        const end = index + words.length;
        const isIdle = pattern === CHOICES && NOTHING.test(text.slice(end));
        return {
          rule: 'template-text',
          // Of a change by nothing neither word misleads.
          severity: isIdle ? 'information' : RULES['template-text'].severity,
          range: rangeOf({ line, start: index, end }),
          params: { printed: words },
          related: [],
          fixes: [],
        };
      }),
    ),
  );
}
