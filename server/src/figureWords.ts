import type { Refusal } from '#core/relations/recalculate.ts';
import type { RelationRule } from '#core/relations/relation.ts';

/** How far a relation holds, with the difference as it is shown. */
export interface Verdict {
  readonly standing: 'exact' | 'rounding' | 'broken';
  readonly difference: string;
}

/** What the features say of amounts and their relations, in one language. */
export interface FigureWords {
  /** What a sum adds up, by the rule it is of. */
  readonly kinds: { readonly [R in RelationRule]: string };
  /** The unit was taken over from the other tables of the document. */
  readonly unitFromOthers: string;
  readonly noUnit: string;
  /** The heading of the column was worked out, not read straight. */
  readonly likely: string;
  /** Headings over what the figure is the total of, what it is a part of, and where else it stands. */
  readonly asTotal: string;
  readonly asPart: string;
  readonly elsewhere: string;
  /** `shown`: the formula without a verdict. */
  readonly verdict: (verdict: Verdict) => string;
  /** Nothing ties the figure to another. */
  readonly unchecked: string;
  readonly unreadTable: string;
  readonly slidRow: string;
  readonly unknownPlace: string;
  /** Above a table: how many of its relations hold. */
  readonly lens: (holding: number, all: number) => string;
  readonly lensUnread: string;
  /** Of a whole text in which there is neither a table nor an amount. */
  readonly nothingRead: string;
  readonly recalculate: string;
  /** Sentences that say another figure are brought in line with the amount. */
  readonly updateMentions: (count: number) => string;
  /** Why a table was not recalculated; `line` counts from 1. */
  readonly notRecalculated: (refusal: Refusal | { readonly reason: 'no-table' }) => string;
  readonly nothingToRecalculate: string;
  /** Beside a total: what its parts add up to. */
  readonly hint: (verdict: Verdict, expected: string) => string;
}

/** In Chinese. */
export const FIGURES_ZH_CN: FigureWords = {
  kinds: {
    'code-sum': '下级科目之和',
    'total-row': '各科目之和',
    'row-sum': '各分栏之和',
    'numbered-sum': '所列各项之和',
    balance: '收支平衡',
    'project-amount': '各来源或各项明细之和',
    'between-tables': '表间一致',
    'exceeds-whole': '不小于其部分',
    'indicator-weights': '各指标权重之和',
    'indicator-cost': '成本指标',
  },
  unitFromOthers: '本表没有写明单位，按其他各表',
  noUnit: '单位不明',
  likely: '所属栏目系推定',
  asTotal: '核对：',
  asPart: '计入：',
  elsewhere: '另见：',
  verdict: ({ standing, difference }) => {
    if (standing === 'exact') return '✓';
    return standing === 'rounding' ? `✓（尾差 ${difference}）` : `✗ 相差 ${difference}`;
  },
  unchecked: '没有可以核对此数的合计或其他表。',
  unreadTable: '本表未能可靠识别，不作核对。',
  slidRow: '本行与各栏没有对齐，不作核对。',
  unknownPlace: '此数所属的行或栏未能识别，不作核对。',
  lens: (holding, all) => `勾稽 ${holding}/${all} ${holding === all ? '✓' : '✗'}`,
  lensUnread: '未能识别，不作核对',
  nothingRead: '没有读到表格和金额，无从核对',
  recalculate: '重新计算本表',
  updateMentions: (count) => `按此数更新文字说明中的 ${count} 处`,
  notRecalculated: (refusal) => `没有重新计算：${refusalZh(refusal)}`,
  nothingToRecalculate: '本表各合计数均与其各项相符，无需修改。',
  hint: ({ standing, difference }, expected) => {
    if (standing === 'exact') return `= ${expected} ✓`;
    return standing === 'rounding'
      ? `≈ ${expected} ✓（尾差 ${difference}）`
      : `≠ ${expected} ✗（差 ${difference}）`;
  },
};

/** In English. */
export const FIGURES_EN: FigureWords = {
  kinds: {
    'code-sum': 'sum of the codes below',
    'total-row': 'sum of all codes',
    'row-sum': 'sum of its columns',
    'numbered-sum': 'sum of the items listed',
    balance: 'income and expenditure balance',
    'project-amount': 'its sources, or what it is spent on',
    'between-tables': 'same in both tables',
    'exceeds-whole': 'not less than its part',
    'indicator-weights': 'sum of the weights',
    'indicator-cost': 'cost indicators',
  },
  unitFromOthers: 'the table names no unit; that of the other tables',
  noUnit: 'unit not known',
  likely: 'the column was worked out',
  asTotal: 'Checked:',
  asPart: 'Part of:',
  elsewhere: 'Also in:',
  verdict: ({ standing, difference }) => {
    if (standing === 'exact') return '✓';
    return standing === 'rounding' ? `✓ (rounding ${difference})` : `✗ off by ${difference}`;
  },
  unchecked: 'No total and no other table to check it against.',
  unreadTable: 'This table could not be read reliably; it is not checked.',
  slidRow: 'This row does not stand in its columns; it is not checked.',
  unknownPlace: 'The row or column of this figure could not be read; it is not checked.',
  lens: (holding, all) => `${holding}/${all} relations hold ${holding === all ? '✓' : '✗'}`,
  lensUnread: 'not recognised, not checked',
  nothingRead: 'no table and no amount was recognised',
  recalculate: 'Recalculate this table',
  updateMentions: (count) =>
    count === 1 ? 'Update the text to this amount' : `Update ${count} places of the text to this amount`,
  notRecalculated: (refusal) => `Not recalculated: ${refusalEn(refusal)}`,
  nothingToRecalculate: 'Every total of this table agrees with its parts; nothing to change.',
  hint: ({ standing, difference }, expected) => {
    if (standing === 'exact') return `= ${expected} ✓`;
    return standing === 'rounding'
      ? `≈ ${expected} ✓ (rounding ${difference})`
      : `≠ ${expected} ✗ (off by ${difference})`;
  },
};

type AnyRefusal = Parameters<FigureWords['notRecalculated']>[0];

function refusalZh(refusal: AnyRefusal): string {
  switch (refusal.reason) {
    case 'no-table':
      return '请把光标放在表格中。';
    case 'misread':
      return '本表未能可靠识别，改动可能有误。';
    case 'slid':
      return '本表有一栏数字错行，请先改正。';
    case 'no-sums':
      return '本表中没有识别出合计关系。';
    case 'unreadable':
      return `第 ${refusal.range.start.line + 1} 行的“${refusal.text}”不是可以相加的数字，请先改正。`;
    case 'contradictory':
      return `第 ${refusal.range.start.line + 1} 行的“${refusal.text}”按行、按列相加结果不同，请先核对其各项。`;
  }
}

function refusalEn(refusal: AnyRefusal): string {
  switch (refusal.reason) {
    case 'no-table':
      return 'put the cursor into a table.';
    case 'misread':
      return 'this table could not be read reliably.';
    case 'slid':
      return 'figures of a column stand a row off; correct that first.';
    case 'no-sums':
      return 'no sums were found in this table.';
    case 'unreadable':
      return `“${refusal.text}” in line ${refusal.range.start.line + 1} is no figure that can be added; correct it first.`;
    case 'contradictory':
      return `“${refusal.text}” in line ${refusal.range.start.line + 1} has parts that add up differently by row and by column; check them first.`;
  }
}
