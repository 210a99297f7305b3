import type { IndicatorCategory } from '../catalogue/indicatorHeadings.ts';
import type { Cell } from '../disclosure/table.ts';
import { groupedBy } from '../text/lists.ts';
import type { Decimal } from '../text/money.ts';
import { compactLabel } from '../text/width.ts';
import { type IndicatorValue, type Operator, operatorIn } from './indicatorValue.ts';

/** A heading of indicators (一级指标 or 二级指标) as it is printed. */
export interface IndicatorGroup {
  readonly cell: Cell;
  readonly level: 1 | 2;
  /** What it stands for, the exact category first. */
  readonly categories: readonly IndicatorCategory[];
  /** The heading that is meant, where one character of it is wrong. */
  readonly meant?: string;
}

/** A value of one number with its sign and unit, in whichever columns they are printed. */
export interface IndicatorMeasure {
  readonly operator?: Operator;
  readonly number: Decimal;
  /** Without blanks, 百分率 as %; empty where there is none. */
  readonly unit: string;
}

/** A performance indicator (三级指标) of a table. Lines of cells count from the table's first line. */
export interface IndicatorEntry {
  /** Which of the table's lists of indicators it is in: 长期 and 年度 may stand one below the other. */
  readonly section: number;
  /** In a table of several projects the name of its own; empty where that is not certain. */
  readonly project?: string;
  readonly cell: Cell;
  /** Without `指标1：` in front and a full stop behind; empty where a form was not filled in. */
  readonly name: string;
  /** Set where other lines may hold a part of the name, and nothing tells which. */
  readonly torn?: true;
  /** Where the name begins in the cell. */
  readonly nameStart: number;
  /** The headings it stands under, nearest above or in its own row; absent where that is not certain. */
  readonly level1?: IndicatorGroup;
  readonly level2?: IndicatorGroup;
  readonly valueCell?: Cell;
  readonly value?: IndicatorValue;
  /** The same with what columns of their own print of it; absent where it is no single number. */
  readonly measure?: IndicatorMeasure;
  /** Set where the cell of the value was left blank, and nothing shows that the row has lost a cell. */
  readonly withoutValue?: true;
  /** What was reached the year before, where a column prints it. */
  readonly lastYear?: IndicatorValue;
  /** Cells of columns of their own: 指标性质, 计量单位, 权重. */
  readonly operatorCell?: Cell;
  readonly unitCell?: Cell;
  readonly weightCell?: Cell;
}

/** The lists of a table, each by itself. */
export function bySection(entries: readonly IndicatorEntry[]): readonly (readonly IndicatorEntry[])[] {
  return [...groupedBy(entries, ({ section }) => section).values()];
}

const PERCENT = /^(?:[%％]|百分(?:率|比|数|号)?)$/;

/** Puts a value together with the sign and the unit that columns of their own print. */
export function measureOf(
  value: IndicatorValue | undefined,
  operatorCell?: Cell,
  unitCell?: Cell,
): IndicatorMeasure | undefined {
  if (value?.kind !== 'measured') return undefined;
  const operator = value.operator ?? operatorIn(operatorCell?.text ?? '');
  const unit = value.unit || compactLabel(unitCell?.text ?? '');
  return { ...(operator && { operator }), number: value.number, unit: PERCENT.test(unit) ? '%' : unit };
}
