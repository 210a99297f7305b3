import type { Indicators } from '#core/catalogue/indicators.ts';
import { normalizeName } from '#core/catalogue/names.ts';
import { isLetters } from '#core/catalogue/pinyin.ts';

/** What has been typed of a name, as it is compared. */
export interface Wanted {
  readonly text: string;
  /** Whether it may be pinyin. */
  readonly isLetters: boolean;
}

export function wanted(typed: string): Wanted {
  const text = normalizeName(typed);
  return { text, isLetters: isLetters(text) };
}

/**
 * How well what is typed fits a name, the best first: 0 where the name begins with it or is read so, 1 where it
 * holds it, 2 where its letters occur in this order; undefined where it does not fit.
 *
 * @param name as it is compared
 */
export function matchRank(
  name: string,
  { text, isLetters: read }: Wanted,
  readAs: Indicators['readAs'],
): number | undefined {
  if (text === '') return 0;
  const fit = read ? readAs(name, text) : undefined;
  const at = name.indexOf(text);
  if (at === 0 || fit === 'beginning') return 0;
  if (at > 0 || fit) return 1;
  return holds(name, text) ? 2 : undefined;
}

/** Whether the letters wanted occur in the name in their order, so that parts of words find it. */
function holds(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at);
    if (at === -1) return false;
    at += letter.length;
  }
  return true;
}
