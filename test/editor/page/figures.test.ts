import { match } from 'node:assert/strict';
import { session } from './session.ts';
import { Workbench } from './workbench.ts';

const GUIYANG = 'guiyang-2022.budget.txt';

/** 2010301 行政运行 in 部门收入总体情况表: `2010301⇥行政运行⇥330. 56⇥330. 39…`, the 41st line. */
const OPERATION = { line: 40, total: '2010301\t行政运行\t'.length } as const;

const RECALCULATE = '预算公开: 重新计算本表 (Recalculate This Table)';

describe('a person who looks at amounts', () => {
  const { page } = session();
  const workbench = new Workbench(page);

  beforeEach(() => workbench.openFile(GUIYANG));
  afterEach(() => workbench.closeAll());

  it('asks with the keyboard what an amount is made of', async () => {
    await workbench.goTo({ line: OPERATION.line, character: OPERATION.total + 1 });
    const hover = await workbench.hoverAtCursor();
    match(hover, /330\.56 万元 = 3,305,600 元/);
    match(hover, /各分栏之和.*330\.39.*0\.17/s);
    match(hover, /另见/);
  });

  it('sees above the table how many of its relations hold', async () => {
    await workbench.goTo({ line: OPERATION.line, character: 0 });
    const lens = page.locator('.codelens-decoration:visible').filter({ hasText: '勾稽' }).first();
    await lens.waitFor();
    match(await lens.innerText(), /勾稽 (\d+)\/\1 ✓/);
  });

  it('has a table recalculated, looks at the changes, and takes them', async () => {
    // 330. 56 becomes 930. 56.
    await workbench.goTo({ line: OPERATION.line, character: OPERATION.total + 1 });
    await workbench.press('Backspace');
    await workbench.type('9');
    await workbench.press('Escape');
    await workbench.waitForSquiggle(OPERATION.line);
    await workbench.command(RECALCULATE);
    await workbench.applyPreview('330. 56');
    await workbench.waitForLine(OPERATION.line, /330\. 56/);
    await workbench.waitForNoSquiggle(OPERATION.line);
  });
});
