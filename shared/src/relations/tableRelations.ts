import type { Table } from '../disclosure/table.ts';
import { codeSums } from './codeSums.ts';
import { findCulprits, type Group } from './culprits.ts';
import { isMisread, withoutMisreadColumns } from './gate.ts';
import { evaluate, type Rounding } from './interval.ts';
import { numberedSums } from './numberedSums.ts';
import { withoutQuotients } from './quotients.ts';
import type { Evaluation } from './relation.ts';
import { rowSums } from './rowSums.ts';

/** The relations of one table as they stand. Everything that speaks of sums reads this list. */
export interface TableRelations {
  readonly evaluations: readonly Evaluation[];
  readonly groups: readonly Group[];
  /** The table was evidently misread; nothing is said about its sums. */
  readonly misread: boolean;
}

/** Builds and evaluates the relations inside a table. */
export function relateTable(table: Table): TableRelations {
  if (table.cut) return { evaluations: [], groups: [], misread: false };
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
  const groups = findCulprits(evaluations);
  return { evaluations, groups, misread: isMisread(evaluations, groups) };
}

function roundingOf(table: Table): Rounding {
  let decimals = 0;
  for (const side of table.sides) {
    for (const { row } of side.rows) {
      for (const column of side.amountColumns) {
        decimals = Math.max(decimals, row.cells[column.index]?.amount?.decimals ?? 0);
      }
    }
  }
  // A unit taken over from other tables may not be this table's own.
  const inYuan = table.unit?.unit === '元' && table.unit.origin !== 'document';
  return inYuan ? { decimals, exactDecimals: 2 } : { decimals };
}
