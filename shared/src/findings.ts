import type { RuleId, RuleParams, Severity } from './rules.ts';
import type { Range } from './text/range.ts';

/** A replacement of text. An empty range inserts. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** What a fix does, by key; messages/ makes the title from it. */
export type FixAction =
  | { readonly kind: 'replace-amount'; readonly newText: string }
  | { readonly kind: 'replace-code'; readonly code: string; readonly name: string };

export interface Fix {
  readonly action: FixAction;
  /** At most one fix of a finding is preferred, and only where nothing else could be meant. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** Another place the finding speaks of: an operand of the formula, the total it breaks. */
export interface RelatedPlace {
  readonly range: Range;
  readonly role: 'operand' | 'total';
  readonly label: string;
}

/** Something that fails. It carries parameters, not words, and knows no protocol. */
export type Finding = { [R in RuleId]: FindingOf<R> }[RuleId];

export interface FindingOf<R extends RuleId> {
  readonly rule: R;
  readonly severity: Severity;
  /** Always within one line. */
  readonly range: Range;
  readonly params: RuleParams[R];
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}
