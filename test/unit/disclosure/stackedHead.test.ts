import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { relateTable } from '#core/relations/tableRelations.ts';
import { parse } from '#core/syntax/parse.ts';
import { bound } from '../../support/bound.ts';

const text = (...rows: readonly (readonly string[])[]) => rows.flat().join('\n');
const failing = (lines: string) => {
  const [placed] = readDisclosure(parse(`部门支出总表\n单位：万元\n${lines}`)).tables;
  assert.ok(placed);
  return relateTable(placed.table).broken.map(({ relation }) => relation.total.cell.text);
};

const THREE = [
  ['单位名称（科目）', '单位代码', '总计', '基本支出', '项目支出'],
  ['小计', '工资福利支出', '商品和服务支出', '小计', '部门项目', '公共项目'],
  ['小计', '经常性项目', '一次性项目', '小计', '经常性项目', '一次性项目'],
];
/** Without it rows as long as these are told by their length. */
const PAGE = ['', '12', ''];
const UNITS = [
  [
    '某某市城市管理局',
    '056',
    '36.00',
    '3.00',
    '1.00',
    '2.00',
    '33.00',
    '11.00',
    '5.00',
    '6.00',
    '22.00',
    '10.00',
    '12.00',
  ],
  [
    '行政运行',
    '2120101',
    '18.00',
    '3.00',
    '1.00',
    '2.00',
    '15.00',
    '5.00',
    '2.00',
    '3.00',
    '10.00',
    '4.00',
    '6.00',
  ],
  ['城管执法', '2120104', '9.00', '-', '-', '-', '9.00', '3.00', '2.00', '1.00', '6.00', '3.00', '3.00'],
  ['住房公积金', '2210201', '9.00', '-', '-', '-', '9.00', '3.00', '1.00', '2.00', '6.00', '3.00', '3.00'],
];

describe('headings of several lines, one cell a line', () => {
  it('stand over each other as the sums of the rows bear out', () => {
    const [first = [], ...others] = UNITS;
    const lines = text(...THREE, first, PAGE, ...others);
    assert.deepEqual(bound(lines).slice(0, 3), ['056 总计 36', '056 小计 3', '056 工资福利支出 1']);
    assert.deepEqual(failing(lines), []);
    const broken = failing(text(...THREE, first.with(6, '34.00'), PAGE, ...others));
    assert.deepEqual(new Set(broken), new Set(['36.00', '34.00']));
  });

  it('tell nothing where the rows do not add up as they say', () => {
    const wrong = UNITS.map((row, at) => row.with(6, `${40 + 7 * at}.00`));
    assert.deepEqual(failing(text(...THREE, ...wrong.slice(0, 1), PAGE, ...wrong.slice(1))), []);
  });

  it('tell which figures are blank where the year before and the change stand beside this one', () => {
    const head = [
      ['功能分类科目', '2023年执行数', '2024年预算数', '2024年预算数比2023年执行数'],
      ['科目编码', '科目名称', '小计', '基本支出', '项目支出', '增减额', '增减%'],
    ];
    const rows = [
      ['208', '社会保障和就业支出', '70.00', '65.00', '65.00', '-5.00', '-7.14%'],
      ['20805', '养老支出', '70.00', '65.00', '65.00', '-5.00', '-7.14%'],
      ['222', '粮油物资储备支出', '700.00', '670.00', '480.00', '190.00', '-30.00', '-4.29%'],
      ['22201', '粮油物资事务', '700.00', '670.00', '480.00', '190.00', '-30.00', '-4.29%'],
      ['2220101', '行政运行', '470.00', '480.00', '480.00', '10.00', '2.13%'],
      ['2220150', '事业运行', '230.00', '190.00', '190.00', '-40.00', '-17.39%'],
      ['合计', '770.00', '735.00', '545.00', '190.00', '-35.00', '-4.55%'],
    ];
    const placed = bound(text(...head, ...rows));
    assert.deepEqual(
      placed.filter((each) => each.startsWith('2220150')),
      ['2220150 2023年执行数 230', '2220150 小计 190', '2220150 项目支出 190', '2220150 增减额 -40'],
    );
  });
});

describe('a table of one cell a line that goes on behind a page', () => {
  const HEAD = ['科目名称', '科目编码', '合计', '基本支出', '项目支出'];
  const rows = [
    ['一般公共服务支出', '201', '9.00', '6.00', '3.00'],
    ['政府办公厅', '20103', '9.00', '6.00', '3.00'],
    ['行政运行', '2010301', '6.00', '6.00', '0.00'],
    ['事业运行', '2010350', '3.00', '0.00', '3.00'],
    ['合计', '9.00', '6.00', '3.00'],
  ];

  it('may have the name of its next row in front of the code', () => {
    const lines = text(HEAD, ...rows.slice(0, 3), ['', '12', ''], ...rows.slice(3));
    assert.ok(bound(lines).includes('2010350 合计 3'));
  });

  it('lacks rows where what follows could not be read', () => {
    const lines = text(HEAD, ...rows.slice(0, 3), ['', '', '见下页', '', ''], ...rows.slice(3));
    assert.deepEqual(failing(lines), []);
  });
});
