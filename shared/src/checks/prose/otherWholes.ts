import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { type Valued, valued, valuedPercent } from './constraint.ts';
import { sumOf } from './listSlips.ts';
import { mayEqual, plus, type Quantity } from './quantities.ts';

/** Rounded shares come to hardly more. */
const MORE_THAN_ALL = 101;

/** 比上年增加10万元，其中：…, 新增收入10万元，其中：…: parts that come to the change in front of them are those of it. */
export function isOfChange(
  { parent = 0, items }: FigureList,
  total: Quantity,
  figures: Passage['figures'],
): boolean {
  return figures.slice(parent, items[0]).some((figure) => {
    const change = figure.role === 'change' ? valued(figure) : undefined;
    return change !== undefined && mayEqual(total, change.quantity);
  });
}

/** 货物2062万元，占采购总额的34%，其中…；工程1447万元，占采购总额的24%: what has its share of the same total stands beside it. */
export function isBesideWhole(item: Figure, whole: Figure, { figures, ratios }: Passage): boolean {
  const totalOf = (figure: Figure): string =>
    ratios
      .filter(({ kind, part }) => kind === 'share' && part !== undefined && figures[part] === figure)
      .map((ratio) => figures[ratio.figure]?.label ?? '')[0] ?? '';
  const total = totalOf(item);
  return total !== '' && total === totalOf(whole);
}

/**
 * 总金额5219.47万元，其中：本年预算2743.19万元，上年结转2476.28万元。1.甲项目2006.55万元…2.乙项目…: the sentence of the first part alone comes to the
 * whole, whatever of it was read as parts.
 */
export function isBrokenDown(
  whole: Valued,
  [first, ...others]: readonly Figure[],
  figures: Passage['figures'],
): boolean {
  if (!first || others.every(({ paragraph }) => paragraph === first.paragraph)) return false;
  const beside = figures.filter(
    ({ paragraph, sentence, role }) =>
      role === 'value' && paragraph === first.paragraph && sentence === first.sentence,
  );
  const parts = beside.flatMap((figure) => valued(figure)?.quantity ?? []);
  if (parts.length < 2 || parts.length < beside.length) return false;
  return mayEqual(
    parts.reduce((sum, part) => plus(sum, part)),
    whole.quantity,
  );
}

/** What is left at the end of a year. */
const LEFT = /结余$|余额$/;
const LEFT_IN_FRONT = /上年|年初|去年|期初/;

/** 年末滚存结余100万元。其中：保险费收入70万元，支出60万元: what came in is no part of what is left, whatever 其中 says. */
export function isLeftOfFlows(whole: Figure, items: readonly Figure[]): boolean {
  const isLeft = LEFT.test(whole.label) && !LEFT_IN_FRONT.test(whole.label);
  return isLeft && items.some(({ label }) => label.endsWith('收入'));
}

/**
 * 支出1349.27万元。其中：八项支出962.69万元，占71.3%；民生支出603.44万元，占44.7%: parts that have more than all of the whole by the shares printed
 * behind them as well overlap.
 */
export function mayOverlap(whole: Valued, parts: readonly Valued[], { figures, ratios }: Passage): boolean {
  const percents = parts.map((part) => {
    const share = ratios.find(
      ({ kind, part: of = -1, whole: all = -1 }) =>
        kind === 'share' && figures[of] === part.figure && figures[all] === whole.figure,
    );
    return share && valuedPercent(figures[share.figure])?.quantity.value;
  });
  const sum = percents.reduce<Decimal>((total, percent) => total.plus(percent ?? 0), new Money(0));
  return percents.every((percent) => percent !== undefined) && sum.gt(MORE_THAN_ALL);
}

/**
 * 支出2000万元，其中民生支出1200万元。教育支出400万元，社会保障和就业支出800万元，…: what the next sentence goes on with, the part in front of the
 * full stop may be made of.
 */
export function isToldAnew({ introduction }: FigureList, whole: Valued, parts: readonly Valued[]): boolean {
  const [first, ...others] = parts;
  if (introduction !== 'of-which' || !first || others.length < 2) return false;
  const isBehind = others.every(
    ({ figure: { paragraph, sentence } }) =>
      paragraph === first.figure.paragraph && sentence > first.figure.sentence,
  );
  const rest = sumOf(others);
  return isBehind && (mayEqual(rest, whole.quantity) || rest.value.lt(whole.quantity.value));
}
