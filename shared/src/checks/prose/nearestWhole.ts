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

/**
 * Whether the parts come to an amount that stands between them and the whole they were read to have. “三公”经费11.4万元，其中：公务接待费
 * 7.4万元、公务用车4万元。（一）公务接待费0.7万元；（二）公务用车4万元: what one of them is called none of them is a part of.
 */
export function isOfNearer(list: FigureList, total: Quantity, figures: readonly Figure[]): boolean {
  const items = new Set(list.items.map((index) => figures[index]?.concept.value));
  return between(list, figures).some((figure) => {
    const { value } = figure.concept;
    const isNone = BALANCED.has(value) || (value !== 'subject' && value !== undefined && items.has(value));
    const own = isNone ? undefined : valued(figure);
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
