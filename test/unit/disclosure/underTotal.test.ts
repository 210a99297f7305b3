import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

const TITLE = ['部门支出总表', '单位：万元'];
const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS = [
  ...['201', '一般公共服务', '90.00', '60.00', '30.00'],
  ...['20103', '政府办公厅', '60.00', '60.00'],
  ...['20105', '统计信息事务', '30.00', '30.00'],
  ...['合计', '90.00', '60.00', '30.00'],
];

/** What is said of each amount: its row, its heading and its value, or only why it is not bound. */
function bound(cells: readonly string[]): string[] {
  return readDisclosure(parse([...TITLE, ...cells].join('\n'))).tables.flatMap(({ table }) =>
    bindingsOf(table).map(({ row, column, amount, certainty, reason }) =>
      certainty === 'unknown'
        ? reason
        : [row?.code ?? row?.label, column?.path.join('›'), amount.value.toString()].join(' '),
    ),
  );
}

describe('one cell a line without a line for empty cells', () => {
  it('has a row for each code, and columns by sums', () => {
    assert.deepEqual(bound([...HEAD, '**', '**', '1', '2', '3', ...ROWS]), [
      ...['201 合计 90', '201 基本支出 60', '201 项目支出 30'],
      ...['20103 合计 60', '20103 基本支出 60', '20105 合计 30', '20105 项目支出 30'],
      ...['合计 合计 90', '合计 基本支出 60', '合计 项目支出 30'],
    ]);
  });

  it('does not name the first row where its name may begin among the headings', () => {
    assert.deepEqual(bound([...HEAD, ...ROWS]).slice(0, 4), [...Array(3).fill('no-label'), '20103 合计 60']);
  });

  it('names no columns but the first where more headings stand in front than there are columns', () => {
    const heads = [...HEAD, '上缴上级支出', '**', '**', '1', '2', '3', '4'];
    assert.deepEqual(bound([...heads, ...ROWS]).slice(0, 4), [
      ...['201 合计 90', 'no-heading', 'no-heading', '20103 合计 60'],
    ]);
  });

  it('is left alone where its rows do not add up', () => {
    const wrong = ROWS.map((cell) => (cell === '90.00' ? '95.00' : cell));
    assert.ok(bound([...HEAD, ...wrong]).every((each) => each === 'columns-lost'));
  });
});
