import { BLOCK_HEADING } from '../syntax/headingWords.ts';
import { namesRows } from './headerFit.ts';
import type { Heading, HeadLine } from './headings.ts';
import { isOfWhich, totalRank } from './labels.ts';

/** The words over one column. */
export interface HeaderPath {
  /** From the outermost group down: `['基本支出', '人员经费']`. */
  readonly texts: readonly string[];
  /** Groups may be missing from it: how far one beside it reaches cannot be told. */
  readonly partial: boolean;
}

/** A group heading is printed at most this many columns right of where its group begins. */
const MAX_CENTRING = 2;

/** A source of money is one of several, and 合计 in front of it is that of all. */
const SOURCE = /拨款|收入|资金|基金$/;

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

/** A header being rebuilt. */
interface Header {
  readonly paths: readonly string[][];
  /** Columns that a group may or may not reach. */
  readonly partial: Set<number>;
  readonly isLabelColumn: (column: number) => boolean;
  /** Whether the text says which columns a heading spans, as HTML does. */
  readonly spanned: boolean;
}

/**
 * Rebuilds the tree of stacked header rows, in the header's own columns.
 *
 * A heading with headings below it in more than one column of its stretch is a group; over a single column it
 * is the first half of a wrapped heading. A group never reaches from the columns of names into those of
 * amounts, unless it heads a block of both (收入 | 支出): `isLabelColumn` tells them apart. A group ends where
 * the next heading of its row stands. Where headings over single columns stand in the last row instead of the
 * first, they do not show where a group ends, and only its first two columns are sure to be its own.
 */
export function readHeaderPaths(
  headings: readonly HeadLine[],
  width: number,
  isLabelColumn: (column: number) => boolean,
): HeaderPath[] {
  const names = new Set(
    headings.flatMap((row) => row.flatMap(({ column, text }) => (namesRows(text) ? column : []))),
  );
  const header: Header = {
    paths: Array.from({ length: width }, () => []),
    partial: new Set(),
    isLabelColumn: (column) => isLabelColumn(column) || names.has(column),
    spanned: headings.some((row) => row.some(({ columns }) => columns !== undefined)),
  };
  descend(header, headings, { start: 0, end: width - 1 }, false);
  return header.paths.map((texts, column) => ({ texts, partial: header.partial.has(column) }));
}

function descend(header: Header, rows: readonly HeadLine[], within: Span, loose: boolean): void {
  const [top, ...below] = rows;
  if (!top) return;
  const labels = new Map<number, string>();
  for (const row of below) for (const { column, text } of row) labels.set(column, text);
  const own = top.filter(({ column }) => within.start <= column && column <= within.end);
  const beneath: Below = { labels, isLabelColumn: header.isLabelColumn };
  const stretches = stretchesOf(header, own, within, beneath);
  const endsUnknown = loose || (!header.spanned && headedLow(own, stretches, within, labels));
  const covered = new Set<number>();
  own.forEach((heading, index) => {
    const columns = stretches[index] ?? [];
    const headed = columns.filter((column) => labels.has(column));
    const [start, second] = headed;
    const end = headed.at(-1);
    if (start === undefined || second === undefined || end === undefined) {
      const rest = below.flatMap((row) => row.filter(({ column }) => column === heading.column));
      header.paths[heading.column]?.push([heading, ...rest].map(({ text }) => text).join(''));
      covered.add(heading.column);
      return;
    }
    const sure = endsUnknown && !isBlock(columns, header.isLabelColumn) ? second : end;
    for (const column of columns.filter((each) => each <= end)) {
      if (column <= sure) header.paths[column]?.push(heading.text);
      else header.partial.add(column);
      covered.add(column);
    }
    descend(header, below, { start: columns[0] ?? start, end }, endsUnknown);
  });
  for (const gap of gapsOf(within, covered)) descend(header, below, gap, endsUnknown);
  if (header.spanned) return;
  // OCR moves the heading of a group to its second column: the first then looks as if it stood alone.
  for (const columns of stretches) {
    if (!columns.some((column) => labels.has(column))) continue;
    const start = columns[0] ?? 0;
    for (const before of range(start - MAX_CENTRING, start - 1)) {
      const rank = totalRank(labels.get(before) ?? '');
      if (!covered.has(before) && (rank === 2 || (rank === 0 && before === start - 1))) {
        header.partial.add(before);
      }
    }
  }
}

/** The columns that each heading of a row may be over. */
function stretchesOf(
  { spanned, isLabelColumn }: Header,
  own: readonly Heading[],
  within: Span,
  below: Below,
): number[][] {
  if (spanned) return own.map(({ column, columns = 1 }) => range(column, column + columns - 1));
  const abreast = headsBlocks(own, within, below);
  const starts = own.map((heading, index) =>
    abreast ? heading.column : groupStart(heading, own[index - 1], own[index + 1], within, below),
  );
  return own.map(({ column }, index) => {
    const start = starts[index] ?? column;
    const last = (starts[index + 1] ?? within.end + 1) - 1;
    return abreast ? range(start, last) : stretch(start, last, isLabelColumn);
  });
}

/**
 * Whether headings over single columns stand in a lower row than the groups beside them: then some column has
 * a heading below this row only, and none has one in this row only.
 */
function headedLow(
  own: readonly Heading[],
  stretches: readonly (readonly number[])[],
  { start, end }: Span,
  labels: ReadonlyMap<number, string>,
): boolean {
  const reached = new Set(stretches.flat());
  return (
    own.every(({ column }) => labels.has(column)) &&
    range(start, end).some((column) => labels.has(column) && !reached.has(column))
  );
}

/** Whether the columns are those of a block: names and amounts. Where it ends, the next one begins. */
function isBlock(columns: readonly number[], isLabelColumn: (column: number) => boolean): boolean {
  return columns.some(isLabelColumn) && !columns.every(isLabelColumn);
}

/**
 * Whether the headings of a row stand over blocks abreast (收入 | 支出), each over names and amounts: then each
 * has headings below it over both. One alone is told from 功能分类科目, which heads names only, by its word.
 */
function headsBlocks(own: readonly Heading[], { end }: Span, { labels, isLabelColumn }: Below): boolean {
  if (own.length < 2 && !own.every(({ text }) => BLOCK_HEADING.test(text))) return false;
  return own.every(({ column }, index) => {
    if (!isLabelColumn(column) || !labels.has(column)) return false;
    const columns = range(column, (own[index + 1]?.column ?? end + 1) - 1);
    return columns.some((each) => labels.has(each) && !isLabelColumn(each));
  });
}

/**
 * Where the group of a heading begins: under the heading, or where a 小计 or 合计 near it opens the group; the
 * first 合计 of all may be that of the whole table. OCR
 * centres headings over their groups, and merged cells that are lost pull them left. A heading over a single
 * column has no group and stays where it is.
 */
function groupStart(
  { column, text }: Heading,
  previous: Heading | undefined,
  next: Heading | undefined,
  within: Span,
  below: Below,
): number {
  const columns = stretch(column, (next?.column ?? within.end + 1) - 1, below.isLabelColumn);
  // The total of which 其中 heads some parts stands in front of these.
  if (isOfWhich(text)) return column;
  if (columns.filter((each) => below.labels.has(each)).length < 2) return column;
  const leftmost = Math.max(within.start, column - MAX_CENTRING, (previous?.column ?? -1) + 1);
  for (let start = column; start >= leftmost; start--) {
    const label = below.labels.get(start) ?? '';
    const isTotalOfAll = start < column && totalRank(label) === 2 && below.isLabelColumn(start - 1);
    if (opensGroup(label) && !(isTotalOfAll && SOURCE.test(text))) return start;
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

function range(start: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, index) => start + index);
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
