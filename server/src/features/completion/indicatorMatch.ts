import { normalizeName } from '#core/catalogue/names.ts';
import { isLetters, type Letters, lettersOf, type NameReader } from '#core/catalogue/pinyin.ts';

/** What has been typed of a name, as it is compared. */
export interface Wanted {
  readonly text: string;
  /** Its letters, where it may be pinyin. */
  readonly letters: Letters | undefined;
}

/** What has been typed, made ready to be compared with many names. */
export function wanted(typed: string): Wanted {
  const text = normalizeName(typed);
  return { text, letters: isLetters(text) ? lettersOf(text) : undefined };
}

/**
 * How well what is typed fits a name, the best first: 0 where the name begins with it or is read so, 1 where it
 * holds it, 2 where its letters occur in this order; undefined where it does not fit.
 *
 * @param name as it is compared
 * @param reader of that name
 */
export function matchRank(name: string, reader: NameReader, { text, letters }: Wanted): number | undefined {
  if (text === '') return 0;
  const fit = letters && reader(letters);
  const at = name.indexOf(text);
  if (at === 0 || fit === 'beginning') return 0;
  if (at > 0 || fit) return 1;
  return holds(name, text) ? 2 : undefined;
}

/** Whether the letters wanted occur in the name in their order, so that parts of words find it. */
function holds(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at);
    if (at === -1) return false;
    at += letter.length;
  }
  return true;
}
