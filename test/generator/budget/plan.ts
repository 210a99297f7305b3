import fc from 'fast-check';
import type { Fen } from '../model.ts';

/** How much a budget contains, each from the least to the most. */
export interface BudgetSize {
  readonly bodies: Range;
  /** 款 that are the department's own. */
  readonly functions: Range;
  /** Of each body: welfare and operating lines, and projects. */
  readonly lines: Range;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/**
 * What is drawn at random: picks (indices that go round their list) and amounts. Kept apart from the budget
 * made of it, so that a failing case shrinks pick by pick.
 */
export interface BudgetPlan {
  readonly year: number;
  readonly place: number;
  readonly organ: number;
  readonly department: boolean;
  readonly institution: boolean;
  readonly functions: readonly number[];
  readonly bodies: readonly BodyPlan[];
  /** 公务交通补贴 counted as 人员经费 (30239), as some regions do. */
  readonly transportIsPersonnel: boolean;
  /** 结转下年, which most budgets have not. */
  readonly carriedForward: readonly LinePlan[];
}

export interface BodyPlan {
  readonly wages: readonly LinePlan[];
  readonly welfare: readonly LinePlan[];
  readonly operating: readonly LinePlan[];
  readonly projects: readonly ProjectPlan[];
}

export interface LinePlan {
  readonly what: number;
  readonly amount: Fen;
  /** Change against the year before, in percent. */
  readonly change: number;
}

export interface ProjectPlan {
  readonly item: number;
  readonly name: number;
  readonly fromAbove: boolean;
  readonly lines: readonly ProjectLinePlan[];
}

interface ProjectLinePlan extends LinePlan {
  readonly source: number;
  /** How much of it is bought, in percent. */
  readonly bought: number;
  readonly goods: number;
  readonly quantity: number;
}

/** From 100 元 to 3 亿元: mostly what lines of a county's departments have, seldom more. */
const amount: fc.Arbitrary<Fen> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.integer({ min: 1_00_00, max: 1_000_000 }) },
  { weight: 6, arbitrary: fc.integer({ min: 1_000_000, max: 50_000_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 50_000_000, max: 600_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 600_000_000, max: 30_000_000_000 }) },
);

const index = fc.nat({ max: 999 });

const linePlan = { what: index, amount, change: fc.integer({ min: -60, max: 60 }) };

const projectLinePlan = {
  ...linePlan,
  source: index,
  bought: fc.constantFrom(0, 0, 100, 40),
  goods: index,
  quantity: fc.integer({ min: 1, max: 40 }),
};

/** Lists of every length in the range; by itself fast-check prefers short ones. */
function listOf<T>(element: fc.Arbitrary<T>, { min, max }: Range): fc.Arbitrary<T[]> {
  return fc.array(element, { minLength: min, maxLength: max, size: 'max' });
}

const upTo = ({ min, max }: Range, most: number): Range => ({
  min: Math.min(min, most),
  max: Math.min(max, most),
});

/** Plans of budgets of a size. */
export function arbitraryBudgetPlan(size: BudgetSize): fc.Arbitrary<BudgetPlan> {
  const lines = (most: number) => listOf(fc.record(linePlan), upTo(size.lines, most));
  const project = fc.record({
    item: index,
    name: index,
    fromAbove: fc.boolean(),
    lines: listOf(fc.record(projectLinePlan), { min: 1, max: 3 }),
  });
  const body = fc.record({
    wages: listOf(fc.record(linePlan), { min: 1, max: 5 }),
    welfare: lines(8),
    operating: lines(14),
    projects: listOf(project, size.lines),
  });
  return fc.record({
    // Codes with another first or last year are left out of the catalogue by codes.ts.
    year: fc.integer({ min: 2022, max: 2025 }),
    place: index,
    organ: index,
    department: size.bodies.min > 1 ? fc.constant(true) : fc.boolean(),
    institution: fc.boolean(),
    functions: listOf(index, size.functions),
    bodies: listOf(body, size.bodies),
    transportIsPersonnel: fc.boolean(),
    carriedForward: fc.oneof(
      { withCrossShrink: true },
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.tuple(fc.record(linePlan)) },
    ),
  });
}
