import type { Table } from '../disclosure/table.ts';
import { Money } from '../text/money.ts';
import { evaluate } from './interval.ts';
import type { Evaluation, SumRelation, Term } from './relation.ts';
import { factorBetween, hasUnitOfOthers, roundingOf } from './scale.ts';

const NOTHING = new Money(0);

/** A figure with the table it stands in. */
export interface TableTerm {
  readonly table: Table;
  readonly term: Term;
}

/** A figure of one table against one of another, as it stands; undefined where units or years do not match. */
export function tieOf(
  whole: TableTerm,
  part: TableTerm,
  comparison?: SumRelation['comparison'],
): Evaluation | undefined {
  return tieOfSum(whole, part.table, [part.term], comparison);
}

/** A figure of one table against the sum of some of another; undefined where there are none. */
export function tieOfSum(
  whole: TableTerm,
  table: Table,
  terms: readonly Term[],
  comparison?: SumRelation['comparison'],
): Evaluation | undefined {
  const factor = factorBetween(table, whole.table);
  if (!factor || whole.table.year !== table.year || terms.length === 0) return undefined;
  // The unit of one table alone that does not say it may be another: 7,315.00 in 元 beside 0.73.
  if (comparison && hasUnitOfOthers(whole.table) !== hasUnitOfOthers(table)) return undefined;
  const total = named(whole);
  const relation: SumRelation = {
    rule: comparison ? 'exceeds-whole' : 'between-tables',
    total,
    parts: terms.map((term) => ({ ...named({ table, term }), ...(!factor.eq(1) && { factor }) })),
    row: total.label,
    column: '',
    ...(comparison && { comparison }),
  };
  return evaluate(relation, (term) => roundingOf(term === total ? whole.table : table));
}

/** A reader knows a figure of another table by the table's title. */
function named({ table, term }: TableTerm): Term {
  return table.title ? { ...term, label: `《${table.title.text}》${term.label}` } : term;
}

/** Whether the differences of ties even out exactly, as if money had been moved from one row or column to another. */
export function isMoved(broken: readonly Evaluation[]): boolean {
  return broken
    .reduce(
      (all, { expected, relation }) => all.plus(expected).minus(relation.total.cell.amount.value),
      NOTHING,
    )
    .isZero();
}
