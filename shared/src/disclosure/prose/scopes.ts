import type { Label } from './labels.ts';
import type { Membership } from './lists.ts';
import type { Reading } from './prose.ts';
import { type FigureDraft, known, type Place, passedOn, type State, unknown } from './state.ts';
import type { Concept, Scope } from './vocabulary/concepts.ts';
import { surelyContains } from './vocabulary/containment.ts';

/** Income that is no money of the budget of the government. */
const OWN_INCOME: readonly Concept[] = [
  'business-income',
  'operating-income',
  'superior-grant',
  'subsidiary-remittance',
  'other-income',
  'special-account',
  'own-funds',
  'superior-remittance',
  'operating-expenditure',
  'subsidiary-grant',
];
/** What all income and all expenditure is told by. */
const TOTALS: readonly Concept[] = ['balance', 'income', 'expenditure'];
/** Concepts that are parts of all expenditure or of one budget's, as the heading says. */
const DIVISIONS: readonly Concept[] = [
  ...TOTALS,
  'basic',
  'project',
  'personnel',
  'public',
  'subject',
  'carried-in',
  'carried-out',
];

/** Whether a concept is all income, all expenditure, or either side of both. */
export function isOfTotal(concept: Concept | undefined): boolean {
  return concept !== undefined && TOTALS.includes(concept);
}

/** What is known of a value before its scope is read. */
export interface ScopeContext {
  readonly label: Label;
  /** The label in a clause in front of it. */
  readonly before: Label | undefined;
  readonly membership: Membership;
  /** The figure whose other amount it is. */
  readonly prior: FigureDraft | undefined;
}

/** Whose money a value is. */
export function scopeOf(
  state: State,
  place: Place,
  draft: FigureDraft,
  around: ScopeContext,
): Reading<Scope> {
  const { label, before, membership, prior } = around;
  if (draft.role === 'count') return unknown('not-applicable');
  if (label.severalScopes) return unknown('several-scopes');
  if (label.scope) return known(label.scope, 'certain', 'words');
  if (before?.scope) return known(before.scope, 'certain', 'clause-before');
  if (prior) return passedOn(prior.scope, 'subject');
  const concept = draft.concept.value;
  // 政府性基金收入总计…，其中：上级补助收入: what a government is granted is of the budget of which it is told.
  const isGranted = concept === 'superior-grant' && membership.announced && membership.parent !== undefined;
  if (concept && OWN_INCOME.includes(concept) && !isGranted) return known('all', 'certain', 'words');
  if (concept === 'carried-in' && place.last !== undefined && followsDirectly(place, draft)) {
    const sibling = state.figures[place.last];
    if (sibling) return passedOn(sibling.scope, 'sibling');
  }
  if (membership.parent && (membership.list?.introduction !== 'order' || concept !== 'carried-in')) {
    const { scope } = membership.parent;
    if (scope.confidence !== 'unknown') return passedOn(scope, 'parent');
  }
  if (concept === 'expenditure') {
    const income = incomeInFront(state, place, draft);
    if (income) return passedOn(income.scope, 'sibling');
  }
  return contextScope(state, place, concept);
}

/** 政府性基金预算收入2150万元，支出2400万元: what is spent is of the money that came in, where the two stand side by side. */
function incomeInFront(
  { figures }: State,
  { last }: Place,
  { sentence, label }: FigureDraft,
): FigureDraft | undefined {
  const income = last === undefined ? undefined : figures[last];
  const isPair =
    income?.sentence === sentence &&
    income.concept.value === 'income' &&
    income.scope.confidence === 'certain' &&
    income.list === undefined;
  return isPair && label.words === '支出' ? income : undefined;
}

/** Whose money a figure is that stands for itself. */
export function contextScope(state: State, place: Place, concept: Concept | undefined): Reading<Scope> {
  if (concept === undefined) return unknown('no-words');
  if (place.runIn?.scope) return known(place.runIn.scope, 'likely', 'run-in-head');
  const scoped = state.context.headings.find((heading) => speaksOf(heading, concept));
  if (scoped?.severalScopes) return unknown('several-scopes');
  if (scoped?.scope) return known(scoped.scope, 'likely', 'heading');
  if (!DIVISIONS.includes(concept)) return unknown('no-words');
  if (isOfTotal(concept)) return known('all', 'likely', 'no-scope-word');
  const whole = [place.runIn, ...state.context.headings].some((label) => isOfTotal(label?.concept));
  return whole ? known('all', 'likely', 'heading') : unknown('no-words');
}

/** Whether a heading tells whose money a concept beneath it is: that on 三公经费 does not speak of 政府采购. */
function speaksOf({ scope, severalScopes, concept: over }: Label, concept: Concept): boolean {
  if (scope === undefined && !severalScopes) return false;
  if (DIVISIONS.includes(concept))
    return over === undefined || DIVISIONS.includes(over) || over === 'appropriation';
  if (over === undefined) return false;
  return (
    over === concept ||
    surelyContains(
      { concept: over, scope, period: undefined },
      { concept, scope: undefined, period: undefined },
    )
  );
}

/** A、B: the two stand together. */
function followsDirectly(place: Place, draft: FigureDraft): boolean {
  return place.source.compact.text.charAt(draft.labelStretch.start - 1) === '、';
}
