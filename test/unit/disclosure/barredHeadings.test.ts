import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

/** Cells one a line, each closed by a bar. */
function page(...rows: readonly (readonly string[])[]): string {
  return [...rows.flat().map((cell) => (cell === '' ? '|' : `${cell} |`)), '', '二、说明'].join('\n');
}

describe('headings of cells that bars close, where the figures do not tell what stands over what', () => {
  const LISTS = [
    ['科目编码', '科目名称', '总计', '基本支出', '项目支出'],
    ['小计', '人员经费', '公用经费', '小计', '本级资金项目支出', '上级资金项目支出'],
  ];
  const TOTALS = ['7.00', '7.00', '7.00', '0', '0', '0', '0'];

  it('are read by the groups that tables are known to have', () => {
    const rows = [
      ['201', '一般公共服务支出', ...TOTALS],
      ['20103', '政府办公厅（室）及相关机构事务', ...TOTALS],
      ['2010301', '行政运行', ...TOTALS],
    ];
    const placed = bound(page(...LISTS, ...rows));
    assert.deepEqual(placed.slice(0, 7), [
      ...['201 总计 7', '201 基本支出›小计 7', '201 基本支出›人员经费 7', '201 基本支出›公用经费 0'],
      ...['201 项目支出›小计 0', '201 项目支出›本级资金项目支出 0', '201 项目支出›上级资金项目支出 0'],
    ]);
  });

  it('are not where the figures contradict these', () => {
    // 基本支出 would be less than its parts in every row.
    const figures = ['7.00', '5.00', '7.00', '9.00', '2.00', '8.00', '3.00'];
    const rows = ['201', '202', '203', '204'].map((code) => [code, '支出', ...figures]);
    const heads = bound(page(...LISTS, ...rows)).map((each) => each.split(' ')[1] ?? '');
    assert.ok(!heads.some((head) => head.startsWith('项目支出')), heads.join('\n'));
  });

  it('have 其中 over the parts of what stands in front of it', () => {
    const head = [
      ['单位名称', '“三公”经费预算数'],
      ['小计', '公务接待费', '公务用车购置及运行费', '其中：', '因公出国（境）费'],
      ['公务用车购置费', '公务用车运行维护费'],
    ];
    const row = ['某县统计局', '9.00', '6.00', '2.00', '0', '2.00', '1.00'];
    assert.deepEqual(bound(page(...head, row)), [
      '某县统计局 “三公”经费预算数›小计 9',
      '某县统计局 “三公”经费预算数›公务接待费 6',
      '某县统计局 “三公”经费预算数›公务用车购置及运行费 2',
      '某县统计局 “三公”经费预算数›其中:›公务用车购置费 0',
      '某县统计局 “三公”经费预算数›其中:›公务用车运行维护费 2',
      '某县统计局 “三公”经费预算数›因公出国(境)费 1',
    ]);
  });

  it('have the budgets together below what the treasury gives, and what was carried over behind them', () => {
    const head = [
      ['单位编码', '单位名称', '总计', '财政拨款', '事业收入', '其他收入', '上年结转'],
      ['一般公共预算拨款', '政府性基金拨款', '国有资本经营预算收入'],
    ];
    const figures = ['9.00', '6.00', '0', '0', '0', '1.00', '2.00'];
    const rows = [
      ['011001', '某县统计局', ...figures],
      ['合计', '', ...figures],
    ];
    assert.deepEqual(bound(page(...head, ...rows)).slice(0, 7), [
      ...['011001 总计 9', '011001 财政拨款›一般公共预算拨款 6', '011001 财政拨款›政府性基金拨款 0'],
      ...['011001 财政拨款›国有资本经营预算收入 0', '011001 事业收入 0'],
      ...['011001 其他收入 1', '011001 上年结转 2'],
    ]);
  });
});

describe('cells that bars close', () => {
  const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '备注'];
  const ROWS = [
    ['201', '一般公共服务支出', '7.00', '4.00', '3.00', ''],
    ['202', '外交支出', '5.00', '5.00', '', ''],
  ];
  const READ = [...['201 合计 7', '201 基本支出 4', '201 项目支出 3'], ...['202 合计 5', '202 基本支出 5']];

  it('may have rows of blank ones behind each row', () => {
    const empty = HEAD.map(() => '');
    const marks = HEAD.map(() => '**');
    const rows = [...ROWS, ['合计', '', '12.00', '9.00', '3.00', '']].flatMap((row) => [row, empty]);
    assert.deepEqual(bound(page(HEAD, empty, marks, ...rows)).slice(0, 5), READ);
  });

  it('may begin with a heading over two lines', () => {
    const [, ...lines] = page(HEAD, ...ROWS, ['203', '国防支出', '1.00', '1.00', '', '']).split('\n');
    assert.deepEqual(bound(['科目', '编码 |', ...lines].join('\n')).slice(0, 5), READ);
  });

  it('do not begin with a line that makes no heading with the next one', () => {
    const [first = '', ...lines] = page(HEAD, ...ROWS, ['203', '国防支出', '1.00', '1.00', '', '']).split(
      '\n',
    );
    assert.deepEqual(bound(['附件', first, ...lines].join('\n')).slice(0, 5), READ);
  });

  it('may hold the long codes of projects', () => {
    const head = ['单位编码', '单位名称', '项目编码', '项目名称', '合计', '预算内资金', '其他资金'];
    const rows = ['某局', '某局本级'].map((name, at) => [
      ...[`00700${at}`, name, `42011223001T00000010${at}`, '专项普查', '7.00', '4.00', '3.00'],
    ]);
    assert.deepEqual(bound(page(head, ...rows)).slice(0, 3), [
      ...['007000 合计 7', '007000 预算内资金 4', '007000 其他资金 3'],
    ]);
  });
});
