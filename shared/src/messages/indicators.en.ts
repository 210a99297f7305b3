import type { IndicatorGroupParams, IndicatorValueParams } from '../indicatorRuleParams.ts';
import type { IndicatorRule } from '../rules.ts';
import { plainLabel as label } from './format.ts';
import type { RuleWords } from './language.ts';

/** The words of the rules about performance indicators. */
export const INDICATORS_EN: RuleWords<IndicatorRule> = {
  rules: {
    'indicator-heading': {
      name: 'Heading of indicators',
      summary: 'A heading of 二级指标 differs from the national one.',
    },
    'indicator-value': {
      name: 'Value of an indicator',
      summary: 'A value needs its unit and its sign, and must suit its indicator.',
    },
    'indicator-operator': {
      name: 'Sign of a value',
      summary: 'The number of a value should say whether ≥, ≤ or = is meant.',
    },
    'indicator-group': {
      name: 'Misplaced indicator',
      summary: 'An indicator must stand under the heading it belongs to.',
    },
    'indicator-duplicate': {
      name: 'Repeated indicator',
      summary: 'An indicator must stand once only under its heading.',
    },
    'indicator-mismatch': {
      name: 'Values of an indicator differ',
      summary: 'An indicator must have one value in the table of the whole and in that of the project.',
    },
    'indicator-template': {
      name: 'Template row left',
      summary: 'Rows of the form that were not filled in must go.',
    },
    'indicator-vague': { name: 'Vague value', summary: 'A value should be one that can be checked.' },
    'indicator-foreign': {
      name: 'Indicator of another project',
      summary: 'Outputs must be those of the project, not copied from another one.',
    },
    'indicator-copied': {
      name: 'Indicators of another project copied',
      summary: 'Two projects should not have the same whole set of indicators.',
    },
    'indicator-trend': {
      name: 'Target against last year',
      summary: 'A target should not fall behind what was reached the year before.',
    },
    'indicator-missing': {
      name: 'Missing indicators',
      summary: 'A project needs indicators of 数量, of 质量 and of 效益; some need those of 成本 or 满意度.',
    },
    'indicator-weights': {
      name: 'Sum of weights',
      summary: 'Weights add up to 100, or to 90 or 80 without 预算执行率.',
    },
    'indicator-cost': {
      name: 'Costs and the money of the project',
      summary:
        'No cost may be more than all the money of its project; costs that make it up should add up to it.',
    },
    'indicator-period': {
      name: 'Period of a project',
      summary: 'The period must include the year of the budget, and no deadline may lie before it.',
    },
  },
  findings: {
    'indicator-heading': ({ printed, standard }) =>
      `The standard name of “${printed}” is “${standard}”; it may stay where the local template prints it.`,
    'indicator-value': valueText,
    'indicator-operator': ({ name, value, least, others }) =>
      least
        ? `The value ${value} of “${label(name)}” has no sign; “≥${value}” would be usual.`
        : `The value ${value} of “${label(name)}” does not say whether ≥, ≤ or = is meant${others > 0 ? `, nor do ${others} more of the table` : ''}; most values do.`,
    'indicator-group': groupText,
    'indicator-duplicate': ({ name }) => `The indicator “${label(name)}” stands here a second time.`,
    'indicator-mismatch': ({ name, value, other }) =>
      `“${label(name)}” is ${value} here and ${other} in the table of the project.`,
    'indicator-template': ({ state, printed }) =>
      state === 'row'
        ? `“${printed.trim()}” of the template was not filled in: fill it in, or take it out.`
        : `“${printed.trim()}” lists what may be chosen, and none is.`,
    'indicator-vague': ({ value, rate }) =>
      rate
        ? `“${value}” cannot be measured; this indicator can be a percentage, such as “≥90%”.`
        : `“${value}” cannot be measured; a number, a rate or a standard that can be checked would be better.`,
    'indicator-missing': ({ missing }) => `There are no indicators of ${missing.join(', ')} here.`,
    'indicator-weights': (params) =>
      params.state === 'sum'
        ? `The weights add up to ${params.sum}, not to 100, nor to 90 or 80 where 预算执行率 counts 10 or 20.`
        : `The weights of “${label(params.group)}” add up to ${params.sum}; the national template gives it ${params.range}.`,
    'indicator-cost': (params) =>
      params.state === 'one'
        ? `The cost “${label(params.name)}” is ${params.value}, more than ${label(params.label)}, ${params.money}.`
        : `The costs add up to ${params.sum}, a digit from ${label(params.label)}, ${params.money}.`,
    'indicator-period': ({ state, name, printed, year }) =>
      state === 'period'
        ? `“${label(name)}” is ${printed}, without the year of the budget, ${year}.`
        : `The deadline of “${label(name)}”, ${printed}, lies before the year of the budget, ${year}.`,
    'indicator-foreign': ({ name, subject }) =>
      `“${label(name)}” is of ${subject}, of which neither the project’s form nor the department speaks: was it copied from another project?`,
    'indicator-copied': ({ count, project }) =>
      `${count} indicators and their values are those of ${project === '' ? 'another project' : `“${label(project)}”`}: were they copied?`,
    'indicator-trend': ({ state, name, value, last }) =>
      state === 'far'
        ? `“${name}” is ${value} this year and was ${last}: ten times apart.`
        : `“${name}” is ${value}, ${state === 'less' ? 'less' : 'more'} than the ${last} of the year before.`,
  },
};

function valueText({ state, name, value }: IndicatorValueParams): string {
  const what = `The value ${value} of “${label(name)}”`;
  switch (state) {
    case 'no-value':
      return `“${label(name)}” has no value.`;
    case 'no-percent':
      return `${what} lacks its %.`;
    case 'no-unit':
      return `${what} lacks its unit.`;
    case 'no-money':
      return `${what} has a unit without money; 元/人·天 or the like may be meant.`;
    case 'over-hundred':
      return `${what} is more than 100 %.`;
    case 'at-most-hundred':
      return `${what}: this rate cannot be more, “100%” says it.`;
    case 'direction':
      return `${what}: more is better here, “≥” may be meant.`;
    case 'other-unit':
      return `${what} has another unit than in your own library.`;
    case 'direction-most':
      return `${what}: less is better here, “≤” may be meant.`;
  }
}

function groupText({ state, name, group }: IndicatorGroupParams): string {
  switch (state) {
    case 'satisfaction-name':
    case 'satisfaction-of-quality':
      return `“${label(name)}” is about satisfaction, and stands under “${group}”.`;
    case 'satisfaction-value':
      return `“${label(name)}” under “${group}” is measured by satisfaction, which has a heading of its own.`;
    case 'thing':
      return `“${label(name)}” is counted in pieces, like 数量指标, and stands under “${group}”.`;
    case 'time':
      return `“${label(name)}” is about time, like 时效指标, and stands under “${group}”.`;
    case 'cost':
      return `“${label(name)}” is a cost, like 成本指标, and stands under “${group}”.`;
  }
}
