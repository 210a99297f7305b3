import { isBarrier } from '../../barrier.ts';
import { isKnownHeading } from '../../headingWords.ts';
import type { CellNode } from '../../nodes.ts';
import { cellOf } from '../dialect.ts';

/** A stretch of one line. */
interface Part {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A cell in front of its bar; its words may go over lines. */
export interface BarredCell {
  readonly parts: readonly Part[];
  readonly text: string;
  /** The line of its bar. */
  readonly closed: number;
  /** Set where bars behind each other fill a row up, in which blank cells may have been left out. */
  readonly filler?: true;
}

/** Words in front of a bar go over so many lines at most. */
export const MAX_PARTS = 4;
/** A longer line is no part of a cell that goes on in the next one. */
const MAX_PART = 20;
/** A line of a sentence, a title or a declaration does not go on in the next one; that of an item among others may. */
const NO_PART = /[。；;：:|]|表$|^20\d{2}年.{4,}情况$/;
/** A longer line is a sentence. */
const MAX_CELL = 60;
const OF_WHICH = /^其中[：:]/;
const LONE_BAR = /^\s*\|\s*$/;
const CLOSED = /^[^|]+\|\s*$/;
/** A row that begins with a blank cell. */
const LEADING = /^\s*\|\s+\|\s*$/;

/** Whether cells that bars close, one a line, may begin in a line: itself with a bar at its end, or a bar alone below it. */
export function mayBegin(lines: readonly string[], first: number): boolean {
  const [line = '', next = ''] = [lines[first], lines[first + 1]];
  if (line.length > MAX_CELL) return false;
  if (CLOSED.test(line) || LONE_BAR.test(line) || LEADING.test(line) || isClosedBelow(line, next))
    return true;
  // Words over two lines may be anything, such as the end of a title, but for a heading that tables have.
  const closes = CLOSED.test(next) || isClosedBelow(next, lines[first + 2]);
  return isPart(line) && closes && isKnownHeading(line.trim() + next.replace('|', '').trim());
}

/** The cells in the lines from one on, up to the first line that holds none, and in no more lines than so many. */
export function cellsFrom(lines: readonly string[], first: number, most: number): BarredCell[] {
  const cells: BarredCell[] = [];
  let open: Part[] = [];
  for (let line = first; line < Math.min(lines.length, first + most); line++) {
    const text = lines[line] ?? '';
    if (isBarrier(text)) break;
    if (!text.includes('|')) {
      const goesOn = isPart(text) && open.length < MAX_PARTS - 1;
      const isEmpty = cells.length > 0 && open.length === 0 && isEmptied(text, lines[line + 1]);
      if (!goesOn && !isEmpty && !isClosedBelow(text, lines[line + 1])) break;
      open.push({ line, start: 0, end: text.length });
      continue;
    }
    if (!text.trimEnd().endsWith('|')) break;
    const closed = closedOn(lines, line, open);
    // A part in front of the bracket that another part ends is missing.
    if (open.length > 0 && closed[0] && !isBalanced(closed[0].text)) break;
    cells.push(...closed);
    open = [];
  }
  return cells;
}

/** The cells that the bars of a line close, the first of them with what stands open above. */
function closedOn(lines: readonly string[], line: number, open: readonly Part[]): BarredCell[] {
  const text = lines[line] ?? '';
  const cells: BarredCell[] = [];
  let start = open.length === 0 && LEADING.test(text) ? text.indexOf('|') + 1 : 0;
  for (let bar = text.indexOf('|', start); bar !== -1; bar = text.indexOf('|', start)) {
    const own = { line, start, end: bar };
    const isBlank = text.slice(start, bar).trim() === '';
    const above = cells.length === 0 ? open : [];
    const parts = isBlank && above.length > 0 ? above : [...above, own];
    const whole = parts.map((part) => lines[part.line]?.slice(part.start, part.end).trim() ?? '').join('');
    cells.push({ parts, text: whole, closed: line, ...(isBlank && cells.length > 0 && { filler: true }) });
    start = bar + 1;
  }
  return cells;
}

/** Whether a line is that of a cell whose figure was taken out, and its bar stands below. */
function isEmptied(text: string, next = ''): boolean {
  return text.trim() === '' && LONE_BAR.test(next);
}

function isClosedBelow(text: string, next = ''): boolean {
  return text.trim() !== '' && text.length <= MAX_CELL && !text.includes('|') && LONE_BAR.test(next);
}

function isBalanced(text: string): boolean {
  return text.split(/[(（]/).length === text.split(/[)）]/).length;
}

function isPart(text: string): boolean {
  const part = text.trim().replace(OF_WHICH, '');
  return part !== '' && part.length <= MAX_PART && !NO_PART.test(part);
}

/** A cell as the tree has it: the first line of its words, and all of them. */
export function nodeOf(lines: readonly string[], cell: BarredCell): CellNode {
  const [first, ...others] = cell.parts;
  if (!first) return cellOf('', 0, 0, 0, 0);
  const node = cellOf(lines[first.line] ?? '', first.start, first.end, first.line, 0);
  return others.length === 0 ? node : { ...node, whole: cell.text };
}
