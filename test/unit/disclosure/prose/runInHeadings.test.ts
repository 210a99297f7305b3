import { strict as assert } from 'node:assert';
import { proseOf } from '../../../support/prose.ts';

/** Headings and paragraphs of a text, in order: `# heading` and the words of the paragraph. */
function unitsOf(text: string): string[] {
  const { headings, passages } = proseOf(text);
  return [
    ...headings.map(({ heading }) => `# ${heading.text}`),
    ...passages.flatMap(({ passage }) => passage.paragraphs.map((paragraph) => paragraph.text.trim())),
  ];
}

describe('headings run in with the sentences beneath them', () => {
  const PARTED: readonly [string, string, readonly string[]][] = [
    [
      'one in front of its sentence',
      '（二）财政拨款收支情况 2023年本单位财政拨款收入225.98万元，较上年增加119.58万元，主要原因是新增人员经费。',
      [
        '# 财政拨款收支情况',
        '2023年本单位财政拨款收入225.98万元，较上年增加119.58万元，主要原因是新增人员经费。',
      ],
    ],
    [
      'several behind a title and behind each other, with the marks of Markdown',
      '某局2023年部门预算 ### **（三）支出明细情况** #### **1、当年拨款规模变化情况** 当年拨款支出225.98万元。 **2、按功能科目分类的情况** 事业运行136.87万元。',
      [
        '# 某局2023年部门预算',
        '# 支出明细情况',
        '# 当年拨款规模变化情况',
        '# 按功能科目分类的情况',
        '当年拨款支出225.98万元。',
        '事业运行136.87万元。',
      ],
    ],
    [
      'one that ends with a full stop is a paragraph of its own',
      '其中：公务接待费0.39万元。（二）“三公”经费支出决算具体情况说明。“三公”经费支出决算中，公务接待费0.39万元，占100.00%。',
      [
        '其中：公务接待费0.39万元。',
        '（二）“三公”经费支出决算具体情况说明。',
        '“三公”经费支出决算中，公务接待费0.39万元，占100.00%。',
      ],
    ],
  ];
  for (const [name, text, expected] of PARTED)
    it(name, () => {
      assert.deepEqual(unitsOf(text), expected);
    });

  const WHOLE: readonly [string, string][] = [
    [
      'words that are named',
      '各单位应当按照（二）财政拨款收支情况 的口径填报收入100.00万元和支出100.00万元。',
    ],
    [
      'an item with its amount',
      '（1）办公费情况 10.00万元，主要用于购买办公用品、耗材和书报杂志等日常支出。',
    ],
    [
      'no blank behind the words',
      '（一）职责履行情况良好的单位共三个，其中两个是区属事业单位，一个是街道所属单位。',
    ],
  ];
  for (const [name, text] of WHOLE)
    it(`none in ${name}`, () => {
      assert.deepEqual(unitsOf(text), [text]);
    });

  it('the sentence of the last heading goes on below', () => {
    const text =
      '（一）收入情况 本年收入100.00万元，其中：财政拨款90.00万元，事业收入5.00万元。其他收入\n5.00万元。';
    assert.deepEqual(unitsOf(text), [
      '# 收入情况',
      '本年收入100.00万元，其中：财政拨款90.00万元，事业收入5.00万元。其他收入5.00万元。',
    ]);
  });
});
