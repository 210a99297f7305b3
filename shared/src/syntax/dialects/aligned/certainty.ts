import { type Atom, WIDE_GAP } from './atoms.ts';
import type { PlacedRow } from './columns.ts';
import type { Profile } from './profile.ts';
import type { PlacedAtom } from './ruler.ts';

/** A row whose atoms were put into columns. */
export interface FittedRow {
  readonly atoms: PlacedRow;
  /** For each atom its column. */
  readonly slots: readonly number[];
  /** For each atom, by how much the row would fit worse if it stood in any other column. */
  readonly margins: readonly number[];
}

/** A smaller margin, and an atom could as well stand in another column. */
const CLEAR_MARGIN = 0.3;
/** So many of the figures of a column must be flush, or its place is not known. */
const FLUSH_SHARE = 0.8;
const MIN_FLUSH = 2;
/** So many labels show where their column begins. */
const MIN_LABELS = 3;
/** So many dashes that stand at the left of their columns, with figures at the right, are the blank cells of these. */
const MIN_DASHES = 2;
/** In so many rows the first column of figures is filled where it is that of a total. */
const FULL_SHARE = 0.9;

/** Where an atom is held: at its end, its start or its middle; doubled, so that the middle is whole. */
const EDGES: readonly ((placed: PlacedAtom) => number)[] = [
  ({ right }) => 2 * right,
  ({ left }) => 2 * left,
  ({ left, right }) => left + right,
];
/** Flush figures may be one character apart: their places were rounded. */
const WINDOW = 2;
/** Where the next column is far, they may be a quarter of the way to it apart: commas and points are narrow on a page. */
const WAY = 4;

/**
 * The columns of the atoms of each row, or undefined where it is not certain to which columns its figures
 * belong. Where a row fills every column of figures its order tells. In any other row each figure must be flush
 * with those of its column, and most of them with each other, since pdftotext shifts whole rows against each
 * other. A figure that a single blank parts from the one before goes with it.
 */
export function certainSlots(
  rows: readonly FittedRow[],
  columns: readonly Profile[],
): (readonly number[] | undefined)[] {
  const evidence = evidenceOf(rows, columns);
  return rows.map((row) => (isCertain(row, evidence) ? row.slots : undefined));
}

function isCertain(row: FittedRow, evidence: Evidence): boolean {
  const own = row.slots.filter((slot) => evidence.figures.has(slot));
  if (new Set(own).size < own.length || strays(row, evidence.figures)) return false;
  if (evidence.isFull(row)) return true;
  if (hasOddPercentage(row, evidence)) return false;
  return (
    evidence.isTied &&
    row.atoms.every(
      (_, index) => !evidence.figures.has(row.slots[index] ?? -1) || isHeld(row, index, evidence),
    )
  );
}

/** Tells whether an atom is where its column is. */
type Hold = (placed: PlacedAtom) => boolean;

/** What all rows together tell of the columns. */
interface Evidence {
  readonly columns: readonly Profile[];
  /** The columns of figures. */
  readonly figures: ReadonlySet<number>;
  /** The first of them, if it is filled in nearly every row. */
  readonly total: number | undefined;
  /** For each column. */
  readonly holds: readonly Hold[];
  /** Whether the columns are tied together by rows, so that none was seen at two places. */
  readonly isTied: boolean;
  /** Whether every figure of a column may have been pushed aside, so that those of other rows may stand further left. */
  readonly isPushed: (column: number) => boolean;
  /** Whether rows that fill all columns show the place of a column, for there some figure was not pushed aside. */
  readonly isSettled: (column: number) => boolean;
  /** For each column whether rows that fill all of them have percentages there. */
  readonly percents: readonly ('all' | 'none' | undefined)[];
  /** Whether a row fills all columns of figures, and none of these falls apart. */
  readonly isFull: (row: FittedRow) => boolean;
}

function evidenceOf(rows: readonly FittedRow[], columns: readonly Profile[]): Evidence {
  const figures = figureColumnsOf(columns);
  const [first, last] = [Math.min(...figures), Math.max(...figures)];
  const filled = rows.filter(({ slots }) => slots.some((slot) => figures.has(slot)));
  const inFirst = filled.filter(({ slots }) => slots.includes(first));
  const isTotal = inFirst.length >= FULL_SHARE * filled.length;
  const spansAll = inFirst.some(({ slots }) => slots.includes(last));
  const ofFigures = columns.filter((_, index) => figures.has(index));
  const dashesInFront = ofFigures.reduce((sum, column) => sum + column.dashesInFront, 0);
  const areWhole = ofFigures.every(
    (column) => column.isWhole || (column.dashesInFront > 0 && dashesInFront >= MIN_DASHES),
  );
  const isFull = ({ slots }: FittedRow): boolean =>
    areWhole && slots.filter((slot) => figures.has(slot)).length === figures.size;
  const [roomy, roomyInFull] = [roomyColumns(rows), roomyColumns(rows.filter(isFull))];
  return {
    columns,
    figures,
    total: isTotal ? first : undefined,
    holds: holdsOf(rows, columns.length, isFull),
    isTied: (isTotal || spansAll) && isConnected(filled, figures, labelColumns(rows, columns, first)),
    isPushed: (column) => figures.has(column) && !roomy.has(column),
    isSettled: (column) => roomyInFull.has(column),
    percents: percentsOf(rows.filter(isFull), columns.length),
    isFull,
  };
}

/** The columns in which some figure has room in front of it: it was not pushed aside. */
function roomyColumns(rows: readonly FittedRow[]): ReadonlySet<number> {
  return new Set(
    rows.flatMap(({ atoms, slots }) =>
      atoms.flatMap(({ atom }, index) => (atom.gap >= WIDE_GAP ? (slots[index] ?? []) : [])),
    ),
  );
}

/** Whether a percentage stands where rows that fill all columns have amounts, beside columns in which they have percentages. */
function hasOddPercentage({ atoms, slots }: FittedRow, { percents }: Evidence): boolean {
  return (
    percents.includes('all') &&
    atoms.some(({ atom }, index) => isPercentage(atom) && percents[slots[index] ?? -1] === 'none')
  );
}

function isPercentage({ text }: Atom): boolean {
  return text.endsWith('%');
}

/** For each column whether the figures that rows have there are percentages; undefined where some are. */
function percentsOf(rows: readonly FittedRow[], width: number): ('all' | 'none' | undefined)[] {
  return Array.from({ length: width }, (_, column) => {
    const own = rows.flatMap(({ atoms, slots }) =>
      atoms.flatMap(({ atom }, index) =>
        slots[index] === column && atom.kind === 'figure' ? isPercentage(atom) : [],
      ),
    );
    if (own.length === 0) return undefined;
    return own.every(Boolean) ? 'all' : own.some(Boolean) ? undefined : 'none';
  });
}

/** Whether one figure of a row certainly belongs to its column. */
function isHeld(
  row: FittedRow,
  index: number,
  { columns, figures, total, holds, isPushed, isSettled }: Evidence,
): boolean {
  const placed = row.atoms[index];
  const slot = row.slots[index] ?? -1;
  if (!placed || (row.margins[index] ?? 0) < CLEAR_MARGIN) return false;
  if (isPushed(slot + 1) && !isSettled(slot) && !row.slots.includes(slot + 1)) return false;
  if (placed.atom.gap >= WIDE_GAP) return holds[slot]?.(placed) === true;
  const follows = figures.has(row.slots[index - 1] ?? -1) || slot === total;
  return follows && columns[slot]?.isWhole === true;
}

/** Amounts among words, or words among amounts. */
function strays({ atoms, slots }: FittedRow, figureColumns: ReadonlySet<number>): boolean {
  return atoms.some(({ atom }, index) => {
    const inFigures = figureColumns.has(slots[index] ?? -1);
    return atom.kind === 'word'
      ? inFigures
      : atom.kind === 'figure' && /[.,]\d/.test(atom.text) && !inFigures;
  });
}

/** The places of the columns, by figures with room in front of them: others may have been pushed aside. */
function holdsOf(rows: readonly FittedRow[], width: number, isFull: (row: FittedRow) => boolean): Hold[] {
  const apart = Array.from({ length: width }, (): PlacedAtom[] => []);
  const ordered = Array.from({ length: width }, (): PlacedAtom[] => []);
  for (const row of rows) {
    const full = isFull(row);
    row.atoms.forEach((placed, index) => {
      const slot = row.slots[index] ?? -1;
      if (placed.atom.kind !== 'figure') return;
      if (placed.atom.gap >= WIDE_GAP) apart[slot]?.push(placed);
      if (full) ordered[slot]?.push(placed);
    });
  }
  return apart.map(
    (own, column) => holdOf(own, windowOf(column, apart)) ?? holdOfOrdered(ordered[column] ?? []),
  );
}

/** How far apart the figures of a column may end, doubled. */
function windowOf(column: number, apart: readonly (readonly PlacedAtom[])[]): number {
  const endOf = (own: readonly PlacedAtom[]) =>
    own.map(({ right }) => right).sort((a, b) => a - b)[own.length >> 1];
  const end = endOf(apart[column] ?? []) ?? 0;
  const others = apart.flatMap((own, index) => (index === column ? [] : (endOf(own) ?? [])));
  const next = Math.min(...others.map((other) => Math.abs(other - end)));
  return Number.isFinite(next) ? Math.max(WINDOW, Math.floor((2 * next) / WAY)) : WINDOW;
}

/** Holds what is flush with the figures of a column, if these are with each other; undefined for too few. */
function holdOf(own: readonly PlacedAtom[], width: number): Hold | undefined {
  if (own.length < MIN_FLUSH) return undefined;
  let best: { readonly count: number; readonly holds: (placed: PlacedAtom) => boolean } | undefined;
  for (const edge of EDGES) {
    const window = fullestWindow(own.map(edge), width);
    const holds = (placed: PlacedAtom) =>
      edge(placed) >= window.start && edge(placed) <= window.start + width;
    if (window.count > (best?.count ?? 0)) best = { count: window.count, holds };
  }
  // One of them may have been typed anew.
  const least = Math.max(MIN_FLUSH, Math.min(FLUSH_SHARE * own.length, own.length - 1));
  return best && best.count >= least ? best.holds : () => false;
}

/** Holds what stands by half below the figures of rows that are certain by their order. */
function holdOfOrdered(ordered: readonly PlacedAtom[]): Hold {
  return ({ left, right }) => {
    const met = ordered.filter(
      (other) => Math.min(right, other.right) - Math.max(left, other.left) >= (right - left) / 2,
    );
    return met.length >= MIN_FLUSH;
  };
}

function fullestWindow(
  places: readonly number[],
  width: number,
): { readonly start: number; readonly count: number } {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  let best = { start: 0, count: 0 };
  for (const start of counts.keys()) {
    let count = 0;
    for (let place = start; place <= start + width; place++) count += counts.get(place) ?? 0;
    if (count > best.count) best = { start, count };
  }
  return best;
}

/**
 * Whether rows tie all columns of figures together, as a total does. Where they fall apart into groups that no
 * row has in common, the same columns may have been seen at two places. In lists abreast a column of labels that all
 * begin at one place ties those around it as well.
 */
function isConnected(
  rows: readonly FittedRow[],
  columns: ReadonlySet<number>,
  labels: ReadonlySet<number>,
): boolean {
  const group = new Map([...columns, ...labels].map((column) => [column, column]));
  const rootOf = (column: number): number => {
    let root = column;
    for (let next = group.get(root); next !== undefined && next !== root; next = group.get(root)) root = next;
    return root;
  };
  for (const { slots } of rows) {
    const own = slots.filter((slot) => group.has(slot));
    for (const slot of own) group.set(rootOf(slot), rootOf(own[0] ?? slot));
  }
  return new Set([...columns].map(rootOf)).size <= 1;
}

/** The columns of words behind the first of figures that are all flush left. */
function labelColumns(
  rows: readonly FittedRow[],
  columns: readonly Profile[],
  first: number,
): ReadonlySet<number> {
  return new Set(
    columns.flatMap(({ isText }, column) => {
      if (!isText || column < first) return [];
      const lefts = rows.flatMap(({ atoms, slots }) =>
        atoms.flatMap(({ left }, index) => (slots[index] === column ? left : [])),
      );
      const isFlush = lefts.length >= MIN_LABELS && lefts.every((left) => left === lefts[0]);
      return isFlush ? column : [];
    }),
  );
}

/** The columns of amounts and numbers: all without words, but for codes in front of their names. */
function figureColumnsOf(columns: readonly Profile[]): ReadonlySet<number> {
  const figures = new Set<number>();
  const firstText = columns.findIndex((column) => column.isText);
  let beforeName = false;
  for (let index = columns.length - 1; index >= 0; index--) {
    const column = columns[index];
    const isCode = index < firstText ? column?.isCode : column?.isLevel;
    beforeName = column?.isText === true || (beforeName && isCode === true);
    if (!beforeName) figures.add(index);
  }
  return figures;
}
