import type { CellNode } from '../syntax/nodes.ts';
import { compactLabel } from '../text/width.ts';
import { isFormWord } from './context.ts';
import { hasWords } from './labels.ts';

/** Words in a line of a header. */
export interface Heading {
  readonly column: number;
  readonly text: string;
  /** How many columns it spans, where the text tells. */
  readonly columns?: number;
}

/** The headings of one line of a header, from left to right. */
export type HeadLine = readonly Heading[];

const MAX_FORM_CELLS = 4;

/** A year over the rest of its heading (2022 | 年执行数). */
const YEAR = /^20\d{2}$/;

/** The lines of a header that have headings in them. */
export function headLines(rows: readonly (readonly CellNode[])[]): HeadLine[] {
  return rows.map(headingsOf).filter((line) => line.length > 0);
}

/** A row of the form (填报单位：… 单位：万元) heads no column, whatever else stands in it. */
function headingsOf(cells: readonly CellNode[]): HeadLine {
  const headings = cells.flatMap(({ column, columns, text, whole }) => {
    const label = compactLabel(whole ?? text);
    return hasWords(label) || YEAR.test(label)
      ? [{ column, text: label, ...(columns !== undefined && { columns }) }]
      : [];
  });
  const ofForm = headings.some(({ text }) => isFormWord(text));
  if (ofForm && headings.length <= MAX_FORM_CELLS) return [];
  return headings.filter(({ text }) => !isFormWord(text));
}
