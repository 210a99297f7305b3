import { strict as assert } from 'node:assert';
import { figureLines, figuresOf } from '../../../support/prose.ts';

/** Sentences with what a reader takes from them. `?` is what the sentence does not say. */
const SENTENCES: readonly [string, string, readonly string[]][] = [
  [
    'totals: nothing narrows them',
    '2023年部门收支总预算5456.16万元,收入预算5456.16万元,支出预算5456.16万元。',
    [
      '5456.16万元 value balance all 2023',
      '5456.16万元 value income all 2023',
      '5456.16万元 value expenditure all 2023',
    ],
  ],
  [
    'totals of both sides, as final accounts name them',
    '2022年度收、支总计均为5,432.10万元。',
    ['5,432.10万元 value balance all 2022'],
  ],
  [
    'totals of both sides that only their order tells apart',
    '2022年度收、支总计各为40.50,41.50万元。',
    ['41.50万元 value ? ? 2022'],
  ],
  [
    'bodies counted in front of their expenses',
    '2023年本级及所属3家行政单位机关运行经费财政拨款预算20万元。',
    ['3家 count ? ? 2023', '20万元 value agency-running fiscal 2023'],
  ],
  [
    'regions and offices, whose money it is',
    '渝北区一般公共预算“三公”经费8万元，塘河街道办事处公务接待费1万元。',
    ['8万元 value three-public general 2023', '1万元 value reception general 2023'],
  ],
  [
    'equipment that is no vehicle',
    '单价100万元以上设备（不含车辆）2台。',
    ['<threshold> 100万元', '2台 count equipment ? ?'],
  ],
  ['a zero lost in front of the point', '公务接待费. 76万元。', ['. 76万元 value reception ? 2023']],
  [
    'the budgets',
    '一般公共预算财政拨款收入100万元，政府性基金预算拨款收入2万元，国有资本经营预算拨款收入0万元，财政拨款支出102万元。',
    [
      '100万元 value income general 2023',
      '2万元 value income fund 2023',
      '0万元 value income state-capital 2023',
      '102万元 value expenditure fiscal 2023',
    ],
  ],
  [
    '一般公共服务 is no budget but a 科目',
    '本年支出合计130万元，其中：一般公共服务支出预算100万元，社会保障和就业支出预算30万元。',
    [
      '130万元 value expenditure all 2023',
      '100万元 value subject:一般公共服务支出 all 2023',
      '30万元 value subject:社会保障和就业支出 all 2023',
    ],
  ],
  [
    '科目 by code and by level',
    '一般公共预算支出80万元，其中：事业运行（2010350）50万元；一般公共服务（类）财政事务（款）行政运行（项）2023年预算数为30万元。',
    [
      '80万元 value expenditure general 2023',
      '50万元 value subject:事业运行 general 2023',
      '30万元 value subject:行政运行 general 2023',
    ],
  ],
  [
    'a part takes the scope of the whole',
    '2023年一般公共预算支出225.98万元，其中人员经费183.38万元，公用经费4万元，专项业务经费38.6万元。',
    [
      '225.98万元 value expenditure general 2023',
      '183.38万元 value personnel general 2023',
      '4万元 value public general 2023',
      '38.6万元 value project general 2023',
    ],
  ],
  [
    '三公 with its parts in brackets',
    '“三公”经费预算15万元，其中：因公出国（境）费3万元，公务用车购置及运行费10万元（购置费4万元，运行费6万元），公务接待费2万元。',
    [
      '15万元 value three-public ? 2023',
      '3万元 value abroad ? 2023',
      '10万元 value vehicles ? 2023',
      '4万元 value vehicle-purchase ? 2023',
      '6万元 value vehicle-operation ? 2023',
      '2万元 value reception ? 2023',
    ],
  ],
  [
    'what is bought',
    '政府采购预算总额64.2万元，其中：货物类36.6万元，工程类0万元，服务类27.6万元。政府购买服务支出合计10万元。',
    [
      '64.2万元 value procurement ? 2023',
      '36.6万元 value procurement-goods ? 2023',
      '0万元 value procurement-works ? 2023',
      '27.6万元 value procurement-services ? 2023',
      '10万元 value purchased-services ? 2023',
    ],
  ],
  [
    'carry-over beside its budget, and beside all income',
    '财政拨款收支总预算134万元。收入包括：一般公共预算当年拨款收入100万元、上年结转34万元。',
    [
      '134万元 value balance fiscal 2023',
      '100万元 value income general 2023',
      '34万元 value carried-in general 2023',
    ],
  ],
  [
    'income that is no money of the government',
    '收入预算50万元，其中：事业收入20万元；其他收入10万元；财政专户管理资金15万元；上年结转5万元。',
    [
      '50万元 value income all 2023',
      '20万元 value business-income all 2023',
      '10万元 value other-income all 2023',
      '15万元 value special-account all 2023',
      '5万元 value carried-in all 2023',
    ],
  ],
  [
    'what targets cover',
    '本单位绩效目标管理全覆盖，涉及一般公共预算当年拨款225.98万元。',
    ['225.98万元 value performance-coverage general 2023'],
  ],
  [
    'form blanks, tags, OCR blanks, full width',
    '基本 支出__1, 191. 58__万 元,项目支出<u>4264.58</u>万元,占_78.16_%;人员经费１２３．４５万元；公用经费**5 456.16**元。',
    [
      '1, 191. 58万元 value basic ? 2023',
      '4264.58万元 value project ? 2023',
      '78.16% share project ? 2023',
      '１２３．４５万元 value personnel ? 2023',
      '5 456.16元 value public ? 2023',
    ],
  ],
  [
    'units as printed, cut and missing',
    '三公经费预算1,837,600元，公务接待费0.38亿元，比上年减少1万；机关运行经费减少484.05,降低5%。',
    [
      '1,837,600元 value three-public ? 2023',
      '0.38亿元 value reception ? 2023',
      '1万元 change reception ? 2023',
      '484.05? change agency-running ? 2023',
      '5% percent-change agency-running ? 2023',
    ],
  ],
  [
    'counted things',
    '编制46人，在职39人。截至2022年12月31日，共有车辆3辆，其中一般公务用车1辆。',
    [
      '46人 count posts ? ?',
      '39人 count staff ? ?',
      '3辆 count vehicles-owned ? 2022',
      '1辆 count vehicles-owned ? 2022',
    ],
  ],
  [
    'an amount behind things that were counted is not theirs',
    '优先保障优秀项目6个4264.58万元。',
    ['6个 count ? ? ?', '4264.58万元 value ? ? 2023'],
  ],
  [
    'last year',
    '2022年预算数为80万元的公用经费，2023年公用经费预算100万元，比上年公用经费85万元增加15万元。',
    [
      '80万元 value ? ? 2022',
      '100万元 value public ? 2023',
      '85万元 value public ? 2022',
      '15万元 change public ? 2023',
    ],
  ],
  [
    'values and not differences: 增加到, 减少到',
    '公务接待费由2022年的3万元减少到2023年的2万元。',
    ['3万元 value reception ? 2022', '2万元 value reception ? 2023'],
  ],
  [
    'budgeted and final amounts of one thing',
    '2023年度“三公”经费支出预算为20万元，支出决算为15万元，完成预算的75%。',
    [
      '20万元 value three-public ? 2023',
      '15万元 value three-public ? 2023',
      '75% completion three-public ? 2023',
    ],
  ],
  [
    'sources of what is bought',
    '政府采购预算9万元。按资金类型划分,一般公共预算拨款6万元,财政专户管理资金3万元。',
    [
      '9万元 value procurement ? 2023',
      '6万元 value procurement general 2023',
      '3万元 value special-account all 2023',
    ],
  ],
  [
    'bodies by their short names',
    '县政协2023年收支总预算8万元，区本级一般公共预算收入9万元。',
    ['8万元 value balance all 2023', '9万元 value income general 2023'],
  ],
  [
    'labels handed out',
    '货物采购、工程采购和服务采购分别为1万元、2万元、3万元。',
    [
      '1万元 value procurement-goods ? 2023',
      '2万元 value procurement-works ? 2023',
      '3万元 value procurement-services ? 2023',
    ],
  ],
];

/** Words that look like a concept and narrow it, join two, or are none: nothing may be claimed. */
const NOT_CLAIMED: readonly [string, string][] = [
  ['part of a concept', '退休人员公用经费1万元。'],
  ['part of a concept', '国内公务接待支出1万元。'],
  ['two concepts', '会议费、培训费12万元。'],
  ['other expenditure', '派出所支出5万元。'],
  ['other expenditure', '社会保障支出5万元。'],
  ['a service that is bought', '政府履职所需辅助性服务5万元。'],
  ['a part of something unknown', '初中教育支出9万元。'],
  ['what a platform costs', '云平台支出5万元。'],
  ['assets', '截至2022年底，固定资产总额5万元。'],
  ['expenditure of nobody', '公务接待24批次，支出2.05万元。'],
];

describe('figures of sentences', () => {
  for (const [name, sentence, expected] of SENTENCES) {
    it(name, () => assert.deepEqual(figureLines(sentence), expected));
  }

  for (const [name, sentence] of NOT_CLAIMED) {
    it(`claims no concept for ${name}: ${sentence}`, () => {
      const figures = figureLines(sentence).filter((line) => line.includes(' value '));
      assert.equal(figures.length, 1, sentence);
      for (const line of figures) assert.match(line, / value \? \? /);
    });
  }

  it('claims nothing for parts of what is not known, and names the whole of those that are', () => {
    const text = '初中教育支出9万元，其中：基本支出9万元。项目支出5万元，其中：商品和服务支出4万元。';
    assert.deepEqual(figureLines(text), [
      '9万元 value ? ? 2023',
      '9万元 value ? ? 2023',
      '5万元 value project ? 2023',
      '4万元 value subject:商品和服务支出 ? 2023',
    ]);
    assert.deepEqual(
      figuresOf(text).map(({ parent }) => parent),
      [undefined, 0, undefined, 2],
    );
  });

  it('takes scope and year from the heading where the words say neither', () => {
    const text = [
      '五、一般公共预算财政拨款支出预算情况',
      '',
      '支出预算100万元，基本支出60万元。',
      '',
      '六、2022年决算情况',
      '',
      '项目支出40万元。',
    ].join('\n');
    assert.deepEqual(figureLines(text), [
      '100万元 value expenditure general 2023',
      '60万元 value basic general 2023',
      '40万元 value project ? 2022',
    ]);
  });

  it('takes 预算 and 决算 from the nearest heading', () => {
    const text =
      '某局2023年部门预算说明\n\n一、上年决算情况\n\n“三公”经费5万元。\n\n二、本年情况\n\n“三公”经费6万元。';
    assert.deepEqual(
      figuresOf(text).map(({ text: digits, basis }) => [digits, basis.value]),
      [
        ['5', 'final'],
        ['6', 'budget'],
      ],
    );
  });

  it('reads headings that are about tables, and lines with tags', () => {
    const text =
      '<h3>四、关于2023年一般公共预算“三公”经费支出表的说明</h3>\n\n<p>（一）“三公”经费6万元。</p>';
    assert.deepEqual(figureLines(text), ['6万元 value three-public general 2023']);
  });

  it('does not take the scope of a heading for what the heading does not speak of', () => {
    const text = '六、一般公共预算“三公”经费支出预算情况\n\n政府采购预算100万元，公务接待费1万元。';
    assert.deepEqual(figureLines(text), [
      '100万元 value procurement ? 2023',
      '1万元 value reception general 2023',
    ]);
  });

  it('reads the words in front of an item', () => {
    const text =
      '- 1. 机关运行经费。2021年一般公共预算财政拨款运行经费68.2万元。\n- 2. 公务接待费：年初预算数2万元。';
    assert.deepEqual(figureLines(text), [
      '68.2万元 value agency-running general 2021',
      '2万元 value reception ? 2023',
    ]);
  });
});
