import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { AmountCell, PlacedTable } from '../../disclosure/table.ts';
import { type Anchor, anchorsOf } from '../../relations/anchors.ts';
import type { DocumentRelations } from '../../relations/documentRelations.ts';
import { cellsOf } from '../../relations/relation.ts';
import { type Kind, soleTables } from '../../relations/tableKinds.ts';
import { rememberPair } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';
import { quantityOf } from '../prose/places.ts';
import type { Quantity } from '../prose/quantities.ts';

/** Which figure of the whole disclosure it is: `general total`. */
export type TotalKey = `${Kind} ${Anchor}`;

/** A total of a disclosure, in 元, and where it is printed. */
export interface Total {
  readonly home: PlacedTable;
  readonly cell: AmountCell;
  readonly quantity: Quantity;
}

/** What other disclosures need to know of one: whose it is, of which year, and its totals in 元. */
export interface DisclosureSummary {
  /** Half width, without blanks. */
  readonly organ: string;
  readonly year: number;
  readonly kind?: '部门' | '单位';
  readonly totals: ReadonlyMap<TotalKey, Quantity>;
}

/** Sums up a budget. Undefined where it does not say whose it is or of which year, and for final accounts. */
export const summaryOf = rememberPair(
  (disclosure: Disclosure, relations: DocumentRelations): DisclosureSummary | undefined => {
    const { organ, year, kind, stage } = disclosure;
    if (organ === undefined || year === undefined || stage !== '预算') return undefined;
    const totals = [...totalsOf(disclosure, relations)].map(
      ([key, { quantity }]) => [key, quantity] as const,
    );
    return { organ: compactLabel(organ), year, ...(kind && { kind }), totals: new Map(totals) };
  },
);

/**
 * The totals of a disclosure that are certain: not those of tables that are not alone of their kind or were not read
 * well, nor figures that a broken sum speaks of.
 */
export const totalsOf = rememberPair(
  ({ tables }: Disclosure, relations: DocumentRelations): ReadonlyMap<TotalKey, Total> => {
    const broken = new Set(relations.causes.flatMap((cause) => cause.broken.flatMap(cellsOf)));
    const byKind = soleTables(tables.filter((each) => !relations.tables.get(each)?.misread));
    return new Map(
      [...byKind].flatMap(([kind, home]) =>
        [...anchorsOf(home.table)].flatMap(([anchor, { cell }]): (readonly [TotalKey, Total])[] => {
          const quantity = broken.has(cell) ? undefined : quantityOf(cell, home.table);
          return quantity ? [[`${kind} ${anchor}`, { home, cell, quantity }]] : [];
        }),
      ),
    );
  },
);

/** Whether two summaries say the same, whichever versions of their texts they were made of. */
export function isSameSummary(a: DisclosureSummary, b: DisclosureSummary): boolean {
  return (
    a.organ === b.organ &&
    a.year === b.year &&
    a.kind === b.kind &&
    a.totals.size === b.totals.size &&
    [...a.totals].every(([key, total]) => isSameQuantity(total, b.totals.get(key)))
  );
}

function isSameQuantity(a: Quantity, b: Quantity | undefined): boolean {
  return b !== undefined && a.value.eq(b.value) && a.half.eq(b.half);
}

/** Those of other disclosures that have something to say of one: that of the year before, and those of its bodies. */
export function counterpartsOf(
  own: DisclosureSummary,
  others: readonly DisclosureSummary[],
): readonly DisclosureSummary[] {
  return others.filter((other) => isOfYearBefore(other, own) || mayBeOfBody(other, own));
}

/** Whether a disclosure is that of the same organ of the year before. */
export function isOfYearBefore(other: DisclosureSummary, own: DisclosureSummary): boolean {
  return other.organ === own.organ && other.year === own.year - 1 && other.kind === own.kind;
}

/** Whether a disclosure may be that of a body of the department: only those of 部门 are held against those of 单位. */
export function mayBeOfBody(other: DisclosureSummary, own: DisclosureSummary): boolean {
  return own.kind === '部门' && other.kind === '单位' && other.year === own.year;
}
