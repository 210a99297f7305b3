import { HEADING_STEMS } from '../catalogue/indicatorHeadings.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { rowAt, tableAt } from '../disclosure/locate.ts';
import { type Position, type Range, rangeOf, touches } from '../text/range.ts';
import { indicatorPages } from './placedIndicators.ts';

/** A cell of a table under a cursor. */
export interface IndicatorSpot {
  /** Whether the table is a performance table, or a page on which one goes on. */
  readonly isPerformance: boolean;
  /** The cell's text; all of its lines, where it is wrapped. */
  readonly text: string;
  readonly range: Range;
  /** UTF-16 offset of the cursor in the cell's first line. */
  readonly offset: number;
}

/** The cell under a cursor; undefined outside tables and between cells. */
export function indicatorSpotAt(disclosure: Disclosure, position: Position): IndicatorSpot | undefined {
  const placed = tableAt(disclosure, position.line);
  if (!placed) return undefined;
  const cell = rowAt(placed, position)?.cells.find(
    (each) => each && touches(each.span, position, placed.line),
  );
  return (
    cell && {
      isPerformance: indicatorPages(disclosure.tables).some((page) => page.placed === placed),
      text: cell.whole ?? cell.text,
      range: rangeOf(cell.span, placed.line),
      offset: position.character - cell.span.start,
    }
  );
}

/** A heading written out as 数量指标 in a line, whatever the line is. */
export interface HeadingInLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** No heading is longer, blanks included. */
const LONGEST_HEADING = 24;
/** Headings in full; a cell that wraps or a scan that tears it leaves a blank in it. */
const HEADING = new RegExp(`(?:${HEADING_STEMS.join('|')}) ?指 ?标`, 'g');

/** The 一级 or 二级 heading at a place in a line that ends in 指标 and needs no table to be known by. */
export function headingInLine(line: string, character: number): HeadingInLine | undefined {
  const from = Math.max(0, character - LONGEST_HEADING);
  const near = line.slice(from, character + LONGEST_HEADING);
  for (const match of near.matchAll(HEADING)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start <= character && character <= end) return { text: match[0], start, end };
  }
  return undefined;
}
