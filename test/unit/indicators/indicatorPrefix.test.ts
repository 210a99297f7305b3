import { strict as assert } from 'node:assert';
import {
  isBarePrefix,
  isUnfilled,
  numberInPrefix,
  prefixesLength,
  prefixLength,
} from '#core/indicators/indicatorPrefix.ts';

/** More of them than any program could try in all ways. */
const MANY = 400;

describe('指标1： in front of a name', () => {
  it('has a colon behind its number or in front of it, blanks between them, or no number at all', () => {
    for (const prefix of ['指标1：', '指标 2: ', '指标:4: ', '指标：', '指标： 12 ：', '指标::'])
      assert.equal(prefixLength(`${prefix}甲`), prefix.length, prefix);
    for (const text of ['指标', '指标1', '指标1甲', '甲指标1：', '', '指标一：'])
      assert.equal(prefixLength(text), 0, text);
  });

  it('stands alone in a cell without its colon too', () => {
    for (const text of ['指标', '指标1', '指标 1 ', '指标:1', '指标1：', '指标： 1 ：'])
      assert.ok(isBarePrefix(text), text);
    for (const text of ['指标1：甲', '指标甲', '产出指标', '指标1：2：3'])
      assert.ok(!isBarePrefix(text), text);
  });

  it('numbers an indicator by two digits at most', () => {
    assert.equal(numberInPrefix('指标 12: 甲'), 12);
    assert.equal(numberInPrefix('指标:3:甲'), 3);
    assert.equal(numberInPrefix('指标:甲'), undefined);
    assert.equal(numberInPrefix('指标2023:甲'), undefined);
  });

  it('may stand there more than once in a form that was not filled in', () => {
    assert.equal(prefixesLength('指标1： 指标2： .....'), '指标1： 指标2： '.length);
    for (const text of ['', '……', '指标2：……', '指标1： 指标2： .....', '指标1：'])
      assert.ok(isUnfilled(text), text);
    for (const text of ['甲', '指标1：甲', '指标1']) assert.ok(!isUnfilled(text), text);
  });

  it('is looked for once, however many there are and whatever follows', () => {
    const prefixes = '指标 1：'.repeat(MANY);
    assert.ok(!isUnfilled(`${prefixes}甲`));
    assert.equal(prefixesLength(`${prefixes}甲`), prefixes.length);
    assert.ok(!isBarePrefix(`指标${' '.repeat(MANY)}甲`));
    assert.equal(prefixLength(`指标${' '.repeat(MANY)}甲`), 0);
  });
});
