import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { isWholeNameOf } from '../wholeNames.ts';
import { isFigure, isWholeCode, joined, type Token, tokensOf } from './tokens.ts';

/** In narrow columns a name has so many lines above that of its figures, and so many below. */
const MAX_LINES = 2;

/** 款 or 项 by itself. */
const LEVEL = /^\d{2}$/;
/** Digits of a 类 and of a 款. */
const CLASS = 3;
const ITEM = 5;

/** A row of figures with its code and what stands beside it of its name. */
interface CodedRow {
  readonly digits: string;
  readonly codes: readonly CellNode[];
  readonly name: readonly CellNode[];
  readonly figures: readonly CellNode[];
  /** Whether its name stands in front of its code. */
  readonly isNameFirst?: true;
}

/** The lines of a name around those of its row. */
interface Lines {
  readonly above: number;
  readonly below: number;
  /** The code that is called so. */
  readonly code: string;
}

/**
 * Makes one row again of a name that goes over lines around the figures of a flattened list of codes, where what stands
 * beside its code and in the lines above and below is the name of that code in the catalogue
 * (`208社会保障和 0.31` over 就业支出). A row keeps its first line.
 */
export function withNamesOfCodes(rows: readonly RowNode[]): readonly RowNode[] {
  const coded = rows.map((row) => partsOf(tokensOf(row)));
  const areNamesFirst = coded.some((row) => row?.isNameFirst && isWholeNameOf(row.digits, textOf(row.name)));
  const ways = waysOf(coded, rows);
  const claims = new Map<number, number>();
  for (const line of ways.flatMap((way, index) => (way ? around(way, index) : [])))
    claims.set(line, (claims.get(line) ?? 0) + 1);
  const parts = new Set<number>();
  const whole = new Map<number, RowNode>();
  for (const [index, way] of ways.entries()) {
    const own = coded[index];
    if (!way || !own || around(way, index).some((line) => claims.get(line) !== 1)) continue;
    const lines = around(way, index);
    const [above, below] = [lines.filter((line) => line < index), lines.filter((line) => line > index)];
    const [first, ...rest] = [...cellsOf(rows, above), ...own.name, ...cellsOf(rows, below)];
    const node = rows[above[0] ?? index];
    if (!first || !node) continue;
    const name = joined([first, ...rest], 0);
    const front = areNamesFirst ? [name, ...own.codes] : [...own.codes, name];
    const cells = [...front, ...own.figures];
    whole.set(index, { ...node, cells: cells.map((cell, column) => ({ ...cell, column })) });
    for (const line of lines) parts.add(line);
  }
  return rows.flatMap((row, index) => (parts.has(index) ? [] : (whole.get(index) ?? row)));
}

/** Whether the words of a row are the whole name of its code, so that no line above or below it has more of it. */
export function hasNameOfCode(tokens: readonly Token[], beside?: 'above' | 'below'): boolean {
  const parts = partsOf(tokens);
  return parts !== undefined && isWholeNameOf(parts.digits, textOf(parts.name), beside);
}

/** How the names of rows go over the lines around them, of those that have no whole name beside their codes. */
function waysOf(coded: readonly (CodedRow | undefined)[], rows: readonly RowNode[]): (Lines | undefined)[] {
  let above = '';
  return coded.map((row, index) => {
    if (!row) return undefined;
    const codes = codesMeant(row.digits, above);
    const name = textOf(row.name);
    const whole = codes.find((code) => isWholeNameOf(code, name));
    const way = whole === undefined ? linesOfName(row, codes, rows, index) : undefined;
    // Behind a row that is not known the 款 is not, and the 类 is that of the last one.
    above = whole ?? way?.code ?? codes.find(({ length }) => length === CLASS) ?? above.slice(0, CLASS);
    return way;
  });
}

/** The codes that digits may be of below a row: one that is printed whole, or the level by itself of a 款 or a 项. */
function codesMeant(digits: string, above: string): string[] {
  if (!LEVEL.test(digits)) return [digits];
  const item = above.length < ITEM ? [] : [above.slice(0, ITEM) + digits];
  return above === '' ? [] : [above.slice(0, CLASS) + digits, ...item];
}

function partsOf(tokens: readonly Token[]): CodedRow | undefined {
  const [first, second] = tokens;
  if (first?.kind === 'words' && second && isWholeCode(second.cell.text)) {
    const parts = partsOf(tokens.slice(1));
    return parts?.name.length === 0 ? { ...parts, name: [first.cell], isNameFirst: true } : undefined;
  }
  const end = tokens.findIndex(({ kind }) => kind !== 'code');
  const codes = tokens.slice(0, Math.max(0, end)).map(({ cell }) => cell);
  const digits = codes.map(({ text }) => text).join('');
  const behind = tokens.slice(codes.length);
  const name = behind.filter(({ kind }) => kind === 'words').map(({ cell }) => cell);
  const figures = behind.slice(name.length);
  if (
    !(isWholeCode(digits) || LEVEL.test(digits)) ||
    name.length > 1 ||
    figures.length === 0 ||
    !figures.every(isFigure)
  )
    return undefined;
  return { digits, codes, name, figures: figures.map(({ cell }) => cell) };
}

/**
 * How many lines around a row make the name of its code with what it has of it; undefined where none or several do.
 *
 * @param codes that may be meant
 */
function linesOfName(
  row: CodedRow,
  codes: readonly string[],
  rows: readonly RowNode[],
  index: number,
): Lines | undefined {
  const above = looseLines(rows, index, -1);
  const below = looseLines(rows, index, 1);
  const ways = [...above.keys(), above.length].flatMap((up) =>
    [...below.keys(), below.length].flatMap((down): Lines | [] => {
      const cells = [...cellsOf(rows, above.slice(0, up).reverse()), ...row.name];
      const text = textOf([...cells, ...cellsOf(rows, below.slice(0, down))]);
      const code = up + down > 0 ? codes.find((each) => isWholeNameOf(each, text)) : undefined;
      return code === undefined ? [] : { above: up, below: down, code };
    }),
  );
  return ways.length === 1 ? ways[0] : undefined;
}

/** The lines next to a row, from it outwards, that have words and nothing else. */
function looseLines(rows: readonly RowNode[], index: number, step: 1 | -1): number[] {
  const lines: number[] = [];
  for (let at = index + step; lines.length < MAX_LINES; at += step) {
    const [row, before] = [rows[at], rows[at - step]];
    const [only, second] = row ? tokensOf(row) : [];
    const isNext = Math.abs((row?.line ?? 0) - (before?.line ?? 0)) === 1;
    if (only?.kind !== 'words' || second || !isNext) break;
    lines.push(at);
  }
  return lines;
}

function around({ above, below }: Lines, index: number): number[] {
  return [
    ...Array.from({ length: above }, (_, at) => index - above + at),
    ...Array.from({ length: below }, (_, at) => index + 1 + at),
  ];
}

function cellsOf(rows: readonly RowNode[], lines: readonly number[]): CellNode[] {
  return lines.flatMap((line) => rows[line]?.cells.filter(({ text }) => text !== '') ?? []);
}

function textOf(cells: readonly CellNode[]): string {
  return cells.map(({ text }) => text).join('');
}
