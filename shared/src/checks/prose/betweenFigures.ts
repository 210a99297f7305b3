import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage } from '../../disclosure/prose/prose.ts';

/** Each amount of money in a text, whether it was read as a figure or not. */
export const PRINTED_MONEY = /\d\s*(?:万|亿)?元/g;

/**
 * The words in front of a figure, from the figure printed before it or else from the beginning of its paragraph. They begin with the
 * unit of that figure, and hold what the figure itself is called.
 */
export function wordsInFront(figure: Figure, { figures, paragraphs }: Passage): string {
  const { text = '', pieces = [] } = paragraphs[figure.paragraph] ?? {};
  const end = offsetOf(pieces, figure.span);
  if (end === undefined) return '';
  const before = figures[figures.indexOf(figure) - 1];
  const start = before?.paragraph === figure.paragraph ? offsetOf(pieces, before.span) : undefined;
  return text.slice(start === undefined ? 0 : start + (before?.text.length ?? 0), end);
}
