import type { Basis, Reading, Stretch } from './prose.ts';
import { type FigureDraft, known, lastFigure, type Place, type State, unknown } from './state.ts';

/** 支出决算为62万元，完成预算85万元的73%: of the two what was done, not what was planned, is the part. */
export function doneOf(state: State, place: Place, nearest: number | undefined): number | undefined {
  const planned = nearest === undefined ? undefined : state.figures[nearest];
  if (!planned || planned.basis.value === 'final') return nearest;
  const done = lastFigure(
    state,
    place.sentenceFigure,
    (figure, at) =>
      nearest !== undefined &&
      at < nearest &&
      !(isNamedOtherwise(planned) && isPartOfRate(state, at)) &&
      figure.role === 'value' &&
      figure.basis.value === 'final' &&
      (figure.concept.value !== undefined || isOnlyPlan(planned)) &&
      figure.concept.value === planned.concept.value &&
      figure.subject?.name === planned.subject?.name,
  );
  return done === -1 ? nearest : done;
}

const PLAN_WORDS = /(?:^|[,;，；])(?:为|占|完成)(?:年初|全年|调整|本年)?预算数?(?:为)?$/;
const PLAN_FRONT = 12;

/**
 * 收入完成24627万元，完成年初预算数60999万元的40.4%: the amount between 完成 and the percentage is what was planned, the one in front of
 * it what was done, whatever both are called.
 */
export function plannedBehindWords(
  state: State,
  { source, sentenceFigure }: Place,
  plan: number | undefined,
  own: Stretch,
): { readonly plan: number; readonly done: number } | undefined {
  const figure = plan === undefined ? undefined : state.figures[plan];
  const words = source.compact.text.slice(own.start, own.end);
  if (!figure || plan === undefined || words !== '的') return undefined;
  const { start } = figure.token;
  if (!PLAN_WORDS.test(source.compact.text.slice(Math.max(0, start - PLAN_FRONT), start))) return undefined;
  const done = plan - 1;
  const front = state.figures[done];
  if (done < sentenceFigure || front?.role !== 'value' || front.kind !== 'statement') return undefined;
  return /完成|支出|收入|决算|执行/.test(front.label.words) ? { plan, done } : undefined;
}

/**
 * Whether an amount has a rate of its own. 总收入500万元，完成预算的102%，其中：税收收入300万元，完成预算的98%: the second rate is that of the
 * amount that is named beside it.
 */
function isPartOfRate({ ratios }: State, index: number): boolean {
  return ratios.some(({ kind, part }) => kind === 'completion' && part === index);
}

/** Whether words that name no budget stand in front of an amount. */
function isNamedOtherwise({ label: { words } }: FigureDraft): boolean {
  return words !== '' && !/预算数?$|完成/.test(words);
}

/** 总计600万元，完成年初预算500万元的120%: words of nothing but the plan, so that it is that of the figure in front. */
function isOnlyPlan({ label: { words } }: FigureDraft): boolean {
  return words === '' || words.startsWith('完成');
}

/**
 * The amount that was planned, where it is printed in the same sentence: 年初预算320万元，调整预算数400万元，…完成年初预算的…
 * speaks of the first.
 */
export function plannedOf(
  state: State,
  place: Place,
  part: number | undefined,
  { value: basis }: Reading<Basis>,
): { readonly whole?: number } {
  const done = part === undefined ? undefined : state.figures[part];
  if (!done) return {};
  const digitsOf = ({ token }: FigureDraft) => place.source.compact.text.slice(token.start, token.end);
  const isOfOther = (at: number) =>
    state.ratios.some((ratio) => ratio.kind === 'completion' && ratio.whole === at && ratio.part !== part);
  const isPlan = (figure: FigureDraft, at: number) =>
    at !== part &&
    !isOfOther(at) &&
    figure.role === 'value' &&
    figure.concept.value === done.concept.value &&
    figure.subject?.name === done.subject?.name &&
    figure.basis.value !== 'final';
  // 全年预算数100万元（年初预算80万元，追加20万元），执行率…: of what stands in brackets nothing was carried out.
  const isOutside = (figure: FigureDraft, at: number) =>
    isPlan(figure, at) && figure.depth <= place.clause.depth;
  const named = lastFigure(
    state,
    place.sentenceFigure,
    // Nothing is no plan of which a percentage could be done.
    (figure, at) =>
      (basis === undefined ? isOutside : isPlan)(figure, at) &&
      figure.basis.value === basis &&
      !/^[0.]+$/.test(digitsOf(figure)),
  );
  // 年初预算400万元，追加50万元，调整预算450万元，…完成年初预算的110%: the budget of that name is printed, if not of what.
  const isPrinted =
    named === -1 &&
    basis === 'initial' &&
    lastFigure(state, place.sentenceFigure, (figure) => figure.basis.value === basis) !== -1;
  if (isPrinted) return {};
  const outside = named === -1 ? lastFigure(state, place.sentenceFigure, isOutside) : named;
  const index = outside === -1 ? lastFigure(state, place.sentenceFigure, isPlan) : outside;
  return index === -1 ? {} : { whole: index };
}

/** What was to be completed, by the words in front of the percentage: 年初预算 or another budget; none tell nothing. */
export function completedBasis(words: string | undefined): Reading<Basis> {
  if (words === undefined || words === '') return unknown('no-words');
  return known(words.startsWith('年初') ? 'initial' : 'budget', 'certain', 'words');
}
