import { Money, tenTo } from '../text/money.ts';
import { isRowLike } from './bareRows.ts';
import { isNaming, namesRows } from './headerFit.ts';
import { type AmountCell, type Column, isAmountCell, type Row } from './table.ts';

/**
 * Marks rows that stand a column or more off their headings: all in one cell, figures among names, or a blank where the figures
 * of a block begin, and nothing that shows that it belongs there. The total of a row is never blank beside its
 * parts; another first column may be, if a total behind it is the sum of its parts.
 */
export function withoutSlidRows(rows: readonly Row[], columns: readonly Column[]): Row[] {
  const blocks = blocksOf(columns).map((block) => withFirstTotal(block, rows));
  const opened = blocks.filter((block) => !isUsuallyBlank(block, rows));
  const besideTotal = blocks.filter((block) => isTotalBesideHeading(block, rows));
  const isSlid = (row: Row): boolean =>
    row.kind !== 'header' &&
    (isInOneCell(row) ||
      hasFigureAmongNames(row, columns) ||
      goesPastHeadings(row, columns, blocks) ||
      blocks.some((block) => lacksTotal(row, block)) ||
      opened.some((block) => beginsBlank(row, block, rows)) ||
      besideTotal.some((block) => startsBlank(row, block)));
  return rows.map((row) => (row.bound && isSlid(row) ? { ...row, bound: false } : row));
}

/** Columns of figures between columns of names. */
type Block = readonly Column[];

function blocksOf(columns: readonly Column[]): Block[] {
  const blocks: Column[][] = [];
  let open = false;
  for (const column of columns) {
    const isFigures = column.kind !== 'text' && column.kind !== 'code' && !isNaming(column.path.at(-1) ?? '');
    if (isFigures && open) blocks.at(-1)?.push(column);
    else if (isFigures) blocks.push([column]);
    open = isFigures;
  }
  return blocks;
}

/** Whether the marks between the cells of a row were lost: its code, name and figures stand in one of them. */
function isInOneCell({ cells }: Row): boolean {
  const [only, second] = cells.filter((cell) => cell && cell.text !== '');
  return only !== undefined && !second && isRowLike(only);
}

/** Names stand behind the first column of names as well; what stands in front of it are codes and numbers. */
function hasFigureAmongNames(row: Row, columns: readonly Column[]): boolean {
  const first = columns.findIndex(({ kind }) => kind === 'text');
  return columns.some(
    ({ index, kind, path }) =>
      kind === 'text' && index > first && namesRows(path.at(-1) ?? '') && isAmountCell(row.cells[index]),
  );
}

/** Whether the first figures of a row are blank and something stands behind the last heading, if only a dash. */
function goesPastHeadings(row: Row, columns: readonly Column[], [block]: readonly Block[]): boolean {
  const last = columns.findLastIndex(({ path }) => path.length > 0);
  if (!block || last === -1 || !startsBlank(row, block)) return false;
  return row.cells.slice(last + 1).some((cell) => cell !== undefined && cell.text !== '');
}

/**
 * Whether all rows leave the first column of a block blank that has no word for a total, and what stands in the second
 * is what the others add up to: it is the total that belongs in the first.
 */
function isTotalBesideHeading(block: Block, rows: readonly Row[]): boolean {
  const [first, second, ...others] = block;
  if (!first || !second || others.length === 0 || totalsOf(block).length > 0) return false;
  const filled = rows.filter((row) => row.bound && row.kind !== 'header' && amountsOf(row, block).length > 0);
  const total = { ...second, path: second.path.slice(-1), totalRank: 1 };
  const telling = filled.filter((row) => amountsOf(row, others).length > 1);
  return (
    telling.length > 0 &&
    filled.every((row) => startsBlank(row, block) && isSumOfParts(row, total, [total, ...others]))
  );
}

/** Rows whose figures begin behind the first column and add up, so many that nothing follows from the blank there. */
const MIN_BLANK = 2;

/** Whether a block begins with a column that rows leave blank as they should: 年初结转 where nothing was left. */
function isUsuallyBlank(block: Block, rows: readonly Row[]): boolean {
  const blank = rows.filter((row) => row.bound && startsBlank(row, block) && addsUp(row, block));
  return blank.length >= MIN_BLANK;
}

function startsBlank(row: Row, block: Block): boolean {
  const first = block.find((column) => row.kind !== 'total' || !isPerLine(column));
  const isFilled = block.some(({ index }) => isAmountCell(row.cells[index]));
  return first !== undefined && isFilled && first.path.length > 0 && isBlank(row, first);
}

/** 数量 and 单价 are of single lines: a total of all of them has none. */
function isPerLine({ kind, path }: Column): boolean {
  return kind === 'quantity' || /单价/.test(path.at(-1) ?? '');
}

function beginsBlank(row: Row, block: Block, rows: readonly Row[]): boolean {
  const totals = totalsOf(block);
  if (totals.length === 0 || !startsBlank(row, block) || addsUp(row, block)) return false;
  return !isWorseAhead(row, block, totals) || isNeverRight(block, totals, rows);
}

/** Whether all rows begin blank, several with totals that none of them adds up to: one figure may be wrong, not all. */
function isNeverRight(block: Block, totals: readonly Column[], rows: readonly Row[]): boolean {
  const filled = rows.filter((row) => row.bound && row.kind !== 'header' && amountsOf(row, block).length > 0);
  const told = filled.filter((row) => totals.some((each) => partsBehind(row, each, block).length > 0));
  return (
    told.length >= MIN_BLANK &&
    filled.every((row) => startsBlank(row, block)) &&
    !told.some((row) => addsUp(row, block))
  );
}

/** Whether a row begins blank and has no total for the parts behind it. */
function lacksTotal(row: Row, block: Block): boolean {
  const [total] = totalsOf(block);
  if (!total || !startsBlank(row, block) || !isBlank(row, total)) return false;
  return block.some(({ index }) => index > total.index && isAmountCell(row.cells[index]));
}

function addsUp(row: Row, block: Block): boolean {
  return totalsOf(block).some((total) => isSumOfParts(row, total, block));
}

function totalsOf(block: Block): Block {
  return block.filter(({ totalRank }) => totalRank > 0);
}

/**
 * Whether the figures of a row would fit their columns no better further ahead, where they stood if blanks had been put
 * in front of them: then the row stands where it should, and one of its figures is wrong.
 */
function isWorseAhead(row: Row, block: Block, totals: readonly Column[]): boolean {
  const blanks = block.findIndex((column) => !isBlank(row, column));
  const steps = Array.from({ length: blanks }, (_, step) => step + 1);
  return steps.every((step) => {
    const ahead = { ...row, cells: row.cells.map((_, index) => row.cells[index + step]) };
    const told = totals.filter((each) => partsBehind(ahead, each, block).length > 0);
    return told.length > 0 && !told.some((each) => isSumOfParts(ahead, each, block));
  });
}

/** So many of the rows must show that a column is the total of those behind it, whatever its heading says. */
const TOTAL_SHARE = 3 / 4;

/** Two parts that are all there is by law (预算法实施条例第五条): 支出 of 基本 and 项目, 基本支出 of 人员 and 公用. */
const ALL_PARTS = [
  /^基本支出?\/项目(?:支出)?$/,
  /^人员(?:经费|支出|经费支出)\/(?:日常)?公用(?:经费|支出|经费支出)$/,
];

/** “三公”经费 in front of what it is made of. */
const THREE_PUBLIC = /^["“”'‘’]?三公["“”'‘’]?经费\/因公出国/;

/** A block whose first column is what the others add up to, though its heading has no word for a total. */
function withFirstTotal(block: Block, rows: readonly Row[]): Block {
  const [first, ...others] = block;
  if (!first || first.totalRank > 0 || others.some(({ totalRank }) => totalRank > 0)) return block;
  const total = { ...first, path: first.path.slice(-1), totalRank: 1 };
  const named = others.flatMap(({ kind, path }) => (kind === 'text' ? [] : (path.at(-1) ?? [])));
  const heads = [first.path.at(-1) ?? '', ...named].slice(0, 2).join('/');
  if (ALL_PARTS.some((parts) => parts.test(named.slice(0, 2).join('/'))) || THREE_PUBLIC.test(heads))
    return [total, ...others];
  const filled = rows.filter((row) => row.bound && amountsOf(row, [first]).length > 0);
  const holding = filled.filter((row) => isSumOfParts(row, total, [total, ...others]));
  const isShown = holding.length > 1 || holding.some((row) => amountsOf(row, others).length > 1);
  return isShown && holding.length >= TOTAL_SHARE * filled.length ? [total, ...others] : block;
}

function isBlank(row: Row, { index }: Column): boolean {
  const text = row.cells[index]?.text ?? '';
  return text === '';
}

/** Whether the total of a group is what the columns behind it in the group add up to, as far as they are rounded. */
function isSumOfParts(row: Row, total: Column, block: Block): boolean {
  const parts = partsBehind(row, total, block);
  const [cell] = amountsOf(row, [total]);
  if (!cell || parts.length === 0) return false;
  const sum = parts.reduce((all, { amount }) => all.plus(amount.value), new Money(0));
  const decimals = Math.min(...[cell, ...parts].map(({ amount }) => amount.decimals));
  const slack = tenTo(-decimals)
    .times(parts.length + 1)
    .div(2);
  return sum.minus(cell.amount.value).abs().lte(slack);
}

/** The figures of a row that a total of a block is said to add up. */
function partsBehind(row: Row, total: Column, block: Block): AmountCell[] {
  const isOfAll = total.totalRank === 3 || block.some(({ partial }) => partial);
  const group = isOfAll ? [] : total.path.slice(0, -1);
  const behind = block.filter(
    ({ index, path }) => index > total.index && group.every((text, depth) => path[depth] === text),
  );
  const next = behind.findIndex(({ path, totalRank }) => totalRank > 0 && path.length <= total.path.length);
  return amountsOf(row, partsOf(next === -1 ? behind : behind.slice(0, next)));
}

/** The columns that make up a group: of a group within it its total alone. */
function partsOf(columns: readonly Column[]): Column[] {
  const parts: Column[] = [];
  for (const column of columns) {
    const within = parts.find(
      ({ path, totalRank }) =>
        totalRank > 0 &&
        path.length > 1 &&
        path.slice(0, -1).every((text, depth) => column.path[depth] === text),
    );
    if (!within) parts.push(column);
  }
  return parts;
}

function amountsOf(row: Row, columns: readonly Column[]): AmountCell[] {
  return columns.flatMap(({ index, kind }) => {
    const cell = row.cells[index];
    return kind === 'amount' && isAmountCell(cell) ? [cell] : [];
  });
}
