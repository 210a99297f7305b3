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

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const alignedAmounts = (number: number, columns: number): string =>
  Array.from({ length: columns }, (_, column) =>
    (number * 7 + column * 13) % 5 < 2 ? ' '.repeat(11) : `${(number % 9000) + 1000}.50`.padStart(11),
  ).join('');

/** A line ten times as long as there are lines, for what looks ahead within one. */
const longLine = (count: number, piece: string): string => piece.repeat((10 * count) / piece.length);

const PIECES = ['1', ' ', ',', '"a",', '<', '<td>', '&nbsp;', '1 ', '1.00  ', '表  ', '\u3000', '-', '*  '];

/** Texts on which something that looks back or ahead too far takes quadratic time, by their number of lines. */
export const LONG_TEXTS: Readonly<Record<string, (count: number) => string>> = {
  'aligned rows': (count) => lines(count, (i) => `${2010000 + i}   行政运行${alignedAmounts(i, 12)}`),
  'aligned headings': (count) => lines(count, (i) => `项目${i}      金额     2022`),
  'aligned rows that never agree': (count) => lines(count, (i) => `${' '.repeat((i % 40) * 8)}合计  ${i}.00`),
  'aligned names': (count) => lines(count, (i) => `${2010000 + i}   行政运行`),
  'comma rows': (count) => '201,一般公共服务,"2,371.41",45.39\n'.repeat(count),
  'comma clauses': (count) => '201,一般公共服务,支出,收入\n甲,乙,丙1,丁\n'.repeat(count / 2),
  'quotes never closed': (count) => 'a,"b,c\n'.repeat(count),
  'html rows': (count) =>
    `<table>\n${'<tr><td>201</td><td>名称</td><td>1.00</td></tr>\n'.repeat(count)}</table>`,
  'html tables never closed': (count) => '<table><tr><td>\n'.repeat(count),
  'html comments never closed': (count) => `<table><tr><td>${longLine(count, '<!--')}`,
  'html tags never closed': (count) => `<table><tr>${longLine(count, '<td "')}`,
  'html empty cells': (count) => `<table>${longLine(count, '<td></td>')}`,
  'one cell a line': (count) => `项目\n预算数\n${'一、拨款\n5.00\n'.repeat(count / 2)}`,
  'words, one a line': (count) => '项目\n'.repeat(count),
  'flattened rows with blank lines': (count) =>
    lines(count, (i) => (i % 2 === 0 ? '2010301 行政运行 4.00' : '')),
  'flattened headings with blank lines': (count) => lines(count, (i) => (i % 2 === 0 ? '科目 金额' : '')),
  'flattened rows with page numbers': (count) =>
    lines(count, (i) => ['2010301 行政运行 4.00', '', '- 1 -'][i % 3] ?? ''),
  'flattened rows': (count) => '2010306 政务公开审批 5,188.13 923.55 737.27\n'.repeat(count),
  conflicts: (count) => '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'.repeat(count / 5),
  'conflicts never closed': (count) => '<<<<<<< a\nx\n'.repeat(count / 2),
  'marks between rows': (count) => 'a\tb\n=======\n'.repeat(count / 2),
  ...Object.fromEntries(
    PIECES.map((piece) => [
      `a line and lines of ${JSON.stringify(piece)}`,
      (count: number) => `${longLine(count, piece)}\n${`${piece.repeat(4)}\n`.repeat(count)}`,
    ]),
  ),
  'scattered pieces of tables': (count) =>
    scatter(
      [...'0123456789.,- \u3000\n"表合计名称|\t*<>', '  ', '<td>', '\n\n', '</table>', '<table>'],
      50 * count,
    ),
  'scattered bytes': (count) =>
    scatter(
      Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)),
      50 * count,
    ),
};
