import { type Atom, WIDE_GAP } from './atoms.ts';
import { areHeadingsSure } from './headingCertainty.ts';
import type { Layout } from './layout.ts';
import { Profile } from './profile.ts';
import { MEASURES, type Measure, type PlacedAtom, placeAtoms } from './ruler.ts';
import { isIndex } from './shape.ts';

/** A line of the header: its words, each by itself. */
export interface HeadingLine {
  readonly line: string;
  readonly atoms: readonly Atom[];
}

/** Where the headings belong. */
export interface Header {
  /** The columns of the body, and those that have a heading and nothing below it. */
  readonly layout: Layout;
  /** For each column of the body its index among them all. */
  readonly indexes: readonly number[];
  /** For each line and heading its column among them all. */
  readonly slots: readonly (readonly number[])[];
  /** Whether it is certain which headings the columns of figures have. */
  readonly isSure: boolean;
}

/** A heading may stand so far from the figures of its column before it counts as heading another. */
const FAR = 8;
/** What it costs to leave a heading without a column, by the room in front of it, and a column without one. */
const LONE_HEADING = 1;
const LONE_WORD = 0.4;
const LONE_COLUMN = 0.3;
/** A group of columns is headed over the first that its heading covers, even in part. */
const COVERED = 0.6;

/**
 * Finds the columns of headings. They keep their order, and one that stands apart where no figures are heads a
 * column without any. Lines of words alone are often squeezed and keep the width of their characters, whatever
 * the rows below are measured in: where headings do not stand over their columns in the measure of the rows,
 * that measure counts in which they fit better.
 */
export function fitHeader(lines: readonly HeadingLine[], { measure, columns }: Layout): Header {
  const [own, other] = [measure, ...MEASURES.filter((each) => each !== measure)].map((each) =>
    matchLines(lines, columns, each),
  );
  const best = own && other && !standOver(own, columns) && other.cost < own.cost ? other : own;
  const all = withEmpty(columns, best?.lines ?? [], best?.matches ?? []);
  const slots = (best?.lines ?? []).map((atoms) => slotsOf(atoms, matchLine(atoms, all), all));
  return {
    layout: { measure, columns: all },
    indexes: columns.map((column) => all.indexOf(column)),
    slots,
    isSure: areHeadingsSure({ lines: (own?.lines ?? []).map(withoutNumbers), slots, columns, all }),
  };
}

/** The headings of all lines in one measure, with the columns that they fit best. */
interface MatchedLines {
  readonly lines: readonly (readonly PlacedAtom[])[];
  readonly matches: readonly Match[];
  readonly cost: number;
}

function matchLines(
  headings: readonly HeadingLine[],
  columns: readonly Profile[],
  measure: Measure,
): MatchedLines {
  const lines = headings.map(({ line, atoms }) => placeAtoms(line, atoms, measure));
  const matches = lines.map((atoms) => matchLine(atoms, columns));
  return { lines, matches, cost: matches.reduce((sum, { cost }) => sum + cost, 0) };
}

/** Whether each heading that has a column stands over it, and each column below a heading. */
function standOver({ lines, matches }: MatchedLines, columns: readonly Profile[]): boolean {
  const headed = new Set<Profile>();
  const areOver = lines.every((atoms, line) =>
    atoms.every((placed, index) => {
      const column = columns[matches[line]?.columns[index] ?? -1];
      if (!column) return true;
      headed.add(column);
      return column.distance(placed) < 0;
    }),
  );
  return areOver && columns.every((column) => headed.has(column));
}

/** Which column each heading of a line has, -1 for none, and how badly they fit. */
interface Match {
  readonly columns: readonly number[];
  readonly cost: number;
}

/** Matches the headings of a line to columns, both in their order. */
function matchLine(atoms: readonly PlacedAtom[], columns: readonly Profile[]): Match {
  /** The least cost of the first headings and the first columns, and whether the last of both match. */
  const costs: { cost: number; step: 'match' | 'heading' | 'column' | 'start' }[][] = [];
  for (let row = 0; row <= atoms.length; row++) {
    const own: (typeof costs)[number] = [];
    costs.push(own);
    const placed = atoms[row - 1];
    for (let at = 0; at <= columns.length; at++) {
      const column = columns[at - 1];
      let best: (typeof own)[number] | undefined =
        row === 0 && at === 0 ? { cost: 0, step: 'start' } : undefined;
      const offer = (cost: number, step: 'match' | 'heading' | 'column'): void => {
        if (!best || cost < best.cost) best = { cost, step };
      };
      if (placed && column) offer((costs[row - 1]?.[at - 1]?.cost ?? 0) + misfit(placed, column), 'match');
      if (column) offer((own[at - 1]?.cost ?? 0) + LONE_COLUMN, 'column');
      if (placed) offer((costs[row - 1]?.[at]?.cost ?? 0) + loneCost(placed), 'heading');
      own.push(best ?? { cost: 0, step: 'start' });
    }
  }
  const result = atoms.map(() => -1);
  for (let row = atoms.length, at = columns.length; row > 0; ) {
    const step = costs[row]?.[at]?.step;
    if (step === 'match') result[row - 1] = at - 1;
    if (step !== 'column') row--;
    if (step !== 'heading') at--;
  }
  return { columns: result, cost: costs.at(-1)?.at(-1)?.cost ?? 0 };
}

function loneCost(placed: PlacedAtom): number {
  return placed.atom.gap >= WIDE_GAP ? LONE_HEADING : LONE_WORD;
}

/** From -1 for a heading above its column to 2 for one far from it. */
function misfit(placed: PlacedAtom, column: Profile): number {
  const distance = column.distance(placed);
  if (distance >= 0) return Math.min(2, (distance + 1) / FAR);
  const width = Math.min(placed.right - placed.left, column.right - column.left);
  return -Math.min(1, -distance / width / COVERED);
}

/** Adds the columns that have a heading and no figures. */
function withEmpty(
  columns: readonly Profile[],
  lines: readonly (readonly PlacedAtom[])[],
  matches: readonly Match[],
): Profile[] {
  const guide = guideOf(lines);
  const atoms = lines[guide] ?? [];
  const numbers = isNumbers(atoms);
  const all = [...columns];
  let before = -1;
  atoms.forEach((placed, index) => {
    const column = matches[guide]?.columns[index] ?? -1;
    const apart = numbers || placed.atom.gap >= WIDE_GAP;
    if (column !== -1) before = all.indexOf(columns[column] ?? new Profile());
    else if (apart) {
      const empty = new Profile();
      empty.add(placed);
      all.splice(before + 1, 0, empty);
      before++;
    }
  });
  return lines.reduce((wide, line) => withCrowdedOut(wide, line), all);
}

/**
 * Of headings that stand apart in one line no two head the same column: the one too many heads an empty one, as
 * does one behind all columns.
 */
function withCrowdedOut(columns: readonly Profile[], line: readonly PlacedAtom[]): Profile[] {
  const match = matchLine(line, columns);
  const end = Math.max(...columns.map((column) => column.right));
  const all = [...columns];
  let before = -1;
  line.forEach((placed, index) => {
    const column = match.columns[index] ?? -1;
    if (column !== -1) before = all.indexOf(columns[column] ?? new Profile());
    else if (
      placed.atom.gap >= WIDE_GAP &&
      (placed.left > end || match.columns.includes(nearest(placed, columns, 0)))
    ) {
      const empty = new Profile();
      empty.add(placed);
      all.splice(before + 1, 0, empty);
      before++;
    }
  });
  return all;
}

/** The nearest column that is not in front of `from`. */
function nearest(placed: PlacedAtom, columns: readonly Profile[], from: number): number {
  const distances = columns.map((column, at) =>
    at < from ? Number.POSITIVE_INFINITY : column.distance(placed),
  );
  return distances.indexOf(Math.min(...distances));
}

/** The line that has something above every column: the one that numbers them, or else the fullest. */
function guideOf(lines: readonly (readonly PlacedAtom[])[]): number {
  const numbers = lines.findIndex(isNumbers);
  if (numbers !== -1) return numbers;
  const most = Math.max(0, ...lines.map((line) => line.length));
  return lines.findIndex((line) => line.length === most);
}

function isNumbers(atoms: readonly PlacedAtom[]): boolean {
  return atoms.length > 2 && isIndex({ atoms: atoms.map(({ atom }) => atom) });
}

/** `** ** 1 2 3` heads nothing. */
function withoutNumbers(atoms: readonly PlacedAtom[]): readonly PlacedAtom[] {
  return atoms.some(({ atom }) => atom.kind === 'word') ? atoms : [];
}

/** A heading without a column is part of the one before it, or belongs to what is nearest. */
function slotsOf(atoms: readonly PlacedAtom[], match: Match, columns: readonly Profile[]): number[] {
  let before = -1;
  return atoms.map((placed, index) => {
    let slot = match.columns[index] ?? -1;
    if (slot === -1 && before !== -1 && placed.atom.gap < WIDE_GAP) slot = before;
    if (slot === -1) slot = nearest(placed, columns, before);
    before = slot;
    return slot;
  });
}
