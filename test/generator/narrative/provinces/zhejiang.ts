import { sum } from '../facts.ts';
import { money } from '../text.ts';
import {
  classesOf,
  fiscalOf,
  type Line,
  named,
  type Province,
  procured,
  sourcesOf,
  type Telling,
  told,
  wholeOf,
} from './pieces.ts';

/** 关于…的说明 in numbered parts; 与上年相比; 占 behind each part; 数为 before figures of 项. */
export const zhejiang: Province = (facts) => {
  const { organ, year, total, general, fund, basic, project } = facts;
  const vehicles = sum(facts.purchase, facts.operation);
  const threePublic = sum(facts.abroad, vehicles, facts.reception);
  const telling: Telling = {
    lead: `比上年执行数`,
    level: '与上年执行数',
    up: ['增加', '增长'],
    down: ['减少', '下降'],
    share: '，',
    reason: '，主要是人员经费和项目经费变动',
    flat: '持平',
  };
  const beside: Telling = { ...telling, lead: '比上年预算数', level: '与上年预算数' };
  const lineOf = (no: number, name: string, pair: typeof total): Line => [
    `（${'一二三'[no]}）${name}`,
    money(pair.now),
    '万元，',
    ...told(pair, beside),
    '。',
  ];
  return [
    [`${organ}${year}年度部门预算公开`],
    [''],
    ['一、部门概况'],
    ['（一）主要职能。承担全县相关行业的规划、指导、监督和管理职责。'],
    ['（二）部门预算单位构成。从预算单位构成看，部门预算包括局本级预算。'],
    [`二、${year}年度部门预算安排情况说明`],
    [`（一）关于${year}年收支预算情况的总体说明`],
    [
      `按照综合预算的原则，${organ}所有收入和支出均纳入部门预算管理。${year}年收支总预算`,
      money(total.now),
      '万元。收入包括：',
      ...named(sourcesOf(facts), { mark: '、' }),
    ],
    [`（二）关于${year}年收入预算情况说明`],
    [
      `${organ}${year}年收入预算`,
      money(total.now),
      '万元，',
      ...told(total, telling),
      '。其中：',
      ...named(sourcesOf(facts), { mark: '；', of: total.now }),
    ],
    [`（三）关于${year}年支出预算情况说明`],
    [
      `${organ}${year}年支出预算`,
      money(total.now),
      '万元，',
      ...told(total, telling),
      '。按支出用途分：',
      ...named(
        [
          ['人员支出', facts.personnel.now],
          ['日常公用支出', facts.publicFunds.now],
          ['项目支出', project.now],
        ],
        { mark: '，', of: total.now },
      ),
    ],
    [`（四）关于${year}年财政拨款收支预算情况的总体说明`],
    [
      `${organ}${year}年财政拨款收支总预算`,
      money(fiscalOf(facts).now),
      '万元。收入包括：',
      ...named(
        [
          ['一般公共预算拨款', general.now],
          ['政府性基金预算拨款', fund],
        ],
        { mark: '、' },
      ),
    ],
    [`（五）关于${year}年一般公共预算拨款情况说明`],
    ['1.一般公共预算拨款规模变化情况'],
    [`${organ}${year}年一般公共预算拨款`, money(general.now), '万元，', ...told(general, telling), '。'],
    ['2.一般公共预算拨款结构情况'],
    named(classesOf(facts), { mark: '，', of: general.now }),
    ['3.一般公共预算拨款具体使用情况'],
    ...facts.items.map((item, at) => [
      `（${at + 1}）${item.names[0]}（类）${item.names[1]}（款）${item.names[2]}（项）`,
      money(wholeOf(item).now),
      '万元。主要用于单位履行职能。',
    ]),
    [`（六）关于${year}年一般公共预算基本支出情况说明`],
    [`${organ}${year}年一般公共预算基本支出`, money(basic.now), '万元，其中：'],
    ['人员经费', money(facts.personnel.now), '万元，主要包括：基本工资、津贴补贴、奖金、绩效工资等；'],
    ['公用经费', money(facts.publicFunds.now), '万元，主要包括：办公费、水费、电费、邮电费等。'],
    [`（七）关于${year}年“三公”经费预算情况说明`],
    [
      `${organ}${year}年“三公”经费预算数为`,
      money(threePublic.now),
      '万元，',
      ...told(threePublic, beside),
      '。具体如下：',
    ],
    lineOf(0, '因公出国（境）费用', facts.abroad),
    lineOf(1, '公务接待费', facts.reception),
    [
      '（三）公务用车购置及运行维护费',
      money(vehicles.now),
      '万元，其中公务用车购置费',
      money(facts.purchase.now),
      '万元，公务用车运行维护费',
      money(facts.operation.now),
      '万元，',
      ...told(vehicles, beside),
      '。',
    ],
    ['（八）其他重要事项的情况说明'],
    ['1.机关运行经费'],
    [
      `${year}年${organ}本级的机关运行经费财政拨款预算`,
      money(facts.publicFunds.now),
      '万元，',
      ...told(facts.publicFunds, beside),
      '。',
    ],
    ['2.政府采购情况'],
    [`${year}年${organ}政府采购预算总额`, ...procured(facts)],
    ['三、名词解释'],
    ['1.财政拨款收入：指单位从同级财政部门取得的财政预算资金。'],
  ];
};
