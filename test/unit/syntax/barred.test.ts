import { strict as assert } from 'node:assert';
import { blocksOf, onlyTable } from './tables.ts';

const HEADER = ['项 目', '预算数', '决算数'];
const ROWS = [
  ['合 计', '30.80', '25.70'],
  ['因公出国（境）费', '', ''],
  ['公务接待费', '14.80', '16.30'],
  ['公务用车购置及运行费', '16.00', '9.40'],
];
const CELLS = [...HEADER, ...ROWS.flat()];
const closed = (cell: string): string => (cell === '' ? '|' : `${cell} |`);
const closedBelow = (cell: string): string => (cell === '' ? '|' : `${cell}\n|`);

/** The cells of the only table, one a row; the first line of those that go over lines. */
function cellsIn(text: string): string[] {
  return onlyTable(text, 'cell-line').rows.flatMap(({ cells }) => cells.map(({ text: cell }) => cell));
}

describe('cells one a line that bars close', () => {
  it('are read with the blank ones, where the bar stands behind each', () => {
    const text = ['一、“三公”经费决算表', '单位：万元', ...CELLS.map(closed), '二、说明'].join('\n');
    assert.deepEqual(cellsIn(text), CELLS);
    assert.deepEqual(blocksOf(text), [
      ['text', 2],
      ['cell-line', CELLS.length],
      ['text', 1],
    ]);
  });

  it('are read where the bar has a line of its own', () => {
    assert.deepEqual(cellsIn(['单位：万元', ...CELLS.map(closedBelow), '二、说明'].join('\n')), CELLS);
  });

  it('are read where a figure was taken out and its line left', () => {
    const emptied = CELLS.map((cell) => (cell === '' ? ' \n|' : `${cell}\n|`));
    assert.deepEqual(cellsIn(['单位：万元', ...emptied, '二、说明'].join('\n')), CELLS);
  });

  it('are read where a row begins with a bar', () => {
    const rows = [HEADER, ...ROWS].flatMap((row) => ['|', ...row.map(closedBelow)]);
    // The bar in front of each row is a blank cell, in the same place of each.
    const cells = [HEADER, ...ROWS].flatMap((row) => ['', ...row]).slice(1);
    assert.deepEqual(cellsIn(rows.join('\n')), cells);
  });

  it('may go over lines: the first is the text, all of them the whole', () => {
    const heading = '公务用车购置及运行\n维护费';
    const text = ['项目', heading, ...ROWS.flatMap(([name = '', , figure = '']) => [name, figure])];
    const { rows } = onlyTable(text.map(closedBelow).join('\n'), 'cell-line');
    const [cell] = rows[1]?.cells ?? [];
    assert.equal(cell?.text, '公务用车购置及运行');
    assert.equal(cell?.whole, '公务用车购置及运行维护费');
    assert.deepEqual(cell?.span, { line: 2, start: 0, end: 9 });
  });

  it('are unsure where bars behind each other fill a row up, for blank cells may have been left out', () => {
    const text = [...HEADER.map(closed), '合计 |', '3.00 ||', ...ROWS.flat().map(closed)].join('\n');
    const filler = onlyTable(text, 'cell-line').rows.filter(({ unsure }) => unsure);
    assert.deepEqual(
      filler.map(({ line, cells }) => [line, cells[0]?.text]),
      [[4, '']],
    );
  });

  it('are told by fewer rows where they end with one, and by what numbers the columns', () => {
    const head = ['单位编码', '单位名称', '合计', '人员经费', '公用经费', '备注'];
    const row = ['011001', '某县统计局', '7.00', '4.00', '3.00', ''];
    const total = ['合计', '', '7.00', '4.00', '3.00', ''];
    for (const cells of [
      [...head, ...row],
      [...head, ...row, ...total],
      [...head, '**', '**', '1', '2', '3', '4', ...row.slice(0, 2)],
    ]) {
      assert.deepEqual(blocksOf([...cells.map(closed), '说明'].join('\n')), [
        ['cell-line', cells.length],
        ['text', 1],
      ]);
    }
  });

  it('are none where no rows show: a list of words, or two figures', () => {
    assert.deepEqual(blocksOf(['职责', '机构', '人员', '说明'].map(closed).join('\n')), [['text', 4]]);
    assert.deepEqual(blocksOf(['项目', '合计', '3.00', '5.00'].map(closed).join('\n')), [['text', 4]]);
  });
});
