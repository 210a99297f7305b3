import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyDamage, DAMAGE_NAMES, type DamageName } from '../../generator/damage/index.ts';
import type { DialectName } from '../../generator/dialects/dialect.ts';
import { DIALECTS } from '../../generator/dialects/index.ts';
import {
  placedMarks,
  type RenderedDocument,
  rowConditions,
  textOf,
  unitIsLegible,
} from '../../generator/document/document.ts';
import { type Line, plainLine, textOfLine } from '../../generator/document/line.ts';
import { arbitraryDisclosure } from '../../generator/index.ts';
import { setTable } from '../../generator/layouts/setTable.ts';
import type { ModelColumn, ModelRow, ModelTable } from '../../generator/model.ts';
import { isWorth } from '../../support/printed.ts';
import { PLAIN, TABLE } from './example.ts';

/** The example table under a line that tells the unit. */
function example(name: DialectName, table: ModelTable = TABLE): RenderedDocument {
  const dialect = DIALECTS.find((candidate) => candidate.name === name);
  assert.ok(dialect);
  const lines = dialect.write(setTable(table, PLAIN), 0).map((line): Line => ({ ...line, table: 0 }));
  return {
    model: {
      year: 2024,
      organ: '云岫区统计局',
      kind: '单位',
      stage: '预算',
      paragraphs: [],
      tables: [TABLE],
    },
    lines: [plainLine('unit', '单位：万元', 0), ...lines],
    dialects: [dialect],
    lineEnd: '\n',
    byteOrderMark: false,
  };
}

/** The lines of the example after one damage. */
function linesAfter(
  dialect: DialectName,
  name: DamageName,
  extent: Partial<{ from: number; count: number; form: number }>,
): string[] {
  const damaged = applyDamage(example(dialect), { name, extent: { from: 0, count: 1, form: 0, ...extent } });
  return damaged.lines.map(textOfLine);
}

describe('generator: damage, by example', () => {
  it('ocr-spaces', () => {
    assert.equal(
      linesAfter('tab', 'ocr-spaces', { form: 0 })[3],
      '221\t住房保障支出\t1,234. 56\t1,200.00\t1,200.00\t34.56',
    );
    assert.equal(
      linesAfter('tab', 'ocr-spaces', { from: 1, count: 2, form: 1 })[3],
      '221\t住房保障支出\t1,234.56\t1, 200. 00\t1, 200. 00\t34.56',
    );
  });

  it('comma-for-point', () => {
    assert.equal(
      linesAfter('tab', 'comma-for-point', {})[3],
      '221\t住房保障支出\t1, 234, 56\t1,200.00\t1,200.00\t34.56',
    );
  });

  it('lost-cells: one row, or the whole table', () => {
    assert.equal(
      linesAfter('tab', 'lost-cells', { form: 1 })[5],
      '2210201\t住房公积金\t1,200.00\t1,200.00\t1,200.00',
    );
    assert.equal(
      linesAfter('pipe', 'lost-cells', { form: 1 })[6],
      '| 2210201 | 住房公积金 | 1,200.00 | 1,200.00 | 1,200.00 |',
    );
  });

  it('shifted-rows: one row stands a column to the right, its last empty cell is pushed out', () => {
    assert.equal(
      linesAfter('tab', 'shifted-rows', { from: 2, form: 1 })[5],
      '2210201\t住房公积金\t\t1,200.00\t1,200.00\t1,200.00',
    );
    assert.equal(
      linesAfter('pipe', 'shifted-rows', { from: 3, form: 1 })[7],
      '| | 合计 | | 1,234.56 | 1,200.00 | 1,200.00 | 34.56 |',
    );
    assert.deepEqual(
      linesAfter('tab', 'shifted-rows', { form: 0 })
        .slice(3)
        .map((line) => line.split('\t')[2]),
      ['', '', '', ''],
    );
  });

  it('slid-head: the whole line, or one heading', () => {
    assert.equal(linesAfter('tab', 'slid-head', { form: 0 })[1], '\t\t\t\t基本支出\t');
    assert.equal(linesAfter('tab', 'slid-head', { form: 1 })[1], '\t\t\t\t基本支出\t');
    assert.equal(
      linesAfter('tab', 'slid-head', { from: 1, form: 0 })[2],
      '\t科目编码\t科目名称\t总计\t小计\t人员经费\t项目支出',
    );
  });

  it('page-breaks: with the head again, or without', () => {
    assert.deepEqual(linesAfter('tab', 'page-breaks', { form: 0 }).slice(3, 9), [
      '221\t住房保障支出\t1,234.56\t1,200.00\t1,200.00\t34.56',
      ...['', '5', ''],
      '22102\t住房改革支出\t1,234.56\t1,200.00\t1,200.00\t34.56',
      '2210201\t住房公积金\t1,200.00\t1,200.00\t1,200.00\t',
    ]);
    assert.deepEqual(linesAfter('tab', 'page-breaks', { form: 1 }).slice(4, 9), [
      ...['', '- 5 -', ''],
      '\t\t\t基本支出\t\t',
      '科目编码\t科目名称\t总计\t小计\t人员经费\t项目支出',
    ]);
    assert.deepEqual(linesAfter('pipe', 'page-breaks', { form: 0 }).slice(5, 10), [
      ...['', '6', ''],
      '| 22102 | 住房改革支出 | 1,234.56 | 1,200.00 | 1,200.00 | 34.56 |',
      '|---|---|---|---|---|---|',
    ]);
  });

  it('page-breaks: none in web pages', () => {
    for (const name of ['html', 'barred'] as const)
      assert.deepEqual(linesAfter(name, 'page-breaks', {}), example(name).lines.map(textOfLine));
  });

  it('lost-columns: what is empty after the break is gone', () => {
    const narrow = changed((row) => ({
      ...row,
      values: [row.values[0] ?? null, null, null, row.values[3] ?? null],
    }));
    const extent = { from: 2, count: 1, form: 0 };
    const lines = applyDamage(example('pipe', narrow), { name: 'lost-columns', extent }).lines.map(
      textOfLine,
    );
    assert.deepEqual(lines.slice(6), [
      '| 2210201 | 住房公积金 | 1,200.00 | | | |',
      ...['', '8', ''],
      '| | 合计 | 1,234.56 | 34.56 |',
      '|---|---|---|---|',
    ]);
    // Nothing is empty to the end of the table.
    assert.deepEqual(linesAfter('tab', 'lost-columns', {}), example('tab').lines.map(textOfLine));
  });

  it('wrapped-names: within the cell, or over lines', () => {
    const long = changed((row) =>
      row.label === '住房公积金' ? { ...row, label: '机关事业单位基本养老保险缴费' } : row,
    );
    const wrap = (dialect: DialectName, form: number) =>
      applyDamage(example(dialect, long), {
        name: 'wrapped-names',
        extent: { from: 0, count: 1, form },
      }).lines.map(textOfLine);
    assert.equal(wrap('tab', 0)[5]?.split('\t')[1], '机关事业单位基本养老 保险缴费');
    assert.equal(wrap('pipe', 1)[6]?.split(' | ')[1], '机关事业单位基本养老<br>保险缴费');
    // 14 characters take 28 columns behind the codes' 8 and 3 between.
    const figures = '1,200.00   1,200.00   1,200.00';
    assert.deepEqual(wrap('aligned', 1).slice(5, 8), [
      `${' '.repeat(11)}机关事业单位基本养老`,
      `2210201${' '.repeat(35)}${figures}`,
      `${' '.repeat(11)}保险缴费`,
    ]);
    assert.deepEqual(wrap('flattened', 0).slice(5, 7), [
      '2210201 机关事业单位基本养老 1,200.00 1,200.00 1,200.00',
      '保险缴费',
    ]);
    const barred = wrap('barred', 0);
    const at = barred.indexOf('机关事业单位基本养老');
    assert.deepEqual(barred.slice(at, at + 3), ['机关事业单位基本养老', '保险缴费 |', '1,200.00 |']);
  });

  it('wrapped-heads: within the cell, or onto a second line of the head', () => {
    const long: ModelTable = {
      ...TABLE,
      blocks: TABLE.blocks.map((block) => ({
        ...block,
        columns: [LONG_COLUMN],
        rows: block.rows.map(firstOnly),
      })),
    };
    const wrap = (dialect: DialectName, form: number) =>
      applyDamage(example(dialect, long), {
        name: 'wrapped-heads',
        extent: { from: 0, count: 1, form },
      }).lines.map(textOfLine);
    assert.equal(wrap('tab', 0)[1], '科目编码\t科目名称\t一般公共 预算拨款');
    assert.deepEqual(wrap('tab', 1).slice(1, 3), ['科目编码\t科目名称\t一般公共', '\t\t预算拨款']);
    assert.deepEqual(wrap('flattened', 0).slice(1, 3), ['科目编码 科目名称 一般公共', '预算拨款']);
    // 科目编码 8 wide, 3 between, 科目名称 centred in 12, 3 between: the heading begins at column 26.
    assert.deepEqual(wrap('aligned', 0).slice(1, 3), [
      '科目编码     科目名称     一般公共',
      `${' '.repeat(26)}预算拨款`,
    ]);
    assert.deepEqual(wrap('barred', 0).slice(3, 6), ['一般公共', '预算拨款 |', '221 |']);
    assert.match(wrap('html', 0)[2] ?? '', /<td>一般公共<br>预算拨款<\/td>/);
  });

  it('garbled-units', () => {
    assert.equal(linesAfter('tab', 'garbled-units', { form: 1 })[0], '中世: 刀儿');
  });

  it('ghost-rows', () => {
    assert.equal(linesAfter('tab', 'ghost-rows', { from: 2, form: 1 })[5], '_');
    assert.equal(linesAfter('pipe', 'ghost-rows', { from: 2, form: 2 })[6], '| | | | | | |');
    // A row of six empty cells, each with its bar, behind a row of as many.
    const barred = linesAfter('barred', 'ghost-rows', { from: 1, count: 1, form: 1 });
    assert.equal(barred.length, example('barred').lines.length + 6);
  });
});

const LONG_COLUMN: ModelColumn = { label: '一般公共预算拨款', kind: 'amount', children: [] };

const firstOnly = (row: ModelRow): ModelRow => ({ ...row, values: row.values.slice(0, 1) });

/** The example table with other rows. */
function changed(change: (row: ModelRow) => ModelRow): ModelTable {
  return { ...TABLE, blocks: TABLE.blocks.map((block) => ({ ...block, rows: block.rows.map(change) })) };
}

describe('generator: damage', () => {
  for (const name of DAMAGE_NAMES) {
    it(`${name} keeps every figure, its value and its place, and tells which rows it touched`, () => {
      let changed = 0;
      const arbitrary = arbitraryDisclosure({ size: 'medium', damage: [name] });
      for (const { clean, document, text } of fc.sample(arbitrary, { numRuns: 30, seed: 8 })) {
        if (text !== textOf(clean)) changed++;
        const lines = text.split(/\r?\n/);
        const before = new Map(placedMarks(clean).map((placed) => [placed.mark, placed]));
        const { isTouched } = rowConditions(document);
        const rowsBefore = rowTexts(clean);
        const rowsAfter = rowTexts(document);
        const marks = placedMarks(document);
        assert.equal(marks.length, before.size, 'a figure was lost or doubled');
        for (const { mark, place, text: figure } of marks) {
          assert.ok(before.has(mark));
          assert.equal(lines[place.line]?.slice(place.start, place.end), figure);
          const { rounded } = mark.of === 'cell' ? mark.figure : mark;
          if (name !== 'comma-for-point') assert.ok(isWorth(figure, rounded), figure);
          if (mark.of !== 'cell') continue;
          const key = `${mark.table}:${mark.figure.gridRow}`;
          if (!isTouched(mark))
            assert.equal(rowsAfter.get(key), rowsBefore.get(key), 'an untouched row has changed');
        }
      }
      assert.ok(changed >= 10, `only ${changed} of 30 documents were damaged`);
    });
  }

  it('tells whose unit can no longer be read', () => {
    const damaged = applyDamage(example('tab'), {
      name: 'garbled-units',
      extent: { from: 0, count: 1, form: 0 },
    });
    assert.equal(unitIsLegible(example('tab'), 0), true);
    assert.equal(unitIsLegible(damaged, 0), false);
  });
});

/** The text of every row of a document's grids, lines joined. */
function rowTexts(document: RenderedDocument): Map<string, string> {
  const texts = new Map<string, string>();
  for (const line of document.lines) {
    if (line.table === undefined || line.gridRow === undefined) continue;
    const key = `${line.table}:${line.gridRow}`;
    texts.set(key, `${texts.get(key) ?? ''}${textOfLine(line)}\n`);
  }
  return texts;
}
