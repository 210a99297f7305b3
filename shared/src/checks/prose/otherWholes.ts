import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import { valued } from './constraint.ts';
import { mayEqual, type Quantity } from './quantities.ts';

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
