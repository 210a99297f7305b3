import type { CellNode } from '../../../syntax/nodes.ts';
import { maxOf } from '../../../text/lists.ts';
import { type Block, figureCount } from '../leaves.ts';
import { assignedParts } from '../numberedAbreast.ts';
import { type Fit, type PlacedRow, placeRow } from '../placeRow.ts';
import type { ColumnSum } from './columnSums.ts';
import type { BodyRow } from './looseBody.ts';
import { placeBlanks, placeUnderTotal, type UnderTotal } from './placeBlanks.ts';

/** Of each row the labels with their figures, each with the list it belongs to. */
type Assignment = ReturnType<typeof assignedParts>;

/** One of several lists abreast, its columns counted from its own first. */
interface PlacedList {
  /** By row of the table; rows in which the list has no label are left out. */
  readonly rows: ReadonlyMap<number, PlacedRow>;
  readonly headings: readonly CellNode[];
  readonly width: number;
  readonly sums: readonly ColumnSum[];
}

/**
 * Places the figures of lists abreast (财政拨款收支总表) that have blanks, in each list by itself, as far as sums across
 * tell their columns. Columns of a list that no row fills are blank throughout and left out; then it has no headings but
 * those of the names and the total. Undefined where such a list has no total in front that most of its rows bear out.
 *
 * @param assigned to which list each label belongs, where that is known by more than numbers and words
 */
export function placeListBlanks(
  rows: readonly BodyRow[],
  blocks: readonly Block[],
  assigned: Assignment = assignedParts(rows, blocks),
): UnderTotal | undefined {
  const lists = blocks.flatMap((block, at) => placedList(rows, assigned, { ...block, start: 0 }, at) ?? []);
  if (lists.length < blocks.length) return undefined;
  const starts = lists.map((_, at) => lists.slice(0, at).reduce((sum, { width }) => sum + width, 0));
  return {
    rows: rows.map(({ placed }, index): PlacedRow => {
      const parts = lists.flatMap((list, at) => {
        const row = list.rows.get(index);
        return row ? [{ row, start: starts[at] ?? 0 }] : [];
      });
      if (parts.length === 0) return { ...placed, fit: placed.fit === 'label' ? 'label' : 'partial' };
      const cells = parts.flatMap(({ row, start }) => moved(row.cells, start));
      return { ...placed, fit: fitOf(parts.map(({ row }) => row.fit)), cells };
    }),
    headings: lists.flatMap(({ headings }, at) => moved(headings, starts[at] ?? 0)),
    sums: lists.flatMap(({ sums }, at) => sums.map((sum) => movedSum(sum, starts[at] ?? 0))),
  };
}

function placedList(
  rows: readonly BodyRow[],
  assigned: Assignment,
  block: Block,
  at: number,
): PlacedList | undefined {
  const own = rows.flatMap(({ node, placed }, index) => {
    const part = assigned[index]?.find((each) => each.block === at)?.part;
    if (!part || placed.torn) return [];
    return [{ index, row: { node, tokens: part, placed: placeRow(part, [block]) } }];
  });
  const body = own.map(({ row }) => row);
  const isFilled = body.some(({ placed }) => placed.fit === 'whole');
  const found: UnderTotal | undefined = isFilled
    ? { ...placeBlanks(body, block), headings: headingsOf(block) }
    : placeUnderTotal(body, block, { declared: true });
  if (!found) return undefined;
  const width = isFilled
    ? block.stub.length + block.rest.length
    : 1 +
      maxOf(
        found.rows.flatMap(({ cells }) => cells),
        ({ column }) => column,
      );
  return {
    rows: new Map(own.flatMap(({ index }, row) => (found.rows[row] ? [[index, found.rows[row]]] : []))),
    headings: found.headings,
    width: figureCount(block.rest) === 1 ? block.stub.length + block.rest.length : width,
    sums: found.sums,
  };
}

function headingsOf({ stub, rest }: Block): CellNode[] {
  return [...stub, ...rest].map(({ cell }, column) => ({ ...cell, column }));
}

function fitOf(fits: readonly Fit[]): Fit {
  if (fits.some((fit) => fit === 'partial' || fit === 'excess')) return 'partial';
  return fits.includes('whole') ? 'whole' : 'label';
}

function moved(cells: readonly CellNode[], start: number): CellNode[] {
  return cells.map((cell) => ({ ...cell, column: cell.column + start }));
}

function movedSum({ total, parts, ...more }: ColumnSum, start: number): ColumnSum {
  return { ...more, total: total + start, parts: parts.map((part) => part + start) };
}
