import { wordList } from './fillers.ts';

/**
 * What a figure is an amount of. Income and expenditure are told apart from whose money it is: 一般公共预算拨款收入
 * is `income` of the scope `general`.
 */
export type Concept =
  /** 收支总预算: income and expenditure, which are equal. */
  | 'balance'
  | 'income'
  | 'expenditure'
  /** 财政拨款, with neither 收入 nor 支出. */
  | 'appropriation'
  | 'basic'
  | 'project'
  | 'personnel'
  /** 公用经费 */
  | 'public'
  /** 机关运行经费 */
  | 'agency-running'
  | 'three-public'
  | 'abroad'
  /** 公务用车购置及运行维护费 */
  | 'vehicles'
  | 'vehicle-purchase'
  | 'vehicle-operation'
  | 'reception'
  | 'meeting'
  | 'training'
  | 'procurement'
  | 'procurement-goods'
  | 'procurement-works'
  | 'procurement-services'
  | 'purchased-services'
  /** 上年结转, 年初结转和结余 */
  | 'carried-in'
  /** 结转下年, 年末结转和结余 */
  | 'carried-out'
  | 'business-income'
  | 'operating-income'
  | 'superior-grant'
  | 'subsidiary-remittance'
  | 'other-income'
  /** 财政专户管理资金 */
  | 'special-account'
  /** 单位资金, 使用非财政拨款结余 */
  | 'own-funds'
  /** 上缴上级支出 */
  | 'superior-remittance'
  | 'operating-expenditure'
  /** 对附属单位补助支出 */
  | 'subsidiary-grant'
  /** A 科目, by its name or code. */
  | 'subject'
  /** A named project. */
  | 'project-item'
  /** Money whose targets are set: 绩效目标管理涉及… */
  | 'performance-coverage'
  /** Counted: 编制, 在职实有, 离退休, 车辆, 设备. */
  | 'posts'
  | 'staff'
  | 'retirees'
  | 'vehicles-owned'
  | 'equipment';

/** Whose money: all of it, or what the budget of the government gave. */
export type Scope = 'all' | 'fiscal' | 'general' | 'fund' | 'state-capital';

/** A 科目 as printed. */
export interface Subject {
  readonly name: string;
  readonly code?: string;
  /** 类, 款 or 项, where the text says so. */
  readonly level?: '类' | '款' | '项';
  /** The names of the levels over it, outermost first, where the text gives them. */
  readonly within?: readonly string[];
}

type Words = readonly (readonly [Concept, string])[];

/**
 * Words that name a concept wherever they end a label. Longer words win over shorter ones that end alike:
 * 公务用车购置及运行费 is no 公务用车运行费.
 */
const CONCEPT_WORDS: Words = [
  ['basic', '基本支出'],
  ['project', '项目支出 专项业务经费支出 专项业务经费 专项业务费'],
  ['personnel', '人员经费 人员支出 人员类支出'],
  ['public', '公用经费 日常公用经费 日常公用支出 公用支出'],
  ['agency-running', '机关运行经费 机关运行费'],
  ['three-public', '三公经费 三公 三公费用'],
  ['abroad', '因公出国(境) 因公出国(境)费 因公出国境 因公出国 出国(境)费 因公出国(境)费用 出国(境)'],
  [
    'vehicles',
    `
    公务用车购置及运行维护 公务用车购置及运行 公务用车购置和运行 公务用车购置和运行维护
    公务用车购置费及运行维护 公务用车购置费及运行 公务用车购置费和运行维护 公务用车购置费和运行
    公务用车购置费、运行维护 公务用车购置费、运行 公务用车运行维护费及购置 公务用车运行费及购置 公务用车费
    公务用车购置费用及运行维护 公务用车购置与运行维护 公务用车运行及购置 公务用车购置和维护
    公务用车购置及维护 公务用车购置与运行 公务用车购置及运行管理 公务用车运行维护及购置
    公务用车购置、运行 公务用车购置、运行维护 公务用车购置及运行维修 公车购置及运行 公车购置及运行维护
    公务用车
  `,
  ],
  ['vehicle-purchase', '公务用车购置 公车购置 公务车购置 公务用车车辆购置'],
  [
    'vehicle-operation',
    '公务用车运行维护 公务用车运行 公务用车维护 公车运行维护 公车运行 公务车运行维护 公务车运行 公务用车运行维修 公务用车运行管理',
  ],
  ['reception', '公务接待 公务招待'],
  ['meeting', '会议费 会议经费'],
  ['training', '培训费 培训经费'],
  ['procurement', '政府采购 政府集中采购和分散采购'],
  ['procurement-goods', '政府采购货物 货物类采购 货物类政府采购 政府货物类采购 货物采购 采购货物'],
  ['procurement-works', '政府采购工程 工程类采购 工程类政府采购 政府工程类采购 工程采购 采购工程'],
  ['procurement-services', '政府采购服务 服务类采购 服务类政府采购 政府服务类采购 服务采购 采购服务'],
  ['purchased-services', '政府购买服务 购买服务'],
  [
    'carried-in',
    `
    上年结转 上年结转结余 上年结转和结余 上年结转与结余 上年结余 上年结余结转 上年度结转
    上年结转(结余) 年初结转和结余 年初结转结余 年初结转 年初结余 以前年度结转 上年末结转
    上年度结转结余 上年结余(结转) 年初财政拨款结转和结余 上年财政拨款结转 上年财政拨款资金结转
    上年结转资金
  `,
  ],
  [
    'carried-out',
    '结转下年 结转下年度 年末结转和结余 年末结转结余 年终结转和结余 年终结余 年终结转结余 年末结余 年末结转',
  ],
  ['business-income', '事业收入 事业预算收入'],
  ['operating-income', '事业单位经营收入 经营收入'],
  ['superior-grant', '上级补助收入'],
  ['subsidiary-remittance', '附属单位上缴收入 附属单位上交收入'],
  ['other-income', '其他收入'],
  [
    'special-account',
    '财政专户管理资金 财政专户管理资金收入 财政专户拨款 纳入财政专户管理的非税收入 财政专户核拨资金 教育收费收入',
  ],
  [
    'own-funds',
    '单位资金 使用非财政拨款结余 用事业基金弥补收支差额 非财政拨款结余 单位资金收入 用非财政拨款结余',
  ],
  ['superior-remittance', '上缴上级支出'],
  ['operating-expenditure', '事业单位经营支出 经营支出'],
  ['subsidiary-grant', '对附属单位补助支出 对附属单位补助'],
];

/** Words that name a concept only beneath another one: 货物类 in a sentence on 政府采购. */
const CONTEXT_WORDS: readonly (readonly [Concept, Concept, string])[] = [
  ['procurement', 'procurement-goods', '货物 货物类 货物项目 货物类项目'],
  ['procurement', 'procurement-works', '工程 工程类 工程项目 工程类项目'],
  ['procurement', 'procurement-services', '服务 服务类 服务项目 服务类项目'],
  ['three-public', 'vehicle-purchase', '车辆购置 购车'],
  ['three-public', 'vehicle-operation', '车辆运行 车辆运行维护'],
  ['vehicles', 'vehicle-purchase', '购置 购车 车辆购置'],
  ['vehicles', 'vehicle-operation', '运行 运行维护 车辆运行 车辆运行维护'],
  ['agency-running', 'agency-running', '运行 运行经费 运行费 机关运行'],
];

/** Counted things, by words anywhere in front of the number. */
const COUNT_WORDS: Words = [
  ['posts', '编制'],
  ['staff', '实有 在职 在编 在岗 现有人员'],
  ['retirees', '离退休 退休 离休'],
  ['vehicles-owned', '车辆 用车 公务车 技术车 车'],
  ['equipment', '设备'],
];

const BY_LENGTH: readonly (readonly [string, Concept])[] = CONCEPT_WORDS.flatMap(([concept, words]) =>
  wordList(words).map((word) => [word, concept] as const),
).sort((a, b) => b[0].length - a[0].length);

const WITHIN = CONTEXT_WORDS.map(
  ([within, concept, words]) => ({ within, concept, words: new Set(wordList(words)) }) as const,
);

const COUNTED = COUNT_WORDS.flatMap(([concept, words]) =>
  wordList(words).map((word) => [word, concept] as const),
);

/** Every word that names a concept. */
export const CONCEPT_NAMES: readonly string[] = BY_LENGTH.map(([word]) => word);

/** The longest word of a concept that ends a label, or undefined. */
export function conceptAtEnd(
  label: string,
): { readonly concept: Concept; readonly word: string } | undefined {
  const found = BY_LENGTH.find(([word]) => label.endsWith(word));
  return found && { word: found[0], concept: found[1] };
}

/** The concept that words of a list have beneath another concept. */
export function conceptWithin(label: string, context: Concept): Concept | undefined {
  return WITHIN.find(({ within, words }) => within === context && words.has(label))?.concept;
}

/** What is counted, by the words in front of the number; the word nearest to it decides. */
export function countConcept(label: string): Concept | undefined {
  // 设备(不含车辆)12台
  const words = label.replace(/\((?:不含|不包括|不包含|除)[^()]{0,20}\)/g, '');
  // What is to be bought is not there yet.
  if (/购置|购买|拟购|新购|采购/.test(words)) return undefined;
  let best: Concept | undefined;
  let end = 0;
  for (const [word, concept] of COUNTED) {
    const at = words.lastIndexOf(word);
    if (at === -1 || at + word.length <= end) continue;
    end = at + word.length;
    best = concept;
  }
  return best;
}
