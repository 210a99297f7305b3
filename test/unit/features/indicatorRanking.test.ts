import assert from 'node:assert/strict';
import { completionsAt } from '../../support/completions.ts';

/** What someone who fills in the form would expect to be offered first. */
interface Wish {
  readonly project: string;
  readonly goal?: string;
  readonly heading: string;
  readonly typed?: string;
  /** Each of the first five is one of these. */
  readonly fits: RegExp;
  /** Where the library has no five of the field: how many come before those that any project of the kind may have. */
  readonly count?: number;
}

/** Words that name other fields of work than the project has: the first ten names are free of them. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  health: /患者|病人|病床|疾病|传染|疫苗|医|孕|健康|药/,
  school: /学生|助学|入学|学位|教师|幼儿|校舍|教科书/,
  farming: /农|畜|粮|耕地|林|草原|种植/,
  welfare: /低保|救助|残疾|孤儿|养老|殡葬/,
  justice: /案件|破案|警|诉讼|犯罪|法律/,
  water: /水库|河|灌溉|污水/,
  roads: /公路|公交|养护里程/,
};

function table(heading: string, project: string, goal: string): string {
  const level1 = /数量|质量|时效|成本/.test(heading)
    ? '产出指标'
    : /满意/.test(heading)
      ? '满意度指标'
      : '效益指标';
  return `2023年项目支出绩效目标表
项目名称		${project}		
年度目标		${goal}		
	一级指标	二级指标	三级指标	指标值
	${level1}	${heading}	‸	
`;
}

const WISHES: Readonly<Record<string, Wish & { readonly own?: readonly string[] }>> = {
  'a hall rebuilt': {
    project: '政务大厅改造项目',
    heading: '质量指标',
    typed: '率',
    fits: /工程|验收|变更|政务|受理/,
  },
  'a hall of a government, which is no matter of 民政': {
    project: '“一窗通办”改革经费',
    goal: '贵阳市人民政府政务服务中心：完成市政务大厅功能升级改造',
    heading: '质量指标',
    typed: '率',
    fits: /政务|采购|服务|满意|验收|工程/,
  },
  'a hall rebuilt, in numbers': {
    project: '政务服务大厅维修改造',
    heading: '数量指标',
    fits: /面积|窗口|大厅|功能分区|改造|维修|门禁/,
  },
  'officials trained': {
    project: '干部教育培训经费',
    heading: '数量指标',
    fits: /培训|课程|授课|外训/,
  },
  'officials trained, how well': {
    project: '干部教育培训经费',
    heading: '质量指标',
    typed: '率',
    fits: /培训|课程/,
  },
  'equipment bought': {
    project: '办公设备购置',
    heading: '质量指标',
    fits: /设备|购置|办公用品|采购|验收/,
  },
  'systems kept running': {
    project: '信息系统运行维护费',
    heading: '质量指标',
    fits: /系统|网络|运行|网站|监控|故障|设备|维护/,
  },
  'public health': {
    project: '基本公共卫生服务项目',
    goal: '免费向城乡居民提供基本公共卫生服务，做好高血压、2型糖尿病患者健康管理。',
    heading: '质量指标',
    fits: /患者|病|疫|医|孕|健康|药|人群血/,
    own: ['health'],
  },
  'students supported': {
    project: '义务教育家庭经济困难学生生活补助',
    heading: '数量指标',
    fits: /学|教育|寄宿/,
    own: ['school', 'welfare'],
  },
  'farmland built': {
    project: '高标准农田建设项目',
    heading: '数量指标',
    fits: /农|灌溉|田|节水|建设|里程|耕地/,
    count: 3,
    own: ['farming', 'water', 'roads'],
  },
  'roads kept': {
    project: '农村公路养护工程',
    heading: '数量指标',
    fits: /公路|道路|里程|桥/,
    own: ['roads', 'farming', 'water'],
  },
  'people in need': {
    project: '特困人员救助供养资金',
    heading: '数量指标',
    fits: /救助|特困|低保|补贴|补助|孤儿|残疾/,
    own: ['welfare', 'health', 'farming'],
  },
  'a building managed': {
    project: '办公楼物业管理服务',
    heading: '数量指标',
    fits: /物业|保安|保洁|大楼|绿化|服务|电梯|维修/,
  },
  'safety inspected': {
    project: '安全生产执法检查经费',
    heading: '数量指标',
    fits: /安全|检查|执法|举报|整治|监督|隐患/,
    count: 4,
  },
  'plays in villages': {
    project: '送戏下乡惠民演出活动',
    heading: '数量指标',
    fits: /活动|送戏|场次|电影|展览|场馆|非物质/,
    own: ['farming'],
  },
  'a congress': {
    project: '人民代表大会会议经费',
    heading: '数量指标',
    fits: /会|代表|人大/,
  },
  'the environment measured': {
    project: '生态环境监测经费',
    heading: '数量指标',
    fits: /监测|环境|污染/,
    own: ['water'],
  },
  'woods planted': {
    project: '造林绿化项目',
    heading: '数量指标',
    fits: /林|绿化/,
    count: 2,
    own: ['farming'],
  },
  'legal aid': {
    project: '法律援助办案补贴',
    heading: '数量指标',
    fits: /法律|案|调解|律|补贴|补助|普法/,
    count: 2,
    own: ['justice'],
  },
  'satisfaction with training': {
    project: '职工业务培训',
    heading: '满意度指标',
    fits: /培训|学员|参训|干部职工|服务对象|使用人员|受益/,
  },
  'a project that its goal alone tells': {
    project: '“一窗通办”改革经费',
    goal: '对政务大厅进行改造，设置综合窗口，实现一窗受理。',
    heading: '数量指标',
    fits: /窗口|政务|大厅|改造|事项|办件|面积|功能分区|办事/,
  },
};

describe('completion of indicator names, as a clerk expects it', () => {
  for (const [name, { project, goal = '', heading, typed = '', fits, own = [], count = 5 }] of Object.entries(
    WISHES,
  )) {
    it(`${name}: ${heading}`, () => {
      const text = table(heading, project, goal).replace('‸', `${typed}‸`);
      const names = completionsAt(text).labels.slice(0, 10);
      assert.deepEqual(
        names.slice(0, count).filter((each) => !fits.test(each)),
        [],
        names.join('、'),
      );
      const foreign = Object.keys(FIELDS).filter((field) => !own.includes(field));
      const strays = names.filter((each) => foreign.some((field) => FIELDS[field]?.test(each)));
      assert.deepEqual(strays, [], names.join('、'));
    });
  }
});
