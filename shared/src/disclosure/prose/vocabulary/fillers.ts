/** Splits a text at its blanks. */
export function wordList(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Longer words first, so that a word is not taken for a shorter one it begins or ends with. */
export function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** Behind the words that name a thing: how it was fixed, and that a number follows. */
export const TAIL_WORDS = longestFirst(
  wordList(`
  资金安排情况 预算安排 总预算 预算总额 预算总计 预算合计 预算资金 年初预算数 年初预算 预算数
  决算数 预算收入 执行数 收入 预算 决算 金额 总金额 总额度 总额 总计 总数 合计 共计 小计
  总规模 规模 安排 支出 经费 费用 资金 费 数 均为 分别为 总共 共有 有 为 共 计 约 达到
  达 是 各 均 等 情况 列支 投入 财政拨款 一般公共预算财政拨款 一般公共预算拨款 一般公共预算安排 一般公共预算 拨款 款项
  额 总 科目 按同口径 同口径 由 从 全部 实际 完成 开支 合同 下达 方面 的 预计 拟 仅 人民币 类 , : 、 -
`),
);

/** Behind 收入, 支出 and 拨款 as such, the same but for words that name a thing themselves. */
export const TOTAL_TAIL_WORDS = TAIL_WORDS.filter((word) => !/支出|收入|费|拨款|类/.test(word));

/** In front of the words that name a thing: whose it is, when, and how it was granted. */
export const NEUTRAL_WORDS = longestFirst(
  wordList(`
  中华人民共和国 本部门 本单位 我部门 我单位 我局 我委 我办 我院 我校 我镇 我乡 我中心 该部门
  该单位 部门预算 单位预算 综合预算 部门 单位 综合 全口径 同口径 口径 本级 当年 本年度 本年 全年
  年初 今年 年度 上年 上年度 去年 年 总体 总 一般公共预算财政拨款 一般公共预算当年财政拨款
  一般公共预算当年拨款 一般公共预算拨款 一般公共预算 一般公共 公共财政预算 公共预算
  政府性基金预算财政拨款 政府性基金预算拨款 政府性基金预算 政府性基金 国有资本经营预算财政拨款
  国有资本经营预算拨款 国有资本经营预算 国有资本经营 财政拨款 财政补助 财政 拨款 资金 预算 决算
  经费 其中 包括 包含 含 主要 具体 分别 安排用于 安排的 安排 纳入 使用 开支 列支 发生 实现
  完成 实际 预计 计划 涉及 下达 批复 申请 编制 公开 支出预算 收入预算 支出 收入 用于 按 中
  的 和 及 与 以及 另 又 在 由 共 是 为 有 等 各 数 等于 合计 、 , : ( ) -
  一是 二是 三是 四是 五是 六是 部分 方面 机关 所属 下属 因 从 对比 相比 两年 拨入
`),
);
