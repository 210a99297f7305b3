import { rememberBase } from './bases.ts';
import { contextConcept } from './conceptReading.ts';
import { type Label, readLabel } from './labels.ts';
import type { Direction, Reading, Stretch } from './prose.ts';
import type { RoleReading } from './roles.ts';
import { contextScope } from './scopes.ts';
import {
  type BaseDraft,
  type ComparisonDraft,
  type FigureDraft,
  heldBy,
  known,
  LOOK_BACK,
  lastFigure,
  type Place,
  passedOn,
  type State,
  unknown,
} from './state.ts';
import type { NumberToken } from './tokens.ts';
import { unitOf } from './values.ts';
import type { Concept, Scope } from './vocabulary/concepts.ts';
import { surelyContains } from './vocabulary/containment.ts';
import type { BaseWords, DirectionWords } from './wording.ts';

/** What changed: a figure, or what the words name. */
interface Changed {
  readonly subject?: number;
  readonly link: Reading<'subject'>;
  readonly concept: Reading<Concept>;
  readonly scope: Reading<Scope>;
  readonly label: Label;
  /** The comparison it is a part of. */
  readonly parent?: number;
}

/** Reads an amount or a percentage by which something changed. */
export function readChange(
  state: State,
  place: Place,
  token: NumberToken,
  own: Stretch,
  role: RoleReading,
): void {
  const { direction } = role;
  if (!direction) return;
  const shift = own.start;
  const base = role.base && rememberBase(state, place, role.base, shift);
  const index = state.figures.length;
  const paired = pairedWith(state, place, role, own);
  const front = frontOf(place, own, role.base, direction.start);
  const changed = paired ? undefined : findChanged(state, place, front);
  const source = paired ?? changed;
  const figure: FigureDraft = {
    paragraph: place.paragraph,
    sentence: place.clause.sentence,
    group: place.clause.group,
    token,
    label: changed?.label ?? readLabel(front),
    labelStretch: own,
    kind: role.kind,
    role: role.role,
    unit: unitOf(token),
    inReason: place.reason !== undefined,
    concept: source?.concept ?? unknown('no-words'),
    scope: source?.scope ?? unknown('no-words'),
    period: subjectOf(state, source)?.period ?? unknown('no-words'),
    year: yearOfChange(state, subjectOf(state, source)),
    basis: subjectOf(state, source)?.basis ?? unknown('no-words'),
  };
  state.figures.push(figure);
  lendUnit(state, index);
  if (paired) {
    if (role.role === 'change') paired.amount = index;
    else {
      paired.percent = index;
      paired.percentDirection = direction.direction;
    }
    return;
  }
  if (!changed) return;
  state.comparisons.push({
    ...comparisonOf(place, changed, direction.direction, {
      start: shift + direction.start,
      end: shift + direction.end,
    }),
    base: withFigure(state, place, changed, base ?? carriedBase(state, place, changed)),
    ...(role.role === 'change'
      ? { amount: index }
      : { percent: index, percentDirection: direction.direction }),
  });
}

/** Reads the direction in 由3万元减少到2万元, whose figures are both values. */
export function readToward(state: State, place: Place, own: Stretch, toward: DirectionWords): void {
  const subject = state.figures.length - 1;
  const figure = state.figures[subject];
  if (!figure) return;
  const changed: Changed = {
    subject,
    link: known('subject', 'certain', 'words'),
    concept: figure.concept,
    scope: figure.scope,
    label: figure.label,
  };
  const stretch = { start: own.start + toward.start, end: own.start + toward.end };
  const prior = lastFigure(
    state,
    place.sentenceFigure,
    (other, index) =>
      index < subject && other.role === 'value' && other.concept.value === figure.concept.value,
  );
  const year = state.figures[prior]?.year;
  state.comparisons.push({
    ...comparisonOf(place, changed, toward.direction, stretch),
    base:
      year && year.value !== figure.year.value
        ? { year, basis: unknown('no-words'), figure: prior }
        : carriedBase(state, place, changed),
  });
}

/** Reads a clause without a figure that says that something stayed, or is more or less than planned. */
export function readUnmeasured(
  state: State,
  place: Place,
  own: Stretch,
  base: BaseWords | undefined,
  word: { readonly start: number; readonly end: number; readonly direction: Direction },
): void {
  const draft = base && rememberBase(state, place, base, own.start);
  const changed = findChanged(state, place, frontOf(place, own, base, word.start));
  state.comparisons.push({
    ...comparisonOf(place, changed, word.direction, {
      start: own.start + word.start,
      end: own.start + word.end,
    }),
    base: withFigure(state, place, changed, draft ?? carriedBase(state, place, changed)),
  });
}

/** 较上年2.08减少0.03万元: the unit is printed once, behind the second number. */
function lendUnit(state: State, index: number): void {
  const [before, figure] = [state.figures[index - 1], state.figures[index]];
  if (!before || !figure || before.role !== 'value' || before.sentence !== figure.sentence) return;
  if (before.unit.reason !== 'unit-missing' || before.paragraph !== figure.paragraph) return;
  if (figure.role === 'change' && figure.unit.confidence !== 'unknown') {
    before.unit = known(figure.unit.value, 'likely', 'figure-behind');
  }
}

function comparisonOf(
  place: Place,
  changed: Changed,
  direction: Direction,
  stretch: Stretch,
): Omit<ComparisonDraft, 'base'> {
  return {
    paragraph: place.paragraph,
    sentence: place.clause.sentence,
    group: place.clause.group,
    direction,
    directionStretch: stretch,
    ...(changed.subject !== undefined && { subject: changed.subject }),
    link: changed.link,
    concept: changed.concept,
    scope: changed.scope,
    label: changed.label.words,
    inReason: place.reason !== undefined,
    ...(changed.parent !== undefined && { parent: changed.parent }),
  };
}

/** The words in front of the direction, without what is compared with. */
function frontOf(place: Place, own: Stretch, base: BaseWords | undefined, end: number): string {
  const words = place.source.compact.text.slice(own.start, own.start + end);
  if (!base || base.start >= end) return words;
  return `${words.slice(0, base.start)},${words.slice(Math.min(base.end, end))}`.replace(/^,+|[,(]+$/g, '');
}

/** 增加 D 万元，增长 P%: the second figure belongs to the comparison of the first. */
function pairedWith(
  state: State,
  place: Place,
  role: RoleReading,
  own: Stretch,
): ComparisonDraft | undefined {
  const last = state.comparisons.at(-1);
  if (!last || last.paragraph !== place.paragraph || last.sentence !== place.clause.sentence)
    return undefined;
  const other = role.role === 'change' ? last.percent : last.amount;
  const taken = role.role === 'change' ? last.amount : last.percent;
  if (taken !== undefined || other !== state.figures.length - 1) return undefined;
  const front = frontOf(place, own, role.base, role.direction?.start ?? 0);
  const { concept, scope, reason } = readLabel(front);
  return concept === undefined && scope === undefined && reason === 'no-words' ? last : undefined;
}

function findChanged(state: State, place: Place, front: string): Changed {
  const label = readLabel(front, contextConcept(state, place));
  const parent = wholeComparison(state, place, label);
  const base = { label, ...(parent !== undefined && { parent }) };
  if (label.concept) return { ...base, ...namedSubject(state, place, label, parent) };
  if (label.reason !== 'no-words') {
    return {
      ...base,
      link: unknown(label.reason),
      concept: unknown(label.reason),
      scope: unknown('no-words'),
    };
  }
  const index = place.reason ? undefined : nearestSubject(state, place, label);
  const subject = index === undefined ? undefined : state.figures[index];
  if (!subject || index === undefined) {
    return { ...base, link: unknown('no-words'), concept: unknown('no-words'), scope: unknown('no-words') };
  }
  const inSentence = index >= place.sentenceFigure;
  return {
    ...base,
    subject: index,
    link: known('subject', 'likely', inSentence ? 'sibling' : 'clause-before'),
    concept: passedOn(subject.concept, 'subject'),
    scope: passedOn(subject.scope, 'subject'),
  };
}

/** The figure of this paragraph that words name: 收入较去年增加. */
function namedSubject(
  state: State,
  place: Place,
  label: Label,
  parent: number | undefined,
): Pick<Changed, 'subject' | 'link' | 'concept' | 'scope'> {
  const own = findNamed(state, place, label);
  const index = own === -1 ? findElsewhere(state, label) : own;
  const found = index === -1 ? undefined : state.figures[index];
  if (found) {
    return {
      subject: index,
      link: known('subject', 'certain', 'words'),
      concept: found.concept,
      scope: found.scope,
    };
  }
  const concept: Reading<Concept> = label.concept
    ? known(label.concept, label.unsure ? 'likely' : 'certain', 'words')
    : unknown(label.reason);
  const whole = parent === undefined ? undefined : state.comparisons[parent];
  const scope: Reading<Scope> = label.severalScopes
    ? unknown('several-scopes')
    : label.scope
      ? known(label.scope, 'certain', 'words')
      : whole
        ? passedOn(whole.scope, 'parent')
        : contextScope(state, place, label.concept);
  return { link: unknown('no-words'), concept, scope };
}

/** The last figure of that name; of several the one that is no part of another, as 收入 means all of it. */
function findNamed(state: State, place: Place, label: Label): number {
  const isNamed = (figure: FigureDraft) => isNamedValue(figure, label);
  const isWhole = (figure: FigureDraft) => figure.list?.paragraph !== place.paragraph && isNamed(figure);
  const whole = label.scope === undefined ? lastFigure(state, place.firstFigure, isWhole) : -1;
  return whole === -1 ? lastFigure(state, place.firstFigure, isNamed) : whole;
}

/** The one figure of that name in the paragraphs before; none where there are several. */
function findElsewhere(state: State, label: Label): number {
  const last = lastFigure(state, 0, (figure) => isNamedValue(figure, label));
  const other = lastFigure(state, 0, (figure, index) => index < last && isNamedValue(figure, label));
  return other === -1 ? last : -1;
}

function isNamedValue(figure: FigureDraft, label: Label): boolean {
  return figure.role === 'value' && figure.kind === 'statement' && isSame(figure, label);
}

function isSame(figure: FigureDraft, label: Label): boolean {
  const concept = figure.concept.value;
  if (concept !== label.concept && figure.label.concept !== label.concept) return false;
  if (label.scope !== undefined && figure.scope.value !== label.scope) return false;
  if (label.subject && figure.subject?.name !== label.subject.name) return false;
  if (label.concept === 'project-item' && figure.label.words !== label.words) return false;
  return figure.isPrior !== true;
}

/** Without words of its own a change is one of the value in front of it. */
function nearestSubject(state: State, place: Place, label: Label): number | undefined {
  const candidate =
    place.last !== undefined && place.last >= place.sentenceFigure ? place.last : (place.main ?? place.last);
  const figure = candidate === undefined ? undefined : state.figures[candidate];
  if (figure?.kind !== 'statement') return undefined;
  if (label.scope !== undefined && figure.scope.value !== label.scope) return undefined;
  return candidate;
}

/** The comparison whose part this one is: in its reason, or in a list of the parts of its figure. */
function wholeComparison(state: State, place: Place, label: Label): number | undefined {
  if (place.reason) return place.reason.comparisons.at(-1);
  const list = place.open.at(-1);
  if (!list || !label.concept) return undefined;
  let index = state.comparisons.length - 1;
  const end = Math.max(place.firstComparison, index - LOOK_BACK);
  while (index >= end && state.comparisons[index]?.subject !== list.parent) index--;
  if (index < end) return undefined;
  const whole = state.comparisons[index];
  if (!whole || list.parent === undefined) return undefined;
  const held = { concept: label.concept, scope: label.scope, period: undefined };
  const figure = state.figures[list.parent];
  return figure && surelyContains(heldBy(figure), held) ? index : undefined;
}

/** What was compared with in the sentence so far; what a part of a change is compared with. */
function carriedBase(state: State, place: Place, changed: Changed): BaseDraft {
  const whole = changed.parent === undefined ? undefined : state.comparisons[changed.parent];
  if (whole) return { ...whole.base, year: passedOn(whole.base.year, 'parent') };
  if (place.base && (place.base.sentence === place.clause.sentence || place.open.length > 0)) {
    return { ...place.base.draft, year: passedOn(place.base.draft.year, 'clause-before') };
  }
  return { year: unknown('no-words'), basis: unknown('no-words') };
}

/** The figure of the year compared with, where it is printed in the same sentence. */
function withFigure(state: State, place: Place, changed: Changed, base: BaseDraft): BaseDraft {
  const year = base.year.value;
  if (year === undefined) return base;
  const concept = changed.concept.value;
  const index = lastFigure(
    state,
    place.sentenceFigure,
    (figure, at) =>
      at !== changed.subject &&
      figure.role === 'value' &&
      figure.year.value === year &&
      figure.concept.value === concept,
  );
  return index === -1 ? base : { ...base, figure: index };
}

function subjectOf(
  state: State,
  source: Pick<ComparisonDraft, 'subject'> | undefined,
): FigureDraft | undefined {
  return source?.subject === undefined ? undefined : state.figures[source.subject];
}

function yearOfChange(state: State, subject: FigureDraft | undefined): Reading<number> {
  if (subject) return passedOn(subject.year, 'subject');
  return state.context.year === undefined
    ? unknown('no-words')
    : known(state.context.year, 'likely', 'document');
}
