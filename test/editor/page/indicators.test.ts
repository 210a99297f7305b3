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

/** A name that is typed anew in each of the other samples, behind what stands in front of it in its line. */
const OTHERS = [
  {
    ...{ file: 'hanzhong-2023.budget.txt', line: 422, before: '\t时效指标\t指标1：' },
    ...{ name: '事项办结率', keys: 'bjl', expected: /办结率$/ },
  },
  {
    ...{ file: 'hetang-2022.budget.txt', line: 433, before: '\t\t\t社会公众及服务对象满意度\t' },
    ...{ name: '群众满意度', keys: 'qzmyd', expected: /群众满意度$/ },
  },
  {
    ...{ file: 'dongxihu-2023.budget.txt', line: 492, before: '\t产出指标\t质量指标\t' },
    ...{ name: '档案归档处置', keys: 'yshg', expected: /验收合格率$/ },
  },
] as const;

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
    await workbench.waitForLine(line, /合格率\s*[≥=]\d+%/);
  });

  it('types initials on a later page without a heading (pipes)', async () => {
    const { file, line, before, name } = TONGNAN;
    await workbench.openFile(file);
    await erase(line, before.length + name.length, name.length);
    await workbench.type('qzmyd');
    await firstOf(/群众.*满意度$/);
    await workbench.press('Enter');
    await workbench.waitForLine(line, /指标\s2:\s\S*满意度 \|/);
  });

  for (const { file, line, before, name, keys, expected } of OTHERS) {
    it(`types initials and gets an indicator of the heading of the row (${file})`, async () => {
      await workbench.openFile(file);
      await erase(line, before.length + name.length, name.length);
      await workbench.type(keys);
      await firstOf(expected);
    });
  }
});
