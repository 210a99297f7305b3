import { remember } from '../../text/remember.ts';
import { toHalfWidth } from '../../text/width.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { isAmount, wordsOf } from './flattened/tokens.ts';

/** `1 381, 588. 06`, `12 245, 838`: the first group of a figure, a single blank, and groups of three digits. */
const TORN = /(?<![,.]\s|\S)-?[1-9]\d{0,2} (?=\d{3}(?:(?:,\s?\d{3})*\s?\.\s?\d{1,2}|(?:,\s?\d{3})+)(?!\S))/g;
const NAME = /[\u4e00-\u9fff]/;
const WHOLE_NUMBER = /^-?\d*[1-9]\d*$/;
const WITH_GROUPS = /\d,\s?\d{3}/;
/** So many figures for each that lost a comma show how those of the table are printed. */
const MIN_ALIKE = 6;

/**
 * Reads a table as if the commas that a scanner missed behind the first group of a figure (`1 381, 588. 06`) were there. So
 * these are read only where the table prints no figure behind a name but with decimals or commas: then no small whole
 * number stands in front of another figure.
 */
export function readWithLostCommas(
  lines: readonly string[],
  read: (lines: readonly string[]) => RowNode[],
): RowNode[] {
  const mended = withCommas(lines);
  if (mended === lines) return read(lines);
  return read(mended).map((row) => ({ ...row, cells: row.cells.map((cell) => asPrinted(cell, lines)) }));
}

/** The lines with their commas, each as long as before; the same lines where none was lost. */
const withCommas = remember((lines: readonly string[]): readonly string[] => {
  const torn = lines.map((line) => tornIn(toHalfWidth(line)));
  const count = torn.reduce((sum, places) => sum + places.length, 0);
  if (count === 0) return lines;
  const mended = lines.map((line, index) => (torn[index] ?? []).reduce(withCommaAt, line));
  return areAlike(mended, count) ? mended : lines;
});

/** Where in a half-width line a comma is lost, behind a name. */
function tornIn(half: string): number[] {
  const name = half.search(NAME);
  if (name === -1) return [];
  return [...half.matchAll(TORN)].flatMap(({ 0: torn, index }) =>
    index > name ? index + torn.length - 1 : [],
  );
}

function withCommaAt(line: string, place: number): string {
  return `${line.slice(0, place)},${line.slice(place + 1)}`;
}

/** Whether all figures behind names but noughts have decimals or commas, and enough of them commas. */
function areAlike(lines: readonly string[], count: number): boolean {
  const rows = lines.map((line) => wordsOf(toHalfWidth(line))).filter((words) => words.some(isAmount));
  const figures = rows.flatMap((words) => words.slice(words.findIndex((word) => NAME.test(word)) + 1));
  const amounts = figures.filter(isAmount);
  return (
    amounts.length > MIN_ALIKE * count &&
    amounts.filter((text) => WITH_GROUPS.test(text)).length > count &&
    !figures.some((text) => WHOLE_NUMBER.test(text))
  );
}

function asPrinted(cell: CellNode, lines: readonly string[]): CellNode {
  const { line, start, end } = cell.span;
  const text = (lines[line] ?? '').slice(start, end);
  return text === cell.text ? cell : { ...cell, text };
}
