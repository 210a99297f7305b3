import { headingWords } from '../syntax/headingWords.ts';
import type { CellNode } from '../syntax/nodes.ts';
import { type Amount, isDamagedFigure, isNotReported } from '../text/amount.ts';
import { type Decimal, Money } from '../text/money.ts';
import { isWithin } from '../text/range.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';
import type { Alignment } from './alignment.ts';
import { titleOfRow } from './contextLines.ts';
import { readHeaderPaths } from './header.ts';
import { fitsBody, headsWords } from './headerFit.ts';
import { type HeadLine, headLines } from './headings.ts';
import { isOfWhich, isRatioLabel, totalRank } from './labels.ts';
import { unpackedHead } from './packedHead.ts';
import { type ReadRow, wordsOfRow } from './rows.ts';
import { asPrinted, straightened } from './straighten.ts';
import type { Column, ColumnKind, Heading } from './table.ts';
import type { ColumnSum } from './unmarked/blanks/columnSums.ts';

/** Columns whose figures are not money and do not add up with money. */
const QUANTITY_HEADER =
  /电话|号码|编号|邮编|账号|数量|人数|编制|单价|编码|代码|序号|行次|权重|时间|日期|面积/;

/** What the cells of one column hold, counted over the data and total rows. */
interface Content {
  amounts: number;
  words: number;
  codes: number;
  percents: number;
  /** Whole figures written with a zero in front (05), as 款 and 项 are. */
  zeros: number;
  /** Figures with decimals or marks between thousands. */
  money: number;
  /** Figures that are one more than the one above, as the numbers of lines (行次) are. */
  steps: number;
  /** The last figure; undefined once any is no whole number above the last. */
  rising: Decimal | undefined;
}

/** What the number of the first line is above. */
const NOTHING = new Money(0);
const LEADING_ZERO = /^0\d+$/;
const WHOLE = /^\d+$/;
/** Fewer figures that count up may be amounts. */
const MIN_STEPS = 4;

/** What each column holds, told from its cells. */
export interface Contents {
  readonly kinds: readonly ColumnKind[];
  readonly counts: readonly Readonly<Content>[];
}

/** Counts what stands in each column of the body. */
export function readContents(rows: readonly ReadRow[]): Contents {
  const counts = countContents(rows);
  return { kinds: counts.map(kindOf), counts };
}

/** The same where these columns are known to hold codes, though their figures might be amounts. */
export function withCodes({ kinds, counts }: Contents, codes: ReadonlySet<number>): Contents {
  return { counts, kinds: kinds.map((kind, column) => (codes.has(column) ? 'code' : kind)) };
}

/** The rows of a header, without those a later page repeats and without a title in one of them. */
export function headerRows(rows: readonly ReadRow[]): ReadRow[] {
  const body = rows.findIndex((row) => row.kind === 'data' || row.kind === 'total');
  const seen = new Set<string>();
  return rows.slice(0, body === -1 ? rows.length : body).filter((row) => {
    const words = wordsOfRow(row.node);
    const repeated = seen.has(words);
    seen.add(words);
    return row.kind === 'header' && !repeated && titleOfRow(row.node) === undefined;
  });
}

/**
 * Puts the headings over the columns. Headers lie and cells rarely do, so what a column holds is told from
 * its cells first. `anchors` are the header's columns as a total row shows them, where the body stands
 * beside the header; a column for which the two disagree has rivals and no heading yet.
 */
export function readColumns(
  header: readonly ReadRow[],
  rows: readonly ReadRow[],
  { kinds, counts }: Contents,
  anchors: Alignment | undefined,
  marked: boolean,
): Column[] {
  const printed = headLines(header.map((row) => row.node.cells));
  const packed = marked
    ? unpackedHead(header, { kinds, percents: counts.map(hasPercents), rows })
    : undefined;
  const { lines, moved, loose } = packed ?? (marked ? straightened(printed, kinds) : asPrinted(printed));
  const offset = headerOffset(kinds, lines);
  const isLabelColumn = (column: number): boolean => !holdsAmounts(kinds[column + (offset ?? 0)]);
  const known = offset !== undefined && !headsWords(lines, (column) => kinds[column + offset] === 'amount');
  const read = !known ? [] : readHeaderPaths(lines, kinds.length, isLabelColumn);
  const paths = loose ? read.map(({ texts }) => ({ texts: wholeHeading(texts), partial: true })) : read;
  const columns = kinds.map((kind, index) => {
    const headings = [index - (offset ?? 0), anchors?.get(index)].flatMap((column) =>
      column === undefined || kind === 'code'
        ? []
        : { column, path: paths[column]?.texts ?? [], partial: paths[column]?.partial === true },
    );
    const [heading, rival] = headings;
    const rivals = heading && rival && heading.column !== rival.column ? headings : undefined;
    return headedColumn(
      index,
      kind,
      counts[index],
      rivals ? undefined : heading,
      moved || offset !== 0,
      rivals,
    );
  });
  const isHeaded = columns.some(({ rivals }) => rivals) || fitsBody(columns, kinds);
  const told = isHeaded
    ? withAllParts(columns)
    : kinds.map((kind, index) => headedColumn(index, kind, counts[index], undefined, true, undefined));
  return told.map((column) => {
    const isBare = marked && column.kind === 'amount' && column.path.length === 0 && !column.rivals;
    return isBare && standsBelowQuantity(column.index, header, counts[column.index])
      ? { ...column, kind: 'quantity' }
      : column;
  });
}

/**
 * Whether nothing but whole numbers stands straight below the heading of codes or pieces (单位编码, 数量), though it is not
 * known for certain that the headings are those of the columns below them.
 */
function standsBelowQuantity(
  index: number,
  header: readonly ReadRow[],
  content: Readonly<Content> | undefined,
): boolean {
  const above = header.flatMap(({ node }) => node.cells.filter(({ column }) => column === index));
  return content?.money === 0 && above.some(({ text }) => QUANTITY_HEADER.test(text));
}

/**
 * 其中：基本支出 beside 项目支出: both are all there is of an expenditure, and 其中 announces the two of them. Each is an
 * addend of what they are parts of.
 */
function withAllParts(columns: readonly Column[]): Column[] {
  return columns.map((column, index) => {
    const [own, next] = [column, columns[index + 1]].map((each) => compactLabel(each?.path.at(-1) ?? ''));
    const isFirst =
      column.kind === 'of-which' && /^其中[:：]?基本支出$/.test(own ?? '') && next === '项目支出';
    return isFirst ? { ...column, kind: 'amount' } : column;
  });
}

/** The headings over a column, or none where the lowest is the rest of one that was wrapped. */
function wholeHeading(path: readonly string[]): readonly string[] {
  const own = path.at(-1) ?? '';
  const { isLeaf, isGroup, isPart } = headingWords(own);
  const isRest = /^\([^()]*\)$/.test(own) || (isPart && !isLeaf && !isGroup);
  return isRest ? [] : path;
}

/** A column under a heading; `aside`: the heading does not stand straight over it. */
function headedColumn(
  index: number,
  kind: ColumnKind,
  content: Content | undefined,
  heading: Heading | undefined,
  aside: boolean,
  rivals: readonly Heading[] | undefined,
): Column {
  const path = heading?.path ?? [];
  const label = path.join(' › ');
  return {
    index,
    kind: kind === 'amount' ? amountKind(label, content) : kind,
    path,
    label,
    totalRank: holdsAmounts(kind) ? totalRank(path.at(-1) ?? '') : 0,
    aside,
    partial: heading?.partial === true,
    ...(heading && path.length > 0 && { heading: heading.column }),
    ...(rivals && { rivals }),
  };
}

/** A column whose rivals are settled: it stands under the one heading that is meant. */
export function settleColumn(column: Column, heading: Heading): Column {
  const { rivals: _, ...rest } = column;
  const { path } = heading;
  return {
    ...rest,
    path,
    label: path.join(' › '),
    totalRank: totalRank(path.at(-1) ?? ''),
    aside: true,
    partial: heading.partial === true,
    heading: heading.column,
  };
}

/** A column under the lowest heading alone: which groups stand above it is not sure. */
export function withoutGroups(column: Column): Column {
  const path = column.path.slice(-1);
  return { ...column, path, label: path.join(''), partial: true };
}

/** A column with the parts that its figures show. */
export function withParts(column: Column, sums: readonly ColumnSum[]): Column {
  const parts = sums.find(({ total }) => total === column.index)?.parts;
  return parts ? { ...column, parts } : column;
}

function holdsAmounts(kind: ColumnKind | undefined): boolean {
  return kind === 'amount' || kind === 'empty';
}

function countContents(rows: readonly ReadRow[]): Content[] {
  const contents: Content[] = [];
  for (const row of rows) {
    // Cells that may belong elsewhere say nothing about the columns they stand in.
    if (row.node.unsure || row.slid) continue;
    for (const cell of row.node.cells) {
      while (contents.length <= cell.column) {
        contents.push({
          amounts: 0,
          words: 0,
          codes: 0,
          percents: 0,
          zeros: 0,
          money: 0,
          steps: 0,
          rising: NOTHING,
        });
      }
      const content = contents[cell.column];
      if (!content || cell.text === '') continue;
      if (row.kind === 'data' || row.kind === 'total') addCell(content, cell, row);
    }
  }
  return contents;
}

function addCell(content: Content, cell: CellNode, row: ReadRow): void {
  if (isNotReported(cell.text)) return;
  const amount = row.amounts.get(cell.column);
  const isCode =
    row.code?.spans.some((span) => isWithin(span, cell.span)) ||
    (row.body !== undefined && row.body.code !== '' && toHalfWidth(cell.text).startsWith(row.body.code));
  if (isCode) content.codes++;
  else if (amount) {
    content.amounts++;
    countStep(content, amount);
    if (LEADING_ZERO.test(cell.text)) content.zeros++;
    if (!WHOLE.test(cell.text)) content.money++;
    if (amount.style.percent) content.percents++;
  } else if (!isDamagedFigure(cell.text)) content.words++;
}

function countStep(content: Content, { value, decimals }: Amount): void {
  const { rising } = content;
  const isAbove = rising !== undefined && decimals === 0 && value.gt(rising);
  if (isAbove && value.minus(rising).eq(1)) content.steps++;
  content.rising = isAbove ? value : undefined;
}

/** 1, 2, 3, … down a column whose heading was lost: the numbers of its lines (行次), and no amounts. */
function countsUp({ steps, rising, amounts }: Content): boolean {
  return rising !== undefined && steps >= MIN_STEPS && 2 * steps >= amounts - 1;
}

/** 05, 12, 99 down a column whose heading was lost: 款 or 项 of codes, and no amounts. */
function numbersCodes({ zeros, money }: Content): boolean {
  return zeros > 0 && money === 0;
}

function hasPercents({ percents }: Readonly<Content>): boolean {
  return percents > 0;
}

function kindOf({ amounts, words, codes }: Content): ColumnKind {
  if (codes > 0 && codes >= amounts && codes >= words) return 'code';
  if (amounts > 0 && amounts > 1.5 * words) return 'amount';
  return words > 0 || amounts > 0 ? 'text' : 'empty';
}

function amountKind(label: string, content: Content | undefined): ColumnKind {
  if (isRatioLabel(label) || (content && hasPercents(content))) return 'ratio';
  if (QUANTITY_HEADER.test(label) || (content && (countsUp(content) || numbersCodes(content))))
    return 'quantity';
  return label.split(' › ').some(isOfWhich) ? 'of-which' : 'amount';
}

/**
 * Tables whose name column was merged away in the header stand one column right of it: the header's first
 * total word (总计) is then over the names. Returns how far the body is to the right, undefined when unknown.
 */
export function headerOffset(kinds: readonly ColumnKind[], lines: readonly HeadLine[]): number | undefined {
  const firstAmount = kinds.indexOf('amount');
  if (firstAmount <= 0) return 0;
  const first = lines
    .flatMap((line) => line.filter(({ text }) => totalRank(text) > 0))
    .reduce((least, { column }) => Math.min(least, column), firstAmount);
  if (first >= firstAmount || holdsAmounts(kinds[first])) return 0;
  return first === firstAmount - 1 ? 1 : undefined;
}
