import { strict as assert } from 'node:assert';
import type { DialectName } from '../../generator/dialects/dialect.ts';
import { DIALECTS } from '../../generator/dialects/index.ts';
import { type Line, textOfLine } from '../../generator/document/line.ts';
import type { Layout } from '../../generator/layouts/layout.ts';
import { setTable } from '../../generator/layouts/setTable.ts';
import { PLAIN, TABLE } from './example.ts';

function linesOf(name: DialectName, layout: Partial<Layout> = {}, variant = 0): readonly Line[] {
  const dialect = DIALECTS.find((candidate) => candidate.name === name);
  assert.ok(dialect);
  return dialect.write(setTable(TABLE, { ...PLAIN, ...layout }), variant);
}

function written(name: DialectName, layout: Partial<Layout> = {}, variant = 0): string[] {
  return linesOf(name, layout, variant).map(textOfLine);
}

describe('generator: dialects', () => {
  it('tab', () => {
    assert.deepEqual(written('tab'), [
      '\t\t\t基本支出\t\t',
      '科目编码\t科目名称\t总计\t小计\t人员经费\t项目支出',
      '221\t住房保障支出\t1,234.56\t1,200.00\t1,200.00\t34.56',
      '22102\t住房改革支出\t1,234.56\t1,200.00\t1,200.00\t34.56',
      '2210201\t住房公积金\t1,200.00\t1,200.00\t1,200.00\t',
      '\t合计\t1,234.56\t1,200.00\t1,200.00\t34.56',
    ]);
    assert.equal(written('tab', {}, 1)[4], '2210201\t住房公积金\t1,200.00\t1,200.00\t1,200.00');
  });

  it('pipe', () => {
    assert.deepEqual(written('pipe'), [
      '| | | | 基本支出 | | |',
      '|---|---|---|---|---|---|',
      '| 科目编码 | 科目名称 | 总计 | 小计 | 人员经费 | 项目支出 |',
      '| 221 | 住房保障支出 | 1,234.56 | 1,200.00 | 1,200.00 | 34.56 |',
      '| 22102 | 住房改革支出 | 1,234.56 | 1,200.00 | 1,200.00 | 34.56 |',
      '| 2210201 | 住房公积金 | 1,200.00 | 1,200.00 | 1,200.00 | |',
      '| | 合计 | 1,234.56 | 1,200.00 | 1,200.00 | 34.56 |',
    ]);
    assert.equal(written('pipe', {}, 1)[6], '| | **合计** | 1,234.56 | 1,200.00 | 1,200.00 | 34.56 |');
  });

  it('aligned', () => {
    assert.deepEqual(written('aligned'), [
      // Centred over 小计 and 人员经费, which begin at column 37 and are 19 wide together.
      `${' '.repeat(42)}基本支出`,
      '科目编码     科目名称       总计       小计     人员经费   项目支出',
      '221        住房保障支出   1,234.56   1,200.00   1,200.00      34.56',
      '22102      住房改革支出   1,234.56   1,200.00   1,200.00      34.56',
      '2210201    住房公积金     1,200.00   1,200.00   1,200.00',
      '           合计           1,234.56   1,200.00   1,200.00      34.56',
    ]);
  });

  it('flattened', () => {
    assert.deepEqual(written('flattened'), [
      '基本支出',
      '科目编码 科目名称 总计 小计 人员经费 项目支出',
      '221 住房保障支出 1,234.56 1,200.00 1,200.00 34.56',
      '22102 住房改革支出 1,234.56 1,200.00 1,200.00 34.56',
      '2210201 住房公积金 1,200.00 1,200.00 1,200.00',
      '合计 1,234.56 1,200.00 1,200.00 34.56',
    ]);
  });

  it('flattened, cell-per-line and trimmed tab tell the rows whose blank cells cannot be seen', () => {
    const lossyRows = (name: DialectName, variant: number) =>
      linesOf(name, {}, variant).flatMap(({ lossy, gridRow }) => (lossy === true ? [gridRow] : []));
    assert.deepEqual(lossyRows('flattened', 0), [2]);
    assert.deepEqual(new Set(lossyRows('cell-per-line', 1)), new Set([2, 3]));
    assert.deepEqual(lossyRows('cell-per-line', 0), []);
    assert.deepEqual(lossyRows('tab', 0), []);
    assert.deepEqual(lossyRows('tab', 1), [2]);
  });

  it('comma', () => {
    assert.deepEqual(written('comma').slice(2, 5), [
      '221,住房保障支出,"1,234.56","1,200.00","1,200.00",34.56',
      '22102,住房改革支出,"1,234.56","1,200.00","1,200.00",34.56',
      '2210201,住房公积金,"1,200.00","1,200.00","1,200.00",',
    ]);
    assert.equal(written('comma', {}, 1)[5], '"","合计","1,234.56","1,200.00","1,200.00","34.56"');
  });

  it('cell-per-line', () => {
    const rows = ['2210201', '住房公积金', '1,200.00', '1,200.00', '1,200.00', ''];
    assert.deepEqual(written('cell-per-line').slice(24, 30), rows);
    assert.deepEqual(written('cell-per-line', {}, 1).slice(-10), [
      ...rows.slice(0, 5),
      '合计',
      '1,234.56',
      '1,200.00',
      '1,200.00',
      '34.56',
    ]);
  });

  it('barred', () => {
    const lines = written('barred');
    // A heading over several columns or rows stands once.
    assert.deepEqual(lines.slice(0, 7), [
      '科目编码 |',
      '科目名称 |',
      '总计 |',
      '基本支出 |',
      '项目支出 |',
      '小计 |',
      '人员经费 |',
    ]);
    const rows = ['2210201 |', '住房公积金 |', '1,200.00 |', '1,200.00 |', '1,200.00 |', '|'];
    assert.deepEqual(lines.slice(19, 25), rows);
    assert.deepEqual(written('barred', {}, 1).slice(0, 4), ['科目编码', '|', '科目名称', '|']);
  });

  it('html', () => {
    const lines = written('html');
    assert.equal(lines[0], '<table>');
    assert.equal(
      lines[1],
      '<tr><td rowspan="2">科目编码</td><td rowspan="2">科目名称</td><td rowspan="2">总计</td>' +
        '<td colspan="2">基本支出</td><td rowspan="2">项目支出</td></tr>',
    );
    assert.equal(lines[2], '<tr><td>小计</td><td>人员经费</td></tr>');
    assert.equal(
      lines[5],
      '<tr><td>2210201</td><td>住房公积金</td><td>1,200.00</td><td>1,200.00</td><td>1,200.00</td><td></td></tr>',
    );
    assert.deepEqual(written('html', {}, 1).slice(-8, -1), [
      '  <td></td>',
      '  <td>合计</td>',
      '  <td>1,234.56</td>',
      '  <td>1,200.00</td>',
      '  <td>1,200.00</td>',
      '  <td>34.56</td>',
      '</tr>',
    ]);
  });
});

describe('generator: layouts', () => {
  it('sets codes in one cell, over three, carried, and glued to the name', () => {
    const rows = (codes: Layout['codes']) =>
      written('tab', { codes })
        .slice(-4)
        .map((line) => line.split('\t').slice(0, -4));
    assert.deepEqual(rows('one-cell'), [
      ['221', '住房保障支出'],
      ['22102', '住房改革支出'],
      ['2210201', '住房公积金'],
      ['', '合计'],
    ]);
    assert.deepEqual(rows('split')[2], ['221', '02', '01', '住房公积金']);
    assert.deepEqual(rows('carried'), [
      ['221', '', '', '住房保障支出'],
      ['', '02', '', '住房改革支出'],
      ['', '', '01', '住房公积金'],
      ['', '', '', '合计'],
    ]);
    assert.deepEqual(rows('split-glued'), [
      ['221', '', '住房保障支出'],
      ['221', '02', '住房改革支出'],
      ['221', '02', '01 住房公积金'],
      ['', '', '合计'],
    ]);
    assert.deepEqual(rows('glued'), [
      ['221住房保障支出'],
      ['22102住房改革支出'],
      ['2210201住房公积金'],
      ['合计'],
    ]);
  });

  it('carries no digits into a table that has no 类 and 款 to carry them from', () => {
    const items = {
      ...TABLE,
      blocks: TABLE.blocks.map((block) => ({ ...block, rows: block.rows.slice(2) })),
    };
    const [row] = setTable(items, { ...PLAIN, codes: 'carried' }).rows;
    assert.deepEqual(
      row?.cells.slice(0, 3).map(({ text }) => text),
      ['221', '02', '01'],
    );
  });

  it('prints column numbers, a group over code and name, remarks, and the total in the first cell', () => {
    const lines = written('tab', {
      indexRow: 'numbers',
      stubGroup: true,
      remarks: true,
      totalInFirstCell: true,
    });
    assert.equal(lines[0], '功能分类科目\t\t\t基本支出\t\t\t');
    assert.equal(lines[2], '**\t**\t1\t2\t3\t4\t');
    assert.equal(lines[6], '合计\t\t1,234.56\t1,200.00\t1,200.00\t34.56\t');
    assert.equal(written('tab', { indexRow: 'stars' })[2], '**\t**\t**\t**\t**\t**');
  });

  it('flattens a stacked head into one row: a group stands for its 小计', () => {
    assert.equal(
      written('tab', { head: 'one-row' })[0],
      '科目编码\t科目名称\t总计\t基本支出\t人员经费\t项目支出',
    );
  });

  it('writes figures in every style', () => {
    const first = (style: Partial<Layout['style']>) =>
      written('tab', { style: { ...PLAIN.style, ...style } })[4];
    assert.equal(first({ trimmed: true, thousands: false }), '2210201\t住房公积金\t1200\t1200\t1200\t');
    assert.equal(first({ nothing: 'zero' }), '2210201\t住房公积金\t1,200.00\t1,200.00\t1,200.00\t0.00');
    assert.equal(first({ nothing: 'dash' }), '2210201\t住房公积金\t1,200.00\t1,200.00\t1,200.00\t-');
    assert.equal(
      first({ fullWidth: true }),
      '2210201\t住房公积金\t１，２００．００\t１，２００．００\t１，２００．００\t',
    );
  });

  it('cuts names, and spaces the words of totals', () => {
    assert.equal(written('tab', { cut: 4 })[2]?.split('\t')[1], '住房保障');
    assert.equal(written('tab', { spaced: true })[5]?.split('\t')[1], '合 计');
  });
});
