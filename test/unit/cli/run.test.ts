import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type ExitCode, run } from '#server/cli/run.ts';
import { LAST_YEAR, THIS_YEAR } from '../../support/twoYears.ts';
import { LOCAL_CODE, SOUND, WRONG_RANGE, WRONG_SUBTOTAL } from './disclosures.ts';
import { encodeUtf8 } from './encode.ts';

interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

/** A list of targets with a name of a region's own, in a unit that its library does not have. */
const TARGETS = [
  ...['项目支出绩效目标表', '', '项目名称\t政务大厅运行', '一级指标\t二级指标\t三级指标\t指标值'],
  ...['产出指标\t数量指标\t设置窗口数量\t≥30个', '\t质量指标\t窗口评价器使用率\t≥90人次'],
  ...['\t时效指标\t完成及时率\t≥95%', '效益指标\t社会效益指标\t综合受理比例\t≥90%'],
  '满意度指标\t服务对象满意度指标\t办事群众满意度\t≥90%',
].join('\n');

const FILES: Readonly<Record<string, Uint8Array>> = {
  'sound.txt': encodeUtf8(SOUND),
  'wrong.txt': encodeUtf8(WRONG_SUBTOTAL),
  'silenced.txt': encodeUtf8(`［预算公开：忽略 code-sum 涉密科目不列］\n${WRONG_SUBTOTAL}`),
  [join('预算', 'wrong.txt')]: encodeUtf8(WRONG_SUBTOTAL),
  [join('预算', '下属', 'sound.txt')]: encodeUtf8(SOUND),
  'empty.txt': new Uint8Array(),
  'budget.docx': new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]),
  '2023.txt': encodeUtf8(LAST_YEAR),
  '2024.txt': encodeUtf8(THIS_YEAR),
  'local.txt': encodeUtf8(LOCAL_CODE),
  'local.json': encodeUtf8('{"code":"2010360","name":"数字政府"}'),
  'targets.txt': encodeUtf8(TARGETS),
  'library.json': encodeUtf8('{"name":"窗口评价器使用率","category":"质量指标","units":["%"]}'),
  'faulty.json': encodeUtf8('数字政府\n{"code":"2010360","name":"数字政府"}\n{"code":"2010361"}'),
};

/** Paths that fail, with the codes of the system or of Node. */
const FAILURES: Readonly<Record<string, string>> = {
  folder: 'EISDIR',
  'secret.txt': 'EACCES',
  'huge.txt': 'ERR_FS_FILE_TOO_LARGE',
  'broken.txt': 'EIO',
};

/** What lies below the folders, as their names lead to it. */
const FOLDERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  预算: [['wrong.txt'], ['下属', 'sound.txt'], ['决算.xlsx'], ['封面.PDF'], ['app.log']],
  图片: [['a.png']],
};

async function terminal(...argv: string[]): Promise<Outcome> {
  let out = '';
  let error = '';
  const code = await run(argv, {
    version: '1.2.3',
    readFile: async (path) => {
      const bytes = FILES[path];
      if (bytes) return bytes;
      throw Object.assign(new Error(`failed on ${path}`), { code: FAILURES[path] ?? 'ENOENT' });
    },
    filesIn: async (path) => FOLDERS[path],
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    colour: false,
  });
  return { code, out, error };
}

function lastLine(out: string): string {
  return out.trimEnd().split('\n').at(-1) ?? '';
}

describe('terminal: run', () => {
  it('exits with 0 where nothing is wrong', async () => {
    const { code, out, error } = await terminal('check', 'sound.txt', 'empty.txt');
    assert.deepEqual({ code, error }, { code: 0, error: '' });
    const [sound = '', ...rest] = out.split('\n');
    assert.match(sound, /^sound\.txt：1 张表、\d+ 个金额，勾稽 (\d+)\/\1 ✓$/);
    assert.deepEqual(rest, [
      'empty.txt：没有读到表格和金额，无从核对',
      '检查了 2 个文件：没有发现问题；其中 1 个没有读到表格和金额，无从核对',
      '',
    ]);
  });

  it('exits with 1 on a wrong subtotal, and names it with its place', async () => {
    const { code, out, error } = await terminal('check', 'sound.txt', 'wrong.txt');
    assert.equal(code, 1);
    assert.equal(error, '');
    assert.match(
      out,
      new RegExp(`^wrong\\.txt:5:${WRONG_RANGE.start.character + 1}: 错误: .*1,530\\.50.*1,350\\.50.*\\n\\n`),
    );
    assert.match(out, /检查了 2 个文件：1 处错误\n$/);
  });

  it('compares a disclosure with that of the year before, where both are given', async () => {
    assert.match((await terminal('check', '2024.txt')).out, /没有发现问题\n$/);
    const { out } = await terminal('check', '2024.txt', '2023.txt');
    assert.match(out, /^2024\.txt:5:\d+: 警告: .*950\.00 万元.*\+50\.00 万元/);
  });

  it('counts what a file asks to be silent about, and leaves it out', async () => {
    const text = await terminal('check', 'silenced.txt');
    assert.deepEqual(
      { ...text, out: lastLine(text.out) },
      {
        code: 0,
        out: '检查了 1 个文件：没有发现问题，按文中标注忽略 1 处',
        error: '',
      },
    );
    const { out } = await terminal('check', '--format', 'json', 'silenced.txt');
    assert.deepEqual(JSON.parse(out), [{ file: 'silenced.txt', diagnostics: [] }]);
    assert.match(
      (await terminal('check', '--language', 'en', 'silenced.txt')).out,
      /; 1 silenced in the text\n$/,
    );
  });

  it('reads the text files of a folder and of those in it, each once, and says what it left out', async () => {
    const { code, out, error } = await terminal('check', '预算', join('预算', 'wrong.txt'));
    assert.equal(code, 1);
    assert.equal(
      error,
      '预算 中有 2 个 Word、Excel、WPS 或 PDF 文件没有读：请另存为纯文本（.txt）后再检查。\n',
    );
    assert.ok(out.startsWith(`${join('预算', 'wrong.txt')}:5:`), out);
    assert.ok(out.includes(`\n${join('预算', '下属', 'sound.txt')}：1 张表`), out);
    assert.equal(lastLine(out), '检查了 2 个文件：1 处错误');
  });

  it('exits with 2 on a folder without text files', async () => {
    assert.deepEqual(await terminal('check', '图片'), {
      code: 2,
      out: '',
      error: '无法读取 图片：文件夹中没有文本文件（.budget、.txt、.md）\n',
    });
  });

  it('reports what can be read, says what cannot, and exits with 2', async () => {
    const { code, out, error } = await terminal('check', 'missing.txt', 'wrong.txt', 'folder');
    assert.equal(code, 2);
    assert.match(out, /^wrong\.txt:5:/);
    assert.equal(error, '无法读取 missing.txt：文件不存在\n无法读取 folder：这是文件夹，请给出文件\n');
  });

  it('gives a reason for every file it cannot read', async () => {
    const { code, out, error } = await terminal(
      'check',
      '--language',
      'en',
      'secret.txt',
      'huge.txt',
      'broken.txt',
    );
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.deepEqual(error.split('\n'), [
      'Cannot read secret.txt: permission denied',
      'Cannot read huge.txt: the file is too large',
      'Cannot read broken.txt: failed on broken.txt',
      '',
    ]);
  });

  it('does not pass a file of Word for a text without faults', async () => {
    const { code, out, error } = await terminal('check', 'budget.docx');
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(error, /^无法读取 budget\.docx：这是 Word、Excel 或 PDF 文件，不是纯文本/);
  });

  it('writes a JSON list even when no file could be read', async () => {
    const { code, out } = await terminal('check', 'missing.txt', '--format', 'json');
    assert.equal(code, 2);
    assert.deepEqual(JSON.parse(out), []);
  });

  it('knows the codes of the user’s catalogue', async () => {
    const without = await terminal('check', 'local.txt');
    assert.match(without.out, /^local\.txt:7:.*2010360/);
    const known = await terminal('check', 'local.txt', '--catalogue', 'local.json');
    assert.deepEqual(
      { ...known, out: lastLine(known.out) },
      {
        code: 0,
        out: '检查了 1 个文件：没有发现问题',
        error: '',
      },
    );
  });

  it('exits with 2 where a catalogue cannot be read, and checks nothing', async () => {
    assert.deepEqual(await terminal('check', 'local.txt', '--catalogue', 'missing.json'), {
      code: 2,
      out: '',
      error: '无法读取科目目录 missing.json：文件不存在\n',
    });
    const english = await terminal('check', 'local.txt', '--catalogue', 'folder', '--language', 'en');
    assert.equal(english.error, 'Cannot read the catalogue folder: it is a folder; give a file\n');
  });

  it('uses the lines of a catalogue that can be read, names the others, and exits with 2', async () => {
    const { code, out, error } = await terminal('check', 'local.txt', '--catalogue', 'faulty.json');
    assert.equal(code, 2);
    assert.equal(lastLine(out), '检查了 1 个文件：没有发现问题');
    const [first = '', second = ''] = error.split('\n');
    assert.match(first, /^科目目录 faulty\.json：第 1 行/);
    assert.match(second, /^科目目录 faulty\.json：第 3 行.*name/);
  });

  it('holds indicators against the user’s library, and names what of it cannot be used', async () => {
    assert.equal(lastLine((await terminal('check', 'targets.txt')).out), '检查了 1 个文件：没有发现问题');
    const { code, out, error } = await terminal('check', 'targets.txt', '--indicators', 'library.json');
    assert.equal(code, 0);
    assert.equal(error, '');
    assert.match(out, /^targets\.txt:6:\d+: 警告: .*≥90人次.*\[indicator-value\]/);
    assert.deepEqual(await terminal('check', 'targets.txt', '--indicators', 'missing.json'), {
      code: 2,
      out: '',
      error: '无法读取绩效指标库 missing.json：文件不存在\n',
    });
    const faulty = await terminal('check', 'targets.txt', '--indicators', 'faulty.json', '--language', 'en');
    assert.equal(faulty.code, 2);
    assert.match(faulty.error, /^In the library of indicators faulty\.json: /);
  });

  it('answers help and version', async () => {
    assert.deepEqual(await terminal('--version'), { code: 0, out: '1.2.3\n', error: '' });
    const chinese = await terminal('--help');
    assert.equal(chinese.code, 0);
    assert.match(chinese.out, /用法/);
    const english = await terminal('--help', '--language', 'en');
    assert.match(english.out, /Usage/);
    for (const option of [
      'check',
      'explain',
      '--format',
      '--hints',
      '--catalogue',
      '--indicators',
      '--language',
      '--help',
      '--version',
    ]) {
      assert.ok(chinese.out.includes(option) && english.out.includes(option), option);
    }
  });

  it('explains a rule in both languages', async () => {
    const chinese = await terminal('explain', 'balance');
    assert.equal(chinese.code, 0);
    assert.match(chinese.out, /^balance {2}收支不平\n/);
    assert.match((await terminal('explain', 'balance', '--language', 'en')).out, /^balance {2}Balance\n/);
    assert.equal((await terminal('explain', '收支不平')).out, chinese.out);
  });

  it('exits with 2 on misuse, with a sentence on stderr and nothing on stdout', async () => {
    for (const [argv, sentence] of [
      [[], '没有给出命令。'],
      [['chek'], '没有命令“chek”'],
      [['check'], '没有给出要检查的文件或文件夹。'],
      [['check', 'sound.txt', '--fix'], '没有选项 --fix。'],
      [['explain', 'nothing'], '没有规则“nothing”'],
      [['chek', '--language', 'en'], 'There is no command “chek”'],
    ] as const) {
      const { code, out, error } = await terminal(...argv);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.ok(error.startsWith(sentence), error);
    }
  });
});
