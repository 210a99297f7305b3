import fc from 'fast-check';
import type { NumberStyle } from '../numbers.ts';
import type { Shape } from './codedRows.ts';

/**
 * Where the digits of a code stand:
 * - `one-cell`: 2010301 | 行政运行
 * - `split`: 201 | 03 | 01 | 行政运行
 * - `carried`: 201 in the row of the 类 alone, below it blank | 03 and so on
 * - `split-glued`: 201 | 03 | 01 行政运行
 * - `glued`: 2010301行政运行
 */
export type CodeCells = 'one-cell' | 'split' | 'carried' | 'split-glued' | 'glued';

/** Where the unit of the amounts is told: over every table, there with the organ's name, in headings, or once. */
export type UnitPlace = 'line' | 'form-line' | 'heading' | 'document';

/** How a table is set out. Nothing here changes what it says. */
export interface Layout {
  readonly codes: CodeCells;
  /** The name stands before the code. */
  readonly nameFirst: boolean;
  /** The heading over code and name (功能分类科目) is printed. */
  readonly stubGroup: boolean;
  readonly head: 'stacked' | 'one-row';
  /** Whether a heading that has no others below it stands in the first or in the last line of the head. */
  readonly anchor: 'top' | 'bottom';
  /** The row of column numbers: `** ** 1 2 3`, or stars alone. */
  readonly indexRow: 'none' | 'numbers' | 'stars';
  /** 合计 stands in the first cell rather than among the names. */
  readonly totalInFirstCell: boolean;
  /** An empty column 备注 at the right. */
  readonly remarks: boolean;
  /** Names are cut to so many characters by a narrow column; 0 is never. */
  readonly cut: number;
  /** 收 入 总 计 for 收入总计. */
  readonly spaced: boolean;
  /** The totals of the right one of two blocks have no label of their own. */
  readonly namelessTotals: boolean;
  /** A table without data has one row that says 无. */
  readonly sayNone: boolean;
  readonly unitPlace: UnitPlace;
  /** Which of the ways to write 单位：万元. */
  readonly unitWords: number;
  readonly style: NumberStyle;
}

/** `value`, and the opposite once in so many times; failing cases shrink to `value`. */
const often = (value: boolean, times: number) =>
  fc.nat({ max: times }).map((draw) => (draw === times ? !value : value));

const style: fc.Arbitrary<NumberStyle> = fc.record({
  thousands: fc.boolean(),
  trimmed: often(false, 4),
  fullWidth: often(false, 12),
  nothing: fc.constantFrom('blank', 'blank', 'blank', 'blank', 'zero', 'dash'),
});

/** Any layout; the plainest is the one that failing cases shrink to. */
export const arbitraryLayout: fc.Arbitrary<Layout> = fc.record({
  codes: fc.constantFrom('one-cell', 'one-cell', 'split', 'carried', 'split-glued', 'glued'),
  nameFirst: often(false, 6),
  stubGroup: fc.boolean(),
  head: fc.constantFrom('stacked', 'stacked', 'stacked', 'stacked', 'one-row'),
  anchor: fc.constantFrom('top', 'bottom'),
  indexRow: fc.constantFrom('none', 'numbers', 'stars'),
  totalInFirstCell: fc.boolean(),
  remarks: often(false, 5),
  cut: fc.constantFrom(0, 0, 0, 11),
  spaced: often(false, 3),
  namelessTotals: often(false, 8),
  sayNone: often(false, 2),
  unitPlace: fc.constantFrom('line', 'form-line', 'heading', 'document'),
  unitWords: fc.nat({ max: 99 }),
  style,
});

/** Any way to cut the rows of coded tables. */
export const arbitraryShape: fc.Arbitrary<Shape> = fc.record({
  levels: fc.constantFrom('all', 'all', 'items'),
  unitRows: often(false, 4),
  total: fc.constantFrom('first', 'last', 'last', 'none'),
  totalLabel: fc.constantFrom('合计', '总计'),
  currentYearOnly: often(false, 4),
});
