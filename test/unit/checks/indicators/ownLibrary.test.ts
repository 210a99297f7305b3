import { strict as assert } from 'node:assert';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { readUserIndicators } from '#core/catalogue/userIndicators.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

const OWN = `{"name":"窗口评价器使用率","category":"质量指标","units":["%"]}
{"name":"平均排队时长","category":"社会效益指标","operator":"≤","units":["分钟"],"aliases":["排队平均时长"]}
`;

/** What is said of the value of one indicator, checked with a library of the user's own. */
function saidOf(name: string, value: string): readonly string[] {
  const text = `项目支出绩效目标表
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t开放窗口数\t≥22个
效益指标\t社会效益指标\t${name}\t${value}
`;
  const indicators = nationalIndicators().with([readUserIndicators(OWN).indicators]);
  const { findings } = analyse(text, {
    settings: DEFAULT_SETTINGS,
    catalogue: nationalCatalogue(),
    indicators,
  });
  return findings
    .filter(({ range }) => range.start.line === 3)
    .map(({ rule, severity, params }) => `${severity} ${rule} ${'state' in params ? params.state : ''}`);
}

describe("the user's own library of indicators, in checks", () => {
  it('is kept to: its names, units and signs', () => {
    assert.deepEqual(saidOf('平均排队时长', '≤15分钟'), []);
    assert.deepEqual(saidOf('排队平均时长', '≤15分钟'), []);
    assert.deepEqual(saidOf('窗口评价器使用率', '≥95%'), []);
  });

  it('tells a sign on the other side', () => {
    assert.deepEqual(saidOf('平均排队时长', '≥15分钟'), ['warning indicator-value direction-most']);
    assert.deepEqual(saidOf('排队平均时长', '≥15分钟'), ['warning indicator-value direction-most']);
  });

  it('tells another unit', () => {
    assert.deepEqual(saidOf('平均排队时长', '≤15小时'), ['warning indicator-value other-unit']);
  });

  it('tells a name with one character wrong', () => {
    assert.deepEqual(saidOf('平均排队时常', '≤15分钟'), ['information word-slip ']);
  });
});
