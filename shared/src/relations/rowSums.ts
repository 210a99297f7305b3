import { type Column, hasAmount, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import {
  declaredParts,
  endsSum,
  isAllExpenditure,
  isAllIncome,
  isLoneSubtotal,
  partsInGroup,
  sharesHeading,
} from './declaredParts.ts';
import { holds, type Rounding } from './interval.ts';
import { isOneRow, isPlacedRow, isShownByOthers, isTotalOfGroups } from './loneRowSums.ts';
import {
  addendColumns,
  countsTwice,
  isOnlyPartOfPage,
  lacksPart,
  MANY_COPIES,
  mayHaveLostPart,
} from './rowDoubts.ts';
import {
  isExplainedBySlips,
  isFilled,
  isFlawless,
  relationIn,
  type Support,
  score,
  supportOf,
} from './rowSupport.ts';
import { isUnreadable, type Proposal } from './terms.ts';

/** No real table breaks a total down further; the limit keeps garbage from costing time. */
const MAX_PARTS = 80;
/** One row may be wrong in any table, more only among this many witnesses each. */
const WITNESSES_PER_EXCEPTION = 6;

/** Columns that a total sums. */
interface Parts {
  readonly columns: readonly Column[];
  readonly support: Support;
  /** The header says that they are all there is. */
  readonly declared?: true;
  /** The rows do not bear it out well enough to report a row that disagrees. */
  readonly doubtful?: true;
}

/** What a table shows of its sums beside its rows. */
interface Shown {
  /** Some column is called a total. */
  readonly named: boolean;
  /** It has one row of figures, all of them in their columns: none else can bear out what the header says. */
  readonly oneRow: boolean;
  /** What the header declares is believed though no row bears it out. */
  readonly believesHead: boolean;
}

/** 合计 = its parts across each row (A6, A7, A8, A10, A11), where the header says total and the rows agree. */
export function rowSums(table: Table, rounding: Rounding): Proposal[] {
  const proposals = table.sides.flatMap((side) => sideRowSums(side, isOneRow(table, side), rounding));
  return proposals.map(({ relation, certain }) => ({
    relation,
    certain: certain && (holds(relation, rounding) || !mayHaveLostPart(table, relation)),
  }));
}

/**
 * Reads the columns right to left. A column headed 总计, 合计 or 小计 sums the columns right of it up to the
 * next total of its rank or a higher one; totals below its rank have swallowed their own parts by then. How
 * far the sum reaches is what the rows bear out best. Some tables put the total behind its parts, and some
 * break a column down that no word calls a total; the rows decide on those as well, and without exceptions.
 */
function sideRowSums(side: Side, oneRow: boolean, rounding: Rounding): Proposal[] {
  const believed = isPlacedRow(side) ? proposalsIn(side, oneRow, true, rounding) : [];
  return isShownByOthers(believed, rounding) ? believed : proposalsIn(side, oneRow, false, rounding);
}

/** @param believesHead whether sums that the header declares need no row in which they hold */
function proposalsIn(side: Side, oneRow: boolean, believesHead: boolean, rounding: Rounding): Proposal[] {
  const columns = side.amountColumns.filter((column) => column.kind !== 'of-which');
  const named = columns.some((column) => column.totalRank > 0);
  const proposals: Proposal[] = [];
  const swallowed = new Set<Column>();
  let rest: Column[] = [];
  for (let i = columns.length - 1; i >= 0; i--) {
    const column = columns[i];
    if (!column || swallowed.has(column)) continue;
    const found = partsOf(side, columns, i, rest, { named, oneRow, believesHead }, rounding);
    for (const { relation, certain } of found ? proposalsOf(side, column, found, rounding) : []) {
      const learned = found && !found.declared ? { witnesses: found.support.holding } : {};
      proposals.push({ relation: { ...relation, ...learned }, certain: certain && !found?.doubtful });
    }
    const parts = found && !found.doubtful ? found.columns : uncontradicted(side, column, rest, rounding);
    for (const part of parts) swallowed.add(part);
    rest = rest.filter((each) => !swallowed.has(each));
    rest = [column, ...rest];
  }
  return proposals;
}

function partsOf(
  side: Side,
  columns: readonly Column[],
  index: number,
  rest: readonly Column[],
  { named, oneRow, believesHead }: Shown,
  rounding: Rounding,
): Parts | undefined {
  const total = columns[index];
  if (!total || total.kind === 'empty') return undefined;
  const behind = isIncome(total) ? rest.filter((column) => !/支出/.test(column.label)) : rest;
  const isAll = isAllExpenditure(total, behind) || isAllIncome(total, behind);
  const isAllThere =
    believesHead &&
    index === 0 &&
    isTotalOfGroups(total, behind) &&
    isExplainedBySlips(side, total, behind, rounding);
  if (isAllThere || (isAll && (oneRow || isExplainedBySlips(side, total, behind, rounding))))
    return { columns: behind, support: supportOf(side, total, behind, [], rounding), declared: true };
  const declared = declaredParts(total, behind);
  const support = declared && supportOf(side, total, declared, behind.slice(declared.length), rounding);
  const isBelieved = believesHead && (total.path.length > 1 || support?.lacksPart === false);
  if (declared && support && isOnlyPartOfPage(side, declared, support))
    return { columns: declared, support, doubtful: true };
  if (declared && support && (isBelieved || isRarelyContradicted(support))) {
    const fewer =
      support.failing > 0
        ? (fewerParts(side, total, declared, rounding) ?? partsOfLone(side, total, declared, rounding))
        : undefined;
    return fewer ?? { columns: declared, support, declared: true };
  }
  const copied = copyOf(side, total, behind, named, rounding);
  if (copied) return copied;
  const isCandidate = named || index === 0;
  const right = isCandidate ? partsBehind(side, total, behind, rounding) : undefined;
  if (named && total.totalRank === 0) return right && isFlawless(right.support) ? right : undefined;
  const left = total.totalRank > 0 ? partsInFront(side, columns, index, rounding) : undefined;
  if (left && isFlawless(left.support) && (!right || right.support.failing > 0)) return left;
  if (right && isBorneOut(right.support, named)) return right;
  if (declared && support) return { columns: declared, support, doubtful: true };
  const mayHold = named && right && right.support.holding >= right.support.failing;
  return mayHold ? { ...right, doubtful: true } : undefined;
}

/**
 * The first of the parts that a header declares, where they alone are the total in every row: 基本支出 over 小计, 人员经费
 * and 公用经费 was lost, so that 项目支出 beside it seemed to be a part of the 小计.
 */
function fewerParts(
  side: Side,
  total: Column,
  declared: readonly Column[],
  rounding: Rounding,
): Parts | undefined {
  for (let reach = declared.length - 1; reach > 1; reach--) {
    const columns = declared.slice(0, reach);
    const support = supportOf(side, total, columns, [], rounding);
    const isTotalThere = side.rows.every((entry) => isMended(entry, total, declared, columns, rounding));
    if (support.failing === 0 && support.telling > 0 && isTotalThere) return { columns, support };
  }
  return undefined;
}

/**
 * What a 小计 sums that lost the heading of its group, where no row with a figure in the last of the parts that its words
 * allow bears these out: those in front of it, if such a row has them as its total; else nobody knows.
 */
function partsOfLone(
  side: Side,
  total: Column,
  declared: readonly Column[],
  rounding: Rounding,
): Parts | undefined {
  const last = declared.at(-1);
  if (!last || !isLoneSubtotal(total)) return undefined;
  const telling = side.rows.filter((entry) => isFilled(entry, last));
  const areTotal = (columns: readonly Column[]) =>
    telling.some((entry) => {
      const relation = relationIn(entry, total, columns);
      return relation !== undefined && holds(relation, rounding);
    });
  if (telling.length === 0 || areTotal(declared)) return undefined;
  const columns = declared.slice(0, -1);
  return areTotal(columns)
    ? { columns, support: supportOf(side, total, columns, [], rounding) }
    : { columns: declared, support: supportOf(side, total, declared, [], rounding), doubtful: true };
}

/** Whether a row in which all parts are not the total has it in some of them. */
function isMended(
  entry: SideRow,
  total: Column,
  declared: readonly Column[],
  fewer: readonly Column[],
  rounding: Rounding,
): boolean {
  const [all, some] = [declared, fewer].map((parts) => relationIn(entry, total, parts));
  return !all || holds(all, rounding) || (some !== undefined && holds(some, rounding));
}

/**
 * The total behind a column that is no total and repeats it in nearly every row (采购项目总投资 | 资金来源 › 总计), or
 * whatever stands behind it where no column is called a total. The two may mean different things, so a row that
 * differs is never reported.
 */
function copyOf(
  side: Side,
  column: Column,
  [next]: readonly Column[],
  named: boolean,
  rounding: Rounding,
): Parts | undefined {
  if (column.totalRank > 0 || !next || (named && next.totalRank < 2)) return undefined;
  const support = supportOf(side, column, [next], [], rounding);
  const { holding, failing } = support;
  const isCopy = holding >= MANY_COPIES && failing * WITNESSES_PER_EXCEPTION <= holding + failing;
  return isCopy ? { columns: [next], support, doubtful: true } : undefined;
}

/**
 * The parts of a 小计 by the header alone, where the rows do not tell and do not contradict: nothing is claimed
 * of them, but a total further left must not count them beside their 小计.
 */
function uncontradicted(
  side: Side,
  total: Column,
  rest: readonly Column[],
  rounding: Rounding,
): readonly Column[] {
  const parts = total.totalRank > 0 ? partsInGroup(total, rest) : [];
  return supportOf(side, total, parts, [], rounding).failing === 0 ? parts : [];
}

/** 收入合计 is no sum of expenditure, however often the two agree. */
function isIncome({ label, totalRank }: Column): boolean {
  return totalRank > 0 && /收入/.test(label) && !/支出/.test(label);
}

function partsBehind(
  side: Side,
  total: Column,
  rest: readonly Column[],
  rounding: Rounding,
): Parts | undefined {
  const barrier = rest.findIndex((column) => total.totalRank > 0 && endsSum(column, total));
  const limit = Math.min(barrier === -1 ? rest.length : barrier, MAX_PARTS);
  const declared = rest.findIndex((column) => !sharesHeading(column, total));
  let best: Parts | undefined;
  for (let reach = 1; reach <= limit; reach++) {
    // Empty columns change nothing, so they belong to whatever stands before them.
    if (reach < limit && reach !== declared && rest[reach]?.kind === 'empty') continue;
    const columns = rest.slice(0, reach);
    const support = supportOf(side, total, columns, rest.slice(reach, limit), rounding);
    const gain = best ? score(support) - score(best.support) : 1;
    // Of equals the header's own group is taken, else the longest reach, so that blanks stay in the sum.
    if (gain > 0 || (gain === 0 && best?.columns.length !== declared)) best = { columns, support };
  }
  return best;
}

/** All columns in front of a total, back to the total before it. */
function partsInFront(
  side: Side,
  columns: readonly Column[],
  index: number,
  rounding: Rounding,
): Parts | undefined {
  const total = columns[index];
  const before = columns.slice(0, index);
  const parts = before.slice(before.findLastIndex((column) => column.totalRank > 0) + 1);
  if (!total || parts.length < 2 || parts.length > MAX_PARTS) return undefined;
  return { columns: parts, support: supportOf(side, total, parts, [], rounding) };
}

/**
 * Thresholds found on real documents: with a header word two witnesses, and exceptions few beside them;
 * exceptions to mere copies count only beside many of them. Without a header word three telling witnesses
 * and at most a quarter of exceptions.
 */
function isBorneOut({ holding, failing, telling, wide, lacksPart }: Support, named: boolean): boolean {
  const witnesses = holding + failing;
  if (!named) return telling >= 3 && failing * 4 <= witnesses && !lacksPart;
  if (failing === 0) return holding >= 2 || telling >= 1;
  if (failing === 1 && wide > 0 && !lacksPart) return true;
  if (lacksPart || (failing > 1 && failing * WITNESSES_PER_EXCEPTION > witnesses)) return false;
  return telling >= 1 ? holding >= 2 : holding >= MANY_COPIES;
}

/** Where the header declares the sum, one row in two may be wrong, but then only one. */
function isRarelyContradicted({ holding, failing, lacksPart }: Support): boolean {
  return !lacksPart && (failing <= 1 ? holding > 0 : holding >= 3 * failing);
}

/** A remark behind the amounts may name a source of funds that has no column. */
function hasRemark({ row }: SideRow, total: Column): boolean {
  return row.cells
    .slice(total.index + 1)
    .some((cell) => cell && !cell.amount && /其他|含|另|单位资金/.test(cell.text));
}

/**
 * The sums of all rows. A row whose total is not split leaves the sums above it without that part, so those
 * are certain only in tables where every row is split.
 */
function proposalsOf(
  side: Side,
  total: Column,
  { columns: parts, declared }: Parts,
  rounding: Rounding,
): Proposal[] {
  const isSplit = (entry: SideRow) => parts.some((column) => hasAmount(entry.row.cells[column.index]));
  const unsplit = side.rows.some(
    (entry) => entry.row.kind === 'data' && isFilled(entry, total) && !isSplit(entry),
  );
  const sums = side.rows.flatMap((entry) => {
    const relation = relationIn(entry, total, parts);
    return relation ? { entry, relation, agrees: holds(relation, rounding) } : [];
  });
  const addends = new Set(sums.flatMap(({ relation, agrees }) => (agrees ? addendColumns(relation) : [])));
  return sums.map(({ entry, relation, agrees }) => {
    const gathers = entry.row.kind === 'total' || (entry.row.code?.digits.length ?? 7) < 7;
    const readable = !parts.some((column) => isLost(entry, column)) && !hasRemark(entry, total);
    const understood =
      agrees ||
      declared ||
      !(lacksPart(entry, relation, rounding) || countsTwice(relation, addends, rounding));
    return { relation, certain: readable && understood && !(unsplit && gathers) };
  });
}

/** Whether a part has no figure that can be read. */
function isLost(entry: SideRow, column: Column): boolean {
  return isUnreadable(entry, column) && !entry.row.cells[column.index]?.unplaced;
}
