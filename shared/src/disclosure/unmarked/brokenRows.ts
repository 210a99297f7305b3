import type { RowNode } from '../../syntax/nodes.ts';
import { maxOf } from '../../text/lists.ts';
import { isTotalLabel, wordsOf } from '../labels.ts';
import { isWholeNameOf } from '../wholeNames.ts';
import type { Block } from './leaves.ts';
import { isFigure, isWholeCode, type Token } from './tokens.ts';

/** A row of a body with what its cells may be. */
export interface TokenRow {
  readonly node: RowNode;
  readonly tokens: readonly Token[];
}

/**
 * The rows of an aligned table that may be parts of rows, by their indexes: in narrow columns names and figures
 * are wrapped, each to lines of its own. A line without a name, or without a code where rows have one, is such a
 * part, and what stands in the lines beside it may go with it. Where rows have several names, so are names in
 * lines without figures, and those that were put together of several lines, but for a name that is then just what the
 * catalogue calls the codes in front of it.
 */
export function brokenRows(rows: readonly TokenRow[], { stub }: Block): ReadonlySet<number> {
  const isCoded = stub.some(({ kind }) => kind === 'code');
  const hasNames = stub.filter(({ kind }) => kind === 'name').length > 1;
  const broken = new Set<number>();
  for (const [index, { tokens, node }] of rows.entries()) {
    const isStray = isPart(tokens, isCoded) || (hasNames && lacksFigures(tokens));
    if (isStray) for (const at of [index - 1, index, index + 1]) if (touch(rows[at], node)) broken.add(at);
    if (hasNames && tokens.some((_, at) => isJoinedAnyhow(tokens, at))) broken.add(index);
  }
  return broken;
}

/** Whether a cell was put together of several lines, and no code in front of it tells that they are one name. */
function isJoinedAnyhow(tokens: readonly Token[], at: number): boolean {
  const cell = tokens[at]?.cell;
  if (cell?.whole === undefined) return false;
  const before = tokens.slice(0, at);
  const codes = before.slice(before.findLastIndex(({ kind }) => kind !== 'code') + 1);
  return !isWholeNameOf(codes.map((code) => code.cell.text).join(''), cell.whole);
}

/** Figures without a name, or without a code. */
function isPart(tokens: readonly Token[], isCoded: boolean): boolean {
  const names = tokens.filter(({ kind }) => kind === 'words');
  if (!tokens.some(isAmount)) return false;
  if (names.length === 0) return true;
  const hasCode = tokens.some(({ kind }) => kind === 'code');
  return isCoded && !hasCode && !names.some(({ cell }) => isTotalLabel(wordsOf(cell)));
}

function lacksFigures(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && !tokens.some(isAmount);
}

function isAmount(token: Token): boolean {
  return isFigure(token) && !isWholeCode(token.cell.text);
}

/** Whether two rows stand on lines that follow each other, or are the same. */
function touch(row: TokenRow | undefined, { line, cells }: RowNode): boolean {
  if (!row) return false;
  const [first, last] = [line, lastLine(cells, line)];
  return row.node.line <= last + 1 && lastLine(row.node.cells, row.node.line) >= first - 1;
}

function lastLine(cells: RowNode['cells'], line: number): number {
  return maxOf(cells, ({ span }) => span.line, line);
}
