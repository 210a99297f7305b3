import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Figure } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { isEconomicName } from '../../disclosure/prose/vocabulary/subjects.ts';
import type { PlacedTable, Table } from '../../disclosure/table.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { amountRange } from '../../relations/amountFix.ts';
import { hasUnitOfOthers } from '../../relations/scale.ts';
import { slipOf } from '../../relations/slips.ts';
import { type StrayUnit, strayUnitsFinder } from '../../relations/strayUnits.ts';
import type { Severity } from '../../rules.ts';
import { parseAmount } from '../../text/amount.ts';
import { lazy } from '../../text/lazy.ts';
import { rangeOf } from '../../text/range.ts';
import { cellName } from './cellNames.ts';
import { nameOf } from './figureNames.ts';
import type { TableFaults, Told } from './heldAgainst.ts';
import {
  ANY_SCOPE,
  inStyleOf,
  isNear,
  isPresumed,
  type PlacesReader,
  type Printed,
  quantityOf,
  readPlaces,
  statedQuantity,
} from './places.ts';
import { amountsNear, printsAmount } from './printedAmounts.ts';
import type { Quantity } from './quantities.ts';
import { strayTables } from './strayTables.ts';
import { balanceCellsOf, rowsOfSubject, type TableCell, yearCellsOf } from './subjectRows.ts';
import { wrongScale } from './units.ts';

const strayUnits = strayUnitsFinder();

/** What the tables say of a figure of a sentence. */
export interface Standing {
  /** Undefined where they print both it and another figure, so that something else may be meant. */
  readonly agrees?: boolean;
  readonly finding?: Finding;
}

/** Asks the tables of a document about figures of its sentences. */
export interface TableReader {
  /** `line`: the first line of the figure's passage. Undefined where no table prints such a figure. */
  readonly standing: (figure: Figure, line: number) => Standing | undefined;
  readonly isPrinted: (amount: Quantity) => boolean;
  /** Tables whose unit all sentences contradict. */
  readonly strayTables: () => ReadonlyMap<PlacedTable, StrayUnit>;
  /** What tables print of what a figure states, whatever its own amount. */
  readonly printed: (figure: Figure) => readonly Printed[];
}

/**
 * Figures of sentences that differ from what the tables print of the same thing (`prose-table`, N7). An error only
 * where the words themselves say of what, whose money and which year they speak, and one table alone prints it.
 * Where a table prints the figure too, though elsewhere, the sentence may speak of something else: then it is a
 * remark.
 */
export function readTables(disclosure: Told, faults: TableFaults): TableReader {
  const { tables } = disclosure;
  const printedFor = onceEach(readPlaces(disclosure, faults.misread));
  const broken = lazy(() => new Set(faults.broken));
  const strays = lazy(() => strayUnits(tables));
  const against = lazy(() => strayTables(disclosure, printedFor));
  return {
    standing: (figure, line) => {
      const stated = statedQuantity(figure, disclosure);
      const printed = stated ? printedFor(figure) : [];
      if (!stated || printed.length === 0) return undefined;
      // Where the unit of a table is wrong, it says nothing of figures elsewhere.
      if (printed.some(({ home }) => strays().has(home) || against().has(home))) return undefined;
      if (printed.some(({ quantity }) => isNear(stated, quantity, figure))) return { agrees: true };
      // A wrong figure of the table is the table's fault.
      if (printed.some(({ cell }) => broken().has(cell))) return undefined;
      const isElsewhere =
        !isCounterpart(figure, stated, printedFor) &&
        tables.some(({ table }) => prints(table, stated, figure));
      const isMeant =
        isInBalance(figure, stated, tables) ||
        isOfAllMoney(figure, stated, tables) ||
        isOfYear(figure, stated, printed);
      if (isElsewhere && isMeant) return undefined;
      const scale = printed[0] && wrongScale(figure, printed[0].quantity, line);
      // It may be the table that is in another unit than the rest, where it does not say its own.
      if (scale && printed[0] && takesUnitOver(printed[0], tables)) return undefined;
      const isBacked = isBackedByPublic(figure, stated, printedFor);
      const finding = unlike({ figure, line, printed, isElsewhere, isBacked, scale });
      const isSure = !isElsewhere && !printed.some((each) => isPresumed(figure, each));
      return { ...(isSure && { agrees: false }), ...(finding && { finding }) };
    },
    strayTables: against,
    isPrinted: (amount) => tables.some(({ table }) => printsAmount(table, amount)),
    printed: (figure) =>
      statedQuantity(figure, disclosure) ? printedFor(figure).filter(({ cell }) => !broken().has(cell)) : [],
  };
}

/** Asks for each figure once. */
function onceEach(read: PlacesReader): PlacesReader {
  const known = new Map<Figure, readonly Printed[]>();
  return (figure) => {
    const found = known.get(figure) ?? read(figure);
    known.set(figure, found);
    return found;
  };
}

/** What stands beside each other in every disclosure, so that one word is easily written for the other. */
const COUNTERPARTS: Readonly<Partial<Record<Concept, Concept>>> = {
  basic: 'project',
  project: 'basic',
  personnel: 'public',
  public: 'personnel',
};

/** 项目支出 with the very figure that the tables print of 基本支出: whichever of the two is wrong, it is no other money. */
function isCounterpart(figure: Figure, stated: Quantity, printedFor: PlacesReader): boolean {
  const { concept } = figure;
  const other = concept.value === undefined ? undefined : COUNTERPARTS[concept.value];
  if (other === undefined || concept.confidence !== 'certain' || stated.value.isZero()) return false;
  const printed = printedFor({ ...figure, concept: { ...concept, value: other } });
  return printed.length > 0 && printed.every(({ quantity }) => isNear(stated, quantity, figure));
}

/**
 * 机关运行经费 with the very figure that the tables print of 公用经费, which it is where all bodies are administrative
 * (B18): then it is the table of “三公”经费 and 机关运行经费 that has another.
 */
function isBackedByPublic(figure: Figure, stated: Quantity, printedFor: PlacesReader): boolean {
  if (figure.concept.value !== 'agency-running' || stated.value.isZero()) return false;
  const { concept, scope } = figure;
  const asPublic: Figure = {
    ...figure,
    concept: { ...concept, value: 'public' },
    scope: { value: 'general', confidence: 'certain', reason: scope.reason },
  };
  return printedFor(asPublic).some(({ quantity }) => isNear(stated, quantity, figure));
}

/** 财政拨款支出包括：交通运输支出…, with what was carried over as its own table has it. */
function isInBalance(figure: Figure, stated: Quantity, tables: Disclosure['tables']): boolean {
  const { subject, scope } = figure;
  return subject !== undefined && isAmong(balanceCellsOf(subject, scope.value, tables), stated, figure);
}

/** Whether a sentence that does not say whose money it speaks of has the figure of its 科目 in a table of all expenditure. */
function isOfAllMoney(figure: Figure, stated: Quantity, tables: Disclosure['tables']): boolean {
  const { subject, scope } = figure;
  if (!subject || scope.confidence === 'certain') return false;
  const totals = rowsOfSubject(subject, 'all', tables).flatMap(({ home, cells: [cell] }) =>
    cell ? [{ home, cell }] : [],
  );
  return isAmong([...totals, ...balanceCellsOf(subject, 'all', tables)], stated, figure);
}

/** Whether a table that has another total prints the figure as that of the year: a sentence may leave out that it speaks of the year alone. */
function isOfYear(figure: Figure, stated: Quantity, printed: readonly Printed[]): boolean {
  return printed.some(({ home }) => isAmong(yearCellsOf(home), stated, figure));
}

/** Whether one of the cells prints what a figure states. */
function isAmong(cells: readonly TableCell[], stated: Quantity, figure: Figure): boolean {
  return cells.some(({ home, cell }) => {
    const quantity = quantityOf(cell, home.table);
    return quantity !== undefined && isNear(stated, quantity, figure);
  });
}

/** Whether the table of a figure has its unit from others and not from a line that declares it for all. */
function takesUnitOver({ home }: Printed, tables: Disclosure['tables']): boolean {
  return hasUnitOfOthers(home.table) && tables.some(({ table }) => table.unit && !hasUnitOfOthers(table));
}

/** A figure of a sentence, the first line of its passage, and what tables print instead. */
interface Unlike {
  readonly figure: Figure;
  readonly line: number;
  readonly printed: readonly Printed[];
  /** Whether a table prints the figure too, though not as this. */
  readonly isElsewhere: boolean;
  /** Whether what it prints elsewhere comes to the same as what the words name. */
  readonly isBacked: boolean;
  /** What says that only the unit differs. */
  readonly scale: Finding | undefined;
}

function unlike({ figure, line, printed, isElsewhere, isBacked, scale }: Unlike): Finding | undefined {
  const [first] = printed;
  if (!first) return undefined;
  // With the figure of 公用经费 the sentence agrees with one table: then it may be the other that is wrong.
  const severity = isBacked ? 'warning' : severityOf(figure, first, isElsewhere);
  if (scale) return { ...scale, severity };
  const newText = inStyleOf(figure, first);
  const range = rangeOf(figure.span, line);
  const agree = printed.every(({ quantity }) => quantity.value.eq(first.quantity.value));
  // In the style of the figure the text may have full-width digits or 。 for its point.
  const expected = parseAmount(newText)?.value;
  const slip = expected && slipOf(figure.amount, expected);
  return {
    rule: 'prose-table',
    severity,
    range,
    params: {
      label: nameOf(figure),
      printed: figure.text,
      expected: newText,
      table: first.home.table.title?.text ?? '',
      ...cellName(first.home, first.cell),
    },
    related: printed.map(({ home, cell }) => ({
      range: amountRange(cell, home),
      role: 'compared',
      label: home.table.title?.text ?? cell.text,
    })),
    fixes: [replaceFix(range, newText, !isElsewhere && agree && slip !== undefined)],
  };
}

/** 财政拨款收支总预算 is said of nothing but the totals of its own table, whatever other table prints the figure. */
function severityOf(figure: Figure, printed: Printed, isElsewhere: boolean): Severity {
  if (isPresumed(figure, printed)) return 'information';
  if (!isElsewhere) return isCertain(figure) && !isEconomic(figure) ? 'error' : 'warning';
  return isCertain(figure) && figure.concept.value === 'balance' ? 'warning' : 'information';
}

/** Whether the words themselves say whose money it is, all of it, and not that of the year alone. */
function isCertain({ concept, scope, period }: Figure): boolean {
  const named =
    concept.value === 'subject' || (concept.value !== undefined && ANY_SCOPE[concept.value] !== undefined);
  return (
    concept.confidence === 'certain' &&
    (named || scope.confidence === 'certain') &&
    period.value === undefined
  );
}

/** Of which 基本支出 it is a part the words around it say. */
function isEconomic({ subject }: Figure): boolean {
  return subject !== undefined && isEconomicName(subject.name);
}

function prints(table: Table, stated: Quantity, figure: Figure): boolean {
  const near = amountsNear(table, stated, stated.half.times(2));
  return near.some((quantity) => isNear(stated, quantity, figure));
}
