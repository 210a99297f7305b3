import type { Line, Part, Piece } from '../document/line.ts';
import { type Grid, type GridCell, type GridRow, headTexts, spreadHeadTexts } from '../layouts/grid.ts';
import { pick } from '../lists.ts';
import { cellPiece, type Dialect, headLine, headPiece, rowLine } from './dialect.ts';

const VARIANTS = [
  { strong: '', heading: '', spread: false },
  { strong: '**', heading: '## ', spread: false },
  { strong: '', heading: '### ', spread: true },
] as const;

/** Markdown tables; some have the words of merged cells in each of their cells. The rule stands under the first line of the head, however many lines that has. */
export const pipe: Dialect = {
  name: 'pipe',
  emptyCell: '| ',
  emptyRow: (width) => `${'| '.repeat(width)}|`,
  wrap(part: Part, pieces: readonly Piece[], variant: number) {
    const { heading } = pick(VARIANTS, variant);
    return part === 'title' && heading !== '' ? [{ text: heading }, ...pieces] : pieces;
  },
  write(grid: Grid, variant: number) {
    const { strong, spread } = pick(VARIANTS, variant);
    const heads = spread ? spreadHeadTexts(grid) : headTexts(grid);
    const [first, ...rest] = heads.map((texts) => headLine(piped(texts.map(headPiece), '')));
    const rows = grid.rows.map((each, row) => {
      const cells = spread ? spreadLabel(each) : each.cells;
      return rowLine(grid, row, piped(cells.map(cellPiece), each.kind === 'total' ? strong : ''));
    });
    return first === undefined ? rows : [first, ruleLine(grid.width), ...rest, ...rows];
  },
};

/** The name of a total in all columns in front of its figures. */
function spreadLabel({ kind, cells }: GridRow): readonly GridCell[] {
  const [label] = cells;
  if (kind !== 'total' || label?.role !== 'label') return cells;
  const end = cells.findIndex(({ role }, column) => column > 0 && role !== 'blank');
  return cells.map((cell, column) => (column > 0 && column < end ? { ...label } : cell));
}

/** `|---|---|`. */
export function ruleLine(width: number): Line {
  return { part: 'rule', pieces: [{ text: `|${'---|'.repeat(width)}` }], damage: [] };
}

function piped(cells: readonly Piece[], strong: string): Piece[] {
  const between = cells.flatMap((cell, column): Piece[] => {
    if (cell.text === '') return [{ text: '| ', column }, cell];
    const mark = cell.role === 'label' && strong !== '' ? [{ text: strong, column }] : [];
    return [{ text: '| ', column }, ...mark, cell, ...mark, { text: ' ', column }];
  });
  return [...between, { text: '|' }];
}
