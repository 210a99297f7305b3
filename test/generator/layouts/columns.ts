import {
  type Atom,
  type Budget,
  fromSource,
  priorWhere,
  type Source,
  sumWhere,
  type Where,
} from '../budget/budget.ts';
import type { ColumnKind, ModelColumn, ModelRow, RowKind, Value } from '../model.ts';

/** What a cell shows of the atoms of its row; words may depend on what kind of row it is. */
export type Measure = (atoms: readonly Atom[], kind: RowKind) => Value;

/** A column before its figures are worked out. */
export interface ColumnSpec {
  readonly label: string;
  readonly kind: ColumnKind;
  readonly measure: Measure;
  readonly children: readonly ColumnSpec[];
}

/** A row before its figures are worked out; `where` is null for a row that never has any. */
export interface RowSpec extends Omit<ModelRow, 'values'> {
  readonly where: Where | null;
}

const nothing: Measure = () => null;

/** A heading over several columns. */
export function group(label: string, ...children: readonly ColumnSpec[]): ColumnSpec {
  return { label, kind: 'amount', measure: nothing, children };
}

/** The sum of the chosen atoms. */
export function amount(label: string, where: Where): ColumnSpec {
  return { label, kind: 'amount', measure: (atoms) => sumWhere(atoms, where), children: [] };
}

/** A column of amounts that this budget has nothing for. */
export function blank(label: string): ColumnSpec {
  return { label, kind: 'amount', measure: nothing, children: [] };
}

/** What the year before had. */
export function prior(label: string, where: Where): ColumnSpec {
  return { label, kind: 'amount', measure: (atoms) => priorWhere(atoms, where), children: [] };
}

/** 增减额: this year less the year before. */
export function change(label: string, where: Where): ColumnSpec {
  const measure: Measure = (atoms) => {
    const now = sumWhere(atoms, where);
    const then = priorWhere(atoms, where);
    return now === null || then === null ? null : now - then;
  };
  return { label, kind: 'amount', measure, children: [] };
}

/** 增减率, of the year before. */
export function changeRatio(label: string, where: Where): ColumnSpec {
  const measure: Measure = (atoms) => {
    const now = sumWhere(atoms, where);
    const then = priorWhere(atoms, where);
    return now === null || then === null ? null : ratio(now - then, then);
  };
  return { label, kind: 'ratio', measure, children: [] };
}

/** 占比, of a whole that is not in the table. */
export function share(label: string, where: Where, whole: number): ColumnSpec {
  const measure: Measure = (atoms) => {
    const part = sumWhere(atoms, where);
    return part === null || whole === 0 ? null : ratio(part, whole);
  };
  return { label, kind: 'ratio', measure, children: [] };
}

/** Words beside the figures (备注, 原因); mostly none. */
export function words(label: string, text: Measure = nothing): ColumnSpec {
  return { label, kind: 'text', measure: text, children: [] };
}

/** A column for each source of money, blank where the budget has none of it. */
export function bySource(
  ...columns: readonly (readonly [label: string, ...sources: readonly Source[]])[]
): ColumnSpec[] {
  return columns.map(([label, ...sources]) =>
    sources.length === 0 ? blank(label) : amount(label, fromSource(...sources)),
  );
}

/** Hundredths of a percent, rounded half away from zero. Worked out in bigints: the product leaves safe numbers. */
function ratio(part: number, whole: number): number {
  const doubled = (BigInt(Math.abs(part)) * 20_000n) / BigInt(whole);
  return Math.sign(part) * Number((doubled + 1n) / 2n);
}

/** The headings alone. */
export function headings(specs: readonly ColumnSpec[]): ModelColumn[] {
  return specs.map(({ label, kind, children }) => ({ label, kind, children: headings(children) }));
}

/** The rows with their figures. */
export function fillRows(
  budget: Budget,
  rows: readonly RowSpec[],
  columns: readonly ColumnSpec[],
): ModelRow[] {
  const measures = measuresOf(columns);
  return rows.map(({ where, ...row }) => {
    const atoms = where === null ? [] : budget.atoms.filter(where);
    return { ...row, values: measures.map((measure) => measure(atoms, row.kind)) };
  });
}

/** What the columns show, from left to right. */
export function measuresOf(columns: readonly ColumnSpec[]): Measure[] {
  return columns.flatMap(({ measure, children }) =>
    children.length === 0 ? [measure] : measuresOf(children),
  );
}

/** A row of a table whose rows are named by words. */
export function line(
  level: number,
  numbering: string,
  label: string,
  where: Where | null,
  kind: RowKind = where === null ? 'heading' : 'data',
): RowSpec {
  return { kind, level, label, where, ...(numbering === '' ? {} : { numbering }) };
}
