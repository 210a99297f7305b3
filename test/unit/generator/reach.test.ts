import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DAMAGE_NAMES } from '../../generator/damage/index.ts';
import { DIALECTS } from '../../generator/dialects/index.ts';
import { placedMarks } from '../../generator/document/document.ts';
import { arbitraryDisclosure, type GeneratedDisclosure } from '../../generator/index.ts';
import { REGIONS } from '../../generator/layouts/regions/index.ts';
import type { Role } from '../../generator/model.ts';

const ROLES: readonly Role[] = [
  ...(['income-expenditure', 'income', 'expenditure', 'fiscal-income-expenditure'] as const),
  ...(['general-budget-expenditure', 'basic-expenditure', 'three-public', 'government-fund'] as const),
  ...([
    'state-capital',
    'project-expenditure',
    'procurement',
    'purchased-services',
    'transfer-payment',
  ] as const),
];

describe('generator: what it reaches', () => {
  const sample = fc.sample(arbitraryDisclosure({ size: 'medium' }), { numRuns: 250, seed: 10 });
  const seen = (of: (generated: GeneratedDisclosure) => readonly unknown[]) => new Set(sample.flatMap(of));

  it('every region, dialect, table, unit and rounding', () => {
    assert.deepEqual(
      seen(({ region }) => [region]),
      new Set(REGIONS.map(({ name }) => name)),
    );
    assert.deepEqual(
      seen(({ document }) => document.dialects),
      new Set(DIALECTS),
    );
    assert.deepEqual(
      [...seen(({ model }) => model.tables.map(({ role }) => role))].sort(),
      [...ROLES].sort(),
    );
    assert.deepEqual(
      seen(({ model }) => model.tables.map(({ unit }) => unit)),
      new Set(['元', '万元']),
    );
    assert.equal(seen(({ rounding }) => [rounding]).size, 5);
    assert.deepEqual(seen(({ model }) => [model.kind + model.stage]).size, 4);
  });

  it('documents in more than one dialect', () => {
    const mixed = sample.filter(({ document }) => new Set(document.dialects).size > 1);
    assert.ok(mixed.length > 30);
  });

  it('line ends, byte order marks, full-width figures, negative changes, ratios and quantities', () => {
    const texts = sample.map(({ text }) => text);
    for (const trait of [
      '\r\n',
      '\uFEFF',
      '０',
      '%',
      '附件3-',
      '公开01表',
      '（万元）',
      '填报单位',
      '其中',
      '003T',
    ]) {
      assert.ok(
        texts.some((text) => text.includes(trait)),
        JSON.stringify(trait),
      );
    }
    const figures = sample
      .flatMap(({ document }) => placedMarks(document))
      .flatMap(({ mark }) => (mark.of === 'cell' ? [mark.figure] : []));
    assert.ok(figures.some(({ rounded }) => rounded.units < 0));
    assert.deepEqual(new Set(figures.map(({ kind }) => kind)), new Set(['amount', 'ratio', 'quantity']));
  });

  it('only the dialects asked for', () => {
    const only = fc.sample(arbitraryDisclosure({ dialects: ['html', 'comma'] }), { numRuns: 50, seed: 11 });
    const names = new Set(only.flatMap(({ document }) => document.dialects.map(({ name }) => name)));
    assert.deepEqual(names, new Set(['html', 'comma']));
  });

  it('sizes from a few lines to thousands', () => {
    const longest = (size: 'small' | 'large') =>
      Math.max(
        ...fc
          .sample(arbitraryDisclosure({ size }), { numRuns: 12, seed: 12 })
          .map(({ document }) => document.lines.length),
      );
    assert.ok(longest('small') < 1500);
    assert.ok(longest('large') > 1500);
  });
});

describe('generator: one seed, one document', () => {
  it('gives the same texts and places again', () => {
    const draw = () =>
      fc
        .sample(arbitraryDisclosure({ size: 'medium', damage: DAMAGE_NAMES }), { numRuns: 30, seed: 13 })
        .map(({ text, document }) => [text, placedMarks(document).map(({ place }) => place)]);
    assert.deepEqual(draw(), draw());
  });

  it('shrinks to a small document', () => {
    const found = fc.check(
      fc.property(arbitraryDisclosure({ size: 'medium' }), ({ text }) => !text.includes('住房公积金')),
      { seed: 14, numRuns: 50 },
    );
    const [counterexample] = found.counterexample ?? [];
    assert.ok(counterexample !== undefined);
    assert.ok(counterexample.document.lines.length < 40, counterexample.text);
  });
});

describe('generator: independence', () => {
  it('imports nothing of the reader: of the core the catalogue’s data alone', () => {
    const folder = join(import.meta.dirname, '..', '..', 'generator');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    assert.ok(files.length > 40);
    for (const file of files) {
      const imports = [...readFileSync(join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(
        ([, path = '']) => path,
      );
      const foreign = imports.filter(
        (path) => !path.startsWith('./') && !path.startsWith('../') && path !== 'fast-check',
      );
      for (const path of foreign) assert.equal(path, '#core/catalogue/data.ts', file);
      assert.ok(!imports.some((path) => path.includes('shared/') || path.includes('server/')), file);
    }
  });
});
