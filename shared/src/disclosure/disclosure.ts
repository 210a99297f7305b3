import type { BlockNode, SyntaxTree, TableNode, TextNode } from '../syntax/nodes.ts';
import type { AmountUnit } from '../text/amount.ts';
import { lazy } from '../text/lazy.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { readDocumentUnit, readYear } from './context.ts';
import type { ContextLine } from './contextLines.ts';
import { carriedCodes, type Fragment, joinFragments } from './grid.ts';
import { groupFragments } from './groups.ts';
import { firstOf, type Identity, identityOf } from './identity.ts';
import { beginsAlike, type FragmentGroup } from './pages.ts';
import type { Prose } from './prose/prose.ts';
import { readProse } from './prose/readProse.ts';
import { readTable, sameContext, type TableContext } from './readTable.ts';
import { settleRivals } from './rivals.ts';
import type { PlacedTable, Table } from './table.ts';

/** What a document says: whose it is, its year, its tables in order, and its prose. */
export interface Disclosure extends Identity {
  readonly year?: number;
  readonly tables: readonly PlacedTable[];
  /** Read when it is first asked for: who needs only the tables does not wait for it. */
  readonly prose: Prose;
}

/** Only the opening of a document names its year; further down other years are compared. */
const YEAR_LINES = 40;
const MAX_YEAR_TEXT = 100;
const MAX_UNIT_LINE = 80;

/** Reads the meaning of a syntax tree. Never throws; what cannot be read is left out, not guessed. */
export function readDisclosure(tree: SyntaxTree): Disclosure {
  const year = documentYear(tree);
  const groups = groupFragments(tree);
  const conflicts = conflictEdges(tree);
  let titled: FragmentGroup | undefined;
  const tables = groups.flatMap((group, index) => {
    const next = groups[index + 1];
    const open = next ? goesOn(group, next) : endsWith(tree, group);
    const cut = isCut(group, conflicts);
    const continues = titleLine(group) === undefined && titled !== undefined && headsAlike(titled, group);
    if (titleLine(group) !== undefined) titled = group;
    const context = { ...tableContext(group), ...(year !== undefined && { year }), open, cut, continues };
    return readGroup(group.fragments, context);
  });
  const prose = lazy(() => readProse(tree, year));
  return {
    tables: settleRivals(withDocumentUnit(tables, declaredUnit(tree) ?? commonUnit(tables))),
    ...documentIdentity(tree),
    ...(year !== undefined && { year }),
    get prose() {
      return prose();
    },
  };
}

/** Whose document it is and of what kind, as its opening says. */
function documentIdentity(tree: SyntaxTree): Identity {
  const behind = tree.blocks.findIndex(({ line }) => line > YEAR_LINES);
  const opening = behind === -1 ? tree.blocks : tree.blocks.slice(0, behind);
  return firstOf(opening.flatMap(({ node }) => (node.kind === 'text' ? identityOf(node) : [])));
}

/** Whether the very last line of the document is a row of the table: its writer is in the midst of it. */
function endsWith(tree: SyntaxTree, { fragments }: FragmentGroup): boolean {
  const last = fragments.at(-1);
  return last !== undefined && last.line + last.node.lineCount === tree.lineCount;
}

/** The lines on which merge conflicts begin, and those directly behind them. */
function conflictEdges({ blocks }: SyntaxTree): ReadonlySet<number> {
  return new Set(
    blocks.flatMap(({ line, node }) => (node.kind === 'conflict' ? [line, line + node.lineCount] : [])),
  );
}

/** Whether a page of the table begins directly behind a merge conflict or ends directly in front of one. */
function isCut({ fragments }: FragmentGroup, conflicts: ReadonlySet<number>): boolean {
  return (
    conflicts.size > 0 &&
    fragments.some(({ line, node }) => conflicts.has(line) || conflicts.has(line + node.lineCount))
  );
}

/** Whether a table that could not be joined goes on all the same: in bare rows, or under the same title. */
function goesOn(group: FragmentGroup, next: FragmentGroup): boolean {
  const nextTitle = titleLine(next);
  if (!nextTitle) return opensWithCode(group, next) || headsAlike(group, next);
  return nextTitle.name === titleLine(group)?.name;
}

/** Whether the next page begins with a code, printed whole or carried on from the page before. */
function opensWithCode({ codes }: FragmentGroup, next: FragmentGroup): boolean {
  return (
    next.codes.opening !== undefined || carriedCodes(next.fragments[0].node, codes).opening !== undefined
  );
}

function headsAlike(a: FragmentGroup, b: FragmentGroup): boolean {
  return beginsAlike(a.fragments[0], b.fragments[0]);
}

/** A page and, for the pages of one table, where each begins below the first. */
interface Pages {
  readonly fragments: readonly [Fragment, ...Fragment[]];
  readonly context: TableContext;
}

/** Reads the pages as one table, or each alone where they cannot be fitted together. */
function readGroup(fragments: readonly [Fragment, ...Fragment[]], context: TableContext): PlacedTable[] {
  const [first] = fragments;
  const table = readPages(first.node, { fragments, context });
  if (table) return [{ line: first.line, table }];
  return fragments.flatMap((fragment, index) => {
    const { title } = context;
    const moved = title && { title: { ...title, offset: title.offset - (fragment.line - first.line) } };
    const page = readPages(fragment.node, {
      fragments: [fragment],
      context: { ...context, ...moved, open: true, continues: index > 0 || context.continues === true },
    });
    return page ? { line: fragment.line, table: page } : [];
  });
}

const readPages = rememberLast((_first: TableNode, { fragments, context }: Pages): Table | undefined => {
  const grid = joinFragments(fragments);
  return grid && readTable(grid, context);
}, samePages);

function samePages(a: Pages, b: Pages): boolean {
  if (a.fragments.length !== b.fragments.length || !sameContext(a.context, b.context)) return false;
  return a.fragments.every((fragment, index) => {
    const other = b.fragments[index];
    return (
      fragment.node === other?.node &&
      fragment.line - a.fragments[0].line === other.line - b.fragments[0].line
    );
  });
}

/** The title nearest to the table, and the unit declared behind it. */
function tableContext(group: FragmentGroup): TableContext {
  const title = titleLine(group);
  const unit = group.context.findLast(
    (line) => line.unit !== undefined && line.line >= (title?.line ?? 0),
  )?.unit;
  const [{ line }] = group.fragments;
  return {
    ...(title?.title !== undefined && { title: { text: title.title, offset: title.line - line } }),
    ...(unit !== undefined && { unit }),
  };
}

function titleLine({ context }: FragmentGroup): ContextLine | undefined {
  return context.findLast((line) => line.title !== undefined);
}

/** Tables that declare no unit are in that of the document. */
function withDocumentUnit(
  tables: readonly PlacedTable[],
  unit: AmountUnit | undefined,
): readonly PlacedTable[] {
  if (unit === undefined) return tables;
  return tables.map(({ line, table }) => ({ line, table: table.unit ? table : withUnit(table, unit) }));
}

/** The unit that a line declares for all tables. */
function declaredUnit(tree: SyntaxTree): AmountUnit | undefined {
  for (const { node } of tree.blocks) {
    const unit = node.kind === 'text' ? unitOfAllTables(node).unit : undefined;
    if (unit) return unit;
  }
  return undefined;
}

const unitOfAllTables = remember((node: TextNode): { readonly unit?: AmountUnit } => {
  for (const { text } of node.lines) {
    const unit = text.length <= MAX_UNIT_LINE ? readDocumentUnit(text) : undefined;
    if (unit) return { unit };
  }
  return {};
});

/** The unit of the tables that declare one, where those agree. */
function commonUnit(tables: readonly PlacedTable[]): AmountUnit | undefined {
  const declared = new Map<AmountUnit, number>();
  for (const { table } of tables) {
    if (table.unit?.origin === 'line')
      declared.set(table.unit.unit, (declared.get(table.unit.unit) ?? 0) + 1);
  }
  const [most, second] = [...declared.entries()].sort((a, b) => b[1] - a[1]);
  return most && !(second && second[1] * 2 > most[1]) ? most[0] : undefined;
}

const withUnit = rememberLast(
  (table: Table, unit: AmountUnit): Table => ({ ...table, unit: { unit, origin: 'document' } }),
);

/** The year the opening names; failing that, the year named most often in the whole document. */
function documentYear(tree: SyntaxTree): number | undefined {
  const counts = new Map<number, number>();
  for (const block of tree.blocks) {
    const years = yearsOf(block.node);
    const [first] = years;
    if (first !== undefined && block.line <= YEAR_LINES) return first;
    for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const yearsOf = remember((node: BlockNode): readonly number[] =>
  textsOf(node).flatMap((text) => (text.length <= MAX_YEAR_TEXT ? (readYear(text) ?? []) : [])),
);

function textsOf(node: BlockNode): readonly string[] {
  if (node.kind === 'text') return node.lines.map((line) => line.text);
  return node.kind === 'table' ? node.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : [];
}
