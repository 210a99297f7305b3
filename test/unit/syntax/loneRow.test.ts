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

describe('an aligned table with a single row of figures', () => {
  it('has each figure under its heading, and a blank where none stands', () => {
    const rows = onlyTable(SPREAD, 'aligned').rows;
    const row = rows.at(-1);
    assert.ok(row && !row.unsure);
    assert.deepEqual(cellsOf(row), ['346.30', '288.70', '25.40', '32.20', '', '32.20', '2,517.78']);
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
