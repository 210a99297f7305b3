import { TOP_NUMBER } from '../text/numbering.ts';
import { compactLabel } from '../text/width.ts';

/**
 * Headings that the tables of departments have by the national layout and those of the regions (domain rules,
 * §1.3, §6.1, §6.3), by which the lines of a wrapped heading are known to be all of it and nothing else. Years
 * are written `#`; a word in braces may be missing.
 */
const LEAVES = `
  类 款 项 科目编码 科目代码 科目名称 支出功能分类{科目} 支出功能分类科目(按大类) {部门预算}支出经济分类科目{(按大类)} 政府预算支出经济分类科目{(按大类)} 功能科目编码 功能科目名称 功能分类科目编码 功能分类科目名称 功能分类科目 功能科目
  支出功能分类科目编码 支出功能分类科目名称 经济科目编码 经济科目名称 经济分类科目编码 经济分类科目名称 经济分类科目
  部门{预算}经济{分类}科目编码 部门{预算}经济{分类}科目名称 政府{预算}经济{分类}科目编码 政府{预算}经济{分类}科目名称
  单位编码 单位代码 单位名称 单位名称(科目) 单位名称(科目名称) 单位(科目)名称 单位(科目)代码 单位(项目)名称 支出项目类别{(资金使用单位)} 部门名称 部门编码 部门代码 预算单位
  项目名称 项目编码 项目金额 项目简介 项目 科目 序号 编码 代码 名称
  总计 合计 小计 收入总计 支出总计 收入合计 支出合计 本年收入合计 本年支出合计 备注
  上年结转 上年结转结余 上年结转(结余) 上年结转和结余 上年结余、结转 上年结转、结余 结转下年 结余分配
  一般公共预算{财政}{拨款}{收入} 一般公共预算资金
  政府性基金{预算}{财政}{拨款}{收入} 政府性基金预算资金
  国有资本经营{预算}{财政}{拨款}{收入} 国有资本经营预算资金
  财政专户管理资金{收入} 财政专户拨款 财政拨款{收入} 事业收入{预算} 事业单位经营收入{预算} 经营收入 上级补助收入{预算}
  附属单位上缴收入{预算} 其他收入{预算} 单位资金 其他资金 专户资金结转结余 单位资金结转结余 使用非财政拨款结余 用事业基金弥补收支差额 上年实户资金余额
  非教育收费收入预算 教育收费收入预算
  基本支出 项目支出 上缴上级支出 事业单位经营支出 经营支出 对附属单位补助支出 对下级单位补助支出 专项业务经费{支出}
  人员经费{支出} 公用经费{支出} 日常公用经费{支出} 人员支出 公用支出
  工资福利{性}支出 {一般}商品和服务支出 业务性商品和服务支出 对个人和家庭{的}补助{支出} {一般}资本性支出
  资本性支出(基本建设) 债务利息{及费用}支出 债务还本支出 对企业补助 对企业补助(基本建设) 对社会保障基金补助 其他支出
  财政预算全额拨款 财政预算定额补助 专项收入拨款 其他各项收入拨款 财政专户管理的非税收入拨款
  项目(按{部门预算}经济分类) 项目(按政府预算经济分类) 项目(按功能分类)
  部门项目{支出} 公共项目{支出} 公共项目(专项资金){支出} 经常性项目 延续性项目 一次性项目
  本级资金项目支出 上级资金项目支出
  本年预算 本年决算 上年预算 上年决算 上年执行数 上年预算数 本年预算数 预算数 决算数 执行数 #年执行数 #年预算数 #年决算数 #年预算 #年执行 {#}年初预算数 #年年初预算数
  增减额 增减% 增减(%) 增减率 增减比例 增减变化 增减情况
  #年 {比上年}增减 比上年增减额 比上年增减% 比上年增减(%) 比上年增减率 比上年增减比例 #年比#年增减{额} #年比#年增减% #年比#年增减(%) #年比#年增减率
  因公出国(境)费{用} 公务用车购置及运行{维护}费 公务用车购置费{用} 公务用车运行{维护}费 公务接待费 购置费 运行{维护}费
  因公出国(境)支出 公务用车购置和运行{维护}费 公务用车购置与运行{维护}费 公务接待支出
  会议费 培训费 机关运行经费 “三公”经费合计 三公经费合计
  货物类 工程类 服务类 货物 工程 服务
  金额 数量 单价 行次 采购品目{名称} 采购品目编码 采购项目 采购项目名称 计量单位 财政专户管理资金及单位资金 部门(单位)代码 部门(单位)名称
`;

/**
 * Headings of a region, and the names of 部门预算支出经济分类, which head the columns of tables that list them. Their beginnings
 * and ends head columns in other tables, so that these are not known to be parts.
 */
const NAMES = `
  财政专户管理资金收入安排的支出 事业{单位经营}收入安排的支出 上级补助收入安排的支出 附属单位上缴收入安排的支出 其他收入安排的支出 上年结转安排的支出
  预算内资金 纳入预算管理非税 上级专项转移支付 纳入财政专户管理资金(教卫专用) 上年结余
  财政指标拨款(补助){结转} 纳入财政预算管理的非税收入拨款 纳入金库非税收入安排的拨款 非税收入安排的拨款结转 其他结转
  规格要求 采购数量 采购时间 采购目录名称 采购项目总投资 购买服务内容 承接主体
  基本工资 津贴补贴 奖金 伙食补助费 绩效工资 机关事业单位基本养老保险缴费 职业年金缴费 {职工}基本医疗保险缴费 公务员医疗补助缴费 其他社会保障缴费 住房公积金 医疗费 其他工资福利支出
  办公费 印刷费 咨询费 手续费 水费 电费 邮电费 取暖费 物业管理费 差旅费 因公出国(境)费用 维修(护)费 租赁费 专用材料费 被装购置费 专用燃料费 劳务费 委托业务费 工会经费 福利费 其他交通费用 税金及附加费用 其他商品和服务支出
  离休费 退休费 退职{(役)}费 抚恤金 生活补助 救济费 医疗费补助 助学金 奖励金 个人农业生产补贴 代缴社会保险费 其他对个人和家庭的补助
`;

/** Headings that stand over others, besides those of {@link LEAVES}. */
const GROUPS = `
  收入 支出 科目 本年收入 本年支出 {支出}功能{分类}科目{编码} 经济{分类}科目{编码} 部门经济科目{编码} 政府经济科目{编码} 科目编码 科目代码
  单位(科目)代码 本年预算 本年决算 项目 收入预算 支出预算 资金来源 采购金额 一般公共预算 政府性基金预算 国有资本经营预算 {部门}{预算}{支出}经济分类{科目} 政府{预算}{支出}经济分类{科目} 人员经费 公用经费
  {本年}一般公共预算{财政拨款}{基本}支出 {本年}政府性基金{预算}{财政拨款}支出 {本年}国有资本经营{预算}{财政拨款}支出
  基本支出 项目支出 财政拨款{收入} 财政拨款支出 单位资金 上年结转 公务用车购置及运行{维护}费 公务用车购置和运行{维护}费 公务用车购置与运行{维护}费 “三公”经费 三公经费
  部门项目{支出} 公共项目{支出} 公共项目(专项资金) 纳入财政预算管理的非税收入拨款
  #年基本支出 #年预算数 #年执行数 #年决算数 #年预算 #年预算数比#年执行数 #年决算数比#年执行数 #年预算数比#年预算数
`;

/** Headings of a region that stand over others. */
const GROUPS_OF_REGIONS = `
  经费拨款(补助) 其他自有资金 财政拨款(补助)结转
`;

/** What heads a list of names and amounts, or several abreast. */
export const BLOCK_HEADING = /^(?:本年|财政拨款)?(?:收入|支出)$/;

/** What a text of joined lines is. */
export interface HeadingWords {
  /** Whether it heads one column. */
  readonly isLeaf: boolean;
  /** Whether it stands over other headings. */
  readonly isGroup: boolean;
  /** Whether it may be the beginning of a heading. */
  readonly mayGoOn: boolean;
  /** Whether it is a part of a longer heading, its beginning or its end. */
  readonly isPart: boolean;
}

const YEAR = /(?:19|20)\d{2}/g;
const UNIT = /\((?:元|万元|亿元)\)$/;

const names = new Set(wordsIn(NAMES));
const leaves = new Set(wordsIn(LEAVES));
const known = new Set(wordsIn(GROUPS));
const groups = new Set([...known, ...wordsIn(GROUPS_OF_REGIONS)]);
const beginnings = new Set(
  [...leaves, ...known].flatMap((word) => Array.from(word, (_, index) => word.slice(0, index + 1))),
);
const ends = new Set(
  [...leaves, ...known].flatMap((word) => Array.from(word.slice(1), (_, index) => word.slice(index + 1))),
);

/** Tells whether words, in half width and without blanks, are a heading known to be whole. */
export function headingWords(text: string): HeadingWords {
  const words = compactLabel(text).replace(YEAR, '#').replace(TOP_NUMBER, '');
  const bare = words.replace(UNIT, '');
  return {
    isLeaf: leaves.has(bare) || names.has(bare),
    isGroup: groups.has(bare),
    isPart: beginnings.has(words) || ends.has(words),
    mayGoOn: beginnings.has(words) || words !== bare || leaves.has(words.replace(/\([万亿]?元?$/, '')),
  };
}

/** Whether words are a whole heading that tables are known to have. */
export function isKnownHeading(text: string): boolean {
  const { isLeaf, isGroup } = headingWords(text);
  return isLeaf || isGroup;
}

/** Whether words are a heading that tables are known to have, or a part of one. */
export function isHeadingOrPart(text: string): boolean {
  const { isLeaf, isGroup, isPart } = headingWords(text);
  return isLeaf || isGroup || isPart;
}

function wordsIn(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((word) => expanded(word));
}

/** A word with and without each part in braces. */
function expanded(word: string): string[] {
  const optional = /^([^{]*)\{([^}]*)\}(.*)$/.exec(word);
  if (!optional) return [word];
  const [, before = '', part = '', behind = ''] = optional;
  return expanded(behind).flatMap((rest) => [before + rest, before + part + rest]);
}
