import assert from 'node:assert/strict';
import { nationalIndicators } from '#core/catalogue/data.ts';
import { PROJECT_KINDS } from '#core/catalogue/projectKinds.ts';
import { indicatorSchema } from '#core/catalogue/schema.ts';
import { readUserIndicators } from '#core/catalogue/userIndicators.ts';
import { dataText } from './dataFiles.ts';

const { shape } = indicatorSchema;

describe('a library of the user’s', () => {
  const own = `[
{"name":"窗口评价器使用率","category":"质量指标","units":["%"],"formula":"使用评价器的办件 ÷ 全部办件 × 100%"},
{"name":"综合窗口改革成效","category":"社会效益指标"},

{"name":"验收合格率","category":"质量指标","units":["%"],"operator":"=","aliases":["一次验收合格率"]}
]
`;

  it('needs a name and a category a line; brackets, commas and empty lines are as you like', () => {
    for (const text of [own, own.replace(/[[\]]\n/g, '').replace(/,$/gm, '')]) {
      const { indicators, problems } = readUserIndicators(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        indicators.map(({ name, operator, origin }) => [name, operator, origin]),
        [
          ['窗口评价器使用率', '≥', 'own'],
          ['综合窗口改革成效', '定性', 'own'],
          ['验收合格率', '=', 'own'],
        ],
      );
    }
  });

  it('lies over ours, and comes first', () => {
    const ours = nationalIndicators();
    const library = ours.with([readUserIndicators(own).indicators]);
    assert.equal(library.all.length, ours.all.length + 2);
    assert.equal(library.named('验收合格率')?.indicator.operator, '=');
    assert.equal(library.named('一次验收合格率')?.indicator.name, '验收合格率');
    assert.equal(library.indicatorsFor('质量指标')[0]?.name, '窗口评价器使用率');
    assert.equal(ours.named('验收合格率')?.indicator.operator, '≥');
  });

  it('may be our own file', () => {
    const { indicators, problems } = readUserIndicators(dataText('indicators.json'));
    assert.deepEqual(problems, []);
    assert.equal(indicators.length, nationalIndicators().all.length);
  });

  it('says which lines cannot be used and why, and takes the others', () => {
    const { indicators, problems } = readUserIndicators(
      [
        '{"name":"窗口数","category":"数量指标","units":["个"]}',
        '窗口数',
        '{"name":"窗口数二","category":"数量"}',
        '{"category":"数量指标"}',
        '{"name":"窗口数三","category":"数量指标","operator":">"}',
        '{"name":"窗口数四","category":"数量指标","kinds":["其他"]}',
        '{"name":"窗口","category":"数量指标","aliases":["窗口数"]}',
        '{"name":"窗口数五","category":"数量指标","colour":"red"}',
      ].join('\n'),
    );
    assert.deepEqual(
      indicators.map(({ name }) => name),
      ['窗口数'],
    );
    assert.deepEqual(problems, [
      { line: 2, reason: 'not-json', what: '' },
      { line: 3, reason: 'wrong-field', what: 'category', allowed: [...shape.category.options] },
      { line: 4, reason: 'missing-field', what: 'name' },
      { line: 5, reason: 'wrong-field', what: 'operator', allowed: ['≥', '≤', '=', '定性'] },
      { line: 6, reason: 'wrong-field', what: 'kinds.0', allowed: [...PROJECT_KINDS] },
      { line: 7, reason: 'twice', what: '窗口数' },
      { line: 8, reason: 'unknown-field', what: 'colour', allowed: Object.keys(shape) },
    ]);
  });
});
