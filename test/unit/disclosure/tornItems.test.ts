import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

/** The labels and figures of the rows that are bound, all tables behind each other. */
function rows(...lines: readonly string[]): string[] {
  const { tables } = readDisclosure(parse(`财政拨款收支预算总表\n单位：元\n${lines.join('\n')}`));
  return tables.flatMap(({ table }) =>
    table.rows
      .filter(({ bound, kind }) => bound && kind !== 'header')
      .map(({ cells }) => cells.map((cell) => cell?.text ?? '').join('|')),
  );
}

const HEAD = '项目 预算数 项目 合计 一般公共预算 政府性基金预算';
const TOP = [
  '一、一般公共预算资金 10,640 一、一般公共服务支出 2,800 2,800',
  '二、政府性基金 二、公共安全支出 1,300 1,300',
];
const END = [
  '四、卫生健康支出 340 340',
  '五、农林水支出 5,000 5,000',
  '收入总计 10,640 支出总计 10,640 10,640',
];
const READ = [
  '一、一般公共预算资金|10,640|一、一般公共服务支出|2,800|2,800',
  '二、政府性基金||二、公共安全支出|1,300|1,300',
  '||三、文化旅游体育与传媒|1,200|1,200',
  '||四、卫生健康支出|340|340',
  '||五、农林水支出|5,000|5,000',
  '收入总计|10,640|支出总计|10,640|10,640',
];

describe('items whose figures stand below the rest of their name', () => {
  it('are one row with it, in the list that their whole name tells', () => {
    assert.deepEqual(rows(HEAD, ...TOP, '三、文化旅游体育与传媒', '支出', '1,200 1,200', ...END), READ);
  });

  it('are one row with figures right below', () => {
    const whole = READ.with(2, '||三、教育支出|1,200|1,200');
    assert.deepEqual(rows(HEAD, ...TOP, '三、教育支出', '1,200 1,200', ...END), whole);
  });

  it('are left alone where what is below them begins another row', () => {
    const placed = rows(HEAD, ...TOP, '三、文化旅游体育与传媒支出', '其中：文物', '1,200 1,200', ...END);
    assert.ok(!placed.some((row) => row.includes('|1,200')), placed.join('\n'));
  });
});

describe('names that go over the lines around their figures', () => {
  const FIRST = '一、本年收入 9,000 一、本年支出 9,000 9,000 0';
  const LAST = '本年收入总计 9,000 本年支出总计 9,000 9,000 0';

  it('are put together where all of them is a name that tables are known to have', () => {
    const read = rows(
      ...[HEAD, FIRST, '国有资本经营预', '算拨款 0 教育支出 5,000 5,000 0'],
      ...['政府性基金预', '1,000 社会保障和就业支出 4,000 4,000 0', '算拨款', LAST],
    );
    assert.deepEqual(read, [
      ...['一、本年收入|9,000|一、本年支出|9,000|9,000|0', '国有资本经营预|0|教育支出|5,000|5,000|0'],
      ...[
        '政府性基金预|1,000|社会保障和就业支出|4,000|4,000|0',
        '本年收入总计|9,000|本年支出总计|9,000|9,000|0',
      ],
    ]);
  });

  it('leave open whose they are where one stands around the other', () => {
    const read = rows(...[HEAD, FIRST, '一般公共预', '社会保障和就', '4,000', '业支出', '算拨款', LAST]);
    assert.ok(!read.some((row) => row.includes('4,000')), read.join('\n'));
  });

  it('leave the row open beside figures that may be a code', () => {
    const read = rows(
      ...[HEAD, FIRST, '国有资本经营预', '386419 卫生健康支出 254846 254846', '算拨款', LAST],
    );
    assert.ok(!read.some((row) => row.includes('254846')), read.join('\n'));
  });

  it('are left alone where they are names by themselves, or none together', () => {
    const names = rows(...[HEAD, FIRST, '政府性基金预算', '财政拨款收入 0 教育支出 5,000 5,000 0', LAST]);
    assert.ok(!names.some((row) => row.startsWith('政府性基金预算|0')), names.join('\n'));
    const none = rows(...[HEAD, FIRST, '援助其他地', '算拨款 0 教育支出 5,000 5,000 0', LAST]);
    assert.ok(!none.some((row) => row.includes('教育支出|5,000')), none.join('\n'));
  });

  it('are more of an item above where another item follows', () => {
    const read = rows(
      ...[
        HEAD,
        FIRST,
        '（一）列入预算',
        '7,000 教育支出 5,000 5,000 0',
        '管理的收费',
        '（二）其他收入 2,000',
        LAST,
      ],
    );
    assert.ok(read.includes('（一）列入预算|7,000|教育支出|5,000|5,000|0'), read.join('\n'));
    const open = rows(
      ...[
        HEAD,
        FIRST,
        '（一）列入预算',
        '7,000 教育支出 5,000 5,000 0',
        '管理的收费',
        '其他收入 2,000',
        LAST,
      ],
    );
    assert.ok(!open.some((row) => row.includes('7,000')), open.join('\n'));
  });
});

describe('lists abreast below headings that were torn', () => {
  it('begin with their first items, though few of these have figures', () => {
    const read = rows(
      ...['一般公共', '预算财政', '拨款', '政府性基', '金预算财', '政拨款', '国有资本', '经营预算'],
      ...[
        '一、一般公共预算财政拨款 9,640.00 一、一般公共服务支出',
        '二、政府性基金预算财政拨款 二、外交支出',
      ],
      ...['三、国防支出', '四、教育支出 4,300.00 4,300.00', '五、卫生健康支出 5,340.00 5,340.00'],
      '收入总计 9,640.00 支出总计 9,640.00 9,640.00',
    );
    assert.deepEqual(read.slice(0, 2), [
      '一、一般公共预算财政拨款|9,640.00|一、一般公共服务支出',
      '二、政府性基金预算财政拨款||二、外交支出',
    ]);
    assert.equal(read.length, 6);
  });
});
