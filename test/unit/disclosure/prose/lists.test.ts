import { strict as assert } from 'node:assert';
import { listLines, passageOf, textOf } from '../../../support/prose.ts';

describe('lists of parts', () => {
  const CASES: readonly [string, string, readonly string[]][] = [
    ['其中', '支出预算100万元，其中：基本支出60万元，占60%；项目支出40万元，占40%。', ['100: 60, 40']],
    [
      '其中 in a sentence of its own',
      '“三公”经费6万元，比上年减少1万元。其中:公务接待费2万元,公务用车运行维护费4万元。',
      ['6: 2, 4'],
    ],
    [
      '包括 and 含',
      '政府采购预算64.2万元。包括：货物类28.6万元，服务类35.6万元。会议费3万元。',
      ['64.2: 28.6, 35.6'],
    ],
    [
      '收入包括 and 支出包括',
      '财政拨款收支总预算134万元。收入包括：一般公共预算拨款100万元、上年结转34万元。支出包括：基本支出60万元，项目支出74万元。',
      ['income of 134: 100, 34', 'expenditure of 134: 60, 74'],
    ],
    [
      '收入包括 and 支出包括 on lines of their own',
      '财政拨款收支总预算134万元。收入包括：\n一般公共预算拨款134万元。支出包括：\n基本支出60万元，项目支出74万元。',
      ['income of 134: 134', 'expenditure of 134: 60, 74'],
    ],
    ['retirees, where they are announced', '实有11人，其中：在职10人，退休1人。', ['11: 10, 1']],
    [
      'retirees, where they stand for themselves',
      '在职人员14人，其中：行政4人，事业10人；退休人员1人。',
      ['14: 4, 10'],
    ],
    ['without a total', '支出包括: 基本支出60万元,项目支出40万元。', ['expenditure of ?: 60, 40']],
    [
      'brackets',
      '公务用车购置及运行费10万元（其中：购置费4万元，运行费6万元），公务接待费1万元。',
      ['10: 4, 6'],
    ],
    [
      'a semicolon ends the inner list',
      '支出预算100万元，其中：基本支出60万元，其中：人员经费50万元，公用经费10万元；项目支出40万元。',
      ['100: 60, 40', '60: 50, 10'],
    ],
    [
      'what cannot be a part begins anew',
      '收入预算100万元，其中一般公共预算拨款收入100万元；支出预算100万元，其中一般公共预算拨款支出100万元。',
      ['100: 100', '100: 100'],
    ],
    ['only the order', '支出预算100万元，基本支出60万元，项目支出40万元。', ['100: 60, 40']],
    [
      'the second part in the next sentence',
      '一般公共预算支出100万元。其中:基本支出60万元。基本支出主要用于工资;项目支出40万元。',
      ['100: 60, 40'],
    ],
    [
      'counted things',
      '编制46人,其中:行政编制21人,事业编制25人。在职39人,其中:行政编制19人,事业编制20人(其中参照公务员法管理3人)。',
      ['46: 21, 25', '39: 19, 20', '20: 3'],
    ],
    ['money is no part of people', '在职39人，其中：人员经费10万元，公用经费5万元。', []],
    [
      'brackets that say what is included',
      '支出预算100万元，其中：基本支出60万元，项目支出40万元（含上年结转20万元）。',
      ['100: 60, 40'],
    ],
  ];
  for (const [name, text, expected] of CASES) it(name, () => assert.deepEqual(listLines(text), expected));

  it('numbered paragraphs, one level inside the other', () => {
    const text = [
      '2023年一般公共预算支出100万元。主要安排情况如下:',
      '',
      '(一)基本支出_60_万元,主要原因:增人。其中:',
      '- 1.人员经费<u>50</u>万元,包括:在编人员工资、奖金等。',
      '- (1)工资福利支出_45___万元。',
      '- (2)对个人和家庭的补助<u>5</u>万元。',
      '- 2.公用经费<u>10</u>万元。',
      '- (二)项目支出_40 万元。',
      '',
      '其中 2023 年安排主要用于:',
      '',
      '- (1) 办公楼维修项目 30 万元。',
      '- (2) 党建活动项目 10 万元。',
    ].join('\n');
    assert.deepEqual(listLines(text), ['100: 60, 40', '60: 50, 10', '50: 45, 5', '40: 30, 10']);
  });

  it('paragraphs that a semicolon keeps together', () => {
    const text =
      '（1）一般公共预算支出9万元，其中：工资福利支出（301）5万元；\n\n商品和服务支出（302）3万元；\n\n资本性支出（310）1万元。';
    assert.deepEqual(listLines(text), ['9: 5, 3, 1']);
  });

  it('paragraphs that a colon announces', () => {
    const text =
      '一般公共预算基本支出100万元，其中：\n\n人员经费80万元，主要包括：基本工资。\n\n公用经费20万元，主要包括：办公费。';
    assert.deepEqual(listLines(text), ['100: 80, 20']);
  });

  it('two splits of one total are two lists', () => {
    const text =
      '支出预算10万元。\n(一)按功能分类。\n1.教育支出6万元。\n2.住房保障支出4万元。\n(二)按结构分类。\n1.基本支出7万元。\n2.项目支出3万元。';
    assert.deepEqual(listLines(text), ['10: 6, 4', '10: 7, 3']);
  });
});

describe('shares and rates', () => {
  function ratiosOf(text: string): string[] {
    const passage = passageOf(text);
    const name = (index: number | undefined) => (index === undefined ? '?' : textOf(passage, index));
    return passage.ratios.map(
      ({ kind, figure, part, whole }) => `${kind} ${name(figure)}: ${name(part)} of ${name(whole)}`,
    );
  }

  const CASES: readonly [string, string, readonly string[]][] = [
    [
      'of the list',
      '支出100万元，其中：基本支出60万元，占60%；项目支出40万元，占比40%。',
      ['share 60: 60 of 100', 'share 40: 40 of 100'],
    ],
    [
      'of a total that is named',
      '支出合计100万元，一般公共预算支出90万元，占支出合计的90%。',
      ['share 90: 90 of 100'],
    ],
    ['of a total that is not printed', '基本支出60万元，占支出预算的60%。', ['share 60: 60 of ?']],
    [
      'of what was planned',
      '公务接待费年初预算为2万元，支出决算为1万元，完成年初预算的50%。',
      ['completion 50: 1 of 2'],
    ],
  ];
  for (const [name, text, expected] of CASES) it(name, () => assert.deepEqual(ratiosOf(text), expected));
});

describe('absences', () => {
  function absencesOf(text: string): string[] {
    return passageOf(text).absences.map(({ concept, scope, years }) =>
      [concept.value ?? '?', scope.value ?? '?', ...years].join(' '),
    );
  }

  const CASES: readonly [string, readonly string[]][] = [
    ['2023年没有使用政府性基金预算财政拨款安排的支出。', ['expenditure fund 2023']],
    ['本单位当年无政府性基金预算收支，并已公开空表。', ['balance fund']],
    [
      '2023年和2022年，本单位无因公出国（境）费用、公务用车购置及运行维护费经费预算。',
      ['abroad ? 2023 2022', 'vehicles ? 2023 2022'],
    ],
    ['一般公共预算无会议费、培训费预算支出。', ['meeting general', 'training general']],
    ['本单位当年无政府采购预算。', ['procurement ?']],
    ['截止上年底，本单位无车辆。无离退休人员。', ['vehicles-owned ?', 'retirees ?']],
    ['不涉及国有资本经营预算。', ['? state-capital']],
    ['公务接待费1万元，较上年无变化，增长率无可比性。', []],
    ['推行无纸化办公，打造无障碍环境。', []],
  ];
  for (const [text, expected] of CASES) it(text, () => assert.deepEqual(absencesOf(text), expected));
});
