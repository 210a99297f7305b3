import type { Comparison, Figure, Passage } from '../../disclosure/prose/prose.ts';
import { slipOf } from '../../relations/slips.ts';
import type { Change } from './changeFindings.ts';
import { percentFits, significantDigits } from './quantities.ts';

/**
 * 公务用车购置及运行费5万元，其中：购置费3万元，运行费2万元，比上年减少1万元: a change without words of its own behind the
 * last part of a list may as well be that of the whole.
 *
 * @returns the index of the whole; undefined where the words leave no doubt, or the whole or a part has a change of its
 *   own
 */
export function wholeItMayBe(
  comparison: Comparison,
  { comparisons, figures, lists }: Passage,
): number | undefined {
  const { subject, link, paragraph } = comparison;
  if (subject === undefined || link.reason !== 'sibling') return undefined;
  const list = lists.find(({ items }) => items.length > 1 && items.at(-1) === subject);
  const whole = list?.parent;
  if (!list || whole === undefined || figures[whole]?.paragraph !== paragraph) return undefined;
  const isOwn = (index: number | undefined) =>
    index !== undefined && (index === whole || list.items.includes(index));
  return comparisons.some((each) => each !== comparison && !each.inReason && isOwn(each.subject))
    ? undefined
    : whole;
}

/**
 * 预算540万元中，工资福利支出400万元、商品和服务支出140万元。比上年增加40万元: a new sentence without words of its own may
 * speak of what the paragraph began with, whatever figure stands last.
 *
 * @returns the index of the paragraph's first figure; undefined where the words leave no doubt, or it is the subject
 */
export function firstItMayBe(
  { subject, link, paragraph, directionSpan }: Comparison,
  { figures }: Passage,
): number | undefined {
  if (subject === undefined || link.reason !== 'clause-before') return undefined;
  const first = figures.findIndex((figure) => figure.paragraph === paragraph);
  const figure = figures[first];
  const isInFront =
    figure && (figure.span.line < directionSpan.line || figure.span.start < directionSpan.start);
  return first !== subject && isInFront && figure.role === 'value' && figure.kind === 'statement'
    ? first
    : undefined;
}

/** With fewer digits two amounts are a slip apart by chance. */
const MIN_DIGITS = 4;
/** A paragraph has hardly more figures between an amount and its change. */
const LOOK_BACK = 100;

/**
 * 支出1000万元。其中：基本支出600万元，主要用于…。比上年增加30万元，增长5.26%: behind a full stop a change without words of
 * its own may be that of any amount of the paragraph in front of it.
 *
 * @returns their indices, the nearest first; none where the words leave no doubt, or where the change has no other
 *   figure that would tell
 */
export function othersItMayBe(comparison: Comparison, { figures }: Passage): readonly number[] {
  const { subject, link, paragraph, amount, percent, base, inReason } = comparison;
  const own = subject === undefined ? undefined : figures[subject];
  const isTold = amount !== undefined && (percent !== undefined || base.figure !== undefined);
  if (!own || !isTold || inReason) return [];
  if (link.reason !== 'sibling' && link.reason !== 'clause-before') return [];
  const from = beginOf(paragraph, figures);
  const found: number[] = [];
  const share = percent === undefined ? undefined : figures[percent];
  for (let index = amount - 1; index >= Math.max(0, amount - LOOK_BACK); index--) {
    const figure = figures[index];
    if (!figure || figure.paragraph < from) break;
    const isValue = figure.role === 'value' && figure.kind === 'statement';
    // What came to nothing fell by all of it, however coarsely 0 is printed.
    const isPossible = !figure.amount.value.isZero() || !share || share.amount.value.eq(100);
    if (isValue && isPossible && index !== subject && index !== base.figure && !isSlipOf(own, figure))
      found.push(index);
  }
  return found;
}

/** The paragraph with what the items of a paragraph are parts of: a line break may part the two. */
function beginOf(paragraph: number, figures: readonly Figure[]): number {
  const first = figures.find((figure) => figure.paragraph === paragraph);
  const whole = first?.parent === undefined ? undefined : figures[first.parent];
  return whole && whole.paragraph < paragraph ? beginOf(whole.paragraph, figures) : paragraph;
}

/** The same amount with a slip is the same figure, told twice. */
function isSlipOf(own: Figure, other: Figure): boolean {
  return significantDigits(own) >= MIN_DIGITS && slipOf(own.amount, other.amount.value) !== undefined;
}

/**
 * 办公费600万元、其他商品和服务支出20万元。较上年增加280万元: at the beginning of a sentence what changed may be all that the one in front of it lists,
 * and is surely not the last of it where that is less than what it grew by.
 */
export function mayBeOfAll({ comparison, sign, now, amount, base }: Change, { figures }: Passage): boolean {
  const { figure, quantity } = now;
  const { paragraph, sentence } = figure;
  if (!amount || base || sign !== 1 || !amount.quantity.value.gt(quantity.value)) return false;
  const isOfSentenceBefore = paragraph === comparison.paragraph && sentence < comparison.sentence;
  return (
    isOfSentenceBefore &&
    figures.some(
      (each) =>
        each !== figure &&
        each.role === 'value' &&
        each.paragraph === paragraph &&
        each.sentence === sentence,
    )
  );
}

/**
 * 2021年…公务用车运行费7.73万元。… 公务用车运行费较上年增加2.27万元，增长29.37%: a figure told in a paragraph before, of which the
 * change is exactly so much in a hundred, is that of the year before.
 */
export function isOfYearBefore({ comparison: { paragraph }, now, amount, percent, base }: Change): boolean {
  if (!amount || !percent || base || now.figure.paragraph === paragraph) return false;
  return percentFits(percent.quantity, amount.quantity, now.quantity);
}
