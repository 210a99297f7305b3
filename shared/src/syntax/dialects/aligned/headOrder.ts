import { isKnownHeading } from '../../headingWords.ts';
import { textOf } from './headLines.ts';
import { hasHeading, isNumbered, isRemark, type Place } from './headPlace.ts';

/**
 * Puts headings and the numbers of their columns together where they stand beside each other: the first heading has the
 * first number, and so on, if there are as many of both. A heading may be set to the left of its cell, and its number to
 * the right, as the figures are.
 */
export function pairNumbers(all: readonly Place[]): Place[] {
  let places = [...all];
  // Remarks, the last of all, may have no number.
  const headed = places.filter((place) => hasHeading(place) && !(isRemark(place) && !isNumbered(place)));
  const numbered = places.filter(isNumbered);
  if (headed.length !== numbered.length) return places;
  const pairs = headed.flatMap((heading, rank): (readonly [Place, Place])[] => {
    const number = numbered[rank];
    return number && number !== heading ? [[heading, number]] : [];
  });
  const isBeside = ([heading, number]: readonly [Place, Place]) =>
    Math.abs(places.indexOf(heading) - places.indexOf(number)) === 1 &&
    (heading.column === undefined || number.column === undefined);
  if (!pairs.every(isBeside)) return places;
  for (const [heading, number] of pairs) {
    const [kept, other] = heading.column === undefined ? [number, heading] : [heading, number];
    kept.words.push(...other.words);
    kept.words.sort((a, b) => b.line - a.line);
    kept.doubtful ||= other.doubtful;
    if (kept.column === undefined)
      [kept.left, kept.right] = [Math.min(kept.left, other.left), Math.max(kept.right, other.right)];
    places = places.filter((place) => place !== other);
  }
  return places;
}

/**
 * Gives the columns of figures behind all names their headings by order, where there are as many of both: whole ones, side
 * by side, none of which stands over another column than its own.
 */
export function countOff(all: readonly Place[]): Place[] {
  let places = [...all];
  const names = places.findLastIndex(({ body }) => body?.isFigures === false);
  const [last, ...own] = places
    .slice(Math.max(0, names))
    .filter((place) => place.column !== undefined || hasHeading(place));
  if (!last || !hasHeading(last) || last.column === undefined || last.body?.isFigures) return places;
  const columns = own.filter(({ column }) => column !== undefined);
  const headings = own.filter((place) => hasHeading(place) && !isRemark(place));
  if (headings.length !== columns.length || !areBeside(headings)) return places;
  const pairs = columns.map((column, rank) => [column, headings[rank] ?? column] as const);
  if (!pairs.every(([column, heading]) => heading === column || heading.column === undefined)) return places;
  for (const [column, heading] of pairs) {
    if (heading === column) continue;
    column.words.push(...heading.words);
    column.words.sort((a, b) => b.line - a.line);
    places = places.filter((place) => place !== heading);
  }
  return places;
}

/** Whether headings are all whole, and have a line in common: none is that of a group above others. */
function areBeside(headings: readonly Place[]): boolean {
  const lines = headings.map(({ words }) => words.flatMap(({ heads, line }) => (heads ? line : [])));
  const first = Math.max(...lines.map((own) => Math.min(...own)));
  const last = Math.min(...lines.map((own) => Math.max(...own)));
  return first <= last && headings.every(({ words, doubtful }) => !doubtful && isKnownHeading(textOf(words)));
}
