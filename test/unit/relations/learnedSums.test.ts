import { strict as assert } from 'node:assert';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { findingMessage } from '#core/messages/language.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

/** 合计 in front of two columns of which no word says that they are its parts; its third row is wrong. */
const LEARNED = `2023年项目支出预算表
单位：万元
单位编码	项目名称	总计	预算内资金	其他资金
117002	日常及后勤保障工作	2512.00	1547.50	964.50
117002	公共资源交易中心保障工作经费	238.00	238.00	
117002	信息化保障工作经费	987.00	978.00	
117002	档案数字化	12.00	10.00	2.00
`;

/** The same with parts that are all there is by definition. */
const DECLARED = LEARNED.replace('预算内资金\t其他资金', '基本支出\t项目支出');

describe('relations: learned sums', () => {
  it('name the rows that show them', () => {
    assert.match(messageOf(LEARNED, 'zh-cn'), /本表另有 3 行都是这样相加的/);
    assert.match(messageOf(LEARNED, 'en'), /3 other rows of the table add up so/);
  });

  it('are told from those that hold by definition', () => {
    assert.doesNotMatch(messageOf(DECLARED, 'zh-cn'), /归纳/);
    assert.doesNotMatch(messageOf(DECLARED, 'en'), /learned/);
  });
});

function messageOf(text: string, language: keyof typeof LANGUAGES): string {
  const options = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };
  const finding = analyse(text, options).findings.find(({ rule }) => rule === 'row-sum');
  assert.ok(finding);
  return findingMessage(LANGUAGES[language], finding);
}
