import type { AmountCell, PlacedTable } from '../disclosure/table.ts';
import { Money } from '../text/money.ts';
import type { Cause } from './culprits.ts';
import type { DocumentRelations } from './documentRelations.ts';
import { printsAlike } from './printedElsewhere.ts';
import type { Evaluation } from './relation.ts';
import { seriesOf } from './series.ts';

/** Where a table is: its cause's finding depends on it. */
type HomeOf = DocumentRelations['homeOf'];

/** What the sums of one row miss in each of its columns. */
interface Shortfall {
  readonly home: PlacedTable;
  readonly causes: readonly Cause[];
  readonly main: Evaluation;
}

/**
 * Causes of which some are one: the parts of a row come to less than it has in several columns, no figure explains any
 * of the sums, and the other sums of the row hold. Then it is not the row that is wrong: a row below it is missing.
 */
export function withLostRows(
  causes: readonly Cause[],
  { tables, homeOf }: Pick<DocumentRelations, 'tables' | 'homeOf'>,
): readonly Cause[] {
  const lost = new Map<Cause, Cause | undefined>();
  for (const shortfall of shortfallsIn(causes, homeOf)) {
    const columns = columnsOf(shortfall, tables.get(shortfall.home)?.evaluations ?? []);
    const isOfAll = shortfall.causes.length > 1 || columns === 1;
    if (!isOfAll) continue;
    const known = knownRow(shortfall, [...tables.keys()]);
    if (!(known ?? shortfall.causes.every((cause) => !mayChangeTotal(cause)))) continue;
    const [first, ...others] = shortfall.causes;
    if (!first) continue;
    const broken = shortfall.causes.flatMap((cause) => cause.broken);
    lost.set(first, { broken, candidates: [], lostRow: known ?? codeOfLost(shortfall.main) });
    for (const cause of others) lost.set(cause, undefined);
  }
  return causes.flatMap((cause) => (lost.has(cause) ? (lost.get(cause) ?? []) : cause));
}

/** Sums of codes that fail alone and whose parts are less than their total, by the rows of their totals. */
function shortfallsIn(causes: readonly Cause[], homeOf: HomeOf): readonly Shortfall[] {
  const byRow = new Map<PlacedTable, Map<number, Cause[]>>();
  for (const cause of causes) {
    const [only, second] = cause.broken;
    const cell = only?.relation.total.cell;
    const home = cell && homeOf(cell);
    if (!home || second || !isShort(only)) continue;
    const rows = byRow.get(home) ?? new Map<number, Cause[]>();
    byRow.set(home, rows);
    rows.set(cell.span.line, [...(rows.get(cell.span.line) ?? []), cause]);
  }
  return [...byRow].flatMap(([home, rows]) =>
    [...rows.values()].flatMap((found) => {
      const [main] = found[0]?.broken ?? [];
      const isOne = found.every(({ broken }) => broken[0]?.relation.rule === main?.relation.rule);
      return main && isOne ? [{ home, causes: found, main }] : [];
    }),
  );
}

function isShort({ relation, expected }: Evaluation): boolean {
  const isOfCodes = relation.rule === 'code-sum' || relation.rule === 'total-row';
  return isOfCodes && !relation.comparison && expected.lt(relation.total.cell.amount.value);
}

/** In how many columns the row has such a sum. */
function columnsOf({ main }: Shortfall, evaluations: readonly Evaluation[]): number {
  const { rule, total } = main.relation;
  return evaluations.filter(
    ({ relation }) => relation.rule === rule && relation.total.cell.span.line === total.cell.span.line,
  ).length;
}

/** Whether it may be the total itself that is wrong. */
function mayChangeTotal({ broken, culprit, candidates }: Cause): boolean {
  const totals = broken.map(({ relation }) => relation.total.cell);
  const isTotal = (cell: AmountCell) => totals.includes(cell);
  return culprit !== undefined || candidates.some(({ cell }) => isTotal(cell));
}

/** The missing row as the one other table prints it that has exactly what is missing, below the same code. */
function knownRow({ home, causes, main }: Shortfall, all: readonly PlacedTable[]): string | undefined {
  const prefix = codeOf(main.relation.total.label);
  if (prefix === '' || causes.some(({ culprit }) => culprit && culprit.cell !== main.relation.total.cell))
    return undefined;
  const own = new Set(seriesOf(home.table).flatMap(({ terms }) => [...terms.keys()]));
  const missing = shortOf(main);
  const labels = all.flatMap(({ table }) =>
    table !== home.table && printsAlike(table, home.table)
      ? seriesOf(table).flatMap(({ terms }) =>
          [...terms].flatMap(([key, { cell, label }]) =>
            key.startsWith(prefix) && !own.has(key) && cell.amount.value.eq(missing) ? label : [],
          ),
        )
      : [],
  );
  const [label, ...others] = labels;
  return label !== undefined && others.every((each) => codeOf(each) === codeOf(label)) ? label : undefined;
}

function shortOf({ relation, expected }: Evaluation) {
  return new Money(relation.total.cell.amount.value).minus(expected);
}

/** `302xx`: the code of the missing row, as far as it is known; empty below a total. */
function codeOfLost({ relation }: Evaluation): string {
  const prefix = codeOf(relation.total.label);
  const [length] = relation.parts.map(({ label }) => codeOf(label).length);
  return prefix === '' ? '' : prefix.padEnd(Math.max(length ?? 0, prefix.length), 'x');
}

function codeOf(label: string): string {
  return /^\d{3}(?:\d\d){0,2}(?!\d)/.exec(label)?.[0] ?? '';
}
