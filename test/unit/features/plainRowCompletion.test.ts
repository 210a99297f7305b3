import assert from 'node:assert/strict';
import { completionsAt } from '../../support/completions.ts';

const ALIGNED = `2022年一般公共预算支出表
单位：万元

科目编码    科目名称                          合计      基本支出    项目支出
201         一般公共服务支出                  12.00         6.00        6.00
20103       政府办公厅（室）及相关机构事务    12.00         6.00        6.00
2010301     行政运行                           6.00         6.00
`;

const FLATTENED = `2022年一般公共预算支出表
单位：万元
科目编码 科目名称 合计 基本支出 项目支出
201 一般公共服务支出 12.00 6.00 6.00
20103 政府办公厅（室）及相关机构事务 12.00 6.00 6.00
2010301 行政运行 6.00 6.00 0.00
`;

/** Whole rows; the next begins where as many lines stand below the last code as below the one before it. */
const CELL_ROWS = `2022年一般公共预算支出表
单位：万元
科目编码
科目名称
合计
201
一般公共服务支出
12.00
20103
政府办公厅(室)及相关机构事务
12.00
2010301
行政运行
6.00
`;
const LAST_CELL_ROW = `2010350
事业运行
6.00
`;

const CELL_LINES = `${CELL_ROWS}2010302
`;

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

describe('completion in tables without separators', () => {
  it('writes a code and, where the names stand, its name', () => {
    for (const begun of ['2', '20103', 'xzgl', '行政管理']) {
      const list = completionsAt(`${ALIGNED}${begun}‸`);
      assert.equal(lastLine(list.accept('2010302 一般行政管理事务')), '2010302     一般行政管理事务', begun);
    }
    assert.equal(
      lastLine(completionsAt(`${FLATTENED}20103‸`).accept('2010302 一般行政管理事务')),
      '2010302 一般行政管理事务',
    );
  });

  it('goes on with the codes below the row above, those that are there last', () => {
    const { labels } = completionsAt(`${ALIGNED}2‸`);
    assert.equal(labels[0], '2010302 一般行政管理事务');
    assert.ok(
      labels.indexOf('2010399 其他政府办公厅（室）及相关机构事务支出') < labels.indexOf('2010301 行政运行'),
    );
  });

  it('writes the name of the code in front', () => {
    for (const begun of ['2010302     ', '2010302 ', '2010302     一般', '2010302     其他']) {
      const accepted = completionsAt(`${ALIGNED}${begun}‸`).accept('一般行政管理事务');
      assert.equal(lastLine(accepted), '2010302     一般行政管理事务', begun);
    }
    assert.equal(
      lastLine(completionsAt(`${FLATTENED}2010302 ‸ 6.00 6.00 0.00`).accept('一般行政管理事务')),
      '2010302 一般行政管理事务 6.00 6.00 0.00',
    );
  });

  it('takes blanks for the name where amounts stand behind it, and offers nothing where there are too few', () => {
    const row = '2010302     ‸                                   6.00                     6.00';
    assert.equal(
      lastLine(completionsAt(`${ALIGNED}${row}`).accept('一般行政管理事务')),
      '2010302     一般行政管理事务                   6.00                     6.00',
    );
    assert.deepEqual(completionsAt(`${ALIGNED}2010302     ‸         6.00         6.00`).labels, []);
  });

  it('writes a name on the line below its code', () => {
    for (const begun of ['', '一般'])
      assert.equal(
        completionsAt(`${CELL_LINES}${begun}‸`).accept('一般行政管理事务'),
        `${CELL_LINES}一般行政管理事务`,
      );
  });

  it('begins a row of cells in lines of their own with a code, and writes its name below', () => {
    for (const begun of ['20103', 'xzgl', '一般行政'])
      for (const below of ['', `\n${LAST_CELL_ROW}`])
        assert.equal(
          completionsAt(`${CELL_ROWS}${begun}‸${below}`).accept('2010302 一般行政管理事务'),
          `${CELL_ROWS}2010302\n一般行政管理事务${below}`,
        );
    assert.equal(
      completionsAt(`${CELL_ROWS}qtzf‸`).accept('2010399 其他政府办公厅(室)及相关机构事务支出'),
      `${CELL_ROWS}2010399\n其他政府办公厅(室)及相关机构事务支出`,
    );
  });

  it('takes no other cell for a code: an amount, a line inside a row', () => {
    for (const text of [
      CELL_ROWS.replace('行政运行\n6.00', '行政运行\n6‸'),
      CELL_ROWS.replace('行政运行\n6.00', '行政运行\nxz‸\n6.00'),
    ])
      assert.deepEqual(completionsAt(text).labels, [], text);
  });

  it('is silent where nobody can tell what is written: behind amounts, in names, in prose below', () => {
    for (const text of [
      `${ALIGNED}2010302     一般行政管理事务   6‸`,
      `${ALIGNED}本表反映‸`,
      `${ALIGNED}\n2010‸`,
      `${FLATTENED}行政 20103‸`,
      CELL_LINES.replace('6.00\n2010302', '6‸\n2010302'),
    ]) {
      assert.deepEqual(completionsAt(text).labels, [], text);
    }
  });
});
