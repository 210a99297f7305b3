import type { SyntaxTree } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { readHeading } from './headings.ts';
import { type LineInfo, linesOf } from './lines.ts';
import { runningHeads } from './runningHeads.ts';
import { findBase } from './wording.ts';

/** A line of prose at its place in the document. */
export interface Entry {
  readonly line: number;
  readonly info: LineInfo;
  /** Blank lines and page numbers between this line and the line of prose before it. */
  readonly gap: number;
  /** Whether a table, or the beginning of the document, stands in between. */
  readonly barrier: boolean;
  /** Whether the number of a page stands in between. */
  readonly isPageTurned: boolean;
}

/** Lines that make one paragraph. */
export type Lines = readonly [Entry, ...Entry[]];

/** A page break leaves a few blank lines; more part two texts. */
export const MAX_GAP = 4;
/** Beside the number of the page there may be so many. */
const MAX_PAGE_GAP = 12;
/** Longer lines are no entries of a table of contents, and no titles. */
export const MAX_TITLE = 70;
/** Shorter lines are labels or titles, and end where they end. */
const LONG = 24;
const WRAPPED = 20;
/** A full line of print has so many half widths at least; the first of a paragraph is shorter by its indentation. */
const FULL_WIDTH = 44;
const INDENT = 6;
/** The first line of a paragraph stands so much further right than the others, at least. */
const MIN_INDENT = 2;
/** What a full line leaves of its last word is short. */
const REMAINDER = 8;
const TITLE_END =
  /(?:表|情况|说明|概况|目录|公开|预算|决算|报告|解释|部分|职责|职能|设置|构成|任务|单位|局|中心|办公室|委员会|学校|附件)$/;

const SECTION_END = /(?:情况|说明|概况|概述)$/;

/** The lines of prose of a document, without those that hold nothing but a page number, or what each page has at its head. */
export function entriesOf(tree: SyntaxTree): { readonly entries: Entry[]; readonly pageMarks: number[] } {
  const entries: Entry[] = [];
  const pageMarks: number[] = [];
  const heads = runningHeads(tree);
  let next = 0;
  let barrier = true;
  let isPageTurned = false;
  for (const { line, node } of tree.blocks) {
    if (node.kind === 'blank') continue;
    if (node.kind !== 'text') {
      barrier = true;
      continue;
    }
    for (const info of linesOf(node)) {
      const at = line + info.line;
      if (info.pageMark || heads.has(at)) {
        pageMarks.push(at);
        isPageTurned = true;
        continue;
      }
      entries.push({ line: at, info, gap: Math.max(0, at - next), barrier, isPageTurned });
      next = at + 1;
      barrier = false;
      isPageTurned = false;
    }
  }
  return { entries, pageMarks };
}

/** The line at `at` and those that carry it on. */
export function linesFrom(entries: readonly Entry[], at: number): Lines {
  const first = entries[at];
  if (!first) throw new RangeError('no line there');
  const lines: [Entry, ...Entry[]] = [first];
  for (let last = first, next = entries[at + 1]; next; next = entries[at + lines.length]) {
    const carries =
      carriesOn(entries, at + lines.length - 1, lines.length === 1, last, next) ||
      isSetOn(first.info, last, next);
    if (!carries) break;
    lines.push(next);
    last = next;
  }
  return lines;
}

function carriesOn(
  entries: readonly Entry[],
  index: number,
  isFirst: boolean,
  last: Entry,
  next: Entry,
): boolean {
  if (isApart(next)) return false;
  const [a, b] = [last.info, next.info];
  if (a.finished || a.tableTitle || b.length === 0) return false;
  // 38.6万元 may stand apart from its name, but 三、支出情况说明 is none, and 三、支出情况 directly above may be.
  const isTitled = isFirst && isSectionTitle(a) && (next.gap > 0 || /说明\s*$/.test(a.text.slice(0, a.end)));
  if (b.startsOpen && !b.numbering && !isTitled) return true;
  if (b.numbering || b.hashes > 0 || b.bullet) return false;
  if (isFirst && readHeading(a, isAlone(entries, index))) {
    if (next.gap === 0 && (isWrapped(a, b) || isFullLine(a, b))) return true;
    return isCutHeading(a) && !b.sentence;
  }
  if (a.endsOpen || (next.gap === 0 && (isCutOff(a, b) || (!isFirst && isComparison(a))))) return true;
  if (b.tableTitle || readHeading(b, next.gap > 0)) return false;
  if (next.gap === 0) return a.length >= WRAPPED || a.punctuated;
  return (a.punctuated || a.length >= LONG) && (b.punctuated || b.finished) && !isTitleLike(a);
}

/**
 * 减少10万元，下降1%。主 above 要原因是2025年收入预算中包含…: a full line of sentences that ends in the midst of its words goes on, whatever the next looks
 * like, but for what ends as titles do.
 */
function isCutOff(a: LineInfo, b: LineInfo): boolean {
  if (!a.sentence || !a.punctuated || a.finished || a.tableTitle || b.tableTitle) return false;
  if (TITLE_END.test(compactLabel(b.text.slice(b.start, b.end)))) return false;
  return indentOf(a) + widthOf(a) >= FULL_WIDTH && indentOf(b) <= indentOf(a);
}

/** 比2025年年初预算 above 数85296.07万元增加…: what it is compared with ends no sentence, however short its line. */
function isComparison({ text, start, end, length }: LineInfo): boolean {
  if (length >= WRAPPED) return false;
  const words = compactLabel(text.slice(start, end));
  return findBase(words)?.end === words.length;
}

/** Whether so much stands between a line and the one before it that they are of two texts. */
function isApart({ barrier, gap, isPageTurned }: Entry): boolean {
  return barrier || gap > (isPageTurned ? MAX_PAGE_GAP : MAX_GAP);
}

/**
 * Whether a line goes on with a paragraph of which only the first line is indented: behind a semicolon or a full stop that happens to
 * stand at the end of a full line.
 */
function isSetOn(first: LineInfo, { info: a }: Entry, next: Entry): boolean {
  const { info: b, gap } = next;
  if (isApart(next) || !a.finished || b.numbering || b.hashes > 0 || b.bullet || b.tableTitle) return false;
  const end = (info: LineInfo) => indentOf(info) + widthOf(info);
  const isFull = end(a) >= FULL_WIDTH && end(a) + REMAINDER >= end(b) && a.sentence && b.sentence;
  return isFull && indentOf(first) - indentOf(b) >= MIN_INDENT && readHeading(b, gap > 0) === undefined;
}

/** Whether no other line of prose stands directly in front. */
export function isAlone(entries: readonly Entry[], index: number): boolean {
  const entry = entries[index];
  if (!entry) return false;
  return entry.barrier || entry.gap > 0 || entries[index - 1]?.info.finished === true;
}

/** A heading that was cut in two leaves a bracket open. */
function isCutHeading(info: LineInfo): boolean {
  return info.endsOpen;
}

/** A sentence whose first line looks like a heading, as its full stop stands on the next. */
function isWrapped(a: LineInfo, b: LineInfo): boolean {
  return b.finished && a.length >= WRAPPED && (a.punctuated || b.length <= REMAINDER);
}

/**
 * 2020年度财政拨款安排的“三公”经费支 above 出决算总额为5.48万元，比预算…: a line as wide as the line of sentences below it,
 * which ends in the midst of its words, is the first of a paragraph and no title.
 */
function isFullLine(a: LineInfo, b: LineInfo): boolean {
  if (a.numbering || a.hashes > 0 || a.bullet || a.tableTitle) return false;
  if (b.numbering || b.finished || !b.sentence || !b.punctuated) return false;
  if (TITLE_END.test(compactLabel(a.text.slice(a.start, a.end)))) return false;
  const [own, below] = [widthOf(a), widthOf(b)];
  return own >= FULL_WIDTH && Math.abs(own - below) <= INDENT;
}

/** In half widths. */
function widthOf({ text, start, end }: LineInfo): number {
  return widthBetween(text, start, end);
}

/** In half widths. */
function indentOf({ text, start }: LineInfo): number {
  return widthBetween(text, 0, start);
}

function widthBetween(text: string, start: number, end: number): number {
  let width = 0;
  for (let index = start; index < end; index++) {
    // A form feed, with which a page begins, takes no room.
    if (text.charAt(index) !== '\f') width += text.charCodeAt(index) > 0xff ? 2 : 1;
  }
  return width;
}

/** 三、支出决算情况说明, and no name of an amount. */
function isSectionTitle({ numbering, text, start, end }: LineInfo): boolean {
  return numbering !== undefined && SECTION_END.test(compactLabel(text.slice(start, end)));
}

function isTitleLike(info: LineInfo): boolean {
  const label = compactLabel(info.text.slice(info.start, info.end));
  return !info.punctuated && label.length <= MAX_TITLE && TITLE_END.test(label);
}
