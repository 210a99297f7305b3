import type { AmountUnit } from '../text/amount.ts';
import { readHeaderUnit, readUnitLine } from './context.ts';
import type { Grid } from './grid.ts';
import type { ReadRow } from './rows.ts';
import type { UnitReading } from './table.ts';

/** Longer words of a cell are no heading with a unit. */
const MAX_HEADING = 40;

/**
 * The unit of a table: that declared in front of it, in a line among its headings, or in one of them.
 *
 * @param declared 单位 between the title and the table
 */
export function readTableUnit(
  grid: Grid,
  rows: readonly ReadRow[],
  declared: AmountUnit | undefined,
): UnitReading | undefined {
  if (declared) return { unit: declared, origin: 'line' };
  const lines =
    grid.dialect === 'flattened'
      ? grid.rows
      : rows.filter((row) => row.kind === 'header').map((row) => row.node);
  for (const line of lines) {
    const unit = readUnitLine(line.cells.map((cell) => cell.text).join(' '));
    if (unit) return { unit, origin: 'line' };
  }
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const unit = cell.text.length <= MAX_HEADING ? readHeaderUnit(cell.text) : undefined;
      if (unit) return { unit, origin: 'header' };
    }
  }
  return undefined;
}
