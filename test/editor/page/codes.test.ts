import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { session } from './session.ts';
import { until } from './until.ts';
import { Workbench } from './workbench.ts';

const GUIYANG = 'guiyang-2022.budget.txt';

/** `2010302⇥一般行政管理事务⇥…` in 一般公共预算支出情况表, the 127th line. */
const GENERAL = { line: 126, codeEnd: '2010302'.length, name: '2010302\t'.length } as const;

describe('a person who works with codes', () => {
  const workbench = new Workbench(session().page);

  beforeEach(() => workbench.openFile(GUIYANG));
  afterEach(() => workbench.closeAll());

  it('hovers a code and reads what every table of the document gives for it', async () => {
    const hover = await workbench.hoverByMouse({ line: GENERAL.line, character: 3 });
    match(hover, /2010302/);
    match(hover, /本文件中/);
    match(hover, /部门收入总体情况表：2,040\.84 万元（第 42 行）/);
    match(hover, /一般公共预算支出情况表：2,040\.00 万元（第 127 行）/);
  });

  it('types the initials of a name in a new row and gets code and name', async () => {
    await workbench.goTo({ line: GENERAL.line, character: 0 });
    await workbench.press('End', 'Enter');
    await workbench.type('jgfw');
    const labels = await until('机关服务 on top of the list', async () => {
      const shown = await workbench.suggestions();
      return shown[0]?.includes('机关服务') ? shown : undefined;
    });
    equal(labels[0], '2010303 机关服务');
    await workbench.press('Enter');
    match(await workbench.lineOnScreen(GENERAL.line + 1), /2010303\s*机关服务/);
  });

  it('mistypes a digit, sees the name underlined, and takes the right code', async () => {
    await workbench.goTo({ line: GENERAL.line, character: GENERAL.codeEnd });
    await workbench.press('Backspace');
    await workbench.type('3');
    await workbench.press('Escape');
    await workbench.waitForSquiggle(GENERAL.line);
    const message = await workbench.hoverByMouse({ line: GENERAL.line, character: GENERAL.name + 1 });
    match(message, /编码与名称不符：2010303 是“机关服务”；“一般行政管理事务”的编码是 2010302/);
    await workbench.press('ControlOrMeta+Period');
    const actions = workbench.page.locator('.action-widget');
    await actions.getByText('改为 2010302 一般行政管理事务').first().waitFor();
    await workbench.press('Enter');
    await workbench.waitForNoSquiggle(GENERAL.line);
    match(await workbench.lineOnScreen(GENERAL.line), /2010302\s*一般行政管理事务/);
  });

  it('looks a code up by the initials of its name and writes it at the cursor', async () => {
    await workbench.goTo({ line: 1, character: 0 });
    await workbench.pickCommand('预算公开: 查科目 (Look Up Code)');
    await workbench.type('gwjd');
    const rows = await until('公务接待费 on top of the list', async () => {
      const labels = await workbench.quickLabels();
      return labels[0] === '30217 公务接待费' ? labels : undefined;
    });
    deepEqual(rows, ['30217 公务接待费', '50206 公务接待费']);
    await workbench.press('Enter');
    const written = await until('the code in the document', async () => {
      const line = await workbench.lineOnScreen(1);
      return line.includes('30217') ? line : undefined;
    });
    ok(written.includes('公务接待费'), written);
  });
});
