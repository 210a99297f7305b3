import type { Comparison, Figure, Passage, Prose, Reading } from '#core/disclosure/prose/prose.ts';
import { readProse } from '#core/disclosure/prose/readProse.ts';
import { parse } from '#core/syntax/parse.ts';

/** The budget year of the texts below, where they name none. */
export const YEAR = 2023;

/** The prose of a text, read as that of {@link YEAR}. */
export function proseOf(text: string): Prose {
  return readProse(parse(text), YEAR);
}

/** All figures of a text, in order. */
export function figuresOf(text: string): Figure[] {
  return proseOf(text).passages.flatMap(({ passage }) => passage.figures);
}

/** The one passage of a text. */
export function passageOf(text: string): Passage {
  const { passages } = proseOf(text);
  const [placed] = passages;
  if (!placed || passages.length !== 1) throw new Error(`${passages.length} passages`);
  return placed.passage;
}

/**
 * Figures in one line each: `1191.58万元 value basic general 2023`. What is not known is `?`; a figure that
 * states nothing of the budget has its kind in front: `<threshold> 20万元`.
 */
export function figureLines(text: string): string[] {
  return figuresOf(text).map(figureLine);
}

/** One figure in a line, as {@link figureLines} writes it. */
export function figureLine(figure: Figure): string {
  const amount = `${figure.text}${known(figure.unit)}`;
  if (figure.kind !== 'statement') return `<${figure.kind}> ${amount}`;
  const name = figure.subject ? `${known(figure.concept)}:${figure.subject.name}` : known(figure.concept);
  return [amount, figure.role, name, known(figure.scope), known(figure.year)].join(' ');
}

/** Comparisons in one line each: `up 21.53 0.40% of 1191.58 from 2022`. */
export function comparisonLines(text: string): string[] {
  return proseOf(text).passages.flatMap(({ passage }) =>
    passage.comparisons.map((comparison) => comparisonLine(passage, comparison)),
  );
}

function comparisonLine(passage: Passage, comparison: Comparison): string {
  const { direction, amount, percent, subject, base, concept } = comparison;
  const of = subject === undefined ? known(concept) : textOf(passage, subject);
  return [
    direction,
    ...(amount === undefined ? [] : [textOf(passage, amount)]),
    ...(percent === undefined ? [] : [`${textOf(passage, percent)}%`]),
    `of ${of}`,
    `from ${known(base.year)}`,
    ...(base.figure === undefined ? [] : [`(${textOf(passage, base.figure)})`]),
  ].join(' ');
}

/** Lists in one line each: `100 = 60 + 40`, in the order of their announcement. */
export function listLines(text: string): string[] {
  return proseOf(text).passages.flatMap(({ passage }) =>
    passage.lists.map(({ parent, side, items }) => {
      const whole = parent === undefined ? '?' : textOf(passage, parent);
      return `${side ? `${side} of ` : ''}${whole}: ${items.map((item) => textOf(passage, item)).join(', ')}`;
    }),
  );
}

/** The digits of a figure as they are printed, by its index in the passage. */
export function textOf(passage: Passage, index: number): string {
  return passage.figures[index]?.text ?? 'no figure';
}

/** The value of a reading, or `?`. */
export function known<T>(reading: Reading<T>): string {
  return reading.value === undefined ? '?' : String(reading.value);
}
