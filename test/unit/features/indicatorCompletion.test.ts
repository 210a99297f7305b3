import assert from 'node:assert/strict';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { nationalIndicators } from '#core/catalogue/data.ts';
import type { IndicatorCategory } from '#core/catalogue/indicatorHeadings.ts';
import { completionsAt, editOf } from '../../support/completions.ts';

const TAB = `2022年项目支出绩效目标批复表
项目名称		改革经费			
绩效指标	一级指标	二级指标	三级指标	指标值	说明
	产出指标	数量指标	改造面积	≥4700平方米	
			办公陈设	≥150套	
		质量指标	验收合格率	≥95%	
		成本指标	费用成本	100%	
	效益指标	社会效益指标	综合受理比例	100%	
	满意度指标	服务对象满意度指标	办事群众满意度	≥90%	
`;

/** As one city prints it: the heading row has slid to the right of its columns. */
const SLID = `部门预算专项业务经费绩效目标表
项目名称		窗口运行经费
年度绩效指标	产出指标	一级指标	二级指标	指标内容	指标值	备注
		数量指标	指标1：	窗口办件量	8万件	
			指标2：	.....		
		质量指标	指标1：“好差评”满意率	98%以上		
	时效指标	指标1：事项办结率	96%以上			
满意度指标	服务对象满意度指标	指标1：群众满意率	96%以上			
`;

const PIPE = `| 项目名称 | | 日常运行经费 | | |
|---|---|---|---|---|
| | 一级指标 | 二级指标 | 三级指标 | 指标值 |
| | 产出指标 | 数量指标 | 指标 1: 办事窗口; | 182 个 |
| | | 时效指标 | 指标 1: 按时办结率; | ≥98.7% |

| | | | 指标 2: 承诺办结时限; | 34 个工作日 |
|--|--|--|--|--|
| | 满意度指标 | 服务对象 满意度指标 | 指标 1: 方便群众办事。 | 95% |
`;

/** The 二级 headings of the names offered, each once, in their order. */
function categories(textWithCursor: string): string[] {
  const { items } = completionsAt(textWithCursor);
  const names = items.filter(({ kind }) => kind === CompletionItemKind.Text);
  return [...new Set(names.map((item) => item.detail?.split(' ')[0] ?? ''))];
}

function countOf(...wanted: IndicatorCategory[]): number {
  return nationalIndicators().all.filter(({ category }) => wanted.includes(category)).length;
}

const OUTPUT: IndicatorCategory[] = ['数量指标', '质量指标', '时效指标', '成本指标'];

function labelAt(textWithCursor: string): string | undefined {
  return completionsAt(textWithCursor).items[0]?.label;
}

describe('completion of indicator names', () => {
  it('offers those of the row’s 二级 heading first, then the others of its 一级', () => {
    const found = categories(TAB.replace('改造面积', '培训‸'));
    assert.equal(found[0], '数量指标');
    assert.deepEqual(new Set(found), new Set(OUTPUT));
    const { items } = completionsAt(TAB.replace('改造面积', '‸'));
    const count = countOf('数量指标');
    assert.ok(items.slice(0, count).every((item) => item.detail?.startsWith('数量指标 ')));
    assert.ok(items.slice(count).every((item) => !item.detail?.startsWith('数量指标 ')));
  });

  it('finds the heading upwards where the row has none', () => {
    assert.equal(categories(TAB.replace('办公陈设', '‸'))[0], '数量指标');
    assert.equal(categories(TAB.replace('	成本指标	', '		').replace('费用成本', '‸'))[0], '质量指标');
  });

  it('finds names by their pinyin', () => {
    const { labels } = completionsAt(TAB.replace('验收合格率', 'yshgl‸'));
    assert.equal(labels[0], '验收合格率');
  });

  it('finds a heading that spans rows below, in the midst of them, where the rows are counted', () => {
    const rows = `产出指标	数量指标	指标1：窗口数	22个
		指标1：‸	65万元
	成本指标	指标2：物业费	61万元
`;
    const { items } = completionsAt(`2023年项目支出绩效目标表
项目名称	大厅运行经费
一级指标	二级指标	三级指标	指标值
${rows}`);
    assert.match(items[0]?.detail ?? '', /^(?:经济)?成本指标 /);
  });

  it('does not take a 二级 heading of another 一级 from above', () => {
    const text = TAB.replace('效益指标	社会效益指标	综合受理比例', '效益指标		‸');
    assert.deepEqual(
      new Set(categories(text)),
      new Set(['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']),
    );
  });

  it('knows every group of headings', () => {
    assert.deepEqual(categories(TAB.replace('综合受理比例', '‸'))[0], '社会效益指标');
    assert.deepEqual(categories(TAB.replace('办事群众满意度', '‸')), ['服务对象满意度指标']);
  });

  it('shows 二级, operator and unit', () => {
    const { items } = completionsAt(TAB.replace('改造面积', '‸'));
    const detailOf = (label: string) => items.find((item) => item.label === label)?.detail;
    assert.equal(detailOf('窗口办件量'), '数量指标 · ≥ 万件');
    assert.equal(detailOf('新建建筑面积'), '数量指标 · = 平方米');
    const benefits = completionsAt(TAB.replace('综合受理比例', '‸')).items;
    assert.equal(benefits.find((item) => item.label === '窗口人员整体形象')?.detail, '社会效益指标 · 定性');
  });

  it('replaces the cell', () => {
    const written = completionsAt(TAB.replace('改造面积', '办件‸')).accept('窗口办件量');
    assert.equal(written, TAB.replace('改造面积', '窗口办件量'));
  });

  it('puts names that begin with what is typed before names that contain it', () => {
    const { labels } = completionsAt(TAB.replace('办事群众满意度', '群众‸'));
    assert.equal(labels.indexOf('群众满意度') < labels.indexOf('办事群众满意度'), true);
    assert.ok(labels.includes('办事群众满意度'));
  });

  it('finds names by any of their characters in order, fitting headings before better matches', () => {
    const { labels, list } = completionsAt(TAB.replace('改造面积', '窗量‸'));
    assert.ok(labels.includes('窗口办件量'));
    assert.ok(
      labels.every((label) => /窗.*量/.test(label)),
      labels.join(),
    );
    assert.equal(list.isIncomplete, true);
  });

  it('works in a new row at the end', () => {
    assert.deepEqual(categories(`${TAB}		生态效益指标	‸`)[0], '生态效益指标');
    assert.deepEqual(categories(`${TAB}			‸`), ['服务对象满意度指标']);
  });

  it('tolerates headings that slid, and leaves the prefix of a cell', () => {
    assert.equal(categories(SLID.replace('窗口办件量', '‸'))[0], '数量指标');
    assert.equal(categories(SLID.replace('指标2：	.....', '指标2：‸	.....'))[0], '数量指标');
    assert.equal(categories(SLID.replace('事项办结率', '‸'))[0], '时效指标');
    const text = SLID.replace('“好差评”满意率', '‸');
    assert.equal(categories(text)[0], '质量指标');
    assert.equal(completionsAt(text).accept('“好差评”满意率'), SLID);
    const typed = SLID.replace('群众满意率', '群众‸');
    assert.deepEqual(categories(typed), ['服务对象满意度指标']);
    assert.match(completionsAt(typed).accept('群众满意度'), /指标1：群众满意度\t96%以上/);
  });

  it('is silent inside the prefix', () => {
    assert.deepEqual(completionsAt(SLID.replace('指标1：“', '指‸标1：“')).labels, []);
  });

  it('writes cells of a pipe table, after a prefix with a blank', () => {
    const text = PIPE.replace('办事窗口;', '‸');
    assert.equal(categories(text)[0], '数量指标');
    assert.match(completionsAt(text).accept('办事窗口'), /\| 指标 1: 办事窗口 \| 182 个 \|/);
  });

  it('goes on over a page break that lost the heading row', () => {
    assert.equal(categories(PIPE.replace('承诺办结时限;', '‸'))[0], '时效指标');
    assert.deepEqual(categories(PIPE.replace('方便群众办事。', '‸')), ['服务对象满意度指标']);
  });

  it('goes on over a page break to a page on which the next list begins', () => {
    const text = `项目支出绩效目标表
项目名称		窗口经费		
主管部门		审批局		
	一级指标	二级指标	三级指标	指标值
	产出指标	数量指标	办件量	5件
			接待量	8件

	产出指标	质量指标	‸	100%
	效益指标	社会效益指标	知晓率	90%
			年度绩效目标表	
	一级指标	二级指标	三级指标	指标值
		数量指标	办件量	5件
`;
    assert.equal(categories(text)[0], '质量指标');
  });

  it('knows the column of names where a scan has spoilt the heading in front', () => {
    const text = `绩效目标表
	一级指标	二级指标	三级指标	指标值
	产出指标	に 日 ル 1-	‸	100%
`;
    assert.deepEqual(new Set(categories(text)), new Set(OUTPUT));
  });

  it('knows the lists of the whole period and of the year, abreast, by themselves', () => {
    const abreast = [
      '一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值',
      '产出指标\t数量指标\t维修次数\t≥3次\t质量指标\t验收合格率\t≥95%',
      '',
    ].join('\n');
    assert.equal(categories(abreast.replace('维修次数', '‸'))[0], '数量指标');
    assert.equal(categories(abreast.replace('验收合格率', '‸'))[0], '质量指标');
    assert.equal(labelAt(abreast.replace('≥95%', '‸')), '≥95%');
  });

  it('reads a heading with a character wrong as it is meant', () => {
    assert.equal(categories(TAB.replace('社会效益指标\t综合受理比例', '社会效应指标\t‸'))[0], '社会效益指标');
  });

  it('offers costs of the heading before those of other headings', () => {
    assert.equal(categories(TAB.replace('费用成本', '‸'))[0], '成本指标');
  });

  it('makes stops of what is to be filled in, or leaves the stars', () => {
    const newText = (snippets: boolean) => {
      const { items } = completionsAt(TAB.replace('改造面积', '‸'), { snippets });
      const item = items.find(({ label }) => label === '购置**数量');
      assert.ok(item);
      return [editOf(item).newText, item.insertTextFormat];
    };
    assert.deepEqual(newText(true), [`购置\${1:**}数量`, InsertTextFormat.Snippet]);
    assert.deepEqual(newText(false), ['购置**数量', undefined]);
  });

  it('writes brackets of the width the table uses', () => {
    const half = completionsAt(TAB.replace('说明', '说明(必填)').replace('改造面积', '‸')).labels;
    assert.ok(half.includes('新建(改建)里程'));
    assert.ok(completionsAt(TAB.replace('改造面积', '‸')).labels.includes('新建（改建）里程'));
  });

  it('offers any category where a table names no 二级', () => {
    const text =
      '整体绩效目标表\n绩效指标	指标名称	指标权重	计量单位	指标性质	指标值\n	培训‸	5%	个	=	28\n';
    const wanted = nationalIndicators().all.filter(({ name }) => name.includes('培训'));
    const { labels } = completionsAt(text);
    for (const { name } of wanted) assert.ok(labels.includes(name), name);
  });

  it('cuts a list that nobody reads to its end, and asks anew with the next letter', () => {
    const { items, list } = completionsAt(
      '整体绩效目标表\n绩效指标	指标名称	指标权重	计量单位	指标性质	指标值\n	‸	5%	个	=	28\n',
    );
    assert.equal(items.length, 300);
    assert.equal(list.isIncomplete, true);
  });
});

describe('completion of indicator names keeps out of other places', () => {
  const nothing: readonly (readonly [what: string, text: string])[] = [
    ['the remark', TAB.replace('≥4700平方米	', '≥4700平方米	‸')],
    ['the heading row', TAB.replace('三级指标', '三级‸指标')],
    ['the form above', TAB.replace('改革经费', '改革‸经费')],
    ['the title', TAB.replace('项目支出', '项目‸支出')],
    ['the value in a row that slid', SLID.replace('98%以上', '98%‸以上')],
    ['another list below', `${TAB}	支出内容简介	支出明细	‸	测算\n`],
    ['a row of another list below', `${TAB}	支出内容简介	支出明细	金额	测算\n	1	办公费	‸	\n`],
    ['a table without indicators', '收支总表\n项目	预算数	项目	预算数\n一、财政拨款	5.00	‸	5.00\n'],
  ];
  for (const [what, text] of nothing) it(what, () => assert.deepEqual(completionsAt(text).labels, []));
});
