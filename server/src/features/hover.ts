import type { Hover } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { codedTable } from '#core/checks/codes/codedRows.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { Position } from '#core/text/range.ts';
import { codeUnder } from './codeAtCursor.ts';
import { documentFigures } from './codeFiguresText.ts';
import { codeBlocks, isKnown } from './codeText.ts';
import type { FeatureContext } from './context.ts';
import { figureHover } from './figureHover.ts';
import { indicatorHover } from './indicatorHover.ts';
import { markupOf } from './markdown.ts';

/** Says what it knows of one kind of thing under the cursor, or nothing. */
type HoverProvider = (analysis: Analysis, position: Position, context: FeatureContext) => Hover | undefined;

/** Asked in this order; the first that knows something answers. */
const PROVIDERS: readonly HoverProvider[] = [codeHover, figureHover, indicatorHover];

/** What the editor shows for the place under the cursor. */
export function hoverAt(analysis: Analysis, position: Position, context: FeatureContext): Hover | null {
  for (const provider of PROVIDERS) {
    const hover = provider(analysis, position, context);
    if (hover) return hover;
  }
  return null;
}

/** A 科目编码 or its name. */
function codeHover(analysis: Analysis, position: Position, context: FeatureContext): Hover | undefined {
  const { catalogue, client } = context;
  const { disclosure } = analysis;
  const place = codeUnder(analysis, position, catalogue);
  if (!place) return undefined;
  const year = tableAt(disclosure, position.line)?.table.year ?? disclosure.year;
  const judgement = catalogue.judge(place.digits, place.name, year);
  if (!isKnown(judgement) && !isAmongCodes(analysis, position, catalogue)) return undefined;
  const about = codeBlocks(place, judgement, context);
  if (!about) return undefined;
  const blocks = [...about, documentFigures(analysis, place.digits, context)];
  return { range: place.range, contents: markupOf(blocks, client.markdownHover) };
}

/** Whether what stands around is codes: the numbers of bodies and projects in other tables may look like some. */
function isAmongCodes({ disclosure }: Analysis, { line }: Position, catalogue: Catalogue): boolean {
  const table = tableAt(disclosure, line)?.table;
  return !table || codedTable(table, catalogue) !== undefined;
}
