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

  it('is not one of too few decimals, where a digit behind the point may be lost', () => {
    // Another table prints 543.23; 543.2 would do as well, within the half unit of a coarser figure.
    const table = (pension: string) => [
      '| 科目编码 | 科目名称 | 金额 |',
      '|---|---|---|',
      '| 301 | 工资福利支出 | 1000.40 |',
      '| 30101 | 基本工资 | 700.15 |',
      '| 30102 | 津贴补贴 | 300.25 |',
      '| 303 | 对个人和家庭的补助 | 829.21 |',
      '| 30301 | 离休费 | 285.19 |',
      `| 30302 | 退休费 | ${pension} |`,
      '| 30309 | 奖励金 | 0.79 |',
      '|  | 合计 | 1829.61 |',
    ];
    const rows = [...table('543.3'), '', '财政拨款基本支出表', '', '单位：万元', '', ...table('543.23')];
    assert.equal(fixIn(rows), '543.23');
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

  it('is that of two short sums that are exact with it, where a long one is exact as well', () => {
    // 6.94 may be 69.37 or 69.40 with its point moved; 301 rounds, so that exact sums alone prove nothing.
    const basic = ['5.10', '6.20', '7.30', '8.40', '9.50', '10.60', '11.70', '4.10'];
    const project = ['3.20', '3.27'];
    const cells = [
      ...basic.map((part) => `${part} | ${part} | `),
      ...project.map((part) => `${part} |  | ${part}`),
    ];
    const rows = (goods: string) => [
      ...HEAD,
      '| 301 | 工资福利支出 | 10.01 | 10.01 |  |',
      '| 30101 | 基本工资 | 4.34 | 4.34 |  |',
      '| 30102 | 津贴补贴 | 3.34 | 3.34 |  |',
      '| 30103 | 奖金 | 2.34 | 2.34 |  |',
      `| 302 | 商品和服务支出 | ${goods} | 62.90 | 6.47 |`,
      ...cells.map((cell, index) => `| 302${String(index + 1).padStart(2, '0')} | 其他 | ${cell} |`),
      '| 310 | 资本性支出 | 1.00 |  | 1.00 |',
      '|  | 合计 | 80.38 | 72.91 | 7.47 |',
    ];
    assert.equal(fixIn(rows('6.94')), '69.37');
  });

  it('is that of the sums across and down, whatever a table of another scope prints', () => {
    const rows = (office: string) => [
      '| 科目编码 | 科目名称 | 合计 |',
      '|---|---|---|',
      '| 201 | 一般公共服务支出 | 676.59 |',
      '| 208 | 社会保障和就业支出 | 9.83 |',
      '| 210 | 卫生健康支出 | 5.50 |',
      '| 221 | 住房保障支出 | 11.58 |',
      '',
      '2023年一般公共预算基本支出表',
      '',
      '单位：万元',
      '',
      '| 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |',
      '|---|---|---|---|---|',
      `| 201 | 一般公共服务支出 | ${office} | 93.00 | 21.86 |`,
      '| 208 | 社会保障和就业支出 | 9.83 | 9.83 |  |',
      '| 210 | 卫生健康支出 | 5.50 | 5.50 |  |',
      '| 221 | 住房保障支出 | 11.58 | 11.58 |  |',
      '|  | 合计 | 141.77 | 119.91 | 21.86 |',
    ];
    assert.equal(fixIn(rows('194.86')), '114.86');
  });
});
