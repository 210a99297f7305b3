import { hasWords } from '../disclosure/labels.ts';
import type { Cell, Row, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { Term } from './relation.ts';
import { isTerm, type Proposal } from './terms.ts';

/** The heading of the funds of 年度主要任务 in a form of 整体支出绩效目标 (B21). */
const HEADING = ['总额', '财政拨款', '其他资金'];
const TOTAL_OF_TASKS = /^金?额?合计$/;

/** The figures of a row below the headings. */
type Figures = readonly (Term | undefined)[];

/**
 * 总额 = 财政拨款 + 其他资金 of each task, and 金额合计 = Σ tasks, in the columns that the form's own heading has; where nothing
 * marks the cells, by the order of the figures that end each row.
 */
export function taskSums(table: Table): Proposal[] {
  if (table.role !== 'overall-performance') return [];
  const isInOrder = table.dialect === 'flattened' || table.dialect === 'cell-line';
  return table.rows.flatMap((row, index) => {
    const words = row.cells.map((cell) => compactLabel(cell?.text ?? ''));
    const first = words.findIndex((_, at) => HEADING.every((word, step) => words[at + step] === word));
    const list = first === -1 ? [] : listIn(table.rows.slice(index + 1));
    return isInOrder ? sumsInOrder(list) : sumsOf(list.map((each) => figuresFrom(each, first)));
  });
}

/** The tasks and their total behind them; none where no total follows. */
function listIn(rows: readonly Row[]): readonly Row[] {
  const isTotal = ({ text }: Cell) => TOTAL_OF_TASKS.test(compactLabel(text));
  return rows.slice(0, rows.findIndex(({ cells }) => cells.some((cell) => cell && isTotal(cell))) + 1);
}

/**
 * The sums of rows of which only the order of the cells is known: the first of their figures is 总额. Blank cells leave no
 * trace, so the others are known only where all are there, and in all rows where they are to add up.
 */
function sumsInOrder(list: readonly Row[]): Proposal[] {
  const rows = list.map(figuresAtEnd).filter((figures) => figures.length > 0);
  const counts = new Set(rows.map((figures) => figures.length));
  if (Math.max(0, ...counts) > HEADING.length || list.some(endsOtherwise)) return [];
  if (counts.size === 1 && counts.has(HEADING.length)) return sumsOf(rows);
  const whole = rows.filter((figures) => figures.length === HEADING.length);
  return [...whole.flatMap(across), ...down(rows, 0)];
}

/** Whether a row ends with something that is neither a figure nor words: a whole number may be of anything. */
function endsOtherwise({ cells }: Row): boolean {
  const last = cells.findLast((cell) => cell !== undefined && cell.text !== '');
  return last !== undefined && !isTerm(last) && !hasWords(last.text);
}

/** The figures that a row ends with. */
function figuresAtEnd({ cells }: Row): Figures {
  const filled = cells.filter((cell) => cell !== undefined && cell.text !== '');
  const own = filled.slice(filled.findLastIndex((cell) => !isTerm(cell)) + 1);
  return own.flatMap((cell) => termOf(cell, cells) ?? []);
}

function figuresFrom({ cells }: Row, first: number): Figures {
  return HEADING.map((_, step) => termOf(cells[first + step], cells));
}

function termOf(cell: Cell | undefined, cells: Row['cells']): Term | undefined {
  const label = cells.find((each) => each && each.text !== '' && !each.amount)?.text ?? '';
  return isTerm(cell) ? { cell, label } : undefined;
}

/** @param rows those of the tasks, and of their total behind them */
function sumsOf(rows: readonly Figures[]): Proposal[] {
  return [...rows.flatMap(across), ...HEADING.flatMap((_, step) => down(rows, step))];
}

function across([total, ...parts]: Figures): Proposal[] {
  return proposal('row-sum', total, parts);
}

function down(rows: readonly Figures[], step: number): Proposal[] {
  const figures = rows.map((row) => row[step]);
  return proposal('numbered-sum', figures.at(-1), figures.slice(0, -1));
}

function proposal(rule: 'row-sum' | 'numbered-sum', total: Term | undefined, addends: Figures): Proposal[] {
  const parts = addends.filter((part) => part !== undefined);
  if (!total || parts.length === 0) return [];
  return [{ relation: { rule, total, parts, row: total.label, column: '总额' }, certain: true }];
}
