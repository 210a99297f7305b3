import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

/** Cells one a line, each closed by a bar, and a heading of the text behind them. */
function page(...rows: readonly (readonly string[])[]): string {
  const cells = rows.flat().map((cell) => (cell === '' ? '|' : `${cell} |`));
  return [...cells, '', '二、说明'].join('\n');
}

describe('cells one a line that bars close, under headings that stand over each other', () => {
  const THREE_PUBLIC = [
    ['单位名称', '2024年预算数'],
    ['合计', '因公出国（境）费', '公务用车购置及运行费', '公务接待费'],
    ['小计', '公务用车购置费', '公务用车运行费'],
  ];

  it('may be one row, with its name in front and blank cells among its figures', () => {
    const row = ['某县统计局', '23.40', '', '18.00', '', '18.00', '5.40'];
    assert.deepEqual(bound(page(...THREE_PUBLIC, row)), [
      ...['某县统计局 2024年预算数›合计 23.4', '某县统计局 2024年预算数›公务用车购置及运行费›小计 18'],
      '某县统计局 2024年预算数›公务用车购置及运行费›公务用车运行费 18',
      '某县统计局 2024年预算数›公务接待费 5.4',
    ]);
  });

  it('are read as far as their sums tell where the one row lacks a cell', () => {
    // 23.40 is 18.00 and 5.40 in this order alone; of what the 18.00 of the cars consists is open.
    const row = ['某县统计局', '23.40', '18.00', '', '18.00', '5.40'];
    assert.deepEqual(
      new Set(bound(page(...THREE_PUBLIC, row))),
      new Set([
        ...['某县统计局 2024年预算数›合计 23.4', '某县统计局 2024年预算数›公务用车购置及运行费›小计 18'],
        ...['某县统计局 2024年预算数›公务接待费 5.4', 'columns-lost'],
      ]),
    );
  });

  it('are not read where no sum tells what the one row lacks', () => {
    const row = ['某县统计局', '29.00', '17.00', '', '18.00', '5.40'];
    assert.deepEqual(new Set(bound(page(...THREE_PUBLIC, row))), new Set(['columns-lost']));
  });

  it('may be two rows, the word of the total where the other has its code', () => {
    const head = ['单位编码', '单位名称', '合计', '人员经费支出', '公用经费支出', '备注'];
    const rows = [
      ['011001', '某县统计局', '7.00', '4.00', '3.00', ''],
      ['合计', '', '7.00', '4.00', '3.00', ''],
    ];
    assert.deepEqual(bound(page(head, ...rows)), [
      ...['011001 合计 7', '011001 人员经费支出 4', '011001 公用经费支出 3'],
      ...['合计 合计 7', '合计 人员经费支出 4', '合计 公用经费支出 3'],
    ]);
  });

  it('may have a row that numbers the columns, above words and figures', () => {
    const head = ['单位编码', '单位（项目）名称', '项目金额', '项目简介', '**', '**', '1', '2'];
    const rows = [
      ['011001', '信息化运行维护', '7.00', '用于系统维护。'],
      ['', '业务培训', '2.50', '用于培训。'],
    ];
    assert.deepEqual(bound(page(head, ...rows)), ['011001 项目金额 7', '业务培训 项目金额 2.5']);
  });

  describe('with dashes for nothing to report', () => {
    const head = ['经费项目', '2023年度支出', '支出减少额', '支出减少率'];
    const reception = ['公务接待费', '7.15', '-', '-'];
    const others = [
      ['公务用车运行维护费', '14.33', '0', '0%'],
      ['公务用车购置费', '4.20', '-', '-'],
      ['“三公”经费支出', '25.68', '-', '-'],
    ];

    it('are read where these stand below headings of figures', () => {
      assert.deepEqual(bound(page(head, reception, ...others)), [
        ...['公务接待费 2023年度支出 7.15', '公务用车运行维护费 2023年度支出 14.33'],
        ...['公务用车运行维护费 支出减少额 0', '公务用车购置费 2023年度支出 4.2'],
        '“三公”经费支出 2023年度支出 25.68',
      ]);
    });

    it('are not where words stand there: they may be a name, and a cell may be missing', () => {
      const placed = bound(page(head, ['公务接待费', '7.15', '见下文', '-'], ...others));
      assert.deepEqual(new Set(placed), new Set(['columns-lost']));
    });
  });

  it('end in front of a title that has no bar', () => {
    const counts = ['2023年度“三公”经费使用情况', '使用项目 |', '数量 |', '公务用车保有量 |', '6 |'];
    const rows = [
      ['项目', '2022年度支出', '2023年度支出'],
      ['公务接待费', '7.15', '6.20'],
      ['公务用车运行维护费', '14.33', '13.40'],
      ['公务用车购置费', '4.20', '0'],
    ];
    const text = page(...rows).replace('\n\n二、说明', `\n${counts.join('\n')}`);
    assert.deepEqual(bound(text).slice(-2), [
      '公务用车购置费 2022年度支出 4.2',
      '公务用车购置费 2023年度支出 0',
    ]);
  });

  it('may break what was carried over down, and a part of it once more', () => {
    const head = [
      ['单位编码', '单位名称', '总计', '经费拨款（补助）', '上年结转'],
      ['小计', '财政指标拨款', '非税收入拨款', '小计', '财政拨款结转', '其他结转'],
      ['小计', '财政指标拨款结转', '非税收入拨款结转'],
    ];
    const figures = ['12.00', '7.00', '4.00', '3.00', '5.00', '4.00', '3.00', '1.00', '1.00'];
    const rows = [
      ['011001', '某县统计局', ...figures],
      ['合计', '', ...figures],
    ];
    const placed = bound(page(...head, ...rows));
    assert.ok(placed.includes('011001 经费拨款(补助)›非税收入拨款 3'), placed.join('\n'));
    assert.ok(placed.includes('011001 上年结转›财政拨款结转›财政指标拨款结转 3'), placed.join('\n'));
    assert.ok(placed.includes('合计 上年结转›其他结转 1'), placed.join('\n'));
  });

  it('may have 类, 款 and 项 below one line of headings', () => {
    const head = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '类', '款', '项'];
    const rows = [
      ['201', '', '', '一般公共服务支出', '7.00', '4.00', '3.00'],
      ['', '03', '', '政府办公厅（室）及相关机构事务', '7.00', '4.00', '3.00'],
      ['', '', '', '合计', '7.00', '4.00', '3.00'],
    ];
    assert.deepEqual(bound(page(head, ...rows)).slice(3), [
      ...['20103 合计 7', '20103 基本支出 4', '20103 项目支出 3'],
      ...['合计 合计 7', '合计 基本支出 4', '合计 项目支出 3'],
    ]);
  });

  it('may go over lines in front of their bars, a year alone among them, and 其中', () => {
    const lines = [
      ...['项目 |', '2022', '年执行数 |', '2023', '年预算数 |', '公务接待费 |', '7.15 |', '6.20 |'],
      ...['公务用车购置', '及运行费 |', '14.33 |', '13.40 |', '其中：公务用车', '运行费 |', '4.20 |', '0 |'],
    ];
    assert.deepEqual(bound(lines.join('\n')), [
      ...['公务接待费 2022年执行数 7.15', '公务接待费 2023年预算数 6.2'],
      ...['公务用车购置及运行费 2022年执行数 14.33', '公务用车购置及运行费 2023年预算数 13.4'],
      ...['其中:公务用车运行费 2022年执行数 4.2', '其中:公务用车运行费 2023年预算数 0'],
    ]);
  });

  it('have no headings over columns of which nothing tells whose they are', () => {
    // Either of both may stand over two or three of those below, and no total tells.
    const head = [
      ['单位名称', '合计', '财政拨款', '单位资金'],
      ['第一类', '第二类', '第三类', '第四类', '第五类'],
    ];
    const rows = ['甲单位', '乙单位', '丙单位'].map((name) => [
      name,
      '9.00',
      '1.00',
      '2.00',
      '',
      '2.00',
      '4.00',
    ]);
    const placed = bound(page(...head, ...rows));
    assert.deepEqual(placed.slice(0, 2), ['甲单位 合计 9', 'no-heading']);
    assert.deepEqual(
      placed.filter((each) => /类/.test(each)),
      [],
    );
  });
});
