import type { Passage } from '../../disclosure/prose/prose.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import type { TextNode } from '../../syntax/nodes.ts';
import { type Range, rangeOf, type Span } from '../../text/range.ts';

/** A unit printed twice behind a number. */
const DOUBLED = /\d\s?((百?万|亿|千)?元)\s?\1|\d\s?(万|亿)\3元?/g;

/** Units printed twice (`prose-unit`, N12): 1837600元元. Ranges count lines from the block's first. */
export function doubledUnits({ lines }: TextNode): Finding[] {
  return lines.flatMap(({ line, text }) =>
    [...text.matchAll(DOUBLED)].map((match) => {
      const [whole, unit, , large] = match;
      const printed = whole.slice(1).trim();
      const right = unit ?? `${large}元`;
      const start = match.index + whole.length - printed.length;
      return finding('doubled', { line, start, end: start + printed.length }, printed, right);
    }),
  );
}

/** 减少 1 万 without its 元 (`prose-unit`, N12), where the sentence is about money. */
export function cutUnits({ figures }: Passage): Finding[] {
  return figures.flatMap(({ kind, unit, unitSpan, role }): Finding[] => {
    const isMoney = role === 'value' || role === 'change';
    if (kind !== 'statement' || unit.reason !== 'unit-cut' || !unitSpan || !isMoney) return [];
    return [finding('cut', unitSpan, '万', '万元')];
  });
}

function finding(state: 'doubled' | 'cut', span: Span, printed: string, right: string): Finding {
  const range: Range = rangeOf(span);
  return {
    rule: 'prose-unit',
    severity: 'warning',
    range,
    params: { state, printed, unit: right },
    related: [],
    fixes: [replaceFix(range, right, true)],
  };
}
