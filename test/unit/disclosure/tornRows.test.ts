import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

/** What is said of each amount: its row, its heading and its value, or only why it is not bound. */
function bound(lines: readonly string[]): string[] {
  return readDisclosure(parse(lines.join('\n'))).tables.flatMap(({ table }) =>
    bindingsOf(table).map(({ row, column, amount, certainty, reason }) =>
      certainty === 'unknown'
        ? reason
        : [row?.label, column?.path.join('›'), amount.value.toString()].join(' '),
    ),
  );
}

/** The amounts of each row of all tables, in their columns; one that may stand in several is in none. */
function placed(lines: readonly string[]): string[][] {
  return readDisclosure(parse(lines.join('\n'))).tables.flatMap(({ table }) =>
    table.sides.flatMap(({ rows, amountColumns }) =>
      rows.map(({ row, label }) => [
        label,
        ...amountColumns.map(({ index }) => {
          const cell = row.cells[index];
          return cell?.amount && !cell.unplaced && row.bound ? cell.text : '';
        }),
      ]),
    ),
  );
}

const HEAD = ['部门支出预算表', '单位：万元', '科目编码 科目名称 金额'];

describe('rows torn over lines, under headings', () => {
  it('have their figures below 合计', () => {
    const rows = ['合计', '90.50', '201 一般公共服务支出 90.50', '20105 统计信息事务 90.50'];
    assert.deepEqual(bound([...HEAD, ...rows]), [
      '合计 金额 90.5',
      '201一般公共服务支出 金额 90.5',
      '20105统计信息事务 金额 90.5',
    ]);
  });

  it('have their figures below the rest of a name, or names below a code', () => {
    const rows = [
      ...['208 社会保障和就业支出 70.80', '2080505 机关事业单位基本养老', '保险缴费支出', '60.30'],
      ...['2080506', '机关事业单位', '职业年金缴费支出', '10.50', '210 卫生健康支出 5.10'],
    ];
    assert.deepEqual(bound([...HEAD, ...rows]), [
      '208社会保障和就业支出 金额 70.8',
      '2080505机关事业单位基本养老保险缴费支出 金额 60.3',
      '2080506机关事业单位职业年金缴费支出 金额 10.5',
      '210卫生健康支出 金额 5.1',
    ]);
  });

  it('go on behind a blank line with the code that follows', () => {
    const first = ['合计 90.50', '201 一般公共服务支出 90.50', '20105 统计信息事务 60.50', ''];
    assert.equal(bound([...HEAD, ...first, '20106 财政事务 30.00']).length, 4);
    assert.equal(bound([...HEAD, ...first, '20104 发展与改革事务 30.00']).length, 3);
  });

  it('are none where words stand between that are no part of a name', () => {
    for (const words of ['二、政府性基金', '2023年', '以上各项支出由本级财政安排的资金予以保障']) {
      const rows = ['201 一般公共服务支出 90.50', '20105 统计信息事务', words, '90.50'];
      assert.ok(!bound([...HEAD, ...rows]).some((each) => each.startsWith('20105')), words);
    }
  });
});

describe('codes without headings', () => {
  const ROWS = [
    ...['201 一般公共服务支出 90.00 60.00 30.00', '20103 政府办公厅 60.00 60.00'],
    ...['2010301 行政运行 60.00 60.00', '20105 统计信息事务 30.00 30.00', '2010507 专项普查活动 30.00 30.00'],
    ...['208 社会保障和就业支出 8.00 8.00', '20805 行政事业单位养老支出 8.00 8.00'],
    ...['2080501 行政单位离退休 8.00 8.00', '合计 98.00 68.00 30.00'],
  ];

  it('have their first figures in a column where these add up, and others as far as sums tell', () => {
    assert.deepEqual(placed(ROWS).slice(0, 4), [
      ['201 一般公共服务支出', '90.00', '60.00', '30.00'],
      ['20103 政府办公厅', '60.00', '60.00', ''],
      ['2010301 行政运行', '60.00', '60.00', ''],
      ['20105 统计信息事务', '30.00', '', '30.00'],
    ]);
  });

  it('have all in columns where each row has as many, and zeros are printed', () => {
    const rows = ROWS.map((row) => row.replace(/^(\d+ \S+ \S+ \S+)$/, '$1 0.00'));
    assert.deepEqual(placed(rows)[1], ['20103 政府办公厅', '60.00', '60.00', '0.00']);
  });

  it('have none where hardly anything adds up', () => {
    const wrong = ROWS.map((row, index) => (index % 3 === 0 ? row.replace(/ \d+\.00/, ' 77.00') : row));
    assert.ok(placed(wrong).every(([, ...amounts]) => amounts.every((amount) => amount === '')));
  });

  it('may go on behind: what is not closed is not complete', () => {
    const open = [...ROWS.slice(0, -1), '221 住房保障支出 20.00 20.00', '22102 住房改革支出 20.00 20.00'];
    const [first] = readDisclosure(parse(open.join('\n'))).tables;
    assert.equal(first?.table.open, true);
    assert.equal(first?.table.headless, true);
  });
});
