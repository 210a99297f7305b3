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
  spent,
  type Where,
} from '../../budget/budget.ts';
import { economicName } from '../../budget/codes.ts';
import { distinct } from '../../lists.ts';
import { carriedForward, chineseNumber, classRows, governmentClassRows, spendingFoot } from '../abreast.ts';
import { economicRows, functionRows, type Shape } from '../codedRows.ts';
import { amount, blank, bySource, type ColumnSpec, group, line, type RowSpec, words } from '../columns.ts';
import { entryBlock, projectEntries, purchaseEntries, quantityColumn, totalEntry } from '../entries.ts';
import type { Region } from '../region.ts';
import { block, named, type TableDraft, table } from '../tables.ts';
import {
  abroad,
  reception,
  threePublicExpenses,
  vehiclePurchase,
  vehicleRunning,
  vehicles,
} from '../threePublic.ts';

/** After hetang-2022: 类|款|项 over columns of their own, wide tables of 项 by economic 款, sub-items without numbering. */
export const hunan: Region = {
  name: 'hunan',
  sources: [
    'general',
    'general',
    'general',
    'fund',
    'special-account',
    'other',
    'carried-general',
    'carried-other',
  ],
  tables: [
    incomeExpenditure,
    income,
    expenditure,
    (budget, shape) => detail(budget, shape, '工资福利支出', '301'),
    (budget, shape) => detail(budget, shape, '商品和服务支出', '302', '310'),
    (budget, shape) => detail(budget, shape, '对个人和家庭的补助', '303'),
    fiscalIncomeExpenditure,
    generalBudgetExpenditure,
    basicExpenditure,
    basicByEconomic,
    governmentFund,
    projectExpenditure,
    threePublic,
    procurement,
  ],
};

const STUB = { code: '科目编码', label: '科目名称', group: '功能科目' };

const FIGURES = [amount('本年预算', everything)];

const CARRIED = fromSource('carried-general', 'carried-other');

function incomeExpenditure(budget: Budget): TableDraft {
  const left: RowSpec[] = [
    line(1, '一、', '财政预算全额拨款', fromSource('general')),
    line(1, '二、', '财政预算定额补助', () => false),
    line(1, '三、', '纳入财政预算管理的非税收入拨款', fromSource('fund')),
    line(2, '', '政府性基金拨款', fromSource('fund')),
    line(2, '', '专项收入拨款', () => false),
    line(2, '', '其他各项收入拨款', () => false),
    line(1, '四、', '财政专户管理的非税收入拨款', fromSource('special-account')),
    line(1, '五、', '其他收入', fromSource('other')),
    line(0, '', '本年收入合计', (atom) => !CARRIED(atom), 'annual-total'),
    line(1, '六、', '上年结转', CARRIED, 'balance'),
    line(0, '', '收入总计', everything, 'total'),
  ];
  const foot = spendingFoot(everything, carriedForward(everything));
  const inYear: Where = spent;
  const blocks = [
    { label: '项目', rows: classRows(budget, inYear, 'chinese', 1) },
    { label: '项目(按部门预算经济分类)', rows: byNature(inYear) },
    {
      label: '项目(按政府预算经济分类)',
      rows: governmentClassRows(budget, inYear, (index) => `${chineseNumber(index)}、`, 1),
    },
  ];
  return table('income-expenditure', '部门收支总表', [
    block(budget, named('项目'), FIGURES, left, 'none', '收入'),
    ...blocks.map(({ label, rows }) =>
      block(budget, named(label), FIGURES, [...rows, ...foot], 'none', '支出'),
    ),
  ]);
}

/** 基本支出 and 项目支出 with their kinds below them, which have no numbering. */
function byNature(scope: Where): RowSpec[] {
  const under = (nature: Where, label: string, ...classes: readonly string[]) =>
    line(2, '', label, both(both(scope, nature), economicUnder(...classes)));
  return [
    line(1, '一、', '基本支出', both(scope, basic)),
    under(basic, '工资福利支出', '301'),
    under(basic, '商品和服务支出', '302', '310'),
    under(basic, '对个人和家庭的补助', '303'),
    line(2, '', '业务性商品和服务支出', () => false),
    line(1, '二、', '项目支出', both(scope, forProjects)),
    under(forProjects, '对个人和家庭的补助', '303'),
    under(forProjects, '专项商品和服务支出', '302'),
    under(forProjects, '对企事业单位的补贴', '312'),
    line(2, '', '债务利息支出', () => false),
    under(forProjects, '其他资本性支出', '310'),
    line(2, '', '其他支出', () => false),
  ];
}

const SOURCE_COLUMNS: readonly ColumnSpec[] = [
  ...bySource(['财政预算全额拨款', 'general'], ['财政预算定额补助']),
  group(
    '纳入财政预算管理的非税收入拨款',
    ...bySource(['合计', 'fund'], ['政府性基金拨款', 'fund'], ['专项收入拨款'], ['其他各项收入拨款']),
  ),
  ...bySource(
    ['财政专户管理的非税收入拨款', 'special-account'],
    ['其他收入', 'other'],
    ['上年结转', 'carried-general', 'carried-other'],
  ),
];

function income(budget: Budget, shape: Shape): TableDraft {
  const columns = [amount('总计', everything), ...SOURCE_COLUMNS];
  const rows = functionRows(budget, everything, shape);
  const stub = { ...STUB, group: '科目' };
  return table('income', '部门收入总体情况表', [block(budget, stub, columns, rows, 'functional')]);
}

const NATURE_COLUMNS: readonly ColumnSpec[] = [
  amount('总计', everything),
  group(
    '基本支出',
    amount('合计', basic),
    amount('工资福利支出', both(basic, economicUnder('301'))),
    amount('一般商品和服务支出', both(basic, economicUnder('302', '310'))),
    amount('对个人和家庭的补助', both(basic, economicUnder('303'))),
  ),
  group(
    '项目支出',
    amount('合计', forProjects),
    amount('商品和服务支出', both(forProjects, economicUnder('302'))),
    amount('对个人和家庭的补助', both(forProjects, economicUnder('303'))),
    blank('债务利息及费用支出'),
    amount('资本性支出', both(forProjects, economicUnder('310'))),
    amount('对企业补助', both(forProjects, economicUnder('312'))),
    blank('其他支出'),
  ),
];

function expenditure(budget: Budget, shape: Shape): TableDraft {
  const rows = functionRows(budget, spent, shape);
  return table('expenditure', '部门支出总表（按部门预算经济分类）', [
    block(budget, STUB, NATURE_COLUMNS, rows, 'functional'),
  ]);
}

function governmentFund(budget: Budget, shape: Shape): TableDraft {
  const scope = both(fromSource('fund'), spent);
  const rows = functionRows(budget, scope, shape);
  const notes = budget.atoms.some(scope) ? [] : ['本表无数据'];
  const blocks = [block(budget, STUB, NATURE_COLUMNS, rows, 'functional')];
  return table('government-fund', '政府性基金预算支出情况表（按部门预算经济分类）', blocks, ...notes);
}

/** 项 as rows and the 款 of one or two 类 as columns: a column for each 款 there may be, most of them empty. */
function detail(budget: Budget, shape: Shape, title: string, ...classes: readonly string[]): TableDraft {
  const scope = both(both(generalBudget, basic), economicUnder(...classes));
  const listed = classes.flatMap((code) => LISTED[code] ?? []);
  const used = distinct(budget.atoms.filter(scope).map((atom) => atom.economic));
  const codes = distinct([...listed, ...used]).sort();
  const columns = [
    amount('总计', everything),
    ...codes.map((code) => amount(economicName(code), economicUnder(code))),
  ];
  const rows = functionRows(budget, scope, { ...shape, levels: 'items' });
  return table('basic-expenditure', `一般公共预算基本支出预算明细表-${title}（按部门预算经济分类）`, [
    block(budget, STUB, columns, rows, 'functional'),
  ]);
}

const LISTED: Readonly<Record<string, readonly string[]>> = {
  '301': ['30101', '30102', '30103', '30107', '30108', '30109', '30110', '30113', '30199'],
  '302': ['30201', '30202', '30205', '30206', '30207', '30211', '30213', '30215', '30216', '30217', '30231'],
  '303': ['30301', '30302', '30305', '30399'],
};

function fiscalIncomeExpenditure(budget: Budget): TableDraft {
  const left: RowSpec[] = [
    line(1, '一、', '财政预算全额拨款', fromSource('general')),
    line(1, '二、', '财政预算定额补助', () => false),
    line(1, '三、', '纳入财政预算管理的非税收入拨款', fromSource('fund')),
    line(2, '', '行政事业性收费拨款', () => false),
    line(2, '', '政府性基金拨款', fromSource('fund')),
    line(2, '', '罚没收入拨款', () => false),
    line(0, '', '本年收入合计', fromSource('general', 'fund'), 'annual-total'),
    line(1, '四、', '上年结转', fromSource('carried-general'), 'balance'),
    line(0, '', '收入总计', fiscal, 'total'),
  ];
  const inYear = both(fiscal, spent);
  const right = [...classRows(budget, inYear, 'chinese', 1), ...spendingFoot(fiscal, carriedForward(fiscal))];
  const columns = [
    amount('合计', everything),
    amount('财政预算全额拨款', generalBudget),
    blank('财政预算定额补助'),
    amount('政府性基金拨款', fromSource('fund')),
  ];
  return table('fiscal-income-expenditure', '财政拨款收支总体情况表', [
    block(budget, named('项目'), FIGURES, left, 'none', '收入'),
    block(budget, named('项目'), columns, right, 'none', '支出'),
  ]);
}

function generalBudgetExpenditure(budget: Budget, shape: Shape): TableDraft {
  const columns = [amount('合计', everything), amount('基本支出', basic), amount('项目支出', forProjects)];
  const rows = functionRows(budget, both(generalBudget, spent), shape);
  const blocks = [block(budget, STUB, columns, rows, 'functional')];
  return table('general-budget-expenditure', '一般公共预算支出情况表', blocks);
}

function basicExpenditure(budget: Budget, shape: Shape): TableDraft {
  const columns = [
    group(
      '基本支出',
      amount('合计', everything),
      amount('工资福利支出', economicUnder('301')),
      amount('一般商品和服务支出', economicUnder('302', '310')),
      amount('对个人和家庭的补助', economicUnder('303')),
      blank('业务性商品和服务支出'),
    ),
  ];
  const rows = functionRows(budget, both(generalBudget, basic), shape);
  return table('basic-expenditure', '一般公共预算基本支出情况表', [
    block(budget, STUB, columns, rows, 'functional'),
  ]);
}

function basicByEconomic(budget: Budget, shape: Shape): TableDraft {
  const stub = { code: '科目编码', label: '科目名称', group: '经济科目' };
  const rows = economicRows(budget, both(generalBudget, basic), shape);
  const blocks = [block(budget, stub, [amount('本年预算', everything)], rows, 'economic')];
  return table('basic-expenditure', '一般公共预算基本支出情况表（按经济分类）', blocks);
}

function projectExpenditure(budget: Budget): TableDraft {
  const columns = [words('单位名称'), amount('总计', everything), ...SOURCE_COLUMNS];
  const entries = projectEntries(budget, everything).map(({ code: _, ...entry }) => entry);
  const rows = [totalEntry('合计', entries, false), ...entries];
  return table('project-expenditure', '项目支出预算表', [
    entryBlock(named('项目名称'), columns, rows, 'none'),
  ]);
}

function threePublic(budget: Budget): TableDraft {
  const columns = [
    group(
      '“三公”经费预算数（一般公共预算拨款）',
      amount('小计', threePublicExpenses),
      amount('公务接待费', reception),
      amount('公务用车购置及运行费', vehicles),
      group(
        '其中：',
        amount('公务用车购置费', vehiclePurchase),
        amount('公务用车运行维护费', vehicleRunning),
      ),
      amount('因公出国（境）费', abroad),
    ),
  ];
  const rows = budget.bodies.map(({ name }, index) => line(1, '', name, (atom) => atom.body === index));
  return table(
    'three-public',
    '一般公共预算“三公”经费预算表',
    [block(budget, named('单位名称'), columns, rows)],
    '说明：1、本表公开内容为支出的“三公”经费预算一般公共预算拨款安排情况；',
    '2、一般公共预算拨款包括经费拨款和纳入一般公共预算管理的非税收入拨款。',
  );
}

function procurement(budget: Budget): TableDraft {
  const columns = [
    ...[words('采购项目名称'), words('采购目录名称'), quantityColumn('采购数量'), words('计量单位')],
    amount('采购项目总投资', everything),
    group(
      '资金来源',
      amount('总计', everything),
      group(
        '一般公共预算拨款',
        ...bySource(
          ['财政预算全额拨款', 'general'],
          ['财政预算定额补助'],
          ['纳入财政预算管理的非税收入拨款'],
        ),
      ),
      ...bySource(
        ['政府性基金拨款', 'fund'],
        ['财政专户管理的非税收入拨款', 'special-account'],
        ['上年结转', 'carried-general', 'carried-other'],
        ['其他资金', 'other'],
      ),
    ),
    words('备注'),
  ];
  const entries = purchaseEntries(budget, budget.purchases);
  const rows = [totalEntry('合计', entries, false), ...entries];
  const stub = { code: '科目编码', label: '单位名称', group: '功能科目' };
  return table('procurement', '政府采购预算表', [entryBlock(stub, columns, rows, 'functional')]);
}
