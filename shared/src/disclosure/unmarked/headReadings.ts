import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { remember } from '../../text/remember.ts';
import { ENDS_IN_TOTAL, GROUP_TOTAL } from '../../text/totalWords.ts';
import { compactLabel } from '../../text/width.ts';
import { LOST_YEAR } from '../../text/years.ts';
import { wordsOf } from '../labels.ts';
import { isUnderItsGroup, mayComprise, standsBesideItsPart } from './headParts.ts';
import { type LeafKind, leafOf } from './leaves.ts';
import type { Count, Edges } from './linePlaces.ts';

/** What a heading says of its column. */
interface Said {
  readonly label: string;
  readonly kind: LeafKind;
}

/** Asked of the same headings in every way to hang them. */
const saidOf = remember(
  (cell: CellNode): Said => ({ label: compactLabel(wordsOf(cell)), kind: leafOf(cell).kind }),
);

/** A heading with those below it. */
interface Node {
  readonly cell: CellNode;
  readonly below: readonly Node[];
}

/** Where the heading of each column begins and ends, in a way to count places. */
export interface HeadEdges {
  readonly count: Count;
  readonly edges: readonly Edges[];
}

/** A way to read the headings: the columns in order, and the rows of headings that show it. */
export interface HeadReading {
  /** Where the headings of the columns stand, in each way that is possible, if their places were looked at. */
  readonly places?: readonly HeadEdges[];
  readonly leaves: readonly CellNode[];
  /** Headings by row, each with its column. */
  readonly rows: readonly (readonly CellNode[])[];
  /** Set where the rows have all words of the header, however many lines these take. */
  readonly isWhole?: true;
}

/** Only headings of figures stand over other headings; totals and counts do not. */
const NO_GROUP = new RegExp(`${ENDS_IN_TOTAL.source}|总额$|数量`);
const LEVEL = /^[类款项]$/;
const CODE_GROUP = /编码|代码|科目/;
/** 支出 by 功能分类 and by 支出用途: each stands over a list of its own. */
const LIST = /(?:分类|用途|来源)$/;
/** Deeper headings are wrapped ones. */
const MAX_DEPTH = 4;
/** More ways to read a header than this, and none is sure. */
const MAX_READINGS = 100;

/**
 * All ways to read stacked headings. Either the last row has a heading for every column, or headings of the
 * rows above have columns of their own and their parts stand in order in the row below.
 */
export function headReadings(rows: readonly RowNode[]): HeadReading[] {
  const cells = rows.map((row) => row.cells.filter(({ text }) => text !== ''));
  if (rows.length > MAX_DEPTH || cells.flat().some(isTorn)) return [];
  const last = cells.at(-1) ?? [];
  const bottom = last.map((cell, column) => ({ ...cell, column }));
  const readings: HeadReading[] = [];
  if (cells.slice(0, -1).every((above) => 2 * above.length <= last.length + 1)) {
    readings.push({ leaves: bottom, rows: [bottom] });
  }
  for (const tree of treesOf(cells)) {
    const reading = readingOf(tree, cells.length);
    const labels = reading.leaves.map((cell) => saidOf(cell).label);
    if (!standsBesideItsPart(labels)) readings.push(reading);
  }
  return likelyOf(readings);
}

/** Of several readings those in which no figures stand behind the remarks, if there are any; never do remarks come first. */
export function likelyOf(readings: readonly HeadReading[]): HeadReading[] {
  const possible = readings.filter(({ leaves: [first] }) => !first || saidOf(first).label !== '备注');
  const likely = possible.filter(({ leaves }) => !standsBehindRemarks(leaves));
  return likely.length > 0 ? likely : possible;
}

/** Whether figures stand behind the column of remarks, which is the last of a table. */
function standsBehindRemarks(leaves: readonly CellNode[]): boolean {
  const said = leaves.map(saidOf);
  return said.some(({ label }, at) => label === '备注' && said[at + 1]?.kind === 'figure');
}

/** Part of a heading that was wrapped: the other part is somewhere else. */
function isTorn(cell: CellNode): boolean {
  const label = compactLabel(wordsOf(cell));
  const [open, close] = [label.split('(').length, label.split(')').length];
  return open !== close || /^(?:[()]|\d+$)/.test(label) || LOST_YEAR.test(label);
}

/** The trees of all rows, or none where there are too many to be sure of any. */
function treesOf(rows: readonly (readonly CellNode[])[]): readonly (readonly Node[])[] {
  if (rows.length < 2) return [];
  const [last = [], ...upper] = [...rows].reverse();
  let trees: readonly (readonly Node[])[] = [last.map((cell) => ({ cell, below: [] }))];
  for (const row of upper) {
    const merged = trees.map((below) => mergeRows(row, below));
    trees = merged.some((ways) => ways === undefined) ? [] : merged.flatMap((ways) => ways ?? []);
    if (trees.length > MAX_READINGS) return [];
  }
  return trees;
}

/**
 * All ways to hang the nodes of a lower row under the headings of an upper one, every node under one.
 * Undefined where there are too many.
 */
function mergeRows(upper: readonly CellNode[], lower: readonly Node[]): Node[][] | undefined {
  const said = lower.map(({ cell }) => saidOf(cell));
  const abreast = upper.map(saidOf);
  const taken = takenFrom(abreast, said);
  const counted = countWays(taken, lower.length);
  if ((counted[0]?.[0] ?? 0) > MAX_READINGS) return undefined;
  const waysFrom = (index: number, from: number): Node[][] => {
    const cell = upper[index];
    if (!cell) return from === lower.length ? [[]] : [];
    return (taken[index]?.[from] ?? []).flatMap((count) => {
      if (counted[index + 1]?.[from + count] === 0) return [];
      const node = { cell, below: lower.slice(from, from + count) };
      return waysFrom(index + 1, from + count).map((behind) => [node, ...behind]);
    });
  };
  return waysFrom(0, 0);
}

/**
 * How many nodes each heading may take that hang behind each other from one on, by heading and node: of the first node only
 * the first heading, and of others those that the headings in front can leave to it.
 */
function takenFrom(abreast: readonly Said[], below: readonly Said[]): number[][][] {
  let reached = new Set([0]);
  return abreast.map((over) => {
    const isGroup = isAlwaysGroup(over);
    const next = new Set<number>();
    const taken = [...below.keys(), below.length].map((from) => {
      if (!reached.has(from)) return [];
      const counts = groupSizes(over, below.slice(from), abreast);
      const own = isGroup ? counts : [0, ...counts];
      for (const count of own) next.add(from + count);
      return own;
    });
    reached = next;
    return taken;
  });
}

/**
 * In how many ways the headings from each on can take the nodes from each on, all of them and in order: counted before
 * any way is made, as there may be more than anybody could look at.
 */
function countWays(taken: readonly (readonly (readonly number[])[])[], nodes: number): readonly number[][] {
  const counted = [[...Array.from({ length: nodes }, () => 0), 1]];
  for (const own of [...taken].reverse()) {
    const behind = counted[0] ?? [];
    counted.unshift(
      own.map((counts, from) => counts.reduce((sum, count) => sum + (behind[from + count] ?? 0), 0)),
    );
  }
  return counted;
}

/** 收入 | 支出 stand over blocks; alone they head nothing. */
function isAlwaysGroup({ label }: Said): boolean {
  return /^(?:收入|支出)$/.test(label);
}

/**
 * How many of the headings that follow each other below it a heading may stand over, ascending: each of these counts.
 * What keeps one of them out keeps out all behind it.
 */
function groupSizes(over: Said, below: readonly Said[], abreast: readonly Said[]): number[] {
  const level = below.findIndex(({ label }) => LEVEL.test(label));
  const plain = level === -1 ? below : below.slice(0, level);
  return [...plainSizes(over, plain, abreast), ...(level === -1 ? [] : levelSizes(over, below, level))];
}

/** The same below headings of codes where 类, 款 or 项 is among these, the first of them at `level`. */
function levelSizes({ label }: Said, below: readonly Said[], level: number): number[] {
  if (!CODE_GROUP.test(label) || /名称/.test(label)) return [];
  const most = runOf(below, (each) => LEVEL.test(each.label) || /名称/.test(each.label));
  return sizes(level + 1, most);
}

/** The same where no 类, 款 or 项 is among these: a group has several parts. */
function plainSizes(over: Said, below: readonly Said[], abreast: readonly Said[]): number[] {
  const { label, kind } = over;
  // 项目 stands over code and name, beside the headings of figures.
  if (label === '项目') {
    const kinds = below.map((each) => each.kind);
    const both = Math.max(kinds.indexOf('code'), kinds.indexOf('name'));
    const hasBoth = kinds.includes('code') && kinds.includes('name');
    return hasBoth ? sizes(both + 1, runOf(below, isOfNames)) : [];
  }
  const lists = listSizes(over, below);
  if (lists) return lists;
  // 功能分类科目 stands over code and name.
  if (CODE_GROUP.test(label)) {
    return sizes(
      2,
      runOf(below, (each) => CODE_GROUP.test(each.label) || /名称/.test(each.label)),
    );
  }
  if (kind !== 'figure' || NO_GROUP.test(label)) return [];
  const others = abreast.map((other) => other.label);
  const most = runOf(
    below,
    (each, at) =>
      !isOfNames(each) &&
      mayComprise(label, each.label) &&
      !(at > 0 && GROUP_TOTAL.test(each.label)) &&
      isUnderItsGroup(each.label, label, others),
  );
  return sizes(2, most);
}

/** The same of a heading of lists: it stands over the names and figures of one, 支出 also over 功能分类 and 支出用途. */
function listSizes(over: Said, below: readonly Said[]): number[] | undefined {
  const isFlow = isAlwaysGroup(over);
  const [first] = below;
  if (!first || !(isFlow || LIST.test(over.label))) return undefined;
  if (isFlow && LIST.test(first.label))
    return sizes(
      1,
      runOf(below, ({ label }) => LIST.test(label)),
    );
  // 支出 may stand over two lists whose names say what they are sorted by.
  const hasLists = LIST.test(over.label) || below.some(({ label }) => LIST.test(label));
  if (!hasLists || !isOfNames(first)) return undefined;
  return sizes(2, 1 + runOf(below.slice(1), (each) => !isOfNames(each) && !LIST.test(each.label)));
}

/** How many of the first headings are of a sort. */
function runOf(said: readonly Said[], isOfSort: (each: Said, at: number) => boolean): number {
  const end = said.findIndex((each, at) => !isOfSort(each, at));
  return end === -1 ? said.length : end;
}

/** All numbers from `least` to `most`. */
function sizes(least: number, most: number): number[] {
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => least + at);
}

function isOfNames({ kind }: Said): boolean {
  return kind === 'code' || kind === 'name';
}

function readingOf(tree: readonly Node[], depth: number): HeadReading {
  const leaves: CellNode[] = [];
  const rows: CellNode[][] = Array.from({ length: depth }, () => []);
  const visit = ({ cell, below }: Node, row: number): void => {
    const placed = { ...cell, column: leaves.length };
    rows[row]?.push(placed);
    if (below.length === 0) leaves.push(placed);
    for (const node of below) visit(node, row + 1);
  };
  for (const node of tree) visit(node, 0);
  return { leaves, rows };
}
