import { type Cell, isAmountCell, type SideRow, type Table } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';
import { parseNumbering } from '../text/numbering.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { functionClassOf, natureClassOf } from './classNames.ts';

/** A row of a form has a label of each list: so many of the others may stand between a figure and its own. */
const MOST_BETWEEN = 2;
const CLASS = /^[23]\d{2}$/;

/** What stands in a form whose cells are in no order: labels with the 类 they name, and figures. */
interface Item {
  readonly cell: Cell;
  readonly isLabel: boolean;
  readonly code?: string;
}

/**
 * Whether a figure of a form stands where that of a 类 would: few labels away from a label of the 类 that no figure of this
 * value stands as near to.
 */
export function standsBeside(cell: Cell, code: string, value: Decimal, table: Table): boolean {
  const items = itemsOf(table);
  return items.some((item, at) => {
    if (item.code !== code) return false;
    const around = figuresAround(items, at);
    return around.includes(cell) && !around.some((each) => isAmountCell(each) && each.amount.value.eq(value));
  });
}

/** The figures that no more labels than stand abreast are between and a label. */
function figuresAround(items: readonly Item[], label: number): Cell[] {
  return [items.slice(0, label).reverse(), items.slice(label + 1)].flatMap((way) => {
    const labels = way.flatMap(({ isLabel }, index) => (isLabel ? index : []));
    const near = way.slice(0, labels[MOST_BETWEEN] ?? way.length);
    return near.flatMap(({ cell, isLabel }) => (isLabel ? [] : cell));
  });
}

/** The 类 of 科目 that a row is of: that of its code, or the one it names. */
export function classOfRow({ code, label }: SideRow): string | undefined {
  return code ? code.digits.slice(0, 3) : classOfName(label);
}

/** The items of a form in the order of its text; a code and the name behind it are one label. */
const itemsOf = remember((table: Table): readonly Item[] => {
  const cells = table.rows.flatMap((row) => row.cells.flatMap((cell) => (cell?.text ? [cell] : [])));
  return cells.flatMap((cell, index): Item[] => {
    if (isAmountCell(cell) && !CLASS.test(cell.text)) return [{ cell, isLabel: false }];
    if (CLASS.test(cell.text)) return [{ cell, isLabel: true, code: cell.text }];
    if (CLASS.test(cells[index - 1]?.text ?? '')) return [];
    const code = classOfName(cell.text);
    return [{ cell, isLabel: true, ...(code !== undefined && { code }) }];
  });
});

function classOfName(name: string): string | undefined {
  const label = compactLabel(name);
  const own = label.slice(parseNumbering(label)?.length ?? 0).replace('福利性', '福利');
  return natureClassOf(own) ?? functionClassOf(own.replace(/支出$/, ''));
}
