import { atomsOf } from './atoms.ts';
import { MEASURES, placeAtoms } from './ruler.ts';

/** Narrow cells broke the last digit off: `299,901.0` with `2` below it. */
const DIGITS = /^\s*\d(?:\s+\d)*\s*$/;
const TORN = /^-?\d[\d,]*\.\d$/;
const WHOLE = /^-?\d[\d,]*\.\d\d$/;
/** What is flush in its cell may end a little beside the figure above it. */
const SLACK = 1;
/** So many digits, each below a figure that lacks one, are no number of a page. */
const MIN_DIGITS = 2;

/** The lines of a table, without those that hold nothing but last digits of the figures above them. */
export interface WithoutTornDigits {
  /** All lines; those of torn digits are empty. */
  readonly lines: readonly string[];
  /** Lines some of whose figures lack their last digit. */
  readonly lacking: ReadonlySet<number>;
}

/** Takes out the digits that narrow cells broke off: they are no row, and the row above them has not the figures that it shows. */
export function withoutTornDigits(lines: readonly string[]): WithoutTornDigits {
  const lacking = new Set<number>();
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    if (above !== undefined && DIGITS.test(line) && areRestsOf(above, line)) lacking.add(index - 1);
  });
  if (lacking.size === 0) return { lines, lacking };
  return { lines: lines.map((line, index) => (lacking.has(index - 1) ? '' : line)), lacking };
}

/** Whether each digit stands below a figure that has one decimal, and it is clear that figures have two. */
function areRestsOf(above: string, line: string): boolean {
  const [figures, digits] = [atomsOf(above), atomsOf(line)];
  const isKnown = digits.length >= MIN_DIGITS || figures.some(({ text }) => WHOLE.test(text));
  return (
    isKnown &&
    MEASURES.some((measure) => {
      const places = placeAtoms(above, figures, measure).filter(({ atom }) => TORN.test(atom.text));
      return placeAtoms(line, digits, measure).every(({ left, right }) =>
        places.some((figure) => figure.left - SLACK < right && left < figure.right + SLACK),
      );
    })
  );
}
