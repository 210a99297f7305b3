import { isForm } from '../disclosure/roles.ts';
import { type AmountCell, type Cell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { PROJECT_TOTAL } from '../indicators/projectMoney.ts';
import { BARE_TOTAL } from '../text/totalWords.ts';
import { compactLabel } from '../text/width.ts';
import { formMoneyOf, moneyOfOneYear } from './formMoney.ts';
import { relationOf } from './formSums.ts';
import type { Term } from './relation.ts';
import type { Proposal } from './terms.ts';

/** Where it comes from. */
const SOURCE =
  /^(?:其中[:：])?(?:当年|本年|年初)?(?:财政(?:性)?(?:拨款|资金)|一般公共预算(?:财政)?拨款|政府性基金(?:预算)?(?:财政)?拨款|国有资本经营预算(?:财政)?拨款|(?:财政)?专户管理资金|上年结转(?:结余)?(?:资金)?|其他资金|单位资金|自筹资金)[:：]?$/;
/** With 财政 and these nothing is left out. */
const OTHER = /^(?:其他资金|单位资金|自筹资金)[:：]?$/;
const OF_WHICH = /^其中[:：]/;
/** The sources stand in the few rows below their total. */
const MAX_SOURCES = 5;
const DETAIL = /^支出明细$/;
const DETAIL_AMOUNT = /^金额(?:[(（]万元[)）])?$/;

/** The money of a project is the sum of its sources in the form, and of what it is spent on (P8). */
export function projectSums(table: Table): Proposal[] {
  if (!isForm(table)) return [];
  return [...sourcesOfYear(table), ...wholeTermOfOneYear(table), ...sumsOfTotals(table)];
}

/** 项目当年预算 is the total of the sources of its money. */
function sourcesOfYear(table: Table): Proposal[] {
  const [ofYear, total, ...others] = formMoneyOf(table);
  if (!ofYear || !total || others.length > 0) return [];
  return [{ relation: relationOf('project-amount', ofYear, [total]), certain: true }];
}

/** 项目总预算 is 项目当年预算, or the total of the sources, where the project begins and ends in one year. */
function wholeTermOfOneYear(table: Table): Proposal[] {
  const whole = moneyOfOneYear(table);
  const [ofYear] = formMoneyOf(table);
  if (!whole || !ofYear) return [];
  return [{ relation: relationOf('project-amount', whole, [ofYear]), certain: true }];
}

function sumsOfTotals(table: Table): Proposal[] {
  return table.rows.flatMap((row, index) => {
    const total = labelled(row, PROJECT_TOTAL, table);
    if (!total) return [];
    return [sourcesBelow(table, index), detailsBelow(table, index)].flatMap((parts): Proposal[] =>
      parts.length > 0 ? [{ relation: relationOf('project-amount', total, parts), certain: true }] : [],
    );
  });
}

/** The amount behind a label of a row, with the label. */
function labelled({ cells }: Pick<Row, 'cells'>, label: RegExp, table: Table): Term | undefined {
  const at = cells.findIndex((cell) => cell && label.test(compactLabel(cell.text)));
  if (at === -1) return undefined;
  const next = cells.slice(at + 1).find((cell) => cell && cell.text !== '');
  return termOf(next, compactLabel(cells[at]?.text ?? ''), table);
}

/** 项目资金总额 | 年度资金申请总额: where the money of the year stands abreast, the column in which it begins. */
function endOfBlock({ cells }: Row): number {
  const filled = cells.flatMap((cell, column) => (cell && cell.text !== '' ? [column] : []));
  const total = filled.findIndex((column) => PROJECT_TOTAL.test(compactLabel(cells[column]?.text ?? '')));
  return filled[total + 2] ?? cells.length;
}

/** A figure with a unit of its own must be in that of the table: in which else the others are is not known. */
function termOf(cell: Cell | undefined, label: string, table: Table): Term | undefined {
  return isInUnitOf(table, cell) ? { cell, label: label.replace(/[:：]$/, '') } : undefined;
}

function isInUnitOf({ unit }: Table, cell: Cell | undefined): cell is AmountCell {
  return isAmountCell(cell) && (cell.amount.unit === undefined || cell.amount.unit === unit?.unit);
}

/** The sources below a total down to the last, 其他资金; none where a row between is not understood. */
function sourcesBelow(table: Table, index: number): Term[] {
  const sources: Term[] = [];
  let hasWhole = false;
  const total = table.rows[index];
  const end = total ? endOfBlock(total) : 0;
  for (const { cells } of table.rows.slice(index + 1, index + 1 + MAX_SOURCES)) {
    const row = { cells: cells.slice(0, end) };
    if (end < cells.length && row.cells.every((cell) => !cell || cell.text === '')) continue;
    const label = row.cells.find((cell) => cell && SOURCE.test(compactLabel(cell.text)));
    const words = compactLabel(label?.text ?? '');
    // 财政资金, and below it 其中：本级安排: a part of a part.
    const isPart = hasWhole && row.cells.some((cell) => cell && OF_WHICH.test(compactLabel(cell.text)));
    if (!isPart) {
      if (!label) return [];
      const term = labelled(row, SOURCE, table);
      if (term) sources.push(term);
      if (!OF_WHICH.test(words)) hasWhole = true;
    }
    if (OTHER.test(words)) return sources;
  }
  return [];
}

/** The list of what the money is spent on: the column of amounts, down to the first row without one. */
function detailsBelow(table: Table, index: number): Term[] {
  const { rows } = table;
  const head = rows.findIndex(
    ({ cells }, at) => at > index && cells.some((cell) => cell && DETAIL.test(compactLabel(cell.text))),
  );
  const heading = rows[head];
  const column = heading?.cells.find((cell) => cell && DETAIL_AMOUNT.test(compactLabel(cell.text)))?.column;
  if (!heading || column === undefined) return [];
  const terms: Term[] = [];
  for (const { cells } of rows.slice(head + 1)) {
    const label = cells[column - 1]?.text ?? '';
    // A list that adds itself up has its total in it.
    if (cells.some((cell) => cell && BARE_TOTAL.test(compactLabel(cell.text)))) return [];
    const term = termOf(cells[column], label, table);
    if (!term) break;
    terms.push(term);
  }
  return terms;
}
