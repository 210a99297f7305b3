import type { PlacedTable, Table } from '../disclosure/table.ts';
import type { Finding, RelatedPlace } from '../findings.ts';
import { amountRange } from '../relations/amountFix.ts';
import { anchorsOf } from '../relations/anchors.ts';
import { halfUnit, sum } from '../relations/interval.ts';
import type { Term } from '../relations/relation.ts';
import { factorBetween, roundingOf } from '../relations/scale.ts';
import { soleTables } from '../relations/tableKinds.ts';
import { relationsOf } from '../relations/tableRelations.ts';
import { isTerm } from '../relations/terms.ts';
import { tieOf } from '../relations/tie.ts';
import { type Decimal, Money } from '../text/money.ts';
import { beginsWithOneOf } from '../text/range.ts';
import { rememberVersion } from '../text/rememberVersion.ts';

/**
 * 类 of the classification by department and the codes by government that take them in (财政部 财预〔2017〕98号): 机关 have 501,
 * 502, 503 and 504 where 事业单位 have 505 and 506.
 */
const CLASSES: readonly (readonly [departmental: readonly string[], governmental: readonly string[]])[] = [
  [['301'], ['501', '50501']],
  [['302'], ['502', '50502']],
  [['303'], ['509']],
  [
    ['309', '310'],
    ['503', '504', '506'],
  ],
];
const NOTHING = new Money(0);

/** What both tables print of one class, in the unit of the governmental one. */
interface Pair {
  readonly departmental: readonly Term[];
  readonly governmental: readonly Term[];
  readonly difference: Decimal;
  /** How far they may be apart by rounding. */
  readonly slack: Decimal;
}

/**
 * Basic expenditure by both economic classifications, whose totals agree while money stands in another class in the one than
 * in the other (`between-tables`, B12). A region may classify an item otherwise, so that it is a warning. Said only where two
 * classes differ and even out, and of figures of which no sum says that they are wrong.
 *
 * @param volume the tables of one disclosure
 * @param sums what is wrong with the figures of the tables
 */
export function economicClassFindings(
  volume: readonly PlacedTable[],
  sums: readonly Finding[],
): readonly Finding[] {
  const found = differingClasses(volume);
  if (found.length === 0) return [];
  const wrong = sums.filter(({ severity }) => severity === 'error').map(({ range }) => range);
  const isTold = found.some(({ range, related }) =>
    [range, ...related.map((place) => place.range)].some((place) => beginsWithOneOf(place, wrong)),
  );
  return isTold ? [] : found;
}

const differingClasses = rememberVersion((volume: readonly PlacedTable[]): readonly Finding[] => {
  const byKind = soleTables(volume.filter(({ table }) => !table.cut && !relationsOf(table).misread));
  const [department, government] = [byKind.get('basic'), byKind.get('basic-by-government')];
  if (!department || !government || !haveOneTotal(department.table, government.table)) return [];
  const factor = factorBetween(department.table, government.table);
  if (!factor) return [];
  const pairs = CLASSES.map((pair) => pairOf(pair, department.table, government.table, factor));
  // Classes that are not among these, or rows that were not read, would be missing from the total.
  const isWhole =
    isTotalOf(
      department.table,
      pairs.flatMap((pair) => pair.departmental),
    ) &&
    isTotalOf(
      government.table,
      pairs.flatMap((pair) => pair.governmental),
    );
  const differing = pairs.filter(({ difference, slack }) => difference.abs().gt(slack));
  const [first, second, third] = differing;
  if (!isWhole || !first || !second || third || !first.difference.plus(second.difference).isZero()) return [];
  return [first, second].flatMap((pair) => finding(pair, department, government) ?? []);
});

function haveOneTotal(department: Table, government: Table): boolean {
  const [ours, theirs] = [department, government].map((table) => anchorsOf(table).get('total'));
  const areRead = [department, government].every(({ open, headless }) => !open && !headless);
  const tie = ours && theirs && tieOf({ table: department, term: ours }, { table: government, term: theirs });
  return areRead && tie !== undefined && tie.standing !== 'broken';
}

function pairOf(
  [departmental, governmental]: (typeof CLASSES)[number],
  department: Table,
  government: Table,
  factor: Decimal,
): Pair {
  const ours = departmental.flatMap((code) => termsOf(department, code));
  const theirs = governmental.flatMap((code) => termsOf(government, code));
  const halves = (table: Table, terms: readonly Term[]) =>
    terms.reduce((all, { cell }) => all.plus(halfUnit(cell, roundingOf(table))), NOTHING);
  return {
    departmental: ours,
    governmental: theirs,
    difference: sum(ours).times(factor).minus(sum(theirs)),
    slack: halves(department, ours).times(factor).plus(halves(government, theirs)),
  };
}

/** The figure of a code in the column of the whole. */
function termsOf(table: Table, code: string): Term[] {
  const column = anchorsOf(table).get('total')?.cell.column;
  const [row, second] = table.rows.filter((each) => each.bound && each.code?.digits === code);
  if (!row || second || column === undefined) return [];
  const cell = row.cells[column];
  return isTerm(cell) ? [{ cell, label: `${code} ${row.code?.name ?? ''}`.trim() }] : [];
}

/** Whether figures are all that a table has: they add up to its total. */
function isTotalOf(table: Table, terms: readonly Term[]): boolean {
  const total = anchorsOf(table).get('total');
  return total !== undefined && sum(terms).eq(total.cell.amount.value);
}

/** Told of the first figure by government, which is the one that is worked out from the other. */
function finding(
  { departmental, governmental, difference }: Pair,
  department: PlacedTable,
  government: PlacedTable,
): Finding | undefined {
  const [at, ...others] = governmental;
  if (!at) return undefined;
  const { value, decimals } = at.cell.amount;
  const title = department.table.title?.text ?? '';
  return {
    rule: 'between-tables',
    // By the rule it is another class, but an item may have been classified otherwise on purpose.
    severity: 'warning',
    range: amountRange(at.cell, government),
    params: {
      row: at.label,
      column: '',
      expected: { value: value.plus(difference), decimals },
      actual: { value, decimals },
      operands: departmental.map(({ label, cell }) => ({
        label: title === '' ? label : `《${title}》${label}`,
        amount: { value: cell.amount.value, decimals: cell.amount.decimals },
      })),
      culprit: 'total',
      mayBe: 'classified-otherwise',
    },
    related: [
      ...departmental.map(({ cell, label }) => related(cell, label, department)),
      ...others.map(({ cell, label }) => related(cell, label, government)),
    ],
    fixes: [],
  };
}

function related(cell: Term['cell'], label: string, home: PlacedTable): RelatedPlace {
  return { range: amountRange(cell, home), role: 'compared', label };
}
