import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type HeadingLine, headingsOf } from '#core/disclosure/headings.ts';
import type { PlacedTable, Side, SideRow, Table } from '#core/disclosure/table.ts';
import { rangeOf } from '#core/text/range.ts';
import { lastIndexUpTo } from '#core/text/sorted.ts';
import type { FeatureContext } from './context.ts';
import { type TableExtent, tableExtents } from './tableExtent.ts';

/** Tables stand below headings of every level. */
const TABLE_LEVEL = Number.POSITIVE_INFINITY;

/** A symbol with its place in the outline. A heading reaches to the next of its level, found when that comes. */
interface Entry {
  readonly level: number;
  readonly first: number;
  readonly symbol: DocumentSymbol & { readonly children: DocumentSymbol[] };
}

/** The outline: headings, the tables under them, and the top rows and totals of each table. */
export function documentSymbolsOf(analysis: Analysis, context: FeatureContext): DocumentSymbol[] {
  const { lines, disclosure, tree } = analysis;
  const extents = tableExtents(disclosure.tables);
  const tables = extents.map(
    ({ placed, first }): Entry => ({
      level: TABLE_LEVEL,
      first,
      symbol: tableSymbol(placed, first, lines, context),
    }),
  );
  const headings = headingsOf(tree)
    .filter(({ line }) => !isInside(line, extents))
    .map((heading): Entry => {
      const { level, line } = heading;
      return { level, first: line, symbol: headingSymbol(heading, lines) };
    });
  return nest(
    [...headings, ...tables].sort((a, b) => a.first - b.first),
    lines,
  );
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
function nest(entries: readonly Entry[], lines: readonly string[]): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: Entry[] = [];
  const close = (level: number, before: number): void => {
    for (let top = open.at(-1); top && top.level >= level; top = open.at(-1)) {
      if (top.level < TABLE_LEVEL) top.symbol.range = lineRange(top.first, before - 1, lines);
      open.pop();
    }
  };
  for (const entry of entries) {
    close(entry.level, entry.first);
    (open.at(-1)?.symbol.children ?? roots).push(entry.symbol);
    open.push(entry);
  }
  close(0, lines.length);
  return roots;
}

function isInside(line: number, extents: readonly TableExtent[]): boolean {
  const extent = extents[lastIndexUpTo(extents, line, ({ first }) => first)];
  return extent !== undefined && line <= extent.last;
}

function headingSymbol({ text, line }: HeadingLine, lines: readonly string[]): Entry['symbol'] {
  const range = lineRange(line, line, lines);
  return { name: text, kind: SymbolKind.Namespace, range, selectionRange: range, children: [] };
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
  return side.rows.filter(topRows(side, table)).flatMap((entry): DocumentSymbol | [] => {
    const { row, label } = entry;
    if (label.trim() === '') return [];
    const range = lineRange(baseLine + row.line, baseLine + row.line, lines);
    const span = row.code?.spans[0] ?? row.cells.find((cell) => cell?.text === label)?.span;
    const amount = side.amountColumns.map(({ index }) => row.cells[index]).find((cell) => cell?.amount);
    return {
      name: label,
      kind: row.kind === 'total' ? SymbolKind.Constant : SymbolKind.Field,
      range,
      selectionRange: span ? rangeOf(span, baseLine) : range,
      ...(amount && { detail: amount.text }),
    };
  });
}

/** Which rows of a side are of the outermost level: the shortest codes, or the first kind of numbering. */
function topRows(side: Side, table: Table): (entry: SideRow) => boolean {
  if (table.coded) {
    const shortest = side.rows.reduce(
      (least, { row }) => Math.min(least, row.code?.digits.length ?? least),
      Number.POSITIVE_INFINITY,
    );
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
