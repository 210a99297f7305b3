import { hasWords } from '../disclosure/labels.ts';
import { isAmountCell, type Table } from '../disclosure/table.ts';
import { parseNumbering } from '../text/numbering.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';

/** Whether a table has funds carried over from the year before (上年结转), in whatever column they stand. */
export const carriesOver = remember((table: Table): boolean => hasFunds(table, /上年结转/));

/** Whether a table has funds carried over from one year to another at all, into this one or out of it. */
export const movesBetweenYears = remember((table: Table): boolean => hasFunds(table, /结转|结余/));

/** Whether a table has a row or a column for what is carried over from the year before, whatever it prints in it. */
export const namesCarriedOver = remember(({ rows }: Table): boolean =>
  rows.some(({ cells }) => cells.some((cell) => cell && /^上年结转/.test(nameOf(cell.text)))),
);

function nameOf(text: string): string {
  const label = compactLabel(text);
  return label.slice(parseNumbering(label)?.length ?? 0);
}

function hasFunds({ rows }: Table, name: RegExp): boolean {
  return rows.some(({ cells }) => {
    const at = cells.findIndex((cell) => cell && name.test(compactLabel(cell.text)));
    if (at === -1) return false;
    // What stands behind the next words is of the block abreast.
    const behind = cells.slice(at + 1);
    const end = behind.findIndex((cell) => cell && hasWords(cell.text));
    const first = (end === -1 ? behind : behind.slice(0, end)).find(isAmountCell);
    return first !== undefined && !first.amount.value.isZero();
  });
}
