import { ok } from 'node:assert/strict';
import { session } from './session.ts';
import { until } from './until.ts';
import { Workbench } from './workbench.ts';

/** `⇥⇥质量指标⇥验收合格率⇥≥95%` in the target table of the first project, tab-separated. */
const GUIYANG = {
  file: 'guiyang-2022.budget.txt',
  line: 295,
  before: '\t\t质量指标\t',
  name: '验收合格率',
  value: '≥95%',
} as const;
/** `|⇥· 满意度指标 | 指标 2: 确保行政服务中心工作正常开展。 |` in a page of pipes without a heading. */
const TONGNAN = {
  file: 'tongnan-2021.budget.md',
  line: 292,
  before: '| | | · 满意度指标 | 指标 2: ',
  name: '确保行政服务中心工作正常开展。',
} as const;

describe('a person who fills in a target table', () => {
  const workbench = new Workbench(session().page);

  afterEach(() => workbench.closeAll());

  /** Takes back a text that ends at a place, with the Backspace key. */
  async function erase(line: number, end: number, length: number): Promise<void> {
    await workbench.goTo({ line, character: end });
    await workbench.press(...Array.from({ length }, () => 'Backspace'));
  }

  async function firstOf(pattern: RegExp): Promise<void> {
    await until(`a list that begins with ${pattern}`, async () =>
      pattern.test((await workbench.suggestions())[0] ?? '') ? true : undefined,
    );
  }

  it('types initials and gets an indicator of the heading of the row, then its value (tabs)', async () => {
    const { file, line, before, name, value } = GUIYANG;
    await workbench.openFile(file);
    const end = before.length + name.length;
    await erase(line, end + 1 + value.length, value.length);
    await erase(line, end, name.length);
    await workbench.type('yshgl');
    await firstOf(/合格率$/);
    await workbench.press('Enter');
    const shown = await until('the name in the row', async () => {
      const text = await workbench.lineOnScreen(line);
      return /质量指标.*合格率/.test(text) ? text : undefined;
    });
    ok(!shown.includes('≥95%'), shown);
    await workbench.goTo({ line, character: end + 1 });
    await workbench.press('Control+Space');
    await firstOf(/^[≥=]\d+%$/);
    await workbench.press('Enter');
    await until('the value in the row', async () =>
      /合格率\s*[≥=]\d+%/.test(await workbench.lineOnScreen(line)) ? true : undefined,
    );
  });

  it('types initials on a later page without a heading (pipes)', async () => {
    const { file, line, before, name } = TONGNAN;
    await workbench.openFile(file);
    await erase(line, before.length + name.length, name.length);
    await workbench.type('qzmyd');
    await firstOf(/群众.*满意度$/);
    await workbench.press('Enter');
    await until('the name in the row', async () =>
      /指标\s2:\s\S*满意度 \|/.test(await workbench.lineOnScreen(line)) ? true : undefined,
    );
  });
});
