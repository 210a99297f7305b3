import type { MeasuredSeed } from './measure.ts';
import { coverageOf } from './population.ts';
import { type Share, shareOf } from './tally.ts';

/** How many amounts of a sample are covered, and by what. Only sums count that the document itself does not break. */
export interface SeedCoverage {
  readonly amounts: number;
  readonly row: number;
  readonly column: number;
  readonly both: number;
  /** Amounts that stand in another table as well, or are summed up there. */
  readonly between: number;
  readonly betweenOnly: number;
  readonly uncovered: number;
  /** In tables by code. */
  readonly coded: Share;
}

/** Counts the amounts of a seed, blanks and zeros left out, by the kinds of sums that hold them. */
export function coverageOfSeed({ document, listed }: MeasuredSeed): SeedCoverage {
  const amounts = document.cells.flatMap(({ amount, table }, cell) => {
    const kinds = new Set(document.sumsOf[cell]?.map(({ kind }) => kind));
    return amount.micro === 0n ? [] : [{ table, kinds, coverage: coverageOf(document, cell) }];
  });
  const coded = new Set(listed.file.tables.flatMap((table) => (table.coded === true ? table.title : [])));
  const count = (isSuch: (amount: (typeof amounts)[number]) => boolean) => amounts.filter(isSuch).length;
  return {
    amounts: amounts.length,
    row: count(({ kinds }) => kinds.has('row') && !kinds.has('column')),
    column: count(({ kinds }) => kinds.has('column') && !kinds.has('row')),
    both: count(({ coverage }) => coverage === 'both'),
    between: count(({ kinds }) => kinds.has('between')),
    betweenOnly: count(({ coverage }) => coverage === 'between'),
    uncovered: count(({ coverage }) => coverage === undefined),
    coded: shareOf(
      amounts.filter(({ table }) => coded.has(table)),
      ({ coverage }) => coverage !== undefined,
    ),
  };
}
