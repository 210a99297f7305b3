import type { Budget, Where } from '../budget/budget.ts';
import type { CodeSystem, ModelBlock, ModelTable, Role, Stub } from '../model.ts';
import { type ColumnSpec, fillRows, headings, type RowSpec } from './columns.ts';

/** A table as a region prints it; the document adds year, unit and the words around the title. */
export type TableDraft = Omit<ModelTable, 'year' | 'unit' | 'decimals'>;

/** A block with its figures worked out. */
export function block(
  budget: Budget,
  stub: Stub,
  columns: readonly ColumnSpec[],
  rows: readonly RowSpec[],
  codes: CodeSystem = 'none',
  over?: string,
): ModelBlock {
  return {
    codes,
    stub,
    columns: headings(columns),
    rows: fillRows(budget, rows, columns),
    ...(over === undefined ? {} : { group: over }),
  };
}

/** A table of blocks. */
export function table(
  role: Role,
  title: string,
  blocks: readonly ModelBlock[],
  ...notes: readonly string[]
): TableDraft {
  return { role, title, blocks, notes };
}

/** The label column of blocks whose rows have no codes. */
export function named(label: string): Stub {
  return { label };
}

export const BY_FUNCTION: Stub = { code: '科目编码', label: '科目名称', group: '功能分类科目' };

export const BY_ECONOMIC: Stub = { code: '科目编码', label: '科目名称', group: '经济分类科目' };

/** Whether a higher level pays for the atom's project. */
export function fromAbove(budget: Budget): Where {
  return ({ project }) => project !== undefined && budget.projects[project]?.fromAbove === true;
}
