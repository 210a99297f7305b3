import type { Cell, Row } from '../disclosure/table.ts';
import { displayWidth } from '../text/width.ts';
import { nameIn } from './indicatorWords.ts';

/** A name goes over no more lines. */
const MOST_LINES = 6;

/** A line of a list of which only the order of the cells is left. */
export interface FlatLine {
  readonly row: Row;
  /** What stands behind the headings that the line begins with. */
  readonly behind: readonly Cell[];
  /** The cell of the name, in a line that has a value. */
  readonly name?: Cell;
}

/** What is known of a name of which other lines may hold a part. */
export interface NameOverLines {
  readonly name: string;
  readonly nameStart: number;
  /** Set where the lines do not tell how far it goes. */
  readonly torn?: true;
}

/**
 * The name of an indicator as a narrow column wrapped it: words alone right above or below its line, and above or below
 * it on the page. Where blank lines part the indicators, the lines in between are those of one name; where nothing parts
 * them, it is not known which of two names such words are a part of.
 *
 * @param index of the line with the name, among all `lines` of the list
 */
export function nameOverLines(lines: readonly FlatLine[], index: number, name: Cell): NameOverLines {
  const own = nameIn(name.text);
  const { above, below } = linesAround(lines, index);
  const pieces = (some: readonly FlatLine[]) =>
    some.flatMap((line) => pieceBeside(line, name, lines[index]?.row) ?? []);
  const [before, after] = [pieces(above), pieces(below)];
  if (before.length + after.length === 0) return own;
  if ([...above, ...below].some((line) => line.name)) return { ...own, torn: true };
  return nameIn([...before, name, ...after].map(({ text }) => text).join(''));
}

/** The lines that no blank line parts from one. */
function linesAround(
  lines: readonly FlatLine[],
  index: number,
): { readonly above: readonly FlatLine[]; readonly below: readonly FlatLine[] } {
  let first = index;
  while (first > 0 && index - first < MOST_LINES && isRightBelow(lines[first], lines[first - 1])) first--;
  let last = index;
  while (last - index < MOST_LINES && isRightBelow(lines[last + 1], lines[last])) last++;
  return { above: lines.slice(first, index), below: lines.slice(index + 1, last + 1) };
}

function isRightBelow(line: FlatLine | undefined, above: FlatLine | undefined): boolean {
  return line !== undefined && above !== undefined && line.row.line === above.row.line + 1;
}

/** The one cell of a line behind its headings, if it stands above or below the name. */
function pieceBeside(line: FlatLine, name: Cell, own: Row | undefined): Cell | undefined {
  const { row, behind } = line;
  const [piece, other] = behind;
  if (!piece || other || !own || line.name) return undefined;
  const [from, until] = placeOf(piece, row);
  const [start, end] = placeOf(name, own);
  return from < end && start < until ? piece : undefined;
}

/** The columns of the screen that a cell takes, where nothing but blanks stands between the cells of its row. */
function placeOf({ span, column, text }: Cell, { cells }: Row): readonly [number, number] {
  const wide = cells.slice(0, column).reduce((sum, cell) => sum + extraWidth(cell?.text ?? ''), 0);
  const start = span.start + wide;
  return [start, start + displayWidth(text)];
}

function extraWidth(text: string): number {
  return displayWidth(text) - text.length;
}
