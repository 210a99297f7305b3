import { isOfCode } from '../../codes/places.ts';
import { hasWords } from '../../disclosure/labels.ts';
import type { Finding } from '../../findings.ts';
import { type CodedRow, type CodedTable, withoutClosing } from './codedRows.ts';
import { rangeOfCode, report } from './report.ts';

/** Tables with more descents are in an order of their own: by amount, or level by level. */
const DESCENT_SHARE = 0.1;
const FEWEST_ROWS = 4;

/**
 * Notes the first code of a block that stands behind a greater one (`code-order`); repeated codes do not count.
 * Lists of projects and bodies have an order of their own, and rows in which something else is wrong say nothing.
 *
 * @param said lines of the rows in which something was found, counted like the ranges
 */
export function disorder({ blocks, named }: CodedTable, said: ReadonlySet<number>): Finding[] {
  if (!named) return [];
  return blocks.map(withoutClosing).flatMap((block) => {
    const descents = descentsOf(block.filter(({ row }) => !said.has(row.line)));
    const [first] = descents;
    if (!first || block.length < FEWEST_ROWS) return [];
    if (block.filter(isOneOfMany).length > block.length / 2) return [];
    if (descents.length > Math.max(1, DESCENT_SHARE * block.length)) return [];
    const { code } = first.row;
    return report('code-order', rangeOfCode(code), {
      code: code.digits,
      name: code.name,
      behind: first.behind.code.digits,
    });
  });
}

/** Whether a row is that of a project or a body, which its code only describes: words of its own stand behind. */
function isOneOfMany({ row, code }: CodedRow): boolean {
  return row.cells.some((cell) => cell && hasWords(cell.text) && !isOfCode(cell, { code }));
}

function descentsOf(block: readonly CodedRow[]): { readonly row: CodedRow; readonly behind: CodedRow }[] {
  const seen = new Set<string>();
  return block.flatMap((row, index) => {
    const { digits } = row.code;
    const behind = block[index - 1];
    const isNew = !seen.has(digits);
    seen.add(digits);
    return behind && isNew && digits < behind.code.digits ? { row, behind } : [];
  });
}
