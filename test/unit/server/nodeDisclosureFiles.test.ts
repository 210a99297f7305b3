import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeDisclosureFiles } from '#server/nodeDisclosureFiles.ts';

describe('disclosures on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'budget-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(path: string, text = ''): void {
    const full = join(folder, path);
    mkdirSync(join(full, '..'), { recursive: true });
    writeFileSync(full, text);
  }

  async function listed(): Promise<string[]> {
    const base = pathToFileURL(folder).href;
    const found = await nodeDisclosureFiles.list(base);
    return found.map(({ uri }) => decodeURIComponent(uri.slice(base.length + 1)));
  }

  it('are named by their endings and lie in folders of the user’s own', async () => {
    for (const path of ['a.budget', 'b.TXT', '下属/单位/c.budget.md', '下属/d.md', 'e.docx', 'f'])
      write(path);
    for (const path of ['.git/a.txt', 'node_modules/x/a.txt', '下属/.a/b.txt']) write(path);
    assert.deepEqual(await listed(), ['a.budget', 'b.TXT', '下属/d.md', '下属/单位/c.budget.md']);
  });

  it('are looked for without following links, which may lead round in a circle', async () => {
    write('a/a.txt');
    symlinkSync(folder, join(folder, 'a', 'back'), 'junction');
    assert.deepEqual(await listed(), ['a/a.txt']);
  });

  it('are no more and no larger than disclosures are', async () => {
    for (let n = 0; n < 600; n++) write(`${n}.txt`);
    assert.equal((await listed()).length, 500);
    write('0.txt', ' '.repeat(4_000_001));
    assert.ok(!(await listed()).includes('0.txt'));
  });

  it('have another stamp after a change', async () => {
    write('a.txt', '合计');
    const [before] = await nodeDisclosureFiles.list(pathToFileURL(folder).href);
    write('a.txt', '合计 5.00');
    const [after] = await nodeDisclosureFiles.list(pathToFileURL(folder).href);
    assert.notEqual(before?.stamp, after?.stamp);
  });

  it('are none in folders that are elsewhere or cannot be looked into', async () => {
    assert.deepEqual(await nodeDisclosureFiles.list('vscode-vfs://github/a/b'), []);
    assert.deepEqual(await nodeDisclosureFiles.list('file:///a%2Fb'), []);
    assert.deepEqual(await nodeDisclosureFiles.list(pathToFileURL(join(folder, 'nowhere')).href), []);
    assert.equal(await nodeDisclosureFiles.read(pathToFileURL(join(folder, 'nowhere')).href), undefined);
    assert.equal(await nodeDisclosureFiles.read('vscode-vfs://github/a/b.txt'), undefined);
  });
});
