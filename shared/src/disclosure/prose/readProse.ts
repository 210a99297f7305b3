import type { SyntaxTree } from '../../syntax/nodes.ts';
import { rememberLast } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';
import { readYear } from '../context.ts';
import { type Heading, nestSections } from './headings.ts';
import type { LineInfo } from './lines.ts';
import { type PassageSetting, readPassage } from './passage.ts';
import type { Basis, Passage, Prose } from './prose.ts';
import { type Lines, type Run, type Segments, segment } from './segment.ts';

/** What is known of the document beside its text. */
export interface ProseOptions {
  /** The year of the document, where another reading found it. */
  readonly year?: number;
}

/** Only titles and headings in the opening of a document name its year. */
const OPENING_LINES = 60;
const DEFINITIONS = /(?:名词|名称|术语|用语)解释|解释(?:说明)?$/;

/**
 * Reads the prose of a document: outline, paragraphs, and the figures of its sentences with what they are
 * amounts of. It reads and does not judge. Never throws; what is not certain says so, and is not guessed.
 *
 * Passages that stand as they stood are the very same objects, wherever the document has moved them.
 */
export function readProse(tree: SyntaxTree, options: ProseOptions = {}): Prose {
  const segments = segment(tree);
  const year = options.year ?? titleYear(segments);
  const basis = titleBasis(segments);
  return {
    ...(year !== undefined && { year }),
    ...(basis && { basis }),
    sections: nestSections(segments.headings, tree.lineCount),
    contents: segments.contents,
    passages: segments.runs.flatMap((run) => {
      const [first] = run.paragraphs;
      if (!first) return [];
      const passage = passageOf(first[0].info, { run, context: contextOf(run.headings, year, basis) });
      return { line: first[0].line, headings: run.headings, passage };
    }),
    pageMarks: segments.pageMarks,
  };
}

interface Request {
  readonly run: Run;
  readonly context: PassageSetting;
}

const passageOf = rememberLast(
  (_first: LineInfo, { run, context }: Request): Passage => readPassage(run.paragraphs, context),
  sameRequest,
);

function sameRequest(a: Request, b: Request): boolean {
  return sameContext(a.context, b.context) && sameLines(a.run.paragraphs, b.run.paragraphs);
}

function sameLines(a: readonly Lines[], b: readonly Lines[]): boolean {
  const shift = (b[0]?.[0].line ?? 0) - (a[0]?.[0].line ?? 0);
  return (
    a.length === b.length &&
    a.every((lines, index) => {
      const others = b[index];
      return (
        others?.length === lines.length &&
        lines.every(({ line, info }, at) => info === others[at]?.info && line + shift === others[at]?.line)
      );
    })
  );
}

function sameContext(a: PassageSetting, b: PassageSetting): boolean {
  return (
    a.year === b.year &&
    a.basis === b.basis &&
    a.definitions === b.definitions &&
    a.performance === b.performance &&
    a.headings.length === b.headings.length &&
    a.headings.every((text, index) => text === b.headings[index])
  );
}

function contextOf(
  headings: readonly Heading[],
  year: number | undefined,
  basis: Basis | undefined,
): PassageSetting {
  const own = headings.map(({ text }) => readYear(text)).find((each) => each !== undefined) ?? year;
  return {
    ...(own !== undefined && { year: own }),
    ...(basis && { basis }),
    headings: headings.map(({ text }) => text),
    definitions: headings.some(
      ({ text, kind }) => kind === 'heading' && DEFINITIONS.test(compactLabel(text).replace(/[:：]$/, '')),
    ),
    performance: headings.some(({ text }) => text.includes('绩效')),
  };
}

/** The first year that a title in the opening names; failing that, the one that headings name most often. */
function titleYear({ headings, runs }: Segments): number | undefined {
  const counts = new Map<number, number>();
  for (const { line, heading } of headings) {
    const year = readYear(heading.text);
    if (year === undefined) continue;
    if (line < OPENING_LINES) return year;
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const opening = runs[0]?.paragraphs[0]?.[0];
  return opening && opening.line < OPENING_LINES ? readYear(opening.info.text.slice(0, 200)) : undefined;
}

function titleBasis({ headings }: Segments): Basis | undefined {
  for (const { heading } of headings) {
    const label = compactLabel(heading.text);
    if (/决算/.test(label)) return 'final';
    if (/(?<!公共|基金|经营)预算(?:公开|说明|情况|编制)/.test(label)) return 'budget';
  }
  return undefined;
}
