import type { CodeNameParams, CodeParams } from '../codeRuleParams.ts';
import type { RelatedPlace } from '../findings.ts';
import type { Slip } from '../relations/slips.ts';
import type { SilenceParams } from '../rules.ts';
import type { SumParams, TablePercentParams } from '../tableRuleParams.ts';
import {
  amountText,
  differenceText,
  formulaText,
  headingLabel,
  plainLabel as label,
  namedCodeText,
  quotientText,
} from './format.ts';
import { INDICATORS_ZH_CN } from './indicators.zh-cn.ts';
import type { Language } from './language.ts';
import { PROSE_ZH_CN } from './prose.zh-cn.ts';
import { TEXT_ZH_CN } from './text.zh-cn.ts';

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
    'between-tables': { name: '表间不符', summary: '同一事项在不同表中的金额应当相同。' },
    'exceeds-whole': { name: '部分大于全部', summary: '部分的金额不应大于全部的金额。' },
    'slid-column': { name: '数字错行', summary: '一栏中连续几行的数字整体上移或下移了一行。' },
    'table-percent': { name: '百分比不符', summary: '占比、增减比例一栏应与同一行的金额相符。' },
    'unit-price': { name: '单价乘数量不符', summary: '采购清单中，金额应等于数量乘以单价。' },
    'negative-amount': { name: '负数', summary: '预算和支出的金额一般不为负。' },
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
    'project-amount': { name: '项目金额不符', summary: '项目资金总额应等于各资金来源之和、支出明细之和。' },
    ...INDICATORS_ZH_CN.rules,
    ...PROSE_ZH_CN.rules,
    ...TEXT_ZH_CN.rules,
    'silence-unused': { name: '忽略无效', summary: '“忽略”的标注应写明规则和理由，并确有所忽略。' },
  },
  findings: {
    'code-sum': (params) => sumText(params, '下级科目相加'),
    'total-row': (params) => sumText(params, '各科目相加'),
    'row-sum': (params) => sumText(params, '各分栏相加'),
    'numbered-sum': (params) => sumText(params, '所列各项相加'),
    balance: (params) =>
      params.culprit === 'total'
        ? `收支不平：${place(params)}现为 ${amountText(params.actual)}，${params.column === '' ? '收入总计' : '该预算的收入与上年结转合计'}为 ${amountText(params.expected)}，相差 ${differenceText(params.expected, params.actual)}。`
        : addendText(params),
    'between-tables': (params) => (params.culprit === 'total' ? betweenText(params) : addendText(params)),
    'exceeds-whole': (params) => (params.culprit === 'total' ? exceedsText(params) : addendText(params)),
    'slid-column': ({ slid, count, atMost, first, last, lostRow, lost, twin }) =>
      `数字错行：从“${label(first)}”到“${label(last)}”，这一栏${atMost ? '至多' : ''} ${count} 行的数字疑整体${slid === 'up' ? '上' : '下'}移了一行；移回原处，“${label(lostRow)}”补为 ${amountText(lost)}，${twin ? `即与“${label(twin)}”逐行一致` : '有关合计即全部相符'}。`,
    'table-percent': percentText,
    'unit-price': ({ row, column, actual, expected, quantity, price }) =>
      `单价乘数量不符：“${label(row)}”的“${label(column)}”现为 ${amountText(actual)}，数量 ${amountText(quantity)} × 单价 ${amountText(price)} 应为 ${amountText(expected)}，请核对三个数哪个有误。`,
    'negative-amount': ({ row, column, actual }) =>
      `“${label(row)}”的“${label(column)}”为负数 ${amountText(actual)}：预算和支出的金额一般不为负，冲减、更正除外，请核对。`,
    'rounding-difference': (params) =>
      `尾差 ${differenceText(params.expected, params.actual)}：${place(params)}现为 ${amountText(params.actual)}，各项相加为 ${amountText(params.expected)}，${params.unlikely ? `虽在 ${params.operands.length} 项四舍五入的最大误差之内，但远超通常的尾差，请核对` : '在四舍五入范围之内'}。`,
    'code-unknown': codeText,
    'merge-conflict': ({ lineCount }) =>
      lineCount === 1
        ? '合并冲突的标记留在文中，请删去。'
        : `合并冲突尚未解决：这 ${lineCount} 行并存两个版本，无从判断以哪个为准，其中内容及被它隔断的表不作检查。`,
    'code-digits': ({ code, name, suggestion }) =>
      `${code} 不是科目编码的写法（类 3 位、款 5 位、项 7 位）${suggestion ? `；“${name}”的编码是 ${suggestion.code}` : ''}。`,
    'code-kind': ({ code, own, table, suggestion }) =>
      suggestion
        ? `${code} 是${CLASSIFICATION[own]}，本表是${CLASSIFICATION[table]}；疑为 ${suggestion.code} ${suggestion.name}。`
        : `${code} 是${CLASSIFICATION[own]}，不应列在${CLASSIFICATION[table]}的表中。`,
    'code-name': nameText,
    'code-year': ({ code, state, year, bound, successors }) =>
      state === 'not-yet'
        ? `科目 ${code} 从 ${bound} 年起使用，${year} 年还没有。`
        : `科目 ${code} 用到 ${bound} 年为止，${year} 年已停用${
            successors.length > 0 ? `，改用 ${successors.map(namedCodeText).join('、')}` : ''
          }。`,
    'code-parent': ({ code, name, parent, above, suggestion }) =>
      suggestion
        ? `${code} 列在 ${namedCodeText(above)} 之下，而 ${above.code} 之下的“${name}”编码是 ${suggestion.code}。`
        : `${code} 属于 ${namedCodeText(parent)}，却列在 ${namedCodeText(above)} 之下。`,
    'code-duplicate': (params) => `科目 ${namedCodeText(params)} 在此重复出现。`,
    'code-subtotal': (params) => `缺少上级科目 ${namedCodeText(params)} 的小计行。`,
    'code-order': ({ code, behind }) => `科目没有按编码从小到大排列：${code} 应排在 ${behind} 之前。`,
    'project-amount': (params) => sumText(params, '所列各项相加'),
    ...INDICATORS_ZH_CN.findings,
    ...PROSE_ZH_CN.findings,
    ...TEXT_ZH_CN.findings,
    'silence-unused': silenceText,
  },
  classification: CLASSIFICATION,
  fix: (action) => {
    switch (action.kind) {
      case 'replace-amount':
        return `改为 ${action.newText}`;
      case 'move-figures':
        return '把这些数字移回原来的行';
      case 'turn-direction':
        return action.fell ? '“增加”改为“减少”' : '“减少”改为“增加”';
      case 'swap-figures':
        return '互换这两个数';
      case 'replace-code':
        return `改为 ${action.code} ${action.name}`;
      case 'replace-name':
        return `名称改为“${action.name}”`;
      case 'replace-value':
        return `改为 ${action.newText}`;
      case 'insert-row':
        return `插入 ${namedCodeText(action)} 的小计行`;
      case 'sort-rows':
        return '各行按编码排序';
      case 'remove-rows':
        return action.count === 1 ? '删去此行' : `删去本表没有填写的 ${action.count} 行`;
      case 'move-row':
        return `移到“${action.group}”之下`;
      case 'spread-weights':
        return `按比例调整各项权重，合计 ${action.sum}`;
      case 'silence':
        return `${action.table ? '在本表中忽略' : '忽略此处的'}“${ZH_CN.rules[action.rule].name}”（须写明理由）`;
      case 'remove-silence':
        return '删去此行标注';
    }
  },
  related: ({ role, label: text }) => `${RELATED[role]}：${label(text)}`,
};

const RELATED: { readonly [R in RelatedPlace['role']]: string } = {
  total: '受影响的合计',
  operand: '加数',
  compared: '对照',
  'same-code': '同一编码',
  'same-indicator': '同一指标',
  another: '另一处',
};

function percentText(params: TablePercentParams): string {
  const { row, column, kind, actual, expected, witnesses } = params;
  const base = kind === 'of-total' ? '（合计）' : '';
  return `百分比不符：“${label(row)}”的“${label(column)}”现为 ${amountText(actual)}，按 ${quotientText(params)}${base}应为 ${amountText(expected)}；本栏另有 ${witnesses} 行是这样算的。`;
}

function silenceText({ state, silenced }: SilenceParams): string {
  switch (state) {
    case 'unused':
      return `此处没有“${silenced}”可以忽略，请删去这行标注。`;
    case 'no-reason':
      return `没有写明理由，不予忽略：请在“${silenced}”之后写明理由。`;
    case 'no-rule':
      return '没有写明规则，不予忽略：请写成“预算公开：忽略 规则 理由”，如“预算公开：忽略 合计栏不符 另有一栏未列出”。';
    case 'unknown-rule':
      return `没有叫“${silenced}”的规则，不予忽略：请写提示末尾括号里的规则编号，或它的中文名称，如“合计栏不符”。`;
    case 'not-at-top':
      return '“全文”只能写在文件开头，不予忽略。';
  }
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
  if (params.swappedWith !== undefined) return swapText(params, params.swappedWith);
  if (params.culprit === 'addend') return addendText(params);
  const { expected, actual, operands } = params;
  if (params.lostRow !== undefined) return lostText(params, params.lostRow, how);
  if (params.blank) return blankText(params, params.blank);
  return `合计不符：${place(params)}现为 ${amountText(actual)}，${how}应为 ${amountText(expected)}，相差 ${differenceText(expected, actual)}（${formulaText(operands)}）${witnessText(params)}${besideText(params)}。`;
}

function blankText(params: SumParams, { row, column, value }: NonNullable<SumParams['blank']>): string {
  const cell = column === '' ? `“${label(row)}”一行有一格` : `“${label(row)}”的“${label(column)}”`;
  return `疑漏填一个数：${cell}空着，填 ${amountText(value)} 则有关合计即全部相符；${place(params)}现为 ${amountText(params.actual)}。`;
}

function lostText(params: SumParams, row: string, how: string): string {
  const { expected, actual, operands } = params;
  const missing = `${differenceText(expected, actual)}${row === '' ? '' : `（${label(row)}）`}`;
  return `疑漏一行 ${missing}：${place(params)}现为 ${amountText(actual)}，${how}为 ${amountText(expected)}（${formulaText(operands)}）。`;
}

/** A sum that no header states is believed for the rows in which it holds; they are named with it. */
function witnessText({ witnesses }: SumParams): string {
  return witnesses === undefined ? '' : `；本表另有 ${witnesses} 行都是这样相加的`;
}

function swapText({ expected, actual, swappedOr = [] }: SumParams, other: string): string {
  const rivals = swappedOr.map((place) => `“${label(place)}”`).join('、');
  const or = rivals === '' ? '' : `；也可能是${rivals}的两数对调`;
  return `两数疑对调：此处现为 ${amountText(actual)}，“${label(other)}”现为 ${amountText(expected)}，互换后有关合计即全部相符${or}。`;
}

function addendText(params: SumParams): string {
  const { expected, actual, slip } = params;
  const how = slip ? `（疑为${SLIPS[slip]}）` : '';
  return `此数疑有误：现为 ${amountText(actual)}，若为 ${amountText(expected)}${how}，${place(params)}及有关合计即全部相符${witnessText(params)}。`;
}

const SLIPS: { readonly [S in Slip]: string } = {
  digit: '一位数字有误',
  transposed: '相邻数字颠倒',
  dropped: '漏写一位数字',
  doubled: '多写一位数字',
  point: '小数点错位',
  unit: '元与万元混用',
  sign: '正负号有误',
};

function besideText({ countsBeside }: SumParams): string {
  return countsBeside === undefined
    ? ''
    : `；“${headingLabel(countsBeside)}”另有一栏，不应计入，别的表也没有计入`;
}

function betweenText(params: SumParams): string {
  const { expected, actual, operands, slip } = params;
  const how = slip ? `，疑为${SLIPS[slip]}` : '';
  const other = operands.map(({ label: text }) => label(text)).join('、');
  const note = params.mayBe === undefined ? '' : '；当地的归类可能不同，可能没错，请核对';
  return `表间不符：${place(params)}现为 ${amountText(actual)}，${other}为 ${amountText(expected)}，相差 ${differenceText(expected, actual)}${how}${note}。`;
}

function exceedsText(params: SumParams): string {
  const { expected, actual, operands } = params;
  const part = operands.map(({ label: text }) => label(text)).join('、');
  const note =
    params.mayBe === undefined ? '' : '；限额标准以下、采购目录之外的不计入政府采购，可能没错，请核对';
  return `部分大于全部：${part}为 ${amountText(expected)}，大于${place(params)}的 ${amountText(actual)}${note}。`;
}

function place({ row, column }: SumParams): string {
  const names = [label(row), headingLabel(column)].filter((name) => name !== '');
  return names.length === 0 ? '此数' : names.map((name) => `“${name}”`).join('的');
}

function codeText({ code, name, suggestion }: CodeParams): string {
  if (!suggestion) return `科目编码 ${code} 不在现有科目目录中，请核对（目录可能不全）。`;
  const meant = `${suggestion.code} ${suggestion.name}`;
  return name === '' || suggestion.name !== name
    ? `科目编码 ${code} 不在科目目录中，疑为 ${meant}。`
    : `科目编码 ${code} 不存在；“${name}”的编码是 ${suggestion.code}。`;
}
