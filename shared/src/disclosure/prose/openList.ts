import { type Label, readLabel } from './labels.ts';
import { itemOf } from './lists.ts';
import { isOfTotal } from './scopes.ts';
import { type FigureDraft, type ListDraft, lastFigure, type Place, type State } from './state.ts';
import type { Scope } from './vocabulary/concepts.ts';
import type { IntroductionWords } from './wording.ts';

/** No sentence has more lists inside one another. */
const MAX_OPEN = 6;

/** Opens the list that 其中, 包括 and the like announce. `front`: the clause's words in front of them. */
export function openList(state: State, place: Place, words: IntroductionWords, front: string): void {
  const named = words.introduction === 'includes' ? readLabel(front) : undefined;
  const whole = named && namedWhole(state, place, named, front);
  const side = whole !== undefined ? undefined : sideOf(named);
  const last = place.last === undefined ? undefined : state.figures[place.last];
  const inSentence = last !== undefined && (place.last ?? 0) >= place.sentenceFigure && !isReasonFor(last);
  const about =
    whole ??
    otherSide(place, side) ??
    ofTheYear(state, place, named, side) ??
    (words.introduction === 'of-which' ? itemOf(state, place) : undefined) ??
    (words.detail && !inSentence
      ? brokenDown(state, place)
      : (place.main ?? (side ? undefined : place.last))) ??
    state.levels.at(-1)?.main;
  const nearest =
    whole === undefined && side === undefined && inSentence && !words.detail ? place.last : about;
  const parent = named?.scope && whole === undefined ? ofScope(state, place, nearest, named.scope) : nearest;
  const fits = parent === undefined || side === undefined || isSideOf(state.figures[parent], side);
  const isOfText = parent !== undefined && (parent >= place.firstFigure || parent === otherSide(place, side));
  const list: ListDraft = {
    ...(parent !== undefined && fits && { parent }),
    items: [],
    introduction: words.introduction,
    ...(side && { side }),
    confidence: isOfText ? 'certain' : 'likely',
    depth: place.clause.depth,
    group: place.clause.group,
    paragraph: place.paragraph,
  };
  state.lists.push(list);
  // 收入包括…。支出包括…: the second list ends the first.
  if (side) place.open.length = 0;
  place.open.push(list);
  if (place.open.length > MAX_OPEN) place.open.shift();
}

function sideOf(named: Label | undefined): ListDraft['side'] {
  return named?.concept === 'income' || named?.concept === 'expenditure' ? named.concept : undefined;
}

/** 局机关收入中: what is had or spent by what the figure is called. */
const OF_NAME = /(?:总?收入|总?支出|预算|经费){0,2}$/;

/** 基本支出中：人员经费…; 局机关收入中，拨款…: the figure of the paragraph that the words in front of those that announce parts name. */
function namedWhole(state: State, place: Place, named: Label, front: string): number | undefined {
  const { concept, subject, unsure } = named;
  const bare = front.replace(OF_NAME, '');
  const index = lastFigure(state, place.firstFigure, (figure) => {
    if (figure.role !== 'value' || figure.kind !== 'statement' || figure.isPrior === true) return false;
    // 收入 and 支出 are named as well where one of several totals is meant, or a side of both.
    if (isOfTotal(figure.concept.value) || figure.label.words === '') return false;
    const isNamed = concept !== undefined && !isOfTotal(concept) && !unsure;
    return isNamed
      ? figure.label.concept === concept && figure.subject?.name === subject?.name
      : figure.label.concept === undefined && figure.label.words === bare;
  });
  return index === -1 ? undefined : (ofFinalAccounts(state, named, index) ?? index);
}

/**
 * “三公”经费年初预算为2.85万元，支出决算为0.39万元…。“三公”经费支出决算中，…: what is had from the same name for the 决算, where the name itself
 * stands in front of the budget.
 */
function ofFinalAccounts({ figures }: State, { basis }: Label, index: number): number | undefined {
  const named = figures[index];
  if (basis !== 'final' || !named || named.basis.value === 'final') return undefined;
  const found = figures.findIndex(
    (figure, at) =>
      at > index &&
      figure.paragraph === named.paragraph &&
      figure.role === 'value' &&
      figure.kind === 'statement' &&
      figure.isPrior !== true &&
      figure.concept.value === named.concept.value &&
      figure.basis.value === 'final',
  );
  return found === -1 ? undefined : found;
}

/** 主要原因是年中追加300万元。其中：…: parts behind a full stop, or of the whole once more, are those of no reason. */
export function isReasonFor({
  inReason,
  label: { words },
}: Pick<FigureDraft, 'inReason' | 'label'>): boolean {
  return inReason || /原因(?:是|为|系|在于)/.test(words);
}

/** 甲县…，乙县…。按性质分，…: a sentence that breaks down once more speaks of what the items in front of it come to. */
function brokenDown({ figures }: State, { main, last, inherited, firstFigure }: Place): number | undefined {
  const front = main ?? last;
  const first = figures[firstFigure];
  const isBesideItem =
    main !== undefined && main > firstFigure && first?.sentence === figures[main]?.sentence;
  if (inherited && first?.list === inherited && isBesideItem) return inherited.parent;
  let list = front === undefined ? undefined : figures[front]?.list;
  const paragraph = front === undefined ? undefined : figures[front]?.paragraph;
  const beside = list?.items.slice(-2).every((item) => figures[item]?.paragraph === paragraph);
  const isItem = list !== undefined && list === inherited && list.items.length > 1 && beside;
  if (!list || (main !== undefined && !isItem)) return front;
  let whole = list.parent;
  while (whole !== undefined) {
    list = figures[whole]?.list;
    if (!list) break;
    whole = list.parent;
  }
  return whole;
}

/** 支出包括 behind the items of 收入包括, which a line break parts from their total: both are of that total. */
function otherSide({ inherited }: Place, side: ListDraft['side']): number | undefined {
  return side && inherited?.side && inherited.side !== side ? inherited.parent : undefined;
}

/**
 * 支出总计100万元，包括本年支出合计90万元和结转下年10万元。本年支出中，…: the total of the year alone, where it is printed, and not what it is a
 * part of.
 */
function ofTheYear(
  state: State,
  { firstFigure }: Place,
  named: Label | undefined,
  side: ListDraft['side'],
): number | undefined {
  if (side === undefined || named?.period !== 'current') return undefined;
  const index = lastFigure(
    state,
    firstFigure,
    ({ role, kind, concept, period, scope, isPrior }) =>
      role === 'value' &&
      kind === 'statement' &&
      isPrior !== true &&
      concept.value === side &&
      period.value === 'current' &&
      (named.scope === undefined || scope.value === named.scope),
  );
  return index === -1 ? undefined : index;
}

/** 财政拨款主要内容如下 speaks of the figure of that budget, not of the last one printed. */
function ofScope(state: State, place: Place, nearest: number | undefined, scope: Scope): number | undefined {
  const fits = (index: number | undefined) =>
    index !== undefined && (state.figures[index]?.scope.value ?? scope) === scope;
  if (fits(nearest)) return nearest;
  const other = lastFigure(
    state,
    place.firstFigure,
    (figure) => figure.role === 'value' && figure.scope.value === scope,
  );
  return other === -1 ? undefined : other;
}

function isSideOf(figure: FigureDraft | undefined, side: 'income' | 'expenditure'): boolean {
  const concept = figure?.concept.value;
  return concept === undefined || concept === 'balance' || concept === side;
}
