import type { AmountCell, Cell, PlacedTable, Table } from '../disclosure/table.ts';
import { sameItems } from '../text/lists.ts';
import { remember, rememberLast, rememberPair } from '../text/remember.ts';
import { rememberAround } from '../text/rememberAround.ts';
import { rememberEach, rememberEachSteps } from '../text/rememberEach.ts';
import { rememberList } from '../text/rememberVersion.ts';
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
import { strayUnitsFinder } from './strayUnits.ts';
import { isMendedBy } from './swaps.ts';
import { everyRelation, relationsOf, type TableRelations } from './tableRelations.ts';

/** Tables that stand further apart than this are of different disclosures in one file. */
const REACH = 40;

const strayUnits = strayUnitsFinder();

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
  const related = yield* relatingEach(placed);
  const tables = new Map(related.map((each) => [each.placed, each.relations]));
  const readable = readableAmong(related);
  const unreadable = new Set(unreadableAmong(related));
  const strays = strayUnits(readable);
  const between = [
    // Where the unit of a table is wrong, its figures are not.
    ...(yield* flatMapSteps(volumes, (volume) =>
      tiesBetween(volume.filter((each) => !unreadable.has(each) && !strays.has(each))),
    )),
    ...indicatorSums(placed).filter(({ tables: homes }) => !homes.some((home) => unreadable.has(home))),
  ];
  const homes = homesOf(tables, between, failingAmong(related));
  const broken = brokenIn(related, between);
  const around = neighbourhoods(readable);
  const telling = remember((home: PlacedTable) => tellingOf(home.table, tablesOf(around(home))));
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
function brokenIn(related: readonly Related[], between: readonly Between[]): Evaluation[] {
  const slides = slidesAmong(related);
  const moved = new Set<Cell | undefined>(
    slides.flatMap(({ moves, beyond }) => [...moves.map(({ cell }) => cell), ...(beyond?.row.cells ?? [])]),
  );
  const swaps = swapsAmong(related);
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
  return [...brokenAmong(related), ...failing.map(({ evaluation }) => evaluation)];
}

const slidesAmong = rememberEach(({ relations: { slide } }: Related) => (slide ? [slide] : []));
const swapsAmong = rememberEach(({ relations: { swaps } }: Related) => swaps);
const brokenAmong = rememberEach((each: Related) => (isReadable(each) ? each.relations.broken : []));
const failingAmong = rememberEach((each: Related) => (each.relations.broken.length > 0 ? [each] : []));
const readableAmong = rememberEach((each: Related) => (isReadable(each) ? [each.placed] : []));
const unreadableAmong = rememberEach((each: Related) => (isReadable(each) ? [] : [each.placed]));

function isReadable({ placed: { table }, relations }: Related): boolean {
  return !table.cut && !relations.misread;
}

/** What need not hold counts only where it does, to the last digit. */
function isSettled({ certain, evaluation }: Between): boolean {
  return certain || evaluation.standing === 'exact';
}

/** Where it does not, it tells between figures that may be wrong. */
function isOpen({ certain, evaluation }: Between): boolean {
  return !certain && evaluation.standing === 'broken';
}

/** A table with the relations inside it. */
interface Related {
  readonly placed: PlacedTable;
  readonly relations: TableRelations;
}

/** The relations inside each table, with the slides that other tables show, or show better than its sums. */
function* relatingEach(placed: readonly PlacedTable[]): Steps<readonly Related[]> {
  const inside = yield* relatingInside(placed);
  const asking = askingOthers(inside);
  const around = neighbourhoods(placed);
  const told = yield* flatMapSteps(asking, (each) => [toldByOthers(each, tablesOf(around(each.placed)))]);
  let at = 0;
  return sameRelated(inside.map((each) => (each === asking[at] ? (told[at++] ?? each) : each)));
}

const relatingInside = rememberEachSteps((placed: PlacedTable): readonly Related[] => [
  { placed, relations: relationsOf(placed.table) },
]);

/** A slide that is sure needs no other witness, and where nothing fails none is: most tables need not ask others. */
const askingOthers = rememberEach((each: Related) => {
  const { swaps, slide, failing } = each.relations;
  return swaps.length > 0 || (!slide?.lost.sure && failing.length > 0) ? [each] : [];
});

const sameRelated = rememberList<Related>();

function toldByOthers(each: Related, others: readonly Table[]): Related {
  const { table } = each.placed;
  const inside = each.relations;
  const relations = inside.swaps.length > 0 ? withDecidedSwaps(table, others) : inside;
  const isSettled = relations.slide?.lost.sure || relations.failing.length === 0;
  const slide = isSettled ? undefined : slideShownBy(table, others);
  return asTold(each, slide ? withSlide(relations, slide) : relations);
}

/** A table with what is known of it once others were asked; the very same where that is what it was. */
const asTold = rememberLast(
  (each: Related, relations: TableRelations): Related =>
    relations === each.relations ? each : { ...each, relations },
);

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

/** The tables among others that may say something of the figures of one. */
const tellingOf = rememberAround(
  (table: Table, others: readonly Table[]) => others.filter((other) => bearsOn(table, other)),
  bearsOn,
);

type HomeOf = (cell: AmountCell) => PlacedTable | undefined;

function homesOf(
  tables: ReadonlyMap<PlacedTable, TableRelations>,
  between: readonly Between[],
  failing: readonly Related[],
): HomeOf {
  const known = new Map<AmountCell, PlacedTable>();
  for (const { evaluation, tables: homes } of between) {
    cellsOf(evaluation).forEach((cell, index) => {
      const home = homes[index];
      if (home) known.set(cell, home);
    });
  }
  // Most questions are about cells of relations that fail.
  for (const { placed, relations } of failing) {
    for (const evaluation of relations.broken)
      for (const cell of cellsOf(evaluation)) known.set(cell, placed);
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
  const besideOf = (cell: AmountCell): Beside | undefined => {
    const home = homeOf(cell);
    return home && { table: home.table, others: around(home) };
  };
  const copiesOf = (cell: AmountCell) => {
    const beside = besideOf(cell);
    return beside ? copiesBeside(cell, beside) : [];
  };
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
      const beside = besideOf(cell);
      return beside ? figuresBeside(cell, beside) : [];
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

/** The table of a cell, and the others that may say something of its figures. */
interface Beside {
  readonly table: Table;
  readonly others: readonly Table[];
}

function isSameBeside(a: Beside, b: Beside): boolean {
  return a.table === b.table && sameItems(a.others, b.others);
}

// Each cause is asked for again in every version, and few edits change a table beside it.
const copiesBeside = rememberLast((cell: AmountCell, { table, others }: Beside): readonly Evaluation[] => {
  const series = seriesAt(table, cell.column);
  return series ? others.flatMap((other) => copiesAt(series, other).get(cell) ?? []) : [];
}, isSameBeside);

const figuresBeside = rememberLast(
  (cell: AmountCell, { table, others }: Beside) => figuresElsewhere(cell, table, others),
  isSameBeside,
);

const copiesAt = rememberPair((series: Series, other: Table) => indexByCell(copiesIn(series, other)));

/** Tells of each table, once it is asked for, which others may be of the same disclosure. */
export function neighbourhoods(tables: readonly PlacedTable[]): Neighbourhoods {
  return remember((home: PlacedTable) => {
    const at = tables.indexOf(home);
    return tables.slice(Math.max(0, at - REACH), at + REACH + 1).filter(({ table }) => table !== home.table);
  });
}
