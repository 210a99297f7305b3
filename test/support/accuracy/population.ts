import { FAULT_KINDS, type FaultKind } from '../../generator/faults.ts';
import { type Amount, amountOf, lastPlace } from './amount.ts';
import {
  balanceOf,
  cellAt,
  changedIn,
  holds,
  type ListedSum,
  magnitude,
  printedIn,
  type SumDocument,
  termsOf,
  type Values,
} from './listedSum.ts';
import { randomOf, shuffled } from './random.ts';
import { wrongAmounts } from './slips.ts';
import { unitsOf, writeLike } from './style.ts';
import { isTie } from './ties.ts';

/** By which sums a cell is covered: by its row and its column, by one of them, or by another table alone. */
export type Coverage = 'both' | 'one' | 'between';

/** One wrong figure in a document. */
export interface Fault {
  readonly kind: FaultKind | 'last-digit';
  readonly cell: number;
  readonly wrong: Amount;
  readonly wrongText: string;
  readonly coverage: Coverage;
  /** The sums that held and hold no longer. */
  readonly broken: readonly ListedSum[];
  /** Whether, by the listed sums alone, another single cell one slip away would mend it as well. */
  readonly tie: boolean;
}

/** The faults that a document is tried with, and what was left out. */
export interface Population {
  readonly faults: readonly Fault[];
  /** Amounts: every figure but zeros. */
  readonly amounts: number;
  /** Amounts that no listed sum covers, or only sums that the document itself breaks. */
  readonly uncovered: number;
  /** Pairs of a covered amount and a kind of fault that moves no sum far enough, or cannot be made of it. */
  readonly tooSmall: number;
}

/** By how much, in units of the last place, a fault must break a sum beyond what rounding explains. */
const BEYOND_ROUNDING = 50n;

/**
 * Pairs of a covered amount and a kind of fault, one fault a pair, drawn by the document's name.
 *
 * @param document its sums are those that count: a sum that the document itself breaks is left out before
 * @param share how many of the pairs are drawn: 1 is all
 */
export function populationOf(document: SumDocument, share = 1): Population {
  const amounts = document.cells.flatMap(({ amount }, cell) => (amount.micro === 0n ? [] : [cell]));
  const covered = amounts.filter((cell) => coverageOf(document, cell) !== undefined);
  const drawn = randomOf(`${document.name} pairs`);
  const pairs = covered
    .flatMap((cell) => FAULT_KINDS.map((kind) => ({ cell, kind })))
    .filter(() => drawn() < share);
  const faults = pairs.flatMap(({ cell, kind }) => faultIn(document, cell, kind) ?? []);
  return {
    faults,
    amounts: amounts.length,
    uncovered: amounts.length - covered.length,
    tooSmall: pairs.length - faults.length,
  };
}

/** Up to `count` covered amounts with another last digit, whether that breaks a sum or hides in the rounding. */
export function lastDigitFaults(document: SumDocument, count: number): Fault[] {
  const random = randomOf(`${document.name} last digit`);
  const covered = document.cells.flatMap(({ amount }, cell) =>
    amount.micro !== 0n && coverageOf(document, cell) !== undefined ? [{ cell, amount }] : [],
  );
  return shuffled(covered, random)
    .slice(0, count)
    .map(({ cell, amount }) => {
      const units = unitsOf(amount);
      const moved = (units % 10n) + 1n + BigInt(Math.floor(random() * 9));
      const wrong = amountOf(units - (units % 10n) + (moved % 10n), amount.decimals);
      return makeFault(document, cell, 'last-digit', wrong);
    });
}

/** By which kinds of sums a cell is covered; undefined where by none. */
export function coverageOf({ sumsOf }: SumDocument, cell: number): Coverage | undefined {
  const kinds = new Set(sumsOf[cell]?.map(({ kind }) => kind));
  if (kinds.has('row') && kinds.has('column')) return 'both';
  if (kinds.has('row') || kinds.has('column')) return 'one';
  return kinds.has('between') ? 'between' : undefined;
}

/** A fault of a kind in a cell; undefined where none breaks a sum far enough. */
function faultIn(document: SumDocument, cell: number, kind: FaultKind): Fault | undefined {
  const values = printedIn(document);
  const random = randomOf(`${document.name} ${cell} ${kind}`);
  for (const wrong of shuffled(wrongAmounts(values(cell), kind, random), random)) {
    const fault = makeFault(document, cell, kind, wrong);
    const after = changedIn(values, cell, wrong);
    if (fault.broken.some((sum) => isFarOff(sum, after))) return fault;
  }
  return undefined;
}

/** A wrong amount in a cell, with what follows from it by the listed sums. */
export function makeFault(document: SumDocument, cell: number, kind: Fault['kind'], wrong: Amount): Fault {
  const values = printedIn(document);
  const after = changedIn(values, cell, wrong);
  const broken = (document.sumsOf[cell] ?? []).filter((sum) => !holds(sum, after));
  const model = cellAt(document, cell).text;
  return {
    ...{ kind, cell, wrong, broken, wrongText: writeLike(model, wrong) },
    coverage: coverageOf(document, cell) ?? 'between',
    tie: isTie(document, cell, broken, after),
  };
}

/** Whether a sum is off by so much more than rounding explains that a fault in it counts. */
export function isFarOff(sum: ListedSum, values: Values): boolean {
  const { difference, twiceTolerance } = balanceOf(sum, values);
  let unit = lastPlace(values(sum.total.cell));
  for (const { cell } of termsOf(sum)) {
    const place = lastPlace(values(cell));
    if (place < unit) unit = place;
  }
  return 2n * magnitude(difference) - twiceTolerance >= 2n * BEYOND_ROUNDING * unit;
}
