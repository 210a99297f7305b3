import { fitRow } from './fitting.ts';
import type { Layout } from './layout.ts';
import { isOwnRow, MAX_INDENT } from './pieces.ts';
import { type PlacedAtom, placeAtoms } from './ruler.ts';
import type { Shape } from './shape.ts';
import { isCodeEnd, labelsOf } from './torn.ts';

/** Words of headings over names, whole or wrapped, which no name of a body or of a row begins with. */
const HEADING = /^[(（]|名称|项目|科目|编码|代码|类别|分类|内容|^(?:单位|功能|经济|收入|支出|名|称)$/;
/** Shorter words are parts of codes or headings: 类, 款, 项. */
const MIN_NAME = 2;

/** Lines of a name are set to one edge, or around one middle, give or take so much. */
const SLACK = 1;
/** A row of figures without a name has the rest of it in the line below. */
const REACH = 2;

/** Words of a line, and whether they stand in a column of names. */
interface Name {
  readonly placed: PlacedAtom;
  readonly isLabel: boolean;
}

/**
 * How many of the lines above the first row of figures begin the names of rows, and are no headings: those that
 * stand right above it in columns of names alone, and are numbered, or are one name that no heading is and that
 * is flush with what the next lines have of it. Behind a blank line, which headings do not go over, it may be indented.
 *
 * @param lines those of the table
 * @param first index of the first row of figures
 */
export function namesAbove(lines: readonly Shape[], first: number, layout: Layout): number {
  const labels = labelsOf(layout);
  const namesOf = ({ line, atoms }: Shape): Name[] => {
    const placed = placeAtoms(line, atoms, layout.measure);
    const { slots } = fitRow(placed, layout.columns);
    return placed.flatMap((each, at) =>
      isCodeEnd(each.atom, at, atoms) ? [] : { placed: each, isLabel: labels.has(slots[at] ?? -1) },
    );
  };
  const beginsName = (shape: Shape, index: number): boolean => {
    if (shape.kind !== 'words' && shape.kind !== 'figures') return false;
    const names = namesOf(shape);
    const [name, ...others] = names;
    if (!name || !names.every(({ placed, isLabel }) => isLabel && placed.atom.kind === 'word')) return false;
    if (names.every(({ placed }) => isOwnRow(placed.atom.text))) return true;
    const { text } = name.placed.atom;
    const isAlone = others.length === 0 && text.length >= MIN_NAME && !HEADING.test(text);
    const indent = lines[index - 1]?.kind === 'blank' ? MAX_INDENT : 0;
    return isAlone && goesOn(name, lines.slice(index + 1, index + 1 + REACH).map(namesOf), indent);
  };
  let start = first;
  while (start > 0 && lines[start - 1] && beginsName(lines[start - 1] as Shape, start - 1)) start--;
  // Some line must be left that heads the columns.
  return start === 0 ? 0 : first - start;
}

/**
 * Whether the first name in the lines below, if there is one, may be more of a name: it is flush with it, or the name is
 * indented by no more than so much.
 */
function goesOn(
  { placed: { left, right } }: Name,
  below: readonly (readonly Name[])[],
  indent: number,
): boolean {
  const next = below.flat().find(({ isLabel, placed }) => isLabel && placed.atom.kind === 'word')?.placed;
  if (!next) return true;
  if (isOwnRow(next.atom.text)) return false;
  if (left >= next.left && left - next.left <= indent) return true;
  return Math.abs(next.left - left) <= SLACK || Math.abs(next.left + next.right - left - right) <= 2 * SLACK;
}
