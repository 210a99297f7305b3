import type { PlacedTable } from '../disclosure/table.ts';
import { indicatorTables, type PlacedIndicators } from '../indicators/placedIndicators.ts';
import { remember } from '../text/remember.ts';
import type { Between } from './between.ts';
import { costSums } from './costSums.ts';
import { weightSums } from './weightSums.ts';

/**
 * The sums of lists of performance indicators: weights, and costs against the money of the project. A list may go over
 * pages, and its form may stand on the first of them, so that these lie between tables as well.
 */
export function indicatorSums(tables: readonly PlacedTable[]): readonly Between[] {
  return sumsOf(indicatorTables(tables));
}

const sumsOf = remember((listed: readonly PlacedIndicators[]): readonly Between[] => [
  ...listed.flatMap(weightSums),
  ...costSums(listed),
]);
