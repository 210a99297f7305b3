import assert from 'node:assert/strict';
import { type CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import type { ClientSupport } from '#server/clientSupport.ts';
import { codeActionsAt } from '#server/features/codeActions.ts';
import { analysisOf, applyEdits, featureContext } from '../../support/features.ts';
import { placeOf } from '../../support/marked.ts';

const DOCUMENT = { uri: 'file:///a.budget.txt', version: 3 };

const HEAD = '2022年一般公共预算支出表\n单位：万元\n科目编码	科目名称	合计	基本支出	项目支出\n';

/** The actions at the first place of a text, titles as keys. */
function actionsAt(
  text: string,
  needle: string,
  client: Partial<ClientSupport> = {},
): ReadonlyMap<string, CodeAction> {
  const place = placeOf(text, needle, 1);
  const context = featureContext(client);
  const range = { start: place, end: place };
  const actions = codeActionsAt(analysisOf(text), range, ['quickfix'], DOCUMENT, context);
  // Those that silence a finding have tests of their own.
  const fixes = actions.filter(({ title }) => !title.includes('忽略'));
  return new Map(fixes.map((action) => [action.title, action]));
}

function applied(text: string, action: CodeAction | undefined): string {
  assert.ok(action?.edit, 'no such action');
  const changes = action.edit.documentChanges?.filter(TextDocumentEdit.is) ?? [];
  const edits = changes.flatMap((change) => change.edits).filter((edit) => 'newText' in edit);
  return applyEdits(text, [...edits, ...(action.edit.changes?.[DOCUMENT.uri] ?? [])]);
}

describe('fixes of codes', () => {
  it('offer the right code for the name and the right name for the code', () => {
    const text = `${HEAD}201	一般公共服务支出	5.00	3.00	2.00
20103	政府办公厅(室)及相关机构事务	5.00	3.00	2.00
2010301	行政运行	3.00	3.00	
2010302	政务公开审批	2.00		2.00
`;
    const actions = actionsAt(text, '政务公开审批');
    assert.deepEqual([...actions.keys()], ['改为 2010306 政务公开审批', '名称改为“一般行政管理事务”']);
    assert.equal(applied(text, actions.get('改为 2010306 政务公开审批')), text.replace('2010302', '2010306'));
    assert.equal(
      applied(text, actions.get('名称改为“一般行政管理事务”')),
      text.replace('政务公开审批', '一般行政管理事务'),
    );
  });

  it('write names with the brackets of the table', () => {
    const text = `${HEAD}302	商品和服务支出	5.00	3.00	2.00
30201	办公费	3.00	3.00	
30212	因公出国(境)费用	2.00		2.00
30213	租赁费	2.00		2.00
`;
    assert.ok(actionsAt(text, '租赁费').has('名称改为“维修(护)费”'));
  });

  it('write a digit more or fewer in aligned tables so that the names stay where they are', () => {
    const rows = (wrong: string) => `2023年一般公共预算支出表
单位：万元
科目编码    科目名称                                  合计
201         一般公共服务支出                        700.00
20103       政府办公厅（室）及相关机构事务          700.00
2010301     行政运行                                500.00
${wrong}一般行政管理事务                        200.00
`;
    for (const wrong of ['201032      ', '20103022    ']) {
      const action = actionsAt(rows(wrong), wrong.trim()).get('改为 2010302 一般行政管理事务');
      assert.equal(applied(rows(wrong), action), rows('2010302     '), wrong);
    }
  });

  it('offer the code of the name for one of another list', () => {
    const text = `${HEAD}201	一般公共服务支出			
2010301	行政运行	3.00	3.00	
2010302	一般行政管理事务	2.00		2.00
2010303	机关服务	2.00		2.00
30101	政务公开审批	2.00		2.00
`;
    assert.deepEqual([...actionsAt(text, '30101').keys()], ['改为 2010306 政务公开审批']);
  });

  it('rewrite only the cell that differs of a code over several', () => {
    const text = `2022年部门支出表
类	款	项	科目名称	合计
208	05		行政事业单位养老支出	5.00
208	05	05	机关事业单位基本养老保险缴费支出	3.00
208	05	05	机关事业单位职业年金缴费支出	2.00
`;
    const action = actionsAt(text, '机关事业单位职业年金缴费支出').get(
      '改为 2080506 机关事业单位职业年金缴费支出',
    );
    assert.equal(action?.isPreferred, true);
    assert.equal(
      applied(text, action),
      text.replace('208	05	05	机关事业单位职业', '208	05	06	机关事业单位职业'),
    );
  });

  it('offer the nearest codes for one that is unknown and has no telling name', () => {
    const text = `${HEAD}208	社会保障和就业支出	5.00	5.00	
20805	行政事业单位养老支出	5.00	5.00	
2080505	机关事业单位基本养老保险缴费支出	3.00	3.00	
2080560	养老专项	2.00	2.00	
`;
    assert.deepEqual([...actionsAt(text, '2080560').keys()].slice(0, 1), [
      '改为 2080506 机关事业单位职业年金缴费支出',
    ]);
  });

  it('offer none of another 款 for a name that is not its own', () => {
    const text = `${HEAD}208	社会保障和就业支出	5.00	5.00	
20805	行政事业单位养老支出	5.00	5.00	
2080505	机关事业单位基本养老保险缴费支出	3.00	3.00	
2080560	养老专项	2.00	2.00	
`;
    const codes = [...actionsAt(text, '2080560').keys()].flatMap(
      (title) => /^改为 (\d+)/.exec(title)?.[1] ?? [],
    );
    assert.ok(codes.length > 0);
    assert.ok(
      codes.every((code) => code.startsWith('20805')),
      codes.join(),
    );
  });

  it('offer the right code beside one that is no longer in use, and not its old name', () => {
    const text = `${HEAD}302	商品和服务支出	5.00	5.00	
30201	办公费	2.00	2.00	
30205	水费	1.00	1.00	
30220	劳务费	2.00	2.00	
`;
    const titles = [...actionsAt(text, '劳务费').keys()];
    assert.ok(titles.includes('改为 30226 劳务费'), titles.join());
    assert.ok(!titles.some((title) => title.includes('工程建设费')), titles.join());
  });

  it('replace a code that ended by its successor, with its name', () => {
    const text = `${HEAD}201	一般公共服务支出	5.00	5.00	
20103	政府办公厅（室）及相关机构事务	3.00	3.00	
2010301	行政运行	3.00	3.00	
20115	工商行政管理事务	2.00	2.00	
`;
    assert.equal(
      applied(text, actionsAt(text, '20115').get('改为 20138 市场监督管理事务')),
      text.replace('20115	工商行政管理事务', '20138	市场监督管理事务'),
    );
  });

  it('change every sure case of a rule at once, which is shown first', () => {
    const text = `${HEAD}208	社会保障和就业支出	5.00	5.00	
20805	行政事业单位离退休	3.00	3.00	
2080501	归口管理的行政单位离退休	3.00	3.00	
210	卫生健康支出	2.00	2.00	
21011	行政事业单位医疗	2.00	2.00	
2101101	行政单位医疗	2.00	2.00	
`;
    const title = '改正文件中全部有把握的“科目名称不符”（2 处）';
    const action = actionsAt(text, '行政事业单位离退休').get(title);
    assert.equal(
      applied(text, action),
      text.replace('归口管理的行政单位', '行政单位').replace('行政事业单位离退休', '行政事业单位养老支出'),
    );
    assert.deepEqual(Object.values(action?.edit?.changeAnnotations ?? {}), [
      { label: title, needsConfirmation: true },
    ]);
    const plain = actionsAt(text, '行政事业单位离退休', { changeAnnotations: false }).get(title);
    assert.equal(plain?.edit?.changeAnnotations, undefined);
    assert.equal(applied(text, plain), applied(text, action));
  });
});

describe('fixes of rows', () => {
  const ordered = `201	一般公共服务支出	9.00	9.00	
20103	政府办公厅（室）及相关机构事务	9.00	9.00	
2010301	行政运行	7.00	7.00	
2010302	一般行政管理事务	2.00	2.00	
`;

  const SOCIAL = [
    '208\t社会保障和就业支出\t4.00\t4.00\t',
    '20805\t行政事业单位养老支出\t4.00\t4.00\t',
    '2080505\t机关事业单位基本养老保险缴费支出\t4.00\t4.00\t',
  ];

  it('sort the rows by their codes, each line as it is', () => {
    const rows = ordered.split('\n');
    const text = HEAD + [rows[0], rows[1], rows[3], rows[2], ''].join('\n');
    const action = actionsAt(text, '2010301').get('各行按编码排序');
    assert.equal(applied(text, action), HEAD + ordered);
    assert.equal(Object.keys(action?.edit?.changeAnnotations ?? {}).length, 1);
  });

  it('insert a missing subtotal with the sums of its parts, in the style of the row', () => {
    const before = `${HEAD}${ordered}208	社会保障和就业支出	4.00	4.00	
20805	行政事业单位养老支出	4.00	4.00	
2080505	机关事业单位基本养老保险缴费支出	4.00	4.00	
210	卫生健康支出	1,002.50	1,001.00	1.50
`;
    const items = '2101101	行政单位医疗	1,001.00	1,001.00	\n2101103	公务员医疗补助	1.50		1.50\n';
    assert.equal(
      applied(
        before + items,
        actionsAt(before + items, '2101101').get('插入 21011 行政事业单位医疗 的小计行'),
      ),
      `${before}21011	行政事业单位医疗	1,002.50	1,001.00	1.50\n${items}`,
    );
  });

  it('insert sums that part their thousands as the table does, also where no part reaches a thousand', () => {
    const before = `${HEAD}${ordered}208	社会保障和就业支出	1,004.00	1,004.00	
20805	行政事业单位养老支出	1,004.00	1,004.00	
2080505	机关事业单位基本养老保险缴费支出	1,004.00	1,004.00	
210	卫生健康支出	1,002.50	1,002.50	
`;
    const items = '2101101	行政单位医疗	801.00	801.00	\n2101103	公务员医疗补助	201.50	201.50	\n';
    assert.equal(
      applied(
        before + items,
        actionsAt(before + items, '2101101').get('插入 21011 行政事业单位医疗 的小计行'),
      ),
      `${before}21011	行政事业单位医疗	1,002.50	1,002.50	\n${items}`,
    );
  });

  const cells = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['201', '一般公共服务支出', '8.00', '5.00', '3.00'],
    ['20103', '政府办公厅（室）及相关机构事务', '8.00', '5.00', '3.00'],
    ['2010301', '行政运行', '5.00', '4.00', '1.00'],
    ['2010302', '一般行政管理事务', '3.00', '1.00', '2.00'],
    ['210', '卫生健康支出', '1,002.50', '1,000.50', '2.00'],
    ['21011', '行政事业单位医疗', '1,002.50', '1,000.50', '2.00'],
    ['2101101', '行政单位医疗', '1,000.00', '999.00', '1.00'],
    ['2101103', '公务员医疗补助', '2.50', '1.50', '1.00'],
  ];
  const places = [0, 10, 54, 68, 82];
  const width = (text: string) => text.length + (text.match(/[^\0-\x7f]/g)?.length ?? 0);
  const ways: readonly (readonly [
    what: string,
    head: string,
    write: (row: readonly string[]) => string,
    foot: string,
  ])[] = [
    ['with commas', '', (row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','), ''],
    [
      'of HTML',
      '<table>\n',
      (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
      '</table>\n',
    ],
    [
      'with aligned cells',
      '',
      (row) =>
        row.reduce((line, cell, index) => {
          const isRight = index > 1;
          const start = (places[index] ?? 0) - (isRight ? width(cell) : 0);
          return `${line}${' '.repeat(start - width(line))}${cell}`;
        }, ''),
      '',
    ],
  ];
  for (const [what, head, write, foot] of ways) {
    const tableOf = (order: readonly number[]) =>
      `2022年一般公共预算支出表\n单位：万元\n${head}${order.map((at) => `${write(cells[at] ?? [])}\n`).join('')}${foot}`;
    const whole = tableOf([0, 1, 2, 3, 4, 5, 6, 7, 8]);

    it(`sort rows of tables ${what}`, () => {
      const text = tableOf([0, 1, 2, 4, 3, 5, 6, 7, 8]);
      assert.equal(applied(text, actionsAt(text, '2010301').get('各行按编码排序')), whole);
    });

    it(`insert a missing subtotal in tables ${what}`, () => {
      const text = tableOf([0, 1, 2, 3, 4, 5, 7, 8]);
      const action = actionsAt(text, '2101101').get('插入 21011 行政事业单位医疗 的小计行');
      assert.equal(applied(text, action), whole);
    });
  }

  it('insert a row in a pipe table, and one over three cells', () => {
    const pipe = `2022年支出表

| 科目编码 | 科目名称 | 合计 | 项目支出 |
|---|---|---|---|
| 201 | 一般公共服务支出 | 9.00 | |
| 20103 | 政府办公厅（室）及相关机构事务 | 9.00 | |
| 2010301 | 行政运行 | 9.00 | |
| 221 | 住房保障支出 | 2.00 | 1.00 |
| 2210201 | 住房公积金 | 1.00 | |
| 2210203 | 购房补贴 | 1.00 | 1.00 |
`;
    const row = applied(pipe, actionsAt(pipe, '2210201').get('插入 22102 住房改革支出 的小计行'))
      .split('\n')
      .find((line) => line.includes('22102 '));
    assert.equal(row, '| 22102 | 住房改革支出 | 2.00 | 1.00 |');
    const cells = `2022年支出表
类	款	项	科目名称	合计
201			一般公共服务支出	9.00
201	03		政府办公厅（室）及相关机构事务	9.00
201	03	01	行政运行	9.00
221			住房保障支出	2.00
221	02	01	住房公积金	2.00
`;
    assert.equal(
      applied(cells, actionsAt(cells, '01	住房公积金').get('插入 22102 住房改革支出 的小计行')),
      cells.replace('221	02	01', '221	02		住房改革支出	2.00\n221	02	01'),
    );
  });

  it('are not offered where rows without a code would be torn from theirs, or left out of a sum', () => {
    const [group, office, running, general] = ordered.split('\n');
    const part = '\t其中：个人\t1.00\t1.00\t';
    const unsorted = HEAD + [group, office, general, running, part, ''].join('\n');
    assert.ok(actionsAt(unsorted.replace(`${part}\n`, ''), '2010301').has('各行按编码排序'));
    assert.ok(!actionsAt(unsorted, '2010301').has('各行按编码排序'));

    const housing = ['221\t住房保障支出\t5.00\t5.00\t', '2210201\t住房公积金\t3.00\t3.00\t', part];
    const rows = [
      ...ordered.trimEnd().split('\n'),
      ...SOCIAL,
      ...housing,
      '2210203\t购房补贴\t2.00\t2.00\t',
      '',
    ];
    const whole = HEAD + rows.filter((row) => row !== part).join('\n');
    assert.ok(actionsAt(whole, '2210201').has('插入 22102 住房改革支出 的小计行'));
    assert.ok(!actionsAt(HEAD + rows.join('\n'), '2210201').has('插入 22102 住房改革支出 的小计行'));
  });

  it('are not offered where upper digits stand in another row', () => {
    const carried = `2022年基本支出表
类	款	科目名称	合计
301		工资福利支出	9.00
	02	津贴补贴	4.00
	01	基本工资	5.00
302		商品和服务支出	2.00
	01	办公费	2.00
`;
    assert.ok(!actionsAt(carried, '01	基本工资').has('各行按编码排序'));
  });
});
