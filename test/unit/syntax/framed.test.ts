import { strict as assert } from 'node:assert';
import { blocksOf, cellsOf, onlyTable } from './tables.ts';

const TITLE = ['三、一般公共预算支出表', '单位：万元', ''];

/** The cells of each row, wrapped ones with all their lines. */
function rowsIn(...lines: string[]): string[][] {
  return onlyTable([...TITLE, ...lines, ''].join('\n'), 'pipe').rows.map(cellsOf);
}

describe('tables in a frame drawn with signs', () => {
  it('are one table, lines of the frame and all', () => {
    const lines = ['+---+--------+', '| a | 1.00   |', '+===+========+', '| b | 2.00   |', '+---+--------+'];
    assert.deepEqual(blocksOf([...TITLE, ...lines, '', '注：无。'].join('\n')), [
      ['text', 2],
      ['blank', 1],
      ['pipe', 5],
      ['blank', 1],
      ['text', 1],
    ]);
    assert.deepEqual(rowsIn(...lines), [
      ['a', '1.00'],
      ['b', '2.00'],
    ]);
  });

  it('have cells over several lines', () => {
    const rows = rowsIn(
      '+---------+--------------+---------+',
      '| 科目    | 科目名称     | 预算数  |',
      '| 编码    |              |         |',
      '+:========+:=============+========:+',
      '| 2080505 | 机关事业单位 |         |',
      '|         | 基本养老保险 | 31.25   |',
      '|         | 缴费支出     |         |',
      '+---------+--------------+---------+',
    );
    assert.deepEqual(rows, [
      ['科目编码', '科目名称', '预算数'],
      ['2080505', '机关事业单位基本养老保险缴费支出', '31.25'],
    ]);
  });

  it('have several rows between two lines of the frame where each has its figures', () => {
    const rows = rowsIn(
      '+------+--------+',
      '| 科目 | 预算数 |',
      '+------+--------+',
      '| 201  | 3.00   |',
      '| 208  | 4.00   |',
      '+------+--------+',
      '| 合计 | 7.00   |',
      '+------+--------+',
    );
    assert.deepEqual(rows, [
      ['科目', '预算数'],
      ['201', '3.00'],
      ['208', '4.00'],
      ['合计', '7.00'],
    ]);
  });

  it('have cells that span columns in the first of them', () => {
    const { rows } = onlyTable(
      [
        '+----------------+--------+',
        '| 收入           | 支出   |',
        '+-------+--------+--------+',
        '| 项目  | 预算数 | 预算数 |',
        '+-------+--------+--------+',
        '| 一、  | 1.00   | 2.00   |',
        '+-------+--------+--------+',
      ].join('\n'),
      'pipe',
    );
    assert.deepEqual(rows.map(cellsOf), [
      ['收入', '', '支出'],
      ['项目', '预算数', '预算数'],
      ['一、', '1.00', '2.00'],
    ]);
    assert.equal(rows[0]?.cells[0]?.columns, 2);
  });

  it('have rows beside a cell that spans these', () => {
    const rows = rowsIn(
      '+------+------+------+',
      '| 基本 | 人员 | 1.00 |',
      '|      +------+------+',
      '|      | 公用 | 2.00 |',
      '+------+------+------+',
    );
    assert.deepEqual(rows, [
      ['基本', '人员', '1.00'],
      ['', '公用', '2.00'],
    ]);
  });

  it('are unsure where bars do not stand below the frame, and where a number is broken', () => {
    const { rows } = onlyTable(
      [
        '+------+--------+--------+',
        '| 基本支出 | 3.00 |',
        '+------+--------+--------+',
        '| 合计 | 21,118 | 1.00   |',
        '|      | .51    |        |',
        '+------+--------+--------+',
        '| 项目 | 2.00   | 4.00   |',
        '+------+--------+--------+',
      ].join('\n'),
      'pipe',
    );
    assert.deepEqual(
      rows.map(({ unsure }) => unsure),
      [true, true, undefined],
    );
  });

  it('are none where no row follows the line', () => {
    assert.deepEqual(blocksOf('+---+---+\n正文\n'), [
      ['text', 2],
      ['blank', 1],
    ]);
  });
});
