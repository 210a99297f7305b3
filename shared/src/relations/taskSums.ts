import type { Row, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { Term } from './relation.ts';
import { isTerm, type Proposal } from './terms.ts';

/** The heading of the funds of 年度主要任务 in a form of 整体支出绩效目标 (B21). */
const HEADING = ['总额', '财政拨款', '其他资金'];
const TOTAL_OF_TASKS = /^金?额?合计$/;

/** 总额 = 财政拨款 + 其他资金 of each task, and 金额合计 = Σ tasks, in the columns that the form's own heading has. */
export function taskSums(table: Table): Proposal[] {
  if (table.role !== 'overall-performance') return [];
  return table.rows.flatMap((row, index) => {
    const words = row.cells.map((cell) => compactLabel(cell?.text ?? ''));
    const first = words.findIndex((_, at) => HEADING.every((word, step) => words[at + step] === word));
    return first === -1 ? [] : sumsUnder(table.rows.slice(index + 1), first);
  });
}

function sumsUnder(rows: readonly Row[], first: number): Proposal[] {
  const end = rows.findIndex(({ cells }) =>
    cells.some((cell) => cell && TOTAL_OF_TASKS.test(compactLabel(cell.text))),
  );
  const total = rows[end];
  if (!total) return [];
  const columns = HEADING.map((_, step) => first + step);
  const tasks = rows.slice(0, end).filter((row) => columns.some((column) => termIn(row, column)));
  const across = [...tasks, total].flatMap((row) =>
    proposal(
      'row-sum',
      row,
      first,
      columns.slice(1).map((column) => [row, column]),
    ),
  );
  const down = columns.flatMap((column) =>
    proposal(
      'numbered-sum',
      total,
      column,
      tasks.map((row) => [row, column]),
    ),
  );
  return [...across, ...down];
}

function proposal(
  rule: 'row-sum' | 'numbered-sum',
  row: Row,
  column: number,
  places: readonly (readonly [Row, number])[],
): Proposal[] {
  const total = termIn(row, column);
  const parts = places.flatMap(([each, at]) => termIn(each, at) ?? []);
  if (!total || parts.length === 0) return [];
  return [{ relation: { rule, total, parts, row: total.label, column: '总额' }, certain: true }];
}

function termIn({ cells }: Row, column: number): Term | undefined {
  const cell = cells[column];
  const label = cells.find((each) => each && each.text !== '' && !each.amount)?.text ?? '';
  return isTerm(cell) ? { cell, label } : undefined;
}
