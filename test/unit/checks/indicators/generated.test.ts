import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import type { RuleId } from '#core/rules.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import {
  type IndicatorLayout,
  LAYOUTS,
  type LayoutName,
  printIndicators,
} from '../../../generator/indicatorLayouts.ts';
import { type IndicatorTable, indicatorTables, tablesOf } from '../../../generator/indicatorTables.ts';
import { type IndicatorFault, ROW_FAULTS } from '../../../support/indicatorFaults.ts';

const CASES = 100;
/** Tables of each layout that a fault is put into, with names of their own and with those of the library. */
const CASES_A_LAYOUT = 10;
const MIN_FOUND = 0.95;

function findingsOf(text: string) {
  return analyse(text, {
    settings: DEFAULT_SETTINGS,
    catalogue: nationalCatalogue(),
    indicators: nationalIndicators(),
  }).findings;
}

/** The form that the generator prints is of 2023. */
const PERIODS = ['2022年1月—2022年12月', '2022-01-01至2022-12-31', '2022年度', '2024.1.1-2024.12.31'];

/** Lists with a cell a line are not read: nothing is found in them, and nothing said. */
const READ_LAYOUTS = (Object.keys(LAYOUTS) as LayoutName[]).filter((name) => name !== 'cell-line');

interface Found {
  readonly faults: number;
  readonly found: number;
}

/** How many faults of a kind are found on their lines in tables of a layout, one a table. */
function foundIn(name: LayoutName, fault: IndicatorFault): Found {
  const layout: IndicatorLayout = LAYOUTS[name];
  const tables = (['own', 'library'] as const).flatMap((names) =>
    fc.sample(tablesOf(fc.constant(layout), names), { numRuns: CASES_A_LAYOUT, seed: 41 }),
  );
  let faults = 0;
  let found = 0;
  for (const [draw, table] of tables.entries()) {
    const fitting = table.indicators.flatMap((_, index) => (canBeKnown(table, index, fault) ? [index] : []));
    const index = fitting[draw % fitting.length];
    const indicator = index === undefined ? undefined : table.indicators[index];
    if (index === undefined || !indicator) continue;
    const indicators = table.indicators.with(index, fault.spoil(indicator, draw));
    const { text, lines } = printIndicators({ ...table, indicators });
    faults++;
    const isThere = (each: ReturnType<typeof findingsOf>[number]) =>
      each.rule === fault.rule && each.range.start.line === lines[index];
    if (findingsOf(text).some(isThere)) found++;
  }
  return { faults, found };
}

/** Whether a fault of a row can be known where it stands: a text without separators shows less. */
function canBeKnown(table: IndicatorTable, index: number, fault: IndicatorFault): boolean {
  const { indicators, layout } = table;
  const indicator = indicators[index];
  if (!indicator || !fault.fits(indicator, table)) return false;
  if (layout.dialect !== 'flattened') return true;
  const isFirst = indicators.findIndex(({ level2 }) => level2 === indicator.level2) === index;
  return !fault.needsColumns && !fault.needsForm && (!fault.needsHeading || isFirst);
}

/** Local headings are told to whoever prints them. */
function assertSilent(table: IndicatorTable): void {
  const { text } = printIndicators(table);
  const findings = findingsOf(text).filter(
    ({ rule }) => !(table.layout.local && rule === 'indicator-heading'),
  );
  assert.deepEqual(
    findings.map(({ rule, range }) => [rule, text.split('\n')[range.start.line]]),
    [],
  );
}

function printIndicatorTable(table: IndicatorTable): string {
  return printIndicators(table).text;
}

function lineOf(text: string, index: number): number {
  const first = text.split('\n').findIndex((line) => line.includes('一级指标')) + 1;
  return first + index;
}

describe('generated target tables', () => {
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    it(`that are correct have no finding: ${name}`, () => {
      for (const names of ['own', 'library'] as const)
        fc.assert(fc.property(tablesOf(fc.constant(layout), names), assertSilent), {
          numRuns: CASES_A_LAYOUT * 2,
        });
    });
  }

  it('that are correct have no finding: any layout', () => {
    fc.assert(fc.property(indicatorTables, assertSilent), { numRuns: CASES });
  });

  for (const [name, fault] of Object.entries(ROW_FAULTS)) {
    it(`${name}: found on its line`, function () {
      const results = READ_LAYOUTS.map((layout) => [layout, foundIn(layout, fault)] as const);
      const sum = (count: (result: Found) => number) =>
        results.reduce((all, [, result]) => all + count(result), 0);
      const [faults, found] = [sum((each) => each.faults), sum((each) => each.found)];
      const measured = results.map(([layout, each]) => `${layout} ${each.found}/${each.faults}`).join(', ');
      if (this.test) this.test.title += `: ${found} of ${faults} (${measured})`;
      assert.ok(faults >= 10, `${faults} faults`);
      assert.ok(found >= MIN_FOUND * faults, `${found} of ${faults}: ${measured}`);
    });
  }

  for (const period of PERIODS) {
    it(`a period without the year, ${period}: found on its line`, () => {
      const tables = fc.sample(indicatorTables, { numRuns: CASES, seed: 44 });
      assertFound(
        tables.map((table) => printIndicatorTable({ ...table, period })),
        'indicator-period',
        (text) => text.split('\n').findIndex((each) => each.includes(period)),
      );
    });
  }

  it('a weight changed: the sum is found', () => {
    const texts = fc
      .sample(indicatorTables, { numRuns: CASES * 2, seed: 42 })
      .filter(({ layout }) => layout.weights)
      .map((table) => {
        const indicators = table.indicators.map((each, index) =>
          index === 1 ? { ...each, weight: each.weight + 3 } : each,
        );
        return printIndicatorTable({ ...table, indicators });
      });
    assertFoundWhere(texts, 'indicator-weights', () => true);
  });

  it('an indicator pasted twice is found on the second line', () => {
    for (const table of fc.sample(indicatorTables, { numRuns: CASES, seed: 43 })) {
      const [first] = table.indicators;
      assert.ok(first);
      const layout = { ...table.layout, weights: false };
      const text = printIndicatorTable({
        indicators: [first, ...table.indicators],
        layout: { ...layout, merged: 'first' as const },
      });
      const line = lineOf(text, 1);
      assert.ok(
        findingsOf(text).some(
          (each) => each.rule === 'indicator-duplicate' && each.range.start.line === line,
        ),
      );
    }
  });

  it('a kind that every project has is missed', () => {
    for (const kind of ['数量指标', '质量指标', '社会效益指标']) {
      const tables = fc.sample(indicatorTables, { numRuns: CASES, seed: 45 }).flatMap((table) => {
        const indicators = table.indicators.filter(
          ({ level1, level2 }) => level2 !== kind && (kind !== '社会效益指标' || level1 !== '效益指标'),
        );
        return indicators.length >= MIN_LIST ? [{ ...table, indicators }] : [];
      });
      assertFound(tables.map(printIndicatorTable), 'indicator-missing', (text) => lineOf(text, 0));
    }
  });

  it('a kind that projects of its kind have is missed', () => {
    const kinds = [
      ['办公设备购置', '成本指标'],
      ['政务平台建设', '成本指标'],
      ['村级道路改造', '成本指标'],
      ['困难学生资助', '满意度指标'],
      ['业务能力培训', '满意度指标'],
    ] as const;
    for (const [project, kind] of kinds) {
      const tables = fc.sample(indicatorTables, { numRuns: 100, seed: 49 }).flatMap((table) => {
        const indicators = table.indicators.filter(({ level1 }) => level1 !== kind);
        return indicators.length >= MIN_LIST ? [{ ...table, indicators, project }] : [];
      });
      assertFound(tables.map(printIndicatorTable), 'indicator-missing', (text) => lineOf(text, 0));
    }
  });

  it('a list copied from another project is found in the second', () => {
    const texts = fc
      .sample(indicatorTables, { numRuns: CASES, seed: 50 })
      .filter(
        ({ indicators }) => indicators.filter(({ level1 }) => level1 !== '成本指标').length >= MIN_COPIED,
      )
      .map(
        (table) =>
          `${printIndicatorTable(table)}\n${printIndicatorTable({ ...table, project: '窗口服务保障' })}`,
      );
    assertFoundWhere(
      texts,
      'indicator-copied',
      (text, line) => line === text.split('\n').findLastIndex((each) => each.includes('一级指标')) + 1,
    );
  });

  it('lists of two projects that are not the same are no copies', () => {
    const tables = fc.sample(indicatorTables, { numRuns: 100, seed: 51 });
    for (const [index, table] of tables.entries()) {
      const other = tables[(index + 1) % tables.length] ?? table;
      const shared = other.indicators.filter(({ name }) =>
        table.indicators.some((each) => each.name === name),
      );
      if (shared.length >= MIN_COPIED) continue;
      const text = `${printIndicatorTable(table)}\n${printIndicatorTable({ ...other, project: '窗口服务保障' })}`;
      assert.ok(!findingsOf(text).some(({ rule }) => rule === 'indicator-copied'));
    }
  });

  it('a row of the form left in is found on its line', () => {
    const filled = fc.sample(indicatorTables, { numRuns: CASES, seed: 46 });
    const texts = filled.map((table) => {
      const [first] = table.indicators;
      assert.ok(first);
      const left = {
        ...first,
        name: table.layout.prefix === '' ? '指标1：' : '',
        operator: '',
        number: '……',
        unit: '',
      };
      const layout = { ...table.layout, merged: 'first' as const, weights: false };
      return printIndicatorTable({
        ...table,
        layout,
        indicators: [first, left, ...table.indicators.slice(1)],
      });
    });
    assertFound(texts, 'indicator-template', (text) => lineOf(text, 1));
  });

  it('another value in the table of the whole department is found in it', () => {
    const texts = fc.sample(indicatorTables, { numRuns: CASES, seed: 47 }).flatMap((table) => {
      const index = table.indicators.findIndex(({ name }) => name.length >= MIN_NAME);
      const indicator = table.indicators[index];
      if (!indicator) return [];
      const other = { ...indicator, number: `7${indicator.number.slice(1)}` };
      const whole = printIndicatorTable({ ...table, indicators: table.indicators.with(index, other) })
        .replace('2023年项目支出绩效目标表', '2023年部门整体支出绩效目标表')
        .replace('项目名称', '部门名称');
      return [{ text: `${whole}\n${printIndicatorTable(table)}`, index }];
    });
    const lines = new Map(texts.map(({ text, index }) => [text, lineOf(text, index)]));
    assertFound([...lines.keys()], 'indicator-mismatch', (text) => lines.get(text) ?? -1);
  });

  it('money that is not the sum of its sources is found in the form', () => {
    const texts = fc
      .sample(indicatorTables, { numRuns: CASES, seed: 48 })
      .map((table) => printIndicatorTable(table).replace(/(财政资金[^\d]*)54\.50/, '$145.50'));
    const near = (text: string, line: number) =>
      [0, 1].some((down) => text.split('\n').findIndex((each) => each.includes('资金总额')) + down === line);
    assertFoundWhere(texts, 'project-amount', near);
  });
});

/** A list of fewer indicators may be one of which most was lost. */
const MIN_LIST = 4;
/** Shorter lists may be alike because the projects are. */
const MIN_COPIED = 8;
/** Shorter names are said of many things. */
const MIN_NAME = 4;

function assertFound(texts: readonly string[], rule: RuleId, expected: (text: string) => number): void {
  assertFoundWhere(texts, rule, (text, line) => line === expected(text));
}

function assertFoundWhere(
  texts: readonly string[],
  rule: RuleId,
  isThere: (text: string, line: number) => boolean,
): void {
  const found = texts.filter((text) =>
    findingsOf(text).some((each) => each.rule === rule && isThere(text, each.range.start.line)),
  );
  assert.ok(texts.length >= 50, `${texts.length} faults`);
  assert.ok(found.length >= MIN_FOUND * texts.length, `${found.length} of ${texts.length}`);
}
