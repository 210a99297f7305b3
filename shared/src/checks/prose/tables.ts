import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept, Scope } from '../../disclosure/prose/vocabulary/concepts.ts';
import { type AmountCell, isAmountCell, type PlacedTable, type Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { amountRange } from '../../relations/amountFix.ts';
import { type Anchor, anchorsOf } from '../../relations/anchors.ts';
import { type Kind, soleTables } from '../../relations/between.ts';
import type { DocumentRelations } from '../../relations/documentRelations.ts';
import { cellsOf } from '../../relations/relation.ts';
import { convert, roundingOf } from '../../relations/scale.ts';
import { slipOf } from '../../relations/slips.ts';
import type { Severity } from '../../rules.ts';
import { formatAmount } from '../../text/amount.ts';
import { lazy } from '../../text/lazy.ts';
import { Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { looseTotal } from './looseTotals.ts';
import { mayEqual, moneyOf, type Quantity } from './quantities.ts';

/** Where a table prints a figure of the whole disclosure. */
type Place = readonly [Kind, Anchor];

/** A figure of a table, in 元. */
interface Printed {
  readonly home: PlacedTable;
  readonly cell: AmountCell;
  readonly quantity: Quantity;
}

/** Figures that mean the same whatever money is spoken of. */
const ANY_SCOPE: Readonly<Partial<Record<Concept, readonly Place[]>>> = {
  abroad: [['three-public', 'abroad']],
  'vehicle-purchase': [['three-public', 'vehicle-purchase']],
  'vehicle-operation': [['three-public', 'vehicle-running']],
  reception: [['three-public', 'reception']],
};

/**
 * 机关运行经费 is the 公用经费 of those bodies that are administrative (B18); a department may have others too, so
 * that a difference is a remark.
 */
const RUNNING: readonly Place[] = [
  ['basic', 'public'],
  ['general', 'public'],
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
}

/**
 * Figures of sentences that differ from what the tables print of the same thing (`prose-table`, N7). An error only
 * where the words themselves say of what, whose money and which year they speak, and one table alone prints it.
 * Where a table prints the figure too, though elsewhere, the sentence may speak of something else: then it is a
 * remark.
 */
export function readTables(disclosure: Disclosure, relations: DocumentRelations): TableReader {
  const { tables, year } = disclosure;
  const byKind = soleTables(tables.filter((each) => !relations.tables.get(each)?.misread));
  const broken = lazy(() => new Set(relations.causes.flatMap((cause) => cause.broken.flatMap(cellsOf))));
  return {
    standing: (figure, line) => {
      const stated = statedQuantity(figure, year);
      const printed = stated ? placesOf(figure).flatMap((place) => printedAt(place, byKind) ?? []) : [];
      if (!stated || printed.length === 0) return undefined;
      if (printed.some(({ quantity }) => isNear(stated, quantity, figure))) return { agrees: true };
      // A wrong figure of the table is the table's fault.
      if (printed.some(({ cell }) => broken().has(cell))) return undefined;
      const isElsewhere = tables.some(({ table }) => prints(table, stated, figure));
      const finding = unlike({ figure, line, printed, isElsewhere });
      const isSure = !isElsewhere && figure.concept.value !== 'agency-running';
      return { ...(isSure && { agrees: false }), ...(finding && { finding }) };
    },
    isPrinted: (amount) => tables.some(({ table }) => printsAmount(table, amount)),
  };
}

/** A figure of a sentence, the first line of its passage, and what tables print instead. */
interface Unlike {
  readonly figure: Figure;
  readonly line: number;
  readonly printed: readonly Printed[];
  /** Whether a table prints the figure too, though not as this. */
  readonly isElsewhere: boolean;
}

function unlike({ figure, line, printed, isElsewhere }: Unlike): Finding | undefined {
  const [first] = printed;
  if (!first) return undefined;
  const newText = inStyleOf(figure, first);
  const range = rangeOf(figure.span, line);
  const agree = printed.every(({ quantity }) => quantity.value.eq(first.quantity.value));
  const slip = slipOf(figure.amount, new Money(newText.replace(/[,，\s]/g, '')));
  return {
    rule: 'prose-table',
    severity: severityOf(figure, isElsewhere),
    range,
    params: {
      label: figure.label,
      printed: figure.text,
      expected: newText,
      table: first.home.table.title?.text ?? '',
    },
    related: printed.map(({ home, cell }) => ({
      range: amountRange(cell, home),
      role: 'operand',
      label: home.table.title?.text ?? cell.text,
    })),
    fixes: [
      {
        action: { kind: 'replace-value', newText },
        preferred: !isElsewhere && agree && slip !== undefined,
        edits: [{ range, newText }],
      },
    ],
  };
}

/** 财政拨款收支总预算 is said of nothing but the totals of its own table, whatever other table prints the figure. */
function severityOf(figure: Figure, isElsewhere: boolean): Severity {
  if (figure.concept.value === 'agency-running') return 'information';
  if (!isElsewhere) return isCertain(figure) ? 'error' : 'warning';
  return isCertain(figure) && figure.concept.value === 'balance' ? 'warning' : 'information';
}

/** The figures of a passage that a table may print. */
export const comparableFigures = remember((passage: Passage): readonly Figure[] =>
  passage.figures.filter(
    (figure) => figure.role === 'value' && !figure.inReason && placesOf(figure).length > 0,
  ),
);

/** What a figure states of this year's budget; undefined where any of it is not said. */
function statedQuantity(figure: Figure, year: number | undefined): Quantity | undefined {
  if (figure.role !== 'value' || figure.inReason || figure.concept.confidence === 'unknown') return undefined;
  if (year === undefined || figure.year.value !== year || figure.basis.value === 'final') return undefined;
  return figure.period.value === 'with-carry-over' ? undefined : moneyOf(figure);
}

/** Whether the words themselves say whose money it is, all of it, and not that of the year alone. */
function isCertain({ concept, scope, period }: Figure): boolean {
  const named = concept.value !== undefined && ANY_SCOPE[concept.value] !== undefined;
  return (
    concept.confidence === 'certain' &&
    (named || scope.confidence === 'certain') &&
    period.value === undefined
  );
}

function placesOf({ concept, scope }: Figure): readonly Place[] {
  if (concept.value === undefined) return [];
  const always = concept.value === 'agency-running' ? RUNNING : ANY_SCOPE[concept.value];
  if (always) return always;
  if (scope.value === undefined) return [];
  return BY_SCOPE[scope.value]?.[concept.value] ?? [];
}

function printedAt([kind, anchor]: Place, byKind: ReadonlyMap<Kind, PlacedTable>): Printed | undefined {
  const home = byKind.get(kind);
  const cell = home && (anchorsOf(home.table).get(anchor)?.cell ?? looseTotal(home.table, anchor));
  const quantity = cell && quantityOf(cell, home.table);
  return quantity && { home, cell, quantity };
}

function quantityOf(cell: AmountCell, table: Table): Quantity | undefined {
  if (!table.unit) return undefined;
  const { decimals, value } = cell.amount;
  const isExact = decimals >= (roundingOf(table).exactDecimals ?? Number.POSITIVE_INFINITY);
  const half = isExact ? new Money(0) : new Money(10).pow(-decimals).div(2);
  return {
    value: convert(value, table.unit.unit, '元'),
    half: convert(half, table.unit.unit, '元'),
  };
}

/** Within rounding, or one unit of the last place of the sentence (domain rules §2.6-3). */
function isNear(stated: Quantity, printed: Quantity, { amount }: Figure): boolean {
  const unit = amount.value.isZero() ? new Money(0) : stated.half.times(2);
  return stated.value
    .minus(printed.value)
    .abs()
    .lte(Money.max(unit, stated.half.plus(printed.half)));
}

function prints(table: Table, stated: Quantity, figure: Figure): boolean {
  return quantitiesIn(table).some((quantity) => isNear(stated, quantity, figure));
}

/** Whether a table prints an amount of money, within rounding. */
function printsAmount(table: Table, amount: Quantity): boolean {
  return quantitiesIn(table).some((quantity) => mayEqual(quantity, amount));
}

const quantitiesIn = remember((table: Table): readonly Quantity[] =>
  table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (isAmountCell(cell) ? (quantityOf(cell, table) ?? []) : [])),
  ),
);

/** The figure of a table in the unit and the style of the sentence. */
function inStyleOf({ amount, unit }: Figure, { quantity }: Printed): string {
  const factor = unit.value === '亿元' ? 100_000_000 : unit.value === '元' ? 1 : 10_000;
  const value = quantity.value.div(factor).toDecimalPlaces(amount.decimals, Money.ROUND_HALF_UP);
  return formatAmount(value, amount.decimals, amount.style);
}
