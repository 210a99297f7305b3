import { BLANK } from './indicatorNames.ts';
import type { Indicator } from './indicators.ts';
import { normalizeName } from './names.ts';
import type { Pinyin } from './pinyin.ts';

/** Shorter names are a character away from too many words. */
const SHORTEST = 4;
/** Stands for the character left out of a key. */
const ANY = '\u0000';

/**
 * Makes the look-up of names with one character wrong. Each name is kept under itself with one character left out,
 * one after the other, so that a look-up takes as many steps as the name has characters, however large the library.
 */
export function createNearNames(
  data: readonly Indicator[],
): (name: string, soundAlike: Pinyin['soundAlike']) => string | undefined {
  const names = new Set(
    data.flatMap(({ name, aliases = [] }) => [name, ...aliases]).filter((each) => !each.includes(BLANK)),
  );
  const known = new Set([...names].map(normalizeName));
  const byKey = new Map<string, string[]>();
  for (const name of known) {
    if (name.length < SHORTEST) continue;
    for (const key of keysOf(name)) byKey.set(key, [...(byKey.get(key) ?? []), name]);
  }
  return (name, soundAlike) => {
    if (name.length < SHORTEST || known.has(name)) return undefined;
    const near = keysOf(name).flatMap((key, at) =>
      (byKey.get(key) ?? []).filter((each) => soundAlike(each.charAt(at), name.charAt(at))),
    );
    return near.length === 1 ? near[0] : undefined;
  };
}

function keysOf(name: string): string[] {
  return Array.from(name, (_, at) => name.slice(0, at) + ANY + name.slice(at + 1));
}
