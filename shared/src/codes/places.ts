import type { Catalogue } from '../catalogue/catalogue.ts';
import { namesCode } from '../catalogue/nearName.ts';
import type { ReadDocument } from '../disclosure/disclosure.ts';
import { hasWords } from '../disclosure/labels.ts';
import type { Cell, CodeReading, PlacedTable, Row, Table } from '../disclosure/table.ts';
import type { PlacedBlock, SyntaxTree, TextNode } from '../syntax/nodes.ts';
import { WHOLE_CODE } from '../text/codeShape.ts';
import { compareStarts, type Span } from '../text/range.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { toHalfWidth } from '../text/width.ts';
import { nameBefore, nameBehind } from './proseNames.ts';

/** A place where a 科目编码 stands, with the name beside it. Lines of spans count from its table or block. */
export interface CodePlace {
  /** Without spans where only its name stands in prose. */
  readonly code: CodeReading;
  /** The row of a table; undefined in prose. */
  readonly row?: Row;
}

/** A code at its place in the document. */
export interface PlacedCode extends CodePlace {
  /** First line of the table or block of prose. */
  readonly line: number;
  /** The table it stands in; undefined in prose. */
  readonly table?: PlacedTable;
}

type Places = ReadonlyMap<string, readonly CodePlace[]>;

const CODE_IN_BRACKETS = /[（(]\s*([1235]\d{2}(?:\d{2}){0,2})\s*[）)]/g;
/** `2210201住房公积金`, also behind the number of an item: `5.2210201住房公积金`. */
const BARE_CODE =
  /(?<!\d,)(?<![\d\p{Script=Latin}%#*+/~-])([1235]\d{4}(?:\d{2})?)[\s-]?(?=[“‘《]?\p{Script=Han})/gu;
/** The level behind a name: 行政运行（项）（2010601）. */
const LEVEL = /[（(][类款项][）)]\s*$/;
/** 财政事务（款）行政运行（项）, without the digits: its 款 tells which 行政运行 is meant. */
const ITEM_BELOW = /\(款\)\s?([^，。；、:]{2,40}?)\(项\)(?!\s*\(\d)/g;
const LONGEST_CODE = 7;
/** In a flattened row amounts may stand between a code and its name. */
const FLATTENED_REACH = 6;

/** Every place of a code in a document: first those in tables, then those in prose, each in order. */
export function placesOf(document: ReadDocument, catalogue: Catalogue, digits: string): PlacedCode[] {
  const places = tableCodes(document, catalogue, digits);
  for (const { line, node } of codedProse(document.tree)) {
    for (const place of codesOfProse(node, catalogue).get(digits) ?? []) places.push({ ...place, line });
  }
  return places;
}

/** The places of a code in the tables of a document. */
export function tableCodes({ disclosure }: ReadDocument, catalogue: Catalogue, digits: string): PlacedCode[] {
  const places: PlacedCode[] = [];
  for (const table of disclosure.tables) {
    const own = codesOfTable(table.table, catalogue).get(digits);
    if (!own) continue;
    for (const { code, row } of own) places.push({ code, ...(row && { row }), line: table.line, table });
  }
  return places;
}

/** The blocks of prose with something that may be a code or name one: few of all, and looked for once a version. */
const codedProse = remember((tree: SyntaxTree): readonly PlacedBlock<TextNode>[] => {
  const found: PlacedBlock<TextNode>[] = [];
  for (const { line, node } of tree.blocks)
    if (node.kind === 'text' && mayHaveCodes(node)) found.push({ line, node });
  return found;
});

const mayHaveCodes = remember((node: TextNode): boolean =>
  node.lines.some(({ text }) => {
    const half = toHalfWidth(text);
    return [CODE_IN_BRACKETS, BARE_CODE, ITEM_BELOW].some((pattern) => half.search(pattern) !== -1);
  }),
);

/** The codes of several tables. */
export function codesOfTables(tables: readonly PlacedTable[], catalogue: Catalogue): Set<string> {
  const codes = new Set<string>();
  for (const { table } of tables)
    for (const digits of codesOfTable(table, catalogue).keys()) codes.add(digits);
  return codes;
}

/** The codes of a table by their digits: those that name its rows, and those that stand beside their names. */
export const codesOfTable = rememberLast((table: Table, catalogue: Catalogue): Places => {
  const reach = table.dialect === 'flattened' ? FLATTENED_REACH : 1;
  return grouped(
    table.rows.flatMap((row) => {
      const own = row.code && (table.coded || namesCode(catalogue, row.code.digits, row.code.name));
      const first: CodePlace[] = own && row.code ? [{ code: row.code, row }] : [];
      const taken = first.flatMap(({ code }) => code.spans);
      return [...first, ...besideNames(row, reach, catalogue, taken)];
    }),
  );
});

/**
 * The codes in a block of prose: in brackets behind their names, bare in front of them, and those that a name stands
 * for behind that of its 款; these have no digits to show.
 */
const codesOfProse = rememberLast(
  (node: TextNode, catalogue: Catalogue): Places =>
    grouped(
      node.lines.flatMap(({ line, text }) => {
        const half = toHalfWidth(text);
        return [
          ...codesInBrackets(half, text, line, catalogue),
          ...bareCodes(half, text, line, catalogue),
          ...itemsBelow(half, text, line, catalogue),
        ].sort((a, b) => startOf(a) - startOf(b));
      }),
    ),
);

function codesInBrackets(half: string, text: string, line: number, catalogue: Catalogue): CodePlace[] {
  return [...half.matchAll(CODE_IN_BRACKETS)].flatMap((match): CodePlace[] => {
    const [whole, digits = ''] = match;
    const before = text.slice(0, match.index).replace(LEVEL, '');
    const name = nameBefore(catalogue, digits, before);
    const isSure = digits.length === 7 && catalogue.record(digits) !== undefined;
    if (name === undefined && !isSure) return [];
    const start = match.index + whole.indexOf(digits);
    const nameSpan =
      name === undefined ? undefined : { line, start: before.length - name.length, end: before.length };
    const spans = [{ line, start, end: start + digits.length }];
    return [{ code: { digits, printed: digits, spans, name: name ?? '', ...(nameSpan && { nameSpan }) } }];
  });
}

function bareCodes(half: string, text: string, line: number, catalogue: Catalogue): CodePlace[] {
  return [...half.matchAll(BARE_CODE)].flatMap(({ 0: whole, 1: digits = '', index }): CodePlace[] => {
    const from = index + whole.length;
    const name = nameBehind(catalogue, digits, text.slice(from));
    if (name === undefined) return [];
    const spans = [{ line, start: index, end: index + digits.length }];
    const nameSpan = { line, start: from, end: from + name.length };
    return [{ code: { digits, printed: digits, spans, name, nameSpan } }];
  });
}

function itemsBelow(half: string, text: string, line: number, catalogue: Catalogue): CodePlace[] {
  return [...half.matchAll(ITEM_BELOW)].flatMap(({ 0: whole, 1: printed = '', index }): CodePlace[] => {
    const start = index + whole.indexOf(printed);
    const nameSpan = { line, start, end: start + printed.length };
    const name = text.slice(nameSpan.start, nameSpan.end);
    const before = text.slice(0, index);
    const [only, second] = catalogue
      .byName(name, 'functional')
      .filter(({ code, level }) => level === '项' && nameBefore(catalogue, code.slice(0, -2), before));
    if (!only || second) return [];
    return [{ code: { digits: only.code, printed: '', spans: [], name, nameSpan } }];
  });
}

function startOf({ code: { spans, nameSpan } }: CodePlace): number {
  return (spans[0] ?? nameSpan)?.start ?? 0;
}

/** Codes in other cells of a row than those that name it, if a name of theirs stands near. */
function besideNames(
  { cells, kind }: Row,
  reach: number,
  catalogue: Catalogue,
  taken: readonly Span[],
): CodePlace[] {
  if (kind !== 'data') return [];
  return cells.flatMap((cell, index): CodePlace[] => {
    if (!cell || cell.text.length > LONGEST_CODE) return [];
    if (taken.some((span) => compareStarts(span, cell.span) === 0)) return [];
    const digits = toHalfWidth(cell.text);
    if (!WHOLE_CODE.test(digits)) return [];
    const name = nearest(cells, index, reach).find((each) => namesCode(catalogue, digits, each.text));
    if (!name) return [];
    return [{ code: { digits, printed: digits, spans: [cell.span], name: name.text, nameSpan: name.span } }];
  });
}

function nearest(cells: Row['cells'], index: number, reach: number): Cell[] {
  return Array.from({ length: reach }, (_, step) => [cells[index + step + 1], cells[index - step - 1]])
    .flat()
    .filter((cell) => cell !== undefined && hasWords(cell.text)) as Cell[];
}

function grouped(places: readonly CodePlace[]): Places {
  const groups = new Map<string, CodePlace[]>();
  for (const place of places) {
    const group = groups.get(place.code.digits);
    if (group) group.push(place);
    else groups.set(place.code.digits, [place]);
  }
  return groups;
}

/** Whether a cell of a row holds digits of its code, or the name beside it. */
export function isOfCode({ span }: Cell, place: CodePlace): boolean {
  return spansOf(place).some((own) => compareStarts(own, span) === 0);
}

/** Spans of a place that an editor marks: the digits and the name. */
export function spansOf({ code: { spans, nameSpan } }: CodePlace): readonly Span[] {
  return nameSpan ? [...spans, nameSpan] : spans;
}
