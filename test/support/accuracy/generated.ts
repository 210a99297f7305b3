import fc from 'fast-check';
import type { DialectName } from '../../generator/dialects/dialect.ts';
import { DIALECTS } from '../../generator/dialects/index.ts';
import { placedMarks, rowConditions } from '../../generator/document/document.ts';
import type { Mark } from '../../generator/document/line.ts';
import { arbitraryDisclosure, type GeneratedDisclosure } from '../../generator/index.ts';
import { type Address, structuralSums } from '../../generator/structure.ts';
import { amountIn, type Cell } from './amount.ts';
import { type ListedSum, type SumDocument, type SumKind, sumDocument, type Term } from './listedSum.ts';

/** A correct document made up, and how it is written. */
export interface GeneratedDocument extends SumDocument {
  readonly dialect: DialectName;
  readonly rounding: GeneratedDisclosure['rounding'];
}

/** The dialects that the generator writes. */
export const DIALECT_NAMES: readonly DialectName[] = DIALECTS.map(({ name }) => name);

/** Which documents are drawn; each dialect has others. */
const SEED = 20_230;

/** Correct documents of medium size in one dialect, of all regions and ways to round. The first are always the same. */
export function generatedDocuments(dialect: DialectName, count: number): GeneratedDocument[] {
  const arbitrary = arbitraryDisclosure({ size: 'medium', dialects: [dialect] });
  return fc
    .sample(arbitrary, { numRuns: count, seed: SEED + DIALECT_NAMES.indexOf(dialect) })
    .map((generated, index) => ({
      ...fromGenerated(generated, `${dialect} ${index + 1}`),
      ...{ dialect, rounding: generated.rounding },
    }));
}

const KINDS: Readonly<Record<ReturnType<typeof structuralSums>[number]['kind'], SumKind>> = {
  parts: 'row',
  equal: 'row',
  children: 'column',
  'top-rows': 'column',
  balances: 'column',
};

/** The printed amounts of a document made up, and the sums that the structure of its model states of them. */
function fromGenerated({ model, document, text }: GeneratedDisclosure, name: string): SumDocument {
  const { isLossy } = rowConditions(document);
  const cells: Cell[] = [];
  const places = new Map<string, number>();
  for (const { mark, place, text: printed } of placedMarks(document)) {
    const key = keyOf(mark);
    const amount = amountIn(printed);
    if (mark.of !== 'cell' || key === undefined || amount === undefined) continue;
    const { block, row, column } = mark.figure;
    const table = `${mark.table + 1} ${model.tables[mark.table]?.title ?? ''}`;
    places.set(key, cells.length);
    cells.push({
      ...{ ...place, text: printed, amount, table, row },
      ...{ column: `${mark.table} ${block} ${column}`, isFlattened: isLossy(mark) },
    });
  }
  const sums = model.tables.flatMap((table, index) =>
    structuralSums(table).flatMap(({ kind, total, addends }): ListedSum[] => {
      const termOf = (address: Address): Term | undefined => {
        const cell = places.get(addressKey(index, address));
        return cell === undefined ? undefined : { cell, factor: 1n };
      };
      const whole = termOf(total);
      const parts = addends.flatMap((addend) => termOf(addend) ?? []);
      if (whole === undefined || parts.length === 0) return [];
      return [{ kind: KINDS[kind], total: whole, addends: parts, words: `${kind} in table ${index + 1}` }];
    }),
  );
  return sumDocument(name, text, cells, sums);
}

/** Undefined for what is no amount: ratios, quantities and sentences. */
function keyOf(mark: Mark): string | undefined {
  if (mark.of !== 'cell' || mark.figure.kind !== 'amount') return undefined;
  return addressKey(mark.table, mark.figure);
}

function addressKey(table: number, { block, row, column }: Address): string {
  return [table, block, row, column].join(' ');
}
