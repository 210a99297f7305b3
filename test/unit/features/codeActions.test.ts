import assert from 'node:assert/strict';
import { type CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import type { ClientSupport } from '#server/clientSupport.ts';
import { codeActionsAt } from '#server/features/codeActions.ts';
import { ONE_CELL_FAULT, ONE_CELL_LINE, SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf, applyEdits, featureContext } from '../../support/features.ts';
import { placeOf } from '../../support/marked.ts';

const DOCUMENT = { uri: 'file:///a.budget.txt', version: 7 };

/** Asks at one place, as an editor does for a cursor without selection. */
function actionsAt(
  text: string,
  needle: string,
  only?: readonly string[],
  client: Partial<ClientSupport> = {},
): CodeAction[] {
  const place = placeOf(text, needle, 1);
  const range = { start: place, end: place };
  return codeActionsAt(analysisOf(text), range, only, DOCUMENT, featureContext(client));
}

/** The text after an action. */
function applied(text: string, action: CodeAction | undefined): string {
  assert.ok(action?.edit);
  const changes = action.edit.documentChanges?.filter(TextDocumentEdit.is) ?? [];
  const edits = changes.flatMap((change) => change.edits).filter((edit) => 'newText' in edit);
  return applyEdits(text, [...edits, ...(action.edit.changes?.[DOCUMENT.uri] ?? [])]);
}

describe('code actions', () => {
  it('put the figure right, and only it', () => {
    const [action] = actionsAt(ONE_CELL_FAULT, '35.00');
    assert.equal(action?.title, '改为 30.00');
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action?.isPreferred, true);
    assert.equal(applied(ONE_CELL_FAULT, action), SOUND_TABLE);
  });

  it('carry the diagnostic they answer', () => {
    const [action] = actionsAt(ONE_CELL_FAULT, '35.00');
    assert.equal(action?.diagnostics?.[0]?.range.start.line, ONE_CELL_LINE);
  });

  it('bind the edit to the version, where the client can', () => {
    const [change] = actionsAt(ONE_CELL_FAULT, '35.00')[0]?.edit?.documentChanges ?? [];
    assert.ok(change && TextDocumentEdit.is(change));
    assert.deepEqual(change.textDocument, DOCUMENT);
    const [plain] = actionsAt(ONE_CELL_FAULT, '35.00', undefined, { versionedEdits: false });
    assert.equal(plain?.edit?.documentChanges, undefined);
    assert.equal(applied(ONE_CELL_FAULT, plain), SOUND_TABLE);
  });

  it('are for the place asked about', () => {
    const elsewhere = actionsAt(ONE_CELL_FAULT, '行政运行');
    assert.deepEqual(
      elsewhere.filter(({ kind }) => kind === 'quickfix'),
      [],
    );
    assert.deepEqual(actionsAt(SOUND_TABLE, '30.00'), []);
  });

  it('are of the kinds asked for', () => {
    const titles = (only: readonly string[]) =>
      // Those that silence a finding have tests of their own.
      actionsAt(ONE_CELL_FAULT, '35.00', only).flatMap(({ kind, title }) =>
        title.includes('忽略') ? [] : kind,
      );
    assert.deepEqual(titles(['quickfix']), ['quickfix']);
    assert.deepEqual(titles(['source.fixAll']), ['source.fixAll']);
    assert.deepEqual(titles(['source']), ['source.fixAll']);
    assert.deepEqual(titles(['']), ['quickfix', 'refactor.rewrite.recalculateTable', 'source.fixAll']);
    assert.deepEqual(titles(['refactor']), ['refactor.rewrite.recalculateTable']);
    assert.deepEqual(titles(['refactor.extract']), []);
    assert.deepEqual(titles(['source.fixAll.eslint']), []);
  });

  it('fix all that is sure at once, wherever the cursor is', () => {
    const second = ONE_CELL_FAULT.replace(/表\n/, '表（甲）\n').concat('\n', ONE_CELL_FAULT);
    const [action] = actionsAt(second, '行政运行', ['source.fixAll']);
    const expected = SOUND_TABLE.replace(/表\n/, '表（甲）\n').concat('\n', SOUND_TABLE);
    assert.equal(applied(second, action), expected);
    assert.equal(action?.edit?.changeAnnotations?.['several-places']?.needsConfirmation, true);
  });

  it('fix all without asking where the editor does it at each save', () => {
    const second = `${ONE_CELL_FAULT.replace(/表\n/, '表（甲）\n')}\n${ONE_CELL_FAULT}`;
    const start = { line: 0, character: 0 };
    const [action] = codeActionsAt(
      analysisOf(second),
      { start, end: start },
      ['source.fixAll'],
      DOCUMENT,
      featureContext(),
      true,
    );
    assert.equal(action?.edit?.changeAnnotations, undefined);
    assert.equal(action?.edit?.documentChanges?.length, 1);
  });

  it('are none for clients that know only commands', () => {
    assert.deepEqual(actionsAt(ONE_CELL_FAULT, '35.00', undefined, { codeActionLiterals: false }), []);
  });
});
