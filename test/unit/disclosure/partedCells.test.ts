import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';
import { bound } from '../../support/bound.ts';

/** Cells as paragraphs of a web page are copied: a blank line behind each that is filled, and an empty one is a blank line. */
function parted(...rows: readonly (readonly string[])[]): string {
  return [...rows.flat().flatMap((cell) => (cell === '' ? [''] : [cell, ''])), '二、情况说明。'].join('\n');
}

/** The same with two lines for an empty cell. */
function spread(...rows: readonly (readonly string[])[]): string {
  return [...rows.flat().flatMap((cell) => [cell, '']), '二、情况说明。'].join('\n');
}

const BASIC = [
  ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
  ['301', '工资福利支出', '260.00', '260.00', ''],
  ['30101', '基本工资', '170.00', '170.00', ''],
  ['30102', '津贴补贴', '90.00', '90.00', ''],
  ['302', '商品和服务支出', '41.30', '', '41.30'],
  ['30201', '办公费', '11.30', '', '11.30'],
  ['30202', '印刷费', '30.00', '', '30.00'],
  ['合计', '', '301.30', '260.00', '41.30'],
];

describe('cells one a line with a blank line behind each that is filled', () => {
  const figures = [
    ...['301 合计 260', '301 人员经费 260', '30101 合计 170', '30101 人员经费 170'],
    ...['30102 合计 90', '30102 人员经费 90', '302 合计 41.3', '302 公用经费 41.3'],
    ...['30201 合计 11.3', '30201 公用经费 11.3', '30202 合计 30', '30202 公用经费 30'],
    ...['合计 合计 301.3', '合计 人员经费 260', '合计 公用经费 41.3'],
  ];

  it('show their empty ones by one more blank line', () => {
    assert.deepEqual(bound(parted(...BASIC)), figures);
  });

  it('show them where two stand behind each other in each row', () => {
    const changes = [
      ['项目', '上年预算数', '本年预算数'],
      ['合计', '9.50', '8.20'],
      ['因公出国（境）费', '', ''],
      ['公务接待费', '3.50', '3.20'],
      ['公务用车购置及运行费', '6.00', '5.00'],
      ['其中：公务用车运行费', '6.00', '5.00'],
      ['公务用车购置费', '', ''],
    ];
    assert.deepEqual(bound(parted(...changes)).slice(0, 4), [
      ...[
        '合计 上年预算数 9.5',
        '合计 本年预算数 8.2',
        '公务接待费 上年预算数 3.5',
        '公务接待费 本年预算数 3.2',
      ],
    ]);
  });

  it('have a name in the first row that is no part of the heading above it', () => {
    const places = [
      ['县区名称', '资金合计', '省级资金', '市级资金', '备注'],
      ['城东区', '15.00', '', '15.00', ''],
      ['某河县', '8.00', '', '8.00', ''],
      ['某山县', '20.00', '', '20.00', ''],
      ['合计', '43.00', '', '43.00', ''],
    ];
    assert.deepEqual(bound(parted(...places)).slice(0, 2), ['城东区 资金合计 15', '城东区 市级资金 15']);
  });

  it('have no name in a row that may be the second line of the one above it', () => {
    const places = [
      ['县区名称', '资金合计', '省级资金', '市级资金', '备注'],
      ['某河县', '8.00', '', '8.00', ''],
      ['城东经济技术开发区', '', '', '', ''],
      ['管理委员会', '15.00', '', '15.00', ''],
      ['某山县', '20.00', '', '20.00', ''],
      ['合计', '43.00', '', '43.00', ''],
    ];
    const placed = bound(parted(...places));
    assert.deepEqual(placed.slice(2, 4), ['no-label', 'no-label']);
    assert.ok(placed.includes('某山县 市级资金 20'), placed.join('\n'));
  });

  it('may show them by two more', () => {
    assert.deepEqual(bound(spread(...BASIC)), figures);
  });

  it('bind nothing wrongly where a row lost a cell', () => {
    const torn = BASIC.map((row) => (row[0] === '30102' ? row.slice(0, -1) : row));
    const { tables } = readDisclosure(parse(`基本支出表\n单位：万元\n\n${parted(...torn)}`));
    const known = tables.flatMap(({ table }) =>
      bindingsOf(table).flatMap(({ row, column, amount, certainty }) =>
        certainty === 'unknown' ? [] : `${row?.code ?? row?.label} ${column?.path.join('›')} ${amount.value}`,
      ),
    );
    assert.deepEqual(
      known.filter((each) => !figures.includes(each)),
      [],
    );
  });
});
