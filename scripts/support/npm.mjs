// npm, to install what the project needs on this machine only and never ships.
import { capture } from './processes.mjs';

const timeoutMs = 15 * 60_000;

/**
 * Runs npm in a folder.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const script = process.env.npm_execpath;
  const env = withoutRunVariables();
  // Under `npm run` its own script is known, which needs no shell; else npm is a shell file on Windows.
  if (script && /[\\/]npm-cli\.[cm]?js$/.test(script)) {
    await capture(process.execPath, [script, ...args, ...quiet], { cwd, env, timeoutMs });
  } else {
    const shell = process.platform === 'win32';
    await capture(shell ? 'npm.cmd' : 'npm', [...args, ...quiet], { cwd, env, timeoutMs, shell });
  }
}

/**
 * `npm run` tells its children where the project is; an npm inside must find its own folder. What people set
 * themselves (registry, proxy, cache) stays.
 * @returns {NodeJS.ProcessEnv}
 */
function withoutRunVariables() {
  const own =
    /^npm_(package_|lifecycle_|command$|config_(local_prefix|prefix|global|omit|include|workspace))/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
