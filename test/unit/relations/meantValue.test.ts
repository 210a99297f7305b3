import { strict as assert } from 'node:assert';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

/** What the preferred fix of the only error writes; undefined where none is preferred. */
function fixIn(rows: readonly string[]): string | undefined {
  const text = ['2023年一般公共预算支出表', '', '单位：万元', '', ...rows].join('\n');
  const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() });
  const errors = findings.filter(({ severity }) => severity === 'error');
  assert.equal(errors.length, 1, 'one error');
  return errors[0]?.fixes.find(({ preferred }) => preferred)?.edits[0]?.newText;
}

const HEAD = ['| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |', '|---|---|---|---|---|'];

/** 201's rows agree by rounding alone: 4.34 + 3.34 + 2.34 is 10.02, and 10.01 is printed. */
function rounded(ofOffice: string, inTotal: string): readonly string[] {
  return [
    ...HEAD,
    '| 201 | 一般公共服务支出 | 1010.01 | 10.01 | 1000.00 |',
    '| 20103 | 政府办公厅（室）及相关机构事务 | 1010.01 | 10.01 | 1000.00 |',
    `| 2010301 | 行政运行 | ${inTotal} | ${ofOffice} |  |`,
    '| 2010302 | 一般行政管理事务 | 1003.34 | 3.34 | 1000.00 |',
    '| 2010303 | 机关服务 | 2.34 | 2.34 |  |',
    '|  | 合计 | 1010.01 | 10.01 | 1000.00 |',
  ];
}

describe('relations: the value that is meant', () => {
  it('is that of the total a figure is the only part of, however the table rounds', () => {
    assert.equal(fixIn(rounded('0.43', '4.34')), '4.34');
    assert.equal(fixIn(rounded('4.34', '0.71')), '4.34');
  });

  it('is not a short figure that is a slip away, where no sum is exact with it', () => {
    // Coarse totals leave 1.49 to 2.28. A digit turns 7.99 into 1.99, but the row says 2.00 and the column 1.77.
    const rows = [
      ...HEAD,
      '| 201 | 一般公共服务支出 | 18.46 | 5 | 13.23 |',
      '| 20103 | 政府办公厅（室）及相关机构事务 | 18.46 | 5 | 13.23 |',
      '| 2010301 | 行政运行 | 12 | 7.99 | 10.00 |',
      '| 2010302 | 一般行政管理事务 | 6.46 | 3.23 | 3.23 |',
      '|  | 合计 | 18.46 | 5 | 13.23 |',
    ];
    assert.equal(fixIn(rows), undefined);
    assert.equal(fixIn(rows.map((row) => row.replace('7.99', '2.77'))), undefined);
    assert.equal(fixIn(rows.map((row) => row.replace('7.99', '17700.00'))), '1.77');
  });
});
