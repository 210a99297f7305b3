import type { Reading } from './prose.ts';
import { type BaseDraft, known, type Place, type State, unknown } from './state.ts';
import type { BaseWords } from './wording.ts';

/** Notes what is compared with, for the changes that follow in the sentence. `shift`: where the words were searched. */
export function rememberBase(state: State, place: Place, base: BaseWords, shift: number): BaseDraft {
  const stretch = { start: shift + base.start, end: shift + base.end };
  const draft: BaseDraft = {
    year: baseYearOf(state, place, base),
    basis: base.basis ? known(base.basis, 'certain', 'words') : unknown('no-words'),
    paragraph: place.paragraph,
    stretch,
  };
  place.base = { draft, sentence: place.clause.sentence };
  return draft;
}

function baseYearOf(state: State, place: Place, base: BaseWords): Reading<number> {
  if (base.year !== undefined) return known(base.year, 'certain', 'words');
  const last = place.last === undefined ? undefined : state.figures[place.last];
  const year =
    last && last.sentence === place.clause.sentence
      ? last.year.value
      : (last?.year.value ?? state.context.year);
  return year === undefined || base.yearsBefore === undefined
    ? unknown('no-words')
    : known(year - base.yearsBefore, 'likely', 'document');
}
