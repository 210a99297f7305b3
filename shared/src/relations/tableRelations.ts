import type { AmountCell, Table } from '../disclosure/table.ts';
import { tiesWithin } from './candidates.ts';
import { codeSums } from './codeSums.ts';
import { findCauses, indexByCell, isSingleMistakes } from './culprits.ts';
import { isMisread, withoutMisreadColumns } from './gate.ts';
import { evaluate } from './interval.ts';
import { numberedSums } from './numberedSums.ts';
import { withoutQuotients } from './quotients.ts';
import type { Evaluation } from './relation.ts';
import { rowSums } from './rowSums.ts';
import { roundingOf } from './scale.ts';
import { findSlide, type Slide } from './slides.ts';

/** The relations inside one table as they stand. Everything that speaks of its sums reads this list. */
export interface TableRelations {
  readonly evaluations: readonly Evaluation[];
  readonly broken: readonly Evaluation[];
  /** What may hold or not, and does not: it is not reported, but tells between cells that may be wrong. */
  readonly doubtful: ReadonlyMap<AmountCell, readonly Evaluation[]>;
  readonly byCell: ReadonlyMap<AmountCell, readonly Evaluation[]>;
  /** Whether some sum is off within rounding: then an exact one is no proof. */
  readonly rounded: boolean;
  /** Figures of a column that stand a row off and explain, alone, all that failed. */
  readonly slide?: Slide;
  /** The table was evidently misread; nothing is said about its figures. */
  readonly misread: boolean;
}

const NO_RELATIONS: TableRelations = {
  evaluations: [],
  broken: [],
  doubtful: new Map(),
  byCell: new Map(),
  rounded: false,
  misread: false,
};

/** Builds and evaluates the relations inside a table. */
export function relateTable(table: Table): TableRelations {
  if (table.cut) return NO_RELATIONS;
  const { evaluations: all, doubtful } = evaluateAll(table);
  // Where single wrong figures explain all that fails nothing slid, and the costly search is spared.
  const proposed = [...all, ...doubtful];
  const single = isSingleMistakes(brokenOf(proposed), tiesWithin(indexByCell(proposed), false));
  const slide = single ? undefined : findSlide(table, proposed, everyRelation);
  const explained = new Set(slide?.broken);
  const evaluations = withoutMisreadColumns(all.filter((evaluation) => !explained.has(evaluation)));
  const broken = brokenOf(evaluations);
  const byCell = indexByCell(evaluations);
  const rounded = evaluations.some(({ standing }) => standing === 'rounding' || standing === 'coarse');
  const causes = findCauses(broken, tiesWithin(byCell, rounded));
  const misread = isMisread(evaluations, causes);
  return {
    evaluations,
    broken,
    doubtful: indexByCell(doubtful),
    byCell,
    rounded,
    misread,
    ...(slide && { slide }),
  };
}

function brokenOf(evaluations: readonly Evaluation[]): readonly Evaluation[] {
  return evaluations.filter(({ standing }) => standing === 'broken');
}

function everyRelation(table: Table): readonly Evaluation[] {
  const { evaluations, doubtful } = evaluateAll(table);
  return [...evaluations, ...doubtful];
}

interface Evaluations {
  readonly evaluations: readonly Evaluation[];
  readonly doubtful: readonly Evaluation[];
}

function evaluateAll(table: Table): Evaluations {
  const rounding = roundingOf(table);
  const proposals = [
    ...codeSums(table, rounding),
    ...rowSums(table, rounding),
    ...numberedSums(table, rounding),
  ];
  const evaluations: Evaluation[] = [];
  const doubtful: Evaluation[] = [];
  for (const { relation, certain } of proposals) {
    const evaluation = evaluate(relation, rounding);
    (certain || evaluation.standing !== 'broken' ? evaluations : doubtful).push(evaluation);
  }
  return { evaluations: withoutQuotients(table, evaluations), doubtful };
}
