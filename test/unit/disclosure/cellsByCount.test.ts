import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

describe('cells one a line without their blank cells', () => {
  describe('below headings of which one is that of a group', () => {
    const HEAD = [
      ...['单位编码', '单位名称', '总计', '财政拨款', '上级补助收入', '事业收入', '其他收入'],
      ...['一般公共预算拨款', '政府性基金拨款', '国有资本经营预算收入'],
    ];
    const MARKS = ['**', '**', '1', '2', '3', '4', '5', '6', '7'];
    const ROWS = [
      ...['289', '某县人民政府办公室', '9.00', '9.00', '0.00', '0.00', '0.00', '0.00', '0.00'],
      ...['289001', '某县人民政府办公室本级', '9.00', '9.00', '0.00', '0.00', '0.00', '0.00', '0.00'],
      ...['合计', '9.00', '9.00', '0.00', '0.00', '0.00', '0.00', '0.00'],
    ];

    it('have their columns where these are numbered and law leaves one way to put headings over them', () => {
      assert.deepEqual(bound([...HEAD, ...MARKS, ...ROWS].join('\n')).slice(0, 7), [
        ...['289 总计 9', '289 一般公共预算拨款 9', '289 政府性基金拨款 0', '289 国有资本经营预算收入 0'],
        ...['289 上级补助收入 0', '289 事业收入 0', '289 其他收入 0'],
      ]);
    });

    it('have only the total headed where a heading is not known', () => {
      const head = HEAD.map((text) => (text === '政府性基金拨款' ? '某种款项' : text));
      const placed = bound([...head, ...MARKS, ...ROWS].join('\n'));
      assert.deepEqual(placed.slice(0, 3), ['289 总计 9', 'no-heading', 'no-heading']);
    });
  });

  it('have none headed where the remarks may have no number, so that what seems a group may be a column', () => {
    const head = ['科目编码', '科目名称', '2025年基本支出', '人员经费', '公用经费', '备注'];
    const rows = [
      ...['30103', '奖金', '5.00', '5.00', '30111', '公务员医疗补助缴费', '4.00', '4.00'],
      ...['30113', '住房公积金', '8.00', '8.00', '30215', '会议费', '0.00', '0.00'],
    ];
    const placed = bound([...head, '**', '**', '1', '2', '3', ...rows].join('\n'));
    assert.ok(placed.every((each) => !each.includes('经费')));
  });

  describe('below headings of groups that begin with their totals', () => {
    const HEAD = [
      ...['单位编码', '单位名称', '总计', '经费拨款（补助）', '政府性基金', '其他自有资金'],
      ...['小计', '财政指标拨款（补助）', '纳入金库非税收入安排的拨款', '小计', '上级补助收入', '其他收入'],
    ];
    const row = (name: readonly string[], ...last: readonly string[]) => [
      ...[...name, '9.00', '9.00', '9.00', '0.00', '0.00', '0.00', ...last],
    ];
    const CODED = [
      ...row(['542', '某市住房和城乡建设局'], '0.00', '0.00'),
      ...row(['542001', '某市住房和城乡建设局本级'], '0.00', '0.00'),
    ];

    it('have as many columns as these leave where all rows are so long', () => {
      const text = [...HEAD, ...row(['合计'], '0.00', '0.00'), ...CODED].join('\n');
      assert.deepEqual(bound(text).slice(0, 5), [
        ...['合计 总计 9', '合计 小计 9', '合计 财政指标拨款(补助) 9', '合计 纳入金库非税收入安排的拨款 0'],
        '合计 政府性基金 0',
      ]);
    });

    it('leave figures of a shorter row alone of which nothing tells where they stand', () => {
      const text = [...HEAD, ...row(['合计'], '0.00'), ...CODED].join('\n');
      assert.deepEqual(bound(text).slice(3, 7), Array(4).fill('columns-lost'));
    });
  });

  it('have the headings of their columns below a group of which nobody knows where it stands', () => {
    const rows = [
      ...[
        '301',
        '工资福利支出',
        '19,759',
        '301',
        '12 其他社会保障缴费',
        '9,759',
        '301',
        '14 医疗费',
        '10,000',
      ],
      ...['302', '商品和服务支出', '796,264', '302', '28 工会经费', '796,264', '合 计', '816,023'],
    ];
    const text = ['经济科目', '类', '科目名称', '总计', '**', '**', '1', ...rows].join('\n');
    assert.deepEqual(bound(text).slice(0, 2), ['301 总计 19759', '30112 总计 9759']);
  });

  it('are cut into rows at their names where 类 and 款 have columns of their own', () => {
    const rows = [
      ...[
        '301',
        '工资福利支出',
        '343.33',
        '301',
        '01',
        '基本工资',
        '24.44',
        '301',
        '02',
        '津贴补贴',
        '318.89',
      ],
      ...['302', '商品和服务支出', '19.91', '302', '01', '办公费', '19.91', '合计', '363.24'],
    ];
    const text = ['经济科目', '类', '款', '科目名称', '总计', '**', '**', '**', '**', ...rows].join('\n');
    assert.deepEqual(bound(text), [
      ...['301 总计 343.33', '30101 总计 24.44', '30102 总计 318.89'],
      ...['302 总计 19.91', '30201 总计 19.91', '合计 总计 363.24'],
    ]);
  });

  describe('of a list of purchases', () => {
    const HEAD = [
      ...['资金来源', '单位名称', '单位编码', '规格要求', '计量单位', '采购数量', '总计', '预算内资金'],
      ...['政府性基金', '其他资金', '采购时间'],
    ];
    const MARKS = HEAD.slice(1).map(() => '**');
    const row = (item: string, [count, ...figures]: readonly string[]) => [
      ...['某县文化和旅游局', '627001', item, '项', count ?? '', ...figures, '2023年'],
    ];
    const ROWS = [
      ...['某县文化和旅游局', '627001', '58', '9.00', '5.00', '0.00', '4.00'],
      ...row('软件运维服务', ['22', '5.00', '5.00', '0.00', '0.00']),
      ...row('物业管理服务', ['16', '3.00', '0.00', '0.00', '3.00']),
      ...row('印刷服务', ['20', '1.00', '0.00', '0.00', '1.00']),
    ];

    it('have rows of all words below marks of their columns, beside how many are bought', () => {
      assert.deepEqual(bound([...HEAD, ...MARKS, ...ROWS].join('\n')).slice(-4), [
        ...['627001 总计 1', '627001 预算内资金 0', '627001 政府性基金 0', '627001 其他资金 1'],
      ]);
    });

    it('have none where the sums do not bear the headings out', () => {
      const rows = ROWS.map((text) => (text === '0.00' ? '0.50' : text));
      const placed = bound([...HEAD, ...MARKS, ...rows].join('\n'));
      assert.ok(placed.slice(-4).every((each) => each === 'columns-lost'));
    });
  });
});
