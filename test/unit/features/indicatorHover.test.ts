import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import type { Settings } from '#core/settings.ts';
import { hoverAt } from '#server/features/hover.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';
import { leftOut, seedTexts } from '../../support/seeds.ts';

/** The lines that are shown for what is under the cursor, as plain text; none where nothing is. */
function shown(textWithCursor: string, language: Settings['language'] = 'zh-cn'): readonly string[] {
  const { text, position } = marked(textWithCursor);
  const hover = hoverAt(analysisOf(text), position, featureContext({ markdownHover: false }, language));
  if (!hover) return [];
  assert.ok(MarkupContent.is(hover.contents));
  return hover.contents.value.split('\n').filter((line) => line !== '');
}

const TAB = `2022年项目支出绩效目标表
项目名称		大厅改造
绩效指标	一级指标	二级指标	三级指标	指标值	说明
	产出指标	数量指标	窗口办件量	≥8万件	
		质量指标	指标1：验收合格率	98%以上	
		成本指标	费用成本	≤25万元	
	效益指标	可持续发展指标	长效机制健全性	定性	
	满意度指标	服务对象满意度指标	指标1：群众满意率	≥96%	
`;

const WHOLE = `| | 指标名称 | 指标权重 | 计量单位 | 指标性质 | 指标值 |
|---|---|---|---|---|---|
| | 入驻部门 | 5% | 个 | = | 28 |
| | 事项上网率 | 10% | 百分率 | <u>></u> | 80 |
`;

describe('hover on an indicator', () => {
  it('says category, both frameworks, meaning, formula, usual operator and unit, and projects', () => {
    assert.deepEqual(shown(TAB.replace('验收合格率', '验收‸合格率')), [
      '验收合格率',
      '二级指标：质量指标',
      '新旧框架：产出指标 › 质量指标',
      '提交验收的货物、工程或服务中验收合格的占比。',
      '公式：验收合格率 = 验收合格数量 ÷ 验收总数量 × 100%',
      '- 通常写法：≥ %',
      '- 适用项目：采购、工程、信息化、购买服务',
    ]);
  });

  it('knows it by an alias', () => {
    const lines = shown(TAB.replace('群众满意率', '群众满‸意率'));
    assert.equal(lines[0], '群众满意度');
    assert.ok(lines.includes('- “群众满意率”与指标库的“群众满意度”是同一指标'), lines.join('\n'));
  });

  it('explains a longer name by the rate it ends with, and says so', () => {
    const lines = shown(TAB.replace('窗口办件量', '门窗更换验收‸合格率'));
    assert.ok(lines.includes('- “门窗更换验收合格率”不在指标库中，按“验收合格率”说明'), lines.join('\n'));
  });

  it('knows it where the column cut it off, and says that this is a guess', () => {
    const lines = shown(TAB.replace('窗口办件量', '档案归‸档处置'));
    assert.ok(lines.includes('- “档案归档处置”像是被截断，可能是“档案归档处置率”'), lines.join('\n'));
  });

  it('says where 成本指标 stood before 2021 and where it stands since', () => {
    const lines = shown(TAB.replace('费用成本', '费用‸成本'));
    assert.ok(lines.includes('2021 年以前：产出指标 › 成本指标'), lines.join('\n'));
    assert.ok(lines.includes('财预〔2021〕101号：成本指标 › 经济成本指标'));
  });

  it('speaks English around Chinese names where asked to', () => {
    const lines = shown(TAB.replace('验收合格率', '验收‸合格率'), 'en');
    assert.equal(lines[0], '验收合格率');
    assert.ok(lines.includes('Both frameworks: 产出指标 › 质量指标'), lines.join('\n'));
    assert.ok(lines.includes('- Usually: ≥ %'));
  });

  it('finds it in a table of the whole department, without 二级', () => {
    assert.equal(shown(WHOLE.replace('事项上网率', '事项‸上网率'))[0], '政务服务事项上网率');
  });

  it('is silent on what the library does not know, and outside performance tables', () => {
    for (const text of [
      TAB.replace('窗口办件量', '推进‸各项工作'),
      TAB.replace('大厅改造', '大厅‸改造'),
      '收支总表\n项目	预算数\n水‸电费	5.00\n合计	5.00\n',
      '验收‸合格率应当达到98%以上。\n',
    ]) {
      assert.deepEqual(shown(text), [], text);
    }
  });
});

describe('hover on a heading of indicators', () => {
  it('says what belongs there and where it stands', () => {
    assert.deepEqual(shown(TAB.replace('数量指标', '数量‸指标')), [
      '数量指标',
      '产出的数量：人数、次数、面积、里程、台套等，要有计量单位。',
      '- 新旧框架：产出指标 › 数量指标',
    ]);
  });

  it('gives the standard name of a local form', () => {
    const lines = shown(TAB.replace('可持续发展指标', '可持续‸发展指标'));
    assert.equal(lines[0], '可持续影响指标');
    assert.ok(lines.includes('- “可持续发展指标”是地方写法，规范名称是“可持续影响指标”'), lines.join('\n'));
  });

  it('lists the 二级 headings of a 一级 heading', () => {
    const lines = shown(TAB.replace('产出指标', '产‸出指标'));
    assert.deepEqual(lines.at(-1), '- 二级指标：数量指标、质量指标、时效指标、成本指标');
  });

  it('knows a heading that is written out wherever it stands, but no mere word', () => {
    assert.equal(shown('项目设置了数量‸指标和质量指标。\n')[0], '数量指标');
    assert.deepEqual(shown('采购的数‸量为三台。\n'), []);
    assert.deepEqual(shown('采购表\n品名	数‸量	金额\n电脑	3	5.00\n合计	3	5.00\n'), []);
  });
});

describe('hover on an operator of an indicator', () => {
  const cases: readonly (readonly [text: string, title: string])[] = [
    [TAB.replace('≥8万件', '‸≥8万件'), '≥ 不低于'],
    [TAB.replace('98%以上', '98%‸以上'), '≥ 不低于'],
    [TAB.replace('≤25万元', '‸≤25万元'), '≤ 不超过'],
    [TAB.replace('≤25万元', '不‸超过25万元'), '≤ 不超过'],
    [TAB.replace('	定性	', '	定‸性	'), '定性'],
    [WHOLE.replace('| = |', '| ‸= |'), '= 等于'],
    [WHOLE.replace('<u>></u>', '<u>‸></u>'), '≥ 不低于'],
  ];
  for (const [text, title] of cases) {
    it(`${title} in ${/.*‸.*/.exec(text)?.[0].trim()}`, () => assert.equal(shown(text)[0], title));
  }

  it('is silent on the words of a value', () => {
    assert.deepEqual(shown(TAB.replace('≥8万件', '满‸意度≧90%')), []);
    assert.equal(shown(TAB.replace('≥8万件', '满意度‸≧90%'))[0], '≥ 不低于');
  });

  it('is silent where the words are part of a name, and in tags', () => {
    assert.deepEqual(shown(TAB.replace('窗口办件量', '年满65岁以‸上居民建档人数')), []);
    assert.deepEqual(shown(WHOLE.replace('<u>></u>', '‸<u>></u>')), []);
  });
});

/**
 * Headings as the sample documents print them in cells of their own, written down from the documents and the
 * framework (domain rules §4.1), not from the program. Blanks in cells are left out.
 */
const PRINTED = new Set(
  `产出指标 成本指标 效益指标 满意度指标 数量指标 质量指标 时效指标 经济效益指标 社会效益指标 生态效益指标
  可持续影响指标 可持续发展指标 服务对象满意度指标 产出数量 产出质量 产出时效 产出成本`.split(/\s+/),
);

describe(`hover on the headings of the samples${leftOut()}`, () => {
  for (const { name, origin, text } of seedTexts()) {
    it(`${name} (${origin}): at least 95 of 100`, () => {
      const analysis = analysisOf(text);
      const context = featureContext({ markdownHover: false });
      const missed: string[] = [];
      let count = 0;
      for (const [line, content] of text.split('\n').entries()) {
        for (const { 0: cell, index } of content.matchAll(/[^\t|]+/g)) {
          if (!PRINTED.has(cell.replace(/\s/g, ''))) continue;
          const character = index + cell.indexOf(cell.trim()) + 1;
          count++;
          if (!hoverAt(analysis, { line, character }, context)) missed.push(`${line + 1}: ${cell.trim()}`);
        }
      }
      assert.ok(count >= 8, `only ${count} headings`);
      assert.ok(missed.length <= count * 0.05, `${missed.length} of ${count}: ${missed.join('; ')}`);
    });
  }
});
