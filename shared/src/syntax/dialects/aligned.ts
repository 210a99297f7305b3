import { remember } from '../../text/remember.ts';
import { findExtent } from './aligned/extent.ts';
import { readAligned } from './aligned/read.ts';
import type { DialectReader } from './dialect.ts';
import { flattenedDialect } from './flattened.ts';
import { readWithLostCommas } from './lostCommas.ts';

/** Both readings of a table are one piece of work. */
const rowsOf = remember(readAligned);

/**
 * Tables whose cells stand below each other, as `pdftotext -layout` writes them: columns are parted by two or
 * more blanks, or by one where room was short. Cells are told by their places, blank ones too.
 */
export const alignedDialect: DialectReader = {
  dialect: 'aligned',
  extent: findExtent,
  read: (lines) => readWithLostCommas(lines, (own) => rowsOf(own).rows),
  readInOrder: (lines) => readWithLostCommas(lines, (own) => rowsOf(own).inOrder),
  readFlattened: (lines) => flattenedDialect.read(lines).filter(({ cells }) => cells.length > 0),
};
