import { equal, match, ok } from 'node:assert/strict';
import { session } from './session.ts';
import { until } from './until.ts';
import { type Place, Workbench } from './workbench.ts';

const GUIYANG = 'guiyang-2022.budget.txt';

/** `2010302⇥一般行政管理事务⇥…` in 一般公共预算支出情况表, the 127th line, two lines below its 款. */
const GENERAL = { line: 126, kuan: 124, codeEnd: '2010302'.length, name: '2010302\t'.length } as const;
/** `210⇥卫生健康支出⇥22. 09…` in that table; until 2018 it was 医疗卫生与计划生育支出. */
const HEALTH = { line: 134, name: '210\t'.length } as const;
/** 2010302 in 部门收入总体情况表, the 42nd line. */
const INCOME = { line: 41 } as const;
/** A code of dongxihu-2023, which is not opened, and of no other sample. */
const ELSEWHERE = '2210202 提租补贴';
/** How many rows of the document have this code. */
const PLACES = 3;

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
    await workbench.waitForLine(GENERAL.line + 1, /2010303\s*机关服务/);
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
    await workbench.waitForLine(GENERAL.line, /2010302\s*一般行政管理事务/);
  });

  it('looks a code up by the initials of its name and writes it at the cursor', async () => {
    await workbench.goTo({ line: 1, character: 0 });
    await workbench.pickCommand('预算公开: 查科目 (Look Up Code)');
    await workbench.type('gwjd');
    // The list is renewed with each letter; the last one leaves the two codes of this name.
    const both = '30217 公务接待费, 50206 公务接待费';
    await until(`a list of ${both}`, async () =>
      (await workbench.quickLabels()).join(', ') === both ? both : undefined,
    );
    await workbench.press('Enter');
    const written = await until('the code in the document', async () => {
      const line = await workbench.lineOnScreen(1);
      return line.includes('30217') ? line : undefined;
    });
    ok(written.includes('公务接待费'), written);
  });

  it('looks a code up and copies it with its name', async () => {
    await workbench.goTo({ line: 1, character: 0 });
    await workbench.pickCommand('预算公开: 查科目 (Look Up Code)');
    await workbench.type('30217');
    const row = workbench.page.locator('.quick-input-list .monaco-list-row').first();
    await row.filter({ hasText: '30217' }).hover();
    await row.locator('.codicon-copy').click();
    await until('the code in the clipboard', async () =>
      (await workbench.clipboard()) === '30217 公务接待费' ? true : undefined,
    );
  });

  it('goes from a code to its row in the main table, with F12', async () => {
    await workbench.goTo({ line: INCOME.line, character: 3 });
    await workbench.press('F12');
    await waitForCursor(GENERAL.line);
  });

  it('sees every place of a code marked, and lists them with Shift+F12', async () => {
    await workbench.goTo({ line: GENERAL.line, character: 3 });
    const marked = workbench.page.locator('.wordHighlightText').first();
    // On a busy machine the editor may have asked before the server knew the document; it asks again when one moves on.
    await marked.waitFor({ state: 'attached', timeout: 5_000 }).catch(async () => {
      await workbench.press('ArrowRight');
      await marked.waitFor({ state: 'attached' });
    });
    await workbench.press('Shift+F12');
    const title = workbench.page.locator('.reference-zone-widget .peekview-title');
    const shown = await until('how many places there are', async () => {
      const text = await title.innerText();
      return /\(\d+\)/.test(text) ? text : undefined;
    });
    match(shown, new RegExp(`\\(${PLACES}\\)`));
    await workbench.press('Escape');
  });

  it('renames a code with its name, with F2', async () => {
    await workbench.goTo({ line: GENERAL.line, character: 3 });
    await workbench.press('F2');
    const input = workbench.page.locator('.rename-box input');
    await input.waitFor();
    equal(await input.inputValue(), '2010302 一般行政管理事务');
    // Typed into the box itself, which may be seen before it has the keyboard.
    await input.fill('2010303');
    await input.press('Enter');
    await workbench.applyPreview('2010303');
    await workbench.waitForLine(GENERAL.line, /2010303\s*机关服务/);
  });

  it('finds a code in the disclosures of the folder, open or not, with Ctrl+T', async () => {
    for (const found of ['2010302 一般行政管理事务', ELSEWHERE]) {
      await workbench.press('ControlOrMeta+KeyT');
      await workbench.type(found.slice(0, 7));
      await until('the code in the list', async () =>
        (await workbench.quickLabels())[0]?.includes(found) ? true : undefined,
      );
      await workbench.press('Escape');
    }
  });

  it('has everything mended that is sure, by one command', async () => {
    await workbench.goTo({ line: HEALTH.line, character: HEALTH.name });
    await workbench.press('Shift+End', 'Backspace');
    await workbench.type('医疗卫生与计划生育支出\t22.09\t22.09\t22.09');
    await workbench.press('Escape');
    await workbench.waitForSquiggle(HEALTH.line, 'warning');
    await workbench.command('Fix All');
    await workbench.applyPreview('卫生健康支出');
    await workbench.waitForLine(HEALTH.line, /^210\s*卫生健康支出/);
    await workbench.waitForNoSquiggle(HEALTH.line, 'warning');
  });

  it('deletes the row of a 款 and has it written again, with its figures', async () => {
    await workbench.goTo({ line: GENERAL.kuan, character: 0 });
    await workbench.press('ControlOrMeta+Shift+KeyK');
    await takeFix({ line: GENERAL.kuan, character: 3 }, '插入 20103');
    await workbench.waitForLine(GENERAL.kuan, /^20103\s*政府办公厅.*2, ?370\. ?39/);
  });

  it('has rows sorted that stand in the wrong order', async () => {
    await workbench.goTo({ line: GENERAL.line - 1, character: 3 });
    await workbench.press('Alt+ArrowDown');
    await workbench.waitForLine(GENERAL.line - 1, /^2010302/);
    await takeFix({ line: GENERAL.line, character: 3 }, '各行按编码排序');
    await workbench.applyPreview('2010301');
    await workbench.waitForLine(GENERAL.line - 1, /^2010301/);
  });

  it('types a code and gets its name', async () => {
    await workbench.goTo({ line: GENERAL.line, character: 0 });
    await workbench.press('End', 'Enter');
    await workbench.type('2010303\t');
    await choose('机关服务');
    await workbench.waitForLine(GENERAL.line + 1, /^2010303\s*机关服务/);
  });

  it('types a name in prose and gets its code, and the amount of the table', async () => {
    await workbench.goTo({ line: 1, character: 0 });
    await workbench.type('用于一般行政');
    await choose('一般行政管理事务（2010302）2,040.84万元');
    await workbench.waitForLine(1, /用于一般行政管理事务（2010302）2,040\.84万元/);
  });

  it('has a wrong code in prose put right', async () => {
    await workbench.goTo({ line: 1, character: 0 });
    await workbench.type('用于一般行政管理事务（2010352）2,040.84万元。');
    await workbench.press('Escape');
    await workbench.waitForSquiggle(1, 'warning');
    await takeFix({ line: 1, character: '用于一般行政管理事务（201'.length }, '改为 2010302');
    await workbench.waitForLine(1, /用于一般行政管理事务（2010302）2,040\.84万元。/);
  });

  async function waitForCursor(line: number): Promise<void> {
    await until(`the cursor in line ${line + 1}`, async () =>
      (await workbench.status('selection')).startsWith(`Ln ${line + 1},`) ? true : undefined,
    );
  }

  /** Takes the suggestion with a label, going down to it. */
  async function choose(label: string): Promise<void> {
    const at = await until(`${label} in the list`, async () => {
      const place = (await workbench.suggestions()).indexOf(label);
      return place < 0 ? undefined : place;
    });
    for (let down = 0; down < at; down++) await workbench.press('ArrowDown');
    await workbench.press('Enter');
  }

  /** Takes the quick fix with a title, at a place, with Ctrl+. – which is pressed again until the server knows it. */
  async function takeFix(place: Place, title: string): Promise<void> {
    await workbench.goTo(place);
    const rows = workbench.page.locator('.action-widget .monaco-list-row.action');
    const action = rows.filter({ hasText: title }).first();
    await until(`the fix ${title}`, async () => {
      await workbench.press('ControlOrMeta+Period');
      const appears = await action.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => undefined,
      );
      if (!appears) await workbench.press('Escape');
      return appears;
    });
    // A dialog of the editor lies over the list while it is open: only keys reach it.
    await until(`the fix ${title} in focus`, async () => {
      if (/focused/.test((await action.getAttribute('class')) ?? '')) return true;
      await workbench.press('ArrowDown');
      return undefined;
    });
    await workbench.press('Enter');
  }
});
