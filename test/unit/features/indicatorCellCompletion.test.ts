import assert from 'node:assert/strict';
import { InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { nationalIndicators } from '#core/catalogue/data.ts';
import { INDICATOR_SETS } from '#core/catalogue/indicatorSets.ts';
import { completionsAt, editOf } from '../../support/completions.ts';

const HEAD = `2022年项目支出绩效目标批复表
项目名称		政务大厅改造项目			
绩效指标	一级指标	二级指标	三级指标	指标值	说明
`;
const TAB = `${HEAD}	产出指标	数量指标	新建建筑面积	≥4700平方米	
		质量指标	工程验收合格率		
		时效指标			
`;

/** With columns of their own for units and operators. */
const WHOLE = `| | 指标名称 | 指标权重 | 计量单位 | 指标性质 | 指标值 |
|---|---|---|---|---|---|
| | 办事窗口 | 5% | 个 | = | 182 |
| | 事项上网率 | 10% | 百分率 | ≥ | 80 |
| | 培训人次 |  |  |  |  |
`;

/** The snippet or text that an item writes. */
function written(textWithCursor: string, label: string): string {
  const item = completionsAt(textWithCursor).items.find((each) => each.label === label);
  assert.ok(item, `${label} is not offered: ${completionsAt(textWithCursor).labels.join()}`);
  return editOf(item).newText;
}

describe('completion of indicator values', () => {
  it('offers usual shares with operator and sign for a rate', () => {
    const { labels } = completionsAt(TAB.replace('合格率	', '合格率	‸'));
    assert.deepEqual(labels, ['=100%']);
    assert.equal(completionsAt(TAB.replace('工程验收合格率	', '群众满意度	‸')).labels[0], '≥95%');
  });

  it('leaves the number of a quantity to the writer, with operator and unit around it', () => {
    const text = TAB.replace('≥4700平方米', '‸');
    assert.equal(written(text, '=数值平方米'), '=$' + '{1:数值}平方米');
    const [item] = completionsAt(text).items;
    assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
    assert.deepEqual(completionsAt(text, { snippets: false }).labels, []);
  });

  it('keeps a number that was typed', () => {
    assert.deepEqual(completionsAt(TAB.replace('≥4700平方米', '=4700‸')).labels, ['=4700平方米']);
    assert.deepEqual(completionsAt(TAB.replace('新建建筑面积	≥4700平方米', '群众满意度	92‸')).labels, [
      '≥92%',
    ]);
  });

  it('offers values behind the name where no 指标值 heads a column', () => {
    const page = (name: string, value: string) => `| 项目名称 | | 中心运行 | | | | |
|---|---|---|---|---|---|---|
| | 一级指标 | 二级指标 | | 三级指标 | | |
| | 产出指标 | 数量指标 | 指标 1: 办事窗口; | | | 182 个 |
| | | 质量指标 | 指标 1: ${name} | | | ${value} |
`;
    assert.equal(completionsAt(page('群众满意度;', '‸')).labels[0], '≥95%');
    assert.deepEqual(completionsAt(page('网络专线租用费用。', '12‸')).labels.slice(0, 1), ['≤12万元']);
    assert.equal(completionsAt(page('推进改革', '‸')).labels[0], '≥95%');
  });

  it('goes by the ending of a name that the library does not have', () => {
    const value = (name: string) =>
      completionsAt(TAB.replace('新建建筑面积	≥4700平方米', `${name}	12‸`)).labels;
    assert.deepEqual(value('窗口评价器使用率'), ['≥12%']);
    assert.deepEqual(value('叫号机租用费用'), ['≤12万元', '≤12元']);
    assert.deepEqual(value('夜间延时服务人次'), ['≥12人次']);
    assert.deepEqual(value('推进改革'), ['≥12个', '≥12人', '≥12次', '≥12项', '≥12件', '≥12套']);
  });

  it('goes by the heading where the name tells nothing, and is silent without one', () => {
    const text = (heading: string) => `绩效目标表
	一级指标	二级指标	三级指标	指标值
	产出指标	${heading}	推进改革	‸
`;
    assert.equal(completionsAt(text('质量指标')).labels[0], '≥95%');
    assert.equal(completionsAt(text('成本指标')).labels[0], '≤数值万元/元');
    const without = WHOLE.replace('| 培训人次 |  |  |  |  |', '| 推进改革 |  |  |  | ‸ |');
    assert.deepEqual(completionsAt(without).labels, []);
  });

  it('finds the value behind a name that a column has torn', () => {
    const torn = `| 绩 | 一级指标 | 二级指标 | | 三级指标 | | |
|---|---|---|---|---|---|---|
| | 产出指标 | 时效指标 | 指标 1: 按时办 | 结率; | | ‸ |
`;
    assert.equal(completionsAt(torn).labels[0], '≥95%');
  });

  it('asks for words that can be verified where there is no number', () => {
    const text = TAB.replace('新建建筑面积	≥4700平方米', '优化营商环境	‸');
    assert.equal(written(text, '写明可以核对的结果'), '$' + '{1:写明可以核对的结果}');
  });

  it('writes only the number where operator and unit have columns of their own', () => {
    assert.deepEqual(completionsAt(WHOLE.replace('| ≥ | 80 |', '| ≥ | ‸ |')).labels.slice(0, 2), [
      '95',
      '90',
    ]);
  });

  it('finds the value behind the name in a row that slid', () => {
    const slid = `绩效目标表
年度绩效指标	产出指标	一级指标	二级指标	指标内容	指标值	备注
		质量指标	指标1：“好差评”满意率		
	时效指标	指标1：事项办结率	‸		
`;
    assert.equal(completionsAt(slid).labels[0], '≥95%');
  });

  it('is silent behind what is no beginning of a value, and where no name stands', () => {
    for (const value of ['正常‸', '≥95%‸以上', '2022年‸底前'])
      assert.deepEqual(completionsAt(TAB.replace('≥4700平方米', value)).labels, [], value);
    assert.deepEqual(completionsAt(TAB.replace('时效指标		', '时效指标		‸')).labels, []);
  });
});

describe('completion of units and operators in columns of their own', () => {
  it('offers the indicator’s unit first, then those of the column', () => {
    const { labels } = completionsAt(WHOLE.replace('|  |  |  |  |', '|  | ‸ |  |  |'));
    assert.deepEqual(labels.slice(0, 3), ['人次', '个', '百分率']);
  });

  it('offers the indicator’s operator first, and all of them', () => {
    const { labels } = completionsAt(WHOLE.replace('|  |  |  |  |', '|  |  | ‸ |  |'));
    assert.deepEqual(labels, ['≥', '≤', '=', '定性']);
    assert.equal(completionsAt(WHOLE.replace('| 个 | = |', '| 个 | ‸ |')).labels[0], '=');
  });
});

describe('completion of 一级 and 二级 headings', () => {
  it('offers the 二级 headings of the row’s 一级, those not yet there first', () => {
    const { labels, items } = completionsAt(`${TAB}		‸`);
    assert.deepEqual(labels.slice(0, 4), ['成本指标', '数量指标', '质量指标', '时效指标']);
    assert.equal(items[0]?.detail, '2021 年以前的框架');
    assert.deepEqual(completionsAt(`${TAB}	成本指标	‸	x`).labels, [
      '经济成本指标',
      '社会成本指标',
      '生态环境成本指标',
    ]);
  });

  it('offers the 一级 headings, by their letters as well', () => {
    assert.deepEqual(completionsAt(`${TAB}	‸		x`).labels, [
      '效益指标',
      '满意度指标',
      '成本指标',
      '产出指标',
    ]);
    assert.deepEqual(completionsAt(`${TAB}	xy‸		x`).labels, ['效益指标']);
    assert.equal(completionsAt(`${TAB}	xy‸		x`).accept('效益指标'), `${TAB}	效益指标		x`);
  });
});

describe('completion of indicator names by the project', () => {
  const first = (text: string, count: number) => completionsAt(text).labels.slice(0, count);
  const empty = `${HEAD}	产出指标	数量指标	‸	
`;
  const kindsOf = (name: string) => nationalIndicators().named(name)?.indicator.kinds ?? [];

  it('puts what fits the project’s kind first', () => {
    for (const [project, kind] of [
      ['政务大厅改造项目', '工程'],
      ['办公设备购置经费', '采购'],
      ['干部培训经费', '培训'],
      ['政务信息系统升级', '信息化'],
    ] as const) {
      const labels = first(empty.replace('政务大厅改造项目', project), 5);
      assert.equal(labels.length, 5);
      for (const label of labels) assert.ok(kindsOf(label).includes(kind), `${project}: ${label}`);
    }
  });

  it('puts what shares words with the project before the others', () => {
    const labels = first(empty.replace('政务大厅改造项目', '农村公益电影放映补助'), 3);
    assert.ok(labels.includes('农村公益电影放映场次'), labels.join());
  });

  it('puts what another table of the document has first, and what this one has last', () => {
    const text = `2022年项目支出绩效目标表
绩效指标	一级指标	二级指标	三级指标	指标值
	产出指标	数量指标	出版刊物期数	12期

2022年项目支出绩效目标表
绩效指标	一级指标	二级指标	三级指标	指标值
	产出指标	数量指标	与会人数	30人
			‸
`;
    const names = completionsAt(text).labels.filter((label) => !label.startsWith('整套指标'));
    assert.equal(names[0], '出版刊物期数');
    const quantities = nationalIndicators().indicatorsFor('数量指标').length;
    assert.equal(names.indexOf('与会人数'), quantities - 1);
  });

  it('finds an indicator by another name of it', () => {
    const { labels } = completionsAt(empty.replace('‸', '参训人数‸'));
    assert.equal(labels[0], '培训参加人数');
  });
});

describe('completion of whole sets of indicators', () => {
  it('has every name of a set in the library', () => {
    for (const names of Object.values(INDICATOR_SETS)) {
      for (const name of names) assert.equal(nationalIndicators().named(name)?.indicator.name, name);
    }
  });

  it('writes the rows in the table’s own columns, each heading once', () => {
    const rows = written(`${HEAD}			会议‸`, '整套指标：会议').split('\n');
    assert.deepEqual(
      rows.map((row) => row.split('\t').slice(1, 4)),
      [
        ['产出指标', '数量指标', '组织召开会议次数'],
        ['', '', '与会人数'],
        ['', '质量指标', '会议出勤率'],
        ['', '时效指标', '会议计划完成时间'],
        ['', '成本指标', '人均会议成本'],
        ['效益指标', '社会效益指标', '会议决议落实率'],
        ['满意度指标', '服务对象满意度指标', '与会人员满意度'],
      ],
    );
    for (const row of rows) assert.equal(row.split('\t').length, 6);
    assert.equal(rows[2]?.split('\t')[4], '≥$' + '{3:95}%');
  });

  it('puts cost where the document’s own tables have it', () => {
    const rows = written(
      `${HEAD}	成本指标	经济成本指标	项目总成本	≤5万元	
			会议‸`,
      '整套指标：会议',
    ).split('\n');
    assert.deepEqual(rows[4]?.split('\t').slice(1, 4), ['成本指标', '经济成本指标', '人均会议成本']);
  });

  it('writes pipes in a pipe table, with operator and unit in their columns', () => {
    const rows = written(WHOLE.replace('| | 培训人次 |  |  |  |  |', '| | 培训‸ |'), '整套指标：培训').split(
      '\n',
    );
    assert.match(rows[0] ?? '', /^\| {2}\| 组织培训班次 \| {2}\| 次 \| ≥ \| \$\{1\} \|$/);
    assert.equal(rows.length, INDICATOR_SETS.培训?.length);
  });

  it('puts no bar in front where the table has none', () => {
    const bare = `一级指标 | 二级指标 | 三级指标 | 指标值 |
产出指标 | 数量指标 | 培训人次 | ≥50人次 |
会议‸`;
    const rows = written(bare, '整套指标：会议').split('\n');
    assert.match(rows[0] ?? '', /^产出指标 \| 数量指标 \| 组织召开会议次数 \| ≥.*次 \|$/);
    for (const row of rows) assert.match(row, /^(?:产出|效益|满意度)指标 \| .+指标 \| .+ \|$/);
  });

  it('is not moved by the editor’s indentation, and replaces the whole line', () => {
    const text = `${HEAD}			培训‸`;
    const item = completionsAt(text).items.find(({ label }) => label === '整套指标：培训');
    assert.ok(item);
    assert.equal(item.insertTextMode, InsertTextMode.asIs);
    assert.equal(editOf(item).range.start.character, 0);
  });

  it('offers the sets of the project first, behind the names, and by their letters', () => {
    const { labels } = completionsAt(`${HEAD}			‸`);
    const sets = labels.filter((label) => label.startsWith('整套指标'));
    assert.equal(sets.length, Object.keys(INDICATOR_SETS).length);
    assert.equal(sets[0], '整套指标：工程');
    assert.deepEqual(labels.slice(-sets.length), sets);
    assert.equal(completionsAt(`${HEAD}			ztzb‸`).labels[0], '整套指标：工程');
  });

  it('is not offered in a row that holds something, or to a client without snippets', () => {
    const sets = (text: string, snippets: boolean) =>
      completionsAt(text, { snippets }).labels.filter((label) => label.startsWith('整套指标'));
    assert.deepEqual(sets(`${HEAD}		质量指标	‸`, true), []);
    assert.deepEqual(sets(`${HEAD}			‸`, false), []);
  });
});
