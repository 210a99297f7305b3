import type {
  ChangeParams,
  ChangePartsParams,
  CompletionParams,
  LastYearParams,
  ProseRule,
  ProseSumParams,
  ProseTableParams,
} from '../proseRuleParams.ts';
import { plainLabel } from './format.ts';
import type { RuleWords } from './language.ts';

/** 文字说明各规则的文字。 */
export const PROSE_ZH_CN: RuleWords<ProseRule> = {
  rules: {
    'prose-change': { name: '增减不符', summary: '增减额、增减百分比和增减方向应与所述数字相符。' },
    'change-parts': {
      name: '分项增减不符',
      summary: '基本支出与项目支出等全部分项的增减额之和应等于总数的增减额。',
    },
    'prose-sum': { name: '文字分项不符', summary: '文中“其中”所列各项之和应与总数相符。' },
    'prose-share': { name: '占比不符', summary: '“占 p%”应等于该项除以总数。' },
    'prose-completion': {
      name: '完成情况不符',
      summary: '决算数与年初预算数、完成百分比、大于小于持平的说法应相符。',
    },
    'missing-reason': { name: '未说明增减原因', summary: '预算数有增减的，应说明主要原因。' },
    'reason-direction': {
      name: '原因与增减方向',
      summary: '增加的原因不应只说减少，减少的原因不应只说增加。',
    },
    'prose-table': { name: '文表不符', summary: '文字中的金额应与表中同一口径的金额相同。' },
    'prose-unit': { name: '金额单位有误', summary: '金额单位不应重复、缺“元”，也不应与表中不一。' },
    'last-year': { name: '与上年公开不符', summary: '与上年相比的数应与本单位上年公开的预算相符。' },
    'department-sum': { name: '部门与所属单位不符', summary: '部门的财政拨款应为所属各单位之和。' },
    'project-name': { name: '项目名称不一', summary: '文字中的项目名称应与表中一致。' },
  },
  findings: {
    'prose-change': changeText,
    'change-parts': partsText,
    'prose-sum': sumText,
    'prose-share': ({ state, label, printed, expected, of }) =>
      ({
        share: `占比不符：${subject(label)}占${of === '' ? '总数' : `“${plainLabel(of)}”`}的比重应为 ${expected}，现为 ${printed}。`,
        amount: `金额与占比不符：按文中所说的占比 ${of} 推算，${subject(label)}应为 ${expected} 左右，现为 ${printed}。`,
        sum: `各项占比之和为 ${expected}，应为 100%，请核对。`,
      })[state],
    'prose-completion': completionText,
    'missing-reason': ({ label }) => `${subject(label)}有增减，没有说明主要原因。`,
    'reason-direction': ({ label, direction, printed }) =>
      `${subject(label)}是${direction === 'up' ? '增加' : '减少'}，所述原因只说“${printed}”，请核对。`,
    'prose-table': tableText,
    'prose-unit': ({ state, printed, unit }) =>
      ({
        doubled: `单位重复：“${printed}”应为“${unit}”。`,
        cut: `“${printed}”之后缺“元”。`,
        missing: unit === '%' ? `“${printed}”之后缺百分号。` : `“${printed}”之后缺金额单位，疑为“${unit}”。`,
        scale: `金额单位不一：此处为“${printed}”，表中或文中同一金额以“${unit}”计。`,
        odd: `金额单位疑误：附近其他金额都以“${unit}”计，此处为“${printed}”。`,
      })[state],
    'project-name': ({ printed, meant }) => `项目名称不一：文中为“${printed}”，表中为“${meant}”。`,
    'last-year': lastYearText,
    'department-sum': ({ printed, sum, bodies }) =>
      `此处为 ${printed}，所属 ${bodies.length} 个单位公开的合计为 ${sum}（${bodies.join('、')}）。`,
  },
};

function subject(label: string): string {
  const words = plainLabel(label);
  return words === '' ? '此处' : `“${words}”`;
}

function changeText({ state, label, printed, expected, base }: ChangeParams): string {
  const what = subject(label);
  switch (state) {
    case 'percent':
      return `百分比不符：${what}的增减额除以上年数应为 ${expected}，现为 ${printed}。`;
    case 'other-base':
      return `百分比的基数有误：${printed} 是以${base === label ? '本年的' : ''}“${plainLabel(base ?? '')}”为基数算出的；按${what}的上年数计算应为 ${expected}。`;
    case 'amount':
      return `增减额不符：${what}两年相差 ${expected}，现为 ${printed}。`;
    case 'rose':
      return `增减方向不符：${what}为 ${printed}，上年为 ${expected}，是增加而不是减少。`;
    case 'fell':
      return `增减方向不符：${what}为 ${printed}，上年为 ${expected}，是减少而不是增加。`;
    case 'flat':
      return `既说持平，又有增减额 ${printed}，请核对。`;
    case 'down-fits':
      return `增减方向不符：${what}若是减少 ${printed}，正好是 ${expected}；若是增加则不符，疑“增加”应为“减少”。`;
    case 'up-fits':
      return `增减方向不符：${what}若是增加 ${printed}，正好是 ${expected}；若是减少则不符，疑“减少”应为“增加”。`;
    case 'two-words':
      return `${what}的增减额与百分比一增一减，请核对。`;
    case 'figure':
      return `增减不符：按${what}句中其他数字计算，此处应为 ${expected} 左右，现为 ${printed}。`;
    case 'of-nothing':
      return `${what}的上年数为零，没有增减百分比可言，现为 ${printed}，请改为“不可比”或删去。`;
    case 'elsewhere':
      return `同一金额的增减前后不一：${what}的增减额此处为 ${printed}，他处为 ${expected}，请核对。`;
    case 'turned-elsewhere':
      return `同一金额的增减前后不一：${what}增减 ${printed}，与他处一增一减，请核对。`;
  }
}

function partsText({ label, printed, sum, items }: ChangePartsParams): string {
  const formula = items.map((item) => `${plainLabel(item.label)} ${item.text}`.trim()).join('、');
  return `分项增减不符：${subject(label)}的增减为 ${printed}，各分项的增减合计为 ${sum}（${formula}）。`;
}

function completionText({ state, label, printed, expected, of }: CompletionParams): string {
  const what = subject(label);
  switch (state) {
    case 'percent':
      return `完成百分比不符：按${what}的决算数和预算数计算应为 ${expected}，现为 ${printed}。`;
    case 'amount':
      return `金额与完成百分比不符：按文中所说的 ${of} 推算，${label === '' ? '' : what}此处应为 ${expected} 左右，现为 ${printed}。`;
    case 'more':
      return `说法不符：文中说决算数大于预算数，而${what}的决算数 ${printed} 不大于预算数 ${expected}。`;
    case 'less':
      return `说法不符：文中说决算数小于预算数，而${what}的决算数 ${printed} 不小于预算数 ${expected}。`;
    case 'equal':
      return `说法不符：文中说决算数等于预算数，而${what}的决算数 ${printed} 与预算数 ${expected} 不相等。`;
  }
}

function sumText({ label, printed, sum, items, whole, exchanged }: ProseSumParams): string {
  if (exchanged)
    return `文字分项不符：${subject(label)} ${printed} 与${subject(exchanged.label)} ${exchanged.text} 疑写反，对调后即与分项之和相符。`;
  const formula = items.map((item) => `${plainLabel(item.label)} ${item.text}`.trim()).join(' + ');
  const how = whole ? '所列各项相加应为' : '所列各项相加已达';
  return `文字分项不符：${subject(label)}现为 ${printed}，${how} ${sum}（${formula}）。`;
}

function tableText({ label, printed, expected, table, row, column, sentences }: ProseTableParams): string {
  if (sentences !== undefined)
    return `前后不符：${subject(label)}此处为 ${printed}，文中另有 ${sentences} 处为 ${expected}。`;
  const place = [row, column].flatMap((words) => (words === '' ? [] : `“${plainLabel(words)}”`)).join('的');
  const where = table === '' ? '表' : `《${table}》`;
  return `文表不符：${subject(label)}文中为 ${printed}，${where}中${place}为 ${expected}。`;
}

function lastYearText({ state, label, unit, last, expected }: LastYearParams): string {
  const behind = unit === '' ? '' : ` ${unit}`;
  const known = `${subject(label)}上年公开的预算为 ${last}${behind}`;
  if (state === 'figure') return `${known}，与此处的上年数不符。`;
  return state === 'percent'
    ? `${known}，增减应为 ${expected}。`
    : `${known}，增减应为 ${expected}${behind}。`;
}
