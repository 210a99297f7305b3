import assert from 'node:assert/strict';
import { completionsAt } from '../../support/completions.ts';
import { ONE_CELL_FAULT, SOUND_TABLE } from '../../support/faultyTable.ts';

/** The table with one cell emptied and the cursor in it. */
function emptied(row: string, text = SOUND_TABLE): string {
  const cursor = text.replace(row.replace('‸', ''), row.replace(/[\d,.]*‸[\d,.]*/, '‸'));
  assert.notEqual(cursor, text);
  return cursor;
}

describe('completion of a total', () => {
  it('offers the sum of the codes below an empty 款', () => {
    const { labels, accept } = completionsAt(emptied('相关机构事务	300.00	‸100.00'));
    assert.deepEqual(labels, ['100.00']);
    assert.equal(accept('100.00'), SOUND_TABLE);
  });

  it('offers the sum of the columns in an empty 总计, and says what it adds up', () => {
    const { items, accept } = completionsAt(emptied('离退休	‸20.00'));
    assert.deepEqual(
      items.map(({ detail }) => detail),
      ['各分栏之和 = 基本支出 20.00'],
    );
    assert.equal(accept('20.00'), SOUND_TABLE);
  });

  it('offers the total row, in the first row of figures as well as in the last', () => {
    assert.deepEqual(completionsAt(emptied('合计	‸350.00')).labels, ['350.00']);
    const first =
      '2022年支出表\n单位：万元\n科目编码	科目名称	合计	基本支出	项目支出\n2010301	行政运行	‸	30.50	1,200.00\n';
    assert.deepEqual(completionsAt(first).labels, ['1,230.50']);
  });

  it('writes in the column’s own style', () => {
    const table = `2022年支出表
单位：元
科目编码	科目名称	合计
201	一般公共服务支出	‸
20103	政府办公厅（室）及相关机构事务	12,300
20105	统计信息事务	1,000
`;
    assert.deepEqual(completionsAt(table).labels, ['13,300']);
    assert.deepEqual(completionsAt(table.replaceAll(',', '')).labels, ['13300']);
  });

  it('offers the right figure in the place of a wrong one, as long as what is typed begins alike', () => {
    const wrong = (cursor: string) => ONE_CELL_FAULT.replace('35.00	30.00', `${cursor}	30.00`);
    assert.equal(completionsAt(wrong('‸35.00')).accept('30.00'), SOUND_TABLE);
    assert.equal(completionsAt(wrong('3‸5.00')).accept('30.00'), SOUND_TABLE);
    assert.deepEqual(completionsAt(wrong('35‸.00')).labels, []);
    assert.deepEqual(completionsAt(SOUND_TABLE.replace('30.00	30.00', '‸30.00	30.00')).labels, []);
  });

  it('offers nothing where nothing is added up', () => {
    assert.deepEqual(completionsAt(emptied('行政运行	100.00	‸100.00')).labels, []);
    assert.deepEqual(
      completionsAt(SOUND_TABLE.replace('行政运行	100.00	100.00	', '行政运行	100.00	100.00	‸')).labels,
      [],
    );
  });

  it('offers the balance and the sum of what is listed', () => {
    const table = `2023年部门收支总表
单位：万元
收入		支出	
项目	预算数	项目	预算数
一、一般公共预算拨款收入	350.00	一、一般公共服务支出	300.00
二、其他收入	20.00	二、社会保障和就业支出	70.00
收入总计	370.00	支出总计	‸
`;
    assert.deepEqual(completionsAt(table).labels, ['370.00']);
  });

  it('works between pipes', () => {
    const table = `## 2022年支出表

单位：万元

| 科目编码 | 科目名称 | 合计 |
|---|---|---|
| 20103 | 政府办公厅（室）及相关机构事务 | ‸ |
| 2010301 | 行政运行 | 10.00 |
| 2010302 | 一般行政管理事务 | 2.50 |
`;
    assert.ok(completionsAt(table).accept('12.50').includes('机构事务 | 12.50 |\n'));
  });
});
