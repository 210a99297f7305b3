// Makes the pictures in docs/images, in a real VS Code: npm run screenshots. With names, only those pictures.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './editor/browser.mjs';
import { addChinese } from './editor/chinese-interface.mjs';
import { installExtension } from './editor/install-extension.mjs';
import { copySeeds, withThrowawayProfile } from './editor/profile.mjs';
import { startServer } from './editor/server.mjs';
import { newPage, openWorkbench } from './editor/workbench-page.mjs';
import { requireChineseFont } from './support/fonts.mjs';
import { root, testOutput } from './support/paths.mjs';
import { runNode } from './support/processes.mjs';
import { complain, Explained } from './support/say.mjs';
import { requireTypeScript } from './support/typescript.mjs';

/** @typedef {import('../test/editor/page/workbench.ts').Workbench} Workbench */

/**
 * One picture: the file of the seeds that is open, and what is done with it before the picture is taken. `hover`: of
 * the lines around a hover, else of the window.
 * @typedef {{
 *   readonly name: string,
 *   readonly file: string,
 *   readonly hover: boolean,
 *   readonly actions: (workbench: Workbench) => Promise<void>,
 * }} Shot
 */

const width = 1200;
const windowHeight = 720;
/** VS Code lets a hover take a quarter of the editor: for it to be whole the window is this high. */
const tallHeight = 2000;
/** How much of the editor is shown above and below a hover. */
const around = { above: 110, below: 190 };

/** 2010301 行政运行 in 一般公共预算支出情况表 of guiyang: its 人员经费 begins here. */
const wrongCell = { line: 125, character: '2010301\t行政运行\t330. 39\t330. 39\t'.length };

/** @type {readonly Shot[]} */
const shots = [
  {
    name: 'fault',
    file: 'guiyang-2022.budget.txt',
    hover: true,
    actions: async (workbench) => {
      await workbench.goTo({ line: wrongCell.line, character: wrongCell.character + 3 });
      // 285. 53 becomes 258. 53: two digits transposed.
      await workbench.press('Backspace', 'Backspace');
      await workbench.type('58');
      await workbench.press('Escape');
      await workbench.waitForSquiggle(wrongCell.line);
      await workbench.hoverByMouse({ line: wrongCell.line, character: wrongCell.character + 2 });
    },
  },
  {
    name: 'code-hover',
    file: 'guiyang-2022.budget.txt',
    hover: true,
    actions: async (workbench) => {
      await workbench.hoverByMouse({ line: 168, character: 5 });
    },
  },
  {
    name: 'indicator-completion',
    file: 'guiyang-2022.budget.txt',
    hover: false,
    actions: async (workbench) => {
      const end = '\t\t质量指标\t验收合格率'.length;
      await workbench.goTo({ line: 295, character: end });
      for (let i = 0; i < '验收合格率'.length; i++) await workbench.press('Backspace');
      await workbench.type('率');
      await workbench.suggestions();
    },
  },
];

/** What a reader should see: large letters on a light ground, and the document rather than the tools around it. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'top',
  'workbench.colorTheme': 'Default Light Modern',
};

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{x: number, y: number, width: number, height: number}>} the lines around the hover, once it is whole
 */
async function aroundHover(page) {
  const hover = page.locator('.monaco-hover:not(.hidden)').first();
  // It grows part by part (正在加载…, 正在检查快速修复…), and lenses follow a moment later.
  let before = '';
  for (let rests = 0; rests < 3; ) {
    await page.waitForTimeout(700);
    const now = await hover.innerText();
    rests = now === before && !now.includes('正在') ? rests + 1 : 0;
    before = now;
  }
  const box = await hover.boundingBox();
  if (box === null) throw new Explained('悬停没有出现。', 'There is no hover.');
  const y = Math.max(0, box.y - around.above);
  return { x: 0, y, width, height: box.y + box.height + around.below - y };
}

/**
 * @param {readonly Shot[]} wanted
 */
async function takeShots(wanted) {
  /** @type {typeof import('../test/editor/page/workbench.ts')} */
  const { Workbench } = requireTypeScript(join(root, 'test', 'editor', 'page', 'workbench.ts'));
  const images = join(root, 'docs', 'images');
  mkdirSync(images, { recursive: true });
  await withThrowawayProfile(settings, async (profile) => {
    // As installed: an extension in development puts a notice into the title bar.
    await installExtension(profile.extensions);
    const browser = await launchBrowser();
    try {
      const temporary = { TMPDIR: profile.temporary, TEMP: profile.temporary, TMP: profile.temporary };
      const log = join(testOutput, 'screenshots-server.log');
      const locale = await addChinese(profile);
      const server = await startServer({ profile, log, env: temporary, locale });
      try {
        for (const { name, file, hover, actions } of wanted) {
          // A folder of its own: the editor brings back what was not saved. Its last name is in the title bar.
          const folder = await copySeeds(profile, join(name, 'seeds'));
          const height = hover ? tallHeight : windowHeight;
          const page = await newPage(browser, { scale: 2, width, height });
          await openWorkbench(page, server, { folder });
          // The theme comes a moment after the workbench.
          await page.locator('.monaco-workbench[class*="light_modern"]').waitFor();
          const workbench = new Workbench(page);
          await workbench.openFile(file);
          // Without the side bar the tables have the whole width.
          await workbench.press('ControlOrMeta+KeyB');
          // Lenses move the lines below them; once they stand, the server answers.
          await page.locator('.codelens-decoration').first().waitFor();
          await actions(workbench);
          const path = join(images, `${name}.png`);
          await page.screenshot({ path, ...(hover && { clip: await aroundHover(page) }) });
          console.log(path);
          await page.context().close();
        }
      } finally {
        await server.stop();
      }
    } finally {
      await browser.close();
    }
  });
}

async function main() {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => shots.every((shot) => shot.name !== name));
  if (unknown.length > 0) {
    const known = shots.map((shot) => shot.name).join(', ');
    throw new Explained(
      `没有这张图：${unknown}。已有：${known}`,
      `No such picture: ${unknown}. There are: ${known}`,
    );
  }
  await requireChineseFont();
  const { code } = await runNode(['esbuild.mjs'], { cwd: root, timeoutMs: 120_000 });
  if (code !== 0) throw new Explained('打包失败，见上。', 'The build failed, see above.');
  await takeShots(names.length === 0 ? shots : shots.filter((shot) => names.includes(shot.name)));
}

main().catch((error) => {
  complain(error);
  process.exitCode = 1;
});
