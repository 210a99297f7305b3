import { strict as assert } from 'node:assert';
import { figureLines, figuresOf, proseOf } from '../../../support/prose.ts';

describe('what is no statement of the budget', () => {
  const NONE: readonly [string, string][] = [
    ['document numbers', '根据东编〔2022〕25号和国办发(2019)5号文件、市政府令第335号执行。'],
    ['dates', '填报日期2022.11.09，于2019年2月划转，10月25日上岗，2022年12月31日。'],
    ['spans of years', '2022—2024年行动方案，2021-2023年规划。'],
    ['telephone numbers', '咨询电话027-80000000，联系电话80000000。'],
    ['project codes', '项目编码42011223003T000000101，内容编码F0808。'],
    ['products and hours', '24*7小时服务，24小时自助机，3个工作日内办结。'],
    ['codes', '此表中数据有用到503, 506科目。事业运行（2010350）、工资福利支出（301）。'],
    ['titles', '按照《关于100万元以上项目的通知》（国办发〔2019〕5号）执行。'],
    ['annexes', '见附件3-2和表6。'],
    ['forms that are not filled in', '收入预算____万元，占___%。'],
    ['a range', '每个项目补助3-5万元。'],
    ['years without 年', '“三公”经费 2023'],
  ];
  for (const [name, text] of NONE) it(name, () => assert.deepEqual(figureLines(text), []));

  const KINDS: readonly [string, string, readonly string[]][] = [
    [
      'limits',
      '无单价20万元以上的设备，单位价值50万元（含）以上通用设备0台。',
      ['<threshold> 20万元', '<threshold> 50万元', '0台 count equipment ? ?'],
    ],
    ['unit prices', '标准300元/人，按每人每年200元测算。', ['<unit-price> 300元', '<unit-price> 200元']],
    ['targets', '办结率≥98.7%，满意度达到90%以上。', ['<target> 98.7%', '<target> 90%']],
    [
      'definitions',
      '公务用车购置费指单价20万元以下的车辆购置支出100万元。',
      ['<definition> 20万元', '<definition> 100万元'],
    ],
  ];
  for (const [name, text, expected] of KINDS) it(name, () => assert.deepEqual(figureLines(text), expected));

  it('explanations of words, until the tables begin', () => {
    const text = [
      '九、专业性较强的名称解释:',
      '',
      '- 1. 公用经费: 包括办公费、100万元以下的设备购置费用。',
      '',
      '2023年部门收支总表',
      '',
      '备注:收入预算100万元。',
    ].join('\n');
    assert.deepEqual(
      proseOf(text).passages.map(({ passage }) => passage.paragraphs[0]?.kind),
      ['definition', 'statement'],
    );
    assert.deepEqual(figureLines(text), ['<definition> 100万元', '100万元 value income all 2023']);
  });

  it('the table of contents', () => {
    const text =
      '目录\n\n一、收支总体情况 3\n\n二、2023年预算100万元安排情况 5\n\n第一部分 概况\n\n一、收支总体情况\n\n收入预算1万元。';
    assert.deepEqual(
      figuresOf(text).map((figure) => figure.text),
      ['1'],
    );
  });
});
