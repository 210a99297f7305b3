import { headingWords } from '../../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { maxOf } from '../../../text/lists.ts';
import { parseNumbering } from '../../../text/numbering.ts';
import { compactLabel } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { isRatioLabel } from '../../labels.ts';
import { isKnownName } from '../../wholeNames.ts';
import { filledUp } from '../blanks/looseBody.ts';
import type { Block } from '../leaves.ts';
import { listBlocks } from '../listsAbreast.ts';
import { advance, flowOf, type List, listsGoingOn, nameOf } from '../numberedAbreast.ts';
import type { PlacedGrid } from '../place.ts';
import { labelled, placeBeneath } from '../placeRow.ts';
import { isFigure, joined, type Token, tokensOf } from '../tokens.ts';
import { blocksUnderHead, cellsUnderTotal, headRow } from './listHeads.ts';
import { directionOf, listsOfEntries } from './listPaths.ts';
import { type Entry, isTotalEntry, isUnmarked, markedLists, type Placed } from './markedLists.ts';
import { rowOf } from './rowOf.ts';

/** Longer sequences would cost too much time. */
const MAX_TOKENS = 5000;
/** 收入, 支出功能分类, 支出经济分类 and 支出用途. */
const MAX_LISTS = 4;
/** So many entries of each of two lists say that money comes in, or goes out. */
const MIN_PLAIN = 2;
/** What the first entry of a list of income is called, more than a heading over all of it. */
const INCOME = /.{2}(?:收入|拨款|资金)(?:预算)?$/;
/** So long is the end of a name at most that a page cut off. */
const MAX_REST = 3;
/** What is carried over, as it is called behind the totals of the year. */
const BALANCE = /^(?:上年|年初|结转下年|年末).*(?:结转|结余|资金|支出|收入)/;
/** Where money comes from, as an entry names it that says of no flow. */
const SOURCE = /(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:财政)?(?:拨款|资金)?$/;

/**
 * Places the entries of lists abreast (收支总表) of which only the sequence is left: the row of those numbered one shows
 * how many lists there are, and each entry behind belongs to the only list that its number or its words go on with.
 * Entries stand abreast as far as their lists follow each other. Undefined where that does not show lists.
 */
export function listsInSequence(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.flatMap(tokensOf);
  const first = tokens.findIndex((token) => isFirst([token]));
  const start = first === -1 ? plainStart(tokens) : first;
  if (start < 1 || tokens.length > MAX_TOKENS) return undefined;
  const entries = labelled(withNamesOverPages(tokens.slice(start)));
  const numbered = first === -1 ? plainRows(entries) : numberedRows(entries);
  const listed = numbered ?? (first === -1 ? undefined : markedLists(entries));
  if (!listed) return undefined;
  const joint = jointTotals(listed);
  const rows = listed.map((row) =>
    row.map((own) => (joint.has(own.part) ? { part: own.part, list: undefined } : own)),
  );
  const count = 1 + maxOf(rows.flat(), ({ list = 0 }) => list);
  const widths = Array.from({ length: count }, (_, list) => widthOf(rows, list));
  const isRatio = tokens.slice(0, start).some(({ cell }) => isRatioLabel(cell.text));
  // Which of several columns of figures is one of ratios is not known.
  if (widths.some((width) => width === 0 || (width > 1 && isRatio)) || !(joint.size > 0 || haveTotals(rows)))
    return undefined;
  const parts = rows.flatMap((row) => row.map(({ part }) => part));
  const torn = new Set<Entry>(parts.filter((entry, at) => mayEndName(entry, parts[at - 1])));
  // A list without any marks takes up the second halves of names, which no heading makes whole.
  const named = parts.slice(0, totalsStart(parts));
  const areWhole = numbered !== undefined || !named.some((entry) => torn.has(entry));
  const headed = areWhole ? blocksUnderHead(tokens.slice(0, start), widths) : undefined;
  const blocks = headed ?? listBlocks(widths);
  const nodes = rows.map((row): RowNode => {
    const placed = row.map(({ part, list }) =>
      list === undefined ? undefined : cellsIn(part, blocks, list),
    );
    const cells = row.flatMap(({ part }) => part.map(({ cell }) => cell));
    return placed.every((own) => own !== undefined)
      ? { ...rowOf(filledUp(placed.flat())), ...(row.some(({ part }) => torn.has(part)) && { torn: true }) }
      : { ...rowOf(cells), unsure: true };
  });
  const head = headed ? [headRow(headed)] : [];
  return { grid: { ...grid, rows: [...head, ...nodes] }, partial: true };
}

/**
 * The totals that stand for all lists at once, because the words of the others were left out (`本年收入合计 | 22.00 | | 22.00`):
 * one figure for each list, all the same, where no other entry has several.
 */
function jointTotals(rows: readonly (readonly Placed[])[]): ReadonlySet<Entry> {
  const entries = rows.flatMap((row) => row.map(({ part }) => part));
  const count = 1 + maxOf(rows.flat(), ({ list = 0 }) => list);
  const several = entries.filter((entry) => entry.filter(isFigure).length > 1);
  const areJoint = several.every((entry) => {
    const figures = entry.filter(isFigure).map(({ cell }) => cell.text);
    return isTotalEntry(entry) && figures.length === count && new Set(figures).size === 1;
  });
  return new Set(areJoint ? several : []);
}

/** Whether an entry may be the second half of the name in front of it, whose figures it then has. */
function mayEndName(entry: Entry, before: Entry | undefined): boolean {
  const isName = before !== undefined && !before.some(isFigure);
  const isOpen = isName && entry.some(isFigure) && isUnmarked(entry) && !isTotalEntry(entry);
  return isOpen && !isKnownName(nameOf(entry), [nameOf(before)]);
}

/** The tokens with the ends of names put to them that stand at the top of a page. */
function withNamesOverPages(tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
  for (const token of tokens) {
    const before = whole.at(-1);
    if (before?.kind === 'words' && isRestOverPage(token, before)) {
      whole[whole.length - 1] = { ...before, cell: joined([before.cell, token.cell], before.cell.column) };
    } else whole.push(token);
  }
  return whole;
}

function isRestOverPage({ kind, cell }: Token, before: Token): boolean {
  return kind === 'words' && cell.text.length <= MAX_REST && cell.span.line - before.cell.span.line > 1;
}

/** The cells of an entry in the columns of its list. */
function cellsIn(part: Entry, blocks: readonly Block[], list: number): readonly CellNode[] | undefined {
  const placed = placeBeneath([{ part, block: list }], blocks);
  const block = blocks[list];
  return placed?.cells ?? (block && cellsUnderTotal(part, block));
}

/** The rows of lists that all begin with the number one. */
function numberedRows(entries: readonly Entry[]): Placed[][] | undefined {
  const { kind } = parseNumbering(nameOf(entries[0] ?? [])) ?? {};
  // Behind the totals of the year what was carried over may be listed anew.
  const listed = entries.slice(0, totalsStart(entries));
  const count = listed.filter(
    (entry) => parseNumbering(nameOf(entry))?.kind === kind && isFirst(entry),
  ).length;
  if (count < 2 || count > MAX_LISTS || !entries.slice(0, count).every(isFirst)) return undefined;
  return rowsOf(entries, count, knownLists(entries, count));
}

/** The lists of entries, as far as the lists show them by following each other. */
function knownLists(entries: readonly Entry[], count: number): readonly (number | undefined)[] | undefined {
  return listsOfEntries(entries, {
    count,
    areTotals: (at) => areTotals(entries.slice(at, at + count), count),
  });
}

/**
 * Where the entries of two lists without numbers begin: with what comes in, behind the headings of names and one column of
 * figures of each list.
 */
function plainStart(tokens: readonly Token[]): number {
  const start = tokens.findIndex(
    (token) => token.kind === 'words' && directionOf([token]) === 'in' && INCOME.test(nameOf([token])),
  );
  const headings = tokens.slice(0, Math.max(start, 0));
  const isHead =
    headings.every(({ kind }) => kind === 'words') && blocksUnderHead(headings, [1, 1]) !== undefined;
  return isHead && headingWords(headings.at(-1)?.cell.text ?? '').isLeaf ? start : -1;
}

/** The rows of one list of what comes in and one of what goes out, whose entries have no numbers. */
function plainRows(entries: readonly Entry[]): Placed[][] | undefined {
  const [first, second] = entries.map(directionOf);
  const listed = entries.slice(0, totalsStart(entries)).map(directionOf);
  const isShown = (['in', 'out'] as const).every(
    (way) => listed.filter((each) => each === way).length >= MIN_PLAIN,
  );
  const known = first === 'in' && second === 'out' && isShown ? knownLists(entries, 2) : undefined;
  return known && rowsOf(entries, 2, known);
}

/** How many entries stand in front of the first total. */
function totalsStart(entries: readonly Entry[]): number {
  const total = entries.findIndex(isTotalEntry);
  return total === -1 ? entries.length : total;
}

function widthOf(rows: readonly (readonly Placed[])[], list: number): number {
  const own = rows.flat().filter((entry) => entry.list === list);
  return maxOf(own, ({ part }) => part.filter(isFigure).length, 0);
}

/** Whether totals of two lists are known: of lists nothing else is said for sure. */
function haveTotals(rows: readonly (readonly Placed[])[]): boolean {
  const lists = rows
    .flat()
    .flatMap(({ part, list }) => (list !== undefined && isTotalEntry(part) ? list : []));
  return new Set(lists).size > 1;
}

function isFirst(entry: Entry): boolean {
  return entry[0]?.kind === 'words' && parseNumbering(nameOf(entry))?.value === 1;
}

/**
 * The entries that stand abreast; one of which the list is not known stands by itself.
 *
 * @param known the lists of entries, as far as these are known otherwise
 */
function rowsOf(
  entries: readonly Entry[],
  count: number,
  known: readonly (number | undefined)[] | undefined,
): Placed[][] {
  let lists = openedLists(entries.slice(0, count));
  const end = totalsStart(entries);
  const rows: Placed[][] = [];
  for (let at = 0; at < entries.length; at++) {
    const part = entries[at] ?? [];
    if (at === 0 || areTotals(entries.slice(at, at + count), count)) {
      rows.push(entries.slice(at, at + count).map((own, list) => ({ part: own, list })));
      at += count - 1;
      continue;
    }
    const list = known?.[at] ?? listOf(part, lists) ?? (at > end ? balanceOf(part, lists) : undefined);
    const last = rows.at(-1)?.at(-1)?.list;
    if (list !== undefined && last !== undefined && last < list) rows.at(-1)?.push({ part, list });
    else rows.push([{ part, list }]);
    if (list !== undefined) lists = advance(lists, { part, block: list });
    // It may have gone on with any list.
    else if (parseNumbering(nameOf(part))) lists = lists.map(({ flows }) => ({ open: undefined, flows }));
  }
  return rows;
}

/** The lists behind their first entries. What stands in front of expenditure and says nothing else comes in. */
function openedLists(first: readonly Entry[]): readonly List[] {
  const empty = first.map((): List => ({ open: [], flows: new Set() }));
  const lists = first.reduce<readonly List[]>(
    (before, part, block) => advance(before, { part, block }),
    empty,
  );
  const isSpent = lists.slice(1).some(({ flows }) => flows.has('expenditure') || flows.has('use'));
  return lists.map((list, at) =>
    at === 0 && list.flows.size === 0 && isSpent ? { ...list, flows: new Set(['income']) } : list,
  );
}

/** Whether the entries are totals, one of each list: that of income in front, or none that says of a flow. */
function areTotals(entries: readonly Entry[], count: number): boolean {
  if (entries.length !== count || !entries.every(isTotalEntry)) return false;
  const [first, ...others] = entries.map(flowOf);
  return first === undefined
    ? others.every((flow) => flow === undefined)
    : first === 'income' && others.every((flow) => flow !== undefined && flow !== 'income');
}

/** The only list that an entry goes on with. */
function listOf(entry: Entry, lists: readonly List[]): number | undefined {
  const open = listsGoingOn(entry, lists);
  const incomes = SOURCE.test(compactLabel(nameOf(entry)))
    ? open.filter((at) => lists[at]?.flows.has('income'))
    : [];
  const [only, ...others] = incomes.length > 0 ? incomes : open;
  return others.length === 0 ? only : undefined;
}

/** The only list in which something carried over without a figure may stand behind the totals of the year. */
function balanceOf(entry: Entry, lists: readonly List[]): number | undefined {
  const flow = flowOf(entry);
  if (!flow || !BALANCE.test(nameOf(entry)) || entry.length > 1) return undefined;
  const [only, ...others] = lists.flatMap(({ flows }, at) => (flows.has(flow) ? at : []));
  return others.length === 0 ? only : undefined;
}
