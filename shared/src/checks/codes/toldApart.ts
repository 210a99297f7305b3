import { normalizeName } from '../../catalogue/names.ts';
import { isOfCode } from '../../codes/places.ts';
import { hasWords } from '../../disclosure/labels.ts';
import type { Cell, Row, Table } from '../../disclosure/table.ts';
import { toHalfWidth } from '../../text/width.ts';
import type { CodedRow } from './codedRows.ts';

/** What tells rows apart without words: codes of another list, years. Shorter digits number the rows. */
const TELLING_DIGITS = /^\d{4,}$/;

/**
 * Whether something beside their codes tells two rows of a table apart, so that both may have the same one:
 * another text (支出类型, 项目名称, 单位, 资金来源), which a merged cell prints only in the first row it holds
 * for; a heading between them; a page that begins with the second; or figures of quite different columns.
 */
export function areToldApart(
  before: CodedRow,
  after: CodedRow,
  table: Table,
  coded: readonly CodedRow[],
): boolean {
  if (normalizeName(before.code.name) !== normalizeName(after.code.name)) return true;
  if (haveDifferentFigures(before.row, after.row, table)) return true;
  const byIndex = new Map(coded.map((row) => [row.index, row]));
  const carried = textsBeside(before, table);
  for (let index = before.index + 1; index <= after.index; index++) {
    const row = byIndex.get(index);
    if (row) {
      for (const [column, text] of textsBeside(row, table)) if (carried.get(column) !== text) return true;
    } else if (isHeading(table.rows[index], byIndex.get(index - 1), byIndex.get(index + 1))) return true;
  }
  const above = table.rows[after.index - 1];
  return above?.kind === 'header' || above?.kind === 'index' || above?.kind === 'separator';
}

/** The texts of a row beside its code and name, by column. */
function textsBeside({ row, code }: CodedRow, { columns }: Table): Map<number, string> {
  const texts = new Map<number, string>();
  for (const cell of row.cells) {
    if (!cell || isOfCode(cell, { code })) continue;
    const isFigure = columns[cell.column]?.kind === 'amount' && cell.amount !== undefined;
    if (!isFigure && isTelling(cell)) texts.set(cell.column, normalizeName(cell.text));
  }
  return texts;
}

function isTelling({ text }: Cell): boolean {
  return hasWords(text) || TELLING_DIGITS.test(toHalfWidth(text));
}

/** Whether a row without a code heads those below it: its words are no rest of a name that was wrapped. */
function isHeading(row: Row | undefined, above: CodedRow | undefined, below: CodedRow | undefined): boolean {
  if (row?.kind !== 'data' && row?.kind !== 'total') return false;
  const names = [above, below].flatMap((each) => each?.record?.name ?? []).map(normalizeName);
  return row.cells.some(
    (cell) => cell && hasWords(cell.text) && !names.some((name) => name.includes(normalizeName(cell.text))),
  );
}

/** Whether the figures of two rows, but for totals, stand in columns of which none is the other's. */
function haveDifferentFigures(before: Row, after: Row, { columns }: Table): boolean {
  const filled = ({ cells }: Row): number[] =>
    cells.flatMap((cell) => {
      const column = cell?.amount && columns[cell.column];
      return column && column.kind === 'amount' && column.totalRank === 0 ? column.index : [];
    });
  const first = filled(before);
  const second = filled(after);
  return first.length > 0 && second.length > 0 && !first.some((column) => second.includes(column));
}
