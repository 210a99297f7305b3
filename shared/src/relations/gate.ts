import { candidatesFor, tiesWithin } from './candidates.ts';
import { type Cause, indexByCell } from './culprits.ts';
import type { Evaluation } from './relation.ts';

/** Sums in a column that may fail before the column is taken for misread; one wrong cell breaks two. */
const COLUMN_FAILURES = 2;
const COLUMN_SHARE = 1 / 3;
/** Independent causes a table may have, as a share of its sums, before the table is taken for misread. */
const TABLE_SHARE = 1 / 4;

/**
 * The reading gate: columns in which most sums fail were slid or misread, and are left out. What is not
 * understood stays silent. Sums that one cell explains are one mistake, however many they are.
 */
export function withoutMisreadColumns(evaluations: readonly Evaluation[]): Evaluation[] {
  const byColumn = new Map<number, Evaluation[]>();
  for (const evaluation of evaluations) {
    const { relation } = evaluation;
    if (relation.rule === 'row-sum' || relation.rule === 'balance') continue;
    const { column } = relation.total.cell;
    const sums = byColumn.get(column);
    if (sums) sums.push(evaluation);
    else byColumn.set(column, [evaluation]);
  }
  const misread = new Set<number>();
  const ties = tiesWithin(indexByCell(evaluations), false);
  for (const [column, sums] of byColumn) {
    const failing = sums.filter((evaluation) => evaluation.standing === 'broken');
    const fails = failing.length > COLUMN_FAILURES && failing.length > COLUMN_SHARE * sums.length;
    if (fails && candidatesFor(failing, ties).length === 0) misread.add(column);
  }
  return evaluations.filter(
    ({ relation }) =>
      !misread.has(relation.total.cell.column) &&
      !relation.parts.some((part) => misread.has(part.cell.column)),
  );
}

/** Whether so much of a table fails that the reading, not the table, is the likelier culprit. */
export function isMisread(evaluations: readonly Evaluation[], causes: readonly Cause[]): boolean {
  return causes.length > 1 && causes.length > TABLE_SHARE * evaluations.length;
}
