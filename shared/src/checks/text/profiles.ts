import type { TableRole } from '../../disclosure/table.ts';

/** A table that must be published. */
export interface RequiredTable {
  readonly name: string;
  readonly role: TableRole;
  /** Words that show the table, or the reason why it is left out, wherever they stand. */
  readonly words: RegExp;
  readonly source: string;
}

/** A part of the text that must be there. */
export interface RequiredSection {
  readonly name: string;
  readonly words: RegExp;
  readonly source: string;
}

/** What one kind of disclosure must contain. */
export interface Profile {
  readonly kinds: readonly ('部门' | '单位')[];
  readonly stage: '预算' | '决算';
  /** The first year to which it applies. */
  readonly since: number;
  /** `rules`: read in the domain rules; `sample`: seen in a published disclosure; `ours`: our own choice. */
  readonly origin: 'rules' | 'sample' | 'ours';
  /** Words of a title or of the body's name that show that it binds the document; absent where it binds all. */
  readonly region?: RegExp;
  readonly tables: readonly RequiredTable[];
  readonly sections: readonly RequiredSection[];
}

const RULES_2016 = '财预〔2016〕143号';
const SHANGHAI = '上海市预算审查监督条例第十六条';
const HANZHONG = '汉中市2023年公开的说明';

/** The nine tables of a final account, as the central and several local sets have them (domain rules §1.2). */
const FINAL_TABLES: readonly RequiredTable[] = [
  table('收入支出决算总表', 'income-expenditure', /收(?:入)?支(?:出)?决算总(?:体情况)?表/, RULES_2016),
  table('收入决算表', 'income', /收入决算(?:总|情况)?表/, RULES_2016),
  table('支出决算表', 'expenditure', /支出决算(?:总|情况)?表/, RULES_2016),
  table('财政拨款收入支出决算总表', 'fiscal-income-expenditure', /财政拨款收/, RULES_2016),
  table(
    '一般公共预算财政拨款支出决算表',
    'general-budget-expenditure',
    /一般公共预算(?:财政拨款)?支出/,
    RULES_2016,
  ),
  table('基本支出决算表', 'basic-expenditure', /基本支出(?:决算|情况|明细)?.{0,12}表/, RULES_2016),
  table('“三公”经费支出决算表', 'three-public', /三公.{0,30}表/, RULES_2016),
  table('政府性基金预算收支决算表', 'government-fund', /政府性基金/, RULES_2016),
  table('国有资本经营预算支出决算表', 'state-capital', /国有资本经营/, RULES_2016),
];

/**
 * What is required everywhere, and what single regions have beside it. Titles differ by region, so that a table counts
 * by its role or its words. The sets of regions are those of published disclosures and of domain rules §1.3; the
 * source of each says which.
 */
export const PROFILES: readonly Profile[] = [
  {
    kinds: ['部门', '单位'],
    stage: '预算',
    since: 2017,
    origin: 'rules',
    tables: [
      table('收支总表', 'income-expenditure', /收支(?:预算)?总(?:体情况)?表|收支总体情况/, RULES_2016),
      table('收入总表', 'income', /收入(?:预算)?总?(?:体情况)?表/, RULES_2016),
      table('支出总表', 'expenditure', /支出(?:预算)?总?(?:体情况)?表/, RULES_2016),
      table('财政拨款收支总表', 'fiscal-income-expenditure', /财政拨款收支/, RULES_2016),
      table('一般公共预算支出表', 'general-budget-expenditure', /一般公共预算(?:财政拨款)?支出/, RULES_2016),
      table(
        '一般公共预算基本支出表',
        'basic-expenditure',
        /基本支出(?:预算|情况|明细)?表|基本支出.{0,12}表/,
        RULES_2016,
      ),
      table('“三公”经费支出表', 'three-public', /三公.{0,30}表/, RULES_2016),
      table('政府性基金预算支出表', 'government-fund', /政府性基金/, RULES_2016),
    ],
    sections: [
      section('机构设置和职责', /职责|职能/, '财预〔2016〕143号'),
      section('机关运行经费', /机关运行|运行经费|公用经费/, '预算法第十四条、实施条例第六条'),
      section('政府采购', /政府采购/, '预算法第十四条、实施条例第六条'),
      section('国有资产占用', /国有资产|资产占[用有]|车辆/, '财预〔2016〕143号'),
      section('绩效目标', /绩效/, '国发〔2021〕5号'),
      section('名词解释', /(?:名词|名称|术语|用语)解释/, '财预〔2016〕143号'),
    ],
  },
  {
    kinds: ['部门', '单位'],
    stage: '决算',
    since: 2017,
    origin: 'rules',
    tables: FINAL_TABLES,
    sections: [
      section('机构设置和职责', /职责|职能/, RULES_2016),
      section('机关运行经费', /机关运行|运行经费|公用经费/, '预算法第十四条、实施条例第六条'),
      section('政府采购', /政府采购/, '预算法第十四条、实施条例第六条'),
      section('国有资产占用', /国有资产|资产占[用有]|车辆/, RULES_2016),
      section('绩效', /绩效/, '国发〔2021〕5号'),
      section('名词解释', /(?:名词|名称|术语|用语)解释/, RULES_2016),
    ],
  },
  {
    ...regional(/上海市/, 'rules', '上海市各区公开的表目（九张）', [
      ['国有资本经营预算支出表', 'state-capital', /国有资本经营/],
      ['“三公”经费和机关运行经费预算表', 'three-public', /三公.{0,4}经费和机关运行经费/],
    ]),
    sections: [
      section('机构设置', /机构设置|内设机构|内设处室|所属单位|单位构成/, SHANGHAI),
      section('收支情况', /收支|收入预算|预算收入/, SHANGHAI),
    ],
  },
  {
    ...regional(/陕西省|汉中市/, 'sample', '汉中市2023年公开的表目（十五张）', [
      ['专项业务经费支出表', 'project-expenditure', /专项业务经费支出/],
      ['政府采购预算表', 'procurement', /政府采购/],
      ['专项业务经费绩效目标表', 'performance-target', /(?:专项业务经费|项目).{0,8}绩效目标/],
      ['部门整体支出绩效目标表', 'overall-performance', /整体支出绩效/],
    ]),
    sections: [
      section('工作任务', /工作任务|重点工作|主要任务/, HANZHONG),
      section('人员情况说明', /人员(?:情况|编制|构成)|编制\d/, HANZHONG),
      section('会议费、培训费情况说明', /会议费|培训费/, HANZHONG),
      section('公用经费情况说明', /公用经费|机关运行经费/, HANZHONG),
    ],
  },
  {
    ...regional(/重庆市/, 'sample', '重庆市各区公开的表目（九张及绩效目标表）', [
      ['国有资本经营预算支出表', 'state-capital', /国有资本经营/],
      ['项目支出绩效目标表', 'performance-target', /绩效目标/],
    ]),
    sections: [
      section('重点支出的安排和绩效', /绩效|重点(?:支出|项目|工作)/, '重庆市预算审查监督条例第九条'),
      section('单位构成', /单位构成|下属.{0,8}单位|所属.{0,8}单位/, '重庆市各区公开的说明'),
    ],
  },
  regional(/贵阳市|贵州省/, 'sample', '贵阳市2022年公开的表目（十一张及绩效目标表）', [
    ['国有资本经营预算支出表', 'state-capital', /国有资本经营/],
    ['对下转移支付表', 'transfer-payment', /转移支付/],
    ['绩效目标表', 'performance-target', /绩效目标/],
  ]),
  {
    ...regional(/武汉市/, 'sample', '武汉市2023年公开的表目（十四张）', [
      ['国有资本经营预算支出表', 'state-capital', /国有资本经营/],
      ['项目支出表', 'project-expenditure', /项目支出/],
      ['政府采购预算表', 'procurement', /政府采购/],
      ['绩效目标表', 'performance-target', /绩效目标/],
    ]),
    sections: [
      section('年度工作目标及主要任务', /工作目标|主要任务|工作任务|重点工作/, '武汉市2023年公开的说明'),
    ],
  },
  regional(/湖南省|株洲市/, 'sample', '株洲市2022年公开的表目', [
    ['国有资本经营预算支出表', 'state-capital', /国有资本经营/],
    ['政府采购预算表', 'procurement', /政府采购/],
    ['部门整体支出绩效目标表', 'overall-performance', /整体支出绩效/],
    ['项目支出绩效目标表', 'performance-target', /项目.{0,8}绩效目标/],
  ]),
];

/** What the budgets of a region have beside what is required everywhere. They came to be so with 国发〔2021〕5号. */
function regional(
  region: RegExp,
  origin: Profile['origin'],
  source: string,
  tables: readonly (readonly [string, TableRole, RegExp])[],
): Profile {
  return {
    kinds: ['部门', '单位'],
    stage: '预算',
    since: 2021,
    origin,
    region,
    tables: tables.map(([name, role, words]) => table(name, role, words, source)),
    sections: [],
  };
}

function table(name: string, role: TableRole, words: RegExp, source: string): RequiredTable {
  return { name, role, words, source };
}

function section(name: string, words: RegExp, source: string): RequiredSection {
  return { name, words, source };
}
