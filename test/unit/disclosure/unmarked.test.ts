import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

describe('a flattened table', () => {
  const HEAD = '科目编码 科目名称 合计 基本支出 项目支出';

  it('has its figures in the order of its headings where a row fills all of them', () => {
    assert.deepEqual(bound(`${HEAD}\n201 一般公共服务支出 5.00 2.00 3.00\n合计 5.00 2.00 3.00\n`), [
      ...['201 合计 5', '201 基本支出 2', '201 项目支出 3'],
      ...['合计 合计 5', '合计 基本支出 2', '合计 项目支出 3'],
    ]);
  });

  it('knows of a row with blanks that does not tell which only its total', () => {
    assert.deepEqual(bound(`${HEAD}\n201 一般公共服务支出 5.00 2.00 3.00\n208 社会保障支出 1.00 1.00\n`), [
      ...['201 合计 5', '201 基本支出 2', '201 项目支出 3'],
      ...['208 合计 1', 'columns-lost'],
    ]);
  });

  it('counts a dash as a figure, and digits OCR pulled apart as one', () => {
    assert.deepEqual(bound(`${HEAD}\n201 一般公共服务支出 1, 205. 00 - 1, 205. 00\n`), [
      '201 合计 1205',
      '201 项目支出 1205',
    ]);
  });

  it('reads the name before the code, and codes in parts', () => {
    assert.deepEqual(bound('科目名称 科目编码 合计\n行政运行 2010301 21\n事业运行 2010350 1,205\n'), [
      '2010301 合计 21',
      '2010350 合计 1205',
    ]);
    assert.deepEqual(bound('类 款 项 科目名称 合计 基本支出\n201 03 01 行政运行 5.00 5.00\n'), [
      '2010301 合计 5',
      '2010301 基本支出 5',
    ]);
  });

  it('has several labels abreast, if none of them is missing', () => {
    const text = `项目 预算数 支出功能分类科目 预算数
一、一般公共预算拨款 5.00 一、一般公共服务支出 4.00
二、其他收入 二、社会保障和就业支出 1.00
三、年初结转 2.00
收 入 总 计 5.00 支 出 总 计 5.00
`;
    assert.deepEqual(bound(text), [
      ...[
        '一、一般公共预算拨款 预算数 5',
        '一、一般公共服务支出 预算数 4',
        '二、社会保障和就业支出 预算数 1',
      ],
      ...['columns-lost', '收入总计 预算数 5', '支出总计 预算数 5'],
    ]);
  });

  it('has a row with one of several labels abreast on the side whose words it bears', () => {
    const text = `项目 预算数 支出功能分类科目 预算数
一、一般公共预算拨款 5.00 一、一般公共服务支出 2.00
二、其他收入 二、社会保障和就业支出 1.00
三、住房保障支出 2.00
收 入 总 计 5.00 支 出 总 计 5.00
`;
    assert.ok(bound(text).includes('三、住房保障支出 预算数 2'));
  });

  it('believes no headings that are fewer than the labels with figures of a row', () => {
    const text = `收入 支出
功能分类 支出用途
项目名称 金额
功能科目名称 金额 项目名称 金额
一、财政拨款 5.00 一、一般公共服务支出 4.00 一、基本支出 3.00
二、其他收入 二、卫生健康支出 1.00 二、项目支出 2.00
收入合计 5.00 支出合计 5.00
`;
    assert.ok(bound(text).every((each) => each === 'no-heading'));
  });

  it('has stacked headings where they can be read in one way', () => {
    const rows = '201 一般公共服务支出 9.00 5.00 4.00 1.00 4.00 3.00 1.00\n';
    assert.deepEqual(
      bound(`科目编码 科目名称 总计 基本支出 项目支出\n小计 人员经费 公用经费 小计 本级 上级\n${rows}`),
      [
        ...['201 总计 9', '201 基本支出›小计 5', '201 基本支出›人员经费 4', '201 基本支出›公用经费 1'],
        ...['201 项目支出›小计 4', '201 项目支出›本级 3', '201 项目支出›上级 1'],
      ],
    );
    const doubtful =
      '科目编码 科目名称 总计 上级拨款 下级拨款 其他资金\n甲类 乙类\n201 服务 9.00 5.00 4.00 1.00 4.00\n';
    assert.deepEqual(bound(doubtful), ['201 总计 9', ...Array(4).fill('no-heading')]);
  });

  it('believes no headings that are fewer than the figures of a row', () => {
    assert.deepEqual(bound('科目编码 科目名称 合计\n201 服务 5.00 2.00 3.00\n208 保障 1.00\n'), [
      ...Array(4).fill('columns-lost'),
    ]);
  });

  it('does not take the rest of a wrapped name for a name', () => {
    assert.deepEqual(
      bound('项目 预算数\n1.公务用车购置及\n运行维护费 3.00\n2.公务接待费 1.00\n3.会议费 2.00\n'),
      [...['columns-lost', '2.公务接待费 预算数 1', '3.会议费 预算数 2']],
    );
  });

  it('has parts under the group that may have them: fees of education under 事业收入, 专项收入 under what is budgeted', () => {
    const fees = `科目名称 合计 上年结转 一般公共预算拨款收入 事业收入预算 其他收入预算
非教育收费收入预算 教育收费收入预算
行政运行 6.00 1.00 2.00 2.00 1.00 0.00
`;
    assert.deepEqual(bound(fees).slice(-3), [
      '行政运行 事业收入预算›非教育收费收入预算 2',
      '行政运行 事业收入预算›教育收费收入预算 1',
      '行政运行 其他收入预算 0',
    ]);
    const budgeted = `科目名称 总计 纳入财政预算管理的非税收入拨款 财政专户管理的非税收入拨款 上年结转
合计 政府性基金拨款 专项收入拨款
行政运行 9.00 3.00 1.00 2.00 4.00 2.00
`;
    assert.deepEqual(bound(budgeted).slice(-3), [
      '行政运行 纳入财政预算管理的非税收入拨款›专项收入拨款 2',
      '行政运行 财政专户管理的非税收入拨款 4',
      '行政运行 上年结转 2',
    ]);
  });

  it('is not sure of a row whose code may be taken for the first digits of a figure', () => {
    const head = '科目名称 科目编码 合计 基本支出';
    assert.deepEqual(bound(`${head}\n自然生态保护 21104 4.72 4.72\n社会保障支出 208 . 82 -\n`).slice(2), [
      'columns-lost',
    ]);
  });

  it('has no percentage under a heading of amounts', () => {
    const text =
      '项目 2023年预算数 2022年预算数 增减额 增减%\n会议费 3.00 2.00 1.00 50.00%\n培训费 3.00 2.00 50.00%\n';
    assert.deepEqual(bound(text).slice(-2), ['columns-lost', 'columns-lost']);
  });
});

describe('an aligned table', () => {
  it('has the headings that stand over its figures, where the columns between these are empty', () => {
    const text = `单位代码      单位名称（科目）    总计                  基本支出                          项目支出
                                          小计   工资福利支出   商品和服务支出   小计    部门项目   公共项目
合 计                             4,442                                          4,442      4,442
723001       某县政务服务管理局   4,442                                          4,442      4,442
2082201      移民补助             4,442                                          4,442      4,442
`;
    assert.deepEqual(bound(text).slice(0, 3), [
      ...['合计 总计 4442', '合计 小计 4442', '合计 部门项目 4442'],
    ]);
  });

  it('has the headings that stand over its columns, though the words would fit others if all were narrow', () => {
    const text = `
      经济分类科目                   2023年基本支出            备注
                              合计     人员经费    公用经费
**                               **          **          **
  301工资福利支出            643170      643170
    30101基本工资              1105        1105
    30102津贴补贴             76200       76200
    30199其他工资福利支出    565865      565865
合计                         643170      643170
`;
    assert.deepEqual(bound(text).slice(-2), ['合计 合计 643170', '合计 人员经费 643170']);
  });

  it('goes on over the numbers of pages', () => {
    const text = `科目编码   科目名称                合计    基本支出    项目支出
201        一般公共服务支出      120.50       80.00       40.50
20103      政府办公厅            120.50       80.00       40.50

- 12 -

2010301    行政运行               80.00       80.00
2010302    一般行政管理事务       40.50                   40.50
`;
    assert.deepEqual(bound(text).slice(-4), [
      ...['2010301 合计 80', '2010301 基本支出 80', '2010302 合计 40.5', '2010302 项目支出 40.5'],
    ]);
  });

  it('goes on with a row whose name stands around its code and whole amounts', () => {
    const text = `科目编码   科目名称                合计    基本支出
201        一般公共服务支出      120500      120500
20103      政府办公厅             90500       90500
           其他一般公共服
20199                             30000       30000
           务支出
`;
    assert.deepEqual(bound(text).slice(-2), ['20199 合计 30000', '20199 基本支出 30000']);
  });

  it('keeps to the 类 of a row whose name is wrapped so that it cannot be told', () => {
    const text = `类     款    项       科目名称                    总计      财政拨款
208                   社会保障和就业支出        110.00        110.00
       05             行政事业单位养老支出      110.00        110.00
                      资源勘探工业
215                                            1008.00       1000.00
                      信息业支出等支出
       05             工业和信息产业           1008.00       1000.00
             01       行政运行                 1008.00       1000.00
`;
    assert.deepEqual(
      bound(text).filter((each) => /^208.*1008/.test(each)),
      [],
    );
  });

  it('does not name rows whose names may go on in the line below or begin in that above', () => {
    const text = `单位名称              合计    基本支出    项目支出
北浦市政务服务      120.50       80.00       40.50
管理局
北浦市统计局         30.00       10.00       20.00
北浦市档案馆         90.00       50.00       40.00
`;
    assert.deepEqual(bound(text), [
      ...Array.from({ length: 6 }, () => 'no-label'),
      ...['北浦市档案馆 合计 90', '北浦市档案馆 基本支出 50', '北浦市档案馆 项目支出 40'],
    ]);
  });

  it('does not name a row whose name may begin right below the headings', () => {
    const text = `单位编码   单位名称              合计    基本支出    项目支出
           北浦市政务服务
101001     管理局              120.50       80.00       40.50
101002     北浦市统计局         30.00       10.00       20.00
`;
    assert.deepEqual(bound(text).slice(0, 4), [...['no-label', 'no-label', 'no-label', '101002 合计 30']]);
  });

  it('does not know a code whose last digits may stand in the line above', () => {
    const text = `科目编码           科目名称                合计         人员经费       公用经费
   类
**          **                                   **            **              **
301           工资福利支出               264,093.16    264,093.16
301             02 津贴补贴                9,888.62      9,888.62
                99 其他工资福
301             利支出                   254,204.54    254,204.54
302           商品和服务支出               2,068.88                      2,068.88
302             28 工会经费                2,068.88                      2,068.88
`;
    assert.deepEqual(bound(text), [
      ...['301 合计 264093.16', '301 人员经费 264093.16', '30102 合计 9888.62', '30102 人员经费 9888.62'],
      ...['columns-lost', 'columns-lost'],
      ...['302 合计 2068.88', '302 公用经费 2068.88', '30228 合计 2068.88', '30228 公用经费 2068.88'],
    ]);
  });

  it('does not give a loose line to a row by its width where no other name shows the width', () => {
    const text = `科目编码   科目名称                   合计    基本支出    项目支出
101001     北浦市城乡建设局         3,564.00    3,564.00
           北浦市建设工程质
101002     量监督站                 3,564.00    3,564.00
101003     北浦市档案馆                90.00       50.00       40.00
`;
    assert.deepEqual(bound(text), [
      ...['no-label', 'no-label', 'no-label', 'no-label'],
      ...['101003 合计 90', '101003 基本支出 50', '101003 项目支出 40'],
    ]);
  });

  it('gives a loose line to the row whose code the catalogue calls so', () => {
    const text = `科目编码   科目名称                   合计    基本支出    项目支出
303        对个人和家庭的补助       3,564.00    3,564.00
           其他对个人和家庭
30399      的补助                   3,564.00    3,564.00
310        资本性支出                  90.00       50.00       40.00
`;
    assert.deepEqual(bound(text), [
      ...['303 合计 3564', '303 基本支出 3564', '30399 合计 3564', '30399 基本支出 3564'],
      ...['310 合计 90', '310 基本支出 50', '310 项目支出 40'],
    ]);
  });
});
