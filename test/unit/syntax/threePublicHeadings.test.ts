import { strict as assert } from 'node:assert';
import { conceptOf } from '../../../shared/src/relations/threePublicConcepts.ts';
import { isKnownHeading } from '../../../shared/src/syntax/headingWords.ts';
import {
  namedThreePublicItem,
  nameOfItem,
  type ThreePublicItem,
  threePublicItem,
} from '../../../shared/src/syntax/threePublicHeadings.ts';

/** Names that documents of several provinces print, with what each is of. */
const NAMES: readonly (readonly [string, ThreePublicItem])[] = [
  ['因公出国（境）费', 'abroad'],
  ['因公出国(境)费用', 'abroad'],
  ['因公出国(境）支出', 'abroad'],
  ['公务用车购置及运行费', 'vehicles'],
  ['公务用车购置及运行维护费', 'vehicles'],
  ['公务用车购置和运行费', 'vehicles'],
  ['公务用车购置与运行维护费', 'vehicles'],
  ['公务用车购置费', 'purchase'],
  ['公务用车购置费用', 'purchase'],
  ['公务用车运行费', 'running'],
  ['公务用车运行维护费', 'running'],
  ['公务接待费', 'reception'],
  ['公务接待支出', 'reception'],
  ['会议费', 'meetings'],
  ['培训费', 'training'],
];
const IN_OTHER_WORDS: readonly (readonly [string, ThreePublicItem])[] = [
  ['公务车购置及运行维护费', 'vehicles'],
  ['公务用车购置费和公务用车运行维护费', 'vehicles'],
  ['公务用车费', 'vehicles'],
  ['公务用车购置支出', 'purchase'],
  ['公务用车运行维护费支出', 'running'],
  ['公务接待费支出', 'reception'],
];
/** What tables of “三公”经费 print beside them that is no amount of an item, or of another one. */
const OTHERS = [
  '公务用车',
  '公务用车保有量（辆）',
  '因公出国（境）团组数（个）',
  '国内公务接待批次',
  '国内接待费',
];

describe('names of the items of “三公”经费', () => {
  it('are known by all that read such tables', () => {
    for (const [name, item] of [...NAMES, ...IN_OTHER_WORDS]) {
      assert.equal(threePublicItem(name), item, name);
      const isPart = item !== 'meetings' && item !== 'training';
      assert.equal(conceptOf({ path: [name], partial: false }), isPart ? item : undefined, name);
    }
    for (const [name] of NAMES) assert.ok(isKnownHeading(name), name);
  });

  it('are none of what counts, and of nothing narrower or wider', () => {
    for (const name of OTHERS) {
      assert.equal(threePublicItem(name), undefined, name);
      assert.equal(conceptOf({ path: [name], partial: false }), undefined, name);
    }
  });

  it('are short only below the heading of vehicles', () => {
    assert.equal(threePublicItem('购置费'), 'purchase');
    assert.equal(namedThreePublicItem('购置费'), undefined);
    assert.equal(conceptOf({ path: ['购置费'], partial: false }), undefined);
    assert.equal(conceptOf({ path: ['公务用车购置和运行费', '购置费'], partial: false }), 'purchase');
  });

  it('stand behind numbers and 其中, in either order', () => {
    for (const label of [
      '（1）公务用车购置费',
      '其中：公务用车购置费',
      '其中：（1）公务用车购置费',
      '2.其中：公务用车购置费',
    ])
      assert.equal(nameOfItem(label), '公务用车购置费', label);
  });
});
