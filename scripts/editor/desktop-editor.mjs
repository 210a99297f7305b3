// The desktop VS Code that is installed on this machine, if there is one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { capture, cleanEnvironment } from '../support/processes.mjs';

const commands = ['code', 'code-insiders', 'codium'];

/** @returns {string | undefined} the command-line program of desktop VS Code on the PATH */
export function findDesktopEditor() {
  // In a remote window, `code` talks to the editor at the other end, which has no extension in this folder.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands
    .flatMap((command) => folders.map((folder) => join(folder, command + suffix)))
    .find((file) => existsSync(file));
}

/**
 * Opens a new window with the extension loaded from its folder.
 * @param {string} program as found above
 * @param {{extension: string, folder: string}} what
 */
export async function openDesktopEditor(program, { extension, folder }) {
  // A .cmd file is started by a shell, which needs the quotes.
  const shell = process.platform === 'win32';
  /** @param {string} word */
  const quoted = (word) => (shell ? `"${word}"` : word);
  const args = ['--new-window', `--extensionDevelopmentPath=${extension}`, folder];
  await capture(quoted(program), args.map(quoted), { shell, timeoutMs: 60_000, env: cleanEnvironment() });
}
