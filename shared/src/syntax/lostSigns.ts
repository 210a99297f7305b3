import { toHalfWidth } from '../text/width.ts';
import { AMOUNT } from './figureShape.ts';
import type { CellNode } from './nodes.ts';

/** A small whole number, as the first group of a figure is, and what may be all in front of its point. */
const FIRST_GROUP = /^-?[1-9]\d{0,2}$/;
const WHOLE = /^-?\d[\d,\s]*$/;
const DECIMALS = /^\d{2}$/;

/**
 * Whether a scanner may have missed a sign between two cells that a single blank parts, or seen a line of the frame for a
 * figure: `1 381,588.06` may be 1,381,588.06 or 381,588.06, and `1 57` may be 1.57.
 */
export function mayLackSign(left: CellNode, right: CellNode): boolean {
  if (left.span.line !== right.span.line || right.span.start - left.span.end !== 1) return false;
  const [whole, rest] = [toHalfWidth(left.text), toHalfWidth(right.text)];
  return (WHOLE.test(whole) && DECIMALS.test(rest)) || (FIRST_GROUP.test(whole) && AMOUNT.test(rest));
}
