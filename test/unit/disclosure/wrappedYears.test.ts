import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

const BODY = [
  '合计 因公出国 公务用车购 公务接待费',
  '（境）费 置及运行费',
  '小计 公务用车 公务用车',
  '购置费 运行费',
  '某某市统计局 9.50 1.00 6.00 0.00 6.00 2.50',
];

describe('headings of flattened tables whose years stand in the line above their words', () => {
  it('are read with their years, and the years as no figures of a row', () => {
    assert.deepEqual(bound(['单 位  2024', '名 称 年预算数', ...BODY].join('\n')), [
      '某某市统计局 2024年预算数›合计 9.5',
      '某某市统计局 2024年预算数›因公出国(境)费 1',
      '某某市统计局 2024年预算数›公务用车购置及运行费›小计 6',
      '某某市统计局 2024年预算数›公务用车购置及运行费›公务用车购置费 0',
      '某某市统计局 2024年预算数›公务用车购置及运行费›公务用车运行费 6',
      '某某市统计局 2024年预算数›公务接待费 2.5',
    ]);
  });

  it('are no headings where they lost their years', () => {
    const read = bound(['名 称 年预算数', ...BODY].join('\n'));
    assert.equal(read.length, 6);
    assert.ok(!read.some((each) => each.includes('年预算数')));
  });
});
