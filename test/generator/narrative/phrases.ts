import { change, changeFromBase, list, part, REASONS } from './changes.ts';
import { type Facts, type Item, type Pair, sum } from './facts.ts';
import { money, type Piece, percent, percentOf } from './text.ts';

/** Ways to put a thing; which one is taken is drawn for each document. */
export type Variants = readonly ((facts: Facts) => readonly Piece[])[];

const incomeParts = ({ general, fund, other, carried, total }: Facts, shares: boolean) => {
  const whole = shares ? total.now : undefined;
  return [
    part('一般公共预算拨款收入', general.now, whole),
    part('政府性基金预算拨款收入', fund, whole),
    part('其他收入', other, whole),
    part('上年结转', carried, whole),
  ];
};

export const INCOME: Variants = [
  (facts) => [
    `${facts.year}年收入预算`,
    money(facts.total.now),
    '万元，其中：',
    ...list('；', incomeParts(facts, true)),
  ],
  (facts) => [
    `${facts.year}年收入预算`,
    money(facts.total.now),
    '万元，',
    ...change(facts.total, '上年'),
    '。其中：',
    ...list('，', incomeParts(facts, false)),
  ],
  (facts) => [
    `按照综合预算的原则，${facts.year}年部门收入预算总额为`,
    money(facts.total.now),
    '万元，包括',
    ...list('、', incomeParts(facts, false)),
  ],
];

export const EXPENDITURE: Variants = [
  (facts) => [
    `${facts.year}年支出预算`,
    money(facts.total.now),
    '万元，',
    ...change(facts.total, `${facts.year - 1}年预算`),
    '。其中：',
    ...list('；', [
      part('基本支出', facts.basic.now, facts.total.now),
      part('项目支出', facts.project.now, facts.total.now),
    ]),
  ],
  (facts) => [
    `${facts.year}年支出预算`,
    money(facts.total.now),
    '万元，',
    ...change(facts.total, '上年'),
    '。其中：基本支出',
    money(facts.basic.now),
    '万元，',
    ...change(facts.basic, '上年'),
    '；项目支出',
    money(facts.project.now),
    '万元，',
    ...change(facts.project, '上年'),
    '。',
  ],
  (facts) => [
    `${facts.year}年部门支出预算`,
    money(facts.total.now),
    '万元，其中：基本支出',
    money(facts.basic.now),
    '万元，项目支出',
    money(facts.project.now),
    '万元。',
  ],
];

/** 收入预算 X，其中：财政拨款收入 Y；…: income and expenditure told one after the other, each with its change. */
export const BOTH: Variants = [
  ({ year, total, general, fund, other, carried }) => [
    `${year}年，收入预算`,
    money(total.now),
    '万元，其中：财政拨款收入',
    money(general.now + fund),
    '万元，其他收入',
    money(other),
    '万元，上年结转',
    money(carried),
    '万元；支出预算',
    money(total.now),
    '万元，',
    ...change(total, `${year - 1}年预算`),
    '。',
  ],
  ({ year, total }) => [
    `${year}年部门收支总预算`,
    money(total.now),
    '万元，',
    ...change(total, `${year - 1}年`, REASONS[2]),
    '。',
  ],
  ({ year, total }) => [
    `${year}年收入总计、支出总计均为`,
    money(total.now),
    '万元，',
    ...change(total, '上年', REASONS[1]),
    '。',
  ],
];

export const FISCAL: Variants = [
  ({ year, general, fund }) => [
    `${year}年`,
    { text: '财政拨款', kind: 'scope' },
    '收支总预算',
    money(general.now + fund),
    '万元。收入包括：一般公共预算财政拨款本年收入',
    money(general.now),
    '万元、政府性基金预算财政拨款本年收入',
    money(fund),
    '万元。',
  ],
  ({ year, general, fund }) => [
    `${year}年财政拨款收入预算`,
    money(general.now + fund),
    '万元，其中：一般公共预算',
    money(general.now),
    '万元，政府性基金预算',
    money(fund),
    '万元。',
  ],
];

export const GENERAL: Variants = [
  ({ year, general, basic }) => [
    `${year}年`,
    { text: '一般公共预算', kind: 'scope' },
    '拨款支出预算',
    money(general.now),
    '万元，',
    ...changeFromBase(general, year),
    '。其中：基本支出',
    money(basic.now),
    '万元，项目支出',
    money(general.now - basic.now),
    '万元。',
  ],
  ({ year, general, basic }) => [
    `${year}年`,
    { text: '一般公共预算', kind: 'scope' },
    '财政拨款支出',
    money(general.now),
    '万元，',
    ...change(general, '上年'),
    '。其中：基本支出',
    money(basic.now),
    '万元，占',
    percent(basic.now, general.now),
    '%；项目支出',
    money(general.now - basic.now),
    '万元，占',
    { text: percentOf(general.now - basic.now, general.now), kind: 'percent' },
    '%。',
  ],
  ({ year, general, basic, personnel, publicFunds }) => [
    `${year}年一般公共预算财政拨款支出`,
    money(general.now),
    '万元。其中：基本支出',
    money(basic.now),
    '万元，',
    ...change(basic, `${year - 1}年`),
    '，其中：人员经费',
    money(personnel.now),
    '万元，公用经费',
    money(publicFunds.now),
    '万元；项目支出',
    money(general.now - basic.now),
    '万元。',
  ],
];

export const THREE_PUBLIC: Variants = [
  (facts) => {
    const vehicles = sum(facts.purchase, facts.operation);
    const all = sum(facts.abroad, vehicles, facts.reception);
    return [
      `${facts.year}年“三公”经费财政拨款预算`,
      money(all.now),
      '万元，',
      ...change(all, '上年'),
      '。其中：因公出国（境）费',
      money(facts.abroad.now),
      '万元，',
      ...change(facts.abroad, '上年'),
      '；公务用车购置及运行维护费',
      money(vehicles.now),
      '万元（其中：公务用车购置费',
      money(facts.purchase.now),
      '万元，公务用车运行维护费',
      money(facts.operation.now),
      '万元），',
      ...change(vehicles, '上年'),
      '；公务接待费',
      money(facts.reception.now),
      '万元，',
      ...change(facts.reception, '上年'),
      '。',
    ];
  },
  (facts) => {
    const vehicles = sum(facts.purchase, facts.operation);
    const all = sum(facts.abroad, vehicles, facts.reception);
    return [
      `${facts.year}年一般公共预算“三公”经费预算`,
      money(all.now),
      '万元，',
      ...changeFromBase(all, facts.year),
      '，其中：',
      ...list('，', [
        part('因公出国（境）费', facts.abroad.now),
        part('公务用车购置及运行维护费', vehicles.now),
        part('公务接待费', facts.reception.now),
      ]),
    ];
  },
];

export const RUNNING: Variants = [
  ({ year, publicFunds }) => [
    `${year}年安排机关运行经费`,
    money(publicFunds.now),
    '万元，',
    ...changeFromBase(publicFunds, year),
    '。',
  ],
  ({ year, publicFunds }) => [
    `${year}年机关运行经费预算`,
    money(publicFunds.now),
    '万元，',
    ...change(publicFunds, `${year - 1}年预算`),
    '。',
  ],
  ({ year, publicFunds }) => [
    `机关运行经费。${year}年机关运行经费`,
    money(publicFunds.now),
    '万元，',
    ...change(publicFunds, '上年', REASONS[2]),
    '。主要用于办公费、邮电费、差旅费等。',
  ],
];

function runningOf([running]: readonly Item[]): Pair {
  return running?.basic ?? { now: 0, before: 0 };
}

/** What a 科目 is given, named by its levels or by its path; the tables have one. */
export const SUBJECT: Variants = [
  ({ year, items }) => [
    `${year}年“一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）”`,
    money(runningOf(items).now),
    '万元，主要用于机关运转。',
  ],
  ({ items }) => [
    '“一般公共服务支出-政府办公厅（室）及相关机构事务-行政运行”科目',
    money(runningOf(items).now),
    '万元，主要用于机关运转。',
  ],
  ({ year, items }) => [
    `行政运行（2010301）${year}年预算数为`,
    money(runningOf(items).now),
    '万元，',
    ...change(runningOf(items), '上年', REASONS[1]),
    '。',
  ],
];

export const PROCUREMENT: Variants = [
  ({ year, goods, works, services }) => [
    `${year}年政府采购预算总额`,
    money(goods + works + services),
    '万元，其中：政府采购货物预算',
    money(goods),
    '万元，政府采购工程预算',
    money(works),
    '万元，政府采购服务预算',
    money(services),
    '万元。',
  ],
  ({ year, goods, works, services }) => [
    `${year}年部门预算中纳入政府采购预算支出合计`,
    money(goods + works + services),
    '万元。包括：货物类',
    money(goods),
    '万元，工程类',
    money(works),
    '万元，服务类',
    money(services),
    '万元。',
  ],
];
