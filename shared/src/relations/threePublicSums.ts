import { totalRank } from '../disclosure/labels.ts';
import { type Column, holdsMoney, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { isBesideThreePublic, isOfMeetings, nameOfItem } from '../syntax/threePublicHeadings.ts';
import { WHOLE_TOTAL } from '../text/totalWords.ts';
import { compactLabel } from '../text/width.ts';
import { sum } from './interval.ts';
import type { SumRelation, Term } from './relation.ts';
import { areInColumns, slidThreePublic } from './slidThreePublic.ts';
import { columnSum, isUnreadable, type Proposal, termAt } from './terms.ts';
import { type Concept, conceptOf } from './threePublicConcepts.ts';

const PARTS = ['abroad', 'vehicles', 'reception'] as const;
const VEHICLE_PARTS = ['purchase', 'running'] as const;

/** Figures of one year that stand beside or below each other, each by what it is. */
type Group = ReadonlyMap<Concept, Place>;

/** A column of a row, or a row of a column; blank where no term is. */
interface Place {
  readonly term: Term | undefined;
  readonly readable: boolean;
}

/**
 * “三公”经费 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费, and 公务用车 = 购置费 + 运行费 (A12): by
 * definition, so that one row alone shows it. Said of tables in which every column of the year is one of these.
 */
export function threePublicSums(table: Table): Proposal[] {
  const [side, second] = table.sides;
  if (table.role !== 'three-public' || table.open || table.headless) return [];
  // Beside a form of “三公”经费 another may stand, as that of vehicles and of what was bought does.
  if (second) return table.sides.flatMap(sumsDown);
  const groups = side ? sidesOfComparison(side.amountColumns).flatMap(groupsOf) : [];
  const areUnderHeadings = groups.length > 0 && table.rows.every((row) => areInColumns(table, row));
  const slid = areUnderHeadings ? [] : slidThreePublic(table);
  if (!side || slid.length > 0) return slid;
  const others = side.amountColumns.filter(isOther);
  if (groups.length > 0) {
    return side.rows.flatMap((entry) =>
      entry.row.bound && areInColumns(table, entry.row)
        ? [
            ...groups.flatMap((group) =>
              sumsAcross(entry, group, nameOf(entry, table)).filter(
                ({ relation }) =>
                  isUnderThreePublic(group.get('whole')) || !isNearerWith(others, entry, relation),
              ),
            ),
            ...sumWithMeetings(side.amountColumns, groups, entry, nameOf(entry, table)),
          ]
        : [],
    );
  }
  return sumsDown(side);
}

/** In tables that print one item a row. */
function sumsDown({ rows, amountColumns }: Side): Proposal[] {
  return amountColumns.flatMap((column) => [...vehiclesBelow(rows, column), ...wholeAbove(rows, column)]);
}

const COMPARED = /^(?:年初|全年)?(?:预|决)算数$/;

/** The columns of 预算数 and those of 决算数 where each item has both beside each other; else all of them. */
function sidesOfComparison(columns: readonly Column[]): readonly (readonly Column[])[] {
  const nameOf = ({ path }: Column) => (path.length > 1 ? compactLabel(path.at(-1) ?? '') : '');
  if (!columns.every((column) => COMPARED.test(nameOf(column)))) return [columns];
  return [...new Set(columns.map(nameOf))].map((name) =>
    columns.filter((column) => nameOf(column) === name).map(underItem),
  );
}

/** A column as its item heads it: 公务接待费 › 决算数 is 公务接待费. */
function underItem(column: Column): Column {
  const path = column.path.slice(0, -1);
  return { ...column, path, totalRank: totalRank(path.at(-1) ?? '') };
}

/** A table of one body needs no names of rows: its title says whose they are. */
function nameOf({ label }: SideRow, { title }: Table): string {
  return label || (title?.text ?? '');
}

/** 合计 = “三公”经费小计 + 会议费 + 培训费, where a table has these columns and no others. */
function sumWithMeetings(
  columns: readonly Column[],
  groups: readonly ReadonlyMap<Concept, Column>[],
  entry: SideRow,
  row: string,
): Proposal[] {
  const [total] = columns;
  const [group, second] = groups;
  const whole = group?.get('whole');
  const others = columns.filter(isOther);
  if (
    !total ||
    !whole ||
    second ||
    !isUnderThreePublic(whole) ||
    total.totalRank < 2 ||
    isUnderThreePublic(total)
  )
    return [];
  if (others.map(({ path }) => compactLabel(path[0] ?? '')).join() !== '会议费,培训费') return [];
  const parts = [whole, ...others].map((column): Place => placeOf(entry, column));
  return sumOf(placeOf(entry, total), parts, row, total.label);
}

/**
 * The columns of each year, from a total up to the next; none where any column is something else. A 小计 in
 * front of the last part is that of 公务用车, whose heading may be lost.
 */
function groupsOf(columns: readonly Column[]): ReadonlyMap<Concept, Column>[] {
  const groups: Map<Concept, Column>[] = [];
  for (const [index, column] of columns.entries()) {
    if (column.aside || column.rivals) return [];
    const open = groups.at(-1);
    if (isOther(column) && (isUnderThreePublic(open?.get('whole')) || column.partial)) continue;
    const own = conceptOf(column);
    const opensVehicles = conceptOf(columns[index + 1]) === 'purchase' && open?.has('abroad') === true;
    const isWithin =
      own === 'whole' && column.totalRank === 1 && (open?.has('reception') === false || opensVehicles);
    const isOwn = isWithin && isUnderThreePublic(column) && !isUnderThreePublic(open.get('whole'));
    const concept = isWithin && !isOwn ? 'vehicles' : own;
    // The columns of a cell that was merged are blank but for the first.
    if (column.kind === 'empty' && (!concept || open?.has(concept))) continue;
    // The total in front was that of “三公”经费 and of what stands beside it.
    if (isOwn && open.size === 1) groups.pop();
    if (concept === 'whole') groups.push(new Map());
    const group = groups.at(-1);
    if (!concept || !group || group.has(concept)) return [];
    group.set(concept, column);
  }
  const areWhole = groups.every((group) => group.has('abroad') && group.has('reception') && group.size > 3);
  return areWhole ? groups : [];
}

/** What stands beside “三公”经费 in some regions and is no part of it (A12). */
function isOther({ path }: Column): boolean {
  const [heading, below] = path;
  if (heading === undefined || below !== undefined) return false;
  const name = compactLabel(heading).replace(/^\d{4}年|[预决]算数?$/g, '');
  return isOfMeetings(name) || /^机关运行(?:经)?费$/.test(name);
}

/**
 * Whether a total comes nearer to its parts with what stands beside “三公”经费 than to these alone: where it is not known
 * which columns the heading “三公”经费 is over, it may be that of all.
 */
function isNearerWith(others: readonly Column[], entry: SideRow, { total, parts }: SumRelation): boolean {
  const missing = total.cell.amount.value.minus(sum(parts));
  const beside = sum(others.flatMap((column) => termAt(entry, column) ?? []));
  return missing.minus(beside).abs().lt(missing.abs());
}

/** Whether a total is said to be of “三公”经费 alone, by the heading over it or its own (“三公”经费合计). */
function isUnderThreePublic(total: Column | undefined): boolean {
  return total !== undefined && /三公/.test(total.label);
}

function sumsAcross(entry: SideRow, columns: ReadonlyMap<Concept, Column>, row: string): Proposal[] {
  const group: Group = new Map([...columns].map(([concept, column]) => [concept, placeOf(entry, column)]));
  const sumIn = (whole: Concept, parts: readonly Concept[]) =>
    sumOf(
      group.get(whole),
      parts.flatMap((concept) => group.get(concept) ?? []),
      row,
      columns.get(whole)?.label ?? '',
    );
  // Where the heading of one part of 公务用车 could not be read, the other is not all of it.
  if (!VEHICLE_PARTS.every((part) => group.has(part))) return [];
  return [...sumIn('whole', partsOf(group)), ...sumIn('vehicles', VEHICLE_PARTS)];
}

function placeOf(entry: SideRow, column: Column): Place {
  const term = termAt(entry, column);
  return { term: term && { ...term, label: column.label }, readable: !isUnreadable(entry, column) };
}

/** 公务用车 stands for its parts where it has a figure. */
function partsOf(group: Group): readonly Concept[] {
  return ['abroad', ...(group.get('vehicles')?.term ? (['vehicles'] as const) : VEHICLE_PARTS), 'reception'];
}

function sumOf(whole: Place | undefined, places: readonly Place[], row: string, column: string): Proposal[] {
  const total = whole?.term;
  const terms = places.flatMap(({ term }) => term ?? []);
  if (!total || terms.length === 0) return [];
  const relation: SumRelation = { rule: 'row-sum', total, parts: terms, row, column };
  return [{ relation, certain: places.every(({ readable }) => readable) }];
}

/**
 * In tables that print one item a row: “三公”经费合计 over its three parts, whatever stands below them (会议费, 培训费); 合计
 * without more words where nothing else is in the table.
 */
function wholeAbove(rows: readonly SideRow[], column: Column): Proposal[] {
  const isAlone = !rows.some(({ label }) => isBesideThreePublic(label));
  const isOfItems = rows.every((entry) => conceptOfRow(entry) !== undefined || !termAt(entry, column));
  const at = rows.findIndex(({ label }) => {
    const name = nameOfItem(label).replace(/[“”"]/g, '');
    return (
      /^三公经费(?:支出)?(?:[小合总]计)?$/.test(name) ||
      (isAlone && /^支出[合总]计$/.test(name)) ||
      (isOfItems && WHOLE_TOTAL.test(name))
    );
  });
  const whole = rows[at];
  const below = rows.slice(at + 1).map((entry) => ({ entry, concept: conceptOfRow(entry) }));
  const end = below.findIndex(({ concept }) => concept === undefined);
  const listed = end === -1 ? below : below.slice(0, end);
  const parts = PARTS.flatMap((part) => listed.filter(({ concept }) => concept === part));
  const areAll =
    PARTS.every((part, index) => parts[index]?.concept === part) && parts.length === PARTS.length;
  if (!whole || !areAll) return [];
  return sumBelow(
    whole,
    parts.map(({ entry }) => entry),
    column,
  );
}

/** The sum of rows below another, certain where the figures of all can be read. */
function sumBelow(whole: SideRow, parts: readonly SideRow[], column: Column): Proposal[] {
  const relation = columnSum('numbered-sum', termAt(whole, column), parts, column);
  if (!holdsMoney(column) || !relation) return [];
  return [{ relation, certain: parts.every((part) => part.row.bound && !isUnreadable(part, column)) }];
}

function conceptOfRow({ label }: SideRow): Concept | undefined {
  return conceptOf({ path: [nameOfItem(label)], partial: false });
}

/** In tables that print one item a row: the two parts of 公务用车 below it, numbered or 其中. */
function vehiclesBelow(rows: readonly SideRow[], column: Column): Proposal[] {
  const conceptAt = (entry: SideRow | undefined) => entry && conceptOfRow(entry);
  return rows.flatMap((entry, index) => {
    const parts = rows.slice(index + 1, index + 3);
    const found = new Set(parts.map(conceptAt));
    if (conceptAt(entry) !== 'vehicles' || !found.has('purchase') || !found.has('running')) return [];
    return sumBelow(entry, parts, column);
  });
}
