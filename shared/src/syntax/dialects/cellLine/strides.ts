/**
 * Lines from one cell to the next: 2 where a blank line stands between any two cells. `parted`: a blank line stands behind
 * each cell that is filled, and an empty cell is one blank line more, as paragraphs of a web page are copied.
 */
export type Stride = 1 | 2 | 'parted';

/** So many empty cells in a row end a table. */
const MAX_BLANKS = 40;
/** So many cells with a blank line behind each are no accident. */
const SPREAD_CELLS = 12;
/** So many lines are looked at for the gaps between cells. */
const GAP_LINES = 96;

/**
 * How far cells may stand from each other. Behind each filled one stands a blank line where a gap of two of them shows that
 * each further line is an empty cell; where all gaps are odd, each two lines may be one as well.
 */
export function stridesAt(lines: readonly string[], first: number): readonly Stride[] {
  const gaps = gapsFrom(lines, first);
  if (gaps.length >= SPREAD_CELLS && gaps.some((gap) => gap > 1))
    return gaps.some((gap) => gap % 2 === 0) ? ['parted'] : [2, 'parted'];
  for (let cell = 0; cell < SPREAD_CELLS; cell++) {
    if (isBlankAt(lines, first + 2 * cell) || !isBlankAt(lines, first + 2 * cell + 1)) return [1];
  }
  return [2];
}

/** How many blank lines stand behind each filled one, up to the first behind which none stands. */
function gapsFrom(lines: readonly string[], first: number): number[] {
  const gaps: number[] = [];
  for (let line = first; line < Math.min(lines.length, first + GAP_LINES); ) {
    let next = line + 1;
    while (next < lines.length && isBlankAt(lines, next)) next++;
    const gap = next - line - 1;
    if (gap === 0 || gap > MAX_BLANKS || next === lines.length) break;
    gaps.push(gap);
    line = next;
  }
  return gaps;
}

function isBlankAt(lines: readonly string[], line: number): boolean {
  return lines[line]?.trim() === '';
}

/** The line of the next cell; undefined where none stands there. */
export function nextCell(lines: readonly string[], line: number, stride: Stride): number | undefined {
  if (stride === 1) return line + 1;
  if (stride === 'parted' && isBlankAt(lines, line)) return line + 1;
  return isBlankAt(lines, line + 1) ? line + 2 : undefined;
}
