// Shows an address in the browser a person uses.
import { spawn } from 'node:child_process';

/**
 * Tries to open the address. Whether it worked cannot be known everywhere: print the address as well.
 * @param {string} address without spaces or quotes
 */
export function openAddress(address) {
  const opener = openerOfThisSystem();
  if (opener === undefined) return;
  const [command, ...args] = opener;
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {
      // No such program: the printed address remains.
    })
    .unref();
}

/** @returns {readonly [string, ...string[]] | undefined} undefined where there is no screen */
function openerOfThisSystem() {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
