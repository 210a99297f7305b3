import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { AmountCell, PlacedTable } from '../../disclosure/table.ts';
import type { DocumentRelations } from '../../relations/documentRelations.ts';
import { cellsOf } from '../../relations/relation.ts';

/** What its sentences are held against of a disclosure. */
export type Told = Pick<Disclosure, 'prose' | 'tables' | 'year' | 'stage'>;

/** What the tables of a disclosure cannot say. */
export interface TableFaults {
  /** Tables that were misread as their sums show. */
  readonly misread: readonly PlacedTable[];
  /** Cells of relations that fail: a wrong figure of a table is the table's fault. */
  readonly broken: readonly AmountCell[];
}

/** The faults of the tables of one disclosure; those of others in the same file have no bearing on its sentences. */
export function faultsIn(
  tables: readonly PlacedTable[],
  relations: Pick<DocumentRelations, 'tables' | 'causes' | 'homeOf'>,
): TableFaults {
  const own = new Set(tables);
  const isOwn = (cell: AmountCell) => {
    const home = relations.homeOf(cell);
    return home !== undefined && own.has(home);
  };
  return {
    misread: misreadAmong(tables, relations),
    broken: relations.causes.flatMap((cause) => cause.broken.flatMap(cellsOf)).filter(isOwn),
  };
}

/** The tables that were misread as their sums show. */
export function misreadAmong(
  tables: readonly PlacedTable[],
  relations: Pick<DocumentRelations, 'tables'>,
): readonly PlacedTable[] {
  return tables.filter((each) => relations.tables.get(each)?.misread);
}
