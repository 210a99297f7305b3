import { isNotReported } from '../text/amount.ts';
import { compactLabel } from '../text/width.ts';
import { hasWords, totalRank } from './labels.ts';
import type { ReadRow } from './rows.ts';
import type { Column, ColumnKind } from './table.ts';

/** Columns whose figures are not money and do not add up with money. */
const QUANTITY_HEADER = /数量|人数|编制|单价|编码|代码|序号|行次|权重|时间|日期|年度$|面积/;
const RATIO_HEADER = /占比|比重|比例|比率|增减率|增幅|增长|完成率|[%％]/;

/** Reads what each column holds, from its cells first and its header second: headers lie, cells rarely. */
export function readColumns(rows: readonly ReadRow[]): Column[] {
  const width = rows.reduce(
    (most, row) => row.node.cells.reduce((w, c) => Math.max(w, c.column + 1), most),
    0,
  );
  const kinds = Array.from({ length: width }, (_, index) => kindOf(index, rows));
  const offset = headerOffset(kinds, rows);
  return kinds.map((kind, index) => {
    const labels = offset === undefined ? [] : headerCells(index - offset, rows);
    const label = labels.join('');
    return {
      index,
      kind: kind === 'amount' ? amountKind(label, index, rows) : kind,
      label: kind === 'code' ? '' : label,
      totalRank: kind === 'amount' || kind === 'empty' ? Math.max(0, ...labels.map(totalRank)) : 0,
    };
  });
}

function kindOf(index: number, rows: readonly ReadRow[]): ColumnKind {
  let amounts = 0;
  let words = 0;
  let codes = 0;
  for (const row of rows) {
    if (row.kind !== 'data' && row.kind !== 'total') continue;
    const cell = row.node.cells.find((candidate) => candidate.column === index);
    if (!cell || isNotReported(cell.text)) continue;
    const inCode = row.code?.spans.some((span) => span.start >= cell.span.start && span.end <= cell.span.end);
    if (inCode || (row.unitCode !== undefined && cell.column === 0)) codes++;
    else if (row.amounts.has(index)) amounts++;
    else words++;
  }
  if (codes > 0 && codes >= amounts) return 'code';
  if (amounts > 0 && amounts > 1.5 * words) return 'amount';
  return words > 0 || amounts > 0 ? 'text' : 'empty';
}

function amountKind(label: string, index: number, rows: readonly ReadRow[]): ColumnKind {
  const amounts = rows.flatMap((row) => row.amounts.get(index) ?? []);
  if (RATIO_HEADER.test(label) || amounts.some((amount) => amount.style.percent)) return 'ratio';
  return QUANTITY_HEADER.test(label) ? 'quantity' : 'amount';
}

/** The words over a column, top down, each header row's cell as it stands; OCR noise without words is left out. */
function headerCells(index: number, rows: readonly ReadRow[]): string[] {
  const labels: string[] = [];
  for (const row of rows) {
    if (row.kind !== 'header') continue;
    const label = compactLabel(row.node.cells.find((cell) => cell.column === index)?.text ?? '');
    if (hasWords(label) && !labels.includes(label)) labels.push(label);
  }
  return labels;
}

/**
 * Tables whose name column was merged away in the header stand one column right of it: the header's first
 * total word (总计) is then over the names. Returns how far the body is to the right, undefined when unknown.
 */
function headerOffset(kinds: readonly ColumnKind[], rows: readonly ReadRow[]): number | undefined {
  const firstAmount = kinds.indexOf('amount');
  if (firstAmount <= 0) return 0;
  const totals = kinds.findIndex((_, index) =>
    headerCells(index, rows).some((label) => totalRank(label) > 0),
  );
  if (totals === -1 || kinds[totals] === 'amount' || kinds[totals] === 'empty') return 0;
  if (totals >= firstAmount) return 0;
  return totals === firstAmount - 1 ? 1 : undefined;
}
