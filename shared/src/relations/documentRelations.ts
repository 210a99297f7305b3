import type { AmountCell, Cell, PlacedTable, Table } from '../disclosure/table.ts';
import { remember, rememberPair } from '../text/remember.ts';
import { rememberAround } from '../text/rememberAround.ts';
import { flatMapSteps, type Steps } from '../text/steps.ts';
import { type Between, tiesBetween } from './between.ts';
import type { Ties } from './candidates.ts';
import { copiesIn } from './copies.ts';
import { type Cause, findCauses, indexByCell } from './culprits.ts';
import { decidedSwap } from './decideSwaps.ts';
import { causesOf } from './explanations.ts';
import { indicatorSums } from './indicatorSums.ts';
import { withBlanks } from './leftBlank.ts';
import { withLostRows } from './lostRow.ts';
import { figuresElsewhere, printsSameRows } from './printedElsewhere.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import { type Series, seriesAt, seriesOf } from './series.ts';
import { slideShownAround } from './shownSlides.ts';
import type { Slide } from './slides.ts';
import { strayUnits } from './strayUnits.ts';
import { isMendedBy } from './swaps.ts';
import { everyRelation, relationsOf, type TableRelations } from './tableRelations.ts';

/** Tables that stand further apart than this are of different disclosures in one file. */
const REACH = 40;

/** All relations of a document as they stand, and what explains those that fail. */
export interface DocumentRelations {
  /** The relations inside each table, in the order of the document. */
  readonly tables: ReadonlyMap<PlacedTable, TableRelations>;
  /** The certain ties between tables, and the sums of lists of indicators, which may go over several. */
  readonly between: readonly Evaluation[];
  readonly causes: readonly Cause[];
  /** The table a cell of a relation stands in. */
  readonly homeOf: (cell: AmountCell) => PlacedTable | undefined;
}

/**
 * Relates the figures of all tables of a document, in steps, one a table and one a disclosure. What an edit did not touch
 * is taken over.
 *
 * @param volumes the tables of each disclosure of the file: only those of one are tied to each other
 */
export function* relatingDocument(
  placed: readonly PlacedTable[],
  volumes: readonly (readonly PlacedTable[])[],
): Steps<DocumentRelations> {
  const tables = new Map(yield* relationsByTable(placed));
  const readable = placed.filter((each) => !each.table.cut && tables.get(each)?.misread === false);
  const isReadable = new Set(readable);
  const strays = strayUnits(readable);
  const between = [
    // Where the unit of a table is wrong, its figures are not.
    ...(yield* flatMapSteps(volumes, (volume) =>
      tiesBetween(volume.filter((each) => isReadable.has(each) && !strays.has(each))),
    )),
    ...indicatorSums(placed).filter(({ tables: homes }) => homes.every((home) => isReadable.has(home))),
  ];
  const homes = homesOf(tables, between);
  const broken = brokenIn(tables, readable, between);
  const around = neighbourhoods(readable);
  const telling = remember((home: PlacedTable) =>
    tablesOf(around(home)).filter((table) => bearsOn(home.table, table)),
  );
  const ties = tiesOf(tables, telling, between, homes, new Set(broken.flatMap(cellsOf)));
  const whole = { tables, homeOf: homes };
  return {
    tables,
    between: between.filter(isSettled).map(({ evaluation }) => evaluation),
    causes: withLostRows(withBlanks(findCauses(broken, ties, causesOf), whole), whole),
    homeOf: homes,
  };
}

/** What fails inside the tables and between them; figures that slid or were exchanged explain the ties that end in their cells. */
function brokenIn(
  tables: ReadonlyMap<PlacedTable, TableRelations>,
  readable: readonly PlacedTable[],
  between: readonly Between[],
): Evaluation[] {
  const slides = [...tables.values()].flatMap(({ slide }) => slide ?? []);
  const moved = new Set<Cell | undefined>(
    slides.flatMap(({ moves, beyond }) => [...moves.map(({ cell }) => cell), ...(beyond?.row.cells ?? [])]),
  );
  const swaps = [...tables.values()].flatMap((relations) => relations.swaps);
  const isExplained = (evaluation: Evaluation) => {
    const cells = cellsOf(evaluation);
    return (
      cells.some((cell) => moved.has(cell)) ||
      swaps.some((swap) => swap.cells.some((cell) => cells.includes(cell)) && isMendedBy(swap, evaluation))
    );
  };
  const failing = between.filter(
    ({ certain, evaluation }) => certain && evaluation.standing === 'broken' && !isExplained(evaluation),
  );
  return [
    ...readable.flatMap((each) => tables.get(each)?.broken ?? []),
    ...failing.map(({ evaluation }) => evaluation),
  ];
}

/** What need not hold counts only where it does, to the last digit. */
function isSettled({ certain, evaluation }: Between): boolean {
  return certain || evaluation.standing === 'exact';
}

/** Where it does not, it tells between figures that may be wrong. */
function isOpen({ certain, evaluation }: Between): boolean {
  return !certain && evaluation.standing === 'broken';
}

/** The relations inside each table, with the slides that other tables show, or show better than its sums. */
function relationsByTable(placed: readonly PlacedTable[]): Steps<[PlacedTable, TableRelations][]> {
  const around = neighbourhoods(placed);
  return flatMapSteps(placed, (each) => {
    const inside = relationsOf(each.table);
    const relations = inside.swaps.length > 0 ? withDecidedSwaps(each.table, tablesOf(around(each))) : inside;
    // A slide that is sure needs no other witness, and where nothing fails none is: other tables need not be asked.
    if (relations.slide?.lost.sure || relations.failing.length === 0) return [[each, relations]];
    const slide = slideShownBy(each.table, tablesOf(around(each)));
    return [[each, slide ? withSlide(relations, slide) : relations]];
  });
}

const withDecidedSwaps = rememberAround((table: Table, others: readonly Table[]): TableRelations => {
  const relations = relationsOf(table);
  return { ...relations, swaps: relations.swaps.map((swap) => decidedSwap(swap, table, others)) };
}, printsSameRows);

const slideShownBy = rememberAround(
  (table: Table, others: readonly Table[]): Slide | undefined =>
    slideShownAround(table, others, relationsOf(table).failing, everyRelation),
  printsSameRows,
);

const withSlide = rememberPair((relations: TableRelations, slide: Slide): TableRelations => {
  const explained = new Set(slide.broken);
  return { ...relations, slide, broken: relations.broken.filter((each) => !explained.has(each)) };
});

/** Whether a table may say something of the figures of another. */
const bearsOn = rememberPair(
  (table: Table, other: Table): boolean =>
    printsSameRows(table, other) || seriesOf(table).some((series) => copiesIn(series, other).length > 0),
);

type HomeOf = (cell: AmountCell) => PlacedTable | undefined;

function homesOf(tables: ReadonlyMap<PlacedTable, TableRelations>, between: readonly Between[]): HomeOf {
  const known = new Map<AmountCell, PlacedTable>();
  for (const { evaluation, tables: homes } of between) {
    cellsOf(evaluation).forEach((cell, index) => {
      const home = homes[index];
      if (home) known.set(cell, home);
    });
  }
  // Most questions are about cells of relations that fail.
  for (const [placed, { broken }] of tables) {
    for (const evaluation of broken) for (const cell of cellsOf(evaluation)) known.set(cell, placed);
  }
  return (cell) => {
    const home = known.get(cell);
    if (home) return home;
    for (const [placed, { byCell }] of tables) if (byCell.has(cell)) return placed;
    return undefined;
  };
}

/** The other tables that may be of the same disclosure as a table, in the order of the document. */
type Neighbourhoods = (home: PlacedTable) => readonly PlacedTable[];

function tablesOf(placed: readonly PlacedTable[]): readonly Table[] {
  return placed.map(({ table }) => table);
}

/** What ties a cell has: in its table, between tables, and the copies its column agrees with. */
function tiesOf(
  tables: ReadonlyMap<PlacedTable, TableRelations>,
  around: (home: PlacedTable) => readonly Table[],
  between: readonly Between[],
  homeOf: HomeOf,
  suspects: ReadonlySet<AmountCell>,
): Ties {
  const [settled, open] = [isSettled, isOpen].map((fits) =>
    indexByCell(between.filter(fits).map(({ evaluation }) => evaluation)),
  );
  const copiesBeside = rememberPair((home: PlacedTable, series: Series) =>
    around(home)
      .map((table) => copiesAt(series, table))
      .filter((copies) => copies.size > 0),
  );
  const copiesOf = remember((cell: AmountCell): readonly Evaluation[] => {
    const home = homeOf(cell);
    const series = home && seriesAt(home.table, cell.column);
    return series ? copiesBeside(home, series).flatMap((copies) => copies.get(cell) ?? []) : [];
  });
  // Two tables that print the same wrong figure confirm nothing.
  const isSound = (copy: Evaluation, cell: AmountCell) =>
    copy.standing !== 'broken' && cellsOf(copy).every((each) => each === cell || !suspects.has(each));
  return {
    of(cell) {
      const home = homeOf(cell);
      return [...((home && tables.get(home)?.byCell.get(cell)) ?? []), ...(settled?.get(cell) ?? [])];
    },
    copiesOf: (cell) => copiesOf(cell).filter((copy) => isSound(copy, cell)),
    elsewhere(cell) {
      const home = homeOf(cell);
      return home ? figuresElsewhere(cell, home.table, around(home)) : [];
    },
    isRounded(cell) {
      const home = homeOf(cell);
      return (home && tables.get(home)?.rounded) ?? false;
    },
    hintsOn(cell) {
      const home = homeOf(cell);
      const doubtful = (home && tables.get(home)?.doubtful.get(cell)) ?? [];
      const copies = copiesOf(cell).filter(({ standing }) => standing === 'broken');
      return [...copies, ...doubtful, ...(open?.get(cell) ?? [])];
    },
  };
}

const copiesAt = rememberPair((series: Series, other: Table) => indexByCell(copiesIn(series, other)));

/** Tells of each table, once it is asked for, which others may be of the same disclosure. */
export function neighbourhoods(tables: readonly PlacedTable[]): Neighbourhoods {
  const places = new Map(tables.map((table, index) => [table, index]));
  return remember((home: PlacedTable) => {
    const at = places.get(home) ?? -1;
    return tables.slice(Math.max(0, at - REACH), at + REACH + 1).filter(({ table }) => table !== home.table);
  });
}
