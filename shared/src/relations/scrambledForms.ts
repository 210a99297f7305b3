import type { AmountCell, Cell, PlacedTable, Row, Table, TableRole } from '../disclosure/table.ts';
import { type Decimal, tenTo } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import type { Between } from './between.ts';
import { evaluate } from './interval.ts';
import { type Partition, partitionsOf } from './partition.ts';
import { printsAlike } from './printedElsewhere.ts';
import type { SumRelation, Term } from './relation.ts';
import { roundingOf } from './scale.ts';
import { isLong, slipOf } from './slips.ts';
import { isTerm } from './terms.ts';
import { tieOf } from './tie.ts';

/** Forms in which every list adds up to the one total. */
const BALANCES: ReadonlySet<TableRole> = new Set(['income-expenditure', 'fiscal-income-expenditure']);
/** The total of such a form stands in it so often at least. */
const FEWEST_TOTALS = 3;
/** Figures that stand beside their labels need no such reading. */
const UNBOUND_SHARE = 1 / 2;
/** More copies than these could be put together in too many ways. */
const MOST_COPIES = 5;

/** A form as its figures break it down. */
interface Scrambled {
  readonly total: AmountCell;
  /** The other figures. */
  readonly cells: readonly AmountCell[];
  /** The ways to break it down that leave the fewest of them over. */
  readonly partitions: readonly Partition[];
}

/** A figure that is wrong, what it should be, and what that would make whole. */
interface Hypothesis {
  readonly cell: AmountCell;
  readonly meant: Decimal;
  /** What the figures that are left over add up to, and all of them; none where one is a copy of it. */
  readonly whole: AmountCell;
  readonly parts: readonly AmountCell[];
}

/**
 * Sums in forms of income and expenditure (收支总表) whose figures were torn from their labels, as in text of which all
 * cells stand on one line: their figures by themselves break the total down, in several lists and to the last digit,
 * and where one list fails, a figure of it that is printed nowhere else would mend it by being, one slip of the hand away,
 * what another table prints. (Our own choice: domain rules §2.2 has the sums, that nothing but these figures is needed to find them is ours.)
 */
export function scrambledForms(tables: readonly PlacedTable[]): Between[] {
  return tables.flatMap((placed) => {
    const form = scrambledOf(placed.table);
    if (!form) return [];
    const whole = form.partitions.find(({ rest }) => rest.length === 0);
    if (whole) return sumsOf(form, whole, placed);
    const [found, ...others] = form.partitions.flatMap((each) => hypotheses(form, each, placed, tables));
    const isOnly = others.every(({ cell, meant }) => cell === found?.cell && meant.eq(found.meant));
    return found && isOnly ? mistake(found, placed, tables) : [];
  });
}

const scrambledOf = remember((table: Table): Scrambled | undefined => {
  if (!BALANCES.has(table.role) || table.dialect !== 'flattened') return undefined;
  const all = table.rows.flatMap((row) => row.cells.filter(isFigure).map((cell) => ({ cell, row })));
  if (all.filter(({ row }) => !row.bound).length < UNBOUND_SHARE * all.length) return undefined;
  const cells = all.map(({ cell }) => cell);
  const [total, totals] = commonest(cells);
  if (!total || totals < FEWEST_TOTALS) return undefined;
  const others = cells.filter(({ amount }) => !amount.value.eq(total.amount.value));
  const decimals = Math.max(...cells.map(({ amount }) => amount.decimals));
  const partitions = partitionsOf(
    unitsOf(total, decimals),
    others.map((cell) => unitsOf(cell, decimals)),
  );
  return { total, cells: others, partitions };
});

function isFigure(cell: Cell | undefined): cell is AmountCell {
  return isTerm(cell) && cell.amount.decimals > 0 && cell.amount.value.gt(0);
}

/** The figure that is printed most often, and how often. */
function commonest(cells: readonly AmountCell[]): readonly [AmountCell | undefined, number] {
  const byValue = new Map<string, AmountCell[]>();
  for (const cell of cells) {
    const key = cell.amount.value.toString();
    byValue.set(key, [...(byValue.get(key) ?? []), cell]);
  }
  const [most = []] = [...byValue.values()].sort((a, b) => b.length - a.length);
  return [most[0], most.length];
}

function unitsOf({ amount }: AmountCell, decimals: number): bigint {
  return BigInt(amount.value.times(tenTo(decimals)).toFixed(0));
}

/** What would mend the list that is left over, for each of its figures; copies of others may belong to it. */
function hypotheses(
  { total, cells }: Scrambled,
  { groups, rest, copies }: Partition,
  home: PlacedTable,
  tables: readonly PlacedTable[],
): Hypothesis[] {
  const cellsAt = (indexes: readonly number[]) => indexes.flatMap((index) => cells[index] ?? []);
  const left = cellsAt(rest);
  const wholes = distinct([total, ...groups.flatMap(({ parts }) => cellsAt(parts))]);
  const [only, second] = left;
  const alone =
    second || !only
      ? []
      : wholes.map((whole) => ({ cell: only, meant: whole.amount.value, whole, parts: [] }));
  const lists = subsetsOf(cellsAt(copies))
    .map((more) => [...left, ...more])
    .filter(({ length }) => length > 1);
  const broken = wholes.flatMap((whole) =>
    lists.flatMap((parts) => {
      const excess = parts.reduce((sum, { amount }) => sum.plus(amount.value), whole.amount.value.negated());
      return left.map((cell) => ({ cell, meant: cell.amount.value.minus(excess), whole, parts }));
    }),
  );
  // Where a figure was lost, another may mend its list by chance: the figures of one form are much alike.
  return [...alone, ...broken].filter(
    ({ cell: { amount }, meant }) =>
      slipOf(amount, meant) !== undefined &&
      isLong(meant, amount.decimals) &&
      isPrinted(meant) &&
      !isPrinted(amount.value),
  );

  /** Whether other tables print a value: what a figure should be and not what it is. */
  function isPrinted(value: Decimal): boolean {
    return placesOf(value, home, tables).length > 0;
  }
}

function subsetsOf(cells: readonly AmountCell[]): readonly (readonly AmountCell[])[] {
  if (cells.length > MOST_COPIES) return [[]];
  return Array.from({ length: 2 ** cells.length }, (_, set) =>
    cells.filter((_cell, index) => Math.floor(set / 2 ** index) % 2 === 1),
  );
}

function distinct(cells: readonly AmountCell[]): AmountCell[] {
  return cells.filter(
    ({ amount }, index) => cells.findIndex((each) => each.amount.value.eq(amount.value)) === index,
  );
}

/** A figure of another table. */
interface Place {
  readonly placed: PlacedTable;
  readonly term: Term;
}

/** Where other tables of the disclosure print a value, those first in which a row is known for it. */
function placesOf(value: Decimal, { table }: PlacedTable, tables: readonly PlacedTable[]): Place[] {
  const places = tables.flatMap((placed) => {
    if (placed.table === table || !printsAlike(table, placed.table)) return [];
    const term = figuresOf(placed.table).get(value.toString());
    return term ? [{ placed, term }] : [];
  });
  return [
    ...places.filter(({ term }) => term.label !== ''),
    ...places.filter(({ term }) => term.label === ''),
  ];
}

const figuresOf = remember((table: Table): ReadonlyMap<string, Term> => {
  const labels = new Map(
    table.sides.flatMap(({ rows }) =>
      rows.flatMap(({ row, label }): [Row, string][] => (row.bound ? [[row, label]] : [])),
    ),
  );
  return new Map(
    table.rows.flatMap((row) =>
      row.cells
        .filter(isFigure)
        .map((cell): [string, Term] => [
          cell.amount.value.toString(),
          { cell, label: labels.get(row) ?? '' },
        ]),
    ),
  );
});

/** The list that one wrong figure breaks, and what another table prints in its place. */
function mistake(
  { cell, meant, whole, parts }: Hypothesis,
  home: PlacedTable,
  tables: readonly PlacedTable[],
): Between[] {
  const sums = parts.length > 0 ? [sumOf(whole, parts, home)] : [];
  const [place] = placesOf(meant, home, tables);
  const tie =
    place &&
    tieOf({ table: home.table, term: unnamed(cell) }, { table: place.placed.table, term: place.term });
  return tie && place ? [...sums, { evaluation: tie, tables: [home, place.placed], certain: true }] : sums;
}

function sumsOf({ total, cells }: Scrambled, { groups }: Partition, home: PlacedTable): Between[] {
  return groups.flatMap(({ parts, of }) => {
    const whole = of === undefined ? total : cells[of];
    const own = parts.flatMap((index) => cells[index] ?? []);
    return whole ? [sumOf(whole, own, home)] : [];
  });
}

function sumOf(whole: AmountCell, parts: readonly AmountCell[], home: PlacedTable): Between {
  const total = unnamed(whole);
  const relation: SumRelation = {
    rule: 'numbered-sum',
    total,
    parts: parts.map((cell) => unnamed(cell)),
    row: total.label,
    column: '',
  };
  const tables = [home, ...parts.map(() => home)];
  return { evaluation: evaluate(relation, () => roundingOf(home.table)), tables, certain: true };
}

/** Which words of the form stand for a figure is not known. */
function unnamed(cell: AmountCell): Term {
  return { cell, label: '' };
}
