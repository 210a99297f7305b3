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
} from '../../budget/budget.ts';
import { distinct } from '../../lists.ts';
import { carriedForward, classRows, spendingFoot } from '../abreast.ts';
import { economicRows, functionRows, type Shape } from '../codedRows.ts';
import { amount, blank, bySource, type ColumnSpec, group, line, type RowSpec } from '../columns.ts';
import { type Entry, entryBlock, projectEntries, purchaseEntries, totalEntry } from '../entries.ts';
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

/** After tongnan-2021: bare names without numbering, total rows first, the year over the columns. */
export const chongqing: Region = {
  name: 'chongqing',
  sources: [
    ...(['general', 'general', 'carried-general', 'general', 'fund', 'business', 'operating'] as const),
    ...(['other', 'capital', 'carried-other'] as const),
  ],
  tables: [
    fiscalIncomeExpenditure,
    generalBudgetExpenditure,
    basicExpenditure,
    threePublic,
    governmentFund,
    incomeExpenditure,
    income,
    expenditure,
    projectExpenditure,
    procurement,
  ],
};

const CARRIED = fromSource('carried-general', 'carried-other');

function fiscalIncomeExpenditure(budget: Budget): TableDraft {
  const left: RowSpec[] = [
    line(1, '一、', '本年收入', fromSource('general', 'fund', 'capital')),
    line(2, '', '一般公共预算拨款', fromSource('general')),
    line(2, '', '政府性基金预算拨款', fromSource('fund')),
    line(2, '', '国有资本经营预算拨款', fromSource('capital')),
    line(1, '二、', '上年结转', fromSource('carried-general')),
    line(2, '', '一般公共预算拨款', fromSource('carried-general')),
    line(2, '', '政府性基金预算拨款', () => false),
    line(2, '', '国有资本经营预算拨款', () => false),
    line(0, '', '本年收入总计', fiscal, 'total'),
  ];
  const right: RowSpec[] = [
    line(1, '一、', '本年支出', both(fiscal, spent)),
    ...classRows(budget, both(fiscal, spent), 'bare', 2, true),
    line(1, '二、', '结转下年', (atom) => fiscal(atom) && !spent(atom)),
    line(0, '', '本年支出总计', fiscal, 'total'),
  ];
  const columns = [
    amount('合计', everything),
    amount('一般公共预算财政拨款', generalBudget),
    amount('政府性基金预算财政拨款', fromSource('fund')),
    amount('国有资本经营预算财政拨款', fromSource('capital')),
  ];
  return table('fiscal-income-expenditure', '财政拨款收支总表', [
    block(budget, named('项目'), [amount('预算数', everything)], left, 'none', '收入'),
    block(budget, named('项目'), columns, right, 'none', '支出'),
  ]);
}

function generalBudgetExpenditure(budget: Budget, shape: Shape): TableDraft {
  const scope = generalScope(shape);
  const columns = [
    group(
      `${budget.year}年预算数`,
      amount('小计', everything),
      amount('基本支出', basic),
      amount('项目支出', forProjects),
    ),
  ];
  const rows = functionRows(budget, both(scope, spent), shape);
  const notes = shape.currentYearOnly
    ? [`备注：本表反映${budget.year}年当年一般公共预算财政拨款支出情况。`]
    : [];
  const title = '一般公共预算财政拨款支出预算表';
  return table(
    'general-budget-expenditure',
    title,
    [block(budget, BY_FUNCTION, columns, rows, 'functional')],
    ...notes,
  );
}

/** 当年 alone, where the note under the table says so. */
function generalScope(shape: Shape) {
  return shape.currentYearOnly ? fromSource('general') : generalBudget;
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
  const title = '一般公共预算财政拨款基本支出预算表';
  return table('basic-expenditure', title, [block(budget, BY_ECONOMIC, columns, rows, 'economic')]);
}

function threePublic(budget: Budget): TableDraft {
  const columns = [
    group(
      `${budget.year}年预算数`,
      amount('合计', threePublicExpenses),
      amount('因公出国（境）费', abroad),
      group(
        '公务用车购置及运行费',
        amount('小计', vehicles),
        amount('公务用车购置费', vehiclePurchase),
        amount('公务用车运行费', vehicleRunning),
      ),
      amount('公务接待费', reception),
    ),
  ];
  const rows = [line(1, '', budget.organ, everything)];
  return table('three-public', '一般公共预算“三公”经费支出表', [
    block(budget, named('单位名称'), columns, rows),
  ]);
}

function governmentFund(budget: Budget, shape: Shape): TableDraft {
  const scope = both(fromSource('fund'), spent);
  const columns = [
    group(
      '本年政府性基金预算财政拨款支出',
      amount('合计', everything),
      amount('基本支出', basic),
      amount('项目支出', forProjects),
    ),
  ];
  const notes = budget.atoms.some(scope) ? [] : ['（备注：本单位无政府性基金预算收支，故此表无数据。）'];
  const rows = functionRows(budget, scope, shape);
  const blocks = [block(budget, BY_FUNCTION, columns, rows, 'functional')];
  return table('government-fund', '政府性基金预算支出表', blocks, ...notes);
}

function incomeExpenditure(budget: Budget): TableDraft {
  const left: RowSpec[] = [
    line(1, '', '一般公共预算拨款收入', fromSource('general')),
    line(1, '', '政府性基金预算拨款收入', fromSource('fund')),
    line(1, '', '国有资本经营预算拨款收入', fromSource('capital')),
    line(1, '', '事业收入预算', fromSource('business')),
    line(1, '', '事业单位经营收入预算', fromSource('operating')),
    line(1, '', '其他收入预算', fromSource('other')),
    line(0, '', '本年收入合计', (atom) => !CARRIED(atom), 'annual-total'),
    line(1, '', '用事业基金弥补收支差额', () => false, 'balance'),
    line(1, '', '上年结转', CARRIED, 'balance'),
    line(0, '', '收入总计', everything, 'total'),
  ];
  const right = [
    ...classRows(budget, spent, 'bare', 1, true),
    ...spendingFoot(everything, carriedForward(everything)),
  ];
  const figures = [amount('预算数', everything)];
  return table('income-expenditure', '部门收支总表', [
    block(budget, named('项目'), figures, left, 'none', '收入'),
    block(budget, named('项目'), figures, right, 'none', '支出'),
  ]);
}

const SOURCE_COLUMNS: readonly ColumnSpec[] = [
  ...bySource(
    ['上年结转', 'carried-general', 'carried-other'],
    ['一般公共预算拨款收入', 'general'],
    ['政府性基金预算拨款收入', 'fund'],
    ['国有资本经营预算拨款收入', 'capital'],
  ),
  group('事业收入预算', amount('非教育收费收入预算', fromSource('business')), blank('教育收费收入预算')),
  ...bySource(['事业单位经营收入预算', 'operating'], ['其他收入预算', 'other'], ['用事业基金弥补收支差额']),
];

function income(budget: Budget, shape: Shape): TableDraft {
  const stub = { code: '科目编码', label: '科目名称', group: '科目' };
  const columns = [amount('合计', everything), ...SOURCE_COLUMNS];
  const rows = functionRows(budget, everything, shape);
  return table('income', '部门收入总表', [block(budget, stub, columns, rows, 'functional')]);
}

function expenditure(budget: Budget, shape: Shape): TableDraft {
  const columns = [
    ...[amount('合计', everything), amount('基本支出', basic), amount('项目支出', forProjects)],
    ...['上缴上级支出', '事业单位经营支出', '对下级单位补助支出'].map(blank),
  ];
  const rows = functionRows(budget, spent, shape);
  const stub = { code: '科目编码', label: '科目名称' };
  return table('expenditure', '部门支出总表', [block(budget, stub, columns, rows, 'functional')]);
}

function projectExpenditure(budget: Budget): TableDraft {
  const columns = [amount('合计', everything), ...SOURCE_COLUMNS];
  const entries = projectEntries(budget, everything).map(({ code: _, ...entry }): Entry => entry);
  const rows = [...entries, totalEntry('合计', entries, false)];
  return table('project-expenditure', '项目支出预算表', [
    entryBlock(named('项目名称'), columns, rows, 'none'),
  ]);
}

/** 货物类, 工程类, 服务类, those that there are, under 合计. */
function procurement(budget: Budget): TableDraft {
  const purchases = purchaseEntries(budget, budget.purchases);
  const kinds = distinct(purchases.map(({ purchase }) => purchase.kind));
  const entries = kinds.map((kind): Entry => {
    const bought = purchases.filter(({ purchase }) => purchase.kind === kind);
    return { ...totalEntry(kind, bought, false), kind: 'data', level: 1 };
  });
  const columns = [amount('合计', everything), ...SOURCE_COLUMNS];
  const rows = [totalEntry('合计', entries, false), ...entries];
  return table('procurement', '政府采购预算明细表', [entryBlock(named('项目'), columns, rows, 'none')]);
}
