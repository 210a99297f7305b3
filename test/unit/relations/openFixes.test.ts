import { strict as assert } from 'node:assert';
import { analysisOf } from '../../support/features.ts';

/** The findings of sums in a text, with whether a fix of theirs is preferred. */
function sumsIn(text: string) {
  return analysisOf(text)
    .findings.filter(({ rule }) => /sum$/.test(rule))
    .map(({ rule, fixes }) => ({ rule, isPreferred: fixes.some(({ preferred }) => preferred) }));
}

const PURCHASES = (first: string) => `政府采购支出预算表
单位：万元

采购品目	经济科目	采购物品	总计
合计			965.72
货物			815.72
	设备购置费		653.22
		其他设备	${first}
		通用设备	500.00
	购置费		162.50
		家具	12.50
		服务器	150.00
工程			150.00
	维修费		150.00
		修缮	150.00
`;

const FLATTENED = (basic: string) => `一般公共预算支出表
单位：万元
科目编码 科目名称 合计 基本支出 项目支出
201 一般公共服务支出 557.01 ${basic}202.80
20138 市场监督管理事务 557.01 354.21 202.80
2013801 行政运行 354.21 354.21
2013802 一般行政管理事务 92.06 92.06
2013899 其他市场监督管理事务 110.74 110.74
221 住房保障支出 134.29 34.29 100.00
22102 住房改革支出 134.29 34.29 100.00
2210201 住房公积金 34.29 34.29
2210203 购房补贴 100.00 100.00
合计 691.30 388.50 302.80
`;

describe('a figure beside one that was left out', () => {
  it('is not written over where an item has no figure at all', () => {
    assert.deepEqual(sumsIn(PURCHASES('153.22')), []);
    assert.equal(
      sumsIn(PURCHASES('')).every(({ isPreferred }) => !isPreferred),
      true,
    );
  });

  it('is not written over where it may stand in another column', () => {
    assert.deepEqual(sumsIn(FLATTENED('354.21 ')), []);
    const found = sumsIn(FLATTENED(''));
    assert.ok(found.length > 0);
    assert.equal(
      found.every(({ isPreferred }) => !isPreferred),
      true,
    );
  });
});
