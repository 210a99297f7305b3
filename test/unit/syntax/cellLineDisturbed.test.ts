import { strict as assert } from 'node:assert';
import { parse } from '#core/syntax/parse.ts';
import { cellsOf, onlyTable, rowsOf } from './tables.ts';

const HEADER = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS = [
  ['201', '一般公共服务支出', '5.00', '2.00', '3.00'],
  ['20103', '政府办公厅', '5.00', '', '5.00'],
  ['208', '社会保障和就业支出', '3.00', '3.00', ''],
  ['20805', '养老支出', '1.00', '', '1.00'],
];
/** The same without blank cells. */
const FULL = ROWS.map((row) => row.map((cell) => cell || '0.00'));

/** The rows with some lines in front of all but the first. */
function apart(rows: readonly (readonly string[])[], ...between: readonly string[]): string {
  return [...HEADER, ...rows.flatMap((row, index) => (index === 0 ? row : [...between, ...row]))].join('\n');
}

/** The rows of all tables in cells one a line that are as wide as their heading. */
function wideRows(text: string, width: number): string[][] {
  const tables = parse(text).blocks.flatMap(({ node }) => (node.kind === 'table' ? node : []));
  return tables.flatMap(({ rows }) =>
    rows.filter((row) => row.cells.length >= width && !row.unsure).map(cellsOf),
  );
}

describe('cells one a line with disturbances', () => {
  it('are read where pages end between the rows: a number between blank lines, or a blank line alone', () => {
    for (const between of [['', '7', ''], ['']])
      for (const rows of [ROWS, FULL])
        assert.deepEqual(trimmed(rowsOf(apart(rows, ...between), 'cell-line')), trimmed([HEADER, ...rows]));
  });

  it('are read where a name goes over two lines, and its row is known to be torn', () => {
    const wrapped = ROWS.map((row) =>
      row.flatMap((cell) => (cell.length > 8 ? [cell.slice(0, 6), cell.slice(6)] : cell)),
    );
    const { rows } = onlyTable([...HEADER, ...wrapped.flat()].join('\n'), 'cell-line');
    assert.deepEqual(trimmed(rows.map(cellsOf)), trimmed([HEADER, ...ROWS]));
    assert.deepEqual(
      rows.map(({ torn }) => torn ?? false),
      [false, false, false, true, false],
    );
    assert.ok(rows.every(({ unsure }) => !unsure));
  });

  it('are read below a heading torn behind the number of its year', () => {
    const header = ['科目编码', '科目名称', '2025年预算数'];
    const rows = ROWS.map((row) => row.slice(0, 3));
    const lines = [...header.slice(0, 2), '2025', '年预算数', ...rows.flat()];
    assert.deepEqual(rowsOf(lines.join('\n'), 'cell-line'), [header, ...rows]);
  });

  it('take no blank line at the end of a page for a cell where blank cells left no lines', () => {
    const dropped = ROWS.map((row) => row.filter((cell) => cell !== ''));
    assert.deepEqual(wideRows(apart(dropped, ''), HEADER.length), []);
    assert.deepEqual(wideRows(apart(dropped, '', '7', ''), HEADER.length), []);
  });

  it('put no two names together that stand in lists abreast without blank cells, nor numbered ones', () => {
    const header = ['项目', '预算数', '项目', '预算数'];
    const rows = [
      ['财政拨款', '5.00', '教育支出', '1.00'],
      ['事业收入', '2.00', '文化支出', '2.00'],
      // The figure of 经营收入 was blank and left no line.
      ['经营收入', '农林水支出', '3.00'],
      ['其他收入', '1.00', '其他支出', '4.00'],
      ['收入总计', '8.00', '支出总计', '10.00'],
    ];
    const text = [...header, ...rows.flat()].join('\n');
    assert.ok(!wideRows(text, 4).flat().includes('经营收入农林水支出'));
    const numbered = apart([
      ...ROWS,
      ['', '一、基本支出', '', '', ''],
      ['301', '二、其他', '1.00', '1.00', ''],
    ]);
    assert.ok(!rowsOf(numbered, 'cell-line').flat().includes('一、基本支出二、其他'));
  });

  it('are no rows below headings of which two are the same, for their groups are missing', () => {
    const header = ['单位名称', '小计', '购置费', '小计', '购置费'];
    const rows = [
      ['某局', '1.00', '', '2.00', '2.00'],
      ['某局本级', '1.00', '', '2.00', '2.00'],
    ];
    assert.deepEqual(wideRows([...header, ...rows.flat()].join('\n'), 5), []);
  });
});

/** Rows without the blank cells at their ends, which a table need not show. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
}
