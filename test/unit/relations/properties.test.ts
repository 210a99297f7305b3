import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { Finding } from '#core/findings.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

/** 项 by 款 by 类; real codes, so that only arithmetic can be wrong. */
const CODES = {
  '201': { '20103': ['2010301', '2010302', '2010399'], '20105': ['2010501', '2010502'] },
  '208': { '20805': ['2080501', '2080505', '2080506'] },
  '221': { '22102': ['2210201', '2210202'] },
} as const;

interface TableRow {
  readonly code: string;
  /** 基本支出 and 项目支出 in cents. */
  readonly basic: number;
  readonly project: number;
}

/** A correct table: every sum is made from its parts, in whole cents. */
const correctTable = fc
  .record({
    amounts: fc.array(
      fc.tuple(fc.integer({ min: 1_00, max: 9_000_00 }), fc.integer({ min: 1_00, max: 9_000_00 })),
      {
        minLength: 10,
        maxLength: 10,
      },
    ),
    totalFirst: fc.boolean(),
    withClasses: fc.boolean(),
    withItems: fc.boolean(),
    pipes: fc.boolean(),
    thousands: fc.boolean(),
  })
  .map((model) => {
    let next = 0;
    const rows: TableRow[] = [];
    const all: TableRow[] = [];
    for (const [classCode, items] of Object.entries(CODES)) {
      const below: TableRow[] = [];
      const classRows: TableRow[] = [];
      for (const [itemCode, details] of Object.entries(items)) {
        const leaves = details.map((code: string) => {
          const [basic = 0, project = 0] = model.amounts[next++] ?? [];
          return { code, basic, project };
        });
        const item = sumOf(itemCode, leaves);
        below.push(item);
        classRows.push(...(model.withItems ? [item, ...leaves] : leaves));
      }
      const total = sumOf(classCode, below);
      all.push(total);
      rows.push(...(model.withClasses ? [total, ...classRows] : classRows));
    }
    return { ...model, rows, total: sumOf('', all) };
  });

type CorrectTable = typeof correctTable extends fc.Arbitrary<infer T> ? T : never;

function sumOf(code: string, rows: readonly TableRow[]): TableRow {
  return {
    code,
    basic: rows.reduce((sum, row) => sum + row.basic, 0),
    project: rows.reduce((sum, row) => sum + row.project, 0),
  };
}

/** The lines of the table, with its title; `cells[i]` are the three amounts of row i. */
function print(table: CorrectTable, amounts: (row: TableRow) => readonly string[]): string {
  const body = table.rows.map((row) => [
    row.code,
    nationalCatalogue().record(row.code)?.name ?? '',
    ...amounts(row),
  ]);
  const total = ['', '合计', ...amounts(table.total)];
  const rows = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ...(table.totalFirst ? [total, ...body] : [...body, total]),
  ];
  const lines = rows.map((cells) => (table.pipes ? `| ${cells.join(' | ')} |` : cells.join('\t')));
  return `2024年一般公共预算支出表\n\n单位：万元\n\n${lines.join('\n')}\n\n注：完。\n`;
}

function money(cents: number, thousands: boolean): string {
  const [integer = '', fraction] = (cents / 100).toFixed(2).split('.');
  return `${thousands ? integer.replace(/\B(?=(\d{3})+$)/g, ',') : integer}.${fraction}`;
}

function plain(table: CorrectTable): (row: TableRow) => readonly string[] {
  return ({ basic, project }) =>
    [basic + project, basic, project].map((cents) => money(cents, table.thousands));
}

function errorsIn(text: string): Finding[] {
  const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() });
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

describe('sums of a coded table, any correct table', () => {
  it('is silent', () => {
    fc.assert(
      fc.property(correctTable, (table) => assert.deepEqual(errorsIn(print(table, plain(table))), [])),
    );
  });

  it('with one figure wrong has one error, on that figure, and the fix restores the text', () => {
    fc.assert(
      fc.property(
        correctTable,
        fc.nat(),
        fc.nat(2),
        fc.integer({ min: 50, max: 900_00 }),
        (table, pick, column, by) => {
          const victim = table.rows[pick % table.rows.length];
          assert.ok(victim);
          const right = print(table, plain(table));
          const wrong = print(table, (row) =>
            plain(table)(row).map((text, at) => {
              if (row !== victim || at !== column) return text;
              return money(Math.round(Number(text.replaceAll(',', '')) * 100) + by, table.thousands);
            }),
          );
          const [finding, ...others] = errorsIn(wrong);
          assert.ok(finding, 'an error');
          assert.deepEqual(others, [], 'and only one');
          const lines = wrong.split('\n');
          const edit = finding.fixes.find((fix) => fix.preferred)?.edits[0];
          assert.ok(edit, 'with a preferred fix');
          const { start, end } = edit.range;
          const line = lines[start.line] ?? '';
          lines[start.line] = line.slice(0, start.character) + edit.newText + line.slice(end.character);
          assert.equal(lines.join('\n'), right);
        },
      ),
    );
  });
});
