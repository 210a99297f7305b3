import fc from 'fast-check';
import type { IndicatorTable, ModelIndicator } from './indicatorTables.ts';

/** How a target table is laid out. */
export interface IndicatorLayout {
  readonly dialect: 'tab' | 'pipe' | 'comma' | 'html' | 'flattened' | 'cell-line';
  /** In front of each name, counted anew under each heading. */
  readonly prefix: '' | '指标1：' | '指标 1: ';
  /** Headings printed on each row, or once for all rows below them, in the first or in the midst of them. */
  readonly merged: 'no' | 'first' | 'middle';
  /** 权重 in a column of its own. */
  readonly weights: boolean;
  /** A label of the whole list in a first column: 年度绩效指标. */
  readonly labelled: boolean;
  /** The heading of the column of names. */
  readonly names: '三级指标' | '指标内容';
  /** The heading of a column of remarks behind the values; empty where there is none. */
  readonly remark: '' | '说明' | '备注' | '指标值确定依据';
  /** Signs, numbers and units in one column, in three, or beside what was reached in the two years before. */
  readonly values: 'joined' | 'split' | 'years';
  /** 二级 headings as one province prints them: 产出数量. */
  readonly local: boolean;
}

const PLAIN: IndicatorLayout = {
  dialect: 'tab',
  prefix: '',
  merged: 'first',
  weights: false,
  labelled: false,
  names: '三级指标',
  remark: '',
  values: 'joined',
  local: false,
};

/** The layouts of the five samples, of the national form and of texts that lost their separators. */
export const LAYOUTS = {
  guiyang: { ...PLAIN, labelled: true, remark: '说明' },
  tongnan: { ...PLAIN, dialect: 'pipe', prefix: '指标 1: ', merged: 'middle' },
  hanzhong: { ...PLAIN, prefix: '指标1：', names: '指标内容', labelled: true, remark: '备注' },
  hetang: { ...PLAIN, local: true, labelled: true, remark: '备注' },
  dongxihu: { ...PLAIN, values: 'years', labelled: true, remark: '指标值确定依据' },
  national: { ...PLAIN, weights: true },
  split: { ...PLAIN, dialect: 'pipe', merged: 'no', values: 'split', weights: true },
  comma: { ...PLAIN, dialect: 'comma', merged: 'no' },
  html: { ...PLAIN, dialect: 'html', remark: '说明' },
  flattened: { ...PLAIN, dialect: 'flattened' },
  'cell-line': { ...PLAIN, dialect: 'cell-line', merged: 'no' },
} as const satisfies Readonly<Record<string, IndicatorLayout>>;

export type LayoutName = keyof typeof LAYOUTS;

/** Layouts whose separators are kept, with any of the ways to print them. */
export const anyLayout: fc.Arbitrary<IndicatorLayout> = fc
  .record({
    dialect: fc.constantFrom('tab', 'pipe', 'comma', 'html'),
    prefix: fc.constantFrom('', '指标1：', '指标 1: '),
    merged: fc.constantFrom('no', 'first'),
    weights: fc.boolean(),
    labelled: fc.boolean(),
    names: fc.constantFrom('三级指标', '指标内容'),
    remark: fc.constantFrom('', '说明', '备注'),
    values: fc.constantFrom('joined', 'split'),
    local: fc.boolean(),
  } as const)
  .map((layout): IndicatorLayout => layout);

/** 二级 headings in a local form that is in wide use. */
const LOCAL: Readonly<Record<string, string>> = {
  数量指标: '产出数量',
  质量指标: '产出质量',
  时效指标: '产出时效',
  经济效益指标: '经济效益',
  社会效益指标: '社会效益',
  生态效益指标: '生态效益',
  可持续影响指标: '可持续影响',
  服务对象满意度指标: '社会公众及服务对象满意度',
};

/** A printed table, and the line of each of its indicators. */
export interface PrintedTable {
  readonly text: string;
  /** Lines count from 0. */
  readonly lines: readonly number[];
}

/** The project's money: the costs of the model are within. */
const MONEY = '54.50';
const WITHIN = '2023年1月—2023年12月';

/** Prints a table of 2023 with its title, its form and a line of prose behind it. One row an indicator. */
export function printIndicators({
  indicators,
  layout,
  project = '业务能力提升',
  period = WITHIN,
}: IndicatorTable): PrintedTable {
  const heading = headingOf(layout);
  const form = [
    ['项目名称', project],
    ['项目起止时间', period],
    ['资金总额（万元）', MONEY],
    ['财政资金', MONEY],
    ['其他资金', ''],
  ];
  const rows = indicators.map((_, index) => rowOf(indicators, index, layout));
  const above = [...form.map((cells) => heading.map((_, at) => cells[at] ?? '')), heading];
  const before = ['2023年项目支出绩效目标表', '', ...(layout.dialect === 'html' ? ['<table>'] : [])];
  const lines: string[] = [...before];
  const starts: number[] = [];
  for (const [index, cells] of [...above, ...rows].entries()) {
    if (index >= above.length) starts.push(lines.length + offsetOf(cells, layout));
    lines.push(...written(cells, index === 0, layout));
  }
  const closing = layout.dialect === 'html' ? ['</table>'] : [];
  return {
    text: [...lines, ...closing, '', '以上目标经集体研究确定。', ''].join('\n'),
    lines: starts,
  };
}

function headingOf({ labelled, names, values, weights, remark }: IndicatorLayout): string[] {
  const ofValues = {
    joined: ['指标值'],
    split: ['指标性质', '指标值', '度量单位'],
    years: ['前年', '上年', '预计当年实现'],
  }[values];
  return [
    ...(labelled ? ['年度绩效指标'] : []),
    '一级指标',
    '二级指标',
    names,
    ...ofValues,
    ...(weights ? ['权重'] : []),
    ...(remark ? [remark] : []),
  ];
}

function rowOf(all: readonly ModelIndicator[], index: number, layout: IndicatorLayout): string[] {
  const indicator = all[index];
  if (!indicator) return [];
  const { level1, level2, name, operator, number, unit, weight } = indicator;
  const { labelled, prefix, weights, remark, local } = layout;
  const count = all.slice(0, index + 1).filter((each) => each.level2 === level2).length;
  const value = `${operator}${number}${unit}`;
  const values = {
    joined: [value],
    split: [operator, number, unit],
    years: ['', value, value],
  }[layout.values];
  const printed = local ? (LOCAL[level2] ?? level2) : level2;
  return [
    ...(labelled ? [''] : []),
    isPrinted(all, index, 'level1', layout) ? level1 : '',
    isPrinted(all, index, 'level2', layout) ? printed : '',
    `${prefix.replace('1', String(count))}${name}`,
    ...values,
    ...(weights ? [String(weight)] : []),
    ...(remark ? ['计划标准'] : []),
  ];
}

/** Whether a row prints its heading itself, and does not leave it to another row of the same heading. */
function isPrinted(
  all: readonly ModelIndicator[],
  index: number,
  level: 'level1' | 'level2',
  { merged }: IndicatorLayout,
): boolean {
  if (merged === 'no') return true;
  const same = all.flatMap((each, at) => (each[level] === all[index]?.[level] ? [at] : []));
  return index === same[merged === 'first' ? 0 : Math.floor((same.length - 1) / 2)];
}

/** The lines of a row. */
function written(cells: readonly string[], isFirst: boolean, { dialect }: IndicatorLayout): string[] {
  switch (dialect) {
    case 'tab':
      return [cells.join('\t')];
    case 'comma':
      return [cells.map((cell) => (/[,"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')];
    case 'html':
      return [`<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`];
    case 'flattened':
      return [cells.filter((cell) => cell !== '').join(' ')];
    case 'cell-line':
      return cells.filter((cell) => cell !== '');
    case 'pipe': {
      const row = `| ${cells.join(' | ')} |`;
      return isFirst ? [row, `|${'---|'.repeat(cells.length)}`] : [row];
    }
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** How many lines below the first of its row a name stands. */
function offsetOf(cells: readonly string[], { dialect, labelled }: IndicatorLayout): number {
  if (dialect !== 'cell-line') return 0;
  return cells.slice(0, labelled ? 3 : 2).filter((cell) => cell !== '').length;
}
