import { headingWords } from '../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { totalRank, wordsOf } from '../labels.ts';
import { bareReading } from './bareHead.ts';
import type { HeadReading } from './headReadings.ts';
import { joined } from './tokens.ts';

type Cells = readonly [CellNode, ...CellNode[]];

/** Headings of narrow columns are wrapped to so many lines. */
const MAX_LINES = 4;

/**
 * The headings of a table that was taken out of its file cell by cell: those of figures stand behind that of the names in
 * the order of their columns, and the lines of a wrapped one below each other (`合计 事业收入` over `事业单位`, `经营收入` and
 * `其他收入`). Undefined unless there is one way only to make whole headings, which tables are known to have, of all of
 * them. What stands in front of the names heads groups, how far nobody knows.
 */
export function orderedReading(rows: readonly RowNode[]): HeadReading | undefined {
  const bare = bareReading(rows)?.leaves ?? [];
  const total = bare.findIndex((cell) => totalRank(wordsOf(cell)) > 0);
  const stub = bare.slice(0, Math.max(0, total));
  const name = stub.at(-1);
  const own = bare.slice(total).sort(inText);
  const front = own.filter((cell) => name !== undefined && inText(cell, name) < 0);
  const [figures, other] = waysToJoin(own.slice(front.length));
  if (!name || !figures || other || !front.every(({ text }) => headingWords(text).isGroup)) return undefined;
  if (figures[0] && totalRank(wordsOf(figures[0])) === 0) return undefined;
  const leaves = [...stub, ...figures].map((cell, column) => ({ ...cell, column }));
  return { leaves, rows: [leaves] };
}

function inText(one: CellNode, other: CellNode): number {
  return one.span.line - other.span.line || one.span.start - other.span.start;
}

/** Up to two ways to make whole headings of words that follow each other, a wrapped one of the words of several lines. */
function waysToJoin(words: readonly CellNode[]): CellNode[][] {
  const ways: CellNode[][][] = [[[]]];
  for (let end = 1; end <= words.length; end++) {
    const own: CellNode[][] = [];
    for (let size = 1; size <= Math.min(MAX_LINES, end); size++) {
      const heading = wholeHeading(words.slice(end - size, end));
      if (heading) own.push(...(ways[end - size] ?? []).map((before) => [...before, heading]));
    }
    ways.push(own.slice(0, 2));
  }
  return ways.at(-1) ?? [];
}

/** The heading that words make, each in a line of its own, if tables are known to have it. */
function wholeHeading(words: readonly CellNode[]): CellNode | undefined {
  const [first, ...others] = words;
  const areLines = others.every(({ span }, index) => span.line > (words[index]?.span.line ?? 0));
  if (!first || !areLines || !headingWords(words.map(({ text }) => text).join('')).isLeaf) return undefined;
  return others.length === 0 ? first : joined([first, ...others] as Cells, 0);
}
