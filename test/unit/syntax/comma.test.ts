import { strict as assert } from 'node:assert';
import { blocksOf, dialectsOf, onlyTable, rowsOf } from './tables.ts';

describe('comma dialect', () => {
  it('reads cells with and without quotes, empty ones too', () => {
    const text =
      '科目编码,科目名称,合计,备注\n201,一般公共服务支出,"2,371.41",\n20103, 行政运行 ,45.39,"见""说明"""\n';
    assert.deepEqual(rowsOf(text, 'comma'), [
      ['科目编码', '科目名称', '合计', '备注'],
      ['201', '一般公共服务支出', '2,371.41', ''],
      ['20103', '行政运行', '45.39', '见""说明""'],
    ]);
  });

  it('goes over line breaks between quotes', () => {
    const text = '编码,"预算数\n（万元）",备注\n201,5.00,\n208,1.00,"第一行\n第二行"\n正文';
    const { rows } = onlyTable(text, 'comma');
    assert.deepEqual(
      rows.map(({ line }) => line),
      [0, 2, 3],
    );
    assert.equal(rows[0]?.cells[1]?.text, '预算数');
    assert.equal(rows[0]?.cells[1]?.whole, '预算数（万元）');
    assert.deepEqual(rows[0]?.cells[2]?.span, { line: 1, start: 6, end: 8 });
    assert.equal(rows[2]?.cells[2]?.whole, '第一行第二行');
    assert.deepEqual(blocksOf(text), [
      ['comma', 5],
      ['text', 1],
    ]);
  });

  it('begins with a title row, as spreadsheets save it, and ends with the last row of the same width', () => {
    const text = '部门支出总表,,\n单位：万元,,\n编码,名称,金额\n201,公共服务,5.00\n208,社会保障,1.00\n\n正文';
    assert.deepEqual(blocksOf(text), [
      ['comma', 5],
      ['blank', 1],
      ['text', 1],
    ]);
  });

  it('takes a header with one row that has more than one amount, and a byte order mark', () => {
    assert.deepEqual(rowsOf('\ufeff合计,因公出国（境）费,公务接待费\n6.00,4.00,2.00', 'comma')[1], [
      '6.00',
      '4.00',
      '2.00',
    ]);
  });

  it('is no sentence', () => {
    for (const text of [
      '负责政务服务体系建设,协调指导街道工作,承担日常管理\n负责数字政府规划,统筹公共数据资源,推进应用',
      '其中:货物类 28.60 万元,工程类 0 万元,服务类 1847.1 万元\n共有编制 46 人,其中:行政编制 21 人,事业编制 23 人',
      '2021年收入 1932.33 万元,其中:拨款 1932.33 万元,无基金\n2021年支出 1932.33 万元,其中:服务 1866.11 万元,社保 39.70 万元',
      '截至2022年,车辆,0\n一,二,三',
      '甲,乙\n1.00,2.00\n3.00,4.00',
      '201,一般公共服务支出，含行政运行。,5.00\n208,社会保障,1.00',
    ]) {
      assert.ok(!dialectsOf(text).includes('comma'), text);
    }
  });

  it('takes no amounts whose separators of thousands became cells', () => {
    assert.deepEqual(dialectsOf('编码,名称,合计\n201,公共服务,2,371.41\n20103,行政运行,1,866.11'), []);
    assert.deepEqual(dialectsOf('201,公共服务,2,371\n20103,行政运行,1,866'), []);
    assert.deepEqual(dialectsOf('编码,名称,基本,项目\n201,公共服务,2,371\n20103,行政运行,1,866'), ['comma']);
  });

  it('leaves a line alone whose quote is never closed', () => {
    assert.deepEqual(blocksOf('201,"一般,5.00\n208,社会,1.00\n210,卫生,2.00'), [
      ['text', 1],
      ['comma', 2],
    ]);
  });

  it('is a list of names with an amount each, under a heading', () => {
    assert.deepEqual(dialectsOf('项目,预算数\n合计,"1,234.50"\n公务接待费,\n会议费,2.00'), ['comma']);
    assert.deepEqual(dialectsOf('项目,预算数\n合计,2'), []);
  });

  it('has remarks that end as sentences do', () => {
    assert.deepEqual(dialectsOf('项目,金额,说明\n培训,12.00,用于培训。\n会议,3.00,用于会议。'), ['comma']);
  });

  it('goes over what OCR left between two rows, and over the number of a page', () => {
    const rows = ['编码,名称,合计', '201,公共服务,5.00', '205,教育,2.00'];
    assert.deepEqual(blocksOf([rows[0], rows[1], 'T T', rows[2], '', '- 3 -', '', rows[2]].join('\n')), [
      ['comma', 8],
    ]);
    assert.deepEqual(blocksOf([...rows, '', ...rows].join('\n')), [
      ['comma', 3],
      ['blank', 1],
      ['comma', 3],
    ]);
  });
});
