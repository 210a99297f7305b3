import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';
import { bound } from '../../support/bound.ts';

const HEAD = ['经济分类科目', '基本支出', '科目编码', '科目名称', '合计', '人员经费', '公用经费'];
const ROWS = [
  ['合计', '138.00', '122.00', '16.00'],
  ['301', '工资福利支出', '122.00', '122.00', '0.00'],
  ['30101', '基本工资', '90.00', '90.00', '0.00'],
  ['30102', '津贴补贴', '32.00', '32.00', '0.00'],
  ['302', '商品和服务支出', '16.00', '0.00', '16.00'],
  ['30201', '办公费', '16.00', '0.00', '16.00'],
];

/** Lines with a blank one behind each. */
function spaced(cells: readonly string[]): string {
  return cells.map((cell) => `${cell}\n`).join('\n');
}

describe('cells one a line with a blank line behind each', () => {
  it('are read as if there were none', () => {
    const cells = [...HEAD, ...ROWS.flat()];
    const found = bound(spaced(cells));
    assert.deepEqual(found, bound(cells.join('\n')));
    assert.ok(
      found.some((each) => /^30201 \S*公用经费 16$/.test(each)),
      found.join('\n'),
    );
  });

  it('are no table where columns stand one behind the other, as text of a PDF has them', () => {
    const columns = [0, 1, 2].map((column) => ROWS.slice(1).map((row) => row[column] ?? ''));
    const { tables } = readDisclosure(
      parse(`部门支出总表\n单位：万元\n${spaced([...HEAD, ...columns.flat()])}`),
    );
    assert.deepEqual(
      tables.flatMap(({ table }) => table.rows.filter(({ bound: isBound, code }) => isBound && code)),
      [],
    );
  });
});
