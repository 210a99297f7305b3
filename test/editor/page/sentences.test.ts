import { match, ok } from 'node:assert/strict';
import { session } from './session.ts';
import { until } from './until.ts';
import { Workbench } from './workbench.ts';

const GUIYANG = 'guiyang-2022.budget.txt';

const SENTENCE = '2024年公务接待费预算12.36万元，公务用车运行维护费8.50万元。';
const AGAIN = '2024年“三公”经费中，公务接待费12.36万元，与上年持平。';
const ROW = '公务接待费\t12.36';
const TEXT = [
  ...['某某局2024年部门预算公开', '', '一、“三公”经费情况', '', SENTENCE, '', AGAIN, ''],
  ...['一般公共预算“三公”经费支出表', '单位：万元', '', '项目\t预算数', '合计\t20.86'],
  ...['因公出国（境）费\t0.00', '公务用车购置费\t0.00', '公务用车运行费\t8.50', ROW, ''],
];
const [SENTENCE_LINE, AGAIN_LINE, ROW_LINE, TOTAL_LINE] = [SENTENCE, AGAIN, ROW, '合计\t20.86'].map((line) =>
  TEXT.indexOf(line),
) as [number, number, number, number];

const UPDATE = '按此数更新文字说明中的';

describe('a person who reads sentences beside their tables', () => {
  const { page } = session();
  const workbench = new Workbench(page);
  const line = (of: number) =>
    page.locator('[id="status.editor.selection"]').filter({ hasText: `Ln ${of + 1}, ` });

  beforeEach(async () => {
    await workbench.openFile(GUIYANG);
    await workbench.replaceText(TEXT.join('\n'));
  });
  afterEach(() => workbench.closeAll());

  it('goes from the figure of a sentence to its cell with F12, and back', async () => {
    await workbench.goTo({ line: SENTENCE_LINE, character: SENTENCE.indexOf('12.36') + 1 });
    await until('the cell', async () => {
      await workbench.press('F12');
      return (await line(ROW_LINE).count()) > 0 ? true : undefined;
    });
    await workbench.press('Shift+F12');
    const references = page.locator('.reference-zone-widget');
    await references.waitFor();
    const shown = await until('the sentences', async () => {
      const text = await references.locator('.ref-tree').innerText();
      return text.includes('预算') && text.includes('与上年') ? text : undefined;
    });
    match(shown, /公务接待费/);
    await workbench.press('Escape');
    await workbench.command('Go Back');
    await line(SENTENCE_LINE).waitFor();
  });

  it('changes a cell, and has every sentence brought in line after a look at the changes', async () => {
    // 12.36 becomes 15.36, and the total 23.86.
    await workbench.goTo({ line: ROW_LINE, character: '公务接待费\t12'.length });
    await workbench.press('Backspace');
    await workbench.type('5');
    await workbench.goTo({ line: TOTAL_LINE, character: '合计\t20'.length });
    await workbench.press('Backspace');
    await workbench.type('3');
    await workbench.waitForSquiggle(SENTENCE_LINE);
    await workbench.goTo({ line: ROW_LINE, character: '公务接待费\t1'.length });
    await workbench.press('ControlOrMeta+Period');
    await page.locator('.action-widget').getByText(UPDATE).first().waitFor();
    const focused = page.locator('.action-widget .monaco-list-row.focused');
    await until('the action in focus', async () => {
      if ((await focused.allInnerTexts()).some((text) => text.includes(UPDATE))) return true;
      await workbench.press('ArrowDown');
      return undefined;
    });
    await workbench.press('Enter');
    await workbench.applyPreview('15.36');
    await until('the sentences in line', async () => {
      const lines = [await workbench.lineOnScreen(SENTENCE_LINE), await workbench.lineOnScreen(AGAIN_LINE)];
      return lines.every((each) => each.includes('15.36')) ? true : undefined;
    });
    await workbench.waitForNoSquiggle(SENTENCE_LINE);
    ok((await workbench.lineOnScreen(SENTENCE_LINE)).includes('8.50'));
  });
});
