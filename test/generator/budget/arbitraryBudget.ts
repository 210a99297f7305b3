import fc from 'fast-check';
import { pick, total } from '../lists.ts';
import type { Fen } from '../model.ts';
import type { Atom, Body, Budget, Nature, Project, Purchase, Source } from './budget.ts';
import {
  CAPITAL_ITEMS,
  FUND_ITEMS,
  INSTITUTION_ITEMS,
  itemsOf,
  OPERATING,
  OWN_FUNCTIONS,
  PROJECT_ECONOMICS,
  WAGES,
  WELFARE,
} from './codes.ts';
import { BODIES, GOODS, PLACES, PROJECTS, SUBORDINATES } from './names.ts';

/** How much a budget may contain. */
export interface BudgetSize {
  readonly bodies: number;
  /** 款 that are the department's own. */
  readonly functions: number;
  /** Of each body: wages, welfare, operating lines and projects. */
  readonly lines: number;
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

interface BodyPlan {
  readonly wages: readonly LinePlan[];
  readonly welfare: readonly LinePlan[];
  readonly operating: readonly LinePlan[];
  readonly projects: readonly ProjectPlan[];
}

interface LinePlan {
  readonly what: number;
  readonly amount: Fen;
  /** Change against the year before, in percent. */
  readonly change: number;
}

interface ProjectPlan {
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

/** From 100 元 to 3 亿元, small amounts as often as large ones. */
const amount: fc.Arbitrary<Fen> = fc.oneof(
  fc.integer({ min: 1_00_00, max: 1_000_000 }),
  fc.integer({ min: 1_000_000, max: 50_000_000 }),
  fc.integer({ min: 50_000_000, max: 1_000_000_000 }),
  { weight: 1, arbitrary: fc.integer({ min: 1_000_000_000, max: 30_000_000_000 }) },
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

/** Plans of budgets up to a size. */
export function arbitraryBudgetPlan(size: BudgetSize): fc.Arbitrary<BudgetPlan> {
  const lines = (minLength: number, maxLength: number) =>
    fc.array(fc.record(linePlan), { minLength, maxLength, size: 'max' });
  const project = fc.record({
    item: index,
    name: index,
    fromAbove: fc.boolean(),
    lines: fc.array(fc.record(projectLinePlan), { minLength: 1, maxLength: 3 }),
  });
  const body = fc.record({
    wages: lines(1, Math.min(size.lines, 5)),
    welfare: lines(0, Math.min(size.lines, 8)),
    operating: lines(1, Math.min(size.lines, 14)),
    projects: fc.array(project, { maxLength: size.lines, size: 'max' }),
  });
  return fc.record({
    year: fc.integer({ min: 2020, max: 2025 }),
    place: index,
    organ: index,
    department: fc.boolean(),
    institution: fc.boolean(),
    functions: fc.array(index, { minLength: 1, maxLength: size.functions }),
    bodies: fc.array(body, { minLength: 1, maxLength: size.bodies, size: 'max' }),
    transportIsPersonnel: fc.boolean(),
    carriedForward: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: lines(1, 1) },
    ),
  });
}

/**
 * The budget that a plan describes.
 *
 * @param sources what money the region's tables can show
 * @param quantum 分 that every amount is a multiple of, so that it can be printed exactly, or 1
 */
export function makeBudget(plan: BudgetPlan, sources: readonly Source[], quantum: Fen): Budget {
  const organ = pick(PLACES, plan.place) + pick(BODIES, plan.organ);
  const code = String(3 + (plan.organ % 990)).padStart(3, '0');
  const bodyPlans = plan.department ? plan.bodies : plan.bodies.slice(0, 1);
  const bodies = bodyPlans.map((_, index): Body => ({
    code: `${code}${String(index + 1).padStart(3, '0')}`,
    name: plan.department ? organ + pick(SUBORDINATES, index) : organ,
  }));
  const spending = bodyPlans.map((body, index) => spendingOf(plan, body, index, sources, quantum));
  const atoms = spending.flatMap((of) => of.atoms);
  const main = atoms[0]?.item ?? '2010301';
  const projectCounts = spending.map((of) => of.projects.length);
  return {
    year: plan.year,
    organ,
    kind: plan.department ? '部门' : '单位',
    institution: plan.institution,
    code,
    bodies,
    atoms: [
      ...spending.flatMap((of, body) => of.atoms.map((atom) => renumbered(atom, total(projectCounts.slice(0, body))))),
      ...plan.carriedForward.map((line): Atom => ({
        body: 0,
        item: main,
        nature: 'carried-forward',
        economic: '39999',
        source: pick(sources, line.what),
        ...amounts(line, quantum),
      })),
    ],
    projects: spending.flatMap((of) => of.projects),
    purchases: spending.flatMap((of, body) =>
      of.purchases.map((purchase) => renumbered(purchase, total(projectCounts.slice(0, body)))),
    ),
  };
}

interface Spending {
  readonly atoms: readonly Atom[];
  readonly projects: readonly Project[];
  readonly purchases: readonly Purchase[];
}

/** Projects are numbered body by body; `offset` is how many the bodies before have. */
function renumbered<T extends { readonly project?: number }>(entry: T, offset: number): T {
  return entry.project === undefined ? entry : { ...entry, project: entry.project + offset };
}

function spendingOf(
  plan: BudgetPlan,
  body: BodyPlan,
  bodyIndex: number,
  sources: readonly Source[],
  quantum: Fen,
): Spending {
  const main = mainItem(plan, bodyIndex);
  const staff = (line: LinePlan, item: string, economic: string, nature: Nature): Atom => ({
    body: bodyIndex,
    item,
    nature,
    economic,
    source: 'general',
    ...amounts(line, quantum),
  });
  const projects = body.projects.map((project, index) =>
    projectOf(plan, project, bodyIndex, index, sources, quantum),
  );
  return {
    atoms: [
      ...body.wages.map((line) => staff(line, main, pick(WAGES, line.what), 'personnel')),
      ...body.welfare.map((line) => {
        const { item, economic } = pick(WELFARE, line.what);
        const own = plan.institution ? (INSTITUTION_ITEMS[item] ?? item) : item;
        return staff(line, own, economic, 'personnel');
      }),
      ...body.operating.map((line) => {
        const economic = pick(OPERATING, line.what);
        const personnel = plan.transportIsPersonnel && economic === '30239';
        return staff(line, main, economic, personnel ? 'personnel' : 'operating');
      }),
      ...projects.flatMap((of) => of.atoms),
    ],
    projects: projects.flatMap((of) => of.projects),
    purchases: projects.flatMap((of) => of.purchases),
  };
}

function projectOf(
  plan: BudgetPlan,
  project: ProjectPlan,
  body: number,
  index: number,
  sources: readonly Source[],
  quantum: Fen,
): Spending {
  const own = itemsOf(pick(OWN_FUNCTIONS, pick(plan.functions, project.item)));
  const item = pick(own, project.item + 1);
  const atoms = project.lines.map((line): Atom => {
    const source = pick(sources, line.source);
    return {
      body,
      item: itemPaidBy(source, line.what) ?? item,
      nature: 'project',
      economic: pick(PROJECT_ECONOMICS, line.what),
      source,
      project: index,
      ...amounts(line, quantum),
    };
  });
  return {
    atoms,
    projects: [
      {
        name: pick(PROJECTS, project.name),
        code: `420112${plan.year % 100}0${String(body + 1).padStart(3, '0')}T${String(index + 101).padStart(9, '0')}`,
        body,
        item,
        fromAbove: project.fromAbove,
      },
    ],
    purchases: project.lines.flatMap((line, place): Purchase[] => {
      const atom = atoms[place];
      if (atom === undefined || line.bought === 0) return [];
      const { item, economic, source } = atom;
      const fen = quantised((atom.fen * line.bought) / 100, quantum);
      const { quantity } = line;
      return [{ body, item, economic, source, project: index, quantity, fen, ...pick(GOODS, line.goods) }];
    }),
  };
}

/** 行政运行 or 事业运行 of the body's own 款, where there is one. */
function mainItem(plan: BudgetPlan, body: number): string {
  const items = itemsOf(pick(OWN_FUNCTIONS, pick(plan.functions, body)));
  const wanted = plan.institution ? '50' : '01';
  return items.find((item) => item.endsWith(wanted)) ?? pick(items, 0);
}

/** 政府性基金 and 国有资本经营预算 have 项 of their own. */
function itemPaidBy(source: Source, what: number): string | undefined {
  if (source === 'fund') return pick(FUND_ITEMS, what);
  if (source === 'capital') return pick(CAPITAL_ITEMS, what);
  return undefined;
}

function amounts(line: LinePlan, quantum: Fen): { readonly fen: Fen; readonly prior: Fen } {
  const fen = quantised(line.amount, quantum);
  return { fen, prior: quantised((line.amount * (100 + line.change)) / 100, quantum) };
}

function quantised(fen: number, quantum: Fen): Fen {
  return Math.max(1, Math.round(fen / quantum)) * quantum;
}
