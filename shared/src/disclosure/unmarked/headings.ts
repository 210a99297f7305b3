import { compactLabel } from '../../text/width.ts';
import type { ReadRow } from '../rows.ts';
import type { Column } from '../table.ts';
import { kindOfHeading } from './leaves.ts';

/**
 * Whether headings say what their columns hold: names over words, and no names over amounts. Where nothing
 * but the order of the cells tells which heading is whose, one that does not fit shows that the order is lost.
 */
export function areHeadingsFitting(columns: readonly Column[], header: readonly ReadRow[]): boolean {
  return columns.every(({ index, kind, path }) => {
    // Columns of codes have headings, but no path.
    const heading = path.at(-1) ?? headingOver(index, header);
    if (heading === undefined || kind === 'empty') return true;
    const says = kindOfHeading(heading);
    if (kind === 'text') return says === 'name' || says === 'text';
    return kind === 'code' ? says !== 'figure' : says === 'figure';
  });
}

/** The lowest heading that stands straight over a column. */
function headingOver(column: number, header: readonly ReadRow[]): string | undefined {
  const texts = header.map(({ node }) => compactLabel(node.cells[column]?.text ?? ''));
  return texts.findLast((text) => text !== '');
}
