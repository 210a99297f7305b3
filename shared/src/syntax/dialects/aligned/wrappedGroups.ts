import { headingWords, isKnownHeading } from '../../headingWords.ts';
import { middleOf, overlap, type Word } from './headLines.ts';

/** So many lines the heading of a group is wrapped to at most, each so near the one above. */
const MAX_LINES = 4;
const REACH = 2;
/** Places are rounded; middles are doubled. */
const SLACK = 1;
const CENTRED = 4;

/**
 * The lines of wrapped headings that tables are known to have over several columns (2023年 over 预算数比 over 2022年执行数),
 * where whole headings of columns stand below them. Lines that are headings by themselves make none.
 *
 * @param words all words of the header
 */
export function wrappedGroups(words: readonly Word[]): readonly (readonly Word[])[] {
  const heading = words.filter(({ heads }) => heads);
  const taken = new Set<Word>();
  const groups: (readonly Word[])[] = [];
  for (const top of heading) {
    if (taken.has(top)) continue;
    const lines = longestGroup([top], heading);
    if (!lines || lines.some((word) => taken.has(word))) continue;
    for (const word of lines) taken.add(word);
    groups.push(lines);
  }
  return groups;
}

/** The longest heading of a group that goes on from these lines. */
function longestGroup(lines: readonly Word[], all: readonly Word[]): readonly Word[] | undefined {
  const last = lines.at(-1);
  if (!last || lines.length > MAX_LINES) return undefined;
  for (const next of all) {
    if (next.line <= last.line || next.line > last.line + REACH || !areAligned(last, next)) continue;
    const longer = longestGroup([...lines, next], all);
    if (longer) return longer;
  }
  return isGroup(lines, all) ? lines : undefined;
}

/** Whether two lines begin in one place, or have one middle. */
function areAligned(above: Word, below: Word): boolean {
  return (
    Math.abs(above.placed.left - below.placed.left) <= SLACK ||
    Math.abs(middleOf(above) - middleOf(below)) <= CENTRED
  );
}

function isGroup(lines: readonly Word[], all: readonly Word[]): boolean {
  const texts = lines.map(({ placed }) => placed.atom.text);
  if (lines.length < 2 || texts.every(isKnownHeading)) return false;
  if (!headingWords(texts.join('')).isGroup) return false;
  const lowest = Math.max(...lines.map(({ line }) => line));
  const below = all.filter(
    (word) => word.line > lowest && lines.some(({ placed }) => overlap(placed, word.placed)),
  );
  return below.some(({ placed }) => headingWords(placed.atom.text).isLeaf);
}
