import type { Catalogue } from '../catalogue/catalogue.ts';
import { equalButForSuffix, normalizeName } from '../catalogue/names.ts';
import type { Disclosure, ReadDocument } from '../disclosure/disclosure.ts';
import type { Figure, FigureUnit, Passage } from '../disclosure/prose/prose.ts';
import type { Column, Row, Table } from '../disclosure/table.ts';
import { hasAmount, isAmountCell } from '../disclosure/table.ts';
import type { Amount, AmountUnit } from '../text/amount.ts';
import { isAmountUnit, YUAN_IN } from '../text/amountUnits.ts';
import { lazy } from '../text/lazy.ts';
import { type Decimal, halfOf, Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { codesOfTable, isOfCode, type PlacedCode } from './places.ts';

/** What a document says of a code in one place: the total of a row, or a figure in a sentence. */
export interface CodeFigure {
  /** The line in the document. */
  readonly line: number;
  readonly amount: Amount;
  readonly unit?: AmountUnit;
  readonly year?: number;
  /** The row it is the total of; undefined in a sentence. */
  readonly row?: Row;
}

const DIGIT = /[\d０-９]/;
/** A sum of money as sentences write it. */
const MONEY = /[\d０-９]\s?[千万亿]{0,2}元/;
/** Columns whose figures are of another year, or differences. */
const OTHER_YEAR = /上年|去年|上一年|前年|执行|决算|增减|增长|变动|比较/;

/** The totals of the rows among the places of a code, in their order. Rows whose columns are unknown have none. */
export function tableFigures(places: readonly PlacedCode[]): CodeFigure[] {
  return places.flatMap(({ row, table }): CodeFigure[] => {
    if (!row?.bound || !table) return [];
    const column = totalColumn(table.table);
    const cell = column && row.cells[column.index];
    if (!isAmountCell(cell)) return [];
    const { amount } = cell;
    const unit = amount.unit ?? table.table.unit?.unit;
    const { year } = table.table;
    return [
      {
        line: table.line + row.line,
        amount,
        row,
        ...(unit && { unit }),
        ...(year !== undefined && { year }),
      },
    ];
  });
}

/**
 * Whether a place prints figures beside its code. Where {@link tableFigures} and {@link proseFigures} have none
 * for it, these are amounts that could not be read.
 *
 * @param lines of the document
 */
export function printsFigures(place: PlacedCode, lines: readonly string[]): boolean {
  const { code, line, table } = place;
  const at = (code.spans[0] ?? code.nameSpan)?.line ?? 0;
  const row = place.row ?? table?.table.rows.find((each) => each.line === at);
  if (!row) return MONEY.test(lines[line + at] ?? '');
  return row.cells.some(
    (cell) => cell && !isOfCode(cell, place) && (hasAmount(cell) || (!row.bound && DIGIT.test(cell.text))),
  );
}

/** What the sentences of a document state for a code, by its digits or by its name. */
export function proseFigures(
  { disclosure }: ReadDocument,
  catalogue: Catalogue,
  digits: string,
): CodeFigure[] {
  const name = normalizeName(catalogue.record(digits)?.name ?? '');
  const isOnly = lazy(() => isOnlyOfItsName(digits, name, disclosure, catalogue));
  const isAbout = ({ code, name: subject }: SubjectFigure): boolean =>
    code === undefined ? equalButForSuffix(subject, name) && isOnly() : code === digits;
  const found: CodeFigure[] = [];
  for (const { line, passage } of disclosure.prose.passages) {
    for (const about of figuresOfSubjects(passage)) {
      if (!isAbout(about)) continue;
      const { figure } = about;
      const unit = amountUnit(figure.unit.value);
      const year = figure.year.value;
      found.push({
        line: line + figure.span.line,
        amount: figure.amount,
        ...(unit && { unit }),
        ...(year !== undefined && { year }),
      });
    }
  }
  return found;
}

/**
 * Whether a sentence that gives a name and no code speaks of this one. 行政运行 is the name of many codes: then it does
 * where this is the only one of them in the document's tables.
 */
function isOnlyOfItsName(
  digits: string,
  name: string,
  { tables }: Disclosure,
  catalogue: Catalogue,
): boolean {
  const named = catalogue.byName(name).filter(({ until }) => until === undefined);
  if (named.length <= 1) return named[0]?.code === digits;
  const isPresent = (code: string) => tables.some(({ table }) => codesOfTable(table, catalogue).has(code));
  return isPresent(digits) && !named.some(({ code }) => code !== digits && isPresent(code));
}

/** A figure that a sentence states for a 科目. */
interface SubjectFigure {
  readonly figure: Figure;
  readonly code: string | undefined;
  /** Normalized. */
  readonly name: string;
}

/** The figures that a passage states for 科目: few of them all. */
const figuresOfSubjects = remember((passage: Passage): readonly SubjectFigure[] =>
  passage.figures.flatMap((figure) => {
    const { kind, role, subject } = figure;
    if (kind !== 'statement' || role !== 'value' || !subject) return [];
    return { figure, code: subject.code, name: normalizeName(subject.name) };
  }),
);

/**
 * Whether the figures of several places are one figure, each taken as the interval it was rounded from.
 * Undefined where there is nothing to compare: fewer than two, a table with several rows of the code, units
 * that are not known, figures of different years.
 */
export function agree(figures: readonly CodeFigure[], places: readonly PlacedCode[]): boolean | undefined {
  const tables = places.flatMap(({ table, row }) => (table && row ? table : []));
  const years = new Set(figures.flatMap(({ year }) => year ?? []));
  const [first] = figures;
  if (!first || figures.length < 2 || new Set(tables).size < tables.length || years.size > 1)
    return undefined;
  if (!figures.every(hasUnit) || !hasUnit(first)) return undefined;
  let [low, high] = interval(first);
  for (const figure of figures) {
    if (isSame(figure, first)) continue;
    const [least, most] = interval(figure);
    low = Money.max(low, least);
    high = Money.min(high, most);
    if (low.gt(high)) return false;
  }
  return true;
}

type FigureWithUnit = CodeFigure & { readonly unit: AmountUnit };

function hasUnit(figure: CodeFigure): figure is FigureWithUnit {
  return figure.unit !== undefined;
}

/** Whether two figures are printed alike, so that their intervals are one. */
function isSame(a: FigureWithUnit, b: FigureWithUnit): boolean {
  return a.unit === b.unit && a.amount.decimals === b.amount.decimals && a.amount.value.eq(b.amount.value);
}

/** The column that says how much a row is in all, of the table's own year. */
const totalColumn = remember(({ coded, sides }: Table): Column | undefined => {
  const columns = coded ? (sides[0]?.amountColumns ?? []) : [];
  const own = columns.filter(({ kind, label }) => kind === 'amount' && !OTHER_YEAR.test(label));
  return own.find(({ totalRank }) => totalRank > 0) ?? own[0];
});

/** Other units of sentences (千元, 人) are none of tables. */
function amountUnit(unit: FigureUnit | undefined): AmountUnit | undefined {
  return isAmountUnit(unit) ? unit : undefined;
}

function interval({ amount, unit }: FigureWithUnit): readonly [Decimal, Decimal] {
  const half = halfOf(amount.decimals);
  return [amount.value.minus(half).times(YUAN_IN[unit]), amount.value.plus(half).times(YUAN_IN[unit])];
}
