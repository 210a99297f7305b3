import type { CellNode, Dialect, PlacedBlock, RowNode, TableNode } from '../syntax/nodes.ts';
import { NO_CARRY, readCode } from './codes.ts';

/** The rows of one table, joined from its pages, with lines counted from the table's first line. */
export interface Grid {
  readonly dialect: Dialect;
  readonly lineCount: number;
  readonly rows: readonly RowNode[];
}

/** A table block of the syntax tree at its place. */
export type Fragment = PlacedBlock<TableNode>;

/**
 * Joins the pages of a table. A page that lost its empty columns is fitted to the first one: columns that
 * hold anything keep their order. Where the counts differ the fit is unknown, and undefined is returned.
 */
export function joinFragments(fragments: readonly [Fragment, ...Fragment[]]): Grid | undefined {
  const [first, ...rest] = fragments;
  const rows: RowNode[] = [...first.node.rows];
  let lineCount = first.node.lineCount;
  for (const fragment of rest) {
    const offset = fragment.line - first.line;
    const target = columnMap(fragment.node.rows, rows);
    if (!target) return undefined;
    for (const row of fragment.node.rows) rows.push(moveRow(row, offset, target));
    lineCount = offset + fragment.node.lineCount;
  }
  return { dialect: first.node.dialect, lineCount, rows };
}

/** Whether the first row of a page that says something is a coded row, so that the page has no header. */
export function startsWithCode(node: TableNode): string | undefined {
  const row = node.rows.find(
    (candidate) => !candidate.separator && candidate.cells.some((cell) => cell.text !== ''),
  );
  return row && readCode(row.cells, NO_CARRY)?.digits;
}

/** The last 科目编码 printed in a page. */
export function lastCode(node: TableNode): string | undefined {
  for (let i = node.rows.length - 1; i >= 0; i--) {
    const row = node.rows[i];
    const code = row && readCode(row.cells, NO_CARRY);
    if (code) return code.digits;
  }
  return undefined;
}

function moveRow(row: RowNode, offset: number, target: readonly number[]): RowNode {
  const cells: CellNode[] = row.cells.map((cell) => ({
    ...cell,
    span: { ...cell.span, line: cell.span.line + offset },
    column: target[cell.column] ?? cell.column,
  }));
  return { line: row.line + offset, separator: row.separator, cells };
}

/** Where each column of a page belongs in the table: the same place, or by the order of filled columns. */
function columnMap(page: readonly RowNode[], table: readonly RowNode[]): readonly number[] | undefined {
  const width = widthOf(page);
  const identity = Array.from({ length: width }, (_, column) => column);
  if (width >= widthOf(table)) return identity;
  const filledHere = filledColumns(page);
  const filledThere = filledColumns(table.filter((row) => readCode(row.cells, NO_CARRY) !== undefined));
  if (filledHere.length !== filledThere.length) return undefined;
  const map = identity.map(() => -1);
  filledHere.forEach((column, order) => {
    map[column] = filledThere[order] ?? column;
  });
  // Empty columns take the free places in order, so that no two columns fall together.
  const free = Array.from({ length: widthOf(table) }, (_, column) => column).filter(
    (column) => !map.includes(column),
  );
  return map.map((column) => (column === -1 ? (free.shift() ?? widthOf(table)) : column));
}

function widthOf(rows: readonly RowNode[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
}

function filledColumns(rows: readonly RowNode[]): number[] {
  const filled = new Set<number>();
  for (const row of rows) {
    if (row.separator) continue;
    for (const cell of row.cells) if (cell.text !== '') filled.add(cell.column);
  }
  return [...filled].sort((a, b) => a - b);
}
