import type { AmountCell, PlacedTable, Table } from '../disclosure/table.ts';
import type { AmountUnit } from '../text/amount.ts';
import { convert } from '../text/amountUnits.ts';
import { type Decimal, Money } from '../text/money.ts';
import { type Anchor, anchorsOf } from './anchors.ts';
import { figureOf } from './between.ts';
import { hasUnitOfOthers } from './scale.ts';
import { soleTables } from './tableKinds.ts';

/** What the table of “三公”经费 and that of basic expenditure by economic classification both print (B15, B16). */
const SHARED: readonly (readonly [Anchor, string])[] = [
  ['reception', '30217'],
  ['vehicle-running', '30231'],
  ['abroad', '30212'],
  ['vehicle-purchase', '31013'],
];
/** Shorter figures are equal by chance. */
const MIN_DIGITS = 4;
/** So many different ones are not, however short. */
const MIN_MATCHES = 2;

/** The table of “三公”经费 with a unit that is not that of its figures, and a figure that shows it. */
export interface StrayThreePublic {
  readonly placed: PlacedTable;
  readonly figure: AmountCell;
  /** The same in the table of basic expenditure, with its unit. */
  readonly other: string;
}

/**
 * The table of “三公”经费 where its unit cannot be right: in the other one its figures are those of basic expenditure, in
 * this one none is, and what basic expenditure pays is more than all of it, or it more than all that is paid.
 *
 * @param meant the other unit
 */
export function strayThreePublic(
  tables: readonly PlacedTable[],
  meant: (unit: AmountUnit) => AmountUnit | undefined,
): StrayThreePublic | undefined {
  const byKind = soleTables(tables);
  const [placed, basic, general] = (['three-public', 'basic', 'general'] as const).map((kind) =>
    byKind.get(kind),
  );
  const unit = placed?.table.unit?.unit;
  const inUnit = basic?.table.unit?.unit;
  const other = unit && meant(unit);
  if (!placed || !basic || !unit || !other || !inUnit || hasUnitOfOthers(placed.table)) return undefined;
  // Where two tables disagree, a third one tells which of them is right.
  if (general?.table.unit?.unit !== inUnit) return undefined;
  const pairs = pairsOf(placed.table, basic.table);
  const agreeing = (as: AmountUnit) =>
    pairs.filter(({ own, basic: { amount } }) => valueIn(own, as, inUnit).eq(amount.value));
  const matches = agreeing(other);
  const different = new Set(matches.map(({ own }) => own.amount.value.toString()));
  const isNoChance =
    different.size >= MIN_MATCHES || matches.some(({ own }) => own.amount.value.precision() >= MIN_DIGITS);
  if (!isNoChance || agreeing(unit).length > 0) return undefined;
  const whole = anchorsOf(general.table).get('total')?.cell;
  const isTooLittle = pairs.some((pair) => valueIn(pair.own, unit, inUnit).lt(pair.basic.amount.value));
  const isTooMuch =
    whole !== undefined && pairs.some(({ own }) => valueIn(own, unit, inUnit).gt(whole.amount.value));
  const [first] = matches;
  return first && (isTooLittle || isTooMuch)
    ? { placed, figure: first.own, other: `${first.basic.text.trim()}${inUnit}` }
    : undefined;
}

interface Pair {
  readonly own: AmountCell;
  readonly basic: AmountCell;
}

/** What both tables print and neither leaves out. */
function pairsOf(table: Table, basic: Table): readonly Pair[] {
  return SHARED.flatMap(([anchor, code]): Pair[] => {
    const own = anchorsOf(table).get(anchor)?.cell;
    const other = figureOf(basic, code)?.cell;
    const isPrinted = own && other && !own.amount.value.isZero() && !other.amount.value.isZero();
    return isPrinted && own.amount.unit === undefined ? [{ own, basic: other }] : [];
  });
}

function valueIn({ amount }: AmountCell, from: AmountUnit, to: AmountUnit): Decimal {
  return amount.value.times(convert(new Money(1), from, to));
}
