import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { headingWords } from '#core/syntax/headingWords.ts';
import { parse } from '#core/syntax/parse.ts';

/** What is said of each amount: its row, its heading and its value, or only why it is not bound. */
function bound(text: string): string[] {
  return readDisclosure(parse(`部门支出总表\n单位：万元\n${text.replace(/^\n/, '')}`)).tables.flatMap(
    ({ table }) =>
      bindingsOf(table).map(({ row, column, amount, certainty, reason }) =>
        certainty === 'unknown'
          ? reason
          : [row?.code ?? row?.label, column?.path.join('›'), amount.value.toString()].join(' '),
      ),
  );
}

// As pdftotext lays them out: where room is short lines are shifted against each other.
const TIGHT = `
 类 款 项 科目名称   合计 基本支出 项目支出 上缴上级支出
201       一般公共服务支出 426115921 112763339 313350582 2000
201 03    政府办公厅 426115921 112763339 313350582 2000
201 03 01 行政运行 112763339 112763339
201 03 02 一般行政管理事务 313350582             313350582
201 03 03 机关服务 2000                                  2000
`;

const WRAPPED = `
科目编     科目名称      合计 一般公共 政府性基 事业 附属单位
  码                     预算拨款 金预算拨 收入 上缴收入
                           收入     款收入
201   一般公共服务支出 100.00 60.00 20.00 15.00 5.00
20103 政府办公厅       100.00 60.00 20.00 15.00 5.00
2010301 行政运行       80.00 50.00 10.00 15.00 5.00
2010302 机关服务       20.00 10.00 10.00 0.00 0.00
`;

describe('an aligned table whose places do not tell its columns', () => {
  it('has the columns of its headings, in order, where a row fills all of them', () => {
    assert.deepEqual(bound(TIGHT).slice(0, 8), [
      ...['201 合计 426115921', '201 基本支出 112763339', '201 项目支出 313350582', '201 上缴上级支出 2000'],
      ...['20103 合计 426115921', '20103 基本支出 112763339', '20103 项目支出 313350582'],
      '20103 上缴上级支出 2000',
    ]);
  });

  it('has figures of rows with blanks where sums show their columns', () => {
    assert.deepEqual(bound(TIGHT).slice(8), [
      ...['2010301 合计 112763339', '2010301 基本支出 112763339'],
      ...['2010302 合计 313350582', '2010302 项目支出 313350582'],
      ...['2010303 合计 2000', '2010303 上缴上级支出 2000'],
    ]);
  });

  it('has wrapped headings, if each is one that tables have', () => {
    assert.deepEqual(bound(WRAPPED).slice(0, 5), [
      ...['201 合计 100', '201 一般公共预算拨款收入 60', '201 政府性基金预算拨款收入 20'],
      ...['201 事业收入 15', '201 附属单位上缴收入 5'],
    ]);
  });

  it('has a column of projects beside that of the names, where both headings are as high', () => {
    const rows = `
科目编     科目名称       项目      合计 一般公共 政府性基
  码                                     预算拨款 金预算拨
                                           收入     款收入
2010301 行政运行         办公设备 80.00 50.00 30.00
2010302 机关服务         食堂改造 20.00 10.00 10.00
2010303 一般行政管理事务 档案整理 15.00 10.00 5.00
2010350 事业运行         网络维护 12.00 10.00 2.00
`;
    const first = ['2010301 合计 80', '2010301 一般公共预算拨款收入 50', '2010301 政府性基金预算拨款收入 30'];
    assert.deepEqual(bound(rows).slice(0, 3), first);
  });

  it('has none where a line of a heading is missing', () => {
    const torn = WRAPPED.replace('款收入\n', '\n');
    assert.ok(bound(torn).every((each) => !each.includes('基金')));
  });

  it('is left alone where figures are wrapped as well', () => {
    const wrapped = TIGHT.replace('112763339\n201 03 02', '1127633\n          39        39\n201 03 02');
    assert.ok(!bound(wrapped).some((each) => each.includes(' 1127633') && !each.includes('112763339')));
  });

  it('goes on over pages that have no headings, with other places', () => {
    const next = `\f201 03 50 事业运行            9.00   9.00   0.00   0.00\n201 03 99 其他支出            1.00   1.00   0.00   0.00\n`;
    assert.deepEqual(bound(TIGHT + next).slice(14, 18), [
      ...['2010350 合计 9', '2010350 基本支出 9', '2010350 项目支出 0', '2010350 上缴上级支出 0'],
    ]);
  });
});

describe('words of headings', () => {
  it('are whole to the last character', () => {
    assert.equal(headingWords('一般公共预算拨款收入').isLeaf, true);
    assert.equal(headingWords('一般公共预算拨款收').isLeaf, false);
    assert.equal(headingWords('公共预算拨款收入').isLeaf, false);
  });

  it('may go on where more characters make a heading of them', () => {
    assert.equal(headingWords('一般公共预').mayGoOn, true);
    assert.equal(headingWords('公共预').mayGoOn, false);
  });

  it('are the same of every year, with a unit and with a number', () => {
    assert.ok(
      ['2023年预算数', '预算数（万元）', '一、一般公共预算财政拨款收入'].every(
        (each) => headingWords(each).isLeaf,
      ),
    );
    assert.equal(headingWords('2024年预算数比2023年执行数').isGroup, true);
  });
});
