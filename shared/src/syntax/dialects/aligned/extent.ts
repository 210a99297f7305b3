import { CODE_LENGTH } from '../../../text/codeShape.ts';
import { TOTAL_OF_SIDE } from '../../../text/totalWords.ts';
import { isKnownHeading } from '../../headingWords.ts';
import { LOOKAHEAD } from '../dialect.ts';
import { WIDE_GAP } from './atoms.ts';
import { hasPieces, isUpperLine } from './headPieces.ts';
import { loneRowExtent } from './loneRow.ts';
import { MAX_INDENT } from './pieces.ts';
import { repeatedHead } from './repeatedHead.ts';
import { MEASURES, type Measure, type PlacedAtom, placeAtoms } from './ruler.ts';
import { isCoded, isCodeWithAmounts, isGapped, isLarge, type Shape, shapeOf } from './shape.ts';

/** Real headers are stacked up to so many lines deep. */
const MAX_HEADER = 12;
/** So many blank lines may stand between two rows. */
const MAX_BLANK = 2;
/** So many between the rows and a total that stands at the foot of the page. */
const MAX_BLANK_ABOVE_TOTAL = 8;
/** So many lines without figures may stand between two rows that have some. */
const MAX_WORDS = 80;
/** Rows that are looked at before a table is believed, and how many of them must agree. */
const EVIDENCE = 4;
const AGREEING = 2;
/** So many amounts a single row must have. */
const MIN_HEADED = 3;
/** So many numbers that end where others do stand below them. */
const MIN_FLUSH = 2;
/** What heads amounts and nothing else, and how many such headings show that numbers are money. */
const MONEY = /[总合小]计$|支出$|收入$|拨款$|[预决]算数?$|结转/;
const MIN_MONEY = 2;
/** Lines of a name are set to one edge, give or take so much. */
const SLACK = 2;
/** Four short words or more, a blank or more between them. */
const HEADINGS = /^[^\s。；;:：，]{1,12}(?:[ \u3000]+[^\s。；;:：，]{1,12}){3,40}$/;
/** As many digits as 类, 款 or 项 have; six are as likely a whole amount. */
/** A group's heading may be wrapped to so many lines above those of its columns. */
const MAX_WRAPPED = 4;
const OF_WHICH = /^其中[:：](.+)$/;
/** Words with room between them, or a figure. */
const MAY_OPEN = /\S[ \u3000\u00a0]{2,}\S|\d/;

/**
 * How many lines from `first` on are a space-aligned table: headings, then rows of names and amounts that stand
 * below each other, at least two of them with room between their cells. A single row is enough where each of
 * its amounts stands below a heading, or with a code at the top of a page, as the table above goes on.
 */
export function findExtent(lines: readonly string[], first: number): number {
  return rowsExtent(lines, first) || loneRowExtent(lines, first);
}

function rowsExtent(lines: readonly string[], first: number): number {
  if (!opens(lines[first] ?? '') && !beginsHeading(lines, first)) return 0;
  const start = firstRow(lines, first);
  if (start === -1) return 0;
  const body = new Body(lines, first, start);
  const evidence = body.opening(Math.min(lines.length, first + LOOKAHEAD));
  const header = lines.slice(first, start).map(shapeOf);
  return isTable(header, evidence) ? body.end() - first : 0;
}

/** A table opens with headings that stand apart, or with a row. A line with a colon is a form, unless it heads parts (其中：基本支出). */
function opens(line: string): boolean {
  if (!MAY_OPEN.test(line)) return false;
  const shape = shapeOf(line);
  if (shape.kind === 'wall' || shape.kind === 'blank' || shape.kind === 'page') return false;
  return isEvidence(shape) || isCoded(shape) || (isGapped(shape) && !hasFormLabel(shape));
}

/** Whether a colon stands behind a label; behind 其中 it stands in front of a heading that tables are known to have. */
function hasFormLabel({ atoms }: Shape): boolean {
  return atoms.some(({ text }) => {
    const [, part] = OF_WHICH.exec(text) ?? [];
    return /[:：]/.test(text) && !(part && isKnownHeading(part));
  });
}

/** Whether a line has nothing but the upper lines of headings, and others down to one that opens a table. */
function beginsHeading(lines: readonly string[], first: number): boolean {
  if (listsHeadings(lines, first)) return true;
  let at = first;
  while (at < first + MAX_WRAPPED && (isUpperLine(lines, at) || (at > first && hasPieces(lines[at] ?? '')))) {
    at++;
    if (lines[at]?.trim() === '') at++;
    if (opens(lines[at] ?? '')) return true;
  }
  return false;
}

/**
 * Whether a line has the beginnings of several headings of narrow columns, each a blank from the next, and more of
 * their lines follow before the first row.
 */
function listsHeadings(lines: readonly string[], first: number): boolean {
  const line = lines[first] ?? '';
  if (!HEADINGS.test(line.trim()) || shapeOf(line).kind !== 'words') return false;
  const below = shapeOf(lines[first + 1] ?? '');
  return below.kind === 'words' && (opens(below.line) || HEADINGS.test(below.line.trim()));
}

/** The first row of figures below the header that may begin at `first`, or -1. */
function firstRow(lines: readonly string[], first: number): number {
  let blanks = 0;
  let header = 0;
  for (let index = first; header <= MAX_HEADER; index++) {
    const shape = shapeOf(lines[index] ?? '');
    if (isEvidence(shape)) return index;
    if (shape.kind === 'blank') blanks++;
    else {
      blanks = 0;
      header++;
    }
    if (
      index >= lines.length ||
      shape.kind === 'wall' ||
      blanks > MAX_BLANK ||
      isNewPage(shape, index, first)
    )
      break;
  }
  return -1;
}

function isNewPage(shape: Shape, index: number, first: number): boolean {
  return shape.paged && index > first;
}

function isEvidence(shape: Shape): boolean {
  return shape.kind === 'strong' || shape.kind === 'numbers' || isCodeWithAmounts(shape);
}

function isTable(header: readonly Shape[], rows: readonly Shape[]): boolean {
  const [first] = rows;
  if (!first) return false;
  if (header.length === 0 && first.paged && isCoded(first)) return true;
  const apart = rows.filter(isGapped);
  return MEASURES.some((measure) => {
    const figures = apart.map((row) => figuresOf(row, measure));
    const agreeing = figures.filter((row) => figures.some((other) => other !== row && meet(row, other)));
    const areHeaded = isHeaded(first, header, measure);
    if (agreeing.length < AGREEING) return rows.length === 1 && areHeaded;
    return areHeaded || rows.some(({ kind }) => kind === 'strong') || differ(figures) || headsMoney(header);
  });
}

function figuresOf({ line, atoms }: Shape, measure: Measure): PlacedAtom[] {
  return placeAtoms(line, atoms, measure).filter(({ atom }) => atom.kind === 'figure');
}

function meet(a: readonly PlacedAtom[], b: readonly PlacedAtom[]): boolean {
  return a.some((one) => b.some((other) => overlap(one, other)));
}

function overlap(a: PlacedAtom, b: PlacedAtom): boolean {
  return a.left < b.right && b.left < a.right;
}

/** Whether a row has several amounts, each below a heading. */
function isHeaded(row: Shape, header: readonly Shape[], measure: Measure): boolean {
  const figures = figuresOf(row, measure);
  const headings = header.flatMap(({ line, atoms }) => placeAtoms(line, atoms, measure));
  const words = headings.filter(({ atom }) => atom.kind === 'word');
  return (
    figures.length >= MIN_HEADED && figures.every((figure) => words.some((word) => overlap(figure, word)))
  );
}

/** Whether several headings are those that amounts have in tables of departments: whole numbers below them are no others. */
function headsMoney(header: readonly Shape[]): boolean {
  const words = header.flatMap(({ atoms }) => atoms.map(({ text }) => text));
  return words.filter((text) => MONEY.test(text) && isKnownHeading(text)).length >= MIN_MONEY;
}

/**
 * Whether large numbers below each other are of different lengths: amounts are, telephone numbers and postal
 * codes are not.
 */
function differ(rows: readonly (readonly PlacedAtom[])[]): boolean {
  const all = rows.flat();
  return all.some(
    (one) =>
      isLarge(one.atom.text) &&
      all.some((other) => overlap(one, other) && one.atom.text.length !== other.atom.text.length),
  );
}

/** The rows of a table from its first row of figures on, followed down to its end. */
class Body {
  readonly #lines: readonly string[];
  readonly #first: number;
  readonly #start: number;
  /** The line behind the last row of figures, and behind the rest of a name wrapped below it. */
  #end: number;
  /** The line to be looked at next, none behind what is no part of the table. */
  #next: number;
  /** What stands between the end and the next line. */
  #blanks = 0;
  #words = 0;
  /** The words of the last line without figures, and where the last row's name may begin: there or beside its figures. */
  #above: PlacedAtom | undefined;
  #names: readonly PlacedAtom[] = [];
  /** The last row of figures. */
  #last: Shape | undefined;
  /** Where the words of rows begin, on a screen. */
  readonly #edges = new Set<number>();
  /** Rows so far, and those of them with a blank line in front. */
  #rows = 0;
  #spaced = 0;

  constructor(lines: readonly string[], first: number, start: number) {
    this.#lines = lines;
    this.#first = first;
    this.#start = start;
    this.#next = start;
    this.#end = start;
  }

  /** The first rows that have a name and an amount. */
  opening(limit: number): Shape[] {
    const rows: Shape[] = [];
    while (this.#next < limit && rows.length < EVIDENCE) {
      const shape = shapeOf(this.#lines[this.#next] ?? '');
      if (!this.#takes(shape)) {
        this.#next = this.#lines.length;
        break;
      }
      if (isEvidence(shape)) rows.push(shape);
    }
    return rows;
  }

  end(): number {
    while (this.#next < this.#lines.length && this.#takes(shapeOf(this.#lines[this.#next] ?? '')));
    return this.#end;
  }

  /** Whether the next line may be part of the table, as far as it can be told without those behind it. */
  #takes(shape: Shape): boolean {
    const index = this.#next++;
    if (shape.kind === 'wall' || isNewPage(shape, index, this.#start)) return false;
    if (shape.kind === 'page') return true;
    if (shape.kind === 'blank') return ++this.#blanks <= MAX_BLANK || this.#isTotalBelow(index);
    const spaced = this.#blanks > 0;
    const isNear = this.#blanks === 1;
    this.#blanks = 0;
    if (spaced && this.#skipsHead(index)) return true;
    if (isRow(shape) || (index === this.#end && this.#last && standsBelow(shape, this.#last))) {
      this.#last = shape;
      this.#names = [nameOf(shape), spaced ? undefined : this.#above].flatMap((name) => name ?? []);
      this.#rows++;
      if (spaced) this.#spaced++;
      for (const edge of edgesOf(shape)) this.#edges.add(edge);
      this.#words = 0;
      this.#end = index + 1;
      return true;
    }
    this.#above = nameOf(shape);
    if (!spaced && index === this.#end && this.#goesOn(shape)) this.#end = index + 1;
    const isName = isNear && edgesOf(shape).every((edge) => this.#edges.has(edge));
    const mayFollow =
      !spaced || this.#rows < EVIDENCE || this.#spaced >= AGREEING || isCoded(shape) || isName;
    return ++this.#words <= MAX_WORDS && mayFollow;
  }

  /** Passes over the headings of the table where a page repeats them, be it several times. */
  #skipsHead(index: number): boolean {
    const again = () => repeatedHead(this.#lines, this.#first, this.#start, this.#next);
    this.#next = index;
    for (let length = again(); length > 0; length = again()) this.#next += length;
    if (this.#next > index) return true;
    this.#next = index + 1;
    return false;
  }

  /** Whether nothing but blank lines stand between here and the total of a list, which may stand at the foot of the page. */
  #isTotalBelow(index: number): boolean {
    const below = this.#lines.slice(index + 1, index + 1 + MAX_BLANK_ABOVE_TOTAL - this.#blanks);
    const next = below.map(shapeOf).find(({ kind }) => kind !== 'blank');
    const [name] = next?.atoms ?? [];
    return next !== undefined && isEvidence(next) && !next.paged && TOTAL_OF_SIDE.test(name?.text ?? '');
  }

  /** Whether a line is the rest of the name above it, which hangs where figures without words stand between the two. */
  #goesOn(shape: Shape): boolean {
    const rest = nameOf(shape);
    if (!rest || shape.atoms.length > 1) return false;
    const isBetween = this.#last !== undefined && nameOf(this.#last) === undefined;
    return this.#names.some(
      (name) =>
        widthOf(rest) <= widthOf(name) + SLACK &&
        rest.left >= name.left - (isBetween ? MAX_INDENT : SLACK) &&
        rest.right <= name.right + SLACK,
    );
  }
}

/** A line with an amount, or with a name or a code and a number apart from it. */
function isRow(shape: Shape): boolean {
  if (isEvidence(shape) || shape.kind === 'amounts') return true;
  if (shape.kind !== 'figures' || !isGapped(shape)) return false;
  if (isNameless(shape)) return true;
  return shape.atoms.some(({ text }) => /^\d{4,}$/.test(text)) && nameOf(shape) !== undefined;
}

/** Whether small numbers behind a name, several of them, end just where figures of the row above end. */
function standsBelow(shape: Shape, above: Shape): boolean {
  if (shape.kind !== 'figures' || !isGapped(shape) || nameOf(shape) === undefined) return false;
  return MEASURES.some((measure) => {
    const placed = placeAtoms(shape.line, shape.atoms, measure);
    const behind = placed.slice(placed.findIndex(({ atom }) => atom.kind === 'word') + 1);
    const ends = placeAtoms(above.line, above.atoms, measure).flatMap(({ atom, right }) =>
      atom.kind === 'word' ? [] : right,
    );
    return behind.length >= MIN_FLUSH && behind.every(({ right }) => ends.includes(right));
  });
}

/** A code and whole amounts, whose name stands in the lines above and below. */
function isNameless({ atoms: [code, ...others] }: Shape): boolean {
  return CODE_LENGTH.test(code?.text ?? '') && others.length > 0 && others.every(({ text }) => isLarge(text));
}

/** The first words of a line, with the digits of a code that share their cell. */
function nameOf({ line, atoms }: Shape): PlacedAtom | undefined {
  const placed = placeAtoms(line, atoms, 'display');
  const at = placed.findIndex(({ atom }) => atom.kind === 'word');
  const [before, name] = [placed[at - 1], placed[at]];
  return before && name && name.atom.gap < WIDE_GAP ? { ...name, left: before.left } : name;
}

/** Where the words of a line begin. */
function edgesOf({ line, atoms }: Shape): number[] {
  return placeAtoms(line, atoms, 'display').flatMap(({ atom, left }) => (atom.kind === 'word' ? left : []));
}

function widthOf(placed: PlacedAtom | undefined): number {
  return placed ? placed.right - placed.left : 0;
}
