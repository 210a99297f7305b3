import { BALANCE_ROLES } from '../disclosure/balanceRoles.ts';
import { totalRank } from '../disclosure/labels.ts';
import type { PlacedTable, Table } from '../disclosure/table.ts';
import { parseNumbering } from '../text/numbering.ts';
import { remember, rememberPair } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { anchorsOf } from './anchors.ts';
import type { Between } from './between.ts';
import { BUDGET_ROWS } from './budgetNames.ts';
import { carriesOver } from './carriedOver.ts';
import { ownColumns } from './ownColumns.ts';
import type { Term } from './relation.ts';
import type { Kind } from './tableKinds.ts';
import { bodyRows, termAt } from './terms.ts';
import { isMoved, tieOf } from './tie.ts';

/** A source of funds, whatever the tables of a region call it (domain rules §6.3). */
type Source =
  | 'general'
  | 'fund'
  | 'capital'
  | 'special'
  | 'business'
  | 'operating'
  | 'superior'
  | 'subsidiary'
  | 'other'
  | 'carried-over';

const NAMES: readonly (readonly [Source, RegExp])[] = [
  ...BUDGET_ROWS,
  ['special', /^(?:纳入)?财政专户管理(?:的)?(?:资金|非税收入)(?:收入|拨款)?$/],
  ['business', /^事业收入(?:预算)?$/],
  ['operating', /^(?:事业单位)?经营收入(?:预算)?$/],
  ['superior', /^上级补助收入$/],
  ['subsidiary', /^附属单位上缴收入$/],
  ['other', /^其他收入(?:预算)?$/],
  ['carried-over', /^上年结转(?:结余)?$/],
];

/** Those that 财政拨款 consists of. */
const FISCAL: ReadonlySet<Source> = new Set(['general', 'fund', 'capital']);

type Sources = ReadonlyMap<Source, Term>;

/**
 * Each source of income in the table of income and expenditure and in the total row of the table of income (B4), and
 * the budgets of fiscal funds in the tables of all funds and of fiscal ones (B7).
 */
export function sourceTies(byKind: ReadonlyMap<Kind, PlacedTable>): Between[] {
  const balance = byKind.get('balance');
  const income = byKind.get('income');
  const fiscal = byKind.get('fiscal');
  return [
    ...(balance && income ? placed(balance, income, tiesToIncome(balance.table, income.table)) : []),
    ...(balance && fiscal ? placed(balance, fiscal, tiesToFiscal(balance.table, fiscal.table)) : []),
  ];
}

type Tie = Pick<Between, 'evaluation' | 'certain'>;

function placed(one: PlacedTable, other: PlacedTable, ties: readonly Tie[]): Between[] {
  return ties.map((tie) => ({ ...tie, tables: [one, other] }));
}

/** Certain where the totals show that both take in the same. */
const tiesToIncome = rememberPair((balance: Table, income: Table): readonly Tie[] => {
  const total = anchorsOf(income).get('total');
  const isOneScope = (['income', 'income-of-year'] as const).some((anchor) => {
    const whole = anchorsOf(balance).get(anchor);
    const tie = whole && total && tieOf({ table: balance, term: whole }, { table: income, term: total });
    return tie !== undefined && tie.standing !== 'broken';
  });
  return tiesOf([balance, sourcesInRows(balance)], [income, sourcesInColumns(income)], isOneScope);
});

/** Certain where nothing is carried over, which one of them might print with its budget. */
const tiesToFiscal = rememberPair((balance: Table, fiscal: Table): readonly Tie[] => {
  const [ours, theirs] = [balance, fiscal].map((table) => fiscalOnly(sourcesInRows(table)));
  const isOneScope = ![balance, fiscal].some(carriesOver);
  return ours && theirs ? tiesOf([balance, ours], [fiscal, theirs], isOneScope) : [];
});

/**
 * The tie of each source. One alone that differs is wrong where all funds of one table have a source in the other, and
 * so are two that even out.
 */
function tiesOf(
  [table, ours]: readonly [Table, Sources],
  [other, theirs]: readonly [Table, Sources],
  isOneScope: boolean,
): Tie[] {
  const evaluations = [...ours].flatMap(([source, term]) => {
    const twin = theirs.get(source);
    return (twin && tieOf({ table, term }, { table: other, term: twin })) ?? [];
  });
  const holding = evaluations.filter(({ standing }) => standing !== 'broken');
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  const isTold = broken.length === 1 || (broken.length === 2 && isOneScope && isMoved(broken));
  const certain = isOneScope && isWithin(ours, theirs) && isWithin(theirs, ours);
  return [
    ...holding.map((evaluation) => ({ evaluation, certain: true })),
    ...(isTold ? broken.map((evaluation) => ({ evaluation, certain })) : []),
  ];
}

function isWithin(ours: Sources, theirs: Sources): boolean {
  return [...ours].every(([source, { cell }]) => cell.amount.value.isZero() || theirs.has(source));
}

function fiscalOnly(sources: Sources): Sources {
  return new Map([...sources].filter(([source]) => FISCAL.has(source)));
}

/** What a table prints of each source of funds, whether in rows or in columns. */
export function sourcesIn(table: Table): Sources {
  if (table.role === 'income') return sourcesInColumns(table);
  return BALANCE_ROLES.has(table.role) ? sourcesInRows(table) : new Map();
}

/** Rows of the first block named like a source: of the year alone, where what is carried over is listed by source too. */
const sourcesInRows = remember((table: Table): Sources => {
  const [side] = table.sides;
  const column = side && ownColumns(table, side.amountColumns).find(({ kind }) => kind === 'amount');
  if (!side || !column) return new Map();
  const found: [Source, Term][] = [];
  for (const entry of side.rows) {
    const source = sourceOf(entry.label);
    const term = source && termAt(entry, column);
    if (source && term) found.push([source, term]);
    if (source === 'carried-over') break;
  }
  return unique(found);
});

/** The total row of a table of income, column by column. */
const sourcesInColumns = remember((table: Table): Sources => {
  const [side, second] = table.sides;
  const totals = side ? bodyRows(side, 'total').filter(({ label }) => totalRank(label) > 1) : [];
  const [total, another] = totals;
  if (!side || second || !total || another || table.open) return new Map();
  return unique(
    side.amountColumns.flatMap((column): [Source, Term][] => {
      const source = column.kind === 'amount' ? sourceOf(column.path.at(-1) ?? '') : undefined;
      const term = source && termAt(total, column);
      return source && term ? [[source, { ...term, label: column.label }]] : [];
    }),
  );
});

/** The source of funds that a row or column is named after. */
export function sourceOf(label: string): Source | undefined {
  const words = compactLabel(label);
  const name = words.slice(parseNumbering(words)?.length ?? 0);
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}

/** What is named twice may be either. */
function unique(found: readonly (readonly [Source, Term])[]): Sources {
  const twice = new Set(
    found.flatMap(([source], at) => (found.findIndex(([other]) => other === source) < at ? source : [])),
  );
  return new Map(found.filter(([source]) => !twice.has(source)));
}
