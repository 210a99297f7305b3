import { parseNumbering } from '../../text/numbering.ts';
import { displayWidth } from '../../text/width.ts';
import { isBarrier } from '../barrier.ts';
import type { RowNode } from '../nodes.ts';
import { type DialectReader, LOOKAHEAD } from './dialect.ts';

/** So many lines that begin at one place, with nothing in front of them, show that paragraphs stand there. */
const FEWEST_LINES = 5;
/** Lines of paragraphs begin so far to the right, and are so long. */
const INDENT = ' '.repeat(24);
const FEWEST_CHARACTERS = 12;
/** Lines that are full may be so much narrower on a screen, for no sign is broken. */
const NARROWER = 3;
/** Headings and rows of such a page have room in front of them or between them. */
const ROOM = /[ \u3000]{2}/;
/** Beside figures a line may be pushed aside so much. */
const SLACK = 3;
/** What stands there and is an amount tells that another column reaches so far. */
const AMOUNT_AHEAD = /^[-(（]?\d[\d,]*(?:\.\d+)?[)）]?(?:\s|$)/;

/** A line without the paragraph beside it. */
interface Trimmed {
  readonly text: string;
  /** Whether nothing but the paragraph stands in it. */
  readonly isBeside: boolean;
}

/**
 * Makes a dialect of one for pages on which paragraphs stand in the last column (绩效目标 or 主要内容 of projects): their
 * lines run down beside each row and between rows. It reads the table as if they were not there. Each page is a table of its
 * own, for the paragraphs of another stand elsewhere.
 */
export function besideParagraphs(reader: DialectReader): DialectReader {
  const readIn = (read: (lines: readonly string[]) => RowNode[], lines: readonly string[]): RowNode[] => {
    const place = paragraphPlace(lines) ?? Number.POSITIVE_INFINITY;
    return read(lines.map((line) => (trimmed(line, place) ?? NOTHING).text));
  };
  const { readInOrder } = reader;
  return {
    dialect: reader.dialect,
    extent(lines, first) {
      if (!ROOM.test(lines[first] ?? '') || !mayHaveParagraphs(lines, first)) return 0;
      const page = pageAt(lines, first);
      const place = paragraphPlace(page);
      if (place === undefined) return 0;
      const own: string[] = [];
      const places: number[] = [];
      let end = 0;
      for (const line of page) {
        const rest = trimmed(line, place);
        if (!rest) break;
        if (!rest.isBeside) {
          own.push(rest.text);
          places.push(end);
        }
        end++;
      }
      const count = reader.extent(own, 0);
      if (count === 0) return 0;
      let last = (places[count - 1] ?? 0) + 1;
      while (last < end && trimmed(page[last] ?? '', place)?.isBeside) last++;
      return paragraphPlace(page.slice(0, last)) === place ? last : 0;
    },
    read: (lines) => readIn(reader.read, lines),
    ...(readInOrder && { readInOrder: (lines: readonly string[]) => readIn(readInOrder, lines) }),
  };
}

const NOTHING: Trimmed = { text: '', isBeside: true };

/** Whether as many lines as paragraphs have begin far to the right: hardly any text has, and every line of all is asked. */
function mayHaveParagraphs(lines: readonly string[], first: number): boolean {
  let count = 0;
  for (let line = first; line < first + LOOKAHEAD && count < FEWEST_LINES; line++)
    if (lines[line]?.startsWith(INDENT)) count++;
  return count === FEWEST_LINES;
}

/** The lines from one on, to the end of the page as far as it is looked at. */
function pageAt(lines: readonly string[], first: number): readonly string[] {
  const ahead = lines.slice(first, first + LOOKAHEAD);
  const end = ahead.findIndex((line, index) => isBarrier(line) || (index > 0 && line.includes('\f')));
  return end === -1 ? ahead : ahead.slice(0, end);
}

/**
 * Where paragraphs begin, in characters: where most lines do that have nothing in front of these. Most lines of paragraphs
 * fill their column; items of a list, which begin with their numbers, do not.
 */
function paragraphPlace(lines: readonly string[]): number | undefined {
  const widths = new Map<number, number[]>();
  for (const line of lines) {
    if (!line.startsWith(INDENT)) continue;
    const text = line.trim();
    if (text.length < FEWEST_CHARACTERS || /\s{2}/.test(text) || AMOUNT_AHEAD.test(text)) continue;
    if (parseNumbering(text)) continue;
    const place = line.length - line.trimStart().length;
    widths.set(place, [...(widths.get(place) ?? []), displayWidth(text)]);
  }
  const [place, own = []] = [...widths].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const widest = Math.max(...own);
  const full = own.filter((width) => width >= widest - NARROWER);
  return own.length >= FEWEST_LINES && 2 * full.length >= own.length ? place : undefined;
}

/** A line up to the paragraph that begins about a place; undefined where something else reaches over it. */
function trimmed(line: string, place: number): Trimmed | undefined {
  for (let at = Math.max(0, place - SLACK); at <= place + SLACK && at < line.length; at++) {
    if (isBlank(line[at]) || !isBlank(line[at - 1])) continue;
    if (AMOUNT_AHEAD.test(line.slice(at))) return undefined;
    const text = line.slice(0, at).trimEnd();
    return { text, isBeside: text === '' };
  }
  const text = line.slice(0, place).trimEnd();
  return text.length < place ? { text, isBeside: text === '' && line.trim() !== '' } : undefined;
}

function isBlank(unit = ' '): boolean {
  return unit.trim() === '';
}
