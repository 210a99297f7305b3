import { mayBeTwoAmounts } from '../../syntax/figureShape.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { isDamagedFigure, isNotReported, parseAmount } from '../../text/amount.ts';
import { WHOLE_CODE_OR_BODY } from '../../text/codeShape.ts';
import { toHalfWidth } from '../../text/width.ts';
import { hasWords, wordsOf } from '../labels.ts';

/** `code`: digits that may be a code, and may be an amount; `junk`: what is neither words nor a figure. */
export type TokenKind = 'words' | 'figure' | 'code' | 'junk';

/** A cell whose column is not known yet. */
export interface Token {
  readonly cell: CellNode;
  readonly kind: TokenKind;
}

/** 类, 款 and 项, whole or in parts, and 单位编码. */
const CODE = /^(?:\d{2,3}|\d{5,7})$/;
/** The code of a project, or of what is bought: no amount stands in front of the name of its row. */
const ENTRY_CODE = /^(?:\d{8,24}|[A-Z]\d{6,})$/;

/** What the cells of a row may be. */
export function tokensOf(row: RowNode): Token[] {
  const tokens = row.cells.flatMap((cell): Token | [] =>
    cell.text === '' ? [] : { cell, kind: kindOf(wordsOf(cell)) },
  );
  const [first, second, ...others] = tokens;
  const isEntry = second?.kind === 'words' && first && ENTRY_CODE.test(first.cell.text);
  return isEntry ? [{ ...first, kind: 'code' }, second, ...others] : tokens;
}

function kindOf(text: string): TokenKind {
  const half = toHalfWidth(text).trim();
  if (CODE.test(half)) return 'code';
  if (mayBeTwoAmounts(half)) return 'junk';
  // Figures damaged beyond reading still hold a place.
  if (parseAmount(half) || isNotReported(half) || isDamagedFigure(half)) return 'figure';
  return hasWords(half) ? 'words' : 'junk';
}

/** Whether a token can stand in a column of figures. */
export function isFigure(token: Token | undefined): boolean {
  return token?.kind === 'figure' || token?.kind === 'code';
}

/** Whether digits may be a code that is printed whole. */
export function isWholeCode(text: string): boolean {
  return WHOLE_CODE_OR_BODY.test(toHalfWidth(text).trim());
}

/** Whether one token follows another without a blank between them: a code glued to its name. */
export function isGlued(before: Token, behind: Token): boolean {
  return before.cell.span.line === behind.cell.span.line && before.cell.span.end === behind.cell.span.start;
}

/** Makes one cell of cells that follow each other, with the blanks between them. */
export function joined(cells: readonly [CellNode, ...CellNode[]], column: number): CellNode {
  const [first] = cells;
  const { place } = first;
  const { line, start } = first.span;
  let { end } = first.span;
  let text = '';
  let whole = '';
  for (const { span, text: own, whole: words = own } of cells) {
    const gap = span.line === line && text !== '' ? ' '.repeat(span.start - end) : '';
    whole += gap + words;
    if (span.line !== line) continue;
    text += gap + own;
    end = span.end;
  }
  const cell = { span: { line, start, end }, column, text, ...(place !== undefined && { place }) };
  return whole === text ? cell : { ...cell, whole };
}
