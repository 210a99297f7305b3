import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { RULE_IDS } from '#core/rules.ts';
import { parseSettings } from '#core/settings.ts';
import { diagnosticsOf } from '#server/features/diagnostics.ts';
import { ONE_CELL_FAULT, ONE_CELL_LINE, SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { seedTexts } from '../../support/seeds.ts';

const URI = 'file:///a.budget.txt';

describe('diagnostics', () => {
  it('say nothing of a table that adds up', () => {
    assert.deepEqual(diagnosticsOf(analysisOf(SOUND_TABLE), URI, featureContext()), []);
  });

  it('stand on the wrong amount, with its rule, words and severity', () => {
    const [diagnostic, ...others] = diagnosticsOf(analysisOf(ONE_CELL_FAULT), URI, featureContext());
    assert.deepEqual(others, []);
    assert.ok(diagnostic);
    const line = ONE_CELL_FAULT.split('\n')[ONE_CELL_LINE] ?? '';
    const character = line.indexOf('35.00');
    assert.deepEqual(diagnostic.range, {
      start: { line: ONE_CELL_LINE, character },
      end: { line: ONE_CELL_LINE, character: character + '35.00'.length },
    });
    assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic.source, '预算公开');
    assert.ok(RULE_IDS.some((id) => id === diagnostic.code));
    assert.match(String(diagnostic.message), /35\.00.*30\.00/);
  });

  it('speak the language of the settings', () => {
    const analysis = analysisOf(ONE_CELL_FAULT);
    const message = (language: 'zh-cn' | 'en') =>
      String(diagnosticsOf(analysis, URI, featureContext({}, language))[0]?.message);
    assert.match(message('zh-cn'), /^\p{Script=Han}/u);
    assert.match(message('en'), /^[A-Z]/);
  });

  it('name the other places of the sum in the same document', () => {
    const [diagnostic] = diagnosticsOf(analysisOf(ONE_CELL_FAULT), URI, featureContext());
    const related = diagnostic?.relatedInformation ?? [];
    assert.ok(related.length > 0);
    assert.ok(related.every(({ location }) => location.uri === URI));
    assert.ok(related.some(({ message }) => message.startsWith('受影响的合计：')));
  });

  it('leave out what the client cannot show', () => {
    const context = featureContext({ relatedInformation: false, codeDescription: false });
    const [diagnostic] = diagnosticsOf(analysisOf(ONE_CELL_FAULT), URI, {
      ...context,
      docsUri: 'file:///docs',
    });
    assert.ok(diagnostic);
    assert.equal('relatedInformation' in diagnostic, false);
    assert.equal('codeDescription' in diagnostic, false);
  });

  it('link to the page of their rule where the docs are known', () => {
    const context = { ...featureContext(), docsUri: 'file:///ext/docs/' };
    const [diagnostic] = diagnosticsOf(analysisOf(ONE_CELL_FAULT), URI, context);
    assert.equal(diagnostic?.codeDescription?.href, `file:///ext/docs/RULES.md#${diagnostic?.code}`);
    assert.equal(
      diagnosticsOf(analysisOf(ONE_CELL_FAULT), URI, featureContext())[0]?.codeDescription,
      undefined,
    );
  });

  it('have the severity of the settings', () => {
    const rule = diagnosticsOf(analysisOf(ONE_CELL_FAULT), URI, featureContext())[0]?.code;
    const settings = (severity: string) => parseSettings({ rules: { [String(rule)]: severity } });
    const found = (severity: string) =>
      diagnosticsOf(analysisOf(ONE_CELL_FAULT, settings(severity)), URI, featureContext()).map(
        (diagnostic) => diagnostic.severity,
      );
    assert.deepEqual(found('warning'), [DiagnosticSeverity.Warning]);
    assert.deepEqual(found('hint'), [DiagnosticSeverity.Hint]);
    assert.deepEqual(found('off'), []);
  });

  it('stay within one line, on text that is there, in every seed', () => {
    for (const { name, text } of seedTexts()) {
      const analysis = analysisOf(text);
      const diagnostics = diagnosticsOf(analysis, URI, featureContext());
      assert.ok(diagnostics.length > 0, name);
      for (const { range } of diagnostics) {
        assert.equal(range.start.line, range.end.line, name);
        assert.ok(range.start.character < range.end.character, name);
        assert.ok(range.end.character <= (analysis.lines[range.end.line]?.length ?? 0), name);
      }
    }
  });
});
