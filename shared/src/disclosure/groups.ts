import type { PlacedBlock, SyntaxTree, TableNode, TextNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { append, sameItems } from '../text/lists.ts';
import { remember } from '../text/remember.ts';
import { commonEnds, rememberVersion, type Version } from '../text/rememberVersion.ts';
import { compactLabel } from '../text/width.ts';
import { bareRowsBetween } from './bareRows.ts';
import { isFormWord } from './context.ts';
import { addContext, type ContextLine } from './contextLines.ts';
import { type Fragment, type PageCodes, pageCodes } from './grid.ts';
import { hasWords } from './labels.ts';
import { BLOCKS_BEHIND, losesRowsBehind } from './lostRows.ts';
import { continuedCodes, type FragmentGroup } from './pages.ts';
import { titledParts } from './titledParts.ts';

/** A group, and where it stands among the blocks of the document. */
interface PlacedGroup {
  readonly group: FragmentGroup;
  /** Index of the block that is its first page. */
  readonly start: number;
  /** Index behind the block that is its last page. */
  end: number;
}

/** Whether a table is an aside shows in the blocks behind it, as many as these. */
const BLOCKS_AHEAD = 2;
/** An aside has no more rows. */
const FEW_ROWS = 3;

/**
 * Puts the pages of each table together and gives it the prose that stands in front of it. Groups that an edit
 * left as they were are the very same.
 */
export function groupFragments({ blocks }: SyntaxTree): readonly FragmentGroup[] {
  return groupsIn(placedGroups(titledParts(blocks)));
}

const groupsIn = remember((placed: readonly PlacedGroup[]) => placed.map(({ group }) => group));

const placedGroups = rememberVersion((blocks: readonly PlacedBlock[], before?: Grouping): PlacedGroup[] => {
  const groups = before ? untouched(before, blocks) : [];
  const known = groups.length;
  let context: ContextLine[] = [];
  let texts: PlacedBlock<TextNode>[] = [];
  let parted = false;
  const start = groups.at(-1)?.end ?? 0;
  for (const [at, { line, node }] of blocks.slice(start).entries()) {
    const index = start + at;
    if (node.kind === 'conflict') {
      // What stands in front of a conflict may have been about a table inside, and its rows carry codes on.
      context = [];
      parted = true;
    }
    if (node.kind === 'text') {
      addContext(context, node, line);
      texts.push({ line, node });
    }
    if (node.kind !== 'table') continue;
    if (isAside(node, blocks, index)) {
      addContext(context, node, line);
      continue;
    }
    const fragment: Fragment = { line, node };
    const previous = parted ? undefined : groups.at(-1);
    const continued = previous && continuation(previous.group, fragment, context, texts);
    if (previous && continued) {
      append(previous.group.fragments, continued.pages);
      previous.group.codes = continued.codes;
      previous.end = index + 1;
    } else {
      const rest = before && groupsFrom(before, blocks, index, context);
      if (rest) return [...closed(groups, known, blocks), ...rest];
      const codes = ownCodes(node);
      const group: FragmentGroup = { fragments: [fragment], context, codes, losesRows: false };
      groups.push({ group, start: index, end: index + 1 });
    }
    context = [];
    texts = [];
    parted = false;
  }
  return closed(groups, known, blocks);
});

/** The groups, of which those from one on are seen to end where they do: what stands behind them is known now. */
function closed(groups: PlacedGroup[], from: number, blocks: readonly PlacedBlock[]): PlacedGroup[] {
  for (const { group } of groups.slice(from)) group.losesRows = losesRowsBehind(blocks, group);
  return groups;
}

/** Pages that go on with a table, and the codes of the last of them. */
interface Continuation {
  readonly pages: readonly Fragment[];
  readonly codes: PageCodes;
}

/** A page that goes on with a table, and the rows in front of it that lost their marks. */
function continuation(
  group: FragmentGroup,
  page: Fragment,
  context: readonly ContextLine[],
  texts: readonly PlacedBlock<TextNode>[],
): Continuation | undefined {
  const rows = bareRowsBetween(group, texts, page);
  const lines = new Set(rows.map(({ line }) => line));
  const between = context.filter(({ line }) => !lines.has(line));
  const [pages, fragments] = [[...rows, page], [...group.fragments] as FragmentGroup['fragments']];
  let { codes } = group;
  for (const each of pages) {
    const next = continuedCodes({ ...group, fragments, codes }, each, between);
    if (!next) return undefined;
    fragments.push(each);
    codes = next;
  }
  return { pages, codes };
}

type Grouping = Version<PlacedBlock, readonly PlacedGroup[]>;

/** The groups of the version before that end, and are seen to end, in front of what changed. */
function untouched({ items, made }: Grouping, blocks: readonly PlacedBlock[]): PlacedGroup[] {
  const { head } = commonEnds(items, blocks);
  const touched = made.findIndex(({ end }) => end + BLOCKS_BEHIND >= head);
  return made.slice(0, Math.max(0, (touched === -1 ? made.length : touched) - 1));
}

/** The groups of the version before from a block on behind what changed, where one began with that block too. */
function groupsFrom(
  { items, made }: Grouping,
  blocks: readonly PlacedBlock[],
  index: number,
  context: readonly ContextLine[],
): readonly PlacedGroup[] | undefined {
  if (index < blocks.length - commonEnds(items, blocks).tail) return undefined;
  const moved = blocks.length - items.length;
  const at = made.findIndex(({ start }) => start === index - moved);
  const first = made[at];
  if (!first || !sameItems(first.group.context, context)) return undefined;
  const rest = made.slice(at);
  if (moved === 0) return rest;
  return rest.map(({ group, start, end }) => ({ group, start: start + moved, end: end + moved }));
}

const ownCodes = remember((node: TableNode) => pageCodes(node));

/** Whether a table is but a few lines in front of the real one, which are of it as prose is. */
function isAside(node: TableNode, blocks: readonly PlacedBlock[], index: number): boolean {
  const [next, second] = blocks.slice(index + 1, index + 1 + BLOCKS_AHEAD);
  const isNear = next?.node.kind === 'blank' && next.node.lineCount <= 2 && second?.node.kind === 'table';
  // The form may stand in another dialect than its table, with no line between.
  return isForm(node) ? isNear || next?.node.kind === 'table' : isNear && isStrayMarks(node);
}

/**
 * OCR scatters a unit line or a rule over cells: a few lines of marks in front of the real table. A name with an
 * amount is a row, however short (`06 | 电费 | 1.20`).
 */
const isStrayMarks = remember(
  ({ rows }: TableNode): boolean =>
    rows.length <= FEW_ROWS &&
    rows.every(
      ({ cells }) =>
        cells.every((cell) => cell.text.length <= 4) &&
        !(cells.some((cell) => hasWords(cell.text)) && cells.some((cell) => parseAmount(cell.text))),
    ),
);

/** 填报单位：… | 2023年度 | 单位：万元: lines of the form around the real table. */
const isForm = remember(
  ({ rows }: TableNode): boolean =>
    rows.length <= FEW_ROWS &&
    rows.every(
      ({ cells }) =>
        cells.some(({ text }) => isFormWord(text)) && cells.every(({ text }) => isFormCell(text)),
    ),
);

function isFormCell(text: string): boolean {
  return text.trim() === '' || isFormWord(text) || /^20\d{2}年度?$/.test(compactLabel(text));
}
