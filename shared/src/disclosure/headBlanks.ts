import type { Grid } from './grid.ts';
import type { ReadRow } from './rows.ts';
import { kindOfHeading } from './unmarked/leaves.ts';

/**
 * Whether the empty cells of headings have lines of their own among cells one a line: there is a heading for each column in
 * one row, and empty cells stand behind the groups above it. Where such a row ends with 项目, that is the upper line of the
 * wrapped heading of names, and all cells of the row stand one further than it seems.
 */
export function haveBlanks({ dialect }: Grid, header: readonly ReadRow[]): boolean {
  const rows = header.map(({ node }) => node.cells.map(({ text }) => text));
  const full = rows.findIndex((texts) => !texts.includes(''));
  const hasBlank = (texts: readonly string[]) =>
    texts.lastIndexOf('') > texts.findIndex((text) => text !== '') &&
    kindOfHeading(texts.at(-1) ?? '') !== 'name';
  return dialect === 'cell-line' && full > 0 && rows.slice(0, full).every(hasBlank);
}
