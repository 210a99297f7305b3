import { strict as assert } from 'node:assert';
import { parse } from '#core/syntax/parse.ts';
import { textsOf } from '#core/syntax/texts.ts';
import { withoutFigures } from '#core/syntax/withoutFigures.ts';

const TABLE =
  '科目编码\t科目名称\t合计\t人数\n2010301\t行政运行\t1, 330. 39\t12\n2010302\t管理事务\t0.00\t7\n';

function textsWithout(text: string): readonly string[] {
  return withoutFigures(parse(text)).blocks.flatMap(({ node }) => textsOf(node));
}

describe('a text without its figures', () => {
  it('keeps the form of a figure, and nothing of what it says', () => {
    assert.ok(textsWithout(TABLE).includes('1, 111. 11'));
  });

  it('keeps what is nothing, codes and whole numbers', () => {
    const texts = textsWithout(TABLE);
    for (const text of ['0.00', '2010301', '2010302', '12', '7', '行政运行'])
      assert.ok(texts.includes(text), text);
  });

  it('keeps the figures of sentences', () => {
    assert.deepEqual(textsWithout('收入330.39万元。'), ['收入330.39万元。']);
  });

  it('is the very same tree after another figure is typed, and another one where it becomes nothing', () => {
    const [first, same, other] = ['1, 330. 39', '2, 998. 71', '0, 000. 00'].map((figure) =>
      withoutFigures(parse(TABLE.replace('1, 330. 39', figure))),
    );
    assert.deepEqual(same, first);
    assert.notDeepEqual(other, first);
  });
});
