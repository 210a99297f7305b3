import type { Analysis } from '#core/analyse.ts';
import { spansOf } from '#core/disclosure/prose/paragraphs.ts';
import type { Paragraph, PlacedPassage, Stretch } from '#core/disclosure/prose/prose.ts';
import { type Position, type Range, rangeOf, touches, touchesRange } from '#core/text/range.ts';
import { lastIndexUpTo } from '#core/text/sorted.ts';

/** In prose: the digits of a figure, the figure with its unit, its clause, its sentence, its paragraph. */
export function proseSteps({ disclosure: { prose } }: Analysis, position: Position): Range[] {
  const placed = prose.passages[lastIndexUpTo(prose.passages, position.line, ({ line }) => line)];
  const index = placed ? paragraphAt(placed, position) : -1;
  const paragraph = placed?.passage.paragraphs[index];
  if (!placed || !paragraph) return [];
  const at = offsetAt(paragraph, position, placed.line);
  const around = (stretches: readonly Stretch[]): Stretch[] =>
    stretches.filter(({ start, end }) => start <= at && at <= end);
  const parts = [
    ...around(paragraph.clauses),
    ...around(paragraph.sentences),
    { start: 0, end: paragraph.text.length },
  ];
  return [
    ...figureSteps(placed, index, position),
    ...parts.flatMap((stretch) => rangeOfStretch(paragraph, stretch, placed.line)),
  ];
}

function paragraphAt({ line, passage }: PlacedPassage, position: Position): number {
  return passage.paragraphs.findIndex(({ pieces }) =>
    pieces.some(({ span }) => touches(span, position, line)),
  );
}

function offsetAt({ pieces }: Paragraph, position: Position, baseLine: number): number {
  const piece = pieces.find(({ span }) => touches(span, position, baseLine));
  return piece ? piece.offset + position.character - piece.span.start : 0;
}

function figureSteps({ line, passage }: PlacedPassage, paragraph: number, position: Position): Range[] {
  return passage.figures
    .flatMap((figure): Range[] => {
      if (figure.paragraph !== paragraph) return [];
      const digits = rangeOf(figure.span, line);
      const whole = figure.unitSpan
        ? { start: digits.start, end: rangeOf(figure.unitSpan, line).end }
        : digits;
      return [digits, whole];
    })
    .filter((range) => touchesRange(range, position));
}

/** From the beginning of a stretch to its end, over all its lines. */
function rangeOfStretch({ pieces }: Paragraph, stretch: Stretch, baseLine: number): Range[] {
  const spans = spansOf(pieces, stretch);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  return [{ start: rangeOf(first, baseLine).start, end: rangeOf(last, baseLine).end }];
}
