import assert from 'node:assert/strict';
import { nationalIndicators } from '#core/catalogue/data.ts';
import { categoriesOf, type IndicatorCategory } from '#core/catalogue/indicatorHeadings.ts';
import { records } from './dataFiles.ts';

describe('indicators: headings', () => {
  const cases: readonly (readonly [expected: IndicatorCategory, ...headings: string[]])[] = [
    ['数量指标', '数量指标', '产出数量', '数量', '1.数量指标', '数量指 标', '（一）数量指标'],
    ['质量指标', '质量指标', '产出质量', '质 量 指 标'],
    ['时效指标', '时效指标', '产出时效', '时效'],
    ['成本指标', '成本指标', '产出成本', '成本指标：'],
    ['经济成本指标', '经济成本指标', '经济成本'],
    ['社会成本指标', '社会成本指标'],
    ['生态环境成本指标', '生态环境成本指标', '生态成本'],
    ['经济效益指标', '经济效益', '经济效益指标', '经济效益 指标', '经济效益指'],
    ['社会效益指标', '社会效益', '社会效益指', '社会效益指 标'],
    ['生态效益指标', '生态效益', '生态效益指标'],
    ['可持续影响指标', '可持续影响', '可持续影响指 标', '可持续发展指标', '可持续影响 指标'],
    [
      '服务对象满意度指标',
      '服务对象满意度',
      '服务对象满意度指 标',
      '· 服务对象 满意度指标',
      '社会公众及服务对象满意度',
      '社会公众及服务 对象满意度',
      '社会公众或服务对象满意度指标',
      '满意度指标',
    ],
    ['预算执行', '预算执行率'],
  ];
  for (const [expected, ...headings] of cases) {
    for (const heading of headings) {
      it(`${heading}: ${expected}`, () => assert.equal(categoriesOf(heading)[0], expected));
    }
  }

  it('takes 一级 headings for the sum of their 二级', () => {
    assert.deepEqual(categoriesOf('产出指标'), ['数量指标', '质量指标', '时效指标', '成本指标']);
    assert.deepEqual(categoriesOf('一、效益指标'), [
      '经济效益指标',
      '社会效益指标',
      '生态效益指标',
      '可持续影响指标',
    ]);
    assert.deepEqual(categoriesOf('成本指标'), [
      '成本指标',
      '经济成本指标',
      '社会成本指标',
      '生态环境成本指标',
    ]);
    assert.deepEqual(categoriesOf('满意度指标'), ['服务对象满意度指标']);
  });

  it('says nothing to what is no heading', () => {
    for (const heading of [
      '',
      '三级指标',
      '指标值',
      '项目名称',
      'constructor',
      '指标',
      '数'.repeat(100_000),
    ]) {
      assert.deepEqual(categoriesOf(heading), [], heading.slice(0, 20));
    }
  });
});

describe('indicators: library', () => {
  const library = nationalIndicators();

  it('offers what fits the heading, and all of it', () => {
    const names = library.indicatorsFor('产出质量').map((each) => each.name);
    assert.ok(names.includes('验收合格率'));
    assert.ok(!names.includes('办事群众满意度'));
    assert.equal(
      names.length,
      records('indicators.json').filter((each) => each.category === '质量指标').length,
    );
    assert.ok(library.indicatorsFor('社会公众及服务对象满意度').some((each) => each.name === '群众满意度'));
    assert.deepEqual(library.indicatorsFor('三级指标'), []);
  });

  it('has at least one indicator for every 二级 of both frameworks', () => {
    for (const heading of [
      '数量',
      '质量',
      '时效',
      '经济成本',
      '社会成本',
      '生态环境成本',
      '经济效益',
      '社会效益',
      '生态效益',
      '可持续影响',
      '服务对象满意度',
    ]) {
      assert.ok(library.indicatorsFor(heading).length > 0, heading);
    }
  });

  it('tells units to choose from and units that hold a stroke apart', () => {
    const units = (name: string) => library.all.find((each) => each.name === name)?.units;
    assert.deepEqual(units('购置**数量'), ['台', '件', '辆', '套']);
    assert.deepEqual(units('人均培训成本'), ['元/人']);
    assert.deepEqual(units('环境卫生专项考核频次'), ['次/月']);
    assert.equal(units('优化营商环境'), undefined);
  });

  it('gives every number a unit to be printed with', () => {
    for (const each of library.all) {
      if (each.operator === '定性') continue;
      assert.ok(each.units, each.name);
    }
  });
});
