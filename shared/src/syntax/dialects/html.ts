import { isConflictMark } from '../conflict.ts';
import type { RowNode } from '../nodes.ts';
import { type DialectReader, LOOKAHEAD } from './dialect.ts';
import { readMarkup } from './html/markup.ts';
import { placeCells } from './html/spans.ts';

/**
 * HTML tables, in one line or over many. Of several tables in one line the first is read; a table inside a
 * cell is not. End tags may be missing: then a row ends where the next begins, and the table where something
 * stands that belongs to no row.
 */
export const htmlDialect: DialectReader = {
  dialect: 'html',
  extent,
  read: (lines): RowNode[] => placeCells(lines, readMarkup(lines.join('\n'))),
};

const TABLE = /<table(?=[\s/>]|$)/i;
const TAG = /<(\/?)(table|caption|thead|tbody|tfoot|tr|td|th)(?=[\s/>]|$)/gi;
const MAX_STRAY = 12;
/** Any tag, the rest of one that began in the line before, and one that goes on in the next. */
const MARKUP = /^[^<>]*>|<[^<>]*(?:>|$)/g;

function extent(lines: readonly string[], first: number): number {
  if (!TABLE.test(lines[first] ?? '')) return 0;
  let depth = 0;
  let inside = false;
  let cells = false;
  let end = first + 1;
  for (let index = first; index < end + LOOKAHEAD; index++) {
    const line = lines[index];
    if (line === undefined || isConflictMark(line)) break;
    let tagged = false;
    for (const [, slash, name = ''] of line.matchAll(TAG)) {
      tagged = true;
      if (name.toLowerCase() === 'table') {
        if (slash === '' && depth === 1 && !inside) return cells ? Math.max(index, first + 1) - first : 0;
        depth += slash === '' ? 1 : -1;
        if (depth === 0) return cells ? index + 1 - first : 0;
      } else if (depth === 1) {
        inside = holdsText(name.toLowerCase(), slash !== '');
        cells ||= /^t[dh]$/i.test(name);
      }
    }
    if (tagged) end = index + 1;
    else if (!inside && !isStray(line.replace(MARKUP, '').trim(), lines[index + 1])) break;
  }
  return cells ? end - first : 0;
}

/** Signs that OCR left between two rows belong to none. */
function isStray(text: string, next: string | undefined): boolean {
  return text === '' || (text.length <= MAX_STRAY && /^\s*<(?:\/?tr|\/table|\/tbody)/i.test(next ?? ''));
}

/** Whether text may stand behind a tag: in a cell, behind it in the same row, or in a caption. */
function holdsText(name: string, closing: boolean): boolean {
  if (name === 'td' || name === 'th') return true;
  return !closing && (name === 'tr' || name === 'caption');
}
