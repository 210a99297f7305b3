import { strict as assert } from 'node:assert';
import { compactText } from '#core/disclosure/prose/compact.ts';
import { spansOf } from '#core/disclosure/prose/paragraphs.ts';
import { proseOf } from '../../../support/prose.ts';

function paragraphsOf(text: string): string[] {
  return proseOf(text).passages.flatMap(({ passage }) =>
    passage.paragraphs.map((paragraph) => paragraph.text),
  );
}

describe('paragraphs', () => {
  const JOINED: readonly [string, string, readonly string[]][] = [
    [
      'a page break in a word',
      '某某市某某区某某局 2023 年没有使用政府性基金预\n\n算财政拨款安排的支出。',
      ['某某市某某区某某局 2023 年没有使用政府性基金预算财政拨款安排的支出。'],
    ],
    [
      'a page break in front of an amount',
      '（1）事业运行（2010350）136.87 万元，较上年增加\n\n87.57 万元，原因是增人；',
      ['（1）事业运行（2010350）136.87 万元，较上年增加87.57 万元，原因是增人；'],
    ],
    [
      'a name and its amount',
      '（2）其他事务支出（2010399）\n\n38.6 万元，与上年相比无变化；',
      ['（2）其他事务支出（2010399）38.6 万元，与上年相比无变化；'],
    ],
    [
      'a bullet put in the midst',
      '(一)基本支出_1191.58_万元,比 2022年预算增加 21.53\n\n- 万元,增长_0.40_%。',
      ['(一)基本支出_1191.58_万元,比 2022年预算增加 21.53万元,增长_0.40_%。'],
    ],
    [
      'a page number in between',
      '项目支出一百万元,比上年增加,主要原因是原区中\n\n- 12 -\n\n心部分职能划转至我局。',
      ['项目支出一百万元,比上年增加,主要原因是原区中心部分职能划转至我局。'],
    ],
    [
      'wrapped lines',
      '按政府采购项目类型,分为货物类采购、工程类采购和\n服务类采购三种类型。其中:货物类采购1元。',
      ['按政府采购项目类型,分为货物类采购、工程类采购和服务类采购三种类型。其中:货物类采购1元。'],
    ],
    [
      'an open quotation',
      '3、 运用互联网，构建“互联网+政务服\n\n务”平台，整合信息。',
      ['3、 运用互联网，构建“互联网+政务服务”平台，整合信息。'],
    ],
    [
      'an open bracket',
      '机关运行经费: 为保障行政单位(包括参照公务员法管理\n\n的事业单位)运行的资金。',
      ['机关运行经费: 为保障行政单位(包括参照公务员法管理的事业单位)运行的资金。'],
    ],
    [
      'a full line that ends in the midst of its words and what looks like a title',
      '　　2026年度收入预算100万元，比上年减少16万元，下降13.63%。主\n要原因是2025年收入预算中包含老旧货车和大中型客车报\n废补贴资金。',
      [
        '2026年度收入预算100万元，比上年减少16万元，下降13.63%。主要原因是2025年收入预算中包含老旧货车和大中型客车报废补贴资金。',
      ],
    ],
    [
      'full lines behind a semicolon, where the first of the paragraph alone is indented',
      '  2.信访大厅运行60.3万元，主要包括：保安服务32.8万元，用于\n大厅的安检；日常运维27.5万元，用于大厅的设备日常维护保养；\n律师服务支出12万元，用于聘请律师。',
      [
        '2.信访大厅运行60.3万元，主要包括：保安服务32.8万元，用于大厅的安检；日常运维27.5万元，用于大厅的设备日常维护保养；律师服务支出12万元，用于聘请律师。',
      ],
    ],
    [
      'pages with many blank lines beside the number',
      '社保经办服务24.95万元，用于协助开展社保业务咨询、受理、\n\n\n\n\n- 19 -\n\n经办等工作，不断提高服务水平。',
      ['社保经办服务24.95万元，用于协助开展社保业务咨询、受理、经办等工作，不断提高服务水平。'],
    ],
  ];
  for (const [name, text, expected] of JOINED)
    it(`joins ${name}`, () => assert.deepEqual(paragraphsOf(text), expected));

  const APART: readonly [string, string, readonly string[]][] = [
    ['sentences', '收入预算1万元。\n支出预算1万元。', ['收入预算1万元。', '支出预算1万元。']],
    ['items', '其中:\n1. 会议费1万元\n2. 培训费1万元', ['其中:', '1. 会议费1万元', '2. 培训费1万元']],
    ['bullets', '- 会议费减少，培训费增加\n- 差旅费减少', ['会议费减少，培训费增加', '差旅费减少']],
    ['labels', '填报单位\n\n某某区某局', ['填报单位', '某某区某局']],
    [
      'what stands on both sides of a table',
      '收入预算为，\n\na\tb\n1\t2\n\n支出预算1万元。',
      ['收入预算为，', '支出预算1万元。'],
    ],
    [
      'a short line behind a semicolon',
      '  信访大厅运行60.3万元；\n律师服务12万元，用于聘请律师。',
      ['信访大厅运行60.3万元；', '律师服务12万元，用于聘请律师。'],
    ],
    [
      'a title below a full line that has no full stop',
      '2026年度收入预算100万元，比上年减少16万元，下降13.63%，主要是项目减\n2026年部门预算情况说明\n收入预算1万元。',
      ['2026年度收入预算100万元，比上年减少16万元，下降13.63%，主要是项目减', '收入预算1万元。'],
    ],
    ['texts far apart', '收入预算为，\n\n\n\n\n\n\n支出预算1万元。', ['收入预算为，', '支出预算1万元。']],
  ];
  for (const [name, text, expected] of APART)
    it(`keeps ${name} apart`, () => assert.deepEqual(paragraphsOf(text), expected));

  it('page numbers are noted and in no paragraph', () => {
    const prose = proseOf(
      '收入预算1万元。\n\n- 12 -\n\n支出预算1万元。\n3\n会议费1万元。\n\n第 5 页 共 9 页',
    );
    assert.deepEqual(prose.pageMarks, [2, 5, 8]);
  });

  const BROKEN: readonly (readonly [string, string])[] = [
    ['一般公共预算财政拨款收入，比上年增加1\n87.57万元。', '87.57'],
    ['+\n50万元以上', '50'],
    ['收入预算187.\n57万元。', '57'],
    ['2023年收入预算187\n.57万元，比上年增加。', '.57'],
  ];
  for (const [text, digits] of BROKEN)
    it(`digits that a line break parts are not trusted: ${text.replace('\n', '↵')}`, () => {
      const { passages } = proseOf(text);
      const figures = passages.flatMap(({ passage }) => passage.figures);
      assert.deepEqual(
        figures.map((figure) => [figure.text, figure.unit.confidence, figure.unit.reason]),
        [[digits, 'unknown', 'broken-number']],
      );
    });

  it('a price in the next line is no part of the full-width number above it', () => {
    const { passages } = proseOf('１２．５\n300元/人');
    const figures = passages.flatMap(({ passage }) => passage.figures);
    assert.deepEqual(
      figures.map(({ text, kind }) => [text, kind]),
      [['300', 'unit-price']],
    );
  });

  it('a stretch goes back to its lines', () => {
    const text = '（1）事业运行136.87 万元，较上年增加\n\n 87.57 万元，原因是增人。';
    const [placed] = proseOf(text).passages;
    const [paragraph] = placed?.passage.paragraphs ?? [];
    assert.ok(paragraph);
    const start = paragraph.text.indexOf('增加');
    const spans = spansOf(paragraph.pieces, { start, end: start + '增加87.57'.length });
    const lines = text.split('\n');
    assert.deepEqual(
      spans.map(({ line, start: from, end }) => lines[line]?.slice(from, end)),
      ['增加', '87.57'],
    );
  });

  it('sentences end at full stops', () => {
    const [placed] = proseOf('收入预算1.5万元。支出预算1万元;其中:会议费1万元。').passages;
    const [paragraph] = placed?.passage.paragraphs ?? [];
    assert.deepEqual(
      paragraph?.sentences.map(({ start, end }) => paragraph.text.slice(start, end)),
      ['收入预算1.5万元。', '支出预算1万元;其中:会议费1万元。'],
    );
  });
});

describe('compactText', () => {
  const CASES: readonly [string, string][] = [
    ['基本 支出__1, 191. 58__万 元', '基本支出1,191.58万元'],
    ['占<u>21.84</u>%', '占21.84%'],
    ['“三公” 经费（１）', '三公经费(1)'],
    ['共 6 个 4264. 58 万元', '共6个4264.58万元'],
    ['5 456.16', '5 456.16'],
    ['2022, 4 人', '2022, 4人'],
    ['a < b', 'a<b'],
  ];
  for (const [source, expected] of CASES) {
    it(JSON.stringify(source), () => {
      const { text, offsets } = compactText(source);
      assert.equal(text, expected);
      assert.equal(offsets.length, text.length + 1);
    });
  }
});
