import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import type { RuleId } from '#core/rules.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import {
  type IndicatorTable,
  indicatorTables,
  type ModelIndicator,
  printIndicatorTable,
} from '../../../generator/indicatorTables.ts';

const CASES = 300;
const MIN_FOUND = 0.95;

function findingsOf(text: string) {
  return analyse(text, {
    settings: DEFAULT_SETTINGS,
    catalogue: nationalCatalogue(),
    indicators: nationalIndicators(),
  }).findings;
}

/** A fault of one indicator, and the rule that has to find it on the indicator's line. */
interface Fault {
  readonly rule: RuleId;
  readonly fits: (indicator: ModelIndicator, table: IndicatorTable) => boolean;
  readonly spoil: (indicator: ModelIndicator) => ModelIndicator;
}

const isSatisfaction = ({ level2 }: ModelIndicator) => level2 === '服务对象满意度指标';
const isBounded = ({ name }: ModelIndicator) => /(?:满意度|合格率|通过率|及时率|知晓率)$/.test(name);
const isBenefit = ({ level1 }: ModelIndicator) => level1 === '效益指标';

const FAULTS: Readonly<Record<string, Fault>> = {
  'the unit is missing': {
    rule: 'indicator-value',
    fits: ({ unit, name }) => unit !== '%' && !/[次时率]$/.test(name),
    spoil: (indicator) => ({ ...indicator, unit: '' }),
  },
  'the per cent sign is missing': {
    rule: 'indicator-value',
    fits: ({ unit }) => unit === '%',
    spoil: (indicator) => ({ ...indicator, unit: '' }),
  },
  'the sign is missing': {
    rule: 'indicator-operator',
    fits: isSatisfaction,
    spoil: (indicator) => ({ ...indicator, operator: '' }),
  },
  'the sign is reversed': {
    rule: 'indicator-value',
    fits: isBounded,
    spoil: (indicator) => ({ ...indicator, operator: '≤' }),
  },
  'the sign of what is done is turned': {
    rule: 'indicator-value',
    fits: ({ level2, operator }) => level2 === '数量指标' && operator === '≥',
    spoil: (indicator) => ({ ...indicator, operator: '≤' }),
  },
  'the sign of a cost is turned': {
    rule: 'indicator-value',
    fits: ({ level2 }) => level2 === '经济成本指标',
    spoil: (indicator) => ({ ...indicator, operator: '≥' }),
  },
  'the sign of a time is turned': {
    rule: 'indicator-value',
    fits: ({ level2, unit }) => level2 === '时效指标' && unit === '小时',
    spoil: (indicator) => ({ ...indicator, operator: '≥' }),
  },
  'the sign of any number is missing': {
    rule: 'indicator-operator',
    fits: ({ operator }) => operator !== '',
    spoil: (indicator) => ({ ...indicator, operator: '' }),
  },
  'a zero too many': {
    rule: 'indicator-value',
    fits: (indicator) => isBounded(indicator),
    spoil: (indicator) => ({ ...indicator, number: `${indicator.number}0` }),
  },
  'satisfaction under an effect': {
    rule: 'indicator-group',
    fits: isBenefit,
    spoil: (indicator) => ({ ...indicator, name: '周边居民满意度', operator: '≥', number: '90', unit: '%' }),
  },
  'satisfaction as the value of an effect': {
    rule: 'indicator-group',
    fits: isBenefit,
    spoil: (indicator) => ({ ...indicator, operator: '满意度≥', number: '90', unit: '%' }),
  },
  'words nobody can check': {
    rule: 'indicator-vague',
    fits: isBenefit,
    spoil: (indicator) => ({ ...indicator, operator: '', number: '有所提升', unit: '' }),
  },
  'a cost beyond all the money': {
    rule: 'indicator-cost',
    fits: ({ name }) => name === '培训费' || name === '设备购置费',
    spoil: (indicator) => ({ ...indicator, number: `${indicator.number.replace('.', '')}0` }),
  },
  'a cost among what is done': {
    rule: 'indicator-group',
    fits: ({ level2 }) => level2 === '数量指标' || level2 === '时效指标',
    spoil: (indicator) => ({ ...indicator, name: '场地租赁费', operator: '≤', number: '3.6', unit: '万元' }),
  },
  'a price without its money': {
    rule: 'indicator-value',
    fits: ({ level2 }) => level2 === '经济成本指标',
    spoil: (indicator) => ({
      ...indicator,
      name: '劳务费用标准',
      operator: '≤',
      number: '320',
      unit: '人/天',
    }),
  },
  'grades of which none is chosen': {
    rule: 'indicator-template',
    fits: isBenefit,
    spoil: (indicator) => ({ ...indicator, operator: '', number: '优、良、中、差', unit: '' }),
  },
  'a deadline of the year before': {
    rule: 'indicator-period',
    fits: ({ level2 }) => level2 === '时效指标',
    spoil: (indicator) => ({
      ...indicator,
      name: '项目完成时间',
      operator: '',
      number: '2022年11',
      unit: '月底前',
    }),
  },
  'a heading with a character wrong': {
    rule: 'indicator-heading',
    fits: ({ level2 }, { layout }) => level2 === '社会效益指标' && !layout.merged,
    spoil: (indicator) => ({ ...indicator, level2: '社会效应指标' }),
  },
  'the name of a rate with a character wrong': {
    rule: 'word-slip',
    fits: ({ name }) => /[合及]格?[时格]率$|满意度$/.test(name),
    spoil: (indicator) => ({
      ...indicator,
      name: indicator.name.replace(/意度$/, '义度').replace(/格率$/, '格律').replace(/时率$/, '实率'),
    }),
  },
  'a value left blank': {
    rule: 'indicator-value',
    fits: ({ name }) => name.length >= MIN_NAME,
    spoil: (indicator) => ({ ...indicator, operator: '', number: '', unit: '' }),
  },
  'a heading in a local form': {
    rule: 'indicator-heading',
    fits: ({ level2 }, { layout }) => level2 === '可持续影响指标' && !layout.merged,
    spoil: (indicator) => ({ ...indicator, level2: '可持续发展指标' }),
  },
};

/** The form that the generator prints is of 2023. */
const PERIODS = ['2022年1月—2022年12月', '2022-01-01至2022-12-31', '2022年度', '2024.1.1-2024.12.31'];

function lineOf(text: string, index: number): number {
  const first = text.split('\n').findIndex((line) => line.includes('一级指标')) + 1;
  return first + index;
}

describe('generated target tables', () => {
  it('that are correct have no finding', () => {
    fc.assert(
      fc.property(indicatorTables, (table) => {
        const text = printIndicatorTable(table);
        const findings = findingsOf(text);
        assert.deepEqual(
          findings.map(({ rule, range }) => [rule, text.split('\n')[range.start.line]]),
          [],
        );
      }),
      { numRuns: CASES },
    );
  });

  for (const [name, { rule, fits, spoil }] of Object.entries(FAULTS)) {
    it(`${name}: found on its line`, () => {
      let faults = 0;
      let found = 0;
      for (const table of fc.sample(indicatorTables, { numRuns: CASES, seed: 41 })) {
        const index = table.indicators.findIndex((indicator) => fits(indicator, table));
        const indicator = table.indicators[index];
        if (!indicator) continue;
        const text = printIndicatorTable({
          ...table,
          indicators: table.indicators.with(index, spoil(indicator)),
        });
        faults++;
        const line = lineOf(text, index);
        if (findingsOf(text).some((each) => each.rule === rule && each.range.start.line === line)) found++;
      }
      assert.ok(faults >= 50, `${faults} faults`);
      assert.ok(found >= MIN_FOUND * faults, `${found} of ${faults}`);
    });
  }

  for (const period of PERIODS) {
    it(`a period without the year, ${period}: found on its line`, () => {
      for (const table of fc.sample(indicatorTables, { numRuns: 20, seed: 44 })) {
        const text = printIndicatorTable({ ...table, period });
        const line = text.split('\n').findIndex((each) => each.includes(period));
        const found = findingsOf(text).filter(({ rule }) => rule === 'indicator-period');
        assert.deepEqual(
          found.map(({ range }) => range.start.line),
          [line],
        );
      }
    });
  }

  it('a weight changed: the sum is found', () => {
    const tables = fc
      .sample(indicatorTables, { numRuns: CASES, seed: 42 })
      .filter(({ layout }) => layout.weights);
    for (const table of tables) {
      const indicators = table.indicators.map((each, index) =>
        index === 1 ? { ...each, weight: each.weight + 3 } : each,
      );
      const findings = findingsOf(printIndicatorTable({ ...table, indicators }));
      assert.ok(findings.some(({ rule }) => rule === 'indicator-weights'));
    }
  });

  it('an indicator pasted twice is found on the second line', () => {
    for (const table of fc.sample(indicatorTables, { numRuns: CASES, seed: 43 })) {
      const [first] = table.indicators;
      assert.ok(first);
      const layout = { ...table.layout, weights: false };
      const text = printIndicatorTable({
        indicators: [first, ...table.indicators],
        layout: { ...layout, merged: true },
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
        name: table.layout.prefixed ? '' : '指标1：',
        operator: '',
        number: '……',
        unit: '',
      };
      const layout = { ...table.layout, merged: true, weights: false };
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
      .map((table) => printIndicatorTable(table).replace(/(财政资金[\t| ]+)54\.50/, '$145.50'));
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
