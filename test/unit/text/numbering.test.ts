import { strict as assert } from 'node:assert';
import { parseChineseNumeral, parseNumbering } from '#core/text/numbering.ts';

describe('parseNumbering', () => {
  const labels: readonly [string, string, number, string][] = [
    ['一、一般公共预算拨款收入', 'chinese', 1, '一般公共预算拨款收入'],
    ['二十二、结转下年', 'chinese', 22, '结转下年'],
    ['（三）其他结转', 'chinese-brackets', 3, '其他结转'],
    ['(一) 财政指标拨款', 'chinese-brackets', 1, '财政指标拨款'],
    ['1、财政拨款', 'arabic', 1, '财政拨款'],
    ['3. 公务接待费', 'arabic', 3, '公务接待费'],
    ['(10)其他支出', 'arabic-brackets', 10, '其他支出'],
    ['②公用经费', 'circled', 2, '公用经费'],
  ];
  for (const [label, kind, value, rest] of labels) {
    it(label, () => {
      const numbering = parseNumbering(label);
      assert.equal(numbering?.kind, kind);
      assert.equal(numbering?.value, value);
      assert.equal(label.slice(numbering?.length), rest);
    });
  }

  for (const label of [
    '一般公共服务支出',
    '1.50',
    '2022年收入',
    '一次性项目',
    '十',
    '其中：（1）',
    '201一般公共服务',
  ]) {
    it(`${label}: no number`, () => assert.equal(parseNumbering(label), undefined));
  }

  it('reads Chinese numerals to 99', () => {
    assert.deepEqual(
      ['一', '九', '十', '十一', '二十', '二十一', '九十九'].map(parseChineseNumeral),
      [1, 9, 10, 11, 20, 21, 99],
    );
    assert.deepEqual(['', '一一', '百', '十十'].map(parseChineseNumeral), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
