import assert from 'node:assert/strict';
import { findingMessage } from '#core/messages/language.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import type { RuleId } from '#core/rules.ts';
import { analysisOf } from '../../support/features.ts';

/** What is said of a rule in a text, in both languages. */
function said(text: string, rule: RuleId): readonly (readonly [string, string])[] {
  return analysisOf(text)
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => [findingMessage(LANGUAGES['zh-cn'], finding), findingMessage(LANGUAGES.en, finding)]);
}

const OPENING = '2023年部门预算公开说明\n\n一、收支情况\n\n';

describe('messages of short places', () => {
  it('show the words around a slip of a character', () => {
    assert.deepEqual(said(`${OPENING}2023年预算执行率，比例大100%，完成较好。\n`, 'word-slip'), [
      ['“比例大100%”中的“大”疑应为“达”。', '“大” in “比例大100%” should be “达”.'],
    ]);
  });

  it('say which half of a pair is missing, and where', () => {
    const marks = (sentence: string) => said(`${OPENING}${sentence}\n`, 'unpaired-mark');
    assert.deepEqual(marks('2023年收入预算120.00万元（含上年结转，与上年持平。'), [
      [
        '标点不成对：“（含上年结转，与上……”只有“（”，缺“）”。',
        'The mark （ has no other half: （含上年结转，与上',
      ],
    ]);
    assert.deepEqual(
      marks('2023年收入预算120.00万元，含上年结转），与上年持平。')[0]?.[0],
      '标点不成对：“……万元，含上年结转）”只有“）”，缺“（”。',
    );
    assert.deepEqual(
      marks('2023年“收入预算120.00万元，与上年持平。')[0]?.[0],
      '标点不成对：这一段的引号是单数，“收入预算120.”之前的引号没有另一半。',
    );
  });

  it('tell a number that repeats from one that skips', () => {
    const list = (...numbers: readonly string[]) =>
      `${OPENING}${numbers.map((number) => `（${number}）${'甲乙丙丁戊己'.charAt('一二三四五六'.indexOf(number))}项工作情况\n`).join('')}`;
    assert.deepEqual(
      said(list('一', '二', '二', '三'), 'numbering').map(([zh]) => zh),
      ['序号重复：有两个第 2 项。'],
    );
    assert.deepEqual(
      said(list('一', '二', '四', '四'), 'numbering').map(([zh]) => zh),
      ['序号不连续：第 2 项之后是第 4 项，缺第 3 项。'],
    );
  });
});
