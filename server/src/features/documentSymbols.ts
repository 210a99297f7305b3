import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type HeadingLine, headingsOf } from '#core/disclosure/headings.ts';
import type { PlacedTable, Side, SideRow, Table } from '#core/disclosure/table.ts';
import type { FeatureContext } from './context.ts';
import { tableExtents } from './tableExtent.ts';

/** Tables stand below headings of every level. */
const TABLE_LEVEL = Number.POSITIVE_INFINITY;

/** A symbol with its place in the outline. */
interface Entry {
  readonly level: number;
  readonly first: number;
  readonly last: number;
  readonly symbol: Omit<DocumentSymbol, 'children'> & { readonly children: DocumentSymbol[] };
}

/** The outline: headings, the tables under them, and the top rows and totals of each table. */
export function documentSymbolsOf(analysis: Analysis, context: FeatureContext): DocumentSymbol[] {
  const { lines, disclosure, tree } = analysis;
  const extents = tableExtents(disclosure.tables, lines);
  const tables = disclosure.tables.flatMap((placed, index): Entry | [] => {
    const extent = extents[index];
    return extent
      ? { ...extent, level: TABLE_LEVEL, symbol: tableSymbol(placed, extent.first, lines, context) }
      : [];
  });
  const headings = headingsOf(tree).filter(
    ({ line }) => !extents.some(({ first, last }) => first <= line && line <= last),
  );
  const sections = headings.map((heading, index): Entry => {
    const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
    const last = (next?.line ?? lines.length) - 1;
    return { level: heading.level, first: heading.line, last, symbol: headingSymbol(heading, last, lines) };
  });
  return nest([...sections, ...tables].sort((a, b) => a.first - b.first));
}

/** The same outline for clients that know no hierarchy: one flat list, each entry with its container. */
export function flatSymbolsOf(symbols: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  const visit = (symbol: DocumentSymbol, containerName?: string): void => {
    const { name, kind, range } = symbol;
    flat.push({
      name,
      kind,
      location: { uri, range },
      ...(containerName !== undefined && { containerName }),
    });
    for (const child of symbol.children ?? []) visit(child, name);
  };
  for (const symbol of symbols) visit(symbol);
  return flat;
}

/** Puts each entry under the nearest one above it that it belongs to. */
function nest(entries: readonly Entry[]): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: Entry[] = [];
  for (const entry of entries) {
    for (
      let top = open.at(-1);
      top && (top.level >= entry.level || top.last < entry.first);
      top = open.at(-1)
    ) {
      open.pop();
    }
    (open.at(-1)?.symbol.children ?? roots).push(entry.symbol);
    open.push(entry);
  }
  return roots;
}

function headingSymbol({ text, line }: HeadingLine, last: number, lines: readonly string[]): Entry['symbol'] {
  const range = lineRange(line, last, lines);
  const selectionRange = lineRange(line, line, lines);
  return { name: text, kind: SymbolKind.Namespace, range, selectionRange, children: [] };
}

function tableSymbol(
  { line, table }: PlacedTable,
  first: number,
  lines: readonly string[],
  { words }: FeatureContext,
): Entry['symbol'] {
  const detail = [table.unit?.unit, table.year?.toString()].filter((each) => each !== undefined).join(' · ');
  return {
    name: table.title?.text || words.untitledTable,
    kind: SymbolKind.Struct,
    range: lineRange(first, line + table.lineCount - 1, lines),
    selectionRange: lineRange(first, first, lines),
    children: table.sides.flatMap((side) => rowSymbols(side, table, line, lines)),
    ...(detail !== '' && { detail }),
  };
}

/** The rows of the outermost level and the totals of one side. */
function rowSymbols(side: Side, table: Table, baseLine: number, lines: readonly string[]): DocumentSymbol[] {
  const isTop = topRows(side, table);
  return side.rows.filter(isTop).flatMap((entry): DocumentSymbol | [] => {
    const { row, label } = entry;
    const cell = row.cells[side.labelColumn];
    if (label.trim() === '' || !cell) return [];
    const line = baseLine + row.line;
    const amount = side.amountColumns.map(({ index }) => row.cells[index]).find((each) => each?.amount);
    return {
      name: label,
      kind: row.kind === 'total' ? SymbolKind.Constant : SymbolKind.Field,
      range: lineRange(line, line, lines),
      selectionRange: {
        start: { line, character: cell.span.start },
        end: { line, character: cell.span.end },
      },
      ...(amount && { detail: amount.text }),
    };
  });
}

/** Which rows of a side are of the outermost level: the shortest codes, or the first kind of numbering. */
function topRows(side: Side, table: Table): (entry: SideRow) => boolean {
  if (table.coded) {
    const lengths = side.rows.flatMap(({ row }) => row.code?.digits.length ?? []);
    const shortest = Math.min(...lengths);
    return ({ row }) => row.kind === 'total' || row.code?.digits.length === shortest;
  }
  const outermost = side.rows.find(({ numbering }) => numbering)?.numbering?.kind;
  return ({ row, numbering }) =>
    row.kind === 'total' || (numbering !== undefined && numbering.kind === outermost);
}

function lineRange(first: number, last: number, lines: readonly string[]): Range {
  return {
    start: { line: first, character: 0 },
    end: { line: last, character: lines[last]?.length ?? 0 },
  };
}
