import type { DialectName } from '../dialects/dialect.ts';
import { ruleLine } from '../dialects/pipe.ts';
import type { RenderedDocument } from '../document/document.ts';
import { type Line, plainLine } from '../document/line.ts';
import { blankColumns } from './cells.ts';
import {
  chosenLines,
  columnsOf,
  type Damage,
  damaged,
  type Extent,
  isDelimited,
  replaceLines,
} from './damage.ts';

/** A page ends within a table: a blank line, the page's number, and the head again or not. */
export const pageBreaks: Damage = {
  name: 'page-breaks',
  apply: (document, extent) => broken(document, extent, 'page-breaks').document,
};

/** A page ends within a table, and the rest comes without head and without some or all of its empty columns. */
export const lostColumns: Damage = {
  name: 'lost-columns',
  apply(document, extent) {
    const empty = emptyFrom(document);
    const fits = (line: Line, index: number) =>
      isDelimited(document, line) && (empty.get(index) ?? []).length > 0;
    const onePage = { ...extent, count: 1, form: 0 };
    const { document: paged, breaks } = broken(document, onePage, 'lost-columns', fits);
    const [first] = breaks;
    const row = document.lines[first?.before ?? -1];
    if (first === undefined || row === undefined) return document;
    const some = (_: number, index: number) => extent.form % 2 === 0 || index % 2 === 0;
    const lost = new Set((empty.get(first.before) ?? []).filter(some));
    return replaceLines(paged, (line, index) => {
      if (index < first.after || line.table !== row.table) return line;
      if (line.part === 'rule') return { ...line, pieces: ruleLine(columnsOf(row).size - lost.size).pieces };
      if (line.part !== 'row') return line;
      const kept = line.pieces.filter(({ column }) => column === undefined || !lost.has(column));
      return { ...damaged(line, 'lost-columns', kept), lossy: true };
    });
  },
};

/** For each row, by line index: the columns that are empty from there to the end of the table. */
function emptyFrom(document: RenderedDocument): Map<number, readonly number[]> {
  const empty = new Map<number, readonly number[]>();
  const below = new Map<number | undefined, readonly number[]>();
  for (let index = document.lines.length - 1; index >= 0; index--) {
    const line = document.lines[index];
    if (line?.part !== 'row') continue;
    const blank = blankColumns(line);
    const columns = below.get(line.table)?.filter((column) => blank.has(column)) ?? [...blank];
    below.set(line.table, columns);
    empty.set(index, columns);
  }
  return empty;
}

/** A page break: the line index of the first row behind it, in the document before and after. */
interface PageBreak {
  readonly before: number;
  readonly after: number;
}

/**
 * Breaks pages before some rows.
 *
 * @param fits which rows a page may begin with
 */
function broken(
  document: RenderedDocument,
  extent: Extent,
  name: string,
  fits: (line: Line, index: number) => boolean = () => true,
): { readonly document: RenderedDocument; readonly breaks: readonly PageBreak[] } {
  const firsts = chosenLines(
    document,
    extent,
    (line, index) => canBreak(document, line, index) && fits(line, index),
  );
  const lines: Line[] = [];
  const breaks: PageBreak[] = [];
  document.lines.forEach((line, index) => {
    const isFirst = firsts.has(index);
    if (isFirst) lines.push(...pageEnd(document, line, index, extent, name));
    if (isFirst) breaks.push({ before: index, after: lines.length });
    lines.push(line);
    // A continued Markdown table has the rule under what is then its first line, be that a row.
    if (isFirst && !repeatsHead(extent) && dialectOf(document, line) === 'pipe') {
      lines.push({ ...ruleLine(columnsOf(line).size), table: line.table ?? 0, damage: [name] });
    }
  });
  return { document: { ...document, lines }, breaks };
}

/** Between two rows, not between two lines of one row, nor before the first. Web pages go on without an end. */
function canBreak(document: RenderedDocument, line: Line, index: number): boolean {
  const before = document.lines[index - 1];
  return (
    line.part === 'row' &&
    before?.part === 'row' &&
    before.gridRow !== line.gridRow &&
    !OF_THE_WEB.includes(dialectOf(document, line))
  );
}

const OF_THE_WEB: readonly (DialectName | undefined)[] = ['html', 'barred'];

function dialectOf(document: RenderedDocument, line: Line) {
  return document.dialects[line.table ?? -1]?.name;
}

const repeatsHead = ({ form }: Extent) => form % 2 === 1;

function pageEnd(
  document: RenderedDocument,
  line: Line,
  index: number,
  extent: Extent,
  name: string,
): Line[] {
  const number = extent.form % 3 === 0 ? `${1 + (index % 30)}` : `- ${1 + (index % 30)} -`;
  const page = [plainLine('blank', ''), plainLine('page', number), plainLine('blank', '')];
  const head = document.lines.filter(
    ({ part, table }) => table === line.table && (part === 'head' || part === 'rule'),
  );
  const again = repeatsHead(extent) ? head : [];
  return [...(extent.form % 3 === 2 ? [plainLine('blank', '')] : page), ...again].map((added) => ({
    ...added,
    damage: added.part === 'head' ? [] : [name],
  }));
}
