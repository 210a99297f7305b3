import type { DialectReader } from '../dialect.ts';
import { isFigure, isWords, kindAt } from './kinds.ts';

/** A name may go over so many lines. */
const MOST_NAMES = 3;
/** 类 款 项 in cells of their own may have been torn from their rows. */
const MOST_CODES = 1;
/** 302, 01, 2010301: an amount without a point is as short, but hardly stands beside others. */
const CODE = /^\d{2,9}$/;

/**
 * Makes a dialect of one for texts of which only the spacing looks like that of its tables: behind the headings neither codes, names nor amounts may
 * stand in long runs, as they do in text that was taken out of a PDF column by column.
 */
export function interleaved(reader: DialectReader): DialectReader {
  return {
    ...reader,
    extent(lines, first) {
      const count = reader.extent(lines, first);
      return count > 0 && !hasRuns(lines.slice(first, first + count)) ? count : 0;
    },
  };
}

function hasRuns(lines: readonly string[]): boolean {
  const body = lines.findIndex((_, line) => isFigure(kindAt(lines, line)));
  let [codes, names, amounts] = [0, 0, 0];
  for (let line = body; line >= 0 && line < lines.length; line++) {
    const isCode = CODE.test(lines[line]?.trim() ?? '');
    codes = isCode ? codes + 1 : 0;
    names = isWords(kindAt(lines, line)) ? names + 1 : 0;
    amounts = !isCode && isFigure(kindAt(lines, line)) ? amounts + 1 : 0;
    // No row has more amounts than there are headings.
    if (codes > MOST_CODES || names > MOST_NAMES || amounts > body) return true;
  }
  return false;
}
