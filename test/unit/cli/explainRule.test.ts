import assert from 'node:assert/strict';
import { LANGUAGES } from '#core/messages/messages.ts';
import { RULE_IDS, RULES } from '#core/rules.ts';
import { explainRule } from '#server/cli/explainRule.ts';
import { WORDS } from '#server/cli/words.ts';

describe('terminal: explain', () => {
  it('says name, purpose, severity, fix and page', () => {
    assert.equal(
      explainRule('rounding-difference', LANGUAGES['zh-cn'], WORDS['zh-cn']),
      [
        'rounding-difference  尾差',
        '合计与各项之和相差在四舍五入范围之内。',
        '',
        '默认级别：提示',
        '快速修复：无',
        '文档：docs/RULES.md#rounding-difference',
        '',
      ].join('\n'),
    );
  });

  for (const language of ['zh-cn', 'en'] as const) {
    it(`covers every rule in ${language}`, () => {
      for (const id of RULE_IDS) {
        const text = explainRule(id, LANGUAGES[language], WORDS[language]);
        const { name, summary } = LANGUAGES[language].rules[id];
        for (const part of [id, name, summary]) assert.ok(text.includes(part), part);
        assert.ok(text.includes(WORDS[language].severities[RULES[id].severity]));
      }
    });
  }
});
