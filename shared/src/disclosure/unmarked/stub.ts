import type { CellNode } from '../../syntax/nodes.ts';
import { hasGluedCode } from '../codes.ts';
import type { Leaf } from './leaves.ts';
import { isGlued, joined, type Token } from './tokens.ts';

type Cells = [CellNode, ...CellNode[]];

/**
 * Makes one cell again of digits glued to names: of all of them, or where codes were glued to their names by
 * accident (`apart`) of those that are no code (12345热线).
 */
export function withGluedCodes(tokens: readonly Token[], apart: boolean): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const before = result.at(-1);
    const glued = before?.kind === 'code' && token.kind === 'words' && isGlued(before, token);
    const whole = glued ? joined([before.cell, token.cell], 0) : undefined;
    if (whole && !(apart && hasGluedCode(whole.text))) {
      result[result.length - 1] = { kind: 'words', cell: whole };
    } else result.push(token);
  }
  return result;
}

/**
 * Whether codes in front of their names were glued to them by accident: the table has a column of codes, and
 * hardly a row keeps them apart. Otherwise digits glued to words are part of a name (12345热线).
 */
export function losesBlanks(rows: readonly (readonly Token[])[], stub: readonly Leaf[]): boolean {
  if (stub[0]?.kind !== 'code') return false;
  const coded = rows.filter(([first, second]) => first?.kind === 'code' && second?.kind === 'words');
  const glued = coded.filter(([first, second]) => first && second && isGlued(first, second));
  return 2 * glued.length > coded.length;
}

/**
 * Puts codes and names into their columns. The last digits of a code may share the cell of the name (`01
 * 行政运行`); names may have blanks in them where there is one column of names only. Undefined where it is
 * not clear which column holds what.
 */
export function placeStub(tokens: readonly Token[], stub: readonly Leaf[]): CellNode[] | undefined {
  const cells = new Map<number, Cells>();
  const names = stub.filter(({ kind }) => kind !== 'code').length;
  const words = tokens.filter(({ kind }) => kind === 'words').length;
  if (words === 0 || names === 0) return undefined;
  if (names > 1 && words !== 1 && words !== names) return undefined;
  const isPrinted = hasAllCodes(tokens, stub);
  let next = 0;
  let tail: CellNode | undefined;
  for (const { kind, cell } of tokens) {
    if (kind !== 'code' && kind !== 'words') return undefined;
    const isCode = kind === 'code';
    if (isCode && next === 0 && !isPrinted && isLevelUnknown(cell, stub)) continue;
    const column = isCode ? codeColumn(cell, stub, next, isPrinted) : nameColumn(stub, next);
    const open = cells.get(next - 1);
    // A code in the cell of its name stands on its line.
    if (tail && tail.span.line !== cell.span.line) return undefined;
    if (column !== -1) {
      cells.set(column, tail ? [tail, cell] : [cell]);
      next = column + 1;
      tail = undefined;
    } else if (isCode && !tail) tail = cell;
    else if (!isCode && open) open.push(cell);
    else return undefined;
  }
  if (tail) return undefined;
  return [...cells].sort(([a], [b]) => a - b).map(([column, own]) => joined(own, column));
}

function nameColumn(stub: readonly Leaf[], from: number): number {
  return stub.findIndex(({ kind }, column) => column >= from && kind !== 'code');
}

/** Whether a row has a code for each column of codes: whatever they are, they stand in their order. */
function hasAllCodes(tokens: readonly Token[], stub: readonly Leaf[]): boolean {
  const [own, all] = [tokens, stub].map((items) => items.filter(({ kind }) => kind === 'code').length);
  return own === all;
}

/** The column of a code. Two digits at the beginning of a row go on from the row above, unless it prints all codes. */
function codeColumn(cell: CellNode, stub: readonly Leaf[], from: number, isPrinted: boolean): number {
  const first = stub.findIndex(({ kind }) => kind === 'code');
  const isSecond = cell.text.length <= 2 && from <= first && stub[first + 1]?.kind === 'code';
  if (isSecond && !isPrinted) return first + 1;
  return stub.findIndex(({ kind }, column) => column >= from && kind === 'code');
}

/** Two digits at the beginning of a row are 款 or 项 where both have columns. What is not known is left out. */
function isLevelUnknown(cell: CellNode, stub: readonly Leaf[]): boolean {
  return cell.text.length <= 2 && stub.slice(0, 3).every(({ kind }) => kind === 'code') && stub.length > 3;
}
