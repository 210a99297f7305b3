import { isOfWhich, totalRank } from '../disclosure/labels.ts';
import type { Side, SideRow, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { termAt } from './terms.ts';

/**
 * A list of which a name goes over lines, its figure between both of them (pdftotext -layout centres cells that stand abreast
 * of higher ones): the figure, which no words name, is read with the name above it. Undefined where no row is so.
 */
export function withNamesAbove(table: Table, side: Side): Side | undefined {
  return withJoined(table, side, (label) => label === '');
}

/**
 * The same where the figure stands beside the second line of its name. A numbered item without a figure may as well be the
 * heading of what follows: which of both is meant is for the sums to say.
 */
export function withWrappedNames(table: Table, side: Side): Side | undefined {
  return withJoined(table, side, (label) => label !== '');
}

function withJoined(table: Table, side: Side, isRest: (label: string) => boolean): Side | undefined {
  if (table.dialect !== 'aligned') return undefined;
  const rows = [...side.rows];
  let joined = false;
  for (const [index, entry] of side.rows.entries()) {
    const above = rows[index - 1];
    if (!above || !isRest(compactLabel(entry.label))) continue;
    if (!goesOn(side, above, entry) || isBesideTotal(table, index)) continue;
    const { numbering } = above;
    const label = compactLabel(`${above.label}${entry.label}`);
    rows[index] = { row: entry.row, label, ...(numbering && { numbering }) };
    rows[index - 1] = { row: above.row, label: '' };
    joined = true;
  }
  return joined ? { ...side, rows } : undefined;
}

/** Whether an entry without a number may be the second line of the one directly above it, which has no figure. */
function goesOn(side: Side, above: SideRow, entry: SideRow): boolean {
  const isItem = above.numbering !== undefined || isOfWhich(above.label);
  const isRest = !entry.numbering && !isOfWhich(entry.label) && totalRank(entry.label) === 0;
  return (
    isItem &&
    isRest &&
    entry.row.line === above.row.line + 1 &&
    !isFilled(side, above) &&
    isFilled(side, entry)
  );
}

/** A nameless figure abreast of a total is that of its own list. */
function isBesideTotal({ sides }: Table, index: number): boolean {
  return sides.some(({ rows }) => totalRank(rows[index]?.label ?? '') > 0);
}

function isFilled({ amountColumns }: Side, entry: SideRow): boolean {
  return amountColumns.some((column) => termAt(entry, column));
}
