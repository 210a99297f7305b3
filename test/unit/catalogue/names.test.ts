import assert from 'node:assert/strict';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { type NameMatch, normalizeName } from '#core/catalogue/names.ts';

const catalogue = nationalCatalogue();

function match(code: string, printed: string): NameMatch {
  const record = catalogue.record(code);
  assert.ok(record, code);
  return catalogue.matchName(record, printed);
}

describe('catalogue: normalizeName', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['维修（护）费', '维修(护)费'],
    ['政府办公厅（室） 及相关机构事务', '政府办公厅(室)及相关机构事务'],
    ['“两房”建设', '"两房"建设'],
    ['“两房”建设', '两房建设'],
    ['机关资本性支出〔一〕', '机关资本性支出（一）'],
    ['收　入 总 计', '收入总计'],
    ['ＵＰＳ 电源', 'UPS电源'],
    ['**本年收入合计**', '本年收入合计'],
    ['机关事业单位基本养老保险 缴费支出', '机关事业单位基本养老保险缴费支出'],
  ];
  for (const [a, b] of pairs) {
    it(`takes ${a} and ${b} for the same`, () => assert.equal(normalizeName(a), normalizeName(b)));
  }

  it('keeps different names apart', () => {
    assert.notEqual(normalizeName('机关资本性支出（一）'), normalizeName('机关资本性支出（二）'));
    assert.notEqual(normalizeName('医疗费'), normalizeName('医疗费补助'));
  });

  it('takes lone surrogates and empty text as they come', () => {
    assert.equal(normalizeName(''), '');
    assert.equal(normalizeName('\ud800'), '\ud800');
  });
});

describe('catalogue: matchName', () => {
  const cases: readonly (readonly [code: string, printed: string, expected: NameMatch])[] = [
    // Printed in the sample disclosures.
    ['2010301', '行政运行', 'same'],
    ['30213', '维修(护)费', 'same'],
    ['2080505', '机关事业单位基本养老保险 缴费支出', 'same'],
    ['20103', '政府办公厅(室)及相关机', 'cut'],
    ['20103', '政府办公厅(室)及相关机构', 'cut'],
    ['20103', '政府办公厅(室)及相关机构事', 'cut'],
    ['2080505', '机关事业单位基本养老', 'cut'],
    ['2080506', '机关事业单位职业年金', 'cut'],
    ['2089999', '其他社会保障和就业支', 'cut'],
    ['30108', '机关事业单位基本养老保险', 'cut'],
    ['503', '机关资本性支出(一)', 'alternative'],
    ['503', '机关资本性支出', 'same'],
    ['50601', '资本性支出（一）', 'alternative'],
    ['30307', '医疗费', 'former'],
    ['213', '农林水事务', 'former'],
    ['30399', '其他对个人和家庭的补助支出', 'suffix'],
    ['201', '一般公共服务', 'suffix'],
    ['202', '外交', 'suffix'],
    ['30211', '国内差旅费', 'variant'],
    ['30112', '其他社会保险缴费', 'variant'],
    ['30299', '其他商品服务支出', 'variant'],
    ['31002', '资本性支出', 'different'],
    // Another code's name, though it is also the beginning of this one's.
    ['309', '资本性支出', 'different'],
    ['504', '机关资本性支出', 'different'],
    ['50602', '资本性支出', 'different'],
    // Old names and accepted second names.
    ['210', '医疗卫生与计划生育支出', 'former'],
    ['210', '医疗卫生与计划生育', 'former'],
    ['20805', '行政事业单位离退休', 'former'],
    ['2130153', '农田建设', 'alternative'],
    ['21112', '可再生能源', 'alternative'],
    ['2013899', '其他市场监督管理事务支出', 'suffix'],
    // Too short to be a beginning, or nothing at all.
    ['20103', '政府办', 'different'],
    ['2010301', '', 'different'],
    ['2010301', '—', 'different'],
  ];
  for (const [code, printed, expected] of cases) {
    it(`${code} ${printed || '(nothing)'}: ${expected}`, () => assert.equal(match(code, printed), expected));
  }

  it('does not stumble over a whole page in a name cell', () => {
    assert.equal(match('2010301', '行政运行'.repeat(50_000)), 'different');
  });

  it('counts all but variants and strangers as the name', () => {
    const fits = (code: string, printed: string) => {
      const record = catalogue.record(code);
      assert.ok(record);
      return catalogue.nameMatches(record, printed);
    };
    assert.ok(fits('20103', '政府办公厅(室)及相关机'));
    assert.ok(fits('503', '机关资本性支出(一)'));
    assert.ok(fits('30307', '医疗费'));
    assert.ok(!fits('30211', '国内差旅费'));
    assert.ok(!fits('31002', '资本性支出'));
  });
});
