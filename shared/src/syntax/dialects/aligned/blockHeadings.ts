import { compactLabel } from '../../../text/width.ts';
import { BLOCK_HEADING } from '../../headingWords.ts';

/** What heads one of several ways to list the same money. */
const SINGLE = /^支出用途$|^(?:支出)?(?:功能|经济)分类$/;
/** What is set in the middle of its cell may be so far from that of its columns; other lists are further. */
const NEAR = 4;
const APART = 2;

/** A column of the body with the headings over it. */
interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly isFigures: boolean;
}

/** The columns with which lists abreast begin: those of names at the left and behind figures. */
function listStarts(columns: readonly Pick<Stretch, 'isFigures'>[]): number[] {
  return columns.flatMap(({ isFigures }, at) =>
    !isFigures && (at === 0 || columns[at - 1]?.isFigures) ? at : [],
  );
}

/**
 * The columns with which the lists begin that the words of a line head, where these are as many headings of lists as there
 * are lists abreast (收入 | 支出), wherever they stand; undefined where they are not.
 */
export function headedLists(
  texts: readonly string[],
  columns: readonly Pick<Stretch, 'isFigures'>[],
): readonly number[] | undefined {
  const starts = listStarts(columns);
  const areHeadings = starts.length > 1 && texts.every((text) => BLOCK_HEADING.test(compactLabel(text)));
  return areHeadings && texts.length === starts.length ? starts : undefined;
}

/**
 * Which column the lists begin with that a word heads which stands between the columns, over none: the lists, one or
 * several beside each other, whose middle is that of the word. Undefined where it is no such word, or may be of others.
 *
 * @param columns those of the body, from left to right
 */
export function blockStart(
  text: string,
  { left, right }: { readonly left: number; readonly right: number },
  columns: readonly Stretch[],
): number | undefined {
  const isSingle = SINGLE.test(text);
  if (!isSingle && !BLOCK_HEADING.test(text)) return undefined;
  const starts = listStarts(columns);
  const ends = [...starts.slice(1), columns.length].map((next) => next - 1);
  const blocks = starts.flatMap((start, list) =>
    ends.slice(list, isSingle ? list + 1 : undefined).map((end) => {
      const middle = ((columns[start]?.left ?? 0) + (columns[end]?.right ?? 0)) / 2;
      return { start, distance: Math.abs(middle - (left + right) / 2) };
    }),
  );
  const [best, second] = blocks.toSorted((a, b) => a.distance - b.distance);
  const isClear = !second || !best || second.distance >= APART * best.distance + NEAR;
  return starts.length > 1 && best && best.distance <= NEAR && isClear ? best.start : undefined;
}
