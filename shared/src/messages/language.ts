import type { Classification } from '../catalogue/record.ts';
import type { Finding, FixAction, RelatedPlace } from '../findings.ts';
import type { RuleId, RuleParams } from '../rules.ts';

/** What a rule is called and, in a sentence, what it checks. */
export interface RuleText {
  readonly name: string;
  readonly summary: string;
}

/** What is said of some of the rules. */
export interface RuleWords<R extends RuleId> {
  readonly rules: { readonly [Id in R]: RuleText };
  readonly findings: { readonly [Id in R]: (params: RuleParams[Id]) => string };
}

/** All words of one language. A missing key is a type error. */
export interface Language extends RuleWords<RuleId> {
  /** What each of the four lists of codes is called. */
  readonly classification: { readonly [C in Classification]: string };
  readonly fix: (action: FixAction) => string;
  readonly related: (place: RelatedPlace) => string;
}

/** The sentence of a finding. */
export function findingMessage(language: Language, finding: Finding): string {
  // The rule selects its own parameters; TypeScript cannot follow the pair through the table.
  const message = language.findings[finding.rule] as (params: Finding['params']) => string;
  return message(finding.params);
}
