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
import {
  BASIC_CLASSES,
  carriedForward,
  classRows,
  ECONOMIC_CLASSES,
  economicClassRows,
  spendingFoot,
} from '../abreast.ts';
import { economicRows, functionRows, type Shape, unitRows } from '../codedRows.ts';
import { amount, blank, bySource, type ColumnSpec, group, line, type RowSpec } from '../columns.ts';
import type { Region } from '../region.ts';
import { block, fromAbove, named, type TableDraft, table } from '../tables.ts';
import { EXPENSE_ROWS_WITH_PARTS } from '../threePublic.ts';
import { procurement, projectExpenditure, purchasedServices } from './hubeiProjects.ts';

/** After dongxihu-2023: bodies above their 科目, three levels of headings, codes glued to 类, lists with quantities. */
export const hubei: Region = {
  name: 'hubei',
  sources: [
    ...(['general', 'general', 'carried-other', 'general', 'fund', 'special-account', 'superior'] as const),
    ...(['subsidiary', 'operating', 'other', 'carried-general'] as const),
  ],
  tables: [
    incomeExpenditure,
    income,
    expenditure,
    fiscalIncomeExpenditure,
    (budget, shape) =>
      spending(budget, shape, 'general-budget-expenditure', '一般公共预算支出总表', generalBudget),
    byClass,
    basicExpenditure,
    threePublic,
    (budget, shape) => spending(budget, shape, 'government-fund', '政府性基金预算支出表', fromSource('fund')),
    projectExpenditure,
    procurement,
    purchasedServices,
  ],
};

const FIGURES = [amount('预算数', everything)];

const CARRIED = fromSource('carried-general', 'carried-other');

const OWN_MEANS = ['superior', 'subsidiary', 'operating', 'other'] as const;

function grantRows(budget: Budget): RowSpec[] {
  const above = fromAbove(budget);
  return [
    line(1, '一、', '财政拨款（补助）', fromSource('general')),
    line(
      2,
      '（一）',
      '财政指标拨款（补助）',
      both(fromSource('general'), (atom) => !above(atom)),
    ),
    line(2, '（二）', '纳入金库非税收入安排的拨款', () => false),
    line(2, '（三）', '上级专项转移支付资金', both(fromSource('general'), above)),
  ];
}

function incomeExpenditure(budget: Budget): TableDraft {
  const left: RowSpec[] = [
    ...grantRows(budget),
    line(1, '二、', '其他自有资金', fromSource(...OWN_MEANS)),
    line(2, '（一）', '上级补助收入', fromSource('superior')),
    line(2, '（二）', '附属单位上缴收入', fromSource('subsidiary')),
    line(2, '（三）', '事业单位经营收入', fromSource('operating')),
    line(2, '（四）', '其他收入', fromSource('other')),
    line(1, '三、', '政府性基金', fromSource('fund')),
    line(1, '四、', '纳入财政专户管理资金(教卫专用)', fromSource('special-account')),
    line(0, '', '本年收入合计', (atom) => !CARRIED(atom), 'annual-total'),
    line(1, '五、', '上年结转', CARRIED, 'balance'),
    line(2, '（一）', '财政拨款（补助）结转', fromSource('carried-general'), 'balance'),
    line(2, '（二）', '政府性基金结转', () => false, 'balance'),
    line(2, '（三）', '其他结转', fromSource('carried-other'), 'balance'),
    line(0, '', '收入总计', everything, 'total'),
  ];
  return table('income-expenditure', '部门收支总表', [
    block(budget, named('项目'), FIGURES, left, 'none', '收入'),
    ...spendingBlocks(budget, everything),
  ]);
}

function fiscalIncomeExpenditure(budget: Budget): TableDraft {
  const left: RowSpec[] = [
    ...grantRows(budget),
    line(1, '二、', '政府性基金', fromSource('fund')),
    line(0, '', '本年收入合计', fromSource('general', 'fund'), 'annual-total'),
    line(1, '三、', '上年结转', fromSource('carried-general'), 'balance'),
    line(0, '', '收入总计', fiscal, 'total'),
  ];
  return table('fiscal-income-expenditure', '财政拨款收支预算总表', [
    block(budget, named('项目'), FIGURES, left, 'none', '收入'),
    ...spendingBlocks(budget, fiscal),
  ]);
}

/** One block by economic classification, first of departments and then of governments, and one by 类. */
function spendingBlocks(budget: Budget, scope: Where) {
  const inYear = both(scope, spent);
  const above = fromAbove(budget);
  const plain = () => '';
  const economic = [
    line(1, '', '经济分类', inYear),
    ...economicClassRows(ECONOMIC_CLASSES, inYear, 2, plain),
    line(1, '', '政府经济分类', null),
    line(2, '', '基本支出', both(inYear, basic)),
    ...economicClassRows(BASIC_CLASSES, both(inYear, basic), 3, plain),
    line(2, '', '项目支出', both(inYear, forProjects)),
    line(
      3,
      '',
      '部门项目支出',
      both(both(inYear, forProjects), (atom) => !above(atom)),
    ),
    line(3, '', '公共项目(专项资金)支出', both(both(inYear, forProjects), above)),
  ];
  const foot = spendingFoot(scope, carriedForward(scope));
  const functional = classRows(budget, inYear, 'code', 1);
  return [
    block(budget, named('项目(按经济分类)'), FIGURES, [...economic, ...foot], 'none', '支出'),
    block(budget, named('项目(按功能分类)'), FIGURES, [...functional, ...foot], 'none', '支出'),
  ];
}

function income(budget: Budget, shape: Shape): TableDraft {
  const above = fromAbove(budget);
  const columns = [
    amount('总计', everything),
    group(
      '经费拨款（补助）',
      amount('小计', fromSource('general')),
      amount(
        '财政指标拨款（补助）',
        both(fromSource('general'), (atom) => !above(atom)),
      ),
      blank('纳入金库非税收入安排的拨款'),
      amount('上级专项转移支付', both(fromSource('general'), above)),
    ),
    amount('纳入财政专户管理资金(教卫专用)', fromSource('special-account')),
    amount('政府性基金', fromSource('fund')),
    group(
      '其他自有资金',
      amount('小计', fromSource(...OWN_MEANS)),
      ...bySource(
        ['上级补助收入', 'superior'],
        ['附属单位上缴收入', 'subsidiary'],
        ['事业单位经营收入', 'operating'],
        ['其他收入', 'other'],
      ),
    ),
    group(
      '上年结转',
      amount('小计', CARRIED),
      group(
        '财政拨款（补助）结转',
        ...bySource(
          ['小计', 'carried-general'],
          ['财政指标拨款（补助）结转', 'carried-general'],
          ['非税收入安排的拨款结转'],
        ),
      ),
      amount('其他结转', fromSource('carried-other')),
    ),
  ];
  const rows = unitRows(budget, everything, shape);
  return table('income', '部门收入总表', [
    block(budget, { code: '单位编码', label: '单位名称' }, columns, rows),
  ]);
}

const UNIT_STUB = { code: '单位代码', label: '单位名称（科目）' };

const BASIC_GROUP: ColumnSpec = group(
  '基本支出',
  amount('小计', basic),
  amount('工资福利支出', both(basic, economicUnder('301'))),
  amount('商品和服务支出', both(basic, economicUnder('302'))),
  amount('对个人和家庭的补助支出', both(basic, economicUnder('303'))),
  amount('一般资本性支出', both(basic, economicUnder('310'))),
);

function expenditure(budget: Budget, shape: Shape): TableDraft {
  const above = fromAbove(budget);
  const kinds = (where: Where) => [
    amount('小计', both(forProjects, where)),
    amount('经常性项目', both(forProjects, where)),
    ...['延续性项目', '一次性项目'].map(blank),
  ];
  const columns = [
    amount('总计', everything),
    BASIC_GROUP,
    group(
      '项目支出',
      amount('小计', forProjects),
      group('部门项目', ...kinds((atom) => !above(atom))),
      group('公共项目(专项资金)', ...kinds(above)),
    ),
  ];
  const rows = functionRows(budget, spent, { ...shape, unitRows: true });
  return table('expenditure', '部门支出总表', [block(budget, UNIT_STUB, columns, rows, 'functional')]);
}

function spending(
  budget: Budget,
  shape: Shape,
  role: TableDraft['role'],
  title: string,
  from: Where,
): TableDraft {
  const above = fromAbove(budget);
  const columns = [
    amount('总计', everything),
    BASIC_GROUP,
    group(
      '项目支出',
      amount('小计', forProjects),
      amount(
        '部门项目',
        both(forProjects, (atom) => !above(atom)),
      ),
      amount('公共项目(专项资金)', both(forProjects, above)),
    ),
  ];
  const scope = both(from, spent);
  const rows = functionRows(budget, scope, { ...shape, unitRows: true });
  const none = `备注：${budget.year}年本部门没有政府性基金预算财政拨款预算安排的支出`;
  const notes = role === 'government-fund' && !budget.atoms.some(scope) ? [none] : [];
  return table(role, title, [block(budget, UNIT_STUB, columns, rows, 'functional')], ...notes);
}

/** 项 by economic 类: each row's 合计 and its parts, most of them empty. */
function byClass(budget: Budget, shape: Shape): TableDraft {
  const labels = {
    ...{
      '301': '工资福利支出',
      '302': '商品和服务支出',
      '303': '对个人和家庭补助支出',
      '307': '债务利息支出',
    },
    ...{
      '309': '资本性支出（基本建设）',
      '310': '资本性支出',
      '311': '对企业补助（基本建设）',
      '312': '对企业补助',
    },
    ...{ '313': '对社会保障基金补助', '399': '其他支出' },
  };
  const columns = [
    amount('合计', everything),
    ...Object.entries(labels).map(([code, label]) => amount(label, economicUnder(code))),
  ];
  const rows = functionRows(budget, both(generalBudget, spent), { ...shape, unitRows: true, levels: 'all' });
  const stub = { code: '科目编码', label: '科目名称' };
  const title = '一般公共预算支出表（功能分类项级）';
  return table('general-budget-expenditure', title, [block(budget, stub, columns, rows, 'functional')]);
}

function basicExpenditure(budget: Budget, shape: Shape): TableDraft {
  const rows = economicRows(budget, both(generalBudget, basic), shape);
  const stub = { code: '经济科目', label: '科目名称' };
  const title = '一般公共预算基本支出表（经济分类款级）';
  return table('basic-expenditure', title, [
    block(budget, stub, [amount('总计', everything)], rows, 'economic'),
  ]);
}

function threePublic(budget: Budget): TableDraft {
  return table('three-public', '一般公共预算“三公”经费支出表', [
    block(budget, named('项目'), [amount('本年预算数', everything)], EXPENSE_ROWS_WITH_PARTS),
  ]);
}
