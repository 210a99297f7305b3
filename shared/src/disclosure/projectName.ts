import { compactLabel } from '../text/width.ts';
import type { Disclosure } from './disclosure.ts';
import type { Row, Table } from './table.ts';

/** A form spreads over fewer tables than these, however its pages and blank lines part it. */
const MOST_TABLES = 12;
const LABEL = /^(?:项目|专项)(?:\(?政策\)?)?名称[:：]?$/;
const LABEL_WITH_NAME = /^(?:项目|专项)名称[:：](.+)$/;

/**
 * The name of the project that a row of a performance table is about: what the form above the indicators gives
 * as 项目名称. Undefined where none is in sight, and where a table of accounts comes first.
 *
 * @param rowIndex index in the table's rows of the row asked about
 */
export function projectNameAbove(
  { tables }: Disclosure,
  tableIndex: number,
  rowIndex: number,
): string | undefined {
  for (let index = tableIndex; index >= 0 && tableIndex - index < MOST_TABLES; index--) {
    const table = tables[index]?.table;
    if (!table || (index < tableIndex && table.coded)) return undefined;
    const name = lastProjectName(table, index === tableIndex ? rowIndex : table.rows.length);
    if (name !== undefined) return name;
  }
  return undefined;
}

function lastProjectName({ rows }: Table, end: number): string | undefined {
  for (let index = end - 1; index >= 0; index--) {
    const row = rows[index];
    const name = row && projectNameIn(row);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The name that a row of a form gives as 项目名称. */
export function projectNameIn({ cells }: Row): string | undefined {
  for (const cell of cells) {
    if (!cell) continue;
    const label = compactLabel(cell.text);
    const [, glued] = LABEL_WITH_NAME.exec(label) ?? [];
    if (glued !== undefined) return glued;
    if (!LABEL.test(label)) continue;
    const value = cells.find((each) => each && each.column > cell.column && each.text.trim() !== '');
    if (value) return value.whole ?? value.text;
  }
  return undefined;
}
