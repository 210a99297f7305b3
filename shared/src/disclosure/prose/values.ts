import { rememberBase } from './bases.ts';
import { clauseBefore, conceptOf, contextConcept, weakened } from './conceptReading.ts';
import { printedDraft } from './drafts.ts';
import { type Label, readLabel } from './labels.ts';
import { findMembership, type Membership } from './lists.ts';
import { isReasonFor } from './openList.ts';
import type { Basis, Period, Reading, Stretch } from './prose.ts';
import type { RoleReading } from './roles.ts';
import { scopeOf } from './scopes.ts';
import { type FigureDraft, known, type Place, passedOn, type State, unknown } from './state.ts';
import type { NumberToken } from './tokens.ts';
import { type Concept, countConcept } from './vocabulary/concepts.ts';
import { saysLastYear, yearOf, yearsIn } from './years.ts';

/** The words between an amount and the percentage of it, with the percentage. */
const MAX_PERCENT = 16;

/** Reads a value: an amount as it stands, or a number of things. */
export function readValue(
  state: State,
  place: Place,
  token: NumberToken,
  own: Stretch,
  role: RoleReading,
): FigureDraft {
  const words = wordsOf(place, own, role);
  const label = labelOf(state, place, token, words, role);
  const before = label.reason === 'no-words' ? clauseBefore(state, place, own.start) : undefined;
  const counted = role.role === 'value' && label.concept !== 'agency-running' && isCounted(state, place, own);
  const named = counted ? undefined : (before ?? label);
  const former = role.toward && formerAmount(state, place, own, role.toward);
  const twin = former ?? (before || counted ? undefined : earlierTwin(state, place, own, label));
  const other = former ? 'later' : twin && otherYear(state, place, own, twin);
  const isEarlier = other === 'earlier';
  const prior = role.isBase ? baseSubject(state, place) : twin;
  const isMeasure = isMeasured(place, token, words);
  const membership: Membership = isMeasure
    ? { isMain: false, announced: false }
    : prior
      ? twinMembership(state, place, role.isBase || isEarlier || isPlanOf(twin, label))
      : findMembership(
          state,
          place,
          {
            concept: named?.concept,
            scope: label.scope ?? named?.scope,
            period: label.period ?? named?.period,
          },
          role.role,
          token,
        );
  const around = { label, before, membership, prior, counted, at: token.start };
  const concept = conceptOf(state, place, around);
  const draft: FigureDraft = {
    ...printedDraft(place, token, own, role, label),
    concept,
    scope: unknown('no-words'),
    period: unknown('no-words'),
    year: unknown('no-words'),
    basis: unknown('no-words'),
  };
  const subject =
    label.subject ??
    before?.subject ??
    prior?.subject ??
    (concept.reason === 'run-in-head' ? place.runIn?.subject : undefined);
  if (subject && concept.value === 'subject') draft.subject = subject;
  draft.scope = scopeOf(state, place, draft, around);
  draft.period = isCarried(concept.value) ? unknown('not-applicable') : periodOf(label, before);
  draft.year = yearOfValue(state, place, own, { role, prior: other ? undefined : prior, membership });
  draft.basis = basisOf(state, label, before, role);
  place.queue = place.queue.slice(1);
  if (role.isBase && role.base) rememberBase(state, place, role.base, own.start);
  if (former) former.isFormer = true;
  if (other === 'later') takePlaceOf(state, place);
  const isAside = isMeasure || (prior !== undefined && draft.basis.value !== 'final' && other !== 'later');
  enter(state, place, draft, membership, role.isBase || isEarlier || isAside);
  return draft;
}

/** 占公用经费150万元的80%, 完成预算200万元的41.9%: what a percentage is of is neither a part nor what the sentence is about. */
const MEASURE = /占|完成|[为是](?:年初|全年|调整后?|当年|本年|年度)?(?:部门)?预算数?$/;
const OF_MEASURE = /^的(?:比[重例])?(?:为|是)?\d[\d.]*%/;

function isMeasured({ source }: Place, { unitEnd }: NumberToken, words: string): boolean {
  return MEASURE.test(words) && OF_MEASURE.test(source.compact.text.slice(unitEnd, unitEnd + MAX_PERCENT));
}

function labelOf(
  state: State,
  place: Place,
  { start }: NumberToken,
  words: string,
  role: RoleReading,
): Label {
  if (role.role === 'count') return countLabel(words);
  const label = weakened(state, place, words, readLabel(words, contextConcept(state, place)));
  // 收、支总计各是125.49,143.91万元: which is which only the order tells.
  const isListed = /\d,$/.test(place.source.compact.text.slice(Math.max(0, start - 2), start));
  return isListed && label.reason === 'no-words' ? { ...label, reason: 'several-concepts' } : label;
}

/** The words that name a value, without 比上年 and 减少到; or the label that 分别为 hands to it. */
function wordsOf(place: Place, own: Stretch, role: RoleReading): string {
  if (place.queue[0] !== undefined && own.end - own.start < 2) return place.queue[0];
  if (role.isBase) return '';
  const words = place.source.compact.text.slice(own.start, own.end);
  const { toward } = role;
  // The two words of 减少到 stand between what changed and the year it came to.
  return toward ? words.slice(0, toward.start) + words.slice(toward.end + 1) : words;
}

/** Puts a figure among the others and into its list. */
function enter(
  state: State,
  place: Place,
  draft: FigureDraft,
  membership: Membership,
  isPrior: boolean,
): void {
  const index = state.figures.push(draft) - 1;
  if (membership.list) {
    membership.list.items.push(index);
    draft.list = membership.list;
  }
  if (isPrior) {
    draft.isPrior = true;
    return;
  }
  const main = place.main === undefined ? undefined : state.figures[place.main];
  // What a reason speaks of is not what the paragraph is about.
  const isReason = (place.reason !== undefined || isReasonFor(draft)) && place.main !== undefined;
  const isCount = draft.role === 'count' && main?.role === 'value';
  if (membership.isMain && place.clause.depth === 0 && !isCount && !isReason) {
    place.main = index;
    if (draft.concept.confidence !== 'unknown') place.named = index;
    if (!membership.list) place.closed = [];
  }
  place.last = index;
}

/** The value in front in the same sentence, of which this is another year's amount, or the final one. */
function earlierTwin(state: State, place: Place, own: Stretch, label: Label): FigureDraft | undefined {
  if (place.last === undefined || place.last < place.sentenceFigure) return undefined;
  const last = state.figures[place.last];
  if (last?.role !== 'value' || last.kind !== 'statement') return undefined;
  if (label.reason !== 'no-words') return isNamedAgain(place, own, label, last) ? last : undefined;
  const otherBasis = label.basis !== undefined && label.basis !== last.basis.value;
  const otherYear = yearsIn(place, place.clause).length > 0 || saysLastYear(place, own);
  return otherBasis || otherYear ? last : undefined;
}

/** 2023年会议费预算3万元，2022年会议费预算2万元: the same name with another year. */
function isNamedAgain(
  place: Place,
  own: Stretch,
  label: Label,
  { label: other, year }: FigureDraft,
): boolean {
  const named = yearsIn(place, place.clause, own).at(-1);
  if (named === undefined || year.value === undefined || named === year.value) return false;
  return (
    label.words === other.words &&
    label.concept === other.concept &&
    label.scope === other.scope &&
    label.period === other.period &&
    label.basis === other.basis
  );
}

/** 支出决算为62万元，完成预算85万元的73%: what was planned stands behind what was done, and is no item beside it. */
function isPlanOf(twin: FigureDraft | undefined, { basis }: Label): boolean {
  return twin?.basis.value === 'final' && basis !== undefined && basis !== 'final';
}

/**
 * 由年初预算100万元调整为120万元, 100万元拟调整为120万元: the first amount is what the second, of which the sentence goes on to speak,
 * was before.
 */
function formerAmount(
  state: State,
  { source, clause, last }: Place,
  own: Stretch,
  toward: { readonly start: number },
): FigureDraft | undefined {
  const figure = last === undefined ? undefined : state.figures[last];
  const isNext = figure !== undefined && last === state.figures.length - 1;
  if (!isNext || figure.token.unitEnd !== own.start || figure.role !== 'value') return undefined;
  const { text } = source.compact;
  if (REVISED_TO.test(text.slice(own.start, own.end))) return figure;
  return toward.start === 0 && /[由从]/.test(text.slice(clause.start, figure.token.start))
    ? figure
    : undefined;
}

const REVISED_TO = /^拟?调整(?:为|到|至)$/;

/** An amount of another year joins no list; the final amount stands where the budgeted one stands. */
function twinMembership(state: State, place: Place, isEarlier: boolean): Membership {
  if (isEarlier || place.last === undefined) return { isMain: false, announced: false };
  const { last } = place;
  const list = state.figures[last]?.list;
  const parent = list?.parent === undefined ? undefined : state.figures[list.parent];
  return { ...(list && { list }), ...(parent && { parent }), isMain: place.main === last, announced: false };
}

function otherYear(
  state: State,
  place: Place,
  own: Stretch,
  twin: FigureDraft,
): 'earlier' | 'later' | undefined {
  const year = yearsIn(place, place.clause, own).at(-1);
  const first = twin.year.value ?? state.context.year;
  if (year === undefined) return saysLastYear(place, own) ? 'earlier' : undefined;
  if (year === first) return undefined;
  return first !== undefined && year > first ? 'later' : 'earlier';
}

/** 2025年执行数10万元，2026年预算12万元: the first was what the second is compared with, and no item of a list. */
function takePlaceOf(state: State, { last }: Place): void {
  const twin = last === undefined ? undefined : state.figures[last];
  if (!twin) return;
  twin.isPrior = true;
  const at = twin.list?.items.lastIndexOf(last ?? -1) ?? -1;
  if (at !== -1) twin.list?.items.splice(at, 1);
}

function isCarried(concept: Concept | undefined): boolean {
  return concept === 'carried-in' || concept === 'carried-out';
}

function periodOf(label: Label, before: Label | undefined): Reading<Period> {
  const period = label.period ?? before?.period;
  return period ? known(period, 'certain', 'words') : unknown('no-words');
}

function basisOf(state: State, label: Label, before: Label | undefined, role: RoleReading): Reading<Basis> {
  const basis = role.base?.basis ?? label.basis ?? before?.basis;
  if (basis) return known(basis, 'certain', 'words');
  return state.context.basis ? known(state.context.basis, 'likely', 'document') : unknown('no-words');
}

function yearOfValue(
  state: State,
  place: Place,
  own: Stretch,
  from: {
    readonly role: RoleReading;
    readonly prior: FigureDraft | undefined;
    readonly membership: Membership;
  },
): Reading<number> {
  const { role, prior, membership } = from;
  if (prior && role.base) return baseYear(state, role, prior);
  const year = yearOf(state, place, own, membership.parent, role.role === 'count');
  return prior && year.reason === 'document' ? passedOn(prior.year, 'subject') : year;
}

/** 6个4264.58万元: what was counted stands between the words and the amount. */
function isCounted(state: State, place: Place, own: Stretch): boolean {
  if (own.start === place.clause.start) return false;
  const last = state.figures.at(-1);
  return last?.role === 'count' && last.paragraph === place.paragraph && last.token.unitEnd === own.start;
}

/** The figure whose earlier amount this is. */
function baseSubject(state: State, place: Place): FigureDraft | undefined {
  if (place.last === undefined || place.last < place.firstFigure) return undefined;
  // A new sentence goes on with what the paragraph is about, not with the last of its parts.
  return state.figures[place.last >= place.sentenceFigure ? place.last : (place.main ?? place.last)];
}

function baseYear(state: State, role: RoleReading, prior: FigureDraft): Reading<number> {
  if (role.base?.year !== undefined) return known(role.base.year, 'certain', 'words');
  const year = prior.year.value ?? state.context.year;
  return year === undefined
    ? unknown('no-words')
    : known(year - (role.base?.yearsBefore ?? 1), 'likely', 'subject');
}

function countLabel(words: string): Label {
  const concept = countConcept(words);
  return {
    words: words.replace(/^(?:其中)?[:,、]?(?:共有|共|有)?/, ''),
    ...(concept && { concept }),
    reason: concept ? 'words' : 'unknown-words',
    unsure: true,
    severalScopes: false,
  };
}
