import type { Column } from '../table.ts';
import { kindOfHeading } from './leaves.ts';

/**
 * Whether headings say what their columns hold: names over words, and no names over amounts. Where nothing
 * but the order of the cells tells which heading is whose, one that does not fit shows that the order is lost.
 */
export function areHeadingsFitting(columns: readonly Column[]): boolean {
  return columns.every(({ kind, path }) => {
    const heading = path.at(-1);
    if (heading === undefined || kind === 'empty') return true;
    const holdsFigures = kind !== 'text' && kind !== 'code';
    return holdsFigures === (kindOfHeading(heading) === 'figure');
  });
}
