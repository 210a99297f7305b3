import type { Span } from '../../text/range.ts';
import { lastIndexUpTo } from '../../text/sorted.ts';
import type { LineInfo } from './lines.ts';
import { NUMBERING_LEVELS } from './numbering.ts';
import type { ParagraphNumbering, Piece, Stretch } from './prose.ts';

/** A line of a paragraph; `line` counts from the first line of the passage. */
export interface ParagraphLine {
  readonly line: number;
  readonly info: LineInfo;
}

/** The lines of a paragraph as one text. */
export interface JoinedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly numbering?: ParagraphNumbering;
}

const LATIN_END = /[A-Za-z0-9０-９]$/;
const LATIN_START = /^[A-Za-z0-9０-９]/;

/** Joins the lines of a paragraph. Lines end in the midst of Chinese words, so nothing is put between them. */
export function joinLines(lines: readonly ParagraphLine[]): JoinedText {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { line, info } of lines) {
    const words = info.text.slice(info.start, info.end);
    // Two words or numbers of Latin script are parted by the line break that stood between them.
    if (LATIN_END.test(parts.at(-1) ?? '') && LATIN_START.test(words)) {
      parts.push(' ');
      length++;
    }
    pieces.push({ offset: length, span: { line, start: info.start, end: info.end } });
    parts.push(words);
    length += words.length;
  }
  const numbering = lines[0]?.info.numbering;
  return {
    text: parts.join(''),
    pieces,
    ...(numbering && {
      numbering: {
        level: NUMBERING_LEVELS[numbering.kind],
        value: numbering.value,
        stretch: { start: 0, end: numbering.length },
      },
    }),
  };
}

/**
 * Where a stretch of a paragraph's text stands in the document: one span for each line it runs over. Lines
 * count as those of `pieces` do.
 */
export function spansOf(pieces: readonly Piece[], { start, end }: Stretch): Span[] {
  const spans: Span[] = [];
  for (
    let index = Math.max(
      0,
      lastIndexUpTo(pieces, start, ({ offset }) => offset),
    );
    ;
    index++
  ) {
    const piece = pieces[index];
    if (!piece || piece.offset >= end) return spans;
    const { offset, span } = piece;
    const from = Math.max(start, offset);
    const to = Math.min(end, offset + span.end - span.start);
    const shift = span.start - offset;
    if (from < to) spans.push({ line: span.line, start: from + shift, end: to + shift });
  }
}

/** Cells that stand beside each other on a line. */
const BESIDE = /\S[ \t]{3,}\S/;
/** What is shorter is a mark that did not fit on its line. */
const MIN_WORDS = 3;
/** No line of prose is indented so far. */
export const FARTHEST_START = 24;

/**
 * Whether the lines of a paragraph are those of cells of a table that was not read as one: with others beside them, or so far to the
 * right as no prose begins. What such a line lacks may stand in another line of its cell.
 */
export function isLaidOut({ text, pieces }: Pick<JoinedText, 'text' | 'pieces'>): boolean {
  return (
    BESIDE.test(text) ||
    pieces.some(({ span: { start, end } }) => start >= FARTHEST_START && end - start >= MIN_WORDS)
  );
}

/** Where a place of the document stands in a paragraph's text: {@link spansOf} backwards. */
export function offsetOf(pieces: readonly Piece[], { line, start }: Span): number | undefined {
  const piece = pieces.find(({ span }) => span.line === line && span.start <= start && start <= span.end);
  return piece && piece.offset + start - piece.span.start;
}

/** The one span of a stretch; undefined where it was broken over lines, so that no single place shows it. */
export function unbrokenSpan(pieces: readonly Piece[], stretch: Stretch): Span | undefined {
  const [span, ...others] = spansOf(pieces, stretch);
  return others.length === 0 ? span : undefined;
}
