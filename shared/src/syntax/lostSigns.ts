import { toHalfWidth } from '../text/width.ts';
import type { CellNode } from './nodes.ts';

/** The first group of a figure, or all in front of its point. */
const FIRST_GROUP = /^-?(?:0|[1-9]\d{0,2})$/;
/** What may follow the first groups of a figure: groups of three digits, one if decimals follow. */
const REST_OF_GROUPS = /^\d{3}(?:(?:,\s?\d{3})*\s?\.\s?\d{1,2}|(?:,\s?\d{3})+)$/;
const DECIMALS = /^\d{2}$/;

/**
 * Whether a scanner may have missed a sign between two cells that a single blank parts: `1 381,588.06` may be 1,381,588.06,
 * and `1 57` may be 1.57.
 */
export function mayLackSign(left: CellNode, right: CellNode): boolean {
  if (left.span.line !== right.span.line || right.span.start - left.span.end !== 1) return false;
  const [whole, rest] = [toHalfWidth(left.text), toHalfWidth(right.text)];
  return FIRST_GROUP.test(whole) && (DECIMALS.test(rest) || (whole !== '0' && REST_OF_GROUPS.test(rest)));
}
