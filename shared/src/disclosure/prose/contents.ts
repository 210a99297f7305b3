import { compactLabel } from '../../text/width.ts';
import { type Entry, MAX_GAP, MAX_TITLE } from './entries.ts';
import { type Heading, type PlacedHeading, readHeading } from './headings.ts';
import type { LineInfo } from './lines.ts';

/** So many numbered entries tell that all are. */
const SURELY_NUMBERED = 5;
const LEADERS = /[.。…·\s]{2,60}\d{1,3}$/;

/** Whether a heading stands over a table of contents. */
export function isContentsTitle(text: string): boolean {
  return compactLabel(text).endsWith('目录');
}

/** The lines behind 目录 that list headings: up to the first that is repeated, or is no heading. */
export function contentsFrom(
  entries: readonly Entry[],
  from: number,
): { readonly entries: readonly PlacedHeading[]; readonly next: number } {
  const listed: PlacedHeading[] = [];
  const known = new Set<string>();
  let widest = 0;
  let at = from;
  for (; at < entries.length; at++) {
    const entry = entries[at];
    if (!entry || entry.barrier || entry.gap > MAX_GAP || entry.info.length > MAX_TITLE) break;
    const { info, line } = entry;
    const text = info.text.slice(info.start, info.end);
    const key = compactLabel(text.slice(-200)).replace(LEADERS, '').replace(/\d+$/, '');
    if (known.has(key) || isNoEntry(info)) break;
    // Behind a gap that the numbered entries do not have, a line without a number is a heading of the text.
    const areNumbered =
      listed.length >= SURELY_NUMBERED && listed.every(({ heading }) => heading.numbering !== undefined);
    if (areNumbered && !info.numbering && entry.gap > widest && !LEADERS.test(text)) break;
    if (listed.length > 0) widest = Math.max(widest, entry.gap);
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
