import { lazy } from '../text/lazy.ts';
import type { SyllableEntry } from './record.ts';

/** How one character is read. */
interface Reading {
  readonly syllables: readonly string[];
  /** The first letters of the syllables: most names are ruled out by them alone. */
  readonly initials: string;
}

/** How a name is read. */
interface NameReading {
  /** Of each character that is read somehow: brackets and digits have no reading, and nobody types any for them. */
  readonly characters: readonly Reading[];
  /** The first letters of all of them: most names have none of what is typed. */
  readonly initials: ReadonlySet<string>;
}

/** Where in a name its reading fits. */
export type PinyinFit = 'beginning' | 'within';

export interface Pinyin {
  /**
   * Whether letters are the pinyin of a part of a name: syllables in full, their initials, or both mixed, the
   * last one cut off anywhere (`xzyx`, `xingzhengyx`, `xingzh` for 行政运行). Characters of several readings fit by
   * any of them. Undefined where they are not.
   */
  fit(name: string, letters: string): PinyinFit | undefined;
  /**
   * Whether two characters may be read alike, so that whoever types by sound may take one for the other. What many
   * do not tell apart counts as alike: zh and z, ch and c, sh and s, and an n or ng at the end.
   */
  soundAlike(a: string, b: string): boolean;
}

/** What is typed longer than this is no word. */
const LONGEST = 60;

/** Whether a text is nothing but letters, as pinyin is typed. */
export function isLetters(text: string): boolean {
  return text.length <= LONGEST && /^[a-z]+$/i.test(text);
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
  const known = new Map<string, NameReading>();

  function readingOf(name: string): NameReading {
    let reading = known.get(name);
    if (!reading) {
      const characters = [...name].flatMap((character) => byCharacter().get(character) ?? []);
      const initials = new Set(characters.flatMap((each) => [...each.initials]));
      reading = { characters, initials };
      known.set(name, reading);
    }
    return reading;
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
    fit(name: string, letters: string): PinyinFit | undefined {
      const wanted = letters.toLowerCase();
      const initial = wanted.slice(0, 1);
      const { characters: readings, initials } = readingOf(name);
      if (!initials.has(initial)) return undefined;
      for (let start = 0; start < readings.length; start++) {
        if (!readings[start]?.initials.includes(initial) || !goesOn(readings, start, wanted)) continue;
        if (isReadAs(readings, start, wanted)) return start === 0 ? 'beginning' : 'within';
      }
      return undefined;
    },
  });
}

/** Whether the second letter can follow the first: most names are ruled out by these two. */
function goesOn(readings: readonly Reading[], start: number, letters: string): boolean {
  const second = letters[1];
  if (second === undefined || readings[start + 1]?.initials.includes(second)) return true;
  return readings[start]?.syllables.some((each) => each[0] === letters[0] && each[1] === second) === true;
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
