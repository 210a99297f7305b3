import { longestFirst, wordList } from './fillers.ts';

/**
 * Names of 科目 that narratives give without their codes: the 类 of both classifications and the 项 and 款 that
 * nearly every body has (domain rules §6.4, §6.5). Names are half width. The catalogue knows all names; here
 * only those count that cannot be taken for anything else.
 */
const NAMES = {
  /** 功能分类 类 */
  functionalClasses: `
  一般公共服务支出 外交支出 国防支出 公共安全支出 教育支出 科学技术支出 文化旅游体育与传媒支出
  文化体育与传媒支出 社会保障和就业支出 社会保险基金支出 卫生健康支出 医疗卫生与计划生育支出
  医疗卫生支出 节能环保支出 城乡社区支出 农林水支出 交通运输支出 资源勘探工业信息等支出
  资源勘探信息等支出 商业服务业等支出 金融支出 援助其他地区支出 自然资源海洋气象等支出
  国土海洋气象等支出 住房保障支出 粮油物资储备支出 国有资本经营预算支出 灾害防治及应急管理支出 预备费
  债务还本支出 债务付息支出 债务发行费用支出 抗疫特别国债安排的支出
`,
  /** 功能分类 项 */
  functionalItems: `
  行政运行 一般行政管理事务 机关服务 事业运行 行政单位离退休 事业单位离退休 离退休人员管理机构
  机关事业单位基本养老保险缴费支出 机关事业单位基本养老保险缴费 机关事业单位职业年金缴费支出
  机关事业单位职业年金缴费 行政单位医疗 事业单位医疗 公务员医疗补助 其他行政事业单位医疗支出
  住房公积金 提租补贴 购房补贴
`,
  /** 经济分类 */
  economic: `
  工资福利支出 商品和服务支出 对个人和家庭的补助 对个人和家庭的补助支出 对个人和家庭补助 对个人及家庭的补助 商品服务支出 资本性支出
  资本性支出(基本建设) 债务利息及费用支出 对企业补助 对企业补助(基本建设) 对社会保障基金补助
  机关工资福利支出 机关商品和服务支出 机关资本性支出(一) 机关资本性支出(二) 对事业单位经常性补助
  对事业单位资本性补助 对企业资本性支出 基本工资 津贴补贴 奖金 绩效工资 办公费 印刷费 水费 电费
  邮电费 取暖费 物业管理费 差旅费 维修(护)费 租赁费 劳务费 委托业务费 工会经费 福利费
  其他交通费用 其他商品和服务支出 其他工资福利支出 其他社会保障缴费 职工基本医疗保险缴费 职业年金缴费
  办公设备购置 退休费 离休费 生活补助 奖励金
`,
};

const BY_LENGTH = longestFirst(Object.values(NAMES).flatMap(wordList));

/** The names of 科目 that narratives give without their codes. */
export const SUBJECT_NAMES: readonly string[] = BY_LENGTH;

/** The longest name of a 科目 that ends a label, or undefined. */
export function subjectAtEnd(label: string): string | undefined {
  return BY_LENGTH.find((name) => label.endsWith(name));
}

const ECONOMIC: ReadonlySet<string> = new Set(wordList(NAMES.economic));

/** Whether a name is that of a 类 or 款 of the 经济分类, and of no 科目 of 支出功能分类. */
export function isEconomicName(name: string): boolean {
  return ECONOMIC.has(name);
}

const CLASSES: ReadonlySet<string> = new Set(wordList(NAMES.functionalClasses));

/** Whether a name is that of a 类 of 支出功能分类, today's or a former one. */
export function isFunctionalClass(name: string): boolean {
  return CLASSES.has(name);
}
