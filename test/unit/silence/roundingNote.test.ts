import assert from 'node:assert/strict';
import { hasRoundingNote } from '#core/silence/roundingNote.ts';
import { parse } from '#core/syntax/parse.ts';
import { SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf } from '../../support/features.ts';

describe('a note that figures were rounded', () => {
  for (const note of [
    '注：因四舍五入原因，部分数据可能存在尾差。',
    '说明：由于金额单位转换原因，可能存在尾数误差',
    '本表数据保留两位小数，合计数与分项之和略有出入。',
    '| 注：由于四舍五入，分项之和与合计不等 | |\n| 1 | 2 |',
  ])
    it(`is one: ${note.slice(0, 12)}`, () => assert.ok(hasRoundingNote(parse(note))));

  for (const text of [
    '2022年支出比上年减少，差异主要是人员变动。',
    '本表金额单位转换为万元。预算与执行存在差异。',
    '四舍五入后填列。',
  ])
    it(`is none: ${text.slice(0, 12)}`, () => assert.ok(!hasRoundingNote(parse(text))));

  it('keeps hints quiet, and errors loud', () => {
    const rounded = SOUND_TABLE.replace('合计	350.00', '合计	350.01');
    const note = '\n注：因四舍五入，合计数可能存在尾差。\n';
    const rules = (text: string) => analysisOf(text).findings.map(({ rule }) => rule);
    assert.ok(rules(rounded).includes('rounding-difference'));
    assert.deepEqual(rules(rounded + note), []);
    assert.deepEqual(rules(SOUND_TABLE.replace('合计	350.00', '合计	360.00') + note), ['row-sum']);
  });
});
