import type { Line, Part, Piece } from '../document/line.ts';
import { type Grid, headTexts } from '../layouts/grid.ts';
import { pick } from '../lists.ts';
import { cellPiece, type Dialect, headLine, headPiece, rowLine } from './dialect.ts';

const VARIANTS = [
  { strong: '', heading: '' },
  { strong: '**', heading: '## ' },
  { strong: '', heading: '### ' },
] as const;

/** Markdown tables. The rule stands under the first line of the head, however many lines that has. */
export const pipe: Dialect = {
  name: 'pipe',
  emptyCell: '| ',
  emptyRow: (width) => `${'| '.repeat(width)}|`,
  wrap(part: Part, pieces: readonly Piece[], variant: number) {
    const { heading } = pick(VARIANTS, variant);
    return part === 'title' && heading !== '' ? [{ text: heading }, ...pieces] : pieces;
  },
  write(grid: Grid, variant: number) {
    const { strong } = pick(VARIANTS, variant);
    const [first, ...rest] = headTexts(grid).map((texts) => headLine(piped(texts.map(headPiece), '')));
    const rows = grid.rows.map(({ cells, kind }, row) =>
      rowLine(grid, row, piped(cells.map(cellPiece), kind === 'total' ? strong : '')),
    );
    return first === undefined ? rows : [first, ruleLine(grid.width), ...rest, ...rows];
  },
};

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
