import { strict as assert } from 'node:assert';
import { flattenedDialect } from '#core/syntax/dialects/flattened.ts';
import { pipeDialect } from '#core/syntax/dialects/pipe.ts';
import { tabDialect } from '#core/syntax/dialects/tab.ts';
import { parse } from '#core/syntax/parse.ts';
import { onlyTable, rowsOf } from './tables.ts';

/** The cells of a line as text, each checked to stand where its span says. */
function cells(dialect: typeof tabDialect, line: string): string[] {
  return dialect.readRow(line, 0).cells.map(({ span, text }) => {
    assert.equal(line.slice(span.start, span.end), text);
    return text;
  });
}

describe('tab dialect', () => {
  it('keeps empty cells and trims blanks of every kind', () => {
    assert.deepEqual(cells(tabDialect, '\t合计\t 2, 473. 07\u3000\t\t'), ['', '合计', '2, 473. 07', '', '']);
  });

  it('tells rows from indented prose', () => {
    assert.ok(tabDialect.recognises('项目\t预算数'));
    assert.ok(tabDialect.recognises('\t\t合计'));
    assert.ok(!tabDialect.recognises('\t根据预算法，现将预算公开如下。'));
    assert.ok(!tabDialect.recognises('没有制表符的一行'));
  });

  it('goes over a line without tabs that stands between rows', () => {
    const { blocks } = parse('项目\t金额\n续上行的文字\n合计\t1.00\n\n正文');
    assert.deepEqual(
      blocks.map(({ node }) => [node.kind, node.lineCount]),
      [
        ['table', 3],
        ['blank', 1],
        ['text', 1],
      ],
    );
  });

  it('goes over names that have lost their tabs, where figures follow, and begins with lines of groups', () => {
    const kinds = (text: string) => parse(text).blocks.map(({ node }) => [node.kind, node.lineCount]);
    assert.deepEqual(kinds('收入\t5.00\n六、事业收入\n七、其他收入\n合计\t5.00'), [['table', 4]]);
    assert.deepEqual(kinds('\t2023年\n\t基本支出\n名称\t合计\t人员\n甲\t1.00\t1.00'), [['table', 4]]);
    assert.deepEqual(kinds('收入\t5.00\n以上为收入。\n以下为支出。\n合计\t5.00'), [
      ['table', 1],
      ['text', 2],
      ['table', 1],
    ]);
  });

  it('joins a quoted cell that goes over lines, in headings and in rows', () => {
    const text = '编码\t"科目\n名称"\t"预算\n数"\n201\t"一般公共\n服务\n支出"\t5.00\t\n合计\t\t5.00\t\n';
    assert.deepEqual(rowsOf(text, 'tab'), [
      ['编码', '科目名称', '预算数'],
      ['201', '一般公共服务支出', '5.00', ''],
      ['合计', '', '5.00', ''],
    ]);
  });

  it('joins nothing where a quote is not closed, and knows no place where a break parts a number', () => {
    assert.deepEqual(rowsOf('编码\t"名称\n201\t公共\t5.00\n208\t社保\t1.00', 'tab')[0], ['编码', '"名称']);
    const { rows } = onlyTable('科目\t合计\n"20103\n01-运行"\t5.00\n合计\t5.00', 'tab');
    assert.deepEqual(
      rows.map(({ unsure = false }) => unsure),
      [false, true, false],
    );
  });

  it('reads numbers without the marks by which a spreadsheet tells them from words', () => {
    const line = "'2010301\t‘一般’\t’1,234.50\t\"1,234.50\"\t'(0.50)\t'20年";
    assert.deepEqual(cells(tabDialect, line), [
      '2010301',
      '‘一般’',
      '1,234.50',
      '1,234.50',
      '(0.50)',
      "'20年",
    ]);
  });
});

describe('pipe dialect', () => {
  it('reads cells with and without the closing pipe', () => {
    assert.deepEqual(cells(pipeDialect, '| 201 | 一般公共服务支出 | | 1,866.11 |'), [
      '201',
      '一般公共服务支出',
      '',
      '1,866.11',
    ]);
    assert.deepEqual(cells(pipeDialect, '  | a | b'), ['a', 'b']);
  });

  it('reads rows without a pipe in front, and does not trust the places of cells where one is blank', () => {
    assert.deepEqual(cells(pipeDialect, '201 | 一般公共服务支出 | 1,866.11 |'), [
      '201',
      '一般公共服务支出',
      '1,866.11',
    ]);
    assert.equal(pipeDialect.readRow('201 | 一般公共服务支出 | 1,866.11 |', 0).unsure, undefined);
    assert.equal(pipeDialect.readRow('201 | 1,866.11 ||', 0).unsure, true);
    assert.equal(pipeDialect.readRow('| 201 | | 1,866.11 |', 0).unsure, undefined);
    for (const prose of ['来源 | 日期', '合计 |', 'a \\|', '说明：甲|乙|丙']) {
      assert.ok(!pipeDialect.recognises(prose), prose);
    }
  });

  it('leaves an escaped pipe in its cell', () => {
    assert.deepEqual(cells(pipeDialect, '| a\\|b | c |'), ['a\\|b', 'c']);
  });

  it('knows the line of dashes wherever it stands', () => {
    assert.ok(pipeDialect.readRow('|---|:---:| --- |', 0).separator);
    assert.ok(pipeDialect.readRow('| |---|', 0).separator);
    assert.ok(!pipeDialect.readRow('| - | 1.00 |', 0).separator);
  });

  it('knows that blank cells are kept where one stands between filled ones', () => {
    const text =
      '编码 | 名称 | 合计 | 基本 | 项目 |\n201 | 甲 | 4.00 | 4.00 ||\n202 | 乙 | 2.00 | | 2.00 |\n| 合计 | 6.00 | 4.00 | 2.00 |';
    const { rows } = onlyTable(text, 'pipe');
    assert.deepEqual(rowsOf(text, 'pipe').slice(1), [
      ['201', '甲', '4.00', '4.00', ''],
      ['202', '乙', '2.00', '', '2.00'],
      ['', '合计', '6.00', '4.00', '2.00'],
    ]);
    assert.ok(rows.every(({ unsure }) => !unsure));
  });

  it('knows no such thing where none does, or where rows have fewer cells', () => {
    const head = '编码 | 名称 | 合计 | 基本 | 项目 |\n201 | 甲 | 4.00 | 4.00 ||\n';
    for (const row of ['202 | 乙 | 2.00 | 2.00 ||', '202 | 乙 | 2.00 | | 2.00 |\n203 | 丙 | 2.00 | 2.00 |'])
      assert.ok(onlyTable(head + row, 'pipe').rows[1]?.unsure);
  });
});

describe('flattened dialect', () => {
  const row = '2010306 政务公开审批 5, 188. 13 923. 55 737. 27 186. 28 4, 264. 58';

  it('joins the digits OCR pulled apart', () => {
    assert.deepEqual(cells(flattenedDialect, row), [
      '2010306',
      '政务公开审批',
      '5, 188. 13',
      '923. 55',
      '737. 27',
      '186. 28',
      '4, 264. 58',
    ]);
  });

  it('parts a code from the name glued to it', () => {
    assert.deepEqual(cells(flattenedDialect, '201一般公共服务 1,200.00 1,200.00'), [
      '201',
      '一般公共服务',
      '1,200.00',
      '1,200.00',
    ]);
  });

  it('is not prose with figures', () => {
    assert.ok(flattenedDialect.recognises(row));
    assert.ok(
      !flattenedDialect.recognises('2021 年年初预算数 1932.33 万元，比上年增加 1239.94 万元，增长 10.50 %。'),
    );
    assert.ok(!flattenedDialect.recognises('截至 2022 年 12 月 31 日,部门共有车辆 0 辆'));
  });
});
