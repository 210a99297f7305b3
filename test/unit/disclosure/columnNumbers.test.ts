import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '上缴上级支出'];
const BODY = [
  ['201', '一般公共服务支出', '120.50', '80.50', '40.00', ''],
  ['2010301', '行政运行', '80.50', '80.50', '', ''],
  ['2010302', '一般行政管理事务', '40.00', '', '40.00', ''],
];

/** The kinds of the rows of a table with a row below its headings. */
function kindsOf(numbers: readonly string[], separator: string): string[] {
  const rows = [HEAD, numbers, ...BODY].map((cells) => cells.join(separator));
  const { tables } = readDisclosure(parse(['部门支出总表', '单位：万元', ...rows].join('\n')));
  return tables.flatMap(({ table }) => table.rows.map(({ kind }) => kind));
}

describe('rows that number the columns', () => {
  const MARKED: readonly (readonly string[])[] = [
    ['**', '**', '1', '2', '3', '4'],
    ['—', '—', '1', '2', '3', '4'],
    ['--', '--', '1', '2', '3', '4'],
    ['甲', '乙', '1', '2', '3', '4'],
    ['A', 'B', '1', '2', '3', '4'],
    ['栏次', '', '（1）', '（2）', '（3）', '（4）'],
    ['', '', '①', '②', '③', '④'],
    ['栏次', '', '1=2+3', '2', '3', '4'],
    ['列次', '', '1', '2', '3', '4'],
    ['1', '2', '3', '4', '5', '6'],
  ];
  for (const separator of ['\t', ','])
    for (const cells of MARKED)
      it(`${cells.join(' ')}, parted by ${JSON.stringify(separator)}`, () => {
        assert.deepEqual(kindsOf(cells, separator), ['header', 'index', 'data', 'data', 'data']);
      });

  for (const cells of [
    ['—', '—', '1', '3', '7', '9'],
    ['299', '其他支出', '1', '2', '3', '4'],
    ['甲', '乙', '4', '3', '2', '1'],
  ])
    it(`none: ${cells.join(' ')}`, () => {
      assert.equal(kindsOf(cells, '\t').includes('index'), false);
    });

  it('dashes in front of numbers in flattened text', () => {
    const rows = [HEAD, ['—', '—', '1', '2', '3', '4'], ...BODY].map((cells) =>
      cells.filter((text) => text !== '').join(' '),
    );
    const { tables } = readDisclosure(parse(['部门支出总表 单位：万元', ...rows].join('\n')));
    const [placed] = tables;
    const figures = placed ? bindingsOf(placed.table).map(({ amount }) => amount.value.toNumber()) : [];
    assert.deepEqual(figures, [120.5, 80.5, 40, 80.5, 80.5, 40, 40]);
  });
});
