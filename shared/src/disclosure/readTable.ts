import { marksCells } from '../syntax/markedCells.ts';
import type { RowNode } from '../syntax/nodes.ts';
import { type AmountUnit, parseAmount } from '../text/amount.ts';
import { alignTotalRow, filledColumns, headerAnchors } from './alignment.ts';
import { bindRow, unplacedRow } from './bindRow.ts';
import { codeColumnsOf, readCodeBlocks, secondCodesOf } from './codeBlocks.ts';
import { isCollapsed } from './collapsed.ts';
import { headerRows, readColumns, readContents, withCodes, withoutGroups, withParts } from './columns.ts';
import { readYear } from './context.ts';
import { withoutDamagedFigures } from './damagedFigures.ts';
import { gathered } from './gathered.ts';
import type { Grid } from './grid.ts';
import { haveBlanks } from './headBlanks.ts';
import { readIndicatorColumns } from './indicatorColumns.ts';
import { withoutLooseFigures } from './looseFigures.ts';
import { type LostBlanks, lostBlanksOf } from './lostBlanks.ts';
import { withoutLostCells } from './lostCells.ts';
import { withoutMovedPages, withoutNarrowPage } from './movedPages.ts';
import { withNamesApart } from './namesApart.ts';
import { withNamesAround } from './namesAround.ts';
import { isForm, roleOf, roleOfTitle } from './roles.ts';
import { type ReadRow, readRows } from './rows.ts';
import { withBodyUnderHead } from './shiftedBody.ts';
import { readSides } from './sides.ts';
import { markSlidRows } from './slidCells.ts';
import { withoutSlidRows } from './slidRows.ts';
import type { Cell, Column, IndicatorColumns, Row, Table, Title } from './table.ts';
import { readTableUnit } from './tableUnit.ts';
import {
  areHeadingsFitting,
  canHeadingsFit,
  holdsCodesOnly,
  holdsTotalsOfCodes,
  isHeadedAsCodes,
} from './unmarked/headings.ts';
import { loneRowInOrder } from './unmarked/loneFigures.ts';
import { type PlacedGrid, placeCells } from './unmarked/place.ts';
import { placeCodeLists, placeRowsAnew, placeSequence } from './unmarked/sequence/placeSequence.ts';
import { hasRowsOnOneLine, rowsOnOneLine } from './unmarked/sequence/rows.ts';
import { rowsUnderTotal } from './unmarked/sequence/rowsUnderTotal.ts';

/** What stands around a table and bears on its meaning. */
export interface TableContext {
  readonly title?: Title;
  /** 单位 declared between the title and the table. */
  readonly unit?: AmountUnit;
  /** Year of the document, for tables whose title names none. */
  readonly year?: number;
  /** The table goes on in a page that could not be fitted to it, or the document ends with one of its rows. */
  readonly open?: boolean;
  /** A merge conflict goes through the table. */
  readonly cut?: boolean;
  /** The table is a later page of the one before that could not be fitted to it. */
  readonly continues?: boolean;
}

/** Whether two contexts give the same reading. */
export function sameContext(a: TableContext, b: TableContext): boolean {
  return (
    a.title?.text === b.title?.text &&
    a.title?.offset === b.title?.offset &&
    a.unit === b.unit &&
    a.year === b.year &&
    (a.open === true) === (b.open === true) &&
    (a.cut === true) === (b.cut === true) &&
    (a.continues === true) === (b.continues === true)
  );
}

/** Half of the rows must be named by codes before the table is read as a tree of codes. */
const CODED_SHARE = 0.5;

/** Reads one table. A pure function of its grid and context. */
export function readTable(printed: Grid, context: TableContext): Table {
  const given = { ...printed, rows: rowsUnderHead(printed) };
  const isLoose = given.dialect === 'flattened' || isSequence(given);
  const table = readPlaced(given, isLoose ? placeFlattened(given) : undefined, context);
  if (isLoose) return table;
  const lost = lostBlanksOf(given, table);
  if (lost) return readWithoutBlanks(given, lost, table, context);
  // Two lists of codes abreast are told by their codes, whatever rows the first cells seemed to fall into.
  const lists = given.dialect === 'cell-line' && !table.rows.every(({ bound }) => bound);
  const abreast = lists ? placeCodeLists(given) : undefined;
  if (abreast) return readPlaced(given, abreast, context);
  const read = isRead(table);
  if (read && !(given.inOrder && isBare(table))) return table;
  if (read) return readInOrder(given, context) ?? table;
  if (given.inOrder) {
    const ordered = readInOrder(given, context);
    if (ordered && isRead(ordered)) return ordered;
    return readAsFlattened(given, context) ?? ordered ?? withoutHeadings(given, table, context);
  }
  if (given.dialect !== 'cell-line') return table;
  // Headings without their empty cells may have moved all rows, or lists abreast those that end before others.
  const placed = placeRowsAnew(given);
  return placed ? readPlaced(given, placed, context) : table;
}

/** The rows, with what stands off its column for certain put where it belongs. */
function rowsUnderHead({ dialect, rows }: Grid): readonly RowNode[] {
  return dialect === 'aligned' ? withNamesAround(withNamesApart(rows)) : withBodyUnderHead(rows, dialect);
}

/** Reads a table by nothing but the order of its cells; undefined where that does not tell its columns. */
export function readInOrder(given: Grid, context: TableContext): Table | undefined {
  const ordered = given.inOrder && { ...given, rows: given.inOrder };
  const placed = ordered && placeCells(ordered);
  return placed && readPlaced(ordered, placed, context);
}

/**
 * Reads a table whose cells stand below each other as if they did not: what a scanner reads wanders from row to row, has signs of
 * the frame in front of figures and blanks within them. Undefined where that does not tell its columns either.
 */
function readAsFlattened({ flattened, ...given }: Grid, context: TableContext): Table | undefined {
  if (!flattened) return undefined;
  const { inOrder: _, repeated: __, ...rest } = given;
  const grid: Grid = { ...rest, dialect: 'flattened', rows: flattened };
  const placed = placeFlattened(grid);
  const table = placed && readPlaced(grid, placed, context);
  return table && isRead(table) ? table : undefined;
}

/** Reads a table that lost its blank cells by the order of what is left, as far as that tells what the headings are over. */
function readWithoutBlanks(
  given: Grid,
  { areRowsWhole, isClosed }: LostBlanks,
  table: Table,
  context: TableContext,
): Table {
  const ordered = areRowsWhole && readAsFlattened({ ...given, flattened: given.rows }, context);
  if (ordered) return ordered;
  return isClosed ? table : withoutHeadings(given, table, context);
}

/**
 * The table with no heading over any column, where it is not certain which headings stand over which figures: that
 * figures stand in one column is, as far as their rows are not unsure themselves.
 */
function withoutHeadings(given: Grid, table: Table, context: TableContext): Table {
  if (isForm(table)) return table;
  const bare = readPlaced(given, undefined, context, false);
  return hasTornColumn(bare) ? table : bare;
}

/**
 * Whether no row of a table of codes fills all columns of figures, as its total does: two of them may be one, which
 * nothing heads.
 */
function hasTornColumn({ coded, columns, rows }: Table): boolean {
  const amounts = columns.filter(({ kind }) => kind === 'amount');
  return coded && !rows.some(({ cells }) => amounts.every(({ index }) => cells[index]?.amount));
}

/** Whether some row is known to stand in its columns, one with figures if others with figures are not. */
function isRead({ dialect, rows }: Table): boolean {
  const known = rows.filter(isKnown);
  const isLost = ({ kind, bound, cells }: Row) => kind !== 'header' && !bound && cells.some(hasFigure);
  const needsFigures = dialect === 'aligned' && rows.some(isLost);
  return needsFigures ? known.some(({ cells }) => cells.some(hasFigure)) : known.length > 0;
}

/** Whether no column of amounts has any of the headings that are there: their places do not fit what the columns hold. */
function isBare({ rows, columns }: Table): boolean {
  const amounts = columns.filter(({ kind }) => kind === 'amount');
  return rows.some(({ kind }) => kind === 'header') && amounts.every(({ path }) => path.length === 0);
}

function isKnown({ kind, bound }: Row): boolean {
  return (kind === 'data' || kind === 'total') && bound;
}

function hasFigure(cell: Cell | undefined): boolean {
  return cell !== undefined && /^[\d.,%-]*\d[\d.,%-]*$/.test(cell.text);
}

/** @param headed whether the headings are believed */
function readPlaced(
  given: Grid,
  placed: PlacedGrid | undefined,
  context: TableContext,
  headed = true,
): Table {
  const grid = placed?.grid ?? given;
  // Where a flattened table has lost its columns for good, its cells are known, their places are not.
  const gridded =
    placed !== undefined || (grid.dialect !== 'flattened' && !isSequence(grid) && !isCollapsed(grid));
  const read = gridded ? readRows(grid) : [];
  const header = headed && !placed?.unheaded ? headerRows(read) : [];
  const indicators = readIndicatorColumns(
    grid.dialect === 'flattened' && !gridded ? grid.rows : read.map(({ node }) => node),
  );
  const moved = marksCells(grid.dialect) ? markSlidRows(gathered(read, header), header) : read;
  const readings = indicators ? withoutMovedValues(moved, read, indicators.line) : moved;
  const blocks = readCodeBlocks(readings);
  const codes = new Set([...codeColumnsOf(blocks), ...secondCodesOf(readings, header)]);
  const contents = withCodes(
    readContents(indicators ? aboveIndicators(readings, indicators) : readings),
    codes,
  );
  const filled = filledColumns(readings, contents.kinds);
  const alignments = readings.map((reading) => alignTotalRow(reading, contents.kinds, filled));
  const alignment = alignments.find((each) => each !== undefined);
  const underHead = readColumns(
    header,
    readings,
    contents,
    alignment && headerAnchors(alignment, header),
    marksCells(grid.dialect),
  );
  const areGroupsLoose = isUnmarked(grid) && !placed?.grouped && !haveBlanks(grid, header);
  const isLoose = placed?.partial || areGroupsLoose;
  const grouped = isLoose ? underHead.map(withoutGroups) : underHead;
  const columns = placed?.sums ? grouped.map((column) => withParts(column, placed.sums ?? [])) : grouped;
  const isKept = placed !== undefined || areColumnsKnown(grid, columns, header);
  const bound = readings.map((reading, index) => {
    const row = bindRow(reading, columns, alignments[index]);
    return isKept ? row : unplacedRow(row);
  });
  const rows = withoutDoubtful(grid, bound, columns, context);
  const coded = blocks.length === 0 && isCoded(rows, columns);
  const { title } = context;
  const unit = readTableUnit(given, readings, context.unit);
  const sides = readSides(columns, rows, coded, blocks);
  const year = (title && readYear(title.text)) ?? context.year;
  return {
    dialect: grid.dialect,
    lineCount: grid.lineCount,
    role: indicators ? roleOfTitle(title?.text ?? '') : roleOf(title?.text, columns, sides, coded),
    columns,
    rows: gridded ? rows : flattenedRows(grid),
    coded,
    open:
      // A page that begins with rows goes on with a table that could not be found.
      (grid.cutAbove === true && context.title === undefined) ||
      ((context.open === true || placed?.headless === true) &&
        rows.findLast((row) => row.kind === 'data' || row.kind === 'total')?.kind !== 'total'),
    headless: context.continues === true || placed?.headless === true || (header.length === 0 && !title),
    sides,
    ...(context.cut === true && { cut: true }),
    ...(title && { title }),
    ...(unit && { unit }),
    ...(year !== undefined && { year }),
    ...(indicators && { indicators }),
  };
}

/**
 * 年度主要任务 with their amounts above 一级指标 | 二级指标 | 三级指标 | 指标值: what stands below other headings tells nothing of the columns of
 * the form, if this has amounts.
 */
function aboveIndicators(rows: readonly ReadRow[], { line }: IndicatorColumns): readonly ReadRow[] {
  const above = rows.filter(({ node }) => node.line < line);
  return above.some(({ kind, amounts }) => kind === 'total' && amounts.size > 1) ? above : rows;
}

/** The rows, of which those are bound to nothing that show that cells of them slid, are lost or stand in other lines. */
function withoutDoubtful(
  { dialect }: Grid,
  rows: readonly Row[],
  columns: readonly Column[],
  { title, continues }: TableContext,
): readonly Row[] {
  const known = dialect === 'tab' ? withoutMovedPages(withoutLostCells(rows, columns), columns) : rows;
  // Only a page that has no title of its own is known to have had all columns before.
  if (dialect === 'tab' && continues && !title)
    return withoutSlidRows(withoutNarrowPage(known, columns), columns);
  const whole = withoutSlidRows(marksCells(dialect) ? known : withoutDamagedFigures(known, columns), columns);
  return dialect === 'aligned' ? withoutLooseFigures(whole) : whole;
}

function placeFlattened(grid: Grid): PlacedGrid | undefined {
  if (isSequence(grid)) return placeSequence(grid);
  if (!hasRowsOnOneLine(grid)) return placeCells(grid) ?? placedAlone(grid);
  return rowsOnOneLine(grid) ?? placeCells(grid) ?? rowsUnderTotal(grid);
}

/** The one row of a table below headings that name nothing but figures. */
function placedAlone(grid: Grid): PlacedGrid | undefined {
  return grid.dialect === 'flattened' ? loneRowInOrder(grid) : undefined;
}

/** Whether each cell is a row by itself, for nothing shows the rows. */
function isSequence({ dialect, rows }: Grid): boolean {
  return dialect === 'cell-line' && rows.every(({ cells }) => cells.length < 2);
}

/** Whether nothing marks the cells, so that nobody knows for sure how far a group of headings reaches. */
function isUnmarked({ dialect }: Grid): boolean {
  return dialect === 'aligned' || dialect === 'cell-line';
}

/** Whether the headings that a dialect without marks gives to columns can be theirs. */
function areColumnsKnown(
  { dialect, rows }: Grid,
  columns: readonly Column[],
  header: readonly ReadRow[],
): boolean {
  if (dialect === 'aligned')
    return canHeadingsFit(columns, header) && !header.some(({ node }) => node.unsure);
  if (dialect !== 'cell-line') return true;
  const others = columns.filter(
    (column) => !isHeadedAsCodes(column, header, rows) && !holdsTotalsOfCodes(column, header, rows),
  );
  return areHeadingsFitting(others, header) && !others.some((column) => holdsCodesOnly(column, rows));
}

/** `301 | 工资福利支出 | 10.00 | 302 | 商品和服务支出 | 5.00`: codes begin again behind amounts. */
function hasCodesAbreast(columns: readonly Column[]): boolean {
  const firstAmount = columns.findIndex((column) => column.kind === 'amount');
  const isWords = (column: Column) => column.kind === 'text' && /科目|名称|项目/.test(column.label);
  return columns.some((column) => firstAmount !== -1 && column.index > firstAmount + 1 && isWords(column));
}

/** A bare number in a list of indicators (60) is no amount of a column that the form above it has. */
function withoutMovedValues(
  moved: readonly ReadRow[],
  read: readonly ReadRow[],
  heading: number,
): readonly ReadRow[] {
  return moved.map((row, index) => (row.node.line > heading ? (read[index] ?? row) : row));
}

/** Cells whose columns are unknown: what they are is known, what they count towards is not. */
function flattenedRows(grid: Grid): Row[] {
  return grid.rows.map((node) => ({
    line: node.line,
    kind: node.separator ? 'separator' : 'data',
    bound: false,
    cells: node.cells.map((cell): Cell => {
      const amount = parseAmount(cell.text);
      return amount && amount.decimals > 0 ? { ...cell, amount } : cell;
    }),
  }));
}

function isCoded(rows: readonly Row[], columns: readonly Column[]): boolean {
  const says = (row: Row): boolean => row.code !== undefined || row.cells.some((cell) => cell?.amount);
  const data = rows.filter((row) => row.kind === 'data' && says(row));
  // What stands in front of the words of a torn row may be an amount.
  const named = data.filter((row) => row.code || row.body);
  return (
    named.some((row) => row.code && !row.unplaced) &&
    named.length > CODED_SHARE * data.length &&
    !hasCodesAbreast(columns)
  );
}
