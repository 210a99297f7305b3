import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { normalizeName } from '#core/catalogue/names.ts';
import { isLetters } from '#core/catalogue/pinyin.ts';
import { codesOfTable, tableCodes } from '#core/codes/places.ts';
import { rangeOf } from '#core/text/range.ts';
import type { DisclosureView } from '../workspaceDisclosures.ts';
import { codeRange, mainPlace } from './codeNavigation.ts';

/** A longer list is of no use; the next letter shortens it. */
const MOST_SYMBOLS = 200;

const LONGEST_QUERY = 200;

/** The tables and codes of one document that fit a query. */
export type SymbolFinder = (query: string) => WorkspaceSymbol[];

/** A code of a document at its main row. */
interface CodeSymbol {
  readonly digits: string;
  readonly name: string;
  readonly symbol: WorkspaceSymbol;
}

/**
 * What finds the tables of a document by a part of their titles, and its codes by their first digits, a part of
 * their names or of its pinyin. Each code stands once, at its main row. An empty query fits every table and no code.
 * The finder holds what can be found, and not the document.
 */
export function symbolFinderOf({ analysis, uri, context }: DisclosureView): SymbolFinder {
  const { catalogue } = context;
  const tables = tableSymbols(analysis, uri);
  const codes = codeSymbols(analysis, uri, catalogue);
  return (query) => {
    const wanted = normalizeName(query.slice(0, LONGEST_QUERY));
    const fittingTables = tables.filter(({ name }) => fits(name, wanted, catalogue));
    if (wanted === '') return fittingTables.slice(0, MOST_SYMBOLS);
    const fittingCodes = codes.filter(
      ({ digits, name }) => digits.startsWith(wanted) || fits(name, wanted, catalogue),
    );
    return [...fittingTables, ...fittingCodes.map(({ symbol }) => symbol)].slice(0, MOST_SYMBOLS);
  };
}

function tableSymbols({ disclosure }: Analysis, uri: string): WorkspaceSymbol[] {
  return disclosure.tables.flatMap(({ line, table: { title } }): WorkspaceSymbol[] => {
    if (!title) return [];
    const range = rangeOf({ line: line + title.offset, start: 0, end: 0 });
    return [{ name: title.text, kind: SymbolKind.Struct, location: { uri, range } }];
  });
}

function codeSymbols(analysis: Analysis, uri: string, catalogue: Catalogue): CodeSymbol[] {
  const codes = new Map<string, string>();
  for (const { table } of analysis.disclosure.tables) {
    for (const [digits, [place]] of codesOfTable(table, catalogue))
      codes.set(digits, catalogue.record(digits)?.name ?? place?.code.name ?? '');
  }
  return [...codes].flatMap(([digits, name]): CodeSymbol[] => {
    const main = mainPlace(tableCodes(analysis, catalogue, digits));
    const range = main && codeRange(main);
    const title = main?.table?.table.title?.text;
    if (!range) return [];
    const symbol: WorkspaceSymbol = {
      name: `${digits} ${name}`.trim(),
      kind: SymbolKind.Field,
      location: { uri, range },
      ...(title !== undefined && { containerName: title }),
    };
    return [{ digits, name, symbol }];
  });
}

function fits(text: string, wanted: string, catalogue: Catalogue): boolean {
  if (normalizeName(text).includes(wanted)) return true;
  return isLetters(wanted) && catalogue.readAs(text, wanted) !== undefined;
}
