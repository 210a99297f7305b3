import {
  type Atom,
  type Budget,
  basic,
  both,
  everything,
  fiscal,
  forProjects,
  fromSource,
  generalBudget,
  ofNature,
  spent,
  type Where,
} from '../../budget/budget.ts';
import { carriedForward, chineseNumber, classRows, spendingFoot } from '../abreast.ts';
import { economicRows, functionRows, type Shape } from '../codedRows.ts';
import {
  amount,
  blank,
  bySource,
  type ColumnSpec,
  change,
  changeRatio,
  group,
  line,
  prior,
} from '../columns.ts';
import { entryBlock, projectEntries, totalEntry } from '../entries.ts';
import type { Region } from '../region.ts';
import { BY_ECONOMIC, BY_FUNCTION, block, named, type TableDraft, table } from '../tables.ts';
import {
  abroad,
  reception,
  threePublicExpenses,
  vehiclePurchase,
  vehicleRunning,
  vehicles,
} from '../threePublic.ts';

/**
 * The tables of central departments (rules §1.3), which no seed has: last year beside this one, and the
 * change in amount and in percent.
 */
export const central: Region = {
  name: 'central',
  sources: [
    ...(['general', 'general', 'carried-general', 'general', 'business', 'other', 'fund'] as const),
    ...(['special-account', 'operating', 'superior', 'subsidiary', 'capital', 'carried-other'] as const),
  ],
  tables: [
    incomeExpenditure,
    income,
    expenditure,
    fiscalIncomeExpenditure,
    generalBudgetExpenditure,
    basicExpenditure,
    threePublic,
    (budget, shape) => ofBudget(budget, shape, 'government-fund', '政府性基金预算支出表', 'fund'),
    (budget, shape) => ofBudget(budget, shape, 'state-capital', '国有资本经营预算支出表', 'capital'),
    projectExpenditure,
  ],
};

const FIGURES = [amount('预算数', everything)];

const CARRIED = fromSource('carried-general', 'carried-other');

const INCOME = [
  ['一般公共预算拨款收入', 'general'],
  ['政府性基金预算拨款收入', 'fund'],
  ['国有资本经营预算拨款收入', 'capital'],
  ['财政专户管理资金收入', 'special-account'],
  ['事业收入', 'business'],
  ['事业单位经营收入', 'operating'],
  ['上级补助收入', 'superior'],
  ['附属单位上缴收入', 'subsidiary'],
  ['其他收入', 'other'],
] as const;

function incomeExpenditure(budget: Budget): TableDraft {
  const left = [
    ...INCOME.map(([label, source], index) =>
      line(1, `${chineseNumber(index + 1)}、`, label, fromSource(source)),
    ),
    line(0, '', '本年收入合计', (atom) => !CARRIED(atom), 'annual-total'),
    line(1, '', '使用非财政拨款结余', () => false, 'balance'),
    line(1, '', '上年结转', CARRIED, 'balance'),
    line(0, '', '收入总计', everything, 'total'),
  ];
  const right = [
    ...classRows(budget, spent, 'chinese', 1, true),
    ...spendingFoot(everything, carriedForward(everything)),
  ];
  return table('income-expenditure', '部门收支总表', [
    block(budget, named('项目'), FIGURES, left, 'none', '收入'),
    block(budget, named('项目'), FIGURES, right, 'none', '支出'),
  ]);
}

function fiscalIncomeExpenditure(budget: Budget): TableDraft {
  const kinds = INCOME.slice(0, 3).map(([label]) => label.replace('收入', ''));
  const below = (...sources: readonly Where[]) =>
    kinds.map((label, index) =>
      line(2, `（${chineseNumber(index + 1)}）`, label, sources[index] ?? (() => false)),
    );
  const left = [
    line(1, '一、', '本年收入', fromSource('general', 'fund', 'capital')),
    ...below(fromSource('general'), fromSource('fund'), fromSource('capital')),
    line(1, '二、', '上年结转', fromSource('carried-general')),
    ...below(fromSource('carried-general')),
    line(0, '', '收入总计', fiscal, 'total'),
  ];
  const inYear = both(fiscal, spent);
  const right = [
    line(1, '一、', '本年支出', inYear),
    ...classRows(budget, inYear, 'bare', 2, true),
    line(1, '二、', '结转下年', (atom) => fiscal(atom) && !spent(atom)),
    line(0, '', '支出总计', fiscal, 'total'),
  ];
  const columns = [
    amount('合计', everything),
    amount('一般公共预算财政拨款', generalBudget),
    amount('政府性基金预算财政拨款', fromSource('fund')),
    amount('国有资本经营预算财政拨款', fromSource('capital')),
  ];
  return table('fiscal-income-expenditure', '财政拨款收支总表', [
    block(budget, named('项目'), FIGURES, left, 'none', '收入'),
    block(budget, named('项目'), columns, right, 'none', '支出'),
  ]);
}

function income(budget: Budget, shape: Shape): TableDraft {
  const columns = [
    amount('合计', everything),
    amount('上年结转', CARRIED),
    ...bySource(...INCOME),
    blank('使用非财政拨款结余'),
  ];
  const rows = functionRows(budget, everything, shape);
  return table('income', '部门收入总表', [block(budget, BY_FUNCTION, columns, rows, 'functional')]);
}

const BY_NATURE: readonly ColumnSpec[] = [
  amount('合计', everything),
  amount('基本支出', basic),
  amount('项目支出', forProjects),
];

function expenditure(budget: Budget, shape: Shape): TableDraft {
  const columns = [...BY_NATURE, ...['上缴上级支出', '事业单位经营支出', '对附属单位补助支出'].map(blank)];
  const rows = functionRows(budget, spent, shape);
  return table('expenditure', '部门支出总表', [block(budget, BY_FUNCTION, columns, rows, 'functional')]);
}

function generalBudgetExpenditure(budget: Budget, shape: Shape): TableDraft {
  const { year } = budget;
  const columns = [
    prior(`${year - 1}年执行数`, everything),
    group(
      `${year}年预算数`,
      amount('小计', everything),
      amount('基本支出', basic),
      amount('项目支出', forProjects),
    ),
    group(
      `${year}年预算数比${year - 1}年执行数`,
      change('增减额', everything),
      changeRatio('增减%', everything),
    ),
  ];
  const rows = functionRows(budget, both(generalBudget, spent), shape);
  const blocks = [block(budget, BY_FUNCTION, columns, rows, 'functional')];
  return table('general-budget-expenditure', '一般公共预算支出表', blocks);
}

function basicExpenditure(budget: Budget, shape: Shape): TableDraft {
  const columns = [
    group(
      `${budget.year}年基本支出`,
      amount('合计', everything),
      amount('人员经费', ofNature('personnel')),
      amount('公用经费', ofNature('operating')),
    ),
  ];
  const rows = economicRows(budget, both(generalBudget, basic), shape);
  const blocks = [block(budget, BY_ECONOMIC, columns, rows, 'economic')];
  return table('basic-expenditure', '一般公共预算基本支出表', blocks);
}

/** The same six columns for last year and for this one, in a single row. */
function threePublic(budget: Budget): TableDraft {
  const columns = (measure: (label: string, where: Where) => ColumnSpec) => [
    measure('合计', threePublicExpenses),
    measure('因公出国（境）费', abroad),
    group(
      '公务用车购置及运行费',
      measure('小计', vehicles),
      measure('公务用车购置费', vehiclePurchase),
      measure('公务用车运行费', vehicleRunning),
    ),
    measure('公务接待费', reception),
  ];
  const years = [
    group(`${budget.year - 1}年预算数`, ...columns(prior)),
    group(`${budget.year}年预算数`, ...columns(amount)),
  ];
  const rows = [line(1, '', budget.organ, everything)];
  const blocks = [block(budget, named('单位名称'), years, rows)];
  return table('three-public', '一般公共预算“三公”经费支出表', blocks);
}

function ofBudget(
  budget: Budget,
  shape: Shape,
  role: TableDraft['role'],
  title: string,
  source: Atom['source'],
): TableDraft {
  const scope = both(fromSource(source), spent);
  const rows = functionRows(budget, scope, shape);
  const kind = title.replace('支出表', '');
  const notes = budget.atoms.some(scope)
    ? []
    : [`注：${budget.organ}没有使用${kind}安排的支出，故本表无数据。`];
  return table(role, title, [block(budget, BY_FUNCTION, BY_NATURE, rows, 'functional')], ...notes);
}

function projectExpenditure(budget: Budget): TableDraft {
  const columns = [amount('合计', everything), ...bySource(...INCOME), amount('上年结转', CARRIED)];
  const entries = projectEntries(budget, everything).map(({ code: _, ...entry }) => entry);
  const rows = [...entries, totalEntry('合计', entries, false)];
  return table('project-expenditure', '项目支出表', [entryBlock(named('项目名称'), columns, rows, 'none')]);
}
