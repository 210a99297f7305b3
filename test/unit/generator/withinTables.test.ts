import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { arbitraryDisclosure } from '../../generator/index.ts';
import type { ModelBlock, ModelTable } from '../../generator/model.ts';
import { type Address, type SumKind, structuralSums } from '../../generator/structure.ts';
import { amountAt, columnAt, sumOf } from './sums.ts';

/** Medium-sized disclosures of all regions and ways to round. */
const disclosures = fc.sample(arbitraryDisclosure({ size: 'medium' }), { numRuns: 200, seed: 20 });

function everyTable(check: (table: ModelTable) => void): void {
  for (const { model } of disclosures) model.tables.forEach(check);
}

function everyBlock(check: (block: ModelBlock, table: ModelTable) => void): void {
  everyTable((table) => {
    for (const block of table.blocks) check(block, table);
  });
}

/** Every sum of one kind, as the structure of the tables states it. */
function everySum(kind: SumKind): void {
  let met = 0;
  everyTable((table) => {
    const valueAt = ({ block, row, column }: Address) => amountAt(table.blocks[block]?.rows[row], column);
    for (const { total, addends } of structuralSums(table).filter((sum) => sum.kind === kind)) {
      const label = table.blocks[total.block]?.rows[total.row]?.label;
      assert.equal(
        valueAt(total) ?? 0,
        sumOf(addends.map(valueAt)),
        `${table.title}: ${label}, ${total.column}`,
      );
      met++;
    }
  });
  assert.ok(met > 300, `only ${met} sums were met`);
}

describe('generator: relations within tables hold to the 分', () => {
  it('a column that the head calls a total is the sum of those beside it (A6, A7, A10, A11, A12, A17)', () => {
    everySum('parts');
  });

  it('a row is the sum of the rows below it (A5, A13)', () => {
    everySum('children');
  });

  it('合计 and 本年…合计 are the sum of the topmost rows (A3, A4, A14)', () => {
    everySum('top-rows');
  });

  it('收入总计 and 支出总计 are 本年…合计 and what stands between them (A2, A4)', () => {
    everySum('balances');
  });

  it('收入 and 支出 balance (A1, A8)', () => {
    everySum('equal');
  });

  it('a row by code has an amount: codes without money are left out', () => {
    everyBlock(({ rows, stub }, { title }) => {
      for (const { code, label, values } of stub.code === undefined ? [] : rows) {
        const amounts = values.filter((value) => typeof value === 'number');
        // Of “三公”经费 every body has a row, with or without.
        if (code !== undefined && !title.includes('三公'))
          assert.ok(amounts.length > 0, `${title}: ${label}`);
      }
    });
  });

  it('其中 is never more than the row above', () => {
    everyBlock(({ rows }) => {
      rows.forEach((row, index) => {
        if (row.kind !== 'of-which') return;
        assert.ok(sumOf([amountAt(row, 0)]) <= sumOf([amountAt(rows[index - 1], 0)]));
      });
    });
  });

  it('增减额 and 增减率 are those of the exact amounts (A19)', () => {
    const met = { changes: 0, ratios: 0 };
    everyBlock((block) => {
      const now = columnAt(block, /年(?:初预算数|预算数›小计|决算数›小计)$/);
      const then = columnAt(block, /年(?:执行数|初预算数)$/);
      const difference = columnAt(block, /增减额$/);
      const ratio = columnAt(block, /增减%$|增减变化比率/);
      if (ratio < 0) return;
      // guiyang prints this year before the last.
      const last = difference < 0 ? now + 1 : then;
      for (const row of block.rows) {
        const [present, past, share] = [amountAt(row, now), amountAt(row, last), amountAt(row, ratio)];
        if (present === null || past === null || share === null) continue;
        met.ratios++;
        // |share/10000 - (present - past)/past| is at most half of a hundredth of a percent.
        assert.ok(
          Math.abs(share * past - (present - past) * 10_000) * 2 <= past,
          `${present} ${past} ${share}`,
        );
        if (difference < 0) continue;
        met.changes++;
        assert.equal(amountAt(row, difference), present - past);
      }
    });
    assert.ok(met.changes > 50 && met.ratios > 70, JSON.stringify(met));
  });
});
