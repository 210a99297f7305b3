import { headingWords } from '../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { totalRank, wordsOf } from '../labels.ts';
import { bareReading, isOverNames } from './bareHead.ts';
import { type HeadReading, headReadings } from './headReadings.ts';
import { kindOfHeading } from './leaves.ts';
import { rowOf } from './sequence/rowOf.ts';
import { joined } from './tokens.ts';

/** Which words are a heading and no part of one. */
type IsWhole = (known: ReturnType<typeof headingWords>) => boolean;

type Cells = readonly [CellNode, ...CellNode[]];

/** Headings of narrow columns are wrapped to so many lines. */
const MAX_LINES = 4;

/**
 * The headings of a table that was taken out of its file cell by cell: those of figures stand behind that of the names in
 * the order of their columns, and the lines of a wrapped one below each other (`合计 事业收入` over `事业单位`, `经营收入` and
 * `其他收入`). Undefined unless there is one way only to make whole headings, which tables are known to have, of all of
 * them. What stands in front of the names heads groups, how far nobody knows; but where these are all that is left of a
 * second row, below 功能分类科目 at the head of the first, all the others are of the first.
 */
export function orderedReading(rows: readonly RowNode[]): HeadReading | undefined {
  const bare = bareReading(rows)?.leaves ?? [];
  const total = bare.findIndex((cell) => totalRank(wordsOf(cell)) > 0);
  const stub = bare.slice(0, Math.max(0, total));
  const name = stub.at(-1);
  const own = bare.slice(total).sort(inText);
  const ahead = own.filter((cell) => name !== undefined && inText(cell, name) < 0);
  const front = ahead.length === own.length && beginsOverNames(rows) ? [] : ahead;
  const [figures, other] = waysToJoin(own.slice(front.length), ({ isLeaf }) => isLeaf);
  if (!name || !figures || other || !front.every(({ text }) => headingWords(text).isGroup)) return undefined;
  if (figures[0] && totalRank(wordsOf(figures[0])) === 0) return undefined;
  const leaves = [...stub, ...figures].map((cell, column) => ({ ...cell, column }));
  return { leaves, rows: [leaves] };
}

/**
 * Whole headings in two rows, one behind the other: where a group stands above the headings beside it, which are as high as
 * it and its parts together (`基本支出` over `科目编码 科目名称 合计` over `小计 人员经费 公用经费` over `项目支出`), all but its
 * parts, from 小计 on, are of the first. Undefined unless there is one way only to make whole headings of all words.
 */
export function inTwoRows(rows: readonly RowNode[]): readonly CellNode[] | undefined {
  const whole = wholeHeadings(rows) ?? [];
  const total = whole.findIndex(isOfGroup);
  const end = whole.findIndex(({ span }, at) => at > total && span.line !== whole[total]?.span.line);
  if (total === -1 || end === -1) return whole.length > 0 ? whole : undefined;
  const parts = whole.slice(total, end);
  const others = whole.filter((cell) => !parts.includes(cell));
  const isStub = (cell: CellNode) =>
    kindOfHeading(wordsOf(cell)) !== 'figure' || totalRank(wordsOf(cell)) > 0;
  return [...others.filter(isStub), ...others.filter((cell) => !isStub(cell)), ...parts];
}

/** The whole headings that the words of a header make in their order, if there is one way only. */
function wholeHeadings(rows: readonly RowNode[]): readonly CellNode[] | undefined {
  const words = rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== '')).sort(inText);
  const [whole, other] = waysToJoin(words, ({ isLeaf, isGroup }) => isLeaf || isGroup);
  return other ? undefined : whole;
}

/**
 * The ways to read the headings of a table that was taken out of its file row by row and cell by cell, each in as many lines
 * as it is wrapped to: those of the first row stand in front of those of the second, which hang below some of the first. None
 * unless there is one way only to make whole headings of all their words.
 */
export function cellByCellReadings(rows: readonly RowNode[]): HeadReading[] {
  const whole = wholeHeadings(rows);
  if (!whole) return [];
  const ofTwoRows = [...whole.keys()].slice(1).flatMap((second) => {
    const readings = headReadings([rowOf(whole.slice(0, second)), rowOf(whole.slice(second))]);
    // 小计 is the total of a group, which stands over it.
    return readings.filter(({ rows: [first, ...below] }) => below.length > 0 && !first?.some(isOfGroup));
  });
  return [...headReadings([rowOf(whole)]), ...ofTwoRows].map((reading) => ({ ...reading, isWhole: true }));
}

function isOfGroup(cell: CellNode): boolean {
  return compactLabel(wordsOf(cell)) === '小计';
}

/** Whether the first heading of all stands over those of codes and names. */
function beginsOverNames(rows: readonly RowNode[]): boolean {
  const first = rows.flatMap(({ cells }) => cells).find(({ text }) => text !== '');
  return first !== undefined && isOverNames(first);
}

function inText(one: CellNode, other: CellNode): number {
  return one.span.line - other.span.line || one.span.start - other.span.start;
}

/** Up to two ways to make whole headings of words that follow each other, a wrapped one of the words of several lines. */
function waysToJoin(words: readonly CellNode[], isWhole: IsWhole): CellNode[][] {
  const ways: CellNode[][][] = [[[]]];
  for (let end = 1; end <= words.length; end++) {
    const own: CellNode[][] = [];
    for (let size = 1; size <= Math.min(MAX_LINES, end); size++) {
      const heading = wholeHeading(words.slice(end - size, end), isWhole);
      if (heading) own.push(...(ways[end - size] ?? []).map((before) => [...before, heading]));
    }
    ways.push(own.slice(0, 2));
  }
  return ways.at(-1) ?? [];
}

/** The heading that words make, each in a line of its own, if tables are known to have it. */
function wholeHeading(words: readonly CellNode[], isWhole: IsWhole): CellNode | undefined {
  const [first, ...others] = words;
  const areLines = others.every(({ span }, index) => span.line > (words[index]?.span.line ?? 0));
  if (!first || !areLines || !isWhole(headingWords(words.map(wordsOf).join('')))) return undefined;
  return others.length === 0 ? first : joined([first, ...others] as Cells, 0);
}
