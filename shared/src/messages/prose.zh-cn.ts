import type { ChangeParams, PrivateDataKind, ProseRule, ProseSumParams } from '../rules.ts';
import { plainLabel } from './format.ts';
import type { RuleWords } from './language.ts';

/** 文字说明各规则的文字。 */
export const PROSE_ZH_CN: RuleWords<ProseRule> = {
  rules: {
    'prose-change': { name: '增减不符', summary: '增减额、增减百分比和增减方向应与所述数字相符。' },
    'prose-sum': { name: '文字分项不符', summary: '文中“其中”所列各项之和应与总数相符。' },
    'missing-reason': { name: '未说明增减原因', summary: '预算数有增减的，应说明主要原因。' },
    'prose-table': { name: '文表不符', summary: '文字中的金额应与表中同一口径的金额相同。' },
    'prose-unit': { name: '金额单位有误', summary: '金额单位不应重复，也不应缺“元”。' },
    'empty-table': { name: '空表', summary: '没有数据的表应说明没有。' },
    'template-text': { name: '模板文字', summary: '模板里的填写说明和待填的空白不应留在公开的文件中。' },
    'word-slip': { name: '错别字', summary: '同音误写的字。' },
    numbering: { name: '序号', summary: '表中的序号不应重复、跳号。' },
    'private-data': { name: '个人信息', summary: '公开的文件中不应有身份证号、银行卡号、手机号码。' },
  },
  findings: {
    'prose-change': changeText,
    'prose-sum': sumText,
    'missing-reason': ({ label }) => `${subject(label)}有增减，没有说明主要原因。`,
    'prose-table': ({ label, printed, expected, table }) =>
      `文表不符：${subject(label)}文中为 ${printed}，${table === '' ? '表中' : `《${table}》中`}为 ${expected}。`,
    'prose-unit': ({ state, printed, unit }) =>
      state === 'doubled' ? `单位重复：“${printed}”应为“${unit}”。` : `“${printed}”之后缺“元”。`,
    'empty-table': ({ state }) =>
      state === 'no-body'
        ? '此表只有标题和单位，没有内容；没有数据的，应写明“本表无数据”及原因。'
        : '此表没有数据，文中也没有说明；应写明没有此项收支及原因。',
    'template-text': ({ printed }) => `“${printed}”像是模板里的文字，公开前请填写或删去。`,
    'word-slip': ({ printed, meant }) => `“${printed}”疑应为“${meant}”。`,
    numbering: ({ number, before }) => `序号不连续：第 ${before} 项之后是第 ${number} 项。`,
    'private-data': ({ kind }) => `此处疑有${PRIVATE[kind]}，公开前请删去或遮盖。`,
  },
};

const PRIVATE: { readonly [K in PrivateDataKind]: string } = {
  identity: '居民身份证号码',
  'bank-card': '银行卡号',
  mobile: '手机号码',
};

function subject(label: string): string {
  const words = plainLabel(label);
  return words === '' ? '此处' : `“${words}”`;
}

function changeText({ state, label, printed, expected, base }: ChangeParams): string {
  const what = subject(label);
  switch (state) {
    case 'percent':
      return `百分比不符：按${what}及其增减额计算应为 ${expected}，现为 ${printed}。`;
    case 'other-base':
      return `百分比的基数有误：${printed} 是以“${plainLabel(base ?? '')}”为基数算出的；按${what}的上年数计算应为 ${expected}。`;
    case 'amount':
      return `增减额不符：${what}两年相差 ${expected}，现为 ${printed}。`;
    case 'rose':
      return `增减方向不符：${what}为 ${printed}，上年为 ${expected}，是增加而不是减少。`;
    case 'fell':
      return `增减方向不符：${what}为 ${printed}，上年为 ${expected}，是减少而不是增加。`;
    case 'flat':
      return `既说持平，又有增减额 ${printed}，请核对。`;
  }
}

function sumText({ label, printed, sum, items, whole }: ProseSumParams): string {
  const formula = items.map((item) => `${plainLabel(item.label)} ${item.text}`.trim()).join(' + ');
  const how = whole ? '所列各项相加应为' : '所列各项相加已达';
  return `文字分项不符：${subject(label)}现为 ${printed}，${how} ${sum}（${formula}）。`;
}
