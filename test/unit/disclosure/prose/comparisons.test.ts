import { strict as assert } from 'node:assert';
import { comparisonLines, figureLines, passageOf } from '../../../support/prose.ts';

describe('comparisons', () => {
  const CASES: readonly [string, string, readonly string[]][] = [
    [
      'an amount and a percentage',
      '基本支出1191.58万元,比 2022年预算增加 21.53万元,增长_0.40_%。',
      ['up 21.53 0.40% of 1191.58 from 2022'],
    ],
    ['a percentage first', '基本支出110万元，较上年增长10%，增加10万元。', ['up 10 10% of 110 from 2022']],
    [
      'in a sentence of its own',
      '2023年部门收支总预算5456.16万元。比2022年预算增加95.54万元，增长1.78%。',
      ['up 95.54 1.78% of 5456.16 from 2022'],
    ],
    [
      'words of direction',
      '公用经费1万元，同比减少2万元，降幅为5%。公务接待费1万元，比上年压减0.5万元，下降33%。',
      ['down 2 5% of 1 from 2022', 'down 0.5 33% of 1 from 2022'],
    ],
    ['neither direction', '公用经费1万元，比上年增减0万元。', ['either 0 of 1 from 2022']],
    [
      'flat',
      '公务接待费1万元，与2022年预算持平。会议费2万元，较上年相比无变化。',
      ['flat of 1 from 2022', 'flat of 2 from 2022'],
    ],
    ['nearly flat', '公务接待费1万元，与2022年预算基本持平。', ['flat of 1 from 2022']],
    [
      'the base in a clause of its own',
      '2022年度收、支总计100万元。与2021年度相比，收、支总计各增加5万元，增长5.26%。',
      ['up 5 5.26% of 100 from 2021'],
    ],
    [
      'with the amount of the base',
      '2023年收入预算110万元，比2022年收入预算100万元增加10万元，增长10%。',
      ['up 10 10% of 110 from 2022 (100)'],
    ],
    [
      'with the base without a unit',
      '公务接待费2.05万元,较上年2.08减少0.03万元。',
      ['down 0.03 of 2.05 from 2022 (2.08)'],
    ],
    [
      'two bases',
      '机关运行经费500万元，比年初预算数减少20万元；比2021年决算数增加10万元。',
      ['down 20 of 500 from 2023', 'up 10 of 500 from 2021'],
    ],
    [
      'values, and the direction between them',
      '公务接待费由2022年的3万元减少到2023年的2万元。',
      ['down of 2 from 2022 (3)'],
    ],
    [
      'by name, not by place',
      '“三公”经费6万元。其中:公务接待费2万元,公务用车运行维护费4万元;公务接待比2020年减少1万元。',
      ['down 1 of 2 from 2020'],
    ],
    [
      'of all, not of the last part',
      '收入预算100万元，其中：一般公共预算拨款90万元，其他收入10万元。收入较去年增加5万元。',
      ['up 5 of 100 from 2022'],
    ],
    ['of a thing that has no figure', '公用经费减少5万元。', ['down 5 of public from ?']],
    [
      'a final amount against the budget',
      '年初预算为10万元，公用经费决算12万元，决算数大于年初预算数。',
      ['up of 12 from 2023'],
    ],
    [
      'short words of direction, and words in brackets',
      '基本支出9万元，较上年增17.1万元，增21.86%。项目支出5万元，较上年(减少)1万元。',
      ['up 17.1 21.86% of 9 from 2022', 'down 1 of 5 from 2022'],
    ],
    [
      'behind brackets',
      '公务用车费500万元（购置费100万元，比上年增加0万元；运行费400万元。）比上年减少3万元。',
      ['up 0 of 100 from 2022', 'down 3 of 500 from 2022'],
    ],
    [
      'behind brackets, of something without an amount',
      '公务用车费用（购置费100万元；运行费400万元。）比上年减少3万元。',
      ['down 3 of ? from 2022'],
    ],
    [
      'no comparison in a reason',
      '公务接待费1万元，比上年增加0万元，主要原因是与上年持平，无增减变化。',
      ['up 0 of 1 from 2022'],
    ],
    [
      'not of another year’s figure, nor from the year before that',
      '2022年“三公”经费决算5万元，其中：公务接待费2万元，公务用车运行费3万元。\n2023年“三公”经费预算较2022年增加1万元，其中公务接待费较上年减少0.5万元。公务用车运行费较上年增加1.5万元，增长50%。',
      [
        'up 1 of three-public from 2022',
        'down 0.5 of reception from 2022',
        'up 1.5 50% of vehicle-operation from 2022',
      ],
    ],
    [
      'years of reasons do not count',
      '“三公”经费9万元，其中：公务用车运行费6万元，较上年下降2%，主要是2021年车辆减少；公务接待费3万元，与上年持平。',
      ['down 2% of 6 from 2022', 'flat of 3 from 2022'],
    ],
    [
      'with the amount of its own base only',
      '住房公积金9万元，较2022年的8万元增加1万元；行政运行50万元，较上年增加2万元；某项补助7万元，较上年增加3万元。',
      ['up 1 of 9 from 2022 (8)', 'up 2 of 50 from 2022', 'up 3 of 7 from 2022'],
    ],
    ['what is said twice', '公务接待费1万元，与上年持平，无增减变化。', ['flat of 1 from 2022']],
    [
      'on a like-for-like basis',
      '“三公”经费8万元，其中公务接待费3万元。公务接待费同口径比2022年减少1万元。',
      ['down 1 of 3 from 2022'],
    ],
    [
      'of one of two figures that only their order tells apart',
      '2023年收、支总计各为40.5,41.5万元。与2022年相比，各下降5%、6%。',
      ['down 5% of ? from 2022'],
    ],
  ];
  for (const [name, text, expected] of CASES)
    it(name, () => assert.deepEqual(comparisonLines(text), expected));

  it('占比, 比例, 较好 and 与 compare nothing', () => {
    assert.deepEqual(comparisonLines('项目支出10万元，占比5%，比例较高，效果较好，与基本支出合并计算。'), []);
  });

  it('keeps the two words of direction apart where they differ', () => {
    const { comparisons } = passageOf('公用经费90万元，比上年增加10万元，下降10%。');
    assert.deepEqual(
      comparisons.map((each) => [each.direction, each.percentDirection]),
      [['up', 'down']],
    );
  });

  it('parts of a change know the whole', () => {
    const { comparisons } = passageOf(
      '支出预算较去年增加30万元，主要是基本支出增加10万元，项目支出增加20万元。',
    );
    assert.deepEqual(
      comparisons.map(({ parent }) => parent),
      [undefined, 0, 0],
    );
    assert.deepEqual(
      comparisons.map(({ inReason }) => inReason),
      [false, true, true],
    );
  });

  it('changes carry concept, scope and year of what changed', () => {
    assert.deepEqual(
      figureLines('2021年一般公共预算基本支出494.83万元，比2020年增加212.95万元，增长75.55%。'),
      [
        '494.83万元 value basic general 2021',
        '212.95万元 change basic general 2021',
        '75.55% percent-change basic general 2021',
      ],
    );
  });

  it('direction and base have their places', () => {
    const text = '基本支出10万元，比2022年预算增加1万元。';
    const [comparison] = passageOf(text).comparisons;
    const slice = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
    assert.equal(slice(comparison?.directionSpan), '增加');
    assert.equal(slice(comparison?.base.spans[0]), '比2022年预算');
  });
});

describe('reasons', () => {
  function reasonsOf(text: string): (readonly [string, readonly string[]])[] {
    const { reasons, comparisons, figures, paragraphs } = passageOf(text);
    return reasons.map(({ paragraph, stretch, comparisons: explained }) => [
      paragraphs[paragraph]?.text.slice(stretch.start, stretch.end) ?? '',
      explained.map((index) => figures[comparisons[index]?.amount ?? -1]?.text ?? '?'),
    ]);
  }

  const CASES: readonly [string, string, readonly (readonly [string, readonly string[]])[]][] = [
    [
      'in the sentence',
      '公用经费4万元，较上年增加1.7万元，主要原因是人员增加，定额增加。',
      [['主要原因是人员增加，定额增加', ['1.7']]],
    ],
    ['in the next', '公用经费4万元，较上年增加1.7万元。主要是人员增加。', [['主要是人员增加', ['1.7']]]],
    [
      'on a line of its own',
      '公用经费4万元，较上年增加1.7万元。\n\n主要原因：人员增加。',
      [['主要原因：人员增加', ['1.7']]],
    ],
    [
      'each its own',
      '会议费1万元，较上年增加1万元，原因是新增会议；培训费2万元，较上年减少1万元，原因为压减。',
      [
        ['原因是新增会议', ['1']],
        ['原因为压减', ['1']],
      ],
    ],
    [
      'numbered',
      '会议费1万元，较上年增加1万元，主要原因：一是新增会议；二是标准提高。',
      [['主要原因：一是新增会议；二是标准提高', ['1']]],
    ],
    ['nothing to explain', '主要原因是人员增加。', []],
    ['what it is spent on', '基本支出10万元，比上年增加1万元，主要用于人员工资。', []],
  ];
  for (const [name, text, expected] of CASES) it(name, () => assert.deepEqual(reasonsOf(text), expected));

  it('amounts inside do not become the subject of what follows', () => {
    const text =
      '会议费5万元，比上年增加3万元，主要原因是新增年会经费项目3万元。公用经费9万元，比上年减少1万元。';
    assert.deepEqual(comparisonLines(text), ['up 3 of 5 from 2022', 'down 1 of 9 from 2022']);
  });
});
