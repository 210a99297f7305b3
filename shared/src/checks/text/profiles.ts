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
  readonly tables: readonly RequiredTable[];
  readonly sections: readonly RequiredSection[];
}

const RULES_2016 = '财预〔2016〕143号';

/**
 * What is required everywhere. Titles differ by region, so that a table counts by its role or its words; sets of
 * single regions, which require more, are not listed: which of them binds a document cannot be told from it.
 */
export const PROFILES: readonly Profile[] = [
  {
    kinds: ['部门', '单位'],
    stage: '预算',
    since: 2017,
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
];

function table(name: string, role: TableRole, words: RegExp, source: string): RequiredTable {
  return { name, role, words, source };
}

function section(name: string, words: RegExp, source: string): RequiredSection {
  return { name, words, source };
}
