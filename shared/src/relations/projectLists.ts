import { wordsOf } from '../disclosure/labels.ts';
import type { Column, PlacedTable, Row, Table } from '../disclosure/table.ts';
import type { AmountUnit } from '../text/amount.ts';
import { convert } from '../text/amountUnits.ts';
import { Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { Between } from './between.ts';
import { evaluate } from './interval.ts';
import type { Evaluation, RelationRule, Term } from './relation.ts';
import { roundingOf } from './scale.ts';
import { termAt } from './terms.ts';

const NAME_HEADING = /^(?:单位\(项目\)|项目)名称$/;
/** What a plan of a department says a project costs in its year. */
const PLANNED_HEADING = /^项目(?:本年度?|当年度?|年度)预算(?:数|金额)?$/;

/** The money of a project as one table prints it. */
export interface Project {
  readonly name: string;
  readonly term: Term;
  readonly unit: AmountUnit;
}

/** A project with the table that lists it. */
export interface PlacedProject extends Project {
  readonly placed: PlacedTable;
}

/** The projects that a table lists, with the first of their figures. Their names may have a column of their own. */
export const listOf = remember(({ role, sides, columns, unit }: Table): readonly Project[] => {
  const [side, second] = sides;
  const column = side?.amountColumns.find(({ kind }) => kind === 'amount');
  const names = columns.find(({ path }) => NAME_HEADING.test(compactLabel(path.at(-1) ?? '')));
  if (role !== 'project-expenditure' || !side || second || !column || !unit) return [];
  return side.rows.flatMap((entry) => {
    const { row, label } = entry;
    const name = names ? wordsAt(row, names) : row.code ? '' : label;
    const term = row.kind === 'data' && name !== '' ? termAt(entry, column) : undefined;
    return term ? [{ name: compactLabel(name), term, unit: unit.unit }] : [];
  });
});

/** The projects that the plan of a department lists (项目支出情况), with what each costs in the year. */
export const planOf = remember(({ sides, columns, unit }: Table): readonly Project[] => {
  const [side, second] = sides;
  const headed = (heading: RegExp) =>
    columns.find(({ path }) => heading.test(compactLabel(path.at(-1) ?? '')));
  const [names, column] = [headed(NAME_HEADING), headed(PLANNED_HEADING)];
  if (!side || second || !names || !column || !unit) return [];
  return side.rows.flatMap((entry) => {
    const name = compactLabel(wordsAt(entry.row, names));
    const term = entry.row.kind === 'data' && name !== '' ? termAt(entry, column) : undefined;
    return term ? [{ name, term, unit: unit.unit }] : [];
  });
});

function wordsAt({ cells }: Row, { index }: Column): string {
  const cell = cells[index];
  return cell && !cell.amount ? wordsOf(cell) : '';
}

/** What projects cost in one table against what they do in another. */
export function tieOver(
  rule: RelationRule,
  whole: PlacedProject,
  parts: readonly PlacedProject[],
): Pick<Between, 'evaluation' | 'tables'> {
  const total = named(whole);
  const terms = parts.map((part): Term => {
    const factor = convert(new Money(1), part.unit, whole.unit);
    return { ...named(part), ...(!factor.eq(1) && { factor }) };
  });
  const homes = new Map([whole, ...parts].map(({ term, placed }) => [term.cell, placed]));
  const evaluation: Evaluation = evaluate(
    { rule, total, parts: terms, row: total.label, column: '' },
    ({ cell }) => roundingOf((homes.get(cell) ?? whole.placed).table),
  );
  return { evaluation, tables: [whole.placed, ...parts.map(({ placed }) => placed)] };
}

/** A reader knows a figure of another table by the table's title, and a project by its name. */
function named({ term, name, placed: { table } }: PlacedProject): Term {
  const label = name === '' ? term.label : name;
  return { ...term, label: table.title ? `《${table.title.text}》${label}` : label };
}
