import assert from 'node:assert/strict';
import { type Hover, MarkupContent } from 'vscode-languageserver';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { hoverAt } from '#server/features/hover.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';

/** A table as budgets print it, with room for one more row. */
const FUNCTIONAL = `2022年一般公共预算支出情况表
单位：万元
科目编码	科目名称	总计	基本支出	项目支出
201	一般公共服务支出	2,370.39	330.39	2,040.00
20103	政府办公厅（室）及相关机构事务	2,370.39	330.39	2,040.00
2010301	行政运行	330.39	330.39	
2010302	一般行政管理事务	2,040.00		2,040.00
`;

const CARRIED = `2022年一般公共预算基本支出情况表（按部门预算经济分类科目）
单位：万元
科目编码		科目名称	小计	人员经费	公用经费
类	款				
301		工资福利支出	176.55	176.55	
	01	基本工资	89.87	89.87	
	02	津贴补贴	86.68	86.68	
302		商品和服务支出	27.67		27.67
	01	办公费	26.97		26.97
	17	公务接待费	0.70		0.70
`;

const THREE_CELLS = `部门支出总体情况表
单位：万元
科目编码			科目名称	总计	财政拨款
类	款	项			
201	03	01	行政运行	676.59	676.59
208	05	05	机关事业单位基本养老保险缴费支出	9.83	9.83
221	02	01	住房公积金	11.58	11.58
合计				698.00	698.00
`;

function hover(textWithCursor: string, markdown = true, language: 'zh-cn' | 'en' = 'zh-cn'): Hover | null {
  const { text, position } = marked(textWithCursor);
  return hoverAt(analysisOf(text), position, featureContext({ markdownHover: markdown }, language));
}

function words(found: Hover | null): string {
  assert.ok(found, 'nothing is shown');
  assert.ok(MarkupContent.is(found.contents));
  return found.contents.value;
}

/** The first line of what is shown, or nothing. */
function heading(textWithCursor: string): string | undefined {
  const found = hover(textWithCursor);
  return found ? words(found).split('\n')[0] : undefined;
}

describe('hover on a code', () => {
  it('says the name, the path, the classification and what the code pays for', () => {
    const text = words(hover(FUNCTIONAL.replace('2010301', '2010‸301')));
    const lines = text.split('\n').map((line) => line.trim());
    assert.equal(lines[0], '### 2010301 行政运行');
    assert.ok(lines.includes('一般公共服务支出 › 政府办公厅（室）及相关机构事务 › 行政运行'), text);
    assert.ok(lines.includes('支出功能分类科目（项）'), text);
    assert.ok(text.includes('事业单位的基本支出用 2010350'), text);
  });

  it('covers the digits under the cursor, and nothing else', () => {
    const { position } = marked(FUNCTIONAL.replace('2010301', '2010‸301'));
    assert.deepEqual(hover(FUNCTIONAL.replace('2010301', '2010‸301'))?.range, {
      start: { line: position.line, character: 0 },
      end: { line: position.line, character: 7 },
    });
  });

  it('answers at both ends of the digits', () => {
    assert.equal(heading(FUNCTIONAL.replace('2010301', '‸2010301')), '### 2010301 行政运行');
    assert.equal(heading(FUNCTIONAL.replace('2010301', '2010301‸')), '### 2010301 行政运行');
  });

  it('answers on the name beside the code', () => {
    assert.equal(
      heading(FUNCTIONAL.replace('一般行政管理事务', '一般行政‸管理事务')),
      '### 2010302 一般行政管理事务',
    );
  });

  it('speaks of the amount on an amount of the row', () => {
    const text = FUNCTIONAL.replace('	330.39	330.39	\n', '	33‸0.39	330.39	\n');
    assert.equal(heading(text), '### 330\\.39 万元 = 3,303,900 元');
  });

  it('tells 部门 from 政府 economic codes and where one belongs in the other', () => {
    const department = words(hover(CARRIED.replace('	17	', '	1‸7	')));
    assert.ok(department.startsWith('### 30217 公务接待费'), department);
    assert.ok(department.includes('商品和服务支出 › 公务接待费'), department);
    assert.ok(department.includes('部门预算支出经济分类科目（款）'), department);
    assert.ok(department.includes('50206 公务接待费'), department);

    const government = words(
      hover('政府经济科目\n编码	名称	金额\n502‸01	办公经费	1.00\n50202	会议费	2.00\n'),
    );
    assert.ok(government.startsWith('### 50201 办公经费'), government);
    assert.ok(government.includes('机关商品和服务支出 › 办公经费'), government);
    assert.ok(government.includes('政府预算支出经济分类科目（款）'), government);
    assert.ok(government.includes('30201 办公费'), government);
  });

  it('joins a code that stands in three cells, on each of them and on the name', () => {
    for (const row of [
      '20‸1	03	01	行政运行',
      '201	0‸3	01	行政运行',
      '201	03	01‸	行政运行',
      '201	03	01	行政‸运行',
    ]) {
      assert.equal(heading(THREE_CELLS.replace('201	03	01	行政运行', row)), '### 2010301 行政运行', row);
    }
  });

  it('carries the 类 from a row above', () => {
    assert.equal(heading(CARRIED.replace('	01	基本工资', '	0‸1	基本工资')), '### 30101 基本工资');
    assert.equal(heading(CARRIED.replace('	01	办公费', '	01	办‸公费')), '### 30201 办公费');
  });

  it('reads a code glued to its name', () => {
    const glued = '收入支出预算表\n项目	预算数\n201一般公共‸服务支出	5.00\n208社会保障和就业支出	1.00\n';
    assert.equal(heading(glued), '### 201 一般公共服务支出');
  });

  it('reads flattened rows, the name before or behind the code, amounts between them', () => {
    const row =
      '合计 120.37 一般公共服务 100.00 政务公开审批 2010306 5,188.13 923.55 行政单位离退休 7.06 2080501 7.06 7.06';
    assert.equal(heading(row.replace('2010306', '201‸0306')), '### 2010306 政务公开审批');
    assert.equal(heading(row.replace('2080501', '208‸0501')), '### 2080501 行政单位离退休');
    assert.equal(heading(row.replace('政务公开审批', '政务公‸开审批')), '### 2010306 政务公开审批');
  });

  it('reads the second classification beside the first', () => {
    const table = `支出明细表（按支出经济分类科目）
单位：元
部门经济科目编码	部门经济科目名称	政府经济科目编码	政府经济科目名称	合计
30101	基本工资	50501	工资福利支出	583103
30102	津贴补贴	50501	工资福利支出	51100
30201	办公费	50502	商品和服务支出	60000
`;
    assert.equal(heading(table.replace('办公费	50502', '办公费	505‸02')), '### 50502 商品和服务支出');
    assert.equal(heading(table.replace('	51100', '	511‸00')), '### 51,100 元 = 5.11 万元');
    assert.equal(heading(table.replace('	60000', '	600‸00')), '### 60,000 元 = 6 万元');
  });
});

describe('hover in prose', () => {
  const cases: readonly (readonly [what: string, text: string, expected: string | undefined])[] = [
    [
      'code in Chinese brackets behind its name',
      '（1）事业运行（2010‸350）136.87 万元',
      '### 2010350 事业运行',
    ],
    [
      'a name without the closing 支出',
      '基本养老保险缴费（20805‸05）20.25 万元',
      '### 2080505 机关事业单位基本养老保险缴费支出',
    ],
    ['three digits behind their name', '其中：工资福利支出（30‸1）183.38 万元', '### 301 工资福利支出'],
    ['half-width brackets', '商品和服务支出(3‸02)41.6万元', '### 302 商品和服务支出'],
    ['a name that ends in brackets itself', '机关资本性支出（一）（50‸3）1 万元', '### 503 机关资本性支出'],
    ['a code glued to its name', '科目为2010‸301行政运行。', '### 2010301 行政运行'],
    ['a number of people in brackets', '在职人员（30‸1）人', undefined],
    ['a bare number of three digits', '办理事项 3‸01 件', undefined],
    ['a bare number of five digits', '邮寄 30‸201 件', undefined],
    ['a bare number of seven digits', '编号 2010‸301。', undefined],
    ['an amount', '支出 2010‸301.00 元', undefined],
    ['a year', '20‸21年', undefined],
    ['part of a longer number', '电话 82010‸301', undefined],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.equal(heading(text), expected));

  it('does not take a whole amount in a table for a code, though it would be one', () => {
    const table =
      '部门支出总表\n单位：元\n科目编码	科目名称	总计	基本支出\n201	一般公共服务支出	30201	30201\n20103	政府办公厅（室）及相关机构事务	30201	30201\n';
    assert.equal(heading(table.replace('	30201	', '	30‸201	')), '### 30,201 元 = 3.0201 万元');
  });
});

describe('hover: what the document itself says', () => {
  const sister = FUNCTIONAL.replace('一般公共预算支出情况表', '部门支出总体情况表').replace('万元', '元');
  const inYuan = sister.replace(/(\d)\.(\d\d)/g, '$1$200').replaceAll(',', '');

  it('lists each table where the code stands, with its total, unit and line', () => {
    const text = words(hover(`${FUNCTIONAL}\n${inYuan}`.replace('2010301', '2010‸301')));
    assert.ok(text.includes('本文件中：'), text);
    assert.ok(text.includes('- 2022年一般公共预算支出情况表：330.39 万元（第 6 行）'), text);
    assert.ok(text.includes('- 2022年部门支出总体情况表：3,303,900 元（第 14 行）'), text);
    assert.ok(text.includes('- 各处金额一致'), text);
  });

  it('says where the tables differ, but not within rounding', () => {
    const text = `${FUNCTIONAL}\n${inYuan}`.replace('2010301', '2010‸301');
    assert.ok(words(hover(text.replace('行政运行	3303900', '行政运行	3303912'))).includes('各处金额一致'));
    assert.ok(words(hover(text.replace('行政运行	3303900', '行政运行	3303990'))).includes('各处金额不同'));
  });

  it('compares nothing where a table has the code in several rows', () => {
    const projects = `${FUNCTIONAL}2010302	一般行政管理事务	1.00		1.00\n`.replace('2010302', '2010‸302');
    const text = words(hover(projects));
    assert.equal(text.match(/（第 \d+ 行）/g)?.length, 2, text);
    assert.doesNotMatch(text, /一致|不同/);
  });

  it('takes the total of the year, not a column of the year before', () => {
    const years = `2022年部门支出表
单位：万元
科目编码	科目名称	上年预算数	本年预算数	增减额
201	一般公共服务支出	5.00	7.00	2.00
20103	政府办公厅（室）及相关机构事务	5.00	7.00	2.00
2010301	行政运行	5.00	7.00	2.00
`;
    assert.ok(words(hover(years.replace('2010301', '2010‸301'))).includes('：7.00 万元（第 6 行）'));
  });

  it('shows the sentences that give a figure for the code, and holds them against the tables', () => {
    const prose = '\n第三部分 说明\n\n1.行政运行（2010301）330.39 万元，主要用于人员经费。\n';
    const text = words(hover((FUNCTIONAL + prose).replace('2010301', '2010‸301')));
    assert.ok(text.includes('- 文字说明：330.39 万元（第 11 行）'), text);
    assert.ok(text.includes('- 各处金额一致'), text);
    const wrong = words(
      hover((FUNCTIONAL + prose.replace('330.39', '333.39')).replace('2010301', '2010‸301')),
    );
    assert.ok(wrong.includes('- 各处金额不同'), wrong);
    const none = words(hover(`${FUNCTIONAL}\n行政运行（2010301）：见表。\n`.replace('2010301', '2010‸301')));
    assert.ok(none.includes('- 文字说明：无金额（第 9 行）'), none);
  });

  it('counts a sentence that gives the name alone where the tables have one code of it', () => {
    const prose = '\n第三部分 说明\n\n1.行政运行330.39万元，主要用于人员经费。\n';
    const text = words(hover((FUNCTIONAL + prose).replace('2010301', '2010‸301')));
    assert.ok(text.includes('- 文字说明：330.39 万元（第 11 行）'), text);
    assert.ok(text.includes('- 各处金额一致'), text);
    const two = `${FUNCTIONAL}2080101	行政运行	1.00	1.00	\n${prose}`;
    assert.ok(!words(hover(two.replace('2010301', '2010‸301'))).includes('文字说明'));
  });

  it('says that an amount could not be read rather than that there is none', () => {
    const flattened = `${FUNCTIONAL}
支出表
单位：万元
科目编码 科目名称 合计
2010301 行政运行 见附件 330.39 330.39 3
`;
    const text = words(hover(flattened.replace('2010301', '2010‸301')));
    assert.ok(text.includes('- 支出表：金额未能读出（第 12 行）'), text);
    const prose = words(
      hover(
        `${FUNCTIONAL}\n行政运行（2010301）与一般行政管理事务（2010302）共计2370.39万元。\n`.replace(
          '2010301',
          '2010‸301',
        ),
      ),
    );
    assert.ok(prose.includes('- 文字说明：金额未能读出（第 9 行）'), prose);
    const blank = FUNCTIONAL.replace('行政运行	330.39	330.39	', '行政运行			');
    assert.ok(words(hover(blank.replace('2010301', '2010‸301'))).includes('：无金额（第 6 行）'));
  });

  it('answers on a name in prose that is one code’s in the tables', () => {
    const prose = '\n第三部分 说明\n\n其中一般行政管理‸事务 2,040.00 万元。\n';
    assert.equal(heading(FUNCTIONAL + prose), '### 2010302 一般行政管理事务');
    const twice = `${FUNCTIONAL}208	社会保障和就业支出	1.00	1.00	
20801	人力资源和社会保障管理事务	1.00	1.00	
2080102	一般行政管理事务	1.00	1.00	
`;
    assert.equal(heading(twice + prose), undefined);
  });

  it('tells apart codes that are taken for each other', () => {
    const text = words(hover(FUNCTIONAL.replace('2010301', '2010‸301')));
    assert.ok(text.includes('注意区分：2010302 一般行政管理事务、2010350 事业运行'), text);
  });

  it('does not count the codes above and below among those', () => {
    const last = `${FUNCTIONAL}2010399	其他政府办公厅（室）及相关机构事务支出	1.00	1.00	\n`;
    const text = words(hover(last.replace('2010399', '2010‸399')));
    assert.ok(
      text.includes('注意区分：2010301 行政运行、2010350 事业运行、2010302 一般行政管理事务\n'),
      text,
    );
    assert.ok(text.includes('“政府办公厅（室）及相关机构事务”下面'), text);
    const above = words(hover(FUNCTIONAL.replace('20103	', '2010‸3	')));
    assert.ok(above.includes('注意区分：20131 党委办公厅（室）及相关机构事务\n'), above);
  });
});

describe('hover: years and years before', () => {
  it('says until when a code was in use and what took over', () => {
    const text = words(
      hover(
        '2017年部门支出总表\n科目编码	科目名称	合计\n201	一般公共服务支出	5.00\n20115‸	工商行政管理事务	5.00\n',
      ),
    );
    assert.ok(text.includes('使用到 2018 年为止'), text);
    assert.ok(text.includes('20138 市场监督管理事务'), text);
  });

  it('says what a code used to be called', () => {
    const text = words(
      hover(
        '2017年部门支出总表\n科目编码	科目名称	合计\n208	社会保障和就业支出	5.00\n20805‸	行政事业单位离退休	5.00\n',
      ),
    );
    assert.ok(text.startsWith('### 20805 行政事业单位养老支出'), text);
    assert.ok(text.includes('曾用名：行政事业单位离退休（到 2019 年）'), text);
  });

  it('says of a code that the catalogue does not have where it would belong, and flags nothing by it', () => {
    for (const row of ['20103‸88	地方事务	5.00	5.00	', '2010388	地方‸事务	5.00	5.00	']) {
      const lines = words(hover(`${FUNCTIONAL}${row}\n`)).split('\n');
      assert.equal(lines[0], '### 2010388 地方事务');
      assert.equal(lines[2], '201 一般公共服务支出 › 20103 政府办公厅（室）及相关机构事务');
      assert.equal(lines[4], '科目目录里没有这个编码：可能是地方自设的、新增加的，也可能写错了');
      assert.equal(lines.at(-1), '- 2022年一般公共预算支出情况表：5.00 万元（第 8 行）');
    }
  });

  it('says whose name stands beside such a code', () => {
    const text = words(hover(`${FUNCTIONAL}20103‸88	政务公开审批	5.00	5.00	\n`));
    assert.ok(text.includes('- 旁边的名称是 2010306 政务公开审批'), text);
  });

  it('says of digits below a national code that the place has set them up', () => {
    for (const row of ['20103‸0101	基本运行	5.00	5.00	', '201030101	基本‸运行	5.00	5.00	']) {
      const text = words(hover(`${FUNCTIONAL}${row}\n`));
      assert.ok(text.startsWith('### 201030101 基本运行\n'), text);
      assert.ok(text.includes('- 2010301 行政运行 之下的细目，由地方自设'), text);
    }
    const zeros = words(hover(`${FUNCTIONAL}20103‸00	政府办公厅	5.00	5.00	\n`));
    assert.ok(zeros.includes('- 即 20103 政府办公厅（室）及相关机构事务，末尾用 0 补足位数'), zeros);
  });

  it('says nothing of digits that belong below no 类, or stand among other numbers', () => {
    assert.equal(hover(`${FUNCTIONAL}2‸88	某某支出	5.00	5.00	\n`), null);
    const projects =
      '项目支出表\n项目编码	项目名称	合计\n20‸18801	道路养护	5.00\n2018802	路灯维修	5.00\n2018803	树木修剪	1.00\n';
    assert.equal(hover(projects), null);
  });
});

describe('hover: forms and languages', () => {
  it('is plain text for clients without Markdown', () => {
    const found = hover(FUNCTIONAL.replace('2010301', '2010‸301'), false);
    assert.ok(MarkupContent.is(found?.contents));
    assert.equal(found.contents.kind, 'plaintext');
    assert.equal(found.contents.value.split('\n')[0], '2010301 行政运行');
    assert.doesNotMatch(found.contents.value, /[#\\*]/);
  });

  it('speaks English where it is set, and keeps the official names', () => {
    const text = words(hover(CARRIED.replace('	17	', '	1‸7	'), true, 'en'));
    assert.ok(text.includes('Economic classification, departmental budget'), text);
    assert.ok(text.includes('Government economic code: 50206 公务接待费'), text);
    assert.ok(text.startsWith('### 30217 公务接待费 · Official hospitality'), text);
    assert.ok(text.includes('In this document:'), text);
  });

  it('escapes names, which users may add', () => {
    const context = featureContext();
    const catalogue = nationalCatalogue();
    const odd = { ...catalogue, parents: () => [], path: () => [] };
    const record = catalogue.record('2010301');
    assert.ok(record);
    odd.judge = () => ({ verdict: 'known', record: { ...record, name: '<b>*行政*</b>' } });
    const { text, position } = marked(FUNCTIONAL.replace('2010301', '2010‸301'));
    const found = hoverAt(analysisOf(text), position, { ...context, catalogue: odd });
    assert.equal(words(found).split('\n')[0], '### 2010301 \\<b\\>\\*行政\\*\\</b\\>');
  });

  it('survives every place of any text', () => {
    const analysis = analysisOf('|\n\t\t\n（2010350\n\ud800 201\t03\n| 201 | 一般 |\n|--|--|\n');
    for (let line = 0; line < 9; line++) {
      for (let character = 0; character < 30; character++)
        hoverAt(analysis, { line, character }, featureContext());
    }
  });
});
