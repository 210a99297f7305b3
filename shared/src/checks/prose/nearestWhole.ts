import type { Figure, FigureList } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { valued } from './constraint.ts';
import { namedWhole } from './listSchemes.ts';
import { mayEqual, type Quantity } from './quantities.ts';

/** What comes to the same as its counterpart, so that parts which fit the one may be those of the other. */
export const BALANCED: ReadonlySet<Concept | undefined> = new Set<Concept>([
  'income',
  'expenditure',
  'balance',
]);

/**
 * 支出1000万元，其中：基本支出600万元，具体为：人员经费500万元，公用经费100万元: of what stands between a list and the whole it was read to have, that
 * which by its name is what the parts are all of.
 */
export function ofNearestWhole(list: FigureList, figures: readonly Figure[]): FigureList {
  const items = list.items.flatMap((index) => figures[index] ?? []);
  const own = figures[list.parent ?? -1];
  if (items.length < 2 || !own || namedWhole(items, [own])) return list;
  const nearest = namedWhole(items, between(list, figures));
  return nearest ? { ...list, parent: figures.indexOf(nearest) } : list;
}

/** Whether the parts come to an amount that stands between them and the whole they were read to have. */
export function isOfNearer(list: FigureList, total: Quantity, figures: readonly Figure[]): boolean {
  return between(list, figures).some((figure) => {
    const own = BALANCED.has(figure.concept.value) ? undefined : valued(figure);
    return own !== undefined && mayEqual(total, own.quantity);
  });
}

function between({ parent, items }: FigureList, figures: readonly Figure[]): Figure[] {
  const [first] = items;
  if (parent === undefined || first === undefined) return [];
  return figures
    .slice(parent + 1, first)
    .filter(
      ({ role, kind, inReason, label }) =>
        role === 'value' && kind === 'statement' && !inReason && label !== '',
    );
}
