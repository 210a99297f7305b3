import {
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
  sumWhere,
  type Where,
} from '../../budget/budget.ts';
import { carriedForward, chineseNumber, classRows, spendingFoot } from '../abreast.ts';
import { economicRows, functionRows, governmentRows, type Shape } from '../codedRows.ts';
import {
  amount,
  blank,
  bySource,
  type ColumnSpec,
  changeRatio,
  fillRows,
  group,
  line,
  prior,
  type RowSpec,
  share,
  words,
} from '../columns.ts';
import type { Region } from '../region.ts';
import { BY_FUNCTION, block, fromAbove, named, type TableDraft, table } from '../tables.ts';
import { EXPENSE_ROWS } from '../threePublic.ts';

/** After guiyang-2022: sources of money as the columns of 收入总表 and of 支出总表 alike, numbered headings. */
export const guiyang: Region = {
  name: 'guiyang',
  sources: [
    ...(['general', 'general', 'carried-other', 'general', 'fund', 'special-account', 'business'] as const),
    ...(['operating', 'superior', 'subsidiary', 'other', 'capital', 'carried-general'] as const),
  ],
  tables: [
    incomeExpenditure,
    income,
    expenditure,
    fiscalIncomeExpenditure,
    (budget, shape) =>
      spending(budget, shape, 'general-budget-expenditure', '一般公共预算支出情况表', generalBudget),
    basicByDepartment,
    basicByGovernment,
    threePublic,
    (budget, shape) =>
      spending(budget, shape, 'government-fund', '政府性基金预算支出情况表', fromSource('fund')),
    transferPayment,
    (budget, shape) =>
      spending(budget, shape, 'state-capital', '国有资本经营预算支出情况表', fromSource('capital')),
  ],
};

const CARRIED = fromSource('carried-general', 'carried-other');

const FISCAL_INCOME: readonly RowSpec[] = [
  line(1, '一、', '一般公共预算财政拨款收入', fromSource('general')),
  line(1, '二、', '政府性基金预算财政拨款收入', fromSource('fund')),
  line(1, '三、', '国有资本经营预算财政拨款收入', fromSource('capital')),
];

const INCOME: readonly RowSpec[] = [
  ...FISCAL_INCOME,
  line(1, '四、', '财政专户管理资金收入', fromSource('special-account')),
  line(1, '五、', '事业收入', fromSource('business')),
  line(1, '六、', '事业单位经营收入', fromSource('operating')),
  line(1, '七、', '上级补助收入', fromSource('superior')),
  line(1, '八、', '附属单位上缴收入', fromSource('subsidiary')),
  line(1, '九、', '其他收入', fromSource('other')),
  line(0, '', '本年收入合计', (atom) => !CARRIED(atom), 'annual-total'),
  line(1, '十、', '上年结转', CARRIED, 'balance'),
  line(0, '', '收入总计', everything, 'total'),
];

function incomeExpenditure(budget: Budget): TableDraft {
  const expenses = classRows(budget, spent, 'chinese', 1);
  const foot = spendingFoot(everything, carriedForward(everything, nextNumber(expenses)));
  const figures = [amount('预算数', everything)];
  return table('income-expenditure', '部门收支总体情况表', [
    block(budget, named('项目'), figures, INCOME, 'none', '收入'),
    block(budget, named('支出功能分类'), figures, [...expenses, ...foot], 'none', '支出'),
  ]);
}

const nextNumber = (rows: readonly RowSpec[]) => `${chineseNumber(rows.length + 1)}、`;

function fiscalIncomeExpenditure(budget: Budget): TableDraft {
  const rows = [
    ...FISCAL_INCOME,
    line(0, '', '本年收入合计', fromSource('general', 'fund', 'capital'), 'annual-total'),
    line(1, '四、', '上年结转', fromSource('carried-general'), 'balance'),
    line(0, '', '收入总计', fiscal, 'total'),
  ];
  const expenses = classRows(budget, both(fiscal, spent), 'chinese', 1);
  const foot = spendingFoot(fiscal, carriedForward(fiscal, nextNumber(expenses)));
  const figures = [amount('预算数', everything)];
  return table('fiscal-income-expenditure', '财政拨款收支总体情况表', [
    block(budget, named('项目'), figures, rows, 'none', '收入'),
    block(budget, named('支出功能分类'), figures, [...expenses, ...foot], 'none', '支出'),
  ]);
}

function income(budget: Budget, shape: Shape): TableDraft {
  const columns = [
    amount('收入总计', everything),
    ...bySource(
      ['一、一般公共预算财政拨款收入', 'general'],
      ['二、政府性基金预算财政拨款收入', 'fund'],
      ['三、国有资本经营预算财政拨款收入', 'capital'],
      ['四、财政专户管理资金收入', 'special-account'],
      ['五、事业收入', 'business'],
      ['六、事业单位经营收入', 'operating'],
      ['七、上级补助收入', 'superior'],
      ['八、附属单位上缴收入', 'subsidiary'],
      ['九、其他收入', 'other'],
      ['十、上年结转', 'carried-general', 'carried-other'],
    ),
  ];
  const rows = functionRows(budget, everything, shape);
  return table('income', '部门收入总体情况表', [block(budget, BY_FUNCTION, columns, rows, 'functional')]);
}

function expenditure(budget: Budget, shape: Shape): TableDraft {
  const columns = [
    amount('支出总计', everything),
    ...bySource(
      ['一、一般公共预算财政拨款支出', 'general'],
      ['二、政府性基金预算财政拨款支出', 'fund'],
      ['三、国有资本经营预算财政拨款支出', 'capital'],
      ['四、财政专户管理资金收入安排的支出', 'special-account'],
      ['五、事业收入安排的支出', 'business'],
      ['六、事业单位经营收入安排的支出', 'operating'],
      ['七、上级补助收入安排的支出', 'superior'],
      ['八、附属单位上缴收入安排的支出', 'subsidiary'],
      ['九、其他收入安排的支出', 'other'],
      ['十、上年结转安排的支出', 'carried-general', 'carried-other'],
    ),
  ];
  const rows = functionRows(budget, spent, shape);
  return table('expenditure', '部门支出总体情况表', [
    block(budget, BY_FUNCTION, columns, rows, 'functional'),
  ]);
}

function spending(
  budget: Budget,
  shape: Shape,
  role: TableDraft['role'],
  title: string,
  from: Where,
): TableDraft {
  const stub = { code: '单位(科目)代码', label: '单位(科目)名称' };
  const columns = [
    amount('总计', everything),
    group('基本支出', amount('小计', basic), ...staffAndOffice),
    group(
      '项目支出',
      amount('小计', forProjects),
      amount(
        '本级资金项目支出',
        both(forProjects, (atom) => !fromAbove(budget)(atom)),
      ),
      amount('上级资金项目支出', both(forProjects, fromAbove(budget))),
    ),
  ];
  const rows = functionRows(budget, both(from, spent), shape);
  return table(role, title, [block(budget, stub, columns, rows, 'functional')]);
}

const staffAndOffice: readonly ColumnSpec[] = [
  amount('人员经费', ofNature('personnel')),
  amount('公用经费', ofNature('operating')),
];

const BASIC_COLUMNS: readonly ColumnSpec[] = [group('基本支出', amount('小计', basic), ...staffAndOffice)];

const STUB = { code: '科目编码', label: '科目名称' };

function basicByDepartment(budget: Budget, shape: Shape): TableDraft {
  const rows = economicRows(budget, both(generalBudget, basic), shape);
  const title = '一般公共预算基本支出情况表(按部门预算经济科目)';
  return table('basic-expenditure', title, [block(budget, STUB, BASIC_COLUMNS, rows, 'economic')]);
}

function basicByGovernment(budget: Budget, shape: Shape): TableDraft {
  const rows = governmentRows(budget, both(generalBudget, basic), shape);
  const title = '一般公共预算基本支出情况表(按政府预算经济分类科目)';
  return table('basic-expenditure', title, [block(budget, STUB, BASIC_COLUMNS, rows, 'economic')]);
}

function threePublic(budget: Budget): TableDraft {
  const whole = sumWhere(budget.atoms, both(generalBudget, spent)) ?? 0;
  const { year } = budget;
  const columns = [
    amount(`${year}年初预算数`, everything),
    prior(`${year - 1}年初预算数`, everything),
    changeRatio(`${year}年与上年预算数相比增减变化比率(%)`, everything),
    words('增减变化原因', () => '按照厉行节约要求安排。'),
    share(`${year}年"三公"经费支出占一般公共预算支出的比重(%)`, everything, whole),
    words('备注'),
  ];
  const notes = [
    '说明：1、因公出国（境）费，指单位公务出国（境）的国际旅费、住宿费、伙食费、培训费、公杂费等支出。',
    '2、公务接待费，指单位按规定开支的各类公务接待（含外宾接待）费用。',
  ];
  return table(
    'three-public',
    '一般公共预算"三公"经费支出情况表',
    [block(budget, named('项目'), columns, EXPENSE_ROWS)],
    ...notes,
  );
}

/** Empty as in the seed: a row of blanks or zeros. */
function transferPayment(budget: Budget): TableDraft {
  const columns = [
    words('下达区(县、市)名称'),
    group(
      '市级资金下达区(县、市)项目支出',
      ...['合计', '一般公共预算支出', '政府性基金预算支出', '国有资本经营预算支出'].map(blank),
    ),
  ];
  const rows = fillRows(budget, [line(0, '', '合计', () => false, 'total')], columns);
  const title = '市级对下专项转移支付预算支出情况表';
  return table('transfer-payment', title, [
    { ...block(budget, BY_FUNCTION, columns, [], 'functional'), rows },
  ]);
}
