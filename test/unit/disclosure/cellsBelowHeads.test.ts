import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

/** What is bound of lines, without what is not. */
function read(...lines: readonly (readonly string[])[]): string[] {
  return bound(lines.flat().join('\n')).filter((each) => / \S+ -?\d/.test(each));
}

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];

describe('rows of cells one a line that left no lines for blank ones', () => {
  const index = ['**', '**', '**', '**', '**'];
  const rows = [
    ...['746001', '某局本级', '5.00', '3.00', '2.00', '2010301', '行政运行', '3.00', '3.00'],
    ...['2010302', '一般行政管理事务', '2.00', '2.00'],
  ];

  it('begin with the code of a department, whatever its digits are', () => {
    const found = read(HEAD, index, ['746', '某局', '5.00', '3.00', '2.00'], rows);
    assert.deepEqual(found.slice(-2), ['2010302 合计 2', '2010302 项目支出 2']);
  });

  it('do not begin with an amount', () => {
    const found = read(HEAD, index, ['7.46', '某局', '5.00', '3.00', '2.00'], rows);
    assert.ok(!found.some((each) => each.startsWith('某局')), found.join('\n'));
  });

  it('stand below 类 and 款 where they fill all columns of figures', () => {
    const head = ['类', '款', ...HEAD.slice(1)];
    const full = [
      ...[
        '201',
        '一般公共服务支出',
        '5.00',
        '3.00',
        '2.00',
        '201',
        '03',
        '政府办公厅',
        '5.00',
        '3.00',
        '2.00',
      ],
      ...['201', '03', '01 行政运行', '5.00', '3.00', '2.00', '合计', '5.00', '3.00', '2.00'],
    ];
    assert.ok(read(head, full).includes('2010301 项目支出 2'));
    const short = full.toSpliced(4, 1);
    assert.ok(!read(head, short).some((each) => each.startsWith('201 项目支出')));
  });

  it('stand below the headings from those of the names on where they fill these', () => {
    const above = ['基本支出', '项目支出', '部门项目', '公共项目(专项资金)'];
    const kinds = ['小计', '经常性项目', '延续性项目', '一次性项目'];
    const below = [
      '单位代码',
      '单位名称（科目）',
      '总计',
      '小计',
      '工资福利支出',
      '商品和服务支出',
      '小计',
      ...kinds,
      ...kinds,
    ];
    const row = (...front: readonly string[]) => [
      ...[...front, '9.00', '5.00', '3.00', '2.00', '4.00', '4.00', '4.00', '-', '-', '-', '-', '-', '-'],
    ];
    const full = [
      ...row('2010301', '行政运行'),
      ...row('2010302', '机关服务'),
      ...row('2010350', '事业运行'),
      ...row('合计'),
    ];
    const found = read(above, below, full);
    assert.ok(found.includes('2010350 经常性项目 4') && found.includes('2010301 总计 9'), found.join('\n'));
    const short = read(above, below, full.toSpliced(-1, 1));
    // Which cell of the last row is not there nothing tells.
    assert.ok(!short.includes('合计 经常性项目 4'), short.join('\n'));
  });

  it('have a total in front of a group of which the others are parts', () => {
    const head = [
      '科目编码',
      '科目名称',
      '合计',
      '上年结转',
      '一般公共预算拨款收入',
      '事业收入预算',
      '其他收入预算',
    ];
    const parts = ['类', '款', '非教育收费收入预算', '教育收费收入预算'];
    const own = ['5.00', '0.00', '3.00', '2.00', '0.00', '0.00'];
    const found = read(head, parts, Array(9).fill('**'), [
      ...['合计', ...own, '201', '一般公共服务支出', ...own, '201', '03', '政府办公厅', ...own],
      ...['201', '03', '01 行政运行', ...own, '201', '03', '02 机关服务', ...Array(6).fill('0.00')],
    ]);
    assert.ok(found.includes('2010301 非教育收费收入预算 2'), found.join('\n'));
  });

  it('have none where the heading of the total stands over others', () => {
    const head = ['科目名称', '基本支出', '项目支出', '人员经费', '公用经费', '部门项目'];
    const own = ['5.00', '3.00', '2.00'];
    const found = read(head, [
      '行政运行',
      ...own,
      '机关服务',
      ...own,
      '事业运行',
      ...own,
      '合计',
      '15.00',
      '9.00',
      '6.00',
    ]);
    assert.ok(!found.some((each) => /人员经费 (?:5|15)$/.test(each)), found.join('\n'));
  });

  it('stand below headings broken into lines in many ways that come to the same', () => {
    const head = ['经济分类科目', '2022年基本支出', '科目编码', '科目名称', '合计', '人员经费', '公用经费'];
    const own = ['工资福利支出', '5.00', '3.00', '2.00'];
    const found = read(
      head,
      ['类', '款', '**', '**', '**', '1', '2', '3'],
      [
        ...['合计', '9.00', '6.00', '3.00', '301', '01', '基本工资', '3.00', '3.00', '0.00'],
        ...['302', '01', '办公费', '4.00', '2.00', '2.00', '303', '02', '退休费', '2.00', '1.00', '1.00'],
      ],
    );
    assert.ok(found.includes('30201 人员经费 2') && !found.includes(own.join(' ')), found.join('\n'));
  });
});

describe('rows with several columns of words, cells one a line', () => {
  const head = ['资金来源', '单位名称', '单位编码', '规格要求', '计量单位', '采购数量', '总计', '预算内资金'];
  const more = ['纳入预算管理非税', '上级专项转移支付', '政府性基金', '其他资金', '采购时间'];
  const index = Array(12).fill('**');
  const own = (amount: string) => [amount, '0.00', '0.00', '0.00', '0.00', amount];
  const row = (what: string, amount: string) => [
    '某局',
    '627001',
    what,
    '项',
    '22',
    ...own(amount),
    '2023年',
  ];
  const names = ['软件运维服务', '物业管理服务', '印刷服务', '基础电信服务', '审计服务'];
  const rows = names.flatMap((name, at) => row(name, `${at + 5}.00`));
  const total = ['某局', '627001', '66', ...own('35.00')];

  it('are cut where all columns are numbered and filled', () => {
    const found = read(head, more, index, total, rows);
    assert.ok(found.includes('627001 其他资金 35') || found.includes('某局 其他资金 35'), found.join('\n'));
    assert.equal(found.filter((each) => each.includes('预算内资金 0')).length, 6);
  });

  it('are not where there is a number more than headings below the first', () => {
    const found = read(head, more, [...index, '**'], total, rows);
    assert.ok(!found.some((each) => each.includes('预算内资金')), found.join('\n'));
  });
});

describe('rows of cells one a line with lines for blank ones', () => {
  const names = ['一般公共服务支出', '外交支出', '国防支出', '公共安全支出', '教育支出'];

  it('have blank cells behind them where these are more than part rows', () => {
    const head = [...HEAD, '上缴上级支出', '经营支出'];
    const rows = names.map((name, at) => [`${201 + at}`, name, `${at + 3}00`, `${at + 3}00`, '', '', '']);
    const found = read(head, rows.flat().toSpliced(5, 0, ''), ['', '合计', '2500', '2500']);
    assert.deepEqual(found.slice(-4), [
      '205 合计 700',
      '205 基本支出 700',
      '合计 合计 2500',
      '合计 基本支出 2500',
    ]);
  });

  it('may as well be parted by a blank line each', () => {
    const rows = names.map((name, at) => [`${201 + at}`, name, `${at + 3}00`, `${at + 3}00`, '']);
    const found = read(HEAD, rows.flat().toSpliced(5, 0, ''), ['合计', '2500', '2500']);
    assert.ok(!found.some((each) => each.includes('基本支出')), found.join('\n'));
  });

  it('may hold round hundreds, which are no codes, and codes are no amounts', () => {
    const rows = (figure: (at: number) => string): string[] =>
      names.flatMap((name, at) => [`${201 + at}`, name, `${at + 3}100`, `${at + 3}000`, figure(at)]);
    const round = rows(() => '100');
    assert.ok(read(HEAD, round).includes('205 项目支出 100'));
    const coded = rows((at) => `${301 + at}`);
    assert.ok(!read(HEAD, coded).some((each) => each.includes('项目支出')));
  });

  it('go on below headings again with a row that begins as the first one does', () => {
    const row = (level: string, name: string) => ['301', level, name, '5.00', '5.00', ''];
    const head = ['科目编码', '', '科目名称', '合计', '人员经费', '公用经费', '类', '款', '', '', '', ''];
    const page = (number: string) => ['', number, '', ...head];
    const found = read(head, row('', '工资福利支出'), page('1'), row('01', '基本工资'), [
      ...[...page('2'), ...row('02', '津贴补贴'), ...page('3'), ...row('03', '奖金')],
    ]);
    assert.deepEqual(found.slice(-2), ['30103 合计 5', '30103 人员经费 5']);
  });

  it('may lack blank cells in front of their headings', () => {
    const below = [
      ...HEAD,
      '上缴上级支出',
      '经营支出',
      '非教育收费收入预算',
      '教育收费收入预算',
      '其他收入预算',
    ];
    const rows = names.map((name, at) => [
      ...[`${201 + at}`, name, `${at + 3}.00`, `${at + 3}.00`, '', '', '', '', '', ''],
    ]);
    const text = rows.flat().toSpliced(10, 0, '');
    const found = read(['事业收入预算', '', ''], below, text);
    assert.ok(found.includes('205 基本支出 7'), found.join('\n'));
  });

  it('are no headings where all of them are numbered entries', () => {
    const head = ['收入', '', '支出', '', '项目', '预算数', '项目', '预算数'];
    const first = ['一、本年收入', '', '一、本年支出', ''];
    const rows = names.map((name, at) => [
      ...[at < 3 ? `${at + 1}、财政拨款` : '', at < 3 ? '2.00' : '', `${at + 1}、${name}`, '3.00'],
      ...(at < 2 ? [''] : []),
    ]);
    const found = read(head, first, rows.flat(), ['收入总计', '6.00', '支出总计', '15.00']);
    assert.ok(found.includes('5、教育支出 支出›预算数 3'), found.join('\n'));
  });
});

describe('rows as long as the headings without that of their group', () => {
  const rows = [
    ...['合计', '300.00', '300.00', '0.00', '201一般公共服务支出', '100.00', '100.00', '0.00'],
    ...['20107税收事务', '100.00', '100.00', '0.00', '2010750事业运行', '100.00', '100.00', '0.00'],
    ...['208社会保障和就业支出', '200.00', '200.00', '0.00'],
    ...['20805行政事业单位养老支出', '200.00', '200.00', '0.00'],
  ];

  it('do not begin with the last heading', () => {
    const head = ['功能分类科目', '2024年预算数', '小计', '基本支出', '项目支出'];
    const found = read(head, rows);
    assert.ok(found.length > 0);
    for (const each of found) assert.match(each, /^\S+ (?:2024年预算数›)?(?:小计|基本支出|项目支出) /);
  });
});
