import type { Figure, Prose } from '../../disclosure/prose/prose.ts';
import type { PlacedTable } from '../../disclosure/table.ts';
import type { StrayUnit } from '../../relations/strayUnits.ts';
import type { AmountUnit } from '../../text/amount.ts';
import { convert, isAmountUnit, YUAN_IN } from '../../text/amountUnits.ts';
import type { Told } from './heldAgainst.ts';
import { comparableFigures, isNear, type PlacesReader, type Printed, statedQuantity } from './places.ts';
import { amountsNear } from './printedAmounts.ts';
import { mayEqual, significantDigits } from './quantities.ts';
import { unitMeant } from './units.ts';

/** So many amounts in one unit make it the usual one, and so large a share of all. */
const MIN_USUAL = 3;
const USUAL_SHARE = 0.8;
const MIN_DIGITS = 3;

/** A figure whose digits a table prints in another unit, the cell, and the unit in which the table has them. */
interface Scaled {
  readonly figure: Figure;
  readonly printed: Printed;
  readonly meant: AmountUnit;
}

/**
 * Tables that are ten thousand times off all that the sentences say of their figures, while the sentences are in the
 * unit of nearly all amounts of the text and no other table bears the table out (`unit-scale`, N12): the unit of the
 * table is the slip, not that of each sentence.
 */
export function strayTables(disclosure: Told, printedFor: PlacesReader): ReadonlyMap<PlacedTable, StrayUnit> {
  const { prose, tables } = disclosure;
  const usual = usualUnit(prose);
  if (usual === undefined) return new Map();
  const scaled = new Map<PlacedTable, Scaled[]>();
  const agreeing = new Set<PlacedTable>();
  for (const { passage } of prose.passages)
    for (const figure of comparableFigures(passage)) {
      const stated = statedQuantity(figure, disclosure);
      if (!stated || stated.value.isZero()) continue;
      for (const printed of printedFor(figure)) {
        const { home, quantity } = printed;
        const meant = unitMeant(figure, quantity);
        if (isNear(stated, quantity, figure)) agreeing.add(home);
        else if (meant) scaled.set(home, [...(scaled.get(home) ?? []), { figure, printed, meant }]);
      }
    }
  const strays = [...scaled].flatMap(([home, all]): [PlacedTable, StrayUnit][] => {
    const isOwn = home.table.unit?.origin !== 'document';
    const stray = isOwn && !agreeing.has(home) ? strayUnit(home, all, usual) : undefined;
    const others = tables.filter((each) => each !== home && each.table.unit?.origin !== 'document');
    const isBorneOut = all.some(({ printed: { quantity } }) =>
      others.some(({ table }) =>
        // 0万元 may be anything below 5,000元, and says nothing of it.
        amountsNear(table, quantity, quantity.half).some(
          (other) => !other.value.isZero() && mayEqual(other, quantity),
        ),
      ),
    );
    return stray && !isBorneOut ? [[home, stray]] : [];
  });
  return new Map(strays);
}

function strayUnit({ table }: PlacedTable, all: readonly Scaled[], usual: AmountUnit): StrayUnit | undefined {
  const [first] = all;
  const printed = table.unit?.unit;
  if (!first || (printed !== '元' && printed !== '万元')) return undefined;
  const { meant } = first;
  const isAlike = (each: Scaled) =>
    each.figure.unit.value === usual && each.meant === meant && significantDigits(each.figure) >= MIN_DIGITS;
  if (!all.every(isAlike)) return undefined;
  const own = convert(YUAN_IN[printed], usual, meant);
  const right = (['元', '万元'] as const).find((unit) => YUAN_IN[unit].eq(own) && unit !== printed);
  return right ? { printed, meant: right, figure: first.printed.cell } : undefined;
}

/** The unit of nearly all amounts of the sentences. */
function usualUnit({ passages }: Prose): AmountUnit | undefined {
  const counts = new Map<AmountUnit, number>();
  let all = 0;
  for (const { passage } of passages)
    for (const { role, unit } of passage.figures) {
      if (role !== 'value' || !isAmountUnit(unit.value)) continue;
      all++;
      counts.set(unit.value, (counts.get(unit.value) ?? 0) + 1);
    }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const isUsual = most && most[1] >= MIN_USUAL && most[1] >= USUAL_SHARE * all;
  return isUsual ? most[0] : undefined;
}
