import type { DocumentHighlight, Location } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { Position } from '#core/text/range.ts';
import * as codes from './codeNavigation.ts';
import type { FeatureContext } from './context.ts';
import { figureDefinitionAt, figureHighlightsAt, figureReferencesAt } from './figureNavigation.ts';
import { mentionedCellsAt, mentionsAt } from './mentions.ts';

/** Where a code has its main row, where an amount comes from, or which cells a sentence speaks of. */
export function definitionAt(
  analysis: Analysis,
  position: Position,
  uri: string,
  context: FeatureContext,
): Location | Location[] | null {
  return (
    codes.definitionAt(analysis, position, uri, context) ??
    figureDefinitionAt(analysis, position, uri) ??
    mentionedCellsAt(analysis, position, uri)
  );
}

/** Every place of a code, or the sentences that speak of an amount and the figures it is tied to. */
export function referencesAt(
  analysis: Analysis,
  position: Position,
  includeDeclaration: boolean,
  uri: string,
  context: FeatureContext,
): Location[] {
  const found = codes.referencesAt(analysis, position, includeDeclaration, uri, context);
  if (found.length > 0) return found;
  return [
    ...mentionsAt(analysis, position, uri),
    ...figureReferencesAt(analysis, position, includeDeclaration, uri),
  ];
}

/** The same code elsewhere, or the amounts of the same sums. */
export function highlightsAt(
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): DocumentHighlight[] {
  const found = codes.highlightsAt(analysis, position, context);
  return found.length > 0 ? found : figureHighlightsAt(analysis, position);
}
