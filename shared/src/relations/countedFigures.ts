import type { Binding } from '../disclosure/binding.ts';
import type { AmountCell, Row, Table } from '../disclosure/table.ts';
import { countedName, countSums } from './countSums.ts';

/**
 * What a number of posts, people or vehicles belongs to, where a sum speaks of it; undefined for any other. Counts are no
 * amounts, so that `bindingsOf` has none of them.
 */
export function countedBinding(table: Table, row: Row, cell: AmountCell): Binding | undefined {
  const column = table.columns[cell.column];
  const isSummed = countSums(table).some(({ relation: { total, parts } }) =>
    [total, ...parts].some((term) => term.cell === cell),
  );
  if (column?.kind !== 'quantity' || !isSummed) return undefined;
  const { span, amount } = cell;
  const label = countedName(row, column);
  return {
    span: { line: span.line, start: span.start + amount.start, end: span.start + amount.end },
    amount,
    ...(label !== '' && { row: { label } }),
    column: { path: column.path, heading: column.index },
    certainty: 'certain',
    reason: 'straight',
  };
}
