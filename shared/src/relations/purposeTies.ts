import type { PlacedTable, Table } from '../disclosure/table.ts';
import { rememberPair } from '../text/remember.ts';
import { type Anchor, anchorsOf } from './anchors.ts';
import type { Between } from './between.ts';
import type { Evaluation } from './relation.ts';
import type { Kind } from './tableKinds.ts';
import { tieOf } from './tie.ts';

type Figure = readonly [Kind, Anchor];

/** What 基本支出 and 项目支出 are in two tables of the same expenditure. */
interface PurposeTie {
  readonly whole: Figure;
  readonly part: Figure;
  /** Totals of the two, of which one agrees where both take in the same. */
  readonly totals: readonly (readonly [Anchor, Anchor])[];
}

const OF_ALL_FUNDS = [
  ['total', 'expenditure-of-year'],
  ['total', 'expenditure'],
] as const;

const TIES: readonly PurposeTie[] = [
  { whole: ['expenditure', 'basic'], part: ['balance', 'basic'], totals: OF_ALL_FUNDS },
  { whole: ['expenditure', 'project'], part: ['balance', 'project'], totals: OF_ALL_FUNDS },
  // Of fiscal funds there may be others than 一般公共预算 that pay for 基本支出.
  { whole: ['fiscal', 'basic'], part: ['basic', 'total'], totals: [] },
];

/**
 * 基本支出 and 项目支出 as the table of expenditure and those that break it down by its purpose print them (A5, A7). What
 * differs is certain where the totals of both agree and the other purpose does as well; else it only tells between figures.
 */
export function purposeTies(byKind: ReadonlyMap<Kind, PlacedTable>): Between[] {
  const ties = TIES.flatMap(({ whole, part, totals }) => {
    const [one, other] = [byKind.get(whole[0]), byKind.get(part[0])];
    const evaluation = one && other && evaluationOf(one.table, other.table, whole[1], part[1]);
    if (!one || !other || !evaluation) return [];
    const isOneScope = totals.some(
      ([ours, theirs]) =>
        (evaluationOf(one.table, other.table, ours, theirs)?.standing ?? 'broken') !== 'broken',
    );
    return [{ evaluation, isOneScope, tables: [one, other] }];
  });
  const broken = ties.filter(({ evaluation, isOneScope }) => isOneScope && evaluation.standing === 'broken');
  return ties.map(({ evaluation, isOneScope, tables }) => ({
    evaluation,
    tables,
    certain: evaluation.standing !== 'broken' || (isOneScope && broken.length === 1),
  }));
}

function evaluationOf(table: Table, other: Table, ours: Anchor, theirs: Anchor): Evaluation | undefined {
  return evaluations(table, other).get(`${ours} ${theirs}`);
}

/** The figures of two tables against each other, by what they are; the same objects for as long as the tables are. */
const evaluations = rememberPair((table: Table, other: Table): ReadonlyMap<string, Evaluation> => {
  const found = new Map<string, Evaluation>();
  for (const [anchor, term] of anchorsOf(table)) {
    for (const [twin, part] of anchorsOf(other)) {
      const evaluation = tieOf({ table, term }, { table: other, term: part });
      if (evaluation) found.set(`${anchor} ${twin}`, evaluation);
    }
  }
  return found;
});
