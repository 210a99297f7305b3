import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

const LISTS = ['收入', '支出', '项目', '预算数（元）', '支出功能分类科目', '预算数（元）'];
/** Rows of two lists, in which blank cells left no lines. */
const ROWS = [
  ['一、财政拨款收入', '646038', '一、一般公共服务支出', '363369'],
  ['其中：专项资金', '二、外交支出'],
  ['二、事业收入', '三、国防支出'],
  ['四、公共安全支出', '282669'],
  ['本年收入合计', '646038', '本年支出合计', '646038'],
  ['上年结转', '结转下年'],
];
const TOTALS = ['收入总计', '646038', '支出总计', '646038'];

/** Rows with the end of a page behind each of them. */
function parted(rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row) => [...row, '']);
}

describe('lists abreast of which each row stands on a page of its own', () => {
  it('go on until the last of their totals', () => {
    const placed = bound([...LISTS, ...parted(ROWS), ...TOTALS].join('\n'));
    assert.deepEqual(placed, [
      ...['一、财政拨款收入 预算数(元) 646038', '一、一般公共服务支出 预算数(元) 363369'],
      ...['四、公共安全支出 预算数(元) 282669', '本年收入合计 预算数(元) 646038'],
      ...['本年支出合计 预算数(元) 646038', '收入总计 预算数(元) 646038', '支出总计 预算数(元) 646038'],
    ]);
  });

  it('end with these', () => {
    const others = ['', '办公用房面积', '15000', '公务用车数量', '12000'];
    const placed = bound([...LISTS, ...parted(ROWS), ...TOTALS, ...others].join('\n'));
    assert.deepEqual(placed.length, 7);
  });
});

describe('lists abreast that share the word of their totals', () => {
  const ENTRIES = [
    ...[
      '一、财政拨款收入',
      '22.00',
      '一、一般公共服务支出',
      '20.00',
      '二、事业收入',
      '0',
      '二、外交支出',
      '0',
    ],
    ...['三、其他收入', '0', '三、国防支出', '0', '四、公共安全支出', '2.00'],
  ];

  it('have their entries bound, and the totals not, for one of them has no name', () => {
    const totals = ['收入总计', '22.00', '22.00'];
    const placed = bound([...LISTS, ...ENTRIES, ...totals].join('\n'));
    assert.deepEqual(placed.slice(0, 2), [
      '一、财政拨款收入 预算数(元) 22',
      '一、一般公共服务支出 预算数(元) 20',
    ]);
    assert.deepEqual(placed.slice(-3), ['四、公共安全支出 预算数(元) 2', 'columns-lost', 'columns-lost']);
  });

  it('are not told where the figures of a total differ', () => {
    const placed = bound([...LISTS, ...ENTRIES, '收入总计', '22.00', '21.00'].join('\n'));
    assert.ok(placed.every((each) => !each.includes('预算数')));
  });
});

describe('cells one a line over pages that repeat the headings', () => {
  it('have the code of the first row on each page, which is the same', () => {
    const head = ['科目编码', '', '科目名称', '合计', '基本支出', '项目支出', '类', '款', '', '', '', ''];
    const end = ['', '3', ''];
    const rows = [
      ['201', '', '一般公共服务支出', '5.00', '2.00', '3.00'],
      ['201', '03', '政府办公厅（室）及相关机构事务', '4.00', '2.00', '2.00'],
      ['201', '06', '财政事务', '1.00', '', '1.00'],
      ['201', '99', '其他一般公共服务支出', '0.00', '0.00', ''],
    ];
    const text = [...head, ...rows.flatMap((row, at) => (at === 0 ? row : [...end, ...head, ...row]))];
    assert.deepEqual(
      bound(text.join('\n')).map((each) => each.split(' ')[0]),
      [
        ...Array(3).fill('201'),
        ...Array(3).fill('20103'),
        ...Array(2).fill('20106'),
        ...Array(2).fill('20199'),
      ],
    );
  });
});

describe('cells one a line with blank ones', () => {
  it('have the first entries of lists, without figures, below their headings', () => {
    const head = ['项目', '预算数', '支出功能分类科目', '预算数'];
    const rows = [
      ...['一、财政拨款', '', '一、财政拨款', '', '', '3', ''],
      ...[
        '1、一般公共预算拨款',
        '6.00',
        '1、一般公共服务支出',
        '-',
        '2、政府性基金拨款',
        '-',
        '2、外交支出',
        '-',
      ],
      ...['3、国有资本经营预算收入', '-', '3、国防支出', '-', '', '', '4、公共安全支出', '6.00'],
      ...['', '', '5、教育支出', '-', '', '', '6、科学技术支出', '-', '', '', '7、卫生健康支出', '-'],
      ...['收入总计', '6.00', '支出总计', '6.00'],
    ];
    const placed = bound([...head, ...rows].join('\n'));
    assert.deepEqual(placed.slice(0, 2), ['1、一般公共预算拨款 预算数 6', '4、公共安全支出 预算数 6']);
  });

  describe('behind their figures', () => {
    const HEAD = ['科目名称', '合计', '工资福利支出', '商品和服务支出', '资本性支出', '其他支出'];
    const MARKS = HEAD.map(() => '**');
    const WRAPPED = ['20609科技重', '大项目', '7.00', '2.00', '5.00', '', ''];
    const ROWS = [
      ...['206科学技术支出', '7.00', '2.00', '5.00', '', '', ...WRAPPED],
      ...['2060901科技重大专项', '7.00', '2.00', '5.00', '', ''],
      ...[
        '208社会保障和就业支出',
        '9.00',
        '9.00',
        '',
        '',
        '',
        '20805行政事业单位养老支出',
        '9.00',
        '9.00',
        '',
        '',
        '',
      ],
    ];

    it('have lines of their own where rows of several lengths are equally long with them', () => {
      assert.deepEqual(bound([...HEAD, ...MARKS, ...ROWS].join('\n')).slice(-2), [
        ...['20805 合计 9', '20805 工资福利支出 9'],
      ]);
    });
  });

  it('have the word of a total in the column of codes where no other row is', () => {
    const head = ['', '', '', '基本支出', '', '', '项目支出', ''];
    const below = [
      '单位代码',
      '单位名称',
      '总计',
      '小计',
      '人员经费',
      '公用经费',
      '小计',
      '本级资金项目支出',
    ];
    const placed = bound(
      [...head, ...below, '合计', '', '9.00', '5.00', '3.00', '2.00', '4.00', '4.00'].join('\n'),
    );
    assert.deepEqual(placed.slice(0, 2), ['合计 总计 9', '合计 基本支出›小计 5']);
  });
});
