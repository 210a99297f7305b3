import type { RowNode } from '../../syntax/nodes.ts';
import { pageOf } from '../grid.ts';
import { wordsOf } from '../labels.ts';
import type { BodyRow } from './blanks/looseBody.ts';
import { placedUnderHeadings } from './byHeadPlaces.ts';
import type { HeadReading } from './headReadings.ts';
import type { Layout } from './layout.ts';
import { countsOf } from './linePlaces.ts';
import type { PlacedRow } from './placeRow.ts';
import { stackedReading } from './stackedHead.ts';

/**
 * Puts the rows of each page below its own headings, for on every page columns stand elsewhere. Undefined where those
 * of a page do not say the same as those of the first, or tell nothing.
 *
 * @param repeated the headings that each page repeats, by page
 */
export function placedOnPages(
  rows: readonly BodyRow[],
  { reading, blocks }: Pick<Layout, 'reading' | 'blocks'>,
  repeated: readonly (readonly RowNode[])[],
): readonly PlacedRow[] | undefined {
  const placed: PlacedRow[] = [];
  for (const { page, rows: own } of byPage(rows)) {
    const places = page === 0 ? reading.places : placesOn(own, reading, repeated[page] ?? []);
    const found = places && placedUnderHeadings(own, blocks, places);
    if (!found) return undefined;
    placed.push(...found);
  }
  return placed;
}

/** The rows, page by page; one without places is on the page of that before it. */
function byPage(rows: readonly BodyRow[]): { readonly page: number; readonly rows: BodyRow[] }[] {
  const pages: { page: number; rows: BodyRow[] }[] = [];
  for (const row of rows) {
    const open = pages.at(-1);
    const page = pageOf(row.node) ?? open?.page ?? 0;
    if (open?.page === page) open.rows.push(row);
    else pages.push({ page, rows: [row] });
  }
  return pages;
}

/** Where the headings of a page stand, if it repeats the same. */
function placesOn(
  rows: readonly BodyRow[],
  { leaves }: HeadReading,
  head: readonly RowNode[],
): HeadReading['places'] {
  if (head.length === 0) return undefined;
  const own = stackedReading(head, countsOf(rows.map(({ node }) => node)));
  return own && sayingOf(own.leaves) === sayingOf(leaves) ? own.places : undefined;
}

function sayingOf(leaves: HeadReading['leaves']): string {
  return leaves.map(wordsOf).join('|');
}
