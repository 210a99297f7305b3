import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

function table(...rows: readonly string[]): string {
  return rows.map((row) => row.split(' ').join('\t')).join('\n');
}

describe('a table whose header of two lines and whose rows lost their blank cells', () => {
  const YEARS = [
    '科目 2023年预算数 2024年预算数 2024年比2023年增减',
    '科目编码 科目名称 合计 基本支出 项目支出 增减额 增减%',
  ];

  it('tells nothing where every row lacks a cell', () => {
    const rows = [
      '208 社会保障和就业支出 222.00 230.00 230.00 8.00 3.60',
      '20805 行政事业单位养老支出 222.00 230.00 230.00 8.00 3.60',
      '2080501 行政单位离退休 82.00 80.00 80.00 -2.00 -2.44',
      '2080505 机关事业单位基本养老保险缴费支出 140.00 150.00 150.00 10.00 7.14',
    ];
    assert.deepEqual([...new Set(bound(table(...YEARS, ...rows)))], ['columns-lost']);
  });

  it('tells the columns of rows that have all cells, below the headings that can be theirs alone', () => {
    const head = ['科目编码 科目名称 合计 基本支出 项目支出', '小计 人员经费 公用经费'];
    const rows = [
      '208 社会保障和就业支出 70.00 70.00 70.00',
      '210 卫生健康支出 90.00 50.00 30.00 20.00 40.00',
      '21004 公共卫生 90.00 50.00 30.00 20.00 40.00',
      '2100401 疾病预防控制机构 45.00 45.00 30.00 15.00',
    ];
    const whole = (code: string) => [
      `${code} 合计 90`,
      `${code} 基本支出›小计 50`,
      `${code} 基本支出›人员经费 30`,
      `${code} 基本支出›公用经费 20`,
      `${code} 项目支出 40`,
    ];
    assert.deepEqual(bound(table(...head, ...rows)), [
      ...Array.from({ length: 3 }, () => 'columns-lost'),
      ...whole('210'),
      ...whole('21004'),
      ...Array.from({ length: 4 }, () => 'columns-lost'),
    ]);
  });

  it('is read as it stands where the lower line heads every column', () => {
    const head = ['科目 2023年 2024年', '科目编码 科目名称 基本支出 项目支出 基本支出 项目支出'];
    const rows = [
      '2080501 行政单位离退休 8.00 2.00 7.00 1.00',
      '2080505 机关事业单位基本养老保险缴费支出 14.00 3.00 15.00 2.00',
    ];
    assert.deepEqual(bound(table(...head, ...rows)).length, 8);
    assert.ok(!bound(table(...head, ...rows)).includes('columns-lost'));
  });
});
