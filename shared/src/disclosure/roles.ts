import { compactLabel } from '../text/width.ts';
import type { TableRole } from './table.ts';

/** First match wins, so the special stands before the general. Titles as in the domain rules, §1.3. */
const ROLE_WORDS: readonly (readonly [RegExp, TableRole])[] = [
  [/整体(?:支出)?绩效/, 'overall-performance'],
  [/绩效目标/, 'performance-target'],
  [/["“”'‘’]?三公["“”'‘’]?/, 'three-public'],
  [/购买服务/, 'purchased-services'],
  [/采购/, 'procurement'],
  [/转移支付/, 'transfer-payment'],
  [/政府性基金/, 'government-fund'],
  [/国有资本经营/, 'state-capital'],
  [/财政拨款收支/, 'fiscal-income-expenditure'],
  [/基本支出/, 'basic-expenditure'],
  [/一般公共预算.*支出/, 'general-budget-expenditure'],
  [/收支/, 'income-expenditure'],
  [/项目支出|专项业务经费/, 'project-expenditure'],
  [/收入/, 'income'],
  [/支出/, 'expenditure'],
];

/** The role a title names. */
export function roleOfTitle(title: string): TableRole {
  const label = compactLabel(title);
  return ROLE_WORDS.find(([words]) => words.test(label))?.[1] ?? 'other';
}
