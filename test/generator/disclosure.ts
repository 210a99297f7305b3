import type { Budget } from './budget/budget.ts';
import { makeBudget } from './budget/makeBudget.ts';
import type { BudgetPlan } from './budget/plan.ts';
import type { Shape } from './layouts/codedRows.ts';
import type { Region } from './layouts/region.ts';
import type { TableDraft } from './layouts/tables.ts';
import type {
  Fen,
  ModelBlock,
  ModelColumn,
  ModelDisclosure,
  ModelTable,
  Role,
  Stage,
  Unit,
} from './model.ts';
import { proseOf } from './prose.ts';

/**
 * What is printed of the exact amounts:
 * - `exact`: 万元 with two decimals, every amount a multiple of 0.01 万元
 * - `yuan`: whole 元, every amount a multiple of 1 元
 * - `cents`: 元 with two decimals, which shows every 分
 * - `fine`: 万元 with six decimals, which shows every 分
 * - `independent`: 万元 with two decimals, every figure rounded by itself, so that sums are off by a few
 * - `mixed`: whole 元, and “三公”经费 and lists in 万元, every figure rounded by itself
 */
export type Rounding = 'exact' | 'yuan' | 'cents' | 'fine' | 'independent' | 'mixed';

const QUANTA: Readonly<Record<Rounding, Fen>> = {
  exact: 1_00_00,
  yuan: 100,
  cents: 1,
  fine: 1,
  independent: 1,
  mixed: 1,
};

/** What a title has before its words: nothing, the year, the organ, or both. */
export type TitleForm = 'bare' | 'year' | 'organ' | 'organ-year';

/** All that a model follows from. */
export interface DisclosurePlan {
  readonly budget: BudgetPlan;
  readonly region: Region;
  readonly shape: Shape;
  readonly rounding: Rounding;
  readonly stage: Stage;
  readonly titles: TitleForm;
  /** Which of the region's tables are published; goes round. */
  readonly published: readonly boolean[];
  readonly prose: boolean;
}

/** The disclosure that a plan describes. */
export function makeDisclosure(plan: DisclosurePlan): ModelDisclosure {
  const { region, shape, stage } = plan;
  const budget = makeBudget(plan.budget, region.sources, QUANTA[plan.rounding]);
  const published = region.tables.filter((_, index) => plan.published[index % plan.published.length] ?? true);
  const builders = published.length === 0 ? region.tables.slice(0, 1) : published;
  return {
    year: budget.year,
    organ: budget.organ,
    kind: budget.kind,
    stage,
    paragraphs: plan.prose ? proseOf(budget, stage) : [],
    tables: builders.map((build) => staged(finish(build(budget, shape), budget, plan), stage)),
  };
}

function finish(draft: TableDraft, budget: Budget, plan: DisclosurePlan): ModelTable {
  const unit = unitOf(draft.role, plan.rounding);
  const decimals = plan.rounding === 'fine' ? 6 : unit === '万元' || plan.rounding === 'cents' ? 2 : 0;
  const year = `${budget.year}年`;
  const before = { bare: '', year, organ: budget.organ, 'organ-year': budget.organ + year }[plan.titles];
  return { ...draft, title: before + draft.title, year: budget.year, unit, decimals };
}

const IN_WAN_OF_MIXED: readonly Role[] = ['three-public', 'procurement', 'purchased-services'];

function unitOf(role: Role, rounding: Rounding): Unit {
  if (rounding === 'mixed') return IN_WAN_OF_MIXED.includes(role) ? '万元' : '元';
  return rounding === 'yuan' || rounding === 'cents' ? '元' : '万元';
}

/** 决算 says 决算 where 预算 says 预算 of its own tables; 一般公共预算 and its like keep their names. */
function staged(table: ModelTable, stage: Stage): ModelTable {
  if (stage === '预算') return table;
  return { ...table, title: asFinal(table.title), blocks: table.blocks.map(finalBlock) };
}

function finalBlock(block: ModelBlock): ModelBlock {
  return { ...block, columns: block.columns.map(finalColumn) };
}

function finalColumn(column: ModelColumn): ModelColumn {
  return { ...column, label: asFinal(column.label), children: column.children.map(finalColumn) };
}

function asFinal(text: string): string {
  return text.replace(/预算(?=数|总表|明细表|表)/g, '决算').replace(/本年预算$/, '本年决算');
}
