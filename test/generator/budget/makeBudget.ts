import { pick } from '../lists.ts';
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
import type { BodyPlan, BudgetPlan, LinePlan, ProjectPlan } from './plan.ts';

/** What all amounts and projects of a budget are made by. */
interface Terms {
  readonly plan: BudgetPlan;
  readonly sources: readonly Source[];
  readonly quantum: Fen;
}

/**
 * The budget that a plan describes.
 *
 * @param sources what money the region's tables can show
 * @param quantum 分 that every amount is a multiple of, so that it can be printed exactly, or 1
 */
export function makeBudget(plan: BudgetPlan, sources: readonly Source[], quantum: Fen): Budget {
  const terms: Terms = { plan, sources, quantum };
  const organ = pick(PLACES, plan.place) + pick(BODIES, plan.organ);
  const code = code3(3 + (plan.organ % 990));
  const bodyPlans = plan.department ? plan.bodies : plan.bodies.slice(0, 1);
  const undertakings = bodyPlans
    .flatMap((body, index) => body.projects.map((project) => ({ project, body: index })))
    .map(({ project, body }, index) => undertakingOf(terms, project, body, index));
  return {
    year: plan.year,
    organ,
    kind: plan.department ? '部门' : '单位',
    institution: plan.institution,
    code,
    bodies: bodyPlans.map((_, index): Body => {
      const name = plan.department ? organ + pick(SUBORDINATES, index) : organ;
      return { code: code + code3(index + 1), name };
    }),
    atoms: [
      ...bodyPlans.flatMap((body, index) => staffAtoms(terms, body, index)),
      ...undertakings.flatMap((undertaking) => undertaking.atoms),
      ...plan.carriedForward.map((line) => carriedForwardAtom(terms, line)),
    ],
    projects: undertakings.map((undertaking) => undertaking.project),
    purchases: undertakings.flatMap((undertaking) => undertaking.purchases),
  };
}

/** 结转下年, which comes in under the first body's main 项 and is spent under none. */
function carriedForwardAtom({ plan, sources, quantum }: Terms, line: LinePlan): Atom {
  return {
    body: 0,
    item: mainItem(plan, 0),
    nature: 'carried-forward',
    economic: '39999',
    source: pick(sources, line.what),
    ...amounts(line, quantum),
  };
}

/** 基本支出 of a body, all of it paid by 一般公共预算拨款 of the year. */
function staffAtoms({ plan, quantum }: Terms, body: BodyPlan, bodyIndex: number): Atom[] {
  const main = mainItem(plan, bodyIndex);
  const atom = (line: LinePlan, item: string, economic: string, nature: Nature): Atom => ({
    body: bodyIndex,
    item,
    nature,
    economic,
    source: 'general',
    ...amounts(line, quantum),
  });
  return [
    ...body.wages.map((line) => atom(line, main, pick(WAGES, line.what), 'personnel')),
    ...body.welfare.map((line) => {
      const { item, economic } = pick(WELFARE, line.what);
      const own = plan.institution ? (INSTITUTION_ITEMS[item] ?? item) : item;
      return atom(line, own, economic, 'personnel');
    }),
    ...body.operating.map((line) => {
      const economic = pick(OPERATING, line.what);
      const personnel = plan.transportIsPersonnel && economic === '30239';
      return atom(line, main, economic, personnel ? 'personnel' : 'operating');
    }),
  ];
}

/** A project with the money for it and what of it is bought. */
interface Undertaking {
  readonly project: Project;
  readonly atoms: readonly Atom[];
  readonly purchases: readonly Purchase[];
}

function undertakingOf(
  { plan, sources, quantum }: Terms,
  project: ProjectPlan,
  body: number,
  index: number,
): Undertaking {
  const source = pick(sources, project.lines[0]?.source ?? 0);
  const item = earmarkedItem(source, project.item) ?? ownItem(plan, project.item);
  const lines = project.lines.map((line) => ({
    line,
    atom: {
      body,
      item,
      nature: 'project',
      economic: pick(PROJECT_ECONOMICS, line.what),
      source: companionOf(source, pick(sources, line.source)),
      project: index,
      ...amounts(line, quantum),
    } satisfies Atom,
  }));
  return {
    project: {
      name: pick(PROJECTS, project.name),
      code: `420112${plan.year % 100}${code3(body + 1)}T${String(index + 101).padStart(9, '0')}`,
      body,
      item,
      fromAbove: project.fromAbove,
    },
    atoms: lines.map(({ atom }) => atom),
    purchases: lines
      .filter(({ line, atom }) => line.bought > 0 && !NEVER_BOUGHT.includes(atom.economic))
      .map(
        ({ line, atom: { economic, source, fen } }): Purchase => ({
          ...{ body, item, economic, source, project: index, quantity: line.quantity },
          ...pick(GOODS, line.goods),
          fen: quantised((fen * line.bought) / 100, quantum),
        }),
      ),
  };
}

/** 劳务费, 接待, 出国 and grants are spent, not procured. */
const NEVER_BOUGHT: readonly string[] = ['30226', '30217', '30212', '30399', '31204'];

/** 政府性基金 and 国有资本经营预算 have 项 of their own. */
function earmarkedItem(source: Source, what: number): string | undefined {
  if (source === 'fund') return pick(FUND_ITEMS, what);
  if (source === 'capital') return pick(CAPITAL_ITEMS, what);
  return undefined;
}

/** Money of these two budgets pays whole projects and is never mixed with other money under one 项. */
function companionOf(first: Source, other: Source): Source {
  const earmarked = (source: Source) => source === 'fund' || source === 'capital';
  if (earmarked(first)) return first;
  return earmarked(other) ? 'general' : other;
}

/** 行政运行 or 事业运行 of a body's own 款, where there is one. */
function mainItem(plan: BudgetPlan, body: number): string {
  const items = itemsOf(pick(OWN_FUNCTIONS, pick(plan.functions, body)));
  const wanted = plan.institution ? '50' : '01';
  return items.find((item) => item.endsWith(wanted)) ?? pick(items, 0);
}

/** Any 项 of one of the department's own 款. */
function ownItem(plan: BudgetPlan, index: number): string {
  return pick(itemsOf(pick(OWN_FUNCTIONS, pick(plan.functions, index))), index);
}

function amounts(line: LinePlan, quantum: Fen): { readonly fen: Fen; readonly prior: Fen } {
  return {
    fen: quantised(line.amount, quantum),
    prior: quantised((line.amount * (100 + line.change)) / 100, quantum),
  };
}

function quantised(fen: number, quantum: Fen): Fen {
  return Math.max(1, Math.round(fen / quantum)) * quantum;
}

const code3 = (number: number): string => String(number).padStart(3, '0');
