import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '类', '款', '项'];
const ROWS = [
  ['201', '一般公共服务支出', '5.00', '2.00', '3.00'],
  ['201', '03', '政府办公厅', '5.00', '2.00', '3.00'],
  ['201', '03', '01', '行政运行', '2.00', '2.00', '0.00'],
  ['201', '03', '02', '一般行政管理事务', '3.00', '0.00', '3.00'],
];
const TOTAL = ['合计', '5.00', '2.00', '3.00'];
const text = (...rows: readonly (readonly string[])[]) => rows.flat().join('\n');

describe('a table of which only the sequence of its cells is left', () => {
  const PLACED = [
    ...['201 合计 5', '201 基本支出 2', '201 项目支出 3', '20103 合计 5', '20103 基本支出 2'],
    ...['20103 项目支出 3', '2010301 合计 2', '2010301 基本支出 2', '2010301 项目支出 0'],
    ...['2010302 合计 3', '2010302 基本支出 0', '2010302 项目支出 3'],
    ...['合计 合计 5', '合计 基本支出 2', '合计 项目支出 3'],
  ];

  it('has 类 款 项 one a line, and no row that numbers its columns', () => {
    assert.deepEqual(bound(text(HEAD, ...ROWS, TOTAL)), PLACED);
  });

  it('has 类 款 项 one a line below the headings of codes and names, one level a row, behind whole amounts like codes', () => {
    const head = ['功能分类科目', '合计', '基本支出', '项目支出', '科目编码', '科目名称', '类', '款', '项'];
    const index = ['**', '**', '**', '**', '1', '2', '3'];
    const rows = [
      ['201', '一般公共服务支出', '2654782', '1000000', '1654782'],
      ['03', '政府办公厅', '2654782', '1000000', '1654782'],
      ['01', '行政运行', '1000000', '1000000', '0'],
      ['02', '一般行政管理事务', '1654782', '0', '1654782'],
    ];
    const placed = bound(text(head, index, ...rows, ['合计', '2654782', '1000000', '1654782']));
    assert.ok(placed.includes('2010301 基本支出 1000000'), placed.join('\n'));
    assert.ok(placed.includes('2010302 项目支出 1654782'), placed.join('\n'));
  });

  it('has one row that fills all columns from the heading of its name on', () => {
    const groups = ['2023年执行数', '2024年预算数', '公务用车购置及运行费', '公务用车购置及运行费'];
    const own = ['合计', '因公出国（境）费', '小计', '公务用车购置费', '公务用车运行费', '公务接待费'];
    const figures = ['9.00', '1.00', '6.00', '2.00', '4.00', '2.00'];
    const placed = bound(text(groups, ['单位名称'], own, own, ['某县统计局'], figures, figures));
    assert.equal(placed.length, 12);
    assert.deepEqual(placed.slice(0, 2), ['某县统计局 合计 9', '某县统计局 因公出国(境)费 1']);
    assert.deepEqual(placed.slice(-1), ['某县统计局 公务接待费 2']);
  });

  it('does not know its one row where headings behind that of its name may stand over others', () => {
    const head = ['单位名称', '2024年预算数', '会议费', '培训费', '其他费用', '合计', '甲', '乙'];
    const placed = bound(
      text(head, ['因公出国（境）费', '公务用车费', '公务接待费'], ['某县统计局', '5.00', '6.00', '7.00']),
    );
    assert.ok(!placed.some((each) => /^某县/.test(each)), placed.join('\n'));
  });

  it('goes on behind the end of a page', () => {
    assert.deepEqual(bound(text(HEAD, ...ROWS.slice(0, 2), ['', '12', ''], ...ROWS.slice(2), TOTAL)), PLACED);
  });

  it('has 项目 over code and name, beside the headings of figures', () => {
    const head = ['项目', '合计', '基本支出', '项目支出', '科目编码', '科目名称'];
    const rows = ROWS.map((row) => {
      const name = row.findIndex((cell) => !/\d/.test(cell));
      return [row.slice(0, name).join(''), ...row.slice(name)];
    });
    assert.deepEqual(bound(text(head, ...rows, TOTAL)), PLACED);
  });

  it('does not know a row behind which a whole number stands that may be the number of a page', () => {
    const rows = ROWS.map((row, at) => (at === 2 ? [...row.slice(0, -1), '7'] : row));
    const placed = bound(text(HEAD, ...rows, TOTAL));
    assert.ok(!placed.some((each) => / 7$/.test(each)));
    assert.ok(placed.includes('2010302 合计 3'));
  });

  it('has lists abreast whose entries belong where their numbers and words go on', () => {
    const placed = bound(
      text(
        ['收入', '支出', '项目', '预算数', '项目', '预算数'],
        ['一、财政拨款收入', '6.00', '一、一般公共服务支出', '4.00', '二、事业收入', '二、教育支出', '1.00'],
        ['三、卫生健康支出', '1.00', '收入总计', '6.00', '支出总计', '6.00'],
      ),
    );
    assert.deepEqual(placed, [
      ...['一、财政拨款收入 预算数 6', '一、一般公共服务支出 预算数 4', '二、教育支出 预算数 1'],
      ...['三、卫生健康支出 预算数 1', '收入总计 预算数 6', '支出总计 预算数 6'],
    ]);
  });

  it('has lists abreast without headings where these are not as many as the lists', () => {
    const placed = bound(
      text(
        ['收入', '支出', '项目', '预算数', '预算数'],
        ['一、财政拨款收入', '6.00', '一、一般公共服务支出', '4.00', '二、事业收入', '二、教育支出', '1.00'],
        ['三、卫生健康支出', '1.00', '收入总计', '6.00', '支出总计', '6.00'],
      ),
    );
    assert.deepEqual(placed, Array(6).fill('no-heading'));
  });

  it('has but the heading of the total over a list in which columns are blank throughout', () => {
    const placed = bound(
      text(
        ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算'],
        ['一、一般公共预算', '6.00', '一、一般公共服务支出', '4.00', '4.00', '二、政府性基金'],
        ['二、教育支出', '1.00', '1.00', '三、卫生健康支出', '1.00', '1.00'],
        ['收入总计', '6.00', '支出总计', '6.00', '6.00'],
      ),
    );
    assert.deepEqual(placed, [
      ...['一、一般公共预算 预算数 6', '一、一般公共服务支出 合计 4', 'no-heading'],
      ...['二、教育支出 合计 1', 'no-heading', '三、卫生健康支出 合计 1', 'no-heading'],
      ...['收入总计 预算数 6', '支出总计 合计 6', 'no-heading'],
    ]);
  });

  it('has lists abreast that go on behind the end of a page', () => {
    const placed = bound(
      text(
        ['项目', '预算数', '项目', '预算数'],
        [
          '一、财政拨款收入',
          '6.00',
          '一、一般公共服务支出',
          '4.00',
          '二、事业收入',
          '二、自然资源海洋气象等支',
        ],
        ['', '', '出', '三、卫生健康支出', '2.00', '上年结转', '结转下年'],
        ['收入总计', '6.00', '支出总计', '6.00'],
      ),
    );
    assert.deepEqual(placed, [
      ...['一、财政拨款收入 预算数 6', '一、一般公共服务支出 预算数 4', '三、卫生健康支出 预算数 2'],
      ...['收入总计 预算数 6', '支出总计 预算数 6'],
    ]);
  });

  it('has lists abreast whose numbers are the same, where each goes on from row to row until it ends', () => {
    const head = ['收入', '支出', '项目', '预算数', '项目', '预算数', '项目', '预算数'];
    const rows = [
      ['一、部门预算', '一、部门预算', '一、部门预算'],
      ['1、财政拨款', '9.00', '1、一般公共服务支出', '4.00', '1、人员经费支出', '7.00'],
      ['2、其他收入', '0.00', '2、教育支出', '2.00', '其中：工资福利支出', '6.00'],
      ['3、卫生健康支出', '1.00', '2、公用经费支出', '2.00'],
      ['4、住房保障支出', '2.00'],
      ['本年收入合计', '9.00', '本年支出合计', '9.00', '本年支出合计', '9.00'],
    ];
    const placed = bound(text(head, ...rows));
    for (const each of ['1、人员经费支出 预算数 7', '3、卫生健康支出 预算数 1', '2、公用经费支出 预算数 2'])
      assert.ok(placed.includes(each), placed.join('\n'));
  });

  it('has two lists without numbers whose names say that money comes in or goes out', () => {
    const head = ['收入', '支出', '项目', '预算数', '项目', '预算数'];
    const rows = [
      ['一般公共预算拨款收入', '9.00', '一般公共服务支出'],
      ['政府性基金预算拨款收入', '教育支出', '8.00'],
      ['事业收入', '1.00', '卫生健康支出', '2.00'],
      ['本年收入合计', '10.00', '本年支出合计', '10.00'],
      ['收入总计', '10.00', '支出总计', '10.00'],
    ];
    assert.deepEqual(bound(text(head, ...rows)), [
      ...['一般公共预算拨款收入 预算数 9', '教育支出 预算数 8', '事业收入 预算数 1', '卫生健康支出 预算数 2'],
      ...['本年收入合计 预算数 10', '本年支出合计 预算数 10', '收入总计 预算数 10', '支出总计 预算数 10'],
    ]);
  });

  it('has headings that go over two lines', () => {
    const head = [...HEAD.slice(0, 3), '一般公共', '预算拨款', '事业收入', ...HEAD.slice(5)];
    const placed = bound(text(head, ...ROWS, TOTAL));
    assert.ok(placed.includes('2010301 一般公共预算拨款 2'), placed.join('\n'));
  });

  it('does not name a row whose name may begin in the words above it, unless both are known to be one', () => {
    const head = ['科目名称', '科目编码', '合计', '基本支出', '项目支出'];
    const rows = (...name: readonly string[]) => [
      ['工资福利支出', '301', '3.00', '3.00', '0.00'],
      ['基本工资', '30101', '3.00', '3.00', '0.00'],
      ['对个人和家庭的补助', '303', '2.00', '2.00', '0.00'],
      [...name, '30399', '2.00', '2.00', '0.00'],
      ['合计', '5.00', '5.00', '0.00'],
    ];
    const placed = bound(text(head, ...rows('其他发给个人', '的款项')));
    assert.ok(placed.includes('30101 合计 3'), placed.join('\n'));
    assert.ok(!placed.some((each) => each.startsWith('30399')), placed.join('\n'));
    const known = bound(text(head, ...rows('其他对个人和家庭', '的补助')));
    assert.ok(known.includes('30399 合计 2'), known.join('\n'));
  });

  it('does not know to which of two lists an entry belongs that both may go on with', () => {
    const placed = bound(
      text(
        ['收入', '支出', '项目', '预算数', '项目', '预算数'],
        ['一、财政拨款收入', '6.00', '一、一般公共服务支出', '4.00', '1、甲', '1.00', '二、教育支出', '1.00'],
        ['三、卫生健康支出', '1.00', '收入总计', '6.00', '支出总计', '6.00'],
      ),
    );
    assert.ok(placed.includes('columns-lost'));
  });

  it('has two lists of codes abreast, of which one ends before the other', () => {
    const placed = bound(
      text(
        ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
        ['301', '工资福利支出', '3.00', '302', '商品和服务支出', '5.00'],
        [
          '30101',
          '基本工资',
          '3.00',
          '30201',
          '办公费',
          '30205',
          '水费',
          '4.00',
          '30299',
          '其他支出',
          '1.00',
        ],
        ['310', '资本性支出', '2.00', '31002', '办公设备购置', '2.00'],
        ['人员经费合计', '3.00', '公用经费合计', '7.00'],
      ),
    );
    assert.deepEqual(placed, [
      '301 决算数 3',
      '302商品和服务支出 决算数 5',
      '30101 决算数 3',
      '30205水费 决算数 4',
      '30299其他支出 决算数 1',
      '310资本性支出 决算数 2',
      '31002办公设备购置 决算数 2',
      '人员经费合计 决算数 3',
      '公用经费合计 决算数 7',
    ]);
  });
});

describe('lists abreast one cell a line', () => {
  const LISTS = [
    ['项目', '决算数', '项目(按经济分类)', '决算数', '项目(按功能分类)', '决算数'],
    ['一、财政拨款', '6.00', '工资福利支出', '4.00', '201一般公共服务', '5.00'],
    ['二、事业收入', '1.00', '商品和服务支出', '3.00', '202外交', '-'],
    ['三、其他收入', '-', '资本性支出', '-', '203国防', '-', '204公共安全', '2.00', '205教育', '-'],
    ['本年收入合计', '7.00', '本年支出合计', '7.00', '本年支出合计', '7.00'],
    ['四、上年结转', '1.00', '结转下年', '1.00', '结转下年', '1.00'],
  ];

  it('are told apart by what stands in front of their names', () => {
    const placed = bound(text(...LISTS));
    assert.deepEqual(placed.slice(0, 3), [
      '一、财政拨款 决算数 6',
      '工资福利支出 决算数 4',
      '201一般公共服务 决算数 5',
    ]);
    assert.ok(placed.every((each) => each.includes(' 决算数 ')));
  });

  it('have no headings where a name without a mark may be the end of another one', () => {
    const torn = LISTS.map((row, at) => (at === 3 ? row.toSpliced(2, 1, '资本性', '支出') : row));
    assert.ok(
      bound(text(...torn.with(2, [...(torn[2] ?? []), '其他支出']))).every(
        (each) => !each.includes('决算数'),
      ),
    );
  });

  it('are not told apart where a code does not go on with the others', () => {
    const swapped = LISTS.map((row, at) => (at === 2 ? row.with(4, '299外交') : row));
    assert.ok(bound(text(...swapped)).includes('columns-lost'));
  });

  it('do not take the code of an entry whose name was cut off for a figure', () => {
    const head = ['科目编码', '科目名称', '决算数'];
    const rows = [
      ['301', '工资福利支出', '3.00', '302', '商品和服务支出', '5.00', '30101', '基本工资', '3.00'],
      ['30201', '办公费', '5.00', '303', '对个人和家庭的补助', '2.00', '30202', '印刷费', '30301', '离休费'],
      ['2.00', '30203', '水费', '30302'],
    ];
    assert.ok(!bound(text(head, head, ...rows)).some((each) => each.endsWith(' 30302')));
  });
});
