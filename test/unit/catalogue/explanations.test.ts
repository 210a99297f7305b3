import assert from 'node:assert/strict';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { allCodes, records } from './dataFiles.ts';
import { SEED_CODES } from './seedCodes.ts';

const CLASSIFICATION_DIGIT = {
  revenue: '1',
  functional: '2',
  'economic-department': '3',
  'economic-government': '5',
};

/** The 项 that nearly every 款 has. */
const RECURRING = /^(?:行政运行|一般行政管理事务|机关服务|事业运行)$/;

describe('catalogue data: explanations', () => {
  const codes = allCodes();
  const byCode = new Map(codes.map((each) => [each.code, each]));
  const own = new Map(records('explanations.json').map((each) => [each.code, each]));
  const catalogue = nationalCatalogue();
  /** Everything that must have an explanation of its own: 类, 款 and every economic code, ended ones too. */
  const upper = codes.filter(({ code, level }) => /^[35]/.test(code) || level === '类' || level === '款');

  it('explains codes of the catalogue, under the right classification', () => {
    for (const { code, classification } of own.values()) {
      assert.ok(byCode.has(code), code);
      assert.equal(code[0], CLASSIFICATION_DIGIT[classification], code);
    }
  });

  it('explains every 类, every 款 and every economic code in Chinese and in English', () => {
    assert.ok(upper.length > 500, String(upper.length));
    for (const { code, name } of upper) {
      assert.ok(own.get(code)?.zh, `${code} ${name}`);
      assert.match(own.get(code)?.en ?? '', /^[A-Z][\x20-\x7e]{5,200}\.$/, `${code} ${name}`);
    }
  });

  it('says of every expenditure 类, 款 and economic code which other code it is not', () => {
    for (const { code } of upper.filter((each) => !each.code.startsWith('1'))) {
      const named = codesIn(own.get(code)?.zh ?? '');
      const others = named.filter((each) => each !== code);
      assert.ok(others.length > 0, `${code}: ${own.get(code)?.zh}`);
    }
  });

  it('calls the code that it is a part of by its name', () => {
    for (const { code, name } of codes) {
      const explanation = catalogue.explanation(code);
      const named = [explanation?.zh, explanation?.en].flatMap((text) => codesIn(text ?? ''));
      const above = named.filter((each) => each !== code && code.startsWith(each));
      assert.deepEqual(above, [], `${code} ${name}: ${explanation?.zh}`);
    }
  });

  it('says something of its own of each of them', () => {
    const texts = upper.flatMap(({ code }) => own.get(code)?.zh ?? []);
    const twice = texts.filter((text, at) => texts.indexOf(text) !== at && /^2/.test(text));
    assert.deepEqual(twice, []);
  });

  it('points only to codes that exist, in both languages, and never calls itself official', () => {
    for (const { code } of codes) {
      const explanation = catalogue.explanation(code);
      if (!explanation) continue;
      for (const text of [explanation.zh, explanation.en ?? '']) {
        for (const named of codesIn(text)) assert.ok(byCode.has(named), `${named} in ${code}: ${text}`);
        assert.doesNotMatch(text, /\{|官方|财政部|规定解释/);
      }
      assert.match(explanation.zh, /。$/u);
    }
  });

  it('points away from codes that have ended, but where an ended code is explained', () => {
    for (const { code, zh } of own.values()) {
      if (byCode.get(code)?.until !== undefined) continue;
      const ended = codesIn(zh).filter((each) => byCode.get(each)?.until !== undefined);
      assert.deepEqual(ended, [], code);
    }
  });

  it('explains the recurring 项 of every 款 with the name of the 款 and the codes beside it', () => {
    const recurring = codes.filter(
      ({ code, name, until }) =>
        until === undefined && /^2\d{6}$/.test(code) && (RECURRING.test(name) || /99$/.test(code)),
    );
    assert.ok(recurring.length > 400, String(recurring.length));
    for (const { code, name } of recurring) {
      const explanation = catalogue.explanation(code);
      assert.ok(explanation?.en, `${code} ${name}`);
      if (!explanation.generic) continue;
      const above = byCode.get(code.slice(0, 5));
      assert.ok(above && explanation.zh.includes(`“${above.name}”`), `${code}: ${explanation.zh}`);
      for (const named of codesIn(explanation.zh)) assert.equal(named.slice(0, 5), above.code, code);
      if (RECURRING.test(name)) assert.ok(codesIn(explanation.zh).length > 0, `${code}: ${explanation.zh}`);
    }
  });

  it('explains every code of the sample disclosures by itself', () => {
    assert.deepEqual(
      SEED_CODES.filter((code) => !own.has(code)),
      [],
    );
  });
});

function codesIn(text: string): string[] {
  return [...text.matchAll(/\d{3,}/g)].map(([code]) => code);
}
