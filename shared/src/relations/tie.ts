import type { Table } from '../disclosure/table.ts';
import { evaluate } from './interval.ts';
import type { Evaluation, SumRelation, Term } from './relation.ts';
import { factorBetween, roundingOf } from './scale.ts';

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
  const factor = factorBetween(part.table, whole.table);
  if (!factor || whole.table.year !== part.table.year) return undefined;
  const total = named(whole);
  const relation: SumRelation = {
    rule: comparison ? 'exceeds-whole' : 'between-tables',
    total,
    parts: [{ ...named(part), ...(!factor.eq(1) && { factor }) }],
    row: total.label,
    column: '',
    ...(comparison && { comparison }),
  };
  return evaluate(relation, (term) => roundingOf(term === total ? whole.table : part.table));
}

/** A reader knows a figure of another table by the table's title. */
function named({ table, term }: TableTerm): Term {
  return table.title ? { ...term, label: `《${table.title.text}》${term.label}` } : term;
}
