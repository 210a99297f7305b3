import type { Layout } from './layout.ts';
import type { PlacedLine } from './rows.ts';
import { placeAtoms } from './ruler.ts';
import { isOwnRow } from './wrapping.ts';

/** Lines of a name are as wide as each other, give or take a character, but for the last. */
const SLACK = 2;

/** Names have so many characters: 工资, 电费. */
const MIN_NAME = 2;
/** Columns of names have longer ones; in others words of one character are no rests: 项, 批. */
const MIN_LONGEST = 4;

/** The lines of one row. */
type Group = readonly PlacedLine[];

/**
 * Marks the rows beside which words stand alone that may be a part of their names: fewer than the table has
 * columns of words in front of figures, and nothing shows that they are a row. Where they go cannot be told.
 */
export function markTorn(groups: readonly Group[], layout: Layout): Group[] {
  const labels = labelsOf(layout);
  const wide = new Set([...labels].filter((label) => longest(groups, label) >= MIN_LONGEST));
  const loose = groups.map((group, index) => isLoose(group, groups[index - 1], labels));
  return groups.map((group, index) => {
    const [above, below] = [index - 1, index + 1].map((at) => loose[at] === true && touch(groups[at], group));
    const [before, behind] = [index - 1, index + 1].map((at) => groups[at]);
    const parts =
      (hasRest(group, wide) && touch(before, group)) ||
      (behind !== undefined && hasRest(behind, wide) && touch(behind, group));
    const begins = isOwnRow(group[0]?.atoms[0]?.text ?? '');
    const torn =
      parts ||
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

/** Whether a name of a row is so short that it must be the end of one that begins above. */
function hasRest([line]: Group, labels: ReadonlySet<number>): boolean {
  return (
    line?.atoms.some(
      ({ kind, text }, at) =>
        kind === 'word' &&
        labels.has(line.slots[at] ?? -1) &&
        text.length < MIN_NAME &&
        !isOwnRow(text) &&
        !text.includes('计'),
    ) === true
  );
}

function isLoose(group: Group, above: Group | undefined, labels: ReadonlySet<number>): boolean {
  const [line, ...others] = group;
  const [first] = line?.atoms ?? [];
  if (!line || !first || others.length > 0 || isOwnRow(first.text)) return false;
  const areNames = line.atoms.every(({ kind }, at) => kind === 'word' && labels.has(line.slots[at] ?? -1));
  const isRest = line.atoms.some(({ text }, at) => {
    const upper = above?.at(-1);
    const name = upper?.atoms[upper.slots.indexOf(line.slots[at] ?? -1)]?.text ?? '';
    return touch(above, group) && isOwnRow(name) && !/计$/.test(name) && !isOwnRow(text);
  });
  return areNames && (labels.size === 1 || isRest || new Set(line.slots).size < labels.size);
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

/** How many characters the longest name of a column has. */
function longest(groups: readonly Group[], label: number): number {
  return groups.reduce((most, [line]) => {
    const name = line?.atoms[line.slots.indexOf(label)];
    return Math.max(most, name?.text.length ?? 0);
  }, 0);
}

function hasFigures(group: Group): boolean {
  return group.some(({ atoms }) => atoms.some(({ kind }) => kind !== 'word'));
}

/** Whether two rows stand on lines that follow each other. */
function touch(a: Group | undefined, b: Group): boolean {
  const numbers = [...(a ?? []), ...b].map(({ number }) => number);
  return Math.max(...numbers) - Math.min(...numbers) < numbers.length;
}
