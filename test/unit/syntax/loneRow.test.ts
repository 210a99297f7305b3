import { strict as assert } from 'node:assert';
import { cellsOf, onlyTable } from './tables.ts';

// As pdftotext lays it out: headings in the middle of their cells, in lines of their own.
const SPREAD = `部门“三公”经费预算表
单位：万元

                                  “三公”经费预算数
                                                                               机关运行经费预算
                                                    公务用车购置及运行费
   合计            因公出国(境)费      公务接待费                                               数
                                           小计           购置费      运行费
        346.30        288.70       25.40        32.20                  32.20       2,517.78
`;

// The heading of the group stands over nothing, so that it may be that of a column.
const ASIDE = `部门“三公”经费预算表
单位：万元
                                   “三公”经费
      合计              小计                    公务接待费
  2,599.37   670.12          180.00
`;

const NAMED = `一般公共预算“三公”经费支出表
单位：万元
       单位名称           2025年预算数    因公出国（境）费    公务接待费
  某某县人民政府
                                 29.03                0.00         29.03
  办公室
`;

// A body alone: one row with its name, below headings in five lines. Figures are set to the right of wide columns.
const INCOME = `                                                                       收入总表
部门名称：某市某某局                                                                                                                                      单位：万元

                                                                                     本年收入

                                             财政拨款                                                             单位资金                              上年结余
      预算单位        收入总计                                                 财政专户管理                                                                   、结转
                               一般公共预算       政府性基金预算 国有资本经营预              资金                    事业单位经营                   附属单位上缴
                                                                                     事业收入                    上级补助收入                   其他收入
                                 拨款           拨款          算拨款                                    收入                       收入
某市某某局               3,518.06     3,512.02          0.00         0.00          0.00      0.00          0.00       0.00          0.00      0.00         6.04
`;

describe('an aligned table with a single row of figures', () => {
  it('has each figure under its heading, and a blank where none stands', () => {
    const rows = onlyTable(SPREAD, 'aligned').rows;
    const row = rows.at(-1);
    assert.ok(row && !row.unsure);
    assert.deepEqual(cellsOf(row), ['346.30', '288.70', '25.40', '32.20', '', '32.20', '2,517.78']);
  });

  it('has its name in front where all figures stand below headings that are known', () => {
    const table = onlyTable(INCOME, 'aligned');
    const [head, row] = table.rows.slice(-2);
    assert.ok(head && row && !row.unsure);
    assert.equal(head.cells.length, 12);
    assert.deepEqual(
      [cellsOf(head)[4], cellsOf(row)[0], cellsOf(row)[1], cellsOf(row)[11]],
      ['国有资本经营预算拨款', '某市某某局', '3,518.06', '6.04'],
    );
  });

  it('is unsure where its name stands on the lines around it', () => {
    const row = onlyTable(NAMED, 'aligned').rows.at(-1);
    assert.ok(row?.unsure);
  });

  it('is unsure where the heading of a group may be that of a column', () => {
    const row = onlyTable(ASIDE, 'aligned').rows.at(-1);
    assert.ok(row?.unsure);
  });
});
