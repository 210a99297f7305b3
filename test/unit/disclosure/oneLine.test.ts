import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { rowAt } from '#core/disclosure/locate.ts';
import { cutIntoRows } from '#core/disclosure/unmarked/sequence/cut.ts';
import { parse } from '#core/syntax/parse.ts';

const TITLE = '一般公共预算基本支出表\n';
const HEAD = '填报单位:某市档案馆 单位:万元 科目编码 科目名称 合计';

/** What is said of each amount of the table: its row and its value with the unit, or only why it is not bound. */
function bound(line: string): string[] {
  const tables = readDisclosure(parse(TITLE + line)).tables;
  return tables.flatMap(({ table }) =>
    bindingsOf(table).map(({ row, column, amount, unit, certainty, reason }) =>
      certainty === 'unknown'
        ? reason
        : [row?.code ?? row?.label, column?.path.join('›'), `${amount.value}${unit}`].join(' '),
    ),
  );
}

describe('a table on one line', () => {
  it('has a row for each code', () => {
    const rows = '301 工资福利支出 80.00 30101 基本工资 50.00 30102 津贴补贴 30.00 302 商品和服务支出 4.50';
    assert.deepEqual(bound(`${HEAD} 合计 84.50 ${rows} 30201 办公费 4.50`), [
      ...['合计 合计 84.5万元', '301 合计 80万元', '30101 合计 50万元', '30102 合计 30万元'],
      ...['302 合计 4.5万元', '30201 合计 4.5万元'],
    ]);
  });

  it('finds the figure of a row whose parts were swapped, and leaves blank rows blank', () => {
    const rows = [
      '301 工资福利支出 80.00 30101 基本工资 50.00 津贴补贴 30102 20.00',
      '10.00 30107 绩效工资 30113 住房公积金 302 商品和服务支出 12.30',
      '办公费 4.50 30201 30202 印刷费 1.50 30211 差旅费 6.30',
    ];
    assert.deepEqual(bound(`${HEAD} 合计 92.30 ${rows.join(' ')}`), [
      ...['合计 合计 92.3万元', '301 合计 80万元', '30101 合计 50万元', '30102 合计 20万元'],
      ...['30107 合计 10万元', '302 合计 12.3万元', '30201 合计 4.5万元', '30202 合计 1.5万元'],
      '30211 合计 6.3万元',
    ]);
  });

  it('has the figures of a row under several headings where it has all of them', () => {
    const head = '科目编码 科目名称 合计 人员经费 公用经费';
    const rows =
      '301 工资福利支出 80.00 79.00 1.00 30101 基本工资 50.00 50.00 30102 津贴补贴 30.00 29.00 1.00';
    const more = '302 商品和服务支出 4.50 0.00 4.50 30201 办公费 4.50';
    assert.deepEqual(bound(`单位：万元 ${head} ${rows} ${more}`), [
      ...['301 合计 80万元', '301 人员经费 79万元', '301 公用经费 1万元', 'columns-lost', 'columns-lost'],
      ...['30102 合计 30万元', '30102 人员经费 29万元', '30102 公用经费 1万元'],
      ...['302 合计 4.5万元', '302 人员经费 0万元', '302 公用经费 4.5万元', 'columns-lost'],
    ]);
  });

  it('is left alone where a row ends with the figure that the next begins with: each has two', () => {
    const rows =
      '301 工资福利支出 80.00 80.00 30101 基本工资 302 商品和服务支出 6.30 6.30 30201 办公费 30202 印刷费';
    assert.ok(bound(`${HEAD} ${rows}`).every((each) => each === 'columns-lost'));
  });

  it('is left alone where its codes go up and down', () => {
    const rows =
      '30299 其他支出 1.00 30101 基本工资 2.00 30201 办公费 3.00 30102 津贴补贴 4.00 302 服务 5.00';
    assert.ok(bound(`${HEAD} ${rows}`).every((each) => each === 'columns-lost'));
  });

  it('is left alone where it has more columns than headings', () => {
    const rows = [301, 30101, 30102, 302, 30201].map((code) => `${code} 某某支出 5.00 3.00`).join(' ');
    assert.ok(bound(`${HEAD} ${rows}`).every((each) => each === 'columns-lost'));
  });

  it('is none where a list of 收支总表 has its labels and figures mixed', () => {
    const text =
      '项目 预算数 项目 预算数 一、财政拨款 61.00 201一般公共服务 58.00 202外交 203国防 二、其他收入 204公共安全 205教育 3.00 收入总计 61.00';
    assert.ok(bound(text).every((each) => each === 'columns-lost'));
  });

  it('is none where a paragraph speaks of codes and amounts', () => {
    const sentence =
      '2023年支出 100.00 万元，其中 2010301 行政运行 60.00 万元，2010302 一般行政管理事务 20.00 万元，2080505 养老保险 8.00 万元，2101101 行政单位医疗 7.00 万元，2210201 住房公积金 5.00 万元。';
    assert.ok(bound(sentence).every((each) => each === 'columns-lost'));
  });

  it('tells which of its rows a cursor is in', () => {
    const line = `${HEAD} 合计 9.00 301 工资福利支出 7.00 30101 基本工资 7.00 302 服务 2.00 30201 办公费 1.00 30202 印刷费 1.00`;
    const [placed] = readDisclosure(parse(TITLE + line)).tables;
    assert.ok(placed);
    const codeUnder = (words: string) =>
      rowAt(placed, { line: placed.line, character: line.indexOf(words) })?.code?.digits;
    assert.equal(codeUnder('基本工资'), '30101');
    assert.equal(codeUnder('2.00'), '302');
    assert.equal(codeUnder('印刷费'), '30202');
  });
});

describe('cutting a sequence into rows', () => {
  const cut = (kinds: string, figures: number) =>
    cutIntoRows(kinds, { figures, slips: true })?.map(({ start, end }) => kinds.slice(start, end));

  it('takes the order of most rows for that of all', () => {
    assert.deepEqual(cut('tfcwfcwcwf', 1), ['tf', 'cwf', 'cw', 'cwf']);
    assert.deepEqual(cut('wcfwcwcf', 1), ['wcf', 'wc', 'wcf']);
  });

  it('is undefined where a token is left over, or no order is that of most rows', () => {
    assert.equal(cut('cwfcwff', 1), undefined);
    assert.equal(cut('cwwc', 1), undefined);
    assert.equal(cut('', 1), undefined);
  });
});
