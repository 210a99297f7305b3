import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Range } from 'vscode-languageserver-protocol';
import { capabilities, LanguageServer } from '../support/languageServer.ts';
import { readMarks } from '../support/marks.ts';
import { budgetOf, LAST_YEAR, THIS_YEAR } from '../support/twoYears.ts';

const URI = 'file:///elsewhere/this-year.budget.txt';
const DEPARTMENT_URI = 'file:///elsewhere/department.budget.txt';
const BODY_URI = 'file:///elsewhere/body.budget.txt';
const BODY = budgetOf(2024, '20.00').replaceAll('水利局', '水库').replaceAll('部门预算', '单位预算');
/** A department whose totals are not the sums of those of its two bodies, and the disclosures of these. */
const DEPARTMENT = join(import.meta.dirname, '../fixtures/department-sum/flagged-total.txt');
const OTHER = /^=== 另一份公开 ===\n/m;
/** More than it takes to read two small files. */
const PATIENCE_MS = 10_000;

function codesOf(diagnostics: readonly Diagnostic[]): readonly (string | number | undefined)[] {
  return diagnostics.map(({ code }) => code);
}

/** Where a blank may be typed without changing anything. */
function blankAt(line: number): Range {
  const place = { line, character: 0 };
  return { start: place, end: place };
}

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
    return codesOf(report.items);
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

  it('are those on disk again once an editor is closed', async () => {
    const lastYear = pathToFileURL(join(folder, 'last.budget.txt')).href;
    await server.open(lastYear, budgetOf(2023, '960.00'));
    await pulled(lastYear);
    await server.open(URI, THIS_YEAR);
    assert.deepEqual(await pulled(URI), []);
    const { refreshes } = server;
    await server.close(lastYear);
    await refreshed(refreshes);
    assert.deepEqual(await pulled(URI), ['last-year']);
  });

  it('are asked again once an open one has been read, though its file no longer counts', async () => {
    const opened = server.refreshes;
    await server.open(URI, THIS_YEAR);
    await refreshed(opened);
    assert.deepEqual(await pulled(URI), ['last-year']);
    const lastYear = pathToFileURL(join(folder, 'last.budget.txt')).href;
    const before = server.refreshes;
    await server.open(lastYear, LAST_YEAR);
    await refreshed(before);
    const unread = server.refreshes;
    await pulled(lastYear);
    await refreshed(unread);
    assert.deepEqual(await pulled(URI), ['last-year']);
  });

  it('have nothing to say any more once they are closed and nowhere on disk', async () => {
    rmSync(join(folder, 'last.budget.txt'));
    await server.open('untitled:last-year', LAST_YEAR);
    await pulled('untitled:last-year');
    await server.open(URI, THIS_YEAR);
    assert.deepEqual(await pulled(URI), ['last-year']);
    const { refreshes } = server;
    await server.close('untitled:last-year');
    await refreshed(refreshes);
    assert.deepEqual(await pulled(URI), []);
  });

  it('are told anew to a client that does not ask, when one of them is typed in', async () => {
    const pushing = await LanguageServer.start({ capabilities: capabilities({ pull: false }) });
    try {
      const lastYear = 'file:///elsewhere/last-year.budget.txt';
      await pushing.open(lastYear, LAST_YEAR);
      await pushing.nextPublished(lastYear);
      const first = pushing.nextPublished(URI);
      await pushing.open(URI, THIS_YEAR);
      assert.deepEqual(codesOf((await first).diagnostics), ['last-year']);
      const second = pushing.nextPublished(URI);
      await pushing.change(lastYear, budgetOf(2023, '960.00'));
      assert.deepEqual(codesOf((await second).diagnostics), []);
    } finally {
      pushing.kill();
    }
  });

  it('leave alone what they have nothing new to say of', async () => {
    const lastYear = pathToFileURL(join(folder, 'last.budget.txt')).href;
    await server.open(lastYear, LAST_YEAR);
    await pulled(lastYear);
    await server.open(URI, THIS_YEAR);
    const first = await server.pull(URI);
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    assert.deepEqual(codesOf(first.items), ['last-year']);
    await server.change(lastYear, ' ', blankAt(1));
    await pulled(lastYear);
    assert.deepEqual(await server.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
  });

  it('of one year come to rest when both are open', async () => {
    await server.open(DEPARTMENT_URI, THIS_YEAR);
    await server.open(BODY_URI, BODY);
    const ids: (string | undefined)[] = [];
    for (const uri of [DEPARTMENT_URI, BODY_URI, DEPARTMENT_URI, BODY_URI, DEPARTMENT_URI, BODY_URI]) {
      const report = await server.pull(uri);
      assert.ok(report.kind === 'full');
      ids.push(report.resultId);
    }
    assert.deepEqual(ids.slice(4), ids.slice(2, 4));
  });

  it('of one year come to rest when both are open and a client does not ask', async () => {
    const pushing = await LanguageServer.start({ capabilities: capabilities({ pull: false }) });
    try {
      const texts = [
        [DEPARTMENT_URI, THIS_YEAR],
        [BODY_URI, BODY],
        ['file:///elsewhere/of-another-year.budget.txt', budgetOf(2010, '3.00')],
      ] as const;
      for (const [uri, text] of texts) {
        const opened = pushing.nextPublished(uri);
        await pushing.open(uri, text);
        await opened;
      }
      // What is typed is pushed as late as what it makes of others: several times, all that comes of it has come.
      for (const [index, [uri]] of [...texts, ...texts].entries()) {
        const { length } = pushing.published;
        const typed = pushing.nextPublished(uri);
        await pushing.change(uri, ' ', blankAt(1));
        await typed;
        const pushed = pushing.published.slice(length).map((each) => each.uri);
        if (index >= texts.length) assert.deepEqual(pushed, [uri]);
      }
    } finally {
      pushing.kill();
    }
  });

  it('are all bodies of a department, among those of other organs and years', async () => {
    const [own = '', ...bodies] = readFileSync(DEPARTMENT, 'utf8').split(OTHER);
    const { text, marks } = readMarks(own);
    bodies.forEach((body, index) => {
      writeFileSync(join(folder, `body-${index}.budget.txt`), body.trimStart());
      // The same bodies a year later, and bodies of another department, have nothing to say of it.
      writeFileSync(join(folder, `later-${index}.budget.txt`), body.trimStart().replaceAll('2024', '2025'));
      writeFileSync(join(folder, `other-${index}.budget.txt`), body.trimStart().replaceAll('青川', '平湖'));
    });
    const { refreshes } = server;
    await server.open(URI, text);
    await refreshed(refreshes);
    const found = (await pulled(URI)).filter((code) => code === 'department-sum');
    assert.equal(found.length, marks.length);
  });

  it('are none of another organ or another year', async () => {
    const { refreshes } = server;
    writeFileSync(join(folder, 'other.budget.txt'), budgetOf(2023, '910.00').replaceAll('青川', '平湖'));
    writeFileSync(join(folder, 'before.budget.txt'), budgetOf(2022, '910.00'));
    await server.open(URI, THIS_YEAR);
    await refreshed(refreshes);
    assert.deepEqual(await pulled(URI), ['last-year']);
  });
});
