import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

const HEAD = '类 款 项 科目名称 合计 基本支出 项目支出';

describe('款 and 项 by themselves in flattened rows', () => {
  it('go on from the 类 above, each as its name tells', () => {
    const rows = [
      '201 一般公共服务支出 9.00 7.00 2.00',
      '03 政府办公厅（室）及相关机构事务 9.00 7.00 2.00',
      '01 行政运行 7.00 7.00 0.00',
      '02 一般行政管理事务 2.00 0.00 2.00',
      '208 社会保障和就业支出 5.00 5.00 0.00',
      '05 行政事业单位养老支出 5.00 5.00 0.00',
      '01 行政单位离退休 5.00 5.00 0.00',
    ];
    const read = bound([HEAD, ...rows].join('\n'));
    const codes = ['201', '20103', '2010301', '2010302', '208', '20805', '2080501'];
    assert.deepEqual([...new Set(read.map((each) => each.split(' ')[0]))], codes);
  });

  it('are of no known code where nothing tells which they are', () => {
    const rows = [
      '201 一般公共服务支出 9.00 7.00 2.00',
      '03 政府办公厅（室）及相关机构事务 7.00 7.00 0.00',
      '77 某项工作 2.00 0.00 2.00',
      '01 行政运行 7.00 7.00 0.00',
    ];
    const codes = bound([HEAD, ...rows].join('\n')).map((each) => each.split(' ')[0]);
    assert.deepEqual([...new Set(codes)], ['201', '20103', '某项工作', '行政运行']);
  });

  it('have names that go over lines', () => {
    const rows = [
      '208 社会保障和就业支出 5.00 5.00 0.00',
      '05 行政事业单位养 5.00 5.00 0.00',
      '老支出',
      '机关事业单位基本养老',
      '05 保险缴费支出 5.00 5.00 0.00',
    ];
    const codes = bound([HEAD, ...rows].join('\n')).map((each) => each.split(' ')[0]);
    assert.deepEqual([...new Set(codes)], ['208', '20805', '2080505']);
  });

  it('are of no known code where a 款 and a 项 are called so and the last 款 is not known', () => {
    const rows = [
      '210 卫生健康支出 9.00 9.00 0.00',
      '11 行政事业单位医疗 4.00 4.00 0.00',
      '98 某项不在科目中 4.00 4.00 0.00',
      '的工作',
      '99 其他卫生健康支出 5.00 5.00 0.00',
      '99 其他卫生健康支出 5.00 5.00 0.00',
    ];
    const read = bound([HEAD, ...rows].join('\n'));
    assert.ok(read.some((each) => each.startsWith('210 ')));
    assert.ok(!read.some((each) => each.startsWith('21099')));
  });

  it('stand below the heading of those codes that rows have in two parts', () => {
    const heads = [
      '部门经济科目编码 部门经济科目名称 政府经济科目编码 政府经济科目名称 合计 人员经费支出',
      '类 款',
    ];
    const rows = [
      '301 06 伙食补助费 50199 其他工资福利支出 10.04 10.04',
      '302 01 办公费 50201 办公经费 29.48 0.00',
    ];
    const read = bound([...heads, ...rows, '合计 39.52 10.04'].join('\n'));
    assert.deepEqual(
      [read[0], read[2], read[4]],
      ['30106 合计 10.04', '30201 合计 29.48', '合计 合计 39.52'],
    );
    // One row alone bears out nothing.
    assert.ok(
      !bound([...heads, rows[0], '合计 10.04 10.04'].join('\n')).some((each) => each.startsWith('30106')),
    );
  });
});
