import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RULES, type RuleId } from '#core/rules.ts';
import { parseAmount } from '#core/text/amount.ts';
import { version } from '../../package.json';
import type { JsonDiagnostic, JsonFile } from '../../server/src/cli/jsonReport.ts';
import { LOCAL_CODE, SOUND, WRONG_RANGE, WRONG_SUBTOTAL } from '../unit/cli/disclosures.ts';
import { encodeGb18030, encodeUtf8, encodeUtf16, noise } from '../unit/cli/encode.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCRIPT = join(ROOT, 'dist/cli.js');

const SEEDS = [
  'seeds/guiyang-2022.budget.txt',
  'seeds/tongnan-2021.budget.md',
  'seeds/hanzhong-2023.budget.txt',
  'seeds/hetang-2022.budget.txt',
  'seeds/dongxihu-2023.budget.txt',
];

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the built terminal in the project's folder, its output going into pipes. */
function terminal(...argv: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, ...argv], { cwd: ROOT });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      error += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });
}

async function checkJson(
  ...argv: string[]
): Promise<{ readonly code: number | null; readonly files: JsonFile[] }> {
  const { code, out, error } = await terminal('check', '--format', 'json', ...argv);
  assert.equal(error, '');
  return { code, files: JSON.parse(out) };
}

/** The diagnostics of a file that is checked alone. */
async function diagnosticsOf(path: string): Promise<readonly JsonDiagnostic[]> {
  const { files } = await checkJson(path);
  assert.deepEqual(
    files.map(({ file }) => file),
    [path],
  );
  return files[0]?.diagnostics ?? [];
}

function errorsOf(diagnostics: readonly JsonDiagnostic[]): readonly JsonDiagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

describe('terminal, built', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), '预算 cli '));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  function fixture(name: string, bytes: Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  describe('on the seeds', () => {
    for (const seed of SEEDS) {
      it(`reports ${seed} in the documented shape, and exits by its errors`, async () => {
        const lines = readFileSync(join(ROOT, seed), 'utf8').split('\n');
        const { code, files } = await checkJson(seed);
        assert.equal(files.length, 1);
        assert.deepEqual(Object.keys(files[0] ?? {}), ['file', 'diagnostics']);
        assert.equal(files[0]?.file, seed);
        const diagnostics = files[0].diagnostics;
        for (const diagnostic of diagnostics) assertDiagnostic(diagnostic, lines);
        assert.equal(code, errorsOf(diagnostics).length > 0 ? 1 : 0);
      });
    }

    it('flags 2101109 wherever hetang prints it beside the name of 2101199', async () => {
      const seed = 'seeds/hetang-2022.budget.txt';
      const printed = readFileSync(join(ROOT, seed), 'utf8')
        .split('\n')
        .flatMap((line, index) => (/^210\t11\t09[\t ]其他行政事业单位医疗支出/.test(line) ? index : []));
      assert.ok(printed.length >= 5);
      const { code, files } = await checkJson(seed);
      assert.equal(code, 1);
      const flagged = (files[0]?.diagnostics ?? []).filter(({ actual }) => actual === '2101109');
      assert.deepEqual(
        flagged.map(({ range }) => range.start.line),
        printed,
      );
      for (const { rule, severity, expected } of flagged) {
        assert.deepEqual([rule, severity, expected], ['code-unknown', 'error', '2101199']);
      }
    });

    it('finds a digit changed in a subtotal of guiyang, and offers the value that was printed', async () => {
      const text = readFileSync(join(ROOT, 'seeds/guiyang-2022.budget.txt'), 'utf8');
      const path = fixture('guiyang.budget.txt', encodeUtf8(text));
      const before = await diagnosticsOf(path);
      const index = text.split('\n').findIndex((line) => /^20103\t.*2, 371\. 41/.test(line));
      assert.ok(index >= 0);
      const lines = text.split('\n');
      lines[index] = (lines[index] ?? '').replace('2, 371. 41', '2, 871. 41');
      const after = await diagnosticsOf(fixture('guiyang.budget.txt', encodeUtf8(lines.join('\n'))));
      assert.equal(errorsOf(after).length, errorsOf(before).length + 1);
      const found = errorsOf(after).find(({ range }) => range.start.line === index);
      assert.equal(found?.actual, '2871.41');
      assert.equal(found.expected, '2371.41');
      assert.equal(found.fixes[0]?.edits[0]?.newText, '2, 371. 41');
    });
  });

  describe('on a wrong subtotal', () => {
    const mark = { utf8: [0xef, 0xbb, 0xbf], utf16le: [0xff, 0xfe], utf16be: [0xfe, 0xff] };
    const crlf = WRONG_SUBTOTAL.replaceAll('\n', '\r\n');
    for (const [name, bytes] of [
      ['utf-8', encodeUtf8(WRONG_SUBTOTAL)],
      ['utf-8 with CRLF', encodeUtf8(crlf)],
      ['utf-8 with a mark', [...mark.utf8, ...encodeUtf8(WRONG_SUBTOTAL)]],
      ['utf-8 with a mark and CRLF', [...mark.utf8, ...encodeUtf8(crlf)]],
      ['gb18030', encodeGb18030(WRONG_SUBTOTAL)],
      ['gb18030 with CRLF', encodeGb18030(crlf)],
      ['utf-16 le with a mark', [...mark.utf16le, ...encodeUtf16(WRONG_SUBTOTAL, 'little-endian')]],
      ['utf-16 be with a mark', [...mark.utf16be, ...encodeUtf16(WRONG_SUBTOTAL, 'big-endian')]],
      ['utf-16 le', encodeUtf16(WRONG_SUBTOTAL, 'little-endian')],
      ['utf-16 be with CRLF', encodeUtf16(crlf, 'big-endian')],
    ] as const) {
      it(`points at it in ${name}`, async () => {
        const { code, files } = await checkJson(fixture(`${name}.budget.txt`, new Uint8Array(bytes)));
        assert.equal(code, 1);
        const [found, ...others] = errorsOf(files[0]?.diagnostics ?? []);
        assert.ok(found);
        assert.deepEqual(others, []);
        assert.equal(RULES[found.rule].family, 'arithmetic');
        assert.deepEqual(found.range, WRONG_RANGE);
        assert.equal(found.expected, '1350.50');
        assert.equal(found.actual, '1530.50');
        assert.ok(found.related.length > 0);
        assert.deepEqual(found.fixes, [
          { title: '改为 1,350.50', preferred: true, edits: [{ range: WRONG_RANGE, newText: '1,350.50' }] },
        ]);
      });
    }

    it('writes lines that link, without colour into a pipe, and sums up', async () => {
      const path = fixture('text.budget.txt', encodeUtf8(WRONG_SUBTOTAL));
      const { code, out, error } = await terminal('check', path);
      assert.equal(code, 1);
      assert.equal(error, '');
      const [first = '', ...rest] = out.split('\n');
      const start = `${path}:5:${WRONG_RANGE.start.character + 1}: 错误: `;
      assert.equal(first.slice(0, start.length), start);
      assert.match(first, / \[code-sum\]$/);
      assert.equal(rest[0], '');
      assert.match(rest[1] ?? '', /text\.budget\.txt：1 张表、\d+ 个金额，勾稽 \d+\/\d+ ✗$/);
      assert.deepEqual(rest.slice(2), ['检查了 1 个文件：1 处错误', '']);
    });

    it('speaks English where asked', async () => {
      const path = fixture('english.budget.txt', encodeUtf8(WRONG_SUBTOTAL));
      const { out } = await terminal('check', path, '--language', 'en');
      assert.match(out, /: error: .*1,530\.50/);
      assert.match(out, /\nChecked 1 file: 1 error\n$/);
    });
  });

  describe('with a catalogue of the user’s', () => {
    it('knows its codes, and exits with 2 where the file cannot be read', async () => {
      const path = fixture('local.budget.txt', encodeUtf8(LOCAL_CODE));
      const catalogue = fixture('本省.json', encodeGb18030('{"code":"2010360","name":"数字政府"}\r\n'));
      const unknown = (files: readonly JsonFile[]) =>
        files.flatMap(({ diagnostics }) => diagnostics.map(({ rule, actual }) => `${rule} ${actual}`));
      assert.deepEqual(unknown((await checkJson(path)).files), ['code-unknown 2010360']);
      const known = await checkJson(path, '--catalogue', catalogue);
      assert.deepEqual([known.code, unknown(known.files)], [0, []]);
      const missing = join(folder, 'missing.json');
      const { code, out, error } = await terminal('check', path, '--catalogue', missing);
      assert.deepEqual([code, out, error], [2, '', `无法读取科目目录 ${missing}：文件不存在\n`]);
    });
  });

  describe('on what cannot be read or understood', () => {
    it('exits with 0 when every sum holds', async () => {
      assert.deepEqual(await checkJson(fixture('sound.budget.txt', encodeUtf8(SOUND))), {
        code: 0,
        files: [{ file: join(folder, 'sound.budget.txt'), diagnostics: [] }],
      });
    });

    it('exits with 2 for a missing file or an empty folder, and still reports the others', async () => {
      const wrong = fixture('wrong.budget.txt', encodeUtf8(WRONG_SUBTOTAL));
      const missing = join(folder, 'missing.budget.txt');
      const inner = join(folder, 'inner');
      mkdirSync(inner);
      const { code, out, error } = await terminal('check', missing, wrong, inner, '--format', 'json');
      assert.equal(code, 2);
      const files: JsonFile[] = JSON.parse(out);
      assert.deepEqual(
        files.map(({ file, diagnostics }) => [file, diagnostics.length]),
        [[wrong, 1]],
      );
      assert.equal(
        error,
        `无法读取 ${inner}：文件夹中没有文本文件（.budget、.txt、.md）\n无法读取 ${missing}：文件不存在\n`,
      );
    });

    it('reads the text files of a folder and of the folders in it', async () => {
      const whole = join(folder, 'whole');
      mkdirSync(join(whole, '下属'), { recursive: true });
      writeFileSync(join(whole, 'a.txt'), SOUND);
      writeFileSync(join(whole, '下属', 'b.budget.md'), WRONG_SUBTOTAL);
      writeFileSync(join(whole, 'c.docx'), 'PK');
      const { code, out, error } = await terminal('check', whole, '--format', 'json');
      assert.equal(code, 1);
      const files: JsonFile[] = JSON.parse(out);
      assert.deepEqual(
        files.map(({ file }) => file),
        [join(whole, 'a.txt'), join(whole, '下属', 'b.budget.md')],
      );
      assert.match(error, /中有 1 个 Word、Excel、WPS 或 PDF 文件没有读/);
    });

    it('exits with 2 for wrong arguments', async () => {
      for (const argv of [[], ['chek'], ['check'], ['check', SEEDS[0] ?? '', '--formt', 'json']]) {
        const { code, out, error } = await terminal(...argv);
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.notEqual(error, '');
      }
    });

    it('survives an empty file, noise, and a very long line', async function () {
      // Ten megabytes take most of a minute on a busy build server.
      this.timeout(180_000);
      const paths = [
        fixture('empty.budget.txt', new Uint8Array()),
        fixture('noise.budget.txt', noise(10_000_000)),
        fixture('long.budget.txt', encodeUtf8('预算 1,234.56 '.repeat(20_000))),
        fixture('surrogates.budget.txt', encodeUtf16('\ufeff科目\ud800\t1.00\n\udfff\t2\n', 'little-endian')),
      ];
      const { code, files } = await checkJson(...paths);
      assert.ok(code === 0 || code === 1);
      assert.deepEqual(
        files.map(({ file }) => file),
        paths,
      );
    });

    it('delivers a report larger than a pipe holds, whole', async () => {
      const path = fixture('large.budget.txt', encodeUtf8(`${WRONG_SUBTOTAL}\n`.repeat(400)));
      const { code, out } = await terminal('check', path, '--format', 'json');
      assert.equal(code, 1);
      assert.ok(out.length > 200_000);
      const files: JsonFile[] = JSON.parse(out);
      assert.equal(errorsOf(files[0]?.diagnostics ?? []).length, 400);
    });
  });

  it('answers help, version and explain', async () => {
    assert.deepEqual(await terminal('--version'), { code: 0, out: `${version}\n`, error: '' });
    const help = await terminal('--help');
    assert.equal(help.code, 0);
    assert.match(help.out, /check/);
    const explained = await terminal('explain', 'code-sum');
    assert.equal(explained.code, 0);
    assert.match(explained.out, /^code-sum {2}科目小计不符\n/);
  });
});

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

function assertDiagnostic(diagnostic: JsonDiagnostic, lines: readonly string[]): void {
  assert.deepEqual(Object.keys(diagnostic), [
    'rule',
    'severity',
    'range',
    'message',
    'expected',
    'actual',
    'related',
    'fixes',
  ]);
  const { rule, severity, message, actual, expected, range, related, fixes } = diagnostic;
  assert.ok(rule in RULES, rule);
  assert.ok(SEVERITIES.includes(severity), severity);
  assert.ok(message.length > 0);
  assertActual(rule, actual, textAt(range, lines));
  const figure = rule === 'code-name' ? /^\p{Script=Han}/u : /^-?\d+(?:\.\d+)?$/;
  assert.ok(expected === null || figure.test(expected), String(expected));
  for (const place of related) {
    assert.deepEqual(Object.keys(place), ['range', 'message']);
    // Of figures that slid some places are blank now.
    if (rule !== 'slid-column') assert.notEqual(textAt(place.range, lines), '');
  }
  assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1);
  for (const fix of fixes) {
    assert.deepEqual(Object.keys(fix), ['title', 'preferred', 'edits']);
    for (const edit of fix.edits) {
      assert.deepEqual(Object.keys(edit), ['range', 'newText']);
      assert.notEqual(textAt(edit.range, lines), edit.newText);
    }
  }
}

/**
 * What a diagnostic calls actual is what stands at its place: the amount, the digits of the code, or its name.
 * A slide is about many figures, and calls none of them actual.
 */
function assertActual(rule: RuleId, actual: string | null, text: string): void {
  if (rule === 'slid-column') {
    assert.equal(actual, null);
  } else if (RULES[rule].family === 'arithmetic') {
    const amount = parseAmount(text);
    assert.equal(actual, amount?.value.toFixed(amount.decimals));
  } else if (rule === 'code-name') {
    assert.equal(actual, text);
  } else if (RULES[rule].family === 'codes') {
    const digits = text.replace(/\D/g, '');
    assert.ok(digits !== '' && actual?.endsWith(digits), `${actual} at ${text}`);
  }
}

/** The text at a range, which must lie in one line. */
function textAt({ start, end }: JsonDiagnostic['range'], lines: readonly string[]): string {
  assert.equal(start.line, end.line);
  const line = lines[start.line] ?? '';
  assert.ok(0 <= start.character && start.character <= end.character && end.character <= line.length);
  return line.slice(start.character, end.character);
}
