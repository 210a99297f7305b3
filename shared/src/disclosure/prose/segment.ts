import type { SyntaxTree } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { type Heading, readHeading } from './headings.ts';
import { type LineInfo, linesOf } from './lines.ts';

/** A line of prose at its place in the document. */
export interface Entry {
  readonly line: number;
  readonly info: LineInfo;
  /** Blank lines and page numbers between this line and the line of prose before it. */
  readonly gap: number;
  /** Whether a table, or the beginning of the document, stands in between. */
  readonly barrier: boolean;
}

/** Lines that make one paragraph. */
export type Lines = readonly [Entry, ...Entry[]];

/** Paragraphs that stand together under one heading, with no table between them. */
export interface Run {
  readonly headings: readonly Heading[];
  readonly paragraphs: readonly Lines[];
}

export interface PlacedHeading {
  readonly line: number;
  readonly heading: Heading;
}

/** The prose of a document, put in order. */
export interface Segments {
  readonly headings: readonly PlacedHeading[];
  readonly contents: readonly PlacedHeading[];
  readonly runs: readonly Run[];
  readonly pageMarks: readonly number[];
}

/** A page break leaves a few blank lines; more part two texts. */
const MAX_GAP = 4;
/** Shorter lines are labels or titles, and end where they end. */
const LONG = 24;
const WRAPPED = 20;
const MAX_CONTENTS_LINE = 70;
/** What a full line leaves of its last word is short. */
const REMAINDER = 8;
const TITLE_END =
  /(?:表|情况|说明|概况|目录|公开|预算|决算|报告|解释|部分|职责|职能|设置|构成|任务|单位|局|中心|办公室|委员会|学校|附件)$/;
const LEADERS = /[.。…·\s]{2,60}\d{1,3}$/;

/** Puts the lines of prose together to headings, a table of contents and runs of paragraphs. */
export function segment(tree: SyntaxTree): Segments {
  const { entries, pageMarks } = entriesOf(tree);
  const headings: PlacedHeading[] = [];
  const contents: PlacedHeading[] = [];
  const runs: { headings: readonly Heading[]; paragraphs: Lines[] }[] = [];
  let chain: readonly Heading[] = [];
  let open = false;
  for (let at = 0; at < entries.length; ) {
    const lines = linesFrom(entries, at);
    const [first] = lines;
    const heading = headingOf(lines, entries, at);
    at += lines.length;
    if (heading) {
      const annex = open ? undefined : annexOf(headings.at(-1), heading, first.line);
      if (annex) headings.pop();
      headings.push(annex ?? { line: first.line, heading });
      chain = [heading, ...chain.filter(({ level }) => level < heading.level)];
      open = false;
      if (heading.kind === 'heading' && isContentsTitle(heading.text)) {
        const listed = contentsFrom(entries, at);
        contents.push(...listed.entries);
        at = listed.next;
      }
      continue;
    }
    const run = runs.at(-1);
    if (run && open && !first.barrier) run.paragraphs.push(lines);
    else runs.push({ headings: chain, paragraphs: [lines] });
    open = true;
  }
  return { headings, contents, runs, pageMarks };
}

function entriesOf(tree: SyntaxTree): { readonly entries: Entry[]; readonly pageMarks: number[] } {
  const entries: Entry[] = [];
  const pageMarks: number[] = [];
  let next = 0;
  let barrier = true;
  for (const { line, node } of tree.blocks) {
    if (node.kind === 'blank') continue;
    if (node.kind !== 'text') {
      barrier = true;
      continue;
    }
    for (const info of linesOf(node)) {
      const at = line + info.line;
      if (info.pageMark) {
        pageMarks.push(at);
        continue;
      }
      entries.push({ line: at, info, gap: at - next, barrier });
      next = at + 1;
      barrier = false;
    }
  }
  return { entries, pageMarks };
}

/** The line at `at` and those that carry it on. */
function linesFrom(entries: readonly Entry[], at: number): Lines {
  const first = entries[at];
  if (!first) throw new RangeError('no line there');
  const lines: [Entry, ...Entry[]] = [first];
  for (let last = first, next = entries[at + 1]; next; next = entries[at + lines.length]) {
    if (!carriesOn(entries, at + lines.length - 1, lines.length === 1, last, next)) break;
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
  if (next.barrier || next.gap > MAX_GAP) return false;
  const [a, b] = [last.info, next.info];
  if (a.finished || a.tableTitle || b.length === 0) return false;
  if (b.startsOpen && !b.numbering) return true;
  if (b.numbering || b.hashes > 0 || b.bullet) return false;
  if (isFirst && readHeading(a, isAlone(entries, index))) {
    return (isCutHeading(a) && !b.sentence) || (next.gap === 0 && isWrapped(a, b));
  }
  if (a.endsOpen) return true;
  if (b.tableTitle || readHeading(b, next.gap > 0)) return false;
  if (next.gap === 0) return a.length >= WRAPPED || a.punctuated;
  return (a.punctuated || a.length >= LONG) && (b.punctuated || b.finished) && !isTitleLike(a);
}

function isAlone(entries: readonly Entry[], index: number): boolean {
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

function isTitleLike(info: LineInfo): boolean {
  const label = compactLabel(info.text.slice(info.start, info.end));
  return !info.punctuated && label.length <= MAX_CONTENTS_LINE && TITLE_END.test(label);
}

function headingOf(lines: Lines, entries: readonly Entry[], at: number): Heading | undefined {
  const [first, ...rest] = lines;
  const heading = readHeading(first.info, isAlone(entries, at));
  if (!heading || rest.length === 0) return heading;
  if (rest.some(({ info }) => info.sentence || info.startsOpen)) return undefined;
  return {
    ...heading,
    text: heading.text + rest.map(({ info }) => info.text.slice(info.start, info.end)).join(''),
    spans: lines.map(({ line, info }) => ({ line: line - first.line, start: info.start, end: info.end })),
  };
}

/** 附件 2 or 表 5 on a line of its own is the number of the table whose title stands below. */
function annexOf(last: PlacedHeading | undefined, title: Heading, line: number): PlacedHeading | undefined {
  const number = last?.heading.numbering;
  if (!last || number?.kind !== 'annex' || last.heading.text !== '' || title.kind !== 'table-title')
    return undefined;
  if (line - last.line > MAX_GAP || title.numbering) return undefined;
  const spans = title.spans.map((span) => ({ ...span, line: span.line + line - last.line }));
  return {
    line: last.line,
    heading: { ...title, numbering: number, spans: [...last.heading.spans, ...spans] },
  };
}

function isContentsTitle(text: string): boolean {
  return compactLabel(text).endsWith('目录');
}

/** The lines behind 目录 that list headings: up to the first that is repeated, or is no heading. */
function contentsFrom(
  entries: readonly Entry[],
  from: number,
): { readonly entries: readonly PlacedHeading[]; readonly next: number } {
  const listed: PlacedHeading[] = [];
  const known = new Set<string>();
  let at = from;
  for (; at < entries.length; at++) {
    const entry = entries[at];
    if (!entry || entry.barrier || entry.gap > MAX_GAP || entry.info.length > MAX_CONTENTS_LINE) break;
    const { info, line } = entry;
    const text = info.text.slice(info.start, info.end);
    const key = compactLabel(text.slice(-200)).replace(LEADERS, '').replace(/\d+$/, '');
    if (known.has(key) || isNoEntry(info)) break;
    known.add(key);
    const last = listed.at(-1);
    if (last && !info.numbering && entries[at - 1]?.info.endsOpen) {
      listed[listed.length - 1] = { line: last.line, heading: lengthened(last, entry) };
      continue;
    }
    listed.push({ line, heading: entryHeading(info, text) });
  }
  return { entries: listed, next: at };
}

/** A sentence, or a remark, ends the list; leaders (……3) do not make a sentence. */
function isNoEntry(info: LineInfo): boolean {
  const half = compactLabel(info.text.slice(info.start, info.end));
  return (
    /[。;!?]/.test(half.replace(LEADERS, '')) ||
    /^[(]?(?:备注|注|说明)[:]/.test(half) ||
    /[,:].{12}/.test(half)
  );
}

function entryHeading(info: LineInfo, text: string): Heading {
  const { numbering } = info;
  return {
    level: numbering ? (readHeading(info, true)?.level ?? 7) : 7,
    ...(numbering && { numbering }),
    text: text
      .slice(numbering?.length ?? 0)
      .replace(LEADERS, '')
      .trim(),
    spans: [{ line: 0, start: info.start, end: info.end }],
    kind: info.tableTitle ? 'table-title' : 'heading',
  };
}

function lengthened({ line, heading }: PlacedHeading, { line: at, info }: Entry): Heading {
  return {
    ...heading,
    text: heading.text + info.text.slice(info.start, info.end),
    spans: [...heading.spans, { line: at - line, start: info.start, end: info.end }],
  };
}
