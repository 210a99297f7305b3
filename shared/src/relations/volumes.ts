import type { Cover } from '../disclosure/covers.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { PlacedHeading } from '../disclosure/prose/headings.ts';
import type { PlacedPassage, Prose } from '../disclosure/prose/prose.ts';
import { isAmountCell, type PlacedTable, type Table, type TableRole } from '../disclosure/table.ts';
import { lazy } from '../text/lazy.ts';
import { sameItems } from '../text/lists.ts';
import type { Decimal } from '../text/money.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { rememberList } from '../text/rememberVersion.ts';
import { compactLabel } from '../text/width.ts';
import { anchorsOf } from './anchors.ts';

/** What a disclosure has one table of, or several of one total. */
const ONCE: ReadonlySet<TableRole> = new Set([
  'income-expenditure',
  'income',
  'expenditure',
  'fiscal-income-expenditure',
  'general-budget-expenditure',
  'basic-expenditure',
]);

/**
 * The disclosures that one file holds, in its order: mostly itself alone. A department may be followed by the bodies
 * below it, each with a cover, sentences and tables of its own. A cover of another organ begins another disclosure only
 * where the tables behind it show that: one of them has another total than that of its kind in front of it.
 */
export const volumesOf = remember((disclosure: Disclosure): readonly Disclosure[] => {
  const starts = startsOf(disclosure);
  return starts.length < 2
    ? [disclosure]
    : starts.map((start, index) => volume(disclosure, start, starts[index + 1]));
});

/** The covers with which disclosures begin; none where there is but one. */
function startsOf({ covers, tables }: Disclosure): readonly Cover[] {
  const others = covers.filter((cover, index) => index === 0 || cover.organ !== covers[index - 1]?.organ);
  if (others.length < 2) return [];
  const parts = others.map(({ line }, index) =>
    firstOfRoles(between(tables, line, lineOf(others[index + 1]))),
  );
  const isShown = parts.some((part, index) => parts.slice(0, index).some((before) => areOfTwo(before, part)));
  if (!isShown) return [];
  // A short form of the name is no other organ, unless its tables are.
  return others.filter((cover, index) => {
    const before = others[index - 1];
    const [part, partBefore] = [parts[index], parts[index - 1]];
    if (!before || !part || !partBefore) return true;
    return areOfTwo(partBefore, part) || !isForm(cover.organ, before.organ);
  });
}

type ByRole = ReadonlyMap<TableRole, Table>;

/** The first table of each role that only one of a disclosure has. */
function firstOfRoles(tables: readonly PlacedTable[]): ByRole {
  const byRole = new Map<TableRole, Table>();
  for (const { table } of tables)
    if (ONCE.has(table.role) && !byRole.has(table.role)) byRole.set(table.role, table);
  return byRole;
}

function areOfTwo(before: ByRole, behind: ByRole): boolean {
  return [...behind].some(([role, table]) => {
    const other = before.get(role);
    return other !== undefined && haveOtherTotals(other, table);
  });
}

/** Whether two tables of a role have totals that differ. */
export function haveOtherTotals(table: Table, other: Table): boolean {
  const [total, otherTotal] = [totalOf(table), totalOf(other)];
  return total !== undefined && otherTotal !== undefined && !total.eq(otherTotal);
}

/** The total of all rows; in a table of several bodies the first is that of all of them. */
const totalOf = remember((table: Table): Decimal | undefined => {
  const named = anchorsOf(table).get('total') ?? anchorsOf(table).get('income');
  if (named) return named.cell.amount.value;
  const column = table.columns.find(({ kind, totalRank }) => kind === 'amount' && totalRank > 0);
  const row = table.rows.find(({ kind }) => kind === 'total');
  const cell = column && row?.cells[column.index];
  return isAmountCell(cell) ? cell.amount.value : undefined;
});

function isForm(organ: string, other: string): boolean {
  const [a, b] = [compactLabel(organ), compactLabel(other)];
  return a.includes(b) || b.includes(a);
}

/** What stands from one cover to the next. Sentences of another year or stage are held against no table. */
function volume(disclosure: Disclosure, start: Cover, next: Cover | undefined): Disclosure {
  const [first] = disclosure.covers;
  const isAlike = start.year === first?.year && start.stage === first.stage;
  const from = start === first ? 0 : start.line;
  const end = lineOf(next);
  const prose = lazy(() => proseFrom(start, { whole: disclosure.prose, from, end }));
  const { year } = disclosure;
  return {
    organ: start.organ,
    ...(start.kind && { kind: start.kind }),
    ...(start.stage && { stage: start.stage }),
    ...(isAlike && year !== undefined && { year }),
    tables: sameTables(between(disclosure.tables, from, end)),
    covers: between(disclosure.covers, from, end),
    get prose() {
      return prose();
    },
  };
}

/** The tables of one disclosure: the very same list while an edit in another one leaves them alone. */
const sameTables = rememberList<PlacedTable>();

/** Lines of the prose of a document. */
interface Part {
  readonly whole: Prose;
  readonly from: number;
  readonly end: number;
}

/** The prose behind a cover, which is parted from the rest only where any of it is new. */
const proseFrom = rememberLast(
  (_start: Cover, part: Part): Prose => proseWithin(part),
  (a, b) => a.whole === b.whole && a.from === b.from && a.end === b.end,
);

/** The prose between two lines; the very same while all in it is. */
function proseWithin({ whole, from, end }: Part): Prose {
  return asBefore(samePassages(between(whole.passages, from, end)), {
    ...whole,
    headings: between(whole.headings, from, end),
    contents: between(whole.contents, from, end),
    pageMarks: whole.pageMarks.filter((line) => line >= from && line < end),
  });
}

const samePassages = rememberList<PlacedPassage>();

const asBefore = rememberLast(
  (passages: readonly PlacedPassage[], rest: Omit<Prose, 'passages'>): Prose => ({ ...rest, passages }),
  (a, b) =>
    a.basis === b.basis &&
    sameHeadings(a.headings, b.headings) &&
    sameHeadings(a.contents, b.contents) &&
    sameItems(a.pageMarks, b.pageMarks),
);

function sameHeadings(a: readonly PlacedHeading[], b: readonly PlacedHeading[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ line, heading }, index) => line === b[index]?.line && heading === b[index].heading)
  );
}

/** What stands from one line to another. */
function between<T extends { readonly line: number }>(
  items: readonly T[],
  from: number,
  end: number,
): readonly T[] {
  return items.filter(({ line }) => line >= from && line < end);
}

/** Behind the last cover everything is its disclosure's. */
function lineOf(cover: Cover | undefined): number {
  return cover?.line ?? Number.POSITIVE_INFINITY;
}
