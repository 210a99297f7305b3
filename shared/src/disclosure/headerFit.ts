import { parseNumbering } from '../text/numbering.ts';
import { compactLabel } from '../text/width.ts';
import type { HeadLine } from './headings.ts';
import { totalRank } from './labels.ts';
import type { Column, ColumnKind } from './table.ts';
import { kindOfHeading } from './unmarked/leaves.ts';

/** Headings of columns that name or describe rows. Columns of codes may look like amounts and are left out. */
const NAMING =
  /^(?:(?:收入|支出)?项目|[^、]{0,6}科目|[^、]{0,8}(?:名称|功能分类|经济分类)|(?:科目名称)?[类款项]|备注|说明|计量单位|承接主体|规格要求|[^、]{0,8}内容)$/;
/** Headings of columns of money. */
const MONEY =
  /^(?:合计|总计|小计|[^、]{0,6}[预决]算数|本年[预决]算|收入总计|支出总计|基本支出|项目支出|人员经费|公用经费)$/;

/** Several items of a list, which stand in rows (九、卫生健康支出十、节能环保支出). */
const LISTED = /[一二三四五六七八九十]、.+[一二三四五六七八九十]、/;

/** Headings are numbered where a table has a column for each source of money, which are not more. */
const MOST_COLUMNS = 14;

/**
 * Whether the header stands over the body. It slid where 科目名称 stands over figures or 合计 over names, where
 * the first total has no figure while its parts have, or where figures in the midst have no heading at all.
 *
 * @param kinds what the columns hold, told from their cells
 */
export function fitsBody(columns: readonly Column[], kinds: readonly ColumnKind[]): boolean {
  const filled = columns.filter(({ index }) => kinds[index] === 'amount');
  const [first] = filled;
  const money = filled.filter(({ kind }) => kind === 'amount' || kind === 'of-which');
  const total = columns.find(({ path }) => totalRank(path.at(-1) ?? '') >= 2);
  if (!first) return true;
  const isHeaded = ({ path }: Column): boolean => path.length > 0;
  return (
    !filled.some((column) => isNameOver(column, columns) || isRowName(ownHeading(column.path))) &&
    !columns.some((column) => kinds[column.index] === 'text' && MONEY.test(ownHeading(column.path))) &&
    !(total && kinds[total.index] === 'empty' && total.index < first.index) &&
    !columns.some(({ path }) => path.some((heading) => LISTED.test(heading))) &&
    !columns.some((column) => isLeftBlank(column, kinds)) &&
    !standsRight(columns, kinds) &&
    money.slice(money.findIndex(isHeaded), money.findLastIndex(isHeaded) + 1).every(isHeaded)
  );
}

/** 项目 beside 基本 is short for 项目支出, unless that has a column of its own. */
export function isShort(heading: string, others: readonly string[]): boolean {
  return (
    heading === '项目' &&
    others.some((other) => /^基本(?:支出)?$/.test(other)) &&
    !others.some((other) => /^项目(?:支出|经费)/.test(other))
  );
}

function isNameOver({ path }: Column, columns: readonly Column[]): boolean {
  const heading = ownHeading(path);
  const others = columns.map((each) => ownHeading(each.path));
  return NAMING.test(heading) && !isShort(heading, others);
}

/** Whether a heading of any line that names rows stands over amounts. */
export function headsWords(lines: readonly HeadLine[], isAmount: (column: number) => boolean): boolean {
  const headings = lines.flat();
  const texts = headings.map(({ text }) => text);
  return headings.some(({ column, text }) => isAmount(column) && namesRows(text) && !isShort(text, texts));
}

/** A page that begins in the midst of a list has a row of it for a header: 233债务发行费用, 二十七、… */
function isRowName(heading: string): boolean {
  return (
    /^\d{3,7}(?!年)[\u4e00-\u9fff]/.test(heading) || (parseNumbering(heading)?.value ?? 0) > MOST_COLUMNS
  );
}

/** Names of a block abreast that are all blank, beside figures. */
function isLeftBlank(column: Column, kinds: readonly ColumnKind[]): boolean {
  const { index } = column;
  return (
    kinds[index] === 'empty' &&
    kinds[index + 1] === 'amount' &&
    kinds.indexOf('amount') < index &&
    isNaming(ownHeading(column.path))
  );
}

/** The first column of figures is blank under its heading, and behind the last heading there are figures. */
function standsRight(columns: readonly Column[], kinds: readonly ColumnKind[]): boolean {
  const holds = (kind: ColumnKind | undefined) => kind === 'amount' || kind === 'empty';
  const first = columns.find(({ index, path }) => path.length > 0 && holds(kinds[index]));
  const last = columns.findLastIndex(({ path }) => path.length > 0);
  return (
    first !== undefined &&
    kinds[first.index] === 'empty' &&
    kinds.slice(last + 1).some((kind) => kind === 'amount')
  );
}

/** The last heading over a column, without what stands in brackets. */
function ownHeading(path: readonly string[]): string {
  return compactLabel(path.at(-1) ?? '').replace(/\([^()]*\)/g, '');
}

/** Whether a heading is that of a column of words, which name or describe rows. */
export function namesRows(heading: string): boolean {
  return NAMING.test(ownHeading([heading]));
}

/** Whether every column that holds anything has headings of its own, and all of them say what it holds. */
export function fitsKinds(own: ReadonlyMap<number, HeadLine>, kinds: readonly ColumnKind[]): boolean {
  return kinds.every((kind, column) => {
    const headings = own.get(column) ?? [];
    return kind === 'empty' || (headings.length > 0 && headings.every(({ text }) => mayHead(text, kind)));
  });
}

function mayHead(heading: string, kind: ColumnKind): boolean {
  const says = kindOfHeading(heading);
  if (kind === 'text') return says === 'name' || says === 'text';
  return kind === 'code' ? says === 'code' || says === 'name' : says !== 'name';
}

/** Whether a heading names what stands in the rows. */
export function isNaming(heading: string): boolean {
  const says = kindOfHeading(heading);
  return says === 'name' || says === 'code';
}
