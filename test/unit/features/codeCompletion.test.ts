import assert from 'node:assert/strict';
import { completionsAt } from '../../support/completions.ts';

const TAB = `2022年一般公共预算支出情况表
单位：万元
科目编码	科目名称	总计	基本支出	项目支出
201	一般公共服务支出	2,370.39	330.39	2,040.00
20103	政府办公厅（室）及相关机构事务	2,370.39	330.39	2,040.00
2010301	行政运行	330.39	330.39	
2010302	一般行政管理事务	2,040.00		2,040.00
`;

const PIPE = `2021年部门支出总表

单位:万元

| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---------|--------|------|--------|--------|
| 201 | 一般公共服务支出 | 1,866.11 | 428.61 | 1,437.50 |
| 20103 | 政府办公厅(室)及相关机构事务 | 1,866.11 | 428.61 | 1,437.50 |
| 2010301 | 行政运行 | 428.61 | 428.61 | |
`;

const CARRIED = `2022年一般公共预算基本支出情况表（按部门预算经济分类科目）
单位：万元
科目编码		科目名称	小计	人员经费	公用经费
类	款				
301		工资福利支出	176.55	176.55	
	01	基本工资	89.87	89.87	
	02	津贴补贴	86.68	86.68	
`;

const THREE_CELLS = `2022年部门支出总体情况表
单位：万元
科目编码			科目名称	总计	财政拨款
类	款	项			
201	03	01	行政运行	676.59	676.59
208	05	05	机关事业单位基本养老保险缴费支出	9.83	9.83
210	11	01	行政单位医疗	5.34	5.34
`;

/** The last line of a text, where these tests write. */
function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

const COMMA = `2022年一般公共预算支出情况表
单位：万元
科目编码,科目名称,总计,基本支出,项目支出
201,一般公共服务支出,"2,370.39",330.39,"2,040.00"
20103,政府办公厅（室）及相关机构事务,"2,370.39",330.39,"2,040.00"
2010301,行政运行,330.39,330.39,
2010302,一般行政管理事务,"2,040.00",,"2,040.00"
`;

const HTML = `<table>
<tr><td>科目编码</td><td>科目名称</td><td>合计</td></tr>
<tr><td>201</td><td>一般公共服务支出</td><td>8.00</td></tr>
<tr><td>20103</td><td>政府办公厅（室）及相关机构事务</td><td>8.00</td></tr>
<tr><td>2010301</td><td>行政运行</td><td>8.00</td></tr>
ROW
</table>
`;

describe('completion in a row that is begun between two others', () => {
  const between = (text: string, row: string) => text.replace(/(?<=\n)(?=.{0,2}2010301)/, `${row}\n`);

  it('writes code and name, though no separator is there yet', () => {
    for (const [table, begun, written] of [
      [TAB, 'jgfw‸', '2010303\t机关服务'],
      [PIPE, '| jgfw‸', '| 2010303 | 机关服务 |'],
      [PIPE, '| 20103‸', '| 2010303 | 机关服务 |'],
      [COMMA, 'jgfw‸', '2010303,机关服务'],
      [COMMA, '20103‸', '2010303,机关服务'],
    ] as const)
      assert.equal(
        completionsAt(between(table, begun)).accept('2010303 机关服务'),
        between(table, written),
        begun,
      );
  });

  it('is silent in a cell that goes on from the line above', () => {
    const open = between(COMMA, '2010303,"机关\nfw‸",1.00,1.00,');
    assert.deepEqual(completionsAt(open).labels, []);
  });
});

describe('completion in tables whose names are glued to the codes', () => {
  const rows = ['201一般公共服务支出', '20106财政事务', '2010601行政运行'];
  const tableOf = (write: (row: string) => string) =>
    [
      '2023年一般公共预算支出表',
      '单位：万元',
      '科目\t合计',
      ...rows.map((row) => `${write(row)}\t5.00`),
      '',
    ].join('\n');

  it('writes what the rows write around the code', () => {
    for (const [write, typed, written] of [
      [(row) => row, 'syyx', '2010650事业运行'],
      [(row) => row.replace(/(?<=^\d+)(?!\d)/, '-'), '201065', '2010650-事业运行'],
      [(row) => row.replace(/^\d+/, '[$&]'), 'syyx', '[2010650]事业运行'],
      [(row) => row.replace(/^\d+/, '[$&]'), '[201065', '[2010650]事业运行'],
    ] as const satisfies readonly [(row: string) => string, string, string][])
      assert.equal(lastLine(completionsAt(`${tableOf(write)}${typed}‸`).accept('2010650 事业运行')), written);
  });
});

describe('completion in tables with commas', () => {
  it('writes code and name, on a line of its own and in one that is there', () => {
    assert.equal(lastLine(completionsAt(`${COMMA}20‸`).accept('2010350 事业运行')), '2010350,事业运行');
    assert.equal(lastLine(completionsAt(`${COMMA}xzyx‸`).accept('2010601 行政运行')), '2010601,行政运行');
    assert.equal(
      lastLine(completionsAt(`${COMMA}20‸,,5.00,5.00,`).accept('2010350 事业运行')),
      '2010350,事业运行,5.00,5.00,',
    );
    assert.equal(
      lastLine(completionsAt(`${COMMA}2010350,‸,5.00,5.00,`).accept('事业运行')),
      '2010350,事业运行,5.00,5.00,',
    );
  });

  it('writes between quotes what is quoted, and into no other cell then', () => {
    assert.equal(
      lastLine(completionsAt(`${COMMA}"20‸","",5.00,5.00,`).accept('2010350 事业运行')),
      '"2010350","",5.00,5.00,',
    );
    assert.equal(
      lastLine(completionsAt(`${COMMA}"2010350","‸",5.00,5.00,`).accept('事业运行')),
      '"2010350","事业运行",5.00,5.00,',
    );
  });

  it('puts an amount with separators into quotes', () => {
    const text = COMMA.replace('支出,"2,370.39",330.39,"2,040.00"', '支出,‸,330.39,"2,040.00"');
    const list = completionsAt(text);
    assert.equal(list.accept('2,370.39'), COMMA);
  });
});

describe('completion in tables of HTML', () => {
  const row = (text: string) => completionsAt(HTML.replace('ROW', text));

  it('fills the cells of a row, on one line or on several', () => {
    for (const break_ of ['', '\n']) {
      const cells = (code: string, name: string) =>
        ['<tr>', `<td>${code}</td>`, `<td>${name}</td>`, '<td></td>', '</tr>'].join(break_);
      const expected = HTML.replace('ROW', cells('2010350', '事业运行'));
      assert.equal(row(cells('20‸', '')).accept('2010350 事业运行'), expected);
      assert.equal(row(cells('2010350', '‸')).accept('事业运行'), expected);
    }
  });

  it('leaves a name alone that is there, and writes nothing between tags', () => {
    const named = (code: string) => `<tr><td>${code}</td><td>机关服务</td><td></td></tr>`;
    assert.equal(row(named('20‸')).accept('2010303 机关服务'), HTML.replace('ROW', named('2010303')));
    assert.deepEqual(row('<tr>‸<td>20</td><td></td><td></td></tr>').labels, []);
  });
});

describe('completion of codes', () => {
  it('offers first what is below the 款 of the row above and not yet in the table', () => {
    const { labels } = completionsAt(`${TAB}2‸`);
    assert.deepEqual(labels.slice(0, 2), ['2010303 机关服务', '2010304 专项服务']);
    const at = (label: string) => labels.indexOf(label);
    assert.ok(at('2010399 其他政府办公厅（室）及相关机构事务支出') < at('20104 发展与改革事务'));
    assert.ok(at('20104 发展与改革事务') < at('2010301 行政运行'), 'codes of the table come last');
  });

  it('goes down a level behind a 款, and behind a 类', () => {
    const cut = (lines: number) => TAB.split('\n').slice(0, lines).join('\n');
    assert.equal(completionsAt(`${cut(5)}\n2‸`).labels[0], '2010301 行政运行');
    assert.equal(
      completionsAt(`${cut(4)}\n2‸\n2080501	行政单位离退休	1.00	1.00	`).labels[0],
      '20101 人大事务',
    );
  });

  it('offers codes of the table’s classification only', () => {
    for (const { labels } of [completionsAt(`${TAB}‸`), completionsAt(`${TAB}20‸`)]) {
      assert.ok(labels.length > 0);
      assert.ok(labels.every((label) => label.startsWith('2')));
    }
    assert.deepEqual(completionsAt(`${TAB}3‸`).labels, []);
  });

  it('writes the code over the digits, with the name where its cell is free', () => {
    assert.equal(lastLine(completionsAt(`${TAB}20‸`).accept('2010350 事业运行')), '2010350	事业运行');
    assert.equal(lastLine(completionsAt(`${TAB}20‸8`).accept('2010350 事业运行')), '2010350	事业运行');
    assert.equal(
      lastLine(completionsAt(`${TAB}201‸		5.00	5.00	`).accept('2010350 事业运行')),
      '2010350	事业运行	5.00	5.00	',
    );
  });

  it('leaves a name alone that is there', () => {
    assert.equal(
      lastLine(completionsAt(`${TAB}20‸	机关服务	5.00`).accept('2010303 机关服务')),
      '2010303	机关服务	5.00',
    );
  });

  it('works on a line of digits in the midst of a table', () => {
    const text = `${TAB}2‸\n221	住房保障支出	5.00	5.00	\n22102	住房改革支出	5.00	5.00	`;
    assert.match(completionsAt(text).accept('2010303 机关服务'), /\n2010303\t机关服务\n221\t/);
  });

  it('takes full-width digits', () => {
    const list = completionsAt(`${TAB}２０１０３‸`);
    assert.equal(lastLine(list.accept('2010350 事业运行')), '2010350	事业运行');
  });

  it('says when the list is cut and a digit more gives others', () => {
    assert.equal(completionsAt(`${TAB}2‸`).list.isIncomplete, true);
    assert.equal(completionsAt(`${TAB}20103‸`).list.isIncomplete, false);
  });

  it('offers what was in use in the table’s year', () => {
    const old = (year: number) => completionsAt(`${TAB.replace('2022年', `${year}年`)}20115‸`).labels;
    assert.ok(old(2016).includes('20115 工商行政管理事务'));
    assert.ok(!old(2022).includes('20115 工商行政管理事务'));
  });
});

describe('completion of codes in pipe tables', () => {
  it('fills cells that are there', () => {
    assert.equal(
      lastLine(completionsAt(`${PIPE}| 2‸ | | 1.00 | | |`).accept('2010302 一般行政管理事务')),
      '| 2010302 | 一般行政管理事务 | 1.00 | | |',
    );
  });

  it('makes cells that are not there yet', () => {
    const expected = '| 2010302 | 一般行政管理事务 |';
    for (const begun of ['| 2‸', '|2‸', '|‸', '| ‸', '2‸', '| 2‸ |']) {
      assert.equal(lastLine(completionsAt(PIPE + begun).accept('2010302 一般行政管理事务')), expected, begun);
    }
  });

  it('writes brackets of the width the table uses', () => {
    const half = completionsAt(`${PIPE}| 20103‸`).labels;
    assert.ok(half.includes('2010399 其他政府办公厅(室)及相关机构事务支出'), half.join());
    const full = completionsAt(`${TAB}20103‸`).labels;
    assert.ok(full.includes('2010399 其他政府办公厅（室）及相关机构事务支出'), full.join());
  });

  it('is silent in the line of dashes', () => {
    assert.deepEqual(completionsAt(PIPE.replace('|---------|', '|----‸-----|')).labels, []);
  });
});

describe('completion of codes over several cells', () => {
  it('writes the 款 alone under a carried 类', () => {
    const list = completionsAt(`${CARRIED}	‸`);
    assert.deepEqual(list.labels.slice(0, 2), ['30103 奖金', '30106 伙食补助费']);
    assert.equal(lastLine(list.accept('30103 奖金')), '	03	奖金');
    assert.equal(lastLine(completionsAt(`${CARRIED}	0‸				`).accept('30103 奖金')), '	03	奖金			');
  });

  it('writes a 类 with an empty cell for the 款', () => {
    const list = completionsAt(`${CARRIED}3‸`);
    assert.equal(list.labels[0], '302 商品和服务支出');
    assert.ok(
      list.labels.every((label) => /^3\d\d /.test(label)),
      list.labels.join(),
    );
    assert.equal(lastLine(list.accept('302 商品和服务支出')), '302		商品和服务支出');
  });

  it('writes all cells of a code where each row prints them', () => {
    const list = completionsAt(`${THREE_CELLS}2‸`);
    assert.equal(list.labels[0], '2101102 事业单位医疗');
    assert.equal(lastLine(list.accept('2101102 事业单位医疗')), '210	11	02	事业单位医疗');
  });

  it('goes on from the cells that are written', () => {
    assert.equal(
      lastLine(completionsAt(`${THREE_CELLS}221	‸`).accept('2210201 住房公积金')),
      '221	02	01	住房公积金',
    );
    assert.deepEqual(completionsAt(`${THREE_CELLS}221	02	‸			`).labels, [
      '2210201 住房公积金',
      '2210202 提租补贴',
      '2210203 购房补贴',
    ]);
  });

  it('changes one cell alone where those behind are taken', () => {
    const list = completionsAt(`${THREE_CELLS}221	0‸	01	住房公积金	1.00	1.00`);
    assert.equal(lastLine(list.accept('22102 住房改革支出')), '221	02	01	住房公积金	1.00	1.00');
  });
});

describe('completion of codes in a table that has none yet', () => {
  const empty = (title: string) => `${title}\n单位：万元\n科目编码	科目名称	合计	基本支出\n`;

  it('follows the title', () => {
    const department = completionsAt(`${empty('2024年基本支出表（按部门预算支出经济分类科目）')}3‸`);
    assert.ok(department.labels.length > 0 && department.labels.every((label) => label.startsWith('3')));
    assert.equal(lastLine(department.accept('301 工资福利支出')), '301	工资福利支出');
    assert.deepEqual(completionsAt(`${empty('2024年支出表（按功能分类科目）')}3‸`).labels, []);
    assert.ok(completionsAt(`${empty('2024年支出表（按功能分类科目）')}2‸`).labels.length > 0);
  });

  it('is silent in its header and in its amounts', () => {
    const table = empty('2024年支出表（按功能分类科目）');
    assert.deepEqual(completionsAt(table.replace('科目编码', '科目编码‸')).labels, []);
    assert.deepEqual(completionsAt(`${table}201	一般公共服务支出	2‸	`).labels, []);
  });
});

describe('completion of codes of a second classification', () => {
  const table = `支出明细表（按支出经济分类科目）
单位：元
部门经济科目编码	部门经济科目名称	政府经济科目编码	政府经济科目名称	合计
30101	基本工资	50501	工资福利支出	583103
30201	办公费	50502	商品和服务支出	60000
`;

  it('offers each column its own', () => {
    const second = completionsAt(`${table}30202	印刷费	5‸		100`);
    assert.ok(second.labels.length > 0 && second.labels.every((label) => label.startsWith('5')));
    assert.equal(
      lastLine(second.accept('50502 商品和服务支出')),
      '30202	印刷费	50502	商品和服务支出	100',
    );
    const first = completionsAt(`${table}302‸				100`);
    assert.ok(first.labels.length > 0 && first.labels.every((label) => label.startsWith('302')));
    assert.deepEqual(completionsAt(`${table}30202	印刷费	50502	‸	100`).labels, ['商品和服务支出']);
  });
});

describe('completion of names', () => {
  it('offers the name of the row’s code', () => {
    assert.deepEqual(completionsAt(`${TAB}2010303	‸`).labels, ['机关服务']);
    assert.deepEqual(completionsAt(`${PIPE}| 2010303 |‸`).labels, ['机关服务']);
    assert.deepEqual(completionsAt(`${THREE_CELLS}221	02	01	‸`).labels, ['住房公积金']);
    assert.deepEqual(completionsAt(`${CARRIED}	03	‸`).labels, ['奖金']);
  });

  it('replaces what is typed, whatever it is', () => {
    assert.equal(lastLine(completionsAt(`${TAB}2010303	机‸`).accept('机关服务')), '2010303	机关服务');
    assert.equal(
      lastLine(completionsAt(`${PIPE}| 2010303 | 服‸ | 1.00 | | |`).accept('机关服务')),
      '| 2010303 | 机关服务 | 1.00 | | |',
    );
  });

  it('finds a name by its characters and writes the code in front, the nearest 款 first', () => {
    const list = completionsAt(`${TAB}	事业‸`);
    assert.equal(list.items[0]?.label, '事业运行');
    assert.equal(lastLine(list.accept('事业运行')), '2010350	事业运行');
  });
});

describe('completion keeps out of other places', () => {
  const nothing: readonly (readonly [what: string, text: string])[] = [
    ['an amount', `${TAB}2010303	机关服务	2‸`],
    ['an empty amount', `${TAB}2010303	机关服务	‸`],
    ['the header', TAB.replace('科目编码	', '科目‸编码	')],
    ['the title', TAB.replace('2022年', '20‸22年')],
    ['the unit line', TAB.replace('单位', '单‸位')],
    ['prose', `2‸\n\n${TAB}`],
    ['a line further down', `${TAB}\n\n2‸`],
    ['a sentence right below', `${TAB}注：2‸`],
    [
      'a list of receipts',
      '收支总表\n项目	预算数	项目	预算数\n一、财政拨款	5.00	一、一般公共服务	5.00\n2‸',
    ],
    ['an empty document', '‸'],
  ];
  for (const [what, text] of nothing) it(what, () => assert.deepEqual(completionsAt(text).labels, []));
});

describe('completion of codes by name and pinyin', () => {
  it('shows what each code belongs to, for many have the same name', () => {
    const { items } = completionsAt(`${TAB}jgfw‸`);
    const shown = new Map(items.map(({ label, labelDetails }) => [label, labelDetails?.description]));
    assert.equal(shown.get('2010303 机关服务'), '政府办公厅（室）及相关机构事务');
    assert.equal(shown.get('2010603 机关服务'), '财政事务');
    assert.equal(
      completionsAt(`${TAB}203‸`).items.find(({ label }) => label === '203 国防支出')?.labelDetails
        ?.description,
      '支出功能分类科目',
    );
  });

  it('finds a code by the initials of its name, in the code column, and writes code and name', () => {
    const { labels, list, accept } = completionsAt(`${TAB}sy‸`);
    assert.equal(labels[0], '2010350 事业运行');
    assert.equal(list.isIncomplete, true);
    assert.equal(lastLine(accept('2010350 事业运行')), '2010350	事业运行');
  });

  it('finds it by syllables, cut off anywhere, and by characters of several readings', () => {
    for (const typed of ['shiyeyunxing', 'shiyeyx', 'syyunx', 'syyh', '事业运']) {
      assert.equal(completionsAt(`${TAB}${typed}‸`).labels[0], '2010350 事业运行', typed);
    }
    assert.deepEqual(completionsAt(`${TAB}qqqq‸`).labels, []);
  });

  it('finds a name in the name column, and fills in its code', () => {
    const { accept } = completionsAt(`${TAB}2010	jgfw‸`);
    assert.equal(lastLine(accept('机关服务')), '2010303	机关服务');
  });

  it('works in pipe tables and over several cells', () => {
    assert.equal(
      lastLine(completionsAt(`${PIPE}| ybxz‸`).accept('2010302 一般行政管理事务')),
      '| 2010302 | 一般行政管理事务 |',
    );
    assert.equal(
      lastLine(completionsAt(`${THREE_CELLS}221	02	zfgjj‸`).accept('2210201 住房公积金')),
      '221	02	01	住房公积金',
    );
    assert.ok(
      !completionsAt(`${THREE_CELLS}221	02	xzyx‸`).labels.some((label) => label.includes('行政运行')),
    );
    assert.equal(
      lastLine(completionsAt(`${THREE_CELLS}zfgjj‸`).accept('2210201 住房公积金')),
      '221	02	01	住房公积金',
    );
  });

  it('puts codes of the document’s other tables before others of their kind', () => {
    const other = `\n\n2022年部门支出总表
单位：万元
科目编码	科目名称	合计
208	社会保障和就业支出	1.00
20805	行政事业单位养老支出	1.00
2080506	机关事业单位职业年金缴费支出	1.00
`;
    const text = `${TAB}2‸${other}`;
    const { labels } = completionsAt(text);
    const at = (label: string) => labels.indexOf(label);
    assert.ok(at('2010303 机关服务') < at('2080506 机关事业单位职业年金缴费支出'));
    assert.ok(at('2080506 机关事业单位职业年金缴费支出') < at('20104 发展与改革事务'));
  });

  it('puts codes of the table’s budget first', () => {
    const funds = `2022年政府性基金预算支出表
单位：万元
科目编码	科目名称	合计
212	城乡社区支出	2.00
21208	国有土地使用权出让收入安排的支出	2.00
229	其他支出	1.00
22960	彩票公益金安排的支出	1.00
2‸`;
    const { labels } = completionsAt(funds);
    const codes = labels.map((label) => label.split(' ')[0] ?? '');
    const general = codes.indexOf('20101');
    assert.ok(codes.indexOf('20610') !== -1 && (general === -1 || codes.indexOf('20610') < general));
  });
});

describe('completion of codes in prose', () => {
  const PROSE = `${TAB}
第三部分 说明

`;

  it('gives the code behind a name and an opening bracket, with the closing one', () => {
    const { labels, accept } = completionsAt(`${PROSE}1.一般行政管理事务（‸`);
    assert.deepEqual(labels, ['2010302）']);
    assert.equal(lastLine(accept('2010302）')), '1.一般行政管理事务（2010302）');
    assert.equal(lastLine(completionsAt(`${PROSE}1.一般公共服务(‸)`).accept('201)')), '1.一般公共服务(201)');
    const begun = completionsAt(`${PROSE}1.一般行政管理事务（2010‸）`);
    assert.equal(lastLine(begun.accept('2010302）')), '1.一般行政管理事务（2010302）');
    assert.deepEqual(completionsAt(`${PROSE}1.一般行政管理事务（208‸`).labels, []);
  });

  it('gives the name behind a code that stands in the tables', () => {
    for (const code of ['2010302', '2010302 ']) {
      const { labels, accept } = completionsAt(`${PROSE}1.${code}‸ 2,040.00 万元`);
      assert.deepEqual(labels, ['一般行政管理事务']);
      assert.equal(lastLine(accept('一般行政管理事务')), `1.${code}一般行政管理事务 2,040.00 万元`);
    }
    for (const other of ['2010350', '1,2010302', '9992010302'])
      assert.deepEqual(completionsAt(`${PROSE}1.安排${other}‸`).labels, []);
  });

  it('gives the document’s names for pinyin and for the beginning of a name, with or without the amount', () => {
    for (const typed of ['ybxz', '一般行政']) {
      const { labels, accept } = completionsAt(`${PROSE}用于${typed}‸`);
      assert.deepEqual(labels, ['一般行政管理事务（2010302）', '一般行政管理事务（2010302）2,040.00万元']);
      assert.equal(lastLine(accept(labels[1] ?? '')), '用于一般行政管理事务（2010302）2,040.00万元');
    }
  });

  it('is silent elsewhere', () => {
    for (const typed of ['（', '本年（', '公用经费', 'a', '']) {
      assert.deepEqual(completionsAt(`${PROSE}用于${typed}‸`).labels, [], typed);
    }
  });
});
