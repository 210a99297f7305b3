/** What heads a list, or several abreast, and never a column; and what heads one of several ways to list the same money. */
const BLOCK = /^(?:本年)?(?:收入|支出)$/;
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
  if (!isSingle && !BLOCK.test(text)) return undefined;
  const starts = columns.flatMap(({ isFigures }, at) =>
    !isFigures && (at === 0 || columns[at - 1]?.isFigures) ? at : [],
  );
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
