import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../../dist');

/** What VS Code reads and parses for every plain text file that is opened. */
const MOST_FOR_A_LOOK = 60_000;

describe('the bundles', () => {
  it('load no language client to look at a plain text file', () => {
    const extension = readFileSync(join(DIST, 'extension.js'), 'utf8');
    assert.ok(extension.length < MOST_FOR_A_LOOK, `extension.js has ${extension.length} characters`);
    assert.doesNotMatch(extension, /vscode-jsonrpc/);
    assert.match(readFileSync(join(DIST, 'client.js'), 'utf8'), /LanguageClient/);
  });
});
