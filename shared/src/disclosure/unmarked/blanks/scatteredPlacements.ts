import type { ColumnSum } from './columnSums.ts';
import { type Figure, isEqual } from './figure.ts';
import { isConsistent, type Placement, placed, without } from './placements.ts';

/** How all columns of a table hang together. */
interface Columns {
  readonly width: number;
  readonly sums: readonly ColumnSum[];
}

/** Figures of a row as they may have been meant: behind those that are printed there may be one that was lost. */
type Meant = readonly Figure[];

/** Rows that can be laid out in more ways tell nothing. */
const MAX_PLACEMENTS = 300;
/** The limit keeps wide rows from costing time. */
const MAX_STEPS = 20_000;

/**
 * All ways to put the figures of a row into columns where they are in no order but for the first, the total of all,
 * so that the row adds up. If it adds up in none, one of its figures may be lost that stood beside the same one, for
 * a total of one part repeats it; or one may be wrong; or both. Undefined where there are too many ways.
 */
export function scatteredPlacements(figures: readonly Figure[], columns: Columns): Placement[] | undefined {
  const effort = { left: MAX_STEPS };
  const lost = [...new Set(figures)].map((figure): Meant => [...figures, figure]);
  const wrong = [...figures.keys()].map((doubted): Meant => without(figures, doubted));
  const both = wrong.flatMap((open) => [...new Set(open)].map((figure): Meant => [...open, figure]));
  for (const meanings of [[figures], lost, wrong, both]) {
    const found = meanings.flatMap((meant) => waysOf(meant, figures.length, columns, effort));
    if (effort.left <= 0 || found.length > MAX_PLACEMENTS) return undefined;
    if (found.length > 0) return withFewestBroken(found, columns.sums);
  }
  return [];
}

/** The ways in which a row adds up as it is printed, its figures in no order but for the first. */
export function scatteredAsPrinted(figures: readonly Figure[], columns: Columns): Placement[] {
  const effort = { left: MAX_STEPS };
  const found = waysOf(figures, figures.length, columns, effort);
  return effort.left > 0 ? found : [];
}

/** The ways to lay out figures of which the first `printed` are there. */
function waysOf(meant: Meant, printed: number, columns: Columns, effort: { left: number }): Placement[] {
  const { width, sums } = columns;
  const found: Placement[] = [];
  const taken: number[] = [];
  const go = (): void => {
    const index = taken.length;
    if (index === meant.length) {
      const { row } = placed(meant, taken, width);
      if (isConsistent(row, { ways: [sums] })) found.push({ columns: taken.slice(0, printed), row });
      return;
    }
    const last = index === 0 ? 1 : width;
    for (let column = 0; column < last; column++) {
      if (taken.includes(column) || isSwapped(meant, taken, column, printed)) continue;
      if (--effort.left <= 0) return;
      taken.push(column);
      if (!exceeds(meant, taken, sums)) go();
      taken.pop();
    }
  };
  if (meant.length <= width) go();
  return found;
}

/**
 * The placements that leave the fewest sums broken when the wrong figure is put back: of a total and its only part, of
 * which nobody knows which is which, the part is taken to be the wrong one, for the other still adds up.
 */
function withFewestBroken(found: readonly Placement[], sums: readonly ColumnSum[]): Placement[] {
  const broken = found.map(({ row }) => {
    const open = row.indexOf(undefined);
    return sums.filter(({ total, parts }) => total === open || parts.includes(open)).length;
  });
  const fewest = Math.min(...broken);
  return found.filter((_, index) => broken[index] === fewest);
}

/** Whether an equal figure stands in a later column: then they have changed places, and nothing else is changed. */
function isSwapped(meant: Meant, taken: readonly number[], column: number, printed: number): boolean {
  const index = taken.length;
  const own = meant[index];
  return index < printed && taken.some((other, at) => other > column && isEqual(own, meant[at]));
}

/** Whether the parts of some total are already more than it. */
function exceeds(meant: Meant, taken: readonly number[], sums: readonly ColumnSum[]): boolean {
  const figureIn = (column: number): Figure => meant[taken.indexOf(column)];
  return sums.some(({ total, parts }) => {
    const whole = figureIn(total);
    const low = parts.reduce((sum, part) => sum + (figureIn(part)?.low ?? 0n), 0n);
    return whole !== undefined && low > whole.high;
  });
}
