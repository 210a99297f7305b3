import { toHalfWidth } from '../../../text/width.ts';
import { isTotalLabel } from '../../labels.ts';
import type { BodyRow } from '../blanks/looseBody.ts';
import type { Block } from '../leaves.ts';
import { isWholeCode, type Token } from '../tokens.ts';
import { cutIntoRows, type Run, waysToCut } from './cut.ts';
import { headsOf, type SequenceHead } from './heads.ts';

/** Fewer codes may be anything. */
const MIN_CODES = 3;
/** No table has more columns of figures; the limit keeps garbage from costing time. */
const MAX_FIGURES = 30;
/** So many rows are written alike and have figures: where every second has none, two codes stand in a row. */
const REGULAR_SHARE = 3 / 4;
/** In so many rows at most figures slipped. */
const SLIPPED_SHARE = 1 / 2;
/** So many ways to cut one sequence are looked at; where there are more nothing is certain. */
const MAX_WAYS = 16;
/** Where one figure differs from the one that it repeats, so many stand abreast at least. */
const MIN_REPEATED = 3;
/** OCR may have read the point as a comma: `4, 264, 58`. */
const WITH_DECIMALS = /[.,。，]\s?\d{1,2}$/;

/** A sequence that was cut into rows. */
export interface Cut extends SequenceHead {
  readonly rows: readonly BodyRow[];
  /** Whether figures stand in front of their rows, or between code and name. */
  readonly slipped: boolean;
}

/**
 * Cuts a sequence of cells into rows in which codes have their names right behind or before them. Undefined
 * where it can be cut in no way, or in several.
 */
export function cutWhole(tokens: readonly Token[]): Cut | undefined {
  const [first, second] = [cutBeside(tokens, 1), cutBeside(tokens, -1)];
  return first && second ? (first.regular >= second.regular ? first : second) : (first ?? second);
}

/** @param side of a code on which its name stands: 1 behind it, -1 in front */
function cutBeside(tokens: readonly Token[], side: 1 | -1): (Cut & { regular: number }) | undefined {
  const kinds = kindsOf(tokens, (index) => {
    const beside = tokens[index + side];
    return beside?.kind === 'words' && !isTotalLabel(beside.cell.text);
  });
  const [head] = headsOf(tokens, kinds);
  if (!head?.listed || countCodes(kinds) < MIN_CODES) return undefined;
  const runs = cutIntoRows(kinds.slice(head.body), { figures: MAX_FIGURES, slips: false });
  const regular = runs?.filter((run) => run.regular).length ?? 0;
  if (!runs || regular < REGULAR_SHARE * runs.length) return undefined;
  const rows = runs.map(({ start, end }) => bodyRow(tokens.slice(head.body + start, head.body + end)));
  return { ...head, rows, slipped: false, regular };
}

/**
 * All ways to cut a sequence in which figures slipped in front of their rows or between code and name. There
 * a code is known by its digits alone, so that all figures must be printed with decimals. The word of a total
 * in front of the first figure may be the last heading or begin the first row.
 */
export function cutsWithSlips(tokens: readonly Token[]): Cut[] {
  const kinds = kindsOf(tokens, () => true);
  if (countCodes(kinds) < MIN_CODES) return [];
  return headsOf(tokens, kinds).flatMap((head) => {
    const body = tokens.slice(head.body);
    const own = kinds.slice(head.body);
    const isWhole = body.some(({ cell }, index) => own[index] === 'f' && !isWithDecimals(cell.text));
    if (isWhole) return [];
    const isRepeated = (start: number, end: number) => isTwice(body.slice(start, end));
    return waysToCut(own, { figures: MAX_FIGURES, slips: true, isRepeated }, MAX_WAYS)
      .filter((runs) => runs.filter(({ slip }) => slip).length <= SLIPPED_SHARE * runs.length)
      .map((runs) => ({
        ...head,
        rows: runs.flatMap((run) => orderedRows(body, run, head.block)),
        slipped: runs.some(({ slip }) => slip),
      }));
  });
}

function isWithDecimals(text: string): boolean {
  return WITH_DECIMALS.test(toHalfWidth(text).trim());
}

/** Whether figures repeat those in front of them; of several one may be wrong. */
function isTwice(figures: readonly Token[]): boolean {
  // OCR spaces the same figure in several ways.
  const texts = figures.map(({ cell }) => toHalfWidth(cell.text).replace(/\s/g, ''));
  const half = texts.length / 2;
  const different = texts.slice(0, half).filter((text, index) => text !== texts[half + index]).length;
  return different === 0 || (different === 1 && half >= MIN_REPEATED);
}

/** `c` a code, `w` words, `t` the word of a total, `f` a figure, `?` anything else. */
function kindsOf(tokens: readonly Token[], isCode: (index: number) => boolean): string {
  const kindOf = ({ kind, cell }: Token, index: number): string => {
    if (kind === 'words') return isTotalLabel(cell.text) ? 't' : 'w';
    if (kind === 'junk') return '?';
    return isWholeCode(cell.text) && isCode(index) ? 'c' : 'f';
  };
  return tokens.map(kindOf).join('');
}

function countCodes(kinds: string): number {
  return kinds.split('c').length - 1;
}

/** The row of a run, or the two of it, with code and name in the order of their headings and figures behind them. */
function orderedRows(body: readonly Token[], { start, end, slip }: Run, { stub }: Block): BodyRow[] {
  const parts = partsOf(body.slice(start, end), stub[0]?.kind === 'code');
  if (slip !== 'twofold') return [bodyRow(parts.flat())];
  // Of each part the first half is the first row's.
  return [
    bodyRow(parts.flatMap((part) => part.slice(0, part.length / 2))),
    bodyRow(parts.flatMap((part) => part.slice(part.length / 2))),
  ];
}

function partsOf(tokens: readonly Token[], codeFirst: boolean): Token[][] {
  const words = tokens.filter(({ kind }) => kind === 'words');
  const codes = tokens.filter(isCode);
  const figures = tokens.filter((token) => token.kind !== 'words' && !isCode(token));
  return codeFirst ? [codes, words, figures] : [words, codes, figures];
}

function isCode({ kind, cell }: Token): boolean {
  return kind !== 'words' && isWholeCode(cell.text);
}

function bodyRow(tokens: readonly Token[]): BodyRow {
  const cells = tokens.map(({ cell }, column) => ({ ...cell, column }));
  const line = Math.min(...cells.map(({ span }) => span.line));
  return { node: { line, separator: false, cells }, tokens, placed: { fit: 'partial', cells } };
}
