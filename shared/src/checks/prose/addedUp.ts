import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Paragraph, Passage } from '../../disclosure/prose/prose.ts';
import { groupedBy } from '../../text/lists.ts';
import { valued } from './constraint.ts';
import { sumOf } from './listSlips.ts';
import type { LooseList } from './looseLists.ts';
import { mayEqual } from './quantities.ts';

/** 加上转移性收入48623万元: what is added to the amount in front. */
const ADDED = /加上|(?<=[，,。；;、])加/g;
/** Behind the last addend, in front of the total. */
const IN_FRONT_OF_TOTAL =
  /^\s*(?:万|亿)?元\s*[，,。；;]\s*[^\d，,。；;]{0,14}(?:总计|合计|共计|总量|总额|总收入|总支出)[^\d，,。；;]{0,4}$/;
/** What is taken off again, or told of the addends, is no addend. */
const OTHERWISE = /减|扣除|其中|不含|[（(]/;
/** Between what is added up and what it comes to stands no more than a long sentence. */
const MAX_STRETCH = 400;
/** 加上上级补助收入、上年结转200万元: not all of what is added need have an amount. */
const SEVERAL = /[、和及与等]/;

/** A figure with the offset of its digits in the text of its paragraph. */
interface Placed {
  readonly figure: Figure;
  readonly at: number;
}

/**
 * 一般公共预算收入64000万元，加上转移性收入486923万元，收入总计550923万元: all amounts between 加上 and the total, and the one that the
 * sentence, or the one in front of it, begins with. Nothing where another amount of the paragraph makes up the total.
 */
export function addedUp({ figures, paragraphs }: Passage): LooseList[] {
  const values = groupedBy(figures, ({ role, paragraph }) => (role === 'value' ? paragraph : undefined));
  return paragraphs.flatMap((paragraph, index): LooseList[] => {
    const { text, pieces, kind } = paragraph;
    const added = kind === 'statement' ? [...text.matchAll(ADDED)] : [];
    if (added.length === 0) return [];
    const placed = (values.get(index) ?? []).flatMap((figure): Placed[] => {
      const at = offsetOf(pieces, figure.span);
      return at === undefined ? [] : [{ figure, at }];
    });
    return added.flatMap((match) => listFrom(match.index, placed, paragraph) ?? []);
  });
}

function listFrom(
  added: number,
  placed: readonly Placed[],
  { text, sentences }: Paragraph,
): LooseList | undefined {
  const first = placed.findIndex(({ at }) => at > added);
  if (first === -1) return undefined;
  const total = placed.findIndex(({ at }, index) => {
    const before = placed[index - 1];
    return index > first && before !== undefined && IN_FRONT_OF_TOTAL.test(text.slice(behind(before), at));
  });
  const [whole, last] = [placed[total], placed[total - 1]];
  if (!whole || !last || whole.at - added > MAX_STRETCH) return undefined;
  if (OTHERWISE.test(text.slice(added, behind(last)))) return undefined;
  const addends = placed.slice(first, total).map(({ figure }) => figure);
  const inFront = placed.slice(0, first).map(({ figure }) => figure);
  const fits = (figure: Figure) => {
    const [own, ...parts] = [whole.figure, figure, ...addends].flatMap((each) => valued(each) ?? []);
    return own !== undefined && mayEqual(sumOf(parts), own.quantity);
  };
  if (inFront.some(fits)) return undefined;
  const at = sentences.findIndex(({ end }) => end > added);
  const from = sentences[inSentence(placed, sentences[at]?.start ?? 0, added) ? at : at - 1];
  const begin = from && placed.find((each) => each.at >= from.start && each.at < Math.min(from.end, added));
  if (!begin) return undefined;
  const isSure =
    inFront.at(-1) === begin.figure &&
    begin.figure.sentence === whole.figure.sentence &&
    addends.every(({ label }) => !SEVERAL.test(label));
  return { whole: whole.figure, items: [begin.figure, ...addends], areAll: true, isSure };
}

function behind({ figure, at }: Placed): number {
  return at + figure.text.length;
}

function inSentence(placed: readonly Placed[], start: number, end: number): boolean {
  return placed.some(({ at }) => at >= start && at < end);
}
