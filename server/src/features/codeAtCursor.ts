import type { Analysis } from '#core/analyse.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { namesCode } from '#core/catalogue/nearName.ts';
import { namesInProse } from '#core/codes/namesInProse.ts';
import { type CodePlace, codeAt } from '#core/disclosure/codeAt.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { Position } from '#core/text/range.ts';

/** The 科目编码 that a cursor is on, be it on its digits or on its name, in a table or in prose. */
export function codeUnder(
  analysis: Analysis,
  position: Position,
  catalogue: Catalogue,
): CodePlace | undefined {
  const { lines, disclosure } = analysis;
  const fits = (digits: string, text: string) => namesCode(catalogue, digits, text);
  const place = codeAt(lines, disclosure, position, fits);
  if (place || tableAt(disclosure, position.line)) return place;
  return namesInProse(analysis, catalogue, position);
}
