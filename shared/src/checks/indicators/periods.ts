import type { Cell, Row, Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorPeriodState } from '../../indicatorRuleParams.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';

const PERIOD = /^(?:项目)?(?:起止|实施|执行|实施起止|执行起止)(?:时间|年限|期限|日期|周期|年度)[:：]?$/;
const START = /^(?:项目)?(?:起始|开始)(?:时间|日期|年度?)[:：]?$/;
const END = /^(?:项目)?(?:终止|结束|截止)(?:时间|日期|年度?)[:：]?$/;
/** 2023, 2023年1月, 2023.01.01, 20230101; not the first digits of another number. */
const YEAR = /(?<!\d)(20\d{2})(?!\d)|(?<!\d)(20\d{2})(?=[01]\d[0-3]\d(?!\d))/g;
/** A period without an end. */
const OPEN_END = /长期|至今|每年|常年|经常|起$|以[后来]|[-—~至到]$/;
/** A year behind which months or an end follow is that of a deadline: 2022年6月底前, 2022年底完成. */
const DEADLINE =
  /^(20\d{2})年(?:\d{1,2}月(?:\d{1,2}[日号])?)?(?:底|末|内|初|以?前|之前|完成|到位|[上中下]旬)/;
/** A longer text is a sentence, of which the period is a part only. */
const MAX_PERIOD = 40;

/** Years of a period; an end that is not printed is not known. */
interface Years {
  readonly from?: number;
  readonly to?: number;
}

/**
 * Periods of a project that do not have the year of its budget in them (`indicator-period`, P13), as forms
 * print them that were copied from another year. Undated and open periods are not judged.
 */
export function foreignPeriods({ rows, year }: Table): Finding[] {
  if (year === undefined) return [];
  return rows.flatMap((row) =>
    row.cells.flatMap((cell, at): Finding[] => {
      const printed = cell && yearsBehind(row, at, compactLabel(cell.text));
      if (!printed || !isOutside(year, printed.years)) return [];
      return [finding('period', printed.cell, compactLabel(cell.text).replace(/[:：]$/, ''), year)];
    }),
  );
}

/**
 * Deadlines of indicators of time (时效指标) that were over before the year of the budget began
 * (`indicator-period`, P13). A later one may be that of work over years.
 */
export function pastDeadlines({ entries }: TableIndicators, year: number | undefined): Finding[] {
  if (year === undefined) return [];
  return entries.flatMap((entry) => {
    const due = deadlineOf(entry);
    return due !== undefined && due < year && entry.valueCell
      ? [finding('deadline', entry.valueCell, entry.name, year)]
      : [];
  });
}

function deadlineOf({ name, level2, valueCell }: IndicatorEntry): number | undefined {
  if (name === '' || level2?.categories[0] !== '时效指标') return undefined;
  const [, year] = DEADLINE.exec(compactLabel(valueCell?.text ?? '')) ?? [];
  return year === undefined ? undefined : Number(year);
}

function isOutside(year: number, { from, to }: Years): boolean {
  return (from !== undefined && from > year) || (to !== undefined && to < year);
}

/** The years in the cell behind a label of a period. */
function yearsBehind({ cells }: Row, at: number, label: string): { cell: Cell; years: Years } | undefined {
  const read = [PERIOD, START, END].find((each) => each.test(label));
  const cell = read && cells.slice(at + 1).find((each) => each && each.text !== '');
  const text = compactLabel(cell?.text ?? '');
  if (!cell || text.length > MAX_PERIOD || OPEN_END.test(text)) return undefined;
  const years = [...text.matchAll(YEAR)].map(([year]) => Number(year));
  const [first, last = first, another] = years;
  if (first === undefined || last === undefined || another !== undefined || last < first) return undefined;
  if (read === START) return { cell, years: { from: first } };
  if (read === END) return { cell, years: { to: last } };
  return isWhole(text, years.length) ? { cell, years: { from: first, to: last } } : undefined;
}

/** One year is a period where nothing else stands there, or months of it from one to another. */
function isWhole(text: string, years: number): boolean {
  return years === 2 || /^20\d{2}年?度?$/.test(text) || /月.*月/.test(text);
}

function finding(state: IndicatorPeriodState, cell: Cell, name: string, year: number): Finding {
  return {
    rule: 'indicator-period',
    severity: RULES['indicator-period'].severity,
    range: rangeOf(cell.span),
    params: { state, name, printed: compactLabel(cell.text), year },
    related: [],
    fixes: [],
  };
}
