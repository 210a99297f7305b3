import type { Amount, Cell } from './amount.ts';
import { cellAt, holds, type ListedSum, printedIn, type SumDocument, type Values } from './listedSum.ts';
import { type Fault, isFarOff } from './population.ts';
import { randomOf, shuffled } from './random.ts';

/**
 * - `slide-up`, `slide-down`: three to seven figures of a column, each a row too high or too low, one lost;
 * - `swap-in-column`, `swap-in-row`: two neighbouring figures exchanged;
 * - `pair`: two wrong figures that share no sum.
 */
export type ShapeName = 'slide-up' | 'slide-down' | 'swap-in-column' | 'swap-in-row' | 'pair';

/** All shapes of faults, in the order in which they are reported. */
export const SHAPE_NAMES: readonly ShapeName[] = [
  ...(['slide-up', 'slide-down', 'swap-in-column', 'swap-in-row', 'pair'] as const),
];

/** Several figures that are wrong at once, in the order of the text. An empty text blanks the cell. */
export interface ShapedFault {
  readonly shape: ShapeName;
  readonly figures: readonly { readonly cell: Cell; readonly newText: string }[];
}

/** Up to `count` faults of a shape, drawn by the document's name. Only such as break a sum far beyond rounding. */
export function shapedFaults(
  document: SumDocument,
  faults: readonly Fault[],
  shape: ShapeName,
  count: number,
): ShapedFault[] {
  const random = randomOf(`${document.name} ${shape}`);
  const candidates = shape === 'pair' ? pairs(document, faults, random) : moves(document, shape);
  return shuffled(candidates, random).slice(0, count);
}

function moves(document: SumDocument, shape: Exclude<ShapeName, 'pair'>): ShapedFault[] {
  const groups =
    shape === 'slide-up' || shape === 'slide-down'
      ? [3, 4, 5, 6, 7].flatMap((length) => runs(document, inColumns, length))
      : runs(document, shape === 'swap-in-row' ? inRows : inColumns, 2);
  return groups.flatMap((group) => {
    const sources = sourcesOf(group, shape);
    if (!breaks(document, group, sources)) return [];
    const figures = group.map((index, at) => {
      const source = sources[at];
      const newText = source === undefined ? '' : cellAt(document, source).text;
      return { cell: cellAt(document, index), newText };
    });
    return [{ shape, figures: ordered(figures) }];
  });
}

/** For each cell of a group, the cell whose figure comes to stand in it; undefined where none does. */
function sourcesOf(group: readonly number[], shape: ShapeName): (number | undefined)[] {
  if (shape === 'slide-up') return [...group.slice(1), undefined];
  if (shape === 'slide-down') return [undefined, ...group.slice(0, -1)];
  return [...group].reverse();
}

interface Line {
  readonly key: string;
  readonly position: number;
}

/** Cells of a column one below the other. */
function inColumns({ column, row }: Cell): Line {
  return { key: column, position: row };
}

/** Cells of a row one beside the other: whichever figures follow each other on the line. */
function inRows({ table, row }: Cell, index: number): Line {
  return { key: `${table} ${row}`, position: index };
}

/** Every run of so many neighbouring amounts, of which no two neighbours are the same. */
function runs(
  { cells }: SumDocument,
  lineOf: (cell: Cell, index: number) => Line,
  length: number,
): number[][] {
  const lines = new Map<string, { index: number; position: number }[]>();
  cells.forEach((cell, index) => {
    if (cell.isFlattened || cell.amount.micro === 0n) return;
    const { key, position } = lineOf(cell, index);
    lines.set(key, [...(lines.get(key) ?? []), { index, position }]);
  });
  return [...lines.values()].flatMap((line) => {
    const sorted = line.sort((a, b) => a.position - b.position);
    return sorted.slice(0, Math.max(sorted.length - length + 1, 0)).flatMap((first, at) => {
      const run = sorted.slice(at, at + length);
      const isClose = run.every(({ position }, step) => position === first.position + step);
      const indices = run.map(({ index }) => index);
      const differ = indices
        .slice(1)
        .every((index, step) => differs(cells[index], cells[indices[step] ?? -1]));
      return isClose && differ ? [indices] : [];
    });
  });
}

function differs(a: Cell | undefined, b: Cell | undefined): boolean {
  return a?.amount.micro !== b?.amount.micro;
}

const NOTHING: Amount = { micro: 0n, decimals: 0 };

function breaks(
  document: SumDocument,
  group: readonly number[],
  sources: readonly (number | undefined)[],
): boolean {
  const printed = printedIn(document);
  const values: Values = (cell) => {
    const at = group.indexOf(cell);
    if (at < 0) return printed(cell);
    const source = sources[at];
    return source === undefined ? { ...NOTHING, decimals: printed(cell).decimals } : printed(source);
  };
  const sums = new Set(group.flatMap((cell) => document.sumsOf[cell] ?? []));
  return [...sums].some((sum) => !holds(sum, values) && isFarOff(sum, values));
}

/** Two faults of the population whose broken sums have no cell in common, tables apart or not. */
function pairs(document: SumDocument, faults: readonly Fault[], random: () => number): ShapedFault[] {
  const [first, second] = [shuffled(faults, random), shuffled(faults, random)];
  return first.flatMap((one, index) => {
    const other = second[index];
    if (other === undefined || one.tie || other.tie || isTogether(one.broken, other)) return [];
    const figures = [one, other].map(({ cell, wrongText }) => ({
      cell: cellAt(document, cell),
      newText: wrongText,
    }));
    return [{ shape: 'pair' as const, figures: ordered(figures) }];
  });
}

function isTogether(broken: readonly ListedSum[], other: Fault): boolean {
  const cells = (sum: ListedSum) => [sum.total, ...sum.addends].map(({ cell }) => cell);
  const ours = new Set(broken.flatMap(cells));
  return ours.has(other.cell) || other.broken.flatMap(cells).some((cell) => ours.has(cell));
}

function ordered<T extends { readonly cell: Cell }>(figures: readonly T[]): T[] {
  return [...figures].sort((a, b) => a.cell.line - b.cell.line || a.cell.start - b.cell.start);
}
