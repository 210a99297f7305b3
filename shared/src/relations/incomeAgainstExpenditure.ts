import type { PlacedTable, Table } from '../disclosure/table.ts';
import { rememberPair } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { anchorsOf } from './anchors.ts';
import type { Between } from './between.ts';
import { movesBetweenYears, namesCarriedOver } from './carriedOver.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import type { Evaluation } from './relation.ts';
import { sourcesIn } from './sourceTies.ts';
import type { Kind } from './tableKinds.ts';
import { tieOf } from './tie.ts';

/** Tables that show whether funds go over from one year into another. */
const TELLING: readonly Kind[] = ['balance', 'fiscal', 'income', 'expenditure'];

/**
 * The total of the table of income against that of the table of expenditure (B3), where the table of both does not tie
 * them: it is not there, or one side of it could not be read. All income of a budget is spent, but for what is left for the
 * next year; a final account leaves out of either what the years before and after have. Where all income is listed with what
 * was carried over, and none was, the two are equal for certain; where it is not listed, a slip of the hand has to show it.
 *
 * @param named the ties by definition, of which those to the table of both leave nothing to say
 */
export function incomeAgainstExpenditure(
  byKind: ReadonlyMap<Kind, PlacedTable>,
  named: readonly Between[],
): Between[] {
  const [balance, income, expenditure] = (['balance', 'income', 'expenditure'] as const).map((kind) =>
    byKind.get(kind),
  );
  if (!income || !expenditure) return [];
  const isTied = (table: PlacedTable) =>
    balance !== undefined && named.some(({ tables }) => tables.includes(table) && tables.includes(balance));
  const telling = TELLING.flatMap((kind) => byKind.get(kind)?.table ?? []);
  if ((isTied(income) && isTied(expenditure)) || telling.some(movesFunds)) return [];
  // The end of the table of both, where what goes over into the next year stands, was not read with it.
  if (balance && !balance.table.rows.some(({ kind }) => kind === 'total')) return [];
  const evaluation = totalsOf(income.table, expenditure.table);
  if (!evaluation) return [];
  const certain =
    evaluation.standing !== 'broken' ||
    [balance, income].some((placed) => placed && namesCarriedOver(placed.table)) ||
    isExplainedBySlip(evaluation.relation);
  return [{ evaluation, tables: [income, expenditure], certain }];
}

/** Whether anything goes over from one year into another, in a row or in a column of the table. */
function movesFunds(table: Table): boolean {
  const carried = sourcesIn(table).get('carried-over');
  return movesBetweenYears(table) || (carried !== undefined && !carried.cell.amount.value.isZero());
}

const totalsOf = rememberPair((income: Table, expenditure: Table): Evaluation | undefined => {
  const isRead = [income, expenditure].every(
    ({ open, headless, title }) => !open && !headless && !/决算/.test(compactLabel(title?.text ?? '')),
  );
  const [received, spent] = [income, expenditure].map((table) => anchorsOf(table).get('total'));
  if (!isRead || !received || !spent) return undefined;
  return tieOf({ table: income, term: received }, { table: expenditure, term: spent });
});
