import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

const HEAD = ['功能科目\t\t总计\t基本支出\t\t项目支出', '科目编码\t科目名称\t\t人员经费\t公用经费\t'];
const BODY = [
  '\t合计\t120.50\t60.50\t20.00\t40.00',
  '201\t一般公共服务支出\t120.50\t60.50\t20.00\t40.00',
  '2010301\t行政运行\t80.50\t60.50\t20.00\t',
  '2010302\t一般行政管理事务\t40.00\t\t\t40.00',
];

describe('a body that stands beside its header', () => {
  it('is read where it belongs, if a blank cell stands in front of all its rows', () => {
    const straight = bound([...HEAD, ...BODY].join('\n'));
    assert.deepEqual(bound([...HEAD, ...BODY.map((row) => `\t${row}`)].join('\n')), straight);
    assert.ok(straight.includes('2010302 项目支出 40'), straight.join('\n'));
  });

  it('stays where it is, if some row begins with a name', () => {
    const rows = BODY.map((row, index) => (index === 1 ? row : `\t${row}`));
    const found = bound([...HEAD, ...rows].join('\n'));
    assert.ok(!found.includes('2010302 项目支出 40'), found.join('\n'));
  });

  it('stays where it is, if the header has a heading for its last column', () => {
    const head = [
      '功能科目\t\t\t总计\t基本支出\t\t项目支出',
      '类\t科目编码\t科目名称\t\t人员经费\t公用经费\t',
    ];
    const found = bound([...head, ...BODY.map((row) => `\t${row}`)].join('\n'));
    assert.ok(found.includes('2010302 项目支出 40'), found.join('\n'));
  });
});
