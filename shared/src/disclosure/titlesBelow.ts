import type { SyntaxTree, TableNode } from '../syntax/nodes.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { isNumberOfForm } from './context.ts';
import { addContext, type ContextLine, titleRowOf } from './contextLines.ts';
import { joinFragments } from './grid.ts';
import type { FragmentGroup } from './pages.ts';
import { readTable } from './readTable.ts';
import { roleOfTitle } from './roles.ts';
import type { TableRole } from './table.ts';

/** A title on the first line below each table, if there is one. */
type TitlesBelow = readonly (ContextLine | undefined)[];

/**
 * The tables of a document, with the titles that stand below them where it writes its titles so: most tables have one
 * there, and what some table holds says that it is the one named below and not the one named above. Those of any other
 * document are as they were.
 */
export function withTitlesBelow(
  groups: readonly FragmentGroup[],
  tree: SyntaxTree,
): readonly FragmentGroup[] {
  if (groups.length === 0 || groups.some(hasTitleRow)) return groups;
  const gaps = [...groups.slice(1).map(({ context }) => context), linesBehind(groups, tree)];
  const titles = gaps.map(openingTitle);
  const isUsual = 2 * titles.filter((title) => title !== undefined).length > groups.length;
  return isUsual && areBorneOut(groups, titles)
    ? groups.map((group, index) => titledBelow(group, titles[index]))
    : groups;
}

function hasTitleRow({ fragments: [first] }: FragmentGroup): boolean {
  return titleRowOf(first.node) !== undefined;
}

/** The title that the lines behind a table begin with, but for the number of its form. */
function openingTitle(lines: readonly ContextLine[]): ContextLine | undefined {
  const opening = lines.find(({ noise, label }) => !noise && !isNumberOfForm(label));
  return opening?.title === undefined ? undefined : opening;
}

/** The lines behind the last page of the last table. */
function linesBehind(groups: readonly FragmentGroup[], { blocks }: SyntaxTree): readonly ContextLine[] {
  const last = groups.at(-1)?.fragments.at(-1);
  const lines: ContextLine[] = [];
  for (const { line, node } of blocks) {
    if (last && line > last.line && (node.kind === 'text' || node.kind === 'table'))
      addContext(lines, node, line);
  }
  return lines;
}

/**
 * Whether what tables hold contradicts no title below them and, for one, the title above it; and whether all that is
 * named in front of the first, as 目录 does, are tables that are named below.
 */
function areBorneOut(groups: readonly FragmentGroup[], titles: TitlesBelow): boolean {
  const shown = groups.map(({ fragments: [first] }) => roleShown(first.node));
  const named = titles.map((line) => roleOfTitle(line?.title ?? ''));
  const listed = groups[0]?.context.map(({ title = '' }) => roleOfTitle(title)).filter(isTold) ?? [];
  const above = [listed.at(-1), ...named];
  return (
    listed.every((role) => named.includes(role)) &&
    shown.every((role, index) => !isTold(role) || role === named[index]) &&
    shown.some((role, index) => isTold(role) && role !== above[index])
  );
}

function isTold(role: TableRole): boolean {
  return role !== 'other';
}

/** The role that the columns and rows of a table show by themselves. */
const roleShown = remember((node: TableNode): TableRole => {
  const grid = joinFragments([{ line: 0, node }]);
  return grid ? readTable(grid, {}).role : 'other';
});

/** A table with the title below it. What names a table in front of it names the one before. */
const titledBelow = rememberLast(
  (group: FragmentGroup, titleBelow: ContextLine | undefined): FragmentGroup => ({
    ...group,
    context: group.context.map(({ title, name, ...line }) => line),
    ...(titleBelow && { titleBelow }),
  }),
);
