// Starting and ending processes. Nothing is ended here that was not started here.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Inside VS Code's own terminal these variables would turn a second editor into a plain Node or bind it to the
 * first one; Node's own options would reach every process of the editor.
 * @returns {string[]} those that are set
 */
export function intrusiveVariables() {
  return Object.keys(process.env).filter((name) => /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
}

/**
 * The environment for a program that must not notice where it was started.
 * @param {Readonly<Record<string, string | undefined>>} [extra] variables to add
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(extra = {}) {
  const left = new Set(intrusiveVariables());
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !left.has(name))), ...extra };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {boolean} whether the process has not ended yet
 */
export function isRunning(child) {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/**
 * Ends a process: politely, and after the grace period by force.
 * @param {import('node:child_process').ChildProcess} child
 * @param {{graceMs?: number, group?: boolean}} [options] `group`: with all it started; it must have been
 *   spawned detached, and whatever of its group outlives it is ended too
 */
export async function stop(child, { graceMs = 5000, group = false } = {}) {
  const gone = () => (group ? !isGroupAlive(child) : !isRunning(child));
  if (gone()) return;
  signal(child, 'SIGTERM', group);
  if (await becomesTrue(gone, graceMs)) return;
  signal(child, 'SIGKILL', group);
  await becomesTrue(gone, graceMs);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {boolean} whether the process or one that it started has not ended yet
 */
function isGroupAlive(child) {
  if (isRunning(child)) return true;
  if (process.platform === 'win32' || child.pid === undefined) return false;
  try {
    // Signal 0 only asks.
    return process.kill(-child.pid, 0);
  } catch {
    return false;
  }
}

/**
 * @param {() => boolean} condition
 * @param {number} withinMs
 * @returns {Promise<boolean>} whether it became true in time
 */
async function becomesTrue(condition, withinMs) {
  const end = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 * @param {boolean} group
 */
function signal(child, name, group) {
  if (child.pid === undefined) return;
  if (group && process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    if (group) process.kill(-child.pid, name);
    else child.kill(name);
  } catch (error) {
    // Between the check and the signal the process may have ended, which is what was wanted.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Runs a Node script to its end with its output shown, and passes Ctrl+C on to everything it started.
 * @param {readonly string[]} args the script and its arguments
 * @param {{cwd: string, timeoutMs: number, env?: NodeJS.ProcessEnv}} options
 * @returns {Promise<{code: number, timedOut: boolean, interrupted: boolean}>} the exit code, 1 when a signal ended it
 */
export async function runNode(args, { cwd, timeoutMs, env = process.env }) {
  // A group of its own, so that a hanging grandchild can be ended with it.
  const group = process.platform !== 'win32';
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: group,
  });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    // Long enough for an editor below to end its own server and browser.
    void stop(child, { group: true, graceMs: 20_000 });
  }, timeoutMs);
  let interrupted = false;
  /** @param {NodeJS.Signals} name */
  const passOn = (name) => {
    interrupted = true;
    signal(child, name, group);
  };
  process.on('SIGINT', passOn).on('SIGTERM', passOn);
  try {
    const [code] = await once(child, 'exit');
    return { code: timedOut ? 1 : (code ?? 1), timedOut, interrupted };
  } finally {
    clearTimeout(timer);
    process.off('SIGINT', passOn).off('SIGTERM', passOn);
  }
}

/**
 * Runs a program quietly. Its output is kept for the error message.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, timeoutMs: number, env?: NodeJS.ProcessEnv, shell?: boolean}} options
 * @returns {Promise<string>} what it wrote to standard output
 */
export async function capture(command, args, { timeoutMs, ...options }) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let both = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    both += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    both += text;
  });
  const timer = setTimeout(() => void stop(child), timeoutMs);
  try {
    const [code, name] = await once(child, 'close');
    if (code === 0) return out;
    throw new Error(`${[command, ...args].join(' ')} → ${code ?? name}\n${both.trim()}`);
  } finally {
    clearTimeout(timer);
  }
}
