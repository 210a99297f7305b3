import { projectNameIn } from '../disclosure/projectText.ts';
import type { PlacedTable, Table } from '../disclosure/table.ts';
import { readProjectMoney } from '../indicators/projectMoney.ts';
import { Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { anchorsOf } from './anchors.ts';
import type { Between } from './between.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import { listOf, type PlacedProject, type Project, planOf, tieOver } from './projectLists.ts';
import type { Kind } from './tableKinds.ts';

const NOTHING = new Money(0);
/** So many other projects have to agree before one that differs is wrong. */
const MIN_AGREEING = 2;
/** Without their names to tell that they are the same, more. */
const MIN_AGREEING_IN_ORDER = 3;
/** The tables that print what all projects cost. */
const WHOLES: readonly Kind[] = ['expenditure', 'general', 'balance'];

/**
 * The money of each project in its own form and in the list of projects (B20, B25), and that of all of them in the
 * tables of expenditure (A16). Forms may be of several years and lists in part, so that only a project that differs
 * where others agree is certainly wrong. The sum of all tells between figures, and is told where the list
 * is of all projects by its title and a slip of the hand explains why it fails.
 */
export function projectTies(
  tables: readonly PlacedTable[],
  byKind: ReadonlyMap<Kind, PlacedTable>,
): readonly Between[] {
  const forms = placedProjects(tables, formOf);
  const listed = placedProjects(tables, listOf);
  const wholes = WHOLES.flatMap((kind) => wholeOf(byKind.get(kind)) ?? []);
  const sumsOf = (parts: readonly PlacedProject[]) => wholes.flatMap((whole) => sumOf(whole, parts) ?? []);
  return [
    ...tiesByName(forms, listed),
    ...tiesByOrder(listed, placedProjects(tables, planOf)),
    ...sumsOf(forms),
    ...certainOf(sumsOf(listed), byKind.get('expenditure'), listed),
  ];
}

/** The title of a list of all projects, and words by which it is one of some of them. */
const ALL_PROJECTS = /项目支出(?:预算)?(?:总|明细|情况)?表?$/;
const SOME_PROJECTS = /重点|部分|主要|专项|重大|本级|上级|中央|[省市区县]级|支出类/;

/** Of the sums of a list that one which is certain: that of all expenditure, where no other whole fits the list. */
function certainOf(
  sums: readonly Between[],
  whole: PlacedTable | undefined,
  listed: readonly PlacedProject[],
): readonly Between[] {
  const lists = [...new Set(listed.map(({ placed }) => placed))];
  const isWhole = lists.length === 1 && lists.every(({ table }) => listsAllProjects(table));
  const isOpen = sums.some(({ evaluation }) => evaluation.standing !== 'broken');
  if (!isWhole || isOpen) return sums;
  return sums.map((tie) => ({
    ...tie,
    certain: tie.tables[0] === whole && isExplainedBySlip(tie.evaluation.relation),
  }));
}

function listsAllProjects({ open, headless, title }: Table): boolean {
  const words = compactLabel(title?.text ?? '');
  return !open && !headless && ALL_PROJECTS.test(words) && !SOME_PROJECTS.test(words);
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

function wholeOf(placed: PlacedTable | undefined): PlacedProject | undefined {
  const term = placed && anchorsOf(placed.table).get('project');
  const unit = placed?.table.unit?.unit;
  return term && unit ? { name: '项目支出', term, unit, placed } : undefined;
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

/**
 * A plan that lists as many projects as the table of projects lists the same ones, whatever each calls them, where all
 * but one agree in their order.
 */
function tiesByOrder(listed: readonly PlacedProject[], planned: readonly PlacedProject[]): Between[] {
  const isOneTable = [listed, planned].every(
    (projects) => new Set(projects.map(({ placed }) => placed)).size === 1,
  );
  const years = new Set([...listed, ...planned].map(({ placed }) => placed.table.year));
  if (!isOneTable || years.size > 1 || listed.length !== planned.length) return [];
  const ties = listed.flatMap((twin, at) => {
    const project = planned[at];
    return project ? tieOver('between-tables', twin, [project]) : [];
  });
  const holding = ties.filter(({ evaluation }) => evaluation.standing !== 'broken');
  const agreeing = new Set(holding.map(({ evaluation }) => evaluation.expected.toString()));
  const isSame = ties.length - holding.length <= 1 && agreeing.size >= MIN_AGREEING_IN_ORDER;
  return isSame ? ties.map((tie) => ({ ...tie, certain: true })) : [];
}

function sumOf(whole: PlacedProject, parts: readonly PlacedProject[]): Between | undefined {
  if (
    parts.length < MIN_AGREEING ||
    parts.some(({ placed }) => placed.table.year !== whole.placed.table.year)
  )
    return undefined;
  return { ...tieOver('project-amount', whole, parts), certain: false };
}
