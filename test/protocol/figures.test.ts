import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  type DocumentHighlight,
  type Hover,
  type InlayHint,
  type Location,
  MarkupContent,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { ONE_CELL_FAULT, ONE_CELL_LINE, SOUND_TABLE } from '../support/faultyTable.ts';
import { applyEdits } from '../support/features.ts';
import { capabilities, LanguageServer, type StartOptions } from '../support/languageServer.ts';
import { marked, placeOf } from '../support/marked.ts';

const URI = 'file:///budget/a.budget.txt';
const RECALCULATE = 'budgetDisclosure.server.recalculateTable';

/** The line of 2080505 up to its first figure. */
const FAULTY_CELL = {
  line: ONE_CELL_LINE,
  character: '2080505	机关事业单位基本养老保险缴费支出	'.length,
};

describe('language server: amounts', () => {
  let server: LanguageServer;
  const open = async (text: string, options: StartOptions = {}): Promise<void> => {
    server = await LanguageServer.start(options);
    await server.open(URI, text);
  };
  afterEach(() => {
    if (server.isRunning) server.kill();
  });

  /** The text after an edit of the workspace. */
  const applied = (text: string, edit: WorkspaceEdit | undefined): string => {
    const changes = (edit?.documentChanges ?? []).filter(TextDocumentEdit.is);
    return applyEdits(text, changes.flatMap(({ edits }) => edits).filter(TextEdit.is));
  };

  it('explains an amount', async () => {
    await open(ONE_CELL_FAULT);
    const hover = await server.ask<Hover | null>('hover', URI, { position: FAULTY_CELL });
    assert.ok(hover && MarkupContent.is(hover.contents));
    assert.match(hover.contents.value, /350,000 元/);
    assert.match(hover.contents.value, /✗ 相差 5\.00/);
  });

  it('counts relations above a table, and names its command only to clients that have it', async () => {
    await open(ONE_CELL_FAULT, { initializationOptions: { commands: ['budgetDisclosure.goTo'] } });
    const [lens] = await server.ask<CodeLens[]>('codeLens', URI);
    assert.match(String(lens?.command?.title), /^勾稽 \d+\/\d+ ✗$/);
    assert.deepEqual(lens?.command?.arguments, [URI, FAULTY_CELL]);
    server.kill();
    await open(ONE_CELL_FAULT);
    const [plain] = await server.ask<CodeLens[]>('codeLens', URI);
    assert.equal(plain?.command?.command, '');
  });

  it('hints beside totals once that is switched on, and has the client ask again', async () => {
    let settings: object = {};
    await open(SOUND_TABLE, {
      capabilities: capabilities({ configuration: true }),
      configuration: () => settings,
    });
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    assert.deepEqual(await server.ask<InlayHint[]>('inlayHint', URI, { range }), []);
    settings = { inlayHints: true, codeLens: false };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    for (let wait = 0; wait < 200 && server.viewRefreshes < 2; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.equal(server.viewRefreshes, 2);
    const hints = await server.ask<InlayHint[]>('inlayHint', URI, { range });
    assert.equal(hints.find(({ position }) => position.line === 11)?.label, '= 350.00 ✓');
    assert.deepEqual(await server.ask<CodeLens[]>('codeLens', URI), []);
  });

  it('completes an empty total', async () => {
    const { text, position } = marked(SOUND_TABLE.replace('合计	350.00', '合计	‸'));
    await open(text);
    const { items } = await server.ask<CompletionList>('completion', URI, { position });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['350.00'],
    );
  });

  it('recalculates a table: one edit, to be confirmed', async () => {
    await open(ONE_CELL_FAULT);
    await server.execute(RECALCULATE, URI, { line: 3, character: 0 });
    const { edit } = await server.nextEdit();
    assert.equal(applied(ONE_CELL_FAULT, edit), SOUND_TABLE);
    assert.deepEqual(
      Object.values(edit.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
      [true],
    );
  });

  it('says why it does not recalculate, and stands arguments that are none', async () => {
    await open(`前言\n\n${SOUND_TABLE}`);
    await server.execute(RECALCULATE, URI, { line: 0, character: 0 });
    assert.match(await server.nextMessage(), /请把光标放在表格中/);
    await server.execute(RECALCULATE, URI, { line: 5, character: 0 });
    assert.match(await server.nextMessage(), /无需修改/);
    assert.equal(await server.execute(RECALCULATE), null);
    assert.equal(await server.execute(RECALCULATE, 7, 'here'), null);
    assert.deepEqual(server.logged, []);
  });

  it('leads from a total to its parts and back', async () => {
    await open(SOUND_TABLE);
    const group = placeOf(SOUND_TABLE, '养老支出	50.00', '养老支出	'.length);
    const definition = await server.ask<Location[]>('definition', URI, { position: group });
    assert.deepEqual(
      definition.map(({ range }) => range.start.line),
      [8, 9, 10],
    );
    const leaf = placeOf(SOUND_TABLE, '离退休	20.00', '离退休	'.length);
    const references = await server.ask<Location[]>('references', URI, {
      position: leaf,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      references.map(({ range }) => range.start.line),
      [8, 9],
    );
    const highlights = await server.ask<DocumentHighlight[]>('documentHighlight', URI, { position: group });
    assert.equal(highlights.length, 5);
  });

  it('silences a finding for a reason', async () => {
    await open(ONE_CELL_FAULT);
    const range = { start: FAULTY_CELL, end: FAULTY_CELL };
    const actions = await server.ask<CodeAction[]>('codeAction', URI, {
      range,
      context: { diagnostics: [] },
    });
    const silence = actions.find(({ title }) => title.startsWith('忽略此处'));
    const text = applied(ONE_CELL_FAULT, silence?.edit).replace('请写明理由', '另有一栏未列出');
    assert.ok(text.includes('［预算公开：忽略 合计栏不符 另有一栏未列出］\n2080505'), text);
    await server.change(URI, text);
    const report = await server.pull(URI);
    assert.ok(report.kind === 'full');
    assert.deepEqual(report.items, []);
  });
});
