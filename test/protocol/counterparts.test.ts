import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer.ts';
import { budgetOf, LAST_YEAR, THIS_YEAR } from '../support/twoYears.ts';

const URI = 'file:///elsewhere/this-year.budget.txt';
/** More than it takes to read two small files. */
const PATIENCE_MS = 10_000;

describe('language server: other disclosures of the workspace', () => {
  let folder: string;
  let server: LanguageServer;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'budget-years-'));
    writeFileSync(join(folder, 'last.budget.txt'), LAST_YEAR);
    server = await LanguageServer.start({ folders: [pathToFileURL(folder).href] });
  });
  afterEach(() => {
    assert.deepEqual(server.logged, []);
    server.kill();
    rmSync(folder, { recursive: true });
  });

  async function pulled(uri: string): Promise<readonly (string | number | undefined)[]> {
    const report = await server.pull(uri);
    assert.equal(report.kind, 'full');
    return report.items.map(({ code }: Diagnostic) => code);
  }

  async function refreshed(since: number): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (server.refreshes === since) {
      assert.ok(Date.now() < end, 'the server does not ask to be asked again');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('are read in the background, and last year’s contradicts this year’s', async () => {
    const { refreshes } = server;
    await server.open(URI, THIS_YEAR);
    await refreshed(refreshes);
    assert.deepEqual(await pulled(URI), ['last-year']);
  });

  it('follow the text in the editor before that on disk', async () => {
    const { refreshes } = server;
    await server.open(pathToFileURL(join(folder, 'last.budget.txt')).href, budgetOf(2023, '960.00'));
    await pulled(pathToFileURL(join(folder, 'last.budget.txt')).href);
    await server.open(URI, THIS_YEAR);
    assert.deepEqual(await pulled(URI), []);
    assert.equal(server.refreshes, refreshes);
  });
});
