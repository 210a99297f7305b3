import type { PlacedTable, Table } from '../disclosure/table.ts';
import { moneyCell } from '../indicators/amountCells.ts';
import { bySection, type IndicatorEntry } from '../indicators/indicatorEntry.ts';
import type { PlacedIndicators } from '../indicators/placedIndicators.ts';
import { type ProjectMoney, readProjectMoney } from '../indicators/projectMoney.ts';
import type { TableIndicators } from '../indicators/readIndicators.ts';
import type { AmountUnit } from '../text/amount.ts';
import { convert } from '../text/amountUnits.ts';
import { groupedBy } from '../text/lists.ts';
import { Money } from '../text/money.ts';
import { rememberPair } from '../text/remember.ts';
import type { Between } from './between.ts';
import { evaluate, type Rounding, requiredValue } from './interval.ts';
import type { Evaluation, SumRelation, Term } from './relation.ts';
import { slipOf } from './slips.ts';

/** Fewer may be some of the costs. */
const MIN_COSTS = 3;
/** Shorter figures are a slip away from too many others. */
const MIN_DIGITS = 3;
/** A whole beside its parts, a limit, a price. */
const NO_PART = /总|合计|控制|标准|单价|单位|人均|平均|每|年均/;
/** Costs that others bear, or that are none: what is saved, what an investment comes to over years. */
const NOT_OF_PROJECT = /节[约省]|降低|减少|增加|下降|投资|概算|造价|合同|总价|损失|收入|产值/;
/** Costs of several years may be more than the money of one. */
const OF_ALL_YEARS = /总成本|总费用|总额|累计|全周期|总支出/;
/** So many times the money shows a wrong unit, of which other rules speak, and which of the two is not known. */
const OTHER_UNIT = 1000;

/** A cost, with the page that it stands on. */
interface Cost {
  readonly home: PlacedTable;
  readonly term: Term;
}

/**
 * What ties the costs among the indicators of a project to its money (`indicator-cost`, P7): none is more than all of
 * it, and three or more may make it up. That they do is believed where they add up to it, or would with one of them a
 * slip of the hand away: else they may be some of the costs, or parts of each other.
 */
export function costSums(tables: readonly PlacedIndicators[]): Between[] {
  const projects = tables.filter(({ isWhole }) => !isWhole);
  const forms = groupedBy(projects, ({ form }) => form);
  return [...projects.flatMap(limits), ...[...forms].flatMap(([form, pages]) => sumOfCosts(form, pages))];
}

function limits({ placed, form, indicators }: PlacedIndicators): Between[] {
  const isOtherForm = placed !== form && readProjectMoney(placed.table) !== undefined;
  if (isOtherForm) return [];
  return limitsIn(form.table, indicators).map((evaluation) => ({
    evaluation,
    tables: [form, placed],
    certain: true,
  }));
}

/** The same objects for as long as the form and the list are read the same. */
const limitsIn = rememberPair((form: Table, indicators: TableIndicators): readonly Evaluation[] => {
  const money = readProjectMoney(form);
  // The one list is of the year, the other of a longer time.
  if (!money || (bySection(indicators.entries).length > 1 && !money.ofWholePeriod)) return [];
  const total = { cell: money.cell, label: money.label };
  return indicators.entries.flatMap((entry) => {
    const term = costTerm(entry, money);
    if (!term || isOfOtherUnit(term, money)) return [];
    return relate(money, { ...ofCosts(total, [term]), comparison: 'at-least' });
  });
});

function sumOfCosts(form: PlacedTable, pages: readonly PlacedIndicators[]): Between[] {
  const money = readProjectMoney(form.table);
  if (!money || !pages.every(isOneList)) return [];
  const costs = pages.flatMap((page) => costsOn(page, money));
  if (costs.length < MIN_COSTS) return [];
  const terms = costs.map(({ term }) => term);
  const evaluation = relate(money, ofCosts({ cell: money.cell, label: money.label }, terms));
  return [
    {
      evaluation,
      tables: [form, ...costs.map(({ home }) => home)],
      certain: evaluation.standing !== 'broken' || slippedCosts(evaluation).length > 0,
    },
  ];
}

/** Costs of the whole period and those of the year do not belong into one sum. */
function isOneList({ indicators: { entries } }: PlacedIndicators): boolean {
  return entries.every(({ section }) => section === entries[0]?.section);
}

function costsOn({ placed, indicators }: PlacedIndicators, money: ProjectMoney): readonly Cost[] {
  return costsIn(indicators, money).map((term) => ({ home: placed, term }));
}

const costsIn = rememberPair(({ entries }: TableIndicators, money: ProjectMoney): readonly Term[] =>
  entries.flatMap((entry) => (NO_PART.test(entry.name) ? [] : (costTerm(entry, money) ?? []))),
);

/** The cost that an indicator sets as a limit. */
function costTerm(
  { name, level1, level2, measure, valueCell }: IndicatorEntry,
  money: ProjectMoney,
): Term | undefined {
  const [category] = (level2 ?? level1)?.categories ?? [];
  if (category !== '成本指标' && category !== '经济成本指标') return undefined;
  if (!measure || measure.operator === '≥' || measure.operator === '>') return undefined;
  if (NOT_OF_PROJECT.test(name) || (OF_ALL_YEARS.test(name) && !money.ofWholePeriod)) return undefined;
  const cell = valueCell && moneyCell(valueCell, measure.unit);
  return cell && { cell, label: name, factor: convert(new Money(1), cell.amount.unit, money.unit) };
}

function isOfOtherUnit({ cell, factor = new Money(1) }: Term, money: ProjectMoney): boolean {
  return cell.amount.value.times(factor).gte(money.cell.amount.value.times(OTHER_UNIT));
}

function ofCosts(total: Term, parts: readonly Term[]): SumRelation {
  return { rule: 'indicator-cost', total, parts, row: total.label, column: '' };
}

function relate(money: ProjectMoney, relation: SumRelation): Evaluation {
  return evaluate(relation, ({ cell }) =>
    roundingOf(cell === money.cell ? money.unit : cell.amount.unit, cell.amount.decimals),
  );
}

/** A limit in 元 is meant to the 元; one in 万元 stands for half of its last place more or less. */
function roundingOf(unit: AmountUnit | undefined, decimals: number): Rounding {
  return unit === '元' ? { decimals, exactDecimals: 0 } : { decimals };
}

/** The costs each of which, a slip of the hand away, would have all of them add up. */
export function slippedCosts(evaluation: Evaluation): readonly Term[] {
  return evaluation.relation.parts.filter(
    ({ cell }) =>
      cell.amount.value.toFixed().replace(/\D/g, '').length >= MIN_DIGITS &&
      slipOf(cell.amount, requiredValue(evaluation, cell)) !== undefined,
  );
}
