import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import type { TextNode } from '../../syntax/nodes.ts';
import { rangeOf } from '../../text/range.ts';

/** What templates say to those who fill them in (N16). */
const INSTRUCTIONS =
  /(?:部门|单位)?(?:应|请|可)?根据(?:本?部门|本?单位)?(?:的)?实际(?:情况)?(?:进行)?[^，。；]{0,12}(?:增减|填写|修改|调整|补充)|为必须解释的专业名词|根据本(?:部门|单位)使用的[^，。；]{0,20}(?:补充|进行)解释|以下为常见专业名词|请在此处?填写|此处填写|填写说明[:：]|[（(]请(?:填写|说明|删除)[^）)]{0,30}[）)]/g;
/** What is to be filled in: XX万元, ××年, ____万元. */
const BLANKS =
  /(?<![A-Za-z×])(?:[×✕]{2,}|X{2,}|Ｘ{2,})(?![A-Za-z×])|(?<![\d_.])_{3,}(?=\s*(?:万元|元|%|年|个|人|项))/g;
/** Instructions and blanks of a template left in the text (`template-text`). Ranges count lines from the block's first. */
export function templateText({ lines }: TextNode): Finding[] {
  return lines.flatMap(({ line, text }) =>
    [INSTRUCTIONS, BLANKS].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(
        ({ 0: words, index }): Finding => ({
          rule: 'template-text',
          severity: RULES['template-text'].severity,
          range: rangeOf({ line, start: index, end: index + words.length }),
          params: { printed: words },
          related: [],
          fixes: [],
        }),
      ),
    ),
  );
}
