import { isKnownHeading } from '../../../syntax/headingWords.ts';
import type { RowNode } from '../../../syntax/nodes.ts';
import { GLUED_TO_NAME } from '../../../text/codeShape.ts';
import { maxOf } from '../../../text/lists.ts';
import { compactLabel } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { isTotalLabel } from '../../labels.ts';
import { placedByCodes } from '../byCodes.ts';
import { isCodeLevel } from '../codeLevels.ts';
import { leafOf } from '../leaves.ts';
import { type PlacedGrid, placeCells } from '../place.ts';
import { type Token, tokensOf } from '../tokens.ts';
import { countIndex, fromNames } from './heads.ts';
import { leavesByCount } from './leavesByCount.ts';
import { withLostDigits } from './lostDigits.ts';
import { takesTotalForGroup } from './lostTotal.ts';
import { headingsEnd, isCode, mayEndInNext, rowsAtNames } from './rowsAtNames.ts';
import { mostAbove, standAbreast, underStackedHead } from './underStackedHead.ts';

/** The last digits of a code in the cell of the name. */
const CODE_END = /^\d{2}(?=\s+[\u4e00-\u9fff])/;
/** Headings of more columns than any table has. */
const MAX_HEADINGS = 40;
/** So many headings stand over 类, 款 and 项 at most. */
const MAX_OVER = 2;
/** Heads codes and names of what money is spent on, or for. */
const OVER_NAMES = /^(?:支出)?(?:功能|(?:部门|政府)?(?:预算)?(?:支出)?经济)(?:分类)?科目$/;
/** Codes and names of two schemes in front of the figures. */
const TWO_SCHEMES = /^code,name,code,name(?:,figure)+(?:,text)?$/;
/** So many rows that are alike are no accident. */
const MIN_ROWS = 3;
/** Longer sequences would cost too much time. */
const MAX_TOKENS = 5000;

const NO_CELL = { span: { line: 0, start: 0, end: 0 }, column: 0, text: '' };

/** A sequence of cells parted into headings, numbers of columns and rows. */
interface Parts {
  readonly headings: readonly Token[];
  /** Whether they have one column of names, and one of codes or of their levels. */
  readonly single: boolean;
  readonly index: readonly Token[];
  readonly rows: readonly (readonly Token[])[];
  /** A row at the end of which the code of another one may stand, whose name was cut off. */
  readonly rest: readonly (readonly Token[])[];
}

/**
 * Parts a table of one block, of which only the sequence of its cells is left, at the names: each row begins with its
 * code and name, and its figures follow. Which figures stand in which columns is then told as in rows that were
 * flattened. Headings may stand over others, and how many columns there are the row tells that numbers them, or else
 * the rows that fill all of them: undefined where the order gives nothing, or where it depends on where the lines of
 * headings were broken.
 */
export function rowsByNames(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.map(withCodesApart).flatMap(tokensOf);
  const parts = tokens.length > MAX_TOKENS ? undefined : partsOf(tokens);
  if (!parts) return undefined;
  const { headings, single, index, rows, rest } = parts;
  // Names that are headed twice, without codes, are those of lists.
  if (standAbreast(headings) && headings.every(({ cell }) => leafOf(cell).kind !== 'code')) return undefined;
  const body = (index.length > 0 ? [index, ...rows] : rows).map(rowOf);
  const below = (heads: readonly (readonly Token[])[]) =>
    placeCells({ ...grid, rows: [...heads.map(rowOf), ...body] });
  if (rows.length === 1) return underPlainHead(headings, rows, below);
  const readings = (single ? linesOf(headings) : []).flatMap((heads) => below(heads) ?? []);
  const byCodes = () => (fillsAll(rows) ? placedByCodes({ ...grid, rows: body }) : undefined);
  const [only, ...others] = readings;
  const isKnown = only !== undefined && others.every((other) => isSame(other, only));
  const plain = fromNames(headings);
  const whole = areWhole(plain, rows) ? below([plain]) : undefined;
  const known = whole ?? (isKnown ? only : undefined);
  // Where no reading gives more than the heading of the total, broken lines may.
  const stacked =
    single && known?.partial !== false ? underStackedHead(grid, headings, index, rows) : undefined;
  const leaves = known?.partial !== false && leavesByCount(headings, index, rows.map(figuresOf));
  // What the sums leave open of the headings their number may tell.
  const isOpen = stacked === undefined || (leaves && headCount(stacked) < leaves.length);
  const counted = leaves && isOpen ? below([leaves]) : undefined;
  const first = (counted && { ...counted, partial: true }) ?? stacked ?? known ?? byCodes();
  if (!first || takesTotalForGroup(first, rows.map(figuresOf))) return undefined;
  const unknown = rest.map((row): RowNode => ({ ...rowOf(row), unsure: true }));
  const torn = tornNames(index.length > 0 ? rows : [headings.slice(-1), ...rows]);
  const placed = first.grid.rows.map(
    (row): RowNode =>
      row.cells.some(({ span, text }) => text !== '' && torn.has(span.line)) ? { ...row, torn: true } : row,
  );
  return {
    ...first,
    grid: { ...first.grid, rows: [...placed, ...unknown] },
    partial: first.partial || headings.length > index.length,
  };
}

/** How many columns have headings. */
function headCount({ grid: { rows } }: PlacedGrid): number {
  return rows[0]?.cells.filter(({ text }) => text !== '').length ?? 0;
}

/**
 * The lines of names that may begin in the words above them, which are no headings and have neither code nor figure, where
 * most rows have codes; the code stands with them, or with neither.
 *
 * @param rows with the last heading in front of them, where nothing shows that it is one
 */
function tornNames(rows: readonly (readonly Token[])[]): ReadonlySet<number> {
  const isLoose = (row: readonly Token[]) => {
    const name = row.at(-1);
    return (
      name?.kind === 'words' &&
      row.slice(0, -1).every(isCode) &&
      !isTotalLabel(name.cell.text) &&
      !isKnownHeading(name.cell.text)
    );
  };
  const isTotal = ([first]: readonly Token[]) => isTotalLabel(first?.cell.text ?? '');
  const isCoded = (row: readonly Token[]) =>
    row.some(isCode) || GLUED_TO_NAME.test(row[0]?.cell.text.trim() ?? '');
  const isNamed = (row: readonly Token[]) => isCoded(row.slice(0, 1)) || isTotal(row);
  const opening = rows.filter((row, at) => !isTotal(row) && !isLoose(rows[at - 1] ?? []));
  if (2 * opening.filter(isCoded).length < opening.length) return new Set();
  const torn = rows.filter((row, at) => isLoose(rows[at - 1] ?? []) && !isLoose(row) && !isNamed(row));
  return new Set(
    torn.flatMap((row) => row.filter(({ kind }) => kind === 'words').map(({ cell }) => cell.span.line)),
  );
}

/** A single row is told where it fills all columns that are headed from the heading of its name on: nothing behind it stands over others. */
function underPlainHead(
  headings: readonly Token[],
  rows: readonly (readonly Token[])[],
  below: (heads: readonly (readonly Token[])[]) => PlacedGrid | undefined,
): PlacedGrid | undefined {
  const own = fromNames(headings);
  const placed = fillPlainHead(own, rows) ? below([own]) : undefined;
  return placed && { ...placed, partial: placed.partial || own.length < headings.length };
}

/** Whether rows have a figure for each heading of figures: then none of the headings stands over others. */
function areWhole(headings: readonly Token[], rows: readonly (readonly Token[])[]): boolean {
  return rows.length >= MIN_ROWS && fillPlainHead(headings, rows);
}

function fillPlainHead(headings: readonly Token[], rows: readonly (readonly Token[])[]): boolean {
  const kinds = headings.map(({ cell }) => leafOf(cell).kind);
  const count = kinds.filter((kind) => kind === 'figure').length;
  const isPlain = /^(?:(?:code,)+name|name,code|name)(?:,figure)+(?:,text)?$/.test(kinds.join());
  const isFull = (row: readonly Token[]) => figuresOf(row).length === count;
  return isPlain && rows.every(isFull);
}

/** What stands behind the name of a row, or its code where that stands there. */
function figuresOf(row: readonly Token[]): readonly Token[] {
  const name = row.findLastIndex(({ kind }) => kind === 'words');
  const isCoded = name === 0 && isCode(row[1]) && !isTotalLabel(row[0]?.cell.text ?? '');
  return row.slice(name + (isCoded ? 2 : 1));
}

/**
 * Whether the total of all rows is there and as full as any: it has a figure in every column that has one in some row.
 * Where rows of unequal length print zeros, a zero of the total may have been left out.
 */
function fillsAll(rows: readonly (readonly Token[])[]): boolean {
  const figures = rows.map((row) => row.slice(row.findLastIndex(({ kind }) => kind === 'words') + 1));
  const counts = figures.map(({ length }) => length).filter((count) => count > 0);
  const most = maxOf(figures, ({ length }) => length, 0);
  const isEven = counts.every((count) => count === most);
  const hasZeros = figures.flat().some(({ cell }) => !/[1-9]/.test(cell.text));
  return (
    (isEven || !hasZeros) &&
    rows.some((row, at) => isTotalLabel(row[0]?.cell.text ?? '') && figures[at]?.length === most)
  );
}

/**
 * All ways to put headings into lines: groups, and the headings below them. 类 款 项 at the end stand below the heading of
 * the codes, in a line of their own; these are never parted.
 */
function linesOf(headings: readonly Token[]): (readonly Token[])[][] {
  const isLevel = headings.map(({ cell }) => isCodeLevel(cell));
  const end = isLevel.lastIndexOf(false) + 1;
  const levels = headings.slice(end);
  // Rows begin with their names: where headings of these are the last ones, they stand below others.
  const endsInNames = ['code', 'name'].includes(leafOf(headings[end - 1]?.cell ?? NO_CELL).kind);
  const most = Math.min(end, mostAbove(headings));
  return [...headings.keys()]
    .filter((groups) => groups <= most && !(isLevel[groups - 1] && isLevel[groups]))
    .filter((groups) => groups > 0 || !endsInNames)
    .map((groups) =>
      [headings.slice(0, groups), headings.slice(groups, end), levels].filter(({ length }) => length > 0),
    );
}

/** The cells of a line, the last digits of a code apart from the name behind them. */
function withCodesApart(row: RowNode): RowNode {
  const cells = row.cells.flatMap((cell) => {
    const [code] = CODE_END.exec(cell.text) ?? [];
    if (code === undefined) return cell;
    const { line, start, end } = cell.span;
    const name = cell.text.slice(code.length).trimStart();
    return [
      { ...cell, span: { line, start, end: start + code.length }, text: code },
      { ...cell, span: { line, start: end - name.length, end }, text: name },
    ];
  });
  return { ...row, cells };
}

function partsOf(tokens: readonly Token[]): Parts | undefined {
  const first = tokens.findIndex((token) => token.kind !== 'words');
  const numbers = countIndex(tokens.slice(Math.max(first, 0)));
  const behind = numbers > 0 ? first : headingsEnd(tokens);
  const headings = withoutOverNames(withoutOverLevels(tokens.slice(0, Math.max(behind, 0))));
  if (headings.length < 2 || headings.length > MAX_HEADINGS) return undefined;
  const kinds = headings.map(({ cell }) => leafOf(cell).kind);
  const codes = kinds.filter((kind) => kind === 'code').length;
  const isTwofold = TWO_SCHEMES.test(kinds.join(','));
  // 类 款 项 at the end stand below the heading of the codes.
  const named = kinds.slice(0, headings.findLastIndex(({ cell }) => !isCodeLevel(cell)) + 1);
  const single = isTwofold || !/name,(?:code,)*name|code,(?:name,)+code/.test(named.join(','));
  const cut = rowsAtNames(withLostDigits(tokens.slice(behind + numbers), codes), codes);
  const rows = isTwofold ? cut && inTwoSchemes(cut) : cut;
  if (!rows || (!isTwofold && areHalves(rows))) return undefined;
  const whole = rows.length - (codes > 0 && mayEndInNext(rows.at(-1) ?? []) ? 1 : 0);
  const index = tokens.slice(first, first + numbers);
  return { headings, single, index, rows: rows.slice(0, whole), rest: rows.slice(whole) };
}

/** Whether rows are the halves of rows with two schemes, whose headings do not show them: the codes of the one follow those of the other. */
function areHalves(rows: readonly (readonly Token[])[]): boolean {
  const whole = inTwoSchemes(rows) ?? [];
  const pairs = whole.filter((row) => row.filter(({ kind }) => kind === 'words').length > 1);
  return (
    pairs.length >= MIN_ROWS &&
    pairs.every(([own, , other]) => own?.cell.text[0] === '3' && other?.cell.text[0] === '5')
  );
}

/** 功能分类科目 科目编码 类 款 项 科目名称, taken down column by column: without what stands over the levels of the codes. */
function withoutOverLevels(headings: readonly Token[]): readonly Token[] {
  const first = headings.findIndex(({ cell }) => isCodeLevel(cell));
  const behind = headings.findIndex(({ cell }, at) => at > first && !isCodeLevel(cell));
  const kinds = headings.map(({ cell }) => leafOf(cell).kind);
  const isOver = first > 0 && first <= MAX_OVER && kinds.slice(0, first).every(isStub);
  return isOver && behind - first > 1 && kinds[behind] === 'name' ? headings.slice(first) : headings;
}

/** 经济科目 over 科目编码 and 科目名称, which are the first columns: without what stands over both. */
function withoutOverNames(headings: readonly Token[]): readonly Token[] {
  const [over, ...below] = headings;
  const kinds = below.slice(0, MAX_OVER).map(({ cell }) => leafOf(cell).kind);
  const areBoth = kinds.includes('code') && kinds.includes('name');
  return over && areBoth && OVER_NAMES.test(compactLabel(over.cell.text)) ? below : headings;
}

function isStub(kind: string): boolean {
  return kind === 'name' || kind === 'code';
}

/**
 * Rows that have codes and names of two schemes (部门经济科目, 政府经济科目), put together of the halves that were cut at their
 * names: the first has no figure. Undefined where they do not follow each other so.
 */
function inTwoSchemes(halves: readonly (readonly Token[])[]): Token[][] | undefined {
  const rows: Token[][] = [];
  for (let at = 0; at < halves.length; at++) {
    const [own = [], next = []] = halves.slice(at, at + 2);
    const isTotal = isTotalLabel(own[0]?.cell.text ?? '');
    if (!isTotal && (own.length !== 2 || !isCode(own[0]) || !isCode(next[0]))) return undefined;
    rows.push(isTotal ? [...own] : [...own, ...next]);
    if (!isTotal) at++;
  }
  return rows;
}

function rowOf(tokens: readonly Token[]): RowNode {
  const cells = tokens.map(({ cell }, column) => ({ ...cell, column }));
  return { line: cells[0]?.span.line ?? 0, separator: false, cells };
}

/** Whether the same cells stand in the same columns, under headings that may be in groups or not. */
function isSame(one: PlacedGrid, other: PlacedGrid): boolean {
  return placesOf(one) === placesOf(other);
}

function placesOf({ grid: { rows } }: PlacedGrid): string {
  const leaves = new Map<number, number>();
  const body: string[] = [];
  for (const { cells, unsure } of rows) {
    const isHead = cells.every(({ text }) => !/\d/.test(text));
    if (!isHead) body.push(`${unsure === true}:${cells.map(({ column, span }) => `${column}=${span.line}`)}`);
    else for (const { column, span } of cells) leaves.set(column, span.line);
  }
  return JSON.stringify([...leaves].sort(([a], [b]) => a - b)) + body.join(';');
}
