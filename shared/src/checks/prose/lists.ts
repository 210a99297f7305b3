import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { Finding, Fix } from '../../findings.ts';
import { slipOf } from '../../relations/slips.ts';
import { formatAmount } from '../../text/amount.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { halfUnit, moneyOf, plus, type Quantity } from './quantities.ts';

/** Parts that are all there is of a whole, where all of these are printed (N4). */
const SCHEMES: readonly (readonly Concept[])[] = [
  ['basic', 'project'],
  ['abroad', 'vehicles', 'reception'],
  ['vehicle-purchase', 'vehicle-operation'],
  ['procurement-goods', 'procurement-works', 'procurement-services'],
];
/** Figures with fewer digits than this are round. */
const MIN_DIGITS = 4;
/** What may stand beside 基本支出 and 项目支出. */
const BESIDES: ReadonlySet<Concept> = new Set([
  'superior-remittance',
  'operating-expenditure',
  'subsidiary-grant',
]);

/** A list that does not add up. */
interface BrokenList {
  readonly parent: Figure;
  readonly items: readonly Figure[];
  /** The sum of the parts, in the unit of the parent. */
  readonly sum: Decimal;
  /** Whether the parts must be all of it. */
  readonly isAll: boolean;
  readonly exceeds: boolean;
  /** Figures that are one slip of the hand away from making it add up. */
  readonly slips: readonly Slipped[];
}

/** A figure of a list, and the value with which the list adds up, in the figure's own unit. */
interface Slipped {
  readonly figure: Figure;
  readonly value: Decimal;
}

/** Whether some table of the document prints an amount of money, given in 元 as a sentence rounds it. */
export type IsPrinted = (quantity: Quantity) => boolean;

/**
 * Lists in sentences that do not add up (`prose-sum`, N4): the parts of a fixed scheme must be the whole, those
 * of any other list no more than it. Where one wrong digit explains what is left, they are taken for all of it.
 *
 * @param isPrinted tells which of several figures is the wrong one: that which no table prints
 */
export function wrongLists(passage: Passage, isPrinted: IsPrinted): Finding[] {
  const byPlace = new Map<Figure, BrokenList>();
  // A whole that two lists contradict is one mistake; the list that must be all of it shows it best.
  for (const list of brokenLists(passage)) {
    if (!byPlace.has(list.parent) || list.isAll) byPlace.set(list.parent, list);
  }
  return [...byPlace.values()].map((list) => findingOf(list, isPrinted));
}

const brokenLists = remember((passage: Passage): readonly BrokenList[] =>
  passage.lists.flatMap((list) => brokenList(list, passage) ?? []),
);

function brokenList(list: FigureList, { figures }: Passage): BrokenList | undefined {
  const parent = list.parent === undefined ? undefined : figures[list.parent];
  const whole = moneyOf(parent);
  if (!parent || !whole || parent.role !== 'value' || list.confidence !== 'certain') return undefined;
  const items = list.items.flatMap((index) => figures[index] ?? []).filter(({ role }) => role === 'value');
  const parts = items.flatMap((item) => moneyOf(item) ?? []);
  if (parts.length !== items.length || parts.length < 2 || !sameYear(parent, items)) return undefined;
  const total = parts.reduce<Quantity>(plus, { value: new Money(0), half: new Money(0) });
  const excess = total.value.minus(whole.value);
  if (excess.abs().lte(total.half.plus(whole.half))) return undefined;
  const isAll = isScheme(items);
  const slips = slipsIn(parent, items, excess);
  if (!isAll && excess.isNegative() && slips.length === 0) return undefined;
  const sum = total.value.div(unitOf(parent)).toDecimalPlaces(6);
  return { parent, items, sum, isAll, exceeds: excess.isPositive(), slips };
}

function findingOf(list: BrokenList, isPrinted: IsPrinted): Finding {
  const { parent, items, sum, isAll, exceeds } = list;
  const slipped = likeliest(list, isPrinted);
  const culprit = slipped?.figure ?? parent;
  return {
    rule: 'prose-sum',
    severity: isAll || exceeds ? 'error' : 'warning',
    range: rangeOf(culprit.span),
    params: {
      label: parent.label,
      printed: parent.text,
      sum: sum.toFixed(Math.max(sum.decimalPlaces(), parent.amount.decimals)),
      items: items.map(({ label, text }) => ({ label: label, text })),
      whole: isAll || !exceeds,
    },
    related: [parent, ...items]
      .filter((figure) => figure !== culprit)
      .map((figure) => ({ range: rangeOf(figure.span), role: 'operand', label: figure.label })),
    fixes: slipped ? [fixOf(slipped)] : [],
  };
}

/** The only slip, or the only one of a figure that no table prints to one that a table does print. */
function likeliest({ slips }: BrokenList, isPrinted: IsPrinted): Slipped | undefined {
  const borneOut = slips.filter(({ figure, value }) => {
    const half = halfUnit(figure).times(unitOf(figure));
    const inYuan = (amount: Decimal): Quantity => ({ value: amount.times(unitOf(figure)), half });
    return !isPrinted(inYuan(figure.amount.value)) && isPrinted(inYuan(value));
  });
  if (borneOut.length === 1) return borneOut[0];
  return slips.length === 1 ? slips[0] : undefined;
}

/** Round figures are near to many values and prove nothing. */
function slipsIn(parent: Figure, items: readonly Figure[], excess: Decimal): Slipped[] {
  if (significantDigits(parent) < MIN_DIGITS || !items.some((item) => significantDigits(item) >= MIN_DIGITS))
    return [];
  const needed = (figure: Figure, by: Decimal): Slipped[] => {
    const value = figure.amount.value.plus(by.div(unitOf(figure)));
    const isPrintable = value.decimalPlaces() <= figure.amount.decimals && !value.isNegative();
    return isPrintable && slipOf(figure.amount, value) ? [{ figure, value }] : [];
  };
  return [...needed(parent, excess), ...items.flatMap((item) => needed(item, excess.negated()))];
}

function significantDigits({ amount }: Figure): number {
  return amount.value
    .abs()
    .toFixed()
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}

/** What one of the figure's unit is in 元. */
function unitOf(figure: Figure): Decimal {
  const quantity = moneyOf(figure);
  const { value } = figure.amount;
  return quantity && !value.isZero() ? quantity.value.div(value) : new Money(10_000);
}

function fixOf({ figure, value }: Slipped): Fix {
  const newText = formatAmount(value, figure.amount.decimals, figure.amount.style);
  return {
    action: { kind: 'replace-value', newText },
    preferred: true,
    edits: [{ range: rangeOf(figure.span), newText }],
  };
}

/** A list may give what was spent the year before. Of all money, that of one budget is a part. */
function sameYear(parent: Figure, items: readonly Figure[]): boolean {
  return items.every(({ year, basis, scope }) => {
    const isYear =
      year.value === undefined || parent.year.value === undefined || year.value === parent.year.value;
    const isBasis =
      basis.value === undefined || parent.basis.value === undefined || basis.value === parent.basis.value;
    return isYear && isBasis && (parent.scope.value === 'all' || scope.value === parent.scope.value);
  });
}

function isScheme(items: readonly Figure[]): boolean {
  const concepts = items.map(({ concept }) => concept.value);
  if (new Set(concepts).size !== concepts.length) return false;
  return SCHEMES.some(
    (scheme) =>
      scheme.every((concept) => concepts.includes(concept)) &&
      concepts.every(
        (concept) => concept !== undefined && (scheme.includes(concept) || BESIDES.has(concept)),
      ),
  );
}
