import type { SumParams } from './tableRuleParams.ts';

/**
 * What is wrong with a value. `no-value`; `no-percent`: a rate without its %; `no-unit`; `over-hundred`: more
 * than all; `at-most-hundred`: ≥100 % of what cannot be more; `no-money`: a price in 人/天; `direction`: a limit on
 * the wrong side, which should be ≥; `direction-most`: one that should be ≤;
 * `other-unit`: one that the user's own library does not have for it.
 */
export type IndicatorValueState =
  | 'no-value'
  | 'no-percent'
  | 'no-unit'
  | 'over-hundred'
  | 'at-most-hundred'
  | 'no-money'
  | 'direction'
  | 'direction-most'
  | 'other-unit';

/** An indicator whose value cannot be right as it is written. */
export interface IndicatorValueParams {
  readonly state: IndicatorValueState;
  readonly name: string;
  /** As printed. */
  readonly value: string;
}

/** A cost as printed, or the sum of all; and the project's money under its label, with its unit. */
export type IndicatorCostParams = { readonly label: string; readonly money: string } & (
  | { readonly state: 'one'; readonly name: string; readonly value: string }
  | { readonly state: 'sum'; readonly sum: string }
);

/** All weights of a list, or those under one 一级 heading against what the template gives it (`40–50`). */
export type IndicatorWeightsParams =
  | { readonly state: 'sum'; readonly sum: string }
  | { readonly state: 'share'; readonly sum: string; readonly group: string; readonly range: string };

/** What stands under a heading it does not belong to; for `satisfaction-value` its value speaks of satisfaction. */
export type IndicatorGroupState =
  | 'satisfaction-name'
  | 'satisfaction-of-quality'
  | 'satisfaction-value'
  | 'thing'
  | 'time'
  | 'cost';

/** An indicator under a heading it does not belong to. */
export interface IndicatorGroupParams {
  readonly state: IndicatorGroupState;
  readonly name: string;
  /** The heading, as printed. */
  readonly group: string;
}

/** `period`: the time in which a project runs; `deadline`: the day by which an indicator has to be met. */
export type IndicatorPeriodState = 'period' | 'deadline';

/** Against the year before: `less` of what should be more, `more` of a limit, `far`: ten times as large or as small. */
export type IndicatorTrendState = 'less' | 'more' | 'far';

/** Of the rules about performance indicators (绩效指标). */
export interface IndicatorRuleParams {
  'project-amount': SumParams;
  'indicator-heading': { readonly printed: string; readonly standard: string };
  'indicator-value': IndicatorValueParams;
  /** A number without ≥, ≤ or =; `least`: it can only be meant as the least; `others`: how many more lack it. */
  'indicator-operator': {
    readonly name: string;
    readonly value: string;
    readonly least: boolean;
    readonly others: number;
  };
  'indicator-group': IndicatorGroupParams;
  'indicator-duplicate': { readonly name: string };
  /** The value in the table of the whole department, and that in the project's. */
  'indicator-mismatch': { readonly name: string; readonly value: string; readonly other: string };
  /** A row that was not filled in, or a value that lists what is to be chosen from. */
  'indicator-template': { readonly state: 'row' | 'choice'; readonly printed: string };
  'indicator-vague': { readonly name: string; readonly value: string; readonly rate: boolean };
  /** The 二级 headings of which nothing is there. */
  'indicator-missing': { readonly missing: readonly string[] };
  'indicator-weights': IndicatorWeightsParams;
  'indicator-cost': IndicatorCostParams;
  /** What a form calls the period, or the indicator that has a deadline; and the year of the budget. */
  'indicator-period': {
    readonly state: IndicatorPeriodState;
    readonly name: string;
    readonly printed: string;
    readonly year: number;
  };
  /** The field of work (政法, 交通) that the indicator is of and the project is not. */
  'indicator-foreign': { readonly name: string; readonly subject: string };
  /** How many indicators and values are the same as those of another project; its name may be empty. */
  'indicator-copied': { readonly count: number; readonly project: string };
  /** A target and what was reached the year before, as printed. */
  'indicator-trend': {
    readonly state: IndicatorTrendState;
    readonly name: string;
    readonly value: string;
    readonly last: string;
  };
}
