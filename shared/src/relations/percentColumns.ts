import { totalRank } from '../disclosure/labels.ts';
import type { AmountCell, Column, Side, SideRow, Table } from '../disclosure/table.ts';
import { maxOf } from '../text/lists.ts';
import { type Decimal, Money, tenTo } from '../text/money.ts';
import { halfUnit, type Interval } from './interval.ts';
import { isHeadedSo } from './percentHeadings.ts';
import { roundingOf } from './scale.ts';
import { isTerm, termAt } from './terms.ts';

/**
 * What the percentages of a column are worked out from: `part`: one column of another (占比, 完成率, 增减额 ÷ 上年数);
 * `change`: by how much one column is more than another (增长率); `of-total`: each row's figure of the total row's.
 */
export type PercentKind = 'part' | 'change' | 'of-total';

/** A percentage that is not what its row gives. */
export interface WrongPercent {
  readonly cell: AmountCell;
  readonly entry: SideRow;
  readonly column: Column;
  readonly kind: PercentKind;
  readonly part: AmountCell;
  readonly whole: AmountCell;
  /** With as many decimals as are printed. */
  readonly right: Decimal;
  /** Rows of different figures in which the column is worked out so. */
  readonly witnesses: number;
}

/** A way of working out a column; without a divisor, that is the total row. */
export interface Formula {
  readonly dividend: Column;
  readonly divisor?: Column;
  readonly isChange: boolean;
  /** A hundred, or one where the column prints 0.85 for 85 %. */
  readonly scale: number;
}

interface Operands {
  readonly part: AmountCell;
  readonly whole: AmountCell;
}

/** Fewer rows may agree by chance. */
const MIN_WITNESSES = 3;
/** Where the headings say how the column is worked out, two agree beside one that does not. */
const MIN_WITNESSES_NAMED = 2;
/** Of the rows of a column so many may be wrong: more of them show that it is worked out in another way. */
const WITNESSES_PER_EXCEPTION = 4;
const SCALES = [100, 1];
const SIGNED_SCALES = [100];
/** Percentages that many formulas give. */
const COMMONPLACE = new Set(['0', '1', '100']);
/** Rows that show whether a formula is worth trying on all. */
const SAMPLE = 12;
/** More columns than these are no comparison of two years or of a part with its whole. */
const MAX_COLUMNS = 12;

/**
 * Percentages of a table that are not what their row gives (A18, A19). How a column is worked out is learned from its
 * own rows: at least three of different figures agree, and nearly all do.
 */
export function wrongPercents(table: Table): WrongPercent[] {
  return table.sides.flatMap((side, at) => {
    const amounts = side.amountColumns.filter(({ kind }) => kind === 'amount');
    if (amounts.length === 0 || amounts.length > MAX_COLUMNS) return [];
    const end = table.sides[at + 1]?.labelColumn ?? table.columns.length;
    return table.columns
      .filter(({ kind, index }) => kind === 'ratio' && side.labelColumn < index && index < end)
      .flatMap((column) => wrongIn(column, side, amounts, table));
  });
}

function wrongIn(column: Column, side: Side, amounts: readonly Column[], table: Table): WrongPercent[] {
  const rows = side.rows.filter(({ row }) => row.bound && isTerm(row.cells[column.index]));
  if (rows.length <= MIN_WITNESSES_NAMED) return [];
  const total = theTotalRow(side);
  // What is printed with its sign is no 0.85 for 85 %.
  const areSigned = rows.every(({ row }) => /[%％]/.test(row.cells[column.index]?.text ?? ''));
  const scales = areSigned ? SIGNED_SCALES : SCALES;
  const formulas = formulasOver(amounts, total !== undefined, scales);
  const counted = formulas
    .filter((formula) => isLikely(formula, column, rows, total, table))
    .map((formula) => ({ formula, ...count(formula, column, rows, total, table) }));
  const borneOut = counted.filter(
    ({ formula, holding, failing }) =>
      (holding >= MIN_WITNESSES &&
        failing.length > 0 &&
        failing.length * WITNESSES_PER_EXCEPTION <= holding) ||
      (holding >= MIN_WITNESSES_NAMED && failing.length === 1 && isHeadedSo(formula, column, amounts)),
  );
  const most = maxOf(borneOut, ({ holding }) => holding);
  const best = borneOut.filter(({ holding }) => holding === most);
  const first = best.find(({ formula }) => isHeadedSo(formula, column, amounts)) ?? best[0];
  if (!first || counted.some(({ holding, failing }) => holding > most && failing.length === 0)) return [];
  // A heading that says 增长 or 完成 says whether the year before is taken off.
  const others = isHeadedSo(first.formula, column, amounts)
    ? formulas.filter(({ isChange }) => isChange === first.formula.isChange)
    : formulas;
  return first.failing.flatMap((entry): WrongPercent[] => {
    const cell = termAt(entry, column)?.cell;
    const operands = operandsOf(first.formula, entry, total);
    // What fits in another way may be meant so in this row.
    const fitsOtherwise =
      others.some((each) => fits(each, column, entry, total, table) === true) ||
      isOfAnotherRow(first.formula, column, entry, side, table);
    if (!cell || !operands || fitsOtherwise) return [];
    const right = quotient(first.formula, operands).toDecimalPlaces(
      cell.amount.decimals,
      Money.ROUND_HALF_UP,
    );
    const kind = first.formula.isChange ? 'change' : first.formula.divisor ? 'part' : 'of-total';
    return [{ cell, entry, column, kind, ...operands, right, witnesses: first.holding }];
  });
}

/** Whether the share is that of another row than the total: 人员经费 of 基本支出. */
function isOfAnotherRow(
  formula: Formula,
  column: Column,
  entry: SideRow,
  { rows }: Side,
  table: Table,
): boolean {
  const above = rows.slice(0, rows.indexOf(entry));
  return !formula.divisor && above.some((row) => fits(formula, column, entry, row, table) === true);
}

function formulasOver(amounts: readonly Column[], hasTotal: boolean, scales: readonly number[]): Formula[] {
  return scales.flatMap((scale) =>
    amounts.flatMap((dividend): Formula[] => [
      ...amounts
        .filter((divisor) => divisor !== dividend)
        .flatMap((divisor) => [
          { dividend, divisor, isChange: false, scale },
          { dividend, divisor, isChange: true, scale },
        ]),
      ...(hasTotal ? [{ dividend, isChange: false, scale }] : []),
    ]),
  );
}

/** Whether a formula holds in half of a few rows: most do in hardly any, and long tables are not to wait for them. */
function isLikely(
  formula: Formula,
  column: Column,
  rows: readonly SideRow[],
  total: SideRow | undefined,
  table: Table,
): boolean {
  const told: boolean[] = [];
  for (const entry of rows) {
    const fit = fits(formula, column, entry, total, table);
    if (fit !== undefined) told.push(fit);
    if (told.length === SAMPLE) break;
  }
  return told.filter((fit) => fit).length * 2 >= told.length;
}

/** In how many rows of different figures a formula holds, but for percentages that any would give; and where not. */
function count(
  formula: Formula,
  column: Column,
  rows: readonly SideRow[],
  total: SideRow | undefined,
  table: Table,
): { readonly holding: number; readonly failing: readonly SideRow[] } {
  const witnesses = new Set<string>();
  const failing: SideRow[] = [];
  for (const entry of rows) {
    const fit = fits(formula, column, entry, total, table);
    const printed = termAt(entry, column)?.cell.amount.value.toString() ?? '';
    const operands = operandsOf(formula, entry, total);
    if (fit === false) failing.push(entry);
    if (fit === true && !COMMONPLACE.has(printed) && operands)
      witnesses.add(`${operands.part.amount.value} ${operands.whole.amount.value}`);
  }
  return { holding: witnesses.size, failing };
}

/** Whether a row's percentage is what a formula gives; undefined where it gives none. */
function fits(
  formula: Formula,
  column: Column,
  entry: SideRow,
  total: SideRow | undefined,
  table: Table,
): boolean | undefined {
  const printed = termAt(entry, column)?.cell;
  const operands = operandsOf(formula, entry, total);
  const interval = operands && printed && intervalOf(formula, operands, table);
  if (!interval) return undefined;
  // Percentages are rounded, or cut off, and the last place may come from figures before they were rounded.
  const unit = tenTo(-printed.amount.decimals);
  const { value } = printed.amount;
  return value.plus(unit).gte(interval.low) && value.minus(unit).lte(interval.high);
}

function operandsOf({ dividend, divisor }: Formula, entry: SideRow, total: SideRow | undefined) {
  const part = termAt(entry, dividend)?.cell;
  const whole = divisor ? termAt(entry, divisor)?.cell : total && termAt(total, dividend)?.cell;
  return part && whole?.amount.value.gt(0) ? ({ part, whole } satisfies Operands) : undefined;
}

function quotient({ isChange, scale }: Formula, { part, whole }: Operands): Decimal {
  const ratio = part.amount.value.div(whole.amount.value);
  return (isChange ? ratio.minus(1) : ratio).times(scale);
}

/** What a formula may give, as far as its figures are rounded; undefined where the divisor may be nothing. */
function intervalOf(
  { isChange, scale }: Formula,
  { part, whole }: Operands,
  table: Table,
): Interval | undefined {
  const rounding = roundingOf(table);
  const [halfPart, halfWhole] = [halfUnit(part, rounding), halfUnit(whole, rounding)];
  const [least, most] = [whole.amount.value.minus(halfWhole), whole.amount.value.plus(halfWhole)];
  if (least.lte(0)) return undefined;
  const ends = [part.amount.value.minus(halfPart), part.amount.value.plus(halfPart)].flatMap((value) => [
    value.div(least),
    value.div(most),
  ]);
  const shifted = ends.map((end) => (isChange ? end.minus(1) : end).times(scale));
  return { low: Money.min(...shifted), high: Money.max(...shifted) };
}

/** The one total row of the side, which shares are of. */
function theTotalRow({ rows }: Side): SideRow | undefined {
  const totals = rows.filter(({ label }) => totalRank(label) >= 2);
  return totals.length === 1 ? totals[0] : undefined;
}
