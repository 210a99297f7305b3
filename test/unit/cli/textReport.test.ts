import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { LANGUAGES } from '#core/messages/messages.ts';
import type { FileReport } from '#server/cli/report.ts';
import { textReport } from '#server/cli/textReport.ts';
import { WORDS } from '#server/cli/words.ts';
import { codeFinding, hintFinding, sumFinding, withSeverity } from './findings.ts';

function report(reports: readonly FileReport[], { hints = false, colour = false } = {}): string {
  return textReport(reports, {
    language: LANGUAGES['zh-cn'],
    words: WORDS['zh-cn'],
    hints,
    colour,
  });
}

function english(reports: readonly FileReport[], hints = false): string {
  return textReport(reports, { language: LANGUAGES.en, words: WORDS.en, hints, colour: false });
}

describe('terminal: text report', () => {
  it('writes path:line:column from 1, severity, message and rule, file by file', () => {
    const lines = report([
      { file: 'a.txt', findings: [sumFinding(), codeFinding()] },
      { file: 'empty.txt', findings: [] },
      { file: 'C:\\预算\\b.txt', findings: [sumFinding()] },
    ]).split('\n');
    assert.equal(lines.length, 7);
    assert.match(lines[0] ?? '', /^a\.txt:3:7: 错误: .*1,350\.50.* \[code-sum\]$/);
    assert.match(lines[1] ?? '', /^a\.txt:5:1: 警告: .*2101109.* \[code-unknown\]$/);
    assert.equal(lines[2], '');
    assert.match(lines[3] ?? '', /^C:\\预算\\b\.txt:3:7: 错误: .* \[code-sum\]$/);
    assert.deepEqual(lines.slice(4), ['', '检查了 3 个文件：2 处错误、1 处警告', '']);
  });

  it('keeps hints back unless asked, and says so', () => {
    const reports = [{ file: 'a.txt', findings: [hintFinding()] }];
    assert.equal(report(reports), '检查了 1 个文件：没有发现问题（另有 1 处提示，加 --hints 列出）\n');
    assert.match(
      report(reports, { hints: true }),
      /^a\.txt:10:1: 提示: .* \[rounding-difference\]\n\n检查了 1 个文件：1 处提示\n$/,
    );
  });

  it('counts information apart', () => {
    const reports = [{ file: 'a.txt', findings: [withSeverity(hintFinding(), 'information')] }];
    assert.match(report(reports), /a\.txt:10:1: 信息: .*\n\n检查了 1 个文件：1 处信息\n$/);
  });

  it('speaks English, with the severities problem matchers know', () => {
    const findings = [
      sumFinding(),
      sumFinding(),
      codeFinding(),
      withSeverity(hintFinding(), 'information'),
      hintFinding(),
    ];
    const text = english([{ file: 'a.txt', findings }]);
    assert.match(text, /^a\.txt:3:7: error: .* \[code-sum\]$/m);
    assert.match(text, /^a\.txt:5:1: warning: .* \[code-unknown\]$/m);
    assert.match(text, /^a\.txt:10:1: info: .* \[rounding-difference\]$/m);
    assert.match(text, /\nChecked 1 file: 2 errors, 1 warning, 1 note \(1 hint not listed; add --hints\)\n$/);
    assert.equal(english([]), 'Checked 0 files: no problems found\n');
  });

  it('colours nothing but severity and rule, and only when told to', () => {
    const reports = [{ file: 'a.txt', findings: [sumFinding()] }];
    const coloured = report(reports, { colour: true });
    assert.ok(coloured.startsWith('a.txt:3:7: \u001b['));
    assert.equal(stripVTControlCharacters(coloured), report(reports));
    assert.ok(!report(reports).includes('\u001b'));
  });

  it('lets no control character of the file reach the terminal', () => {
    const text = report([{ file: 'a.txt', findings: [sumFinding('甲\u001b[2J\r\n乙\u2028\u009b丙')] }]);
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\u2028]/u);
    assert.equal(text.split('\n').length, 4);
  });
});
