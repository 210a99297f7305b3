import {
  type Budget,
  basic,
  both,
  economicUnder,
  everything,
  fiscal,
  forProjects,
  fromSource,
  generalBudget,
  ofNature,
  spent,
  type Where,
} from '../../budget/budget.ts';
import { governmentCode, governmentName } from '../../budget/codes.ts';
import {
  BASIC_CLASSES,
  carriedForward,
  classRows,
  ECONOMIC_CLASSES,
  economicClassRows,
  governmentClassRows,
  spendingFoot,
} from '../abreast.ts';
import { economicRows, functionRows, type Shape, unitRows } from '../codedRows.ts';
import {
  amount,
  bySource,
  type ColumnSpec,
  group,
  line,
  type Measure,
  type RowSpec,
  words,
} from '../columns.ts';
import { type Entry, entryBlock, projectEntries, totalEntry } from '../entries.ts';
import type { Region } from '../region.ts';
import { block, fromAbove, named, type TableDraft, table } from '../tables.ts';
import {
  abroad,
  reception,
  threePublicExpenses,
  vehiclePurchase,
  vehicleRunning,
  vehicles,
} from '../threePublic.ts';

/** After hanzhong-2023: four blocks abreast under headings without figures, 其中 rows, all in 专项业务经费. */
export const shaanxi: Region = {
  name: 'shaanxi',
  sources: [
    ...(['general', 'general', 'superior', 'general', 'fund', 'business', 'special-account'] as const),
    ...(['operating', 'subsidiary', 'other', 'capital', 'carried-general', 'carried-other'] as const),
  ],
  tables: [
    incomeExpenditure,
    income,
    expenditure,
    fiscalIncomeExpenditure,
    byFunction,
    (budget, shape) => byEconomic(budget, shape, 'general-budget-expenditure', spent),
    basicByFunction,
    (budget, shape) => byEconomic(budget, shape, 'basic-expenditure', basic),
    projectExpenditure,
    threePublic,
  ],
};

const CARRIED = fromSource('carried-general', 'carried-other');

const FIGURES = [amount('预算数', everything)];

function incomeExpenditure(budget: Budget): TableDraft {
  const left: RowSpec[] = [
    line(1, '一、', '部门预算', null),
    line(2, '1、', '财政拨款', fromSource('general', 'fund', 'capital')),
    line(3, '(1)', '一般公共预算拨款', fromSource('general')),
    line(
      4,
      '其中：',
      '专项资金列入部门预算的项目',
      both(fromSource('general'), fromAbove(budget)),
      'of-which',
    ),
    line(3, '(2)', '政府性基金拨款', fromSource('fund')),
    line(3, '(3)', '国有资本经营预算收入', fromSource('capital')),
    line(2, '2、', '上级补助收入', fromSource('superior')),
    line(2, '3、', '事业收入', fromSource('business', 'special-account')),
    line(3, '其中：', '纳入财政专户管理的收费', fromSource('special-account'), 'of-which'),
    line(2, '4、', '事业单位经营收入', fromSource('operating')),
    line(2, '5、', '附属单位上缴收入', fromSource('subsidiary')),
    line(2, '6、', '其他收入', fromSource('other')),
    line(0, '', '本年收入合计', (atom) => !CARRIED(atom), 'annual-total'),
    line(1, '', '用事业基金弥补收支差额', () => false, 'balance'),
    line(1, '', '上年实户资金余额', () => false, 'balance'),
    line(1, '', '上年结转', CARRIED, 'balance'),
    line(0, '', '收入总计', everything, 'total'),
  ];
  return table('income-expenditure', '部门综合预算收支总表', [
    block(budget, named('项目'), FIGURES, left, 'none', '收入'),
    ...spendingBlocks(budget, everything, '部门预算'),
  ]);
}

function fiscalIncomeExpenditure(budget: Budget): TableDraft {
  const left: RowSpec[] = [
    line(1, '一、', '财政拨款', null),
    line(2, '1、', '一般公共预算拨款', fromSource('general')),
    line(
      3,
      '其中：',
      '专项资金列入部门预算的项目',
      both(fromSource('general'), fromAbove(budget)),
      'of-which',
    ),
    line(2, '2、', '政府性基金拨款', fromSource('fund')),
    line(2, '3、', '国有资本经营预算收入', fromSource('capital')),
    line(0, '', '本年收入合计', fromSource('general', 'fund', 'capital'), 'annual-total'),
    line(1, '', '上年结转', fromSource('carried-general'), 'balance'),
    line(0, '', '收入总计', fiscal, 'total'),
  ];
  return table('fiscal-income-expenditure', '部门综合预算财政拨款收支总表', [
    block(budget, named('项目'), FIGURES, left, 'none', '收入'),
    ...spendingBlocks(budget, fiscal, '财政拨款'),
  ]);
}

/** Spending by 类, by 部门经济分类 and by 政府经济分类, abreast. */
function spendingBlocks(budget: Budget, scope: Where, heading: string) {
  const inYear = both(scope, spent);
  const foot = spendingFoot(
    scope,
    carriedForward(scope),
    line(1, '', '未安排支出的实户资金', () => false, 'balance'),
  );
  const head = line(1, '一、', heading, null);
  const byNature = [
    line(2, '1、', '人员经费和公用经费支出', both(inYear, basic)),
    ...economicClassRows(BASIC_CLASSES, both(inYear, basic), 3, bracketed),
    line(2, '2、', '专项业务经费支出', both(inYear, forProjects)),
    ...economicClassRows(ECONOMIC_CLASSES, both(inYear, forProjects), 3, bracketed),
    ...['上缴上级支出', '事业单位经营支出', '对附属单位补助支出'].map((label, index) =>
      line(2, `${index + 3}、`, label, () => false),
    ),
  ];
  const government = governmentClassRows(budget, inYear, (index) => `${index}、`, 2);
  return [
    { label: '支出功能分类科目（按大类）', rows: classRows(budget, inYear, 'digits', 2) },
    { label: '部门预算支出经济分类科目（按大类）', rows: byNature },
    { label: '政府预算支出经济分类科目（按大类）', rows: government },
  ].map(({ label, rows }) => block(budget, named(label), FIGURES, [head, ...rows, ...foot], 'none', '支出'));
}

const bracketed = (index: number) => `(${index})`;

function income(budget: Budget, shape: Shape): TableDraft {
  const columns = [
    amount('总计', everything),
    group(
      '财政拨款',
      ...bySource(
        ['一般公共预算拨款', 'general'],
        ['政府性基金拨款', 'fund'],
        ['国有资本经营预算收入', 'capital'],
      ),
    ),
    ...bySource(
      ['上级补助收入', 'superior'],
      ['事业收入', 'business', 'special-account'],
      ['事业单位经营收入', 'operating'],
      ['附属单位上缴收入', 'subsidiary'],
      ['其他收入', 'other'],
      ['用事业基金弥补收支差额'],
      ['上年实户资金余额'],
      ['上年结转', 'carried-general', 'carried-other'],
    ),
  ];
  const rows = unitRows(budget, everything, shape);
  return table('income', '部门综合预算收入总表', [block(budget, BY_UNIT, columns, rows)]);
}

const BY_UNIT = { code: '单位编码', label: '单位名称' };

const NATURE_COLUMNS: readonly ColumnSpec[] = [
  amount('合计', everything),
  amount('人员经费支出', ofNature('personnel')),
  amount('公用经费支出', ofNature('operating')),
];

const SPECIAL = amount('专项业务经费支出', forProjects);

function expenditure(budget: Budget, shape: Shape): TableDraft {
  const rows = unitRows(budget, spent, shape);
  const blocks = [block(budget, BY_UNIT, [...NATURE_COLUMNS, SPECIAL, words('备注')], rows)];
  return table('expenditure', '部门综合预算支出总表', blocks);
}

function byFunction(budget: Budget, shape: Shape): TableDraft {
  const stub = { code: '功能科目编码', label: '功能科目名称' };
  const columns = [...NATURE_COLUMNS, SPECIAL, words('备注')];
  const rows = functionRows(budget, both(generalBudget, spent), shape);
  const title = '部门综合预算一般公共预算支出明细表（按支出功能分类科目）';
  return table('general-budget-expenditure', title, [block(budget, stub, columns, rows, 'functional')]);
}

function basicByFunction(budget: Budget, shape: Shape): TableDraft {
  const stub = { code: '功能科目编码', label: '功能科目名称' };
  const rows = functionRows(budget, both(generalBudget, basic), shape);
  const blocks = [block(budget, stub, [...NATURE_COLUMNS, words('备注')], rows, 'functional')];
  return table('basic-expenditure', '部门综合预算一般公共预算基本支出明细表（按支出功能分类科目）', blocks);
}

/** 部门经济科目 and beside each the 政府经济科目 that it goes to: two codes a row. */
function byEconomic(budget: Budget, shape: Shape, role: TableDraft['role'], scope: Where): TableDraft {
  const stub = { code: '部门经济科目编码', label: '部门经济科目名称' };
  const government =
    (of: (code: string) => string): Measure =>
    ([atom], kind) =>
      atom === undefined || kind === 'total' ? null : of(governmentCode(atom.economic, budget.institution));
  const columns = [
    words(
      '政府经济科目编码',
      government((code) => code),
    ),
    words('政府经济科目名称', government(governmentName)),
    ...NATURE_COLUMNS,
    ...(scope === basic ? [] : [SPECIAL]),
    words('备注'),
  ];
  const rows = economicRows(budget, both(generalBudget, scope), { ...shape, levels: 'items' });
  const title =
    scope === basic
      ? '部门综合预算一般公共预算基本支出明细表（按支出经济分类科目）'
      : '部门综合预算一般公共预算支出明细表（按支出经济分类科目）';
  return table(role, title, [block(budget, stub, columns, rows, 'economic')]);
}

/** The body's code stands on the first of its projects alone. */
function projectExpenditure(budget: Budget, shape: Shape): TableDraft {
  const projects = projectEntries(budget, everything);
  const entries = projects.map(({ code: _, ...entry }, index): Entry => {
    const body = budget.bodies[entry.body];
    const first = entry.body !== projects[index - 1]?.body;
    return first && body !== undefined ? { ...entry, code: body.code } : entry;
  });
  const rows = shape.total === 'none' ? entries : [...entries, totalEntry(shape.totalLabel, entries, false)];
  const stub = { code: '单位编码', label: '单位（项目）名称' };
  const columns = [amount('项目金额', everything), words('项目简介')];
  return table('project-expenditure', '部门综合预算专项业务经费支出表', [
    entryBlock(stub, columns, rows, 'none'),
  ]);
}

/** 会议费 and 培训费 stand beside the three and are no part of them. */
function threePublic(budget: Budget): TableDraft {
  const both302 = (code: string) => both(generalBudget, economicUnder(code));
  const columns = [
    group(
      '“三公”经费',
      amount('小计', threePublicExpenses),
      amount('因公出国（境）费用', abroad),
      amount('公务接待费', reception),
      group(
        '公务用车购置及运行维护费',
        amount('小计', vehicles),
        amount('公务用车购置费', vehiclePurchase),
        amount('公务用车运行维护费', vehicleRunning),
      ),
    ),
    amount('会议费', both302('30215')),
    amount('培训费', both302('30216')),
  ];
  const bodies = budget.bodies.map(
    ({ code, name }, index): RowSpec => ({ ...line(1, '', name, (atom) => atom.body === index), code }),
  );
  const rows = bodies.length > 1 ? [...bodies, line(0, '', '合计', everything, 'total')] : bodies;
  const title = '部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表';
  return table('three-public', title, [block(budget, BY_UNIT, columns, rows)]);
}
