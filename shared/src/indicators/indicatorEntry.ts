import type { IndicatorCategory } from '../catalogue/indicatorHeadings.ts';
import type { Cell } from '../disclosure/table.ts';
import type { IndicatorValue } from './indicatorValue.ts';

/** A heading of indicators (一级指标 or 二级指标) as it is printed. */
export interface IndicatorGroup {
  readonly cell: Cell;
  readonly level: 1 | 2;
  /** What it stands for, the exact category first. */
  readonly categories: readonly IndicatorCategory[];
  /** The heading that is meant, where one character of it is wrong. */
  readonly meant?: string;
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
  /** Where the name begins in the cell. */
  readonly nameStart: number;
  /** The headings it stands under, nearest above or in its own row; absent where that is not certain. */
  readonly level1?: IndicatorGroup;
  readonly level2?: IndicatorGroup;
  readonly valueCell?: Cell;
  readonly value?: IndicatorValue;
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
  const sections = new Map<number, IndicatorEntry[]>();
  for (const entry of entries) {
    const section = sections.get(entry.section);
    if (section) section.push(entry);
    else sections.set(entry.section, [entry]);
  }
  return [...sections.values()];
}
