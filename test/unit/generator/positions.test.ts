import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { DIALECTS } from '../../generator/dialects/index.ts';
import { placedMarks } from '../../generator/document/document.ts';
import { expectedOf } from '../../generator/document/expected.ts';
import { arbitraryDisclosure, type GeneratedDisclosure } from '../../generator/index.ts';
import { setTable } from '../../generator/layouts/setTable.ts';
import { leavesOf, type ModelDisclosure } from '../../generator/model.ts';
import { isWorth } from '../../support/printed.ts';
import { PLAIN, TABLE } from './example.ts';

/** The text at a place, cut out of the whole text line by line. */
function textAt(text: string, { line, start, end }: { line: number; start: number; end: number }): string {
  return (text.split(/\r?\n/)[line] ?? '').slice(start, end);
}

/** Every figure of the model that is to be printed, by address. */
function reported({ model }: GeneratedDisclosure): string[] {
  return model.tables.flatMap(({ blocks }, table) =>
    blocks.flatMap(({ columns, rows }, block) => {
      const kinds = leavesOf(columns).map(({ column }) => column.kind);
      return rows.flatMap(({ values }, row) =>
        values.flatMap((value, column) =>
          value === null || kinds[column] === 'text' ? [] : [`${table}/${block}/${row}/${column}`],
        ),
      );
    }),
  );
}

describe('generator: where figures stand', () => {
  for (const { name } of DIALECTS) {
    it(`${name}: every reported figure stands once, where it is said to stand, with its value`, () => {
      const arbitrary = arbitraryDisclosure({ size: 'medium', dialects: [name] });
      for (const generated of fc.sample(arbitrary, { numRuns: 25, seed: 5 })) {
        const printed = new Set<string>();
        for (const { mark, place, text } of placedMarks(generated.document)) {
          assert.equal(textAt(generated.text, place), text);
          const rounded = mark.of === 'cell' ? mark.figure.rounded : mark.rounded;
          assert.ok(
            isWorth(text, rounded),
            `${text} is not ${rounded.units} of ${rounded.decimals} decimals`,
          );
          if (mark.of !== 'cell') continue;
          const { block, row, column } = mark.figure;
          const address = `${mark.table}/${block}/${row}/${column}`;
          assert.ok(!printed.has(address), `${address} stands twice`);
          printed.add(address);
        }
        for (const address of reported(generated)) assert.ok(printed.has(address), `${address} is missing`);
      }
    });
  }

  it('tells what a reader has to make of a figure: row, headings, unit and value', () => {
    const figures = setTable(TABLE, PLAIN).rows.flatMap(({ cells }) =>
      cells.flatMap(({ figure }) => figure ?? []),
    );
    const model: ModelDisclosure = {
      ...{ year: 2024, organ: '云岫区统计局', kind: '单位', stage: '预算', paragraphs: [], tables: [TABLE] },
    };
    const [figure] = figures.filter(({ row, column }) => row === 2 && column === 2);
    assert.ok(figure);
    const expected = expectedOf(model, { of: 'cell', table: 0, figure });
    assert.equal(expected?.row.code, '2210201');
    assert.deepEqual(expected?.path, ['基本支出', '人员经费']);
    assert.deepEqual(figure.headings, ['基本支出', '人员经费']);
    assert.equal(expected?.table.unit, '万元');
    assert.equal(expected?.value, '1200.00');
  });

  it('rounds every figure by itself, by half a unit at most', () => {
    let inexact = 0;
    const arbitrary = arbitraryDisclosure({ size: 'medium', rounding: ['independent', 'mixed'] });
    for (const { model, document } of fc.sample(arbitrary, { numRuns: 40, seed: 6 })) {
      for (const { mark } of placedMarks(document)) {
        if (mark.of !== 'cell' || mark.figure.kind !== 'amount') continue;
        const { block, row, column, rounded } = mark.figure;
        const table = model.tables[mark.table];
        const exact = table?.blocks[block]?.rows[row]?.values[column] ?? 0;
        assert.ok(table !== undefined && typeof exact === 'number');
        const place = (table.unit === '万元' ? 1_000_000 : 100) / 10 ** rounded.decimals;
        assert.ok(Math.abs(rounded.units * place - exact) * 2 <= place, `${rounded.units} for ${exact}`);
        if (rounded.units * place !== exact) inexact++;
      }
    }
    assert.ok(inexact > 1000, `only ${inexact} figures had to be rounded`);
  });

  it('prints exact amounts exactly where it is asked to', () => {
    const arbitrary = arbitraryDisclosure({ rounding: ['exact', 'yuan', 'cents'] });
    for (const { model, document } of fc.sample(arbitrary, { numRuns: 100, seed: 7 })) {
      for (const { mark } of placedMarks(document)) {
        if (mark.of !== 'cell' || mark.figure.kind !== 'amount') continue;
        const { block, row, column, rounded } = mark.figure;
        const { unit, blocks } = model.tables[mark.table] ?? {};
        const exact = blocks?.[block]?.rows[row]?.values[column] ?? 0;
        assert.equal((rounded.units * (unit === '万元' ? 1_000_000 : 100)) / 10 ** rounded.decimals, exact);
      }
    }
  });
});
