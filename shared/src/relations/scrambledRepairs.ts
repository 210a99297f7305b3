import type { AmountCell } from '../disclosure/table.ts';
import type { Partition } from './partition.ts';

/** More figures than these could be put together in too many ways. */
const MOST_LEFT = 9;

/** The figures of a form in units of their last place. */
export interface Figures {
  readonly total: AmountCell;
  readonly cells: readonly AmountCell[];
  /** Of the total, and of each of the cells. */
  readonly whole: bigint;
  readonly units: readonly bigint[];
}

/** A figure that explains no list, and the value in its place that would make the figures that are left over whole. */
export interface Repair {
  readonly cell: AmountCell;
  /** In units of the last place. */
  readonly meant: bigint;
  /** What it adds up to together with others, and these; none where the value is only that of another figure again. */
  readonly whole: AmountCell;
  readonly parts: readonly AmountCell[];
  /** What adds up to it in its turn. */
  readonly breakdown: readonly AmountCell[];
  /**
   * - `left`: figures that nothing else explains are among its parts or those of its breakdown
   * - `again`: its parts are all of another list that are printed again, and add up to another whole here
   * - `copies`: nothing is left over without it: its parts are printed again somewhere, or are of a list that is whole
   */
  readonly by: 'left' | 'again' | 'copies';
}

/** Where a figure left over goes: beside the wrong one, below it or one beside it, or nowhere. */
type Place = 'beside' | 'below' | 'none';

/**
 * What could mend the figures that a partition leaves over if one of them, the `wrong` one, were another: with some of
 * the others, and with copies, it adds up to one of the figures that are known, and what is left adds up to it or to
 * one of these. Every figure that is no copy must be explained.
 */
export function repairsOf(figures: Figures, partition: Partition, wrong: number): Repair[] {
  const { cells, units } = figures;
  const cell = cells[wrong];
  const rest = partition.rest.filter((index) => index !== wrong);
  const left = [...rest, ...partition.copies];
  if (!cell || left.length > MOST_LEFT) return [];
  const wholes = wholesOf(figures, partition);
  const sumOf = (indexes: readonly number[]) =>
    indexes.reduce((sum, index) => sum + (units[index] ?? 0n), 0n);
  const cellsAt = (indexes: readonly number[]) => indexes.flatMap((index) => cells[index] ?? []);
  const subtotals = rest.length === 0 ? subtotalsOf(figures, partition, wrong) : [];
  if (left.length === 0) return subtotals;
  const repairs = arrangements(left, rest.length).flatMap(({ beside, below }) => {
    if (beside.length === 0 || below.length === 1) return [];
    const [sum, lower] = [sumOf(beside), sumOf(below)];
    const isHung = beside.some((index) => units[index] === lower);
    return wholes.flatMap(({ whole, value }): Repair[] => {
      const meant = value - sum;
      const isBelow = below.length > 0 && meant === lower;
      if (meant <= 0n || meant === units[wrong] || (below.length > 0 && !isBelow && !isHung)) return [];
      const values = [meant, ...beside.map((index) => units[index] ?? 0n)];
      if (isKnown(partition, figures, values) || (rest.length === 0 && arePrinted(figures, values, wrong)))
        return [];
      const by = rest.length > 0 ? 'left' : isListAgain(partition, figures, beside) ? 'again' : 'copies';
      const parts = cellsAt(beside);
      return [{ cell, meant, whole, parts, breakdown: isBelow ? cellsAt(below) : [], by }];
    });
  });
  return [...subtotals, ...repairs];
}

/** The figure as the total of some of a list that is known: without it the list goes down to its parts at once. */
function subtotalsOf(figures: Figures, { groups }: Partition, wrong: number): Repair[] {
  const { total, cells, units } = figures;
  const cell = cells[wrong];
  return groups.flatMap(({ parts, of }) => {
    const whole = of === undefined ? total : cells[of];
    return arrangements(parts, parts.length).flatMap(({ beside, below }): Repair[] => {
      if (!cell || !whole || beside.length === 0 || below.length < 2) return [];
      const meant = below.reduce((sum, index) => sum + (units[index] ?? 0n), 0n);
      const cellsAt = (indexes: readonly number[]) => indexes.flatMap((index) => cells[index] ?? []);
      return [{ cell, meant, whole, parts: cellsAt(beside), breakdown: cellsAt(below), by: 'copies' }];
    });
  });
}

/** The total, and every figure of a list that is known: what others may add up to, each value once. */
export function wholesOf(
  { total, cells, whole, units }: Figures,
  { groups }: Pick<Partition, 'groups'>,
): { readonly whole: AmountCell; readonly value: bigint }[] {
  const values = new Map<bigint, AmountCell>([[whole, total]]);
  for (const index of groups.flatMap(({ parts }) => parts)) {
    const [cell, value] = [cells[index], units[index]];
    if (cell && value !== undefined && !values.has(value)) values.set(value, cell);
  }
  return [...values].map(([value, own]) => ({ whole: own, value }));
}

/** All ways to give the figures their places; the first `needed` of them must have one. */
function arrangements(left: readonly number[], needed: number): { beside: number[]; below: number[] }[] {
  const ways: { beside: number[]; below: number[] }[] = [];
  const places: Place[] = [];
  const at = (place: Place) => left.filter((_, index) => places[index] === place);
  const go = (): void => {
    if (places.length === left.length) {
      ways.push({ beside: at('beside'), below: at('below') });
      return;
    }
    const choices: readonly Place[] =
      places.length < needed ? ['beside', 'below'] : ['beside', 'below', 'none'];
    for (const place of choices) {
      places.push(place);
      go();
      places.pop();
    }
  };
  go();
  return ways;
}

/** Whether a list of these values is known already. */
function isKnown({ groups }: Partition, { units }: Figures, values: readonly bigint[]): boolean {
  return groups.some(({ parts }) => keyOf(parts.map((index) => units[index] ?? 0n)) === keyOf(values));
}

/** Whether a list of these values can be put together without the wrong figure: then it need not be there twice. */
function arePrinted({ units }: Figures, values: readonly bigint[], wrong: number): boolean {
  const countIn = (all: readonly bigint[], value: bigint) => all.filter((each) => each === value).length;
  const others = units.filter((_, index) => index !== wrong);
  return values.every((value) => countIn(others, value) >= countIn(values, value));
}

/** Whether figures are all of one list that is known which are printed again. */
function isListAgain({ groups, copies }: Partition, { units }: Figures, own: readonly number[]): boolean {
  const values = own.map((index) => units[index]);
  return (
    own.length > 1 &&
    groups.some(({ parts }) => {
      const listed = new Set(parts.map((index) => units[index]));
      const again = new Set(copies.map((index) => units[index]).filter((value) => listed.has(value)));
      return again.size === values.length && values.every((value) => again.has(value));
    })
  );
}

function keyOf(values: readonly bigint[]): string {
  return values.map(String).sort().join();
}
