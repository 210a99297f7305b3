import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';
import { bound } from '../../support/bound.ts';

/** The form of final accounts: the second list of 公用经费 goes on beside the first. */
const FORM = [
  '人员经费 公用经费',
  '科目编码 科目名称 决算数 科目编码 科目名称 决算数 科目编码 科目名称 决算数',
  '301 工资福利支出 100.00 302 商品和服务支出 60.00 307 债务利息及费用支出 -',
  '30101 基本工资 60.00 30201 办公费 10.00 30701 国内债务付息 -',
  '30102 津贴补贴 30.00 30202 印刷费 20.00 30702 国外债务付息 -',
  '30103 奖金 10.00 30205 水费 25.00 310 资本性支出 15.00',
  '303 对个人和家庭的补助 20.00 30206 电费 5.00 31001 房屋建筑物购建 9.00',
  '30301 离休费 20.00 30207 邮电费 31002 办公设备购置 6.00',
  '人员经费合计 120.00 公用经费合计 75.00',
];

/** What the code and figure in each list of each row are. */
function lists(text: string): string[] {
  const { tables } = readDisclosure(parse(`基本支出决算表\n单位：万元\n${text}`));
  return tables.flatMap(({ table }) =>
    table.rows
      .filter(({ bound: isBound, kind }) => isBound && kind !== 'header')
      .map(({ cells }) => cells.map((cell) => cell?.text ?? '').join('|')),
  );
}

describe('lists of codes abreast whose columns were lost', () => {
  const ROWS = [
    '301|工资福利支出|100.00|302|商品和服务支出|60.00|307|债务利息及费用支出|-',
    '30101|基本工资|60.00|30201|办公费|10.00|30701|国内债务付息|-',
    '30102|津贴补贴|30.00|30202|印刷费|20.00|30702|国外债务付息|-',
    '30103|奖金|10.00|30205|水费|25.00|310|资本性支出|15.00',
    '303|对个人和家庭的补助|20.00|30206|电费|5.00|31001|房屋建筑物购建|9.00',
    '30301|离休费|20.00|30207|邮电费||31002|办公设备购置|6.00',
    '|人员经费合计|120.00||公用经费合计||||75.00',
  ];

  it('are three, the total of the last two below the last', () => {
    assert.deepEqual(lists(FORM.join('\n')), ROWS);
  });

  it('are told alike one cell a line', () => {
    assert.deepEqual(lists(FORM.join('\n').replaceAll(' ', '\n')), ROWS);
  });

  it('have names in lines of their own, with the figures and the next list behind them', () => {
    const torn = FORM.with(3, '30101\n基本\n工资\n60.00 30201\n办公费\n10.00 30701 国内债务付息 -');
    assert.deepEqual(
      lists(torn.join('\n')),
      ROWS.with(1, '30101|基本|60.00|30201|办公费|10.00|30701|国内债务付息|-'),
    );
  });

  it('have figures under the heading that each of them has', () => {
    const placed = bound(FORM.join('\n'));
    assert.ok(placed.includes('30101 决算数 60'), placed.join('\n'));
    assert.equal(placed.length, 16);
  });

  it('are unknown where a 类 may begin in either of two lists', () => {
    const open = [
      ...FORM.slice(1, 2),
      '301 工资福利支出 9.00 302 商品和服务支出 6.00',
      '30101 基本工资 4.00 30201 办公费 3.00',
      '30102 津贴补贴 5.00 30202 印刷费 3.00',
      '303 对个人和家庭的补助 2.00',
      '30301 离休费 1.00',
      '30302 退休费 1.00',
    ];
    assert.deepEqual(lists(open.join('\n')), []);
  });

  it('are none where a code stands in none of them', () => {
    assert.deepEqual(
      lists(FORM.with(5, '30103 奖金 10.00 30205 水费 25.00 50299 其他 15.00').join('\n')),
      [],
    );
  });

  it('are none where an entry has two figures', () => {
    assert.deepEqual(
      lists(FORM.with(5, '30103 奖金 10.00 1.00 30205 水费 25.00 310 资本 15.00').join('\n')),
      [],
    );
  });
});
