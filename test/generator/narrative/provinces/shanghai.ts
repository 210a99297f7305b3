import { sum } from '../facts.ts';
import { money } from '../text.ts';
import {
  classesOf,
  type Line,
  type Province,
  procured,
  type Telling,
  told,
  toldWithParts,
} from './pieces.ts';

/** The tables print 元, the text 万元; changes without percentages; 科目 in quotation marks. */
export const shanghai: Province = (facts) => {
  const { organ, year, total, general, fund, other, carried } = facts;
  const vehicles = sum(facts.purchase, facts.operation);
  const threePublic = sum(facts.abroad, vehicles, facts.reception);
  const last = `${year - 1}年预算`;
  const telling: Telling = {
    lead: `比${last}`,
    level: `与${last}`,
    up: ['增加', '增长'],
    down: ['减少', '下降'],
    reason: '',
    flat: '持平',
  };
  const because: Telling = { ...telling, reason: '，主要原因是业务安排变化' };
  const numbered = (no: string, name: string, pair: typeof total): Line => [
    `（${no}）${name}`,
    money(pair.now),
    '万元，',
    ...toldWithParts(pair, because),
    '。',
  ];
  const fiscal = { now: general.now + fund, before: general.before + fund };
  return [
    [`${organ}${year}年部门预算`],
    [''],
    ['主要职能'],
    [`${organ}是主管本区相关工作的政府组成部门。主要职能包括：`],
    ['1.贯彻执行有关法律、法规、规章和方针、政策。'],
    ['2.承担行业规划、管理和监督工作。'],
    [`${year}年部门预算编制说明`],
    [
      `${year}年，${organ}收入预算`,
      money(total.now),
      '万元，其中：财政拨款收入',
      money(fiscal.now),
      '万元，',
      ...told(fiscal, telling),
      '；其他收入',
      money(other),
      '万元；上年结转',
      money(carried),
      '万元。',
    ],
    [
      '支出预算',
      money(total.now),
      '万元，其中：财政拨款支出预算',
      money(fiscal.now),
      '万元，',
      ...told(fiscal, telling),
      '。财政拨款支出预算中，一般公共预算拨款支出预算',
      money(general.now),
      '万元，',
      ...told(general, telling),
      '；政府性基金拨款支出预算',
      money(fund),
      `万元，与${last}持平；国有资本经营预算拨款支出预算0万元，与${last}持平。`,
    ],
    ['变动的主要原因是人员经费和项目经费变化。财政拨款支出主要内容如下：'],
    ...classesOf(facts).map(([name, value], at) => [
      `${at + 1}.“${name}”科目`,
      money(value),
      '万元，主要用于人员经费、日常公用支出和项目支出。',
    ]),
    [`${year}年部门“三公”经费和机关运行经费预算情况说明`],
    [`一、${year}年“三公”经费预算情况说明`],
    [
      `${year}年“三公”经费预算数为`,
      money(threePublic.now),
      '万元，',
      ...toldWithParts(threePublic, telling),
      '。其中：',
    ],
    numbered('一', '因公出国（境）费', facts.abroad),
    [
      '（二）公务用车购置及运行费',
      money(vehicles.now),
      '万元，',
      ...toldWithParts(vehicles, because),
      '。其中：公务用车购置费',
      money(facts.purchase.now),
      '万元，',
      ...toldWithParts(facts.purchase, because),
      '；公务用车运行费',
      money(facts.operation.now),
      '万元，',
      ...toldWithParts(facts.operation, because),
      '。',
    ],
    numbered('三', '公务接待费', facts.reception),
    ['二、机关运行经费预算'],
    [
      `${year}年${organ}下属1家机关预算单位财政拨款的机关运行经费预算为`,
      money(facts.publicFunds.now),
      '万元。',
    ],
    ['三、政府采购预算情况'],
    [`${year}年本部门政府采购预算`, ...procured(facts)],
    ['四、绩效目标设置情况'],
    ['按照本区预算绩效管理工作的总体要求，本部门开展了项目支出绩效目标编报工作。'],
    ['五、国有资产占有使用情况'],
    [
      `截至${year - 1}年8月31日，${organ}共有车辆${facts.vehicles[0] ?? 0}辆，其中：定向化保障车辆${facts.vehicles[0] ?? 0}辆。`,
    ],
    ['名词解释'],
    ['（一）财政拨款收入：指区级财政部门当年拨付的资金。'],
    ['（二）基本支出：指为保障机构正常运转、完成日常工作任务所发生的支出，包括人员经费和日常公用经费。'],
  ];
};
