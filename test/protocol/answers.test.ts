import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  type CodeAction,
  type CompletionList,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  MarkupContent,
  type Position,
  type SelectionRange,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { ONE_CELL_FAULT, ONE_CELL_LINE, SOUND_TABLE } from '../support/faultyTable.ts';
import { applyEdits } from '../support/features.ts';
import type { LanguageServer } from '../support/languageServer.ts';
import { marked, placeOf } from '../support/marked.ts';
import { errors, GUIYANG, rangeAt } from '../support/sampleAnswers.ts';
import { seedTexts } from '../support/seeds.ts';
import { killServers, pulled, startServer } from '../support/startedServers.ts';

const URI = 'file:///budget/a.budget.txt';

describe('language server', () => {
  afterEach(killServers);

  describe('answers', () => {
    async function hoverText(server: LanguageServer, text: string, position: Position): Promise<string> {
      await server.open(URI, text);
      const hover = await server.ask<Hover | null>('hover', URI, { position });
      await server.close(URI);
      return hover && MarkupContent.is(hover.contents) ? hover.contents.value : '';
    }

    it('hover on codes of the seeds', async () => {
      const server = await startServer();
      const functional = await hoverText(server, GUIYANG, placeOf(GUIYANG, '2010301', 3));
      assert.match(functional, /2010301 行政运行/);
      assert.match(functional, /一般公共服务支出 › 政府办公厅（室）及相关机构事务 › 行政运行/);
      const entertaining = await hoverText(server, GUIYANG, placeOf(GUIYANG, '	17	公务接待费', 2));
      assert.match(entertaining, /30217 公务接待费/);
      assert.match(entertaining, /50206/);
      const offices = await hoverText(server, GUIYANG, placeOf(GUIYANG, '	01	办公经费', 2));
      assert.match(offices, /50201 办公经费/);
      const hetang = seedTexts('hetang-2022')[0]?.text ?? '';
      for (const offset of [1, 5, 8]) {
        const text = await hoverText(server, hetang, placeOf(hetang, '201	03	01	行政运行', offset));
        assert.match(text, /2010301 行政运行/, `offset ${offset}`);
      }
    });

    it('completion in an indicator column with names that fit the row’s heading', async () => {
      const server = await startServer();
      const { text, position } = marked(GUIYANG.replace('验收合格率', '‸'));
      await server.open(URI, text);
      const list = await server.ask<CompletionList>('completion', URI, { position });
      assert.ok(list.items.length > 10);
      assert.ok(list.items[0]?.detail?.startsWith('质量指标'));
    });

    it('completion of a code with its name', async () => {
      const server = await startServer();
      const { text, position } = marked(GUIYANG.replace('2010302	一般行政管理事务', '2010302	‸'));
      await server.open(URI, text);
      const list = await server.ask<CompletionList>('completion', URI, { position });
      assert.equal(list.items[0]?.label, '一般行政管理事务');
    });

    it('a code action whose edit puts the table right', async () => {
      const server = await startServer();
      await server.open(URI, ONE_CELL_FAULT);
      const [diagnostic] = await pulled(server, URI);
      assert.ok(diagnostic);
      const actions = await server.ask<CodeAction[]>('codeAction', URI, {
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      });
      const [change] = (actions[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.equal(change?.textDocument.version, 1);
      const edits = (change?.edits ?? []).filter((edit) => 'newText' in edit);
      assert.equal(applyEdits(ONE_CELL_FAULT, edits), SOUND_TABLE);
    });

    it('symbols and folding ranges of every table', async () => {
      const server = await startServer();
      await server.open(URI, `第一部分 概况\n\n${SOUND_TABLE}\n${SOUND_TABLE}`);
      const [part] = await server.ask<DocumentSymbol[]>('documentSymbol', URI);
      assert.deepEqual(
        part?.children?.map(({ name }) => name),
        ['2022年部门支出总体情况表', '2022年部门支出总体情况表'],
      );
      const folds = await server.ask<FoldingRange[]>('foldingRange', URI);
      assert.deepEqual(
        folds.map(({ startLine, endLine }) => [startLine, endLine]),
        [
          [0, 26],
          [2, 13],
          [15, 26],
        ],
      );
    });

    it('grows selections, one for each cursor', async () => {
      const server = await startServer();
      await server.open(URI, SOUND_TABLE);
      const positions = [placeOf(SOUND_TABLE, '350.00', 1), placeOf(SOUND_TABLE, '支出总体', 1)];
      const [number, title] = await server.ask<SelectionRange[]>('selectionRange', URI, { positions });
      assert.deepEqual(number?.range, rangeAt(SOUND_TABLE, '350.00', '350.00'));
      assert.ok(number?.parent && title);
    });

    it('counts columns in UTF-16 units', async () => {
      const server = await startServer();
      const text = `𠮷𠮷（2010350）\n${ONE_CELL_FAULT.replace('机关事业', '𠮷关事业')}`;
      await server.open(URI, text);
      const line = text.split('\n')[ONE_CELL_LINE + 1] ?? '';
      const diagnostics = await pulled(server, URI);
      const [error] = errors(diagnostics);
      assert.equal(error?.range.start.character, line.indexOf('35.00'));
      // A character outside the basic plane counts for two in the name that it alters.
      const name = line.split('	')[1] ?? '';
      const altered = diagnostics.find(({ code }) => code === 'code-name');
      assert.equal(altered?.range.end.character, line.indexOf(name) + name.length);
      const hover = await server.ask<Hover | null>('hover', URI, { position: { line: 0, character: 7 } });
      assert.equal(hover?.range?.start.character, text.indexOf('2010350'));
    });
  });

  describe('is not disturbed', () => {
    async function asksAll(server: LanguageServer, uri: string, position: Position): Promise<void> {
      const range = { start: position, end: position };
      await Promise.all([
        server.ask('hover', uri, { position }),
        server.ask('completion', uri, { position }),
        server.ask('codeAction', uri, { range, context: { diagnostics: [] } }),
        server.ask('documentSymbol', uri),
        server.ask('foldingRange', uri),
        server.ask('selectionRange', uri, { positions: [position, position] }),
        server.pull(uri),
      ]);
    }

    it('by documents of any scheme', async () => {
      const server = await startServer();
      const uris = ['untitled:Untitled-1', 'vscode-vfs://github/a/b.txt', 'git:/a?%7B%7D', 'x-y:一 二', 'zz'];
      for (const uri of uris) {
        await server.open(uri, ONE_CELL_FAULT);
        assert.equal((await pulled(server, uri)).length, 1, uri);
        await asksAll(server, uri, { line: 5, character: 3 });
      }
      assert.deepEqual(server.logged, []);
    });

    it('by questions about documents it does not have', async () => {
      const server = await startServer();
      await asksAll(server, 'file:///nowhere', { line: 0, character: 0 });
      assert.deepEqual(await pulled(server, 'file:///nowhere'), []);
      assert.deepEqual(server.logged, []);
    });

    it('by positions that are not there', async () => {
      const server = await startServer();
      await server.open(URI, SOUND_TABLE);
      await asksAll(server, URI, { line: 4000, character: 0 });
      await asksAll(server, URI, { line: 4, character: 4000 });
      assert.deepEqual(server.logged, []);
    });

    it('by a request that is cancelled', async () => {
      const server = await startServer();
      await server.open(URI, GUIYANG);
      const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
      const source = new CancellationTokenSource();
      const answer = server.connection.sendRequest(
        'textDocument/documentSymbol',
        { textDocument: { uri: URI } },
        source.token,
      );
      source.cancel();
      await answer.catch((error: unknown) => assert.equal((error as { code?: number }).code, -32800));
      assert.equal((await server.ask<DocumentSymbol[]>('documentSymbol', URI)).length > 0, true);
    });

    const odd: readonly (readonly [what: string, text: () => string])[] = [
      ['nothing', () => ''],
      ['random bytes', () => randomBytes(10_000_000).toString('latin1')],
      ['random bytes read as UTF-8', () => randomBytes(3_000_000).toString('utf8')],
      ['a line of 200,000 characters', () => '201	一般公共服务支出 5.00 （2010350）'.repeat(8000)],
      ['a line of 200,000 pipes', () => '|'.repeat(200_000)],
      ['lone surrogates', () => `\ud800\t\udc00\n${ONE_CELL_FAULT}\udfff`],
      ['ragged rows', () => `${ONE_CELL_FAULT.replace(/\t(?=330|200|50)/g, '\t\t')}201\n\t\t\t\t\t\t\t5\n`],
      ['a thousand headings', () => Array.from({ length: 5000 }, (_, n) => `# ${n} 节`).join('\n')],
    ];
    for (const [what, text] of odd) {
      it(`by ${what}`, async () => {
        const server = await startServer();
        await server.open(URI, text());
        await asksAll(server, URI, { line: 0, character: 40 });
        await server.change(URI, '2', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
        await asksAll(server, URI, { line: 0, character: 1 });
        assert.deepEqual(server.logged, []);
        assert.equal(await server.stop(), 0);
      });
    }
  });
});
