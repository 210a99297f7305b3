/** Kinds of projects that indicators are made for. An indicator of no kind fits any project. */
export const PROJECT_KINDS = [
  '工程',
  '采购',
  '信息化',
  '培训',
  '会议',
  '购买服务',
  '宣传',
  '活动',
  '补助',
  '运行维护',
  '检查执法',
  '调研规划',
  '监测',
  '人员',
] as const;

/** What a project is for, as far as its name tells. */
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** The words in names of projects that tell their kind. */
const WORDS: { readonly [K in ProjectKind]: RegExp } = {
  工程: /工程|改造|修缮|建设|新建|扩建|维修|整治|治理|加固|装修|造林|绿化/,
  采购: /采购|购置|购买(?!服务)|配备|更新|装备|物资/,
  信息化: /信息|系统|平台|网络|软件|数字|智慧|智能|数据|互联网|机房|网站/,
  培训: /培训|继续教育|轮训|研修/,
  会议: /会议|大会|全会|两会|论坛|研讨/,
  购买服务: /购买服务|政府购买|服务外包|外包|委托|劳务|物业|第三方/,
  宣传: /宣传|普法|宣教|新闻|媒体|推介|科普/,
  活动: /活动|文化节|旅游节|艺术节|比赛|竞赛|大赛|赛事|展览|展会|会展|慰问|演练|招商/,
  补助: /补助|补贴|资助|救助|奖励|奖补|助学|津贴|扶持|低保|抚恤|供养/,
  运行维护: /运行|运转|维护|运维|保障|日常|后勤|租赁|水电|物业|公用/,
  检查执法: /执法|检查|监管|督查|监督|抽检|抽查|审计|专项整治/,
  调研规划: /规划|调研|研究|课题|编制|评估|调查|普查|咨询|统计/,
  监测: /监测|检测|预警|预报|监控/,
  人员: /人员|雇员|辅警|聘用|编外|工资|公益性岗位|协管|专干|村干部/,
};

/** The kinds of project a name speaks of; several, or none. */
export function kindsOfProject(name: string): readonly ProjectKind[] {
  return PROJECT_KINDS.filter((kind) => WORDS[kind].test(name));
}
