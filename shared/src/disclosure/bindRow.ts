import { mayBeTwoAmounts } from '../syntax/figureShape.ts';
import type { CellNode } from '../syntax/nodes.ts';
import { isNotReported, parseAmount } from '../text/amount.ts';
import { toHalfWidth } from '../text/width.ts';
import type { Alignment } from './alignment.ts';
import { hasWords } from './labels.ts';
import type { ReadRow } from './rows.ts';
import type { Cell, Column, Row } from './table.ts';

/**
 * A row with its cells in the columns of its table; `bound` where no cell contradicts the column it stands in.
 *
 * @param alignment where the amounts of a total row that slid belong
 */
export function bindRow(reading: ReadRow, columns: readonly Column[], alignment: Alignment | undefined): Row {
  const cells: (Cell | undefined)[] = [];
  let bound = reading.node.unsure !== true && reading.slid !== true;
  const isHeaderRow = reading.kind !== 'data' && reading.kind !== 'total';
  for (const node of reading.node.cells) {
    if (node.unplaced) {
      cells[node.column] = unplacedCell(node, cells);
      continue;
    }
    const amount = reading.amounts.get(node.column);
    const column = (amount && alignment?.get(node.column)) ?? node.column;
    const kind = columns[column]?.kind;
    // Empty cells of a slid row must not wipe out the amounts moved into their places.
    if (alignment && !amount && cells[column]) continue;
    cells[column] = { ...node, column, ...(amount && { amount }) };
    const slid = amount
      ? // Whole numbers among words may be counts; a total row has none.
        (kind === 'text' || kind === 'code') && (amount.decimals > 0 || reading.kind === 'total')
      : (kind === 'amount' && hasWords(node.text) && !isNotReported(node.text)) ||
        mayBeTwoAmounts(toHalfWidth(node.text));
    if (slid && !isHeaderRow) bound = false;
  }
  const { body } = reading;
  const code = reading.node.unsure ? wholeCode(reading.code) : reading.code;
  return {
    line: reading.node.line,
    kind: reading.kind,
    cells,
    bound,
    ...(reading.node.unsure && { unplaced: true }),
    ...(reading.node.torn && { torn: true }),
    ...(reading.slid && { slid: true }),
    ...(code && { code }),
    ...(body && { body }),
    ...(reading.ofUnit && { ofUnit: true }),
    ...(reading.bought && { bought: true }),
  };
}

/** A row whose cells may stand in any column. */
export function unplacedRow({ code, ...row }: Row): Row {
  const whole = wholeCode(code);
  return { ...row, ...(whole && { code: whole }), bound: false, unplaced: true };
}

/** A code that a row prints whole; that of a 款 or 项 which its place alone tells is not known where the place is not. */
function wholeCode(code: Row['code']): Row['code'] {
  return code?.printed === code?.digits ? code : undefined;
}

/** A figure that may belong to several columns is one cell that stands in all of them. */
function unplacedCell(node: CellNode, cells: readonly (Cell | undefined)[]): Cell {
  const { line, start } = node.span;
  const known = cells.find((cell) => cell?.unplaced && cell.span.line === line && cell.span.start === start);
  const amount = parseAmount(node.text);
  return known ?? { ...node, ...(amount && { amount }) };
}
