import type { Table } from '../disclosure/table.ts';
import { remember } from '../text/remember.ts';
import type { Evaluation } from './relation.ts';
import { isTerm } from './terms.ts';

/** Rows with figures by which two columns are seen to be the same. */
const MIN_ROWS = 3;

/**
 * Columns that print in every row what another one in front of them prints, by their index: where one source pays for
 * all, 合计 and 一般公共预算 are the same figures twice, and what is wrong in one of them is wrong in both.
 */
export const copiedColumns = remember(({ columns, rows }: Table): ReadonlySet<number> => {
  const amounts = columns.filter(({ kind }) => kind === 'amount');
  const body = rows.filter(({ kind }) => kind === 'data' || kind === 'total');
  const figuresOf = amounts.map(({ index }) =>
    body.map(({ cells }) => {
      const cell = cells[index];
      return isTerm(cell) ? cell.amount.value.toString() : (cell?.text ?? '');
    }),
  );
  const isFilled = (figures: readonly string[]) => figures.filter((text) => text !== '').length >= MIN_ROWS;
  const copied = amounts.filter((_, index) => {
    const own = figuresOf[index] ?? [];
    const isSame = (other: readonly string[]) => other.every((text, row) => text === own[row]);
    return isFilled(own) && figuresOf.slice(0, index).some(isSame);
  });
  return new Set(copied.map(({ index }) => index));
});

/**
 * The relations of a table without those that fail in the same way in a column that is copied: each mistake is told once,
 * where the figures stand first. That the two columns agree then tells against no correction of either.
 */
export function withoutCopies(table: Table, evaluations: readonly Evaluation[]): readonly Evaluation[] {
  const copied = copiedColumns(table);
  const inCopies = ({ relation: { total, parts } }: Evaluation) =>
    copied.has(total.cell.column) && parts.every(({ cell }) => copied.has(cell.column));
  if (!evaluations.some((each) => each.standing === 'broken' && inCopies(each))) return evaluations;
  const isCopy = ({ relation: { parts } }: Evaluation) =>
    parts.length === 1 && parts.every(({ cell }) => copied.has(cell.column));
  return evaluations.filter((each) => !inCopies(each) && !isCopy(each));
}
