import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { Edit, Finding } from '#core/findings.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { Position, Range } from '#core/text/range.ts';
import type { Span } from './amount.ts';

/** What a user is told of a text. All that the measures know of the program. */
export type Analyser = (text: string) => readonly Finding[];

/** Reads texts that differ little from one, each in the time that the difference takes. */
export function analyserFor(text: string): Analyser {
  const options = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };
  const previous: Analysis = analyse(text, options);
  return (edited) => analyse(edited, options, previous).findings;
}

/** A stretch of a changed text, and how long what stood there before was. */
export interface Change extends Span {
  readonly oldLength: number;
}

/**
 * A text with other figures in some of its cells, and where. The cells are in the order of the text. Where commas part the
 * cells, a figure with commas of its own is put in quotes.
 */
export function withFigures(
  text: string,
  figures: readonly { readonly cell: Span; readonly newText: string }[],
): { readonly text: string; readonly changes: readonly Change[] } {
  const lines = text.split('\n');
  const moved = new Map<number, number>();
  const changes = figures.map(({ cell, newText }): Change => {
    const shift = moved.get(cell.line) ?? 0;
    const [start, end] = [cell.start + shift, cell.end + shift];
    const line = lines[cell.line] ?? '';
    const [head, tail] = [line.slice(0, start), line.slice(end)];
    const isBare = head + tail !== '' && /(?:^|,)$/.test(head) && /^(?:,|$)/.test(tail);
    const quote = isBare && newText.includes(',') ? '"' : '';
    lines[cell.line] = head + quote + newText + quote + tail;
    moved.set(cell.line, shift + newText.length + 2 * quote.length - (end - start));
    const from = start + quote.length;
    return { line: cell.line, start: from, end: from + newText.length, oldLength: end - start };
  });
  return { text: lines.join('\n'), changes };
}

/** A place in a changed text, as it was before; within a change its start. */
export function before(changes: readonly Change[], { line, character }: Position): Position {
  let moved = 0;
  for (const { line: changed, start, end, oldLength } of changes) {
    if (changed !== line) continue;
    if (end <= character && start < character) moved += oldLength - (end - start);
    else if (start < character) return { line, character: start + moved };
  }
  return { line, character: character + moved };
}

/** The same rule at the same place is the same problem. */
export function keyOf({ rule, range }: Finding, changes: readonly Change[]): string {
  const { line, character } = before(changes, range.start);
  return `${rule} ${line}:${character}`;
}

/** Whether a range covers a place on its line; a finding may take the blanks or the unit around a figure along. */
export function covers({ start, end }: Range, place: Span): boolean {
  return start.line === place.line && start.character <= place.start && place.end <= end.character;
}

/** The text after edits, which do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const ordered = [...edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  for (const { range, newText } of ordered) {
    const line = lines[range.start.line] ?? '';
    lines[range.start.line] =
      line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }
  return lines.join('\n');
}
