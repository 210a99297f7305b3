import { CLASS_CODE } from '../../../text/codeShape.ts';
import { range } from '../../../text/lists.ts';
import { parseNumbering } from '../../../text/numbering.ts';
import { compactLabel, toHalfWidth } from '../../../text/width.ts';
import { isKnownHeading } from '../../headingWords.ts';
import {
  hasFullRow,
  hasHeading,
  headEnd,
  headingTypes,
  isHeaded,
  isIndexRow,
  isStacked,
  type PlacedCell,
  rowsOf,
  tellColumns,
} from './heading.ts';
import { isFigure, isWords } from './kinds.ts';
import { type Body, fewestDisturbed, isLikePageNumber, type Path, wholesOf } from './paths.ts';
import { type Cells, type Shape, widthsFrom } from './shape.ts';

/** Rows of headings above each other. */
const MAX_HEAD_ROWS = 3;
/** So many rows that are alike are no accident; where all headings are known, one is enough. */
const MIN_ROWS = 4;
const MIN_FIGURES = 2;
/** So many rows show that blank cells have lines of their own. */
const MIN_SHOWN = 2;

/** So many blank lines behind each of several rows are more than part rows. */
const MIN_BEHIND = 3;
/** So many blank lines are no end of a page. */
const MIN_BLANKS = 5;

const REMARKS = /^备注$/;

/** A table whose rows do not follow each other cell by cell. */
export interface Disturbed {
  readonly width: number;
  /** How many cells are headings, or number the columns, with those of the room in front of them. */
  readonly head: number;
  /** Blank cells in front of the first heading, which are no lines of the table. */
  readonly room: number;
  readonly path: Path;
}

/** Cells as far as they are known. */
export interface NearCells extends Cells {
  /** Whether more cells follow. */
  readonly isCut: boolean;
}

/**
 * How cells fall into rows where ends of pages stand among them, or names go over lines: below rows of headings, in the
 * one way that leaves the fewest cells to such. Undefined where there is none or more than one.
 */
export function disturbedTable(near: NearCells, all: Cells): Disturbed | undefined {
  const first = headEnd(near, near.count);
  if (near.count - first < MIN_FIGURES) return undefined;
  const heads = headsOf(widthsFrom(near, first), first);
  const wholes = wholesOf(near);
  const readings = (isMeant: (head: Head) => boolean): Hypothesis[] =>
    heads.filter(isMeant).flatMap((head) => hypothesisOf(near, head, first, wholes) ?? []);
  const plainly = readings(({ room }) => room === 0);
  const isUndisturbed = plainly.some(({ path }) => path.disturbances === 0);
  const read = isUndisturbed ? plainly : [...plainly, ...readings(({ room }) => room > 0)];
  // Names of rows are no headings that are known.
  const known = read.filter(({ areKnown }) => areKnown);
  const found = withoutEntries(known.length > 0 ? known : read);
  const least = Math.min(...found.map(({ path }) => path.disturbances));
  const cheapest = found.filter(({ path }) => path.disturbances === least);
  const plain = cheapest.filter(({ room }) => room === 0);
  const [best, ...others] = plain.length > 0 ? plain : cheapest;
  if (!best || others.length > 0) return undefined;
  const cells = behind(all, best.room);
  const path = fewestDisturbed({ ...best.body, cells, isCut: false, wholes: wholesOf(all) });
  return path && { width: best.width, head: best.body.start, room: best.room, path };
}

/** Those of several ways that do not take the first entries of numbered lists (一、财政拨款), which have no figures, for headings. */
function withoutEntries(ways: readonly Hypothesis[]): readonly Hypothesis[] {
  const isEntry = ({ body: { cells } }: Hypothesis, at: number): boolean =>
    isWords(cells.kind(at)) && parseNumbering(cells.text(at)) !== undefined;
  return ways.filter(
    (way) =>
      !ways.some(
        ({ width, room, body: { start } }) =>
          width === way.width &&
          room === way.room &&
          range(start, way.body.start).some((at) => isEntry(way, at)),
      ),
  );
}

/** Where the headings of a table may stand. */
interface Head {
  readonly width: number;
  /** How many cells they take. */
  readonly cells: number;
  /** Blank cells in front of the first of them, which are no lines of the table. */
  readonly room: number;
}

/** All places where headings of so many columns may stand in front of the first figure; of several rows the first may begin with blank cells. */
function headsOf(widths: readonly number[], first: number): Head[] {
  const heads: Head[] = [];
  for (const width of widths)
    for (let rows = 1; rows <= MAX_HEAD_ROWS && (rows - 1) * width <= first; rows++)
      for (let room = 0; room < (rows > 1 ? width : 1); room++) {
        if (rows * width <= first + room) heads.push({ width, cells: rows * width, room });
      }
  return heads;
}

/** The cells behind so many blank ones. */
function behind(cells: Cells, room: number): Cells {
  if (room === 0) return cells;
  return {
    count: cells.count + room,
    kind: (index) => (index < room ? 'blank' : cells.kind(index - room)),
    text: (index) => (index < room ? '' : cells.text(index - room)),
  };
}

/** A way in which the first cells may fall into rows. */
interface Hypothesis {
  readonly width: number;
  readonly room: number;
  /** Whether tables are known to have all of its headings. */
  readonly areKnown: boolean;
  readonly body: Body;
  readonly path: Path;
}

/** The cells as rows below headings. */
function hypothesisOf(
  near: NearCells,
  { width, room, cells: headings }: Head,
  first: number,
  wholes: ReadonlySet<string>,
): Hypothesis | undefined {
  const cells = behind(near, room);
  const header = rowsOf(cells, width, 0, headings);
  const types = headingTypes(header, width);
  if (!types || !isHeadOf(header, width, types) || header.some(areEntries)) return undefined;
  const start = headings + indexLength(cells, width, headings);
  // The first figure is one of the first row, whose name may go over several cells.
  if (start === headings && first + room >= headings + 2 * width) return undefined;
  const isHeadBlank = header.flat().some(({ kind }, index) => kind === 'blank' && index >= room);
  if (room > 0 && !(isHeadBlank && hasFullRow(header, width))) return undefined;
  const areKnown = header.flat().every(({ kind, text }) => !isWords(kind) || isKnownHeading(text));
  const ways = [false, true].map((hasBlanks) => {
    const body: Body = { cells, start, types, hasBlanks, isCut: near.isCut, wholes };
    return { hasBlanks, body, path: fewestDisturbed(body) };
  });
  // Where all rows are full it does not matter whether blank cells have lines; where headings have some, rows have them as well.
  const costs = ways.map(({ path }) => path?.disturbances ?? Number.POSITIVE_INFINITY);
  const [plain = 0, blank = 0] = costs;
  for (const { hasBlanks, body, path } of isHeadBlank && blank < plain ? ways.toReversed() : ways) {
    if (!path || path.end < cells.count || beginsWithHeading(cells, path)) continue;
    if (!isHeadOf(header, width, path.types) || !path.types.includes('figure')) continue;
    if (!tellColumns(header, path.types)) continue;
    // Where blank cells left no lines, of two names in lists abreast the first may as well have lost its figure.
    if (!hasBlanks && isWrapped(path) && areAbreast(path.types)) continue;
    if (hasBlanks && !isHeadBlank && !showsBlanks(cells, path) && !lacksRemarks(header, cells, path))
      continue;
    // Where the first row lacks cells, others show how many there are.
    if (path.rows[0]?.isShort && path.rows.length <= MIN_SHOWN) continue;
    if (path.rows.length >= MIN_ROWS || areKnown) return { width, room, areKnown, body, path };
  }
  return undefined;
}

/** Whether a row has nothing but entries of lists (一、财政拨款), which are no headings though one may be called so. */
function areEntries(row: readonly PlacedCell[]): boolean {
  const words = row.filter(({ kind }) => isWords(kind));
  return words.length > 0 && words.every(({ text }) => parseNumbering(text) !== undefined);
}

/**
 * Whether the first row has a heading that tables are known to have right in front of a name: there are more columns than
 * were taken. Behind a figure a name begins another list, whose item may be called as a heading is.
 */
function beginsWithHeading(cells: Cells, { rows: [first] }: Path): boolean {
  const own = first?.taken.flatMap((each) => each.cells) ?? [];
  return own.some((at, index) => {
    const next = own[index + 1];
    const isInFront = next !== undefined && isWords(cells.kind(next));
    return isInFront && cells.kind(at) === 'words' && isKnownHeading(cells.text(at));
  });
}

function isWrapped({ rows }: Path): boolean {
  return rows.some(({ taken }) => taken.some((each) => each.cells.length > 1));
}

/** Whether words stand behind figures that stand behind words. */
function areAbreast(types: Shape['types']): boolean {
  const figures = types.indexOf('figure', types.indexOf('words'));
  return figures !== -1 && types.includes('words', figures);
}

/**
 * Whether blank cells stand within rows that are certain, and not because a page ends there: in several of them, or once
 * between a name and its figures, which no page parts. Blank lines behind rows are such cells as well where longer rows have
 * fewer of them, each as many as it lacks, or where so many behind every row are more than anybody parts rows by.
 */
function showsBlanks(cells: Cells, { rows }: Path): boolean {
  // The code of a 类 is none, for so many pages there are not.
  const isNumber = (index: number): boolean =>
    isLikePageNumber(cells, index) && !CLASS_CODE.test(toHalfWidth(cells.text(index)).trim());
  let shown = 0;
  const behind: number[] = [];
  for (const { taken, isOnly } of rows) {
    const own = taken.flatMap((each) => each.cells.slice(0, 1)).filter((index) => index < cells.count);
    const last = own.findLastIndex((index) => cells.kind(index) !== 'blank');
    if (isOnly && own.length === taken.length) behind.push(own.length - 1 - last);
    const blanks = own
      .slice(0, last)
      .filter((at) => cells.kind(at) === 'blank' && !isNumber(at - 1) && !isNumber(at + 1));
    if (!isOnly || blanks.length === 0) continue;
    const isBehindName = blanks.some(
      (at) => own.includes(at - 1) && isWords(cells.kind(at - 1)) && isAmountOf(cells, at - 1, at + 1),
    );
    shown += isBehindName ? MIN_SHOWN : 1;
  }
  // Rows of several lengths that are equally long with the blank lines behind them are no accident where they are many.
  const even = behind.filter((blanks) => blanks > 0);
  const isEven = new Set(even).size > 1;
  // No page ends with so many blank lines, just as many as a row lacks.
  const isLong = even.some((blanks) => blanks >= MIN_BLANKS);
  // So many blank lines behind each of many rows are more than part these.
  const isRepeated = even.some(
    (blanks) => blanks >= MIN_BEHIND && even.filter((each) => each === blanks).length >= MIN_ROWS,
  );
  return isLong || isRepeated || shown + (isEven ? (even.length < MIN_ROWS ? 1 : MIN_SHOWN) : 0) >= MIN_SHOWN;
}

/** Whether rows lack nothing but remarks: all figures are there, whether a blank line is a cell or not. */
function lacksRemarks(header: readonly (readonly PlacedCell[])[], cells: Cells, { rows }: Path): boolean {
  const remarks = new Set(
    header.flatMap((row) =>
      row.flatMap(({ text, column }) => (REMARKS.test(compactLabel(text)) ? column : [])),
    ),
  );
  return rows.every(({ taken }) =>
    taken.every(({ column, cells: [first = 0] }) => remarks.has(column) || cells.kind(first) !== 'blank'),
  );
}

/** Whether a figure can only be an amount: by how it is written, or as a total has no code behind its word. */
function isAmountOf(cells: Cells, name: number, figure: number): boolean {
  const kind = cells.kind(figure);
  return (
    kind === 'amount' ||
    (kind === 'figure' && cells.kind(name) === 'total' && isFigure(cells.kind(figure + 1)))
  );
}

/** How many cells behind the headings number the columns. */
function indexLength(cells: Cells, width: number, headings: number): number {
  const row = rowsOf(cells, width, 0, headings + width).at(-1) ?? [];
  return row.length === width && isIndexRow(row) && !hasHeading(row) ? width : 0;
}

function isHeadOf(header: readonly (readonly PlacedCell[])[], width: number, types: Shape['types']): boolean {
  return isStacked(header, width, types) && isHeaded(types, header);
}
