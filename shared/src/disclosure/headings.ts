import type { SyntaxTree } from '../syntax/nodes.ts';
import { compactLabel } from '../text/width.ts';
import { isTableTitle } from './context.ts';

/** A heading in the prose of a document. */
export interface HeadingLine {
  readonly line: number;
  /** Without Markdown marks. */
  readonly text: string;
  /** 1 is the outermost. */
  readonly level: number;
}

/** Longer lines are sentences that happen to begin with a number. */
const MAX_LENGTH = 40;
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十]{1,3}部分/, 1],
  [/^[一二三四五六七八九十]{1,3}、/, 2],
  [/^[(（][一二三四五六七八九十]{1,3}[)）]/, 3],
];
const MARKDOWN = /^\s{0,3}(#{1,6})\s+(?=\S)/;

/**
 * The headings of a document: `第一部分 …`, `一、…`, `（一）…` and Markdown's `#`. Titles of tables are none.
 * Of lines that stand twice, in the table of contents and in the text, the last is the heading.
 */
export function headingsOf(tree: SyntaxTree): HeadingLine[] {
  const headings = new Map<string, HeadingLine>();
  for (const { line, node } of tree.blocks) {
    if (node.kind !== 'text') continue;
    for (const each of node.lines) {
      const heading = readHeading(each.text, line + each.line);
      if (!heading) continue;
      const key = compactLabel(heading.text);
      headings.delete(key);
      headings.set(key, heading);
    }
  }
  return [...headings.values()];
}

function readHeading(text: string, line: number): HeadingLine | undefined {
  if (text.length > 4 * MAX_LENGTH) return undefined;
  const marks = MARKDOWN.exec(text);
  const words = text.slice(marks?.[0].length ?? 0).replace(/[*#\s]+$|^[*\s]+/g, '');
  if (words === '' || words.length > MAX_LENGTH || /[。；;]/.test(words) || isTableTitle(words))
    return undefined;
  const level = LEVELS.find(([pattern]) => pattern.test(words))?.[1] ?? marks?.[1]?.length;
  return level === undefined ? undefined : { line, text: words, level };
}
