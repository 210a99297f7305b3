import type { PlacedTable } from '../disclosure/table.ts';
import type { Finding, RelatedPlace } from '../findings.ts';
import { amountRange } from '../relations/amountFix.ts';
import { type CountedBeside, countedBeside } from '../relations/countedBeside.ts';
import type { Term } from '../relations/relation.ts';
import { relationsOf } from '../relations/tableRelations.ts';
import { RULES } from '../rules.ts';
import { rememberVersion } from '../text/rememberVersion.ts';

/**
 * Totals of groups that count a column beside the group as well (`row-sum`). One finding a column, on the total of the whole:
 * the rows below it have to be put right with it.
 *
 * @param volume the tables of one disclosure
 */
export const countedBesideFindings = rememberVersion((volume: readonly PlacedTable[]): readonly Finding[] => {
  const readable = volume.filter(({ table }) => !table.cut && !relationsOf(table).misread);
  return readable.flatMap((home) =>
    countedBeside(
      home,
      readable.filter((other) => other !== home),
    ).flatMap((counted) => finding(counted, home) ?? []),
  );
});

function finding({ total, beside, rows, witness }: CountedBeside, home: PlacedTable): Finding | undefined {
  const [row, ...others] = [...rows].sort((a, b) => b.parts.length - a.parts.length);
  if (!row) return undefined;
  const { amount } = row.total.cell;
  const place = (term: Term, role: RelatedPlace['role']): RelatedPlace => ({
    range: amountRange(term.cell, home),
    role,
    label: term.label,
  });
  return {
    rule: 'row-sum',
    severity: RULES['row-sum'].severity,
    range: amountRange(row.total.cell, home),
    params: {
      row: row.entry.label,
      column: total.label,
      expected: { value: row.meant, decimals: amount.decimals },
      actual: { value: amount.value, decimals: amount.decimals },
      operands: row.parts.map(({ label, cell: { amount } }) => ({
        label,
        amount: { value: amount.value, decimals: amount.decimals },
      })),
      culprit: 'total',
      countsBeside: beside.label,
    },
    related: [
      ...row.parts.map((part) => place(part, 'operand')),
      ...[row, ...others].flatMap((each) => [place(each.beside, 'compared'), place(each.whole, 'total')]),
      ...others.map((each) => place(each.total, 'another')),
      {
        range: amountRange(witness.term.cell, witness.home),
        role: 'compared',
        label: witness.term.label,
      },
    ],
    fixes: [],
  };
}
