// TypeScript of the tests, used by a script without building it first.
import { createRequire } from 'node:module';
import { register as registerRequire } from 'tsx/cjs/api';
import { register as registerImport } from 'tsx/esm/api';

const require = createRequire(import.meta.url);
let registered = false;

/** Lets this process load TypeScript files from now on, by `require` and by `import`. */
export function loadTypeScript() {
  if (registered) return;
  registered = true;
  registerRequire();
  registerImport();
}

/**
 * @param {string} file
 * @returns {any} the module; the caller says what it is
 */
export function requireTypeScript(file) {
  loadTypeScript();
  return require(file);
}
