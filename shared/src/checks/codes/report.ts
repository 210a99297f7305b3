import type { CodeRecord } from '../../catalogue/catalogue.ts';
import type { NamedCode } from '../../codeRuleParams.ts';
import { codeEdits, nameEdit } from '../../codes/writing.ts';
import type { CodeReading, Table } from '../../disclosure/table.ts';
import type { Finding, FindingOf, Fix } from '../../findings.ts';
import { RULES, type RuleId, type RuleParams, type Severity } from '../../rules.ts';
import { type Range, rangeOf } from '../../text/range.ts';

/** What a finding may say beside its rule, range and parameters. */
export interface Details {
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: Finding['related'];
}

/** A finding on a code, or, with `range`, on the name beside it. */
export function report<R extends RuleId>(
  rule: R,
  range: Range | undefined,
  params: RuleParams[R],
  { severity = RULES[rule].severity, fixes = [], related = [] }: Details = {},
): FindingOf<R>[] {
  return range ? [{ rule, severity, range, params, related, fixes }] : [];
}

/** Where a code stands; the cells between its first and its last are covered too. */
export function rangeOfCode({ spans }: CodeReading): Range | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  return first && last && rangeOf({ line: first.line, start: first.start, end: last.end });
}

/** Where the name of a code stands; undefined where none is printed. */
export function rangeOfName({ nameSpan }: CodeReading): Range | undefined {
  return nameSpan && rangeOf(nameSpan);
}

/** Code and name without the rest of a record. */
export function namedCode({ code, name }: CodeRecord): NamedCode {
  return { code, name };
}

/** The fix that writes another code into the cells; none where it does not fit them. */
export function replaceCode(
  code: CodeReading,
  { code: digits, name }: NamedCode,
  preferred: boolean,
  { dialect }: Table,
): Fix[] {
  const edits = codeEdits(code, digits, dialect);
  if (!edits || edits.length === 0) return [];
  return [{ action: { kind: 'replace-code', code: digits, name }, preferred, edits }];
}

/** The fix that writes another name beside the code. */
export function replaceName(code: CodeReading, name: string, preferred: boolean, table: Table): Fix[] {
  const edit = nameEdit(code, name, table);
  return edit ? [{ action: { kind: 'replace-name', name }, preferred, edits: [edit] }] : [];
}
