import type { SyntaxTree } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { linesOf } from './lines.ts';

/** A line at the head of so many pages is printed on each of them. */
const MIN_PAGES = 3;
const MAX_HEAD = 60;

/**
 * The lines that a document prints once more at the head of each page, right behind the number of the page before. They stand
 * in the midst of sentences: `支出 62.09 万 | - 29 - | 某某局 2025 年度部门预算公开 | 元，与上年相比…`. The first of them may be a title.
 */
export function runningHeads({ blocks }: SyntaxTree): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  let isTurned = false;
  for (const { line, node } of blocks) {
    if (node.kind === 'blank') continue;
    if (node.kind === 'text')
      for (const info of linesOf(node)) {
        if (isTurned && !info.pageMark && info.length <= MAX_HEAD && !info.finished) {
          const label = compactLabel(info.text);
          const known = places.get(label);
          if (known) known.push(line + info.line);
          else places.set(label, [line + info.line]);
        }
        isTurned = info.pageMark;
      }
    else isTurned = false;
  }
  return new Set([...places.values()].flatMap((lines) => (lines.length < MIN_PAGES ? [] : lines.slice(1))));
}
