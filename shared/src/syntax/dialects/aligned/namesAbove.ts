import { fitRow } from './fitting.ts';
import type { Layout } from './layout.ts';
import { placeAtoms } from './ruler.ts';
import type { Shape } from './shape.ts';
import { isCodeEnd, labelsOf } from './torn.ts';
import { isOwnRow } from './wrapping.ts';

/** Words of headings over names, whole or wrapped, which no name of a body or of a row begins with. */
const HEADING = /^[(（]|名称|项目|科目|编码|代码|类别|分类|内容|^(?:单位|功能|经济|收入|支出|名|称)$/;
/** Shorter words are parts of codes or headings: 类, 款, 项. */
const MIN_NAME = 2;

/**
 * How many of the lines above the first row of figures begin the names of rows, and are no headings: those that
 * stand right above it in columns of names alone, and are numbered, or are one name that no heading is.
 *
 * @param above the lines above the first row of figures, down to the last
 */
export function namesAbove(above: readonly Shape[], layout: Layout): number {
  const labels = labelsOf(layout);
  const isName = ({ kind, line, atoms }: Shape): boolean => {
    if (kind !== 'words' && kind !== 'figures') return false;
    const { slots } = fitRow(placeAtoms(line, atoms, layout.measure), layout.columns);
    const names = atoms.filter((atom, at) => !isCodeEnd(atom, at, atoms));
    if (!atoms.every((atom, at) => !names.includes(atom) || labels.has(slots[at] ?? -1))) return false;
    const [first, ...others] = names;
    if (first === undefined || names.some((name) => name.kind !== 'word')) return false;
    const isAlone = others.length === 0 && first.text.length >= MIN_NAME && !HEADING.test(first.text);
    return isAlone || names.every(({ text }) => isOwnRow(text));
  };
  const last = above.findLastIndex((shape) => !isName(shape));
  // Some line must be left that heads the columns.
  return last === -1 ? 0 : above.length - 1 - last;
}
