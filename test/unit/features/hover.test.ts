import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { hoverAt } from '#server/features/hover.ts';
import { heading, hover, words } from '../../support/codeHover.ts';
import { TAB } from '../../support/codeTables.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';

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

describe('hover on a code', () => {
  it('says the name, the path, the classification and what the code pays for', () => {
    const text = words(hover(TAB.replace('2010301', '2010‸301')));
    const lines = text.split('\n').map((line) => line.trim());
    assert.equal(lines[0], '### 2010301 行政运行');
    assert.ok(lines.includes('一般公共服务支出 › 政府办公厅（室）及相关机构事务 › 行政运行'), text);
    assert.ok(lines.includes('支出功能分类科目（项）'), text);
    assert.ok(text.includes('事业单位的基本支出用 2010350'), text);
  });

  it('covers the digits under the cursor, and nothing else', () => {
    const { position } = marked(TAB.replace('2010301', '2010‸301'));
    assert.deepEqual(hover(TAB.replace('2010301', '2010‸301'))?.range, {
      start: { line: position.line, character: 0 },
      end: { line: position.line, character: 7 },
    });
  });

  it('answers at both ends of the digits', () => {
    assert.equal(heading(TAB.replace('2010301', '‸2010301')), '### 2010301 行政运行');
    assert.equal(heading(TAB.replace('2010301', '2010301‸')), '### 2010301 行政运行');
  });

  it('answers on the name beside the code', () => {
    assert.equal(
      heading(TAB.replace('一般行政管理事务', '一般行政‸管理事务')),
      '### 2010302 一般行政管理事务',
    );
  });

  it('speaks of the amount on an amount of the row', () => {
    const text = TAB.replace('	330.39	330.39	\n', '	33‸0.39	330.39	\n');
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

describe('hover: forms and languages', () => {
  it('is plain text for clients without Markdown', () => {
    const found = hover(TAB.replace('2010301', '2010‸301'), false);
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
    const { text, position } = marked(TAB.replace('2010301', '2010‸301'));
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
