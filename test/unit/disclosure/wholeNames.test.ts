import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

const HEAD = '              项目                          合计          基本支出        项目支出\n';
const FIRST = '一般公共服务支出                            9,000.50      5,000.25       4,000.25\n';
const REST = `卫生健康支出                                  300.00        300.00
住房保障支出                                  200.00        200.00
合计                                       11,500.50      7,300.25       4,200.25
`;

/** What is bound of the amount of one row between two others. */
function read(rows: string, value: string): string[] {
  return bound(HEAD + FIRST + rows + REST).filter((each) => each.endsWith(` ${value}`));
}

describe('names of an aligned list beside a line that may be more of them', () => {
  it('are whole where they are a 类, and none with that line', () => {
    const rows = `教育支出                                    2,000.00      2,000.00
上年结转安排的
`;
    assert.deepEqual(read(rows, '2000'), ['教育支出 合计 2000', '教育支出 基本支出 2000']);
  });

  it('are not where they are a 类 with that line as well', () => {
    const rows = `社会保障和就业                              2,000.00      2,000.00
支出
`;
    assert.ok(!read(rows, '2000').includes('社会保障和就业 合计 2000'), read(rows, '2000').join('\n'));
  });

  it('are not where they are those of budgets, of which many go on', () => {
    const rows = `一般公共预算                                2,000.00      2,000.00
拨款收入
`;
    assert.ok(!read(rows, '2000').includes('一般公共预算 合计 2000'), read(rows, '2000').join('\n'));
  });
});
