import { type Cell, hasAmount, type Row, type Table } from '../disclosure/table.ts';
import type { Edit } from '../findings.ts';
import { rangeOf, type Span } from '../text/range.ts';
import { remember } from '../text/remember.ts';
import { displayWidth } from '../text/width.ts';

/** Cells that stand nearer to each other may be read as one. */
export const NARROWEST_GAP = 2;
/** Enough rows to see by what their columns are aligned. */
const SAMPLE = 60;

/** How many columns a text takes where cells stand below each other. */
export type Measure = (text: string) => number;

/**
 * The edit that writes another name into a table whose columns are told by their places: blanks behind the name are
 * taken away or added, so that what follows stays where it is. Undefined where there is no room for it, or where the
 * name goes on in another line. Only blanks stand between the cells of such a table.
 */
export function alignedNameEdit(span: Span, name: string, table: Table): Edit | undefined {
  const cells = table.rows.flatMap((row) => cellsOnLine(row, span.line));
  const own = cells.find(({ span: { start, end } }) => start <= span.start && span.end <= end);
  if (!own || own.whole !== undefined) return undefined;
  const measure = measureOf(table);
  const old = own.text.slice(span.start - own.span.start, span.end - own.span.start);
  const longer = measure(name) - measure(old);
  const behind = cells.map(({ span: { start } }) => start).filter((start) => start >= span.end);
  if (behind.length === 0) return { range: rangeOf(span), newText: name };
  const room = Math.min(...behind) - own.span.end;
  if (longer > room - NARROWEST_GAP || (longer !== 0 && span.end < own.span.end)) return undefined;
  const range = rangeOf({ ...span, end: span.end + Math.max(0, longer) });
  return { range, newText: name + ' '.repeat(Math.max(0, -longer)) };
}

function cellsOnLine({ cells }: Row, line: number): Cell[] {
  return cells.filter(
    (cell): cell is Cell => cell !== undefined && cell.text !== '' && cell.span.line === line,
  );
}

/**
 * Whether columns are aligned as a screen shows them, where Chinese characters take two places, or by the number of
 * characters, as some programs write them: by that measure by which the figures behind the names of more rows end in
 * one place.
 */
export const measureOf = remember((table: Table): Measure => {
  const agreeing = (measure: Measure): number => {
    const counts = new Map<number, number>();
    for (const row of table.rows.slice(0, SAMPLE)) {
      const end = firstFigureEnd(row, measure);
      if (end !== undefined) counts.set(end, (counts.get(end) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };
  const byCharacters: Measure = (text) => text.length;
  return agreeing(byCharacters) > agreeing(displayWidth) ? byCharacters : displayWidth;
});

/** The place at which the first figure behind the name of a row ends. */
function firstFigureEnd(row: Row, measure: Measure): number | undefined {
  const name = row.code?.nameSpan;
  if (!name) return undefined;
  const cells = cellsOnLine(row, name.line);
  const figure = cells.find((cell) => hasAmount(cell) && cell.span.start >= name.end);
  if (!figure) return undefined;
  const { end } = figure.span;
  const upTo = cells.filter(({ span }) => span.end <= end);
  return upTo.reduce((place, { text }) => place + measure(text) - text.length, end);
}
