// A Chromium from npm for Linux x64, which brings the libraries that a bare system lacks.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../support/npm.mjs';
import { capture } from '../support/processes.mjs';
import { Explained, withProgress } from '../support/say.mjs';
import { installOnce } from './install-once.mjs';

/** 138 is the last version that runs on Node 20. */
const version = '138.0.2';

/** Where the package unpacks itself, inside the installed folder. */
const unpacked = 'unpacked';

/** The package's own list of fonts looks in /tmp only. */
const fontList = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Installs the browser on first use.
 * @returns {Promise<import('./browser.mjs').BrowserProgram>}
 */
export async function npmBrowser() {
  const folder = await installOnce(`chromium-${version}-linux-x64`, (temporary) =>
    withProgress(
      `首次使用：本机没有浏览器，正在从 npm 安装 Chromium ${version}（约 65 MB，只装一次，放在 .editor/）`,
      `First use: there is no browser here, installing Chromium ${version} from npm (about 65 MB, once, into .editor/)`,
      () => install(temporary),
    ),
  );
  const home = join(folder, unpacked);
  const libraries = [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executable: join(home, 'chromium'),
    // Only for the browser's process: these libraries must not get into Node's.
    env: {
      LD_LIBRARY_PATH: libraries,
      // A system without fontconfig has no list of fonts either; the package brings one font.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }),
    },
  };
}

/** @param {string} folder */
async function install(folder) {
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const temporary = join(folder, unpacked);
  await mkdir(temporary);
  try {
    await npm(['install', '--ignore-scripts', `@sparticuz/chromium@${version}`], folder);
    // The package unpacks itself into the folder for temporary files, with its libraries only where it believes
    // to be on Amazon Linux; it changes its own environment, so this happens in a process of its own.
    await capture(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        "await (await import('@sparticuz/chromium')).default.executablePath();",
      ],
      {
        cwd: folder,
        timeoutMs: 5 * 60_000,
        env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      },
    );
    await writeFile(join(temporary, 'fonts', 'fonts.conf'), fontList);
  } catch (error) {
    throw new Explained(
      '无法从 npm 安装浏览器。请检查网络，或安装 Chrome、Chromium 或 Edge。',
      'The browser could not be installed from npm. Check the network, or install Chrome, Chromium or Edge.',
      error,
    );
  }
}
