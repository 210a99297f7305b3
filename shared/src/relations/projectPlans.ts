import { isForm } from '../disclosure/roles.ts';
import type { PlacedTable, Row, Table } from '../disclosure/table.ts';
import { Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { Between } from './between.ts';
import { formMoneyOf } from './formMoney.ts';
import { listOf } from './projectLists.ts';
import type { Term } from './relation.ts';
import { isTerm } from './terms.ts';
import { tieOfSum } from './tie.ts';

/** What a project does and what each of it costs (项目支出明细测算): the words over it, and its headings. */
const ACTIVITY = /^项目活动$/;
const AMOUNT = /^金额$/;
/** What a form lists below the activities. */
const NEXT_PART = /^(?:品名|名称|项目采购)/;
/** The words beside the money of the whole project. */
const OF_PROJECT = /项目总预算/;
/** Years and numbers within words have other signs next to them. */
const FREE_FIGURE = /(?<![\d.,，年-])\d[\d,]*\d(?:\.\d+)?(?![\d.,，年月日-])/g;
/** One activity may be any part of its project, unless it is the project itself by its name. */
const FEWEST = 2;
/** The list stands below the form of its project, which may have been read as two tables. */
const REACH = 2;

/**
 * The money of a project is what its activities cost together (P8), where the list of these is a table of its own below
 * the form of the project. A single activity costs all of it where it has the name of the project in the list of projects.
 */
export function projectPlans(tables: readonly PlacedTable[]): Between[] {
  return tables.flatMap((placed, index) => {
    const { costs, isWhole } = costsOf(placed.table);
    const [only] = costs;
    if (!only) return [];
    const above = tables.slice(Math.max(0, index - REACH), index).reverse();
    const end = above.findIndex(({ table }) => hasActivities(table));
    const near = end === -1 ? above : above.slice(0, end);
    const listed = isWhole ? moneyInList(near, tables) : undefined;
    const isItself = listed !== undefined && listed.name === compactLabel(only.label);
    const whole = costs.length >= FEWEST ? (moneyInForm(near) ?? listed) : isItself ? listed : undefined;
    if (!whole) return [];
    const evaluation = tieOfSum({ table: whole.placed.table, term: whole.term }, placed.table, costs);
    const homes = [whole.placed, ...costs.map(() => placed)];
    return evaluation ? [{ evaluation, tables: homes, certain: true }] : [];
  });
}

/** The money of a project, and where it is printed. */
interface Whole {
  readonly placed: PlacedTable;
  readonly term: Term;
}

function moneyInForm(near: readonly PlacedTable[]): Whole | undefined {
  const placed = near.find(({ table }) => isForm(table) && formMoneyOf(table).length > 0);
  const [term] = placed ? formMoneyOf(placed.table) : [];
  return placed && term && { placed, term };
}

/**
 * The money of a project in the list of projects, where the form prints its cells through each other so that only the
 * figure is left beside 项目总预算: the one project of the list that costs so much. It costs that in the year as well.
 */
function moneyInList(
  near: readonly PlacedTable[],
  tables: readonly PlacedTable[],
): (Whole & { readonly name: string }) | undefined {
  const form = near.find(({ table }) => isForm(table) && table.unit);
  if (!form) return undefined;
  const figures = figuresBeside(form.table);
  const fitting = tables
    .filter(({ table }) => table.unit?.unit === form.table.unit?.unit && table.year === form.table.year)
    .flatMap((placed) =>
      listOf(placed.table)
        .filter(({ term }) => figures.has(term.cell.amount.value.toString()))
        .map(({ name, term }) => ({ placed, name, term: { ...term, label: name } })),
    );
  const [only, second] = fitting;
  return second ? undefined : only;
}

/** The figures of several digits that stand free among the words of rows that name the money of the whole project. */
const figuresBeside = remember(({ rows }: Table): ReadonlySet<string> => {
  const words = rows
    .map(({ cells }) => cells.flatMap((cell) => cell?.whole ?? cell?.text ?? []).join('\t'))
    .filter((text) => OF_PROJECT.test(compactLabel(text)));
  const figures = words.flatMap((text) => text.match(FREE_FIGURE) ?? []);
  return new Set(figures.map((figure) => new Money(figure.replaceAll(',', '')).toString()));
});

function hasActivities(table: Table): boolean {
  return headOf(table) !== -1;
}

const headOf = remember(({ rows }: Table): number =>
  rows.findIndex((row) => columnOf(row, ACTIVITY) !== -1 && columnOf(row, AMOUNT) !== -1),
);

function columnOf({ cells }: Row, heading: RegExp): number {
  return cells.findIndex((cell) => cell !== undefined && heading.test(compactLabel(cell.text)));
}

interface Costs {
  readonly costs: readonly Term[];
  /** The next part of the form stands below: no activity is missing behind the last. */
  readonly isWhole: boolean;
}

/** What each activity costs; nothing where one of them has no figure, which may have been lost. */
const costsOf = remember((table: Table): Costs => {
  const at = headOf(table);
  const head = table.rows[at];
  if (!head) return { costs: [], isWhole: false };
  const [name, column] = [columnOf(head, ACTIVITY), columnOf(head, AMOUNT)];
  const costs: Term[] = [];
  for (const { cells } of table.rows.slice(at + 1)) {
    const [label, cell] = [cells[name]?.text ?? '', cells[column]];
    const isNext = cells.some((each) => each && NEXT_PART.test(compactLabel(each.text)));
    if (label === '' || isNext) return { costs, isWhole: isNext };
    if (!isTerm(cell)) return { costs: [], isWhole: false };
    costs.push({ cell, label });
  }
  return { costs, isWhole: false };
});
