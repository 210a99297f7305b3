import type { SelectionRange } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type OutlinePart, outlineOf } from '#core/disclosure/outline.ts';
import { comparePositions, type Position, type Range, rangeOf, touchesRange } from '#core/text/range.ts';
import { lineRange } from './lineRange.ts';
import { proseSteps } from './selection/proseSteps.ts';
import { tableSteps } from './selection/tableSteps.ts';

/**
 * What a selection grows to, for each cursor. In a table: number, cell, row, table, table with its title; in
 * prose: figure, clause, sentence, paragraph; then the sections around, and the document.
 */
export function selectionRangesAt(analysis: Analysis, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => nested(stepsAt(analysis, position), position));
}

/** From the inside out. */
function stepsAt(analysis: Analysis, position: Position): Range[] {
  const { lines, disclosure } = analysis;
  return [
    ...tableSteps(analysis, position),
    ...proseSteps(analysis, position),
    ...partSteps(outlineOf(disclosure, lines.length), position, lines),
    lineRange(0, lines.length - 1, lines),
  ];
}

function partSteps(parts: readonly OutlinePart[], position: Position, lines: readonly string[]): Range[] {
  const part = parts.find(({ first, last }) => first <= position.line && position.line <= last);
  if (!part) return [];
  return [
    ...partSteps(part.children, position, lines),
    ...headingStep(part),
    lineRange(part.first, part.last, lines),
  ];
}

/** The words of a heading or a title, over all their lines. */
function headingStep({ first, heading }: OutlinePart): Range[] {
  const [start, end] = [heading?.spans[0], heading?.spans.at(-1)];
  return start && end ? [{ start: rangeOf(start, first).start, end: rangeOf(end, first).end }] : [];
}

/** The steps in one another. One that does not lie in the next, or is the same, is left out. */
function nested(steps: readonly Range[], position: Position): SelectionRange {
  let selection: SelectionRange | undefined;
  for (const range of steps.toReversed()) {
    if (touchesRange(range, position) && (!selection || isWithin(range, selection.range)))
      selection = selection ? { range, parent: selection } : { range };
  }
  return selection ?? { range: { start: position, end: position } };
}

function isWithin(inner: Range, outer: Range): boolean {
  const [start, end] = [comparePositions(outer.start, inner.start), comparePositions(inner.end, outer.end)];
  return start <= 0 && end <= 0 && start + end < 0;
}
