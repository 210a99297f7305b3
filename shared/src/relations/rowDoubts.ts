import { hasWords } from '../disclosure/labels.ts';
import { type Column, hasAmount, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { holds, type Rounding } from './interval.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import type { SumRelation } from './relation.ts';
import type { Support } from './rowSupport.ts';
import { isTerm } from './terms.ts';

/** Rows with one filled part that agree, before a row that disagrees is taken for wrong. */
export const MANY_COPIES = 6;

/** The columns that a sum shows to be its addends: those filled beside another. */
export function addendColumns({ parts }: SumRelation): number[] {
  const filled = parts.filter(({ cell }) => !cell.amount.value.isZero());
  return filled.length > 1 ? filled.map(({ cell }) => cell.column) : [];
}

/**
 * Whether a sum that fails would hold with one more amount of its row: then its column is a part which the
 * header or the other rows did not show as such.
 */
export function lacksPart(entry: SideRow, relation: SumRelation, rounding: Rounding): boolean {
  const counted = new Set([relation.total, ...relation.parts].map(({ cell }) => cell));
  return entry.row.cells.some((cell) => {
    if (!isTerm(cell) || counted.has(cell) || cell.amount.value.isZero()) return false;
    return holds({ ...relation, parts: [...relation.parts, { cell, label: entry.label }] }, rounding);
  });
}

/**
 * Whether a sum that fails would hold without one of its parts, in a column that no row shows to be an addend:
 * then it sums up others of them, or is contained in one.
 */
export function countsTwice(
  relation: SumRelation,
  addends: ReadonlySet<number>,
  rounding: Rounding,
): boolean {
  const { parts } = relation;
  return parts.some((part) => {
    if (addends.has(part.cell.column) || part.cell.amount.value.isZero() || parts.length < 2) return false;
    return holds({ ...relation, parts: parts.filter((other) => other !== part) }, rounding);
  });
}

/**
 * Whether a total may have more parts than the only one that is here: pages of a wide table are printed abreast, 合计 and
 * 基本支出 on the one and 项目支出 on the other. Then more rows than one differ, or one has nothing but its total; on a short
 * page one row may differ alone.
 */
export function isOnlyPartOfPage(
  { rows }: Side,
  parts: readonly Column[],
  { holding, failing }: Support,
): boolean {
  if (parts.length !== 1 || failing === 0) return false;
  return failing > 1 || holding < MANY_COPIES || rows.some(hasTotalAlone);
}

/** A row of which the columns are not known, with one figure behind its words. */
function hasTotalAlone({ row: { bound, cells } }: SideRow): boolean {
  const name = cells.findLastIndex((cell) => cell !== undefined && hasWords(cell.text));
  return !bound && cells.slice(name + 1).filter((cell) => cell && hasAmount(cell)).length === 1;
}

/** A blank among the digits of a figure, as a scanner leaves it. */
const PULLED_APART = /\d\s?[.,]\s|\s[.,]/;

/**
 * Whether the only part that is left of a total, in none of several columns for certain, may have had another beside it that
 * was taken out of the page elsewhere, or that a scanner missed: where each cell has its line, or only the order of
 * the cells is left, a figure leaves no gap. Then it is less than the total, and no slip of the hand explains by how much.
 */
export function mayHaveLostPart({ columns, dialect }: Table, relation: SumRelation): boolean {
  const { total, parts } = relation;
  const [part, second] = parts;
  if (!part || second) return false;
  const isScanned = dialect === 'flattened' && [total, part].some(({ cell }) => PULLED_APART.test(cell.text));
  if (dialect !== 'cell-line' && !isScanned) return false;
  const isPlaced = !part.cell.unplaced && (columns[part.cell.column]?.path.length ?? 0) > 0;
  return !isPlaced && part.cell.amount.value.lt(total.cell.amount.value) && !isExplainedBySlip(relation);
}
