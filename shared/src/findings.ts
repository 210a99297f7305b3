import { type RuleId, type RuleParams, SEVERITIES, type Severity } from './rules.ts';
import { type Range, shiftRange } from './text/range.ts';
import { rememberLast } from './text/remember.ts';

/** A replacement of text. An empty range inserts. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** What a fix does, by key; messages/ makes the title from it. */
export type FixAction =
  | { readonly kind: 'replace-amount'; readonly newText: string }
  | { readonly kind: 'move-figures' }
  | { readonly kind: 'swap-figures' }
  /** The words for a rise become those for a fall, or the reverse. */
  | { readonly kind: 'turn-direction'; readonly fell: boolean }
  | { readonly kind: 'replace-code'; readonly code: string; readonly name: string }
  | { readonly kind: 'replace-name'; readonly name: string }
  | { readonly kind: 'replace-value'; readonly newText: string }
  | { readonly kind: 'insert-row'; readonly code: string; readonly name: string }
  | { readonly kind: 'sort-rows' }
  | { readonly kind: 'remove-rows'; readonly count: number }
  | { readonly kind: 'move-row'; readonly group: string }
  | { readonly kind: 'spread-weights'; readonly sum: number }
  | { readonly kind: 'silence'; readonly rule: RuleId; readonly table: boolean }
  | { readonly kind: 'remove-silence' };

/** A change of the text that would put a finding right. */
export interface Fix {
  readonly action: FixAction;
  /** At most one fix of a finding is preferred, and only where nothing else could be meant. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** A fix that writes a text over another; `shown` is what its title calls the text, where that is more of it. */
export function replaceFix(range: Range, newText: string, preferred: boolean, shown: string = newText): Fix {
  return { action: { kind: 'replace-value', newText: shown }, preferred, edits: [{ range, newText }] };
}

/**
 * Another place the finding speaks of: an operand of the sum, the total it breaks, what it is compared
 * with, the same code elsewhere, or another place of which the same is said.
 */
export interface RelatedPlace {
  readonly range: Range;
  readonly role: 'operand' | 'total' | 'compared' | 'same-code' | 'same-indicator' | 'another';
  readonly label: string;
}

/** A finding with its ranges moved down by whole lines: from its table's lines to those of the document. */
export function placeFinding(finding: Finding, lines: number): Finding {
  const { range, related, fixes } = finding;
  return {
    ...finding,
    range: shiftRange(range, lines),
    related: related.map((place) => ({ ...place, range: shiftRange(place.range, lines) })),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, range: shiftRange(edit.range, lines) })),
    })),
  };
}

/** The same for all findings of a table or a block; the very same ones as before where it stands as it stood. */
export const placeFindings = rememberLast((findings: readonly Finding[], lines: number): readonly Finding[] =>
  findings.map((finding) => placeFinding(finding, lines)),
);

/** Of several findings of one rule at one place the loudest, of equal ones the first. */
export function loudestOfEach(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const { start } = finding.range;
    const place = `${finding.rule} ${start.line}:${start.character}`;
    const known = byPlace.get(place);
    if (!known || isLouder(finding, known)) byPlace.set(place, finding);
  }
  return byPlace.size === findings.length ? findings : [...byPlace.values()];
}

/** Whether a finding speaks louder than another: an error before a warning, and so on. */
export function isLouder(finding: Finding, than: Finding): boolean {
  return SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(than.severity);
}

/** Something that fails. It carries parameters, not words, and knows no protocol. */
export type Finding = { [R in RuleId]: FindingOf<R> }[RuleId];

/** A finding of one rule. */
export interface FindingOf<R extends RuleId> {
  readonly rule: R;
  readonly severity: Severity;
  /** Always within one line. */
  readonly range: Range;
  readonly params: RuleParams[R];
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}
