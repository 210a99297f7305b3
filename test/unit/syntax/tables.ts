import { strict as assert } from 'node:assert';
import { splitLines } from '#core/syntax/lines.ts';
import type { Dialect, RowNode, TableNode } from '#core/syntax/nodes.ts';
import { parse } from '#core/syntax/parse.ts';

/** The blocks of a text, tables by their dialect, each with its number of lines. */
export function blocksOf(text: string): [string, number][] {
  return parse(text).blocks.map(({ node }) => [
    node.kind === 'table' ? node.dialect : node.kind,
    node.lineCount,
  ]);
}

/** The dialects of the tables of a text. */
export function dialectsOf(text: string): Dialect[] {
  return parse(text).blocks.flatMap(({ node }) => (node.kind === 'table' ? node.dialect : []));
}

/** The only table of a text. Every cell of it is checked to be what its span names, and to stand in its column. */
export function onlyTable(text: string, dialect: Dialect): TableNode {
  const tables = parse(text).blocks.flatMap(({ line, node }) =>
    node.kind === 'table' ? { line, node } : [],
  );
  const [table, second] = tables;
  assert.ok(table && !second, `one table, not ${tables.length}`);
  assert.equal(table.node.dialect, dialect);
  const lines = splitLines(text);
  for (const { cells } of table.node.rows) {
    cells.forEach((cell, column) => {
      const { line, start, end } = cell.span;
      assert.equal(lines[table.line + line]?.slice(start, end), cell.text);
      assert.equal(cell.column, column);
    });
  }
  return table.node;
}

/** The cells of a row, of wrapped ones all lines. */
export function cellsOf({ cells }: RowNode): string[] {
  return cells.map(({ text, whole }) => whole ?? text);
}

/** The rows of the only table of a text. */
export function rowsOf(text: string, dialect: Dialect): string[][] {
  return onlyTable(text, dialect).rows.map(cellsOf);
}
