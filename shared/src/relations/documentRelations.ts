import type { AmountCell, PlacedTable } from '../disclosure/table.ts';
import { remember } from '../text/remember.ts';
import { type Between, tiesBetween } from './between.ts';
import type { Ties } from './candidates.ts';
import { copiesBetween } from './copies.ts';
import { type Cause, findCauses, indexByCell } from './culprits.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import { relateTable, type TableRelations } from './tableRelations.ts';

/** Tables that stand further apart than this are of different disclosures in one file. */
const REACH = 40;

/** All relations of a document as they stand, and what explains those that fail. */
export interface DocumentRelations {
  /** The relations inside each table, in the order of the document. */
  readonly tables: ReadonlyMap<PlacedTable, TableRelations>;
  /** The certain ties between tables. */
  readonly between: readonly Evaluation[];
  readonly causes: readonly Cause[];
  /** The table a cell of a relation stands in. */
  readonly homeOf: (cell: AmountCell) => PlacedTable | undefined;
}

const relationsOf = remember(relateTable);

/** Relates the figures of all tables of a document. What an edit did not touch is taken over. */
export function relateDocument(placed: readonly PlacedTable[]): DocumentRelations {
  const tables = new Map(placed.map((each) => [each, relationsOf(each.table)]));
  const readable = placed.filter((each) => !each.table.cut && tables.get(each)?.misread === false);
  const between = tiesBetween(readable);
  const homes = homesOf(tables, between);
  const broken = [
    ...readable.flatMap((each) => tables.get(each)?.broken ?? []),
    ...between.map(({ evaluation }) => evaluation).filter(({ standing }) => standing === 'broken'),
  ];
  const ties = tiesOf(tables, readable, between, homes, new Set(broken.flatMap(cellsOf)));
  return {
    tables,
    between: between.map(({ evaluation }) => evaluation),
    causes: findCauses(broken, ties),
    homeOf: homes,
  };
}

type HomeOf = (cell: AmountCell) => PlacedTable | undefined;

function homesOf(tables: ReadonlyMap<PlacedTable, TableRelations>, between: readonly Between[]): HomeOf {
  const known = new Map<AmountCell, PlacedTable>();
  for (const { evaluation, tables: homes } of between) {
    cellsOf(evaluation).forEach((cell, index) => {
      const home = homes[index];
      if (home) known.set(cell, home);
    });
  }
  return (cell) => {
    const home = known.get(cell) ?? [...tables].find(([, { byCell }]) => byCell.has(cell))?.[0];
    if (home) known.set(cell, home);
    return home;
  };
}

/** What ties a cell has: in its table, between tables, and the copies its column agrees with. */
function tiesOf(
  tables: ReadonlyMap<PlacedTable, TableRelations>,
  readable: readonly PlacedTable[],
  between: readonly Between[],
  homeOf: HomeOf,
  suspects: ReadonlySet<AmountCell>,
): Ties {
  const betweenByCell = indexByCell(between.map(({ evaluation }) => evaluation));
  const copiesByTable = new Map<PlacedTable, ReadonlyMap<AmountCell, readonly Evaluation[]>>();
  const copiesOf = (cell: AmountCell): readonly Evaluation[] => {
    const home = homeOf(cell);
    if (!home) return [];
    const found = copiesByTable.get(home) ?? indexByCell(copiesWith(home, readable));
    copiesByTable.set(home, found);
    return found.get(cell) ?? [];
  };
  // Two tables that print the same wrong figure confirm nothing.
  const isSound = (copy: Evaluation, cell: AmountCell) =>
    copy.standing !== 'broken' && cellsOf(copy).every((each) => each === cell || !suspects.has(each));
  return {
    of(cell) {
      const home = homeOf(cell);
      return [
        ...((home && tables.get(home)?.byCell.get(cell)) ?? []),
        ...(betweenByCell.get(cell) ?? []),
        ...copiesOf(cell).filter((copy) => isSound(copy, cell)),
      ];
    },
    isRounded(cell) {
      const home = homeOf(cell);
      return (home && tables.get(home)?.rounded) ?? false;
    },
    hintsOn(cell) {
      const home = homeOf(cell);
      const doubtful = (home && tables.get(home)?.doubtful.get(cell)) ?? [];
      const copies = copiesOf(cell).filter(({ standing }) => standing === 'broken');
      return [...copies, ...doubtful];
    },
  };
}

/** The copies of a table's figures in the tables around it. */
function copiesWith(home: PlacedTable, readable: readonly PlacedTable[]): readonly Evaluation[] {
  return tablesAround(home, readable).flatMap(({ table }) => copiesBetween(home.table, table));
}

/** The other tables that may be of the same disclosure as a table, in the order of the document. */
export function tablesAround(home: PlacedTable, tables: readonly PlacedTable[]): readonly PlacedTable[] {
  const at = tables.indexOf(home);
  return tables.slice(Math.max(0, at - REACH), at + REACH + 1).filter(({ table }) => table !== home.table);
}
