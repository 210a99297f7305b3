import type { IndicatorGroupParams, IndicatorValueParams } from '../indicatorRuleParams.ts';
import type { IndicatorRule } from '../rules.ts';
import { plainLabel as label } from './format.ts';
import type { RuleWords } from './language.ts';

/** 绩效指标各规则的文字。 */
export const INDICATORS_ZH_CN: RuleWords<IndicatorRule> = {
  rules: {
    'indicator-heading': { name: '指标分类名称', summary: '二级指标名称与全国统一的名称不同。' },
    'indicator-value': { name: '指标值', summary: '指标值应有单位和比较符号，并与指标相称。' },
    'indicator-operator': { name: '比较符号', summary: '指标值的数字应写明“≥”“≤”或“=”。' },
    'indicator-group': { name: '指标归类', summary: '三级指标应列在所属的二级指标之下。' },
    'indicator-duplicate': { name: '指标重复', summary: '同一二级指标下，一个指标只应出现一次。' },
    'indicator-mismatch': { name: '指标值前后不一', summary: '同一指标在整体表和项目表中的值应当相同。' },
    'indicator-template': { name: '模板未填', summary: '没有填写的“指标2：……”应当删去。' },
    'indicator-vague': { name: '指标值难以衡量', summary: '指标值应可衡量，避免“有所提升”一类说法。' },
    'indicator-foreign': { name: '指标与项目不符', summary: '产出指标应与项目内容相关，不应照搬别的项目。' },
    'indicator-copied': { name: '指标照搬', summary: '不同项目的绩效指标不应整套相同。' },
    'indicator-trend': {
      name: '指标值与上年不衔接',
      summary: '本年目标不应低于上年已达到的水平，相差悬殊的应说明。',
    },
    'indicator-missing': {
      name: '指标不全',
      summary: '项目应有数量指标、质量指标和效益指标，有的项目还应有成本指标、满意度指标。',
    },
    'indicator-weights': { name: '权重合计', summary: '权重合计应为 100（或扣除预算执行率后的 90、80）。' },
    'indicator-cost': {
      name: '成本与项目金额',
      summary: '成本指标的值不应超过项目的资金总额，各项成本之和应与其相符。',
    },
    'indicator-period': {
      name: '起止时间',
      summary: '项目起止时间应包括预算年度，完成时限不应早于预算年度。',
    },
  },
  findings: {
    'indicator-heading': ({ printed, standard }) =>
      `二级指标“${printed}”的规范名称是“${standard}”；当地模板如此印制的，可不改。`,
    'indicator-value': indicatorValueText,
    'indicator-operator': ({ name, value, least, others }) =>
      least
        ? `“${label(name)}”的指标值 ${value} 没有比较符号，宜写成“≥${value}”。`
        : `“${label(name)}”的指标值 ${value} 没有写明“≥”“≤”还是“=”${others > 0 ? `，同表另有 ${others} 个也没有` : ''}；同表多数指标值写明了。`,
    'indicator-group': indicatorGroupText,
    'indicator-duplicate': ({ name }) => `指标“${label(name)}”在同一个二级指标下列了两次。`,
    'indicator-mismatch': ({ name, value, other }) =>
      `指标值前后不一：“${label(name)}”此处为 ${value}，项目绩效目标表中为 ${other}。`,
    'indicator-template': ({ state, printed }) =>
      state === 'row'
        ? `模板中的“${printed.trim()}”没有填写，公开前请填写或删去。`
        : `“${printed.trim()}”列出了可选的等次，没有选定其中一个。`,
    'indicator-vague': ({ value, rate }) =>
      rate
        ? `“${value}”难以衡量，这一指标可写成百分比，如“≥90%”。`
        : `“${value}”难以衡量，宜改为可以核对的数量、比率或完成标准。`,
    'indicator-missing': ({ missing }) => `这一组绩效指标没有${missing.join('、')}。`,
    'indicator-weights': (params) =>
      params.state === 'sum'
        ? `指标权重合计为 ${params.sum}，应为 100；预算执行率另计 10 分或 20 分的，应为 90 或 80。`
        : `“${label(params.group)}”的权重合计为 ${params.sum}，按财政部统一模板应在 ${params.range} 之间。`,
    'indicator-cost': (params) =>
      params.state === 'one'
        ? `成本指标“${label(params.name)}”为 ${params.value}，超过${label(params.label)} ${params.money}。`
        : `各项成本合计 ${params.sum}，与${label(params.label)} ${params.money}只差一位数字，请核对。`,
    'indicator-period': ({ state, name, printed, year }) =>
      state === 'period'
        ? `“${label(name)}”为 ${printed}，不包括预算年度 ${year} 年，请核对。`
        : `“${label(name)}”的完成时限 ${printed} 早于预算年度 ${year} 年，请核对。`,
    'indicator-foreign': ({ name, subject }) =>
      `“${label(name)}”是${subject}方面的指标，项目名称、目标和单位名称都没有提到，请核对是否照搬了别的项目。`,
    'indicator-copied': ({ count, project }) =>
      `这里有 ${count} 条指标及指标值与${project === '' ? '另一个项目' : `“${label(project)}”`}相同，请核对是否照搬。`,
    'indicator-trend': ({ state, name, value, last }) =>
      state === 'far'
        ? `“${name}”本年${value}，上年${last}，相差十倍以上，请核对。`
        : `“${name}”本年目标${value}${state === 'less' ? '低于' : '高于'}上年的${last}，如确有原因请说明。`,
  },
};

function indicatorValueText({ state, name, value }: IndicatorValueParams): string {
  const what = `“${label(name)}”的指标值`;
  switch (state) {
    case 'no-value':
      return `“${label(name)}”没有指标值。`;
    case 'no-percent':
      return `${what} ${value} 缺少百分号。`;
    case 'no-unit':
      return `${what} ${value} 缺少单位。`;
    case 'no-money':
      return `${what} ${value} 的单位没有金额，疑应为“元/人·天”一类。`;
    case 'over-hundred':
      return `${what} ${value} 超过 100%，请核对。`;
    case 'at-most-hundred':
      return `${what} ${value}：这一比率不会超过 100%，写成“100%”即可。`;
    case 'direction':
      return `${what} ${value}：这一指标越高越好，比较符号疑应为“≥”。`;
    case 'other-unit':
      return `${what} ${value} 的单位与自己的指标库中的不同。`;
    case 'direction-most':
      return `${what} ${value}：这一指标不宜多，比较符号疑应为“≤”。`;
  }
}

function indicatorGroupText({ state, name, group }: IndicatorGroupParams): string {
  switch (state) {
    case 'satisfaction-name':
    case 'satisfaction-of-quality':
      return `“${label(name)}”是满意度指标，应列在“服务对象满意度指标”之下，现列在“${group}”之下。`;
    case 'satisfaction-value':
      return `“${label(name)}”的指标值是满意度，应列在“服务对象满意度指标”之下，现列在“${group}”之下。`;
    case 'thing':
      return `“${label(name)}”数的是台、套、次一类，像是数量指标，现列在“${group}”之下，请核对。`;
    case 'time':
      return `“${label(name)}”说的是时间，像是时效指标，现列在“${group}”之下，请核对。`;
    case 'cost':
      return `“${label(name)}”说的是花多少钱，像是成本指标，现列在“${group}”之下，请核对。`;
  }
}
