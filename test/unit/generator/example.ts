import type { Layout } from '../../generator/layouts/layout.ts';
import type { ModelColumn, ModelTable } from '../../generator/model.ts';

const column = (label: string, ...children: readonly ModelColumn[]): ModelColumn => ({
  label,
  kind: 'amount',
  children,
});

/** 支出表 with one 类, in 万元; amounts in 分. */
export const TABLE: ModelTable = {
  role: 'general-budget-expenditure',
  title: '一般公共预算支出表',
  year: 2024,
  unit: '万元',
  decimals: 2,
  notes: [],
  blocks: [
    {
      codes: 'functional',
      stub: { code: '科目编码', label: '科目名称', group: '功能分类科目' },
      columns: [column('总计'), column('基本支出', column('小计'), column('人员经费')), column('项目支出')],
      rows: [
        {
          kind: 'data',
          code: '221',
          label: '住房保障支出',
          level: 1,
          values: [1234_5600_00, 1200_0000_00, 1200_0000_00, 34_5600_00],
        },
        {
          kind: 'data',
          code: '22102',
          label: '住房改革支出',
          level: 2,
          values: [1234_5600_00, 1200_0000_00, 1200_0000_00, 34_5600_00],
        },
        {
          kind: 'data',
          code: '2210201',
          label: '住房公积金',
          level: 3,
          values: [1200_0000_00, 1200_0000_00, 1200_0000_00, null],
        },
        {
          kind: 'total',
          label: '合计',
          level: 0,
          values: [1234_5600_00, 1200_0000_00, 1200_0000_00, 34_5600_00],
        },
      ],
    },
  ],
};

/** The plainest layout; tests change one thing at a time. */
export const PLAIN: Layout = {
  codes: 'one-cell',
  nameFirst: false,
  stubGroup: false,
  head: 'stacked',
  anchor: 'bottom',
  indexRow: 'none',
  totalInFirstCell: false,
  remarks: false,
  cut: 0,
  spaced: false,
  namelessTotals: false,
  sayNone: false,
  unitPlace: 'line',
  unitWords: 0,
  style: { thousands: true, trimmed: false, fullWidth: false, nothing: 'blank' },
};
