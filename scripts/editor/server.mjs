// VS Code's own server, which runs the extension host and serves the workbench to a browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cleanEnvironment, stop } from '../support/processes.mjs';
import { headlessEditor } from './headless-editor.mjs';

const startTimeoutMs = 60_000;

/**
 * A running server.
 * @typedef {{
 *   readonly port: number,
 *   readonly ended: Promise<number | null>,
 *   readonly stop: () => Promise<void>,
 * }} Server
 */

/**
 * Starts the server on this machine only, installs it on first use.
 * @param {{
 *   profile: import('./profile.mjs').Profile,
 *   log: string,
 *   port?: number,
 *   tokenFile?: string,
 *   folder?: string,
 *   locale?: string,
 *   env?: NodeJS.ProcessEnv,
 * }} options `tokenFile`: holds the secret that the address must carry; without one the server is for tests,
 *   driven by a script. `folder`: opened when the address names none. `log`: the file for what it prints.
 *   `locale`: the language of the workbench, of which the profile has a pack.
 * @returns {Promise<Server>}
 */
export async function startServer({ profile, log, port = 0, tokenFile, folder, locale, env = {} }) {
  const entry = await headlessEditor();
  const args = [
    entry,
    ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
    ...['--server-data-dir', profile.folder, '--extensions-dir', profile.extensions],
    ...['--disable-telemetry', '--disable-experiments'],
    ...(tokenFile === undefined
      ? ['--without-connection-token', '--disable-workspace-trust', '--enable-smoke-test-driver']
      : ['--connection-token-file', tokenFile]),
    ...(folder === undefined ? [] : ['--default-folder', folder]),
    ...(locale === undefined ? [] : ['--locale', locale]),
  ];
  await mkdir(dirname(log), { recursive: true });
  // A group of its own: its extension hosts, and their language servers, end with it.
  const group = true;
  const child = spawn(process.execPath, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(env),
  });
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const ended = once(child, 'exit').then(([code]) => /** @type {number | null} */ (code));
  try {
    return { port: await listening(child, log), ended, stop: () => stop(child, { group }) };
  } catch (error) {
    await stop(child, { group });
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {string} log
 * @returns {Promise<number>} the port, once the server listens
 */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    let out = '';
    const timer = setTimeout(
      () => reject(new Error(`The editor's server did not listen within ${startTimeoutMs} ms, see ${log}`)),
      startTimeoutMs,
    );
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      out += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(out)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      child.stdout.off('data', read);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The editor's server ended with ${code}, see ${log}\n${out.trim()}`));
    });
  });
}
