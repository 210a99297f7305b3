import { strict as assert } from 'node:assert';
import { blocksOf, cellsOf, dialectsOf, onlyTable, rowsOf } from './tables.ts';

const HEADER = ['科目编码', '科目名称', '合计', '基本支出'];
const ROWS = [
  ['201', '一般公共服务', '5.00', '2.00'],
  ['20103', '政府办公厅', '5.00', '2.00'],
  ['208', '社会保障', '3.00', '-'],
  ['20805', '养老支出', '1,003.00', '1.00'],
];
const CELLS = [...HEADER, ...ROWS.flat()];

describe('cell-line dialect', () => {
  it('reads a table of one cell a line, and its total, which has no code', () => {
    const text = ['部门支出总表', '单位：万元', ...CELLS, '合计', '8.00', '3.00', '', '三、说明'].join('\n');
    assert.deepEqual(rowsOf(text, 'cell-line'), [HEADER, ...ROWS, ['', '合计', '8.00', '3.00']]);
    assert.deepEqual(blocksOf(text), [
      ['text', 2],
      ['cell-line', 23],
      ['blank', 1],
      ['text', 1],
    ]);
  });

  it('does not begin with a title that goes on behind its 表', () => {
    const text = ['附件3-1', '', '基本支出预算明细表-工资福利支出（按经济分类）', '', ...CELLS].join('\n');
    assert.deepEqual(rowsOf(text, 'cell-line'), [HEADER, ...ROWS]);
  });

  it('reads it where the total stands in front of all rows, in the column of the codes', () => {
    const total = ['合计', '', '1,011.00', '5.00'];
    const text = ['部门支出总表', ...HEADER, ...total, ...ROWS.flat()].join('\n');
    assert.deepEqual(rowsOf(text, 'cell-line'), [HEADER, total, ...ROWS]);
  });

  it('reads it where the total in front of all rows came without the empty cell of its code', () => {
    for (const code of [['科目编码'], ['类', '款', '项']]) {
      const header = [...code, '科目名称', '金额'];
      const levels = [
        ['201', '', ''],
        ['201', '03', ''],
        ['201', '03', '01'],
        ['201', '03', '02'],
        ['208', '', ''],
      ];
      const names = ['一般公共服务支出', '政府办公厅', '行政运行', '一般行政管理事务', '社会保障支出'];
      const rows = names.map((name, index) => [
        ...(code.length > 1 ? (levels[index] ?? []) : [(levels[index] ?? []).join('')]),
        ...[name, `${index + 1}1.00`],
      ]);
      const text = ['支出表', ...header, '合计', '62.00', ...rows.flat()].join('\n');
      const total = [...code.map(() => ''), '合计', '62.00'];
      assert.deepEqual(rowsOf(text, 'cell-line'), [header, total, ...rows]);
    }
  });

  it('reads no rows in which amounts stand below 名称, or names below 金额', () => {
    const rows = Array.from({ length: 6 }, (_, index) => ['行政运行', `${index + 1}1.00`]).flat();
    assert.deepEqual(rowsOf(['项目', '金额', ...rows].join('\n'), 'cell-line').length, 7);
    assert.deepEqual(dialectsOf(['金额', '名称', ...rows].join('\n')), []);
  });

  it('reads it with a blank line between any two cells', () => {
    const { rows } = onlyTable(CELLS.join('\n\n'), 'cell-line');
    assert.deepEqual(rows.map(cellsOf), [HEADER, ...ROWS]);
    assert.equal(rows[1]?.line, 8);
    assert.equal(rows[1]?.cells[2]?.span.line, 12);
  });

  it('reads a row that numbers the columns, and rows that begin with their names', () => {
    const rows = [
      ['一、拨款', '1', '5.00'],
      ['二、事业', '2', '1.00'],
      ['三、经营', '3', '—'],
      ['四、其他', '4', '2.00'],
    ];
    const text = ['项目', '行次', '预算数', '1', '2', '3', ...rows.flat()].join('\n');
    assert.deepEqual(rowsOf(text, 'cell-line'), [['项目', '行次', '预算数'], ['1', '2', '3'], ...rows]);
  });

  it('is sure of no row from the one in front of a lost cell on', () => {
    const text = [...CELLS, '210', '2.00', '1.00', '221', '住房保障', '1.00', '1.00'].join('\n');
    const { rows, lineCount } = onlyTable(text, 'cell-line');
    assert.equal(lineCount, CELLS.length + 7);
    assert.deepEqual(
      rows.map(({ unsure }) => unsure ?? false),
      [false, false, false, false, true, true, true],
    );
    const names = [...CELLS.slice(0, 20), '五、其他', '收入总计', '9.00', '1.00'].join('\n');
    const unsure = onlyTable(names, 'cell-line').rows.map((row) => row.unsure ?? false);
    assert.deepEqual(unsure, [false, false, false, false, true, true]);
  });

  it('has each cell for a row where the columns are in doubt, and only codes beside names show rows', () => {
    for (const cells of [
      [...HEADER.slice(0, 3), '余额栏', ...CELLS.slice(4, 16)],
      [...HEADER.slice(1), ...ROWS.flat()],
      CELLS.filter((cell) => cell !== '政府办公厅'),
    ]) {
      const { rows } = onlyTable(cells.join('\n'), 'cell-line');
      assert.ok(rows.every((row) => row.cells.length === 1));
    }
  });

  it('reads few rows below headings that tables are known to have, which nothing else fits', () => {
    assert.deepEqual(rowsOf(CELLS.slice(0, 16).join('\n'), 'cell-line'), [HEADER, ...ROWS.slice(0, 3)]);
  });

  it('takes nothing whose columns are in doubt', () => {
    const list = [
      '姓名',
      '电话',
      ...['张某', '83250001', '李某', '83250002', '王某', '83250003', '赵某', '83250004'],
    ];
    for (const cells of [
      list,
      ['目录', '一、概况', '1', '二、收支', '2', '三、其他', '3', '四、附件', '4'],
    ]) {
      assert.deepEqual(dialectsOf(cells.join('\n')), [], cells.join(' '));
    }
  });

  it('has no rows narrower than the one that numbers its columns', () => {
    const rows = ['301', '302', '303', '307', '310', '399'].flatMap((code, at) => [
      `${code}某某支出`,
      `5${at}.00`,
      `5${at}.00`,
    ]);
    const head = ['经济分类科目', '合计', '人员经费', '公用经费', '备注'];
    const numbered = rowsOf([...head, '**', '**', '**', '**', ...rows].join('\n'), 'cell-line');
    assert.ok(numbered.every((cells) => cells.length === 1));
    const whole = ['经济分类科目', '合计', '人员经费', '**', '**', '**', ...rows];
    assert.deepEqual(dialectsOf(whole.join('\n')), ['cell-line']);
  });
});
