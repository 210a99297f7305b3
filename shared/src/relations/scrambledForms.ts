import { BALANCE_ROLES } from '../disclosure/balanceRoles.ts';
import type { AmountCell, Cell, PlacedTable, Table } from '../disclosure/table.ts';
import { maxOf } from '../text/lists.ts';
import { type Decimal, Money, tenTo } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { standsBeside } from './besideClass.ts';
import type { Between } from './between.ts';
import { evaluate } from './interval.ts';
import { type Partition, partitionsOf } from './partition.ts';
import { isMoney, type Place, placesOf } from './placesOfValue.ts';
import type { RelationRule, SumRelation, Term } from './relation.ts';
import { roundingOf } from './scale.ts';
import { type Figures, type Repair, repairsOf, wholesOf } from './scrambledRepairs.ts';
import { isLong, slipOf } from './slips.ts';
import { tieOf } from './tie.ts';

/** The total of such a form stands in it so often at least. */
const FEWEST_TOTALS = 3;
/** Figures that stand beside their labels need no such reading. */
const UNBOUND_SHARE = 1 / 2;
/** The last row of a form: 收入总计, 支出总计. Of two that differ nobody knows which is wrong. */
const GRAND_TOTAL = /^(?!本年).*总计$/;
/** So many figures, each beside a word for the total of all, are a row of totals; fewer may be any two. */
const FEWEST_AT_THE_FOOT = 3;

/** A form as its figures break it down. */
interface Scrambled extends Figures {
  readonly decimals: number;
  /** The ways to break it down that leave the fewest of its figures over. */
  readonly partitions: readonly Partition[];
  /** The figures of its last row, which are all its total. */
  readonly foot: readonly AmountCell[];
}

/**
 * What speaks for a value: by a `slip` of the hand it became what is printed, or at the `place` of the figure, beside the
 * label of a 类, another table says that it belongs.
 */
type Reason = 'slip' | 'place';

/** A figure that is wrong, what it should be, and what that would make whole. */
interface Hypothesis extends Pick<Repair, 'cell' | 'parts' | 'breakdown'> {
  readonly reason: Reason;
  readonly meant: Decimal;
  /** What its parts and it add up to; itself again where it has no parts. */
  readonly whole: AmountCell;
  /** The lists that are known beside it. */
  readonly known: Partition;
}

/**
 * Sums in forms of income and expenditure (收支总表) whose figures were torn from their labels, as in text of which all
 * cells stand on one line: their figures by themselves break the total down, in several lists and to the last digit,
 * and where one list fails, a figure of it that is printed nowhere else would mend it. It must be one slip of the hand away
 * from what another table prints or two lists ask for, or stand where that table says that it belongs; where a figure was
 * lost, another may mend its list by chance. (Our own choice: domain rules §2.2 has the sums, that nothing but these figures
 * is needed to find them is ours.)
 */
export function scrambledForms(tables: readonly PlacedTable[]): Between[] {
  return tables.flatMap((placed) => {
    const form = scrambledOf(placed.table);
    if (!form) return [];
    const foot = sumsOfFoot(form, placed);
    const whole = form.partitions.find(({ rest }) => rest.length === 0);
    if (whole) return [...foot, ...sumsOf(form, whole, placed)];
    const found = theOnly(firstHypotheses(form, placed, tables), form);
    return found ? [...foot, ...sumsOf(form, found.known, placed), ...mistake(found, placed, tables)] : foot;
  });
}

const scrambledOf = remember((table: Table): Scrambled | undefined => {
  if (!BALANCE_ROLES.has(table.role) || table.dialect !== 'flattened') return undefined;
  const all = table.rows.flatMap((row) => row.cells.filter(isMoney).map((cell) => ({ cell, row })));
  if (all.filter(({ row }) => !row.bound).length < UNBOUND_SHARE * all.length) return undefined;
  const printed = all.map(({ cell }) => cell);
  const [total, totals] = commonest(printed);
  if (!total || totals < FEWEST_TOTALS) return undefined;
  const cells = printed.filter(({ amount }) => !amount.value.eq(total.amount.value));
  const decimals = maxOf(printed, ({ amount }) => amount.decimals);
  const [whole, units] = [unitsOf(total, decimals), cells.map((cell) => unitsOf(cell, decimals))];
  const partitions = partitionsOf(whole, units);
  return { total, cells, whole, units, decimals, partitions, foot: footOf(table) };
});

/**
 * The figures of the last row, where nothing but words for the total of all stands in front of or between them, for each
 * one: in whatever order they were written, all of them are that total.
 */
function footOf({ rows }: Table): AmountCell[] {
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell?.text ? [cell] : [])));
  const isLabel = ({ text }: Cell) => GRAND_TOTAL.test(compactLabel(text));
  const last = cells.findLastIndex((cell) => !isMoney(cell) && !isLabel(cell));
  const foot = cells.slice(last + 1);
  const own = foot.slice(foot.findIndex(isLabel));
  const figures = own.filter(isMoney);
  return figures.length >= FEWEST_AT_THE_FOOT && own.length === 2 * figures.length ? figures : [];
}

/** Each two figures of the last row, unless more than one of them is not the total. */
function sumsOfFoot({ total, foot }: Scrambled, home: PlacedTable): Between[] {
  const others = foot.filter(({ amount }) => !amount.value.eq(total.amount.value));
  if (others.length > 1) return [];
  return foot.flatMap((one, index) =>
    foot.slice(0, index).map((other) => sumOf(other, [one], home, 'balance')),
  );
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

/** What would mend the form, first where the fewest figures are left over; where nothing would, where one more is. */
function firstHypotheses(
  form: Scrambled,
  home: PlacedTable,
  tables: readonly PlacedTable[],
): readonly Hypothesis[] {
  const least = form.partitions[0]?.rest.length;
  const [best, others] = [true, false].map((isLeast) =>
    form.partitions.filter(({ rest }) => (rest.length === least) === isLeast),
  );
  const mending = (partitions: readonly Partition[] = []) =>
    partitions.flatMap((each) => hypotheses(form, each, home, tables));
  const first = mending(best);
  return first.length > 0 ? first : mending(others);
}

/** What would mend what a partition leaves over, as far as it is known to be more than chance. */
function hypotheses(
  form: Scrambled,
  partition: Partition,
  home: PlacedTable,
  tables: readonly PlacedTable[],
): Hypothesis[] {
  const { cells, decimals } = form;
  return partition.rest.flatMap((wrong) => {
    const cell = cells[wrong];
    if (!cell || placesOf(cell.amount.value, home, tables).length > 0) return [];
    const repairs = repairsOf(form, partition, wrong);
    const broken = repairs.flatMap((repair): Hypothesis[] => {
      const meant = new Money(repair.meant.toString()).div(tenTo(decimals));
      const reason = reasonFor(repair, meant, home, tables);
      return reason ? [{ ...repair, meant, reason, known: partition }] : [];
    });
    if (partition.rest.length > 1) return broken;
    const alone = wholesOf(form, partition).flatMap(({ whole }): Hypothesis[] => {
      const meant = whole.amount.value;
      const isMeant = isLongSlip(cell, meant) && placesOf(meant, home, tables).length > 0;
      return isMeant
        ? [{ cell, meant, whole, parts: [], breakdown: [], reason: 'slip', known: partition }]
        : [];
    });
    return [...alone, ...broken];
  });
}

/**
 * Why nothing but the figure can be wrong: its digits, where another table prints what is meant or a second list asks for
 * it, or its place. Undefined where it may be chance.
 */
function reasonFor(
  { cell, breakdown, by }: Repair,
  meant: Decimal,
  home: PlacedTable,
  tables: readonly PlacedTable[],
): Reason | undefined {
  const places = placesOf(meant, home, tables);
  if (isLongSlip(cell, meant) && (places.length > 0 || by === 'again')) return 'slip';
  if (breakdown.length > 0 && by === 'left' && isSlip(cell, meant)) return 'slip';
  return by !== 'copies' && places.some(isBeside(cell, meant, home)) ? 'place' : undefined;
}

/** Whether a figure of a form stands beside the label of the 类 that another table prints a value for. */
function isBeside(cell: AmountCell, value: Decimal, { table }: PlacedTable): (place: Place) => boolean {
  return ({ code }) => code !== undefined && standsBeside(cell, code, value, table);
}

/**
 * The one figure that is wrong, with the one value; undefined where there are several. By its place a figure may be part of
 * another whole as well, as 类 are in other tables; in a form they add up to its total first of all.
 */
function theOnly(all: readonly Hypothesis[], { total }: Scrambled): Hypothesis | undefined {
  const slips = all.filter(({ reason }) => reason === 'slip');
  const inPlace = all.filter(({ reason }) => reason === 'place');
  const isOfTotal = ({ whole }: Hypothesis) => whole === total;
  const kept = [...slips, ...(all.some(isOfTotal) ? inPlace.filter(isOfTotal) : inPlace)];
  const [found] = kept;
  return found && kept.every(({ cell, meant }) => cell === found.cell && meant.eq(found.meant))
    ? found
    : undefined;
}

/** Whether a value is one slip away that has so many digits that this is hardly chance. */
function isLongSlip(cell: AmountCell, meant: Decimal): boolean {
  return isSlip(cell, meant) && isLong(meant, cell.amount.decimals);
}

/** Whether a value is one slip away; a figure of two digits is one away from too many. */
function isSlip({ amount }: AmountCell, meant: Decimal): boolean {
  return isLong(amount.value.times(10), amount.decimals) && slipOf(amount, meant) !== undefined;
}

/** The lists that one wrong figure breaks, and what another table prints in its place. */
function mistake(
  { cell, meant, whole, parts, breakdown }: Hypothesis,
  home: PlacedTable,
  tables: readonly PlacedTable[],
): Between[] {
  const sums = [
    ...(parts.length > 0 ? [sumOf(whole, [cell, ...parts], home)] : []),
    ...(breakdown.length > 0 ? [sumOf(cell, breakdown, home)] : []),
  ];
  const places = placesOf(meant, home, tables);
  const place = places.find(isBeside(cell, meant, home)) ?? places[0];
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

function sumOf(
  whole: AmountCell,
  parts: readonly AmountCell[],
  home: PlacedTable,
  rule: RelationRule = 'numbered-sum',
): Between {
  const total = unnamed(whole);
  const relation: SumRelation = {
    rule,
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
