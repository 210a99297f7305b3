import { sum } from '../facts.ts';
import { money } from '../text.ts';
import { bare, type Line, type Province, type Telling, told } from './pieces.ts';

/** 部门概况, 预算安排情况 and 专业性名词解释; each item of 三公 with its change, its parts in brackets. */
export const guangdong: Province = (facts) => {
  const { organ, year, total } = facts;
  const vehicles = sum(facts.purchase, facts.operation);
  const threePublic = sum(facts.abroad, vehicles, facts.reception);
  const telling: Telling = {
    lead: '比上年',
    level: '与上年',
    up: ['增加', '增长'],
    down: ['减少', '下降'],
    share: '，',
    reason: '，主要原因是业务工作量变化',
    flat: '持平',
  };
  const item = (name: string, pair: typeof total, end: string): Line => [
    name,
    money(pair.now),
    '万元，',
    ...told(pair, telling),
    end,
  ];
  return [
    [`${year}年${organ}部门预算`],
    [''],
    ['第一部分 部门概况'],
    ['一、主要职责'],
    ['负责贯彻执行国家和省有关方针政策，承担行业管理工作。'],
    ['二、机构设置'],
    ['本部门预算为汇编预算，纳入编制范围的预算单位共3个，包括本级和2个下属单位。'],
    [`第二部分 ${year}年部门预算情况说明`],
    ['一、部门预算收支增减变化情况'],
    [
      `${year}年本部门收入预算`,
      money(total.now),
      '万元，',
      ...told(total, telling),
      '；支出预算',
      money(total.now),
      '万元，',
      ...told(total, telling),
      '。',
    ],
    ['二、“三公”经费安排情况'],
    [
      ...item(`${year}年本部门“三公”经费预算安排`, threePublic, '。其中：'),
      ...item('因公出国（境）费', facts.abroad, '；'),
      '公务用车购置及运行费',
      money(vehicles.now),
      '万元（公务用车购置费',
      money(facts.purchase.now),
      '万元，公务用车运行费',
      money(facts.operation.now),
      '万元），',
      ...told(vehicles, telling),
      '；',
      ...item('公务接待费', facts.reception, '。'),
    ],
    ['三、机关运行经费安排情况'],
    [
      `${year}年，本部门机关运行经费安排`,
      money(facts.publicFunds.now),
      '万元，',
      ...told(facts.publicFunds, telling),
      '。其中：办公费、印刷费、邮电费、差旅费等按定额标准安排。',
    ],
    ['四、政府采购情况'],
    [
      `${year}年本部门政府采购安排`,
      money(facts.goods + facts.works + facts.services),
      '万元，其中：货物类采购预算',
      money(facts.goods),
      '万元，工程类采购预算',
      money(facts.works),
      '万元，服务类采购预算',
      money(facts.services),
      '万元等。',
    ],
    ['五、国有资产占有使用情况'],
    [
      `截至${year - 1}年12月31日，本部门共有车辆`,
      `${facts.vehicles[0] ?? 0}辆，其中，一般公务用车${facts.vehicles[0] ?? 0}辆；单价50万元以上通用设备0台（套）。`,
    ],
    ['六、重点项目预算绩效目标'],
    [`${year}年，本部门对${bare(facts.project.now)}万元的项目设定了绩效目标。`],
    ['第三部分 专业性名词解释'],
    [
      '机关运行经费：指行政单位和参照公务员法管理的事业单位使用一般公共预算安排的基本支出中的日常公用经费支出。',
    ],
  ];
};
