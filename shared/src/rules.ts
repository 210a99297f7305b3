import type { Decimal } from 'decimal.js';

/** How loudly a finding speaks. `off` exists only in settings. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule is about; families group the settings and the chapters of docs/RULES.md. */
export type RuleFamily = 'arithmetic' | 'codes' | 'text';

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
}

export interface CodeParams {
  readonly code: string;
  readonly name: string;
  /** The code that is meant, when the evidence points to exactly one. */
  readonly suggestion?: { readonly code: string; readonly name: string };
}

/** Two versions of the same lines that were not merged. */
export interface ConflictParams {
  /** How many lines the conflict takes, its marks among them. */
  readonly lineCount: number;
}

/** The parameters a finding of each rule carries. Words are made from them at the edge (messages/). */
export interface RuleParams {
  'code-sum': SumParams;
  'total-row': SumParams;
  'row-sum': SumParams;
  'numbered-sum': SumParams;
  balance: SumParams;
  'rounding-difference': SumParams;
  'code-unknown': CodeParams;
  'merge-conflict': ConflictParams;
}

export type RuleId = keyof RuleParams;

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
  'row-sum': rule('row-sum', 'arithmetic', 'error', true, 'A6, A7, A8, A10, A11'),
  'numbered-sum': rule('numbered-sum', 'arithmetic', 'error', true, 'A2, A3, A4, A5'),
  balance: rule('balance', 'arithmetic', 'error', true, 'A1'),
  'rounding-difference': rule('rounding-difference', 'arithmetic', 'hint', false, '§2.6'),
  'code-unknown': rule('code-unknown', 'codes', 'warning', true, 'A15, N17'),
  'merge-conflict': rule('merge-conflict', 'text', 'error', false, 'L15'),
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
