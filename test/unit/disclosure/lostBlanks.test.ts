import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

/** The headings over each figure of the first row with figures; undefined where they are not known. */
function headingsOfRow(text: string): (string | undefined)[] {
  const [placed] = readDisclosure(parse(text)).tables;
  const bindings = placed ? bindingsOf(placed.table) : [];
  const first = bindings[0]?.span.line;
  return bindings
    .filter(({ span }) => span.line === first)
    .map(({ column, certainty }) => (certainty === 'unknown' ? undefined : column?.path.join(' › ')));
}

describe('tables parted by tabs that lost the blanks of merged headings', () => {
  it('groups are over the list that begins with the next names', () => {
    const text = [
      '财政拨款收支总表\n单位：万元\n收入\t支出',
      '项目\t预算数\t项目\t合计\t一般公共预算\t政府性基金',
      '一、本年收入\t1,709.76\t一、本年支出\t1,709.76\t1,609.76\t100.00',
      '收入总计\t1,709.76\t支出总计\t1,709.76\t1,609.76\t100.00',
    ].join('\n');
    assert.deepEqual(headingsOfRow(text), [
      '收入 › 预算数',
      '支出 › 合计',
      '支出 › 一般公共预算',
      '支出 › 政府性基金',
    ]);
  });

  it('groups are over headings that repeat', () => {
    const text = [
      '“三公”经费支出表\n单位：万元\n上年预算数\t本年预算数',
      '合计\t因公出国（境）费\t公务接待费\t合计\t因公出国（境）费\t公务接待费',
      '3.00\t1.00\t2.00\t6.00\t2.00\t4.00',
    ].join('\n');
    assert.deepEqual(headingsOfRow(text), [
      '上年预算数 › 合计',
      '上年预算数 › 因公出国(境)费',
      '上年预算数 › 公务接待费',
      '本年预算数 › 合计',
      '本年预算数 › 因公出国(境)费',
      '本年预算数 › 公务接待费',
    ]);
  });

  it('the lower headings are those of the group that has such parts', () => {
    const text = [
      '部门支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n人员经费\t公用经费',
      '201\t一般公共服务支出\t120.50\t60.50\t20.00\t40.00',
      '20103\t政府办公厅（室）及相关机构事务\t120.50\t60.50\t20.00\t40.00',
      '2010301\t行政运行\t80.50\t60.50\t20.00\t0.00',
      '2010302\t一般行政管理事务\t40.00\t0.00\t0.00\t40.00',
    ].join('\n');
    assert.deepEqual(headingsOfRow(text), ['合计', '基本支出 › 人员经费', '基本支出 › 公用经费', '项目支出']);
  });

  it('nothing is known where rows lost theirs as well', () => {
    const text = [
      '部门支出总表\n单位：万元\n功能分类科目\t2023年预算数\t2024年预算数\t2024年比2023年增减',
      '科目编码\t科目名称\t合计\t基本支出\t项目支出\t增减额\t增减%',
      '208\t社会保障和就业支出\t222.00\t230.00\t230.00\t8.00\t3.60',
      '20805\t行政事业单位养老支出\t222.00\t230.00\t230.00\t8.00\t3.60',
      '2080501\t行政单位离退休\t82.00\t80.00\t80.00\t-2.00\t-2.44',
    ].join('\n');
    assert.deepEqual(
      headingsOfRow(text).filter((each) => each !== undefined),
      [],
    );
  });
});
