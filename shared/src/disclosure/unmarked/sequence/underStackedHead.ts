import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { GROUP_TOTAL } from '../../../text/totalWords.ts';
import { compactLabel } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { isRatioLabel, wordsOf } from '../../labels.ts';
import type { ColumnSum } from '../blanks/columnSums.ts';
import { isFilled } from '../blanks/figure.ts';
import { type Columns, type LooseRow, waysIfRight } from '../blanks/fillBlanks.ts';
import { type BodyRow, looseBody } from '../blanks/looseBody.ts';
import { placeBlanks } from '../blanks/placeBlanks.ts';
import { bodyRow } from '../bodyRow.ts';
import { isCodeLevel, withCodeLevels } from '../codeLevels.ts';
import { declaredSums } from '../declaredSums.ts';
import { type HeadReading, headReadings, likelyOf } from '../headReadings.ts';
import { type Block, blocksOf, figureCount, leafOf } from '../leaves.ts';
import type { PlacedGrid } from '../place.ts';
import { placeRow } from '../placeRow.ts';
import type { Token } from '../tokens.ts';
import { rowOf } from './rowOf.ts';

/** So many rows add up as the headings say, with several parts. */
const MIN_SHOWN = 2;
/** Or one, and so many in which a total is that of a single part. */
const MIN_COPIES = 6;
/** Of the rows, so many may fail to. */
const FAILING_SHARE = 1 / 10;
/** So many ways to read headings that all rows bear out are compared. */
const MAX_BORNE_OUT = 8;

/** The ways to break more headings than this cost too much time: few tables have as many, and what is longer is seldom a heading. */
const MAX_HEADINGS = 30;

/** Headings in lines, and what they say. */
interface Stacked {
  readonly block: Block;
  readonly leaves: readonly CellNode[];
  /** Counted by columns of figures. */
  readonly sums: readonly ColumnSum[];
}

/**
 * Places rows parted at their names under headings that stand over each other in up to three lines, of which nothing
 * shows where they were broken: of all ways to break them only those are believed in which the rows add up as the
 * headings then say. Undefined where there is none, or where these differ in how many columns there are.
 *
 * @param index the numbers of the columns, if there are any
 */
export function underStackedHead(
  grid: Grid,
  headings: readonly Token[],
  index: readonly Token[],
  rows: readonly (readonly Token[])[],
): PlacedGrid | undefined {
  if (standAbreast(headings)) return undefined;
  const seen = new Map<string, boolean>();
  const bodies = new Map<string, readonly LooseRow[]>();
  const borneOut = stackings(headings).filter((stacked) => {
    const { block, sums, leaves } = stacked;
    if (sums.length === 0 || (index.length > 0 && index.length > leaves.length)) return false;
    const stub = block.stub.map(({ cell }) => wordsOf(cell)).join('|');
    const loose = bodies.get(stub) ?? looseBody(bodyOf(rows, block), block).rows;
    bodies.set(stub, loose);
    const count = figureCount(block.rest);
    if (loose.every(({ figures }) => figures.length !== count)) return false;
    const key = JSON.stringify([block.stub.map(({ kind }) => kind), count, sums]);
    const known = seen.get(key) ?? areBorneOut(loose, stacked);
    seen.set(key, known);
    return known;
  });
  const [first, ...others] = borneOut;
  if (!first || borneOut.length > MAX_BORNE_OUT || others.some((other) => !isAlike(other, first)))
    return undefined;
  const ways = borneOut.map(({ sums }) => sums);
  const body = bodyOf(rows, first.block);
  const placed = placeBlanks(body, first.block, ways);
  const leaves = first.leaves.filter((leaf, at) =>
    others.every((other) => other.leaves[at]?.span.line === leaf.span.line),
  );
  const head = { line: headings[0]?.cell.span.line ?? 0, separator: false, cells: leaves };
  const nodes = body.map(({ node }, at): RowNode => bodyRow(node, placed.rows[at]));
  const numbers = index.length > 0 ? [rowOf(index.map(({ cell }) => cell))] : [];
  return { grid: { ...grid, rows: [head, ...numbers, ...nodes] }, partial: true, sums: placed.sums };
}

/** 项目 预算数 项目 合计: names are headed twice, and lists stand abreast. */
export function standAbreast(headings: readonly Token[]): boolean {
  const names = headings.flatMap(({ cell }) => (leafOf(cell).kind === 'name' ? compactLabel(cell.text) : []));
  return new Set(names).size < names.length;
}

/** All ways to read headings, broken into lines anywhere; those that put the same over all columns, with the same sums, are one. */
function stackings(headings: readonly Token[]): Stacked[] {
  const stacked = new Map<string, Stacked>();
  for (const each of readingsInLines(headings).flatMap(stackedAs)) {
    const places = each.leaves.map(({ span }) => `${span.line}:${span.start}`);
    stacked.set(JSON.stringify([places, each.sums]), each);
  }
  return [...stacked.values()];
}

/** All ways to read headings that were broken into lines anywhere. */
export function readingsInLines(headings: readonly Token[]): HeadReading[] {
  if (headings.length > MAX_HEADINGS) return [];
  const readings = linesOf(headings).flatMap((lines) => {
    const rows = withCodeLevels(lines.map((line) => rowOf(line.map(({ cell }) => cell))));
    return headReadings(rows.filter(({ cells }) => cells.length > 0));
  });
  return likelyOf(readings);
}

/** All ways to break headings into two or three lines; those of the levels of codes at the end stand in one of their own. */
function linesOf(headings: readonly Token[]): (readonly Token[])[][] {
  const end = headings.findLastIndex(({ cell }) => !isCodeLevel(cell)) + 1;
  const levels = headings.slice(end);
  const breaks = headings.slice(1, end + Math.min(1, levels.length)).map((_, at) => at + 1);
  const most = mostAbove(headings);
  return breaks
    .filter((first) => first <= most)
    .flatMap((first) =>
      [...breaks.filter((second) => second > first), end].map((second) =>
        [headings.slice(0, first), headings.slice(first, second), headings.slice(second, end), levels].filter(
          ({ length }) => length > 0,
        ),
      ),
    );
}

/**
 * How many of the first headings may stand above all others: a total begins what stands below a group, unless it is that of
 * all columns, right behind the names.
 */
export function mostAbove(headings: readonly Token[]): number {
  const below = headings.findIndex(
    ({ cell }, at) => at > 0 && GROUP_TOTAL.test(compactLabel(cell.text)) && !isOfNames(headings[at - 1]),
  );
  return below === -1 ? headings.length : below;
}

function isOfNames(token: Token | undefined): boolean {
  const kind = token && leafOf(token.cell).kind;
  return kind === 'code' || kind === 'name';
}

function stackedAs(reading: HeadReading): Stacked | [] {
  const [block, ...others] = blocksOf(reading.leaves.map(leafOf));
  if (!block || others.length > 0 || !block.stub.some(({ kind }) => kind !== 'code')) return [];
  const first = block.stub.length;
  const columns = block.rest.flatMap(({ kind }, at) => (kind === 'figure' ? at : []));
  const sums = declaredSums(reading, first).map((sum) => ({
    ...sum,
    total: columns.indexOf(sum.total),
    parts: sum.parts.map((part) => columns.indexOf(part)),
  }));
  const isOfFigures = sums.every(({ total, parts }) => total !== -1 && !parts.includes(-1));
  return isOfFigures ? { block, leaves: reading.leaves, sums } : [];
}

/** Whether two ways to read headings have the same names in front of as many columns of figures. */
function isAlike(one: Stacked, other: Stacked): boolean {
  const [first, second] = [one, other].map(({ block, leaves }) =>
    [figureCount(block.rest), block.rest.length, ...leaves.slice(0, block.stub.length).map(wordsOf)].join(
      '|',
    ),
  );
  return first === second;
}

/** Whether rows add up as the headings say, nearly all of them, and some with several parts. */
function areBorneOut(all: readonly LooseRow[], { block, sums }: Stacked): boolean {
  const figures = block.rest.filter(({ kind }) => kind === 'figure');
  const columns = {
    width: figures.length,
    ways: [sums],
    ratios: figures.map(({ cell }) => isRatioLabel(wordsOf(cell))),
  };
  const loose = all.filter((row) => row.figures.length > 0);
  if (all.some(({ bound }) => !bound)) return false;
  const kinds = loose.map((row) => kindOf(row, columns));
  const countOf = (kind: Kind): number => kinds.filter((each) => each === kind).length;
  const failing = countOf('failing');
  // The columns are counted by the rows that fill all of them: one figure more may be the number of a page.
  const full = kinds.filter((_, at) => loose[at]?.figures.length === columns.width);
  if (2 * full.filter((kind) => kind === 'failing').length >= full.length) return false;
  const enough = (1 + failing) * MIN_COPIES;
  return (
    failing <= Math.max(1, FAILING_SHARE * loose.length) &&
    (countOf('shown') >= MIN_SHOWN + failing || (countOf('shown') > 0 && countOf('copy') >= enough))
  );
}

/**
 * - `shown`: a row adds up and one of its sums has several parts in all ways to lay it out
 * - `copy`: it adds up, each of its totals being that of one part
 * - `failing`: it does not add up
 * - `open`: it shows nothing
 */
type Kind = 'shown' | 'copy' | 'failing' | 'open';

function kindOf(row: LooseRow, columns: Columns): Kind {
  const placements = waysIfRight(row, columns);
  if (!placements || row.figures.length < 2) return 'open';
  if (placements.length === 0) return 'failing';
  const isShown = placements.every((placement) =>
    columns.ways.flat().some(({ parts }) => parts.filter((part) => isFilled(placement.row[part])).length > 1),
  );
  return isShown ? 'shown' : 'copy';
}

function bodyOf(rows: readonly (readonly Token[])[], block: Block): BodyRow[] {
  return rows.map((tokens) => ({
    node: rowOf(tokens.map(({ cell }) => cell)),
    tokens,
    placed: placeRow(tokens, [block]),
  }));
}
