import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { Finding } from '#core/findings.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

const NAMES = ['办公费', '印刷费', '水费', '电费', '邮电费', '差旅费', '会议费', '培训费'];
const CODES = ['30201', '30202', '30205', '30206', '30207', '30211', '30215', '30216'];
const HEAD = '2023年一般公共预算基本支出表\n单位：万元\n科目编码\t科目名称\t金额';

/** A correct table over two pages, between which some rows lost the marks around their cells. In cents. */
const tables = fc.record({
  amounts: fc.array(fc.integer({ min: 10_00, max: 9_000_00 }), {
    minLength: CODES.length,
    maxLength: CODES.length,
  }),
  /** Rows of the first page, and those between the pages. */
  before: fc.integer({ min: 2, max: 4 }),
  bare: fc.integer({ min: 1, max: 3 }),
  separator: fc.constantFrom(' ', '  ', '   '),
});

type Model = typeof tables extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  readonly cells: readonly string[];
  readonly isBare: boolean;
}

function rowsOf({ amounts, before, bare }: Model): Row[] {
  return amounts.map((amount, index) => ({
    cells: [CODES[index] ?? '', NAMES[index] ?? '', printed(amount)],
    isBare: index >= before && index < before + bare,
  }));
}

function printed(cents: number): string {
  return (cents / 100).toFixed(2);
}

function textOf({ amounts, separator }: Model, rows: readonly Row[]): string {
  const whole = printed(amounts.reduce((sum, each) => sum + each, 0));
  const lines = rows.map(({ cells, isBare }, index) => {
    const isEdge = (rows[index - 1]?.isBare ?? false) !== isBare;
    return `${isEdge ? '\n' : ''}${cells.join(isBare ? separator : '\t')}`;
  });
  return [HEAD, `302\t商品和服务支出\t${whole}`, ...lines, `\t合计\t${whole}`, ''].join('\n');
}

function errorsIn(text: string): readonly Finding[] {
  const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() });
  return findings.filter(({ severity }) => severity === 'error');
}

describe('rows between pages that lost the marks around their cells', () => {
  it('add up with the others in a correct table', () => {
    fc.assert(fc.property(tables, (model) => assert.deepEqual(errorsIn(textOf(model, rowsOf(model))), [])));
  });

  it('show that one of their figures is wrong', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (drawn, which) => {
        // Three of them, or two blanks and more, make a table of such rows.
        const model: Model = { ...drawn, separator: ' ', bare: Math.min(drawn.bare, 2) };
        const rows = rowsOf(model);
        const at = model.before + (which % model.bare);
        const wrong = (Number(rows[at]?.cells[2]) + 1000.25).toFixed(2);
        const changed = rows.map((row, index) =>
          index === at ? { ...row, cells: row.cells.with(2, wrong) } : row,
        );
        const text = textOf(model, changed);
        const [only, ...others] = errorsIn(text);
        assert.equal(others.length, 0);
        assert.ok(only, 'an error');
        const places = [only.range, ...only.related.map(({ range }) => range)];
        const printedAt = places.map(({ start, end }) =>
          text.split('\n')[start.line]?.slice(start.character, end.character),
        );
        assert.ok(printedAt.includes(wrong), `${wrong} among ${printedAt}`);
      }),
    );
  });
});
