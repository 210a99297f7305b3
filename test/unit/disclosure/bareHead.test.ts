import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

const ROWS = [
  '201 一般公共服务支出 900.00 700.00 200.00',
  '201 03 政府办公厅（室）及相关机构事务 900.00 700.00 200.00',
  '201 03 01 行政运行 700.00 700.00',
  '201 03 50 事业运行 200.00 200.00',
  '合计 900.00 700.00 200.00',
];

/** What is said of each amount: its row, its heading and its value, or only why it is not bound. */
function bound(lines: readonly string[]): string[] {
  const text = ['部门收入预算总表', '单位：万元', ...lines].join('\n');
  return readDisclosure(parse(text)).tables.flatMap(({ table }) =>
    bindingsOf(table).map(({ row, column, amount, certainty, reason }) =>
      certainty === 'unknown' && reason !== 'no-heading'
        ? reason
        : [row?.code ?? row?.label, column?.path.join('›') || '?', amount.value.toString()].join(' '),
    ),
  );
}

describe('a flattened table of which headings are torn', () => {
  const TORN = [
    '项目 收入预算',
    '功能分类科目编码',
    '事业单位',
    '功能分类科目名称 合计 财政拨款收入 事业收入 其他收入',
    '经营收入',
  ];

  it('has the headings of its names and its total, and columns by sums', () => {
    assert.deepEqual(bound([...TORN, '类 款 项', ...ROWS]), [
      ...['201 合计 900', '201 ? 700', '201 ? 200', '20103 合计 900', '20103 ? 700', '20103 ? 200'],
      ...['2010301 合计 700', '2010301 ? 700', '2010350 合计 200', '2010350 ? 200'],
      ...['合计 合计 900', '合计 ? 700', '合计 ? 200'],
    ]);
  });

  it('is left alone where its rows do not add up', () => {
    const wrong = ROWS.map((row) => row.replace('900.00 700.00', '900.00 750.00'));
    assert.ok(bound([...TORN, '类 款 项', ...wrong]).every((each) => each === 'columns-lost'));
  });

  it('is left alone where figures may stand in front of the total', () => {
    const heads = TORN.map((line) => line.replace('合计 财政拨款收入', '财政拨款收入 合计'));
    assert.ok(bound([...heads, '类 款 项', ...ROWS]).every((each) => each === 'columns-lost'));
  });

  it('is left alone where the heading of the total is torn as well', () => {
    const heads = TORN.map((line) => line.replace(' 合计', ''));
    assert.ok(bound([...heads, '类 款 项', ...ROWS]).every((each) => each === 'columns-lost'));
  });

  it('may have the levels of its codes below the headings of codes and names', () => {
    const heads = [
      '项目 一般公共预算基本支出',
      '部门预算经济分类科目',
      '编码 经济分类科目名称 合计 人员经费 公用经费',
      '类 款',
    ];
    const rows = [
      '301 工资福利支出 50.00 50.00 0.00',
      '301 01 基本工资 50.00 50.00 0.00',
      '302 商品和服务支出 20.00 0.00 20.00',
      '302 01 办公费 20.00 0.00 20.00',
      '合计 70.00 50.00 20.00',
    ];
    assert.deepEqual(bound([...heads, ...rows]).slice(9), [
      ...['30201 合计 20', '30201 人员经费 0', '30201 公用经费 20'],
      ...['合计 合计 70', '合计 人员经费 50', '合计 公用经费 20'],
    ]);
  });

  describe('cell by cell', () => {
    const HEAD = [
      '项目 收入预算',
      '功能分类科目编码',
      '功能分类科目名称 合计 财政拨款收入 事业收入',
      ...['事业单位', '经营收入', '其他收入', '类 款 项'],
    ];
    const ROWS = [
      '201 一般公共服务支出 900.00 700.00 150.00 0.00 50.00',
      '201 03 政府办公厅（室）及相关机构事务 900.00 700.00 150.00 0.00 50.00',
      '合计 900.00 700.00 150.00 0.00 50.00',
    ];

    it('has all its headings in their order, if rows have as many figures', () => {
      assert.deepEqual(bound([...HEAD, ...ROWS]).slice(-5), [
        ...['合计 合计 900', '合计 财政拨款收入 700', '合计 事业收入 150'],
        ...['合计 事业单位经营收入 0', '合计 其他收入 50'],
      ]);
    });

    it('has no order where rows have fewer', () => {
      const fewer = ROWS.map((row) => row.replace(' 0.00', ''));
      assert.deepEqual(
        bound([...HEAD, ...fewer]).filter((each) => /收入/.test(each)),
        [],
      );
    });

    it('has no order where words are left that are no heading', () => {
      const torn = HEAD.map((line) => line.replace('经营收入', '经营收'));
      assert.deepEqual(
        bound([...torn, ...ROWS]).filter((each) => /收入/.test(each)),
        [],
      );
    });
  });

  it('is left alone where others than the parts of the total may stand among its figures', () => {
    const heads = [
      '功能分类科目 2022年执行数 2023年预算数 2023年预算数比2022年执行数',
      '科目编码 科目名称 小计 基本支出 项目支出 增减额 增减%',
      '类 款 项',
    ];
    assert.ok(bound([...heads, ...ROWS]).every((each) => each === 'columns-lost'));
  });
});
