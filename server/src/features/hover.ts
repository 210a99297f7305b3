import type { Hover } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { namesCode } from '#core/catalogue/nearName.ts';
import { codeAt } from '#core/disclosure/codeAt.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { Position } from '#core/text/range.ts';
import { codeText, isKnown } from './codeText.ts';
import type { FeatureContext } from './context.ts';

/** Says what it knows of one kind of thing under the cursor, or nothing. */
type HoverProvider = (analysis: Analysis, position: Position, context: FeatureContext) => Hover | undefined;

/** Asked in this order; the first that knows something answers. */
const PROVIDERS: readonly HoverProvider[] = [codeHover];

/** What the editor shows for the place under the cursor. */
export function hoverAt(analysis: Analysis, position: Position, context: FeatureContext): Hover | null {
  for (const provider of PROVIDERS) {
    const hover = provider(analysis, position, context);
    if (hover) return hover;
  }
  return null;
}

/** A 科目编码 or the name beside it. */
function codeHover(analysis: Analysis, position: Position, context: FeatureContext): Hover | undefined {
  const { catalogue, client } = context;
  const { lines, disclosure } = analysis;
  const place = codeAt(lines, disclosure, position, (digits, text) => namesCode(catalogue, digits, text));
  if (!place) return undefined;
  const year = tableAt(disclosure, position.line)?.table.year ?? disclosure.year;
  const judgement = catalogue.judge(place.digits, place.name, year);
  if (!isKnown(judgement)) return undefined;
  return { range: place.range, contents: codeText(place.digits, judgement, context, client.markdownHover) };
}
