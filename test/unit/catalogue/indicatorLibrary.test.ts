import assert from 'node:assert/strict';
import { nationalIndicators } from '#core/catalogue/data.ts';
import { HEADINGS_UNDER, placesOf, readHeading } from '#core/catalogue/frameworks.ts';
import type { IndicatorCategory } from '#core/catalogue/indicatorHeadings.ts';
import { comparedName } from '#core/catalogue/indicatorNames.ts';
import { kindsOfProject, PROJECT_KINDS } from '#core/catalogue/projectKinds.ts';

const { all, named } = nationalIndicators();

describe('indicators: every record', () => {
  it('has 384 names of the brief and at least 150 more', () => {
    assert.ok(all.length >= 384 + 150, String(all.length));
    const known = all.filter(({ origin }) => origin === 'knowledge').length;
    assert.ok(known >= 102 + 150, String(known));
  });

  it('says in one or two short sentences what it measures', () => {
    for (const { name, meaning = '' } of all) {
      assert.match(meaning, /^\S{7,80}。$/u, name);
      assert.ok((meaning.match(/。/g) ?? []).length <= 2, name);
      assert.notEqual(meaning, `${name}。`);
    }
  });

  it('has a formula where it is a rate, with what is divided by what', () => {
    for (const { name, operator, units = [], formula } of all) {
      const isRate = operator !== '定性' && (units.includes('%') || /率$/.test(name));
      if (isRate) assert.match(formula ?? '', /^[^÷]+ ÷ [^÷]+$|^[^÷]+ × \d+% ＋ [^÷]+$/u, name);
      if (units.includes('%')) assert.match(formula ?? '', / × \d+%$/u, name);
      if (units.includes('‰')) assert.match(formula ?? '', / × ?1000$/u, name);
    }
  });

  it('divides by something else than it counts', () => {
    for (const { name, formula } of all) {
      const [above, below] = (formula ?? '').replace(/ × 100%$/, '').split(' ÷ ');
      if (below !== undefined) assert.notEqual(above, below, name);
    }
  });

  it('has names, aliases and misspellings that are nobody else’s', () => {
    const owners = new Map<string, string>();
    for (const { name, aliases = [], misspellings = [] } of all) {
      for (const each of [name, ...aliases, ...misspellings]) {
        const key = comparedName(each);
        assert.equal(owners.get(key), undefined, `${each}: ${name} and ${owners.get(key)}`);
        owners.set(key, name);
      }
    }
  });

  it('fits each kind of project more than once', () => {
    for (const kind of PROJECT_KINDS) {
      const count = all.filter(({ kinds }) => kinds?.includes(kind)).length;
      assert.ok(count >= 10, `${kind}: ${count}`);
    }
  });

  it('measures satisfaction as the share of those asked', () => {
    for (const { name, category, formula } of all) {
      if (category !== '服务对象满意度指标' || /好评率|安全感/.test(name)) continue;
      assert.match(formula ?? '', /^表示满意的.+数 ÷ 接受调查的.+数 × 100%$/u, name);
    }
  });
});

describe('indicators: names', () => {
  const cases: readonly (readonly [printed: string, name: string | undefined, by?: string])[] = [
    ['验收合格率', '验收合格率', 'name'],
    ['指标1：“好差评”满意率', '“好差评”满意率', 'name'],
    ['指标 1: 办事窗口;', '办事窗口', 'name'],
    ['指标:4: 按时办结率。', '按时办结率', 'name'],
    ['成本控制 有效性', '成本控制有效性', 'name'],
    ['群众满意率', '群众满意度', 'alias'],
    ['收益群众满意度', '受益群众满意度', 'misspelling'],
    ['购置电脑数量', '购置**数量', 'name'],
    ['购置办公家具的验收通过率', '购置**的验收通过率', 'name'],
    ['路灯工程验收合格率', '工程验收合格率', 'ending'],
    ['档案归档处置', '档案归档处置率', 'beginning'],
    ['享受职业培训', '享受职业培训补贴人员数量', 'beginning'],
    ['培训参加', undefined],
    ['重点建设工程', undefined],
    ['数量', undefined],
    ['', undefined],
    ['指标2：.....', undefined],
    ['推进行政审批服务网络化、便利化', undefined],
    ['率'.repeat(10_000), undefined],
  ];
  for (const [printed, name, by] of cases) {
    it(`${printed.slice(0, 20)} is ${name ?? 'unknown'}`, () => {
      const found = named(printed);
      assert.equal(found?.indicator.name, name);
      assert.equal(found?.by, by);
    });
  }
});

describe('indicators: both frameworks', () => {
  it('put 成本指标 under 产出指标 before 2021 and make it a 一级 since', () => {
    assert.deepEqual(placesOf('成本指标'), {
      before2021: { level1: '产出指标', level2: '成本指标' },
      since2021: { level1: '成本指标', level2: '经济成本指标' },
    });
    assert.equal(placesOf('社会成本指标').before2021, undefined);
    assert.equal(placesOf('可持续影响指标').since2021, undefined);
  });

  it('list the 二级 headings under each 一级', () => {
    assert.deepEqual(
      [...HEADINGS_UNDER.before2021],
      [
        ['产出指标', ['数量指标', '质量指标', '时效指标', '成本指标']],
        ['效益指标', ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']],
        ['满意度指标', ['服务对象满意度指标']],
      ],
    );
    assert.deepEqual(
      [...HEADINGS_UNDER.since2021],
      [
        ['成本指标', ['经济成本指标', '社会成本指标', '生态环境成本指标']],
        ['产出指标', ['数量指标', '质量指标', '时效指标']],
        ['效益指标', ['经济效益指标', '社会效益指标', '生态效益指标']],
        ['满意度指标', ['服务对象满意度指标']],
      ],
    );
  });

  const headings: readonly (readonly [text: string, level: 1 | 2, standard: string, local: boolean])[] = [
    ['产出指标', 1, '产出指标', false],
    ['项目完成指标', 1, '产出指标', true],
    ['一、效益指标', 1, '效益指标', false],
    ['满意度指 标', 1, '满意度指标', false],
    ['数量指标', 2, '数量指标', false],
    ['产出数量', 2, '数量指标', true],
    ['经济效益 指标', 2, '经济效益指标', false],
    ['可持续发展指标', 2, '可持续影响指标', true],
    ['社会公众及服务对象满意度', 2, '服务对象满意度指标', true],
    ['成本指标', 2, '成本指标', false],
  ];
  for (const [text, level, standard, local] of headings) {
    it(`${text} is ${standard}`, () => {
      const heading = readHeading(text);
      assert.deepEqual([heading?.level, heading?.standard, heading?.local], [level, standard, local]);
    });
  }

  it('have a place for every category of project tables', () => {
    for (const category of new Set(all.map((each) => each.category))) {
      const { before2021, since2021 } = placesOf(category satisfies IndicatorCategory);
      assert.equal(before2021 !== undefined || since2021 !== undefined, category !== '整体支出', category);
    }
  });
});

describe('kinds of project', () => {
  const cases: readonly (readonly [name: string, ...kinds: string[]])[] = [
    ['“一窗通办”改革经费'],
    ['政务大厅改造项目', '工程'],
    ['工装购置经费', '采购'],
    ['政府购买服务（窗口工作人员）工作经费', '购买服务', '人员'],
    ['区行政服务中心日常运行经费', '运行维护'],
    ['工作人员培训经费', '培训', '人员'],
    ['公共服务综合信息平台升级', '信息化'],
  ];
  for (const [name, ...kinds] of cases) {
    it(`${name}: ${kinds.join('、') || 'any'}`, () => assert.deepEqual(kindsOfProject(name), kinds));
  }
});
