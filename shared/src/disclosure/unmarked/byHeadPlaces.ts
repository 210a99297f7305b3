import type { CellNode } from '../../syntax/nodes.ts';
import type { BodyRow } from './blanks/looseBody.ts';
import { beginsRow } from './byPlace.ts';
import type { HeadEdges } from './headReadings.ts';
import type { Block, Leaf } from './leaves.ts';
import { type Count, type Edges, placesOfCells } from './linePlaces.ts';
import { looseParts, type PlacedRow } from './placeRow.ts';
import { isFigure, type Token } from './tokens.ts';

/** Places are rounded, in characters. */
const SLACK = 1;

/** Lines may be shifted against the others, as many at most. */
const SHIFTED = 0.2;

/** What stands at one place of the rows. */
interface Place {
  /** `code`: digits that may be codes, and may be figures. */
  readonly kind: 'words' | 'figure' | 'code';
  readonly left: number;
  readonly right: number;
}

/**
 * Puts rows into columns of which some are blank in all rows, so that no row shows by its order which these are: a
 * figure stands in the cell below its heading, and reaches to neither of the headings beside that. Undefined where
 * places go below headings in several ways, or in none.
 *
 * @param rows in which cells have places; those that are unsure are not where they seem
 * @param heads where the heading of each column begins and ends, in each way to count
 */
export function placedUnderHeadings(
  rows: readonly BodyRow[],
  blocks: readonly Block[],
  heads: readonly HeadEdges[],
): readonly PlacedRow[] | undefined {
  const sure = rows.filter(({ node, placed }) => !node.unsure && !placed.torn);
  const leaves = blocks.flatMap(({ stub, rest }) => [...stub, ...rest]);
  const [block, second] = blocks;
  if (!block) return undefined;
  // Digits that were pulled apart push what stands behind them aside.
  if (sure.some(({ tokens }) => tokens.some((token) => isFigure(token) && /\s/.test(token.cell.text))))
    return undefined;
  const isAlone = second === undefined;
  const behind = isAlone ? block.stub.length : 0;
  const own = isAlone ? block : undefined;
  const columns = matchColumns(
    (count) => placesOf(sure, own, count),
    leaves.slice(behind),
    heads.map(({ count, edges }) => ({ count, edges: edges.slice(behind) })),
  );
  const places = placesOf(sure, own, 'characters');
  if (!columns) return undefined;
  const columnOf = new Map(places.map(({ place }, index) => [place, (columns[index] ?? 0) + behind]));
  return rows.map((row) => {
    if (row.node.unsure || row.placed.torn || row.placed.fit !== 'partial') return row.placed;
    const cells = isAlone ? besideStub(row.tokens, block, columnOf) : abreast(row.tokens, columnOf);
    return cells ? { fit: 'whole', cells } : row.placed;
  });
}

/** The places of figures behind the names of one block, or all places of several, from left to right. */
function placesOf(
  rows: readonly BodyRow[],
  block: Block | undefined,
  count: Count,
): (Place & { readonly place: number })[] {
  const cells = new Map<number, Token[]>();
  const edges = new Map<CellNode, Edges>();
  for (const { tokens, node } of rows) {
    const own = block ? (looseParts(tokens, block)?.figures ?? []) : tokens;
    for (const [cell, place] of placesOfCells(node, count)) edges.set(cell, place);
    for (const token of own) {
      const { place } = token.cell;
      if (place !== undefined) cells.set(place, [...(cells.get(place) ?? []), token]);
    }
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([place, tokens]) => ({
      place,
      kind: kindOf(tokens),
      left: outermost(tokens.flatMap(({ cell }) => edges.get(cell)?.left ?? [])),
      right: -outermost(
        tokens.flatMap(({ cell }) => (edges.has(cell) ? -(edges.get(cell)?.right ?? 0) : [])),
      ),
    }));
}

function kindOf(tokens: readonly Token[]): Place['kind'] {
  if (tokens.every(({ kind }) => kind === 'code')) return 'code';
  return tokens.every(isFigure) ? 'figure' : 'words';
}

/** The least of some numbers without the share of them that may be those of rows that were shifted. */
function outermost(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(SHIFTED * numbers.length)] ?? 0;
}

/**
 * For each place, from left to right, the heading below which it stands: figures below one of figures, in the cell around
 * it. Undefined where there are several ways or none, in each way to count places that has any.
 */
export function matchColumns(
  placesIn: (count: Count) => readonly Place[],
  leaves: readonly Leaf[],
  heads: readonly HeadEdges[],
): readonly number[] | undefined {
  const [columns, ...others] = heads.flatMap(({ count, edges }) => {
    const found = match(placesIn(count), leaves, edges);
    return found ? [found] : [];
  });
  return others.every((other) => other.join() === columns?.join()) ? columns : undefined;
}

/** For each place its leaf, if there is one way only. */
function match(
  places: readonly Place[],
  leaves: readonly Leaf[],
  edges: readonly Edges[],
): readonly number[] | undefined {
  const fits = places.map((place) =>
    leaves.flatMap(({ kind }, index) =>
      mayHead(kind, place) && isBelow(place, kind, edges, index) ? index : [],
    ),
  );
  const first = inOrder(fits);
  const last = inOrder(fits.map((own) => own.map((leaf) => -leaf)).toReversed())
    ?.map((leaf) => -leaf)
    .toReversed();
  const isOnly = first?.every((leaf, index) => leaf === last?.[index]) === true;
  return isOnly ? first : undefined;
}

function mayHead(kind: Leaf['kind'], place: Place): boolean {
  if (place.kind === 'code') return kind === 'code' || kind === 'figure';
  return (kind === 'figure') === (place.kind === 'figure');
}

/** Whether figures stand in the cell around their heading; names and codes may be wider than theirs. */
function isBelow({ left, right }: Place, kind: Leaf['kind'], edges: readonly Edges[], leaf: number): boolean {
  if (kind !== 'figure') return true;
  const before = edges[leaf - 1]?.right ?? Number.NEGATIVE_INFINITY;
  const behind = edges[leaf + 1]?.left ?? Number.POSITIVE_INFINITY;
  return left >= before - SLACK && right <= behind + SLACK;
}

/** The least for each, each greater than the one before. */
function inOrder(fits: readonly (readonly number[])[]): number[] | undefined {
  const chosen: number[] = [];
  for (const own of fits) {
    const before = chosen.at(-1) ?? Number.NEGATIVE_INFINITY;
    const above = own.filter((leaf) => leaf > before);
    if (above.length === 0) return undefined;
    chosen.push(Math.min(...above));
  }
  return chosen;
}

function besideStub(
  tokens: readonly Token[],
  block: Block,
  columnOf: ReadonlyMap<number, number>,
): CellNode[] | undefined {
  const parts = looseParts(tokens, block);
  const cells = parts && inPlaces(parts.figures, columnOf);
  return parts && cells && [...parts.stub, ...cells];
}

/** Labels abreast: each shows by its code, number or word that it is no rest of one above. */
function abreast(tokens: readonly Token[], columnOf: ReadonlyMap<number, number>): CellNode[] | undefined {
  const areWhole = tokens.every((token, at) => tokens[at - 1]?.kind === 'code' || beginsRow(token));
  return areWhole ? inPlaces(tokens, columnOf) : undefined;
}

function inPlaces(tokens: readonly Token[], columnOf: ReadonlyMap<number, number>): CellNode[] | undefined {
  const cells = tokens.map(({ cell }) => ({ ...cell, column: columnOf.get(cell.place ?? -1) ?? -1 }));
  const areInOrder = cells.every(({ column }, index) => column > (cells[index - 1]?.column ?? -1));
  return areInOrder ? cells : undefined;
}
