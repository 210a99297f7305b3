import { headingWords } from '../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import type { HeadReading } from './headReadings.ts';
import { kindOfHeading } from './leaves.ts';

/** Headings of narrow columns are wrapped to so many lines, a character each. */
const MAX_LINES = 14;
/** So many steps are taken before a header is given up. */
const MAX_STEPS = 5000;
/** So many ways to read a header are told apart. */
const MAX_READINGS = 8;
/** Lines of one heading stand below each other, give or take so many characters: pdftotext shifts lines. */
const SLACK = 24;
/** A group stands over what is below it, give or take so many characters. */
const GROUP_SLACK = 8;
/** A heading that is not known is a group if it stands over so many. */
const MIN_UNDER = 2;

/** What a stack of lines is; `unknown-group`: no known heading, and to be one it must stand over several. */
type StackKind = 'leaf' | 'group' | 'unknown-group';

/** The lines of one heading. */
interface Stack {
  readonly cells: readonly CellNode[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly kind: StackKind;
}

/** The words of a header, line by line. */
type Lines = readonly (readonly CellNode[])[];

/**
 * The ways to put the lines of wrapped headings together: in each line every word goes to one heading, in order,
 * and each heading is one that tables are known to have, to the last character. One that is not known stands in
 * a single line with nothing above or below it, or over several others. None where that is not possible.
 */
export function wrappedReadings(rows: readonly RowNode[]): HeadReading[] {
  if (rows.length > MAX_LINES) return [];
  const lines = rows.map(({ cells }) => cells.filter(({ text }) => text !== ''));
  const found = new Map<string, readonly Stack[]>();
  let steps = 0;
  const isTooMuch = (): boolean => steps > MAX_STEPS || found.size > MAX_READINGS;
  const go = (next: readonly number[], stacks: readonly Stack[]): void => {
    const pivot = leftmost(lines, next);
    if (pivot === undefined) {
      const leaves = stacks.filter(({ kind }) => kind === 'leaf');
      const isRead = stacks.every((stack) => isInPlace(stack, stacks)) && areInOrder(leaves);
      if (isRead) found.set(leaves.map(({ text }) => text).join('|'), leaves);
      return;
    }
    for (const stack of stacksAt(lines, next, pivot)) {
      if (++steps && isTooMuch()) return;
      const taken = new Set(stack.cells);
      go(
        next.map((index, line) => {
          const cell = lines[line]?.[index];
          return cell && taken.has(cell) ? index + 1 : index;
        }),
        [...stacks, stack],
      );
    }
  };
  go(
    lines.map(() => 0),
    [],
  );
  return isTooMuch() ? [] : [...found.values()].map(readingOf);
}

/** The line whose next word begins leftmost. */
function leftmost(lines: Lines, next: readonly number[]): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [line, cells] of lines.entries()) {
    const start = cells[next[line] ?? 0]?.span.start ?? Number.POSITIVE_INFINITY;
    if (start < least) [best, least] = [line, start];
  }
  return best;
}

/** The headings that the next words of some lines make, that of the pivot among them. */
function stacksAt(lines: Lines, next: readonly number[], pivot: number): Stack[] {
  const heads = lines.map((cells, line) => cells[next[line] ?? 0]);
  const own = heads[pivot];
  const stacks: Stack[] = [];
  const go = (line: number, taken: readonly number[], text: string): void => {
    if (!own || (text !== '' && !mayBeHeading(text, own))) return;
    if (line === heads.length) {
      const cells = taken.flatMap((each) => heads[each] ?? []);
      stacks.push(...kindsOf(lines, text, taken, own).map((kind) => stackOf(cells, text, taken, kind)));
      return;
    }
    const cell = heads[line];
    if (cell && (line === pivot || touch(cell, own, SLACK))) go(line + 1, [...taken, line], text + cell.text);
    if (line !== pivot) go(line + 1, taken, text);
  };
  go(0, [], '');
  return stacks;
}

function mayBeHeading(text: string, own: CellNode): boolean {
  const { isLeaf, isGroup, mayGoOn } = headingWords(text);
  return isLeaf || isGroup || mayGoOn || text === own.text;
}

function kindsOf(lines: Lines, text: string, taken: readonly number[], own: CellNode): StackKind[] {
  const { isLeaf, isGroup, isPart } = headingWords(text);
  const isOnly = text === own.text;
  const isApart =
    !isGroup &&
    !isPart &&
    lines.flat().every((cell) => cell.span.line === own.span.line || !touch(cell, own, 0));
  const kinds: StackKind[] = [];
  if (isLeaf || (isOnly && isApart)) kinds.push('leaf');
  if (isGroup) kinds.push('group');
  else if (isOnly && taken[0] === 0 && countUnder(lines, own) >= MIN_UNDER) kinds.push('unknown-group');
  return kinds;
}

function countUnder(lines: Lines, { span: { start, end } }: CellNode): number {
  const isUnder = ({ span }: CellNode) =>
    2 * start <= span.start + span.end && span.start + span.end <= 2 * end;
  return lines.slice(1).flat().filter(isUnder).length;
}

function stackOf(cells: readonly CellNode[], text: string, lines: readonly number[], kind: StackKind): Stack {
  return {
    cells,
    text,
    left: Math.min(...cells.map(({ span }) => span.start)),
    right: Math.max(...cells.map(({ span }) => span.end)),
    top: Math.min(...lines),
    bottom: Math.max(...lines),
    kind,
  };
}

function touch({ span: a }: CellNode, { span: b }: CellNode, slack: number): boolean {
  return a.start <= b.end + slack && b.start <= a.end + slack;
}

/**
 * A heading stands over others if and only if it heads a group of them. 项目 heads names, or codes and names: one wholly
 * above another heading of names is that of a group, for headings side by side are as high as each other.
 */
function isInPlace(stack: Stack, stacks: readonly Stack[]): boolean {
  const isUnder = ({ left, right, top }: Stack): boolean => {
    const middle = (left + right) / 2;
    return top > stack.bottom && stack.left <= middle && middle <= stack.right;
  };
  if (kindOfHeading(stack.text) === 'name' && headingWords(stack.text).isLeaf) {
    const isOverNames = stacks.some((other) => isNear(other, stack) && headsRows(other));
    if (isOverNames !== (stack.kind === 'group')) return false;
  }
  if (stack.kind === 'leaf') return !stacks.some(isUnder);
  if (stack.kind === 'group') return stacks.some((other) => isNear(other, stack));
  return stacks.filter(isUnder).length >= MIN_UNDER;
}

/** Whether codes or names stand below it. */
function headsRows({ kind, text }: Stack): boolean {
  return kind === 'leaf' && ['code', 'name'].includes(kindOfHeading(text));
}

function isNear({ left, right, top }: Stack, group: Stack): boolean {
  const middle = (left + right) / 2;
  return top > group.top && middle >= group.left - GROUP_SLACK && middle <= group.right + GROUP_SLACK;
}

/** Whether headings of columns that have no line in common stand clearly apart: else their order is not certain. */
function areInOrder(leaves: readonly Stack[]): boolean {
  return leaves.every((stack, index) => {
    const before = leaves[index - 1];
    if (!before) return true;
    const lines = new Set(before.cells.map(({ span }) => span.line));
    return stack.cells.some(({ span }) => lines.has(span.line)) || before.right <= stack.left;
  });
}

function readingOf(leaves: readonly Stack[]): HeadReading {
  const cells = leaves.flatMap(({ cells: [first], text }, column): CellNode | [] =>
    first ? { ...first, column, ...(text !== first.text && { whole: text }) } : [],
  );
  return { leaves: cells, rows: [cells] };
}
