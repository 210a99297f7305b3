// npm run package: builds what ships and packs it into one file, budget-disclosure-VERSION.vsix, that VS Code installs
// without network.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installOnce } from './editor/install-once.mjs';
import { npm } from './support/npm.mjs';
import { root } from './support/paths.mjs';
import { runNode } from './support/processes.mjs';
import { complain, Explained, say, withProgress } from './support/say.mjs';

/** VS Code's own packer. This is the last version that runs on Node 20. */
const vsceVersion = '3.9.2';

/**
 * Installs the packer on first use: only who makes a package needs its hundred megabytes.
 * @returns {Promise<string>} its command, to be run with this Node
 */
async function packer() {
  const folder = await installOnce(`vsce-${vsceVersion}`, (temporary) =>
    withProgress(
      `首次使用：正在安装打包工具 vsce ${vsceVersion}（约 125 MB，只装一次，放在 .editor/）`,
      `First use: installing the packer vsce ${vsceVersion} (about 125 MB, once, into .editor/)`,
      () => install(temporary),
    ),
  );
  return createRequire(join(folder, 'package.json')).resolve('@vscode/vsce/vsce');
}

/** @param {string} folder */
async function install(folder) {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  try {
    // Its install scripts fetch what signs and publishes, which is not wanted here.
    await npm(['install', '--ignore-scripts', `@vscode/vsce@${vsceVersion}`], folder);
  } catch (error) {
    throw new Explained(
      '无法从 npm 安装打包工具。请检查网络与 npm 源设置后重试。',
      'The packer could not be installed from npm. Check the network and the npm registry setting and try again.',
      error,
    );
  }
}

/**
 * The page that VS Code shows of the extension, for those who use it: the Chinese readme. It may show no files of the
 * package, so pictures go into the page itself, and of links only those to the web are left.
 * @returns {Promise<string>} the file, from the project's folder
 */
async function writePage() {
  let page = await readFile(join(root, 'README.zh-CN.md'), 'utf8');
  for (const [, path = ''] of page.matchAll(/!\[[^\]]*\]\(([^):]+)\)/g)) {
    const picture = await readFile(join(root, path), 'base64');
    page = page.replaceAll(`(${path})`, `(data:image/png;base64,${picture})`);
  }
  page = page.replace(/^\[English\].*\n\n/m, '').replace(/(?<!!)\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1');
  const file = 'dist/README.md';
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, file), page);
  return file;
}

try {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const file = `${name}-${version}.vsix`;
  const { code } = await runNode(
    [
      await packer(),
      ...['package', '--out', file],
      ...['--readme-path', await writePage()],
      // Everything is bundled, and the page has nothing that would need the address of a repository.
      ...['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
    ],
    { cwd: root, timeoutMs: 5 * 60_000 },
  );
  if (code !== 0 || !existsSync(join(root, file)))
    throw new Explained('打包失败，见上。', 'Packing failed, see above.');
  say(
    `\n已生成 ${file}。在 VS Code 的扩展视图中，从右上角“…”菜单选“从 VSIX 安装…”，不需要联网；\n或运行：code --install-extension ${file}`,
    `\n${file} is ready. In VS Code's Extensions view, choose “Install from VSIX…” from the “…” menu; no network is needed.\nOr run: code --install-extension ${file}`,
  );
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
