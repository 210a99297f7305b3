import { BALANCE_ROLES } from '../../disclosure/balanceRoles.ts';
import { totalRank } from '../../disclosure/labels.ts';
import { isAmountCell, type Side, type SideRow, type Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { MissingCellParams } from '../../proseRuleParams.ts';
import { RULES } from '../../rules.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { BARE_TOTAL } from '../../text/totalWords.ts';
import { compactLabel } from '../../text/width.ts';

/** What stands beside a total of income. */
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['本年收入合计', '本年支出合计'],
  ['收入总计', '支出总计'],
  ['收入合计', '支出合计'],
]);
/** What stands below the name in the form of a project. */
const RESPONSIBLE = /^(?:项目)?(?:主管部门|实施单位|负责人|单位)/;
/** The rows in which a form says who answers for the project follow its name at once. */
const FORM_ROWS = 3;
const PROJECT = /^项目名称[:]?$/;

/**
 * Cells of a table in which something is missing (`missing-cell`, domain rules §1.3): an amount beside the total of
 * income that has no name of its own, the word 合计 where its amount belongs, a form without the name of its
 * project. Lines count from the table's first.
 */
export function missingCells(table: Table): Finding[] {
  if (table.cut) return [];
  return [
    ...(BALANCE_ROLES.has(table.role) ? namelessTotals(table) : []),
    ...table.sides.flatMap((side) => wordsForAmounts(side)),
    ...namelessProjects(table),
  ];
}

function namelessTotals({ sides }: Table): Finding[] {
  const [income, ...others] = sides;
  if (!income) return [];
  return others.flatMap(({ rows, labelColumn, amountColumns }) =>
    rows.flatMap(({ row, label }): Finding[] => {
      const beside = income.rows.find((each) => each.row === row)?.label;
      const cell = row.cells[labelColumn];
      const amount = amountColumns.map(({ index }) => row.cells[index]).find(isAmountCell);
      const meant = BESIDE.get(compactLabel(beside ?? ''));
      if (label.trim() !== '' || !cell || !amount || meant === undefined || !row.bound) return [];
      if (others.some((side) => side.rows.some((each) => each.row === row && names(each, meant)))) return [];
      return [finding(amount.span, { state: 'label', printed: amount.text.trim(), meant })];
    }),
  );
}

/** 支出合计 may stand in the block beside, with one amount for both: 功能分类 and 支出用途 abreast. */
function names({ label }: SideRow, meant: string): boolean {
  return compactLabel(label) === meant;
}

/** 合计 | 总计: a word of totals in the row of the total, in a column in which other rows have amounts. */
function wordsForAmounts({ rows, amountColumns }: Side): Finding[] {
  return amountColumns.flatMap(({ index }) => {
    if (!rows.some(({ row }) => isAmountCell(row.cells[index]))) return [];
    return rows.flatMap((entry): Finding[] => {
      const cell = entry.row.cells[index];
      // 公用经费合计 may head a block abreast; bare words head none.
      if (!cell || !isTotal(entry) || !BARE_TOTAL.test(compactLabel(cell.text))) return [];
      return [finding(cell.span, { state: 'amount', printed: cell.text.trim(), meant: '' })];
    });
  });
}

function isTotal({ label }: SideRow): boolean {
  return totalRank(label) > 0;
}

/** 项目名称 with nothing behind it, in a form that names the body responsible in one of the next rows. */
function namelessProjects({ rows }: Table): Finding[] {
  return rows.flatMap(({ cells }, index): Finding[] => {
    const at = cells.findIndex((cell) => cell !== undefined && PROJECT.test(compactLabel(cell.text)));
    const cell = at === -1 ? undefined : cells[at];
    const behind = cells.slice(at + 1);
    if (!cell || behind.length === 0 || behind.some((each) => each && each.text.trim() !== '')) return [];
    const isForm = rows
      .slice(index + 1, index + 1 + FORM_ROWS)
      .some((row) =>
        row.cells.some((each) => each !== undefined && RESPONSIBLE.test(compactLabel(each.text))),
      );
    return isForm ? [finding(cell.span, { state: 'project', printed: cell.text.trim(), meant: '' })] : [];
  });
}

function finding(span: Span, params: MissingCellParams): Finding {
  const rule = 'missing-cell';
  return { rule, severity: RULES[rule].severity, range: rangeOf(span), params, related: [], fixes: [] };
}
