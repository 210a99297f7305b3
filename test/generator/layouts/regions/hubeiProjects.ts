import { type Budget, everything } from '../../budget/budget.ts';
import { functionName } from '../../budget/codes.ts';
import { amount, bySource, type ColumnSpec, group, words } from '../columns.ts';
import {
  type Entry,
  entryBlock,
  projectEntries,
  purchaseEntries,
  quantityColumn,
  underBodies,
} from '../entries.ts';
import { type TableDraft, table } from '../tables.ts';

/** Projects and purchases of 湖北, by where their money comes from. */

const FUNDING: readonly ColumnSpec[] = bySource(
  ['预算内资金', 'general'],
  ['纳入预算管理非税'],
  ['上级专项转移支付', 'superior'],
  ['纳入财政专户管理资金(教卫专用)', 'special-account'],
  ['政府性基金', 'fund'],
  ['其他资金', 'subsidiary', 'operating', 'other', 'carried-general', 'carried-other'],
);

const withoutQuantities = (entries: readonly Entry[]) =>
  entries.map((entry) => ({ ...entry, quantity: null }));

const BODY_STUB = { code: '单位编码', label: '单位名称' };

export function projectExpenditure(budget: Budget): TableDraft {
  const columns = [
    words('单位编码'),
    words('单位名称'),
    words('项目名称'),
    amount('总计', everything),
    ...FUNDING,
  ];
  const entries = projectEntries(budget, everything).map((entry) => ({
    ...entry,
    label: functionName(entry.project.item),
  }));
  const rows = withoutQuantities(underBodies(budget, entries));
  const stub = { code: '科目编码', label: '科目名称' };
  return table('project-expenditure', '项目支出预算表', [entryBlock(stub, columns, rows, 'functional')]);
}

/** Purchases stand under the code of their body. */
function purchasesByBody(budget: Budget, wanted: (entry: { readonly kind: string }) => boolean): Entry[] {
  const purchases = budget.purchases.filter(wanted);
  const entries = purchaseEntries(budget, purchases).map((entry) => ({
    ...entry,
    code: budget.bodies[entry.body]?.code ?? budget.code,
  }));
  return underBodies(budget, entries);
}

export function procurement(budget: Budget): TableDraft {
  const columns = [
    ...[words('规格要求'), words('计量单位'), quantityColumn('采购数量')],
    group('资金来源', amount('总计', everything), ...FUNDING),
    words('采购时间'),
  ];
  const rows = purchasesByBody(budget, () => true);
  return table('procurement', '政府采购预算表', [entryBlock(BODY_STUB, columns, rows, 'none')]);
}

export function purchasedServices(budget: Budget): TableDraft {
  const columns = [
    ...['科目编码', '科目名称', '项目编码', '项目名称', '购买服务内容', '承接主体'].map((label) =>
      words(label),
    ),
    group('资金来源', amount('合计', everything), ...FUNDING),
    words('采购时间'),
  ];
  const rows = withoutQuantities(purchasesByBody(budget, ({ kind }) => kind === '服务类'));
  return table('purchased-services', '政府购买服务预算表', [entryBlock(BODY_STUB, columns, rows, 'none')]);
}
