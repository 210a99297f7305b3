import { isOfWhich } from '../disclosure/labels.ts';
import type { Column, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';

/** Columns of other years, and of changes between years, say nothing of this one. */
const OTHER_YEAR = /上年|上一年|去年|执行|增减|比上|较上|同比/;

/** These have 预算 in their names in a final account too. */
export const BUDGET_NAMES = /(?:一般公共|政府性基金|国有资本经营)预算/g;

/**
 * Of the columns of a block those of its own year and stage: 预算数 in a budget, 决算数 in a final account. Of several
 * without headings the first may be that of another year.
 */
export function ownColumns(table: Table, columns: readonly Column[]): readonly Column[] {
  const [first, second] = columns.filter(({ kind }) => kind === 'amount');
  if (second && first?.path.length === 0) return [];
  return ofOwnStage(table, ofOwnYear(table, columns.filter(isOfThisYear)));
}

/** Whether a column says nothing of other years, nor of changes between years, nor of a part of another. */
export function isOfThisYear(column: Column): boolean {
  return !column.path.some((text) => OTHER_YEAR.test(compactLabel(text))) && !isOfWhich(column.label);
}

/**
 * 年初预算数, 全年预算数 and 决算数 abreast: a final account states the last. In a table of the budget, 决算数 is that of
 * the year before.
 */
export function ofOwnStage({ title }: Table, columns: readonly Column[]): readonly Column[] {
  const isFinal = ({ path }: Column) => path.some((words) => /决算/.test(compactLabel(words)));
  const words = compactLabel(title?.text ?? '').replace(BUDGET_NAMES, '');
  if (/预算/.test(words) && !/决算/.test(words)) return columns.filter((column) => !isFinal(column));
  const final = columns.filter(isFinal);
  return final.length > 0 ? final : columns;
}

/** The columns that are not headed as another year's than the table's own (2022年预算数 beside 2023年预算数, or beside 合计). */
export function ofOwnYear({ year }: Table, columns: readonly Column[]): readonly Column[] {
  if (year === undefined) return columns;
  return columns.filter((column) => (yearOfColumn(column) ?? year) === year);
}

function yearOfColumn({ path }: Column): number | undefined {
  const named = path.flatMap((words) => /20\d{2}(?=年)/.exec(compactLabel(words))?.[0] ?? []).at(-1);
  return named === undefined ? undefined : Number(named);
}
