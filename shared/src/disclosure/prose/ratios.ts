import { printedDraft } from './drafts.ts';
import { type Label, readLabel } from './labels.ts';
import type { Stretch } from './prose.ts';
import { completedBasis, doneOf, plannedBehindWords, plannedOf } from './ratioPlans.ts';
import { plainWords, wholeOf } from './ratioWholes.ts';
import type { RoleReading } from './roles.ts';
import { type FigureDraft, known, lastFigure, type Place, passedOn, type State, unknown } from './state.ts';
import type { NumberToken } from './tokens.ts';
import type { Concept } from './vocabulary/concepts.ts';

/** Behind the total in 占支出预算的比重为. */
const PROPORTION = /(?:的)?(?:比重|比例|比)?(?:为|达到?)?$/;
/** 占采购预算的80%: of all that is to be bought. */
const PURCHASES = /^(?:年度|全年|总)?采购$/;

/** What is left, or was added to the plan, completes none: 实际支出1.2万元，结余1.8万元，执行率40%. */
const LEFT = /结余|结转|剩余|追加|追减|调增|调减/;

const PURCHASE_KINDS: ReadonlySet<Concept | undefined> = new Set<Concept>([
  'procurement-goods',
  'procurement-works',
  'procurement-services',
]);

/** Reads a share, a rate of completion, or a figure that states nothing of the budget. */
export function readRatio(
  state: State,
  place: Place,
  token: NumberToken,
  own: Stretch,
  role: RoleReading,
): void {
  if (readShareOfPrinted(state, place, token, own, role)) return;
  const isRatio = role.kind === 'statement' && (role.role === 'share' || role.role === 'completion');
  const nearest = isRatio ? partOf(state, place, role.role === 'completion') : undefined;
  const planned = role.role === 'completion' ? plannedBehindWords(state, place, nearest, own) : undefined;
  const part =
    role.role === 'completion'
      ? (planned?.done ?? doneOf(state, place, nearest))
      : isOfOtherWords(state, place, own, nearest) || isOfCount(state, place, own)
        ? undefined
        : nearest;
  const subject = part === undefined ? undefined : state.figures[part];
  const named = readLabel(
    role.whole === undefined
      ? place.source.compact.text.slice(own.start, own.end)
      : role.whole.replace(PROPORTION, ''),
  );
  const whole: Label = PURCHASES.test(named.words)
    ? { ...named, concept: 'procurement', unsure: false }
    : named;
  const figure: FigureDraft = {
    ...printedDraft(place, token, own, role, whole),
    concept: subject ? passedOn(subject.concept, 'subject') : unknown('no-words'),
    scope: subject ? passedOn(subject.scope, 'subject') : unknown('no-words'),
    period: subject?.period ?? unknown('no-words'),
    year: subject ? passedOn(subject.year, 'subject') : unknown('no-words'),
    basis: subject?.basis ?? unknown('no-words'),
  };
  const index = state.figures.push(figure) - 1;
  if (!isRatio) return;
  const completed = completedBasis(role.completed);
  state.ratios.push({
    kind: role.role === 'share' ? 'share' : 'completion',
    figure: index,
    ...(part !== undefined && { part }),
    ...(role.role === 'share'
      ? wholeOf(state, place, part, whole)
      : planned
        ? { whole: planned.plan }
        : plannedOf(state, place, part, completed)),
    wholeConcept: whole.concept
      ? known(whole.concept, whole.unsure ? 'likely' : 'certain', 'words')
      : unknown(whole.reason),
    wholeScope: whole.scope ? known(whole.scope, 'certain', 'words') : unknown('no-words'),
    basis: completed,
  });
}

/** 三公经费12万元，占一般公共预算支出2000万元的0.60%: the whole stands between 占 and the percentage. */
function readShareOfPrinted(
  state: State,
  place: Place,
  token: NumberToken,
  own: Stretch,
  role: RoleReading,
): boolean {
  const whole = state.figures.length - 1;
  const figure = state.figures[whole];
  const words = place.source.compact.text.slice(own.start, own.end);
  if (!/^的(?:比[重例])?为?$/.test(words) || role.kind !== 'statement' || whole < place.sentenceFigure)
    return false;
  if (figure?.role !== 'value' || !figure.label.words.startsWith('占')) return false;
  const part = lastFigure(
    state,
    place.sentenceFigure,
    (each, at) => at < whole && each.role === 'value' && each.kind === 'statement' && each.isPrior !== true,
  );
  const subject = state.figures[part];
  if (!subject) return false;
  const index =
    state.figures.push({
      ...printedDraft(place, token, own, { ...role, role: 'share' }, figure.label),
      concept: passedOn(subject.concept, 'subject'),
      scope: passedOn(subject.scope, 'subject'),
      period: subject.period,
      year: passedOn(subject.year, 'subject'),
      basis: subject.basis,
    }) - 1;
  state.ratios.push({
    kind: 'share',
    figure: index,
    part,
    whole,
    wholeConcept: unknown('unknown-words'),
    wholeScope: unknown('no-words'),
    basis: unknown('no-words'),
  });
  return true;
}

/** The value in front of it in the same sentence: behind brackets not one of those in them, if there is another. */
function partOf(state: State, place: Place, isDone: boolean): number | undefined {
  const isValue = ({ role, kind, label: { words } }: FigureDraft) =>
    role === 'value' && kind === 'statement' && !(isDone && LEFT.test(words));
  const isOutside = (figure: FigureDraft) =>
    isValue(figure) && figure.depth <= place.clause.depth && (isDone || figure.isPrior !== true);
  const outside = lastFigure(state, place.sentenceFigure, isOutside);
  const index = outside === -1 ? lastFigure(state, place.sentenceFigure, isValue) : outside;
  return index === -1 ? undefined : index;
}

/** 经营收入10万元，上缴收入5万元，两项合计占1%: the share of several amounts in front. */
const TOGETHER = /(?:合计|共计|总共|共|之和|[两二三四五六]项)$/;

/** 货物采购…，工程采购占100%: words in front of 占 that name something else than the amount in front. */
function isOfOtherWords(state: State, { source }: Place, own: Stretch, part: number | undefined): boolean {
  const words = source.compact.text.slice(own.start, own.end);
  const said = words.slice(0, Math.max(0, words.lastIndexOf('占')));
  if (TOGETHER.test(said)) return true;
  const subject = part === undefined ? undefined : state.figures[part];
  return subject !== undefined && isOther(subject, readLabel(said));
}

/** 退出车辆7辆（占70%）: what a bracket says right behind things that are counted is of these. */
function isOfCount(state: State, { source }: Place, { start }: Stretch): boolean {
  return source.compact.text[start - 1] === '(' && state.figures.at(-1)?.role === 'count';
}

/** 所占比重, 该项支出占, 金额占: they name nothing but the amount in front. */
const OF_ITSELF =
  /^(?:所|其|该|此|这|本|上述|以上|各|分别|均|约|总|平均)|比[重例]|金额|数[额量]?$|^(?:占|完成|预留)/;

/** 教育支出800万元，其中人员支出占70%: whether words in front of 占 name something else than a figure. */
function isOther(figure: FigureDraft, { words, concept, subject, scope, unsure }: Label): boolean {
  if (PURCHASE_KINDS.has(concept) && concept !== figure.label.concept) return true;
  if (words === '') return scope !== undefined && figure.label.scope !== scope;
  const own = plainWords(figure.label.words);
  if (own === '' || words.length < 2 || OF_ITSELF.test(words)) return false;
  if (concept !== undefined && !unsure)
    return (
      figure.label.concept !== undefined &&
      (figure.label.concept !== concept || figure.subject?.name !== subject?.name)
    );
  const said = plainWords(words);
  return !own.includes(said) && !said.includes(own);
}
