import { lazy } from '../text/lazy.ts';
import type { SyllableEntry } from './record.ts';

/** How one character is read. */
interface Reading {
  readonly syllables: readonly string[];
  /** The first letters of the syllables: most names are ruled out by them alone. */
  readonly initials: string;
}

/** Where in a name its reading fits. */
export type PinyinFit = 'beginning' | 'within';

/** What is typed, as it is compared with thousands of names. */
export interface Letters {
  /** In lower case. */
  readonly text: string;
  /** Its first two as they stand among the openings of a name. */
  readonly opening: string;
}

/** How well letters fit one name, whose reading it keeps. */
export type NameReader = (letters: Letters) => PinyinFit | undefined;

/** Answers what can be typed by sound for Chinese names. */
export interface Pinyin {
  /**
   * Whether letters are the pinyin of a part of a name: syllables in full, their initials, or both mixed, the
   * last one cut off anywhere (`xzyx`, `xingzhengyx`, `xingzh` for 行政运行). Characters of several readings fit by
   * any of them. Undefined where they are not.
   */
  fit(name: string, letters: string): PinyinFit | undefined;
  /** The same for a name that will be asked about letter by letter. */
  reader(name: string): NameReader;
  /**
   * Whether two characters may be read alike, so that whoever types by sound may take one for the other. What many
   * do not tell apart counts as alike: zh and z, ch and c, sh and s, and an n or ng at the end.
   */
  soundAlike(a: string, b: string): boolean;
}

/** What each opening is written behind. */
const OPENING = ' ';
/** What is typed longer than this is no word. */
const LONGEST = 60;

/** Whether a text is nothing but letters, as pinyin is typed. */
export function isLetters(text: string): boolean {
  return text.length <= LONGEST && /^[a-z]+$/i.test(text);
}

/** Letters as readers of names take them. */
export function lettersOf(typed: string): Letters {
  const text = typed.toLowerCase();
  return { text, opening: OPENING + text.slice(0, 2) };
}

/** Makes the look-up from the characters of each syllable. Readings of names are remembered. */
export function createPinyin(entries: readonly SyllableEntry[]): Pinyin {
  const byCharacter = lazy(() => {
    const readings = new Map<string, Reading>();
    for (const { syllable, characters } of entries) {
      for (const character of characters) {
        const { syllables = [], initials = '' } = readings.get(character) ?? {};
        readings.set(character, {
          syllables: [...syllables, syllable],
          initials: initials + syllable.slice(0, 1),
        });
      }
    }
    return readings;
  });
  const known = new Map<string, NameReader>();

  function reader(name: string): NameReader {
    let read = known.get(name);
    if (!read) {
      // Brackets and digits have no reading, and nobody types any for them.
      read = readerOf([...name].flatMap((character) => byCharacter().get(character) ?? []));
      known.set(name, read);
    }
    return read;
  }

  const soundsOf = (character: string) =>
    (byCharacter().get(character)?.syllables ?? []).map((each) =>
      each.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n'),
    );

  return Object.freeze({
    soundAlike(a: string, b: string): boolean {
      const others = soundsOf(b);
      return soundsOf(a).some((sound) => others.includes(sound));
    },
    fit: (name: string, letters: string) => reader(name)(lettersOf(letters)),
    reader,
  });
}

function readerOf(readings: readonly Reading[]): NameReader {
  const openings = openingsOf(readings);
  return ({ text, opening }) => {
    if (!openings.includes(opening)) return undefined;
    const start = readings.findIndex(
      ({ initials }, first) => initials.includes(text.slice(0, 1)) && isReadAs(readings, first, text),
    );
    if (start === -1) return undefined;
    return start === 0 ? 'beginning' : 'within';
  };
}

/**
 * All pairs of letters that what is typed for a part of a name may begin with: an initial and the next one, or the
 * first two letters of a syllable. Most names are ruled out by them alone.
 */
function openingsOf(readings: readonly Reading[]): string {
  const openings = readings.flatMap(({ syllables }, at) => {
    const following = [...(readings[at + 1]?.initials ?? '')];
    return syllables.flatMap((syllable) => {
      const [initial = ''] = syllable;
      return [syllable.slice(0, 2), ...following.map((next) => initial + next)];
    });
  });
  return [...new Set(openings)].map((opening) => OPENING + opening).join('');
}

/** Whether letters are used up by the characters from `first` on. Goes character by character over the ends reached. */
function isReadAs(readings: readonly Reading[], first: number, letters: string): boolean {
  let ends = [0];
  for (let at = first; at < readings.length && ends.length > 0; at++) {
    const next: number[] = [];
    for (const end of ends) {
      for (const syllable of readings[at]?.syllables ?? []) {
        if (letters[end] !== syllable[0]) continue;
        for (const length of lengthsUsed(syllable, letters, end)) {
          if (!next.includes(end + length)) next.push(end + length);
        }
      }
    }
    if (next.includes(letters.length)) return true;
    ends = next;
  }
  return false;
}

/** How many letters from `from` on a syllable may stand for: its initial, all of it, or, at the end, what is there. */
function lengthsUsed(syllable: string, letters: string, from: number): number[] {
  const rest = letters.length - from;
  const lengths = [1, /^[zcs]h/.test(syllable) ? 2 : 1, syllable.length, Math.min(rest, syllable.length)];
  return lengths.filter((length) => length <= rest && letters.startsWith(syllable.slice(0, length), from));
}
