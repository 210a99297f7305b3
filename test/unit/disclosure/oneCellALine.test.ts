import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

describe('a table of one cell a line', () => {
  const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
  const ROWS = [
    ['201', '一般公共服务', '5.00', '2.00', '3.00'],
    ['20103', '政府办公厅', '5.00', '2.00', '3.00'],
    ['208', '社会保障', '1.00', '', '1.00'],
    ['', '合计', '6.00', '2.00', '4.00'],
  ];

  it('has empty lines for empty cells', () => {
    assert.deepEqual(bound([...HEAD, ...ROWS.flat()].join('\n')).slice(6), [
      ...['208 合计 1', '208 项目支出 1'],
      ...['合计 合计 6', '合计 基本支出 2', '合计 项目支出 4'],
    ]);
  });

  it('has sentences behind its figures that name nothing', () => {
    const head = ['项目', '本年预算数', '上年预算数', '增减变化原因', '备注'];
    const names = ['合计', '一、因公出国（境）费', '二、公务接待费', '三、公务用车购置及运行维护费'];
    const rows = names.flatMap((name) => [name, '2.00', '1.00', '按照厉行节约要求安排。', '']);
    assert.deepEqual(bound([...head, ...rows].join('\n')).slice(0, 2), [
      '合计 本年预算数 2',
      '合计 上年预算数 1',
    ]);
  });

  it('has few rows where their columns are numbered and a blank cell shows', () => {
    const head = ['单位编码', '单位名称', '合计', '人员经费支出', '公用经费支出', '备注'];
    const index = ['**', '**', '1', '2', '3', '4'];
    const rows = ['769001', '某县统计局', '9.00', '8.00', '1.00', '', '合计', '', '9.00', '8.00', '1.00', ''];
    assert.deepEqual(bound([...head, ...index, ...rows].join('\n')).slice(-2), [
      ...['合计 人员经费支出 8', '合计 公用经费支出 1'],
    ]);
  });

  describe('of “三公”经费 in one row of figures', () => {
    const HEADINGS = [
      ...['合计', '因公出国（境）费', '公务用车购置及运行费', '公务接待费'],
      ...['小计', '公务用车购置费', '公务用车运行费'],
    ];

    it('has them in columns as the headings say that they add up, without a name', () => {
      const placed = bound([...HEADINGS, '12.00', '3.00', '7.00', '5.00', '2.00', '2.00'].join('\n'));
      assert.deepEqual(placed, Array(6).fill('no-label'));
    });

    it('is not bound where they do not add up so', () => {
      const placed = bound([...HEADINGS, '12.00', '4.00', '8.00', '5.00', '2.00', '2.00'].join('\n'));
      assert.ok(placed.every((each) => each === 'columns-lost'));
    });
  });

  it('is not bound by headings that head what they cannot', () => {
    const [code, name, ...others] = HEAD;
    const text = [code, ...others, name, ...ROWS.slice(0, 2).flat(), ...ROWS.slice(0, 2).flat()].join('\n');
    assert.ok(bound(text).every((each) => each === 'columns-lost'));
  });

  it('has rows that begin with their codes and names where empty cells left no lines', () => {
    const rows = [
      ...['208', '社会保障支出', '12.50', '10.00', '2.50'],
      ...['208', '05', '养老支出', '12.50', '10.00', '2.50'],
      ...['208', '05', '01 行政单位离退休', '10.00', '10.00'],
      ...['208', '05', '02 事业单位离退休', '2.50', '2.50'],
    ];
    const text = [
      ...['2024年预算数', '科目编码', '类', '款', '科目名称', '小计', '基本支出', '项目支出'],
      ...['**', '**', '**', '1', '2', '3', ...rows, '合计', '12.50', '10.00', '2.50'],
    ].join('\n');
    assert.deepEqual(bound(text), [
      ...['208 小计 12.5', '208 基本支出 10', '208 项目支出 2.5'],
      ...['20805 小计 12.5', '20805 基本支出 10', '20805 项目支出 2.5'],
      // Which of the two is blank shows by the sums alone.
      ...['2080501 小计 10', '2080501 基本支出 10', '2080502 小计 2.5', '2080502 项目支出 2.5'],
      ...['合计 小计 12.5', '合计 基本支出 10', '合计 项目支出 2.5'],
    ]);
  });

  it('has columns for 类 款 项, which stand behind all other headings, and for those that no group covers', () => {
    const text = [
      ...[
        '功能分类科目',
        '2023年执行数',
        '2024年预算数',
        '科目编码',
        '科目名称',
        '小计',
        '基本支出',
        '项目支出',
      ],
      ...['类', '款', '项', '**', '**', '**', '**', '1', '2', '3', '4'],
      ...['201', '一般公共服务支出', '31.76', '59.57', '43.75', '15.82'],
      ...['04', '发展与改革事务', '31.76', '59.57', '43.75', '15.82'],
      ...['04', '战略规划与实施', '12.95', '15.82', '15.82'],
      ...['50', '事业运行', '18.81', '43.75', '43.75'],
      ...['合计', '31.76', '59.57', '43.75', '15.82'],
    ].join('\n');
    assert.deepEqual(bound(text).slice(0, 4), [
      ...['201 2023年执行数 31.76', '201 小计 59.57', '201 基本支出 43.75', '201 项目支出 15.82'],
    ]);
    // A heading is lost, and nothing tells which.
    const lacking = text.replace('2023年执行数\n', '').replace('1\n2\n3\n4', '1\n2\n3');
    assert.ok(bound(lacking).every((each) => each === 'columns-lost'));
  });

  it('has no headings of codes parted, where another heading was torn in two', () => {
    const text = [
      ...['单位(科目)代码', '基本支出', '项目支出', '类', '款', '单位(科目)名称', '总计', '小计', '人员经费'],
      ...['公用经费', '小计', '本级资金', '项目支出', '上级资金项目支出', ...Array(10).fill('**')],
      ...['201', '一般公共服务支出', '217.42', '215.07', '213.83', '1.24', '2.35', '0.10', '2.25'],
      ...['201', '38', '市场监督管理事务', '217.42', '215.07', '213.83', '1.24', '2.35', '0.10', '2.25'],
      ...['201', '38', '01 行政运行', '215.17', '215.07', '213.83', '1.24', '0.10', '0.10'],
      ...['201', '38', '99 其他市场监督管理事务', '2.25', '2.25', '2.25'],
      ...['总计', '217.42', '215.07', '213.83', '1.24', '2.35', '0.10', '2.25'],
    ].join('\n');
    assert.ok(bound(text).every((each) => !/^38|^市场/.test(each)));
  });

  it('does not bind the last row where the code of the next one may stand at its end', () => {
    const text = [
      ...['科目编码', '科目名称', '小计', '人员经费', '公用经费', '**', '**', '1', '2', '3'],
      ...[
        '50102',
        '社会保障缴费',
        '11.22',
        '11.22',
        '0.00',
        '50199',
        '其他工资福利支出',
        '5.95',
        '5.95',
        '0.00',
      ],
      ...['50201', '办公经费', '41.49', '41.49', '50999', '其他对个人和家', '', '庭补助', '21.75', '21.75'],
    ].join('\n');
    assert.deepEqual(bound(text).slice(0, 6), [
      ...['50102 小计 11.22', '50102 人员经费 11.22', '50102 公用经费 0'],
      ...['50199 小计 5.95', '50199 人员经费 5.95', '50199 公用经费 0'],
    ]);
    assert.ok(bound(text).every((each) => !/^50201|50999/.test(each)));
  });

  it('does not name a row whose name may begin in the one above, behind its codes', () => {
    const text = [
      ...[
        '科目编码',
        '2022年基本支出',
        '类',
        '科目名称',
        '合计',
        '人员经费',
        '公用经费',
        ...Array(5).fill('**'),
      ],
      ...['204', '公共安全支出', '37663003', '8238414', '29424589'],
      ...['204', '10', '缉私警察', '37663003', '8238414', '29424589'],
      ...['204', '10', '01 行政运行', '7643603', '7643603'],
      ...['204', '10', '99 其他缉私警', '察支出', '30019400', '594811', '29424589'],
      ...['210', '卫生健康支出', '68860', '68860', '210', '99', '其他卫生健康支出', '68860', '68860'],
      ...[
        '210',
        '99',
        '99 其他卫生健',
        '康支出',
        '68860',
        '68860',
        '总计',
        '37731863',
        '8307274',
        '29424589',
      ],
    ].join('\n');
    assert.ok(bound(text).every((each) => !each.startsWith('康支出')));
  });

  it('is bound where the whole amounts of a column look like codes', () => {
    const rows = [
      ...['208', '社会保障支出', '1981814', '401714', '1580100'],
      ...['20805', '养老支出', '1981814', '401714', '1580100'],
      ...['210', '卫生健康支出', '553044', '534818', '18226'],
      ...['21011', '行政事业单位医疗', '553044', '534818', '18226'],
    ];
    assert.deepEqual(bound([...HEAD, ...rows].join('\n')).slice(-3), [
      ...['21011 合计 553044', '21011 基本支出 534818', '21011 项目支出 18226'],
    ]);
  });

  it('is not bound where a column under a heading of amounts holds codes', () => {
    const rows = [
      ...['一般公共服务', '201', '5.00', '2.00', '3.00', '政府办公厅', '20103', '5.00', '2.00', '3.00'],
      ...['行政运行', '2010301', '5.00', '2.00', '3.00', '社会保障', '208', '1.00', '0.00', '1.00'],
      ...['养老支出', '20805', '1.00', '0.00', '1.00'],
    ];
    const text = ['科目名称', '合计', '基本支出', '项目支出', '其他支出', ...rows].join('\n');
    assert.ok(bound(text).every((each) => each === 'columns-lost'));
  });

  it('has rows that begin with their codes where figures look like codes too', () => {
    const text = [
      ...[
        '科目编码',
        '类',
        '款',
        '科目名称',
        '合计',
        '基本支出',
        '项目支出',
        '**',
        '**',
        '**',
        '1',
        '2',
        '3',
      ],
      ...['合 计', '351195', '351195', '212', '城乡社区支出', '351195', '351195'],
      ...['212', '08', '国有土地使用权出让收入安排的支出', '351195', '351195'],
      ...['212', '08', '01 征地和拆迁补偿支出', '351195', '351195'],
    ].join('\n');
    // Which of the two parts is blank nothing tells.
    const rows = ['合计', '212', '21208', '2120801'];
    assert.deepEqual(
      bound(text).filter((each) => each !== 'columns-lost' && each !== 'no-heading'),
      rows.map((row) => `${row} 合计 351195`),
    );
  });

  it('is not cut into rows at names where each row has two of them', () => {
    const text = [
      ...['部门经济科目编码', '部门经济科目名称', '政府经济科目编码', '政府经济科目名称', '合计', '人员经费'],
      ...['30101', '基本工资', '50101', '工资奖金津补贴', '22.80', '22.80'],
      ...['30103', '奖金', '50101', '工资奖金津补贴', '1.20', '1.20'],
      ...['30108', '养老保险缴费', '50102', '社会保障缴费', '205.92', '205.92'],
      ...['30201', '办公费', '50201', '办公经费', '3.00', '合计', '232.92', '229.92'],
    ].join('\n');
    assert.ok(bound(text).every((each) => !each.includes('50101 ')));
  });

  it('is not cut into rows by codes where a figure may be one', () => {
    const text = [
      ...['类', '款', '科目名称', '合计', '基本支出', '221', '住房保障支出', '134', '134'],
      ...['221', '02', '住房改革支出', '134', '134', '01', '住房公积金', '134.00', '134.00'],
      ...['合计', '134.00', '134.00'],
    ].join('\n');
    assert.ok(bound(text).every((each) => !/^13401|住房公积金/.test(each)));
  });

  it('has no groups where the upper line of the wrapped heading of names seemed to end the row above', () => {
    const upper = ['', '', '', '', '事业收入预算', '', '', '', ''];
    const wrapped = [
      '算拨款收入',
      '政府性基金预',
      '算拨款收入',
      '国有资本经营',
      '预算拨款收入',
      '非教育收费',
      '收入预算',
      '教育收费',
    ];
    const lower = [
      '项 目',
      '名 称',
      '合计',
      '上年结转',
      '一般公共预',
      ...wrapped,
      '收入预算',
      '事业单位经',
      '营收入预算',
    ];
    const last = ['其他收入预算', '用事业基金弥', '补收支差额'];
    const rows = [
      ['窗口改革经费', '428,858.60', '', '3,549.29', '', '', '', '', '425,309.31', '', ''],
      ['网络线路租赁', '9,183.27', '', '', '', '9,183.27', '', '', '', '', ''],
      ['法律服务', '1,405,462.10', '', '', '', '', '28,987.98', '', '1,366,974.61', '9,499.51', ''],
      ['业务培训', '532,621.75', '239,396.31', '293,225.44', '', '', '', '', '', '', ''],
    ];
    const found = bound([...upper, ...lower, ...last, ...rows.flat()].join('\n'));
    assert.ok(found.includes('网络线路租赁 国有资本经营预算拨款收入 9183.27'), found.join('\n'));
  });

  it('is not cut behind the remarks, where its blank cells left no lines', () => {
    const items = ['1.因公出国（境）费用', '548.32', '2.公务用车购置及运行维护费', '3.公务接待费'];
    const text = ['项 目', '本年预算数', '备注', '合 计', '548.32', ...items].join('\n');
    assert.ok(bound(text).every((each) => !/合计 548/.test(each)));
    const sources = [
      '一般公共预算拨款收入',
      '政府性基金预算拨款收入',
      '事业收入预算',
      '用事业基金弥补收支差额',
    ];
    const head = ['项目', '合计', '上年结转', ...sources, '备注', '非教育收费收入预算', '教育收费收入预算'];
    const rows = ['合计', '服务类'].flatMap((name) => [name, '296,875', '174,924', '121,951']);
    assert.ok(bound([...head, ...rows].join('\n')).every((each) => !/ 非教育收费收入预算 /.test(each)));
  });
});
