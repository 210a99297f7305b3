import { sum } from '../facts.ts';
import { money, percent } from '../text.ts';
import { bare, classesOf, named, type Province, procured, type Telling, told } from './pieces.ts';

/** 收入总计、支出总计 of the whole; 收、支总计各增加; 主要用于以下方面; 主要原因 with a colon. */
export const henan: Province = (facts) => {
  const { organ, year, total, general, fund, other, carried, basic, project } = facts;
  const vehicles = sum(facts.purchase, facts.operation);
  const threePublic = sum(facts.abroad, vehicles, facts.reception);
  const last = `${year - 1}年`;
  const telling: Telling = {
    lead: `比${last}`,
    level: `与${last}`,
    up: ['增加', '增长'],
    down: ['减少', '下降'],
    share: '，',
    reason: '。主要原因：工作任务和人员变化',
    flat: '持平',
  };
  const beside: Telling = { ...telling, lead: `预算数比${last}`, level: `预算数与${last}` };
  return [
    [`${organ}${year}年部门预算公开`],
    [''],
    ['第一部分 概况'],
    ['一、主要职能'],
    ['贯彻执行国家有关政策和法律法规，组织实施本地区相关事业发展规划。'],
    ['二、机构设置情况'],
    ['内设办公室、财务科、业务科等机构。'],
    [`第二部分 ${year}年部门预算情况说明`],
    ['一、收入支出预算总体情况说明'],
    [
      `${organ}${year}年收入总计`,
      money(total.now),
      '万元，支出总计',
      money(total.now),
      '万元，',
      ...told(total, {
        ...telling,
        lead: `与${last}预算相比，收、支总计各`,
        level: `收、支总计与${last}预算`,
      }),
      '。',
    ],
    ['二、收入预算总体情况说明'],
    [
      `${organ}${year}年收入合计`,
      money(total.now),
      '万元，其中：',
      ...named(
        [
          ['一般公共预算', general.now],
          ['政府性基金预算', fund],
          ['其他收入', other],
          ['上年结转', carried],
        ],
        { mark: '；' },
      ),
    ],
    ['三、支出预算总体情况说明'],
    [
      `${organ}${year}年支出合计`,
      money(total.now),
      '万元，其中：基本支出',
      money(basic.now),
      '万元，占',
      percent(basic.now, total.now),
      '%；项目支出',
      money(project.now),
      '万元，占',
      percent(project.now, total.now),
      '%。',
    ],
    ['四、财政拨款收入支出预算总体情况说明'],
    [
      `${organ}${year}年一般公共预算收支预算`,
      money(general.now),
      '万元，政府性基金收支预算',
      money(fund),
      '万元。',
      ...told(general, {
        ...telling,
        lead: `与${last}相比，一般公共预算收支预算`,
        level: `一般公共预算收支预算与${last}`,
      }),
      '。',
    ],
    ['五、一般公共预算支出预算情况说明'],
    [
      `${organ}${year}年一般公共预算支出年初预算为`,
      money(general.now),
      '万元。主要用于以下方面：',
      ...named(classesOf(facts), { mark: '；', of: general.now }),
    ],
    ['六、一般公共预算基本支出预算情况说明'],
    [
      `${organ}${year}年一般公共预算基本支出`,
      money(basic.now),
      '万元，其中：人员经费',
      money(facts.personnel.now),
      '万元，主要包括：基本工资、津贴补贴、奖金、住房公积金；公用经费',
      money(facts.publicFunds.now),
      '万元，主要包括：办公费、印刷费、差旅费、其他交通费用。',
    ],
    ['七、“三公”经费支出预算情况说明'],
    [
      `${organ}${year}年“三公”经费预算为`,
      money(threePublic.now),
      `万元。${year}年“三公”经费支出`,
      ...told(threePublic, beside),
      '。',
    ],
    ['具体支出情况如下：'],
    ['（一）因公出国（境）费', money(facts.abroad.now), '万元，', ...told(facts.abroad, beside), '。'],
    [
      '（二）公务用车购置及运行费',
      money(vehicles.now),
      '万元，其中，公务用车购置费',
      money(facts.purchase.now),
      '万元；公务用车运行维护费',
      money(facts.operation.now),
      '万元。公务用车购置费',
      ...told(facts.purchase, beside),
      '。公务用车运行维护费',
      ...told(facts.operation, beside),
      '。',
    ],
    ['（三）公务接待费', money(facts.reception.now), '万元，', ...told(facts.reception, beside), '。'],
    ['八、政府性基金预算支出预算情况说明'],
    fund === 0
      ? [`${organ}${year}年没有使用政府性基金预算拨款安排的支出。`]
      : [`${organ}${year}年政府性基金预算支出`, money(fund), '万元。'],
    ['九、国有资本经营预算支出预算情况说明'],
    [`${organ}${year}年没有使用国有资本经营预算拨款安排的支出。`],
    ['十、其他重要事项的情况说明'],
    ['（一）机关运行经费支出情况'],
    [
      `${organ}${year}年机关运行经费支出预算`,
      money(facts.publicFunds.now),
      '万元，主要保障机构正常运转及正常履职需要，',
      ...told(facts.publicFunds, telling),
      '。',
    ],
    ['（二）政府采购支出情况'],
    [`${year}年政府采购预算安排`, ...procured(facts)],
    ['（三）绩效目标设置情况'],
    [`${year}年，我部门对${bare(project.now)}万元项目支出设置了绩效目标。`],
    ['（四）国有资产占用情况'],
    [
      `${last}期末，我部门共有车辆${facts.vehicles[0] ?? 0}辆，其中：一般公务用车${facts.vehicles[0] ?? 0}辆。`,
    ],
    ['第三部分 名词解释'],
    ['一、财政拨款收入：是指财政当年拨付的资金。'],
  ];
};
