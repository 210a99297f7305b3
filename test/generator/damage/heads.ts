import type { RenderedDocument } from '../document/document.ts';
import type { Line, Piece } from '../document/line.ts';
import { displayWidth } from '../width.ts';
import { chosenLines, type Damage, damaged, type Extent, isDelimited, replaceLines } from './damage.ts';

/** Long headings are wrapped: by a space or a break within the cell, or onto a second line of the head. */
export const wrappedHeads: Damage = {
  name: 'wrapped-heads',
  apply(document, extent) {
    const heads = chosenLines(document, extent, ({ part, pieces }) => part === 'head' && pieces.some(isLong));
    return replaceLines(document, (line, index) =>
      heads.has(index) ? wrapped(document, line, extent) : line,
    );
  },
};

const isLong = ({ role, text }: Piece) => role === 'head' && text.length > 6;

function wrapped(document: RenderedDocument, line: Line, { form }: Extent): Line | readonly Line[] {
  const dialect = document.dialects[line.table ?? -1]?.name;
  const delimited = isDelimited(document, line);
  if (dialect === 'html' || (delimited && (form % 2 === 0 || standsTwice(document, line)))) {
    const between = dialect === 'html' ? '<br>' : ' ';
    return damaged(
      line,
      'wrapped-heads',
      line.pieces.map(halved((first, second) => first + between + second)),
    );
  }
  if (dialect === 'barred') return withinCell(line);
  const first = line.pieces.map(halved((half) => half));
  if (dialect === 'aligned') return twoLines(line, spaced(line, 'first'), spaced(line, 'second'));
  return twoLines(line, first, delimited ? secondCells(line) : secondWords(line));
}

/** Whether a long heading stands in other cells of the head too: a program that spreads cells keeps each on a line. */
function standsTwice(document: RenderedDocument, line: Line): boolean {
  const head = document.lines.filter(({ part, table }) => part === 'head' && table === line.table);
  const long = head.flatMap(({ pieces }) => pieces.filter(isLong));
  return long.some(({ text }, index) => long.findIndex((each) => each.text === text) < index);
}

function twoLines(line: Line, ...lines: readonly (readonly Piece[])[]): Line[] {
  return lines.map((pieces) => damaged(line, 'wrapped-heads', pieces));
}

/** A cell of two lines in front of its bar. */
function withinCell(line: Line): Line[] {
  const [heading, ...bar] = line.pieces;
  if (heading === undefined) return [line];
  const [first, second] = [halved((half) => half)(heading), halved((_, rest) => rest)(heading)];
  return twoLines(line, [first], [second, ...bar]);
}

/** A long heading as made of its halves; other pieces as they are. */
function halved(make: (first: string, second: string) => string): (piece: Piece) => Piece {
  return (piece) => {
    const half = Math.ceil(piece.text.length / 2);
    return isLong(piece)
      ? { ...piece, text: make(piece.text.slice(0, half), piece.text.slice(half)) }
      : piece;
  };
}

/** The second line of delimited cells: the second halves, each in its column. */
function secondCells(line: Line): Piece[] {
  return line.pieces.map((piece) => {
    if (isLong(piece)) return halved((_, second) => second)(piece);
    return piece.role === undefined ? piece : { ...piece, text: '', role: 'blank' };
  });
}

/** The second line of words in a row: the second halves alone. */
function secondWords(line: Line): Piece[] {
  const second = line.pieces.filter(isLong).map(halved((_, rest) => rest));
  return second.flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ' ' }, piece]));
}

/** A line of the first or second halves, each at the display column of its heading. */
function spaced(line: Line, half: 'first' | 'second'): Piece[] {
  const pieces = line.pieces.flatMap((piece): Piece[] => {
    const width = displayWidth(piece.text);
    if (!isLong(piece)) return half === 'first' ? [piece] : [{ text: ' '.repeat(width) }];
    const part = halved((first, second) => (half === 'first' ? first : second))(piece);
    return [part, { text: ' '.repeat(width - displayWidth(part.text)) }];
  });
  const end = pieces.findLastIndex(({ text }) => text.trim() !== '');
  return pieces.slice(0, end + 1);
}
