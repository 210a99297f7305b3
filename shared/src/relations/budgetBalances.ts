import { isOfWhich, totalRank } from '../disclosure/labels.ts';
import type { Column, SideRow, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { anchorsOf, type Budget } from './anchors.ts';
import { BUDGET_ROWS } from './budgetNames.ts';
import { movesBetweenYears } from './carriedOver.ts';
import { ownColumns } from './ownColumns.ts';
import type { Term } from './relation.ts';
import { type Proposal, termAt } from './terms.ts';

const CARRIED_OVER = /^(?:上年|年初)(?:财政拨款)?(?:结转|结余)/;
/** A row over the budgets that prints what they give together. */
const OF_THE_YEAR = /^(?:本年|当年)(?:财政拨款)?收入(?:合计|小计)?$/;

/** What each budget brings, in the year and from the year before. */
interface Received {
  readonly ofYear: ReadonlyMap<Budget, Term>;
  readonly carried: ReadonlyMap<Budget, Term>;
}

/**
 * In the table of fiscal funds what each budget brings, with what was carried over of it, is what is spent of it and left
 * for the next year: the column of that budget in 支出总计 (A9). Said where the side of income lists nothing but the budgets
 * and tells of which of them all that was carried over is.
 */
export function budgetBalances(table: Table): Proposal[] {
  if (table.role !== 'fiscal-income-expenditure' || table.open || table.headless) return [];
  const [side] = table.sides;
  const column = side && ownColumns(table, side.amountColumns).find(({ kind }) => kind === 'amount');
  const received = side && column && receivedIn(side.rows, column);
  if (!received) return [];
  const anchors = anchorsOf(table);
  return BUDGET_ROWS.flatMap(([budget]): Proposal[] => {
    // Where nothing goes from one year to another 本年支出 is all there is.
    const ofYear = movesBetweenYears(table) ? undefined : anchors.get(`${budget}-expenditure-of-year`);
    const total = anchors.get(`${budget}-expenditure`) ?? ofYear;
    const parts = [received.ofYear, received.carried].flatMap((terms) => terms.get(budget) ?? []);
    if (!total || parts.length === 0) return [];
    const label = table.columns[total.cell.column]?.label ?? '';
    return [{ relation: { rule: 'balance', total, parts, row: total.label, column: label }, certain: true }];
  });
}

/** Undefined where a figure stands there that is of no known budget, or of which it is not known what it is a part of. */
function receivedIn(rows: readonly SideRow[], column: Column): Received | undefined {
  const ofYear = new Map<Budget, Term>();
  const carried = new Map<Budget, Term>();
  let carriedOver: Term | undefined;
  let open = ofYear;
  for (const entry of rows) {
    const term = termAt(entry, column);
    const name = compactLabel(entry.label).slice(entry.numbering?.length ?? 0);
    if (CARRIED_OVER.test(name)) {
      if (open === carried) return undefined;
      open = carried;
      carriedOver = term;
      continue;
    }
    if (!term || totalRank(entry.label) > 1 || OF_THE_YEAR.test(name)) continue;
    const budget = BUDGET_ROWS.find(([, pattern]) => pattern.test(name.replace(/^其中:/, '')))?.[0];
    if (!budget && (term.cell.amount.value.isZero() || isOfWhich(name))) continue;
    if (!budget || open.has(budget)) return undefined;
    open.set(budget, term);
  }
  const isTold = !carriedOver || carriedOver.cell.amount.value.isZero() || carried.size > 0;
  return isTold ? { ofYear, carried } : undefined;
}
