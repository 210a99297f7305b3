import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept, Scope } from '../../disclosure/prose/vocabulary/concepts.ts';
import { isEconomicName } from '../../disclosure/prose/vocabulary/subjects.ts';
import { type AmountCell, isAmountCell, type PlacedTable, type Table } from '../../disclosure/table.ts';
import { type Anchor, anchorsOf } from '../../relations/anchors.ts';
import { roundingOf } from '../../relations/scale.ts';
import { type Kind, soleTables } from '../../relations/tableKinds.ts';
import { haveOtherTotals } from '../../relations/volumes.ts';
import { formatAmount } from '../../text/amount.ts';
import { convert } from '../../text/amountUnits.ts';
import { lazy } from '../../text/lazy.ts';
import { halfOf, Money } from '../../text/money.ts';
import { remember } from '../../text/remember.ts';
import { readClassesInBalance } from './classesInBalance.ts';
import type { Told } from './heldAgainst.ts';
import { looseTotal } from './looseTotals.ts';
import { moneyOf, type Quantity } from './quantities.ts';
import { rowOfEconomic, rowsOfSubject, type SubjectRow } from './subjectRows.ts';

/** Where a table prints a figure of the whole disclosure. */
type Place = readonly [Kind, Anchor];

/** A figure of a table, in 元. */
export interface Printed {
  readonly home: PlacedTable;
  readonly cell: AmountCell;
  readonly quantity: Quantity;
}

/** Figures that mean the same whatever money is spoken of. */
export const ANY_SCOPE: Readonly<Partial<Record<Concept, readonly Place[]>>> = {
  abroad: [['three-public', 'abroad']],
  'vehicle-purchase': [['three-public', 'vehicle-purchase']],
  'vehicle-operation': [['three-public', 'vehicle-running']],
  reception: [['three-public', 'reception']],
  vehicles: [['three-public', 'vehicles']],
  'three-public': [['three-public', 'three-public']],
};

/**
 * 机关运行经费 stands in the table of “三公”经费 in some places. Else it is the 公用经费 of those bodies that are
 * administrative (B18); a department may have others too, so that a difference is a remark, and nothing is said where
 * its tables pay for others.
 */
const RUNNING: readonly Place[] = [
  ['three-public', 'agency-running'],
  ['basic', 'public'],
  ['general', 'public'],
];

/** 科目 of the staff of bodies that are not administrative: 事业运行, 事业单位医疗. */
const INSTITUTIONS = /^事业(?:运行|单位)/;

/**
 * What one of the budgets gives. What was carried over of it may be counted or not, so that what it is spent on says
 * the same.
 */
const GENERAL_GIVEN: readonly Place[] = [
  ['balance', 'general-income'],
  ['fiscal', 'general-income'],
  ['fiscal', 'general-expenditure'],
  ['fiscal', 'general-expenditure-of-year'],
  ['general', 'total'],
];
const FUND_GIVEN: readonly Place[] = [
  ['balance', 'fund-income'],
  ['fiscal', 'fund-income'],
  ['fiscal', 'fund-expenditure'],
  ['fiscal', 'fund-expenditure-of-year'],
  ['fund', 'total'],
];

/** What the tables print of a concept, by whose money it is. A table may or may not count what is carried over. */
const BY_SCOPE: Readonly<Partial<Record<Scope, Readonly<Partial<Record<Concept, readonly Place[]>>>>>> = {
  all: {
    balance: [
      ['balance', 'income'],
      ['balance', 'expenditure'],
      ['balance', 'income-of-year'],
      ['balance', 'expenditure-of-year'],
    ],
    income: [
      ['balance', 'income'],
      ['balance', 'income-of-year'],
      ['income', 'total'],
    ],
    expenditure: [
      ['balance', 'expenditure'],
      ['balance', 'expenditure-of-year'],
      ['expenditure', 'total'],
    ],
    basic: [['expenditure', 'basic']],
    project: [['expenditure', 'project']],
  },
  fiscal: {
    balance: [
      ['fiscal', 'income'],
      ['fiscal', 'expenditure'],
      ['fiscal', 'income-of-year'],
      ['fiscal', 'expenditure-of-year'],
    ],
    income: [
      ['fiscal', 'income'],
      ['fiscal', 'income-of-year'],
    ],
    expenditure: [
      ['fiscal', 'expenditure'],
      ['fiscal', 'expenditure-of-year'],
    ],
  },
  general: {
    income: GENERAL_GIVEN,
    appropriation: GENERAL_GIVEN,
    balance: GENERAL_GIVEN,
    expenditure: [
      ['general', 'total'],
      ['fiscal', 'general-expenditure'],
      ['fiscal', 'general-expenditure-of-year'],
    ],
    basic: [
      ['basic', 'total'],
      ['general', 'basic'],
    ],
    project: [['general', 'project']],
    personnel: [
      ['basic', 'staff'],
      ['general', 'staff'],
    ],
    public: [
      ['basic', 'public'],
      ['general', 'public'],
    ],
  },
  fund: {
    income: FUND_GIVEN,
    appropriation: FUND_GIVEN,
    balance: FUND_GIVEN,
    expenditure: [
      ['fund', 'total'],
      ['fiscal', 'fund-expenditure'],
      ['fiscal', 'fund-expenditure-of-year'],
    ],
  },
  'state-capital': {
    expenditure: [
      ['capital', 'total'],
      ['fiscal', 'capital-expenditure'],
      ['fiscal', 'capital-expenditure-of-year'],
    ],
  },
};

/** The figures of a passage that a table may print. */
export const comparableFigures = remember((passage: Passage): readonly Figure[] =>
  passage.figures.filter(
    (figure) =>
      figure.role === 'value' &&
      !figure.inReason &&
      (figure.subject
        ? !isEconomicName(figure.subject.name) || isOfBasic(figure, passage)
        : placesOf(figure).length > 0 && !isOfSubject(figure, passage)),
  ),
);

/** 基本支出140万元，其中：工资福利支出100万元: a part of basic expenditure, or a part of such a part. */
function isOfBasic({ parent }: Figure, passage: Passage): boolean {
  const whole = parent === undefined ? undefined : passage.figures[parent];
  if (!whole) return false;
  return whole.concept.value === 'basic' || (whole.subject !== undefined && isOfBasic(whole, passage));
}

/** 行政运行308.73万元，其中基本支出300.00万元: a part of one 科目, not of the whole. */
function isOfSubject({ parent }: Figure, { figures }: Passage): boolean {
  return parent !== undefined && figures[parent]?.concept.value === 'subject';
}

/**
 * What a figure states of this year's money, of the budget in a disclosure of the budget and of the final account in
 * one of the final account; undefined where any of it is not said.
 */
export function statedQuantity(
  figure: Figure,
  { year, prose }: Pick<Told, 'year' | 'prose'>,
): Quantity | undefined {
  if (figure.role !== 'value' || figure.inReason || figure.concept.confidence === 'unknown') return undefined;
  if (year === undefined || figure.year.value !== year) return undefined;
  if ((figure.basis.value === 'final') !== (prose.basis === 'final')) return undefined;
  return figure.period.value === 'with-carry-over' ? undefined : moneyOf(figure);
}

/** Where tables print what a figure states. */
export function placesOf({ concept, scope, basis }: Figure): readonly Place[] {
  if (concept.value === undefined) return [];
  const always = concept.value === 'agency-running' ? RUNNING : ANY_SCOPE[concept.value];
  if (always) return always;
  if (scope.value === undefined) return [];
  const places = BY_SCOPE[scope.value]?.[concept.value] ?? [];
  // 收入支出总计 of a final account has what was carried over in it.
  const isWhole = concept.value === 'balance' && basis.value === 'final';
  return isWhole ? places.filter(([, anchor]) => !anchor.endsWith('-of-year')) : places;
}

/** Asks what the tables print of what a figure of a sentence states; none where any of it is not said. */
export type PlacesReader = (figure: Figure) => readonly Printed[];

/**
 * Reads the tables of a disclosure that alone are of their kind, and the rows of their 科目.
 *
 * @param misread tables that say nothing
 */
export function readPlaces(disclosure: Told, misread: readonly PlacedTable[]): PlacesReader {
  const isMisread = new Set(misread);
  const read = disclosure.tables.filter((each) => !isMisread.has(each));
  const byKind = soleTables(read);
  const classInBalance = readClassesInBalance(disclosure, byKind, (figure, cell, table) => {
    const quantity = quantityOf(cell, table);
    return quantity !== undefined && agrees(figure, { home: { line: 0, table }, cell, quantity });
  });
  const hasInstitutions = lazy(() => read.some(({ table }) => paysInstitutions(table)));
  return (figure) => {
    if (figure.subject && isEconomicName(figure.subject.name)) {
      const basic = figure.scope.value === 'general' ? byKind.get('basic') : undefined;
      const row = basic && rowOfEconomic(figure.subject, basic);
      const printed = row && printedIn(row, figure);
      return printed ? [printed] : [];
    }
    if (figure.subject) {
      const coded = rowsOfSubject(figure.subject, figure.scope.value, read);
      const byName = read.some(({ table }) => table.coded) ? undefined : classInBalance(figure);
      const rows = byName ? [byName] : coded;
      const printed = rows.flatMap((row) => printedIn(row, figure) ?? []);
      return areOfSeveral(rows, read) ? printed.filter((each) => agrees(figure, each)) : printed;
    }
    const places = placesOf(figure);
    const all = places.flatMap((place) => printedAt(place, byKind) ?? []);
    const isKnown = isSaid(places, byKind);
    const mayBeMore = isKnown && !isWholeSaid(figure, places, byKind);
    const printed = all.filter(
      (each) => (isKnown && !(mayBeMore && isMore(figure, each))) || agrees(figure, each),
    );
    const named = printed.filter((each) => !isPresumed(figure, each));
    if (named.length > 0) return named;
    return printed.length > 0 && hasInstitutions() ? [] : printed;
  };
}

/** Whether another table of the same role has another total: it may be that of the body that a sentence speaks of. */
function areOfSeveral(rows: readonly SubjectRow[], tables: readonly PlacedTable[]): boolean {
  return rows.some(({ home: { table } }) =>
    tables.some((other) => other.table.role === table.role && haveOtherTotals(table, other.table)),
  );
}

const paysInstitutions = remember(({ rows }: Table): boolean =>
  rows.some(
    ({ code, cells }) =>
      code !== undefined &&
      INSTITUTIONS.test(code.name) &&
      cells.some(
        (cell) => isAmountCell(cell) && !cell.amount.value.isZero() && !code.digits.includes(cell.text),
      ),
  ),
);

/**
 * Whether a table says what is given. What it is spent on may have in it what was carried over, so that it bears a
 * figure out and contradicts none.
 */
function isSaid(places: readonly Place[], byKind: ReadonlyMap<Kind, PlacedTable>): boolean {
  const given = places.filter(([, anchor]) => anchor.endsWith('-income'));
  return given.length === 0 || given.some((place) => printedAt(place, byKind) !== undefined);
}

/**
 * Whether a table says what all money comes to, where a figure may be that: 收入总计 with what was carried over is more
 * than what came in during the year, which is all that the table of income of a final account has.
 */
function isWholeSaid(
  { period, basis }: Figure,
  places: readonly Place[],
  byKind: ReadonlyMap<Kind, PlacedTable>,
): boolean {
  const wholes = places.filter(([, anchor]) => anchor === 'income' || anchor === 'expenditure');
  if (wholes.length === 0 || period.value === 'current') return true;
  if (wholes.some((place) => printedAt(place, byKind) !== undefined)) return true;
  const others = basis.value === 'final' ? [] : places.filter(([, anchor]) => anchor === 'total');
  return others.some((place) => printedAt(place, byKind) !== undefined);
}

function isMore(figure: Figure, { quantity }: Printed): boolean {
  return moneyOf(figure)?.value.gt(quantity.value) === true;
}

function agrees(figure: Figure, { quantity }: Printed): boolean {
  const stated = moneyOf(figure);
  return stated !== undefined && isNear(stated, quantity, figure);
}

/** Whether a table prints 公用经费, and 机关运行经费 only as far as it is the same. */
export function isPresumed({ concept }: Figure, { home }: Printed): boolean {
  return concept.value === 'agency-running' && home.table.role !== 'three-public';
}

/** The amount of a row that a figure states, or else its total: 行政运行 may be said of 基本支出 alone. */
function printedIn({ home, cells }: SubjectRow, figure: Figure): Printed | undefined {
  const stated = moneyOf(figure);
  const all = cells.flatMap((cell): Printed[] => {
    const quantity = quantityOf(cell, home.table);
    return quantity ? [{ home, cell, quantity }] : [];
  });
  // 12.00元 is near to 0.00万元 in another column, and not meant to be it.
  const isStated = ({ quantity }: Printed) =>
    stated && stated.value.isZero() === quantity.value.isZero() && isNear(stated, quantity, figure);
  return all.find(isStated) ?? all[0];
}

function printedAt([kind, anchor]: Place, byKind: ReadonlyMap<Kind, PlacedTable>): Printed | undefined {
  const home = byKind.get(kind);
  const cell = home && (anchorsOf(home.table).get(anchor)?.cell ?? looseTotal(home.table, anchor));
  const quantity = cell && quantityOf(cell, home.table);
  return quantity && { home, cell, quantity };
}

/** A cell of money in 元; undefined where the unit of its table is not known. */
export function quantityOf(cell: AmountCell, table: Table): Quantity | undefined {
  if (!table.unit) return undefined;
  const { decimals, value } = cell.amount;
  const isExact = decimals >= (roundingOf(table).exactDecimals ?? Number.POSITIVE_INFINITY);
  const half = isExact ? new Money(0) : halfOf(decimals);
  return {
    value: convert(value, table.unit.unit, '元'),
    half: convert(half, table.unit.unit, '元'),
  };
}

/** Within rounding, or one unit of the last place of the sentence (domain rules §2.6-3). */
export function isNear(stated: Quantity, printed: Quantity, { amount }: Figure): boolean {
  const unit = amount.value.isZero() ? new Money(0) : stated.half.times(2);
  return stated.value
    .minus(printed.value)
    .abs()
    .lte(Money.max(unit, stated.half.plus(printed.half)));
}

/** The figure of a table in the unit and the style of the sentence. */
export function inStyleOf({ amount, unit }: Figure, { quantity }: Printed): string {
  const factor = unit.value === '亿元' ? 100_000_000 : unit.value === '元' ? 1 : 10_000;
  const value = quantity.value.div(factor).toDecimalPlaces(amount.decimals, Money.ROUND_HALF_UP);
  return formatAmount(value, amount.decimals, amount.style);
}
