import { totalRank } from '../disclosure/labels.ts';
import type { Column } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';

/** What a figure of a “三公” table is, by its own heading and those over it. */
export type Concept = 'whole' | 'abroad' | 'vehicles' | 'purchase' | 'running' | 'reception';

const CONCEPTS: readonly (readonly [Concept, RegExp])[] = [
  ['purchase', /^(?:其中:)?(?:\(\d\))?公务用?车购置(?:费用?)?(?:支出)?$/],
  ['running', /^(?:其中:)?(?:\(\d\))?公务用?车运行(?:维护)?(?:费用?)?(?:支出)?$/],
  [
    'vehicles',
    /^公务用?车(?:(?:购置[及和](?:公务用?车)?运行(?:维护)?)?(?:费用?)?支出|(?:购置[及和](?:公务用?车)?运行(?:维护)?)?费用?)$/,
  ],
  ['abroad', /^因公出国\(境\)(?:费用?|(?:费用?)?支出)$/],
  ['reception', /^公务接待(?:费用?|(?:费用?)?支出)$/],
];

/** What the parts of 公务用车 are called for short below its heading. */
const VEHICLE_CONCEPTS: readonly (readonly [Concept, RegExp])[] = [
  ['purchase', /^(?:其中:)?购置费?$/],
  ['running', /^(?:其中:)?运行(?:维护)?费?$/],
];

/** What a column is by its headings; undefined where it is none of these. */
export function conceptOf(column: Pick<Column, 'path' | 'partial'> | undefined): Concept | undefined {
  const { path = [], partial = false } = column ?? {};
  const words = path.map((text) => compactLabel(text));
  const last = words.at(-1) ?? '';
  const named = (text: string) => CONCEPTS.find(([, pattern]) => pattern.test(text))?.[0];
  if (totalRank(last) > 0)
    return words.slice(0, -1).some((text) => named(text)) ? named(words.at(-2) ?? '') : 'whole';
  // The heading of 公务用车 is over them, or may be.
  const short =
    partial || words.some((text) => named(text) === 'vehicles')
      ? VEHICLE_CONCEPTS.find(([, pattern]) => pattern.test(last))?.[0]
      : undefined;
  return short ?? named(last) ?? (/^(?:\d{4}年)?(?:年初)?(?:预|决)算数$/.test(last) ? 'whole' : undefined);
}
