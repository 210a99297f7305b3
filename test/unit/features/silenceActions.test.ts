import assert from 'node:assert/strict';
import { type CodeAction, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import type { ClientSupport } from '#server/clientSupport.ts';
import { codeActionsAt } from '#server/features/codeActions.ts';
import { ONE_CELL_FAULT } from '../../support/faultyTable.ts';
import { analysisOf, applyEdits, featureContext } from '../../support/features.ts';
import { placeOf } from '../../support/marked.ts';

const DOCUMENT = { uri: 'file:///a.budget.txt', version: 1 };

function actionsAt(text: string, needle: string, client: Partial<ClientSupport> = {}): CodeAction[] {
  const place = placeOf(text, needle);
  const range = { start: place, end: place };
  return codeActionsAt(analysisOf(text), range, ['quickfix'], DOCUMENT, featureContext(client));
}

function editsOf(action: CodeAction | undefined) {
  return (action?.edit?.documentChanges ?? []).filter(TextDocumentEdit.is).flatMap(({ edits }) => edits);
}

/** The text after an action, as a client without snippets makes it. */
function applied(text: string, action: CodeAction | undefined): string {
  return applyEdits(text, editsOf(action).filter(TextEdit.is));
}

const HERE = '忽略此处的“合计栏不符”（须写明理由）';
const TABLE = '在本表中忽略“合计栏不符”（须写明理由）';

describe('quick fixes that silence', () => {
  it('come behind the fixes that mend, and are not preferred', () => {
    const actions = actionsAt(ONE_CELL_FAULT, '35.00');
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['改为 30.00', HERE, TABLE],
    );
    assert.deepEqual(
      actions.map(({ isPreferred }) => isPreferred === true),
      [true, false, false],
    );
  });

  it('write a line in front of the row or of the table, with the reason selected', () => {
    const [, here, table] = actionsAt(ONE_CELL_FAULT, '35.00');
    const [edit] = editsOf(here);
    assert.ok(edit && SnippetTextEdit.is(edit));
    assert.equal(edit.snippet.value, `［预算公开：忽略 合计栏不符 \${1:请写明理由}］\n`);
    assert.equal(edit.range.start.line, 10);
    const [whole] = editsOf(table);
    assert.ok(whole && SnippetTextEdit.is(whole));
    assert.equal(whole.range.start.line, 0);
  });

  it('silence once a reason is given, and not before', () => {
    const [, here] = actionsAt(ONE_CELL_FAULT, '35.00', { snippetEdits: false });
    const begun = applied(ONE_CELL_FAULT, here);
    assert.deepEqual(
      analysisOf(begun).findings.map(({ rule }) => rule),
      ['silence-unused', 'row-sum'],
    );
    const done = begun.replace('请写明理由', '另有一栏未列出');
    assert.deepEqual(analysisOf(done).findings, []);
  });

  it('stand above a Markdown table as a comment', () => {
    const table = `## 2022年支出表

单位：万元

| 科目编码 | 科目名称 | 合计 |
|---|---|---|
| 20103 | 政府办公厅（室）及相关机构事务 | 19.00 |
| 2010301 | 行政运行 | 10.00 |
| 2010302 | 一般行政管理事务 | 2.50 |
`;
    const actions = actionsAt(table, '19.00', { snippetEdits: false }).filter(({ title }) =>
      title.includes('忽略'),
    );
    assert.equal(actions.length, 1);
    const text = applied(table, actions[0]);
    assert.ok(text.startsWith('<!-- 预算公开：忽略 科目小计不符 请写明理由 -->\n## 2022年支出表'), text);
  });

  it('delete a silence that has no use any more', () => {
    const text = `［预算公开：忽略 balance 已改正］\n${ONE_CELL_FAULT}`;
    const [remove] = actionsAt(text, '［');
    assert.equal(remove?.title, '删去此行标注');
    assert.equal(applied(text, remove), ONE_CELL_FAULT);
  });
});
