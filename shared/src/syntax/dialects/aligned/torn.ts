import type { Layout } from './layout.ts';
import type { PlacedLine } from './rows.ts';
import { placeAtoms } from './ruler.ts';
import { isOwnRow } from './wrapping.ts';

/** Lines of a name are as wide as each other, give or take a character, but for the last. */
const SLACK = 2;

/** The lines of one row. */
type Group = readonly PlacedLine[];

/**
 * Marks the rows beside which words stand alone that may be a part of their names: fewer than the table has
 * columns of words in front of figures, and nothing shows that they are a row. Where they go cannot be told.
 */
export function markTorn(groups: readonly Group[], layout: Layout): Group[] {
  const labels = labelsOf(layout);
  const loose = groups.map((group) => isLoose(group, labels));
  return groups.map((group, index) => {
    const [above, below] = [index - 1, index + 1].map((at) => loose[at] === true && touch(groups[at], group));
    const begins = isOwnRow(group[0]?.atoms[0]?.text ?? '');
    const torn =
      isDisordered(group, labels) ||
      (hasFigures(group) && ((above && !begins) || below || goesOn(groups[index - 1], group, labels)));
    return torn ? group.map((line) => ({ ...line, torn: true })) : group;
  });
}

/** Columns of words with figures behind them: names of rows, no remarks. */
function labelsOf({ columns }: Layout): ReadonlySet<number> {
  const last = columns.findLastIndex((column) => !column.isText && !column.isCode);
  return new Set(columns.flatMap((column, index) => (column.isText && index < last ? index : [])));
}

function isLoose(group: Group, labels: ReadonlySet<number>): boolean {
  const [line, ...others] = group;
  const [first] = line?.atoms ?? [];
  if (!line || !first || others.length > 0 || isOwnRow(first.text)) return false;
  const areNames = line.atoms.every(({ kind }, at) => kind === 'word' && labels.has(line.slots[at] ?? -1));
  return areNames && (labels.size === 1 || new Set(line.slots).size < labels.size);
}

/**
 * Whether the name of a row may have begun in the line above: that has a number, and no figures, and the row has
 * no number itself.
 */
function goesOn(above: Group | undefined, group: Group, labels: ReadonlySet<number>): boolean {
  const [before, ...others] = above ?? [];
  const [own] = group;
  if (!before || !own || others.length > 0 || !before.atoms.every(({ kind }) => kind === 'word'))
    return false;
  const mayGoOn = (label: number): boolean => {
    const [upper, lower] = [before, own].map(({ atoms, slots }) => atoms[slots.indexOf(label)]?.text);
    return upper !== undefined && lower !== undefined && isOwnRow(upper) && !isOwnRow(lower);
  };
  return touch(above, group) && [...labels].some(mayGoOn);
}

/** Whether a line of a wrapped name is longer than the one above: then these are not its lines, or not in order. */
function isDisordered(group: Group, labels: ReadonlySet<number>): boolean {
  return [...labels].some((label) => {
    const widths = group.flatMap(({ text, atoms, slots }) =>
      placeAtoms(text, atoms, 'display').flatMap(({ atom, left, right }, index) =>
        slots[index] === label && atom.kind === 'word' ? right - left : [],
      ),
    );
    return widths.some((width, index) => width > (widths[index - 1] ?? width) + SLACK);
  });
}

function hasFigures(group: Group): boolean {
  return group.some(({ atoms }) => atoms.some(({ kind }) => kind !== 'word'));
}

/** Whether two rows stand on lines that follow each other. */
function touch(a: Group | undefined, b: Group): boolean {
  const numbers = [...(a ?? []), ...b].map(({ number }) => number);
  return Math.max(...numbers) - Math.min(...numbers) < numbers.length;
}
