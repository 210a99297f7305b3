import type { BlockNode, PlacedBlock, SyntaxTree, TableNode, TextNode } from '../syntax/nodes.ts';
import type { AmountUnit } from '../text/amount.ts';
import { compactLabel } from '../text/width.ts';
import { isTableTitle, readUnitLine, readYear } from './context.ts';
import { type Fragment, joinFragments, type PageCodes, pageCodes } from './grid.ts';
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
  const groups = groupFragments(tree);
  const tables = groups.flatMap((group, index) => {
    const next = groups[index + 1];
    const open = next ? goesOn(group, next) : endsWith(tree, group);
    const context = { ...tableContext(group.context), ...(year !== undefined && { year }), open };
    return readGroup(group.fragments, context);
  });
  return { tables: withDocumentUnit(tables), ...(year !== undefined && { year }) };
}

/** Whether the very last line of the document is a row of the table: its writer is in the midst of it. */
function endsWith(tree: SyntaxTree, { fragments }: FragmentGroup): boolean {
  const last = fragments.at(-1);
  return last !== undefined && last.line + last.node.lineCount === tree.lineCount;
}

/** Whether a table that could not be joined goes on all the same: in bare rows, or under the same title. */
function goesOn(group: FragmentGroup, next: FragmentGroup): boolean {
  const nextTitle = tableContext(next.context).title?.text;
  if (nextTitle === undefined) return next.codes.opening !== undefined;
  return nextTitle === tableContext(group.context).title?.text;
}

/** Reads the pages as one table, or each alone where they cannot be fitted together. */
function readGroup(fragments: readonly [Fragment, ...Fragment[]], context: TableContext): PlacedTable[] {
  const grid = joinFragments(fragments);
  if (grid) return [{ line: fragments[0].line, table: readTable(grid, context) }];
  return fragments.flatMap((fragment) => {
    const page = joinFragments([fragment]);
    return page ? { line: fragment.line, table: readTable(page, { ...context, open: true }) } : [];
  });
}

interface FragmentGroup {
  readonly fragments: [Fragment, ...Fragment[]];
  readonly context: readonly ContextLine[];
  /** Codes of the last page so far. */
  codes: PageCodes;
}

/** Puts the pages of each table together and gives it the prose that stands in front of it. */
function groupFragments(tree: SyntaxTree): FragmentGroup[] {
  const groups: FragmentGroup[] = [];
  let context: ContextLine[] = [];
  tree.blocks.forEach((block, index) => {
    const { node } = block;
    if (node.kind === 'text') context.push(...textLines(block as PlacedBlock<TextNode>));
    if (node.kind !== 'table') return;
    const fragment: Fragment = { line: block.line, node };
    const previous = groups.at(-1);
    const continued = previous && continuedCodes(previous, fragment, context);
    if (isStrayMarks(node) && nextTableIsNear(tree, index)) {
      context.push(...node.rows.map((row) => rowText(block.line, row)));
      return;
    }
    if (previous && continued) {
      previous.fragments.push(fragment);
      previous.codes = continued;
    } else {
      groups.push({ fragments: [fragment], context, codes: pageCodes(node) });
    }
    context = [];
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
 * repeated title. Returns the codes of the page, or undefined where it begins a table of its own.
 */
function continuedCodes(
  group: FragmentGroup,
  fragment: Fragment,
  between: readonly ContextLine[],
): PageCodes | undefined {
  const previous = group.fragments.at(-1);
  if (!previous || previous.node.dialect !== fragment.node.dialect) return undefined;
  if (group.codes.last === undefined || fragment.node.dialect === 'flattened') return undefined;
  const codes = pageCodes(fragment.node, group.codes);
  const words = between.filter(({ text }) => !/^[-—\s\d]*$/.test(text));
  const titles = new Set(group.context.map(({ text }) => compactLabel(text)));
  if (!words.every(({ text }) => titles.has(compactLabel(text)))) return undefined;
  const next = words.length === 0 ? codes.opening : codes.first;
  return next !== undefined && next > group.codes.last ? codes : undefined;
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
