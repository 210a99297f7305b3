import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Range,
} from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { classificationOf } from '#core/catalogue/record.ts';
import { type PlacedCode, placesOf, spansOf } from '#core/codes/places.ts';
import type { TableRole } from '#core/disclosure/table.ts';
import { type Position, rangeOf } from '#core/text/range.ts';
import { codeUnder } from './codeAtCursor.ts';
import type { FeatureContext } from './context.ts';

/** The tables in which a code has its main row, the first that is there. Codes of any other kind: the first table. */
const MAIN_TABLES: { readonly functional: readonly TableRole[]; readonly economic: readonly TableRole[] } = {
  functional: [
    'general-budget-expenditure',
    'expenditure',
    'government-fund',
    'state-capital',
    'fiscal-income-expenditure',
    'income-expenditure',
  ],
  economic: ['basic-expenditure', 'general-budget-expenditure', 'expenditure'],
};

/** The row of the code under the cursor in the table it belongs to first; null where no table has it. */
export function definitionAt(
  analysis: Analysis,
  position: Position,
  uri: string,
  context: FeatureContext,
): Location | null {
  const main = mainPlace(placesUnder(analysis, position, context));
  const range = main && codeRange(main);
  return range ? { uri, range } : null;
}

/** Every place of the code under the cursor, in tables and in prose. */
export function referencesAt(
  analysis: Analysis,
  position: Position,
  includeDeclaration: boolean,
  uri: string,
  context: FeatureContext,
): Location[] {
  const places = placesUnder(analysis, position, context);
  const main = mainPlace(places);
  return places
    .filter((place) => includeDeclaration || place !== main)
    .flatMap((place) => codeRange(place) ?? [])
    .map((range) => ({ uri, range }));
}

/** The digits and the names of the code under the cursor, wherever they stand. */
export function highlightsAt(
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): DocumentHighlight[] {
  return placesUnder(analysis, position, context).flatMap((place) =>
    spansOf(place).map((span) => ({ range: rangeOf(span, place.line), kind: DocumentHighlightKind.Text })),
  );
}

/** The place of a code that a reader is sent to. */
export function mainPlace(places: readonly PlacedCode[]): PlacedCode | undefined {
  const rows = places.filter(({ row }) => row !== undefined);
  const kind = classificationOf(rows[0]?.code.digits ?? '') === 'functional' ? 'functional' : 'economic';
  for (const role of MAIN_TABLES[kind]) {
    const found = rows.find(({ table }) => table?.table.role === role);
    if (found) return found;
  }
  return rows[0];
}

/** From the first digit of a code to its last; the name where it stands for the code. */
export function codeRange({ code: { spans, nameSpan }, line }: PlacedCode): Range | undefined {
  const first = spans[0] ?? nameSpan;
  const last = spans.at(-1) ?? nameSpan;
  return first && last && rangeOf({ line: first.line, start: first.start, end: last.end }, line);
}

function placesUnder(analysis: Analysis, position: Position, { catalogue }: FeatureContext): PlacedCode[] {
  const place = codeUnder(analysis, position, catalogue);
  return place ? placesOf(analysis, catalogue, place.digits) : [];
}
