import type { RowNode } from '../../../syntax/nodes.ts';
import { maxOf } from '../../../text/lists.ts';
import { toHalfWidth } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import type { PlacedGrid } from '../place.ts';
import { isFigure, isWholeCode, type Token, tokensOf } from '../tokens.ts';

/** What may be the number of a page, among figures that have decimals. */
const NUMBER = /^[1-9]\d{0,2}$/;
const WITH_DECIMALS = /[.]\s?\d{1,2}$/;
const END_OF_ROW = /[.]\s?\d{1,2}$|^[-—]+$/;
const LEVEL = /^\d{2}$/;
/** Of the figures, so many have decimals where a whole number is odd. */
const DECIMAL_SHARE = 3 / 4;

/** A sequence of cells without what may number its pages. */
export interface WithoutNumbers {
  readonly grid: Grid;
  /** The lines of the cells in front of each number that was left out: it may be a figure of their row. */
  readonly before: ReadonlySet<number>;
}

/** Leaves out whole numbers at the ends of rows, where other figures have decimals: they may number pages. */
export function withoutPageNumbers(grid: Grid): WithoutNumbers {
  const tokens = grid.rows.flatMap(tokensOf);
  const texts = tokens.map(({ cell }) => toHalfWidth(cell.text).trim());
  const figures = texts.filter((text, at) => tokens[at]?.kind === 'figure' && /\d/.test(text));
  const decimals = figures.filter((text) => WITH_DECIMALS.test(text));
  if (decimals.length < DECIMAL_SHARE * figures.length) return { grid, before: new Set() };
  // Where rows print 项 alone, two digits in front of a name are its code.
  const areAlone = texts.some((text, at) => /^0\d$/.test(text) && END_OF_ROW.test(texts[at - 1] ?? ''));
  const isLevel = (at: number): boolean => areAlone && LEVEL.test(texts[at] ?? '');
  const isName = (at: number): boolean =>
    beginsName(tokens, texts, at) || (isLevel(at) && tokens[at + 1]?.kind === 'words');
  const odd = tokens.flatMap((_, at) => (isOdd(tokens, texts, at, isName) && !isLevel(at) ? at : []));
  const left = new Set(odd.map((at) => tokens[at]?.cell));
  const rows = grid.rows.map(
    (row): RowNode => ({ ...row, cells: row.cells.filter((cell) => !left.has(cell)) }),
  );
  return { grid: { ...grid, rows }, before: new Set(odd.map((at) => tokens[at - 1]?.cell.span.line ?? -1)) };
}

/**
 * Whether a whole number stands behind a name or an amount, and in front of another row.
 *
 * @param isName whether a code stands somewhere, with its name behind it
 */
function isOdd(
  tokens: readonly Token[],
  texts: readonly string[],
  at: number,
  isName: (at: number) => boolean,
): boolean {
  const before = tokens[at - 1];
  const isBehind = before?.kind === 'words' || END_OF_ROW.test(texts[at - 1] ?? '');
  if (!NUMBER.test(texts[at] ?? '') || !isBehind || beginsName(tokens, texts, at)) return false;
  const next = tokens[at + 1];
  return next === undefined || next.kind === 'words' || isName(at + 1);
}

/** Whether a whole code stands here, with its name behind it, or its levels in front of that. */
function beginsName(tokens: readonly Token[], texts: readonly string[], at: number): boolean {
  if (!isWholeCode(texts[at] ?? '')) return false;
  let name = at + 1;
  while (LEVEL.test(texts[name] ?? '')) name++;
  return tokens[name]?.kind === 'words';
}

/** The rows from which a number was left out are unsure, unless they are as full as any other. */
export function withDoubts(placed: PlacedGrid, before: ReadonlySet<number>): PlacedGrid {
  if (before.size === 0) return placed;
  const filled = (row: RowNode): number => tokensOf(row).filter(isFigure).length;
  const sure = placed.grid.rows.filter((row) => !isDoubtful(row, before));
  const most = maxOf(sure, filled, 0);
  const rows = placed.grid.rows.map(
    (row): RowNode => (isDoubtful(row, before) && filled(row) < most ? { ...row, unsure: true } : row),
  );
  return { ...placed, grid: { ...placed.grid, rows } };
}

function isDoubtful({ cells }: RowNode, before: ReadonlySet<number>): boolean {
  return cells.some(({ span, text }) => text !== '' && before.has(span.line));
}
