import { totalRank } from '../disclosure/labels.ts';
import type { Column } from '../disclosure/table.ts';
import {
  namedThreePublicItem,
  nameOfItem,
  THREE_PUBLIC_ITEMS,
  type ThreePublicItem,
  vehiclePartCalled,
} from '../syntax/threePublicHeadings.ts';
import { compactLabel } from '../text/width.ts';

/** What a figure of a “三公” table is, by its own heading and those over it. */
export type Concept = 'whole' | (typeof THREE_PUBLIC_ITEMS)[number];

/** What a column is by its headings; undefined where it is none of these. */
export function conceptOf(column: Pick<Column, 'path' | 'partial'> | undefined): Concept | undefined {
  const { path = [], partial = false } = column ?? {};
  const words = path.map((text) => compactLabel(text));
  const last = words.at(-1) ?? '';
  const named = (text: string) => conceptIn(namedThreePublicItem(nameOfItem(text)));
  if (totalRank(last) > 0)
    return words.slice(0, -1).some((text) => named(text)) ? named(words.at(-2) ?? '') : 'whole';
  // The heading of 公务用车 is over them, or may be.
  const short =
    partial || words.some((text) => named(text) === 'vehicles')
      ? conceptIn(vehiclePartCalled(nameOfItem(last)))
      : undefined;
  return short ?? named(last) ?? (/^(?:\d{4}年)?(?:年初)?(?:预|决)算数$/.test(last) ? 'whole' : undefined);
}

/** 会议费 and 培训费 are no part of “三公”经费. */
function conceptIn(item: ThreePublicItem | undefined): Concept | undefined {
  return THREE_PUBLIC_ITEMS.find((concept) => concept === item);
}
