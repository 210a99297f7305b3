import { strict as assert } from 'node:assert';
import { blocksOf, onlyTable, rowsOf } from './tables.ts';

describe('html dialect', () => {
  it('reads a table in one line', () => {
    const text =
      '部门收支总表\n<table><tr><th>项目</th><th>预算数</th></tr><tr><td>一、拨款</td><td>1,234.50</td></tr></table>\n后文';
    assert.deepEqual(rowsOf(text, 'html'), [
      ['项目', '预算数'],
      ['一、拨款', '1,234.50'],
    ]);
    assert.deepEqual(blocksOf(text), [
      ['text', 1],
      ['html', 1],
      ['text', 1],
    ]);
  });

  it('reads a table over many lines: a row is on the line of its first cell, each cell on its own', () => {
    const text =
      '<TABLE border="1"\n  class=x>\n<tr>\n  <td>201</td>\n  <td>政府\n  采购</td>\n  <td>5.00</td>\n</tr>\n</TABLE>';
    const [row] = onlyTable(text, 'html').rows;
    assert.equal(row?.line, 3);
    assert.deepEqual(
      row?.cells.map(({ span, text: cell, whole }) => [span.line, cell, whole]),
      [
        [3, '201', undefined],
        [4, '政府', '政府采购'],
        [6, '5.00', undefined],
      ],
    );
  });

  it('narrows spans to the text within marks, blanks and blank entities', () => {
    const text =
      '<table><tr><td>&nbsp;&nbsp;<b>其中：</b>&#160;</td><td> <p>1.00</p>\u3000</td><td>A&amp;B &lt;5</td><td>&nbsp;</td></tr></table>';
    assert.deepEqual(rowsOf(text, 'html'), [['其中：', '1.00', 'A&amp;B &lt;5', '']]);
  });

  it('reads cells whose tags go over lines, as word processors write them', () => {
    const cell = (text: string) =>
      `<td width=96 style='width:72.0pt;border:none;\n  height:17pt'>\n  <p class=a align=right><span lang=EN-US\n  style='font-size:9.0pt'>${text}</span></p>\n  </td>`;
    const text = `<table class=b border=1\n style='border:none'>\n <tr>\n  ${cell('201')}\n  ${cell('教育支出')}\n  ${cell('1,234.50')}\n </tr>\n</table>`;
    const [row] = onlyTable(text, 'html').rows;
    const lines = text.split('\n');
    assert.deepEqual(
      row?.cells.map(({ text: own }) => own),
      ['201', '教育支出', '1,234.50'],
    );
    for (const { span, text: own } of row?.cells ?? [])
      assert.equal(lines[span.line]?.slice(span.start, span.end), own);
  });

  it('puts a cell that spans columns or rows in the first of them', () => {
    const text = `<table>
<tr><th rowspan="2">科目</th><th colspan=2>支出</th><th rowspan='3'>备注</th></tr>
<tr><th>基本</th><th>项目</th></tr>
<tr><td>201</td><td>1.00</td><td>2.00</td></tr>
<tr><td>208</td><td>3.00</td><td>4.00</td><td>无</td></tr>
</table>`;
    assert.deepEqual(rowsOf(text, 'html'), [
      ['科目', '支出', '', '备注'],
      ['', '基本', '项目', ''],
      ['201', '1.00', '2.00', ''],
      ['208', '3.00', '4.00', '无'],
    ]);
  });

  it('reads a caption as a row, so that the title is not lost', () => {
    assert.deepEqual(
      rowsOf('<table><caption>部门收支总表</caption><tr><td>a</td><td>b</td></tr></table>', 'html'),
      [['部门收支总表'], ['a', 'b']],
    );
  });

  it('leaves out a table within a cell, and the second in a line', () => {
    const inner = '<table><tr><td>9.00</td></tr></table>';
    assert.deepEqual(rowsOf(`<table><tr><td>甲${inner}</td><td>1.00</td></tr></table>`, 'html'), [
      ['甲', '1.00'],
    ]);
    assert.deepEqual(rowsOf(`<table><tr><td>甲</td></tr></table>${inner}`, 'html'), [['甲']]);
  });

  it('ends where something stands that belongs to no row, if tags are not closed', () => {
    const text = '<table>\n<tr><td>一<td>1.00\n<tr><td>二<td>2.00</tr>\n\n部门收入总表\n正文';
    assert.deepEqual(rowsOf(text, 'html'), [
      ['一', '1.00'],
      ['二', '2.00'],
    ]);
    assert.deepEqual(blocksOf(text), [
      ['html', 3],
      ['blank', 1],
      ['text', 2],
    ]);
    assert.deepEqual(blocksOf('<table><tr><td>一</td></tr>\n<table><tr><td>二</td></tr></table>'), [
      ['html', 1],
      ['html', 1],
    ]);
  });

  it('is no prose about tags, and no comment', () => {
    assert.deepEqual(blocksOf('用<table>标签写的表\n<tr>也不算'), [['text', 2]]);
    assert.deepEqual(rowsOf('<table><!-- <tr><td>旧</td></tr> --><tr><td>新</td></tr></table>', 'html'), [
      ['新'],
    ]);
  });

  it('believes no spans that would fill memory', () => {
    const { rows } = onlyTable(
      `<table>${'<tr><td rowspan=1000 colspan=100>x</td></tr>'.repeat(1000)}</table>`,
      'html',
    );
    const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
    assert.equal(rows.length, 1000);
    assert.ok(cells < 50_000, `${cells} cells`);
  });

  it('goes over a few signs between two rows', () => {
    const [first, second] = ['<tr><td>甲</td><td>1.00</td></tr>', '<tr><td>乙</td><td>2.00</td></tr>'];
    assert.deepEqual(rowsOf(`<table>\n${first}\nT T\n_\n${second}\n</table>`, 'html'), [
      ['甲', '1.00'],
      ['乙', '2.00'],
    ]);
  });

  it('tells how many columns a cell spans', () => {
    const { rows } = onlyTable('<table><tr><td colspan="2">收入</td><td>支出</td></tr></table>', 'html');
    assert.deepEqual(
      rows[0]?.cells.map(({ columns }) => columns),
      [2, undefined, undefined],
    );
  });
});
