import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { displayWidth } from '../../text/width.ts';

/** A stretch of a line. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** How places in a line are counted: a character each, as pdftotext does, or as wide as a screen shows them. */
export type Count = 'characters' | 'screen';

/** Where each cell of a row begins and ends. Nothing but blanks stands between cells. */
export function placesOfCells({ cells }: RowNode, count: Count): ReadonlyMap<CellNode, Edges> {
  const places = new Map<CellNode, Edges>();
  let line = -1;
  let wider = 0;
  for (const cell of cells) {
    const { span, text } = cell;
    if (text === '') continue;
    if (span.line !== line) wider = 0;
    line = span.line;
    const width = displayWidth(text);
    places.set(
      cell,
      count === 'screen'
        ? { left: span.start + wider, right: span.start + wider + width }
        : { left: span.start, right: span.end },
    );
    wider += width - (span.end - span.start);
  }
  return places;
}

/** The ways to count in which most cells of a column begin or end at one place: both, where nothing tells. */
export function countsOf(rows: readonly RowNode[]): readonly Count[] {
  const [characters, screen] = [flushIn(rows, 'characters'), flushIn(rows, 'screen')];
  if (characters === screen) return ['characters', 'screen'];
  return [characters > screen ? 'characters' : 'screen'];
}

function flushIn(rows: readonly RowNode[], count: Count): number {
  const lefts = new Map<string, number>();
  const rights = new Map<string, number>();
  const best = new Map<number, number>();
  for (const row of rows) {
    for (const [{ place = -1 }, { left, right }] of placesOfCells(row, count)) {
      for (const [counts, edge] of [
        [lefts, left],
        [rights, right],
      ] as const) {
        const own = (counts.get(`${place}:${edge}`) ?? 0) + 1;
        counts.set(`${place}:${edge}`, own);
        best.set(place, Math.max(best.get(place) ?? 0, own));
      }
    }
  }
  return [...best.values()].reduce((sum, each) => sum + each, 0);
}
