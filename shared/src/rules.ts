import type { Decimal } from 'decimal.js';
import type { Classification } from './catalogue/record.ts';
import type { ProseRuleParams, TextRuleParams } from './proseRuleParams.ts';
import type { PercentKind } from './relations/percentColumns.ts';
import type { Slip } from './relations/slips.ts';

/** From the loudest to the quietest. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** How loudly a finding speaks. `off` exists only in settings. */
export type Severity = (typeof SEVERITIES)[number];

/** What a rule is about; families group the settings and the chapters of docs/RULES.md. */
export type RuleFamily = 'arithmetic' | 'codes' | 'indicators' | 'prose' | 'text';

/** A printed amount as it takes part in a message: the value and how many decimals it was printed with. */
export interface PrintedAmount {
  readonly value: Decimal;
  readonly decimals: number;
}

/** One addend of a formula as the reader should see it: the row's or column's label and its amount. */
export interface Operand {
  readonly label: string;
  readonly amount: PrintedAmount;
}

/** Parameters of every sum that does not hold. Amounts are in the table's own unit. */
export interface SumParams {
  /** Row label of the total, e.g. `20103 政府办公厅（室）及相关机构事务`. */
  readonly row: string;
  /** Column label of the total, e.g. `基本支出 › 小计`; empty where the header could not be read. */
  readonly column: string;
  readonly expected: PrintedAmount;
  readonly actual: PrintedAmount;
  readonly operands: readonly Operand[];
  /** Which cell the finding stands on: the total, or one addend that alone explains every broken sum. */
  readonly culprit: 'total' | 'addend';
  /** The slip of the hand that turns the expected figure into the printed one. */
  readonly slip?: Slip;
  /** The figure that it was exchanged with: its column where both stand in one row, else its row. */
  readonly swappedWith?: string;
  /** Where others may have been exchanged instead: the rows or columns in which they stand. */
  readonly swappedOr?: readonly string[];
  /** Where the sum was learned from the table: how many rows of different figures it holds in. */
  readonly witnesses?: number;
  /** Set where a row is missing rather than a figure wrong: its code and name as far as known, `302xx`, or nothing. */
  readonly lostRow?: string;
  /** Set where no figure is wrong but one was left out: what stands nowhere, and its row and column. */
  readonly blank?: { readonly row: string; readonly column: string; readonly value: PrintedAmount };
  /** Set where rounding may explain a difference, but hardly does: of many figures some are rounded up, some down. */
  readonly unlikely?: true;
  /**
   * Set where it may be right after all: services below the threshold of 政府采购 are bought and are none of it; an item may
   * be in another class of 政府预算支出经济分类 than the rule has it.
   */
  readonly mayBe?: 'below-threshold' | 'classified-otherwise';
  /** The column beside its group that the total counts as well, though it is counted for itself. */
  readonly countsBeside?: string;
}

/** A percentage in a column of percentages, and the two figures that it is worked out from. */
export interface TablePercentParams {
  readonly row: string;
  readonly column: string;
  readonly kind: PercentKind;
  readonly actual: PrintedAmount;
  readonly expected: PrintedAmount;
  readonly part: PrintedAmount;
  readonly whole: PrintedAmount;
  /** In how many rows of different figures the column is worked out so. */
  readonly witnesses: number;
}

/** An amount that is not a quantity at a price each. */
export interface UnitPriceParams {
  readonly row: string;
  readonly column: string;
  readonly actual: PrintedAmount;
  readonly expected: PrintedAmount;
  readonly quantity: PrintedAmount;
  readonly price: PrintedAmount;
}

/** A code with its name, as a message shows it. */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** Code and name as they are printed; the name is empty where there is none. */
export interface CodeParams extends NamedCode {
  /** The code that is meant, when the evidence points to exactly one. */
  readonly suggestion?: NamedCode;
}

export interface CodeYearParams extends NamedCode {
  readonly state: 'retired' | 'not-yet';
  /** The document's year. */
  readonly year: number;
  /** The code's last year, or its first. */
  readonly bound: number;
  /** Where the work of a code that ended went; empty where that is not known. */
  readonly successors: readonly NamedCode[];
}

export interface CodeNameParams extends NamedCode {
  /** `another`: the name of another code. `old`: of an earlier year. `altered`: written otherwise. `unlike`: none. */
  readonly state: 'another' | 'old' | 'altered' | 'unlike';
  /** The name of the code. */
  readonly right: string;
  /** The last year of an old name. */
  readonly until?: number;
  /** The code that has the printed name, where there is only one. */
  readonly suggestion?: NamedCode;
}

export interface CodeParentParams extends CodeParams {
  /** The code it belongs under, and the one it stands under. */
  readonly parent: NamedCode;
  readonly above: NamedCode;
}

export interface CodeKindParams extends CodeParams {
  /** The list the code is from, and the one that the rest of the table is from. */
  readonly own: Classification;
  readonly table: Classification;
}

/** Two versions of the same lines that were not merged. */
export interface ConflictParams {
  /** How many lines the conflict takes, its marks among them. */
  readonly lineCount: number;
}

/** Figures of a column that slid by a row. */
export interface SlideParams {
  /** Whether they stand a row too high or too low. */
  readonly slid: 'up' | 'down';
  /** How many figures have to move, the lost one among them. */
  readonly count: number;
  /** Set where it may also be fewer. */
  readonly atMost?: true;
  /** Labels of the first and the last row. */
  readonly first: string;
  readonly last: string;
  /** The row of the lost figure, and what the sums or the twin leave for it. */
  readonly lostRow: string;
  readonly lost: PrintedAmount;
  /** The column, or the table by its title, that prints the same figures in their rows; absent where sums show it. */
  readonly twin?: string;
}

/**
 * What is wrong with a silence. `unused`: there is nothing to be silent about. The others do not silence:
 * without a reason, with no rule or one that does not exist, or 全文 anywhere but at the top.
 */
export type SilenceState = 'unused' | 'no-reason' | 'no-rule' | 'unknown-rule' | 'not-at-top';

export interface SilenceParams {
  readonly state: SilenceState;
  /** The id of the rule as it is written; empty where there is none. */
  readonly silenced: string;
}

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

/** The parameters a finding of each rule carries. Words are made from them at the edge (messages/). */
export interface RuleParams extends ProseRuleParams, TextRuleParams {
  'code-sum': SumParams;
  'total-row': SumParams;
  'row-sum': SumParams;
  'numbered-sum': SumParams;
  balance: SumParams;
  'between-tables': SumParams;
  'exceeds-whole': SumParams;
  'slid-column': SlideParams;
  'rounding-difference': SumParams;
  'table-percent': TablePercentParams;
  'unit-price': UnitPriceParams;
  /** An amount below zero in a table whose rows and columns say nothing of why. */
  'negative-amount': { readonly row: string; readonly column: string; readonly actual: PrintedAmount };
  'code-unknown': CodeParams;
  'merge-conflict': ConflictParams;
  'code-digits': CodeParams;
  'code-kind': CodeKindParams;
  'code-name': CodeNameParams;
  'code-year': CodeYearParams;
  'code-parent': CodeParentParams;
  'code-duplicate': NamedCode;
  /** The code whose row is missing. */
  'code-subtotal': NamedCode;
  /** A code that stands behind one it should stand in front of. */
  'code-order': NamedCode & { readonly behind: string };
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
  'silence-unused': SilenceParams;
}

export type RuleId = keyof RuleParams;

/** The rules about performance indicators (绩效指标). */
export type IndicatorRule = Extract<RuleId, `indicator-${string}`>;

export interface Rule {
  readonly id: RuleId;
  readonly family: RuleFamily;
  readonly severity: Severity;
  /** Whether findings of this rule can carry a quick fix. */
  readonly fixable: boolean;
  /** Where the rule comes from: the paragraph of the domain rules (docs/RULES.md) or a statute. */
  readonly source: string;
}

/**
 * The only list of rules. Settings, docs/RULES.md, the messages of both languages and the terminal are
 * generated from it or tested against it (test/unit/rules.test.ts).
 */
export const RULES: { readonly [R in RuleId]: Rule & { readonly id: R } } = {
  'code-sum': rule('code-sum', 'arithmetic', 'error', true, 'A13'),
  'total-row': rule('total-row', 'arithmetic', 'error', true, 'A14'),
  'row-sum': rule('row-sum', 'arithmetic', 'error', true, 'A6, A7, A8, A10, A11, A19, A22'),
  'numbered-sum': rule('numbered-sum', 'arithmetic', 'error', true, 'A2, A3, A4, A5, A12, A22'),
  balance: rule('balance', 'arithmetic', 'error', true, 'A1, A9'),
  'between-tables': rule('between-tables', 'arithmetic', 'error', true, 'B1, B2, B3, B8, B10, B11, B12'),
  'exceeds-whole': rule('exceeds-whole', 'arithmetic', 'error', true, 'A3, A6, A22, B13, B14, B15, B16, B19'),
  'slid-column': rule('slid-column', 'arithmetic', 'error', true, 'A10, A13'),
  'table-percent': rule('table-percent', 'arithmetic', 'error', true, 'A18, A19'),
  'unit-price': rule('unit-price', 'arithmetic', 'error', true, 'A17'),
  'negative-amount': rule('negative-amount', 'arithmetic', 'information', false, 'A20'),
  'rounding-difference': rule('rounding-difference', 'arithmetic', 'hint', false, '§2.6'),
  'code-unknown': rule('code-unknown', 'codes', 'warning', true, 'A15, N17'),
  'merge-conflict': rule('merge-conflict', 'text', 'error', false, 'L15'),
  'code-digits': rule('code-digits', 'codes', 'error', true, 'A15'),
  'code-kind': rule('code-kind', 'codes', 'warning', true, '§1.3, L7'),
  'code-name': rule('code-name', 'codes', 'warning', true, 'N17'),
  'code-year': rule('code-year', 'codes', 'warning', true, 'N17'),
  'code-parent': rule('code-parent', 'codes', 'warning', true, 'A15'),
  'code-duplicate': rule('code-duplicate', 'codes', 'warning', false, 'A15'),
  'code-subtotal': rule('code-subtotal', 'codes', 'information', true, 'A13, L7'),
  'code-order': rule('code-order', 'codes', 'information', true, 'A15'),
  'project-amount': rule('project-amount', 'indicators', 'error', true, 'P8, A16, B20'),
  'indicator-heading': rule('indicator-heading', 'indicators', 'information', true, '§4.1'),
  'indicator-value': rule('indicator-value', 'indicators', 'warning', true, 'P4, P5, P6'),
  'indicator-operator': rule('indicator-operator', 'indicators', 'information', true, 'P4, P5'),
  'indicator-group': rule('indicator-group', 'indicators', 'warning', false, 'P3'),
  'indicator-duplicate': rule('indicator-duplicate', 'indicators', 'warning', false, 'P9'),
  'indicator-mismatch': rule('indicator-mismatch', 'indicators', 'warning', false, 'P11, B25'),
  'indicator-template': rule('indicator-template', 'indicators', 'information', false, 'P12'),
  'indicator-vague': rule('indicator-vague', 'indicators', 'hint', false, 'P14'),
  'indicator-foreign': rule('indicator-foreign', 'indicators', 'information', false, 'P10'),
  'indicator-copied': rule('indicator-copied', 'indicators', 'information', false, 'P9'),
  'indicator-trend': rule('indicator-trend', 'indicators', 'information', false, 'P15'),
  'indicator-missing': rule('indicator-missing', 'indicators', 'information', false, 'P1'),
  'indicator-weights': rule('indicator-weights', 'indicators', 'warning', false, 'P2'),
  'indicator-cost': rule('indicator-cost', 'indicators', 'warning', false, 'P7'),
  'indicator-period': rule('indicator-period', 'indicators', 'warning', false, 'P13'),
  'prose-change': rule('prose-change', 'prose', 'error', true, 'N1, N2, N3, N11'),
  'change-parts': rule('change-parts', 'prose', 'error', false, 'N5'),
  'prose-sum': rule('prose-sum', 'prose', 'error', false, 'N4'),
  'prose-share': rule('prose-share', 'prose', 'error', true, 'N6, A18'),
  'prose-completion': rule('prose-completion', 'prose', 'error', true, 'N1, N2'),
  'missing-reason': rule('missing-reason', 'prose', 'warning', false, 'N9'),
  'reason-direction': rule('reason-direction', 'prose', 'information', false, 'N10'),
  'prose-table': rule('prose-table', 'prose', 'error', true, 'N7, B18'),
  'prose-unit': rule('prose-unit', 'prose', 'warning', true, 'N12'),
  'last-year': rule('last-year', 'prose', 'warning', false, 'B24'),
  'department-sum': rule('department-sum', 'prose', 'warning', false, 'B23'),
  'project-name': rule('project-name', 'prose', 'information', true, 'B25'),
  'private-data': rule('private-data', 'prose', 'warning', false, '个人信息保护法'),
  'empty-table': rule('empty-table', 'prose', 'warning', false, '§1.4'),
  'nothing-stated': rule('nothing-stated', 'prose', 'warning', true, '§1.4, B17, B22'),
  'template-text': rule('template-text', 'prose', 'warning', false, 'N16'),
  'word-slip': rule('word-slip', 'prose', 'warning', true, 'N21'),
  'unpaired-mark': rule('unpaired-mark', 'prose', 'warning', false, 'N14, N21'),
  numbering: rule('numbering', 'prose', 'information', false, 'A21'),
  'contents-entry': rule('contents-entry', 'prose', 'information', false, 'N20'),
  'stale-year': rule('stale-year', 'prose', 'warning', true, 'N13'),
  'organ-name': rule('organ-name', 'prose', 'information', false, 'N14'),
  'document-kind': rule('document-kind', 'prose', 'warning', true, 'N15'),
  'missing-content': rule('missing-content', 'prose', 'information', false, '§1.3, §1.4'),
  'missing-unit': rule('missing-unit', 'prose', 'information', false, '§6.2, N12'),
  'unit-scale': rule('unit-scale', 'prose', 'error', false, 'N12'),
  'missing-cell': rule('missing-cell', 'prose', 'information', true, '§1.3'),
  'repeated-heading': rule('repeated-heading', 'prose', 'warning', false, '§6.5'),
  'row-name': rule('row-name', 'prose', 'warning', true, 'N18'),
  'copied-text': rule('copied-text', 'prose', 'information', false, 'N21'),
  'silence-unused': rule('silence-unused', 'text', 'warning', true, 'docs/RULES.md'),
};

export const RULE_IDS = Object.keys(RULES) as RuleId[];

function rule<R extends RuleId>(
  id: R,
  family: RuleFamily,
  severity: Severity,
  fixable: boolean,
  source: string,
): Rule & { readonly id: R } {
  return { id, family, severity, fixable, source };
}
