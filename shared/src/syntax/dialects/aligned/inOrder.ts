import type { CellNode, RowNode } from '../../nodes.ts';
import type { Atom } from './atoms.ts';
import type { HeadingLine } from './heading.ts';
import type { PlacedLine } from './rows.ts';

/** What one line has of a cell. */
interface Part {
  readonly line: number;
  readonly text: string;
  readonly atom: Atom;
  readonly slot: number;
}

/**
 * The rows of a table with nothing but the order of their cells: pdftotext shifts lines against each other, so
 * that it may not be certain under which heading a cell stands, while its neighbours are. Lines of headings are
 * as they stand; names that go over several lines are one cell. A row is unsure where the places of its cells
 * are not certain.
 */
export function rowsInOrder(
  headings: readonly HeadingLine[],
  rows: readonly (readonly PlacedLine[])[],
): RowNode[] {
  const heads = headings.map(({ number, line, atoms }) =>
    rowNode(
      atoms.map((atom, slot) => [{ line: number, text: line, atom, slot }]),
      false,
    ),
  );
  return [...heads, ...rows.map(bodyRow)].filter(({ cells }) => cells.length > 0);
}

function bodyRow(lines: readonly PlacedLine[]): RowNode {
  const [only, second] = lines;
  return only && !second ? rowOfLine(only) : wrappedRow(lines);
}

/** A row on one line, as nearly all are: each of its atoms is a cell. */
function rowOfLine({ number, text, atoms, slots, unsure, torn }: PlacedLine): RowNode {
  const cells = atoms.map(
    ({ start, end }, column): CellNode => ({
      span: { line: number, start, end },
      column,
      text: text.slice(start, end),
      place: slots[column] ?? -1,
    }),
  );
  const isInOrder = cells.every(({ place = 0 }, at) => at === 0 || (cells[at - 1]?.place ?? 0) <= place);
  const inOrder = isInOrder
    ? cells
    : cells.sort((a, b) => (a.place ?? 0) - (b.place ?? 0)).map((cell, column) => ({ ...cell, column }));
  return {
    line: inOrder.length === 0 ? Number.POSITIVE_INFINITY : number,
    separator: false,
    cells: inOrder,
    ...(unsure && { unsure }),
    ...(torn && { torn }),
  };
}

function wrappedRow(lines: readonly PlacedLine[]): RowNode {
  const parts = lines.flatMap(({ number, text, atoms, slots }) =>
    atoms.map((atom, index): Part => ({ line: number, text, atom, slot: slots[index] ?? -1 })),
  );
  const cells: Part[][] = [];
  for (const part of parts.sort((a, b) => a.slot - b.slot)) {
    const before = cells.at(-1)?.at(-1);
    if (before && goesOn(before, part)) cells.at(-1)?.push(part);
    else cells.push([part]);
  }
  const unsure = lines.some((line) => line.unsure);
  const torn = lines.some((line) => line.torn);
  return { ...rowNode(cells, true), ...(unsure && { unsure }), ...(torn && { torn }) };
}

/** Whether words are the rest of others in a line above. */
function goesOn(above: Part, { line, atom, slot }: Part): boolean {
  return above.slot === slot && above.line < line && above.atom.kind === 'word' && atom.kind === 'word';
}

/** @param placed whether the cells tell in which slot they stand */
function rowNode(cells: readonly (readonly Part[])[], placed: boolean): RowNode {
  const nodes = cells.flatMap((parts, column): CellNode | [] => {
    const [first] = parts;
    if (!first) return [];
    const { line, slot, atom } = first;
    return {
      span: { line, start: atom.start, end: atom.end },
      column,
      text: textOf(first),
      ...(parts.length > 1 && { whole: parts.map(textOf).join('') }),
      ...(placed && { place: slot }),
    };
  });
  return { line: Math.min(...nodes.map(({ span }) => span.line)), separator: false, cells: nodes };
}

function textOf({ text, atom }: Part): string {
  return text.slice(atom.start, atom.end);
}
