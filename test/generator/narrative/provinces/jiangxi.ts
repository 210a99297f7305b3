import { sum } from '../facts.ts';
import { money, percent } from '../text.ts';
import { classesOf, named, type Province, procured, sourcesOf, type Telling, told } from './pieces.ts';

/** 总额为; 较上年预算安排; expenditure divided by 项目类别 and by 功能科目 in one paragraph; 占…的比重. */
export const jiangxi: Province = (facts) => {
  const { organ, year, total, general, fund, basic, project } = facts;
  const vehicles = sum(facts.purchase, facts.operation);
  const threePublic = sum(facts.abroad, vehicles, facts.reception);
  const telling: Telling = {
    lead: '较上年预算安排',
    level: '与上年预算安排',
    up: ['增加', '增长'],
    down: ['减少', '下降'],
    share: '，',
    reason: '',
    flat: '持平',
  };
  const because: Telling = { ...telling, reason: '，主要原因是落实过紧日子要求，并新增重点工作' };
  return [
    [`${organ}${year}年部门预算`],
    [''],
    ['第一部分 部门概况'],
    ['一、部门主要职责'],
    ['拟订本地区相关事业发展规划并组织实施；承担监督管理职责。'],
    ['二、机构设置及人员情况'],
    ['共有预算单位1个。编制人数30人，其中：行政编制20人、事业编制10人；实有人数25人。'],
    [`第二部分 ${organ}${year}年部门预算情况说明`],
    [`一、${year}年部门预算收支情况说明`],
    ['（一）收入预算情况'],
    [
      `${year}年${organ}收入预算总额为`,
      money(total.now),
      '万元，',
      ...told(total, because),
      '。其中：',
      ...named(sourcesOf(facts), { mark: '；' }),
    ],
    ['（二）支出预算情况'],
    [`${year}年${organ}支出预算总额为`, money(total.now), '万元，', ...told(total, because), '。'],
    [
      '按支出项目类别划分：基本支出',
      money(basic.now),
      '万元，占支出预算总额的',
      percent(basic.now, total.now),
      '%，',
      ...told(basic, telling),
      '，包括',
      ...named(
        [
          ['工资福利支出', facts.personnel.now],
          ['商品和服务支出', facts.publicFunds.now],
        ],
        { mark: '、', end: '；' },
      ),
      '项目支出',
      money(project.now),
      '万元，占支出预算总额的',
      percent(project.now, total.now),
      '%，',
      ...told(project, telling),
      '。',
    ],
    ['（三）财政拨款支出情况'],
    [
      `${year}年${organ}一般公共预算财政拨款支出预算总额`,
      money(general.now),
      '万元，',
      ...told(general, because),
      '。',
    ],
    ['按支出功能科目划分：', ...named(classesOf(facts), { mark: '，', of: general.now })],
    ['（四）政府性基金情况'],
    fund === 0
      ? [`${year}年本部门没有使用政府性基金预算拨款安排的支出。`]
      : [`${year}年本部门政府性基金预算支出`, money(fund), '万元。'],
    ['（五）国有资本经营情况'],
    ['本部门没有使用国有资本经营预算拨款安排的支出。'],
    ['（六）机关运行经费情况'],
    [
      `${year}年部门机关运行费预算`,
      money(facts.publicFunds.now),
      '万元，',
      ...told(facts.publicFunds, because),
      '。',
    ],
    ['（七）政府采购情况'],
    [`${year}年部门所属各单位政府采购总额`, ...procured(facts)],
    ['（八）国有资产占有使用情况'],
    [
      `截至${year - 1}年12月31日，部门共有车辆${facts.vehicles[0] ?? 0}辆，其中，一般公务用车实有数${facts.vehicles[0] ?? 0}辆。`,
    ],
    [`二、${year}年“三公”经费预算情况说明`],
    [`${year}年${organ}“三公”经费一般公共预算安排`, money(threePublic.now), '万元，其中：'],
    ['因公出国（境）费', money(facts.abroad.now), '万元，', ...told(facts.abroad, because), '。'],
    ['公务接待费', money(facts.reception.now), '万元，', ...told(facts.reception, because), '。'],
    ['公务用车运行维护费', money(facts.operation.now), '万元，', ...told(facts.operation, because), '。'],
    ['公务用车购置费', money(facts.purchase.now), '万元，', ...told(facts.purchase, because), '。'],
    ['第三部分 名词解释'],
    ['一、收入科目'],
    ['（一）财政拨款：指省、市、县财政当年拨付的资金。'],
  ];
};
