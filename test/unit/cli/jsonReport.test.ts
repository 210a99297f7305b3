import assert from 'node:assert/strict';
import { LANGUAGES } from '#core/messages/messages.ts';
import { jsonReport } from '#server/cli/jsonReport.ts';
import { codeFinding, hintFinding, READING, range, sumFinding } from './findings.ts';

const ZH_CN = LANGUAGES['zh-cn'];

describe('terminal: JSON report', () => {
  it('has exactly the documented shape', () => {
    const report = jsonReport(
      [{ file: './预算/a.budget.txt', reading: READING, findings: [sumFinding()] }],
      ZH_CN,
    );
    const message = ZH_CN.findings['code-sum'](sumFinding().params);
    assert.match(message, /1,350\.50/);
    assert.deepEqual(JSON.parse(report), [
      {
        file: './预算/a.budget.txt',
        diagnostics: [
          {
            rule: 'code-sum',
            severity: 'error',
            range: range(2, 6, 14),
            message,
            expected: '1350.50',
            actual: '1530.50',
            related: [{ range: range(3, 8, 14), message: '加数：2010301 行政运行' }],
            fixes: [
              {
                title: '改为 1,350.50',
                preferred: true,
                edits: [{ range: range(2, 6, 14), newText: '1,350.50' }],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('speaks English where asked', () => {
    const report = jsonReport([{ file: 'a', reading: READING, findings: [sumFinding()] }], LANGUAGES.en);
    assert.match(report, /"title":"Change to 1,350\.50"/);
    assert.match(report, /"message":"Addend: 2010301 行政运行"/);
  });

  it('gives the code that is meant, and null where none is known', () => {
    const meant = { code: '2101199', name: '其他行政事业单位医疗支出' };
    const files = JSON.parse(
      jsonReport([{ file: 'a', reading: READING, findings: [codeFinding(meant), codeFinding()] }], ZH_CN),
    );
    const pairs = files[0].diagnostics.map((each: { expected: unknown; actual: unknown }) => [
      each.expected,
      each.actual,
    ]);
    assert.deepEqual(pairs, [
      ['2101199', '2101109'],
      [null, '2101109'],
    ]);
  });

  it('prints whole amounts whole, and holds hints', () => {
    const [file] = JSON.parse(
      jsonReport([{ file: 'a', reading: READING, findings: [hintFinding()] }], ZH_CN),
    );
    assert.equal(file.diagnostics[0].severity, 'hint');
    assert.equal(file.diagnostics[0].expected, '101');
    assert.equal(file.diagnostics[0].actual, '100');
  });

  it('lists files without findings, and is a list without files', () => {
    assert.deepEqual(JSON.parse(jsonReport([{ file: 'a', reading: READING, findings: [] }], ZH_CN)), [
      { file: 'a', diagnostics: [] },
    ]);
    assert.equal(jsonReport([], ZH_CN), '[]\n');
  });

  it('stays readable with a lone surrogate in a label', () => {
    const report = jsonReport([{ file: 'a', reading: READING, findings: [sumFinding('甲\ud800')] }], ZH_CN);
    assert.doesNotMatch(report, /\p{Cs}/u);
    assert.match(JSON.parse(report)[0].diagnostics[0].message, /甲\ud800/);
  });
});
