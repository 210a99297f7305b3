import { hasWords, isOfWhich, totalRank, wordsOf } from '../disclosure/labels.ts';
import type { Column, Row, Table } from '../disclosure/table.ts';
import { groupedBy } from '../text/lists.ts';
import { compactLabel } from '../text/width.ts';
import { sum } from './interval.ts';
import type { SumRelation, Term } from './relation.ts';
import { isTerm, type Proposal } from './terms.ts';

/** What is counted: posts (编制), people in them (在职, 实有), those who have left (离退休), and vehicles. */
const COUNTED = /编制|人员|人数|在职|在编|实有|离退休|车辆|用车/;
/** Columns of counts, beside which stand numbers of lines, codes and prices, which are quantities as well. */
const COUNTING = new RegExp(`${COUNTED.source}|数量|辆数`);
/** Kinds of posts and of those who hold them, each of which may be a kind of 事业编制. */
const WITHIN_PUBLIC =
  /^(?:参公|参照公务员法?管理|(?:财政)?(?:全额|差额)?(?:拨款|补助|补贴)|自收自支|经费自[理筹])(?:事业)?(?:单位)?(?:编制?|人员)?(?:人?数)?$/;
const PUBLIC = /^事业(?:单位)?(?:编制?|人员)?(?:人?数)?$/;
const OTHER_POSTS =
  /^(?:行政|公务员|政法专项|机关工勤|工勤|后勤服务|员额|其[他它])(?:编制?|人员)?(?:人?数)?$/;
const RETIRED = /^(?:离休|退休|退职)(?:人员|干部)?(?:人?数)?$/;
const VEHICLES = /^(?:公务)?(?:车辆|用车)(?:实有)?数?量?(?:合计|总数|总计|总量)(?:\([辆台]\))?$/;
const VEHICLE_KIND = /(?:用车|车辆)(?:\([辆台]\))?$/;
const OTHER_VEHICLES = /^其[他它](?:用车|车辆)/;
const NUMBER = /^(?:其中:?)?(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])*/;

/** A figure beside the words that name its row. */
interface Counted {
  readonly name: string;
  readonly term: Term | undefined;
}

/**
 * Posts, people and vehicles that a table counts (A22): 编制人数 › 合计 = 行政编制 + 事业编制 across, 合计 over the kinds of posts
 * and 车辆合计 over the kinds of vehicles down a column. Things are counted exactly, so that nothing rounds. Where
 * a list of vehicles does not end with 其他用车 its kinds are no more than all.
 */
export function countSums(table: Table): Proposal[] {
  if (table.cut || table.coded || table.indicators) return [];
  const columns = table.columns.filter(({ kind, label }) => kind === 'quantity' && COUNTING.test(label));
  const rows = table.rows.filter(({ kind, bound }) => bound && (kind === 'data' || kind === 'total'));
  if (columns.length === 0) return [];
  return [
    ...groupsOf(columns).flatMap((group) => rows.flatMap((row) => sumAcross(group, row, table))),
    ...(table.open || table.headless ? [] : sumsDown(rows, columns, table)),
  ];
}

/** Columns under one heading of what is counted. */
function groupsOf(columns: readonly Column[]): readonly (readonly Column[])[] {
  const byHeading = groupedBy(columns, ({ path, rivals }) => {
    const heading = path.slice(0, -1).join('\n');
    return COUNTED.test(heading) && !rivals ? heading : undefined;
  });
  return [...byHeading.values()];
}

function sumAcross(group: readonly Column[], row: Row, table: Table): Proposal[] {
  const [total, second] = group.filter(({ totalRank }) => totalRank > 0);
  const parts = group.filter((column) => column !== total);
  if (!total || second || !areAllKinds(parts.map(({ path }) => path.at(-1) ?? ''))) return [];
  const term = (column: Column) => termOf(row, column, column.label);
  return proposalOf(
    'row-sum',
    term(total),
    parts.map((column) => ({ name: column.label, term: term(column) })),
    { row: countedName(row, total) || (table.title?.text ?? ''), column: total.label },
  );
}

function sumsDown(rows: readonly Row[], columns: readonly Column[], table: Table): Proposal[] {
  const ofPosts = columns.filter(isOfPosts(table));
  return [
    ...columns.flatMap((column) => vehicleSums(namedIn(rows, column), column)),
    ...ofPosts.flatMap((column) => postSums(namedIn(rows, column), column)),
    ...bodySums(rows, ofPosts),
  ];
}

function namedIn(rows: readonly Row[], column: Column): Counted[] {
  return rows.map((row) => {
    const name = countedName(row, column);
    return { name, term: termOf(row, column, name) };
  });
}

/** Whether all the figures of a column are of posts or of people, by the heading over it or the title of the table. */
function isOfPosts(table: Table): (column: Column) => boolean {
  const ofTable = /人员|编制/.test(compactLabel(table.title?.text ?? ''));
  return ({ label }) => ofTable || /编制|人员|人数|在职|实有/.test(compactLabel(label));
}

/** The one total of a column over the kinds that all its other rows are. */
function postSums(named: readonly Counted[], column: Column): Proposal[] {
  const { total, parts } = totalAndParts(named);
  if (!total || !areAllKinds(parts.map(({ name }) => name))) return [];
  return proposalOf('numbered-sum', total.term, parts, { row: total.name, column: column.label });
}

/** Columns in which bodies add up, for one in which they do not to be wrong: of each three it may be one. */
const WITNESSES = 2;

/** 合计 over the bodies of a department, which need not all be listed: the columns show it together. */
function bodySums(rows: readonly Row[], columns: readonly Column[]): Proposal[] {
  const proposals = columns.flatMap((column) => {
    const { total, parts } = totalAndParts(namedIn(rows, column));
    if (!total || areAllKinds(parts.map(({ name }) => name)) || parts.length < 2) return [];
    return proposalOf('total-row', total.term, parts, { row: total.name, column: column.label });
  });
  const holding = proposals.filter(({ relation: { total, parts } }) =>
    sum(parts).eq(total.cell.amount.value),
  );
  const different = new Set(holding.map(({ relation: { total } }) => total.cell.amount.value.toString()));
  different.delete('0');
  const certain =
    different.size >= WITNESSES && holding.length >= WITNESSES * (proposals.length - holding.length);
  return proposals.map(({ relation }) => ({ relation, certain }));
}

/** The one total of a list and all else in it. */
function totalAndParts(named: readonly Counted[]): { total?: Counted; parts: readonly Counted[] } {
  const [total, second] = named.filter(({ name }) => totalRank(name) > 1);
  return total && !second ? { total, parts: named.filter((each) => each !== total) } : { parts: [] };
}

function vehicleSums(named: readonly Counted[], column: Column): Proposal[] {
  const at = named.findIndex(({ name }) => VEHICLES.test(name));
  const total = named[at];
  const below = named.slice(at + 1);
  const end = below.findIndex(({ name }) => !VEHICLE_KIND.test(name) || VEHICLES.test(name));
  const kinds = end === -1 ? below : below.slice(0, end);
  if (!total || kinds.length < 2) return [];
  const place = { row: total.name, column: column.label };
  const isAll = kinds.some(({ name }) => OTHER_VEHICLES.test(bare(name)));
  return proposalOf(isAll ? 'numbered-sum' : 'exceeds-whole', total.term, kinds, place);
}

/** Whether names are kinds of one thing, none of which is a part of another, and as many as make up all of it. */
function areAllKinds(names: readonly string[]): boolean {
  const kinds = names.map((name) => (isOfWhich(name) ? '' : bare(compactLabel(name))));
  const isSome = (pattern: RegExp) => kinds.some((kind) => pattern.test(kind));
  if (kinds.length < 2 || new Set(kinds).size < kinds.length) return false;
  if (kinds.every((kind) => RETIRED.test(kind))) return isSome(/离休/) && isSome(/退休/);
  const arePosts = kinds.every((kind) =>
    [PUBLIC, WITHIN_PUBLIC, OTHER_POSTS].some((each) => each.test(kind)),
  );
  return arePosts && !(isSome(PUBLIC) && isSome(WITHIN_PUBLIC));
}

/** A name without its number and 其中. */
function bare(name: string): string {
  return name.replace(NUMBER, '');
}

function proposalOf(
  rule: 'row-sum' | 'numbered-sum' | 'total-row' | 'exceeds-whole',
  total: Term | undefined,
  parts: readonly Counted[],
  place: Pick<SumRelation, 'row' | 'column'>,
): Proposal[] {
  const terms = parts.flatMap(({ term }) => term ?? []);
  if (!total || terms.length === 0) return [];
  const comparison = rule === 'exceeds-whole' ? ({ comparison: 'at-least' } as const) : {};
  return [{ relation: { rule, total, parts: terms, ...place, ...comparison, counted: true }, certain: true }];
}

/** The words in front of a figure that name its row. */
export function countedName({ cells }: Row, { index }: Column): string {
  const words = cells.slice(0, index).findLast((cell) => cell !== undefined && hasWords(cell.text));
  return words ? compactLabel(wordsOf(words)) : '';
}

/** A count, which is a whole number of at least none. */
function termOf({ cells }: Row, { index }: Column, label: string): Term | undefined {
  const cell = cells[index];
  return isTerm(cell) && cell.amount.value.isInteger() && !cell.amount.value.isNegative()
    ? { cell, label }
    : undefined;
}
