import { blotted, isFigure } from '../syntax/withoutFigures.ts';
import { Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { isSameValue } from '../text/sameValue.ts';
import { type Cell, type PlacedTable, placeTable, type Row, type Table } from './table.ts';

const SOME = new Money(1);

/**
 * Tables with their figures blotted out, as those of a tree are (`syntax/withoutFigures.ts`): an edit of a figure leaves
 * their list the very same, unless the table is read otherwise now. What is looked for in their words alone is looked for
 * in these.
 */
export const tablesWithoutFigures = rememberEach(
  ({ line, table }: PlacedTable): readonly PlacedTable[] => [placeTable(blottedTable(table), line)],
  isSameValue,
);

const blottedTable = remember((table: Table): Table => {
  // A cell may stand in several columns, and a row in several blocks.
  const cellOf = remember(blottedCell);
  const rowOf = remember(
    (row: Row): Row => ({
      ...row,
      cells: row.cells.map((cell) => cell && cellOf(cell)),
    }),
  );
  return {
    ...table,
    rows: table.rows.map(rowOf),
    sides: table.sides.map((side) => ({
      ...side,
      rows: side.rows.map((entry) => ({ ...entry, row: rowOf(entry.row) })),
    })),
  };
});

function blottedCell(cell: Cell): Cell {
  const { amount, text } = cell;
  if (!amount || !isFigure(text)) return cell;
  const value = amount.value.isZero() ? amount.value : amount.value.isNegative() ? SOME.neg() : SOME;
  return { ...cell, text: blotted(text), amount: { ...amount, value } };
}
