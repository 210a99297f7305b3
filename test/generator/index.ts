/**
 * Writes disclosures whose content is known, to hold a reader, its sums and its fixes against.
 *
 * The road: a plan of picks and amounts (budget/plan.ts), drawn at random → a budget of atoms
 * (budget/makeBudget.ts) → the tables of a region, every figure a sum of atoms (layouts/regions/) → a grid of
 * cells a table (layouts/setTable.ts) → lines made of pieces (dialects/, document/) → damage, piece by piece
 * (damage/), or one wrong figure (faults.ts). A piece never loses its mark, so the place of every figure is
 * known at each step. Nothing here knows how the project reads: see the independence test.
 */
import fc from 'fast-check';
import { arbitraryBudgetPlan, type BudgetSize } from './budget/plan.ts';
import { applyDamage, arbitraryDamage, type DamageName } from './damage/index.ts';
import type { DialectName } from './dialects/dialect.ts';
import { DIALECTS } from './dialects/index.ts';
import { type DisclosurePlan, makeDisclosure, type Rounding } from './disclosure.ts';
import { type RenderedDocument, textOf } from './document/document.ts';
import { type WritingPlan, writeDocument } from './document/write.ts';
import { arbitraryLayout, arbitraryShape } from './layouts/layout.ts';
import { REGIONS } from './layouts/regions/index.ts';
import type { ModelDisclosure } from './model.ts';

/** `small` has a table or two of a few rows, `large` hundreds of rows under many bodies. */
export type Size = 'small' | 'medium' | 'large';

export interface DisclosureOptions {
  /** In which dialects tables may be written; all by default. */
  readonly dialects?: readonly DialectName[];
  /** What may be done to the text; nothing by default. */
  readonly damage?: readonly DamageName[];
  /** How amounts are rounded; every way by default. */
  readonly rounding?: readonly Rounding[];
  readonly size?: Size;
  /** Publish all tables of the region, so that every relation between two of them is there. */
  readonly whole?: boolean;
  /** Whether titles stand below their tables; above by default. */
  readonly titlesBelow?: boolean;
}

/** A disclosure, how it was written, and what damage made of that. */
export interface GeneratedDisclosure {
  readonly model: ModelDisclosure;
  /** Name of the region whose tables these are. */
  readonly region: string;
  readonly rounding: Rounding;
  /** As written, before damage. */
  readonly clean: RenderedDocument;
  /** As to be read. The same as {@link clean} without damage. */
  readonly document: RenderedDocument;
  /** The text of {@link document}. */
  readonly text: string;
}

interface SizePlan {
  readonly budget: BudgetSize;
  /** Of {@link ALL} tables, how many are published on average. */
  readonly published: number;
}

const ALL = 6;

const SIZES: Readonly<Record<Size, SizePlan>> = {
  small: {
    budget: { bodies: { min: 1, max: 1 }, functions: { min: 1, max: 1 }, lines: { min: 0, max: 3 } },
    published: 1,
  },
  medium: {
    budget: { bodies: { min: 1, max: 3 }, functions: { min: 1, max: 2 }, lines: { min: 1, max: 10 } },
    published: 4,
  },
  large: {
    budget: { bodies: { min: 8, max: 16 }, functions: { min: 3, max: 6 }, lines: { min: 10, max: 24 } },
    published: 5,
  },
};

const MOST_TABLES = Math.max(...REGIONS.map(({ tables }) => tables.length));

const ROUNDINGS: readonly Rounding[] = ['exact', 'independent', 'yuan', 'cents', 'mixed'];

/**
 * Disclosures of random content, region, layout and dialect. The same seed gives the same disclosure, and a
 * failing one shrinks towards one small, plain table.
 */
export function arbitraryDisclosure(options: DisclosureOptions = {}): fc.Arbitrary<GeneratedDisclosure> {
  const { size = 'small', rounding = ROUNDINGS, damage = [] } = options;
  const extent = options.whole === true ? { ...SIZES[size], published: ALL } : SIZES[size];
  return fc
    .record({
      disclosure: arbitraryDisclosurePlan(extent, rounding),
      writing: arbitraryWritingPlan(options.dialects),
      damage: arbitraryDamage(damage),
    })
    .map(({ disclosure, writing, damage }): GeneratedDisclosure => {
      const model = makeDisclosure(disclosure);
      const clean = writeDocument(model, { ...writing, titlesBelow: options.titlesBelow === true });
      const document = damage.reduce(applyDamage, clean);
      const text = textOf(document);
      const drawn = { region: disclosure.region.name, rounding: disclosure.rounding };
      // A counterexample is read as the text it is, not as the objects it was made from.
      return Object.assign({ model, ...drawn, clean, document, text }, { [fc.toStringMethod]: () => text });
    });
}

function arbitraryDisclosurePlan(
  size: SizePlan,
  rounding: readonly Rounding[],
): fc.Arbitrary<DisclosurePlan> {
  return fc.record({
    budget: arbitraryBudgetPlan(size.budget),
    region: fc.constantFrom(...REGIONS),
    shape: arbitraryShape,
    rounding: fc.constantFrom(...rounding),
    stage: fc.constantFrom('预算', '预算', '预算', '决算'),
    titles: fc.constantFrom('bare', 'year', 'organ', 'organ-year'),
    // A draw that shrinks to 0 shrinks to a table that is left out.
    published: fc.array(
      fc.nat({ max: ALL - 1 }).map((draw) => draw >= ALL - size.published),
      { minLength: MOST_TABLES, maxLength: MOST_TABLES },
    ),
    prose: fc.boolean(),
  });
}

function arbitraryWritingPlan(names: readonly DialectName[] | undefined): fc.Arbitrary<WritingPlan> {
  const dialects = names === undefined ? DIALECTS : DIALECTS.filter(({ name }) => names.includes(name));
  return fc.record({
    layouts: fc.array(arbitraryLayout, { minLength: 1, maxLength: 3 }),
    dialects: fc.array(fc.constantFrom(...dialects), { minLength: 1, maxLength: 3 }),
    variants: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
    numbers: fc.constantFrom('none', 'in-title', '表', '附件', '公开表'),
    airy: fc.boolean(),
    contents: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
    byteOrderMark: fc.constantFrom(false, false, false, true),
  });
}
