import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { cellsOf, onlyTable } from './tables.ts';

const NAMES = [
  '一般公共服务支出',
  '行政运行',
  '政府办公厅（室）及相关机构事务',
  '住房公积金',
  '社会保障和就业支出',
  '机关事业单位基本养老保险缴费支出',
];
const CODES = ['201', '2010301', '20103', '2210201', '208', '2080505'];
const HEADINGS = ['合计', '基本支出', '项目支出', '一般公共预算拨款', '政府性基金', '其他收入'];

const WIDE = /[\u2e80-\u9fff\uff00-\uff60]/;
const widths = {
  display: (text: string) => [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0),
  characters: (text: string) => text.length,
};

type Flush = 'left' | 'right' | 'centre';

/** How a table is written down. */
interface Layout {
  readonly coded: boolean;
  readonly columns: number;
  readonly measure: keyof typeof widths;
  readonly figures: Flush;
  readonly headings: Flush;
  readonly room: number;
  readonly blankLines: number;
  readonly numbered: boolean;
  readonly ocr: boolean;
  /** Characters after which names are wrapped, their figures beside the first line or the middle one; or never. */
  readonly wrap: { readonly at: number; readonly beside: 'first' | 'middle' } | undefined;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  coded: fc.boolean(),
  columns: fc.integer({ min: 1, max: HEADINGS.length }),
  measure: fc.constantFrom('display', 'characters'),
  figures: fc.constantFrom('right', 'right', 'left', 'centre'),
  headings: fc.constantFrom('right', 'left', 'centre'),
  room: fc.integer({ min: 2, max: 4 }),
  blankLines: fc.integer({ min: 0, max: 2 }),
  numbered: fc.boolean(),
  ocr: fc.boolean(),
  wrap: fc.option(fc.record({ at: fc.constantFrom(5, 8), beside: fc.constantFrom('first', 'middle') }), {
    nil: undefined,
  }),
});

const amounts: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 99_999_999 })
  .map((cents) => (cents / 100).toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ','));
const figures = fc.array(fc.array(fc.option(amounts, { freq: 3, nil: '' }), { minLength: 6, maxLength: 6 }), {
  minLength: 4,
  maxLength: 12,
});

/** The rows of a model: labels and figures, a total over all columns in the end. */
function rowsOfModel(layout: Layout, cells: readonly (readonly string[])[]): string[][] {
  const { coded, columns, ocr } = layout;
  const spaced = (figure: string) => (ocr ? figure.replace(/[,.]/g, '$& ') : figure);
  const rows = cells.map((row, index) => {
    const own = row.slice(0, columns);
    if (own.every((figure) => figure.length === 0)) own[0] = '1.00';
    const code = coded ? [CODES[index % CODES.length] ?? ''] : [];
    return [...code, NAMES[index % NAMES.length] ?? '', ...own.map(spaced)];
  });
  const totals = Array.from({ length: columns }, (_, column) => spaced(`${column + 1}111.00`));
  return [...rows, [...(coded ? [''] : []), '合计', ...totals]];
}

/** A row as one line, or as several where its name is wrapped. */
function linesOf(row: readonly string[], nameColumn: number, { coded, wrap }: Layout): string[][] {
  const name = row[nameColumn] ?? '';
  if (!coded || !wrap || name.length <= wrap.at) return [[...row]];
  const pieces = name.match(new RegExp(`.{1,${wrap.at}}`, 'g')) ?? [];
  const beside = wrap.beside === 'first' ? 0 : (pieces.length - 1) >> 1;
  return pieces.map((piece, line) =>
    row.map((cell, column) => (column === nameColumn ? piece : line === beside ? cell : '')),
  );
}

/** A cell that was typed anew in its line, which moves all behind it. */
interface Typed {
  readonly index: number;
  readonly figure: string;
}

function write(
  rows: readonly (readonly string[])[],
  layout: Layout,
  typedIn: (row: readonly string[]) => Typed | undefined = () => undefined,
): string {
  const nameColumn = layout.coded ? 1 : 0;
  const widthOf = widths[layout.measure];
  const header = [...(layout.coded ? ['科目编码'] : []), '科目名称', ...HEADINGS.slice(0, layout.columns)];
  const body = rows.map((row) => linesOf(row, nameColumn, layout));
  const typed = rows.map(typedIn);
  const room = header.map((_, column) =>
    Math.max(...[header, ...body.flat()].map((line) => widthOf(line[column] ?? ''))),
  );
  const writeLine = (
    line: readonly string[],
    flushOf: (column: number) => Flush,
    { index, figure }: Partial<Typed> = {},
  ): string =>
    line
      .map((cell, column) => {
        const blanks = (room[column] ?? 0) - widthOf(cell);
        const flush = flushOf(column);
        const before = flush === 'left' ? 0 : flush === 'right' ? blanks : blanks >> 1;
        return ' '.repeat(before) + (column === index ? figure : cell) + ' '.repeat(blanks - before);
      })
      .join(' '.repeat(layout.room))
      .trimEnd();
  const numbers = header.map((_, column) => (column <= nameColumn ? '**' : String(column - nameColumn)));
  const written = [
    writeLine(header, () => layout.headings),
    ...(layout.numbered ? [writeLine(numbers, () => 'centre')] : []),
    ...body.map((lines, row) =>
      lines
        .map((line) =>
          writeLine(line, (column) => (column > nameColumn ? layout.figures : 'left'), typed[row]),
        )
        .join('\n'),
    ),
  ];
  return written.join('\n'.repeat(layout.blankLines + 1));
}

/** How many rows were read, and of how many the reading was sure. */
interface Tally {
  all: number;
  sure: number;
}

/** Reads a table of the lines written, and holds the rows it is sure of against those meant. */
function assertGivenBack(
  rows: readonly (readonly string[])[],
  written: string,
  { numbered }: Layout,
  tally: Tally,
): void {
  const text = `部门支出总表\n单位：万元\n${written}\n\n正文。`;
  const read = onlyTable(text, 'aligned').rows.slice(numbered ? 2 : 1);
  assert.equal(read.length, rows.length, text);
  rows.forEach((row, index) => {
    const found = read[index];
    tally.all++;
    if (!found || found.unsure) return;
    tally.sure++;
    assert.deepEqual(cellsOf(found), row, text);
  });
}

describe('aligned dialect: any layout', () => {
  it('gives the rows back: none wrong where it is sure, and sure of nearly all', () => {
    const tally = { all: 0, sure: 0 };
    fc.assert(
      fc.property(layouts, figures, (layout, cells) => {
        const rows = rowsOfModel(layout, cells);
        assertGivenBack(rows, write(rows, layout), layout, tally);
      }),
      { numRuns: 400 },
    );
    assert.ok(tally.sure >= 0.98 * tally.all, `sure of ${tally.sure} rows of ${tally.all}`);
  });

  it('gives the rows back in which a figure was typed anew, longer or shorter: none wrong', () => {
    const tally = { all: 0, sure: 0 };
    const typed = fc.record({ row: fc.nat(), column: fc.nat(), figure: amounts });
    fc.assert(
      fc.property(layouts, figures, typed, (given, cells, { row: at, column, figure }) => {
        const layout: Layout = { ...given, figures: 'right', ocr: false, wrap: undefined };
        const rows = rowsOfModel(layout, cells);
        const row = rows[at % rows.length] ?? [];
        const first = layout.coded ? 2 : 1;
        const filled = [...row.keys()].filter((index) => index >= first && row[index] !== '');
        const index = filled[column % filled.length] ?? first;
        const changed = rows.with(at % rows.length, row.with(index, figure));
        const written = write(rows, layout, (line) => (line === row ? { index, figure } : undefined));
        assertGivenBack(changed, written, layout, tally);
      }),
      { numRuns: 400 },
    );
    assert.ok(tally.sure >= 0.97 * tally.all, `sure of ${tally.sure} rows of ${tally.all}`);
  });
});
