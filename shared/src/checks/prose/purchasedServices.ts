import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Figure, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { PlacedTable, TableRole } from '../../disclosure/table.ts';
import type { Finding, RelatedPlace } from '../../findings.ts';
import { amountRange } from '../../relations/amountFix.ts';
import { anchorsOf } from '../../relations/anchors.ts';
import { halfUnit } from '../../relations/interval.ts';
import { hasUnitOfOthers, roundingOf } from '../../relations/scale.ts';
import { YUAN_IN } from '../../text/amountUnits.ts';
import type { Decimal } from '../../text/money.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { valued } from './constraint.ts';
import type { Told } from './heldAgainst.ts';
import { mayEqual, type Quantity } from './quantities.ts';

/** Something that is bought, by what sentences call it and by the table whose total it is. */
interface Purchase {
  readonly concept: Concept;
  readonly role?: TableRole;
  readonly name: string;
}

const PURCHASED: Purchase = {
  concept: 'purchased-services',
  role: 'purchased-services',
  name: '政府购买服务',
};
/** What it is a part of, the narrowest first. */
const BOUNDS: readonly Purchase[] = [
  { concept: 'procurement-services', name: '政府采购服务类' },
  { concept: 'procurement', role: 'procurement', name: '政府采购' },
];

/** An amount that a document prints of something. */
interface Printed {
  /** In 元. */
  readonly quantity: Quantity;
  /** What one of its own unit is in 元. */
  readonly unit: Decimal;
  readonly decimals: number;
  readonly range: Range;
}

/**
 * 政府购买服务 that come to more than the services of 政府采购, or than all of it (`exceeds-whole`, B19). What is below the
 * threshold or in no catalogue is bought and is no 政府采购, so that it is a remark. Only where each is printed as one amount.
 */
export function purchasedServices({
  prose,
  tables,
  year,
}: Pick<Told, 'prose' | 'tables' | 'year'>): Finding[] {
  const amountOf = (purchase: Purchase) =>
    onlyAmount([
      ...totalsOf(tables, purchase, year),
      ...toldAmong(prose.passages).filter(
        ({ figure }) => figure.concept.value === purchase.concept && isOfYear(figure, year, prose.basis),
      ),
    ]);
  const purchased = amountOf(PURCHASED);
  if (!purchased) return [];
  for (const bound of BOUNDS) {
    const whole = amountOf(bound);
    if (whole) return isMore(purchased, whole) ? [finding(purchased, whole, bound.name)] : [];
  }
  return [];
}

/** The amount, where all that print it agree. */
function onlyAmount(printed: readonly Printed[]): Printed | undefined {
  const [first] = printed;
  return first && printed.every(({ quantity }) => mayEqual(quantity, first.quantity)) ? first : undefined;
}

function isMore({ quantity: part }: Printed, { quantity: whole }: Printed): boolean {
  return part.value.minus(part.half).gt(whole.value.plus(whole.half));
}

/** The total of the only table of its role, where it says its unit. */
function totalsOf(tables: readonly PlacedTable[], { role }: Purchase, year: number | undefined): Printed[] {
  const [home, second] = tables.filter(({ table }) => role !== undefined && table.role === role);
  if (!home || second) return [];
  const { table } = home;
  const cell = anchorsOf(table).get('total')?.cell;
  const unit = table.unit && YUAN_IN[table.unit.unit];
  if (!cell || !unit || hasUnitOfOthers(table) || table.open || (table.year ?? year) !== year) return [];
  const quantity = {
    value: cell.amount.value.times(unit),
    half: halfUnit(cell, roundingOf(table)).times(unit),
  };
  return [{ quantity, unit, decimals: cell.amount.decimals, range: amountRange(cell, home) }];
}

const toldAmong = rememberEach(
  ({ line, passage }: PlacedPassage): readonly (Printed & { readonly figure: Figure })[] =>
    passage.figures.flatMap((figure) => {
      const { concept, role, inReason, scope, parent, amount, span } = figure;
      const isPurchase = [PURCHASED, ...BOUNDS].some((each) => each.concept === concept.value);
      // Of a part of what a sentence tells the list of its parts says whether it is too large.
      const isPart = parent !== undefined && concept.value === PURCHASED.concept;
      const own =
        isPurchase && role === 'value' && !inReason && !isPart && scope.value === undefined
          ? valued(figure)
          : undefined;
      return own ? [{ ...own, decimals: amount.decimals, range: rangeOf(span, line) }] : [];
    }),
);

function isOfYear(figure: Figure, year: number | undefined, basis: Disclosure['prose']['basis']): boolean {
  return figure.year.value === year && (figure.basis.value === 'final') === (basis === 'final');
}

function finding(purchased: Printed, whole: Printed, name: string): Finding {
  const related: RelatedPlace = { range: whole.range, role: 'compared', label: name };
  const { unit, decimals } = purchased;
  const printed = (quantity: Quantity) => ({ value: quantity.value.div(unit), decimals });
  return {
    rule: 'exceeds-whole',
    // What is below the threshold is bought without 政府采购, and is none of it.
    severity: 'information',
    range: purchased.range,
    params: {
      row: name,
      column: '',
      expected: printed(purchased.quantity),
      actual: printed(whole.quantity),
      operands: [{ label: PURCHASED.name, amount: printed(purchased.quantity) }],
      culprit: 'total',
      mayBe: 'below-threshold',
    },
    related: [related],
    fixes: [],
  };
}
