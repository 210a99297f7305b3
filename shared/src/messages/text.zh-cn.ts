import type {
  MissingCellParams,
  NothingStatedParams,
  PrivateDataKind,
  TextRule,
  TextRuleParams,
} from '../proseRuleParams.ts';
import type { RuleWords } from './language.ts';

/** 文件文字、标题、目录各规则的文字。 */
export const TEXT_ZH_CN: RuleWords<TextRule> = {
  rules: {
    'private-data': { name: '个人信息', summary: '公开的文件中不应有身份证号、银行卡号、手机号码。' },
    'empty-table': { name: '空表', summary: '没有数据的表应说明没有。' },
    'nothing-stated': { name: '说没有而表中有', summary: '说没有的，各表应都没有；表下的说明应是说此表的。' },
    'template-text': { name: '模板文字', summary: '模板里的填写说明和待填的空白不应留在公开的文件中。' },
    'word-slip': { name: '错别字', summary: '同音误写的字。' },
    'unpaired-mark': { name: '标点不成对', summary: '括号、引号、书名号应成对。' },
    numbering: { name: '序号', summary: '表中的序号不应重复、跳号。' },
    'contents-entry': { name: '目录与正文不符', summary: '目录所列的标题、表名应与正文相同。' },
    'stale-year': { name: '年份有误', summary: '表题、标题和正文中的年份应与文件的年度相符。' },
    'organ-name': { name: '单位名称不一', summary: '表中填报单位应与封面的名称一致。' },
    'document-kind': {
      name: '文件类别用词不一',
      summary: '部门预算应称“部门”，单位预算应称“单位”；预算文件的标题不应写作决算。',
    },
    'missing-content': { name: '内容不全', summary: '规定应公开的表和说明不应缺少。' },
    'missing-unit': { name: '表未标单位', summary: '每张表都应标明金额单位。' },
    'unit-scale': { name: '元与万元混淆', summary: '表中金额与所标单位相差一万倍。' },
    'missing-cell': { name: '缺名称或金额', summary: '有金额的行应有名称，合计应有金额，项目应有名称。' },
    'repeated-heading': { name: '栏目重复', summary: '同一表头内不应有两个相同的科目栏。' },
    'row-name': { name: '行名与金额不符', summary: '该行的金额在其他表中属于另一个科目。' },
    'copied-text': { name: '同一句话前后不一', summary: '照抄的话与前文只差一个字。' },
  },
  findings: {
    'private-data': ({ kind }) => `此处疑有${PRIVATE[kind]}，公开前请删去或遮盖。`,
    'empty-table': ({ state }) =>
      state === 'no-body'
        ? '此表只有标题和单位，没有内容；没有数据的，应写明“本表无数据”及原因。'
        : '此表没有数据，文中也没有说明；应写明没有此项收支及原因。',
    'nothing-stated': nothingStatedText,
    'template-text': ({ printed }) => `“${printed}”像是模板里的文字，公开前请填写或删去。`,
    'word-slip': ({ printed, meant, context }) =>
      context === '' || context === printed
        ? `“${printed}”疑应为“${meant}”。`
        : `“${context}”中的“${printed}”疑应为“${meant}”。`,
    'unpaired-mark': unpairedText,
    numbering: numberingText,
    'contents-entry': ({ entry, heading }) =>
      heading === ''
        ? `目录中的“${entry}”，正文中没有同名的标题或表。`
        : `目录中为“${entry}”，正文中为“${heading}”。`,
    'stale-year': ({ printed, year }) => `“${printed}”疑为其他年度的文字，此处应为 ${year} 年。`,
    'organ-name': ({ printed, organ }) => `名称不一：此处为“${printed}”，别处为“${organ}”。`,
    'document-kind': ({ printed, meant }) => `“${printed}”疑应为“${meant}”，与文件的其他标题一致。`,
    'missing-content': ({ state, name }) =>
      state === 'table' ? `没有找到“${name}”；没有数据也应列出空表并说明。` : `没有找到关于“${name}”的说明。`,
    'missing-unit': ({ title }) => `${title === '' ? '此表' : `《${title}》`}没有标明金额单位。`,
    'unit-scale': ({ printed, meant, figure, other }) =>
      `单位不符：此处标为“${printed}”，而 ${figure} 像是以${meant}计的（对照 ${other}），请核对。`,
    'missing-cell': missingText,
    'repeated-heading': ({ name, meant }) =>
      meant === '' ? `“${name}”一栏重复。` : `“${name}”一栏重复；按科目顺序，此处应为“${meant}”。`,
    'row-name': ({ printed, meant }) =>
      `此行写作“${printed}”，而同样的金额在其他表中是“${meant}”的，请核对名称。`,
    'copied-text': ({ printed, other, line }) =>
      `与第 ${line} 行的同一句话只差一处：此处为“${printed}”，第 ${line} 行为“${other}”，请核对哪个对。`,
  },
};

const PRIVATE: { readonly [K in PrivateDataKind]: string } = {
  identity: '居民身份证号码',
  'bank-card': '银行卡号',
  mobile: '手机号码',
};

function missingText({ state, printed, meant }: MissingCellParams): string {
  const what = meant === '' ? '' : `，疑应为“${meant}”`;
  switch (state) {
    case 'label':
      return `金额 ${printed} 所在的行没有名称${what}。`;
    case 'amount':
      return `这一格应是金额，却写着“${printed}”${what}。`;
    case 'total':
      return `这一行有分项而“${printed}”空着，疑漏填 ${meant}。`;
    case 'row-above':
      return `金额 ${printed} 与名称错开了一行：它的名称“${meant}”在上一行。`;
    case 'project':
      return `“项目名称”之后是空的，请填写${what}。`;
  }
}

/** Brackets and title marks with their other halves, in both widths. */
const OTHER_HALVES: Readonly<Record<string, string>> = {
  ...{ '（': '）', '(': ')', '《': '》', '〔': '〕', '【': '】', '「': '」' },
  ...{ '）': '（', ')': '(', '》': '《', '〕': '〔', '】': '【', '」': '「' },
};

function unpairedText({ mark, context }: TextRuleParams['unpaired-mark']): string {
  const words = context.trim();
  const isFirst = words.startsWith(mark);
  const other = OTHER_HALVES[mark];
  if (other !== undefined)
    return `标点不成对：“${isFirst ? `${words}……` : `……${words}`}”只有“${mark}”，缺“${other}”。`;
  const rest = words.replace(mark, '');
  return `标点不成对：这一段的引号是单数，“${rest}”之${isFirst ? '前' : '后'}的引号没有另一半。`;
}

function numberingText({ number, before }: TextRuleParams['numbering']): string {
  if (number === before) return `序号重复：有两个第 ${number} 项。`;
  if (before === 0) return `序号不从一开始：第一项写成了第 ${number} 项。`;
  const missing = number === before + 2 ? `，缺第 ${before + 1} 项` : '';
  return `序号不连续：第 ${before} 项之后是第 ${number} 项${missing}。`;
}

function nothingStatedText({ state, money, table, amount }: NothingStatedParams): string {
  const printed = `${table === '' ? '另一张表' : `《${table}》`}中${money}为 ${amount}`;
  return {
    blank: `此表没有数据，而${printed}，请核对。`,
    denied: `此处说没有${money}，而${printed}，请核对。`,
    'no-vehicles': `此处说没有车辆，而${printed}；车辆是租用、统一调派或年中划转的可能没错，请核对。`,
    'has-figures': '此处说上表没有数据，而上表有数据，请核对。',
    copied: `此处说的是“${money}”，上表是“${table}”的表，疑为照抄另一张表的说明。`,
  }[state];
}
