import { wordsOf } from '../disclosure/labels.ts';
import { projectNameIn } from '../disclosure/projectText.ts';
import type { Column, PlacedTable, Row, Table } from '../disclosure/table.ts';
import { readProjectMoney } from '../indicators/projectMoney.ts';
import type { AmountUnit } from '../text/amount.ts';
import { convert } from '../text/amountUnits.ts';
import { Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { anchorsOf } from './anchors.ts';
import type { Between } from './between.ts';
import { evaluate } from './interval.ts';
import type { Evaluation, RelationRule, Term } from './relation.ts';
import { roundingOf } from './scale.ts';
import type { Kind } from './tableKinds.ts';
import { termAt } from './terms.ts';

/** The money of a project as one table prints it. */
interface Project {
  readonly name: string;
  readonly term: Term;
  readonly unit: AmountUnit;
}

interface PlacedProject extends Project {
  readonly placed: PlacedTable;
}

const NOTHING = new Money(0);
const NAME_HEADING = /^(?:单位\(项目\)|项目)名称$/;

/** So many other projects have to agree before one that differs is wrong. */
const MIN_AGREEING = 2;
/** The tables that print what all projects cost. */
const WHOLES: readonly Kind[] = ['expenditure', 'general', 'balance'];

/**
 * The money of each project in its own form and in the list of projects (B20, B25), and that of all of them in the
 * tables of expenditure (A16). Forms may be of several years and lists in part, so that only a project that differs
 * where others agree is certainly wrong; the sum of all only tells between figures.
 */
export function projectTies(
  tables: readonly PlacedTable[],
  byKind: ReadonlyMap<Kind, PlacedTable>,
): readonly Between[] {
  const forms = placedProjects(tables, formOf);
  const listed = placedProjects(tables, listOf);
  const wholes = WHOLES.flatMap((kind) => wholeOf(byKind.get(kind)) ?? []);
  return [
    ...tiesByName(forms, listed),
    ...wholes.flatMap((whole) => [forms, listed].flatMap((parts) => sumOf(whole, parts) ?? [])),
  ];
}

function placedProjects(
  tables: readonly PlacedTable[],
  read: (table: Table) => readonly Project[],
): PlacedProject[] {
  return tables.flatMap((placed) => read(placed.table).map((project) => ({ ...project, placed })));
}

/** The project that a form is about. */
const formOf = remember((table: Table): readonly Project[] => {
  const money = table.role === 'overall-performance' ? undefined : readProjectMoney(table);
  if (!money) return [];
  const [name = ''] = table.rows.flatMap((row) => projectNameIn(row) ?? []);
  return [{ name: compactLabel(name), term: { cell: money.cell, label: money.label }, unit: money.unit }];
});

/** The projects that a table lists, with the first of their figures. Their names may have a column of their own. */
const listOf = remember(({ role, sides, columns, unit }: Table): readonly Project[] => {
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

function wordsAt({ cells }: Row, { index }: Column): string {
  const cell = cells[index];
  return cell && !cell.amount ? wordsOf(cell) : '';
}

function wholeOf(placed: PlacedTable | undefined): PlacedProject | undefined {
  const term = placed && anchorsOf(placed.table).get('project');
  const unit = placed?.table.unit?.unit;
  return term && unit ? { name: '', term, unit, placed } : undefined;
}

function tiesByName(forms: readonly PlacedProject[], listed: readonly PlacedProject[]): Between[] {
  const ties = forms.flatMap((form) => {
    const isSame = ({ name, placed }: PlacedProject) =>
      name === form.name && placed.table.year === form.placed.table.year;
    const [twin, second] = listed.filter(isSame);
    if (form.name === '' || !twin || second || forms.filter(isSame).length > 1) return [];
    return [tieOver('between-tables', twin, [form])];
  });
  const holding = ties.filter(({ evaluation }) => evaluation.standing !== 'broken');
  const agreeing = new Set(holding.map(({ evaluation }) => evaluation.expected.toString()));
  const areMany = agreeing.size >= MIN_AGREEING;
  const certain = areMany && holding.length >= MIN_AGREEING * (ties.length - holding.length);
  // What agrees to the last digit wherever it agrees was not rounded on its way from one unit to the other.
  const isExact = areMany && holding.every(({ evaluation }) => evaluation.standing === 'exact');
  return ties.map(({ evaluation, tables }) => {
    return { evaluation: isExact ? { ...evaluation, slack: NOTHING } : evaluation, tables, certain };
  });
}

function sumOf(whole: PlacedProject, parts: readonly PlacedProject[]): Between | undefined {
  if (
    parts.length < MIN_AGREEING ||
    parts.some(({ placed }) => placed.table.year !== whole.placed.table.year)
  )
    return undefined;
  return { ...tieOver('project-amount', whole, parts), certain: false };
}

function tieOver(
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
