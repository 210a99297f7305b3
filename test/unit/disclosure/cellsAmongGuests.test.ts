import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const NAMES = ['一般公共服务支出', '外交支出', '国防支出', '公共安全支出', '教育支出', '科学技术支出'];
/** Of each row the total is the sum of both, which no other row has. */
const ROWS = NAMES.map((name, at) => [`${201 + at}`, name, `${at + 3}.00`, `${at + 1}.00`, '2.00']);
const ALL = ROWS.flatMap(([code, , total, basic]) => [
  `${code} 合计 ${Number(total)}`,
  `${code} 基本支出 ${Number(basic)}`,
  `${code} 项目支出 2`,
]);

function read(...lines: readonly (readonly string[])[]): string[] {
  return bound(lines.flat().join('\n'));
}

describe('cells one a line, among lines that are none', () => {
  it('are read beside what a scanner saw in frames', () => {
    const [first, ...others] = ROWS;
    assert.deepEqual(read(HEAD, ['T T'], first ?? [], ['苗島 (利'], others.flat()), ALL);
  });

  it('may hold a mark by itself, which is no sign of a frame', () => {
    const marked = ROWS.map(([code = '', name = '', total = '', basic = '']) => [
      code,
      name,
      total,
      basic,
      '/',
    ]);
    assert.ok(
      read(HEAD, marked.flat()).every((each) => !/^\d{3} (?!合计)/.test(each) || each.includes('基本')),
    );
  });

  it('go on behind the number of a page and the headings again', () => {
    const [upper, lower] = [ROWS.slice(0, 3).flat(), ROWS.slice(3).flat()];
    assert.deepEqual(read(HEAD, upper, ['', '- 3 -', ''], HEAD, lower), ALL);
    assert.deepEqual(read(HEAD, upper, ['', '- 3 -', ''], lower), ALL);
    assert.deepEqual(read(HEAD, upper, ['', '3', ''], HEAD, lower), ALL);
    // Pages without a row repeat the headings one behind the other.
    assert.deepEqual(read(HEAD, upper, ['', '- 3 -', ''], HEAD, HEAD, lower), ALL);
    assert.deepEqual(read(HEAD, upper, ['', '- 3 -', ''], HEAD, ['', '- 4 -', ''], HEAD, lower), ALL);
  });

  it('stand below headings that go over lines, where these are known', () => {
    const head = ['科目编码', '科目名称', '合计', '一般公共预', '算拨款收入', '政府性基金预', '算拨款收入'];
    const [first, second] = read(head, ROWS.flat()).slice(1, 3);
    assert.deepEqual([first, second], ['201 一般公共预算拨款收入 1', '201 政府性基金预算拨款收入 2']);
  });

  it('are not bound to what may be a part of a heading', () => {
    const head = ['', '', '本级财力', '性基金预', '算财政拨', '款支出', '', ...HEAD];
    assert.ok(read(head, ROWS.flat()).every((each) => !/款支出|算财政拨|性基金预/.test(each)));
  });

  describe('where a row has a line too much', () => {
    const LATER = ['文化旅游体育与传媒支出', '社会保障和就业支出', '卫生健康支出', '节能环保支出'];
    const more = LATER.map((name, at) => [`${207 + at}`, name, '5.00', '3.00', '2.00']);
    const text = [...HEAD, ...ROWS.flat(), '207', '文化旅游体育', '与传媒支出', ...(more[0] ?? []).slice(2)];
    const read = bound(
      [...text, ...more.slice(1).flat(), '211', '节能支出', '5.00', '3.00', '2.00'].join('\n'),
    );

    it('are bound above it and behind the next one', () => {
      assert.deepEqual(read.slice(0, 3 * (ROWS.length - 1)), ALL.slice(0, -3));
      assert.deepEqual(read.slice(-3), ['211 合计 5', '211 基本支出 3', '211 项目支出 2']);
    });

    it('are bound in that row where both lines are its name', () => {
      assert.deepEqual(
        read.filter((each) => each.startsWith('207 ')),
        ['207 合计 5', '207 基本支出 3', '207 项目支出 2'],
      );
    });

    it('are not bound in that row where nothing says that they are', () => {
      const other = text.map((cell) => (cell === '与传媒支出' ? '另行安排' : cell));
      assert.ok(
        !bound([...other, ...more.slice(1).flat()].join('\n')).some((each) => each.startsWith('207 ')),
      );
    });
  });

  it('name nothing in lists whose numbers are in no order', () => {
    const head = ['项目', '预算数', '项目', '预算数'];
    const item = (number: string, name: string) => `${number}、${name}`;
    const numbers = ['一', '一', '二', '二', '三', '三', '四', '四'];
    const rows = numbers.flatMap((number, at) => [
      item(number, '收入'),
      `${at}.00`,
      item(number, '支出'),
      '1.00',
    ]);
    const total = ['收入总计', '8.00', '支出总计', '8.00'];
    assert.ok(read(head, rows, total).every((each) => !/^[一二三四]、/.test(each)));
  });
});
