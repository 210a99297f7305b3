import { isLaidOut, unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { Paragraph, Passage } from '../../disclosure/prose/prose.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { toHalfWidth } from '../../text/width.ts';

/** A number with a fraction behind an amount that says how much of something it is: with its sign, or in front of a mark. */
const SHARES = /(?<=元\s?[,，、(]?\s?)占(?:比|比重)?为?\s?(\d{1,2}\.\d{1,2})\s?(%|(?=[;；，,。]))/g;
/** So many shares of the paragraph that have their sign show that the one that has none lost it. */
const MIN_SHARES = 2;

/** 城乡社区支出15411.43万元，占76.23；: a share without its sign among others that have it (`prose-unit`, N12). */
export function missingPercents({ paragraphs }: Passage): Finding[] {
  return paragraphs.flatMap((paragraph) => missingIn(paragraph));
}

function missingIn({ text, pieces }: Paragraph): Finding[] {
  if (!text.includes('占') || isLaidOut({ text, pieces })) return [];
  const shares = [...toHalfWidth(text).matchAll(SHARES)];
  const bare = shares.filter(([, , sign]) => sign !== '%');
  if (bare.length !== 1 || shares.length <= MIN_SHARES) return [];
  return bare.flatMap(({ 0: words, 1: printed = '', index }): Finding[] => {
    const start = index + words.indexOf(printed);
    const span = unbrokenSpan(pieces, { start, end: start + printed.length });
    if (!span) return [];
    const range = rangeOf(span);
    return [
      {
        rule: 'prose-unit',
        severity: RULES['prose-unit'].severity,
        range,
        params: { state: 'missing', printed, unit: '%' },
        related: [],
        fixes: [replaceFix(range, `${printed}%`, true)],
      },
    ];
  });
}
