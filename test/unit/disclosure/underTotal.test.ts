import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

const TITLE = ['部门支出总表', '单位：万元'];
const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS = [
  ...['201', '一般公共服务', '90.00', '60.00', '30.00'],
  ...['20103', '政府办公厅', '60.00', '60.00'],
  ...['20105', '统计信息事务', '30.00', '30.00'],
  ...['合计', '90.00', '60.00', '30.00'],
];

/** What is said of each amount: its row, its heading and its value, or only why it is not bound. */
function bound(cells: readonly string[]): string[] {
  return readDisclosure(parse([...TITLE, ...cells].join('\n'))).tables.flatMap(({ table }) =>
    bindingsOf(table).map(({ row, column, amount, certainty, reason }) =>
      certainty === 'unknown'
        ? reason
        : [row?.code ?? row?.label, column?.path.join('›'), amount.value.toString()].join(' '),
    ),
  );
}

describe('one cell a line without a line for empty cells', () => {
  it('has a row for each code, and columns by sums', () => {
    assert.deepEqual(bound([...HEAD, '**', '**', '1', '2', '3', ...ROWS]), [
      ...['201 合计 90', '201 基本支出 60', '201 项目支出 30'],
      ...['20103 合计 60', '20103 基本支出 60', '20105 合计 30', '20105 项目支出 30'],
      ...['合计 合计 90', '合计 基本支出 60', '合计 项目支出 30'],
    ]);
  });

  it('does not name the first row where its name may begin among the headings', () => {
    assert.deepEqual(bound([...HEAD, ...ROWS]).slice(0, 4), [...Array(3).fill('no-label'), '20103 合计 60']);
  });

  it('names no columns but the first where more headings stand in front than there are columns', () => {
    const heads = [...HEAD, '上缴上级支出', '**', '**', '1', '2', '3', '4'];
    assert.deepEqual(bound([...heads, ...ROWS]).slice(0, 4), [
      ...['201 合计 90', 'no-heading', 'no-heading', '20103 合计 60'],
    ]);
  });

  it('is left alone where its rows do not add up', () => {
    const wrong = ROWS.map((cell) => (cell === '90.00' ? '95.00' : cell));
    assert.ok(bound([...HEAD, ...wrong]).every((each) => each === 'columns-lost'));
  });
});

describe('rows on one line in which figures slipped', () => {
  const HEADS = '填报单位：某某局 基本支出 项目支出 " 单位代码 单位名称 (科目) 总计 公用经费 一般 小计 小计';
  const ROWS = [
    '90.00 60.00 45.00 15.00 合计 30.00',
    '某某局 某某局本级 003 90.00 60.00 45.00 15.00 30.00 90.00 60.00 45.00 15.00 30.00 003001',
    '2010301 行政运行 70.00 40.00 30.00 10.00 30.00 2010350 事业运行 10.00 10.00 5.00 5.00',
    '行政单位 离退休 6.00 2080501 6.00 6.00 其他卫生健康支出 2.00 2.00 2.00 2109999',
    '2210201 住房公积金 1.00 1.00 1.00 2210202 提租补贴 1.00 1.00 1.00',
  ];

  function read(line: string) {
    const [placed] = readDisclosure(parse([...TITLE, line].join('\n'))).tables;
    assert.ok(placed);
    return placed.table;
  }

  /** Of each row its name and figures by column, an empty place for a blank. */
  function rowsOf(line: string): string[] {
    return read(line)
      .rows.filter(({ kind }) => kind === 'data' || kind === 'total')
      .map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? '').join('|'));
  }

  it('have every figure in its column', () => {
    assert.deepEqual(rowsOf([HEADS, ...ROWS].join(' ')), [
      '|合计|90.00|60.00|45.00|15.00|30.00',
      '003|某某局|90.00|60.00|45.00|15.00|30.00',
      '003001|某某局本级|90.00|60.00|45.00|15.00|30.00',
      '2010301|行政运行|70.00|40.00|30.00|10.00|30.00',
      '2010350|事业运行|10.00|10.00|5.00|5.00',
      '2080501|行政单位 离退休|6.00|6.00|6.00',
      '2109999|其他卫生健康支出|2.00|2.00|2.00',
      '2210201|住房公积金|1.00|1.00|1.00',
      '2210202|提租补贴|1.00|1.00|1.00',
    ]);
  });

  it('have every figure in its column where one of those that are repeated is wrong', () => {
    const line = [HEADS, ...ROWS].join(' ');
    const first = line.indexOf('003 90.00');
    for (const figure of ['90.00', '60.00', '45.00', '15.00', '30.00']) {
      const at = line.indexOf(figure, first);
      const wrong = `${line.slice(0, at)}77.00${line.slice(at + figure.length)}`;
      assert.deepEqual(
        rowsOf(wrong).map((row) => row.replace('77.00', figure)),
        rowsOf(line),
      );
    }
  });

  it('are left alone where two of the figures that are repeated are wrong', () => {
    const wrong = [HEADS, ...ROWS].join(' ').replace('003 90.00 60.00', '003 91.00 61.00');
    assert.ok(bound([wrong]).every((each) => each === 'columns-lost'));
  });

  it('have no heading but that of the total, and columns by sums', () => {
    const { columns } = read([HEADS, ...ROWS].join(' '));
    assert.deepEqual(
      columns.slice(2).map(({ path, parts }) => [path.join(), parts?.join('+') ?? '']),
      [
        ['总计', '3+6'],
        ['', '4+5'],
        ['', ''],
        ['', ''],
        ['', ''],
      ],
    );
  });

  it('are left alone where they do not add up', () => {
    const wrong = ROWS.map((row) => row.replaceAll('60.00', '75.00').replaceAll('40.00', '55.00'));
    assert.ok(bound([[HEADS, ...wrong].join(' ')]).every((each) => each === 'columns-lost'));
  });

  it('are left alone where a code may be a figure', () => {
    const whole = ROWS.map((row) => row.replaceAll('.00', ''));
    assert.ok(bound([[HEADS, ...whole].join(' ')]).every((each) => each === 'columns-lost'));
  });
});
