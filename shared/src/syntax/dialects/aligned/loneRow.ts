import { isKnownHeading } from '../../headingWords.ts';
import type { RowNode } from '../../nodes.ts';
import { atomsOf, WIDE_GAP } from './atoms.ts';
import { lengthOf, overlap } from './headLines.ts';
import type { Layout } from './layout.ts';
import { Profile } from './profile.ts';
import { type PlacedLine, rowOf } from './rows.ts';
import { MEASURES, type Measure, type PlacedAtom, placeAtoms } from './ruler.ts';
import { isCodeWithAmounts, isGapped, type Shape, shapeOf } from './shape.ts';
import {
  type Box,
  boxesOf,
  type Leaf,
  SHORT,
  SLACK,
  type StackedHead,
  stack,
  textOf,
} from './stackedWords.ts';

/** Headings are stacked up to so many lines deep, and so many blank lines may stand between two lines. */
const MAX_LINES = 16;
const MAX_BLANK = 4;
/** So many figures the row must have. */
const MIN_FIGURES = 3;
/** So many lines below the row are looked at for another. */
const BELOW = 4;

/** Pieces of headings in narrow columns are short. */
const MAX_PIECE = 4;

/** What stands where in a table with one row. */
interface Fit extends StackedHead {
  /** For each figure its leaf. */
  readonly slots: readonly number[];
  /** How many figures stand straight below their heading. */
  readonly straight: number;
  /** Whether all of them begin or all end just where their headings do, which does not happen by chance. */
  readonly isFlush: boolean;
  readonly measure: Measure;
}

/** What heads the names of rows. */
const NAMES = /名称$|^(?:单位|部门|项目|科目)$/;

/**
 * How many lines from `first` on are a table with a single row of figures: no name stands in front of them, as in tables of
 * “三公”经费, or one does and each figure has a heading that tables are known to have; 0 where they are none.
 */
export function loneRowExtent(lines: readonly string[], first: number): number {
  const row = findRow(lines, first);
  if (row === -1 || isRowBelow(lines, row)) return 0;
  const words = lines.slice(first, row).reduce((sum, line) => sum + atomsOf(line).length, 0);
  return words >= atomsOf(lines[row] ?? '').length ? row + 1 - first : 0;
}

/** Whether the lines of a table are headings and one row of figures below them. */
export function isLoneRow(lines: readonly string[]): boolean {
  return lines.length > 1 && findRow(lines, 0) === lines.length - 1;
}

/** The rows of a table with a single row of figures; undefined where it is not certain what heads which. */
export function readLoneRow(lines: readonly string[]): RowNode[] | undefined {
  const row = findRow(lines, 0);
  const fit = fitAtBest(lines);
  if (!fit) return undefined;
  const slots = new Map(
    fit.leaves.flatMap(({ words }, leaf) => words.map((box) => [box.placed, leaf] as const)),
  );
  for (const { box, leaf } of fit.groups) slots.set(box.placed, fit.leaves.indexOf(leaf));
  const columns = fit.leaves.map(({ words }) => {
    const profile = new Profile();
    for (const { placed } of words) profile.add(placed);
    return profile;
  });
  const layout: Layout = { measure: fit.measure, columns, settled: new Map() };
  const lineOf = (number: number, placed: readonly PlacedAtom[]): PlacedLine => ({
    number,
    text: lines[number] ?? '',
    atoms: placed.map(({ atom }) => atom),
    slots: placed.map((each) => slots.get(each) ?? -1),
    unsure: false,
  });
  const inLine = (boxes: readonly Box[], line: number) =>
    lineOf(
      line,
      boxes
        .filter((box) => box.line === line)
        .map(({ placed }) => placed)
        .sort((a, b) => a.left - b.left),
    );
  const groups = fit.groups.map(({ box }) => box);
  const headings = fit.leaves.flatMap(({ words }) => words);
  const isFilled = ({ atoms }: PlacedLine) => atoms.length > 0;
  const upper = lines.map((_, line) => inLine(groups, line)).filter(isFilled);
  const lower = lines.map((_, line) => inLine(headings, line)).filter(isFilled);
  const { atoms } = shapeOf(lines[row] ?? '');
  const body = { number: row, text: lines[row] ?? '', atoms, slots: fit.slots, unsure: lacksName(fit) };
  return [...upper.map((line) => [line]), lower, [body]].map((group) => rowOf(group, layout));
}

/** Whether a heading in front of all figures is that of names: the row's own stands on other lines, around it. */
function lacksName({ leaves, slots }: Fit): boolean {
  const front = leaves.slice(0, Math.min(...slots));
  return front.some(({ words }) => words.some(({ placed }) => NAMES.test(placed.atom.text)));
}

/** The row of figures below the headings that begin at `first`, or -1. */
function findRow(lines: readonly string[], first: number): number {
  let blanks = 0;
  let words = 0;
  for (let index = first; index < Math.min(lines.length, first + 2 * MAX_LINES); index++) {
    const shape = shapeOf(lines[index] ?? '');
    if (shape.paged && index > first) return -1;
    if (shape.kind === 'blank') {
      if (index === first || ++blanks > MAX_BLANK) return -1;
      continue;
    }
    blanks = 0;
    if (shape.kind === 'amounts') return words > 0 && areFiguresApart(shape) ? index : -1;
    if (shape.kind === 'strong') {
      const isAlone = words > 0 && !isRowBelow(lines, index);
      return isAlone && isHeaded(lines.slice(first, index + 1)) ? index : -1;
    }
    if (shape.kind !== 'words' || !isHeading(shape) || ++words > MAX_LINES) return -1;
  }
  return -1;
}

/** A line of a header is indented or has words apart; one with a colon tells something around the table. */
function isHeading(shape: Shape): boolean {
  if (/[:：]/.test(shape.line)) return false;
  return isGapped(shape) || /^\f?\s{2}/.test(shape.line) || arePieces(shape.line);
}

/** Whether a line has short words, as wrapped headings of narrow columns have, a blank from each other. */
function arePieces(line: string): boolean {
  const atoms = atomsOf(line);
  return atoms.length > 1 && atoms.every(({ text }) => text.length <= MAX_PIECE);
}

function areFiguresApart({ atoms }: Pick<Shape, 'atoms'>): boolean {
  const isApart = ({ kind, gap }: Shape['atoms'][number]) =>
    kind === 'mark' || (kind === 'figure' && gap >= WIDE_GAP);
  return atoms.length >= MIN_FIGURES && atoms.every(isApart);
}

/**
 * Whether the last line is a row with a name in front of its figures, and words that tables are known to have head each of
 * these: lines with names are found in other tables too.
 */
function isHeaded(lines: readonly string[]): boolean {
  const [name, ...figures] = shapeOf(lines.at(-1) ?? '').atoms;
  if (name?.kind !== 'word' || !areFiguresApart({ atoms: figures })) return false;
  const fit = fitAtBest(lines);
  return fit?.slots.slice(1).every((slot) => isKnownHeading(textOf(fit.leaves[slot]))) ?? false;
}

/** Whether another row follows: then the table is none of a single one. */
function isRowBelow(lines: readonly string[], row: number): boolean {
  const below = lines.slice(row + 1, row + 1 + BELOW).map(shapeOf);
  const next = below.find(({ kind }) => kind !== 'blank');
  // A name in between may go over several lines.
  if (isCodeWithAmounts(shapeOf(lines[row] ?? '')) && below.some(isCodeWithAmounts)) return true;
  return next !== undefined && !next.paged && ['strong', 'numbers', 'amounts', 'figures'].includes(next.kind);
}

/**
 * The fit as pdftotext counts places, unless a screen's way to count them gives another one that is as good, or has
 * all figures flush with their headings.
 */
function fitAtBest(lines: readonly string[]): Fit | undefined {
  const [other, fit] = MEASURES.map((measure) => fitIn(lines, measure));
  if (other?.isFlush && !fit?.isFlush) return other;
  return fit && other && other.straight >= fit.straight && !isSame(fit, other) ? undefined : fit;
}

function isSame(a: Fit, b: Fit): boolean {
  const shape = ({ leaves, slots }: Fit) =>
    [...slots, ...leaves.map(({ words }) => words.map(({ line }) => line).join(' '))].join();
  return shape(a) === shape(b);
}

function fitIn(lines: readonly string[], measure: Measure): Fit | undefined {
  const boxes = lines.map((text, line) => boxesOf(placeAtoms(text, atomsOf(text), measure), line));
  const figures = boxes.pop() ?? [];
  const isNamed = figures[0]?.placed.atom.kind === 'word';
  const head = stack(boxes, isNamed);
  if (!head || head.leaves.length < figures.length) return undefined;
  const slots = (isNamed ? oneEach(figures, head.leaves) : undefined) ?? match(figures, head.leaves);
  if (!slots || head.leaves.some(isShort) || hasGroupAside(head.leaves, slots)) return undefined;
  const straight = slots.filter((slot, index) => {
    const [leaf, figure] = [head.leaves[slot], figures[index]];
    return leaf && figure && overlap(leaf, figure);
  });
  return {
    ...head,
    slots,
    straight: straight.length,
    isFlush: isFlush(figures, head.leaves, slots),
    measure,
  };
}

/** Whether all figures begin, or all end, just where the lowest words over them do. */
function isFlush(figures: readonly Box[], leaves: readonly Leaf[], slots: readonly number[]): boolean {
  const edges = figures.map(({ placed }, index) => {
    const [lowest] = leaves[slots[index] ?? -1]?.words ?? [];
    return { left: placed.left === lowest?.placed.left, right: placed.right === lowest?.placed.right };
  });
  return edges.every(({ left }) => left) || edges.every(({ right }) => right);
}

function isShort({ words }: Leaf): boolean {
  return lengthOf(words) <= SHORT;
}

/**
 * Whether there are more headings than figures and one of them stands above all others, alone: then it may be that of
 * a group, and none of a column.
 */
function hasGroupAside(leaves: readonly Leaf[], slots: readonly number[]): boolean {
  if (slots.length === leaves.length) return false;
  const bottoms = leaves.map(({ words }) => Math.max(...words.map(({ line }) => line)));
  const top = Math.min(...bottoms);
  return bottoms.filter((bottom) => bottom === top).length === 1;
}

/**
 * The leaf of each figure, in their order: cells stand beside each other, and each holds its heading, so that none
 * reaches to the headings beside it. Where figures are not flush left, none ends left of the middle of its heading;
 * where they are not flush right, none begins right of it. Undefined where more than one way is left.
 */
function match(figures: readonly Box[], leaves: readonly Leaf[]): readonly number[] | undefined {
  const reach = figures.map((figure) =>
    leaves.flatMap((_, index) => {
      const before = leaves[index - 1]?.right ?? Number.NEGATIVE_INFINITY;
      const behind = leaves[index + 1]?.left ?? Number.POSITIVE_INFINITY;
      return before <= figure.left + 1 && figure.right <= behind + 1 ? index : [];
    }),
  );
  const sure = inOrder(reach);
  const known = sure.flatMap(([only, other], index) => {
    const [leaf, figure] = [leaves[only ?? -1], figures[index]];
    return leaf && figure && other === undefined ? { leaf, figure } : [];
  });
  const isNotLeft = known.some(({ leaf, figure }) => figure.left > leaf.left + SLACK);
  const isNotRight = known.some(({ leaf, figure }) => figure.right < leaf.right - SLACK);
  const left = inOrder(
    sure.map((own, index) =>
      own.filter((slot) => {
        const [leaf, figure] = [leaves[slot], figures[index]];
        if (!leaf || !figure) return false;
        const middle = (leaf.left + leaf.right) / 2;
        return !(isNotLeft && figure.right < middle) && !(isNotRight && figure.left > middle);
      }),
    ),
  );
  const slots = left.map(([only, other]) => (other === undefined ? only : undefined));
  return slots.every((slot) => slot !== undefined) ? slots : undefined;
}

/**
 * The leaves in their order, where there is one for each figure and each of these ends between the headings beside its own:
 * figures are set to the right of columns that are wider than what heads them, and so end below the next one.
 */
function oneEach(figures: readonly Box[], leaves: readonly Leaf[]): readonly number[] | undefined {
  if (figures.length !== leaves.length) return undefined;
  const areBetween = figures.every(({ right }, index) => {
    const [before, behind] = [leaves[index - 1], leaves[index + 1]];
    return (!before || before.right < right) && (!behind || right < behind.right);
  });
  return areBetween ? figures.map((_, index) => index) : undefined;
}

/** For each figure the leaves that are left to it when those in front and behind have one each. */
function inOrder(reach: readonly (readonly number[])[]): number[][] {
  const least: number[] = [];
  for (const own of reach) {
    const before = least.at(-1) ?? -1;
    least.push(own.find((slot) => slot > before) ?? Number.POSITIVE_INFINITY);
  }
  let behind = Number.POSITIVE_INFINITY;
  const most = reach.toReversed().map((own) => {
    behind = own.findLast((slot) => slot < behind) ?? Number.NEGATIVE_INFINITY;
    return behind;
  });
  most.reverse();
  return reach.map((own, index) =>
    own.filter((slot) => slot >= (least[index] ?? 0) && slot <= (most[index] ?? 0)),
  );
}
