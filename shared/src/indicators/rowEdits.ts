import type { IndicatorCategory } from '../catalogue/indicatorHeadings.ts';
import type { PlacedTable } from '../disclosure/table.ts';
import type { Edit } from '../findings.ts';
import { isRowByRow } from '../syntax/rowByRow.ts';
import { compactLabel } from '../text/width.ts';
import type { IndicatorEntry, IndicatorGroup } from './indicatorEntry.ts';
import { isUnfilled } from './indicatorPrefix.ts';
import { NO_INDICATORS } from './listState.ts';
import { readIndicators } from './readIndicators.ts';

/**
 * Takes out rows of a form that were not filled in (`指标2：……`). Rows that hold a heading or anything else stay:
 * undefined where none can go.
 *
 * @param rows document lines
 */
export function removeRows(
  lines: readonly string[],
  { line: base, table }: PlacedTable,
  rows: readonly number[],
): Edit[] | undefined {
  if (!isRowByRow(table.dialect)) return undefined;
  const unfilled = new Set(
    table.rows
      .filter(({ cells }) => cells.every((cell) => !cell || isUnfilled(cell.text)))
      .map(({ line }) => base + line),
  );
  const edits = rows.filter((line) => unfilled.has(line)).map((line) => withoutLine(lines, line));
  return edits.length > 0 ? edits : undefined;
}

/** A row moved to the end of the group it belongs to. */
export interface RowMove {
  /** The heading of the group as it is printed. */
  readonly group: string;
  readonly edits: readonly Edit[];
}

/**
 * Moves the row of an indicator to the end of the group of a category in the same list. Undefined where the list
 * has no such group, or the row carries a heading that rows below it stand under.
 *
 * @param line the document line of the row
 */
export function moveRow(
  lines: readonly string[],
  placed: PlacedTable,
  line: number,
  category: IndicatorCategory,
): RowMove | undefined {
  const { line: base, table } = placed;
  if (!isRowByRow(table.dialect)) return undefined;
  const { entries } = readIndicators(table, NO_INDICATORS);
  const lineOf = ({ cell }: IndicatorEntry) => base + cell.span.line;
  const entry = entries.find((each) => lineOf(each) === line);
  const group = entries.filter(
    ({ section, level2 }) => section === entry?.section && level2?.categories[0] === category,
  );
  const last = group.at(-1);
  const text = lines[line];
  if (!entry || !last?.level2 || text === undefined) return undefined;
  const written = underHeadings(text, entry, last, entries);
  if (written === undefined) return undefined;
  return {
    group: compactLabel(last.level2.cell.text),
    edits: [withoutLine(lines, line), behindLine(lines, lineOf(last), written)],
  };
}

/**
 * The line of an indicator with the headings of another one, where it prints its own. Undefined where other rows
 * stand under a heading that it prints.
 */
function underHeadings(
  text: string,
  entry: IndicatorEntry,
  { level1, level2 }: IndicatorEntry,
  entries: readonly IndicatorEntry[],
): string | undefined {
  const isPrinted = (group: IndicatorGroup | undefined): group is IndicatorGroup =>
    group !== undefined && group.cell.span.line === entry.cell.span.line;
  const isShared = (group: IndicatorGroup) =>
    entries.some((other) => other !== entry && (other.level1 === group || other.level2 === group));
  const own = [entry.level1, entry.level2].filter(isPrinted);
  if (own.some(isShared)) return undefined;
  const writes = own.map(({ cell }) => ({
    span: cell.span,
    heading: (cell === entry.level1?.cell ? level1 : level2)?.cell.text ?? '',
  }));
  return writes
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((line, { span, heading }) => line.slice(0, span.start) + heading + line.slice(span.end), text);
}

/** Takes out a whole line, with the line end in front of it where it is the last. */
function withoutLine(lines: readonly string[], line: number): Edit {
  const isLast = line === lines.length - 1 && line > 0;
  const start = isLast ? { line: line - 1, character: lines[line - 1]?.length ?? 0 } : { line, character: 0 };
  const end = isLast ? { line, character: lines[line]?.length ?? 0 } : { line: line + 1, character: 0 };
  return { range: { start, end }, newText: '' };
}

function behindLine(lines: readonly string[], line: number, text: string): Edit {
  const end = { line, character: lines[line]?.length ?? 0 };
  return { range: { start: end, end }, newText: `\n${text}` };
}
