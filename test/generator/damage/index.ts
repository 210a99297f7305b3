import fc from 'fast-check';
import type { RenderedDocument } from '../document/document.ts';
import { lostCells, shiftedRows, slidHead } from './cells.ts';
import type { Extent } from './damage.ts';
import { commaForPoint, lostZero, ocrSpaces } from './figures.ts';
import { wrappedHeads } from './heads.ts';
import { garbledUnits, ghostRows } from './lines.ts';
import { wrappedNames } from './names.ts';
import { lostColumns, pageBreaks } from './pages.ts';

/** Every damage by its name. A new one is an operator beside these and its line here. */
export const DAMAGES = {
  'ocr-spaces': ocrSpaces,
  'lost-zero': lostZero,
  'comma-for-point': commaForPoint,
  'lost-cells': lostCells,
  'shifted-rows': shiftedRows,
  'slid-head': slidHead,
  'page-breaks': pageBreaks,
  'lost-columns': lostColumns,
  'wrapped-names': wrappedNames,
  'wrapped-heads': wrappedHeads,
  'garbled-units': garbledUnits,
  'ghost-rows': ghostRows,
} as const;

export type DamageName = keyof typeof DAMAGES;

export const DAMAGE_NAMES = Object.keys(DAMAGES) as readonly DamageName[];

/** One damage and how far it goes. */
export interface DamagePlan {
  readonly name: DamageName;
  readonly extent: Extent;
}

/** Up to three damages of the given names; none where no names are given. */
export function arbitraryDamage(names: readonly DamageName[]): fc.Arbitrary<readonly DamagePlan[]> {
  if (names.length === 0) return fc.constant([]);
  const plan = fc.record({
    name: fc.constantFrom(...names),
    extent: fc.record({
      from: fc.nat({ max: 9999 }),
      count: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 400 })),
      form: fc.nat({ max: 11 }),
    }),
  });
  return fc.array(plan, { minLength: 1, maxLength: 3 });
}

/** The document after one more damage. */
export function applyDamage(document: RenderedDocument, { name, extent }: DamagePlan): RenderedDocument {
  return DAMAGES[name].apply(document, extent);
}
