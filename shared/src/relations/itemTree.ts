import { isOfWhich } from '../disclosure/labels.ts';
import type { Column, SideRow } from '../disclosure/table.ts';
import { type Decimal, Money } from '../text/money.ts';
import { type Numbering, parseNumbering } from '../text/numbering.ts';
import { compactLabel } from '../text/width.ts';
import { termAt } from './terms.ts';

/** Shallow to deep. Which kinds a list uses is free; deeper kinds are sub-items of shallower ones. */
const DEPTH: Readonly<Record<Numbering['kind'], number>> = {
  chinese: 1,
  'chinese-brackets': 2,
  arabic: 3,
  'arabic-brackets': 4,
  circled: 5,
};

/** Words that head a breakdown of all expenditure; the same money is broken down anew under the next of them. */
const SCHEME = /^(?:(?:部门|政府)(?:预算)?(?:支出)?)?经济分类(?:科目)?$/;
const PURPOSE = /^(?:基本支出|项目支出|上缴上级支出|(?:事业单位)?经营支出|对附属单位补助支出)$/;
/** 类 of 部门预算支出经济分类, by their present names and their old ones, and the kinds of projects. */
const NATURE =
  /^(?:按项目管理的)?(?:工资福利性?支出|(?:一般|业务性|专项)?商品和服务支出|对个人和家庭的?补助(?:支出)?|债务利息(?:及费用)?支出|(?:一般|其他)?资本性支出(?:\(基本建设\))?|对企业补助(?:支出)?(?:\(基本建设\))?|对企事业单位的补贴|对社会保障基金补助|其他支出|(?:部门|公共)项目(?:\(专项资金\))?支出)$/;

/** Fiscal funds carried over, and the budgets that they are of in the rows below. */
const CARRIED = /^(?:年初|年末|上年|本年)?财政拨款结转(?:[和及]?结余)?$/;
const BUDGET = /^(?:一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/;
const FISCAL = /^(?:本年)?财政拨款(?:收入|资金)?$/;

/** How deep the rows of a list stand that have no rows of their own below them. */
const LEAF = 2;

/** A row of a numbered list with the rows below it. */
export interface Item {
  readonly entry: SideRow;
  readonly depth: number;
  /** Set for 其中 and for the numbers that go on from one: 其中：(1)… and then (2)…. */
  readonly ofWhich: boolean;
  readonly children: Item[];
}

/** 一、本年收入 and 一、本年支出 are all of the rows below them, numbered or not. */
export function isWholeYear(entry: SideRow): boolean {
  return /^本年(?:收入|支出)$/.test(nameWithoutNumber(entry));
}

/**
 * The rows below 一、本年支出 that number themselves anew in the same way: 一、一般公共服务支出 … 二十七、, in front of
 * 二、结转下年.
 */
export function numberedAnew(entries: readonly SideRow[]): ReadonlySet<SideRow> {
  const anew = new Set<SideRow>();
  let whole: Numbering | undefined;
  let last = 0;
  for (const entry of entries) {
    const { numbering } = entry;
    if (isWholeYear(entry)) {
      whole = numbering;
      last = 0;
    } else if (whole && numbering?.kind === whole.kind) {
      const goesOn = last === 0 ? numbering.value === 1 : numbering.value > last;
      if (goesOn && !(numbering.value === whole.value + 1 && /结转|结余/.test(nameWithoutNumber(entry)))) {
        anew.add(entry);
        last = numbering.value;
      } else whole = undefined;
    }
  }
  return anew;
}

/** Half a step deeper than the item that has the same kind of number. */
const ANEW = 0.5;

/** Hangs rows below the items they belong to, by their numbers or, without numbers, by what is known of their names. */
export function nest(entries: readonly SideRow[]): Item[] {
  const numbered = entries.some((entry) => entry.numbering);
  const named = entries.find((entry) => compactLabel(entry.label) !== '');
  const plainDepth = numbered && named?.numbering ? Number.MAX_SAFE_INTEGER : 0;
  const isNamed = !numbered && entries.some((entry) => isHead(entry));
  const anew = numberedAnew(entries);
  const roots: Item[] = [];
  const open: Item[] = [];
  let part: Numbering | undefined;
  let isCarried = false;
  for (const entry of entries) {
    if (compactLabel(entry.label) === '') continue;
    const own = isOfWhich(entry.label) ? numberAfterOfWhich(entry.label) : entry.numbering;
    const ofWhich = isOfWhich(entry.label) || goesOnFrom(part, own);
    if (ofWhich) part = own;
    else if (own) part = undefined;
    // Where a list begins with a number, a row without one is a sub-item; where it does not, a heading.
    const name = nameWithoutNumber(entry);
    const isBudget: boolean = isCarried && BUDGET.test(name);
    isCarried = isBudget || CARRIED.test(name);
    const plain = isNamed ? depthByName(entry) : plainDepth;
    const number = entry.numbering && DEPTH[entry.numbering.kind] + (anew.has(entry) ? ANEW : 0);
    const depth = number ?? (isBudget ? plain + LEAF : plain);
    const item: Item = { entry, depth, ofWhich, children: [] };
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    (open.at(-1)?.children ?? roots).push(item);
    open.push(item);
  }
  return roots;
}

/** The number of 其中：（1）公务用车购置费, which stands behind the word. */
function numberAfterOfWhich(label: string): Numbering | undefined {
  return parseNumbering(compactLabel(label).replace(/^其中:?/, ''));
}

function goesOnFrom(part: Numbering | undefined, own: Numbering | undefined): boolean {
  return part !== undefined && own?.kind === part.kind && own.value === part.value + 1;
}

/** The rows that count: items, or in place of an item left blank its sub-items. 其中 rows never count. */
export function topRows(items: readonly Item[], column: Column): SideRow[] {
  return items.flatMap(({ entry, ofWhich, children }) => {
    if (ofWhich) return [];
    return termAt(entry, column) ? [entry] : topRows(children, column);
  });
}

/** All rows as if each stood for itself, but for 其中 below an item that has a figure, and so takes it in. */
export function flatRows(items: readonly Item[], column: Column): SideRow[] {
  return items.flatMap(({ entry, children }) => {
    const whole = termAt(entry, column);
    return [entry, ...flatRows(whole ? children.filter(({ ofWhich }) => !ofWhich) : children, column)];
  });
}

/** The rows of items and of all their sub-items. */
export function entriesOf(items: readonly Item[]): SideRow[] {
  return items.flatMap(({ entry, children }) => [entry, ...entriesOf(children)]);
}

/** The rows that no others break down in a column: where an item has sub-items with figures, these. */
export function leafRows(items: readonly Item[], column: Column): SideRow[] {
  return items.flatMap(({ entry, ofWhich, children }) => {
    if (ofWhich) return [];
    const leaves = leafRows(children, column);
    return leaves.some((leaf) => termAt(leaf, column)) ? leaves : [entry];
  });
}

function isHead(entry: SideRow): boolean {
  return depthByName(entry) < LEAF;
}

/** In a list with such heads all other rows are parts of what the nearest head says, whatever they are called. */
function depthByName(entry: SideRow): number {
  const name = nameWithoutNumber(entry);
  if (SCHEME.test(name)) return 0;
  return PURPOSE.test(name) ? 1 : LEAF;
}

/** The name of a row without its number. */
export function nameWithoutNumber({ label, numbering }: SideRow): string {
  return compactLabel(label).slice(numbering?.length ?? 0);
}

/**
 * Whether an item is broken down by definition into all it is: 基本支出 and 项目支出 by 经济分类, and 经济分类 itself,
 * by that or into 基本支出 and 项目支出.
 */
export function isBrokenDownByNature({ entry, children }: Item): boolean {
  const isScheme = SCHEME.test(nameWithoutNumber(entry));
  if (children.length < 2 || !(isScheme || PURPOSE.test(nameWithoutNumber(entry)))) return false;
  const areAll = (names: RegExp) => children.every((child) => names.test(nameWithoutNumber(child.entry)));
  return areAll(NATURE) || (isScheme && areAll(PURPOSE));
}

/**
 * Whether an item is fiscal funds broken down by the budgets: what was carried over by all three, what is appropriated by
 * two at least, for a form may leave out 国有资本经营预算.
 */
export function isBrokenDownByBudget({ entry, children }: Item): boolean {
  const names = new Set(children.map((child) => nameWithoutNumber(child.entry)));
  const least = CARRIED.test(nameWithoutNumber(entry))
    ? 3
    : FISCAL.test(nameWithoutNumber(entry))
      ? 2
      : Number.POSITIVE_INFINITY;
  return names.size >= least && [...names].every((name) => BUDGET.test(name));
}

/** 货物, 工程 and 服务 are all that is bought by law (政府采购法第二条). */
const KINDS_OF_PURCHASE = [
  /^(?:政府采购)?[A-C]?货物(?:类|支出|采购)?$/,
  /^(?:政府采购)?[A-C]?工程(?:类|支出|采购)?$/,
  /^(?:政府采购)?[A-C]?服务(?:类|支出|采购)?$/,
];

/** Whether the rows of a list are these kinds, one each. */
export function areAllKindsOfPurchase(entries: readonly SideRow[]): boolean {
  const labels = entries.map(({ label }) => compactLabel(label));
  return (
    labels.length === KINDS_OF_PURCHASE.length &&
    KINDS_OF_PURCHASE.every((pattern) => labels.some((label) => pattern.test(label)))
  );
}

/** The lists of a block that breaks the same money down in several ways, each below its own head. */
export function schemesIn(entries: readonly SideRow[]): readonly (readonly SideRow[])[] {
  const heads = entries.flatMap((entry, index) => (SCHEME.test(nameWithoutNumber(entry)) ? index : []));
  if (heads.length < 2 || heads[0] !== 0) return [entries];
  return heads.map((from, at) => entries.slice(from, heads[at + 1]));
}

/**
 * The rows that count when a row is followed by rows that add up to it: nothing else marks sub-items in
 * lists without numbers.
 */
export function impliedTops(entries: readonly SideRow[], column: Column): SideRow[] {
  const filled = entries.filter((entry) => termAt(entry, column) && !isOfWhich(entry.label));
  const amountOf = (entry: SideRow | undefined) => entry && termAt(entry, column)?.cell.amount.value;
  const tops: SideRow[] = [];
  for (let i = 0; i < filled.length; i++) {
    const top = filled[i];
    const whole = amountOf(top);
    if (!top || !whole) continue;
    tops.push(top);
    let sum = amountOf(filled[i + 1]);
    for (let next = i + 2; next < filled.length && sum?.lt(whole); next++) {
      sum = sum.plus(amountOf(filled[next]) ?? 0);
      if (sum.eq(whole)) i = next;
    }
  }
  return tops;
}

/** Fewer figures below a row that they add up to are no breakdown for certain. */
const MIN_BROKEN_DOWN = 2;

/**
 * The rows that count in a list without numbers that shows 类, 款 and 项 by nothing but how far their names are set in:
 * each row is followed by those that add up to it, at any depth. Undefined where no row is followed by several such.
 */
export function nestedTops(entries: readonly SideRow[], column: Column): SideRow[] | undefined {
  const filled = entries.filter(({ label }) => !isOfWhich(label)).flatMap((entry) => figureOf(entry, column));
  const amounts = filled.map(({ amount }) => amount);
  const several = endsOfItems(amounts, MIN_BROKEN_DOWN);
  if (several.every((end, index) => end === index + 1)) return undefined;
  // In such a list a row that repeats the one above it is all of that: 住房保障支出, 住房改革支出.
  const ends = endsOfItems(amounts, 1);
  const tops: SideRow[] = [];
  for (let index = 0; index < filled.length; index = ends[index] ?? filled.length) {
    const top = filled[index];
    if (top) tops.push(top.entry);
  }
  return tops;
}

function figureOf(entry: SideRow, column: Column): { readonly entry: SideRow; readonly amount: Decimal }[] {
  const amount = termAt(entry, column)?.cell.amount.value;
  return amount && !amount.isZero() ? [{ entry, amount }] : [];
}

/** Where each item ends: behind so many rows, at least, with all that is theirs, that add up to it, or behind itself. */
function endsOfItems(amounts: readonly Decimal[], least: number): readonly number[] {
  const ends: number[] = [];
  for (let index = amounts.length - 1; index >= 0; index--) {
    let left = amounts[index] ?? new Money(0);
    let [end, parts] = [index + 1, 0];
    while (left.gt(0) && end < amounts.length) {
      left = left.minus(amounts[end] ?? 0);
      end = ends[end] ?? end + 1;
      parts++;
    }
    ends[index] = left.isZero() && parts >= least ? end : index + 1;
  }
  return ends;
}
