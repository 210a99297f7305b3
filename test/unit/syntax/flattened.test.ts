import { strict as assert } from 'node:assert';
import { flattenedDialect } from '#core/syntax/dialects/flattened.ts';
import { blocksOf, rowsOf } from './tables.ts';

describe('flattened rows', () => {
  it('of whole numbers, the code glued to its name, in front of it or behind it', () => {
    assert.deepEqual(rowsOf('2010506统计管理 1,200 1,200\n2010507 专项统计业务 300 300', 'flattened'), [
      ['2010506', '统计管理', '1,200', '1,200'],
      ['2010507', '专项统计业务', '300', '300'],
    ]);
    assert.deepEqual(rowsOf('统计管理 2010506 1,200 1,200', 'flattened'), [
      ['统计管理', '2010506', '1,200', '1,200'],
    ]);
    assert.deepEqual(rowsOf('一般公共服务支出 201 1,200.00 1,200.00', 'flattened'), [
      ['一般公共服务支出', '201', '1,200.00', '1,200.00'],
    ]);
  });

  it('hold together over the rest of a name', () => {
    const text =
      '2080505 机关事业单位基本养老 70.80 70.80\n保险缴费支出\n2080506 职业年金 9.00 9.00\n部门支出总表\n2080506 职业年金 9.00 9.00';
    assert.deepEqual(blocksOf(text), [
      ['flattened', 3],
      ['text', 1],
      ['flattened', 1],
    ]);
  });

  it('are no small numbers in a sentence', () => {
    for (const line of [
      '乘 201 路 20 30',
      '201 路 20 30',
      '2023 年 12 月 31 日',
      '统计管理 1,200 1,200',
      '2010506 1 2',
    ]) {
      assert.ok(!flattenedDialect.recognises(line), line);
    }
  });
});
