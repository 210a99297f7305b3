import { sum } from '../facts.ts';
import { money } from '../text.ts';
import {
  classesOf,
  fiscalOf,
  named,
  type Province,
  procured,
  type Telling,
  told,
  wholeOf,
  withoutShare,
} from './pieces.ts';

/** 职能 first; 规模, 结构 and 具体使用情况 of the general budget apart; three lines on 三公 behind their total. */
export const sichuan: Province = (facts) => {
  const { organ, year, total, general, fund, other, carried, basic, project } = facts;
  const vehicles = sum(facts.purchase, facts.operation);
  const threePublic = sum(facts.abroad, facts.reception, vehicles);
  const last = `${year - 1}年`;
  const against = (what: string): Telling => ({
    lead: `比${last}${what}`,
    level: `与${last}${what}`,
    up: ['增加', '增长'],
    down: ['减少', '下降'],
    share: '，',
    reason: '，主要原因是人员和项目变动。',
    flat: '持平',
  });
  const ofThreePublic: Telling = {
    ...against('预算'),
    lead: `较${last}预算`,
    share: '，',
    reason: '。主要原因是业务工作安排变化。',
  };
  return [
    [`${organ}${year}年部门预算`],
    [''],
    ['一、基本职能及主要工作'],
    ['（一）部门职能简介。负责贯彻执行有关法律法规，承担本行业规划、管理和服务工作。'],
    [`（二）${year}年重点工作。推进重点项目建设，提升服务水平。`],
    ['二、收支预算情况说明'],
    [
      '按照综合预算的原则，',
      `${organ}所有收入和支出均纳入部门预算管理。${organ}${year}年收支预算总数`,
      money(total.now),
      '万元，',
      ...told(total, withoutShare(against('收支预算总数'))),
      ...(total.now === total.before ? ['。'] : []),
    ],
    ['（一）收入预算情况'],
    [
      `${organ}${year}年收入预算`,
      money(total.now),
      '万元，其中：',
      ...named(
        [
          ['上年结转', carried],
          ['一般公共预算拨款收入', general.now],
          ['政府性基金预算拨款收入', fund],
          ['其他收入', other],
        ],
        { mark: '；', of: total.now },
      ),
    ],
    ['（二）支出预算情况'],
    [
      `${organ}${year}年支出预算`,
      money(total.now),
      '万元，其中：',
      ...named(
        [
          ['基本支出', basic.now],
          ['项目支出', project.now],
        ],
        { mark: '；', of: total.now },
      ),
    ],
    ['三、财政拨款收支预算情况说明'],
    [
      `${organ}${year}年财政拨款收支预算总数`,
      money(fiscalOf(facts).now),
      '万元。收入包括：',
      ...named(
        [
          ['本年一般公共预算拨款收入', general.now],
          ['本年政府性基金预算拨款收入', fund],
        ],
        { mark: '、', end: '；' },
      ),
      '支出包括：',
      ...named(classesOf(facts), { mark: '、', end: fund === 0 ? '。' : '、' }),
      ...(fund === 0 ? [] : ['城乡社区支出', money(fund), '万元。']),
    ],
    ['四、一般公共预算当年拨款情况说明'],
    ['（一）一般公共预算当年拨款规模变化情况'],
    [
      `${organ}${year}年一般公共预算当年拨款`,
      money(general.now),
      '万元，',
      ...told(general, against('预算数')),
    ],
    ['（二）一般公共预算当年拨款结构情况'],
    named(classesOf(facts), { mark: '；', of: general.now }),
    ['（三）一般公共预算当年拨款具体使用情况'],
    ...facts.items.map((item, at) => [
      `${at + 1}.${item.names[0].replace(/支出$/, '')}（类）${item.names[1]}（款）${item.names[2]}（项）：${year}年预算数为`,
      money(wholeOf(item).now),
      '万元，主要用于保障机构正常运转和履行职能。',
    ]),
    ['五、一般公共预算基本支出情况说明'],
    [`${organ}${year}年一般公共预算基本支出`, money(basic.now), '万元，其中：'],
    ['人员经费', money(facts.personnel.now), '万元，主要包括：基本工资、津贴补贴、奖金、住房公积金等。'],
    ['公用经费', money(facts.publicFunds.now), '万元，主要包括：办公费、印刷费、差旅费、公务接待费等。'],
    ['六、“三公”经费财政拨款预算安排情况说明'],
    [
      `${organ}${year}年“三公”经费财政拨款预算数`,
      money(threePublic.now),
      '万元，其中：',
      ...named(
        [
          ['因公出国（境）经费', facts.abroad.now],
          ['公务接待费', facts.reception.now],
          ['公务用车购置及运行维护费', vehicles.now],
        ],
        { mark: '，' },
      ),
    ],
    ['（一）因公出国（境）经费', ...told(facts.abroad, withoutShare(ofThreePublic))],
    ['（二）公务接待费', ...told(facts.reception, withoutShare(ofThreePublic))],
    [
      '（三）公务用车购置及运行维护费',
      money(vehicles.now),
      '万元，其中：公务用车购置费',
      money(facts.purchase.now),
      '万元，公务用车运行维护费',
      money(facts.operation.now),
      '万元，',
      ...told(vehicles, ofThreePublic),
    ],
    ['七、政府性基金预算支出情况说明'],
    fund === 0
      ? [`${organ}${year}年没有使用政府性基金预算拨款安排的支出。`]
      : [`${organ}${year}年政府性基金预算支出`, money(fund), '万元，全部用于项目建设。'],
    ['八、国有资本经营预算支出情况说明'],
    [`${organ}${year}年没有使用国有资本经营预算拨款安排的支出。`],
    ['九、其他重要事项的情况说明'],
    ['（一）机关运行经费'],
    [
      `${year}年，${organ}机关运行经费财政拨款预算为`,
      money(facts.publicFunds.now),
      '万元，',
      ...told(facts.publicFunds, against('预算')),
    ],
    ['（二）政府采购情况'],
    [`${year}年，${organ}安排政府采购预算`, ...procured(facts)],
    ['（三）国有资产占有使用情况'],
    [
      `截至${year - 1}年底，${organ}共有车辆`,
      `${sumOf(facts.vehicles)}辆，其中：机要通信用车${facts.vehicles[0]}辆、其他用车${facts.vehicles[1]}辆。单价50万元以上通用设备0台（套）。`,
    ],
    ['（四）绩效目标设置情况'],
    [`绩效目标是预算编制的前提和基础。${year}年${organ}按要求编制了绩效目标。`],
    ['十、名词解释'],
    ['（一）一般公共预算拨款收入：指同级财政当年拨付的资金。'],
    ['（二）基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。'],
  ];
};

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
