import type { CodeParams, SumParams } from '../rules.ts';
import { amountText, differenceText, formulaText } from './format.ts';
import type { Language } from './language.ts';

/** 简体中文，界面的默认语言。 */
export const ZH_CN: Language = {
  rules: {
    'code-sum': { name: '科目小计不符', summary: '类、款的金额应等于其下级科目之和。' },
    'total-row': { name: '合计行不符', summary: '合计行应等于各顶级科目之和。' },
    'row-sum': { name: '合计栏不符', summary: '合计、小计栏应等于其各分栏之和。' },
    'numbered-sum': { name: '收支合计不符', summary: '本年合计、总计应等于所列各项之和。' },
    balance: { name: '收支不平', summary: '收入总计应等于支出总计。' },
    'rounding-difference': { name: '尾差', summary: '合计与各项之和相差在四舍五入范围之内。' },
    'code-unknown': { name: '科目编码不存在', summary: '编码不在政府收支分类科目之中。' },
    'merge-conflict': { name: '合并冲突', summary: '两个版本尚未合并，文稿不能公开。' },
  },
  findings: {
    'code-sum': (params) => sumText(params, '下级科目相加'),
    'total-row': (params) => sumText(params, '各科目相加'),
    'row-sum': (params) => sumText(params, '各分栏相加'),
    'numbered-sum': (params) => sumText(params, '所列各项相加'),
    balance: (params) =>
      params.culprit === 'total'
        ? `收支不平：“${label(params.row)}”现为 ${amountText(params.actual)}，收入总计为 ${amountText(params.expected)}，相差 ${differenceText(params.expected, params.actual)}。`
        : addendText(params),
    'rounding-difference': (params) =>
      `尾差 ${differenceText(params.expected, params.actual)}：${place(params)}现为 ${amountText(params.actual)}，各项相加为 ${amountText(params.expected)}，在四舍五入范围之内。`,
    'code-unknown': codeText,
    'merge-conflict': ({ lineCount }) =>
      `合并冲突尚未解决：这 ${lineCount} 行并存两个版本，无从判断以哪个为准，其中内容及被它隔断的表不作检查。`,
  },
  fix: (action) =>
    action.kind === 'replace-amount' ? `改为 ${action.newText}` : `改为 ${action.code} ${action.name}`,
  related: ({ role, label: text }) => (role === 'total' ? `受影响的合计：${text}` : `加数：${text}`),
};

function sumText(params: SumParams, how: string): string {
  if (params.culprit === 'addend') return addendText(params);
  const { expected, actual, operands } = params;
  return `合计不符：${place(params)}现为 ${amountText(actual)}，${how}应为 ${amountText(expected)}，相差 ${differenceText(expected, actual)}（${formulaText(operands)}）。`;
}

function addendText(params: SumParams): string {
  const { expected, actual } = params;
  return `此数疑有误：现为 ${amountText(actual)}，若为 ${amountText(expected)}，${place(params)}及有关合计即全部相符。`;
}

function place({ row, column }: SumParams): string {
  return column === '' ? `“${label(row)}”` : `“${label(row)}”的“${column}”`;
}

function label(text: string): string {
  return text.replace(/<[^>]*>|\*+/g, '').trim();
}

function codeText({ code, name, suggestion }: CodeParams): string {
  if (!suggestion) return `科目编码 ${code} 不在现有科目目录中，请核对（目录可能不全）。`;
  const meant = `${suggestion.code} ${suggestion.name}`;
  return name === '' || suggestion.name !== name
    ? `科目编码 ${code} 不在科目目录中，疑为 ${meant}。`
    : `科目编码 ${code} 不存在；“${name}”的编码是 ${suggestion.code}。`;
}
