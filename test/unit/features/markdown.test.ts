import assert from 'node:assert/strict';
import { escapeMarkdown } from '#server/features/markdown.ts';

describe('markdown', () => {
  const cases: readonly (readonly [what: string, text: string, expected: string])[] = [
    ['leaves Chinese, codes and Chinese brackets alone', '2010301 行政运行（项）', '2010301 行政运行（项）'],
    ['takes emphasis for characters', '购置**数量_a_', '购置\\*\\*数量\\_a\\_'],
    ['takes tags for characters', '<u>5.00</u>', '\\<u\\>5.00\\</u\\>'],
    ['makes no links', '[点击](command:x)', '\\[点击\\](command:x)'],
    ['makes no images', '![图](x)', '\\!\\[图\\](x)'],
    ['makes no code', '`a`', '\\`a\\`'],
    ['makes no table', 'a|b', 'a\\|b'],
    ['makes no heading', '# 表', '\\# 表'],
    ['makes no list', '- 项', '\\- 项'],
    ['makes no numbered list', '1. 项', '1\\. 项'],
    ['keeps a backslash', 'a\\b', 'a\\\\b'],
    ['stays in its paragraph', '一\r\n\n二', '一 二'],
    ['makes no entity', '&lt;', '\\&lt;'],
    ['leaves nothing as nothing', '', ''],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => assert.equal(escapeMarkdown(text), expected));
  }
});
