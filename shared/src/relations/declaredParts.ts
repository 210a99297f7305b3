import type { Column } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';

/** The budgets of fiscal funds. */
const BUDGET = /^(?:一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:财政)?(?:拨款)?(?:收入|支出)?$/;

/** Sources of income, each beside the others in a table that has them all (预算法实施条例第四十条). */
const SOURCE =
  /^(?:(?:一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?|财政专户管理资金(?:收入)?|上级补助收入|事业收入|(?:事业单位)?经营收入|附属单位上缴收入|其他收入|用事业基金弥补收支差额|使用非财政拨款结余|上年(?:结转(?:结余)?|实户资金余额))$/;

/** Parts that are all there is: of every expenditure by law (预算法实施条例第五条), of fiscal funds by their budgets. */
const SCHEMES: readonly RegExp[] = [
  /^(?:基本支出|项目支出|上缴上级支出|(?:事业单位)?经营支出|对附属单位补助支出)$/,
  /^(?:人员(?:经费|支出|经费支出)|(?:日常)?公用(?:经费|支出|经费支出)|专项业务经费支出|项目支出)$/,
  BUDGET,
];

/** What expenditure consists of, and what some regions set apart of it; all of it where nothing else stands beside the total. */
const EXPENDITURE =
  /^(?:基本支出|项目支出|上缴上级支出|(?:事业单位)?经营支出|对附属单位补助支出|(?:单位)?预留机动经费|结转下年(?:资金)?)$/;

/** Those without which a list of sources is not whole. */
const EVERY_LIST_HAS = [/^一般公共预算/, /^其他收入$/, /^上年结转/];

/** Wholes that no word calls a total, and what breaks them down by the definitions of the tables (domain rules A10–A12). */
const WHOLES: readonly (readonly [whole: RegExp, parts: RegExp])[] = [
  [/^(?:\d{4}年)?基本支出$/, /^(?:人员(?:经费|支出|经费支出)|(?:日常)?公用(?:经费|支出|经费支出))$/],
  [/^基本支出$/, /^(?:工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?|(?:一般|其他)?资本性支出)$/],
  [/^项目支出$/, /^(?:本级|上级)(?:资金)?项目支出$/],
  [/^项目支出$/, /^(?:部门|公共)项目(?:\(专项资金\))?(?:支出)?$/],
  [/^公务用?车购置及运行(?:维护)?费$/, /^公务用?车(?:购置|运行(?:维护)?)费$/],
  [/^(?:部门|公共)项目(?:\(专项资金\))?$/, /^(?:经常性|延续性|一次性)项目$/],
  [/^(?:\d{4}年)?(?:年初)?预算数$/, /^(?:基本|项目)支出$/],
];

/**
 * The columns behind a total of which the header itself says that they add up to it: 合计 | 基本支出 | 项目支出
 * by what they are, a group (社会保障缴费 › 合计 | 养老保险 | 医疗保险) by its common heading, or nothing but
 * totals behind a 总计. Where it has lost its headings, those that its rows have shown.
 */
export function declaredParts(total: Column, rest: readonly Column[]): readonly Column[] | undefined {
  const { parts: shown } = total;
  if (shown) return leading(rest, ({ index }) => shown.includes(index));
  const parts = partsOfWhole(total, rest);
  if (parts || total.totalRank === 0) return parts;
  const barrier = rest.findIndex((column) => endsSum(column, total));
  const behind = barrier === -1 ? rest : rest.slice(0, barrier);
  if (areAllSources(behind)) return behind;
  const sources = sourcesFromTheFirst(total, behind);
  if (sources.length > 1) return sources;
  for (const scheme of SCHEMES) {
    const belongs = (column: Column) => scheme.test(lastWords(column));
    const parts = leading(behind, (column) => column.kind === 'empty' || belongs(column));
    // 基本支出 › 小计 | 人员经费 | 公用经费 ends where 项目支出 begins, which has a heading of its own.
    const within = leading(parts, (column) => sharesHeading(column, total));
    // Of a 小计 that lost its group nobody knows whether it counts the sources behind the budgets as well.
    if (scheme === BUDGET && isLoneSubtotal(total) && isSource(behind[parts.length])) continue;
    for (const each of [within, parts]) if (each.filter(belongs).length > 1) return each;
  }
  if (behind.length > 0 && behind.every(({ totalRank }) => totalRank > 0)) return behind;
  const group = partsInGroup(total, behind);
  return group.length > 1 ? group : undefined;
}

/** Whether a total is that of all expenditure, and what it consists of is all that stands behind it (A7). */
export function isAllExpenditure(total: Column, behind: readonly Column[]): boolean {
  const words = behind.map(lastWords);
  return (
    total.totalRank > 1 &&
    ['基本支出', '项目支出'].every((part) => words.includes(part)) &&
    new Set(words).size === words.length &&
    words.every((text) => EXPENDITURE.test(text))
  );
}

/** Whether a total is that of all income, and nothing but all sources of it stands behind it (A6). */
export function isAllIncome(total: Column, behind: readonly Column[]): boolean {
  return total.totalRank > 1 && !/本年/.test(total.label) && areAllSources(behind);
}

/**
 * The sources that follow 一般公共预算, which comes first of all: 合计 | 一般公共预算 | 政府性基金 | 上年结转; of 财政拨款 no
 * others than the budgets.
 */
function sourcesFromTheFirst(total: Column, behind: readonly Column[]): readonly Column[] {
  const [first] = behind;
  if (!first || !/^一般公共预算/.test(lastWords(first))) return [];
  if (isLoneSubtotal(total)) return [];
  const isFiscal = /财政拨款/.test(compactLabel(total.label));
  return leading(behind, (column) => {
    const words = lastWords(column);
    const belongs = BUDGET.test(words) || (!isFiscal && (column.kind === 'empty' || SOURCE.test(words)));
    return sharesHeading(column, total) && belongs;
  });
}

/** 小计 that lost the heading of its group: nobody knows of what it is. */
export function isLoneSubtotal(total: Column): boolean {
  return total.partial && lastWords(total) === '小计';
}

function isSource(column: Column | undefined): boolean {
  return column !== undefined && SOURCE.test(lastWords(column));
}

/** Whether nothing but sources of income stands behind a total, and none is left out (A6). */
function areAllSources(behind: readonly Column[]): boolean {
  const words = behind.map(lastWords).filter((text) => !/^(?:备注|说明)?$/.test(text));
  const known = words.every((text) => SOURCE.test(text)) && new Set(words).size === words.length;
  return known && EVERY_LIST_HAS.every((pattern) => words.some((text) => pattern.test(text)));
}

/** Of parts by definition two at least are there: 工资福利支出 alone need not be all of 基本支出. */
function partsOfWhole(whole: Column, rest: readonly Column[]): readonly Column[] | undefined {
  // 基本支出小计 in one heading is 基本支出 › 小计.
  const name = lastWords(whole).replace(/(?:小计|合计)$/, '');
  for (const [pattern, part] of WHOLES) {
    const parts = pattern.test(name) ? leading(rest, (column) => part.test(lastWords(column))) : [];
    if (parts.length > 1) return parts;
  }
  return undefined;
}

function lastWords({ path }: Column): string {
  return compactLabel(path.at(-1) ?? '');
}

/**
 * Whether a sum ends in front of a column: a total of its rank or a higher one. The total of a smaller group
 * within the group of the first (“三公”经费 › 公务用车 › 小计) is one of its parts.
 */
export function endsSum(column: Column, total: Column): boolean {
  const isWithin =
    total.path.length > 1 && column.path.length > total.path.length && sharesHeading(column, total);
  return column.totalRank >= total.totalRank && !isWithin;
}

/** The columns behind a total that stand under a common heading with it. */
export function partsInGroup(total: Column, rest: readonly Column[]): readonly Column[] {
  if (total.path.length < 2) return [];
  return leading(rest, (column) => column.path.length > 1 && sharesHeading(column, total));
}

function leading<T>(items: readonly T[], fits: (item: T) => boolean): readonly T[] {
  const end = items.findIndex((item) => !fits(item));
  return end === -1 ? items : items.slice(0, end);
}

/** Headers may be scrambled, so a common heading only decides between what the rows bear out alike. */
export function sharesHeading(column: Column, total: Column): boolean {
  const heading = total.path.slice(0, -1);
  return heading.every((text, depth) => column.path[depth] === text);
}
