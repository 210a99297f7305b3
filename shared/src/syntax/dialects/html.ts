import { isBarrier } from '../barrier.ts';
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
const MAX_STRAY_LINES = 5;
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
    if (line === undefined || isBarrier(line)) break;
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
    else if (!inside && !isStray(lines, index)) break;
  }
  return cells ? end - first : 0;
}

/** A line of tags, or of a few signs that OCR left between two rows: a tag of the table follows soon. */
function isStray(lines: readonly string[], index: number): boolean {
  if (textOf(lines[index]) === '') return true;
  for (let at = index; at < index + MAX_STRAY_LINES; at++) {
    const line = lines[at];
    if (line === undefined || isBarrier(line)) return false;
    if (/^\s*<(?:\/?tr|\/table|\/tbody)/i.test(line)) return true;
    if (textOf(line).length > MAX_STRAY) return false;
  }
  return false;
}

function textOf(line: string | undefined): string {
  return (line ?? '').replace(MARKUP, '').trim();
}

/** Whether text may stand behind a tag: in a cell, behind it in the same row, or in a caption. */
function holdsText(name: string, closing: boolean): boolean {
  if (name === 'td' || name === 'th') return true;
  return !closing && (name === 'tr' || name === 'caption');
}
