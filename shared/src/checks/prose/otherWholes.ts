import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import { type Valued, valued } from './constraint.ts';
import { mayEqual, plus, type Quantity } from './quantities.ts';

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
