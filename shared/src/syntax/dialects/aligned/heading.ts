import type { Atom } from './atoms.ts';
import { areHeadingsSure } from './headingCertainty.ts';
import type { Word } from './headLines.ts';
import type { BodyColumn } from './headPlace.ts';
import { type HeadPlaces, placeWords } from './headPlaces.ts';
import type { Layout } from './layout.ts';
import { Profile } from './profile.ts';
import type { PlacedLine } from './rows.ts';
import { type PlacedAtom, placeAtoms } from './ruler.ts';
import { isIndex } from './shape.ts';
import type { Stand } from './stands.ts';

/** So many columns whose figures are flush alike show how those of the others are. */
const MIN_KNOWN = 2;

/** A line of the header: its words, each by itself. */
export interface HeadingLine {
  readonly number: number;
  readonly line: string;
  readonly atoms: readonly Atom[];
}

/** Where the headings belong. */
export interface Header {
  /** The columns of the body, and those that have a heading and nothing below it. */
  readonly layout: Layout;
  /** For each column of the body its index among them all. */
  readonly indexes: readonly number[];
  /** The lines of each row: groups by themselves, then all lines of what stands over one column each. */
  readonly rows: readonly (readonly PlacedLine[])[];
}

/**
 * Finds the columns of headings.
 *
 * @param isPushed whether OCR pulled figures apart in so many rows that those behind them are not where they should be
 */
export function fitHeader(
  lines: readonly HeadingLine[],
  { measure, columns, settled }: Layout,
  stands: readonly Stand[],
  isPushed: boolean,
): Header {
  const placed = withoutRepeats(lines).map(({ line, atoms }) => placeAtoms(line, atoms, measure));
  const bodies = bodyColumns(columns, stands);
  const head = placeWords(placed, placed.map(isNumbers), bodies);
  const all = head.places.map(({ column, words }) => {
    const own = column === undefined ? undefined : columns[column];
    return own ?? profileOf(words.map((word) => word.placed));
  });
  const unsure = !areHeadingsSure(placed.map(isNumbers), placed, head, bodies, isPushed);
  return {
    layout: { measure, columns: all, settled },
    indexes: columns.map((column) => all.indexOf(column)),
    rows: rowsOf(lines, placed.map(isNumbers), head, unsure),
  };
}

/**
 * A page that begins right below the header has it again, all of it: then its lines are the same twice or more often. Single
 * lines may be the same in one header, as those of headings that are wrapped alike.
 */
export function withoutRepeats(lines: readonly HeadingLine[]): HeadingLine[] {
  const filled = lines.flatMap(({ line }, index) => (line.trim() === '' ? [] : index));
  const wordsAt = (at: number) => lines[filled[at] ?? -1]?.line.trim();
  const isRepeated = (size: number) =>
    filled.length % size === 0 && filled.every((_, at) => wordsAt(at) === wordsAt(at % size));
  const size = filled.findIndex((_, at) => at > 0 && 2 * at <= filled.length && isRepeated(at));
  if (size === -1) return [...lines];
  const second = filled[size] ?? lines.length;
  return lines.map((line, index) => (index < second ? line : { ...line, atoms: [] }));
}

/** Figures of which nothing shows how they stand are flush as those of the other columns. */
function bodyColumns(columns: readonly Profile[], stands: readonly Stand[]): BodyColumn[] {
  const firstText = columns.findIndex((column) => column.isText);
  const isFigures = (index: number) => index > firstText && columns[index]?.isText === false;
  const isAmounts = (index: number) => isFigures(index) && columns[index]?.isCode === false;
  const known = stands.flatMap(({ flush }, index) => (isAmounts(index) ? (flush ?? []) : []));
  const [flush] = known;
  const common = known.every((each) => each === flush) ? flush : undefined;
  return stands.map((stand, index) => ({
    stand,
    isFigures: isFigures(index),
    isCode: columns[index]?.isCode === true,
    flush: stand.flush ?? (isAmounts(index) ? common : undefined),
    isFlushSure:
      stand.flush !== undefined || (isAmounts(index) && common !== undefined && known.length >= MIN_KNOWN),
  }));
}

function profileOf(words: readonly PlacedAtom[]): Profile {
  const profile = new Profile();
  for (const word of words) profile.add(word);
  return profile;
}

/** `** ** 1 2 3` heads nothing. */
function isNumbers(atoms: readonly PlacedAtom[]): boolean {
  return atoms.length > 0 && isIndex({ atoms: atoms.map(({ atom }) => atom) });
}

/** The rows of the header: words over one column are one row with all their lines, the others one a line. */
function rowsOf(
  lines: readonly HeadingLine[],
  numbers: readonly boolean[],
  { places, groups }: HeadPlaces,
  unsure: boolean,
): PlacedLine[][] {
  const slots = new Map<Word, number>();
  const own = places.flatMap(({ words }, place) =>
    words.map((word) => {
      slots.set(word, place);
      return word;
    }),
  );
  for (const { word, place } of groups) slots.set(word, place);
  const lineOf = (number: number, words: readonly Word[]): PlacedLine => {
    const sorted = words.filter(({ line }) => line === number).sort((a, b) => a.index - b.index);
    return {
      number: lines[number]?.number ?? 0,
      text: lines[number]?.line ?? '',
      atoms: sorted.map(({ placed }) => placed.atom),
      slots: sorted.map((word) => slots.get(word) ?? -1),
      unsure,
    };
  };
  const grouped = groups.map(({ word }) => word);
  const headings = own.filter(({ heads }) => heads);
  const upper = lines.map((_, number) => [lineOf(number, numbers[number] === true ? own : grouped)]);
  const lower = lines.map((_, number) => lineOf(number, headings));
  const isFilled = ({ atoms }: PlacedLine) => atoms.length > 0;
  const rows = [...upper, lower.filter(isFilled)].filter((row) => row.some(isFilled));
  return rows.sort((a, b) => (a.at(-1)?.number ?? 0) - (b.at(-1)?.number ?? 0));
}
