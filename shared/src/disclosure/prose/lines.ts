import type { TextNode } from '../../syntax/nodes.ts';
import { isPageMark } from '../../text/pageMark.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel, toHalfWidth } from '../../text/width.ts';
import { isTableTitle } from '../context.ts';
import { type LineNumbering, readLineNumbering } from './numbering.ts';
import type { Stretch } from './prose.ts';
import { partsOfLine } from './runInHeadings.ts';

/** A line of prose and what its outside tells: nothing here depends on the lines around it. */
export interface LineInfo {
  /** Line within its block. */
  readonly line: number;
  /** The whole line. */
  readonly text: string;
  /** Where its words begin and end: without indentation, bullet and Markdown marks. */
  readonly start: number;
  readonly end: number;
  /** How many `#` stand in front. */
  readonly hashes: number;
  readonly bullet: boolean;
  /** Behind bullet and marks. */
  readonly numbering?: LineNumbering;
  /** Characters without blanks. */
  readonly length: number;
  readonly pageMark: boolean;
  readonly tableTitle: boolean;
  /** Ends as a sentence does, or with a colon. */
  readonly finished: boolean;
  /** Ends in the midst of something: a comma, an open bracket. */
  readonly endsOpen: boolean;
  /** Begins in the midst of something: a comma, a unit, a number with its unit. */
  readonly startsOpen: boolean;
  /** Has a comma or a full stop inside. */
  readonly punctuated: boolean;
  /** Has a full stop, semicolon or a figure with its unit: no heading has. */
  readonly sentence: boolean;
}

/** Longer lines are no labels, headings or titles, and are not looked at as such. */
const MAX_LABEL = 320;
const BULLET = /^(?:[-*+•●■◆▪·][ \t\u3000]+|[•●■◆▪]|-(?=[一二三四五六七八九十]))/;
const MONEY = /\d[\s_*]{0,8}(?:<\/u>)?[\s_]{0,8}(?:[万亿千]?\s?元|万(?!\S)|%)/;
const STARTS_OPEN =
  /^(?:[,。;、)》%]|[万亿千]?\s?元|[-_\s]{0,6}\.?\d[\d,. ]{0,16}[\s_]{0,6}(?:[万亿千]?元|%))/;
/** A point behind a digit is no full stop: the line breaks off in a fraction. */
const FINISHED = /(?:[。！？；：!?;:]|(?<!\d)\.)[”’"'）)》]{0,3}$/;
const ENDS_OPEN = /[,、(《“‘]$/;

/** Tags that hold whole lines; others (`<u>`) stand around words. */
const OPENING_TAG = /^<(p|div|h[1-6]|li|section|center|span|font|b|strong)(?:\s[^<>]*)?>/i;
const CLOSING_TAG = /<(?:\/(?:p|div|h[1-6]|li|section|center|span|font|b|strong)|br\s?\/?)>$/i;
const MAX_TAG = 240;

/** What programs that take text out of a PDF put where a page ends. */
const PAGE_RULE = /^ {0,3}-{3,40}\s{0,4}$/;

/** The lines of a block of prose. */
export const linesOf = remember((node: TextNode): readonly LineInfo[] =>
  node.lines.flatMap(({ line, text }) => {
    const parts = partsOfLine(text);
    return parts.length === 1 ? [readLine(line, text)] : parts.map((part) => readPart(line, text, part));
  }),
);

/** A part of a line. What follows it on the line is another paragraph; the last may go on below. */
function readPart(line: number, text: string, { start, end }: Stretch): LineInfo {
  const info = readLine(line, text.slice(start, end));
  const finished = info.finished || end < text.length;
  return { ...info, text, start: info.start + start, end: info.end + start, finished };
}

function readLine(line: number, text: string): LineInfo {
  const { start, hashes, bullet } = frontMarks(text);
  const end = backMarks(text, start);
  const words = text.slice(start, end);
  const numbering = readLineNumbering(words);
  const half = toHalfWidth(words);
  const short = half.length <= MAX_LABEL;
  const label = short ? compactLabel(words) : words;
  const closing = half.slice(-8).trimEnd();
  return {
    line,
    text,
    start,
    end,
    hashes,
    bullet,
    ...(numbering && { numbering }),
    length: label.length,
    pageMark: isPageMark(label) || PAGE_RULE.test(text),
    tableTitle: short && isTitle(words),
    finished: FINISHED.test(closing),
    endsOpen: ENDS_OPEN.test(closing) || isUnbalanced(half),
    startsOpen: STARTS_OPEN.test(half.slice(0, 40)),
    punctuated: /[,。;]/.test(half),
    sentence: !short || /[。;!?]/.test(half) || MONEY.test(half),
  };
}

function frontMarks(text: string): {
  readonly start: number;
  readonly hashes: number;
  readonly bullet: boolean;
} {
  const tags = frontTags(text);
  let start = blanks(text, tags.end);
  let hashes = 0;
  while (text.charAt(start + hashes) === '#' && hashes < 7) hashes++;
  if (hashes > 0 && hashes < 7) start = blanks(text, start + hashes);
  else hashes = tags.level;
  const bullet = hashes === 0 ? (BULLET.exec(text.slice(start, start + 8))?.[0].length ?? 0) : 0;
  start = blanks(text, start + bullet);
  // Emphasis in front of the words hides the number behind it: **（一）…**
  while (text.charAt(start) === '*') start++;
  return { start: blanks(text, start), hashes, bullet: bullet > 0 };
}

/** Tags of HTML around a line: `<h3>` is a heading of the third level. */
function frontTags(text: string): { readonly end: number; readonly level: number } {
  let end = blanks(text, 0);
  let level = 0;
  for (let tag = tagAt(text, end); tag; tag = tagAt(text, end)) {
    level = Number(/^h([1-6])$/i.exec(tag[1] ?? '')?.[1] ?? level);
    end = blanks(text, end + tag[0].length);
  }
  return { end, level };
}

function tagAt(text: string, at: number): RegExpExecArray | null {
  return text.charAt(at) === '<' ? OPENING_TAG.exec(text.slice(at, at + MAX_TAG)) : null;
}

function backMarks(text: string, start: number): number {
  let end = text.length;
  for (;;) {
    while (end > start && (isBlank(text.charAt(end - 1)) || text.charAt(end - 1) === '*')) end--;
    const tag = text.charAt(end - 1) === '>' && CLOSING_TAG.exec(text.slice(Math.max(start, end - 16), end));
    if (!tag) return end;
    end -= tag[0].length;
  }
}

function blanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charAt(at))) at++;
  return at;
}

function isBlank(char: string): boolean {
  return char <= ' ' || char === '\u3000' || char === '\u00a0' || char === '\ufeff';
}

/** A title of a table is no clause of a sentence that happens to end in 表. */
function isTitle(words: string): boolean {
  return isTableTitle(words) && !/[,，:：]/.test(words);
}

/** Whether a bracket or a quotation mark is left open. */
function isUnbalanced(half: string): boolean {
  let depth = 0;
  let titles = 0;
  let curly = 0;
  let straight = 0;
  for (const char of half) {
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === '《') titles++;
    else if (char === '》') titles = Math.max(0, titles - 1);
    else if (char === '“') curly++;
    else if (char === '”') curly = Math.max(0, curly - 1);
    else if (char === '"') straight++;
  }
  return depth > 0 || titles > 0 || curly > 0 || straight % 2 === 1;
}
