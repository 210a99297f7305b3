import { toHalfWidth } from '../../../text/width.ts';
import { endBeforeAmount, endBeforeWords } from '../../figureShape.ts';

/**
 * `figure`: an amount, a number or a code; `mark`: a dash or an asterisk, which fills any column; `word`:
 * anything else.
 */
export type AtomKind = 'word' | 'figure' | 'mark';

/** What stands between blanks, digits that OCR pulled apart being one. Offsets are UTF-16 units. */
export interface Atom {
  readonly kind: AtomKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Blanks in front of it; without limit for the first of a line. */
  readonly gap: number;
}

/** Columns are parted by so many blanks; a single one also stands between words, and where room was short. */
export const WIDE_GAP = 2;

const FIGURE = /[-+(]{0,2}(?:\d+(?:,\s?\d+)*(?:\s?\.\s?\d+)?|\.\s?\d+)\)?(?:\s?%)?(?!\S)/y;
/** A name right in front of a figure that OCR pulled apart. */
const NAME_BEFORE_TORN =
  /[^\s\d][^\s,.]*?[一-鿿)](?=(?:\d{1,3}(?:,\s?\d{3})*\.\s\d{2}|\d{4,9}\.\s\d{2}|\d{1,3}(?:,\s\d{3})+(?:\s?\.\s?\d{1,2})?)(?!\S))/y;
const QUOTE = /[“”"'‘’]/;
/** `(1)` in front of a name is its number; an amount in brackets is longer or has a point. */
const NUMBERING = /^\(\d{1,2}\)$/;
const MARK = /^(?:[-—_*]+|无)$/;
/** A figure with its measure behind it is part of a sentence or of a name, no cell of its own. */
const MEASURE = /^(?:万元|亿元|元|年|月|日|号|个|人|辆|项|件|名|套|次|台|批|份)(?:$|[,、:。;)])/;
/** Words of two characters are often spread over their cell. */
const SPREAD = /^(?:[合总小共]计|项目|科目|收入|支出|名称|编码|备注|金额|单位)$/;
const MAX_SPREAD = 8;

/** Takes a line apart at its blanks. */
export function atomsOf(line: string): Atom[] {
  const text = toHalfWidth(line);
  const atoms: Atom[] = [];
  let end = 0;
  for (let start = skipBlanks(text, 0); start < text.length; start = skipBlanks(text, end)) {
    const gap = atoms.length === 0 ? Number.POSITIVE_INFINITY : start - end;
    const figure = figureEnd(text, start);
    const isFigure = figure !== undefined;
    end = figure ?? nameEnd(text, start) ?? skipWord(text, start);
    const content = text.slice(start, end);
    const kind = isFigure && !NUMBERING.test(content) ? 'figure' : MARK.test(content) ? 'mark' : 'word';
    const before = atoms.at(-1);
    if (before && joins(before, content, gap)) {
      const joined = text.slice(before.start, end);
      atoms[atoms.length - 1] = { ...before, kind: 'word', text: joined, end };
    } else {
      atoms.push({ kind, text: content, start, end, gap });
    }
  }
  return atoms;
}

/** A code of the catalogue of purchases (A02010105) is no part of the name behind it. */
const PURCHASE_CODE = /^[A-Z]\d{6,}$/;

/** Joins the words that single blanks part: in a row of the body they are one cell. */
export function joinWords(atoms: readonly Atom[], text: string): Atom[] {
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const before = joined.at(-1);
    const isWord = before?.kind === 'word' && !PURCHASE_CODE.test(before.text);
    if (isWord && atom.kind === 'word' && atom.gap < WIDE_GAP) {
      joined[joined.length - 1] = { ...before, text: text.slice(before.start, atom.end), end: atom.end };
    } else {
      joined.push(atom);
    }
  }
  return joined;
}

function joins(before: Atom, content: string, gap: number): boolean {
  if (before.kind === 'figure') return gap === 1 && MEASURE.test(content);
  if (content.startsWith('(') && gap === 1) return /^\((?:万元|亿元|元|%)\)$/.test(content);
  return gap <= MAX_SPREAD && before.text.length === 1 && SPREAD.test(before.text + content);
}

/** Where a figure ends that begins at `start`; undefined for none. */
function figureEnd(text: string, start: number): number | undefined {
  FIGURE.lastIndex = start;
  return FIGURE.test(text) ? FIGURE.lastIndex : (endBeforeWords(text, start) ?? endBeforeAmount(text, start));
}

/** Where a name ends that begins at `start` and has a figure behind it that OCR pulled apart: 节能环保支出1061. 72. */
function nameEnd(text: string, start: number): number | undefined {
  NAME_BEFORE_TORN.lastIndex = start;
  return NAME_BEFORE_TORN.test(text) ? NAME_BEFORE_TORN.lastIndex : undefined;
}

/** Goes over blanks, and over the quotation mark that a scanner saw in a frame in front of a figure. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return isStrayQuote(text, at) ? at + 1 : at;
}

/** Whether a quotation mark stands right in front of a figure, and none closes what it might open. */
function isStrayQuote(text: string, at: number): boolean {
  if (!QUOTE.test(text[at] ?? '') || figureEnd(text, at + 1) === undefined) return false;
  const next = text.slice(at + 1).search(QUOTE);
  return next === -1 || isBlank(text.charCodeAt(at + next));
}

function skipWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** In half-width text ideographic and no-break blanks are plain ones. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xfeff;
}
