import type { RowNode } from '../../syntax/nodes.ts';
import { WHOLE_CODE } from '../../text/codeShape.ts';
import { totalRank, wordsOf } from '../labels.ts';
import { isFigure, type Token, tokensOf } from './tokens.ts';

/** Digits of a 类. */
const CLASS = 3;

/**
 * Where codes begin anew, behind a total or at once, another table follows whose title and headings stand elsewhere:
 * nothing is sure of its rows, nor of the total, which may be that of either. Behind the row of a 单位 they are its own.
 */
export function withoutNextTable(rows: readonly RowNode[]): readonly RowNode[] {
  const filled = rows.flatMap((row, index) => {
    const tokens = tokensOf(row);
    return tokens.some(isFigure) ? [{ index, code: codeOf(tokens), isTotal: isTotalOfAll(tokens) }] : [];
  });
  const anew = filled.find((row, at) => {
    const [last, next] = [filled[at - 1]?.code ?? '', row.isTotal ? (filled[at + 1]?.code ?? '') : row.code];
    const beginsAnew = WHOLE_CODE.test(last) && WHOLE_CODE.test(next) && next <= last;
    return beginsAnew && (row.isTotal || next.length === CLASS);
  });
  return anew ? rows.map((row, index) => (index < anew.index ? row : { ...row, unsure: true })) : rows;
}

function isTotalOfAll([first]: readonly Token[]): boolean {
  return first?.kind === 'words' && totalRank(wordsOf(first.cell)) > 1;
}

/** The code in front of a row, put together of its levels. */
function codeOf(tokens: readonly Token[]): string {
  const end = tokens.findIndex(({ kind }) => kind !== 'code');
  const isNamed = tokens[end]?.kind === 'words';
  return isNamed
    ? tokens
        .slice(0, end)
        .map(({ cell }) => cell.text)
        .join('')
    : '';
}
