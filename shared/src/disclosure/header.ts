import type { CellNode } from '../syntax/nodes.ts';
import { compactLabel } from '../text/width.ts';
import { hasWords, totalRank } from './labels.ts';

/** The words over one column, from the outermost group down: `['基本支出', '人员经费']`. */
export type HeaderPath = readonly string[];

/** A group heading is printed at most this many columns right of where its group begins. */
const MAX_CENTRING = 2;

/** Words in a header row that head no column: the unit, the reporting body. */
const NO_HEADING =
  /^(?:(?:金额)?[单単]位[:：]|填报|编制(?:单位|部门)|部门(?:[(（]单位[)）])?[:：]|公开\d*表)/;

const MAX_FORM_CELLS = 4;

interface Heading {
  readonly column: number;
  readonly text: string;
}

/** What stands below a header row. */
interface Below {
  readonly labels: ReadonlyMap<number, string>;
  readonly isLabelColumn: (column: number) => boolean;
}

/** Columns `start` to `end`, both included. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Rebuilds the tree of stacked header rows, in the header's own columns.
 *
 * A heading with headings below it in more than one column of its stretch is a group; over a single column it
 * is the first half of a wrapped heading. A group never reaches from the columns of names into those of
 * amounts: `isLabelColumn` tells them apart.
 */
export function readHeaderPaths(
  rows: readonly (readonly CellNode[])[],
  width: number,
  isLabelColumn: (column: number) => boolean,
): HeaderPath[] {
  const headings = rows.map(headingsOf).filter((row) => row.length > 0);
  const paths: string[][] = Array.from({ length: width }, () => []);
  descend(headings, { start: 0, end: width - 1 }, paths, isLabelColumn);
  return paths;
}

/** A row of the form (填报单位：… 单位：万元) heads no column, whatever else stands in it. */
function headingsOf(cells: readonly CellNode[]): Heading[] {
  const headings = cells.flatMap(({ column, text }) => {
    const label = compactLabel(text);
    return hasWords(label) ? [{ column, text: label }] : [];
  });
  const ofForm = headings.some(({ text }) => NO_HEADING.test(text));
  if (ofForm && headings.length <= MAX_FORM_CELLS) return [];
  return headings.filter(({ text }) => !NO_HEADING.test(text));
}

function descend(
  rows: readonly (readonly Heading[])[],
  within: Span,
  paths: string[][],
  isLabelColumn: (column: number) => boolean,
): void {
  const [top, ...below] = rows;
  if (!top) return;
  const lower = new Map<number, string>();
  for (const row of below) for (const { column, text } of row) lower.set(column, text);
  const own = top.filter(({ column }) => within.start <= column && column <= within.end);
  const starts = own.map((heading, index) =>
    groupStart(heading, own[index - 1], own[index + 1], within, { labels: lower, isLabelColumn }),
  );
  const covered = new Set<number>();
  own.forEach((heading, index) => {
    const start = starts[index] ?? heading.column;
    const columns = stretch(start, (starts[index + 1] ?? within.end + 1) - 1, isLabelColumn);
    const headed = columns.filter((column) => lower.has(column));
    const end = headed.at(-1);
    if (headed.length > 1 && end !== undefined) {
      for (const column of columns.filter((each) => each <= end)) {
        paths[column]?.push(heading.text);
        covered.add(column);
      }
      descend(below, { start, end }, paths, isLabelColumn);
    } else {
      const rest = below.flatMap((row) => row.filter(({ column }) => column === heading.column));
      paths[heading.column]?.push([heading, ...rest].map(({ text }) => text).join(''));
      covered.add(heading.column);
    }
  });
  for (const gap of gapsOf(within, covered)) descend(below, gap, paths, isLabelColumn);
}

/**
 * Where the group of a heading begins: under the heading, or where a 小计 or 合计 near it opens the group. OCR
 * centres headings over their groups, and merged cells that are lost pull them left. A heading over a single
 * column has no group and stays where it is.
 */
function groupStart(
  { column }: Heading,
  previous: Heading | undefined,
  next: Heading | undefined,
  within: Span,
  below: Below,
): number {
  const columns = stretch(column, (next?.column ?? within.end + 1) - 1, below.isLabelColumn);
  if (columns.filter((each) => below.labels.has(each)).length < 2) return column;
  const leftmost = Math.max(within.start, column - MAX_CENTRING, (previous?.column ?? -1) + 1);
  for (let start = column; start >= leftmost; start--) {
    if (opensGroup(below.labels.get(start))) return start;
  }
  return opensGroup(below.labels.get(column + 1)) ? column + 1 : column;
}

/** 总计 stands over groups, not in them. */
function opensGroup(label: string | undefined): boolean {
  const rank = totalRank(label ?? '');
  return rank === 1 || rank === 2;
}

/** The columns from `start` to `last` that are of the kind of the first. */
function stretch(start: number, last: number, isLabelColumn: (column: number) => boolean): number[] {
  const columns = [start];
  for (let column = start + 1; column <= last && isLabelColumn(column) === isLabelColumn(start); column++) {
    columns.push(column);
  }
  return columns;
}

function gapsOf(within: Span, covered: ReadonlySet<number>): Span[] {
  const gaps: Span[] = [];
  for (let column = within.start; column <= within.end; column++) {
    const open = gaps.at(-1);
    if (covered.has(column)) continue;
    if (open && open.end === column - 1) gaps[gaps.length - 1] = { start: open.start, end: column };
    else gaps.push({ start: column, end: column });
  }
  return gaps;
}
