/** Classes of 部门预算支出经济分类 by the names that tables of words give them. */
const CLASSES: readonly (readonly [code: string, name: RegExp])[] = [
  ['301', /^工资福利支出$/],
  ['302', /^商品和服务支出$/],
  ['303', /^对个人和家庭的?补助(?:支出)?$/],
  ['307', /^债务利息(?:及费用)?支出$/],
  ['309', /^资本性支出\(基本建设\)$/],
  ['310', /^资本性支出$/],
];

/** 类 of 支出功能分类 as tables of words name them, without 支出 at the end (domain rules §6.4). */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['一般公共服务', '201'],
  ['外交', '202'],
  ['国防', '203'],
  ['公共安全', '204'],
  ['教育', '205'],
  ['科学技术', '206'],
  ['文化旅游体育与传媒', '207'],
  ['社会保障和就业', '208'],
  ['卫生健康', '210'],
  ['节能环保', '211'],
  ['城乡社区', '212'],
  ['农林水', '213'],
  ['交通运输', '214'],
  ['资源勘探工业信息等', '215'],
  ['商业服务业等', '216'],
  ['金融', '217'],
  ['自然资源海洋气象等', '220'],
  ['住房保障', '221'],
  ['粮油物资储备', '222'],
  ['灾害防治及应急管理', '224'],
]);

/** The 类 of 部门预算支出经济分类 that a name is that of: `301` for 工资福利支出. */
export function natureClassOf(name: string): string | undefined {
  return CLASSES.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The 类 of 支出功能分类 that a name, without 支出 at its end, is that of: `201` for 一般公共服务. */
export function functionClassOf(name: string): string | undefined {
  return FUNCTIONS.get(name);
}
