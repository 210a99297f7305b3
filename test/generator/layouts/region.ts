import type { Budget, Source } from '../budget/budget.ts';
import type { Shape } from './codedRows.ts';
import type { TableDraft } from './tables.ts';

/** How one part of the country writes its tables: which there are, their rows, columns and words. */
export interface Region {
  readonly name: string;
  /** What money its tables can show. */
  readonly sources: readonly Source[];
  /** All its tables, in order. */
  readonly tables: readonly TableBuilder[];
}

/** Works out one table of a budget. */
export type TableBuilder = (budget: Budget, shape: Shape) => TableDraft;
