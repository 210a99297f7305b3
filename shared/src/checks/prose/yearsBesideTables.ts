import { offsetOf, unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type Finding, placeFinding } from '../../findings.ts';
import type { Span } from '../../text/range.ts';
import { toHalfWidth } from '../../text/width.ts';
import { staleYear } from '../text/years.ts';
import { isNear } from './places.ts';
import { moneyOf, significantDigits } from './quantities.ts';
import type { TableReader } from './tables.ts';

/** Figures of fewer digits are the same in two years by chance. */
const MIN_DIGITS = 4;
const YEAR_LENGTH = 4;
/** 比2020年376.93万元无变化: the year that this one is held against, which printed the same. */
const COMPARED = /[比较与同跟]\s*$/;

/**
 * A year of another edition in front of the very figure that the tables print of this one (`stale-year`, N13):
 * 2021年度收入合计1876.56万元 in the final account of 2022. What stayed as it was is told of both years.
 */
export function yearsBesideTables(
  { line, passage }: PlacedPassage,
  year: number | undefined,
  reader: TableReader,
): Finding[] {
  if (year === undefined) return [];
  return passage.figures.flatMap((figure) => {
    const printed = figure.year.value;
    if (printed === undefined || printed === year) return [];
    if (figure.year.confidence !== 'certain' || significantDigits(figure) < MIN_DIGITS) return [];
    const stated = moneyOf(figure);
    // Changes, and what stands in a reason, have no place in a table.
    const places = reader.printed({ ...figure, year: { ...figure.year, value: year } });
    if (!stated || places.length === 0 || isToldOf(year, figure, passage)) return [];
    if (!places.every(({ quantity }) => isNear(stated, quantity, figure))) return [];
    const span = yearBefore(figure, printed, passage);
    return span ? [placeFinding(staleYear('warning', span, printed, year), line)] : [];
  });
}

/** Whether the paragraph speaks of this year too, so that the other may be what it is compared with. */
function isToldOf(year: number, { paragraph }: Figure, { paragraphs }: Passage): boolean {
  return toHalfWidth(paragraphs[paragraph]?.text ?? '').includes(String(year));
}

function yearBefore(figure: Figure, year: number, { paragraphs }: Passage): Span | undefined {
  const paragraph = paragraphs[figure.paragraph];
  const at = paragraph && offsetOf(paragraph.pieces, figure.span);
  if (!paragraph || at === undefined) return undefined;
  const front = toHalfWidth(paragraph.text.slice(0, at));
  const start = front.lastIndexOf(String(year));
  return start === -1 || COMPARED.test(front.slice(0, start))
    ? undefined
    : unbrokenSpan(paragraph.pieces, { start, end: start + YEAR_LENGTH });
}
