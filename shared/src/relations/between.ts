import type { PlacedTable, Table } from '../disclosure/table.ts';
import { remember, rememberPair } from '../text/remember.ts';
import { rememberVersion } from '../text/rememberVersion.ts';
import { type Anchor, anchorsOf, type Budget } from './anchors.ts';
import { carriesOver, movesBetweenYears } from './carriedOver.ts';
import { classTies } from './classTies.ts';
import { hasCodeBlocks } from './codeBlockSums.ts';
import { columnTies } from './columnTies.ts';
import { incomeAgainstExpenditure } from './incomeAgainstExpenditure.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import { projectPlans } from './projectPlans.ts';
import { projectTies } from './projectTies.ts';
import { purposeTies } from './purposeTies.ts';
import type { Evaluation, SumRelation, Term } from './relation.ts';
import { rowBounds } from './rowBounds.ts';
import { scrambledForms } from './scrambledForms.ts';
import { seriesOf } from './series.ts';
import { sourceTies } from './sourceTies.ts';
import { type Kind, soleTables } from './tableKinds.ts';
import { tieOf } from './tie.ts';

/** A figure by its table and what it is there: an anchor, or the whole's figure for a code. */
interface Figure {
  readonly kind: Kind;
  readonly at: Anchor | { readonly code: string };
}

/** A tie between tables that the definitions of the tables give (domain rules §2.2). */
interface Tie {
  readonly total: Figure;
  /** Figures it may be equal to: a table may or may not take in what was carried over. */
  readonly same: readonly Figure[];
  /** `at-least`: the total takes in more than the other. */
  readonly comparison?: 'at-least';
  /** A table that makes the tie doubtful where funds are carried over in it. */
  readonly unlessCarriedOver?: Kind;
  /** A region may budget it centrally, so that a department prints nothing. */
  readonly pooled?: true;
}

const TIES: readonly Tie[] = [
  // B1, B2: the tables of income and of expenditure break down what the table of both balances.
  equal(['income', 'total'], ['balance', 'income'], ['balance', 'income-of-year']),
  equal(['expenditure', 'total'], ['balance', 'expenditure'], ['balance', 'expenditure-of-year']),
  // B8: each budget's own table breaks down its column in the table of fiscal funds; some leave out what is
  // paid from funds carried over (本表反映当年……).
  ofBudget('general'),
  ofBudget('fund'),
  ofBudget('capital'),
  // B10, B11.
  equal(['basic', 'total'], ['general', 'basic']),
  equal(['basic', 'staff'], ['general', 'staff']),
  equal(['basic', 'public'], ['general', 'public']),
  // B12.
  equal(['basic-by-government', 'total'], ['basic', 'total']),
  // B13, B14: fiscal funds are a part of all funds.
  atLeast(['balance', 'income'], ['fiscal', 'income']),
  atLeast(['balance', 'expenditure'], ['fiscal', 'expenditure']),
  atLeast(['expenditure', 'total'], ['general', 'total']),
  atLeast(['expenditure', 'basic'], ['basic', 'total']),
  atLeast(['fiscal', 'expenditure'], ['general', 'total']),
  // B15, B16: the table of “三公”经费 also takes in what projects pay.
  { ...atLeast(['three-public', 'reception'], ['basic', 'total']), same: [coded('basic', '30217')] },
  { ...atLeast(['three-public', 'vehicle-running'], ['basic', 'total']), same: [coded('basic', '30231')] },
  {
    ...atLeast(['three-public', 'abroad'], ['basic', 'total']),
    same: [coded('basic', '30212')],
    pooled: true,
  },
  {
    ...atLeast(['three-public', 'vehicle-purchase'], ['basic', 'total']),
    ...{ same: [coded('basic', '31013')], pooled: true },
  },
];

type Named = readonly [Kind, Anchor];

function equal(total: Named, ...same: readonly Named[]): Tie {
  return { total: figure(total), same: same.map(figure) };
}

function ofBudget(budget: Budget): Tie {
  const tie = equal(
    [budget, 'total'],
    ['fiscal', `${budget}-expenditure`],
    ['fiscal', `${budget}-expenditure-of-year`],
  );
  return { ...tie, unlessCarriedOver: 'fiscal' };
}

function atLeast(total: Named, part: Named): Tie {
  return { total: figure(total), same: [figure(part)], comparison: 'at-least' };
}

function figure([kind, at]: Named): Figure {
  return { kind, at };
}

function coded(kind: Kind, code: string): Figure {
  return { kind, at: { code } };
}

/** A tie as it stands, with the tables of its total and of each of its parts. */
export interface Between {
  readonly evaluation: Evaluation;
  readonly tables: readonly PlacedTable[];
  /** False for one that need not hold: it confirms figures where it does, and else only tells between them. */
  readonly certain: boolean;
}

/**
 * The ties between tables. Those by definition are certain: the role of each table is its alone in the document,
 * both units are known and both are of one year. What holds for one alternative holds.
 */
export const tiesBetween = rememberVersion((tables: readonly PlacedTable[]): readonly Between[] => {
  const byKind = soleTables(tables);
  const named = TIES.flatMap((tie): Between[] => {
    const whole = byKind.get(tie.total.kind);
    if (!whole) return [];
    const ties = tie.same.flatMap((figure) => {
      const part = byKind.get(figure.kind);
      const evaluation = part && evaluationsOf(whole.table, part.table)(tie).get(figure);
      return part && evaluation ? { evaluation, tables: [whole, part], certain: true } : [];
    });
    const holding = ties.find(({ evaluation }) => evaluation.standing !== 'broken');
    const doubtful = tie.unlessCarriedOver && byKind.get(tie.unlessCarriedOver);
    // 支出总计 takes in 结转下年: where the expenditure of the year alone is not known, nothing is to be told.
    const isOpen = ties.length < tie.same.length && doubtful && movesBetweenYears(doubtful.table);
    const isDoubtful = isOpen || (doubtful && carriesOver(doubtful.table));
    const told = ties.filter(
      ({ evaluation, tables: [, other] }) => !other || !mayCarryOver(tie, other.table, evaluation.relation),
    );
    const reported = holding ?? (isDoubtful ? undefined : theMeant(told));
    return reported ? [reported] : [];
  });
  return [
    ...named,
    ...incomeAgainstExpenditure(byKind, named),
    ...columnTies(byKind),
    ...rowBounds(byKind),
    ...sourceTies(byKind),
    ...classTies(byKind),
    ...projectTies(tables, byKind),
    ...purposeTies(byKind),
    ...projectPlans(tables),
    ...scrambledForms(tables),
  ];
});

/**
 * Whether only what a year brings is known of the other table, and the total is more: what was carried over may stand in
 * a 总计 that was not read.
 */
function mayCarryOver({ same }: Tie, other: Table, { total, parts }: SumRelation): boolean {
  const known = same.filter((figure) => termOf(other, figure) !== undefined);
  const [part] = parts;
  return (
    same.length > 1 &&
    part !== undefined &&
    known.every(({ at }) => typeof at === 'string' && at.endsWith('of-year')) &&
    total.cell.amount.value.gt(part.cell.amount.value)
  );
}

/**
 * Which alternative of a tie is meant of which none holds: the only one, or the only one that a slip of the hand explains;
 * else none is certain. Of a page that could not be fitted to its table another alternative may be missing.
 */
function theMeant(ties: readonly Between[]): Between | undefined {
  const whole = ties.filter(({ tables }) => tables.every(({ table }) => !table.open && !table.headless));
  const [first, second] = whole;
  if (!second) return first;
  const [slipped, another] = whole.filter(({ evaluation }) => isExplainedBySlip(evaluation.relation));
  if (slipped && !another) return slipped;
  const isSame = whole.every(({ evaluation }) => first && evaluation.expected.eq(first.evaluation.expected));
  return first && { ...first, certain: isSame };
}

/** The alternatives of a tie between two tables; the same objects for as long as the tables are. */
const evaluationsOf = rememberPair((table: Table, other: Table) =>
  remember(({ total, same, comparison, pooled }: Tie): ReadonlyMap<Figure, Evaluation> => {
    const whole = termOf(table, total);
    const evaluations = new Map<Figure, Evaluation>();
    if (pooled && whole?.cell.amount.value.isZero()) return evaluations;
    for (const figure of same) {
      const part = termOf(other, figure);
      const evaluation =
        whole && part && tieOf({ table, term: whole }, { table: other, term: part }, comparison);
      if (evaluation) evaluations.set(figure, evaluation);
    }
    return evaluations;
  }),
);

function termOf(table: Table, { at }: Figure): Term | undefined {
  return typeof at === 'string' ? anchorsOf(table).get(at) : figureOf(table, at.code);
}

/** The figure of a code in the column of the whole; of lists abreast only one may have it. */
export function figureOf(table: Table, code: string): Term | undefined {
  const total = anchorsOf(table).get('total');
  const series = seriesOf(table).filter(
    ({ column }) => hasCodeBlocks(table) || column.index === total?.cell.column,
  );
  const [term, second] = series.flatMap(({ terms }) => terms.get(code) ?? []);
  return second ? undefined : term;
}
