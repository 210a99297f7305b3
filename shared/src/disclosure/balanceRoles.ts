import type { TableRole } from './table.ts';

/** Tables that list income and expenditure abreast: 收支总表 and 财政拨款收支总表. */
export const BALANCE_ROLES: ReadonlySet<TableRole> = new Set([
  'income-expenditure',
  'fiscal-income-expenditure',
]);
