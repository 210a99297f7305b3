import { both, economicUnder, generalBudget, type Where } from '../budget/budget.ts';
import { line, type RowSpec } from './columns.ts';

/** “三公”经费: of 一般公共预算, in 基本支出 and 项目支出 alike. */
const publicExpense = (...economic: readonly string[]): Where =>
  both(generalBudget, economicUnder(...economic));

/** 因公出国（境）费. */
export const abroad = publicExpense('30212');

/** 公务用车购置费. */
export const vehiclePurchase = publicExpense('31013');

/** 公务用车运行维护费. */
export const vehicleRunning = publicExpense('30231');

/** 公务用车购置及运行维护费. */
export const vehicles = publicExpense('31013', '30231');

/** 公务接待费. */
export const reception = publicExpense('30217');

export const threePublicExpenses = publicExpense('30212', '31013', '30231', '30217');

/** The three expenses as rows, as guiyang has them. */
export const EXPENSE_ROWS: readonly RowSpec[] = [
  line(0, '', '合计', threePublicExpenses, 'total'),
  line(1, '一、', '因公出国（境）费', abroad),
  line(1, '二、', '公务接待费', reception),
  line(1, '三、', '公务用车购置及运行维护费', vehicles),
  line(2, '1、', '公务用车运行维护费', vehicleRunning),
  line(2, '2、', '公务用车购置费', vehiclePurchase),
];

/** The three expenses as rows, with 其中, as dongxihu has them. */
export const EXPENSE_ROWS_WITH_PARTS: readonly RowSpec[] = [
  line(0, '', '合计', threePublicExpenses, 'total'),
  line(1, '1.', '因公出国（境）费用', abroad),
  line(1, '2.', '公务用车购置及运行维护费', vehicles),
  line(2, '其中：（1）', '公务用车购置', vehiclePurchase),
  line(2, '（2）', '公务用车运行维护费', vehicleRunning),
  line(1, '3.', '公务接待费', reception),
];
