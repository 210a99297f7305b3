import { equal, match, ok } from 'node:assert/strict';
import { session } from './session.ts';
import { until } from './until.ts';
import { Workbench } from './workbench.ts';

const GUIYANG = 'guiyang-2022.budget.txt';

/** 2010301 行政运行 in 部门收入总体情况表: `2010301⇥行政运行⇥330. 56⇥330. 39…`, the 41st line. */
const OPERATION = { line: 40, total: '2010301\t行政运行\t'.length } as const;

describe('a person who types', () => {
  const workbench = new Workbench(session().page);

  beforeEach(() => workbench.openFile(GUIYANG));
  afterEach(() => workbench.closeAll());

  it('sees the language in the status bar, and no error in the document as it is', async () => {
    equal(await workbench.status('mode'), '预算公开');
    await workbench.goTo({ line: OPERATION.line, character: 0 });
    await workbench.waitForNoSquiggle(OPERATION.line);
  });

  it('sees a wrong digit underlined, reads why, and sees it go when it is undone', async () => {
    // 330. 56 becomes 930. 56.
    await workbench.goTo({ line: OPERATION.line, character: OPERATION.total + 1 });
    await workbench.press('Backspace');
    await workbench.type('9');
    await workbench.press('Escape');
    await workbench.waitForSquiggle(OPERATION.line);
    const message = await workbench.hoverByMouse({ line: OPERATION.line, character: OPERATION.total + 1 });
    match(message, /930\.56/);
    match(message, /330\.56/);
    match(message, /预算公开/);
    await workbench.press('Escape', 'ControlOrMeta+KeyZ', 'ControlOrMeta+KeyZ');
    await workbench.waitForNoSquiggle(OPERATION.line);
  });

  it('takes the quick fix, which writes the right figure in the style of the cell', async () => {
    await workbench.goTo({ line: OPERATION.line, character: OPERATION.total + 1 });
    await workbench.press('Backspace');
    await workbench.type('9');
    await workbench.press('Escape');
    await workbench.waitForSquiggle(OPERATION.line);
    await workbench.press('ControlOrMeta+Period');
    const actions = workbench.page.locator('.action-widget');
    await actions.getByText('改为 330. 56').first().waitFor();
    await workbench.press('Enter');
    await workbench.waitForNoSquiggle(OPERATION.line);
    await workbench.waitForLine(OPERATION.line, /330\. 56/);
  });

  it('hovers a code and is told its name, its path and what it pays for', async () => {
    const hover = await workbench.hoverByMouse({ line: OPERATION.line, character: 3 });
    match(hover, /2010301/);
    match(hover, /行政运行/);
    match(hover, /一般公共服务支出.*政府办公厅（室）及相关机构事务/s);
    match(hover, /支出功能分类/);
  });

  it('hovers 17 below 302 and is told 30217 公务接待费', async () => {
    // `⇥17⇥公务接待费⇥0.70⇥⇥0.70` in 表6, the 169th line.
    const hover = await workbench.hoverByMouse({ line: 168, character: 2 });
    match(hover, /30217/);
    match(hover, /公务接待费/);
  });

  it('completes an indicator that fits its 二级指标, typed with keys', async () => {
    // `⇥⇥质量指标⇥验收合格率⇥≥95%…` in 项目一; the name is deleted and begun anew.
    const row = { line: 295, start: '\t\t质量指标\t'.length, name: '验收合格率' };
    await workbench.goTo({ line: row.line, character: row.start + row.name.length });
    for (let i = 0; i < row.name.length; i++) await workbench.press('Backspace');
    await workbench.type('合格');
    const labels = await until('suggestions with 合格', async () => {
      const shown = await workbench.suggestions();
      return shown.some((label) => label.includes('合格')) ? shown : undefined;
    });
    const [first = ''] = labels;
    ok(first.includes('合格') && first !== '合格', `first suggestion: ${first}`);
    await workbench.press('Enter');
    await workbench.waitForLine(row.line, new RegExp(`质量指标\\s+${first}`));
  });
});
