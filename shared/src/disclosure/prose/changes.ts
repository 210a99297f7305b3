import { baseBeside, budgetBehind, carriedBase, rememberBase, withFigure } from './bases.ts';
import { type Changed, findChanged } from './changed.ts';
import { wordsOfChange } from './comparedClause.ts';
import { printedDraft } from './drafts.ts';
import { readLabel } from './labels.ts';
import type { Direction, Reading, Stretch } from './prose.ts';
import type { RoleReading } from './roles.ts';
import {
  type BaseDraft,
  type ComparisonDraft,
  type FigureDraft,
  known,
  lastComparison,
  lastFigure,
  type Place,
  passedOn,
  type State,
  unknown,
} from './state.ts';
import type { NumberToken } from './tokens.ts';
import type { BaseWords, DirectionWords } from './wording.ts';
import { spokenYear } from './years.ts';

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
  const paired = pairedWith(state, place, role, own, base);
  const front = frontOf(place, own, role.base, direction.start);
  const changed = paired ? undefined : changedSince(state, place, wordsOfChange(place, front), base);
  const source = paired ?? changed;
  const figure: FigureDraft = {
    ...printedDraft(place, token, own, role, changed?.label ?? readLabel(front)),
    concept: source?.concept ?? unknown('no-words'),
    scope: source?.scope ?? unknown('no-words'),
    period: subjectOf(state, source)?.period ?? unknown('no-words'),
    year: yearOfChange(state, place, subjectOf(state, source)),
    basis: subjectOf(state, source)?.basis ?? unknown('no-words'),
  };
  state.figures.push(figure);
  lendUnit(state, index);
  if (paired) {
    if (role.role === 'change') paired.amount = index;
    else {
      paired.percent = index;
      // 较预算节支29.80万元，节支率9.31%: the second word says the same as the first.
      paired.percentDirection = direction.ifCompared ?? direction.direction;
    }
    return;
  }
  if (!changed || isOfSeveral(place, token, own, direction)) return;
  const from = withFigure(state, place, changed, base ?? saidBefore(state, place, changed));
  const { ifCompared } = direction;
  state.comparisons.push({
    ...comparisonOf(place, changed, (from.figure !== undefined && ifCompared) || direction.direction, {
      start: shift + direction.start,
      end: shift + direction.end,
    }),
    base: from,
    ...(role.role === 'change'
      ? { amount: index }
      : { percent: index, percentDirection: direction.direction }),
  });
}

/** What changed since what it is compared with. */
function changedSince(state: State, place: Place, front: string, base: BaseDraft | undefined): Changed {
  const changed = findChanged(state, place, front);
  return base ? budgetBehind(state, changed, base) : changed;
}

/** Several changes taken together: 办公费压减10万元，项目支出压减100万元；合计压减110万元. */
const TOGETHER = /(?:^|[,;，；、])(?:以上|上述|[两二三四五六七八九十]项)?(?:合计|共计|累计|总共|共)$/;

/**
 * Whether a change is of no single figure in front of it: 2021年800万元，2022年900万元，分别比上年增长5%、12.5% hands several out, and
 * 合计压减 adds some up.
 */
function isOfSeveral(
  { source: { compact } }: Place,
  token: NumberToken,
  own: Stretch,
  { start }: DirectionWords,
): boolean {
  const front = compact.text.slice(own.start, own.start + start);
  if (TOGETHER.test(front)) return true;
  return /分别|依次|各自/.test(front) && /^[^\d,，;；。]{0,3}[、和]\d/.test(compact.text.slice(token.end));
}

/** What a change without words of its own is measured from: what the sentence compares with, or the amount beside. */
function saidBefore(state: State, place: Place, changed: Changed): BaseDraft {
  const carried = carriedBase(state, place, changed);
  return carried.year.value === undefined ? (baseBeside(state, changed) ?? carried) : carried;
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
  word: {
    readonly start: number;
    readonly end: number;
    readonly direction: Direction;
    readonly roughly?: true;
  },
): void {
  if (!base && saysAgain(state, place, word.direction)) return;
  const draft = base && rememberBase(state, place, base, own.start);
  const changed = changedSince(state, place, frontOf(place, own, base, word.start), draft);
  state.comparisons.push({
    ...comparisonOf(place, changed, word.direction, {
      start: own.start + word.start,
      end: own.start + word.end,
    }),
    ...(word.roughly && { roughly: word.roughly }),
    base: withFigure(state, place, changed, draft ?? carriedBase(state, place, changed)),
  });
}

/** 与上年持平,无增减变化 says the same twice. */
function saysAgain(state: State, place: Place, direction: Direction): boolean {
  const last = state.comparisons.at(-1);
  return (
    last?.direction === direction &&
    last.paragraph === place.paragraph &&
    last.group === place.clause.group &&
    last.amount === undefined &&
    last.subject === place.last
  );
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
    depth: place.clause.depth,
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

/** 增加 D 万元（其中：…），增长 P%: the second figure belongs to the comparison of the first. */
function pairedWith(
  state: State,
  place: Place,
  role: RoleReading,
  own: Stretch,
  base: BaseDraft | undefined,
): ComparisonDraft | undefined {
  const last = lastComparison(state, place);
  if (!last || last.paragraph !== place.paragraph || last.sentence !== place.clause.sentence)
    return undefined;
  const other = role.role === 'change' ? last.percent : last.amount;
  const taken = role.role === 'change' ? last.amount : last.percent;
  if (taken !== undefined || other === undefined) return undefined;
  // Between the two nothing stands but in brackets.
  const between = state.figures.slice(other + 1);
  if (between.some(({ depth }) => depth <= place.clause.depth)) return undefined;
  if (isOfOtherBase(place, last, role, own, base)) return undefined;
  const front = frontOf(place, own, role.base, role.direction?.start ?? 0);
  const { concept, scope, reason } = readLabel(front);
  return concept === undefined && scope === undefined && reason === 'no-words' ? last : undefined;
}

/** Words for what was changed in the budget of the same year. */
const ADJUSTED = /^(?:调增|调减|核减)/;

/**
 * 调整为85000万元，调减16000万元，比上年下降9.7%: the amount is measured from the budget, the percentage from the year before. Where
 * nothing else is compared with, both are of what is printed or said in front of them.
 */
function isOfOtherBase(
  { source }: Place,
  last: ComparisonDraft,
  { direction }: RoleReading,
  own: Stretch,
  base: BaseDraft | undefined,
): boolean {
  const { year, figure, stretch } = last.base;
  if (base && base.year.value !== undefined && year.value !== undefined)
    return base.year.value !== year.value;
  const isAdjusted = (at: number) => ADJUSTED.test(source.compact.text.slice(at));
  const isFirst = isAdjusted(last.directionStretch.start);
  const isSecond = isAdjusted(own.start + (direction?.start ?? 0));
  const isMeasured = !base && (figure !== undefined || stretch !== undefined);
  return isFirst !== isSecond && !isMeasured;
}

function subjectOf(
  state: State,
  source: Pick<ComparisonDraft, 'subject'> | undefined,
): FigureDraft | undefined {
  return source?.subject === undefined ? undefined : state.figures[source.subject];
}

function yearOfChange(state: State, place: Place, subject: FigureDraft | undefined): Reading<number> {
  if (subject) return passedOn(subject.year, 'subject');
  const spoken = spokenYear(state, place, place.clause.end);
  if (spoken !== undefined) return known(spoken, 'likely', 'clause-before');
  return state.context.year === undefined
    ? unknown('no-words')
    : known(state.context.year, 'likely', 'document');
}
