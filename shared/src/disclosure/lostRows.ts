import { marksCells } from '../syntax/markedCells.ts';
import type { PlacedBlock, TableNode, TextLine, TextNode } from '../syntax/nodes.ts';
import { toHalfWidth } from '../text/width.ts';
import { gluedCode } from './codes.ts';
import { type LoneCode, loneCodesIn, loneCodesOf } from './loneCodes.ts';
import type { FragmentGroup } from './pages.ts';

/** 类, 款 or 项, in one or in its levels, with its name or with money. */
const CODED_LINE =
  /^([1235]\d{2}(?:\s*\d{2}){0,2})(?=[\s,]*[\u4e00-\u9fff]|(?:\s+-?\d{1,3}(?:,?\d{3})*\.\d{2,6})+$)/;
const BODY_CODE = /^\d{3}(?:\d{3}){1,2}$/;
const BODY_LINE = /^\s*(\d{3}(?:\d{3}){1,2})(?=\s*[\u4e00-\u9fff])/;
const MAX_CODED_LINE = 200;
/** So many lines that say anything are looked at behind a page: its end, a repeated title and headings, and a row. */
const REACH = 12;
/** Each of these lines may be a block by itself, with a blank one behind it; more blocks have no say. */
export const BLOCKS_BEHIND = 2 * REACH + 2;
/** More rows without marks are a table of their own. */
const MOST_BARE_ROWS = 3;

/**
 * Whether rows of the table stand behind it as lines that were not read as a table: their codes come behind those of
 * its last row. A page with a row or two does not show that it is one.
 */
export function losesRowsBehind(
  blocks: readonly PlacedBlock[],
  { fragments, codes }: Pick<FragmentGroup, 'fragments' | 'codes'>,
): boolean {
  const last = fragments.at(-1);
  const code = last && (codes.last ?? loneCodesOf(last.node)?.[1]);
  if (last === undefined) return false;
  if (code === undefined) return losesBodyBehind(blocks, last);
  const [begins] = codedLinesOf(linesBehind(blocks, last));
  return begins !== undefined && follows(begins.code, code);
}

/** The first lines behind a page that say anything, as far as the next table; rows that lost the marks of their cells are none. */
function linesBehind(blocks: readonly PlacedBlock[], page: FragmentGroup['fragments'][number]): TextLine[] {
  const lines: TextLine[] = [];
  const first = blockAt(blocks, page.line + page.node.lineCount);
  for (let index = first; lines.length < REACH && index < first + BLOCKS_BEHIND; index++) {
    const { line, node } = blocks[index] ?? {};
    if (line === undefined || node === undefined) break;
    const texts = node.kind === 'table' ? bareRows(node, page.node) : node;
    if (!texts) break;
    if (texts.kind !== 'text') continue;
    const own = texts.lines.slice(0, REACH - lines.length);
    lines.push(...own.map((each) => ({ ...each, line: line + each.line })));
  }
  return lines;
}

/** A row or two behind a table with marks, which have none: the lines that they are. */
function bareRows(node: TableNode, before: TableNode): TextNode | undefined {
  const { dialect, lineCount, rows } = node;
  if (dialect !== 'flattened' || !marksCells(before.dialect) || rows.length > MOST_BARE_ROWS)
    return undefined;
  const lines = rows.map(({ line, cells }) => ({ line, text: cells.map(({ text }) => text).join(' ') }));
  return { kind: 'text', lineCount, lines };
}

/** Whether the line below the last row of a list of bodies is another of them: 003002 behind 003001. */
function losesBodyBehind(
  blocks: readonly PlacedBlock[],
  { line, node }: FragmentGroup['fragments'][number],
): boolean {
  const code = toHalfWidth(node.rows.at(-1)?.cells[0]?.text ?? '');
  if (!BODY_CODE.test(code)) return false;
  const end = line + node.lineCount;
  const behind = blocks[blockAt(blocks, end)];
  const text = behind?.line === end && behind.node.kind === 'text' ? behind.node.lines[0]?.text : undefined;
  const next = BODY_LINE.exec(toHalfWidth((text ?? '').slice(0, MAX_CODED_LINE)))?.[1] ?? '';
  return next.slice(0, 3) === code.slice(0, 3) && next > code;
}

/**
 * Whether rows of the table stand in front of it as lines that were not read as a table.
 *
 * @param repeated whether its title is that of the table before: then they may stand above the title
 */
export function losesRowsAbove({ context, codes: { first } }: FragmentGroup, repeated: boolean): boolean {
  if (first === undefined) return false;
  const title = repeated ? -1 : context.findLastIndex((line) => line.title !== undefined);
  return context.slice(title + 1).some(({ label }) => codeOfLine(label).some((code) => follows(first, code)));
}

/** Codes of one classification begin alike. */
function follows(code: string, before: string): boolean {
  return code[0] === before[0] && code > before;
}

function codeOfLine(line: string): string[] {
  const half = toHalfWidth(line.slice(0, MAX_CODED_LINE)).trim();
  const code = CODED_LINE.exec(half)?.[1]?.replaceAll(/\s/g, '') ?? gluedCode(half)?.digits;
  return code === undefined ? [] : [code];
}

function codedLinesOf(lines: readonly TextLine[]): LoneCode[] {
  return [
    ...lines.flatMap(({ line, text }) => codeOfLine(text).map((code) => ({ line, code }))),
    ...loneCodesIn(lines),
  ].sort((a, b) => a.line - b.line);
}

/** The first block that begins at a line or behind it. */
function blockAt(blocks: readonly PlacedBlock[], line: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
