import { printedDraft } from './drafts.ts';
import { type Label, readLabel } from './labels.ts';
import type { Basis, Reading, Stretch } from './prose.ts';
import type { RoleReading } from './roles.ts';
import { type FigureDraft, known, lastFigure, type Place, passedOn, type State, unknown } from './state.ts';
import type { NumberToken } from './tokens.ts';
import type { Concept } from './vocabulary/concepts.ts';

/** Behind the total in 占支出预算的比重为. */
const PROPORTION = /(?:的)?(?:比重|比例|比)?(?:为|达到?)?$/;
/** 占采购预算的80%: of all that is to be bought. */
const PURCHASES = /^(?:年度|全年|总)?采购$/;
/** 面向中小企业预留采购份额, and of it 占面向中小企业预留份额: words that do not tell the one from the other. */
const LOOSE = /采购|政府|合同|份额?|金额|支出|总额|预算/g;

/** What is left, or was added to the plan, completes none: 实际支出1.2万元，结余1.8万元，执行率40%. */
const LEFT = /结余|结转|剩余|追加|追减|调增|调减/;

const PURCHASE_KINDS: ReadonlySet<Concept | undefined> = new Set<Concept>([
  'procurement-goods',
  'procurement-works',
  'procurement-services',
]);

/** Fewer characters name nothing in particular. */
const MIN_WORDS = 4;

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

/** 支出决算为62万元，完成预算85万元的73%: of the two what was done, not what was planned, is the part. */
function doneOf(state: State, place: Place, nearest: number | undefined): number | undefined {
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
function plannedBehindWords(
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

/** The total the words name, if it is printed in the passage; else the figure of the list the part stands in. */
function wholeOf(
  state: State,
  place: Place,
  part: number | undefined,
  label: Label,
): { readonly whole?: number } {
  if (part === undefined) return {};
  const parent = state.figures[part]?.list?.parent;
  if (label.concept === undefined && label.reason !== 'no-words')
    return ofSameWords(state, place, part, label);
  if (parent !== undefined && isNamed(state.figures[parent], label) && !hasShareOf(state, parent, label))
    return { whole: parent };
  if (label.concept === undefined) return {};
  const year = state.figures[part]?.year.value;
  const index = lastFigure(
    state,
    0,
    (figure, at) =>
      at !== part &&
      figure.role === 'value' &&
      figure.kind === 'statement' &&
      figure.concept.value === label.concept &&
      isOfSubject(figure, label) &&
      !(label.period === 'current' && isScoped(figure)) &&
      !hasShareOf(state, at, label) &&
      !(figure.list?.parent !== undefined && hasShareOf(state, figure.list.parent, label)) &&
      figure.year.value === year &&
      (label.scope === undefined ? figure.paragraph === place.paragraph : figure.scope.value === label.scope),
  );
  return index === -1 ? {} : { whole: index };
}

/** 授予中小企业合同金额60万元…，占授予中小企业合同金额的50%: words that are no known name, but printed before in the sentence. */
function ofSameWords(
  state: State,
  place: Place,
  part: number,
  { words }: Label,
): { readonly whole?: number } {
  const index = lastFigure(
    state,
    place.sentenceFigure,
    (figure, at) =>
      at < part &&
      figure.role === 'value' &&
      figure.kind === 'statement' &&
      figure.isPrior !== true &&
      words.length >= MIN_WORDS &&
      plainWords(figure.label.words) === plainWords(words),
  );
  return index === -1 ? {} : { whole: index };
}

function plainWords(words: string): string {
  const plain = words.replace(LOOSE, '');
  return plain.length < MIN_WORDS ? words : plain;
}

/** 一般公共预算拨款收入900万元，占收入总预算的97%: what has itself a share of that total is not the total. */
function hasShareOf({ ratios }: State, index: number, { concept, scope }: Label): boolean {
  return ratios.some(
    ({ kind, part, wholeConcept, wholeScope }) =>
      kind === 'share' && part === index && wholeConcept.value === concept && wholeScope.value === scope,
  );
}

/** 占本年支出合计的31.45% is no share of 财政拨款支出总计. */
function isScoped({ scope: { value, reason } }: FigureDraft): boolean {
  return value !== undefined && value !== 'all' && reason === 'words';
}

/** 占一般公共服务支出的62.5% is a share of no other 科目. */
function isOfSubject({ subject }: FigureDraft, label: Label): boolean {
  return label.subject === undefined || subject?.name === label.subject.name;
}

function isNamed(figure: FigureDraft | undefined, label: Label): boolean {
  const { concept, scope } = label;
  if (!figure || concept === undefined) return figure !== undefined;
  return (
    figure.concept.value === concept &&
    isOfSubject(figure, label) &&
    // 财政拨款收入…，其中：…，占本年收入合计的52%: the total of all is none of the parts of it.
    !(label.period !== undefined && scope === undefined && isScoped(figure)) &&
    (scope === undefined || figure.scope.value === scope)
  );
}

/**
 * The amount that was planned, where it is printed in the same sentence: 年初预算320万元，调整预算数400万元，…完成年初预算的…
 * speaks of the first.
 */
function plannedOf(
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

function completedBasis(words: string | undefined): Reading<Basis> {
  if (words === undefined || words === '') return unknown('no-words');
  return known(words.startsWith('年初') ? 'initial' : 'budget', 'certain', 'words');
}
