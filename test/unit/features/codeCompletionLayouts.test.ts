import assert from 'node:assert/strict';
import { CARRIED, COMMA, HTML, lastLine, PIPE, TAB, THREE_CELLS } from '../../support/codeTables.ts';
import { completionsAt } from '../../support/completions.ts';

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
