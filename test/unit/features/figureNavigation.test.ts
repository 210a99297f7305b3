import assert from 'node:assert/strict';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { Range } from '#core/text/range.ts';
import { definitionAt, highlightsAt, referencesAt } from '#server/features/navigation.ts';
import { SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';

const URI = 'file:///a.budget.txt';

const INCOME_TABLE = SOUND_TABLE.replace('支出总体', '收入总体').replace(
  '基本支出	项目支出',
  '财政拨款	其他收入',
);

/** `line: text` of each range, lines from 0. */
function texts(text: string, ranges: readonly Range[]): string[] {
  const lines = text.split('\n');
  return ranges.map(
    ({ start, end }) => `${start.line}: ${lines[start.line]?.slice(start.character, end.character)}`,
  );
}

function definition(textWithCursor: string): string[] {
  const { text, position } = marked(textWithCursor);
  const found = definitionAt(analysisOf(text), position, URI, featureContext()) ?? [];
  return texts(
    text,
    [found].flat().map(({ range }) => range),
  );
}

function references(textWithCursor: string, includeDeclaration = false): string[] {
  const { text, position } = marked(textWithCursor);
  const found = referencesAt(analysisOf(text), position, includeDeclaration, URI, featureContext());
  return texts(
    text,
    found.map(({ range }) => range),
  );
}

const OF_A_GROUP = SOUND_TABLE.replace('相关机构事务	300.00', '相关机构事务	30‸0.00');
const OF_A_LEAF = SOUND_TABLE.replace('离退休	20.00	20.00', '离退休	20.00	20‸.00');

describe('navigating amounts', () => {
  it('leads from a total to all its parts', () => {
    assert.deepEqual(definition(OF_A_GROUP), ['4: 100.00', '4: 200.00', '5: 100.00', '6: 200.00']);
  });

  it('leads from a figure without parts to the same figure in other tables', () => {
    assert.deepEqual(definition(`${INCOME_TABLE}\n${OF_A_LEAF}`), ['9: 20.00']);
    assert.deepEqual(definition(OF_A_LEAF), []);
  });

  it('finds parts and totals, and where else the figure stands', () => {
    assert.deepEqual(references(OF_A_GROUP), [
      '3: 300.00',
      '4: 100.00',
      '4: 200.00',
      '5: 100.00',
      '6: 200.00',
    ]);
    assert.deepEqual(references(OF_A_LEAF), ['8: 50.00', '9: 20.00']);
    assert.deepEqual(references(`${INCOME_TABLE}\n${OF_A_LEAF}`), ['9: 20.00', '21: 50.00', '22: 20.00']);
  });

  it('counts the figure itself where it is asked for', () => {
    assert.deepEqual(references(OF_A_LEAF, true), ['8: 50.00', '9: 20.00', '9: 20.00']);
  });

  it('marks an amount with its parts and its totals', () => {
    const { text, position } = marked(OF_A_GROUP);
    const found = highlightsAt(analysisOf(text), position, featureContext());
    const of = (wanted: DocumentHighlightKind) =>
      texts(
        text,
        found.filter(({ kind }) => kind === wanted).map(({ range }) => range),
      );
    assert.deepEqual(of(DocumentHighlightKind.Write), ['4: 300.00']);
    assert.deepEqual(of(DocumentHighlightKind.Read), ['4: 100.00', '4: 200.00', '5: 100.00', '6: 200.00']);
    assert.deepEqual(of(DocumentHighlightKind.Text), ['3: 300.00']);
  });

  it('leaves codes to their own navigation, and says nothing of words', () => {
    assert.deepEqual(references(SOUND_TABLE.replace('2080501', '208‸0501')), []);
    assert.deepEqual(definition(SOUND_TABLE.replace('科目名称', '科目‸名称')), []);
  });
});
