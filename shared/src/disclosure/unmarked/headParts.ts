import { isOfWhich } from '../labels.ts';

type PartOf = readonly [part: RegExp, group: RegExp];

/** The current year is broken down, the year before it is not. */
const BROKEN_DOWN: PartOf = [/^(?:小计|基本支出|项目支出)$/, /^(?!.*(?:上年(?!结转)|执行数|增减|变化|比))/];

/** Which groups have which parts, by law or custom (domain rules, §1.3): words of the part, and of its group. */
const PARTS: readonly PartOf[] = [
  [/^(?:人员|公用|日常公用)(?:经费|支出)/, /基本支出/],
  [/因公出国|公务接待/, /三公/],
  [/公务用车(?:购置|运行)|^(?:购置|运行)/, /用车|三公/],
  [/^增减/, /增减|变化|比/],
  BROKEN_DOWN,
  [/经常性|延续性|一次性|^(?:部门|公共)项目|资金项目/, /项目/],
  [/结转/, /结转/],
  [/拨款.*结转/, /^财政拨款.*结转|^上年结转/],
  [/拨款(?!.*结转)/, /拨款/],
  // What is paid in full or in part, and fees within the budget, come from it (财预〔2010〕88号).
  [/(?:全额拨款|定额补助)$|^纳入财政预算管理的非税/, /^一般公共预算|经费拨款/],
  // Since 2011 fees of education alone are kept outside the budget.
  [/专项收入/, /^(?!.*专户).*非税/],
  [/教育收费/, /事业收入|专户/],
  [/^(?:上级补助|附属单位上缴|事业单位经营)收入$/, /自有|单位资金|其他资金/],
];

/**
 * What fiscal appropriations never comprise: other sources of income beside them (预算法实施条例第四十条), what is left of
 * earlier years beside this year's money, and remarks.
 */
const FISCAL = /^财政(?:拨款|资金)(?:收入)?$/;
const BESIDE_FISCAL =
  /^(?:上级补助|附属单位上缴|(?:事业单位)?经营|事业|其他)收入$|^用事业基金|^使用非财政|实户资金|^备注$/;
/** What a public institution earns comprises no other source of income, nor what is left of earlier years (事业单位财务规则第十六条). */
const EARNED = /^事业收入(?:预算)?$/;
const BESIDE_EARNED =
  /^(?:上级补助|附属单位上缴|事业单位经营|经营|其他)收入|^用事业基金|^使用非财政|^上年|^(?:一般公共|政府性基金|国有资本经营)预算|^备注$/;
const CARRIED_OVER = /结转|结余/;
const OF_EARNED = /^非?教育收费收入/;
/** Kinds of expenditure, of which none comprises another (预算法实施条例, 政府收支分类). */
const KIND_OF_EXPENDITURE = /^(?:基本支出|项目支出|(?:事业单位)?经营支出|上缴上级支出|对附属单位补助支出)$/;
const BUDGET = /^(?:一般公共预算|政府性基金|国有资本经营)(?!.*(?:一般公共预算|政府性基金|国有资本经营))/;

/** Whether law lets a group of one heading have another as a part: the budgets are apart from each other (预算法第五条). */
export function mayComprise(group: string, part: string): boolean {
  if (FISCAL.test(group)) return !BESIDE_FISCAL.test(part);
  if (EARNED.test(group)) return !BESIDE_EARNED.test(part);
  if (KIND_OF_EXPENDITURE.test(group)) return !KIND_OF_EXPENDITURE.test(part);
  const budget = BUDGET.exec(group)?.[0];
  const own = BUDGET.exec(part)?.[0];
  return budget === undefined || own === undefined || own === budget;
}

/**
 * Whether a heading that is a part by its words stands under its own group, if that is there.
 *
 * @param over the heading over it
 * @param others headings that it might stand under
 */
export function isUnderItsGroup(part: string, over: string, others: readonly string[]): boolean {
  return PARTS.every(
    ([own, group]) =>
      !own.test(part) || group.test(over) || isOfWhich(over) || !others.some((each) => group.test(each)),
  );
}

/** Whether a group is known to have such a part. */
export function isKnownPart(part: string, group: string): boolean {
  return PARTS.some((rule) => rule !== BROKEN_DOWN && rule[0].test(part) && rule[1].test(group));
}

/**
 * Whether the budgets below fiscal appropriations are all there are, none of them standing beside that heading, and what was
 * carried over is not listed in front of them.
 */
export function hasItsBudgets(group: string, below: readonly string[], beside: readonly string[]): boolean {
  if (!FISCAL.test(group) || !below.some((label) => BUDGET.test(label))) return true;
  const isApart = beside.some((label) => BUDGET.test(label) && !CARRIED_OVER.test(label));
  return !isApart && !CARRIED_OVER.test(below[0] ?? '');
}

/** Whether 事业收入 stands beside 教育收费收入, which is a part of it. */
export function standsBesideItsPart(labels: readonly string[]): boolean {
  return labels.some((label) => EARNED.test(label)) && labels.some((label) => OF_EARNED.test(label));
}
