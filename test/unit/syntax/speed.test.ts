import { strict as assert } from 'node:assert';
import { parse } from '#core/syntax/parse.ts';

/** What a busy machine may take for texts that take a tenth of it on an idle one. */
const PATIENCE_MS = 2_000;

/** As many lines as the longest disclosures have; what is quadratic takes minutes over them. */
const LINES = 20_000;
const LONG = 200_000;

/** Numbers that look random and are the same in every run. */
function* noise(): Generator<number> {
  let state = 2463534242;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

function scatter(pieces: readonly string[], length: number): string {
  const chosen: string[] = [];
  for (const number of noise()) {
    chosen.push(pieces[number % pieces.length] ?? '');
    if (chosen.length === length) break;
  }
  return chosen.join('');
}

const row = (number: number, columns: number) =>
  Array.from({ length: columns }, (_, column) =>
    (number * 7 + column * 13) % 5 < 2 ? ' '.repeat(11) : `${(number % 9000) + 1000}.50`.padStart(11),
  ).join('');

const texts: readonly [string, () => string][] = [
  [
    'aligned rows',
    () => Array.from({ length: LINES }, (_, i) => `${2010000 + i}   行政运行${row(i, 12)}`).join('\n'),
  ],
  [
    'aligned headings',
    () => Array.from({ length: LINES }, (_, i) => `项目${i}      金额     2022`).join('\n'),
  ],
  [
    'aligned rows that never agree',
    () => Array.from({ length: LINES }, (_, i) => `${' '.repeat((i % 40) * 8)}合计  ${i}.00`).join('\n'),
  ],
  ['aligned names', () => Array.from({ length: LINES }, (_, i) => `${2010000 + i}   行政运行`).join('\n')],
  ['comma rows', () => '201,一般公共服务,"2,371.41",45.39\n'.repeat(LINES)],
  ['comma clauses', () => '201,一般公共服务,支出,收入\n甲,乙,丙1,丁\n'.repeat(LINES / 2)],
  ['quotes never closed', () => 'a,"b,c\n'.repeat(LINES)],
  [
    'html rows',
    () => `<table>\n${'<tr><td>201</td><td>名称</td><td>1.00</td></tr>\n'.repeat(LINES)}</table>`,
  ],
  ['html tables never closed', () => '<table><tr><td>\n'.repeat(LINES)],
  ['html comments never closed', () => `<table><tr><td>${'<!--'.repeat(LONG / 4)}`],
  ['html tags never closed', () => `<table><tr>${'<td "'.repeat(LONG / 5)}`],
  ['html empty cells', () => `<table>${'<td></td>'.repeat(LONG / 9)}`],
  ['one cell a line', () => `项目\n预算数\n${'一、拨款\n5.00\n'.repeat(LINES / 2)}`],
  ['words, one a line', () => '项目\n'.repeat(LINES)],
  ['flattened rows', () => '2010306 政务公开审批 5,188.13 923.55 737.27\n'.repeat(LINES)],
  ['conflicts', () => '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'.repeat(LINES / 5)],
  ['conflicts never closed', () => '<<<<<<< a\nx\n'.repeat(LINES / 2)],
  ['marks between rows', () => 'a\tb\n=======\n'.repeat(LINES / 2)],
  ...['1', ' ', ',', '"a",', '<', '<td>', '&nbsp;', '1 ', '1.00  ', '表  ', '\u3000', '-', '*  '].map(
    (piece): [string, () => string] => [
      `a line and lines of ${JSON.stringify(piece)}`,
      () => `${piece.repeat(LONG / piece.length)}\n${`${piece.repeat(4)}\n`.repeat(LINES)}`,
    ],
  ),
  [
    'scattered pieces of tables',
    () =>
      scatter(
        [...'0123456789.,- \u3000\n"表合计名称|\t*<>', '  ', '<td>', '\n\n', '</table>', '<table>'],
        1_000_000,
      ),
  ],
  [
    'scattered bytes',
    () =>
      scatter(
        Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)),
        1_000_000,
      ),
  ],
];

describe('time', () => {
  for (const [name, make] of texts) {
    it(`${name}: read within two seconds, every line once`, function () {
      const text = make();
      this.timeout(10 * PATIENCE_MS);
      const before = process.cpuUsage();
      const { lineCount, blocks } = parse(text);
      const { user, system } = process.cpuUsage(before);
      // Processor time: other programs on the machine must not count.
      const took = (user + system) / 1000;
      let next = 0;
      for (const { line, node } of blocks) {
        assert.equal(line, next);
        next += node.lineCount;
      }
      assert.equal(next, lineCount);
      assert.ok(took < PATIENCE_MS, `${Math.round(took)} ms`);
    });
  }
});
