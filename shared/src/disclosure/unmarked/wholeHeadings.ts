import { headingWords, isKnownHeading } from '../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { LOST_YEAR } from '../../text/years.ts';
import { wordsOfRow } from '../grid.ts';
import { headOf, isIndex } from './head.ts';
import { kindOfHeading } from './leaves.ts';
import { joined } from './tokens.ts';

/** Headings of narrow columns are wrapped to so many lines. */
const MAX_LINES = 4;
/** Wider tables have no names in common with those of departments. */
const MAX_WORDS = 40;

/**
 * Puts wrapped headings of a flattened table together: behind the line of their beginnings stand lines of nothing but
 * their rests, in the same order (`合计 一般公共预 政府性基金预` over `算拨款收入 算拨款收入`). They are joined where there is
 * one way only in which each rest makes one of the headings that tables are known to have, and none is left torn.
 */
export function withWholeHeadings(rows: readonly RowNode[]): readonly RowNode[] {
  const head = headOf(rows)?.rows ?? [];
  if (head.length < 2) return rows;
  const whole: RowNode[] = [];
  let end = 0;
  for (const [index, row] of head.entries()) {
    if (index < end) continue;
    const own = joinedLines(head.slice(index, index + MAX_LINES));
    whole.push(own?.row ?? row);
    end = index + (own?.lines ?? 1);
  }
  return whole.length < head.length ? [...whole, ...rows.slice(head.length)] : rows;
}

/** The first line with the rests of its headings, and how many lines these are; undefined where none go on. */
function joinedLines(
  lines: readonly RowNode[],
): { readonly row: RowNode; readonly lines: number } | undefined {
  const words = lines.map(({ cells }) => cells.filter(({ text }) => text !== ''));
  for (let size = 2; size <= lines.length; size++) {
    const [first = [], ...rests] = words.slice(0, size);
    const all = [...first, ...rests.flat()];
    if (rests.some((rest) => rest.length > first.length) || all.length > MAX_WORDS) return undefined;
    // Single words below each other may be headings by themselves.
    const isTorn =
      first.length > 1 && [...first, ...rests.flat()].some(({ text }) => isTornHeading(text) || isYear(text));
    if (!isTorn && rests.flat().every(({ text }) => isKnownHeading(text))) continue;
    const [way, other] = waysToJoin(first, rests);
    const [row] = lines;
    if (way && !other && row) return { row: { ...row, cells: way.map(joined) }, lines: size };
  }
  return undefined;
}

/** The rows without the headings that pages repeat, all of them in their order, and without the numbers of columns below these. */
export function withoutRepeatedHeads(rows: readonly RowNode[]): readonly RowNode[] {
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const body = headOf(filled)?.body ?? 0;
  const head = filled
    .slice(0, body)
    .filter((row) => !isIndex(row))
    .map(wordsOfRow);
  const repeated = new Set<RowNode>();
  for (let index = body; body > 0 && index + head.length <= filled.length; index++) {
    const own = filled.slice(index, index + head.length);
    if (!own.every((row, at) => wordsOfRow(row) === head[at])) continue;
    const below = filled[index + head.length];
    for (const row of own) repeated.add(row);
    if (below && isIndex(below)) repeated.add(below);
  }
  return repeated.size === 0 ? rows : rows.filter((row) => !repeated.has(row));
}

type Cells = readonly [CellNode, ...CellNode[]];

/** Up to two ways to give all rests to headings, each line in order. */
function waysToJoin(first: readonly CellNode[], rests: readonly (readonly CellNode[])[]): Cells[][] {
  const known = new Map<string, Cells[][]>();
  const from = (index: number, next: readonly number[]): Cells[][] => {
    const key = `${index}:${next.join()}`;
    const before = known.get(key);
    if (before) return before;
    const own = first[index];
    const isDone = rests.every((rest, line) => next[line] === rest.length);
    const ways: Cells[][] = [];
    if (!own && isDone) ways.push([]);
    for (const taken of own ? subsets(rests, next) : []) {
      const cells: Cells = [
        own as CellNode,
        ...taken.flatMap((line) => rests[line]?.[next[line] ?? 0] ?? []),
      ];
      if (!areWhole(cells)) continue;
      const behind = next.map((at, line) => (taken.includes(line) ? at + 1 : at));
      ways.push(...from(index + 1, behind).map((others) => [cells, ...others]));
    }
    const kept = ways.slice(0, 2);
    known.set(key, kept);
    return kept;
  };
  return from(
    0,
    rests.map(() => 0),
  );
}

/** From which lines the next rest may be taken, in all ways. */
function subsets(rests: readonly (readonly CellNode[])[], next: readonly number[]): number[][] {
  const all: number[][] = [[]];
  for (const [line, rest] of rests.entries()) {
    if ((next[line] ?? 0) < rest.length) all.push(...all.map((lines) => [...lines, line]));
  }
  return all;
}

/** Whether a heading with its rests is known to be whole, or one without any is not known to be torn. */
function areWhole(cells: Cells): boolean {
  const text = cells.map((cell) => cell.text).join('');
  if (cells.length === 1) return !isTornHeading(text) && !isYear(text);
  // A unit goes with what heads figures.
  const isOfFigures = !UNIT.test(compactLabel(cells.at(-1)?.text ?? '')) || kindOfHeading(text) === 'figure';
  return isOfFigures && isKnownHeading(text);
}

/** Whether a year stands alone, 年执行数 or 基本支出 below it. */
function isYear(text: string): boolean {
  return YEAR.test(compactLabel(text));
}

const UNIT = /^\((?:元|万元|亿元)\)$/;
const YEAR = /^(?:19|20)\d{2}年?$/;

/** Whether words are a part of a heading and none themselves. */
export function isTornHeading(heading: string): boolean {
  const { isLeaf, isGroup, isPart } = headingWords(heading);
  const label = compactLabel(heading);
  const isOpen = label.split('(').length !== label.split(')').length;
  return isOpen || LOST_YEAR.test(label) || (isPart && !isLeaf && !isGroup);
}
