import { type Atom, WIDE_GAP } from './atoms.ts';
import type { Layout } from './layout.ts';
import { isOwnRow } from './pieces.ts';
import type { PlacedLine } from './rows.ts';
import { placeAtoms } from './ruler.ts';

/** Lines of a name are as wide as each other, give or take a character, but for the last. */
const SLACK = 2;

/** Names have so many characters: 工资, 电费. */
const MIN_NAME = 2;
/** Columns of names have longer ones; in others words of one character are no rests: 项, 批. */
const MIN_LONGEST = 4;

/** `2010301行政运行` */
const GLUED_CODE = /^\d{3}/;
const CODE_END = /^\d{2}$/;

/** The lines of one row. */
type Group = readonly PlacedLine[];

/**
 * Marks the rows beside which words stand alone that may be a part of their names: fewer than the table has
 * columns of words in front of figures, and nothing shows that they are a row. Where they go cannot be told. The
 * name of the first row of a table without headings may begin above it, where the table does.
 */
export function markTorn(groups: readonly Group[], layout: Layout, headless: boolean): Group[] {
  const filled = new Set(groups.flatMap((group) => group.flatMap(({ slots }) => slots)));
  const labels = new Set([...labelsOf(layout)].filter((label) => filled.has(label)));
  const wide = new Set([...labels].filter((label) => longest(groups, label) >= MIN_LONGEST));
  const loose = groups.map((group, index) => isLoose(group, groups[index - 1], labels));
  return groups.map((group, index) => {
    const [before, behind] = [index - 1, index + 1].map((at) => groups[at]);
    const above = loose[index - 1] === true && touch(before, group);
    const below = loose[index + 1] === true && touch(behind, group) && !beginsWithCode(behind);
    const parts =
      (hasRest(group, wide) && touch(before, group)) ||
      (behind !== undefined && hasRest(behind, wide) && touch(behind, group));
    const torn =
      parts ||
      (headless && index === 0 && !begins(group)) ||
      isDisordered(group, labels) ||
      (hasFigures(group) &&
        ((above && !beginsBelow(before, group)) || below || goesOn(groups, index, labels)));
    const unsure = hasFigures(group) && above && endsCode(before);
    return torn ? group.map((line) => ({ ...line, torn: true, unsure: line.unsure || unsure })) : group;
  });
}

/** Columns with words and with figures behind them: names of rows, no remarks. Amounts may look like codes. */
export function labelsOf({ columns }: Layout): ReadonlySet<number> {
  const last = columns.findLastIndex((column) => !column.isText);
  return new Set(columns.flatMap((column, index) => (column.hasWords && index < last ? index : [])));
}

/** Whether a row shows that it is one: by its code, its number, or because it is a total. */
function begins([line]: Group): boolean {
  const [first] = line?.atoms ?? [];
  return (
    first !== undefined && (first.kind !== 'word' || GLUED_CODE.test(first.text) || isOwnRow(first.text))
  );
}

/** Whether words that stand alone begin with the last digits of a code: `01 农村中小学` over `205 09 校舍建设`. */
function endsCode([line]: Group = []): boolean {
  return line?.atoms.some(isCodeEnd) === true;
}

/** Whether words that stand alone show by a code that they begin a row. */
function beginsWithCode(group: Group = []): boolean {
  return endsCode(group) || GLUED_CODE.test(group[0]?.atoms[0]?.text ?? '');
}

/** Whether digits stand in front of words of their column. */
export function isCodeEnd({ kind, text }: Atom, at: number, atoms: readonly Atom[]): boolean {
  const behind = atoms[at + 1];
  return kind === 'figure' && CODE_END.test(text) && behind?.kind === 'word' && behind.gap < WIDE_GAP;
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
  const areNames = line.atoms.every(
    (atom, at) =>
      isCodeEnd(atom, at, line.atoms) || (atom.kind === 'word' && labels.has(line.slots[at] ?? -1)),
  );
  const isRest = line.atoms.some(({ text }, at) => {
    const upper = above?.at(-1);
    const name = upper?.atoms[upper.slots.indexOf(line.slots[at] ?? -1)]?.text ?? '';
    return touch(above, group) && isOwnRow(name) && !/计$/.test(name) && !isOwnRow(text);
  });
  const filled = new Set(line.slots.filter((slot) => labels.has(slot)));
  return areNames && (labels.size === 1 || isRest || filled.size < labels.size);
}

/** Whether each name that stands alone has one below it that shows that it begins itself. */
function beginsBelow([loose]: Group = [], [row]: Group): boolean {
  return (
    loose?.atoms.every(({ kind }, at) => {
      const below = row?.atoms[row.slots.indexOf(loose.slots[at] ?? -1)]?.text ?? '';
      return kind === 'word' && isOwnRow(below);
    }) === true
  );
}

/**
 * Whether the name of a row may have begun in the lines above: one of them has a number, and no figures, and the
 * row has no number itself.
 */
function goesOn(groups: readonly Group[], index: number, labels: ReadonlySet<number>): boolean {
  const [own] = groups[index] ?? [];
  const mayGoOn = (before: PlacedLine, label: number): boolean => {
    const [upper, lower] = [before, own].map((line) => line?.atoms[line.slots.indexOf(label)]?.text);
    if (upper === undefined || !isOwnRow(upper)) return false;
    return lower === undefined ? own !== undefined && hasFigureBehind(own, label, labels) : !isOwnRow(lower);
  };
  for (let above = index - 1; above >= 0; above--) {
    const [before, ...others] = groups[above] ?? [];
    const isWords = before?.atoms.every(({ kind }) => kind === 'word') === true && others.length === 0;
    if (!isWords || !touch(groups[above], groups[above + 1] ?? [])) return false;
    if ([...labels].some((label) => mayGoOn(before, label))) return true;
  }
  return false;
}

/** Whether a row has a figure behind a column of names and in front of the next. */
function hasFigureBehind({ atoms, slots }: PlacedLine, label: number, labels: ReadonlySet<number>): boolean {
  const next = [...labels].find((other) => other > label) ?? Number.POSITIVE_INFINITY;
  return atoms.some(({ kind }, at) => {
    const slot = slots[at] ?? -1;
    return kind === 'figure' && slot > label && slot < next;
  });
}

/**
 * Whether a line of a wrapped name is longer than the one above, unless it hangs below it: then these are not its lines, or
 * not in order.
 */
function isDisordered(group: Group, labels: ReadonlySet<number>): boolean {
  return [...labels].some((label) => {
    const names = group.flatMap(({ text, atoms, slots }) =>
      placeAtoms(text, atoms, 'display').filter(
        ({ atom }, index) => slots[index] === label && atom.kind === 'word',
      ),
    );
    return names.some((name, index) => {
      const above = names[index - 1] ?? name;
      const isHanging = name.left < above.left && name.right <= above.right + SLACK;
      return name.right - name.left > above.right - above.left + SLACK && !isHanging;
    });
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
