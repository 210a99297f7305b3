import type { RenderedDocument } from '../document/document.ts';
import type { Line, Piece } from '../document/line.ts';

/** How much of a document is damaged, and where: `count` of the places that can be, from the one at `from` on. */
export interface Extent {
  readonly from: number;
  readonly count: number;
  /** Picks among the forms a damage may take; goes round. */
  readonly form: number;
}

/**
 * Something that scanning, copying or converting does to a text. What a figure is worth, and where it belongs,
 * never changes; every line that was changed says so.
 */
export interface Damage {
  readonly name: string;
  /** The damaged document; the same one where there is nothing to be damaged so. */
  readonly apply: (document: RenderedDocument, extent: Extent) => RenderedDocument;
}

/** The places that an extent means, each once, in the order of the list. */
export function chosen<T>(places: readonly T[], { from, count }: Extent): T[] {
  const first = from % Math.max(places.length, 1);
  return places.filter((_, index) => (index - first + places.length) % places.length < count);
}

/** A document with some of its lines replaced by others, by none or by several. */
export function replaceLines(
  document: RenderedDocument,
  replacement: (line: Line, index: number) => Line | readonly Line[],
): RenderedDocument {
  return { ...document, lines: document.lines.flatMap(replacement) };
}

/** The line with other pieces, and the damage told. */
export function damaged(line: Line, name: string, pieces: readonly Piece[]): Line {
  return { ...line, pieces, damage: line.damage.includes(name) ? line.damage : [...line.damage, name] };
}

/** Changes the texts of single pieces: those among all fitting ones of the document that the extent means. */
export function changePieces(
  document: RenderedDocument,
  name: string,
  extent: Extent,
  change: (piece: Piece, line: Line) => string | undefined,
): RenderedDocument {
  const changes = new Map<Piece, string>();
  for (const line of document.lines) {
    for (const piece of line.pieces) {
      const text = change(piece, line);
      if (text !== undefined && text !== piece.text) changes.set(piece, text);
    }
  }
  const wanted = new Set(chosen([...changes.keys()], extent));
  return replaceLines(document, (line) => {
    if (!line.pieces.some((piece) => wanted.has(piece))) return line;
    const pieces = line.pieces.map((piece) =>
      wanted.has(piece) ? { ...piece, text: changes.get(piece) ?? '' } : piece,
    );
    return damaged(line, name, pieces);
  });
}

/** The indexes of the lines that fit and that the extent means. */
export function chosenLines(
  document: RenderedDocument,
  extent: Extent,
  fits: (line: Line, index: number) => boolean,
): ReadonlySet<number> {
  const indexes = document.lines.flatMap((line, index) => (fits(line, index) ? [index] : []));
  return new Set(chosen(indexes, extent));
}

/** Whether a line shows all cells of a row between delimiters, so that cells can be put in and taken out. */
export function isDelimited(document: RenderedDocument, line: Line): boolean {
  const dialect = document.dialects[line.table ?? -1];
  return dialect?.emptyCell !== undefined && dialect.name !== 'html';
}

/** The columns of the grid that have a cell in the line. */
export function columnsOf(line: Line): ReadonlySet<number> {
  return new Set(line.pieces.flatMap(({ column }) => (column === undefined ? [] : [column])));
}
