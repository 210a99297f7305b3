import { strict as assert } from 'node:assert';
import { parse } from '#core/syntax/parse.ts';
import { blocksOf, cellsOf, dialectsOf, onlyTable, rowsOf } from './tables.ts';

describe('aligned dialect: columns', () => {
  it('are found by display width, blank cells by their places', () => {
    const text = `部门支出总表
单位：万元
科目编码  科目名称                    合计    基本支出  项目支出
          合计                    2,441.01    2,401.01     40.00
201       一般公共服务支出        2,371.41    2,371.41
2010301   行政运行                  330.56                 40.00
208       社会保障和就业支出         69.60       29.60     40.00`;
    assert.deepEqual(rowsOf(text, 'aligned'), [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['', '合计', '2,441.01', '2,401.01', '40.00'],
      ['201', '一般公共服务支出', '2,371.41', '2,371.41', ''],
      ['2010301', '行政运行', '330.56', '', '40.00'],
      ['208', '社会保障和就业支出', '69.60', '29.60', '40.00'],
    ]);
    assert.deepEqual(blocksOf(text), [
      ['text', 2],
      ['aligned', 5],
    ]);
  });

  it('are found where each character counts one, as pdftotext has it', () => {
    const text = `科目编码         科目名称         合计     人员经费     公用经费
  301 工资福利支出          413.87   413.87
30101 基本工资             44.99    44.99
30108 机关事业单位基本养老保险缴费   15.83    15.83
  302 商品和服务支出          68.20               68.20
   合计                482.07   413.87      68.20`;
    assert.deepEqual(rowsOf(text, 'aligned').slice(1), [
      ['301', '工资福利支出', '413.87', '413.87', ''],
      ['30101', '基本工资', '44.99', '44.99', ''],
      ['30108', '机关事业单位基本养老保险缴费', '15.83', '15.83', ''],
      ['302', '商品和服务支出', '68.20', '', '68.20'],
      ['', '合计', '482.07', '413.87', '68.20'],
    ]);
  });

  it('may be parted by a single blank where room was short', () => {
    const text = `科目编码 科目名称                   合计     基本     项目
     208 社会保障和就业支出         69.60    29.60    40.00
   20805 行政事业单位养老支出       43.69    43.69
 2080505 机关事业单位基本养老保险缴费支出 24.31 24.31
 2080506 职业年金缴费支出           19.38    19.38`;
    assert.deepEqual(rowsOf(text, 'aligned')[3], [
      '2080505',
      '机关事业单位基本养老保险缴费支出',
      '24.31',
      '24.31',
      '',
    ]);
  });

  it('hold the digits that OCR pulled apart, and full-width ones', () => {
    const text = `项目                金额          上年
一、人员经费    2, 371. 41     2, 370. 39
二、公用经费       . 24       １２．５０
三、其他          10. 15          (3.20)`;
    assert.deepEqual(rowsOf(text, 'aligned').slice(1), [
      ['一、人员经费', '2, 371. 41', '2, 370. 39'],
      ['二、公用经费', '. 24', '１２．５０'],
      ['三、其他', '10. 15', '(3.20)'],
    ]);
  });

  it('stand abreast in two blocks, of which one ends first', () => {
    const text = `项目                  预算数    项目                  预算数
一、一般公共预算    2,472.06    一、一般公共服务    2,370.39
二、政府性基金                  二、国防支出
                                三、教育支出
                                四、住房保障          101.67
本年收入合计        2,472.06    本年支出合计        2,472.06`;
    assert.deepEqual(rowsOf(text, 'aligned').slice(1), [
      ['一、一般公共预算', '2,472.06', '一、一般公共服务', '2,370.39'],
      ['二、政府性基金', '', '二、国防支出', ''],
      ['', '', '三、教育支出', ''],
      ['', '', '四、住房保障', '101.67'],
      ['本年收入合计', '2,472.06', '本年支出合计', '2,472.06'],
    ]);
  });

  it('without any figure are known by the row that numbers them, or by their headings', () => {
    const text = `科目名称          合计    一般公共    政府性基金    其他收入
**                   1           2             3           4
行政运行        330.56      330.39                      0.17
住房公积金       34.19       34.19
合计            364.75      364.58                      0.17`;
    const rows = [
      ['行政运行', '330.56', '330.39', '', '0.17'],
      ['住房公积金', '34.19', '34.19', '', ''],
      ['合计', '364.75', '364.58', '', '0.17'],
    ];
    assert.deepEqual(rowsOf(text, 'aligned'), [
      ['科目名称', '合计', '一般公共', '政府性基金', '其他收入'],
      ['**', '1', '2', '3', '4'],
      ...rows,
    ]);
    const unnumbered = text.split('\n').filter((line) => !line.startsWith('**'));
    assert.deepEqual(rowsOf(unnumbered.join('\n'), 'aligned').slice(1), rows);
  });

  it('are headed by groups over the first of them', () => {
    const text = `                     基本支出                        项目支出
科目名称            小计    人员经费    公用经费    本级    上级
行政运行          330.39      285.53       44.86
一般行政管理    2,040.00                         1,040.00 1,000.00
合计            2,370.39      285.53       44.86 1,040.00 1,000.00`;
    const [groups] = rowsOf(text, 'aligned');
    assert.deepEqual(groups, ['', '基本支出', '', '', '项目支出', '']);
  });

  it('give an empty cell a place between its neighbours', () => {
    const text =
      '甲支出    1.00             3.00\n乙支出    1.00    2.00     3.00\n丙支出    1.00    2.00     3.00';
    const [row] = onlyTable(text, 'aligned').rows;
    assert.deepEqual(row?.cells[2], { span: { line: 0, start: 15, end: 15 }, column: 2, text: '' });
  });

  it('over several code cells begin with the first', () => {
    const text = `科目编码   科目名称      合计     基本
        201 一般公共服务   93.00    93.00
     201 03 政府办公厅     93.00    93.00
  201 03 01 行政运行       93.00    93.00`;
    assert.deepEqual(
      rowsOf(text, 'aligned')
        .slice(1)
        .map((row) => row.slice(0, 4)),
      [
        ['201', '', '', '一般公共服务'],
        ['201', '03', '', '政府办公厅'],
        ['201', '03', '01', '行政运行'],
      ],
    );
  });
});

describe('aligned dialect: rows', () => {
  it('may have blank lines between them', () => {
    const text = `科目编码   科目名称       合计

201        公共服务       5.00

20103      政府办公       5.00


208        社会保障       1.00

三、其他说明

正文`;
    assert.deepEqual(blocksOf(text), [
      ['aligned', 8],
      ['blank', 1],
      ['text', 1],
      ['blank', 1],
      ['text', 1],
    ]);
    assert.equal(onlyTable(text, 'aligned').rows.length, 4);
  });

  it('go on over pages that repeat the headings, though a page begin with a row that reports nothing', () => {
    const text = `项目                 收入预算    支出预算
                       小计        小计
一、上年结转          12.00        8.00
二、财政拨款         112.00      108.00
三、事业收入          24.00        9.00
四、其他收入           2.00       25.00

- 3 -

项目                 收入预算    支出预算
                       小计        小计
五、上级补助收入
六、经营收入           3.00        3.00
合计                 153.00      153.00`;
    assert.deepEqual(rowsOf(text, 'aligned').slice(-3), [
      ['五、上级补助收入', '', ''],
      ['六、经营收入', '3.00', '3.00'],
      ['合计', '153.00', '153.00'],
    ]);
  });

  it('are put together where the name goes on below, its amounts beside the one or the other line', () => {
    const text = `科目编码   科目名称            合计      基本
201        一般公共服务支出  2,371.41  2,370.39
2010302    一般行政管理事务     40.84     40.00
           经费
208        社会保障和就业支
           出                   45.39     45.39
210        卫生健康支出         22.09     22.09`;
    assert.deepEqual(rowsOf(text, 'aligned').slice(1), [
      ['201', '一般公共服务支出', '2,371.41', '2,370.39'],
      ['2010302', '一般行政管理事务经费', '40.84', '40.00'],
      ['208', '社会保障和就业支出', '45.39', '45.39'],
      ['210', '卫生健康支出', '22.09', '22.09'],
    ]);
    const wrapped = onlyTable(text, 'aligned').rows[3];
    assert.equal(wrapped?.line, 4);
    assert.equal(wrapped?.cells[1]?.text, '社会保障和就业支');
    assert.equal(wrapped?.cells[2]?.span.line, 5);
  });

  it('are put together where the name begins above', () => {
    const text = `科目编码   科目名称      合计      基本
2010301    行政运行    330.56    330.39
           政府办公厅
20103      及相关机构   40.84     40.00
           事务
208        社会保障     22.09     22.09`;
    assert.deepEqual(rowsOf(text, 'aligned').slice(1), [
      ['2010301', '行政运行', '330.56', '330.39'],
      ['20103', '政府办公厅及相关机构事务', '40.84', '40.00'],
      ['208', '社会保障', '22.09', '22.09'],
    ]);
  });

  it('end with the rest of the last name, in front of a title, a declaration, a sentence or a heading', () => {
    const rows =
      '201        一般公共服务支      5.00\n           出\n208        社会保障和就业      1.00\n           支出';
    for (const line of ['部门收入总表', '单位：元', '收入增加是由于人员增加。', '表5', '一、收入情况说明']) {
      assert.deepEqual(blocksOf(`${rows}\n${line}`), [
        ['aligned', 4],
        ['text', 1],
      ]);
    }
  });

  it('end with the page, and tell so', () => {
    const page = '201        公共服务    5.00    5.00\n20103      政府办公    5.00    5.00';
    const text = `${page}\n\f2010301    行政运行    5.00    5.00\n\n正文`;
    assert.deepEqual(blocksOf(text), [
      ['aligned', 2],
      ['aligned', 1],
      ['blank', 1],
      ['text', 1],
    ]);
    const cut = parse(text).blocks.map(({ node }) => node.kind === 'table' && node.cutAbove === true);
    assert.deepEqual(cut, [false, true, false, false]);
  });
});

describe('aligned dialect: doubt', () => {
  const unsure = (text: string) =>
    onlyTable(text, 'aligned')
      .rows.filter((row) => row.unsure)
      .map(cellsOf);

  it('falls on a row that stands beside its columns, and on no row that fills them all', () => {
    const text = `科目名称        合计    人员经费    公用经费
合计          494.83      426.63       68.20
工资福利      413.87      413.87
基本工资       44.99       44.99
商品服务       68.20                   68.20
办公费          5.00               5.00
印刷费         23.20                   23.20
邮电费         20.00                   20.00
差旅费         20.00                   20.00`;
    assert.deepEqual(unsure(text), [['办公费', '5.00', '', '5.00']]);
  });

  it('falls on headings and on all rows that leave cells blank where the same columns stand at two places', () => {
    const text = `科目名称              合计          人员        公用
基本工资        44.99        44.99
津贴补贴        47.26        47.26
奖金            62.59        62.59
办公费                         5.00                    5.00
印刷费                         1.00                    1.00`;
    assert.equal(unsure(text).length, 1 + 5);
  });
});

describe('aligned dialect: what is no table', () => {
  const others: readonly [string, string][] = [
    [
      'prose with figures',
      '2023年收入预算  5456.16 万元,其中:拨款  4461.66 万元\n2023年支出预算  5456.16 万元,其中:基本  1191.58 万元',
    ],
    [
      'indented paragraphs',
      '    为加强管理，现将  2023  年预算公开如下\n    收支总预算  5456.16  万元，比上年增加',
    ],
    [
      'a table of contents',
      '一、部门收支总表              5\n二、部门收入总表              6\n三、部门支出总体情况          7',
    ],
    ['dot leaders', '第一部分  概况 ........... 1.00\n第二部分  收支 ........... 2.00'],
    [
      'signatures',
      '单位负责人：某某      财务负责人：某某      2023.01.15\n填报人：某某          联系电话：83250000   2023.01.15',
    ],
    ['numbered lists', '1.  办公费  10.00 万元\n2.  邮电费   6.00 万元\n3.  差旅费   3.00 万元'],
    ['names and telephone numbers', '办公室      张某      83250001\n财务科      李某      83250002'],
    ['years abreast', '项目      2022      2021\n编制人数    36        35'],
    ['one row', '公务接待费      0.70      0.80'],
    ['rows that agree in nothing', '甲支出    1.00\n乙支出              2.00'],
    ['rows without room between their cells', '甲支出 1.00 2.00\n乙支出 1.00 2.00'],
  ];
  for (const [name, text] of others) {
    it(name, () => assert.ok(!dialectsOf(text).includes('aligned'), text));
  }
});
