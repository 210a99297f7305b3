import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { LANGUAGES } from '#core/messages/messages.ts';
import type { FileReport } from '#server/cli/report.ts';
import { textReport } from '#server/cli/textReport.ts';
import { WORDS } from '#server/cli/words.ts';
import type { Reading } from '#server/reading.ts';
import { codeFinding, hintFinding, READING, sumFinding, withSeverity } from './findings.ts';

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

/** What was read of a text that has no table and no amount. */
const NOTHING: Reading = { tables: 0, unreadTables: 0, figures: 0, relations: 0, holding: 0 };

/** The last line of a report. */
function summary(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

describe('terminal: text report', () => {
  it('writes path:line:column from 1, severity, message and rule, file by file', () => {
    const lines = report([
      { file: 'a.txt', reading: READING, findings: [sumFinding(), codeFinding()] },
      { file: 'empty.txt', reading: NOTHING, findings: [] },
      { file: 'C:\\预算\\b.txt', reading: READING, findings: [sumFinding()] },
    ]).split('\n');
    assert.equal(lines.length, 10);
    assert.match(lines[0] ?? '', /^a\.txt:3:7: 错误: .*1,350\.50.* \[code-sum\]$/);
    assert.match(lines[1] ?? '', /^a\.txt:5:1: 警告: .*2101109.* \[code-unknown\]$/);
    assert.equal(lines[2], '');
    assert.match(lines[3] ?? '', /^C:\\预算\\b\.txt:3:7: 错误: .* \[code-sum\]$/);
    assert.deepEqual(lines.slice(4), [
      '',
      'a.txt：1 张表、9 个金额，勾稽 3/4 ✗',
      'empty.txt：没有读到表格和金额，无从核对',
      'C:\\预算\\b.txt：1 张表、9 个金额，勾稽 3/4 ✗',
      '检查了 3 个文件：2 处错误、1 处警告；其中 1 个没有读到表格和金额，无从核对',
      '',
    ]);
  });

  it('keeps hints back unless asked, and says so', () => {
    const reports = [{ file: 'a.txt', reading: READING, findings: [hintFinding()] }];
    assert.equal(summary(report(reports)), '检查了 1 个文件：没有发现问题（另有 1 处提示，加 --hints 列出）');
    assert.match(
      report(reports, { hints: true }),
      /^a\.txt:10:1: 提示: .* \[rounding-difference\]\n\n.*\n检查了 1 个文件：1 处提示\n$/,
    );
  });

  it('counts information apart', () => {
    const reports = [
      { file: 'a.txt', reading: READING, findings: [withSeverity(hintFinding(), 'information')] },
    ];
    assert.match(report(reports), /a\.txt:10:1: 信息: .*\n\n.*\n检查了 1 个文件：1 处信息\n$/);
  });

  it('speaks English, with the severities problem matchers know', () => {
    const findings = [
      sumFinding(),
      sumFinding(),
      codeFinding(),
      withSeverity(hintFinding(), 'information'),
      hintFinding(),
    ];
    const text = english([{ file: 'a.txt', reading: READING, findings }]);
    assert.match(text, /^a\.txt:3:7: error: .* \[code-sum\]$/m);
    assert.match(text, /^a\.txt:5:1: warning: .* \[code-unknown\]$/m);
    assert.match(text, /^a\.txt:10:1: info: .* \[rounding-difference\]$/m);
    assert.match(text, /\nChecked 1 file: 2 errors, 1 warning, 1 note \(1 hint not listed; add --hints\)\n$/);
    assert.equal(english([]), 'Checked 0 files: no problems found\n');
  });

  it('tells a text without faults from one that was not recognised', () => {
    const blank = { file: '通知.txt', reading: NOTHING, findings: [] };
    const sound = { file: 'a.txt', reading: { ...READING, unreadTables: 1, holding: 4 }, findings: [] };
    assert.equal(
      report([blank]),
      '通知.txt：没有读到表格和金额，无从核对\n检查了 1 个文件：没有读到表格和金额，无从核对\n',
    );
    assert.equal(
      report([sound, blank]),
      [
        'a.txt：1 张表（1 张读不准，未核对）、9 个金额，勾稽 4/4 ✓',
        '通知.txt：没有读到表格和金额，无从核对',
        '检查了 2 个文件：没有发现问题；其中 1 个没有读到表格和金额，无从核对',
        '',
      ].join('\n'),
    );
    const none = { file: 'b.txt', reading: { ...READING, relations: 0, holding: 0 }, findings: [] };
    assert.match(report([none]), /^b\.txt：1 张表、9 个金额，没有可核对的勾稽\n/);
    assert.equal(
      english([blank, none]),
      [
        '通知.txt: no table and no amount was recognised',
        'b.txt: 1 table, 9 amounts, no relations to check',
        'Checked 2 files: no problems found; in 1 no table and no amount was recognised',
        '',
      ].join('\n'),
    );
  });

  it('colours nothing but severity and rule, and only when told to', () => {
    const reports = [{ file: 'a.txt', reading: READING, findings: [sumFinding()] }];
    const coloured = report(reports, { colour: true });
    assert.ok(coloured.startsWith('a.txt:3:7: \u001b['));
    assert.equal(stripVTControlCharacters(coloured), report(reports));
    assert.ok(!report(reports).includes('\u001b'));
  });

  it('lets no control character of the file reach the terminal', () => {
    const text = report([
      { file: 'a.txt', reading: READING, findings: [sumFinding('甲\u001b[2J\r\n乙\u2028\u009b丙')] },
    ]);
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\u2028]/u);
    assert.equal(text.split('\n').length, 5);
  });
});
