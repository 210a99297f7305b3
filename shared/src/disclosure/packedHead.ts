import type { Amount } from '../text/amount.ts';
import { type Decimal, halfOf, Money } from '../text/money.ts';
import { closedHeadWidth } from './closedHead.ts';
import { fitsKinds } from './headerFit.ts';
import { type HeadLine, headLines } from './headings.ts';
import { isComplete, tilesOf } from './headShape.ts';
import { isRatioLabel, totalRank } from './labels.ts';
import type { ReadRow } from './rows.ts';
import { agreed, groupsFit, type StraightHead } from './straighten.ts';
import type { ColumnKind } from './table.ts';

/** What the body of a table holds. */
export interface PackedBody {
  readonly kinds: readonly ColumnKind[];
  /** Whether figures of a column have signs of percentages. */
  readonly percents: readonly boolean[];
  readonly rows: readonly ReadRow[];
}

/** A header with more headings in a line is not taken apart. */
const MOST_HEADINGS = 12;
/** Of so many rows all but one in five show what a column is. */
const SHOWING_SHARE = 0.8;
const MIN_SHOWING = 2;

/**
 * A header whose lines were packed to the left. Programs that take tables from web pages print the cells of each row one
 * behind the other and put the blanks that merged cells leave at its end: `项目 | 2022年 | 2023年 | 增减 | |` stands above
 * `金额 | 比例 | | | |`. Which heading is that of the group below it shows by what the columns hold: names and figures,
 * percentages of others, totals of the columns beside them. A header that lost its blank cells altogether is taken apart
 * likewise. Undefined for a header that was not packed.
 */
export function unpackedHead(header: readonly ReadRow[], body: PackedBody): StraightHead | undefined {
  // A row with a single word is over all columns: the number of the form, say.
  const packed = header.filter(({ node }) => (headLines([node.cells])[0]?.length ?? 0) > 1);
  const isPadded = packed.some(({ node }) => node.unsure);
  const lines = headLines(packed.map(({ node }) => node.cells));
  const printed = Math.max(...packed.map(({ node }) => node.cells.length));
  if (!isPadded && (columnsOfClosed(header, body.rows) ?? 0) <= printed) return undefined;
  const width = isPadded ? printed : body.kinds.length;
  const filled = body.kinds.findLastIndex((kind) => kind !== 'empty') + 1;
  const [top = [], below = [], ...more] = lines;
  const own = lines.at(-1) ?? [];
  if (isComplete(own, width)) return { lines: [own], moved: false, loose: lines.length > 1 };
  if (lines.length === 1 && own.length >= filled) return undefined;
  const ways = more.length === 0 && lines.length === 2 ? waysToUnpack(top, below, width) : [];
  const possible = ways.filter((way) => fits(way, body));
  const adding = possible.filter((way) => isTotalled(way, body));
  const fitting = adding.length > 0 ? adding : possible;
  const [only, second] = fitting;
  if (only && !second) return { lines: only, moved: false, loose: false };
  if (only) return { lines: [agreed(fitting)], moved: false, loose: true };
  // The names stand in front, whatever stands behind them.
  return { lines: [top.slice(0, 1)], moved: false, loose: true };
}

function columnsOfClosed(header: readonly ReadRow[], rows: readonly ReadRow[]): number | undefined {
  const [head, all] = [header, rows].map((each) => each.map(({ node }) => node));
  return head && all && closedHeadWidth(head, all);
}

/** All ways in which the headings of the lower line can stand below some of the upper one, two at least below each. */
function waysToUnpack(top: HeadLine, below: HeadLine, width: number): (readonly HeadLine[])[] {
  const groups = top.length + below.length - width;
  if (groups < 1 || below.length < 2 * groups || top.length > MOST_HEADINGS) return [];
  return spansOf(top.length, groups, below.length).map((spans) => {
    const starts = spans.map((_, index) => spans.slice(0, index).reduce((sum, span) => sum + span, 0));
    const under = spans.flatMap((span, index) =>
      span === 1 ? [] : Array.from({ length: span }, (_, by) => (starts[index] ?? 0) + by),
    );
    return [
      top.map((heading, index) => ({ ...heading, column: starts[index] ?? 0 })),
      below.map((heading, index) => ({ ...heading, column: under[index] ?? 0 })),
    ];
  });
}

/** How many columns each of so many headings may span, where so many of them span several. */
function spansOf(headings: number, groups: number, columns: number): number[][] {
  if (headings === 0) return groups === 0 && columns === 0 ? [[]] : [];
  const single = spansOf(headings - 1, groups, columns).map((rest) => [1, ...rest]);
  if (groups === 0) return single;
  const spans = Array.from({ length: Math.max(0, columns - 1) }, (_, index) => index + 2);
  const several = spans.flatMap((span) =>
    spansOf(headings - 1, groups - 1, columns - span).map((rest) => [span, ...rest]),
  );
  return [...single, ...several];
}

function fits(lines: readonly HeadLine[], { kinds, percents, rows }: PackedBody): boolean {
  const tiles = tilesOf(lines);
  if (!tiles || !groupsFit(tiles) || !fitsKinds(tiles.own, kinds)) return false;
  const headingOf = (column: number) => tiles.own.get(column)?.at(-1)?.text ?? '';
  const figures = [...kinds.keys()].filter((column) => kinds[column] === 'amount');
  const ratios = figures.filter((column) => isRatioLabel(headingOf(column)));
  const money = figures.filter((column) => !ratios.includes(column));
  if (money.some((column) => percents[column])) return false;
  if (!ratios.every((column) => percents[column] || isRatioOf(column, money, rows))) return false;
  return tiles.groups.every(({ heading: { column }, last }) => {
    const parts = money.filter((each) => column < each && each <= last);
    const isTotal = totalRank(headingOf(column)) > 0 && parts.length > 1;
    return !isTotal || isSumOf(column, parts, rows);
  });
}

/** What a group begins with that is all of it. */
const ALL = /^(?:金额|小计|合计)$/;

/** Whether a total in front of all figures is the sum of the columns behind it, of each group its own total. */
function isTotalled([top = [], below = []]: readonly HeadLine[], { kinds, rows }: PackedBody): boolean {
  const [total, ...others] = top.filter(({ column }) => kinds[column] === 'amount');
  if (!total || totalRank(total.text) < 2) return false;
  const width = kinds.length;
  const parts = others.flatMap(({ column }, index) => {
    const end = others[index + 1]?.column ?? width;
    const own = below.filter((heading) => column <= heading.column && heading.column < end);
    const all = own.find(({ text }) => ALL.test(text));
    return all ? [all.column] : own.length > 0 ? own.map((heading) => heading.column) : [column];
  });
  return parts.length > 1 && isSumOf(total.column, parts, rows);
}

/** Whether a column holds percentages that two of the others make. */
function isRatioOf(column: number, others: readonly number[], rows: readonly ReadRow[]): boolean {
  return others.some((part) =>
    others.some((whole) => {
      if (part === whole) return false;
      return isShown(rows, [column, part, whole], ([ratio, a, b]) => {
        if (!ratio || !a || !b || b.value.isZero()) return undefined;
        const share = a.value.div(b.value).times(100);
        const isNear = (value: Decimal) => value.minus(ratio.value).abs().lt(1);
        return isNear(share) || isNear(share.minus(100));
      });
    }),
  );
}

/** Whether a column is the total of others. */
function isSumOf(column: number, parts: readonly number[], rows: readonly ReadRow[]): boolean {
  return isShown(rows, [column, ...parts], ([total, ...terms]) => {
    const known = terms.filter((term) => term !== undefined);
    if (!total || known.length === 0) return undefined;
    const sum = known.reduce((all, term) => all.plus(term.value), new Money(0));
    return sum
      .minus(total.value)
      .abs()
      .lte(halfOf(total.decimals).times(known.length + 1));
  });
}

/** Whether almost all rows that can tell show what is asked of figures in these columns. */
function isShown(
  rows: readonly ReadRow[],
  columns: readonly number[],
  holds: (figures: readonly (Amount | undefined)[]) => boolean | undefined,
): boolean {
  const told = rows.flatMap(({ amounts, node, kind }) => {
    if (node.unsure || (kind !== 'data' && kind !== 'total')) return [];
    return holds(columns.map((column) => amounts.get(column))) ?? [];
  });
  const showing = told.filter((isSo) => isSo).length;
  return showing >= MIN_SHOWING && showing >= SHOWING_SHARE * told.length;
}
