import type { Lines } from './entries.ts';
import { atLevel, type Heading, LEAF_LEVEL, type PlacedHeading, TITLE_LEVEL } from './headings.ts';

/** A heading, or the lines of a paragraph. */
export type Unit = PlacedHeading | { readonly lines: Lines };

/**
 * Gives titles of tables their level. A numbered title stands where its number puts it. Any other belongs to the
 * heading above when it follows it directly, or when the narrative goes on behind the table with the next number
 * of a series that is open; else the tables stand behind the narrative, on a level of their own.
 */
export function placeTitles(units: readonly Unit[]): Unit[] {
  const next = nextHeadings(units);
  let open: readonly Heading[] = [];
  let direct = false;
  let level: number | undefined;
  return units.map((unit, index): Unit => {
    if (!('heading' in unit)) {
      direct = false;
      return unit;
    }
    const { heading } = unit;
    if (heading.kind === 'heading') {
      open = [heading, ...open.filter((each) => each.level < heading.level)];
      direct = true;
      level = undefined;
      return unit;
    }
    if (heading.numbering && heading.numbering.kind !== 'annex') return unit;
    // The tables of one place stand on one level: the first decides.
    level ??= direct || goesOn(open, next[index]) ? LEAF_LEVEL : TITLE_LEVEL;
    return { ...unit, heading: atLevel(heading, level) };
  });
}

/** For each unit the heading behind it that is no title. */
function nextHeadings(units: readonly Unit[]): (Heading | undefined)[] {
  const next: (Heading | undefined)[] = [];
  let behind: Heading | undefined;
  for (let index = units.length - 1; index >= 0; index--) {
    next[index] = behind;
    const unit = units[index];
    if (unit && 'heading' in unit && unit.heading.kind === 'heading') behind = unit.heading;
  }
  return next;
}

function goesOn(open: readonly Heading[], { numbering }: Partial<Heading> = {}): boolean {
  return (
    numbering !== undefined &&
    open.some(
      (each) => each.numbering?.kind === numbering.kind && numbering.value === each.numbering.value + 1,
    )
  );
}
