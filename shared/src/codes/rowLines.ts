import type { Row, Table } from '../disclosure/table.ts';
import type { Span } from '../text/range.ts';
import { measureOf, NARROWEST_GAP } from './alignedName.ts';

const FIGURE = /^[\d,.+%-]+$/;
const HTML_ROW = /^\s*<tr[\s>].*<\/tr>\s*$/i;

/** Whether a line is one row and nothing else, so that it can be moved or copied. */
export function isLineOfItsOwn(row: Row, { dialect, rows }: Table, text: string): boolean {
  if (dialect === 'cell-line') return false;
  if (dialect === 'html' && !HTML_ROW.test(text)) return false;
  const isOnLine = row.cells.every(
    (cell) => !cell || (cell.span.line === row.line && cell.whole === undefined),
  );
  return isOnLine && rows.every((other) => other === row || other.line !== row.line);
}

/**
 * A line with the texts of some places replaced, as the dialect writes them; undefined where blanks alone part the
 * cells and one would be lost or moved.
 */
export function rewritten(text: string, writes: readonly [Span, string][], table: Table): string | undefined {
  return [...writes]
    .sort(([a], [b]) => b.start - a.start)
    .reduce<string | undefined>(
      (line, [span, content]) => line && replaced(line, span, content, table),
      text,
    );
}

function replaced(line: string, { start, end }: Span, content: string, table: Table): string | undefined {
  const [before, behind] = [line.slice(0, start), line.slice(end)];
  switch (table.dialect) {
    case 'pipe':
      // A text in an empty cell keeps a blank behind it.
      return before + content + (start === end && content !== '' ? ' ' : '') + behind;
    case 'comma':
      return before + (content.includes(',') && !before.endsWith('"') ? `"${content}"` : content) + behind;
    case 'flattened':
      return content === '' ? undefined : before + content + behind;
    case 'aligned':
      return inItsPlace(before, line.slice(start, end), content, behind, table);
    default:
      return before + content + behind;
  }
}

/** Figures are aligned at their ends, codes and words at their beginnings; blanks beside them are taken or left for it. */
function inItsPlace(
  before: string,
  old: string,
  content: string,
  behind: string,
  table: Table,
): string | undefined {
  const measure = measureOf(table);
  const longer = measure(content) - measure(old);
  const isFigure = before.trim() !== '' && FIGURE.test(old);
  const blanks = isFigure
    ? before.length - before.trimEnd().length
    : behind.length - behind.trimStart().length;
  const isLast = !isFigure && behind.trim() === '';
  if (!isLast && longer > blanks - NARROWEST_GAP) return undefined;
  const padding = ' '.repeat(Math.max(0, -longer));
  const taken = isLast ? 0 : Math.max(0, longer);
  if (isFigure) return before.slice(0, before.length - taken) + padding + content + behind;
  return before + content + padding + behind.slice(taken);
}
