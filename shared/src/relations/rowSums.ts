import type { Column, Side, Table } from '../disclosure/table.ts';
import { holds, type Rounding } from './interval.ts';
import type { SumRelation } from './relation.ts';
import { type Proposal, termAt } from './terms.ts';

/** No real table breaks a total down further; the limit keeps garbage from costing time. */
const MAX_PARTS = 80;

/** Rows with one filled part that agree, before a row that disagrees is taken for wrong. */
const MANY_COPIES = 6;

/** Columns that belong together: a column, or a total with the parts it sums. */
interface Group {
  readonly column: Column;
}

/** How well a relation between columns is borne out by the rows. Rows of the same values are one witness. */
interface Support {
  readonly holding: number;
  readonly failing: number;
  /** Holding witnesses in which two or more parts are filled: one part alone shows only a copy. */
  readonly telling: number;
}

/** 合计 = its parts across each row (A6, A7, A8, A10, A11), where the header says total and the rows agree. */
export function rowSums(table: Table, rounding: Rounding): Proposal[] {
  return table.sides.flatMap((side) => sideRowSums(side, rounding));
}

/**
 * Reads the columns right to left. A column headed 总计, 合计 or 小计 sums the columns right of it up to the
 * next total of its rank or a higher one; totals below its rank have swallowed their own parts by then. How
 * far the sum reaches is what the rows bear out best.
 */
function sideRowSums(side: Side, rounding: Rounding): Proposal[] {
  const columns = side.amountColumns;
  const named = columns.some((column) => column.totalRank > 0);
  const proposals: Proposal[] = [];
  let groups: Group[] = [];
  for (let i = columns.length - 1; i >= 0; i--) {
    const column = columns[i];
    if (!column) continue;
    const isCandidate = named ? column.totalRank > 0 : i === 0;
    const reach = isCandidate ? bestReach(side, column, groups, named, rounding) : undefined;
    if (reach !== undefined) {
      const parts = groups.slice(0, reach).map((group) => group.column);
      for (const relation of relationsOf(side, column, parts)) proposals.push({ relation, certain: true });
      groups = groups.slice(reach);
    }
    groups = [{ column }, ...groups];
  }
  return proposals;
}

function bestReach(
  side: Side,
  total: Column,
  groups: readonly Group[],
  named: boolean,
  rounding: Rounding,
): number | undefined {
  const barrier = groups.findIndex(
    ({ column }) => total.totalRank > 0 && column.totalRank >= total.totalRank,
  );
  const limit = Math.min(barrier === -1 ? groups.length : barrier, MAX_PARTS);
  const declared = groups.findIndex(({ column }) => !sharesHeading(column, total));
  let best: { readonly reach: number; readonly support: Support } | undefined;
  for (let reach = 1; reach <= limit; reach++) {
    // Empty columns change nothing, so they belong to whatever stands before them.
    if (reach < limit && reach !== declared && groups[reach]?.column.kind === 'empty') continue;
    const parts = groups.slice(0, reach).map((group) => group.column);
    const support = supportOf(relationsOf(side, total, parts), rounding);
    const gain = best ? score(support) - score(best.support) : 1;
    // Of equals the header's own group is taken, else the longest reach, so that blanks stay in the sum.
    if (gain > 0 || (gain === 0 && best?.reach !== declared)) best = { reach, support };
  }
  return best && isBorneOut(best.support, named) ? best.reach : undefined;
}

/** Headers may be scrambled, so a common heading only decides between what the rows bear out alike. */
function sharesHeading(column: Column, total: Column): boolean {
  const heading = total.path.slice(0, -1);
  return heading.every((text, depth) => column.path[depth] === text);
}

function score(support: Support): number {
  return support.holding - support.failing;
}

/**
 * Thresholds found on real documents: with a header word two witnesses and at most a third of exceptions;
 * exceptions to mere copies count only beside many of them. Without a header word three telling witnesses and
 * at most a quarter of exceptions.
 */
function isBorneOut({ holding, failing, telling }: Support, named: boolean): boolean {
  const witnesses = holding + failing;
  if (!named) return telling >= 3 && failing * 4 <= witnesses;
  if (failing === 0) return holding >= 2 || telling >= 1;
  return (telling >= 1 ? holding >= 2 : holding >= MANY_COPIES) && failing * 3 <= witnesses;
}

function supportOf(relations: readonly SumRelation[], rounding: Rounding): Support {
  const witnesses = new Map<string, { readonly holds: boolean; readonly tells: boolean }>();
  for (const relation of relations) {
    const values = [relation.total, ...relation.parts].map((term) => term.cell.amount.value.toString());
    const agrees = holds(relation, rounding);
    witnesses.set(values.join(' '), { holds: agrees, tells: agrees && relation.parts.length > 1 });
  }
  const all = [...witnesses.values()];
  const holding = all.filter((witness) => witness.holds).length;
  return { holding, failing: all.length - holding, telling: all.filter((witness) => witness.tells).length };
}

function relationsOf(side: Side, total: Column, parts: readonly Column[]): SumRelation[] {
  return side.rows.flatMap((entry) => {
    const totalTerm = termAt(entry, total);
    const partTerms = parts.flatMap((column) => {
      const term = termAt(entry, column);
      return term ? { cell: term.cell, label: column.label } : [];
    });
    if (!totalTerm || partTerms.length === 0) return [];
    return { rule: 'row-sum', total: totalTerm, parts: partTerms, row: entry.label, column: total.label };
  });
}
