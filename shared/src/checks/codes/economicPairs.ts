import { type Classification, classificationOf } from '../../catalogue/record.ts';
import type { Row } from '../../disclosure/table.ts';
import { WHOLE_CODE } from '../../text/codeShape.ts';
import { compactLabel } from '../../text/width.ts';

/** One row alone may have a number that looks like a code. */
const FEWEST_PAIRS = 2;
const ECONOMIC: readonly Classification[] = ['economic-department', 'economic-government'];

/**
 * Whether the rows of a table set both economic classifications abreast (部门经济科目编码 | 政府经济科目编码): its codes may be
 * of either, for rows of a 类 print only that of their own list.
 */
export function pairsEconomicCodes(rows: readonly { readonly row: Row }[]): boolean {
  const pairs = rows.filter(({ row }) => {
    const lists = new Set(row.cells.map((cell) => listOf(cell?.text ?? '')));
    return ECONOMIC.every((list) => lists.has(list));
  });
  return pairs.length >= FEWEST_PAIRS;
}

function listOf(text: string): Classification | undefined {
  const digits = compactLabel(text);
  return WHOLE_CODE.test(digits) ? classificationOf(digits) : undefined;
}

/** Whether a classification is one of the two that such tables have. */
export function isEconomic(list: Classification): boolean {
  return ECONOMIC.includes(list);
}
