import assert from 'node:assert/strict';
import type { ClientSupport } from '#server/clientSupport.ts';
import { codeLensesOf } from '#server/features/codeLenses.ts';
import { ONE_CELL_FAULT, ONE_CELL_LINE, SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf, featureContext } from '../../support/features.ts';

const URI = 'file:///a.budget.txt';

function lenses(text: string, client: Partial<ClientSupport> = {}, codeLens = true) {
  return codeLensesOf(analysisOf(text), URI, featureContext(client, 'zh-cn', { codeLens }));
}

/** In 总计 and 基本支出 two 类, two 款 and the total row; in 项目支出 one of each; and nine rows with a total. */
const RELATIONS = 5 + 5 + 3 + 9;

describe('code lens above a table', () => {
  it('counts the relations that hold, and stands at the title', () => {
    const [lens, ...others] = lenses(`前言\n\n${SOUND_TABLE}`);
    assert.equal(others.length, 0);
    assert.equal(lens?.range.start.line, 2);
    assert.equal(lens?.command?.title, `勾稽 ${RELATIONS}/${RELATIONS} ✓`);
    assert.equal(lens?.command?.command, '');
  });

  it('leads to the cell that is wrong', () => {
    const [lens] = lenses(ONE_CELL_FAULT);
    // The row of 2080505 and the 款 above it are off.
    assert.equal(lens?.command?.title, `勾稽 ${RELATIONS - 2}/${RELATIONS} ✗`);
    assert.equal(lens?.command?.command, 'budgetDisclosure.goTo');
    const character = '2080505	机关事业单位基本养老保险缴费支出	'.length;
    assert.deepEqual(lens?.command?.arguments, [URI, { line: ONE_CELL_LINE, character }]);
  });

  it('is text for clients that know no command', () => {
    const [lens] = lenses(ONE_CELL_FAULT, { goToCommand: false });
    assert.equal(lens?.command?.command, '');
  });

  it('counts a difference within rounding as holding', () => {
    const [lens] = lenses(SOUND_TABLE.replace('350.00	150.00', '350.01	150.00'));
    assert.equal(lens?.command?.title, `勾稽 ${RELATIONS}/${RELATIONS} ✓`);
  });

  it('says of a table that was not understood that it was not, and nothing of one without sums', () => {
    const dropped =
      '2022年部门支出表\n单位：万元\n201	一般公共服务支出	300.00	100.00	200.00\n2010301	行政运行	100.00	100.00\n2010302	其他	200.00\n';
    assert.deepEqual(
      lenses(dropped).map(({ command }) => command?.title),
      ['未能识别，不作核对'],
    );
    assert.deepEqual(lenses('车辆情况表\n项目	内容\n车辆	三辆\n房屋	自有\n'), []);
  });

  it('says above the first line of a text that nothing in it was recognised, unless it is just begun', () => {
    const sentences = (count: number) => '各科室请按时报送材料。\n'.repeat(count);
    const [lens, ...others] = lenses(sentences(12));
    assert.equal(others.length, 0);
    assert.equal(lens?.range.start.line, 0);
    assert.equal(lens?.command?.title, '没有读到表格和金额，无从核对');
    assert.deepEqual(lenses(sentences(3)), []);
    assert.deepEqual(lenses(`${sentences(12)}2023年收入预算 120.00 万元。\n`), []);
  });

  it('counts a tie to another table in both', () => {
    const basic = `
2022年一般公共预算基本支出表
单位：万元
科目编码	科目名称	合计	人员经费	公用经费
301	工资福利支出	90.00	90.00	
30101	基本工资	40.00	40.00	
30102	津贴补贴	50.00	50.00	
302	商品和服务支出	55.00		55.00
30201	办公费	55.00		55.00
	合计	145.00	90.00	55.00
`;
    const general = SOUND_TABLE.replace('部门支出总体情况表', '一般公共预算支出表');
    // Basic expenditure is 150.00 in the first table: that tie alone is off.
    const titles = lenses(general + basic).map(({ command }) => command?.title ?? '');
    assert.ok(titles[0]?.startsWith(`勾稽 ${RELATIONS}/${RELATIONS + 1} ✗`), titles[0]);
    assert.match(titles[1] ?? '', /^勾稽 (\d+)\/(\d+) ✗$/);
    assert.equal(lenses(general + basic)[0]?.command?.command, 'budgetDisclosure.goTo');
  });

  it('can be switched off', () => {
    assert.deepEqual(lenses(SOUND_TABLE, {}, false), []);
  });
});
