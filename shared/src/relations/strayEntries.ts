import type { Side, SideRow, Table } from '../disclosure/table.ts';
import type { Numbering } from '../text/numbering.ts';

/**
 * Whether an entry that a numbered list lacks stands in a block beside it, where its number goes on with nothing: 八 behind 三 in
 * the list of income, while that of expenditure goes from 七 to 九. Its figure is then one of this list.
 */
export function hasStrayEntry(table: Table, side: Side, entries: readonly SideRow[]): boolean {
  const lacking = new Set(lackingIn(numbersOf(entries)));
  if (lacking.size === 0) return false;
  return table.sides
    .filter((other) => other !== side)
    .some((other) => {
      const numbers = numbersOf(other.rows);
      return numbers.some(({ kind, value }, index) => {
        const before = numbers[index - 1];
        const goesOn = before === undefined || before.kind !== kind || before.value + 1 === value;
        return !goesOn && lacking.has(`${kind}${value}`);
      });
    });
}

function numbersOf(rows: readonly SideRow[]): Numbering[] {
  return rows.flatMap(({ numbering }) => numbering ?? []);
}

/** The numbers that are left out between those of the first kind. */
function lackingIn([first, ...others]: readonly Numbering[]): string[] {
  const same = others.filter(({ kind }) => kind === first?.kind);
  return [first, ...same].flatMap((number, index) => {
    const from = number?.value ?? 0;
    const next = same[index]?.value ?? from;
    return Array.from({ length: Math.max(next - from - 1, 0) }, (_, at) => `${first?.kind}${from + 1 + at}`);
  });
}
