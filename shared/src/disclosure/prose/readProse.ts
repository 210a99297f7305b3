import type { BlockNode, SyntaxTree } from '../../syntax/nodes.ts';
import { sameItems } from '../../text/lists.ts';
import { remember, rememberLast } from '../../text/remember.ts';
import { commonEnds } from '../../text/rememberVersion.ts';
import { finish, flatMapSteps, type Steps } from '../../text/steps.ts';
import { compactLabel } from '../../text/width.ts';
import { readYear } from '../context.ts';
import type { Lines } from './entries.ts';
import type { Heading } from './headings.ts';
import type { LineInfo } from './lines.ts';
import { type PassageSetting, readPassage } from './passage.ts';
import type { Basis, Passage, PlacedPassage, Prose } from './prose.ts';
import { type Run, type Segments, segment } from './segment.ts';

const DEFINITIONS = /(?:名词|名称|术语|用语)解释|解释(?:说明)?$/;

/**
 * Reads the prose of a document: outline, paragraphs, and the figures of its sentences with what they are
 * amounts of. It reads and does not judge. Never throws; what is not certain says so, and is not guessed.
 *
 * Passages that stand as they stood are the very same objects, wherever the document has moved them.
 *
 * @param year the year the document is about
 */
export function readProse(tree: SyntaxTree, year?: number): Prose {
  return finish(readingProse(tree, year));
}

/** What was read last of a document that begins with a block of text. */
const proseKnown = new WeakMap<BlockNode, ProseRequest & { readonly prose: Prose }>();

interface ProseRequest {
  readonly tree: SyntaxTree;
  readonly year: number | undefined;
}

/** {@link readProse} in steps, one a passage. An edit in a table leaves the prose alone: then it is the very same. */
export function* readingProse(tree: SyntaxTree, year?: number): Steps<Prose> {
  const first = tree.blocks.find(({ node }) => node.kind === 'text')?.node;
  const known = first && proseKnown.get(first);
  if (known && known.year === year && isSameText(known.tree, tree)) return known.prose;
  const prose = yield* proseOf(tree, year);
  if (first) proseKnown.set(first, { tree, year, prose });
  return prose;
}

/** Whether two documents have the same lines of prose in the same places, with tables between the same ones. */
function isSameText({ blocks }: SyntaxTree, { blocks: others }: SyntaxTree): boolean {
  const { head, tail } = commonEnds(blocks, others);
  return (
    blocks.length === others.length &&
    blocks.slice(head, blocks.length - tail).every(({ line, node }, index) => {
      const other = others[head + index];
      return (
        other?.line === line &&
        (other.node === node || (node.kind !== 'text' && other.node.kind === node.kind))
      );
    })
  );
}

function* proseOf(tree: SyntaxTree, year: number | undefined): Steps<Prose> {
  const segments = segment(tree);
  const basis = titleBasis(segments);
  return {
    ...(basis && { basis }),
    headings: segments.headings,
    contents: segments.contents,
    passages: yield* flatMapSteps(segments.runs, (run) => {
      const [first] = run.paragraphs;
      if (!first) return [];
      const passage = passageOf(first[0].info, { run, context: contextOf(run.headings, year, basis) });
      return [placePassage(passage, { line: first[0].line, headings: run.headings })];
    }),
    pageMarks: segments.pageMarks,
  };
}

/** The very same one as long as it stands where it stands, under the same headings. */
const placePassage = rememberLast(
  (passage: Passage, { line, headings }: Omit<PlacedPassage, 'passage'>): PlacedPassage => ({
    line,
    headings,
    passage,
  }),
  (a, b) => a.line === b.line && sameItems(a.headings, b.headings),
);

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
  documentBasis: Basis | undefined,
): PassageSetting {
  const facts = headings.map(factsOf);
  const basis = facts.find((each) => each.basis)?.basis ?? documentBasis;
  const own = facts.find((each) => each.year !== undefined)?.year ?? year;
  return {
    ...(own !== undefined && { year: own }),
    ...(basis && { basis }),
    headings: headings.map(({ text }) => text),
    definitions: facts.some(({ definitions }) => definitions),
    performance: facts.some(({ performance }) => performance),
  };
}

/** What a heading tells of the passages beneath it. */
const factsOf = remember(({ text, kind }: Heading) => ({
  year: readYear(text),
  basis: basisOf(text),
  definitions: kind === 'heading' && DEFINITIONS.test(compactLabel(text).replace(/[:：]$/, '')),
  performance: text.includes('绩效'),
}));

function titleBasis({ headings }: Segments): Basis | undefined {
  return headings.map(({ heading }) => factsOf(heading).basis).find((basis) => basis !== undefined);
}

/** 决算, or 预算 that is no part of a name such as 一般公共预算. */
function basisOf(title: string): Basis | undefined {
  const label = compactLabel(title);
  if (label.includes('决算')) return 'final';
  return /(?<!公共|基金|经营)预算(?:公开|说明|情况|编制|$)/.test(label) ? 'budget' : undefined;
}
