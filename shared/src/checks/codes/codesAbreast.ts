import type { Catalogue } from '../../catalogue/catalogue.ts';
import { NO_CARRY, readCode } from '../../disclosure/codes.ts';
import type { Cell, CodeReading, Table } from '../../disclosure/table.ts';
import { toHalfWidth } from '../../text/width.ts';
import { type CodedRow, type CodedTable, isNamed, judgeRow } from './codedRows.ts';

/** Fewer codes with their names in a column may stand there by chance. */
const FEWEST_ROWS = 3;
/** So many of the texts that look like codes must have their own names beside them. */
const NAMED_SHARE = 2 / 3;
const BEGINS_LIKE_CODE = /^[1235]\d{2}(?:\d{2}){0,2}(?!\d)/;

interface Candidate {
  readonly index: number;
  readonly code: CodeReading;
}

/**
 * Codes with their names in other columns than those that name the rows: 人员经费 and 公用经费 abreast, the
 * 政府 economic code beside that of the 部门, the 类 on the right of a 收支总表, and codes among the tokens of
 * flattened rows. One list a column, and only where most of it are codes with their own names: a figure that
 * looks like a code is then none.
 *
 * @param own the reading of the codes that name the rows, if there are any
 */
export function codesAbreast(table: Table, catalogue: Catalogue, own: CodedTable | undefined): CodedTable[] {
  const taken = new Set(
    own?.rows.flatMap(({ row, code }) => code.spans.map((span) => `${row.line} ${span.start}`)),
  );
  const columns = new Map<number, Candidate[]>();
  for (const [index, row] of table.rows.entries()) {
    if (row.kind !== 'data') continue;
    const cells = row.cells.filter((cell) => cell !== undefined);
    for (const [at, cell] of cells.entries()) {
      if (!BEGINS_LIKE_CODE.test(toHalfWidth(cell.text)) || taken.has(`${row.line} ${cell.span.start}`))
        continue;
      const code = codeWithName(cells.slice(at));
      if (!code) continue;
      const column = table.dialect === 'flattened' ? 0 : cell.column;
      columns.set(column, [...(columns.get(column) ?? []), { index, code }]);
    }
  }
  return [...columns.values()].flatMap((candidates) => listOf(candidates, table, catalogue) ?? []);
}

/** The code that these cells begin with, if its name stands right behind it. */
function codeWithName(cells: readonly Cell[]): CodeReading | undefined {
  const code = readCode(cells, NO_CARRY);
  if (!code?.nameSpan) return undefined;
  const last = code.spans.at(-1)?.start ?? 0;
  const between = cells.filter(({ span }) => span.start > last && span.start < (code.nameSpan?.start ?? 0));
  return between.length === 0 ? code : undefined;
}

function listOf(
  candidates: readonly Candidate[],
  table: Table,
  catalogue: Catalogue,
): CodedTable | undefined {
  const rows = candidates.flatMap(({ index, code }): CodedRow[] => {
    const row = table.rows[index];
    return row ? [judgeRow(row, code, index, table, catalogue)] : [];
  });
  const fitting = rows.filter(({ standing }) => standing?.kind === 'fits' || standing?.kind === 'old');
  if (fitting.length < FEWEST_ROWS || fitting.length < NAMED_SHARE * rows.length) return undefined;
  return { table, catalogue, rows, blocks: [rows], named: isNamed(rows) };
}
