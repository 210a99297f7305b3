import { strict as assert } from 'node:assert';
import { wordsOf } from '#core/disclosure/labels.ts';
import { onlyTable } from './tables.ts';

/** The headings of a table by column, and whether it is certain whose they are. */
function headOf(text: string): { readonly headings: string[]; readonly sure: boolean } {
  const [row, ...rest] = onlyTable(text, 'aligned').rows.filter(({ cells }) =>
    cells.some((cell) => wordsOf(cell).includes('合计')),
  );
  assert.ok(row !== undefined && rest.length > 0, text);
  return { headings: row.cells.map(wordsOf), sure: row.unsure !== true };
}

describe('aligned dialect: headings', () => {
  it('stand left of figures that are flush right, where the cell is wide', () => {
    const text = `科目编码   科目名称                合计              基本支出            项目支出
201        一般公共服务支出                 1,910.96          1,571.15            339.81
2010301    行政运行                         1,571.15          1,571.15
2010399    其他支出                           339.81                              339.81
           合计                             1,910.96          1,571.15            339.81`;
    assert.deepEqual(headOf(text), {
      headings: ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      sure: true,
    });
  });

  it('are put together from all lines of their cells', () => {
    const text = `
                                           对个人和家
科目名称               合计                 庭的补助           项目
                                              支出             支出
行政运行           1,571.15                     71.15       1,500.00
机关服务             339.02                                   339.02
合计               1,910.17                     71.15       1,839.02`;
    assert.deepEqual(headOf(text), {
      headings: ['科目名称', '合计', '对个人和家庭的补助支出', '项目支出'],
      sure: true,
    });
  });

  it('stand below those of groups that are wrapped, known as one', () => {
    const text = `
科目编码   科目名称           2022               2023                     2023年
                                                                         预算数比
                            年执行数           年预算数                  2022年执行数
                                        合计     基本支出   项目支出     增减额     增减%
201        一般公共服务     1,946.21  3,867.73   3,000.00     867.73    1,921.52   98.73%
204        公共安全支出       946.21    867.73     800.00      67.73      -78.48   -8.29%
           合计             2,892.42  4,735.46   3,800.00     935.46    1,843.04   63.72%`;
    const { headings, sure } = headOf(text);
    assert.deepEqual(headings.slice(-5), ['合计', '基本支出', '项目支出', '增减额', '增减%']);
    assert.ok(sure);
  });

  it('are put together where the columns are numbered below them', () => {
    const text = `
科目名称               合计      商品和服         项目支出
                                 务支出
**                           1               2             3
教育支出             22,479.51          837.46     21,642.05
机关服务                339.02                        339.02
合计                 22,818.53          837.46     21,981.07`;
    assert.deepEqual(headOf(text), {
      headings: ['科目名称', '合计', '商品和服务支出', '项目支出'],
      sure: true,
    });
  });

  it('go on right above a total, whose name does not begin there', () => {
    const text = `
科目编码  科目名称             2023年         合计      项目支出
                               基本支出
          合计                     837.46  22,818.53     21,981.07
20501     教育管理事务支出         837.46  22,479.51     21,642.05
2050103   机关服务支出与预算安排              339.02        339.02`;
    const { rows } = onlyTable(text, 'aligned');
    assert.equal(
      rows.filter(({ cells }) => cells.some((cell) => wordsOf(cell).includes('基本支出'))).length,
      1,
    );
    assert.ok(rows.every(({ torn }) => !torn));
  });

  it('may have the same words in two lines of one header', () => {
    const text = `
科目编码  科目名称                      合计    比2024
                                               年执行数
                            2024                增减额
                          年执行数
201       教育支出          479.51     37.46    -442.05
20501     机关服务          339.02      1.00    -338.02
          合计              818.53     38.46    -780.07`;
    assert.deepEqual(headOf(text).headings.slice(2), ['2024年执行数', '合计', '比2024年执行数增减额']);
  });

  it('of columns without figures stand in the gaps between the others', () => {
    const text = `科目名称          合计    一般公共    政府性基金    国有资本    其他收入
行政运行        330.56      330.39                                  0.17
住房公积金       34.19       34.19
合计            364.75      364.58                                  0.17`;
    assert.deepEqual(headOf(text), {
      headings: ['科目名称', '合计', '一般公共', '政府性基金', '国有资本', '其他收入'],
      sure: true,
    });
  });

  it('are not certain where single blanks part more of them than there are columns', () => {
    const text = `科目编码  科目名称              合计 基本支出 项目支出 上缴上级支出 事业单位经营支出
201       一般公共服务支出    500,228,544 42,306 500,186,238
20105     统计信息事务        500,228,544 42,306 500,186,238
2010501   行政运行            500,228,544 42,306 500,186,238
          合计                500,228,544 42,306 500,186,238`;
    assert.equal(headOf(text).sure, false);
  });

  it('are not certain where a group may be that of the column that has no other', () => {
    const text = `科目名称                  合计                         支出
                                   人员
行政运行            330.56                      285.53
住房公积金           34.19                       34.19
合计                364.75                      319.72`;
    assert.equal(headOf(text).sure, false);
  });

  it('of lists may stand between their columns, over none', () => {
    const text = `
               收入                                               支出
                                            功能分类                              支出用途
        项目名称           金额          功能科目名称                金额            项目名称             金额
一、财政拨款               12,297.11  一、一般公共服务支出              9,271.56   一、基本支出             7,408.77
二、政府性基金预算拨款             80.00  二、社会保障和就业支出             3,105.55   二、项目支出             4,968.34
三、事业收入                          三、卫生健康支出                           三、结转
    收入合计             12,377.11    支出合计                 12,377.11   支出合计              12,377.11`;
    const heads = onlyTable(text, 'aligned').rows.slice(0, 3);
    assert.deepEqual(
      heads.map(({ cells }) => cells.map(wordsOf)),
      [
        ['收入', '', '支出', '', '', ''],
        ['', '', '功能分类', '', '支出用途', ''],
        ['项目名称', '金额', '功能科目名称', '金额', '项目名称', '金额'],
      ],
    );
  });
});

describe('aligned dialect: a figure typed anew', () => {
  const written = (figure: string) => `科目名称        合计    人员经费    公用经费    其他
合计          494.83      426.63       68.20    1.00
工资福利      413.87      413.87                1.00
基本工资       ${figure}       44.99                1.00
商品服务       68.20                   68.20
办公费          5.00                    5.00
印刷费         23.20                   23.20`;
  const rowOf = (figure: string) => {
    const row = onlyTable(written(figure), 'aligned').rows[3];
    return { cells: row?.cells.map(({ text }) => text), unsure: row?.unsure === true };
  };

  it('pushes those behind it, which stay in their columns', () => {
    for (const figure of ['44.99', '4.99', '449.90', '4,499.00'])
      assert.deepEqual(
        [figure, rowOf(figure)],
        [figure, { cells: ['基本工资', figure, '44.99', '', '1.00'], unsure: false }],
      );
  });

  it('leaves its row unsure where what stands behind it comes to stand elsewhere', () => {
    assert.equal(rowOf('44.99              ').unsure, true);
  });
});
