import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { AmountCell, PlacedTable } from '../../disclosure/table.ts';
import type { DocumentRelations } from '../../relations/documentRelations.ts';
import { cellsOf } from '../../relations/relation.ts';
import { groupedBy } from '../../text/lists.ts';
import { remember } from '../../text/remember.ts';

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
  const broken = brokenCells(relations);
  return {
    misread: misreadAmong(tables, relations),
    broken: broken.size === 0 ? [] : tables.flatMap((each) => broken.get(each) ?? []),
  };
}

/** The cells of relations that fail, by their tables. */
const brokenCells = remember(({ causes, homeOf }: Pick<DocumentRelations, 'causes' | 'homeOf'>) => {
  const cells = causes.flatMap((cause) => cause.broken.flatMap(cellsOf));
  return groupedBy(cells, homeOf);
});

/** The tables that were misread as their sums show. */
export function misreadAmong(
  tables: readonly PlacedTable[],
  relations: Pick<DocumentRelations, 'tables'>,
): readonly PlacedTable[] {
  return tables.filter((each) => relations.tables.get(each)?.misread);
}
