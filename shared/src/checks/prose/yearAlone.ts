import type { Figure, Passage } from '../../disclosure/prose/prose.ts';

/**
 * Whether a figure is of the year alone where the tables have what was carried over as well, so that they do not print it. Either it is
 * 当年 beside 上年结转 (预算2400万元，其中：当年2150万元，上年结转250万元), or a part of what is 当年 and which they do not print
 * (当年安排2150万元，其中：农林水支出2100万元).
 *
 * @param agrees whether tables print the amount of a figure
 */
export function isOfYearAlone(
  figure: Figure,
  { figures, lists }: Passage,
  agrees: (figure: Figure) => boolean | undefined,
): boolean {
  const whole = figure.parent === undefined ? undefined : figures[figure.parent];
  if (!whole) return false;
  if (whole.period.value === 'current') return agrees(whole) !== true;
  if (figure.period.value !== 'current') return false;
  const list = lists.find(({ items }) => items.some((at) => figures[at] === figure));
  return list?.items.some((at) => figures[at]?.concept.value === 'carried-in') === true;
}
