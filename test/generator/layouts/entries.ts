import {
  type Atom,
  type Budget,
  forProjects,
  type Project,
  type Purchase,
  type Where,
} from '../budget/budget.ts';
import { economicName, functionName } from '../budget/codes.ts';
import { pick, total } from '../lists.ts';
import { leavesOf, type ModelBlock, type ModelRow, type RowKind, type Stub, type Value } from '../model.ts';
import { type ColumnSpec, headings, measuresOf } from './columns.ts';

/** A row of a list (projects, purchases): its money, and words and quantities beside it. */
export interface Entry {
  readonly kind: RowKind;
  readonly code?: string;
  readonly label: string;
  readonly level: number;
  readonly atoms: readonly Atom[];
  /** By the heading of the column. */
  readonly words: Readonly<Record<string, string>>;
  readonly quantity: number | null;
}

/** A block whose rows are a list. */
export function entryBlock(
  stub: Stub,
  columns: readonly ColumnSpec[],
  entries: readonly Entry[],
  codes: ModelBlock['codes'],
): ModelBlock {
  const measures = measuresOf(columns);
  const leaves = leavesOf(headings(columns));
  const row = ({ kind, code, label, level, atoms, words, quantity }: Entry): ModelRow => ({
    ...{ kind, label, level },
    ...(code === undefined ? {} : { code }),
    values: leaves.map(({ column }, index): Value => {
      if (column.kind === 'quantity') return quantity;
      if (column.kind === 'text') return words[column.label] ?? null;
      return pick(measures, index)(atoms, kind);
    }),
  });
  return { codes, stub, columns: headings(columns), rows: entries.map(row) };
}

/** A column with the number of things bought. */
export function quantityColumn(label: string): ColumnSpec {
  return { label, kind: 'quantity', measure: () => null, children: [] };
}

/** 合计 over a list. Words do not add up; quantities are added, sensible or not, where `quantities` says so. */
export function totalEntry(label: string, entries: readonly Entry[], quantities: boolean): Entry {
  return {
    ...{ kind: 'total', label, level: 0, words: {} },
    atoms: entries.flatMap((entry) => entry.atoms),
    quantity: quantities ? total(entries.map((entry) => entry.quantity ?? 0)) : null,
  };
}

/** The department's row, then each body's row with its entries: 003, 003001, … */
export function underBodies(
  budget: Budget,
  entries: readonly (Entry & { readonly body: number })[],
): Entry[] {
  const unit = (code: string, label: string, level: number, of: readonly Entry[]): Entry => ({
    ...totalEntry(label, of, true),
    ...{ kind: 'unit', code, level },
  });
  const first = budget.kind === '部门' ? 2 : 1;
  const bodies = budget.bodies.flatMap(({ code, name }, index) => {
    const own = entries.filter((entry) => entry.body === index);
    return own.length === 0
      ? []
      : [unit(code, name, first, own), ...own.map((entry) => ({ ...entry, level: first + 1 }))];
  });
  return budget.kind === '部门' && bodies.length > 0
    ? [unit(budget.code, budget.organ, 1, entries), ...bodies]
    : bodies;
}

/** Each project with the money that `scope` leaves it; projects without any are left out. */
export function projectEntries(
  budget: Budget,
  scope: Where,
): (Entry & { readonly body: number; readonly project: Project })[] {
  return budget.projects.flatMap((project, index) => {
    const atoms = budget.atoms.filter((atom) => forProjects(atom) && atom.project === index && scope(atom));
    if (atoms.length === 0) return [];
    const { code = '', name = '' } = budget.bodies[project.body] ?? {};
    const words = {
      ...{ 项目名称: project.name, 项目简介: `用于${project.name}。`, 单位编码: code, 单位名称: name },
      科目名称: functionName(project.item),
    };
    return [
      {
        kind: 'data',
        code: project.item,
        label: project.name,
        level: 1,
        atoms,
        words,
        quantity: null,
        body: project.body,
        project,
      },
    ];
  });
}

/** Each purchase as an entry. */
export function purchaseEntries(
  budget: Budget,
  purchases: readonly Purchase[],
): (Entry & { readonly body: number; readonly purchase: Purchase })[] {
  return purchases.map((purchase) => {
    const { body, item, economic, project, source, fen, quantity, goods, measure } = purchase;
    const { code = '', name = '' } = budget.bodies[body] ?? {};
    const { name: projectName = '', code: projectCode = '' } = budget.projects[project] ?? {};
    const words = {
      ...{ 单位编码: code, 单位名称: name, 采购项目名称: projectName, 采购目录名称: goods, 规格要求: goods },
      ...{
        计量单位: measure,
        采购时间: `${budget.year}年`,
        科目编码: economic,
        科目名称: economicName(economic),
      },
      ...{ 项目编码: projectCode, 项目名称: projectName, 购买服务内容: goods, 承接主体: '中标单位' },
    };
    const atom: Atom = { body, item, economic, project, source, fen, prior: 0, nature: 'project' };
    return {
      kind: 'data',
      code: item,
      label: name,
      level: 1,
      atoms: [atom],
      words,
      quantity,
      body,
      purchase,
    };
  });
}
