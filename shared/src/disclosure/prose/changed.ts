import { comparedWords } from './comparedClause.ts';
import { contextConcept } from './conceptReading.ts';
import { type Label, readLabel } from './labels.ts';
import { itemOf } from './lists.ts';
import type { Reading } from './prose.ts';
import { contextScope, isOfTotal } from './scopes.ts';
import {
  type FigureDraft,
  heldBy,
  known,
  LOOK_BACK,
  lastComparison,
  lastFigure,
  type Place,
  passedOn,
  type State,
  unknown,
} from './state.ts';
import type { Concept, Scope } from './vocabulary/concepts.ts';
import { surelyContains } from './vocabulary/containment.ts';
import { spokenYear } from './years.ts';

/** What changed: a figure, or what the words name. */
export interface Changed {
  readonly subject?: number;
  readonly link: Reading<'subject'>;
  readonly concept: Reading<Concept>;
  readonly scope: Reading<Scope>;
  readonly label: Label;
  /** The comparison it is a part of. */
  readonly parent?: number;
}

/** What changed, by the words in front of those that say so, or by the figures in front of these. */
export function findChanged(state: State, place: Place, front: string): Changed {
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
  const named = place.reason ? undefined : namedBefore(state, place, label);
  if (named) return { ...base, ...named };
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
  const year = spokenYear(state, place, place.clause.end);
  const own = findNamed(state, place, label, year);
  // What is told elsewhere of another year than the document's is not what changed.
  const named = own === -1 ? findElsewhere(state, label, year ?? state.context.year) : own;
  const both = named === -1 ? findBothSides(state, place, label, year) : wholeOfSide(state, label, named);
  const above = both === -1 && !place.reason && parent === undefined ? findSumAbove(state, label, year) : -1;
  const index = both === -1 ? above : both;
  const found = index === -1 ? undefined : state.figures[index];
  if (found) {
    return {
      subject: index,
      link: above === -1 ? known('subject', 'certain', 'words') : known('subject', 'likely', 'clause-before'),
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

/** 收支总预算100万元。收入包括：拨款90万元，…，收入比上年减少…: all of the income is what both sides come to. */
function wholeOfSide({ figures }: State, label: Label, index: number): number {
  const list = figures[index]?.list;
  const isSide = list?.side !== undefined && list.side === label.concept && label.scope === undefined;
  return (isSide ? list.parent : undefined) ?? index;
}

/** The last figure of that name; of several the one that is no part of another, as 收入 means all of it. */
function findNamed(state: State, place: Place, label: Label, year: number | undefined): number {
  const isNamed = (figure: FigureDraft) => isNamedValue(figure, label, year);
  const isWhole = (figure: FigureDraft) => figure.list?.paragraph !== place.paragraph && isNamed(figure);
  const whole = label.scope === undefined ? lastFigure(state, place.firstFigure, isWhole) : -1;
  const index = whole === -1 ? lastFigure(state, place.firstFigure, isNamed) : whole;
  if (index === -1 || label.scope !== undefined) return index;
  // 一般公共预算收入100万元、政府性基金收入0万元，收入较上年增加50万元: parts of all income, neither of which is it.
  const found = state.figures[index];
  const beside = lastFigure(
    state,
    place.firstFigure,
    (other) =>
      other.paragraph === found?.paragraph &&
      other.sentence === found.sentence &&
      other.scope.value !== found.scope.value &&
      (whole === -1 ? isNamed : isWhole)(other),
  );
  return beside === -1 ? index : -1;
}

/** The one figure of that name in the paragraphs before; none where there are several. */
function findElsewhere(state: State, label: Label, year: number | undefined): number {
  const last = lastFigure(state, 0, (figure) => isNamedValue(figure, label, year));
  const other = lastFigure(state, 0, (figure, index) => index < last && isNamedValue(figure, label, year));
  return other === -1 ? last : -1;
}

/** 收入总计1250.55万元，支出总计1250.55万元。收、支总计各增加…: what both come to is what either is. */
function findBothSides(state: State, place: Place, label: Label, year: number | undefined): number {
  if (label.concept !== 'balance') return -1;
  const { scope: wanted } = label;
  const side = (concept: Concept) =>
    lastFigure(
      state,
      place.firstFigure,
      ({ role, kind, concept: { value }, scope, year: own }) =>
        role === 'value' &&
        kind === 'statement' &&
        value === concept &&
        (wanted === undefined || scope.value === wanted) &&
        (year === undefined || own.value === undefined || own.value === year),
    );
  const [income, expenditure] = [side('income'), side('expenditure')];
  const [one, other] = [state.figures[income], state.figures[expenditure]];
  return one && other && one.digits === other.digits && one.scope.value === other.scope.value ? income : -1;
}

/**
 * What a sum is that neither this paragraph nor the one in front of it names so, but that is told further up: 收入总计901.62万元，
 * 支出总计901.62万元 on lines of their own above 收入支出总体与上年相比; 财政拨款收支总预算 above 财政拨款减少. The only one there is,
 * without anything that was carried over.
 */
function findSumAbove(state: State, label: Label, year = state.context.year): number {
  if (label.concept !== 'balance' && label.concept !== 'appropriation') return -1;
  const from = Math.max(0, state.figures.length - LOOK_BACK);
  const figures = state.figures.slice(from);
  const sums = figures.flatMap((figure, index) => {
    const { role, kind, concept, list, isPrior, year: own } = figure;
    const isSum = isOfTotal(concept.value) && list === undefined && !isPrior;
    const isOfYear = year === undefined || own.value === undefined || own.value === year;
    return role === 'value' && kind === 'statement' && isSum && isOfYear
      ? [{ figure, index: from + index }]
      : [];
  });
  if (figures.some(({ concept }) => concept.value === 'carried-in' || concept.value === 'carried-out'))
    return -1;
  if (label.concept === 'balance') {
    const [income, expenditure, ...more] = sums;
    const concepts = sums.map(({ figure }) => figure.concept.value);
    const areSides = concepts.includes('income') && concepts.includes('expenditure') && more.length === 0;
    const isOfLabel = label.scope === undefined || income?.figure.scope.value === label.scope;
    const areAlike =
      income?.figure.digits === expenditure?.figure.digits &&
      income?.figure.scope.value === expenditure?.figure.scope.value;
    return income && areSides && isOfLabel && areAlike ? income.index : -1;
  }
  if (label.scope !== 'fiscal') return -1;
  const [only, ...others] = sums.filter(({ figure }) => figure.label.scope === 'fiscal');
  return only && others.length === 0 ? only.index : -1;
}

/** `year`: the one the words speak of, where they name one. */
function isNamedValue(figure: FigureDraft, label: Label, year: number | undefined): boolean {
  const ofYear = year === undefined || figure.year.value === undefined || figure.year.value === year;
  return figure.role === 'value' && figure.kind === 'statement' && ofYear && isSame(figure, label);
}

function isSame(figure: FigureDraft, label: Label): boolean {
  const concept = figure.concept.value;
  if (concept !== label.concept && figure.label.concept !== label.concept) return false;
  if (label.scope !== undefined && figure.scope.value !== label.scope) return false;
  if (label.subject && figure.subject?.name !== label.subject.name) return false;
  if (label.concept === 'project-item' && figure.label.words !== label.words) return false;
  return figure.isPrior !== true;
}

/** 公务接待费支出比预算无变化，比上年增加2万元: the words in front name what changed for both. */
function namedBefore(state: State, place: Place, label: Label): Changed | undefined {
  const { paragraph, clause, last } = place;
  const before = lastComparison(state, place);
  if (!before || before.label === '' || before.inReason) return undefined;
  if (before.paragraph !== paragraph || before.sentence !== clause.sentence || before.group !== clause.group)
    return undefined;
  const value = last === undefined ? undefined : state.figures[last];
  if (value?.paragraph === paragraph && value.token.start > before.directionStretch.start) return undefined;
  return {
    ...(before.subject !== undefined && { subject: before.subject }),
    ...(before.parent !== undefined && { parent: before.parent }),
    link: before.link,
    concept: before.concept,
    scope: before.scope,
    label: { ...label, words: before.label },
  };
}

/** Without words of its own a change is one of the value in front of it. */
function nearestSubject(state: State, place: Place, label: Label): number | undefined {
  const candidate =
    place.last !== undefined && place.last >= place.sentenceFigure
      ? place.last
      : (itemOf(state, place) ?? place.main ?? place.last);
  const figure = candidate === undefined ? undefined : state.figures[candidate];
  if (figure?.kind !== 'statement' || figure.label.reason === 'several-concepts') return undefined;
  if (label.scope !== undefined && figure.scope.value !== label.scope) return undefined;
  return saysOther(state, place, figure) || isOfYearBefore(state, place, figure) ? undefined : candidate;
}

/**
 * 2023年收入预算110万元。2022年收入预算100万元，同比增加10万元: a sentence of the year before, behind one of this year, may give
 * either the change from it or its own.
 */
function isOfYearBefore(state: State, { firstFigure }: Place, figure: FigureDraft): boolean {
  const year = figure.year.value;
  if (year === undefined || figure.concept.value === undefined || figure.isPrior) return false;
  const later = lastFigure(
    state,
    firstFigure,
    (other) =>
      other.role === 'value' &&
      other.sentence !== figure.sentence &&
      other.isPrior !== true &&
      other.year.value === year + 1 &&
      other.concept.value === figure.concept.value &&
      other.subject?.name === figure.subject?.name,
  );
  return later !== -1;
}

/** 公务接待费1万元；因公出国（境）费为0，与上年相同: words behind the figure that were not read speak of something else. */
function saysOther(state: State, place: Place, figure: FigureDraft): boolean {
  const { clause, source, paragraph } = place;
  if (figure.paragraph !== paragraph || figure.group === clause.group) return false;
  // 与2023年度相比，减少…: the year compared with is all that the clause in front says.
  const compared = comparedWords(place);
  const isBare = compared !== undefined && readLabel(compared).reason === 'no-words';
  for (let index = clause.index - 1; index >= 0; index--) {
    const before = source.clauses[index];
    if (!before || before.group !== clause.group || before.sentence !== clause.sentence) return false;
    const isRead = lastFigure(
      state,
      0,
      ({ token, paragraph: own }) =>
        own === paragraph && before.start <= token.start && token.start < before.end,
    );
    const isCompared = isBare && index === clause.index - 1;
    if (isRead === -1 && !isCompared && /\d/.test(source.compact.text.slice(before.start, before.end)))
      return true;
  }
  return false;
}

/** The comparison whose part this one is: in its reason, in a list of the parts of its figure, or behind 其中. */
function wholeComparison(state: State, place: Place, label: Label): number | undefined {
  if (place.reason) return place.reason.comparisons.at(-1);
  return changeOfList(state, place, label) ?? changeInFront(state, place, label);
}

function changeOfList(state: State, place: Place, { concept, scope }: Label): number | undefined {
  const list = place.open.at(-1);
  if (!list || !concept) return undefined;
  let index = state.comparisons.length - 1;
  const end = Math.max(place.firstComparison, index - LOOK_BACK);
  while (index >= end && state.comparisons[index]?.subject !== list.parent) index--;
  if (index < end) return undefined;
  const whole = state.comparisons[index];
  if (!whole || list.parent === undefined) return undefined;
  const figure = state.figures[list.parent];
  return figure && surelyContains(heldBy(figure), { concept, scope, period: undefined }) ? index : undefined;
}

/**
 * 收入预算减少100万元，其中一般公共预算收入减少150万元，其他收入增加50万元: the change that these are parts of, where nothing tells of what. All that
 * the sentence goes on with are parts of it, but for the other side of the budget.
 */
function changeInFront(
  state: State,
  { sentenceComparison, clause, source }: Place,
  { concept, scope, reason }: Label,
): number | undefined {
  if (!concept && reason === 'no-words') return undefined;
  for (let index = state.comparisons.length - 1; index >= sentenceComparison; index--) {
    const whole = state.comparisons[index];
    const own = whole?.concept.value;
    if (!whole || whole.subject !== undefined) return undefined;
    if (whole.parent !== undefined || whole.inReason) continue;
    if (!source.compact.text.slice(whole.directionStretch.end, clause.end).includes('其中')) continue;
    // 一般公共预算收入 is a part of 收入, and 支出 is none.
    const isPart =
      !isOfTotal(concept) || (concept === own && scope !== undefined && scope !== whole.scope.value);
    return own !== undefined && isPart ? index : undefined;
  }
  return undefined;
}
