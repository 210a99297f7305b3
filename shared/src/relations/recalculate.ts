import type { AmountCell, Cell, PlacedTable } from '../disclosure/table.ts';
import type { Edit } from '../findings.ts';
import { groupedBy } from '../text/lists.ts';
import { type Decimal, Money } from '../text/money.ts';
import { type Range, rangeOf } from '../text/range.ts';
import { amountFix } from './amountFix.ts';
import type { DocumentRelations } from './documentRelations.ts';
import { isUnread } from './lookUp.ts';
import type { Evaluation } from './relation.ts';
import { isUnreadable } from './terms.ts';

/**
 * Why the totals of a table are not recalculated.
 * - `misread`: the table was not understood. `slid`: figures of a column stand a row off, which no sum would
 *   mend. `no-sums`: it has no total.
 * - `unreadable`: a cell holds something that is no figure, so that a sum would lack it.
 * - `contradictory`: the parts of a total give different values by row and by column.
 */
export type Refusal =
  | { readonly reason: 'misread' | 'slid' | 'no-sums' }
  | { readonly reason: 'unreadable' | 'contradictory'; readonly range: Range; readonly text: string };

/** New figures for the totals of a table that are off, or why there are none. */
export type Recalculation =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Recalculates all totals of a table from its leaves upwards. A total that agrees with its parts within
 * rounding stays as it is printed: it may have been rounded from finer figures, as may the totals above it. A total left blank stays blank.
 */
export function recalculate(placed: PlacedTable, relations: DocumentRelations): Recalculation {
  const known = relations.tables.get(placed);
  if (!known || isUnread(placed, relations)) return refused({ reason: 'misread' });
  if (known.slide) return refused({ reason: 'slid' });
  const unreadable = unreadableCell(placed);
  if (unreadable) return refused(at(placed, unreadable, 'unreadable'));
  const sums = sumsByTotal(known.evaluations);
  if (sums.size === 0) return refused({ reason: 'no-sums' });
  const totals = new Totals(sums);
  const edits: Edit[] = [];
  for (const [cell, own] of sums) {
    const value = totals.valueOf(cell);
    if (!value) return refused(at(placed, totals.contradictory ?? cell, 'contradictory'));
    if (value.eq(cell.amount.value)) continue;
    edits.push(...amountFix(cell, value, decimalsOf(own), false, placed).edits);
  }
  return { kind: 'edits', edits };
}

/** The values of cells after recalculation, each worked out once. */
class Totals {
  readonly #sums: ReadonlyMap<AmountCell, readonly Evaluation[]>;
  readonly #known = new Map<AmountCell, Decimal | undefined>();
  /** Totals whose parts are being worked out: figures that sum each other in a ring are left as printed. */
  readonly #open = new Set<AmountCell>();
  /** The first total whose own sums were found to contradict each other. */
  contradictory: AmountCell | undefined;

  constructor(sums: ReadonlyMap<AmountCell, readonly Evaluation[]>) {
    this.#sums = sums;
  }

  /** Undefined where the sums of a cell, or of one of its parts, contradict each other. */
  valueOf(cell: AmountCell): Decimal | undefined {
    if (this.#known.has(cell)) return this.#known.get(cell);
    const sums = this.#sums.get(cell);
    if (!sums || this.#open.has(cell)) return cell.amount.value;
    this.#open.add(cell);
    const value = this.#agreed(cell, sums);
    this.#open.delete(cell);
    this.#known.set(cell, value);
    return value;
  }

  /** The printed value if the sums of the new parts allow it, else the sum that all allow. */
  #agreed(cell: AmountCell, sums: readonly Evaluation[]): Decimal | undefined {
    const expected: { readonly value: Decimal; readonly slack: Decimal }[] = [];
    for (const { relation, slack } of sums) {
      let value = new Money(0);
      for (const part of relation.parts) {
        const own = this.valueOf(part.cell);
        if (!own) return undefined;
        value = value.plus(own);
      }
      expected.push({ value, slack });
    }
    const allow = (value: Decimal) => expected.every((each) => each.value.minus(value).abs().lte(each.slack));
    if (allow(cell.amount.value)) return cell.amount.value;
    const agreed = expected.find(({ value }) => allow(value))?.value;
    if (!agreed) this.contradictory ??= cell;
    return agreed;
  }
}

/** The sums inside the table. What only has to balance is no sum of parts. */
function sumsByTotal(evaluations: readonly Evaluation[]): ReadonlyMap<AmountCell, readonly Evaluation[]> {
  // The fewer parts a sum has, the finer it is: of sums that agree within rounding it gives the value.
  const ordered = [...evaluations].sort((a, b) => a.relation.parts.length - b.relation.parts.length);
  return groupedBy(ordered, ({ relation: { rule, comparison, total } }) =>
    rule === 'balance' || comparison !== undefined ? undefined : total.cell,
  );
}

/** The first cell among the amounts that is neither an amount nor a blank, or that slid out of its column. */
function unreadableCell({ table }: PlacedTable): Cell | undefined {
  for (const { amountColumns, rows } of table.sides) {
    for (const entry of rows) {
      if (!entry.row.bound) return entry.row.cells.find((cell) => cell?.amount !== undefined);
      const column = amountColumns.find((each) => each.kind === 'amount' && isUnreadable(entry, each));
      if (column) return entry.row.cells[column.index];
    }
  }
  return undefined;
}

function decimalsOf(sums: readonly Evaluation[]): number {
  const terms = sums.flatMap(({ relation: { total, parts } }) => [total, ...parts]);
  return terms.reduce((most, { cell }) => Math.max(most, cell.amount.decimals), 0);
}

function at(placed: PlacedTable, cell: Cell, reason: 'unreadable' | 'contradictory'): Refusal {
  return { reason, range: rangeOf(cell.span, placed.line), text: cell.text };
}

function refused(refusal: Refusal): Recalculation {
  return { kind: 'refused', refusal };
}
