import assert from 'node:assert/strict';
import { ONE_CELL_FAULT, ONE_CELL_LINE, SOUND_TABLE } from '../support/faultyTable.ts';
import { capabilities } from '../support/languageServer.ts';
import { errors, GUIYANG, rangeAt } from '../support/sampleAnswers.ts';
import { seedTexts } from '../support/seeds.ts';
import { killServers, newServer, pulled, startServer } from '../support/startedServers.ts';

const URI = 'file:///budget/a.budget.txt';

describe('language server', () => {
  afterEach(killServers);

  describe('introduces itself', () => {
    it('with what it can do', async () => {
      const server = newServer();
      const { capabilities: offered, serverInfo } = await server.initialize();
      assert.equal(serverInfo?.name, 'budget-disclosure');
      assert.equal(offered.positionEncoding, 'utf-16');
      assert.deepEqual(offered.textDocumentSync, { openClose: true, change: 2 });
      assert.equal(offered.hoverProvider, true);
      assert.deepEqual(offered.completionProvider?.triggerCharacters, [
        ...'0123456789',
        '\t',
        '|',
        '（',
        '(',
        '≥',
        '≤',
      ]);
      assert.deepEqual(offered.codeActionProvider, {
        codeActionKinds: [
          'quickfix',
          'refactor.rewrite.recalculateTable',
          'refactor.rewrite.updateMentions',
          'source.fixAll',
        ],
      });
      assert.ok(offered.documentSymbolProvider && offered.foldingRangeProvider);
      assert.equal(offered.selectionRangeProvider, true);
    });

    it('and offers diagnostics only to clients that ask for them', async () => {
      for (const pull of [true, false]) {
        const server = newServer();
        const { capabilities: offered } = await server.initialize({ capabilities: capabilities({ pull }) });
        assert.equal(offered.diagnosticProvider !== undefined, pull);
      }
    });
  });

  describe('ends', () => {
    it('with 0 when it is asked to', async () => {
      const server = await startServer();
      await server.open(URI, GUIYANG);
      assert.equal(await server.stop(), 0);
    });

    it('by itself when the client is gone', async () => {
      const server = await startServer();
      await server.open(URI, GUIYANG);
      assert.notEqual(await server.abandon(), null);
    });
  });

  describe('checks while somebody types', () => {
    it('a changed digit is an error on its line; undone, it is gone', async () => {
      const server = await startServer();
      await server.open(URI, GUIYANG);
      const before = await pulled(server, URI);
      // 2010301 行政运行 in 表5 prints 330. 39 as 总计: the columns and the codes above it disagree with 370. 39.
      const range = rangeAt(GUIYANG, '一般公共预算支出情况表', '2010301	行政运行	330. 39');
      const digit = {
        start: { ...range.start, character: range.end.character - 6 },
        end: { ...range.end, character: range.end.character - 5 },
      };
      await server.change(URI, '7', digit);
      const faulty = errors(await pulled(server, URI));
      assert.ok(
        faulty.some((diagnostic) => diagnostic.range.start.line === range.start.line),
        JSON.stringify(faulty),
      );
      assert.ok(faulty.length > errors(before).length);
      await server.change(URI, '3', digit);
      assert.deepEqual(await pulled(server, URI), before);
      assert.equal(await server.stop(), 0);
    });

    it('answers a second pull of the same text with “unchanged”', async () => {
      const server = await startServer();
      await server.open(URI, GUIYANG);
      const first = await server.pull(URI);
      assert.ok(first.kind === 'full' && first.resultId !== undefined);
      const second = await server.pull(URI, first.resultId);
      assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
      await server.change(URI, ' ', { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
      assert.equal((await server.pull(URI, first.resultId)).kind, 'full');
    });

    it('forgets a document that was closed, also when another opens under its name', async () => {
      const server = await startServer();
      await server.open(URI, SOUND_TABLE);
      const first = await server.pull(URI);
      assert.ok(first.kind === 'full');
      await server.close(URI);
      await server.open(URI, ONE_CELL_FAULT);
      const second = await server.pull(URI, first.resultId);
      assert.ok(second.kind === 'full');
      assert.equal(second.items.length, 1);
    });

    it('pushes nothing to a client that pulls', async () => {
      const puller = await startServer();
      const pushed = await startServer({ capabilities: capabilities({ pull: false }) });
      // What one server pushes, a while after a change, the other would have pushed before its next answer.
      const opened = pushed.nextPublished(URI);
      for (const server of [puller, pushed]) await server.open(URI, SOUND_TABLE);
      await opened;
      await pulled(puller, URI);
      const changed = pushed.nextPublished(URI);
      for (const server of [puller, pushed]) await server.change(URI, ONE_CELL_FAULT);
      await changed;
      assert.equal((await pulled(puller, URI)).length, 1);
      await puller.close(URI);
      assert.deepEqual(await pulled(puller, URI), []);
      assert.deepEqual(puller.published, []);
    });

    it('pushes to a client that does not pull: at opening, after a change, and nothing after closing', async () => {
      const server = await startServer({ capabilities: capabilities({ pull: false }) });
      const opened = server.nextPublished(URI);
      await server.open(URI, SOUND_TABLE);
      assert.deepEqual(await opened, { uri: URI, version: 1, diagnostics: [] });
      const changed = server.nextPublished(URI);
      await server.change(URI, ONE_CELL_FAULT);
      const { version, diagnostics } = await changed;
      assert.equal(version, 2);
      assert.deepEqual(
        diagnostics.map(({ range }) => range.start.line),
        [ONE_CELL_LINE],
      );
      const undone = server.nextPublished(URI);
      await server.change(URI, SOUND_TABLE);
      assert.deepEqual((await undone).diagnostics, []);
      await server.change(URI, ONE_CELL_FAULT);
      await server.nextPublished(URI);
      const closed = server.nextPublished(URI);
      await server.close(URI);
      assert.deepEqual((await closed).diagnostics, []);
    });

    it('pushes once for many changes in a row, for the last of them', async () => {
      const server = await startServer({ capabilities: capabilities({ pull: false }) });
      await server.open(URI, SOUND_TABLE);
      await server.nextPublished(URI);
      const next = server.nextPublished(URI);
      for (let count = 0; count < 20; count++)
        await server.change(URI, count < 19 ? SOUND_TABLE : ONE_CELL_FAULT);
      assert.equal((await next).version, 21);
      assert.equal((await next).diagnostics.length, 1);
    });

    it('finds the same by both ways', async () => {
      const puller = await startServer();
      const pushed = await startServer({ capabilities: capabilities({ pull: false }) });
      for (const { name, origin, text } of seedTexts()) {
        const uri = `file:///${origin}/${name}.budget.txt`;
        await puller.open(uri, text);
        const next = pushed.nextPublished(uri);
        await pushed.open(uri, text);
        assert.deepEqual((await next).diagnostics, await pulled(puller, uri), name);
        await pushed.close(uri);
        await puller.close(uri);
      }
    });
  });

  describe('obeys settings', () => {
    const silent = { language: 'en', rules: { 'row-sum': 'off', 'code-sum': 'off', 'total-row': 'off' } };

    it('of the initialization options', async () => {
      const server = await startServer({ initializationOptions: { language: 'en' } });
      await server.open(URI, ONE_CELL_FAULT);
      const [diagnostic] = await pulled(server, URI);
      assert.match(String(diagnostic?.message), /^[A-Z]/);
    });

    it('of the client’s configuration, document by document', async () => {
      const server = await startServer({
        capabilities: capabilities({ configuration: true }),
        configuration: (scopeUri) => (scopeUri?.includes('/english/') ? { language: 'en' } : {}),
      });
      await server.open(URI, ONE_CELL_FAULT);
      await server.open('file:///english/a.budget.txt', ONE_CELL_FAULT);
      assert.match(String((await pulled(server, URI))[0]?.message), /^\p{Script=Han}/u);
      assert.match(String((await pulled(server, 'file:///english/a.budget.txt'))[0]?.message), /^[A-Z]/);
    });

    it('read again when they change, and has the client pull again', async () => {
      let settings: object = {};
      const server = await startServer({
        capabilities: capabilities({ configuration: true }),
        configuration: () => settings,
      });
      await server.open(URI, ONE_CELL_FAULT);
      const first = await server.pull(URI);
      assert.ok(first.kind === 'full' && first.items.length === 1);
      await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.deepEqual(await server.pull(URI, first.resultId), {
        kind: 'unchanged',
        resultId: first.resultId,
      });
      assert.equal(server.refreshes, 0, 'nothing has changed');
      settings = silent;
      await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      for (let wait = 0; wait < 200 && server.refreshes === 0; wait++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      assert.equal(server.refreshes, 1);
      assert.deepEqual(await pulled(server, URI), []);
    });

    it('sent along by clients that cannot be asked', async () => {
      const server = await startServer({ capabilities: capabilities({ pull: false }) });
      await server.open(URI, ONE_CELL_FAULT);
      await server.nextPublished(URI);
      const next = server.nextPublished(URI);
      await server.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { budgetDisclosure: silent },
      });
      assert.deepEqual((await next).diagnostics, []);
    });

    it('and stands wrong ones', async () => {
      const server = await startServer({ initializationOptions: { language: 7, rules: 'all' } });
      await server.open(URI, ONE_CELL_FAULT);
      assert.match(String((await pulled(server, URI))[0]?.message), /^\p{Script=Han}/u);
    });
  });
});
