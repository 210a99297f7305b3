// npm start: builds the extension and opens a VS Code with it and the sample disclosures.
//
//   npm start                      desktop VS Code when `code` is on the PATH, else VS Code in the browser
//   npm start -- --browser         VS Code in the browser even so
//   npm start -- --port 3000       at this port
//   npm start -- --no-open         only print the address
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addChinese } from './editor/chinese-interface.mjs';
import { findDesktopEditor, openDesktopEditor } from './editor/desktop-editor.mjs';
import { installExtension } from './editor/install-extension.mjs';
import { openAddress } from './editor/open-address.mjs';
import { lastingProfile } from './editor/profile.mjs';
import { startServer } from './editor/server.mjs';
import { editorHome, root, seeds } from './support/paths.mjs';
import { runNode } from './support/processes.mjs';
import { complain, Explained, say } from './support/say.mjs';

const USAGE_ZH = '用法：npm start -- [--browser] [--port 端口] [--no-open]';
const USAGE_EN = 'Usage: npm start -- [--browser] [--port PORT] [--no-open]';

/** @returns {{help: boolean, port: number, browser: boolean, open: boolean}} */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port}`);
    // Who asks for a port or an address wants the browser's editor.
    const browser = values.browser || values['no-open'] || port !== 0;
    return { help: values.help, port, browser, open: !values['no-open'] };
  } catch (error) {
    throw new Explained(USAGE_ZH, USAGE_EN, error);
  }
}

async function build() {
  const { code, interrupted } = await runNode(['esbuild.mjs'], { cwd: root, timeoutMs: 120_000 });
  if (interrupted) process.exit(130);
  if (code !== 0) throw new Explained('打包失败，见上。', 'The build failed, see above.');
}

/** @returns {Promise<boolean>} whether desktop VS Code was opened */
async function openOnDesktop() {
  const program = findDesktopEditor();
  if (program === undefined) return false;
  try {
    await openDesktopEditor(program, { extension: root, folder: seeds });
  } catch (error) {
    complain(
      new Explained(
        `${program} 无法启动，改在浏览器中打开。`,
        `${program} could not be started; opening in the browser instead.`,
        error,
      ),
    );
    return false;
  }
  say('已在桌面版 VS Code 中打开 seeds/。', 'seeds/ is open in desktop VS Code.');
  return true;
}

/**
 * A port that is taken is better said before a server is started than found in its log.
 * @param {number} port
 */
async function requireFreePort(port) {
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', reject).listen(port, '127.0.0.1', () => probe.close(resolve));
  }).catch((error) => {
    throw new Explained(
      `端口 ${port} 不可用，请换一个。`,
      `Port ${port} cannot be used, try another.`,
      error,
    );
  });
}

/**
 * On a machine that speaks Chinese, VS Code does so too.
 * @param {import('./editor/profile.mjs').Profile} profile
 * @returns {Promise<string | undefined>} undefined for English
 */
async function localeFor(profile) {
  if (!Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh')) return undefined;
  try {
    return await addChinese(profile);
  } catch {
    say(
      '没有取到中文界面，VS Code 以英文显示；检查结果仍是中文。',
      "VS Code's words in Chinese could not be fetched; it stays English.",
    );
    return undefined;
  }
}

/**
 * Serves VS Code to the browser until Ctrl+C.
 * @param {{port: number, open: boolean}} options
 */
async function serve({ port, open }) {
  await requireFreePort(port);
  const profile = await lastingProfile(join(editorHome, 'profile'));
  await installExtension(profile.extensions);
  const locale = await localeFor(profile);
  // In a file that only this person can read: other users see the arguments of processes.
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(profile.folder, 'connection-token');
  await writeFile(tokenFile, token, { mode: 0o600 });

  let stopping = false;
  const told = new Promise((resolve) => {
    const stop = () => {
      stopping = true;
      resolve(undefined);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
  const server = await startServer({
    profile,
    log: join(profile.folder, 'server.log'),
    port,
    tokenFile,
    folder: seeds,
    ...(locale !== undefined && { locale }),
  });
  const address = `http://127.0.0.1:${server.port}/?tkn=${token}`;
  say(
    '\nVS Code 已启动，请在本机浏览器（Chrome、Edge、Firefox 或 Safari）中打开：',
    'VS Code is running. Open it in a browser on this machine:',
  );
  console.log(`\n  ${address}\n`);
  say('按 Ctrl+C 结束。', 'Press Ctrl+C to stop.');
  if (open) openAddress(address);

  await Promise.race([told, server.ended]);
  await server.stop();
  if (!stopping) {
    const log = join(profile.folder, 'server.log');
    throw new Explained(`VS Code 意外结束，见 ${log}`, `VS Code ended unexpectedly, see ${log}`);
  }
  say('\n已结束。', 'Stopped.');
}

try {
  const { help, port, browser, open } = readArguments();
  if (help) {
    say(USAGE_ZH, USAGE_EN);
  } else {
    await build();
    if (browser || !(await openOnDesktop())) await serve({ port, open });
  }
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
