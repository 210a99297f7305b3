import type { Changed } from './changed.ts';
import type { Reading } from './prose.ts';
import {
  type BaseDraft,
  type FigureDraft,
  known,
  lastFigure,
  type Place,
  passedOn,
  type State,
  unknown,
} from './state.ts';
import type { BaseWords } from './wording.ts';
import { spokenYear } from './years.ts';

/** Notes what is compared with, for the changes that follow in the sentence. `shift`: where the words were searched. */
export function rememberBase(state: State, place: Place, base: BaseWords, shift: number): BaseDraft {
  const stretch = { start: shift + base.start, end: shift + base.end };
  const draft: BaseDraft = {
    year: baseYearOf(state, place, base, stretch.start),
    basis: base.basis ? known(base.basis, 'certain', 'words') : unknown('no-words'),
    paragraph: place.paragraph,
    stretch,
  };
  place.base = { draft, sentence: place.clause.sentence };
  return draft;
}

function baseYearOf(state: State, place: Place, base: BaseWords, at: number): Reading<number> {
  if (base.year !== undefined) return known(base.year, 'certain', 'words');
  const last = place.last === undefined ? undefined : state.figures[place.last];
  const inSentence = last?.sentence === place.clause.sentence;
  const year = inSentence
    ? last.year.value
    : (spokenYear(state, place, at) ?? last?.year.value ?? state.context.year);
  return year === undefined || base.yearsBefore === undefined
    ? unknown('no-words')
    : known(year - base.yearsBefore, 'likely', 'document');
}

/** What was compared with in the sentence so far; what a part of a change is compared with. */
export function carriedBase(state: State, place: Place, changed: Changed): BaseDraft {
  const whole = changed.parent === undefined ? undefined : state.comparisons[changed.parent];
  if (whole) {
    // The figure is that of the whole.
    const { figure: _figure, ...base } = whole.base;
    return { ...base, year: passedOn(base.year, 'parent') };
  }
  if (place.base && (place.base.sentence === place.clause.sentence || place.open.length > 0)) {
    return { ...place.base.draft, year: passedOn(place.base.draft.year, 'clause-before') };
  }
  return { year: unknown('no-words'), basis: unknown('no-words') };
}

/**
 * 2023年预算3万元，2022年预算2万元，增加1万元: the amount of the year before that stands beside that of this year;
 * 由100万元调整为120万元，调增20万元: what it was before.
 */
export function baseBeside({ figures }: State, { subject }: Changed): BaseDraft | undefined {
  const own = subject === undefined ? undefined : figures[subject];
  if (!own || subject === undefined) return undefined;
  const former = figures[subject - 1];
  const isOfSentence = former?.paragraph === own.paragraph && former.sentence === own.sentence;
  if (former?.isFormer && isOfSentence)
    return { year: unknown('no-words'), basis: former.basis, figure: subject - 1 };
  const index = [subject + 1, subject - 1].find((at) => {
    const other = figures[at];
    if (!other?.isPrior || other.role !== 'value' || other.paragraph !== own.paragraph) return false;
    const [year, before] = [own.year.value, other.year.value];
    return other.sentence === own.sentence && year !== undefined && before !== undefined && before < year;
  });
  const other = index === undefined ? undefined : figures[index];
  return other && index !== undefined
    ? { year: passedOn(other.year, 'sibling'), basis: other.basis, figure: index }
    : undefined;
}

/**
 * 2025年执行数7.73万元，今年安排9万元，比2025年执行数增加16.43%: nothing is compared with itself. Where what seems to have changed is the very
 * amount compared with, what changed is the budget behind it, whatever its words say of the year, or leave out.
 */
export function budgetBehind({ figures }: State, changed: Changed, { year, basis }: BaseDraft): Changed {
  const { subject } = changed;
  const done = subject === undefined ? undefined : figures[subject];
  const isItself =
    done?.role === 'value' &&
    done.basis.confidence === 'certain' &&
    done.basis.value === 'final' &&
    basis.value === 'final' &&
    year.value !== undefined &&
    year.value === done.year.value;
  const behind = isItself && subject !== undefined ? figures[subject + 1] : undefined;
  const isBudget =
    behind?.role === 'value' &&
    behind.kind === 'statement' &&
    behind.isPrior === true &&
    behind.paragraph === done?.paragraph &&
    behind.sentence === done.sentence &&
    behind.basis.confidence === 'certain' &&
    behind.basis.value !== 'final';
  if (!isBudget || !done || subject === undefined || year.value === undefined) return changed;
  delete behind.isPrior;
  behind.year = known(year.value + 1, 'likely', 'sibling');
  done.isPrior = true;
  return { ...changed, subject: subject + 1 };
}

/** The figure of the year compared with, where it is printed in the same sentence. */
export function withFigure(state: State, place: Place, changed: Changed, base: BaseDraft): BaseDraft {
  const year = base.year.value;
  if (year === undefined) return base;
  if (base.figure !== undefined) return base;
  const own = changed.subject === undefined ? undefined : state.figures[changed.subject];
  // 比上年年初预算1200万元增加60万元，比上年调整预算1300万元减少40万元: each has its own.
  const isInClause = ({ isPrior, paragraph, token }: FigureDraft): boolean =>
    isPrior === true && paragraph === place.paragraph && token.start >= place.clause.start;
  const isOfSame = (figure: FigureDraft, at: number): boolean => {
    const { concept, subject, scope } = figure;
    // What is not known by name is the same only where it stands directly beside it and is not named anew, or in the very
    // words: 区本级收入39.8亿元，与年初预算持平；转移性收入48.5亿元，增加1.9亿元 are two items.
    if (changed.concept.value === undefined) {
      const isUnnamed = figure.isPrior === true || figure.label.reason === 'no-words';
      const isBeside = changed.subject !== undefined && Math.abs(at - changed.subject) === 1;
      return changed.subject !== undefined && ((isBeside && isUnnamed) || isInClause(figure));
    }
    return (
      concept.value === changed.concept.value &&
      subject?.name === own?.subject?.name &&
      scope.value === changed.scope.value
    );
  };
  const index = lastFigure(
    state,
    place.sentenceFigure,
    (figure, at) =>
      at !== changed.subject &&
      figure.role === 'value' &&
      figure.year.value === year &&
      isOfBasis(base, figure) &&
      isOfSame(figure, at),
  );
  if (index !== -1) return { ...base, figure: index };
  const printed = changed.subject === undefined ? baseInWords(state, place, year) : -1;
  return printed === -1 ? base : { ...base, figure: printed };
}

/** 与年初预算4900万元相比: the amount behind these very words, at the beginning of the sentence, whatever it is of. */
function baseInWords(state: State, place: Place, year: number): number {
  const at = place.sentenceFigure;
  const figure = state.figures[at];
  const isBase =
    figure?.isPrior === true &&
    figure.role === 'value' &&
    figure.concept.value === undefined &&
    figure.year.value === year &&
    figure.label.reason === 'no-words';
  return isBase ? at : -1;
}

/** 比上年预算减少 is not measured from what was carried out that year. */
function isOfBasis({ basis }: BaseDraft, figure: FigureDraft): boolean {
  const isFinal = figure.basis.confidence === 'certain' && figure.basis.value === 'final';
  return !isFinal || basis.value === undefined || basis.value === 'final';
}
