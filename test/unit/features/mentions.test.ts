import assert from 'node:assert/strict';
import { TextDocumentEdit } from 'vscode-languageserver';
import type { Range } from '#core/text/range.ts';
import { codeActionsAt } from '#server/features/codeActions.ts';
import { UPDATE_MENTIONS_KIND } from '#server/features/mentions.ts';
import { definitionAt, referencesAt } from '#server/features/navigation.ts';
import { analysisOf, applyEdits, featureContext } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';

const DOCUMENT = { uri: 'file:///a.budget.txt', version: 7 };

/** Sentences in 万元 over a table of “三公”经费. */
const TEXT = `某某局2024年部门预算公开

一、“三公”经费情况

2024年公务接待费预算12.36万元，公务用车运行维护费8.50万元。

二、其他说明

2024年“三公”经费中，公务接待费12.36万元，与上年持平。

一般公共预算“三公”经费支出表
单位：万元

项目	预算数
合计	20.86
因公出国（境）费	0.00
公务用车购置费	0.00
公务用车运行费	8.50
公务接待费	12.36
`;

function texts(text: string, ranges: readonly Range[]): string[] {
  const lines = text.split('\n');
  return ranges.map(
    ({ start, end }) => `${start.line}: ${lines[start.line]?.slice(start.character, end.character)}`,
  );
}

describe('sentences and the cells they speak of', () => {
  it('a figure of a sentence leads to its cell', () => {
    const { text, position } = marked(TEXT.replace('预算12.36', '预算12.‸36'));
    const found = definitionAt(analysisOf(text), position, DOCUMENT.uri, featureContext()) ?? [];
    assert.deepEqual(
      texts(
        text,
        [found].flat().map(({ range }) => range),
      ),
      ['18: 12.36'],
    );
  });

  it('a cell leads to every sentence that speaks of it', () => {
    const { text, position } = marked(TEXT.replace('接待费\t12.36', '接待费\t12‸.36'));
    const found = referencesAt(analysisOf(text), position, false, DOCUMENT.uri, featureContext());
    const own = texts(
      text,
      found.map(({ range }) => range),
    );
    assert.deepEqual(
      own.filter((each) => !each.startsWith('14')),
      ['4: 12.36', '8: 12.36'],
    );
  });

  it('a figure that no table prints leads nowhere', () => {
    const { text, position } = marked(`${TEXT}\n2024年会议费2‸.00万元。\n`);
    assert.equal(definitionAt(analysisOf(text), position, DOCUMENT.uri, featureContext()), null);
  });

  it('after a cell changed one previewed edit of this version brings the sentences in line', () => {
    const changed = TEXT.replace('接待费\t12.36', '接待费\t10‸.50').replace('20.86', '19.00');
    const { text, position } = marked(changed);
    const range = { start: position, end: position };
    const context = featureContext();
    const [action, ...others] = codeActionsAt(
      analysisOf(text),
      range,
      [UPDATE_MENTIONS_KIND],
      DOCUMENT,
      context,
    );
    assert.deepEqual(others, []);
    const changes = action?.edit?.documentChanges?.filter(TextDocumentEdit.is) ?? [];
    assert.deepEqual(
      changes.map(({ textDocument }) => textDocument.version),
      [7],
    );
    assert.equal(Object.values(action?.edit?.changeAnnotations ?? {})[0]?.needsConfirmation, true);
    const edits = changes.flatMap((each) => each.edits).filter((each) => 'newText' in each);
    assert.equal(applyEdits(text, edits), text.replaceAll('12.36万元', '10.50万元'));
  });

  it('is not offered where every sentence agrees', () => {
    const { text, position } = marked(TEXT.replace('接待费\t12.36', '接待费\t12‸.36'));
    const range = { start: position, end: position };
    assert.deepEqual(
      codeActionsAt(analysisOf(text), range, [UPDATE_MENTIONS_KIND], DOCUMENT, featureContext()),
      [],
    );
  });
});
