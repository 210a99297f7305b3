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

  it('end a cell where words are glued to an amount, but not in front of what is counted or of a heading', () => {
    const [glued, spread, counted, heading] = [
      '本年收入合计 48,362.82本年支出合计 50,616.94 37,891.58',
      '（一）公共预算 208.43（一）公共安全 60.30 12.00',
      '（二）绿化 22.43平方米 1.00 2.00 3.00 4.00',
      '1.10国有资产 1,200.00 2.00 3.00 4.00',
    ].map((line) => rowsOf(line, 'flattened')[0]);
    assert.deepEqual(glued, ['本年收入合计', '48,362.82', '本年支出合计', '50,616.94', '37,891.58']);
    assert.deepEqual(spread, ['（一）公共预算', '208.43', '（一）公共安全', '60.30', '12.00']);
    assert.deepEqual(counted, ['（二）绿化', '22.43平方米', '1.00', '2.00', '3.00', '4.00']);
    assert.deepEqual(heading, ['1.10国有资产', '1,200.00', '2.00', '3.00', '4.00']);
  });

  it('part two amounts without a blank where others print two decimals', () => {
    const [parted, open] = ['4,516.64', '4,516.6'].map(
      (other) => rowsOf(`206 科学技术支出 154,304.225,362.42 ${other} 845.78`, 'flattened')[0],
    );
    assert.deepEqual(parted, ['206', '科学技术支出', '154,304.22', '5,362.42', '4,516.64', '845.78']);
    assert.deepEqual(open, ['206', '科学技术支出', '154,304.225,362.42', '4,516.6', '845.78']);
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

  it('go on behind the number of a page with the next item, what is carried over, and totals', () => {
    const form = [
      '项目 预算数 支出功能分类 预算数',
      '一、财政拨款 90.50 一、一般公共服务支出 80.50',
      '\n12\n\n二、事业收入 二、教育支出',
      '\n13\n\n本年收入合计 90.50 本年支出合计 80.50',
      '\n14\n\n上年结转 结转下年 10.00',
      '\n收入总计 90.50 支出总计 90.50',
    ].join('\n');
    assert.deepEqual(blocksOf(form), [['flattened', 16]]);
    // Behind the total of all rows nothing more is known to belong to it.
    const [first] = blocksOf(`${form}\n\n党建活动经费 20.00 人员 30.00`);
    assert.deepEqual(first, ['flattened', 16]);
  });

  it('are no list of numbered headings, which has no figures', () => {
    const contents =
      '第二部分 某某局 部门预算 说明\n\n一、收支总体情况\n\n二、收入总体情况\n\n三、支出总体情况';
    assert.ok(blocksOf(contents).every(([kind]) => kind !== 'flattened'));
  });

  it('hold together over blank figures, and figures alone, within the name of an item', () => {
    const head = '项目 预算数 支出功能分类 预算数\n一、财政拨款 90.50 一、一般公共服务支出 80.50';
    const figures = '十四、资源勘探工业信\n10.00\n息等支出\n收入总计 90.50 支出总计 90.50';
    assert.deepEqual(blocksOf(`${head}\n${figures}`), [['flattened', 6]]);
    const blank = '十四、资源勘探工业信\n\n息等支出\n十五、商业服务业等支出\n收入总计 90.50 支出总计 90.50';
    assert.deepEqual(blocksOf(`${head}\n${blank}`), [['flattened', 7]]);
  });

  it('have all their headings, however many signs a scanner saw in the frame around them', () => {
    const signs = ['_', '= 11/ 71 71.', '_'];
    const rows = ['1、财政拨款 90.50 1、教育支出 80.50', '2、事业收入 1.50 2、科学技术支出 11.50'];
    const lines = ['收入 支出', '项目 预算数 项目 预算数', '一、部门预算 一、部门预算', ...rows];
    const form = lines.flatMap((line) => [line, ...signs]);
    assert.deepEqual(blocksOf(form.slice(0, -signs.length).join('\n')), [['flattened', 17]]);
  });

  it('begin with the code of a body, whatever the rest of its name begins with', () => {
    const rows = ['005 某某局 9.50 8.50 1.00', '某某市行政审', '005001 批局本级 9.50 8.50 1.00'];
    assert.deepEqual(blocksOf(['单位编码 单位名称 合计 基本支出 项目支出', ...rows].join('\n')), [
      ['flattened', 4],
    ]);
  });

  it('take a point behind an odd group of digits for another figure', () => {
    const cellsOf = (line: string) =>
      flattenedDialect.read([line]).flatMap(({ cells }) => cells.map(({ text }) => text));
    assert.deepEqual(cellsOf('津贴补贴 22, 594, 76 .00'), ['津贴补贴', '22, 594, 76', '.00']);
    assert.deepEqual(cellsOf('津贴补贴 22, 594 . 76 10.00'), ['津贴补贴', '22, 594 . 76', '10.00']);
  });

  it('are no small numbers in a sentence', () => {
    for (const line of [
      '乘 201 路 20 30',
      '201 路 20 30',
      '2023 年 12 月 31 日',
      '统计管理 1,200 1,200',
      '2010506 1 2',
      '出 22,022.92 万元，教育支出 9.30 万元，文化旅游体育与传媒支出 19,527.61 万元，社会保障和就',
    ]) {
      assert.ok(!flattenedDialect.recognises(line), line);
    }
  });
});
