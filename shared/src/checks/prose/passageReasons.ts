import type { Comparison, Paragraph, Passage } from '../../disclosure/prose/prose.ts';
import { groupedBy } from '../../text/lists.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { remember } from '../../text/remember.ts';
import { lastIndexThat } from '../../text/sorted.ts';
import { mayEqual, moneyOf, type Quantity } from './quantities.ts';

type Direction = Comparison['direction'];

/** Words that give a reason, however it is put. */
const REASON =
  /原因|由于|因为|主要是|主要系|主要为|主要(?:增减|变动|变化){0,2}情况[:：是为]|是因|系因|因[^此素公]|为了|根据|按照|落实|政策|结合[^，。；;]{2,30}(?:需要|需求|实际)/;
/** How budgets are drawn up is no reason why one changed. */
const NO_REASON = /按照?(?:综合|部门)?预算(?:管理|编制)?的?(?:有关|相关)?(?:原则|要求|规定)/g;
/** 财政拨款收入支出增加的主要原因是…: a paragraph that explains what was told paragraphs before it. */
const EXPLAINS =
  /^.{0,30}?(增加|增长|上升|减少|下降|降低|增减|变化|变动|[大高多小低少]于(?=上年|去年|\d{4}年(?!年?初?预算)))(?:[（(].{1,4}[）)])?(?:(?:上年|去年|\d{4}年)度?(?:决算|支出|执行|预算)?数?)?的?(?:主要)?(?:原因|情况[:：])/;
const DIRECTIONS: Readonly<Record<string, Direction>> = {
  增加: 'up',
  增长: 'up',
  上升: 'up',
  减少: 'down',
  下降: 'down',
  降低: 'down',
  大于: 'up',
  高于: 'up',
  多于: 'up',
  小于: 'down',
  低于: 'down',
  少于: 'down',
};
/** What happened, in a sentence without figures, is why the figures changed. */
const HAPPENED = /增加|减少|提高|降低|调整|取消|新增|压减|压缩|统一|不再|变化|变动|纳入|划转|退休|增资/;
const FIGURES = /\d/;
const NOTHING = new Money(0);

/** Whether a paragraph gives a reason. */
export const givesReason = remember(({ text }: Paragraph): boolean =>
  // 主 要 是: a line that was set wide has blanks between its words.
  REASON.test(text.replace(/\s/g, '').replace(NO_REASON, '')),
);

/** What a paragraph, or a sentence in it, gives the reason for: a rise, a fall, or whatever changed. */
export const explainedDirection = remember(({ text, sentences }: Paragraph): Direction | undefined => {
  for (const { start, end } of sentences) {
    const [words = '', word] = EXPLAINS.exec(text.slice(start, end)) ?? [];
    // 增加（减少）的主要原因 names both.
    if (word !== undefined) return /[（(]/.test(words) ? 'either' : (DIRECTIONS[word] ?? 'either');
  }
  return undefined;
});

/** The last sentence without figures that tells what happened; -1 where none does. */
const lastHappening = remember(({ text, sentences }: Paragraph): number =>
  sentences.findLastIndex(({ start, end }) => {
    const words = text.slice(start, end);
    return HAPPENED.test(words) && !FIGURES.test(words);
  }),
);

/** Whether a sentence without figures behind the change tells what happened. */
export function tellsWhatHappened({ paragraphs }: Passage, { paragraph, sentence }: Comparison): boolean {
  const own = paragraphs[paragraph];
  return own !== undefined && lastHappening(own) > sentence;
}

/** The last paragraph that explains changes of each direction, and of any. */
const lastExplanations = remember(
  ({ paragraphs }: Passage) =>
    new Map(
      paragraphs.flatMap((each, at): [Direction, number][] => {
        const direction = explainedDirection(each);
        return direction === undefined ? [] : [[direction, at]];
      }),
    ),
);

/** Whether a paragraph behind a change says why such figures changed. */
export function isExplainedFurtherOn(passage: Passage, { paragraph, direction }: Comparison): boolean {
  const last = lastExplanations(passage);
  return (last.get(direction) ?? -1) > paragraph || (last.get('either') ?? -1) > paragraph;
}

/** The last paragraph with a change of each direction and with words that give reasons. */
const lastReasons = remember(({ paragraphs, comparisons }: Passage) => {
  const last = new Map<Direction, number>();
  for (const { paragraph, direction } of comparisons) {
    const own = paragraphs[paragraph];
    if (own && paragraph > (last.get(direction) ?? -1) && hasReasonWords(own)) last.set(direction, paragraph);
  }
  return last;
});

const hasReasonWords = remember(({ text }: Paragraph): boolean => REASON.test(text));

/** Whether a paragraph behind a change tells of others of its direction, with reasons. */
export function areOthersExplained(passage: Passage, { paragraph, direction }: Comparison): boolean {
  return (lastReasons(passage).get(direction) ?? -1) > paragraph;
}

/** The changes told in each paragraph, but for those in a reason. */
const byParagraph = remember(({ comparisons }: Passage) =>
  groupedBy(comparisons, ({ paragraph, inReason }) => (inReason ? undefined : paragraph)),
);

/** The changes told in a paragraph, but for those in a reason. */
export function changesToldIn(passage: Passage, paragraph: number): readonly Comparison[] {
  return byParagraph(passage).get(paragraph) ?? [];
}

/** A change by an amount of money. */
interface MoneyChange {
  readonly paragraph: number;
  readonly money: Quantity;
}

/** Those of a passage that a paragraph gives the reason for, of each direction, the least first. */
const explainedMoney = remember((passage: Passage) => {
  const changes = passage.comparisons.flatMap((comparison) => {
    const { paragraph, direction, inReason } = comparison;
    const own = passage.paragraphs[paragraph];
    const money = moneyOfChange(passage, comparison);
    if (inReason || !money || !own || !givesReason(own)) return [];
    return [{ direction, change: { paragraph, money } }];
  });
  const byDirection = new Map<Direction, { readonly changes: MoneyChange[]; widest: Decimal }>();
  for (const { direction, change } of changes) {
    const known = byDirection.get(direction) ?? { changes: [], widest: NOTHING };
    known.changes.push(change);
    const { half } = change.money;
    if (half.gt(known.widest)) known.widest = half;
    byDirection.set(direction, known);
  }
  for (const { changes: own } of byDirection.values()) {
    own.sort((a, b) => a.money.value.cmp(b.money.value) || a.paragraph - b.paragraph);
  }
  return byDirection;
});

/** 收入、支出各增加50万元，主要原因是…；（一）收入增加50万元: the same change, explained where it was told first. */
export function isToldAgain(passage: Passage, comparison: Comparison): boolean {
  const money = moneyOfChange(passage, comparison);
  const explained = explainedMoney(passage).get(comparison.direction);
  if (!money || !explained) return false;
  const { changes, widest } = explained;
  const reach = money.half.plus(widest);
  const [least, most] = [money.value.minus(reach), money.value.plus(reach)];
  const first = lastIndexThat(changes, (each) => each.money.value.lt(least)) + 1;
  for (let at = first; at < changes.length; at++) {
    const each = changes[at];
    if (!each || each.money.value.gt(most)) return false;
    if (each.paragraph < comparison.paragraph && mayEqual(money, each.money)) return true;
  }
  return false;
}

function moneyOfChange({ figures }: Passage, { amount }: Comparison): Quantity | undefined {
  return amount === undefined ? undefined : moneyOf(figures[amount]);
}
