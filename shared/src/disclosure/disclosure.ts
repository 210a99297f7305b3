import type { BlockNode, PlacedBlock, SyntaxTree, TableNode, TextNode } from '../syntax/nodes.ts';
import type { AmountUnit } from '../text/amount.ts';
import { compactLabel } from '../text/width.ts';
import { isTableTitle, readUnitLine, readYear } from './context.ts';
import { type Fragment, joinFragments, lastCode, startsWithCode } from './grid.ts';
import { readTable, type TableContext } from './readTable.ts';
import type { PlacedTable, Table, Title } from './table.ts';

/** What a document says: its year and its tables, in order. */
export interface Disclosure {
  readonly year?: number;
  readonly tables: readonly PlacedTable[];
}

/** A line of prose between tables, with its place in the document. */
interface ContextLine {
  readonly line: number;
  readonly text: string;
}

/** Only the opening of a document names its year; further down other years are compared. */
const YEAR_LINES = 40;
const MAX_YEAR_TEXT = 100;

/** Reads the meaning of a syntax tree. Never throws; what cannot be read is left out, not guessed. */
export function readDisclosure(tree: SyntaxTree): Disclosure {
  const year = documentYear(tree);
  const tables: PlacedTable[] = [];
  for (const { fragments, context } of groupFragments(tree)) {
    const [first] = fragments;
    const grid = joinFragments(fragments);
    const grids = grid ? [grid] : fragments.flatMap((fragment) => joinFragments([fragment]) ?? []);
    grids.forEach((part, index) => {
      const line = grid ? first.line : (fragments[index]?.line ?? first.line);
      tables.push({
        line,
        table: readTable(part, { ...tableContext(context), ...(year !== undefined && { year }) }),
      });
    });
  }
  return { tables: withDocumentUnit(tables), ...(year !== undefined && { year }) };
}

interface FragmentGroup {
  readonly fragments: readonly [Fragment, ...Fragment[]];
  readonly context: readonly ContextLine[];
}

/** Puts the pages of each table together and gives it the prose that stands in front of it. */
function groupFragments(tree: SyntaxTree): FragmentGroup[] {
  const groups: { fragments: [Fragment, ...Fragment[]]; context: ContextLine[] }[] = [];
  let context: ContextLine[] = [];
  tree.blocks.forEach((block, index) => {
    const { node } = block;
    if (node.kind === 'text') context.push(...textLines(block as PlacedBlock<TextNode>));
    if (node.kind !== 'table') return;
    const fragment: Fragment = { line: block.line, node };
    const previous = groups.at(-1);
    if (isStrayMarks(node) && nextTableIsNear(tree, index)) {
      context.push(...node.rows.map((row) => rowText(block.line, row)));
    } else if (previous && continues(previous, fragment, context)) {
      previous.fragments.push(fragment);
      context = [];
    } else {
      groups.push({ fragments: [fragment], context });
      context = [];
    }
  });
  return groups;
}

/** OCR scatters a unit line or a rule over cells: a few lines of marks in front of the real table. */
function isStrayMarks(node: TableNode): boolean {
  return node.rows.length <= 3 && !node.rows.some((row) => row.cells.some((cell) => cell.text.length > 4));
}

function nextTableIsNear(tree: SyntaxTree, index: number): boolean {
  const [gap, next] = [tree.blocks[index + 1], tree.blocks[index + 2]];
  return gap?.node.kind === 'blank' && gap.node.lineCount <= 2 && next?.node.kind === 'table';
}

/**
 * A page goes on with the table before it when its codes go on, and between the two stands nothing but the
 * repeated title.
 */
function continues(
  group: { readonly fragments: readonly Fragment[]; readonly context: readonly ContextLine[] },
  fragment: Fragment,
  between: readonly ContextLine[],
): boolean {
  const previous = group.fragments.at(-1);
  if (!previous || previous.node.dialect !== fragment.node.dialect || fragment.node.dialect === 'flattened')
    return false;
  const last = lastCode(previous.node);
  if (last === undefined) return false;
  const words = between.filter(({ text }) => !/^[-\s\d]*$/.test(text));
  if (words.length === 0) {
    const first = startsWithCode(fragment.node);
    return first !== undefined && first > last;
  }
  const titles = new Set(group.context.map(({ text }) => compactLabel(text)));
  const first = firstCode(fragment.node);
  return words.every(({ text }) => titles.has(compactLabel(text))) && first !== undefined && first > last;
}

function firstCode(node: TableNode): string | undefined {
  for (const row of node.rows) {
    const code = startsWithCode({ ...node, rows: [row] });
    if (code !== undefined) return code;
  }
  return undefined;
}

function tableContext(lines: readonly ContextLine[]): TableContext {
  let title: Title | undefined;
  let unit: AmountUnit | undefined;
  for (const { line, text } of lines) {
    if (isTableTitle(text)) {
      title = { line, text: text.replace(/^[\s#*-]+|[\s#*]+$/g, '') };
      unit = undefined;
    }
    unit = (text.length <= 80 ? readUnitLine(text) : undefined) ?? unit;
  }
  return { ...(title && { title }), ...(unit && { unit }) };
}

/** Tables that declare no unit are in the unit of the others, where those agree. */
function withDocumentUnit(tables: readonly PlacedTable[]): PlacedTable[] {
  const declared = new Map<AmountUnit, number>();
  for (const { table } of tables) {
    if (table.unit?.origin === 'line')
      declared.set(table.unit.unit, (declared.get(table.unit.unit) ?? 0) + 1);
  }
  const [most, second] = [...declared.entries()].sort((a, b) => b[1] - a[1]);
  if (!most || (second && second[1] * 2 > most[1])) return [...tables];
  return tables.map(({ line, table }) => ({ line, table: table.unit ? table : withUnit(table, most[0]) }));
}

function withUnit(table: Table, unit: AmountUnit): Table {
  return { ...table, unit: { unit, origin: 'document' } };
}

/** The year the opening names; failing that, the year named most often in the whole document. */
function documentYear(tree: SyntaxTree): number | undefined {
  const counts = new Map<number, number>();
  for (const block of tree.blocks) {
    for (const text of textsOf(block.node)) {
      const year = text.length <= MAX_YEAR_TEXT ? readYear(text) : undefined;
      if (year === undefined) continue;
      if (block.line <= YEAR_LINES) return year;
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function textsOf(node: BlockNode): readonly string[] {
  if (node.kind === 'text') return node.lines.map((line) => line.text);
  return node.kind === 'table' ? node.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : [];
}

function textLines(block: PlacedBlock<TextNode>): ContextLine[] {
  return block.node.lines.map(({ line, text }) => ({ line: block.line + line, text }));
}

function rowText(base: number, row: TableNode['rows'][number]): ContextLine {
  return { line: base + row.line, text: row.cells.map((cell) => cell.text).join(' ') };
}
