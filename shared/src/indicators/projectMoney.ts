import { type AmountCell, type Cell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { type AmountUnit, parseAmount } from '../text/amount.ts';
import { convert, isAmountUnit } from '../text/amountUnits.ts';
import { type Decimal, halfOf } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';

/** What the form calls the money of a project, or of the whole department. */
export const PROJECT_TOTAL =
  /^(?:项目)?(?:资金总额|金额|年度资金总额|实施期资金总额)(?:[(（]万元[)）])?[:：]?$/;
const WHOLE_PERIOD = /^实施期资金总额/;
const PROJECT_NAME = /^(?:项目|专项)(?:\(?政策\)?)?名称[:：]?/;
/** A unit in a label: 资金金额（万元）. */
const UNIT_IN_LABEL = /[(（](亿元|万元|元)[)）][:：]?$/;

/** The money of the one project that a form is about. */
export interface ProjectMoney {
  readonly cell: AmountCell;
  readonly label: string;
  readonly unit: AmountUnit;
  /** The most it may be, in 元: a figure in 万元 stands for half of its last place more. */
  readonly most: Decimal;
  /** Whether it is that of the whole period (实施期), and not of one year. */
  readonly ofWholePeriod: boolean;
}

/**
 * Reads the money of the project of a form, the largest where it prints that of the year and of the whole period.
 * Undefined where it is not certain: where the form names several projects, or where nothing beside a figure
 * says its unit.
 */
export const readProjectMoney = remember((table: Table): ProjectMoney | undefined => {
  if (table.rows.filter(({ cells }) => cells.some(isProjectName)).length > 1) return undefined;
  const totals = table.rows.flatMap((row) => totalsIn(row, table));
  if (totals.includes(undefined)) return undefined;
  return totals
    .flatMap((total) => total ?? [])
    .reduce<ProjectMoney | undefined>(
      (largest, total) => (largest?.most.gte(total.most) ? largest : total),
      undefined,
    );
});

function isProjectName(cell: Cell | undefined): boolean {
  return cell !== undefined && PROJECT_NAME.test(compactLabel(cell.text));
}

/** The amounts behind labels of a row; undefined for one of which the unit is not known. */
function totalsIn({ cells }: Row, table: Table): (ProjectMoney | undefined)[] {
  return cells.flatMap((labelCell, at): (ProjectMoney | undefined)[] => {
    const label = compactLabel(labelCell?.text ?? '');
    if (!PROJECT_TOTAL.test(label)) return [];
    const cell = cells.slice(at + 1).find((each) => each && each.text !== '');
    const amount = cell && parseAmount(cell.text);
    if (!cell || !amount) return [];
    const unit = amount.unit ?? unitInLabels(cells.slice(0, at + 1)) ?? unitOfTable(table);
    if (!unit || amount.value.lte(0) || amount.style.percent) return [undefined];
    const half = unit === '元' ? 0 : halfOf(amount.decimals);
    const most = convert(amount.value.plus(half), unit, '元');
    const ofWholePeriod = WHOLE_PERIOD.test(label);
    const printed = isAmountCell(cell) ? cell : { ...cell, amount };
    return [{ cell: printed, label: label.replace(/[:：]$/, ''), unit, most, ofWholePeriod }];
  });
}

function unitInLabels(cells: readonly (Cell | undefined)[]): AmountUnit | undefined {
  const units = cells.map((cell) => UNIT_IN_LABEL.exec(compactLabel(cell?.text ?? ''))?.[1]);
  return units.findLast(isAmountUnit);
}

/** A unit that stands elsewhere in the document may be that of other tables. */
function unitOfTable({ unit }: Table): AmountUnit | undefined {
  return unit?.origin === 'document' ? undefined : unit?.unit;
}
