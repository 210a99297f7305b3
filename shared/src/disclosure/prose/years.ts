import { rememberLast } from '../../text/remember.ts';
import { lastIndexUpTo } from '../../text/sorted.ts';
import type { Clause } from './clauses.ts';
import type { Reading, Stretch } from './prose.ts';
import { type FigureDraft, known, type Place, passedOn, type State, unknown } from './state.ts';
import type { YearToken } from './tokens.ts';
import { findBase } from './wording.ts';

/** A year further in front speaks of something else. */
const CLAUSES_BACK = 12;
/** 上年结转 and 上年末 say nothing about the year of a budget. */
const LAST_YEAR = /(?:上年度?|去年|上一年度?)(?!度?(?:结转|结余|同期|底|末|年末|财政拨款结转))/;
const YEAR_END = /上年底|上年末|上年年末|去年底|上年度末/;

/** The year a figure is of. `counted`: it is a number of things, which need not be of the budget's year. */
export function yearOf(
  state: State,
  place: Place,
  own: Stretch,
  parent: FigureDraft | undefined,
  counted: boolean,
): Reading<number> {
  const text = place.source.compact.text;
  const { year } = state.context;
  const inOwn = yearsIn(place, place.clause, own).at(-1);
  if (inOwn !== undefined) return known(inOwn, 'certain', 'words');
  const words = text.slice(own.start, own.end);
  if (year !== undefined && !counted && LAST_YEAR.test(withoutBase(words)))
    return known(year - 1, 'likely', 'words');
  if (parent && parent.year.confidence !== 'unknown' && parent.year.reason !== 'document')
    return passedOn(parent.year, 'parent');
  const before = yearsBefore(state, place, own);
  const last =
    before.findLast((each) => year === undefined || (each >= year - 2 && each <= year + 1)) ??
    openingYear(place);
  if (last !== undefined) return known(last, 'likely', 'clause-before');
  // A year far off may be that of a law or of a reform, or the figure's own.
  if (before.length > 0) return unknown('clause-before');
  if (year !== undefined && counted && YEAR_END.test(openingWords(place, own)))
    return known(year - 1, 'likely', 'clause-before');
  if (parent && parent.year.confidence !== 'unknown') return passedOn(parent.year, 'parent');
  return counted || year === undefined ? unknown('no-words') : known(year, 'likely', 'document');
}

/** 上年预算25万元: whether the words of a figure say that it is of the year before. */
export function saysLastYear({ source }: Place, { start, end }: Stretch): boolean {
  return LAST_YEAR.test(withoutBase(source.compact.text.slice(start, end)));
}

/** Years in a stretch of a clause, but for those compared with. */
export function yearsIn(place: Place, clause: Clause, { start, end }: Stretch = clause): number[] {
  if (clause.years.length === 0) return [];
  const own = ownYears(clause, place.source.compact.text);
  const first = lastIndexUpTo(own, start - 1, (token) => token.start) + 1;
  return own.slice(first, lastIndexUpTo(own, end, (token) => token.end) + 1).map(({ year }) => year);
}

/** The years of a clause that are not compared with. `text`: that of the paragraph. */
const ownYears = rememberLast((clause: Clause, text: string): readonly YearToken[] => {
  const base = findBase(text.slice(clause.start, clause.end));
  return clause.years.filter(
    (token) => !base || token.start < clause.start + base.start || token.end > clause.start + base.end,
  );
});

/** Years named in the sentence in front of a figure, but for those in a reason. */
function yearsBefore(state: State, place: Place, own: Stretch): number[] {
  const { clauses } = place.source;
  const found = yearsIn(place, place.clause, { start: place.clause.start, end: own.start });
  const first = Math.max(place.opening.index, place.clause.index - CLAUSES_BACK);
  for (let index = place.clause.index - 1; index >= first; index--) {
    const clause = clauses[index];
    if (!clause || isReason(state, place, clause)) continue;
    found.unshift(...yearsIn(place, clause));
  }
  return found;
}

/**
 * The year the paragraph last spoke of in front of an offset, but for years compared with and those in a reason:
 * 2022年预算较2021年增加…。公务接待费较上年减少… is about 2022, whatever figures stand above.
 */
export function spokenYear(state: State, place: Place, before: number): number | undefined {
  const { clauses } = place.source;
  for (let index = place.clause.index; index >= Math.max(0, place.clause.index - CLAUSES_BACK); index--) {
    const clause = clauses[index];
    if (!clause || clause.years.length === 0) continue;
    if (isReason(state, place, clause)) continue;
    const year = yearsIn(place, clause, { start: clause.start, end: before }).at(-1);
    if (year !== undefined) return year;
  }
  return undefined;
}

/** Whether a clause stands in a reason, be it still open. */
function isReason(state: State, place: Place, clause: Clause): boolean {
  if (place.reason && clause.end > place.reason.start) return true;
  return state.reasons
    .slice(-CLAUSES_BACK)
    .some(
      ({ paragraph, stretch }) =>
        paragraph === place.paragraph && stretch.start < clause.end && clause.start < stretch.end,
    );
}

/** 2019年,…: a year that opens the sentence and is all of its clause is that of its figures. */
function openingYear({ opening }: Place): number | undefined {
  const [year] = opening.years;
  return year && year.start === opening.start && year.end >= opening.end - 1 ? year.year : undefined;
}

/** The words of the sentence up to a figure, as far as they can say when. */
function openingWords(place: Place, own: Stretch): string {
  const { text } = place.source.compact;
  return text.slice(Math.max(place.opening.start, own.end - 120), own.end);
}

function withoutBase(words: string): string {
  const base = findBase(words);
  return base ? words.slice(0, base.start) + words.slice(base.end) : words;
}
