import { strict as assert } from 'node:assert';
import { parse } from '#core/syntax/parse.ts';

const HEADING = '一级指标 二级指标 三级指标 指标值';

/** The texts of the cells of the first table that begins with the heading of a list of indicators. */
function rowsOf(text: string): readonly (readonly string[])[] {
  for (const { node } of parse(text).blocks) {
    if (node.kind !== 'table' || node.rows[0]?.cells[0]?.text !== '一级指标') continue;
    return node.rows.slice(1).map(({ cells }) => cells.map((cell) => cell.text));
  }
  return [];
}

describe('lists of indicators without separators', () => {
  it('have a cell for each word of a line', () => {
    const text = [HEADING, '产出指标 数量指标 培训人次 ≥200人次', '培训班次 ≥4次'].join('\n');
    assert.deepEqual(rowsOf(text), [
      ['产出指标', '数量指标', '培训人次', '≥200人次'],
      ['培训班次', '≥4次'],
    ]);
  });

  it('have cells of several words where their heading is spaced out', () => {
    const text = [
      '一级指标   二级指标   三级指标          指标值',
      '产出指标   数量指标   社区（村） 培训人次     ≥200人次',
    ].join('\n');
    assert.deepEqual(rowsOf(text), [['产出指标', '数量指标', '社区（村） 培训人次', '≥200人次']]);
  });

  it('go on over names with words for values, and over what is wrapped', () => {
    const text = [
      HEADING,
      '数量指标 培训人次 ≥200人次',
      '业务能力 提升',
      '服务对象满意',
      '满意度指标 学员满意度 ≥90%',
    ];
    assert.equal(rowsOf(text.join('\n')).length, 4);
  });

  for (const next of [
    '表8 政府采购预算表',
    '项目名称 另一个项目',
    '2010301 行政运行 10.00 10.00',
    '注：以上为年度目标。',
  ])
    it(`end in front of ${next}`, () => {
      const text = [HEADING, '数量指标 培训人次 ≥200人次', next, '质量指标 培训合格率 ≥95%'];
      assert.equal(rowsOf(text.join('\n')).length, 1);
    });

  it('are none without a row, or where the words stand in a sentence', () => {
    assert.deepEqual(rowsOf([HEADING, '本表无数据。'].join('\n')), []);
    assert.deepEqual(
      rowsOf(['三级指标 指标值 一级指标 二级指标', '数量指标 培训人次 ≥200人次'].join('\n')),
      [],
    );
  });
});
