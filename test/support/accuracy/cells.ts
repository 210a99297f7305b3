import { type Amount, amountIn, type Figure } from './amount.ts';

/** How the lines of a table are taken apart: at tabs or pipes, or a flattened line into its figures. */
export type Splitting = 'cells' | 'figures';

/** The figures of a line, by their number: the cell they stand in, or which figure of the line they are. From 1. */
export function figuresOf(text: string, line: number, splitting: Splitting): ReadonlyMap<number, Figure> {
  return splitting === 'figures' ? allFigures(text, line) : cellFigures(text, line);
}

function cellFigures(text: string, line: number): ReadonlyMap<number, Figure> {
  const isPiped = text.startsWith('|');
  const delimiter = isPiped ? '|' : '\t';
  const figures = new Map<number, Figure>();
  let start = isPiped ? 1 : 0;
  text
    .slice(start)
    .split(delimiter)
    .forEach((cell, index) => {
      const figure = figureIn(cell);
      if (figure !== undefined) {
        const { offset, text: printed, amount } = figure;
        figures.set(index + 1, {
          ...{ line, start: start + offset, end: start + offset + printed.length },
          ...{ text: printed, amount },
        });
      }
      start += cell.length + delimiter.length;
    });
  return figures;
}

/** The one figure of a cell; forms print their unit behind it, and words before it (`资金总额：703.5万元`). */
function figureIn(cell: string): { offset: number; text: string; amount: Amount } | undefined {
  const match = /^([^\d.]*?)([-\d., ]*\d)\s*(?:万元)?$/.exec(cell.trimEnd());
  const [, before = '', text = ''] = match ?? [];
  const printed = text.trimStart();
  const amount = amountIn(printed);
  if (match === null || amount === undefined) return undefined;
  return { offset: before.length + text.length - printed.length, text: printed, amount };
}

/** Two decimals, with OCR blanks or without; a comma may have been read for the point. */
const FLATTENED = /(?<![\d.,])\d{1,3}(?:(?:, ?\d{3})+|\d*)(?:\. ?|, ?)\d{2}(?!\d)/g;

function allFigures(text: string, line: number): ReadonlyMap<number, Figure> {
  const figures = new Map<number, Figure>();
  [...text.matchAll(FLATTENED)].forEach(({ 0: printed, index }, at) => {
    const amount = amountIn(printed);
    if (amount === undefined) return;
    figures.set(at + 1, { line, start: index, end: index + printed.length, text: printed, amount });
  });
  return figures;
}
