import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

// As pdftotext lays pages out: each character takes one place, headings stand in the middle of their cells, and lines
// with narrow signs end a little further on than others.

const SHIFTED = `                       项目                       基本支出
经济分类科目编码
                       部门经济分类科目名称    合计             人员经费          公用经费
 类     款
 301        工资福利支出                   1,413,700      1,413,700
 301   01   基本工资                     1,213,600      1,213,600
 301   02   津贴补贴                         100,000       100,000
 301   12   其他社会保障缴费                       100,100       100,100
 302        商品和服务支出                    840,779                     840,779
 302   01   办公费                        790,779                     790,779
 302   02   印刷费                            50,000                      50,000
`;

const ABREAST = `
         财政拨款收入                                        财政拨款支出

    项目            预算数            项目           合计          一般公共预算      政府性基金预算

一、一般公共预算资金    9,501,164    一、社会保障和就业支出     8,661,624      8,661,624

二、政府性基金                    二、卫生健康支出        839,540        839,540

   收入总计       9,501,164         支出总计       9,501,164      9,501,164
`;

const STACKED = `
          本年收入                                               本年支出
                                                                        预算数
    项目             预算数               项目                                基本支出
                                                  合计                                         项目支出
                                                               人员经费           公用经费
一、财政拨款收入         91,016,775.35 一、一般公共服务支出    82,096,797.42   13,819,399.88    1,867,397.54 66,410,000.00
二、事业收入                        二、社会保障和就业支出    8,919,977.93    8,654,597.93     265,380.00
收入总计             91,016,775.35 支出总计          91,016,775.35   22,473,997.81    2,132,777.54 66,410,000.00
`;

const LEVELS_ABREAST = `
经济分类                                      经济分类
科目编码               科目名称         决算数       科目编码             科目名称     决算数
类     款                                   类     款
301        工资福利支出                363.43   302        商品和服务支出        53.95
301   01   基本工资                  262.33   302   01   办公费            21.21
301   02   津贴补贴                  101.10   302   02   印刷费             7.61
301   03   奖金                             302   07   邮电费            25.13
303        对个人和家庭的补助              69.41   310        资本性支出          13.58
303   02   退休费                    69.41   310   02   办公设备购置         13.58
`;

const AROUND = `
          项目

                       合计          基本支出       项目支出
 功能分类
               科目名称
 科目编码

           社会保障和就
208                     754.75       754.75      0.00
           业支出
           行政事业单位
20805                   754.75       754.75      0.00
           养老支出
           行政单位离退
2080501                 754.75       754.75      0.00
           休
212        城乡社区支出      3832.36      1572.70    2259.66
           城乡社区管理
21201                  1092.80      1084.02      8.78
           事务
           行政运行
2120101                1092.80      1084.02      8.78
           城乡社区规划
21202                  2739.56       488.68    2250.88
           与管理
`;

const SMALL_FIRST = `
项目名称        合计     上年结转  一般公共预算  政府性基金预算
信息平台升级     250         -              -             250
宣传经费     2274965     74608        1940594          259763
设备购置     4127678         -        4127678               -
`;

const COUNTED = `
科目名称   合计    财政拨款收入  财政专户管            事业收入  事业单位
                      理资金收入                      经营收入
行政运行   9.00          4.00                    5.00      0.00             0.00
机关服务   7.00          2.00                    5.00      0.00             0.00
合计       16.00         6.00                   10.00      0.00             0.00
`;

describe('a table as pdftotext lays it out', () => {
  it('has figures in columns that are far apart, though some end a little further on than others', () => {
    const read = bound(SHIFTED);
    assert.ok(read.includes('30202 合计 50000') && read.includes('30112 人员经费 100100'), read.join('\n'));
    assert.ok(!read.includes('columns-lost'));
  });

  it('begins with a row of small figures and dashes, which head nothing', () => {
    const read = bound(SMALL_FIRST);
    assert.deepEqual([read[0], read[2]], ['信息平台升级 合计 250', '宣传经费 合计 2274965']);
  });

  it('has the headings of lists over these, and none of them in those of columns', () => {
    assert.deepEqual(
      bound(ABREAST).slice(0, 3),
      [
        '一、一般公共预算资金 财政拨款收入›预算数 9501164',
        '一、社会保障和就业支出 财政拨款支出›合计 8661624',
        '一、社会保障和就业支出 财政拨款支出›一般公共预算 8661624',
      ].map((each) => each.replace(/财政拨款(?:收入|支出)›/, '')),
    );
  });

  it('has the headings of groups over a column, and no part of them in its own', () => {
    const read = bound(STACKED).filter((each) => each.startsWith('二、社会保障和就业支出'));
    assert.deepEqual(
      read.map((each) => each.replace(/ .*›/, ' ')),
      [
        '二、社会保障和就业支出 合计 8919977.93',
        '二、社会保障和就业支出 人员经费 8654597.93',
        '二、社会保障和就业支出 公用经费 265380',
      ],
    );
  });

  it('has 类 and 款 of a second list over its codes', () => {
    const read = bound(LEVELS_ABREAST);
    assert.equal(read.length, 11);
    assert.ok(
      !read.includes('no-heading') && read.some((each) => each.endsWith('决算数 25.13')),
      read.join('\n'),
    );
  });

  it('begins with a code whose name stands around its line, and knows by the catalogue what its lines make up', () => {
    const read = bound(AROUND);
    assert.deepEqual(read.slice(0, 6), [
      ...['208 合计 754.75', '208 基本支出 754.75', '208 项目支出 0'],
      ...['20805 合计 754.75', '20805 基本支出 754.75', '20805 项目支出 0'],
    ]);
  });

  it('does not give a line to a code that the catalogue calls otherwise', () => {
    const read = bound(AROUND);
    assert.ok(
      read.includes('2120101 基本支出 1084.02') && read.includes('21201 项目支出 8.78'),
      read.join('\n'),
    );
    assert.ok(bound(AROUND.replace('行政运行', '行政运营')).includes('no-label'));
  });

  it('has headings beside their columns in their order where there are as many of both', () => {
    const read = bound(COUNTED);
    assert.deepEqual(read.slice(1, 5), [
      ...['行政运行 财政拨款收入 4', '行政运行 财政专户管理资金收入 5'],
      ...['行政运行 事业收入 0', '行政运行 事业单位经营收入 0'],
    ]);
    const fewer = bound(COUNTED.replace('  事业收入  事业单位', '            事业单位'));
    assert.ok(!fewer.includes('行政运行 事业单位经营收入 0'), fewer.join('\n'));
  });
});
