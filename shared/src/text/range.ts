/** A place in a document: line and character are 0-based, characters are UTF-16 code units (as in LSP). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a document; `end` is exclusive. The shape is LSP's, so the edge needs no conversion. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch within one line. `line` counts from the first line of whatever owns the span. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Turns an owner-relative span into a document range. `baseLine` is the owner's first line. */
export function rangeOf(span: Span, baseLine = 0): Range {
  const line = baseLine + span.line;
  return { start: { line, character: span.start }, end: { line, character: span.end } };
}

/** Moves a range down by whole lines. */
export function shiftRange(range: Range, lines: number): Range {
  return {
    start: { line: range.start.line + lines, character: range.start.character },
    end: { line: range.end.line + lines, character: range.end.character },
  };
}

/** Whether a position lies in a span or touches its end, as an editor's cursor does. */
export function touches(span: Span, position: Position, baseLine = 0): boolean {
  return (
    baseLine + span.line === position.line &&
    span.start <= position.character &&
    position.character <= span.end
  );
}

/** Whether a position lies in a range or touches one of its ends. */
export function touchesRange({ start, end }: Range, position: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
}

/** Whether a range begins where one of others does. */
export function beginsWithOneOf({ start }: Range, others: readonly Range[]): boolean {
  return others.some((other) => comparePositions(other.start, start) === 0);
}

/** Whether a span lies in another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.line === outer.line && inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether two spans of one owner are the same stretch of text. */
export function isSameSpan(a: Span, b: Span): boolean {
  return a.line === b.line && a.start === b.start && a.end === b.end;
}

/** Negative when `a` begins before `b`, positive when behind, 0 at the same place. Both have one owner. */
export function compareStarts(a: Span, b: Span): number {
  return a.line - b.line || a.start - b.start;
}

/** Negative when `a` stands before `b`, positive when behind, 0 at the same place. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
