import type { CellNode } from '../syntax/nodes.ts';
import { isNotReported } from '../text/amount.ts';
import { readHeaderPaths } from './header.ts';
import { totalRank } from './labels.ts';
import type { ReadRow } from './rows.ts';
import type { Column, ColumnKind } from './table.ts';

/** Columns whose figures are not money and do not add up with money. */
const QUANTITY_HEADER = /数量|人数|编制|单价|编码|代码|序号|行次|权重|时间|日期|年度$|面积/;
const RATIO_HEADER = /占比|比重|比例|比率|增减率|增幅|增长|完成率|[%％]/;

/** What the cells of one column hold, counted over the data and total rows. */
interface Content {
  amounts: number;
  words: number;
  codes: number;
  percents: number;
}

/** Reads what each column holds, from its cells first and its header second: headers lie, cells rarely. */
export function readColumns(rows: readonly ReadRow[]): Column[] {
  const contents = countContents(rows);
  const kinds = contents.map(kindOf);
  const offset = headerOffset(kinds, rows);
  const isLabelColumn = (column: number): boolean => !holdsAmounts(kinds[column + (offset ?? 0)]);
  const header = rows
    .slice(0, bodyStart(rows))
    .flatMap((row) => (row.kind === 'header' ? [row.node.cells] : []));
  const paths = offset === undefined ? [] : readHeaderPaths(header, contents.length, isLabelColumn);
  return kinds.map((kind, index) => {
    const path = kind === 'code' ? [] : (paths[index - (offset ?? 0)] ?? []);
    const label = path.join(' › ');
    return {
      index,
      kind: kind === 'amount' ? amountKind(label, contents[index]) : kind,
      path,
      label,
      totalRank: holdsAmounts(kind) ? totalRank(path.at(-1) ?? '') : 0,
      headerOffset: offset,
    };
  });
}

/** Pages repeat the header further down; it says nothing new. */
function bodyStart(rows: readonly ReadRow[]): number {
  const start = rows.findIndex((row) => row.kind === 'data' || row.kind === 'total');
  return start === -1 ? rows.length : start;
}

function holdsAmounts(kind: ColumnKind | undefined): boolean {
  return kind === 'amount' || kind === 'empty';
}

function countContents(rows: readonly ReadRow[]): Content[] {
  const contents: Content[] = [];
  for (const row of rows) {
    for (const cell of row.node.cells) {
      while (contents.length <= cell.column) {
        contents.push({ amounts: 0, words: 0, codes: 0, percents: 0 });
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
    row.code?.spans.some((span) => span.start >= cell.span.start && span.end <= cell.span.end) ||
    (row.unitCode !== undefined && cell.column === 0);
  if (isCode) content.codes++;
  else if (amount) {
    content.amounts++;
    if (amount.style.percent) content.percents++;
  } else content.words++;
}

function kindOf({ amounts, words, codes }: Content): ColumnKind {
  if (codes > 0 && codes >= amounts) return 'code';
  if (amounts > 0 && amounts > 1.5 * words) return 'amount';
  return words > 0 || amounts > 0 ? 'text' : 'empty';
}

function amountKind(label: string, content: Content | undefined): ColumnKind {
  if (RATIO_HEADER.test(label) || (content && content.percents > 0)) return 'ratio';
  return QUANTITY_HEADER.test(label) ? 'quantity' : 'amount';
}

/**
 * Tables whose name column was merged away in the header stand one column right of it: the header's first
 * total word (总计) is then over the names. Returns how far the body is to the right, undefined when unknown.
 */
function headerOffset(kinds: readonly ColumnKind[], rows: readonly ReadRow[]): number | undefined {
  const firstAmount = kinds.indexOf('amount');
  if (firstAmount <= 0) return 0;
  const first = rows
    .filter((row) => row.kind === 'header')
    .flatMap((row) => row.node.cells.filter((cell) => totalRank(cell.text) > 0))
    .reduce((least, cell) => Math.min(least, cell.column), firstAmount);
  if (first >= firstAmount || holdsAmounts(kinds[first])) return 0;
  return first === firstAmount - 1 ? 1 : undefined;
}
