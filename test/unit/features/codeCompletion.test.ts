import assert from 'node:assert/strict';
import { CARRIED, lastLine, PIPE, TAB, THREE_CELLS } from '../../support/codeTables.ts';
import { completionsAt } from '../../support/completions.ts';

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
