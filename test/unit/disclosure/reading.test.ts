import { strict as assert } from 'node:assert';
import {
  isTableTitle,
  readHeaderUnit,
  readUnitBelow,
  readUnitLine,
  readYear,
} from '#core/disclosure/context.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import type { Table } from '#core/disclosure/table.ts';
import { parse } from '#core/syntax/parse.ts';
import { seedTexts } from '../../support/seeds.ts';

function tablesOf(text: string): Table[] {
  return readDisclosure(parse(text)).tables.map(({ table }) => table);
}

function onlyTable(text: string): Table {
  const [table, second] = tablesOf(text);
  assert.ok(table && !second, 'exactly one table');
  return table;
}

describe('titles, units and years around a table', () => {
  it('knows a title from a sentence and a note', () => {
    for (const title of [
      '部门收支总表',
      '## 部门收入总体情况表',
      '表6 2022年一般公共预算基本支出情况表(按部门预算经济 科目)',
      '基本支出预算明细表-工资福利支出（按部门预算经济分类）',
    ]) {
      assert.ok(isTableTitle(title), title);
    }
    for (const line of [
      '备注：本表反映当年情况表',
      '详见部门收支总表。',
      '（具体预算公开报表） 另附',
      '单位：万元',
      '表',
    ]) {
      assert.ok(!isTableTitle(line), line);
    }
  });

  it('reads a unit over two lines, be the name of the body between them', () => {
    assert.equal(readUnitBelow(['单位：万'], '元'), '万元');
    assert.equal(readUnitBelow(['预算单位：某市某局', '       单位：万'], '     元'), '万元');
    assert.equal(readUnitBelow(['预算单位：某市某局'], '元'), '元');
    assert.equal(readUnitBelow(['单位：万'], '单位：元'), '元');
  });

  it('reads units, also where OCR mistook a character, and guesses nothing', () => {
    assert.equal(readUnitLine('单位：万元'), '万元');
    assert.equal(readUnitLine('金额单位: 元'), '元');
    assert.equal(readUnitLine('単位:亿元'), '亿元');
    assert.equal(readUnitLine('填报单位:某某局 单位: 万元 收 预算数'), '万元');
    assert.equal(readUnitLine('中世: 刀儿'), undefined);
    assert.equal(readUnitLine('（元）'), '元');
    assert.equal(readUnitLine('元）'), undefined, 'the end of （单位：万 above');
    assert.equal(readUnitLine('单位名称：某某局'), undefined);
    assert.equal(readHeaderUnit('预算数 (万元)'), '万元');
    assert.equal(readHeaderUnit('比率(%)'), undefined);
  });

  it('reads years', () => {
    assert.equal(readYear('2022年部门预算'), 2022);
    assert.equal(readYear('2023 年单位预算公开说明'), 2023);
    assert.equal(readYear('东编〔2022〕25号'), undefined);
  });

  it('gives a table without a unit that of the others', () => {
    const text =
      '部门支出总表\n单位：万元\n项目\t金额\n一、工资\t1.00\n\n部门收入总表\n项目\t金额\n一、拨款\t1.00\n';
    assert.deepEqual(
      tablesOf(text).map(({ unit }) => unit),
      [
        { unit: '万元', origin: 'line' },
        { unit: '万元', origin: 'document' },
      ],
    );
  });
});

describe('rows', () => {
  const kinds = (text: string) => onlyTable(text).rows.map(({ kind }) => kind);

  it('header, index row, data and a total in the end', () => {
    assert.deepEqual(
      kinds(
        '类\t款\t科目名称\t小计\n**\t**\t**\t1\n301\t\t工资福利支出\t5.00\n\t01\t基本工资\t5.00\n\t\t合计\t5.00',
      ),
      ['header', 'index', 'data', 'data', 'total'],
    );
  });

  it('a total in the beginning, a Markdown line in the midst', () => {
    assert.deepEqual(
      kinds(
        '| 科目编码 | 科目名称 | 小计 |\n| | 总计: | 6.00 |\n|---|---|---|\n| 201 | 一般公共服务支出 | 6.00 |',
      ),
      ['header', 'total', 'separator', 'data'],
    );
  });

  it('no total at all', () => {
    assert.deepEqual(kinds('编码\t名称\t金额\n2010350\t事业运行\t1368693\n2210201\t住房公积金\t151941'), [
      'header',
      'data',
      'data',
    ]);
  });

  it('years head the columns of a comparison', () => {
    assert.deepEqual(kinds('项目\t2022\t2021\n公务接待费\t0.70\t0.80'), ['header', 'data']);
  });

  it('a header repeated on the next page is no data', () => {
    assert.deepEqual(
      kinds('编码\t名称\t金额\n2010350\t事业运行\t1.00\n编码\t名称\t金额\n2210201\t住房公积金\t2.00'),
      ['header', 'data', 'header', 'data'],
    );
  });
});

describe('columns and blocks abreast', () => {
  it('tells amounts from ratios, quantities and remarks', () => {
    const { columns } = onlyTable(
      '项目名称\t采购数量\t合计\t占比\t备注\n文具\t2\t5.00\t10%\t第一批\n复印纸\t1\t6.00\t12%\t',
    );
    assert.deepEqual(
      columns.map(({ kind }) => kind),
      ['text', 'quantity', 'amount', 'ratio', 'text'],
    );
  });

  it('parts four blocks', () => {
    const [table] = tablesOf(
      '收入\t预算\t功能\t预算\t部门经济\t预算\t政府经济\t预算\n一、拨款\t9.00\t一、公共服务\t9.00\t一、工资\t9.00\t一、机关工资\t9.00\n二、其他\t1.00\t二、外交\t1.00\t二、商品\t1.00\t二、机关商品\t1.00\n收入总计\t10.00\t支出总计\t10.00\t支出总计\t10.00\t支出总计\t10.00\n',
    );
    assert.deepEqual(
      table?.sides.map((side) => [side.labelColumn, side.amountColumns.map(({ index }) => index)]),
      [
        [0, [1]],
        [2, [3]],
        [4, [5]],
        [6, [7]],
      ],
    );
  });

  it('reads the header of a body that stands one column right of it', () => {
    const table = onlyTable(
      '科目\t\t\t总计\t拨款\t\n类\t款\t项\t\t\t\n201\t03\t01\t行政运行\t6.00\t6.00\n208\t05\t05\t养老\t4.00\t4.00\n',
    );
    assert.equal(table.columns[4]?.label, '总计');
    assert.equal(table.columns[5]?.label, '拨款');
  });
});

describe('pages', () => {
  it('joins a page that repeats title and header, and one that is bare', () => {
    const [seed] = seedTexts('tongnan');
    assert.ok(seed);
    const tables = readDisclosure(parse(seed.text)).tables;
    const basic = tables.find(({ table }) => table.role === 'basic-expenditure');
    // 29 rows of codes on two pages: 301 with ten 款, 302 with sixteen, 303 with two, beside the total.
    assert.equal(basic?.table.rows.filter(({ code }) => code).length, 31);
    const income = tables.find(({ table }) => table.role === 'income');
    const last = income?.table.rows.findLast(({ code }) => code);
    assert.equal(last?.code?.digits, '2210201');
    assert.equal(
      last?.cells[4]?.text,
      '11.88',
      '一般公共预算拨款收入 is the fifth column, which the page lost two columns before',
    );
  });

  it('does not join what only looks alike', () => {
    assert.equal(
      tablesOf(
        '甲表\n编码\t名称\t金额\n2010350\t事业运行\t1.00\n\n乙表\n编码\t名称\t金额\n2210201\t住房公积金\t2.00\n',
      ).length,
      2,
    );
  });
});

describe('flattened tables', () => {
  it('knows the amounts and where they stand, and binds them to no column', () => {
    const text =
      '2023年部门支出总表\n\n填报单位:某某局 单位: 万元 2010306 政务公开审批 5, 188. 13 923. 55 2080501 行政单位离退休 7.06 7.06\n';
    const table = onlyTable(text);
    const [row] = table.rows;
    const amounts = row?.cells.flatMap((cell) => (cell?.amount ? cell.text : [])) ?? [];
    assert.deepEqual(amounts, ['5, 188. 13', '923. 55', '7.06', '7.06']);
    assert.deepEqual(table.unit, { unit: '万元', origin: 'line' });
    assert.equal(row?.bound, false);
    assert.deepEqual(table.columns, []);
  });
});
