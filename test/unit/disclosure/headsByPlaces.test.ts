import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

/** What is said of each amount of one table: its row, its heading and its value, or only why it is not bound. */
function bound(title: string, text: string): string[] {
  return readDisclosure(parse(`${title}\n单位：万元\n\n${text.replace(/^\n/, '')}`)).tables.flatMap(
    ({ table }) =>
      bindingsOf(table).map(({ row, column, amount, certainty, reason }) =>
        certainty === 'unknown'
          ? reason
          : [row?.code ?? row?.label, column?.path.join('›'), amount.value.toString()].join(' '),
      ),
  );
}

// As pdftotext lays them out: headings in the middle of narrow cells, those of an even number of lines between others.
const EVEN_AND_ODD = `
               项目
                                                对附属
功能分                        本年支出 基本支 项目支 上缴上 经营支
                                                单位补
类科目              科目名称       合计   出   出  级支出  出
                                                助支出
 编码
栏次                               1       2        3   4   5   6
合计                         1,200.00 500.00 700.00
201     一般公共服务支出           1,200.00 500.00 700.00
20102   政协事务               1,200.00 500.00 700.00
2010201 行政运行                 500.00 500.00
2010204 政协会议                 700.00        700.00
`;

const TWO_LISTS = `
             收入                               支出
                                                                政府性 国有资
                                                           一般公共
        项目            预算数             项目           合计           基金预 本经营
                                                            预算
                                                                 算   预算
一、本年收入            1,500.00 一、本年支出              1,500.00 1,500.00 -           -
（一）一般公共预算拨款       1,500.00 （一）一般公共服务支出         1,400.00 1,400.00 -           -
（二）政府性基金预算拨款      -         （二）国防支出            -           -         -       -
二、上年结转            -         （三）公共安全支出          100.00         100.00         -       -
收入总计              1,500.00 支出总计                1,500.00 1,500.00 -           -
`;

const ONE_ROW = `
          公务用车购置及运行费
“三公 因公出
”经费 国（境          公务用 公务用 公务接
 合计  ）费   小计     车购置 车运行 待费
                  费   费
10.50     2.10        2.10   8.40
`;

const GROUP_OF_FOUR = `
  功能分类科目编码                                                财政拨款收入
                                                                      财政专
                             功能分类科目名称     总计                  政府性 国有资 户管理 单位资 上年结
                                                          一般公
  类   款        项                                  小计          基金预 本经营 资金 金收入   转
                                                          共预算
                                                               算   预算
201                 一般公共服务支出              950.00    920.00    920.00 -   -       -   -       30.00
201       29        群众团体事务                950.00    920.00    920.00 -   -       -   -       30.00
201       29       01 行政运行                650.00    650.00    650.00 -   -       -   -   -
201       29       02 一般行政管理事务            300.00    270.00    270.00 -   -       -   -       30.00
                    合计                   950.00 920.00 920.00 -    -       -   -       30.00
`;

// The heading of the last column could be a line of either neighbour.
const UNKNOWN = `
科目编码 科目名称  合计  某某 其他
                       甲乙   丙
201  一般公共服务支出 30.00 10.00
20103 政府办公厅 30.00 20.00
`;

describe('an aligned table with wrapped headings', () => {
  it('has them put together by their middles, and figures below them where columns are blank throughout', () => {
    assert.deepEqual(bound('支出决算表', EVEN_AND_ODD).slice(0, 3), [
      '合计 本年支出合计 1200',
      '合计 基本支出 500',
      '合计 项目支出 700',
    ]);
    assert.deepEqual(bound('支出决算表', EVEN_AND_ODD).slice(-4), [
      ...['2010201 本年支出合计 500', '2010201 基本支出 500'],
      ...['2010204 本年支出合计 700', '2010204 项目支出 700'],
    ]);
  });

  it('has those of two lists, of which one ends first', () => {
    const amounts = bound('财政拨款收支总表', TWO_LISTS);
    assert.deepEqual(amounts.slice(0, 3), [
      '一、本年收入 预算数 1500',
      '一、本年支出 合计 1500',
      '一、本年支出 一般公共预算 1500',
    ]);
    assert.deepEqual(amounts.slice(-3), [
      '收入总计 预算数 1500',
      '支出总计 合计 1500',
      '支出总计 一般公共预算 1500',
    ]);
  });

  it('has one row without a name below them', () => {
    const values = bound('“三公”经费支出表', ONE_ROW);
    assert.deepEqual(values, [
      ...[' “三公”经费合计 10.5', ' 小计 2.1', ' 公务用车运行费 2.1', ' 公务接待费 8.4'],
    ]);
  });

  it('has a subtotal under the heading of its group, which does not reach to what stands beside it', () => {
    assert.deepEqual(bound('部门收入总体情况表', GROUP_OF_FOUR).slice(0, 4), [
      ...['201 总计 950', '201 财政拨款收入小计 920', '201 一般公共预算 920'],
      '201 上年结转 30',
    ]);
  });

  it('has none where lines may belong to several', () => {
    assert.ok(bound('支出表', UNKNOWN).every((each) => !/[某甲丙]/.test(each)));
  });
});
