import { parseNumbering } from '../text/numbering.ts';
import { isWithin } from '../text/range.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';
import { type CodeBlock, codeInBlock } from './codeBlocks.ts';
import { namesRows } from './headerFit.ts';
import { hasWords, isRatioLabel, totalRank, wordsOf } from './labels.ts';
import { type Cell, type Column, isBodyRow, type Row, type Side, type SideRow } from './table.ts';

/**
 * Tells the blocks of a table apart that stand abreast: each begins with a column of labels and goes on with
 * its columns of amounts. A table named by codes is one block, unless several lists of codes stand abreast.
 * Columns of words without amounts behind them (备注) begin no block.
 *
 * @param blocks the lists of codes that stand abreast, if any
 */
export function readSides(
  columns: readonly Column[],
  rows: readonly Row[],
  coded: boolean,
  blocks: readonly CodeBlock[],
): Side[] {
  const body = rows.filter((row) => isBodyRow(row) && !isRatioRow(row));
  const layout = coded
    ? [codedLayout(columns)]
    : blocks.length > 0
      ? blockLayouts(columns, blocks)
      : sideLayouts(columns, rows);
  return layout
    .filter((side) => side.amountColumns.some((column) => column.kind === 'amount'))
    .map((side, index, sides) => {
      const { labelColumn, amountColumns, block } = side;
      const from = sides[index - 1]?.amountColumns.at(-1)?.index ?? -1;
      const entries = body.map((row) => sideRow(row, side, from + 1, coded));
      return { labelColumn, amountColumns, rows: entries, ...(block && { listsCodes: true as const }) };
    });
}

/** 款 or 项 in front of a name. */
const CODE_TAIL = /^\d{2}\s*$/;
/** Headings over words that describe a row and do not name it. */
const DESCRIBING = /备注|说明|简介|计量单位|规格|时间|日期|依据|方式|性质|类型|来源|主体|原因|目录/;
const NAMING_ITEMS = /项目|任务名称|科目|分类|品目|内容/;
const NAMING_BODIES = /单位|部门|处室|机构/;

interface SideLayout extends Pick<Side, 'labelColumn' | 'amountColumns'> {
  /** The list of codes that names its rows, where several stand abreast. */
  readonly block?: CodeBlock;
}

/** Each list goes on to the codes of the next. */
function blockLayouts(columns: readonly Column[], blocks: readonly CodeBlock[]): SideLayout[] {
  return blocks.map((block, index) => ({
    block,
    labelColumn: block.names,
    amountColumns: columns.slice(block.names + 1, blocks[index + 1]?.codes).filter(holdsAmounts),
  }));
}

/** Behind the codes: in front of them stand serial numbers, which are no amounts. */
function codedLayout(columns: readonly Column[]): SideLayout {
  const codes = columns.findLastIndex((column) => column.kind === 'code');
  const labelColumn = columns.findIndex((column) => column.kind === 'text');
  const firstAmount = columns.findIndex((column) => column.index > codes && column.kind === 'amount');
  return {
    labelColumn,
    amountColumns: firstAmount === -1 ? [] : columns.slice(firstAmount).filter(holdsAmounts),
  };
}

/** A block is named by the column of words in front of its amounts that tells its rows apart best. */
function sideLayouts(columns: readonly Column[], rows: readonly Row[]): SideLayout[] {
  const sides: { labelColumn: number; amountColumns: Column[] }[] = [];
  let words: Column[] = [];
  for (const column of columns) {
    if (column.kind === 'text') words.push(column);
    if (!holdsAmounts(column)) continue;
    const open = sides.at(-1);
    const labels = open ? words.filter((each) => hasLabels(each, column, rows)) : words;
    const label = mostTelling(labels);
    if (label) sides.push({ labelColumn: label.index, amountColumns: [column] });
    else if (open) open.amountColumns.push(column);
    words = [];
  }
  return sides.length > 0 ? sides : namelessLayout(columns, rows);
}

/** One row of figures below its headings, and nothing that names it: the usual “三公”经费 table. */
function namelessLayout(columns: readonly Column[], rows: readonly Row[]): SideLayout[] {
  const filled = rows.filter((row) => isBodyRow(row) && says(row));
  const isHeaded = columns.every(({ kind, path }) => kind !== 'amount' || path.length > 0);
  return filled.length === 1 && isHeaded
    ? [{ labelColumn: -1, amountColumns: columns.filter(holdsAmounts) }]
    : [];
}

/** Of columns that describe the same rows: a project tells more than its body, and a remark names nothing. */
function mostTelling(labels: readonly Column[]): Column | undefined {
  return labels.reduce<Column | undefined>(
    (best, column) => (best && tellsOf(best) >= tellsOf(column) ? best : column),
    undefined,
  );
}

function tellsOf({ label }: Column): number {
  const heading = compactLabel(label);
  if (DESCRIBING.test(heading) || /编码$|代码$/.test(heading)) return 0;
  if (NAMING_ITEMS.test(heading)) return 3;
  return NAMING_BODIES.test(heading) ? 1 : 2;
}

/** Empty columns are kept: their places matter, and a clerk may fill them any moment. */
function holdsAmounts({ kind }: Column): boolean {
  return kind === 'amount' || kind === 'of-which' || kind === 'empty';
}

/** `from`: the first column of the block. */
function sideRow(row: Row, side: SideLayout, from: number, coded: boolean): SideRow {
  const cell = row.cells[side.labelColumn];
  const own = cell ? nameIn(cell, row) : '';
  const code = side.block ? codeInBlock(row.cells, side.block) : row.code;
  const named = side.block && code ? `${code.digits} ${code.name}` : own;
  const label = coded ? codedLabel(row, own) : named === '' ? totalWord(row, side, from) : named;
  const numbering = parseNumbering(label);
  return { row, label, ...(code && { code }), ...(numbering && { numbering }) };
}

/** The words of a cell, without the last digits of the row's code where these share the cell (`01 行政运行`). */
function nameIn(cell: Cell, { code }: Row): string {
  const from =
    code?.nameSpan && isWithin(code.nameSpan, cell.span) ? code.nameSpan.start - cell.span.start : 0;
  return code && CODE_TAIL.test(toHalfWidth(cell.text.slice(0, from))) ? code.name : wordsOf(cell);
}

/**
 * `增减率 | 5.00 | 4.80`: in tables that list years below each other. A numbered row is an item, whatever it is
 * called (二、提高参保率).
 */
function isRatioRow(row: Row): boolean {
  const first = row.cells.find((cell) => cell && hasWords(cell.text));
  return !row.code && first !== undefined && !parseNumbering(first.text) && isRatioLabel(first.text);
}

/** A coded row is called by code and name; a total row by its word, wherever it stands. */
function codedLabel(row: Row, own: string): string {
  if (row.code) return `${row.code.digits} ${row.code.name}`.trim();
  if (row.kind === 'total') return row.cells.find((cell) => cell && hasWords(cell.text))?.text ?? own;
  return row.body ? `${row.body.code} ${row.body.name}`.trim() : own;
}

/** 合计 may stand in any of the columns that name rows. */
function totalWord(row: Row, { amountColumns }: SideLayout, from: number): string {
  const names = row.cells.slice(from, amountColumns[0]?.index);
  return names.find((cell) => cell && totalRank(cell.text) > 0)?.text ?? '';
}

/**
 * A column of labels says so, or has words in many rows; a stray word among blanks does not begin a block. Where the
 * places of some rows are not known, those tell that have a figure behind it.
 */
function hasLabels(column: Column, behind: Column, rows: readonly Row[]): boolean {
  if (namesRows(column.path.at(-1) ?? '') && tellsOf(column) > 0) return true;
  const body = rows.filter((row) => isBodyRow(row) && !row.unplaced && !row.slid && says(row));
  const filled = body.filter(({ cells }) => cells[behind.index]?.amount);
  const telling = filled.length > 0 && rows.some(({ unplaced }) => unplaced) ? filled : body;
  const labelled = body.filter((row) => hasWords(row.cells[column.index]?.text ?? ''));
  return labelled.length >= Math.min(2, telling.length);
}

function says({ cells }: Row): boolean {
  return cells.some((cell) => cell !== undefined && cell.text !== '');
}
