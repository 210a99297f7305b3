import { ENDS_IN_TOTAL } from '../text/totalWords.ts';
import { compactLabel } from '../text/width.ts';
import type { Column, Side, Table, TableRole } from './table.ts';

/** First match wins, so the special stands before the general. Titles as in the domain rules, §1.3. */
const ROLE_WORDS: readonly (readonly [RegExp, TableRole])[] = [
  [/整体(?:支出)?绩效/, 'overall-performance'],
  [/绩效目标/, 'performance-target'],
  [/["“”'‘’]?三公["“”'‘’]?/, 'three-public'],
  [/机关运行经费/, 'other'],
  [/购买服务/, 'purchased-services'],
  [/采购/, 'procurement'],
  [/转移支付/, 'transfer-payment'],
  [/政府性基金/, 'government-fund'],
  [/国有资本经营/, 'state-capital'],
  [/财政拨款收支|(?<!一般公共预算)财政拨款收入支出/, 'fiscal-income-expenditure'],
  [/基本支出/, 'basic-expenditure'],
  // Looks for 支出 behind the first 一般公共预算 only, for behind no other there is more.
  [/^(?:(?!一般公共预算).)*一般公共预算.*支出/, 'general-budget-expenditure'],
  // Of fiscal funds only, so that it is not the table of all expenditure.
  [/财政拨款支出/, 'other'],
  [/收支|收入支出/, 'income-expenditure'],
  [/项目支出|专项业务经费/, 'project-expenditure'],
  [/收入/, 'income'],
  [/支出/, 'expenditure'],
];

/** The role a title names. */
export function roleOfTitle(title: string): TableRole {
  const label = compactLabel(title);
  return ROLE_WORDS.find(([words]) => words.test(label))?.[1] ?? 'other';
}

/** Roles that one heading over all amounts can name. */
const OF_ONE_HEADING: ReadonlySet<TableRole> = new Set([
  'government-fund',
  'state-capital',
  'basic-expenditure',
  'three-public',
]);

/** Columns of a table of “三公”经费 and of what stands beside it. */
const THREE_PUBLIC = new RegExp(
  `因公出国|公务接待|公务用?车|购置|运行|会议费|培训费|三公|${ENDS_IN_TOTAL.source}`,
);

/** Columns of a 基本支出表. */
const BASIC = new RegExp(`${ENDS_IN_TOTAL.source}|人员|公用|^基本支出$`);

/** Sources that are no 财政拨款: a table that lists them is of all income. */
const OTHER_INCOME = /财政专户|事业收入|经营收入|上级补助收入|附属单位上缴|其他收入/;

/**
 * The role that a table's columns and rows show, for tables without a telling title; `other` where they would
 * fit several. Which columns and rows a role has: domain rules, §1.3.
 *
 * @param sides blocks abreast; of a coded table the one that there is
 */
function roleOfContent(columns: readonly Column[], sides: readonly Side[], coded: boolean): TableRole {
  const amounts = columns.filter(
    ({ kind, path }) => kind === 'amount' || (kind === 'empty' && path.length > 0),
  );
  const headings = amounts.map(({ label }) => compactLabel(label));
  const labels = sides.map(({ rows }) => rows.map(({ label }) => compactLabel(label)));
  const lists = (texts: readonly string[], words: RegExp): boolean => texts.some((text) => words.test(text));
  // Lists of economic codes have both among others.
  const listed = coded || sides.some(({ listsCodes }) => listsCodes);
  for (const texts of listed ? [headings] : [headings, labels.flat()]) {
    if (lists(texts, /因公出国/) && lists(texts, /公务接待(?:费|支出)/)) return 'three-public';
  }
  const [outer] = amounts.map(({ path }) => path[0]);
  if (outer !== undefined && amounts.every(({ path }) => path[0] === outer)) {
    const named = roleOfTitle(outer);
    if (OF_ONE_HEADING.has(named)) return named;
  }
  if (coded) {
    const split = lists(headings, /人员(?:经费|支出)/) && lists(headings, /公用(?:经费|支出)/);
    return split && isByEconomicClass(sides) && headings.every((heading) => BASIC.test(heading))
      ? 'basic-expenditure'
      : 'other';
  }
  const [income = [], ...expenditure] = labels;
  if (!lists(income, /收入[总合]计/) || !expenditure.some((side) => lists(side, /支出[总合]计/)))
    return 'other';
  if (lists(income, OTHER_INCOME)) return 'income-expenditure';
  const byBudget = lists(headings, /一般公共预算/) && lists(headings, /政府性基金/);
  return byBudget ? 'fiscal-income-expenditure' : 'other';
}

/**
 * The role of a table by its title and its content. The title of a “三公” table may be wrapped, so that its last line
 * alone, 支出预算表, looks like that of another.
 */
export function roleOf(
  title: string | undefined,
  columns: readonly Column[],
  sides: readonly Side[],
  coded: boolean,
): TableRole {
  const named = title === undefined ? 'other' : roleOfTitle(title);
  if (named !== 'other' && (named !== 'expenditure' || coded)) return named;
  const shown = roleOfContent(columns, sides, coded);
  if (named === 'other') return shown;
  const amounts = columns.filter(({ kind }) => kind === 'amount');
  const isThreePublic = amounts.every(({ path }) =>
    path.some((text) => THREE_PUBLIC.test(compactLabel(text))),
  );
  return shown === 'three-public' && isThreePublic ? shown : named;
}

/** 301 and 302: 支出经济分类. Projects have 302 too, but no 工资福利支出. */
function isByEconomicClass(sides: readonly Side[]): boolean {
  const codes = sides.flatMap(({ rows }) => rows.flatMap(({ row }) => row.code?.digits ?? []));
  return (
    codes.length > 0 &&
    codes.every((code) => /^[35]/.test(code)) &&
    codes.some((code) => /^(?:301|501|505)/.test(code))
  );
}

/** Whether it is a form about the money and the targets of a project, or of the whole department. */
export function isForm({ role, indicators }: Table): boolean {
  return indicators !== undefined || role === 'performance-target' || role === 'overall-performance';
}
