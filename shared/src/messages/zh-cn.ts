import type { RelatedPlace } from '../findings.ts';
import type { CodeNameParams, CodeParams, NamedCode, SumParams } from '../rules.ts';
import { amountText, differenceText, formulaText } from './format.ts';
import type { Language } from './language.ts';

const CLASSIFICATION: Language['classification'] = {
  revenue: '收入分类科目',
  functional: '支出功能分类科目',
  'economic-department': '部门预算支出经济分类科目',
  'economic-government': '政府预算支出经济分类科目',
};

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
    'code-digits': { name: '科目编码位数不对', summary: '类、款、项的编码是三位、五位、七位。' },
    'code-kind': { name: '科目类别混用', summary: '功能分类表中不应有经济分类科目，反之亦然。' },
    'code-name': { name: '科目名称不符', summary: '名称应是该编码在本年度的名称。' },
    'code-year': { name: '科目编码年度不符', summary: '编码应在文件所属年度有效。' },
    'code-parent': { name: '科目上下级不符', summary: '编码应列在所属的类、款之下。' },
    'code-duplicate': { name: '科目编码重复', summary: '同一单位下，一个编码只应出现一次。' },
    'code-subtotal': {
      name: '缺少上级科目行',
      summary: '各项之上应有所属款的小计行，各款之上应有类的小计行。',
    },
    'code-order': { name: '科目顺序', summary: '科目一般按编码从小到大排列。' },
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
    'code-digits': ({ code, name, suggestion }) =>
      `${code} 不成科目编码${suggestion ? `；“${name}”的编码是 ${suggestion.code}` : ''}。`,
    'code-kind': ({ code, own, table, suggestion }) =>
      suggestion
        ? `${code} 是${CLASSIFICATION[own]}，本表是${CLASSIFICATION[table]}；疑为 ${suggestion.code} ${suggestion.name}。`
        : `${code} 是${CLASSIFICATION[own]}，不应列在${CLASSIFICATION[table]}的表中。`,
    'code-name': nameText,
    'code-year': ({ code, state, year, bound, successors }) =>
      state === 'not-yet'
        ? `科目 ${code} 从 ${bound} 年起使用，${year} 年还没有。`
        : `科目 ${code} 用到 ${bound} 年为止，${year} 年已停用${
            successors.length > 0 ? `，改用 ${successors.map(shown).join('、')}` : ''
          }。`,
    'code-parent': ({ code, name, parent, above, suggestion }) =>
      suggestion
        ? `${code} 列在 ${shown(above)} 之下；那里的“${name}”是 ${suggestion.code}。`
        : `${code} 属于 ${shown(parent)}，却列在 ${shown(above)} 之下。`,
    'code-duplicate': (params) => `科目 ${shown(params)} 在此重复出现。`,
    'code-subtotal': (params) => `缺少上级科目 ${shown(params)} 的小计行。`,
    'code-order': ({ code, behind }) => `科目未按编码排列：${code} 在 ${behind} 之后。`,
  },
  classification: CLASSIFICATION,
  fix: (action) => {
    switch (action.kind) {
      case 'replace-amount':
        return `改为 ${action.newText}`;
      case 'replace-code':
        return `改为 ${action.code} ${action.name}`;
      case 'replace-name':
        return `名称改为“${action.name}”`;
      case 'insert-row':
        return `插入 ${shown(action)} 的小计行`;
      default:
        return '各行按编码排序';
    }
  },
  related: ({ role, label: text }) => `${RELATED[role]}：${text}`,
};

const RELATED: { readonly [R in RelatedPlace['role']]: string } = {
  total: '受影响的合计',
  operand: '加数',
  'same-code': '同一编码',
};

function shown({ code, name }: NamedCode): string {
  return `${code} ${name}`.trim();
}

function nameText({ code, name, state, right, until, suggestion }: CodeNameParams): string {
  switch (state) {
    case 'another':
      return suggestion
        ? `编码与名称不符：${code} 是“${right}”；“${name}”的编码是 ${suggestion.code}。`
        : `编码与名称不符：${code} 是“${right}”，“${name}”是其他科目的名称。`;
    case 'old':
      return `科目 ${code} 的名称“${name}”用到 ${until} 年为止，现为“${right}”。`;
    case 'altered':
      return `科目 ${code} 的名称应为“${right}”。`;
    default:
      return `科目 ${code} 的名称是“${right}”，此处印作“${name}”，请核对。`;
  }
}

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
