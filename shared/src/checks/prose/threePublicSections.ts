import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Figure, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { slipOf } from '../../relations/slips.ts';
import { RULES } from '../../rules.ts';
import { formatAmount } from '../../text/amount.ts';
import { groupedBy } from '../../text/lists.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { type Valued, valued } from './constraint.ts';
import { THREE_PUBLIC } from './listSchemes.ts';
import { mayEqual, minus, plus, type Quantity } from './quantities.ts';

const HEADING_WORDS = /[“”"]?三公[“”"]?/;

/** A figure of money and the first line of its passage. */
interface Placed extends Valued {
  readonly line: number;
}

/**
 * “三公”经费 and its three items, each told below a heading of its own (`prose-sum`, N4): what stands in one passage its
 * list says. Only where the total and each item are told of one year as one amount.
 *
 * @param contradicts whether a table contradicts a figure, which is told of as such
 */
export function threePublicSections(
  { prose, year }: Pick<Disclosure, 'prose' | 'year'>,
  contradicts: (figure: Figure, line: number) => boolean,
): Finding[] {
  if (year === undefined) return [];
  const sections = groupedBy(prose.passages, ({ headings }) =>
    headings.find(({ text, kind }) => kind === 'heading' && HEADING_WORDS.test(text)),
  );
  return [...sections.values()].flatMap((passages) => {
    const told = (concept: Concept) => onlyTold(passages, concept, year, prose.basis === 'final');
    const whole = told('three-public');
    const parts = THREE_PUBLIC.flatMap((concept) => told(concept) ?? []);
    if (!whole || parts.length < THREE_PUBLIC.length || passages.length < 2) return [];
    const all = [whole, ...parts];
    const scopes = new Set(all.flatMap(({ figure }) => figure.scope.value ?? []));
    if (scopes.size > 1 || new Set(all.map(({ line }) => line)).size === 1) return [];
    if (all.some(({ figure, line }) => contradicts(figure, line))) return [];
    return sumFinding(whole, parts) ?? [];
  });
}

/** The one amount of a concept that the passages tell of the year; undefined where there are others. */
function onlyTold(
  passages: readonly PlacedPassage[],
  concept: Concept,
  year: number,
  isFinal: boolean,
): Placed | undefined {
  const all = passages.flatMap(({ line, passage }) =>
    passage.figures.flatMap((figure): Placed[] => {
      if (figure.role !== 'value' || figure.inReason || figure.concept.value !== concept) return [];
      if (figure.year.value !== year || (figure.basis.value === 'final') !== isFinal) return [];
      const own = valued(figure);
      return own ? [{ ...own, line }] : [];
    }),
  );
  const [first] = all;
  return first && all.every(({ quantity }) => mayEqual(quantity, first.quantity)) ? first : undefined;
}

function sumFinding(whole: Placed, parts: readonly Placed[]): Finding | undefined {
  const sum = parts.reduce<Quantity>((total, { quantity }) => plus(total, quantity), {
    value: new Money(0),
    half: new Money(0),
  });
  if (mayEqual(sum, whole.quantity)) return undefined;
  const rest = minus(whole.quantity, sum).value;
  // What each would have to be for the others to be right, and whether one slip of the hand leads from there.
  const meant = [
    { at: whole, value: sum.value.div(whole.unit) },
    ...parts.map((at) => ({ at, value: at.quantity.value.plus(rest).div(at.unit) })),
  ].filter(({ at: { figure }, value }) => isSlip(figure, value));
  const [only, ...more] = meant;
  const { at, value } = only && more.length === 0 ? only : { at: whole, value: undefined };
  const range = rangeOf(at.figure.span, at.line);
  const { amount } = at.figure;
  return {
    rule: 'prose-sum',
    severity: RULES['prose-sum'].severity,
    range,
    params: {
      label: whole.figure.label,
      printed: whole.figure.text,
      sum: sum.value.div(whole.unit).toFixed(whole.figure.amount.decimals),
      items: parts.map(({ figure: { label, text } }) => ({ label, text })),
      whole: true,
    },
    related: [whole, ...parts]
      .filter((each) => each !== at)
      .map(({ figure: { span, label }, line }) => ({ range: rangeOf(span, line), role: 'operand', label })),
    fixes: value ? [replaceFix(range, formatAmount(value, amount.decimals, amount.style), true)] : [],
  };
}

function isSlip({ amount }: Figure, value: Decimal): boolean {
  const isPrintable = value.decimalPlaces() <= amount.decimals && !value.isNegative();
  return isPrintable && slipOf(amount, value) !== undefined;
}
