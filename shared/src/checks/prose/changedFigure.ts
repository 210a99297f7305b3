import type { Comparison, Passage } from '../../disclosure/prose/prose.ts';

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
