import {
  type AmountCell,
  type Cell,
  type Column,
  hasAmount,
  type Row,
  type Side,
  type SideRow,
} from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { holds, type Rounding } from './interval.ts';
import { comesToWithSubtotals } from './nestedParts.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import type { SumRelation, Term } from './relation.ts';
import { termAt } from './terms.ts';

/** So many rows of a long table are looked at, and fewer of a wide one, but not less than these: it bounds the time it can take. */
const MAX_WITNESS_ROWS = 300;
const MIN_WITNESS_ROWS = 30;
/** Real tables are hardly wider; each column more makes for sums longer and more in number. */
const USUAL_WIDTH = 20;
/** A sum of so many filled parts agrees with its total only if it is one. */
const WIDE_SUM = 5;

/** How well a relation between columns is borne out by the rows. Rows of the same values are one witness. */
export interface Support {
  readonly holding: number;
  readonly failing: number;
  /** Holding witnesses in which two or more parts are filled: one part alone shows only a copy. */
  readonly telling: number;
  /** Holding witnesses with so many parts that they cannot agree by chance. */
  readonly wide: number;
  /** Failing rows have amounts in columns beyond the parts, and holding rows have none: a part is missing. */
  readonly lacksPart: boolean;
}

/** By how many more witnesses it holds than fails. */
export function score(support: Support): number {
  return support.holding - support.failing;
}

/** Whether it fails nowhere and holds in enough rows that two parts of it fill. */
export function isFlawless({ failing, telling }: Support): boolean {
  return failing === 0 && telling >= 3;
}

/** How well the rows of a block bear out that these columns are the parts of a total. */
export function supportOf(
  side: Side,
  total: Column,
  parts: readonly Column[],
  beyond: readonly Column[],
  rounding: Rounding,
): Support {
  const witnesses = new Map<
    string,
    { readonly holds: boolean; readonly tells: boolean; readonly more: boolean; readonly parts: number }
  >();
  for (const entry of sampleOf(side)) {
    const relation = relationIn(entry, total, parts);
    if (!relation) continue;
    const values = [relation.total, ...relation.parts].map((term) => term.cell.amount.value.toString());
    const agrees = holds(relation, rounding);
    const more = beyond.some((column) => isFilled(entry, column));
    witnesses.set(values.join(' '), {
      holds: agrees,
      tells: agrees && relation.parts.length > 1,
      more,
      parts: relation.parts.length,
    });
  }
  const all = [...witnesses.values()];
  const [holding, failing] = [all.filter((each) => each.holds), all.filter((each) => !each.holds)];
  return {
    holding: holding.length,
    failing: failing.length,
    telling: all.filter((each) => each.tells).length,
    wide: holding.filter((each) => each.parts >= WIDE_SUM).length,
    lacksPart: failing.length > 0 && failing.every((each) => each.more) && !holding.some((each) => each.more),
  };
}

/** Every so many rows of a very long table, or of a long and wide one: enough to see how its columns hang together. */
function sampleOf({ rows, amountColumns }: Side): readonly SideRow[] {
  const narrowing = Math.min(1, USUAL_WIDTH / amountColumns.length) ** 2;
  const most = Math.max(MIN_WITNESS_ROWS, MAX_WITNESS_ROWS * narrowing);
  const step = Math.ceil(rows.length / most);
  return step <= 1 ? rows : rows.filter((_, index) => index % step === 0);
}

/** Whether the sum fails in no row, or in one that a slip of the hand explains: one row alone shows it by definition. */
export function isExplainedBySlips(
  side: Side,
  total: Column,
  parts: readonly Column[],
  rounding: Rounding,
): boolean {
  const failing = side.rows
    .flatMap((entry) => relationIn(entry, total, parts) ?? [])
    .filter((relation) => !holds(relation, rounding));
  return failing.length === 0 || (failing.length === 1 && failing.every(isExplainedBySlip));
}

/** Whether a row has a figure in a column other than zero. */
export function isFilled(entry: SideRow, column: Column): boolean {
  return termAt(entry, column)?.cell.amount.value.isZero() === false;
}

/**
 * The sum of a row: undefined without its total or any of its parts, and where figures whose columns are not known may
 * be sub-totals of others.
 */
export function relationIn(
  entry: Side['rows'][number],
  total: Column,
  parts: readonly Column[],
): SumRelation | undefined {
  const totalTerm = termAt(entry, total);
  const partTerms = parts.flatMap((column) => {
    const term = termAt(entry, column);
    return term ? { cell: term.cell, label: column.label } : [];
  });
  const unplaced = unplacedIn(entry, parts);
  if (!totalTerm || !unplaced || partTerms.length + unplaced.length === 0) return undefined;
  if (partTerms.length === 0 && comesToWithSubtotals(amountOf(totalTerm), unplaced.map(amountOf)))
    return undefined;
  return {
    rule: 'row-sum',
    total: totalTerm,
    parts: [...partTerms, ...unplaced],
    row: entry.label,
    column: total.label,
  };
}

/**
 * Figures of a row of which it is not known to which of the parts they belong: whichever it is, they count once.
 * Undefined where one may belong to none of them.
 */
function unplacedIn({ row }: SideRow, parts: readonly Column[]): Term[] | undefined {
  if (!hasUnplaced(row)) return [];
  const own = new Set(parts.map(({ index }) => index));
  const unplaced = row.cells.flatMap((cell) => (row.bound && cell?.unplaced ? cell : []));
  const within = row.cells.filter((cell, index) => cell?.unplaced && own.has(index));
  if (within.length > 0 && within.length < unplaced.length) return undefined;
  return [...new Set(within)].flatMap((cell) => (isLooseTerm(cell) ? { cell, label: '' } : []));
}

function amountOf({ cell }: Term): Decimal {
  return cell.amount.value;
}

const hasUnplaced = remember(({ cells }: Row) => cells.some((cell) => cell?.unplaced));

function isLooseTerm(cell: Cell | undefined): cell is AmountCell {
  return hasAmount(cell) && cell.amount.unit === undefined;
}
