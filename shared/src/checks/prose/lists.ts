import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { Finding, FindingOf } from '../../findings.ts';
import { plainLabel } from '../../messages/format.ts';
import { RULES } from '../../rules.ts';
import { Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { moneyOf, plus, type Quantity } from './quantities.ts';

/** Parts that are all there is of a whole, where all of these are printed (N4). */
const SCHEMES: readonly (readonly Concept[])[] = [
  ['basic', 'project'],
  ['abroad', 'vehicles', 'reception'],
  ['vehicle-purchase', 'vehicle-operation'],
  ['procurement-goods', 'procurement-works', 'procurement-services'],
];
/** What may stand beside 基本支出 and 项目支出. */
const BESIDES: ReadonlySet<Concept> = new Set([
  'superior-remittance',
  'operating-expenditure',
  'subsidiary-grant',
]);

/**
 * Lists in sentences that do not add up (`prose-sum`, N4): the parts of a fixed scheme must be the whole, those
 * of any other list no more than it.
 */
export function wrongLists(passage: Passage): Finding[] {
  const findings = passage.lists.flatMap((list) => listFinding(list, passage) ?? []);
  // A whole that two lists contradict is one mistake; the list that must be all of it shows it best.
  const byPlace = new Map<string, FindingOf<'prose-sum'>>();
  for (const finding of findings) {
    const place = JSON.stringify(finding.range);
    if (!byPlace.has(place) || finding.params.whole) byPlace.set(place, finding);
  }
  return [...byPlace.values()];
}

function listFinding(list: FigureList, { figures }: Passage): FindingOf<'prose-sum'> | undefined {
  const parent = list.parent === undefined ? undefined : figures[list.parent];
  const whole = moneyOf(parent);
  if (!parent || !whole || parent.role !== 'value' || list.confidence !== 'certain') return undefined;
  const items = list.items.flatMap((index) => figures[index] ?? []).filter(({ role }) => role === 'value');
  const parts = items.flatMap((item) => moneyOf(item) ?? []);
  if (parts.length !== items.length || parts.length < 2 || !sameYear(parent, items)) return undefined;
  const total = parts.reduce<Quantity>(plus, { value: new Money(0), half: new Money(0) });
  const reach = total.half.plus(whole.half);
  const excess = total.value.minus(whole.value);
  const isAll = isScheme(items);
  const holds = isAll ? excess.abs().lte(reach) : excess.lte(reach);
  if (holds) return undefined;
  const factor = parent.amount.value.isZero() ? new Money(10_000) : whole.value.div(parent.amount.value);
  const sum = total.value.div(factor).toDecimalPlaces(6);
  return {
    rule: 'prose-sum',
    severity: RULES['prose-sum'].severity,
    range: rangeOf(parent.span),
    params: {
      label: plainLabel(parent.label),
      printed: parent.text,
      sum: sum.toFixed(Math.max(sum.decimalPlaces(), parent.amount.decimals)),
      items: items.map(({ label, text }) => ({ label: plainLabel(label), text })),
      whole: isAll,
    },
    related: items.map((item) => ({
      range: rangeOf(item.span),
      role: 'operand',
      label: plainLabel(item.label),
    })),
    fixes: [],
  };
}

/** A list may give what was spent the year before. */
function sameYear(parent: Figure, items: readonly Figure[]): boolean {
  return items.every(({ year, basis, scope }) => {
    const isYear =
      year.value === undefined || parent.year.value === undefined || year.value === parent.year.value;
    const isBasis =
      basis.value === undefined || parent.basis.value === undefined || basis.value === parent.basis.value;
    return isYear && isBasis && scope.value === parent.scope.value;
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
