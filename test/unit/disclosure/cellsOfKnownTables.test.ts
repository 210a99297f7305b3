import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

/** What is bound of lines, without what is not. */
function read(...lines: readonly (readonly string[])[]): string[] {
  return bound(lines.flat().join('\n')).filter((each) => / \S+ -?\d/.test(each));
}

describe('cells one a line, of tables that are known by their headings', () => {
  const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];

  it('have as many columns as are marked, though a blank line stands behind each row', () => {
    const index = ['**', '**', '1', '2', '3'];
    const names = ['一般公共服务支出', '外交支出', '国防支出', '公共安全支出'];
    const rows = names.flatMap((name, at) => [
      ...[`${201 + at}`, name, `${at + 3}.00`],
      ...(at % 2 === 0 ? ['', `${at + 3}.00`] : [`${at + 3}.00`, '']),
      '',
    ]);
    assert.deepEqual(
      read(HEAD, index, rows),
      names.flatMap((_, at) => [
        `${201 + at} 合计 ${at + 3}`,
        `${201 + at} ${at % 2 === 0 ? '项目支出' : '基本支出'} ${at + 3}`,
      ]),
    );
  });

  it('go on behind headings that the next page breaks otherwise', () => {
    const rows = [
      '201',
      '一般公共服务支出',
      '3.00',
      '1.00',
      '2.00',
      '202',
      '外交支出',
      '4.00',
      '2.00',
      '2.00',
    ];
    const [code = '', name = ''] = HEAD;
    const again = [code, name.slice(0, 2), name.slice(2), ...HEAD.slice(2)];
    const found = read(HEAD, rows, ['', '- 2 -', ''], again, ['203', '国防支出', '5.00', '3.00', '2.00']);
    assert.deepEqual(found.slice(-3), ['203 合计 5', '203 基本支出 3', '203 项目支出 2']);
  });

  it('lack nothing but remarks, whether a blank line is a cell or not', () => {
    const head = ['单位编码', '单位名称', '合计', '人员经费支出', '公用经费支出'];
    const rows = [
      '351',
      '某局',
      '5.00',
      '4.00',
      '1.00',
      '',
      '351001',
      '某局本级',
      '5.00',
      '4.00',
      '1.00',
      '',
    ];
    const found = ['351 合计 5', '351 人员经费支出 4', '351 公用经费支出 1'];
    assert.deepEqual(read([...head, '备注'], rows).slice(0, 3), found);
  });

  describe('with a total in front that came without blank cells', () => {
    const LIST = [
      '科目编码',
      '科目名称',
      '单位编码',
      '单位名称',
      '项目名称',
      '合计',
      '一般公共预算',
      '其他资金',
    ];
    const rows = ['物业管理', '信息化建设', '法律服务'].flatMap((name, at) => [
      ...['2010350', '事业运行', '004001', '某局', name, `${at + 3}.00`, `${at + 1}.00`, '2.00'],
    ]);

    it('are bound below it', () => {
      const found = read(LIST, ['004001', '某局', '12.00', '6.00', '6.00'], rows);
      assert.deepEqual(found.slice(0, 3), [
        ...['2010350 合计 3', '2010350 一般公共预算 1', '2010350 其他资金 2'],
      ]);
      assert.equal(found.length, 9);
    });

    it('are not bound below what lacks names as well', () => {
      assert.deepEqual(read(LIST, ['12.00', '6.00', '6.00'], rows), []);
    });

    it('are not bound where a later row lacks cells', () => {
      const short = ['2010350', '事业运行', '5.00', '3.00', '2.00'];
      assert.deepEqual(read(LIST, ['004001', '某局', '17.00', '9.00', '8.00'], rows, short, rows), []);
    });
  });

  it('are rows of one name, where dates stand behind their figures', () => {
    const head = ['单位编码', '单位名称', '规格要求', '计量单位', '采购数量', '合计', '采购时间'];
    const rows = ['台式计算机', '打印机', '复印纸', '办公桌'].flatMap((name, at) => [
      ...['004001', '某局', name, '台', '2', `${at + 3}.00`, '2023年'],
    ]);
    assert.equal(read(head, rows).length, 4);
  });

  it('stand below headings of which a sub-total heads no others', () => {
    const head = ['科目编码', '科目名称', '基本支出', '小计', '人员经费', '公用经费'];
    const rows = [
      ...[
        '505',
        '对事业单位经常性补助',
        '5.50',
        '2.50',
        '3.00',
        '50501',
        '工资福利支出',
        '2.50',
        '2.50',
        '-',
      ],
      ...['50502', '商品和服务支出', '3.00', '-', '3.00', '509', '对个人和家庭的补助', '1.00', '1.00', '-'],
    ];
    assert.deepEqual(read(head, rows).slice(0, 3), ['505 小计 5.5', '505 人员经费 2.5', '505 公用经费 3']);
  });

  it('do not stand below the parts of a heading whose total the first figure is', () => {
    const head = ['科目编码', '科目名称', '基本支出', '工资福利支出', '商品和服务支出', '资本性支出'];
    const rows = (total: string) => [
      ...['201', '一般公共服务支出', total, '2.00', '3.00', '202', '外交支出', total, '2.00', '3.00'],
      ...['203', '国防支出', total, '2.00', '3.00', '合计', total, '2.00', '3.00'],
    ];
    assert.ok(!read(head, rows('5.00')).some((each) => each.includes('工资福利支出 5')));
    assert.ok(read(head, rows('4.00')).includes('201 工资福利支出 4'));
  });

  it('are two rows and their total below headings that are all known', () => {
    const rows = ['008', '某局', '7.00', '5.00', '2.00', '008001', '某局本级', '7.00', '5.00', '2.00'];
    const head = ['单位编码', '单位名称', '合计', '基本支出', '项目支出'];
    assert.equal(read(head, rows, ['总计', '7.00', '5.00', '2.00']).length, 9);
  });

  it('are not full where the last row ends with its figures and no blank cell shows', () => {
    const head = ['项目名称', '合计', '一般公共预算拨款收入', '事业收入', '其他收入'];
    const rows = ['党建活动经费', '2.00', '2.00', '法律服务', '2.00', '2.00', '合计', '4.00', '4.00'];
    const found = read(head, ['**', '1', '2', '3', '4'], rows);
    assert.ok(!found.some((each) => each.includes('收入')), found.join('\n'));
  });

  it('may have headings below another in front of names without codes', () => {
    const head = ['项目名称', '合计', '一般公共预算拨款收入', '事业收入预算', '其他收入预算'];
    const below = ['非教育收费收入预算', '教育收费收入预算'];
    const rows = [
      ...['信息化运行维护', '9.00', '3.00', '4.00', '0.00', '2.00'],
      ...['法律服务', '8.00', '0.00', '0.00', '5.00', '3.00'],
      ...['合计', '17.00', '3.00', '4.00', '5.00', '5.00'],
    ];
    const found = read(head, below, rows);
    assert.ok(found.includes('法律服务 合计 8'), found.join('\n'));
    // The last heading is none of the first name, behind which all columns would stand one off.
    assert.ok(!found.some((each) => /^法律服务 事业收入预算 0/.test(each)), found.join('\n'));
  });

  it('do not begin with a name in front of which a heading is left', () => {
    const head = ['功能分类科目', '科目编码', '科目名称', '合计', '基本支出', '项目支出'];
    const rows = ['2082201', '移民补助', '96,834', '96,834', '2082202', '基础设施建设和经济发展', '5', '5'];
    const found = read(head, rows, ['合计', '96,839', '96,839']);
    assert.ok(!found.some((each) => each.includes('基本支出')), found.join('\n'));
  });

  it('have no remarks that are figures, whatever blank lines stand in front of a total', () => {
    const head = ['科目编码', '科目名称', '合计', '人员经费支出', '公用经费支出', '备注'];
    const rows = ['30101', '30102', '30103', '30104'].map((code, at) => [
      ...[
        code,
        '支出',
        `${at + 3}.00`,
        ...(at % 2 === 0 ? [`${at + 3}.00`, ''] : ['', `${at + 3}.00`]),
        '',
        '',
      ],
    ]);
    const found = read(head, ...rows, ['合计', '', '18.00', '8.00', '10.00', '']);
    assert.deepEqual(found.slice(-3), ['合计 合计 18', '合计 人员经费支出 8', '合计 公用经费支出 10']);
  });
});

describe('names over two lines of a sequence', () => {
  const HEAD = ['收入', '支出', '项目', '预算数', '项目', '预算数'];
  const TOTALS = ['收入总计', '9.00', '支出总计', '9.00'];
  const list = (...name: readonly string[]) => [
    ...['一、本年收入', '9.00', '一、本年支出', '9.00', ...name, '5.00', '教育支出', '4.00'],
    ...['（二）政府性基金预算拨款', '4.00', '住房保障支出', '5.00', '二、上年结转', '二、结转下年'],
  ];

  it('are joined where only together they are known', () => {
    const found = read(HEAD, list('（一）一般公共预', '算拨款'), TOTALS);
    assert.ok(found.includes('(一)一般公共预算拨款 预算数 5'), found.join('\n'));
  });

  it('are none where they are not known together', () => {
    const found = read(HEAD, list('（一）一般公共预', '备费用'), TOTALS);
    assert.ok(!found.some((each) => each.endsWith(' 5') && each.includes('一般公共预')), found.join('\n'));
  });
});
