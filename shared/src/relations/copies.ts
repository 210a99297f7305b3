import type { Table, TableRole } from '../disclosure/table.ts';
import { Money } from '../text/money.ts';
import { rememberPair } from '../text/remember.ts';
import { evaluate } from './interval.ts';
import type { Evaluation, Term } from './relation.ts';
import { factorBetween, roundingOf } from './scale.ts';
import { type Series, seriesOf } from './series.ts';

/** Different values on which two columns must agree before they are taken to say the same. */
const MIN_AGREEING = 3;
/** The same between tables that are defined to list the same 类 of expenditure. */
const MIN_AGREEING_BY_ROLE = 2;
const NOTHING = new Money(0);
const LISTS_OF_EXPENDITURE: ReadonlySet<TableRole> = new Set([
  'income-expenditure',
  'income',
  'expenditure',
  'fiscal-income-expenditure',
  'general-budget-expenditure',
]);
/** One pair in so many may differ: beyond that the two columns are of different scope. */
const PAIRS_PER_EXCEPTION = 8;

/**
 * What another table prints of the figures of a column, as far as they show it: columns that agree on at least
 * three different values and differ in one pair of eight at most, or in one (thresholds found on real
 * documents). A pair that differs may be of another scope and proves nothing alone. Columns in 元 that agree to
 * the last digit wherever they agree were not rounded: a value of one is then exactly that of the other.
 */
export const copiesIn = rememberPair((series: Series, other: Table): readonly Evaluation[] =>
  seriesOf(other).flatMap((twin) => copiesOf(series, twin)),
);

function copiesOf(series: Series, twin: Series): readonly Evaluation[] {
  const factor = factorBetween(twin.table, series.table);
  if (!factor) return [];
  const pairs = pairsOf(series, twin);
  const listsAlike = [series, twin].every(({ table }) => LISTS_OF_EXPENDITURE.has(table.role));
  const enough = listsAlike ? MIN_AGREEING_BY_ROLE : MIN_AGREEING;
  if (pairs.length < enough) return [];
  const rounding = roundingOf(series.table);
  const twinRounding = roundingOf(twin.table);
  let bearable = Math.max(1, Math.floor(pairs.length / PAIRS_PER_EXCEPTION));
  const agreeing = new Set<string>();
  const copies: Evaluation[] = [];
  for (const [total, term] of pairs) {
    const part: Term = factor.eq(1) ? term : { ...term, factor };
    const relation = { rule: 'between-tables', total, parts: [part], row: total.label, column: '' } as const;
    const copy = evaluate(relation, (each) => (each === part ? twinRounding : rounding));
    if (copy.standing !== 'broken') agreeing.add(total.cell.amount.value.toString());
    // Most columns have nothing in common: the first few pairs tell.
    else if (bearable-- === 0) return [];
    copies.push(copy);
  }
  agreeing.delete('0');
  if (agreeing.size < enough) return [];
  const inYuan = [series, twin].every(({ table }) => table.unit?.unit === '元');
  const rounded = copies.some(({ standing }) => standing === 'rounding' || standing === 'coarse');
  return inYuan && !rounded ? copies.map((copy) => ({ ...copy, slack: NOTHING })) : copies;
}

/** The figures of two columns whose rows say the same. */
function pairsOf(series: Series, twin: Series): [Term, Term][] {
  const pairs: [Term, Term][] = [];
  for (const [key, term] of series.terms) {
    const other = twin.terms.get(key);
    if (other) pairs.push([term, other]);
  }
  return pairs;
}
