import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { quantityOf } from '#core/checks/prose/places.ts';
import { amountsNear, printsAmount } from '#core/checks/prose/printedAmounts.ts';
import { isAmountCell } from '#core/disclosure/table.ts';
import { type Decimal, Money } from '#core/text/money.ts';
import { analysisOf } from '../../support/features.ts';

describe('amounts that a table prints', () => {
  const cents = fc.integer({ min: 0, max: 99_999 });

  it('are found where one of them may be the amount asked for, and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), cents, (printed, asked) => {
        const rows = printed.map((value, index) => `其他支出${index + 1}\t${(value / 100).toFixed(2)}`);
        const text = `2024年部门支出总表\n单位：万元\n\n科目名称\t合计\n${rows.join('\n')}\n`;
        const table = analysisOf(text).disclosure.tables[0]?.table;
        assert.ok(table);
        const all = table.rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => (isAmountCell(cell) ? (quantityOf(cell, table) ?? []) : [])),
        );
        assert.equal(all.length, printed.length);
        const amount = { value: new Money(asked).times(100), half: new Money(50) };
        // 0.01 万元 is 100 元: halves of 50 元 meet where the two are at most one unit apart.
        const may = printed.some((value) => Math.abs(value - asked) <= 1);
        assert.equal(printsAmount(table, amount), may);
        // The widest half of any amount of the table, 50 元, is added to the distance.
        const within = all.filter(({ value }) =>
          value
            .minus(amount.value)
            .abs()
            .lte(1_000 + 50),
        );
        const near = amountsNear(table, amount, new Money(1_000));
        const inOrder = (amounts: readonly { value: Decimal }[]) =>
          amounts.map(({ value }) => value.toFixed()).sort();
        assert.deepEqual(inOrder(near), inOrder(within));
      }),
      { numRuns: 50 },
    );
  });
});
