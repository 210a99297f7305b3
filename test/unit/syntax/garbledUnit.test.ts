import { strict as assert } from 'node:assert';
import { isGarbledUnit } from '#core/syntax/dialects/garbledUnit.ts';

describe('unit lines that OCR garbled', () => {
  for (const line of ['中世: 刀儿', '平匹: 刀儿', '単位:万元', '(単位:万元)', '单位 欱 Fi 元'])
    it(`are known: ${line}`, () => assert.ok(isGarbledUnit(line)));

  for (const line of [
    '单位名称',
    '合计',
    '平均每人 300 元',
    '中央财政拨款',
    '单位:某某市农业农村局',
    '半年预算数',
    '',
  ])
    it(`are none: ${line}`, () => assert.ok(!isGarbledUnit(line)));
});
