import type { SyntaxTree } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { linesOf } from './lines.ts';

/** A line at the head of so many pages is printed on each of them. */
const MIN_PAGES = 3;
const MAX_HEAD = 60;

/**
 * The lines that a document prints once more on each page, right behind the number of the page before, or right in front of
 * its own. They stand in the midst of sentences: `支出 62.09 万 | - 29 - | 某某局 2025 年度部门预算公开 | 元，与上年相比…`. The first of
 * them may be a title.
 */
export function runningHeads({ blocks }: SyntaxTree): ReadonlySet<number> {
  const heads = new Map<string, number[]>();
  const feet = new Map<string, number[]>();
  let isTurned = false;
  let last: { readonly label: string; readonly line: number } | undefined;
  for (const { line, node } of blocks) {
    if (node.kind === 'blank') continue;
    if (node.kind === 'text')
      for (const info of linesOf(node)) {
        const mayRun = !info.pageMark && info.length <= MAX_HEAD && !info.finished;
        const own = mayRun ? { label: compactLabel(info.text), line: line + info.line } : undefined;
        if (info.pageMark && last) note(feet, last);
        if (isTurned && own) note(heads, own);
        last = own;
        isTurned = info.pageMark;
      }
    else {
      isTurned = false;
      last = undefined;
    }
  }
  return new Set(
    [...heads.values(), ...feet.values()].flatMap((lines) =>
      lines.length < MIN_PAGES ? [] : lines.slice(1),
    ),
  );
}

function note(
  places: Map<string, number[]>,
  { label, line }: { readonly label: string; readonly line: number },
): void {
  const known = places.get(label);
  if (known) known.push(line);
  else places.set(label, [line]);
}
