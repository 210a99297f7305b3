import { rememberLast } from '../text/remember.ts';
import { lastIndexUpTo } from '../text/sorted.ts';
import type { Disclosure } from './disclosure.ts';
import { type Heading, LEAF_LEVEL, type PlacedHeading } from './prose/headings.ts';
import type { PlacedTable } from './table.ts';
import { type TableExtent, tableExtents } from './tableExtent.ts';

/** A part of a document and what stands in it. Lines are the document's, both inclusive. */
export interface OutlinePart {
  readonly first: number;
  readonly last: number;
  /** Of a section; or the title in front of a table, also of one that could not be read as a table. */
  readonly heading?: Heading;
  readonly table?: PlacedTable;
  readonly children: readonly OutlinePart[];
}

/** A part before it is known what stands in it. A section ends where the next of its level begins. */
interface Item {
  readonly first: number;
  /** Of a table alone. */
  readonly last?: number;
  readonly level: number;
  readonly heading?: Heading;
  readonly table?: PlacedTable;
}

/**
 * Headings and tables in one tree: sections by their levels, each table in the section it stands in. Parts lie
 * inside the parts they are children of, and neighbours do not overlap.
 *
 * @param lineCount of the document
 */
export const outlineOf = rememberLast((disclosure: Disclosure, lineCount: number): readonly OutlinePart[] => {
  const extents = tableExtents(disclosure.tables);
  const sections: Item[] = [];
  const tables = new Map(extents.map((extent) => [extent, tableItem(extent)]));
  for (const placed of disclosure.prose.headings) {
    const { line, heading } = placed;
    const extent = extentAt(extents, lastLineOf(placed));
    if (!extent) sections.push({ first: line, level: heading.level, heading });
    else if (line < extent.placed.line) {
      // What stands in front of the table is its title, or a heading that the title of the table is, too.
      if (heading.kind === 'heading') sections.push({ first: line, level: heading.level, heading });
      tables.set(extent, tableItem(extent, placed));
    }
  }
  return nest(
    [...sections, ...tables.values()].sort((a, b) => a.first - b.first),
    lineCount,
  );
});

function tableItem({ placed, first, last }: TableExtent, title?: PlacedHeading): Item {
  if (!title) return { first, last, level: LEAF_LEVEL, table: placed };
  const { heading, line } = title;
  if (heading.kind === 'heading') return { first: placed.line, last, level: LEAF_LEVEL, table: placed };
  return { first: Math.min(first, line), last, level: heading.level, heading, table: placed };
}

function lastLineOf({ line, heading }: PlacedHeading): number {
  return line + (heading.spans.at(-1)?.line ?? 0);
}

/** The table that covers a line, with its title and all its pages. */
function extentAt(extents: readonly TableExtent[], line: number): TableExtent | undefined {
  const extent = extents[lastIndexUpTo(extents, line, ({ first }) => first)];
  return extent && line <= extent.last ? extent : undefined;
}

function nest(items: readonly Item[], lineCount: number): OutlinePart[] {
  const roots: OutlinePart[] = [];
  const open: { readonly item: Item; readonly children: OutlinePart[] }[] = [];
  const close = (level: number, next: number): void => {
    for (let top = open.at(-1); top && (top.item.level >= level || isLeaf(top.item)); top = open.at(-1)) {
      open.pop();
      // Headings run in with sentences may share a line: a part reaches at least as far as what stands in it.
      const end = Math.max(top.item.first, next - 1, top.children.at(-1)?.last ?? 0);
      const { level: _level, last = end, ...rest } = top.item;
      (open.at(-1)?.children ?? roots).push({ ...rest, last, children: top.children });
    }
  };
  for (const item of items) {
    close(item.level, item.first);
    open.push({ item, children: [] });
  }
  close(0, lineCount);
  return roots;
}

/** Nothing stands in a table but its rows. */
function isLeaf({ table, heading }: Item): boolean {
  return table !== undefined || heading?.kind === 'table-title';
}
