import assert from 'node:assert/strict';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { createPinyin, isLetters } from '#core/catalogue/pinyin.ts';
import { records } from './dataFiles.ts';

const catalogue = nationalCatalogue();

describe('pinyin', () => {
  const cases: readonly (readonly [name: string, letters: string, fit: string | undefined])[] = [
    ['行政运行', 'xzyx', 'beginning'],
    ['行政运行', 'hangzhengyunhang', 'beginning'],
    ['行政运行', 'XZYX', 'beginning'],
    ['行政运行', 'xzheng', 'beginning'],
    ['行政运行', 'xzh', 'beginning'],
    ['行政运行', 'yx', 'within'],
    ['行政运行', 'xzyxx', undefined],
    ['行政运行', 'zx', undefined],
    ['维修（护）费', 'wxhf', 'beginning'],
    ['中长期调研', 'zhongzhangqi', 'beginning'],
    ['中长期调研', 'zcqdy', 'beginning'],
    ['重大项目', 'chongda', 'beginning'],
    ['重大项目', 'zd', 'beginning'],
    ['旅游', 'lv', 'beginning'],
    ['', 'a', undefined],
  ];
  for (const [name, letters, fit] of cases) {
    it(`${letters} for ${name}: ${fit ?? 'no'}`, () => assert.equal(catalogue.readAs(name, letters), fit));
  }

  it('knows every character of every name', () => {
    const known = new Set(records('pinyin.json').flatMap(({ characters }) => [...characters]));
    const names = [...catalogue.all(), ...records('indicators.json')].map(({ name }) => name);
    const unknown = names
      .flatMap((name) => name.match(/\p{Script=Han}/gu) ?? [])
      .filter((each) => !known.has(each));
    assert.deepEqual([...new Set(unknown)], [], 'run: node scripts/catalogue/pinyin.mjs');
  });

  it('ends, whatever is typed, though there are more ways to read it than could be tried', () => {
    const pinyin = createPinyin([
      { syllable: 'aa', characters: '啊' },
      { syllable: 'aaa', characters: '啊' },
    ]);
    assert.equal(pinyin.fit('啊'.repeat(40), `${'a'.repeat(59)}b`), undefined);
  });

  it('is letters only', () => {
    assert.ok(isLetters('xzyx'));
    for (const text of ['', '2010301', '行政', 'a b', 'a'.repeat(61)]) assert.ok(!isLetters(text), text);
  });

  it('finds codes by it, those whose names begin so first', () => {
    const [first] = catalogue.search('gwjd');
    assert.equal(first?.name, '公务接待费');
    assert.equal(catalogue.search('xzyx', { under: '20103' })[0]?.code, '2010301');
  });
});
