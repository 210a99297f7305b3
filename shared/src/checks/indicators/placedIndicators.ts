import type { PlacedTable } from '../../disclosure/table.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';

/** The indicators of a table at its place. */
export interface PlacedIndicators {
  readonly placed: PlacedTable;
  readonly indicators: TableIndicators;
  /** The page on which the form begins that it goes on with; the table itself where it has no page before. */
  readonly form: PlacedTable;
  /** The one project that the form names (项目名称); empty where it names none, or several. */
  readonly project: string;
  /** Of the whole department (部门整体支出绩效目标表), as the nearest title says. */
  readonly isWhole: boolean;
  /** Its list begins on a page before, or goes on on the next. */
  readonly isPart: boolean;
}
