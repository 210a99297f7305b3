import type { Measured } from './measure.ts';
import type { Fault } from './population.ts';
import type { Verdict } from './verdict.ts';

/** So many of so many. */
export interface Share {
  readonly of: number;
  readonly count: number;
}

/** The measures of many faults, each with the numbers it was made of. */
export interface Tally {
  readonly pairs: number;
  readonly ties: number;
  readonly detected: Share;
  /** Of the pairs that are no ties. */
  readonly located: Share;
  readonly restored: Share;
  /** Of the preferred fixes: those that write any other value than the right one. */
  readonly harm: Share;
  readonly newErrors: number;
}

/** One fault, and what became of it. */
export interface Trial {
  readonly fault: Fault;
  readonly verdict: Verdict;
}

/** Sums up what became of many faults. */
export function tallyOf(trials: readonly Trial[]): Tally {
  const plain = trials.filter(({ fault }) => !fault.tie);
  const fixes = total(trials, ({ verdict }) => verdict.fixes);
  return {
    pairs: trials.length,
    ties: trials.length - plain.length,
    detected: shareOf(trials, ({ verdict }) => verdict.detected),
    located: shareOf(plain, ({ verdict }) => verdict.located),
    restored: shareOf(trials, ({ verdict }) => verdict.restored),
    harm: { of: fixes, count: fixes - total(trials, ({ verdict }) => verdict.rightFixes) },
    newErrors: total(trials, ({ verdict }) => verdict.newErrors.length),
  };
}

/** How many of some items count. */
export function shareOf<T>(items: readonly T[], counts: (item: T) => boolean): Share {
  return { of: items.length, count: items.filter(counts).length };
}

/** A share as a number. */
export function rateOf({ of, count }: Share, ofNothing = 1): number {
  return of === 0 ? ofNothing : count / of;
}

/** The trials of all documents, in order. */
export function trialsOf(all: readonly Measured[]): Trial[] {
  return all.flatMap(({ trials }) => trials);
}

/** Faults in cells with a row and a column sum. */
export function withBoth(trials: readonly Trial[]): Trial[] {
  return trials.filter(({ fault }) => fault.coverage === 'both');
}

/** Of the slides of which a new error speaks at all, those that are told to be one. */
export function recognisedSlides(all: readonly Measured[]): Share {
  const slides = all.flatMap(({ shapes }) =>
    shapes.filter(({ shape, verdict }) => shape.startsWith('slide') && verdict.detected),
  );
  return shareOf(slides, ({ verdict }) => verdict.recognised);
}

/** How many new errors a fault causes on average; one is enough to tell of it. */
export function newErrorsPerFault(trials: readonly Trial[]): number {
  return trials.length === 0 ? 0 : tallyOf(trials).newErrors / trials.length;
}

/** Groups items, in the order in which their keys are met. */
export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function total<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}
