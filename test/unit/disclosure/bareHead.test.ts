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

  describe('row by row and cell by cell', () => {
    const NAMES_BELOW = [
      '功能分类科目',
      '合计 基本支出 项目支出',
      ...['对附属单位补助支', '出', '上缴上级支出', '科目编码 科目名称'],
    ];
    const FULL = [
      '合计 900.00 700.00 150.00 0.00 50.00',
      '201 一般公共服务支出 900.00 700.00 150.00 0.00 50.00',
      '20103 政府办公厅（室）及相关机构事务 900.00 700.00 150.00 0.00 50.00',
    ];

    it('has the headings of its first row in their order, where only those of names are left for the second', () => {
      assert.deepEqual(bound([...NAMES_BELOW, ...FULL]).slice(-5), [
        ...['20103 合计 900', '20103 基本支出 700', '20103 项目支出 150'],
        ...['20103 对附属单位补助支出 0', '20103 上缴上级支出 50'],
      ]);
    });

    it('has no order where other headings stand behind those of the names and rows do not add up', () => {
      const more = [...NAMES_BELOW.slice(0, -1), '科目编码 科目名称 人员经费 公用经费'];
      const rows = FULL.map((row) => row.replace(' 700.00', ' 600.00 90.00'));
      assert.ok(bound([...more, ...rows]).every((each) => !/(?:项目|上级)支出/.test(each)));
    });

    const OF_BASIC = [
      '合计 900.00 750.00 700.00 50.00 150.00',
      '201 一般公共服务支出 600.00 450.00 420.00 30.00 150.00',
      '20103 政府办公厅（室）及相关机构事务 600.00 450.00 420.00 30.00 150.00',
      '208 社会保障和就业支出 300.00 300.00 280.00 20.00',
      '20805 行政事业单位养老支出 300.00 300.00 280.00 20.00',
    ];
    const isOfClass = (each: string): boolean => each.startsWith('201 ');
    /** The parts of a group are copied between the headings that are as high as both. */
    const BETWEEN = ['基本支出', '科目编码 科目名称 合计', '小计 人员经费 公用经费', '项目支出'];
    const OF_TWO_ROWS = ['科目编码 科目名称 合计', '基本支出', '项目支出', '小计 人员经费 公用经费'];

    it('has those of its second row below the first, where the numbers of the columns count them', () => {
      assert.deepEqual(bound([...OF_TWO_ROWS, '** ** 1 2 3 4 5', ...OF_BASIC]).filter(isOfClass), [
        ...['201 合计 600', '201 基本支出›小计 450', '201 基本支出›人员经费 420'],
        ...['201 基本支出›公用经费 30', '201 项目支出 150'],
      ]);
    });

    const AS_PRINTED = [
      '201 合计 600',
      '201 小计 450',
      '201 人员经费 420',
      '201 公用经费 30',
      '201 项目支出 150',
    ];

    it('has them where its rows add up as they say, in whatever order two rows of different heights are copied', () => {
      const behind = [
        '功能分类科目',
        '合计',
        '基本支出',
        '项目支出',
        '科目编码 科目名称 小计 人员经费 公用经费',
      ];
      for (const heads of [BETWEEN, behind])
        assert.deepEqual(bound([...heads, ...OF_BASIC]).filter(isOfClass), AS_PRINTED);
    });

    it('has none of them where the rows do not', () => {
      const wrong = OF_BASIC.map((row) => row.replace(/ (?:700|420)\.00/, ' 400.00'));
      assert.ok(bound([...BETWEEN, ...wrong]).every((each) => !/经费|项目支出/.test(each)));
    });

    it('may have them over many lines above the numbers of the columns', () => {
      const tall = [
        '单位名称 总计',
        '本年收入 上年结转结余',
        ...['小计', '一般公共', '预算', '政府性基金', '预算', '国有资本经', '营预算', '财政专户管', '理资金'],
        ...['小计', '一般公共预', '算', '政府性基金', '预算', '国有资本经', '营预算', '单位资金结', '转结余'],
        '** 1 2 3 4 5 6 7 8 9 10 11',
      ];
      const rows = [
        '合计 190.00 100.00 60.00 20.00 10.00 10.00 90.00 50.00 20.00 10.00 10.00',
        '某某中心 190.00 100.00 60.00 20.00 10.00 10.00 90.00 50.00 20.00 10.00 10.00',
      ];
      assert.deepEqual(bound([...tall, ...rows]).slice(-11), [
        ...['某某中心 总计 190', '某某中心 本年收入›小计 100', '某某中心 本年收入›一般公共预算 60'],
        ...['某某中心 本年收入›政府性基金预算 20', '某某中心 本年收入›国有资本经营预算 10'],
        ...['某某中心 本年收入›财政专户管理资金 10', '某某中心 上年结转结余›小计 90'],
        ...['某某中心 上年结转结余›一般公共预算 50', '某某中心 上年结转结余›政府性基金预算 20'],
        ...['某某中心 上年结转结余›国有资本经营预算 10', '某某中心 上年结转结余›单位资金结转结余 10'],
      ]);
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
