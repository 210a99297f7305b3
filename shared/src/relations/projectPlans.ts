import { isForm } from '../disclosure/roles.ts';
import type { PlacedTable, Row, Table } from '../disclosure/table.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { Between } from './between.ts';
import { formMoneyOf } from './formMoney.ts';
import type { Term } from './relation.ts';
import { isTerm } from './terms.ts';
import { tieOfSum } from './tie.ts';

/** What a project does and what each of it costs (项目支出明细测算): the words over it, and its headings. */
const ACTIVITY = /^项目活动$/;
const AMOUNT = /^金额$/;
/** A sum of two figures may be anything. */
const FEWEST = 2;
/** The list stands below the form of its project, which may have been read as two tables. */
const REACH = 2;

/**
 * The money of a project is what its activities cost together (P8), where the list of these is a table of its own below
 * the form of the project.
 */
export function projectPlans(tables: readonly PlacedTable[]): Between[] {
  return tables.flatMap((placed, index) => {
    const costs = costsOf(placed.table);
    if (costs.length < FEWEST) return [];
    const above = tables.slice(Math.max(0, index - REACH), index).reverse();
    const end = above.findIndex(({ table }) => hasActivities(table));
    const near = end === -1 ? above : above.slice(0, end);
    const form = near.find(({ table }) => isForm(table) && formMoneyOf(table).length > 0);
    const [money] = form ? formMoneyOf(form.table) : [];
    if (!form || !money) return [];
    const whole = { table: form.table, term: money };
    const evaluation = tieOfSum(whole, placed.table, costs);
    return evaluation ? [{ evaluation, tables: [form, ...costs.map(() => placed)], certain: true }] : [];
  });
}

function hasActivities(table: Table): boolean {
  return headOf(table) !== -1;
}

const headOf = remember(({ rows }: Table): number =>
  rows.findIndex((row) => columnOf(row, ACTIVITY) !== -1 && columnOf(row, AMOUNT) !== -1),
);

function columnOf({ cells }: Row, heading: RegExp): number {
  return cells.findIndex((cell) => cell !== undefined && heading.test(compactLabel(cell.text)));
}

/** What each activity costs; none where one of them has no figure, which may have been lost. */
const costsOf = remember((table: Table): readonly Term[] => {
  const at = headOf(table);
  const head = table.rows[at];
  if (!head) return [];
  const [name, column] = [columnOf(head, ACTIVITY), columnOf(head, AMOUNT)];
  const costs: Term[] = [];
  for (const { cells } of table.rows.slice(at + 1)) {
    const [label, cell] = [cells[name]?.text ?? '', cells[column]];
    // The next part of the form begins.
    if (label === '' || /^(?:品名|名称|项目采购)/.test(compactLabel(label))) return costs;
    if (!isTerm(cell)) return [];
    costs.push({ cell, label });
  }
  return costs;
});
