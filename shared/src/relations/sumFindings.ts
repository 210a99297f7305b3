import { styleIn } from '../disclosure/numberStyle.ts';
import {
  type AmountCell,
  isAmountCell,
  type PlacedTable,
  type Table,
  type TableRole,
} from '../disclosure/table.ts';
import { type Finding, type Fix, placeFindings, type RelatedPlace } from '../findings.ts';
import { RULES, type RuleId, type Severity } from '../rules.ts';
import type { PrintedAmount, SumParams } from '../tableRuleParams.ts';
import { formatAmount } from '../text/amount.ts';
import { maxOf } from '../text/lists.ts';
import { rangeOf } from '../text/range.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { amountFix, amountRange } from './amountFix.ts';
import { type Candidate, simplestOf } from './candidates.ts';
import type { Cause } from './culprits.ts';
import type { DocumentRelations } from './documentRelations.ts';
import { indicatorFinding } from './indicatorFindings.ts';
import { isUnlikely } from './interval.ts';
import type { Blank } from './leftBlank.ts';
import { cellsOf, type Evaluation, isAmountRule, type SumRelation, type Term } from './relation.ts';
import { lacksUnbound, rowsAmong } from './rowsAmong.ts';
import { areInYuanUnder, roundingOf } from './scale.ts';
import { slideFinding } from './slideFinding.ts';
import { swapFinding } from './swapFinding.ts';
import { relationsOf } from './tableRelations.ts';

/** More cells than this that might be wrong are no help to a reader. */
const MAX_CANDIDATES = 3;

/** The table each cell stands in. */
type HomeOf = DocumentRelations['homeOf'];

/** What fails in the sums of a document: one finding a cause, and one a sum that is off within rounding. */
export function sumFindings({ causes, tables, homeOf }: DocumentRelations): Finding[] {
  const moved = [...tables].filter(([, { slide, swaps }]) => slide !== undefined || swaps.length > 0);
  return [
    ...causes.flatMap((cause) => placedCause(cause, homesOf(cause, homeOf)) ?? []),
    ...moved.flatMap(([home, { slide }]) => (slide && slideFinding(slide, home)) ?? []),
    ...moved.flatMap(([home, { swaps }]) => swaps.flatMap((swap) => swapFinding(swap, home) ?? [])),
    ...roundings([...tables.keys()]),
  ];
}

/** The tables that the cells of a cause stand in, as far as a finding depends on them. */
function homesOf(cause: Cause, homeOf: HomeOf): ReadonlyMap<AmountCell, PlacedTable> {
  const homes = new Map<AmountCell, PlacedTable>();
  for (const cell of cause.broken.flatMap(cellsOf)) {
    const home = homeOf(cell);
    if (home) homes.set(cell, home);
  }
  return homes;
}

/** The finding of a cause, the same one as before where its tables stand where they stood. */
const placedCause = rememberLast(
  (cause: Cause, homes: ReadonlyMap<AmountCell, PlacedTable>) =>
    causeFinding(cause, (cell) => homes.get(cell)),
  (a, b) => a.size === b.size && [...a].every(([cell, { line, table }]) => isAt(b.get(cell), line, table)),
);

function isAt(home: PlacedTable | undefined, line: number, table: Table): boolean {
  return home?.line === line && home.table === table;
}

/** A total in 万元 over rows in 元: the unit is what is wrong, and told as such (`unit-scale`). */
function isOfOtherScale({ relation: { total, parts } }: Evaluation, homeOf: HomeOf): boolean {
  const figures = parts.map(({ cell }) => cell.amount.value);
  return homeOf(total.cell)?.table.unit?.unit === '万元' && areInYuanUnder(total.cell.amount.value, figures);
}

function causeFinding(cause: Cause, homeOf: HomeOf): Finding | undefined {
  const main = simplestOf(cause.broken);
  if (!main) return undefined;
  const { rule } = main.relation;
  if (!isAmountRule(rule)) return indicatorFinding(rule, cause, main, homeOf);
  if (isOfOtherScale(main, homeOf)) return undefined;
  const { culprit } = cause;
  const terms = [main.relation.total, ...main.relation.parts];
  const at = (culprit && terms.find(({ cell }) => cell === culprit.cell)) ?? main.relation.total;
  const decimals = maxOf(terms, ({ cell }) => cell.amount.decimals);
  const expected = { value: culprit?.value ?? main.expected, decimals };
  return {
    rule,
    severity: RULES[rule].severity,
    range: amountRange(at.cell, homeOf(at.cell)),
    params: {
      ...sumParams(main, at, expected, culprit),
      ...(cause.lostRow !== undefined && { lostRow: cause.lostRow }),
      ...(cause.blank && { blank: blankParams(cause.blank, decimals) }),
    },
    related: relatedPlaces(cause, main, at, homeOf),
    fixes: culprit
      ? [
          amountFix(
            culprit.cell,
            culprit.value,
            decimals,
            isSure(culprit, cause.broken, homeOf),
            homeOf(culprit.cell),
          ),
        ]
      : cause.blank
        ? fillingFixes(cause.blank, main, decimals, homeOf)
        : fixesWithoutCulprit(cause, main, decimals, homeOf),
  };
}

/** Tables that list what is bought or done: each row has its figure, while other lists print all 类 there are. */
const LISTS: ReadonlySet<TableRole> = new Set(['procurement', 'purchased-services', 'project-expenditure']);

/**
 * Whether nothing but the figure can be wrong. Where no slip explains it, something else may have been left out: the
 * figure may stand in another column than the sum takes it for, be a nought that one sum alone speaks against or that
 * places alone put into its column, or stand beside an item without any figure, where each item has one or no other has.
 */
function isSure({ sure, cell, slip }: Candidate, broken: readonly Evaluation[], homeOf: HomeOf): boolean {
  if (!sure || slip !== undefined) return sure;
  const table = homeOf(cell)?.table;
  const isOpenNought = broken.length === 1 || table?.dialect === 'aligned';
  if (cell.unplaced || (cell.amount.value.isZero() && isOpenNought)) return false;
  const sums = broken.filter(({ relation }) => relation.total.cell !== cell);
  const mayLack = ({ parts }: SumRelation) => parts.length === 1 || (table && LISTS.has(table.role));
  return !table || !sums.some(({ relation }) => mayLack(relation) && hasBareItem(table, relation));
}

/** Whether a row among those of a sum down a column has a name and no figure at all. */
function hasBareItem(table: Table, relation: SumRelation): boolean {
  return rowsAmong(table, relation).some(({ kind, cells }) => kind === 'data' && !cells.some(isAmountCell));
}

/**
 * Without a culprit nothing is preferred: each of a few candidates, or the total that would suit its parts. A missing
 * row is for the writer to add.
 */
function fixesWithoutCulprit(
  { candidates, lostRow }: Cause,
  main: Evaluation,
  decimals: number,
  homeOf: HomeOf,
): Fix[] {
  if (lostRow !== undefined) return [];
  const total = { cell: main.relation.total.cell, value: main.expected };
  const few = candidates.length > 0 && candidates.length <= MAX_CANDIDATES;
  return (few ? candidates : [total]).map(({ cell, value }) =>
    amountFix(cell, value, decimals, false, homeOf(cell)),
  );
}

/** Writes the figure that was left out into its cell, where the text has one for it. */
function fillingFixes(
  { row, column, value }: Blank,
  main: Evaluation,
  decimals: number,
  homeOf: HomeOf,
): Fix[] {
  const { cell: total } = main.relation.total;
  const [cell, home] = [row.cells[column], homeOf(total)];
  if (cell?.text !== '' || !home) return [];
  const newText = formatAmount(value, decimals, styleIn(home.table, total));
  const edits = [{ range: rangeOf(cell.span, home.line), newText }];
  return [{ action: { kind: 'replace-amount', newText }, preferred: true, edits }];
}

const roundings = rememberEach(({ line, table }: PlacedTable) =>
  placeFindings(roundingFindings(table), line),
);

/**
 * A figure that several sums are off from is told once: with the sum that says most, or the one checked most easily. A sum
 * that lacks the figure of a row which was not placed says nothing of rounding.
 */
const roundingFindings = remember((table: Table): readonly Finding[] => {
  const { evaluations, misread } = relationsOf(table);
  if (misread) return [];
  const byTotal = new Map<AmountCell, Evaluation>();
  for (const evaluation of evaluations) {
    const { cell } = evaluation.relation.total;
    const known = byTotal.get(cell);
    if (!isRounded(evaluation) || (known && !saysMore(evaluation, known, table))) continue;
    if (!lacksUnbound(table, evaluation.relation)) byTotal.set(cell, evaluation);
  }
  return [...byTotal.values()].map((evaluation) => roundingFinding(evaluation, table));
});

function isRounded({ standing }: Evaluation): boolean {
  return standing === 'rounding' || standing === 'coarse';
}

function saysMore(evaluation: Evaluation, known: Evaluation, table: Table): boolean {
  const severity = roundingSeverity(evaluation, table);
  if (severity !== roundingSeverity(known, table)) return severity === 'information';
  return evaluation.relation.parts.length < known.relation.parts.length;
}

function roundingSeverity(evaluation: Evaluation, table: Table): Severity {
  const isStriking = evaluation.standing === 'coarse' || isUnlikely(evaluation, roundingOf(table));
  // What rounding explains hardly or by the coarsest figure alone is worth a look.
  return isStriking ? 'information' : RULES['rounding-difference'].severity;
}

/** Ranges count lines from the table's first line. */
function roundingFinding(evaluation: Evaluation, table: Table): Finding {
  const { relation, expected } = evaluation;
  const { total } = relation;
  return {
    rule: 'rounding-difference',
    severity: roundingSeverity(evaluation, table),
    range: amountRange(total.cell),
    params: {
      ...sumParams(evaluation, total, { value: expected, decimals: total.cell.amount.decimals }),
      ...(isUnlikely(evaluation, roundingOf(table)) && { unlikely: true as const }),
    },
    related: [],
    fixes: [],
  };
}

function sumParams(
  { relation }: Evaluation,
  at: Term,
  expected: PrintedAmount,
  culprit?: Candidate,
): SumParams {
  return {
    row: relation.row,
    column: relation.column,
    expected,
    actual: printed(at),
    operands: relation.parts.map((part) => ({ label: part.label, amount: printed(part) })),
    culprit: at.cell === relation.total.cell ? 'total' : 'addend',
    ...(culprit?.slip && { slip: culprit.slip }),
    ...(relation.witnesses !== undefined && { witnesses: relation.witnesses }),
  };
}

function blankParams(
  { rowLabel, columnLabel, value }: Blank,
  decimals: number,
): NonNullable<SumParams['blank']> {
  return { row: rowLabel, column: columnLabel, value: { value, decimals } };
}

/** Rules that hold figures against each other and add nothing up. */
const COMPARING: ReadonlySet<RuleId> = new Set(['balance', 'between-tables', 'exceeds-whole']);

/** The totals a cause breaks, then the other figures of the sum that is shown. */
function relatedPlaces({ broken }: Cause, main: Evaluation, at: Term, homeOf: HomeOf): RelatedPlace[] {
  const place = (role: RelatedPlace['role']) => (term: Term) => ({
    range: amountRange(term.cell, homeOf(term.cell)),
    role,
    label: term.label,
  });
  const others = (terms: readonly Term[]) => terms.filter(({ cell }) => cell !== at.cell);
  return [
    ...others(broken.map(({ relation }) => relation.total)).map(place('total')),
    ...others(main.relation.parts).map(place(COMPARING.has(main.relation.rule) ? 'compared' : 'operand')),
  ];
}

function printed({ cell: { amount } }: Term): PrintedAmount {
  return { value: amount.value, decimals: amount.decimals };
}
