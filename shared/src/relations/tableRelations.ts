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
  readonly byCell: ReadonlyMap<AmountCell, readonly Evaluation[]>;
  /** The table was evidently misread; nothing is said about its figures. */
  readonly misread: boolean;
}

/** Builds and evaluates the relations inside a table. */
export function relateTable(table: Table): TableRelations {
  const rounding = roundingOf(table);
  const proposals = [
    ...codeSums(table, rounding),
    ...rowSums(table, rounding),
    ...numberedSums(table, rounding),
  ];
  const evaluated = proposals.flatMap(({ relation, certain }) => {
    const evaluation = evaluate(relation, rounding);
    return certain || evaluation.standing !== 'broken' ? evaluation : [];
  });
  const evaluations = withoutMisreadColumns(withoutQuotients(table, evaluated));
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  const byCell = indexByCell(evaluations);
  const causes = findCauses(broken, { of: (cell) => byCell.get(cell) ?? [], copiesOf: () => [] });
  return { evaluations, broken, byCell, misread: isMisread(evaluations, causes) };
}
