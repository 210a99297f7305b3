import type { CodeRuleParams } from './codeRuleParams.ts';
import type { IndicatorRuleParams } from './indicatorRuleParams.ts';
import type { ProseRuleParams, TextRuleParams } from './proseRuleParams.ts';
import type { TableRuleParams } from './tableRuleParams.ts';

/** From the loudest to the quietest. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** How loudly a finding speaks. `off` exists only in settings. */
export type Severity = (typeof SEVERITIES)[number];

/** What a rule is about; families group the settings and the chapters of docs/RULES.md. */
export type RuleFamily = 'arithmetic' | 'codes' | 'indicators' | 'prose' | 'text';

/** Two versions of the same lines that were not merged. */
export interface ConflictParams {
  /** How many lines the conflict takes, its marks among them. */
  readonly lineCount: number;
}

/**
 * What is wrong with a silence. `unused`: there is nothing to be silent about. The others do not silence:
 * without a reason, with no rule or one that does not exist, or 全文 anywhere but at the top.
 */
export type SilenceState = 'unused' | 'no-reason' | 'no-rule' | 'unknown-rule' | 'not-at-top';

/** A remark that silences nothing, or not as it should. */
export interface SilenceParams {
  readonly state: SilenceState;
  /** The id of the rule as it is written; empty where there is none. */
  readonly silenced: string;
}

/** The parameters a finding of each rule carries. Words are made from them at the edge (messages/). */
export interface RuleParams
  extends TableRuleParams,
    CodeRuleParams,
    IndicatorRuleParams,
    ProseRuleParams,
    TextRuleParams {
  'merge-conflict': ConflictParams;
  'silence-unused': SilenceParams;
}

/** The id of a rule: kebab-case, the same in settings, docs, the terminal and remarks that silence it. It never changes. */
export type RuleId = keyof RuleParams;

/** The rules about performance indicators (绩效指标). */
export type IndicatorRule = Extract<RuleId, `indicator-${string}`>;

/** What is known of a rule itself, whatever it finds. */
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

/** The ids of all rules, in the order of {@link RULES}. */
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
