import { type AmountCell, isAmountCell, type PlacedTable } from '../../disclosure/table.ts';
import { compactLabel } from '../../text/width.ts';

/** Columns whose headings say no more than that they hold the amounts. */
const PLAIN = /^(?:[^›]*(?:预算|决算|执行)数?|金额|合计|总计|小计)?(?:\([万元]+\))?$/;
const WORDS = /\p{Script=Han}/u;

/** The words beside a cell of a table and over it, as far as they say what its figure is; empty where none do. */
export interface CellName {
  readonly row: string;
  readonly column: string;
}

/** How a finding names the figure of a table: 合计 of 基本支出. */
export function cellName({ table: { rows, columns } }: PlacedTable, cell: AmountCell): CellName {
  const row = rows.find(({ cells }) => cells.includes(cell));
  const at = row?.cells.indexOf(cell) ?? -1;
  const before = row?.cells
    .slice(0, at)
    .findLast((each) => each && !isAmountCell(each) && WORDS.test(each.text));
  const name = row?.code?.name ?? compactLabel(before?.text ?? '');
  const column = compactLabel(columns[at]?.path.at(-1) ?? '');
  return { row: name, column: PLAIN.test(column) && name !== '' ? '' : column };
}
