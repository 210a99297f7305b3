import { isTotalLabel, wordsOf } from '../../labels.ts';
import { addsUp } from '../blanks/columnSums.ts';
import { figureOf, finestPlace } from '../blanks/figure.ts';
import { isIndex } from '../head.ts';
import { leafOf } from '../leaves.ts';
import type { PlacedGrid } from '../place.ts';
import { isFigure, type Token, tokensOf } from '../tokens.ts';

/** So many figures behind the first one show by their sum that it is a total. */
const MIN_PARTS = 2;

/**
 * Whether a group stands over the first of the headings of figures, which is no total, though the first figure of each
 * full row is that of all others: then the heading of the group is that of the total, and a column is blank throughout.
 *
 * @param figures of each row
 */
export function takesTotalForGroup({ grid }: PlacedGrid, figures: readonly (readonly Token[])[]): boolean {
  const body = grid.rows.findIndex((row) => tokensOf(row).some(isFigure) || isIndex(row));
  const head = grid.rows.slice(0, Math.max(body, 0));
  const leaf = head.at(-1)?.cells.find((cell) => cell.text !== '' && leafOf(cell).kind === 'figure');
  if (!leaf || head.length < 2 || isTotalLabel(wordsOf(leaf))) return false;
  // A group further on has another heading in front of it, that of the total or of the first part.
  const isFirst = !head.some(({ cells }) =>
    cells.some((cell) => cell.text !== '' && cell.column < leaf.column && leafOf(cell).kind === 'figure'),
  );
  if (!isFirst) return false;
  const isGrouped = head
    .slice(0, -1)
    .some(({ cells }) => cells.some(({ column, text }) => column === leaf.column && text !== ''));
  const place = finestPlace(figures.flat());
  const full = figures.filter((row) => row.length > MIN_PARTS);
  return (
    isGrouped &&
    full.length > 0 &&
    full.every((row) => {
      const values = row.map((token) => figureOf(token, place));
      return addsUp(values, { total: 0, parts: values.slice(1).map((_, at) => at + 1) });
    })
  );
}
