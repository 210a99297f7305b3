import { offsetOf, unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { Paragraph } from '../../disclosure/prose/prose.ts';
import type { Edit, Finding } from '../../findings.ts';
import { slipOf } from '../../relations/slips.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { before, type Change, changeFinding, othersOf } from './changeFindings.ts';
import { nameOf } from './figureNames.ts';
import { percentFits } from './quantities.ts';

/** Words for a rise, each with that for the fall it is written for. */
const TURNED: readonly (readonly [string, string])[] = [
  ['增加', '减少'],
  ['增长', '下降'],
  ['上升', '下降'],
  ['提高', '降低'],
];
const WORD = new RegExp(TURNED.flat().join('|'), 'g');
/** A percentage of fewer decimals fits either way too easily. */
const MIN_DECIMALS = 2;

/**
 * 1635.21万元，增加58.48万元，增长3.45%, where a fall by as much is 3.45 % (`prose-change`, N2): the words are the wrong way round,
 * both of them, and no figure is wrong. Undefined where the two years are printed, which tell more.
 */
export function turnedChange(change: Change, paragraphs: readonly Paragraph[]): Finding | undefined {
  const { comparison, now, amount, percent, base, sign } = change;
  const { direction, percentDirection, directionSpan } = comparison;
  if (!amount || !percent || base || (percentDirection ?? direction) !== direction) return undefined;
  if (percent.figure.amount.decimals < MIN_DECIMALS || amount.quantity.value.isZero()) return undefined;
  const fits = (way: 1 | -1) => {
    const whole = before({ ...change, sign: way }, amount);
    return whole.value.gt(0) && percentFits(percent.quantity, amount.quantity, whole);
  };
  const other = sign === 1 ? -1 : 1;
  if (fits(sign) || !fits(other)) return undefined;
  const percentBy = (way: 1 | -1) =>
    amount.quantity.value.div(before({ ...change, sign: way }, amount).value).times(100);
  // Where only rounding lets it fit the other way, a slip of the hand in the percentage is as likely.
  const isExact = percentBy(other).minus(percent.quantity.value).abs().lte(percent.quantity.half.times(2));
  const { amount: printed } = percent.figure;
  const isSlip = slipOf(printed, percentBy(sign).toDecimalPlaces(printed.decimals)) !== undefined;
  if (!isExact && isSlip) return undefined;
  const paragraph = paragraphs[comparison.paragraph];
  const edits = paragraph ? turnedWords(paragraph, directionSpan, percent.figure.span) : [];
  const finding = changeFinding(
    sign === 1 ? 'down-fits' : 'up-fits',
    directionSpan,
    nameOf(now.figure),
    amount.figure.text,
    `${percent.figure.text}%`,
  );
  return {
    ...finding,
    related: othersOf(change, amount.figure),
    fixes:
      edits.length === 0
        ? []
        : [{ action: { kind: 'turn-direction', fell: sign === 1 }, preferred: isExact, edits }],
  };
}

/** The word for the direction at a place, turned round; undefined where it is not known or broken over lines. */
export function turnedWord(paragraph: Paragraph | undefined, span: Span): Edit | undefined {
  const at = paragraph && offsetOf(paragraph.pieces, span);
  if (!paragraph || at === undefined) return undefined;
  const word = paragraph.text.slice(at, at + span.end - span.start);
  return turned(word) === word ? undefined : { range: rangeOf(span), newText: turned(word) };
}

/** The words for the direction from the first of them to the percentage, each turned round; none where one is not known. */
function turnedWords({ text, pieces }: Paragraph, first: Span, percent: Span): Edit[] {
  const [from, to] = [offsetOf(pieces, first), offsetOf(pieces, percent)];
  if (from === undefined || to === undefined) return [];
  return [...text.slice(from, to).matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const span = unbrokenSpan(pieces, { start: from + index, end: from + index + word.length });
    return span ? [{ range: rangeOf(span), newText: turned(word) }] : [];
  });
}

function turned(word: string): string {
  const pair = TURNED.find((each) => each.includes(word));
  return (pair?.[0] === word ? pair[1] : pair?.[0]) ?? word;
}
