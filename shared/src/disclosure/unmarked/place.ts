import type { RowNode } from '../../syntax/nodes.ts';
import { type Grid, wordsOfRow } from '../grid.ts';
import { wordsOf } from '../labels.ts';
import { bareReading } from './bareHead.ts';
import type { ColumnSum } from './blanks/columnSums.ts';
import { placeListBlanks } from './blanks/listBlanks.ts';
import { type BodyRow, filledUp } from './blanks/looseBody.ts';
import { type PlacedBlanks, placeBlanks, placeUnderTotal } from './blanks/placeBlanks.ts';
import { bodyRow } from './bodyRow.ts';
import { placedByCodes } from './byCodes.ts';
import { placedByPlaces } from './byPlace.ts';
import { withCodeLevels, withTotalBelowLevels } from './codeLevels.ts';
import { placedCodeLists } from './codeListsAbreast.ts';
import { type Head, headOf, numbersLines } from './head.ts';
import { type HeadReading, headReadings } from './headReadings.ts';
import { withKnownNames } from './knownNames.ts';
import { borneOut, type Layout, lastOfHead, layoutOf, withoutTwins } from './layout.ts';
import { withLevelsByName } from './levelsByName.ts';
import { placedByLineNumbers } from './lineNumbers.ts';
import { countsOf } from './linePlaces.ts';
import { placedAsLists } from './listsAbreast.ts';
import { placedLoneFigures } from './loneFigures.ts';
import { namedThreePublic } from './namedThreePublic.ts';
import { withNamesOfCodes } from './namesOfCodes.ts';
import { withoutNextTable } from './nextTable.ts';
import { cellByCellReadings, inTwoRows, orderedReading } from './orderedHead.ts';
import { placedOnPages } from './pagesUnderHeads.ts';
import { placedPurchases } from './purchases.ts';
import { rowOf } from './sequence/rowOf.ts';
import { underStackedHead } from './sequence/underStackedHead.ts';
import { stackedReading } from './stackedHead.ts';
import { placedThreePublic } from './threePublicRow.ts';
import { tokensOf } from './tokens.ts';
import { withTornRows } from './tornRows.ts';
import { withoutRepeatedHeads, withWholeHeadings } from './wholeHeadings.ts';
import { wrappedReadings } from './wrappedHead.ts';
import { withRestsOfItems, withWrappedNames } from './wrappedNames.ts';

/**
 * Finds the columns of a table in which nothing marks the cells: only their order is known.
 *
 * The headings say how many columns there are. A row that fills all of them has its cells in order; of a row
 * with fewer figures nobody knows which are missing, and it is marked as unsure. The headings are believed only if no
 * row has more figures than they have columns, and stacked headings only if they can be read in one way.
 * Returns undefined where no columns are found.
 */
export function placeCells(given: Grid): PlacedGrid | undefined {
  if (given.dialect !== 'flattened')
    return placedThreePublic(given) ?? placeUnderHead({ ...given, rows: withTotalBelowLevels(given.rows) });
  const rows = withWholeHeadings(withoutRepeatedHeads(withTotalBelowLevels(given.rows)));
  const grid = {
    ...given,
    rows: withoutNextTable(
      withRestsOfItems(withWrappedNames(withTornRows(withKnownNames(withNamesOfCodes(rows))))),
    ),
  };
  const placed =
    placedThreePublic(grid) ??
    namedThreePublic(grid) ??
    placedPurchases(given) ??
    placedByLineNumbers(grid) ??
    placeUnderHead(grid) ??
    amongLineNumbers(grid) ??
    placedCodeLists(given) ??
    placedByCodes(grid) ??
    placedAsLists(grid);
  const unsure = new Set(grid.rows.filter((row) => row.unsure).map(({ line }) => line));
  const read = placed?.grid.rows.map(
    (row): RowNode => (unsure.has(row.line) ? { ...row, unsure: true } : row),
  );
  return placed && read && { ...placed, grid: { ...placed.grid, rows: read } };
}

/** The numbers of lines (行次) stand among the amounts: where no columns are found, no figure is known to be one. */
function amongLineNumbers(grid: Grid): PlacedGrid | undefined {
  const head = headOf(grid.rows);
  if (!head || !numbersLines(head.rows)) return undefined;
  const rows = grid.rows.map((row, index): RowNode => (index < head.body ? row : { ...row, unsure: true }));
  return { grid: { ...grid, rows }, partial: true };
}

function placeUnderHead(grid: Grid): PlacedGrid | undefined {
  const head = headOf(grid.rows);
  if (!head) return undefined;
  const ofName = lastOfHead(head).length > 0 ? head.rows.at(-1) : undefined;
  const headings = new Set(head.rows.filter((row) => row !== ofName).map(wordsOfRow));
  // A page repeats the headings.
  const body = grid.rows.slice(head.body).filter((row) => !headings.has(wordsOfRow(row)));
  const readings = readingsOf(grid, head, body);
  const lone = loneRow(grid, head, body, readings);
  if (lone) return lone;
  const fitting = readings.flatMap(
    (reading) => layoutOf(reading, head, body, grid.dialect === 'aligned') ?? [],
  );
  const [layout, ...others] = borneOut(withoutTwins(fitting));
  const known = layout && others.length === 0 ? (underHeadings(grid, layout, body) ?? layout) : undefined;
  const narrowed = known?.filled ? undefined : underTotal(grid, head, body, fitting);
  if (narrowed) return narrowed;
  if (!known) return bySums(grid, head, body) ?? underBareHead(grid, head, body);
  return underKnownHead(grid, head, body, known);
}

/** The table under headings of two rows of which nothing but the sums of its rows shows where one ends. */
function bySums(grid: Grid, head: Head, body: readonly RowNode[]): PlacedGrid | undefined {
  const headings = grid.dialect === 'flattened' ? inTwoRows(head.rows) : undefined;
  const [first] = body;
  if (!headings || !first || head.width !== undefined) return undefined;
  const placed = underStackedHead(grid, tokensOf(rowOf(headings)), [], body.map(tokensOf));
  return placed && { ...placed, grid: { ...placed.grid, bodyLine: first.line } };
}

/** The table with a single row of figures that nothing names, under headings that are read in one way. */
function loneRow(
  grid: Grid,
  head: Head,
  body: readonly RowNode[],
  [reading, ...others]: readonly HeadReading[],
): PlacedGrid | undefined {
  if (grid.dialect !== 'aligned' || !reading || others.length > 0) return undefined;
  const row = placedLoneFigures(reading, body);
  const last = head.rows.at(-1);
  if (!row || !last) return undefined;
  const headings = { line: last.line, separator: false, cells: reading.leaves };
  return { grid: { ...grid, rows: [headings, { ...row, cells: filledUp(row.cells) }] }, partial: true };
}

/** The rows as the places of headings tell them where no row fills all columns. */
function underHeadings(grid: Grid, layout: Layout, body: readonly RowNode[]): Layout | undefined {
  if (layout.filled) return undefined;
  const placed = placedOnPages(bodyRows(layout, body), layout, grid.repeated ?? []);
  return placed && { ...layout, placed, filled: true, byPlaces: true };
}

function underKnownHead(
  grid: Grid,
  head: Head,
  body: readonly RowNode[],
  layout: Layout,
): PlacedGrid | undefined {
  const placed = withBlanks(layout, body);
  if (!layout.filled && placed.sums.length === 0) return undefined;
  const own = body.map((row, index) => bodyRow(row, placed.rows[index]));
  const [block] = layout.blocks;
  const rows = [
    ...headRows(layout, head, grid.rows),
    ...(block ? withLevelsByName(own, body, block.stub) : own),
  ];
  const [first] = grid.dialect === 'flattened' ? body : [];
  return {
    grid: { ...grid, rows, ...(first && { bodyLine: first.line }) },
    partial: !layout.reading.isWhole && layout.reading.rows.length < head.rows.length,
    sums: placed.sums,
  };
}

/**
 * The ways to read the headings. Those of an aligned table may be wrapped: unless they are all in one line, their
 * places and the words that headings are known to have tell which lines are one.
 */
function readingsOf(
  { dialect }: Grid,
  { rows: printed, width }: Head,
  body: readonly RowNode[],
): HeadReading[] {
  const stacked =
    dialect === 'aligned' && printed.length > 1 ? stackedReading(printed, countsOf(body)) : undefined;
  if (stacked) return [stacked];
  const rows = withCodeLevels(printed).filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const ordered = dialect === 'aligned' && rows.length > 1 ? [] : headReadings(rows);
  if (ordered.length > 0) return ordered;
  const wrapped = wrappedReadings(rows);
  // Which headings stand below others shows where the columns are numbered.
  const isCounted = dialect === 'flattened' && width !== undefined;
  return wrapped.length === 0 && isCounted ? cellByCellReadings(rows) : wrapped;
}

/** A table whose cells were put into columns. */
export interface PlacedGrid {
  readonly grid: Grid;
  /** How far groups of headings reach is not known; they are left out. */
  readonly partial: boolean;
  /** Which columns add up to which, where their figures show it and no headings tell. */
  readonly sums?: readonly ColumnSum[];
  /** No headings were found: rows may stand on pages before and behind. */
  readonly headless?: true;
  /** Its rows stand below no headings: none of them is one, whatever its words. */
  readonly unheaded?: true;
  /** The figures bear out which headings stand below which. */
  readonly grouped?: true;
}

/** The rows of a body, those with blanks as far as their places or sums tell their columns. */
function withBlanks(layout: Layout, body: readonly RowNode[]): PlacedBlanks {
  const [block, ...others] = layout.blocks;
  const rows = placedByPlaces(bodyRows(layout, body), layout.blocks);
  // Sums know nothing of columns that are blank throughout.
  if (layout.byPlaces) return { rows, sums: [] };
  const hasBlanks = rows.some(({ fit, torn }) => fit === 'partial' && !torn);
  const loose = bodyRows({ ...layout, placed: rows }, body);
  const found =
    block && hasBlanks
      ? others.length === 0
        ? placeBlanks(loose, block)
        : placeListBlanks(loose, layout.blocks)
      : undefined;
  return found ?? { rows, sums: [] };
}

function bodyRows({ placed, tokens }: Layout, body: readonly RowNode[]): BodyRow[] {
  return body.flatMap((node, index) => {
    const own = placed[index];
    return own ? { node, tokens: tokens[index] ?? [], placed: own } : [];
  });
}

/** The table under what all ways to read its headings have in common: those of the names and of the total. */
function underTotal(
  grid: Grid,
  head: Head,
  body: readonly RowNode[],
  layouts: readonly Layout[],
): PlacedGrid | undefined {
  const [layout, ...others] = layouts;
  const [block, second] = layout?.blocks ?? [];
  if (!layout || !block || others.some((other) => !beginsAlike(other, layout))) return undefined;
  const loose = bodyRows(layout, body);
  const placed = second ? placeListBlanks(loose, layout.blocks) : placeUnderTotal(loose, block);
  const last = head.rows.at(-1);
  if (!placed || !last) return undefined;
  const own = body.map((row, index) => bodyRow(row, placed.rows[index]));
  const rows = withLevelsByName(own, body, block.stub);
  const headings = { line: last.line, separator: false, cells: placed.headings };
  const bodyLine = body[0]?.line ?? last.line + 1;
  return { grid: { ...grid, rows: [headings, ...rows], bodyLine }, partial: true, sums: placed.sums };
}

/**
 * The table under headings of which some are torn: in the order of their lines, if rows have as many figures; else under
 * those of names and total alone.
 */
function underBareHead(grid: Grid, head: Head, body: readonly RowNode[]): PlacedGrid | undefined {
  if (grid.dialect !== 'flattened' || head.width !== undefined) return undefined;
  const ordered = layoutUnder(orderedReading(head.rows), head, body);
  if (ordered?.filled) return underKnownHead(grid, head, body, ordered);
  const bare = layoutUnder(bareReading(head.rows), head, body);
  return bare && underTotal(grid, head, body, [bare]);
}

function layoutUnder(
  reading: HeadReading | undefined,
  head: Head,
  body: readonly RowNode[],
): Layout | undefined {
  return reading && layoutOf(reading, head, body, false);
}

/** Whether two ways to read the headings have the same names, and the same first columns of figures. */
function beginsAlike(one: Layout, other: Layout): boolean {
  const [first, second] = [one, other].map(({ blocks }) =>
    blocks
      .flatMap(({ stub, rest }) => [...stub, ...rest.slice(0, 1)].map(({ cell }) => wordsOf(cell)))
      .join('|'),
  );
  return first === second && one.blocks.length === other.blocks.length;
}

/** Headings in their columns; what is left of the head keeps its lines and says nothing. */
function headRows({ reading }: Layout, head: Head, rows: readonly RowNode[]): RowNode[] {
  const last = head.rows.at(-1);
  const shown = reading.rows.map((cells, index): RowNode => {
    const source = head.rows[head.rows.length - reading.rows.length + index] ?? last;
    return { line: source?.line ?? 0, separator: false, cells };
  });
  const index = rows.slice(head.rows.length, head.body);
  return [...shown, ...index];
}
