import type { CellNode } from '../../syntax/nodes.ts';
import { parseNumbering } from '../../text/numbering.ts';
import { compactLabel } from '../../text/width.ts';
import { isOfWhich, isTotalLabel, wordsOf } from '../labels.ts';
import type { BodyRow } from './blanks/looseBody.ts';
import type { Block } from './leaves.ts';
import { labelled, looseParts, type PlacedRow } from './placeRow.ts';
import type { Token } from './tokens.ts';

/**
 * Puts rows with blanks into columns by the places of their cells: rows that fill all columns show by their
 * order which column each place is, and where the cells of a row with blanks stand is certain. A row stays as it
 * is where one of its cells stands at a place that no such row has. Of lists abreast only
 * rows with a label in each tell: in those of totals cells may be joined.
 *
 * @param rows in which cells have places; those that are unsure are not where they seem
 */
export function placedByPlaces(rows: readonly BodyRow[], blocks: readonly Block[]): PlacedRow[] {
  const [block, ...others] = blocks;
  // Totals stand under codes or names; behind them all rows are alike. Of several labels a row each has its place.
  const first = block && others.length === 0 ? block.stub.length : 0;
  const telling =
    others.length === 0 ? rows : rows.filter(({ tokens }) => labelled(tokens).length === blocks.length);
  const columns = columnsOfPlaces(telling, first);
  return rows.map((row) => {
    const { placed, node, tokens } = row;
    const isOpen = placed.fit === 'partial' || isElsewhere(placed, columns);
    if (!isOpen || placed.torn || node.unsure || columns.size === 0) return placed;
    if (first === 0 && !tokens.every(beginsRow)) return placed;
    const parts = block && first > 0 ? looseParts(tokens, block) : { stub: [], figures: tokens };
    const behind = parts?.figures.map(({ cell }) => cell);
    const cells = behind && inPlaces(behind, columns);
    return parts && cells ? { fit: 'whole', cells: [...parts.stub, ...cells] } : placed;
  });
}

/** What stands between two totals of a list, and no name goes on with. */
const BETWEEN_TOTALS = /小计[\d,.]*$|^(?:上年|结转下年|年末)/;

/** Whether a label shows by its number or word that it is no rest of one above; figures say nothing. */
export function beginsRow({ kind, cell }: Token): boolean {
  const words = compactLabel(wordsOf(cell));
  return (
    kind !== 'words' ||
    parseNumbering(cell.text) !== undefined ||
    isTotalLabel(words) ||
    isOfWhich(words) ||
    BETWEEN_TOTALS.test(words)
  );
}

/** The column of each place; none where rows contradict each other. */
function columnsOfPlaces(rows: readonly BodyRow[], first: number): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  for (const { placed, node } of rows) {
    if (placed.fit !== 'whole' || node.unsure) continue;
    for (const { place, column } of placed.cells) {
      if (place === undefined || column < first) continue;
      if ((columns.get(place) ?? column) !== column) return new Map();
      columns.set(place, column);
    }
  }
  return new Set(columns.values()).size === columns.size ? columns : new Map();
}

/** Whether a row was put into other columns than its places are known to be. */
function isElsewhere({ fit, cells }: PlacedRow, columns: ReadonlyMap<number, number>): boolean {
  return (
    fit === 'whole' &&
    cells.some(({ place, column }) => place !== undefined && (columns.get(place) ?? column) !== column)
  );
}

function inPlaces(own: readonly CellNode[], columns: ReadonlyMap<number, number>): CellNode[] | undefined {
  const cells = own.map((cell) => ({ ...cell, column: columns.get(cell.place ?? -1) ?? -1 }));
  const isInOrder = cells.every(({ column }, index) => column > (cells[index - 1]?.column ?? -1));
  return isInOrder ? cells : undefined;
}
