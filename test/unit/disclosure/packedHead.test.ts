import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import type { Table } from '#core/disclosure/table.ts';
import { parse } from '#core/syntax/parse.ts';

/** A table of a web page: a bar behind each cell, and behind the last the bars of the cells that merged ones cover. */
function page(width: number, ...rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => `${row.map((cell) => `${cell} |`).join(' ')}${' |'.repeat(width - row.length)}`)
    .join('\n');
}

/** The last table of a text. */
function tableOf(text: string): Table {
  const placed = readDisclosure(parse(`部门支出总表\n单位：万元\n${text}`)).tables.at(-1);
  assert.ok(placed);
  return placed.table;
}

/** What stands in the row of a name, by the headings above it; percentages are no amounts. */
function rowOf(name: string, text: string): string[] {
  return bindingsOf(tableOf(text)).flatMap(({ row, column, amount }) =>
    row?.label === name ? `${column?.path.join('›')} ${amount.value}` : [],
  );
}

function headsOf(text: string): string[] {
  return tableOf(text).columns.map(({ path }) => path.join('›'));
}

describe('headings of web pages that were packed to the left', () => {
  const CHANGES = [
    ['合计', '81.20', '73.08', '-8.12', '-10.00%'],
    ['公务接待费', '21.20', '18.08', '-3.12', '-14.72%'],
    ['公务用车运行费', '60.00', '55.00', '-5.00', '-8.33%'],
  ];

  it('stand where the signs of percentages show their group', () => {
    const head = [
      ['项目', '上年预算数', '本年预算数', '比上年增减情况'],
      ['增减金额', '增减幅度'],
    ];
    const text = page(5, ...head, ...CHANGES);
    assert.deepEqual(rowOf('公务接待费', text), [
      ...['上年预算数 21.2', '本年预算数 18.08', '比上年增减情况›增减金额 -3.12'],
    ]);
    assert.equal(headsOf(text).at(-1), '比上年增减情况›增减幅度');
  });

  it('stand where percentages without signs show it', () => {
    const head = [
      ['项目', '2023年决算数', '2024年预算数', '2024年执行数'],
      ['金额', '占预算%', '比上年增长%'],
    ];
    const rows = [
      ['增值税', '250', '280', '270', '96.43', '8.00'],
      ['房产税', '40', '50', '44', '88.00', '10.00'],
      ['契税', '80', '70', '84', '120.00', '5.00'],
    ];
    const text = page(6, ...head, ...rows);
    assert.deepEqual(rowOf('契税', text), [
      ...['2023年决算数 80', '2024年预算数 70', '2024年执行数›金额 84'],
    ]);
    assert.deepEqual(headsOf(text).slice(4), ['2024年执行数›占预算%', '2024年执行数›比上年增长%']);
  });

  it('stand where the totals of a group in the midst show it', () => {
    const head = [
      ['单位名称', '合计', '基本支出', '项目支出'],
      ['小计', '人员经费', '公用经费'],
    ];
    const rows = [
      ['某县统计局', '97.00', '61.00', '52.40', '8.60', '36.00'],
      ['某县统计普查中心', '45.00', '40.00', '37.20', '2.80', '5.00'],
    ];
    assert.deepEqual(rowOf('某县统计局', page(6, ...head, ...rows)), [
      ...['合计 97', '基本支出›小计 61', '基本支出›人员经费 52.4'],
      ...['基本支出›公用经费 8.6', '项目支出 36'],
    ]);
  });

  it('stand where the total in front of all columns shows it', () => {
    const head = [
      ['单位名称', '合计', '上年结转', '一般公共预算拨款收入', '事业收入', '其他收入'],
      ['金额', '其中：教育收费'],
    ];
    const rows = [
      ['某县第一中学', '95.00', '10.00', '73.00', '8.00', '3.00', '4.00'],
      ['某县第二中学', '61.00', '6.00', '48.00', '5.00', '2.00', '2.00'],
    ];
    assert.deepEqual(rowOf('某县第二中学', page(7, ...head, ...rows)), [
      ...['合计 61', '上年结转 6', '一般公共预算拨款收入 48', '事业收入›金额 5'],
      ...['事业收入›其中:教育收费 2', '其他收入 2'],
    ]);
  });

  it('are groups of which nothing tells the columns, above a line that heads all of them', () => {
    const head = [
      ['收入', '支出'],
      ['项目', '预算数', '项目', '预算数'],
    ];
    const rows = [
      ['一般公共预算拨款收入', '52.00', '教育支出', '49.00'],
      ['事业收入', '7.00', '住房保障支出', '10.00'],
    ];
    assert.deepEqual(headsOf(page(4, ...head, ...rows)), ['项目', '预算数', '项目', '预算数']);
  });

  it('head nothing but the names where nothing shows which of them is the group', () => {
    const head = [
      ['项目', '年初安排', '年中追加', '年末结转'],
      ['中央', '地方'],
    ];
    const rows = [
      ['农田水利', '11.00', '7.00', '5.00', '3.00'],
      ['河道整治', '12.00', '9.00', '8.00', '2.00'],
    ];
    assert.deepEqual(headsOf(page(5, ...head, ...rows)), ['项目', '', '', '', '']);
  });

  it('are left as they are where bars in front show their blank cells', () => {
    const text = [
      ...['| 项目 | 上年预算数 | 本年预算数 | 增减 | |', '| | | | 金额 | 幅度 |'],
      '| 公务接待费 | 21.20 | 18.08 | -3.12 | -14.72% |',
    ].join('\n');
    assert.deepEqual(rowOf('公务接待费', text), [
      ...['上年预算数 21.2', '本年预算数 18.08', '增减›金额 -3.12'],
    ]);
  });
});

describe('bars at the ends of all rows of a web page', () => {
  it('are of no column', () => {
    const rows = [
      ['“三公”经费预算情况统计表'],
      ['项目', '本年预算数', '备注'],
      ['合计', '73.08'],
      ['公务接待费', '18.08'],
      ['公务用车运行费', '55.00', '含公务平台用车'],
    ];
    assert.deepEqual(rowOf('公务接待费', page(6, ...rows)), ['本年预算数 18.08']);
  });

  it('may be of blank cells where a row shows a cell there', () => {
    const rows = [
      ['项目', '上年预算数', '本年预算数'],
      ['公务接待费', '18.08'],
      ['公务用车运行费', '58.00', '55.00'],
    ];
    assert.deepEqual(rowOf('公务接待费', page(3, ...rows)), []);
  });
});

describe('the card of a page of 政府信息公开', () => {
  const TABLE = [
    ['附件1'],
    ['2024年“三公”经费支出预算表'],
    ['单位:万元'],
    ['项目', '2023年预算数', '2024年预算数'],
    ['合计', '81.20', '73.08'],
    ['公务接待费', '21.20', '18.08'],
    ['公务用车运行费', '60.00', '55.00'],
  ];

  it('is no part of the table behind it', () => {
    const card = [
      ['索引号:', '0153-2024-001', '文号:'],
      ['发布日期:', '2024-03-01', '发布机构:', '某县统计局'],
    ];
    const text = `${page(4, ...card)}\n${page(3, ...TABLE)}`;
    assert.deepEqual(headsOf(text), ['项目', '2023年预算数', '2024年预算数']);
    assert.equal(tableOf(text).title?.text, '2024年“三公”经费支出预算表');
  });

  it('is not what a list of notices is that has such columns', () => {
    const list = [
      ['项目', '文号', '金额'],
      ['培训费', '县财〔2024〕1号', '3.00'],
      ['会议费', '县财〔2024〕2号', '2.00'],
    ];
    assert.deepEqual(rowOf('会议费', page(3, ...list)), ['金额 2']);
  });
});
