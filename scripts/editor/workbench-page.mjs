// VS Code's workbench in a page of a browser that a script drives.
import { pathToFileURL } from 'node:url';

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{scale?: number, width?: number, height?: number}} [look] size in CSS pixels, and device pixels in each
 * @returns {Promise<import('playwright-core').Page>} an empty page that may read and write the clipboard
 */
export async function newPage(browser, { scale = 1, width = 1400, height = 900 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return context.newPage();
}

/**
 * Opens the workbench, and waits until it is there.
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server one without a token
 * @param {{folder: string, extension?: string, suite?: string}} what absolute paths; `extension`: loaded from
 *   its folder besides those of the profile; `suite`: the module whose `run` the extension host calls at once
 */
export async function openWorkbench(page, server, { folder, extension, suite }) {
  const authority = `127.0.0.1:${server.port}`;
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(suite === undefined ? [] : [['extensionTestsPath', remote(suite)]]),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    folder: decodeURIComponent(pathToFileURL(folder).pathname),
    payload: JSON.stringify(payload),
  });
  // The workbench decodes %20, but takes a plus sign as it stands.
  await page.goto(`http://${authority}/?${query.toString().replaceAll('+', '%20')}`, { timeout: 60_000 });
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
}
