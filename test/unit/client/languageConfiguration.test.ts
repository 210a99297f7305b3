import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const pair = z.tuple([z.string(), z.string()]);
const configuration = z
  .object({
    wordPattern: z.object({ pattern: z.string(), flags: z.string() }),
    brackets: z.array(pair),
    colorizedBracketPairs: z.array(pair),
    autoClosingPairs: z.array(z.object({ open: z.string(), close: z.string() })),
    surroundingPairs: z.array(pair),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL('../../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
    ),
  );

describe('language configuration', () => {
  const { pattern, flags } = configuration.wordPattern;

  /** Each text, and the words in it that a double click selects. */
  const WORDS: Readonly<Record<string, readonly string[]>> = {
    '2010301\t行政运行\t2,371.41': ['2010301', '行政运行', '2,371.41'],
    '一、一般公共预算财政拨款收入': ['一', '一般公共预算财政拨款收入'],
    '政府办公厅（室）及相关机构事务': ['政府办公厅', '室', '及相关机构事务'],
    '-3.42%\t-12.5\t－0.17': ['-3.42%', '-12.5', '－0.17'],
    '附件3-16，2023-24': ['附件', '3', '16', '2023', '24'],
    '１２．５\t１，２３４': ['１２．５', '１，２３４'],
    '.24\t2023年': ['.24', '2023', '年'],
    '5人，100元，3,1415': ['5', '人', '100', '元', '3', '1415'],
    '《预算法》“三公”经费': ['预算法', '三公', '经费'],
    '| 合计 | 1,866.11 |': ['合计', '1,866.11'],
    'EMS邮政快递 APP2': ['EMS', '邮政快递', 'APP2'],
    '__5456.16__': ['5456.16'],
    '\t| 。': [],
  };
  for (const [text, words] of Object.entries(WORDS)) {
    it(`words of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(text.match(new RegExp(pattern, `${flags}g`)) ?? [], words);
    });
  }

  it('never matches nothing, on which the editor would loop', () => {
    assert.equal(new RegExp(pattern, flags).test(''), false);
  });

  it('pairs Chinese brackets and quotes, when typed and around a selection', () => {
    for (const [open, close] of [
      ['《', '》'],
      ['（', '）'],
      ['“', '”'],
      ['(', ')'],
      ['[', ']'],
    ] as const) {
      assert.ok(
        configuration.brackets.some((each) => each[0] === open && each[1] === close),
        open,
      );
      assert.ok(
        configuration.autoClosingPairs.some((each) => each.open === open && each.close === close),
        open,
      );
      assert.ok(
        configuration.surroundingPairs.some((each) => each[0] === open && each[1] === close),
        open,
      );
    }
  });

  it('leaves < alone, which compares in performance tables, and does not colour the ) of “1)”', () => {
    assert.ok(!configuration.autoClosingPairs.some(({ open }) => open === '<'));
    assert.deepEqual(configuration.colorizedBracketPairs, []);
  });
});
