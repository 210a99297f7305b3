import type { SyntaxTree } from '../../syntax/nodes.ts';
import { append } from '../../text/lists.ts';
import { contentsFrom, isContentsTitle } from './contents.ts';
import { type Entry, entriesOf, isAlone, type Lines, linesFrom, MAX_GAP } from './entries.ts';
import { type Heading, type PlacedHeading, readHeading } from './headings.ts';
import { placeTitles, type Unit } from './titles.ts';

/** Paragraphs that stand together under one heading, with no table between them. */
export interface Run {
  /** The headings over it, innermost first; a table's title comes first where it stands in between. */
  readonly headings: readonly Heading[];
  readonly paragraphs: readonly Lines[];
}

/** The prose of a document, put in order. */
export interface Segments {
  readonly headings: readonly PlacedHeading[];
  readonly contents: readonly PlacedHeading[];
  readonly runs: readonly Run[];
  readonly pageMarks: readonly number[];
}

/** Puts the lines of prose together to headings, a table of contents and runs of paragraphs. */
export function segment(tree: SyntaxTree): Segments {
  const { entries, pageMarks } = entriesOf(tree);
  const { units, contents } = unitsOf(entries);
  const headings: PlacedHeading[] = [];
  const runs: { headings: readonly Heading[]; paragraphs: Lines[] }[] = [];
  let chain: readonly Heading[] = [];
  let open = false;
  for (const unit of placeTitles(units)) {
    if ('heading' in unit) {
      const { heading } = unit;
      headings.push(unit);
      chain = [heading, ...chain.filter(({ kind, level }) => kind === 'heading' && level < heading.level)];
      open = false;
      continue;
    }
    const run = runs.at(-1);
    if (run && open && !unit.lines[0].barrier) run.paragraphs.push(unit.lines);
    else runs.push({ headings: chain, paragraphs: [unit.lines] });
    open = true;
  }
  return { headings, contents, runs, pageMarks };
}

function unitsOf(entries: readonly Entry[]): {
  readonly units: readonly Unit[];
  readonly contents: readonly PlacedHeading[];
} {
  const units: Unit[] = [];
  const contents: PlacedHeading[] = [];
  for (let at = 0; at < entries.length; ) {
    const lines = linesFrom(entries, at);
    const [first] = lines;
    const heading = headingOf(lines, entries, at);
    at += lines.length;
    if (!heading) {
      units.push({ lines });
      continue;
    }
    const annex = annexOf(units.at(-1), heading, first.line);
    if (annex) units.pop();
    units.push(annex ?? { line: first.line, heading });
    if (heading.kind === 'heading' && isContentsTitle(heading.text)) {
      const listed = contentsFrom(entries, at);
      append(contents, listed.entries);
      at = listed.next;
    }
  }
  return { units, contents };
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
function annexOf(last: Unit | undefined, title: Heading, line: number): PlacedHeading | undefined {
  if (!last || !('heading' in last)) return undefined;
  const number = last.heading.numbering;
  if (number?.kind !== 'annex' || last.heading.text !== '' || title.kind !== 'table-title') return undefined;
  if (line - last.line > MAX_GAP || title.numbering) return undefined;
  const spans = title.spans.map((span) => ({ ...span, line: span.line + line - last.line }));
  return {
    line: last.line,
    heading: { ...title, numbering: number, spans: [...last.heading.spans, ...spans] },
  };
}
