import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

/** The cells of all bound rows with figures, in tables whose columns are known; `''` where nothing stands. */
function rowsOf(lines: readonly string[]): string[][] {
  return readDisclosure(parse(lines.join('\n'))).tables.flatMap(({ table }) =>
    table.rows
      .filter(({ bound, cells }) => table.columns.length > 0 && bound && cells.some((cell) => cell?.amount))
      .map(({ cells }) => cells.map((cell) => cell?.text ?? '')),
  );
}

/** A head of which nobody can tell which words stand over which column. */
const TORN = ['收支预算总表', '收入 支出', '预算数', '项目 预算数 项目', '合计 基本支出'];

describe('lists abreast under torn headings', () => {
  it('have each label with its figures in the list that its number goes on with', () => {
    const rows = [
      '一、财政拨款 90.50 一、一般公共服务支出 70.40 一、基本支出 60.30',
      '1.一般公共预算 90.50 二、外交支出 二、项目支出 38.20',
      '二、其他资金 8.00 三、国防支出 28.10',
      '当年收入小计 98.50 当年支出小计 98.50',
    ];
    assert.deepEqual(rowsOf([...TORN, ...rows]), [
      ['一、财政拨款', '90.50', '一、一般公共服务支出', '70.40', '一、基本支出', '60.30'],
      ['1.一般公共预算', '90.50', '二、外交支出', '', '二、项目支出', '38.20'],
      ['二、其他资金', '8.00', '三、国防支出', '28.10'],
      ['当年收入小计', '98.50', '当年支出小计', '98.50'],
    ]);
  });

  it('are told by the totals where a number goes on with both', () => {
    const rows = [
      '一、一般公共预算资金 98.50 一、一般公共服务支出 70.40 70.40',
      '二、政府性基金 二、卫生健康支出 20.10 20.10',
      '三、住房保障支出 8.00 8.00',
      '收入总计 98.50 支出总计 98.50 98.50',
    ];
    assert.deepEqual(rowsOf([...TORN, ...rows])[2], ['', '', '三、住房保障支出', '8.00', '8.00']);
  });

  it('are no lists without a row of totals', () => {
    const rows = ['办公设备 台式计算机 18.00', '印刷服务 12.00 会议服务 2.00', '家具 3.00 打印设备 4.00'];
    assert.deepEqual(rowsOf([...TORN, ...rows]), []);
  });

  it('are left alone where a row has more labels than any with figures for each', () => {
    const rows = [
      '一、财政拨款 90.50 一、一般公共服务支出 90.50',
      '1.一般公共预算 90.50 二、外交支出 二、项目支出',
      '收入总计 90.50 支出总计 90.50',
    ];
    assert.deepEqual(rowsOf([...TORN, ...rows]), []);
  });
});
