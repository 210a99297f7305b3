// The browser in which tests and screenshots see the editor.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { cleanEnvironment } from '../support/processes.mjs';
import { Explained } from '../support/say.mjs';
import { npmBrowser } from './npm-browser.mjs';

/**
 * How to start one browser.
 * @typedef {{readonly executable: string, readonly env: Readonly<Record<string, string>>}} BrowserProgram
 */

/** Names on the PATH of Linux systems, best first. */
const linuxNames = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Starts the first browser that starts: the one `CHROME` names; else an installed Chrome, Chromium or Edge; else,
 * on Linux x64, one from npm. `CHROME=npm` asks for that one even where another is installed.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const chosen = process.env.CHROME;
  if (chosen && chosen !== 'npm') return launch({ executable: chosen, env: {} });

  /** @type {unknown[]} */
  const failures = [];
  for (const executable of chosen === 'npm' ? [] : installedBrowsers()) {
    try {
      return await launch({ executable, env: {} });
    } catch (error) {
      // A name on the PATH may be a stub that only says what to install: try the next one.
      failures.push(error);
      console.error(`${executable}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  if (process.platform === 'linux' && process.arch === 'x64') return launch(await npmBrowser());
  throw new Explained(
    '没有可用的浏览器。请安装 Chrome、Chromium 或 Edge，或用环境变量 CHROME 指明其可执行文件。',
    'No browser can be used. Install Chrome, Chromium or Edge, or name its executable in the environment variable CHROME.',
    failures[0],
  );
}

/**
 * @param {BrowserProgram} program
 * @returns {Promise<import('playwright-core').Browser>}
 */
function launch({ executable, env }) {
  return chromium.launch({
    executablePath: executable,
    headless: true,
    // Whoever launched it closes it, after the server and in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // HTTP/3 and sync would only reach for the network, the GPU is not there in a container.
    args: ['--disable-gpu', '--disable-quic', '--disable-sync'],
    env: /** @type {Record<string, string>} */ (cleanEnvironment(env)),
    timeout: 60_000,
  });
}

/** @returns {string[]} executables that exist, best first */
function installedBrowsers() {
  return possibleBrowsers().filter((file) => existsSync(file));
}

/** @returns {string[]} */
function possibleBrowsers() {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return macApplications.flatMap((application) => folders.map((folder) => join(folder, application)));
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .map((name) => process.env[name])
      .filter((folder) => folder !== undefined);
    return windowsPrograms.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}
