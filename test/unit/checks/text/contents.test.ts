import { strict as assert } from 'node:assert';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

const options = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

/** Each entry of a table of contents that is no heading of the text, with the heading that it means, or nothing; both without numbers. */
function entries(contents: readonly string[], headings: readonly string[]): string[] {
  const body = headings.flatMap((heading) => [heading, '', '本部门按规定公开。', '']);
  const text = ['某某县水务局2024年部门预算公开', '', '目录', '', ...contents, '', ...body].join('\n');
  return analyse(text, options).findings.flatMap(({ rule, params }) =>
    rule === 'contents-entry' && 'entry' in params ? [`${params.entry} → ${params.heading}`] : [],
  );
}

describe('an entry of the table of contents that is no heading', () => {
  const headings = ['一、部门主要职责', '二、机构设置情况', '三、收支预算情况说明', '四、名词解释'];

  it('names the heading that has most of its words', () => {
    const contents = ['一、部门主要职责', '二、机构设置情况', '三、收支预算总体情况说明', '四、名词解释'];
    assert.deepEqual(entries(contents, headings), ['收支预算总体情况说明 → 收支预算情况说明']);
  });

  it('names none where none is like it', () => {
    const contents = ['一、部门主要职责', '二、机构设置情况', '三、绩效目标', '四、名词解释'];
    assert.deepEqual(entries(contents, headings), ['绩效目标 → ']);
  });

  it('is told of none where all are headings', () => {
    assert.deepEqual(entries(headings, headings), []);
  });
});
