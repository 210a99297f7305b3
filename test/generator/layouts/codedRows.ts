import { type Atom, type Budget, both, itemUnder, type Where } from '../budget/budget.ts';
import { economicName, functionName, governmentCode, governmentName } from '../budget/codes.ts';
import { distinct } from '../lists.ts';
import type { RowSpec } from './columns.ts';

/** How the rows of the coded tables are cut: each of these ways stands in one of the seeds. */
export interface Shape {
  /** Whether 类 and 款 have rows, or 项 (of economic codes: 款) alone. */
  readonly levels: 'all' | 'items';
  /** Rows of the department and its bodies above their 科目. */
  readonly unitRows: boolean;
  readonly total: 'first' | 'last' | 'none';
  readonly totalLabel: '合计' | '总计';
  /** 一般公共预算支出表 without 上年结转, with a note that says so. */
  readonly currentYearOnly: boolean;
}

/** Rows by 支出功能分类科目 of all atoms in `scope`. */
export function functionRows(budget: Budget, scope: Where, shape: Shape): RowSpec[] {
  const below = (where: Where, level: number) =>
    codeTree(
      budget,
      where,
      level,
      (atom) => atom.item,
      functionName,
      shape.levels === 'all' ? [3, 5, 7] : [7],
    );
  if (!shape.unitRows) return withTotal(below(scope, 1), scope, shape);
  const spread = bodyRows(budget, scope, (where, level) => below(where, level));
  return shape.total === 'none' ? spread : withTotal(spread, scope, shape);
}

/** Rows of the bodies alone: the department, then each body. */
export function unitRows(budget: Budget, scope: Where, shape: Shape): RowSpec[] {
  const rows = bodyRows(budget, scope, () => []);
  return shape.total === 'none' ? rows : withTotal(rows, scope, shape);
}

/** Rows by 部门预算支出经济分类科目. */
export function economicRows(budget: Budget, scope: Where, shape: Shape): RowSpec[] {
  const lengths = shape.levels === 'all' ? [3, 5] : [5];
  return withTotal(
    codeTree(budget, scope, 1, (atom) => atom.economic, economicName, lengths),
    scope,
    shape,
  );
}

/** Rows by 政府预算支出经济分类科目. */
export function governmentRows(budget: Budget, scope: Where, shape: Shape): RowSpec[] {
  const codeOf = (atom: Atom) => governmentCode(atom.economic, budget.institution);
  const lengths = shape.levels === 'all' ? [3, 5] : [5];
  return withTotal(codeTree(budget, scope, 1, codeOf, governmentName, lengths), scope, shape);
}

function bodyRows(
  budget: Budget,
  scope: Where,
  below: (where: Where, level: number) => RowSpec[],
): RowSpec[] {
  const first = budget.kind === '部门' ? 2 : 1;
  const bodies = budget.bodies.flatMap(({ code, name }, index): RowSpec[] => {
    const where = both(scope, (atom) => atom.body === index);
    if (!budget.atoms.some(where)) return [];
    return [{ kind: 'unit', level: first, code, label: name, where }, ...below(where, first + 1)];
  });
  if (budget.kind === '单位' || bodies.length === 0) return bodies;
  return [{ kind: 'unit', level: 1, code: budget.code, label: budget.organ, where: scope }, ...bodies];
}

/**
 * The rows of a code hierarchy: each code that an atom has, under its prefixes.
 *
 * @param lengths how many digits the codes of each level have; a level that is left out has no rows
 */
function codeTree(
  budget: Budget,
  scope: Where,
  top: number,
  codeOf: (atom: Atom) => string,
  nameOf: (code: string) => string,
  lengths: readonly number[],
): RowSpec[] {
  const leaves = distinct(budget.atoms.filter(scope).map(codeOf));
  const codes = distinct(leaves.flatMap((leaf) => lengths.map((length) => leaf.slice(0, length)))).sort();
  return codes.map((code) => ({
    kind: 'data',
    level: top + lengths.indexOf(code.length),
    code,
    label: nameOf(code),
    where: both(scope, (atom) => codeOf(atom).startsWith(code)),
  }));
}

function withTotal(rows: RowSpec[], scope: Where, shape: Shape): RowSpec[] {
  const row: RowSpec = { kind: 'total', level: 0, label: shape.totalLabel, where: scope };
  if (shape.total === 'none' && rows.length > 0) return rows;
  return shape.total === 'first' ? [row, ...rows] : [...rows, row];
}

/** The 类 of a budget's spending, in order. */
export function classesOf(budget: Budget, scope: Where): string[] {
  return distinct(budget.atoms.filter(scope).map((atom) => atom.item.slice(0, 3))).sort();
}

/** The spending of one 类. */
export function inClass(code: string, scope: Where): Where {
  return both(scope, itemUnder(code));
}
