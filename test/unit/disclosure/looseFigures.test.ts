import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { withoutLooseFigures } from '#core/disclosure/looseFigures.ts';
import type { Row } from '#core/disclosure/table.ts';
import { parse } from '#core/syntax/parse.ts';

/** The rows and values of the amounts that are bound. */
function bound(...lines: readonly string[]): string[] {
  const { tables } = readDisclosure(parse(`${lines.join('\n')}\n`));
  return tables.flatMap(({ table }) =>
    bindingsOf(table).flatMap(({ certainty, row, amount }) =>
      certainty === 'unknown' ? [] : `${row?.label} ${amount.value.toFixed(2)}`,
    ),
  );
}

const HEAD = [
  '                     支出决算表',
  '                                                   单位：万元',
  '科目编码     科目名称              本年支出合计    基本支出    项目支出',
];
const REST = [
  '221         住房保障支出               445.69      445.69',
  '22102       住房改革支出               445.69      445.69',
  '2210201     住房公积金                 187.19      187.19',
  '2210203     购房补贴                   258.50      258.50',
];

describe('figures on a line of their own in aligned tables', () => {
  it('leave open what the row beside them holds', () => {
    const rows = bound(
      ...HEAD,
      '                                                1,503.52',
      '2010601     行政运行                 1,511.89                    8.37',
      ...REST,
    );
    assert.deepEqual(
      rows.filter((row) => row.includes('行政运行')),
      [],
    );
    assert.ok(rows.some((row) => row.includes('住房公积金')));
  });

  it('say nothing of rows that have a figure in their columns', () => {
    const rows = bound(
      ...HEAD,
      '2010601     行政运行                 1,511.89    1,503.52        8.37',
      ...REST,
    );
    assert.equal(rows.filter((row) => row.includes('行政运行')).length, 3);
  });

  it('are no numbers of columns, wherever these stand', () => {
    const row = (line: number, kind: Row['kind'], known: boolean, ...texts: readonly string[]): Row => ({
      line,
      kind,
      bound: known,
      cells: texts.map((text, column) => ({ span: { line, start: 0, end: text.length }, column, text })),
    });
    const filled = row(1, 'data', true, '003001', '政务服务管理局', '173119.34', '');
    const isBoundBehind = (above: Row) => withoutLooseFigures([above, filled])[1]?.bound;
    assert.equal(isBoundBehind(row(0, 'index', false, '**', '**', '1', '2')), true);
    assert.equal(isBoundBehind(row(0, 'data', false, '', '', '', '2.00')), false);
  });
});
