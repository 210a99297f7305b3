import { type Amount, type Cell, lastPlace } from './amount.ts';

/**
 * - `row`: parts beside their total, or totals that balance beside each other;
 * - `column`: parts above or below their total;
 * - `between`: the same figure in another table, or one that adds up figures of another table.
 */
export type SumKind = 'row' | 'column' | 'between';

/** A cell, by its index among those of the document, and how often it counts: 10,000 where 万元 meets 元. */
export interface Term {
  readonly cell: number;
  readonly factor: bigint;
}

/** A sum that a document states by its structure: the total is worth as much as the addends together. */
export interface ListedSum {
  readonly kind: SumKind;
  readonly total: Term;
  readonly addends: readonly Term[];
  /** Where it was written down: `72.10 = 11..14`. */
  readonly words: string;
}

/** A text, its figures, and the sums that they must satisfy. */
export interface SumDocument {
  readonly name: string;
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly sums: readonly ListedSum[];
  /** For each cell, the sums it stands in. */
  readonly sumsOf: readonly (readonly ListedSum[])[];
}

/** What stands in a cell: as printed, or something else for a while. */
export type Values = (cell: number) => Amount;

/** A cell by its index. */
export function cellAt({ cells }: SumDocument, index: number): Cell {
  const cell = cells[index];
  if (cell === undefined) throw new RangeError(`no cell ${index}`);
  return cell;
}

/** What stands in each cell as printed. */
export function printedIn(document: SumDocument): Values {
  return (index) => cellAt(document, index).amount;
}

/** What stands in each cell after one is changed. */
export function changedIn(values: Values, changed: number, amount: Amount): Values {
  return (index) => (index === changed ? amount : values(index));
}

/** By how much the total is more than the addends, and how much of that rounding explains, in millionths. */
export interface Balance {
  readonly difference: bigint;
  /** (n + 1) · ½ · 10⁻ᵈ, every cell with its own decimals (rules §2.6); twice that, so that it is whole. */
  readonly twiceTolerance: bigint;
}

/** Works a sum out from the values of its cells. */
export function balanceOf({ total, addends }: ListedSum, values: Values): Balance {
  const worth = ({ cell, factor }: Term) => factor * values(cell).micro;
  const spread = ({ cell, factor }: Term) => factor * lastPlace(values(cell));
  let difference = worth(total);
  let twiceTolerance = spread(total);
  for (const addend of addends) {
    difference -= worth(addend);
    twiceTolerance += spread(addend);
  }
  return { difference, twiceTolerance };
}

/** Whether the intervals of a sum meet. */
export function holds(sum: ListedSum, values: Values): boolean {
  const { difference, twiceTolerance } = balanceOf(sum, values);
  return 2n * magnitude(difference) <= twiceTolerance;
}

/** A number without its sign: `Math.abs` takes no bigint. */
export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** All cells of a sum, the total first. */
export function termsOf({ total, addends }: ListedSum): readonly Term[] {
  return [total, ...addends];
}

/** Puts a document together: which sums each cell stands in. */
export function sumDocument(
  name: string,
  text: string,
  cells: readonly Cell[],
  sums: readonly ListedSum[],
): SumDocument {
  const sumsOf: ListedSum[][] = cells.map(() => []);
  for (const sum of sums) for (const { cell } of termsOf(sum)) sumsOf[cell]?.push(sum);
  return { name, text, cells, sums, sumsOf };
}
