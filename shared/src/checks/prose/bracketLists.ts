import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { LooseList } from './looseLists.ts';

/** （税收收入100万元、非税收入50万元）: nothing but names with amounts, and 其中 in front of them. */
const PARTS =
  /^(?:其中[:：]?)?[^\d、，,；;。]{2,24}[\d,.]+\s*(?:万|亿)?元(?:[、，,；;]\s*[^\d、，,；;。]{2,24}[\d,.]+\s*(?:万|亿)?元)+[。；;]?$/;
/** What the same thing was or is to be at another time, or for each, is no part of it. */
const OTHER_TIME =
  /去年|上年(?!结转|结余)|年初(?!结转|结余)|\d年|预算|决算|执行|调整|完成|目标|标准|均|每|单价|累计|原值|净值/;
/** Between the whole and the bracket: nothing, or by how much in a hundred it changed. */
const CHANGED =
  /^(?:万|亿)?元[，,]?(?:(?:比|较)[^，,。；;\d]{0,10}|同比)?(?:(?:增长|下降|上升|增加|减少)[\d.]+\s*%)?$/;
/** More than so much in brackets is a passage, and hardly parts of the figure in front. */
const MAX_BRACKET = 200;
const MAX_CHANGE = 30;
const TAX = /(?<!非)税收(?:收入)?$/;
const OTHER_INCOME = /非税收?(?:收入)?$/;

/**
 * 收入404633万元，同比下降0.29%（税收收入199744万元、非税收入204889万元）; 比预算数增加60000万元（其中：旗本级58800万元，开发区1200万元）: brackets
 * behind an amount, or behind a difference, that hold nothing but what may be its parts. 税收收入 and 非税收入 are all of an income.
 */
export function bracketLists({ figures, paragraphs }: Passage): LooseList[] {
  return paragraphs.flatMap(({ text, pieces, kind }, paragraph): LooseList[] => {
    const brackets = kind === 'statement' ? bracketsIn(text) : [];
    if (brackets.length === 0) return [];
    const placed = figuresOf(paragraph, figures).flatMap((figure) => {
      const at = offsetOf(pieces, figure.span);
      return at === undefined ? [] : [{ figure, at }];
    });
    let next = 0;
    return brackets.flatMap(({ start, end }): LooseList[] => {
      while (next < placed.length && (placed[next]?.at ?? 0) < start) next++;
      const from = next;
      while (next < placed.length && (placed[next]?.at ?? 0) < end) next++;
      const items = placed.slice(from, next).map(({ figure }) => figure);
      const whole = placed.slice(Math.max(0, from - 2), from).findLast(({ figure, at }) =>
        CHANGED.test(
          text
            .slice(at + figure.text.length, start)
            .slice(0, MAX_CHANGE + 1)
            .trimStart(),
        ),
      );
      if (!whole || items.some(({ label }) => OTHER_TIME.test(label))) return [];
      const { role } = whole.figure;
      if (role !== 'value' && role !== 'change') return [];
      const areAll =
        items.length === 2 &&
        items.some(({ label }) => TAX.test(label)) &&
        items.some(({ label }) => OTHER_INCOME.test(label));
      return [{ whole: whole.figure, items, areAll }];
    });
  });
}

/** The brackets that hold nothing but names with amounts: where their words begin and end. */
function bracketsIn(text: string): { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '（' || char === '(') open = at;
    else if (char === '）' || char === ')') {
      if (open !== -1 && at - open <= MAX_BRACKET && PARTS.test(text.slice(open + 1, at).trim()))
        found.push({ start: open, end: at });
      open = -1;
    }
  }
  return found;
}

/** Figures stand in the order of their paragraphs. */
function figuresOf(paragraph: number, figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => figure.paragraph === paragraph);
}
