import { strict as assert } from 'node:assert';
import { wholeRows } from '#core/disclosure/wholeRows.ts';
import type { TableNode } from '#core/syntax/nodes.ts';
import { parse } from '#core/syntax/parse.ts';

/** The first cells of the rows that may have lost a cell, or have one too many. */
function unsure(...lines: readonly string[]): string[] {
  const [block] = parse(lines.join('\n')).blocks.filter(({ node }) => node.kind === 'table');
  assert.ok(block);
  return wholeRows(block.node as TableNode)
    .filter((row) => row.unsure)
    .map(({ cells }) => cells.map(({ text }) => text).join('|'));
}

function barred(line: string): string {
  return line.replaceAll('\t', '|');
}

const HEAD = '科目编码\t科目名称\t合计\t基本支出\t项目支出';

describe('rows that are whole', () => {
  it('are those with as many cells as the head', () => {
    assert.deepEqual(unsure(HEAD, '201\t一般公共服务支出\t5.00\t3.00\t2.00', '合计\t\t5.00\t3.00\t2.00'), []);
  });

  it('are not those that lack a cell while the others show their blanks', () => {
    const rows = [
      '201\t一般公共服务支出\t5.00\t\t5.00',
      '20101\t人大事务\t5.00\t5.00',
      '208\t社保\t1.00\t1.00\t',
    ];
    assert.deepEqual(unsure(HEAD, ...rows), ['20101|人大事务|5.00|5.00']);
  });

  it('are not those with a cell too many', () => {
    const rows = ['201\t一般公共服务支出\t5.00\t3.00\t2.00', '205\t教育支出\t\t4.00\t4.00\t'];
    assert.deepEqual(unsure(HEAD, ...rows), ['205|教育支出||4.00|4.00|']);
  });

  it('are those whose empty cells at the end were left out, if a blank among the others shows its place', () => {
    const rows = [
      '201\t一般公共服务支出\t5.00\t2.00\t2.00\t1.00',
      '205\t教育支出\t4.00\t\t4.00',
      '208\t社会保障支出\t1.00\t1.00',
    ];
    assert.deepEqual(unsure(`${HEAD}\t上缴上级支出`, ...rows), ['208|社会保障支出|1.00|1.00']);
  });

  it('are those whose last figure stands in front of a column of remarks that all leave out', () => {
    const rows = ['201\t一般公共服务支出\t5.00\t3.00\t2.00', '205\t教育支出\t4.00\t1.00\t3.00'];
    assert.deepEqual(unsure(`${HEAD}\t备 注`, ...rows), []);
  });

  it('are not those with a remark where the last figure should stand, or a cell less, or their blanks at the end', () => {
    const remarked = '205\t教育支出\t4.00\t3.00\t含上年结转';
    const short = '206\t科学技术支出\t4.00\t4.00';
    assert.deepEqual(unsure(`${HEAD}\t备注`, remarked, short), [remarked, short].map(barred));
    const closed = '208\t社会保障和就业支出\t1.00\t0.50\t0.50\t';
    const torn = '210\t卫生健康支出\t4.00\t1.00\t3.00';
    assert.deepEqual(unsure(`${HEAD}\t备注`, closed, torn), [barred(torn)]);
  });

  it('are not those that end in front of a last column of figures', () => {
    const short = '205\t教育支出\t4.00\t1.00\t3.00';
    assert.deepEqual(unsure(`${HEAD}\t上缴上级支出`, short), [barred(short)]);
  });

  it('are those of a table in which many leave out their empty cells at the end', () => {
    const short = ['205', '206', '208', '210'].map((code) => `${code}\t某某支出\t1.00\t1.00`);
    const rows = ['201\t一般公共服务支出\t5.00\t3.00\t2.00', '221\t住房保障支出\t1.00\t\t1.00', ...short];
    assert.deepEqual(unsure(HEAD, ...rows), []);
  });

  it('are not its totals: they have a figure wherever a row has', () => {
    const short = ['205', '206', '208', '210'].map((code) => `${code}\t某某支出\t1.00\t1.00`);
    const rows = ['201\t一般公共服务支出\t5.00\t3.00\t2.00', '221\t住房保障支出\t1.00\t\t1.00', ...short];
    assert.deepEqual(unsure(HEAD, ...rows, '合计\t\t10.00\t7.00'), ['合计||10.00|7.00']);
  });

  it('are names without figures, in columns of names', () => {
    const rows = ['201|一般公共服务支出|5.00|3.00|2.00', '202|外交支出'];
    assert.deepEqual(
      unsure('|科目编码|科目名称|合计|基本支出|项目支出|', ...rows.map((row) => `|${row}|`)),
      [],
    );
  });
});
