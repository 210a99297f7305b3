import type { FindingOf } from '#core/findings.ts';
import type { RuleId, Severity } from '#core/rules.ts';
import type { PrintedAmount } from '#core/tableRuleParams.ts';
import { Money } from '#core/text/money.ts';
import type { Range } from '#core/text/range.ts';
import type { Reading } from '#server/reading.ts';

/** What was read of a file with one small table. */
export const READING: Reading = { tables: 1, unreadTables: 0, figures: 9, relations: 4, holding: 3 };

/** An amount with the decimals it is written with. */
export function amount(text: string): PrintedAmount {
  return { value: new Money(text), decimals: text.split('.')[1]?.length ?? 0 };
}

export function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** A subtotal of 1,530.50 over 850.50 and 500.00, on the third line of a file. */
export function sumFinding(label = '20103 政府办公厅'): FindingOf<'code-sum'> {
  return {
    rule: 'code-sum',
    severity: 'error',
    range: range(2, 6, 14),
    params: {
      row: label,
      column: '合计',
      expected: amount('1350.50'),
      actual: amount('1530.50'),
      operands: [
        { label: '2010301', amount: amount('850.50') },
        { label: '2010302', amount: amount('500.00') },
      ],
      culprit: 'total',
    },
    related: [{ range: range(3, 8, 14), role: 'operand', label: '2010301 行政运行' }],
    fixes: [
      {
        action: { kind: 'replace-amount', newText: '1,350.50' },
        preferred: true,
        edits: [{ range: range(2, 6, 14), newText: '1,350.50' }],
      },
    ],
  };
}

/** A total that rounding explains, in whole units. */
export function hintFinding(): FindingOf<'rounding-difference'> {
  return {
    rule: 'rounding-difference',
    severity: 'hint',
    range: range(9, 0, 3),
    params: {
      row: '合计',
      column: '',
      expected: amount('101'),
      actual: amount('100'),
      operands: [],
      culprit: 'total',
    },
    related: [],
    fixes: [],
  };
}

export function codeFinding(suggestion?: {
  readonly code: string;
  readonly name: string;
}): FindingOf<'code-unknown'> {
  return {
    rule: 'code-unknown',
    severity: 'warning',
    range: range(4, 0, 7),
    params: { code: '2101109', name: '', ...(suggestion && { suggestion }) },
    related: [],
    fixes: [],
  };
}

export function withSeverity<R extends RuleId>(finding: FindingOf<R>, severity: Severity): FindingOf<R> {
  return { ...finding, severity };
}
