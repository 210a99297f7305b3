import type { CellNode, RowNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { compactLabel } from '../text/width.ts';
import { hasWords, totalRank } from './labels.ts';
import { headLength, isIndexRow, wordsOfRow } from './rows.ts';

/** A line that says the same so often is one cell over the whole table: its title, its unit. */
const MIN_ACROSS = 3;
/** No head has more lines. */
const MAX_HEAD = 8;
/** So many headings below themselves are no chance. */
const MIN_REPEATED = 2;

/** Neighbouring cells of a row that say the same, by column: `start` to `end`, both included. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * Merged cells as programs write them that know none: the words of one that spans columns or rows stand in each of
 * them (`项目 | 项目 | 支出预算 | 支出预算`, `合计 | 合计 | 合计 | 1.00`). They are put back together, as HTML would
 * have them: the first says how many columns it spans, and the others are empty.
 *
 * Only where the headings show that the table was written so (`isSpread`). Figures are never taken for one
 * cell, and names below the headings seldom: 其他支出 may well stand in 类, 款 and 项 alike.
 *
 * @param rows those of one page, in their columns
 */
export function withoutSpreadCells(rows: readonly RowNode[]): readonly RowNode[] {
  const length = headLength(rows);
  const head = withoutRepeats(rows.slice(0, length).filter(isHeading));
  // Without figures below nothing tells headings from rows, of which one may have been pasted twice.
  if (length === rows.length || head.length > MAX_HEAD || !isSpread(head)) return rows;
  const figures = columnsOfFigures(rows.slice(length));
  const heads = new Set(head);
  let above = NOTHING;
  return rows.map((row, index) => {
    if (row.separator) return row;
    if (index >= length) return gathered(row, namesSpread(row, figures));
    if (!heads.has(row)) return row;
    const runs = headingRuns(row, above);
    const cells = row.cells.map((cell) => (isRepeated(cell, above) ? emptied(cell) : cell));
    above = wordsBelow(row, above);
    return gathered({ ...row, cells }, runs);
  });
}

/** The rows of a head that a page has twice, once: those that say just what one above them says are no lower headings. */
function withoutRepeats(head: readonly RowNode[]): readonly RowNode[] {
  const seen = new Set<string>();
  return head.filter((row) => {
    const words = wordsOfRow(row);
    const isNew = !seen.has(words);
    seen.add(words);
    return isNew;
  });
}

/** What stands lowest in each column of the headings so far. */
type Words = readonly (string | undefined)[];

const NOTHING: Words = [];

function wordsBelow(row: RowNode, above: Words): Words {
  const words = row.cells.map((cell) => compactLabel(cell.text));
  return words.map((own, column) => (own === '' ? above[column] : own));
}

function isHeading(row: RowNode): boolean {
  return !row.separator && !isIndexRow(row);
}

/**
 * Whether headings stand below themselves as well, or all cells are filled and one is repeated side by side over
 * different ones: those that span rows or columns stand in all of them then.
 */
function isSpread(head: readonly RowNode[]): boolean {
  const isFilled = head.every(({ cells }) => cells.every(({ text }) => text !== ''));
  let above = NOTHING;
  return head.some((row, index) => {
    const repeated = row.cells.filter((cell) => isRepeated(cell, above));
    const runs = headingRuns(row, above);
    above = wordsBelow(row, above);
    const below = head[index + 1];
    if (repeated.length >= MIN_REPEATED) return true;
    return isFilled && below !== undefined && runs.some((run) => new Set(wordsIn(below, run)).size > 1);
  });
}

/** Headings that say the same side by side, below one heading or none. */
function headingRuns(row: RowNode, above: Words): Run[] {
  const runs: Run[] = [];
  for (const { column } of row.cells) {
    const words = wordsAt(row, column);
    const last = runs.at(-1);
    const goesOn =
      last?.end === column - 1 && words === wordsAt(row, last.start) && above[column] === above[last.start];
    if (last && goesOn) runs[runs.length - 1] = { start: last.start, end: column };
    else if (hasWords(words)) runs.push({ start: column, end: column });
  }
  return runs.filter(({ start, end }) => end > start);
}

function isRepeated({ text, column }: CellNode, above: Words): boolean {
  return hasWords(text) && compactLabel(text) === above[column];
}

/**
 * Names that stand where nothing but a program that spreads cells writes them: those of totals, those in columns of
 * figures, and a line that says one thing throughout.
 */
function namesSpread(row: RowNode, figures: ReadonlySet<number>): Run[] {
  return headingRuns(row, NOTHING).filter((run) => {
    const isWhole = run.end - run.start + 1 === row.cells.length && row.cells.length >= MIN_ACROSS;
    const isOverFigures = wordsIn(row, run).some((_, index) => figures.has(run.start + index));
    return isWhole || isOverFigures || totalRank(wordsAt(row, run.start)) > 0;
  });
}

function columnsOfFigures(body: readonly RowNode[]): ReadonlySet<number> {
  return new Set(
    body.flatMap(({ cells }) =>
      cells.flatMap(({ text, column }) => ((parseAmount(text)?.decimals ?? 0) > 0 ? column : [])),
    ),
  );
}

function gathered(row: RowNode, runs: readonly Run[]): RowNode {
  if (runs.length === 0) return row;
  const cells = row.cells.map((cell) => {
    const run = runs.find(({ start, end }) => start <= cell.column && cell.column <= end);
    if (!run) return cell;
    const columns = run.end - run.start + 1;
    if (cell.column > run.start) return emptied(cell);
    return cell.text === '' ? cell : { ...cell, columns };
  });
  return { ...row, cells };
}

function emptied({ span, column }: CellNode): CellNode {
  return { span: { ...span, end: span.start }, column, text: '' };
}

function wordsAt({ cells }: RowNode, column: number): string {
  return compactLabel(cells[column]?.text ?? '');
}

function wordsIn(row: RowNode, { start, end }: Run): string[] {
  return row.cells.slice(start, end + 1).map(({ column }) => wordsAt(row, column));
}
