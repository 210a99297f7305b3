import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import type { Settings } from '#core/settings.ts';
import { hoverAt } from '#server/features/hover.ts';
import { ONE_CELL_FAULT, SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';

/** The lines that are shown for the amount under the cursor, as plain text. */
function shown(textWithCursor: string, language: Settings['language'] = 'zh-cn'): readonly string[] {
  const { text, position } = marked(textWithCursor);
  const hover = hoverAt(analysisOf(text), position, featureContext({ markdownHover: false }, language));
  assert.ok(hover, 'nothing is shown');
  assert.ok(MarkupContent.is(hover.contents));
  return hover.contents.value.split('\n').filter((line) => line !== '');
}

const INCOME_TABLE = `2022年部门收入总体情况表
单位：元
科目编码	科目名称	合计	财政拨款
201	一般公共服务支出	3000000	3000000
20103	政府办公厅（室）及相关机构事务	3000000	3000000
2010301	行政运行	1000000	1000000
2010302	一般行政管理事务	2000000	2000000
208	社会保障和就业支出	500000	500000
20805	行政事业单位养老支出	500000	500000
2080501	行政单位离退休	200000	200000
2080505	机关事业单位基本养老保险缴费支出	300000	300000
	合计	3500000	3500000

`;

describe('hover on an amount', () => {
  it('says of things that are counted how many they are, and no money', () => {
    const form =
      '机构运行信息表\n单位：万元\n项目\t统计数\n（一）车辆数合计（辆）\t1‸1\n1．应急保障用车\t8\n2．其他用车\t3\n（二）公务用车运行费\t30.00\n';
    assert.equal(shown(form)[0], '11');
    const plain = form.replace('1‸1', '11');
    assert.equal(shown(plain.replace('用车\t8', '用车\t‸8'))[0], '8');
    assert.equal(shown(plain.replace('30.00', '30‸.00'))[0], '30.00 万元 = 300,000 元');
  });

  it('says its value in 元 and 万元, its table, its row and its column', () => {
    assert.deepEqual(shown(SOUND_TABLE.replace('运行	100.00', '运行	100‸.00')).slice(0, 3), [
      '100.00 万元 = 1,000,000 元',
      '2022年部门支出总体情况表',
      '2010301 行政运行 · 总计',
    ]);
    assert.equal(
      shown(INCOME_TABLE.replace('运行	1000000', '运行	100‸0000'))[0],
      '1,000,000 元 = 100 万元',
    );
  });

  it('shows every sum it is the total of, with the parts, and what it counts towards', () => {
    assert.deepEqual(shown(SOUND_TABLE.replace('相关机构事务	300.00', '相关机构事务	30‸0.00')).slice(3), [
      '核对：',
      '- 下级科目之和 = 2010301 行政运行 100.00 + 2010302 一般行政管理事务 200.00 = 300.00 ✓',
      '- 各分栏之和 = 基本支出 100.00 + 项目支出 200.00 = 300.00 ✓',
      '计入：',
      '- 201 一般公共服务支出 300.00 ✓',
    ]);
  });

  it('says how far a total is off', () => {
    const lines = shown(ONE_CELL_FAULT.replace('35.00', '3‸5.00'));
    assert.ok(lines.includes('- 各分栏之和 = 基本支出 30.00 ✗ 相差 5.00'), lines.join('\n'));
    assert.ok(lines.includes('- 20805 行政事业单位养老支出 50.00 ✗ 相差 5.00'), lines.join('\n'));
  });

  it('takes a difference within rounding for what it is', () => {
    const text = SOUND_TABLE.replace('350.00	150.00', '350.01	15‸0.00').replace('350.01', '350.00');
    const off = text.replace('养老支出	50.00	50.00', '养老支出	50.00	50.01');
    const lines = shown(
      off.replace('208	社会保障和就业支出	50.00	50.00', '208	社会保障和就业支出	50.00	50.01'),
    );
    assert.ok(
      lines.some((line) => line.includes('= 150.01 ✓（尾差 0.01）')),
      lines.join('\n'),
    );
  });

  it('says where else the figure stands, in that table’s unit', () => {
    const lines = shown(INCOME_TABLE + SOUND_TABLE.replace('运行	100.00', '运行	100‸.00'));
    assert.deepEqual(lines.slice(lines.indexOf('另见：')), [
      '另见：',
      '- 2022年部门收入总体情况表 · 2010301 行政运行 · 合计：1,000,000 元（第 6 行）',
    ]);
  });

  it('says that nothing checks a figure, and that a table could not be read', () => {
    const single = '2022年项目支出表\n单位：万元\n项目名称	金额\n设备购置	12‸.00\n';
    assert.equal(shown(single).at(-1), '没有可以核对此数的合计或其他表。');
    const dropped =
      '2022年部门支出表\n单位：万元\n201	一般公共服务支出	30‸0.00	100.00	200.00\n2010301	行政运行	100.00	100.00\n2010302	其他	200.00\n';
    assert.equal(shown(dropped).at(-1), '此数所属的行或栏未能识别，不作核对。');
    const scrambled =
      '2022年部门支出表\n单位：万元\n科目编码	科目名称	合计	基本支出	项目支出\n	合计	30‸0.00	100.00	200.00\n201	一般公共服务支出	200.00	90.00	120.00\n208	社会保障和就业支出	100.00	20.00	70.00\n';
    assert.equal(shown(scrambled).at(-1), '本表未能可靠识别，不作核对。');
  });

  it('does not guess a unit', () => {
    assert.equal(
      shown(SOUND_TABLE.replace('单位：万元\n', '').replace('20.00', '2‸0.00'))[0],
      '20.00（单位不明）',
    );
  });

  it('speaks English where it is set', () => {
    const lines = shown(SOUND_TABLE.replace('相关机构事务	300.00', '相关机构事务	30‸0.00'), 'en');
    assert.ok(lines.includes('Checked:') && lines.includes('Part of:'), lines.join('\n'));
  });

  it('cuts a long sum in the middle', () => {
    const items = Array.from(
      { length: 12 },
      (_, i) => `20101${String(i + 1).padStart(2, '0')}	科目${i + 1}	1.00`,
    );
    const table = `2022年支出表\n单位：万元\n科目编码	科目名称	合计\n20101	人大事务	12‸.00\n${items.join('\n')}\n`;
    const sum = shown(table).find((line) => line.includes('下级科目之和'));
    assert.ok(sum?.includes(' + … + 2010112 科目12 1.00 = 12.00 ✓'), sum);
  });
});
