import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { normalizeName } from '#core/catalogue/names.ts';
import { isLetters } from '#core/catalogue/pinyin.ts';
import { codesOfTable, tableCodes } from '#core/codes/places.ts';
import { rangeOf } from '#core/text/range.ts';
import { codeRange, mainPlace } from './codeNavigation.ts';
import type { FeatureContext } from './context.ts';

/** A longer list is of no use; the next letter shortens it. */
const MOST_SYMBOLS = 200;

/**
 * The tables and codes of one document that fit a query: a part of a title, the beginning of a code, a part of
 * a name or of its pinyin. Each code stands once, at its main row. An empty query fits every table and no code.
 */
export function workspaceSymbolsOf(
  analysis: Analysis,
  query: string,
  uri: string,
  context: FeatureContext,
): WorkspaceSymbol[] {
  const wanted = normalizeName(query.slice(0, 200));
  return [
    ...tableSymbols(analysis, wanted, uri, context),
    ...codeSymbols(analysis, wanted, uri, context),
  ].slice(0, MOST_SYMBOLS);
}

function tableSymbols(
  { disclosure }: Analysis,
  wanted: string,
  uri: string,
  context: FeatureContext,
): WorkspaceSymbol[] {
  return disclosure.tables.flatMap(({ line, table: { title } }): WorkspaceSymbol[] => {
    if (!title || !fits(title.text, wanted, context)) return [];
    const range = rangeOf({ line: line + title.offset, start: 0, end: 0 });
    return [{ name: title.text, kind: SymbolKind.Struct, location: { uri, range } }];
  });
}

function codeSymbols(
  analysis: Analysis,
  wanted: string,
  uri: string,
  context: FeatureContext,
): WorkspaceSymbol[] {
  if (wanted === '') return [];
  const { catalogue } = context;
  const codes = new Map<string, string>();
  for (const { table } of analysis.disclosure.tables) {
    for (const [digits, [place]] of codesOfTable(table, catalogue)) {
      const name = catalogue.record(digits)?.name ?? place?.code.name ?? '';
      if (digits.startsWith(wanted) || fits(name, wanted, context)) codes.set(digits, name);
    }
  }
  return [...codes].flatMap(([digits, name]): WorkspaceSymbol[] => {
    const main = mainPlace(tableCodes(analysis, catalogue, digits));
    const range = main && codeRange(main);
    const title = main?.table?.table.title?.text;
    if (!range) return [];
    return [
      {
        name: `${digits} ${name}`.trim(),
        kind: SymbolKind.Field,
        location: { uri, range },
        ...(title !== undefined && { containerName: title }),
      },
    ];
  });
}

function fits(text: string, wanted: string, { catalogue }: FeatureContext): boolean {
  if (normalizeName(text).includes(wanted)) return true;
  return isLetters(wanted) && catalogue.readAs(text, wanted) !== undefined;
}
