import { hasWords } from './labels.ts';
import type { ReadRow } from './rows.ts';
import { kindOfHeading } from './unmarked/leaves.ts';

/** Fewer rows may have one figure each by chance. */
const MIN_ROWS = 5;
/** So many rows have to use a place before it is taken for one. */
const MIN_IN_PLACE = 2;

/**
 * Puts the figures of a column that was torn in two under its heading. Tables taken out of a PDF have a line of the grid
 * wherever some text begins, so that 合计 and the 类 stand in one column and their 款 in the next, under one heading for
 * both: no row has two figures then.
 */
export function gathered(rows: readonly ReadRow[], header: readonly ReadRow[]): readonly ReadRow[] {
  const target = headingOfAll(rows.filter(isBody), header);
  return target === undefined ? rows : rows.map((row) => (isBody(row) ? withFigureAt(row, target) : row));
}

function isBody(row: ReadRow): boolean {
  return (row.kind === 'data' || row.kind === 'total') && figuresOf(row).length > 0;
}

/** The columns of the figures behind the words of a row: those in front are codes and numbers. */
function figuresOf({ node, amounts }: ReadRow): number[] {
  const name = node.cells.findLast(({ text }) => hasWords(text))?.column ?? -1;
  return [...amounts.keys()].filter((column) => column > name);
}

/** The column of the only heading over all figures; undefined where they do not belong together. */
function headingOfAll(body: readonly ReadRow[], header: readonly ReadRow[]): number | undefined {
  if (body.length < MIN_ROWS || body.some((row) => figuresOf(row).length > 1)) return undefined;
  const uses = new Map<number, number>();
  for (const column of body.flatMap(figuresOf)) {
    uses.set(column, (uses.get(column) ?? 0) + 1);
  }
  const first = Math.min(...uses.keys());
  const headings = header.flatMap(({ node }) =>
    node.cells.filter(({ column, text }) => column >= first && text !== ''),
  );
  const [heading, second] = headings;
  if (uses.size < 2 || !heading || second || kindOfHeading(heading.text) !== 'figure') return undefined;
  const isUsed = [...uses.values()].every((count) => count >= MIN_IN_PLACE);
  return isUsed && uses.has(heading.column) ? heading.column : undefined;
}

/** The row with its figure in another column, and what stood there, a blank, in its place. */
function withFigureAt(row: ReadRow, target: number): ReadRow {
  const [from] = figuresOf(row);
  const amount = from === undefined ? undefined : row.amounts.get(from);
  const blank = row.node.cells.find(({ column }) => column === target);
  if (from === undefined || from === target || !amount || (blank && blank.text !== '')) return row;
  const cells = row.node.cells.map((cell) => {
    if (cell.column === from) return { ...cell, column: target };
    return cell.column === target ? { ...cell, column: from } : cell;
  });
  return {
    ...row,
    amounts: new Map([...row.amounts].map(([column, each]) => [column === from ? target : column, each])),
    node: { ...row.node, cells: cells.sort((a, b) => a.column - b.column) },
  };
}
