import type { AmountCell, Table } from '../disclosure/table.ts';
import { codeSums } from './codeSums.ts';
import { findCauses, indexByCell } from './culprits.ts';
import { isMisread, withoutMisreadColumns } from './gate.ts';
import { evaluate } from './interval.ts';
import { numberedSums } from './numberedSums.ts';
import { withoutQuotients } from './quotients.ts';
import type { Evaluation } from './relation.ts';
import { rowSums } from './rowSums.ts';
import { roundingOf } from './scale.ts';

/** The relations inside one table as they stand. Everything that speaks of its sums reads this list. */
export interface TableRelations {
  readonly evaluations: readonly Evaluation[];
  readonly broken: readonly Evaluation[];
  /** What may hold or not, and does not: it is not reported, but tells between cells that may be wrong. */
  readonly doubtful: ReadonlyMap<AmountCell, readonly Evaluation[]>;
  readonly byCell: ReadonlyMap<AmountCell, readonly Evaluation[]>;
  /** The table was evidently misread; nothing is said about its figures. */
  readonly misread: boolean;
}

const NO_RELATIONS: TableRelations = {
  evaluations: [],
  broken: [],
  doubtful: new Map(),
  byCell: new Map(),
  misread: false,
};

/** Builds and evaluates the relations inside a table. */
export function relateTable(table: Table): TableRelations {
  if (table.cut) return NO_RELATIONS;
  const rounding = roundingOf(table);
  const proposals = [
    ...codeSums(table, rounding),
    ...rowSums(table, rounding),
    ...numberedSums(table, rounding),
  ];
  const all = proposals.map(({ relation, certain }) => ({
    certain,
    evaluation: evaluate(relation, rounding),
  }));
  const isDoubtful = ({ certain, evaluation }: (typeof all)[number]) =>
    !certain && evaluation.standing === 'broken';
  const evaluated = all.flatMap((each) => (isDoubtful(each) ? [] : each.evaluation));
  const doubtful = indexByCell(all.flatMap((each) => (isDoubtful(each) ? each.evaluation : [])));
  const evaluations = withoutMisreadColumns(withoutQuotients(table, evaluated));
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  const byCell = indexByCell(evaluations);
  const causes = findCauses(broken, { of: (cell) => byCell.get(cell) ?? [], hintsOn: () => [] });
  return { evaluations, broken, doubtful, byCell, misread: isMisread(evaluations, causes) };
}
