/** A printed figure in a table, found without the reader's help: by line and by its form. */
export interface Figure {
  /** 0-based line and UTF-16 span. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One digit of a figure replaced by another. */
export interface DigitFault {
  readonly figure: Figure;
  readonly text: string;
  /** By how much the figure changed, in units of its last place. */
  readonly units: number;
}

/** Figures with two decimals, with OCR blanks or without, in the lines `first` to `last` (1-based, inclusive). */
export function figuresIn(lines: readonly string[], first: number, last: number): Figure[] {
  const figures: Figure[] = [];
  for (let line = first - 1; line < last; line++) {
    for (const match of (lines[line] ?? '').matchAll(
      /(?<![\d.,])\d{1,3}(?:,\s?\d{3}|\d)*\.\s?\d{2}(?!\d)/g,
    )) {
      figures.push({ line, start: match.index, end: match.index + match[0].length });
    }
  }
  return figures;
}

/** Every change of one digit that moves the figure by at least `minimum` units, one a digit position. */
export function digitFaults(text: string, figure: Figure, minimum: number): DigitFault[] {
  const lines = text.split('\n');
  const line = lines[figure.line] ?? '';
  const faults: DigitFault[] = [];
  let places = 0;
  for (let at = figure.end - 1; at >= figure.start; at--) {
    if (!/\d/.test(line[at] ?? '')) continue;
    const digit = Number(line[at]);
    const other = (digit + 3 + ((figure.line + at) % 5)) % 10;
    const units = Math.abs(other - digit) * 10 ** places++;
    if (units < minimum) continue;
    const changed = [...lines];
    changed[figure.line] = line.slice(0, at) + other + line.slice(at + 1);
    faults.push({ figure, text: changed.join('\n'), units });
  }
  return faults;
}
