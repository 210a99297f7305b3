import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import type { Figure } from '#core/disclosure/unmarked/blanks/figure.ts';
import { sumTreeOf } from '#core/disclosure/unmarked/blanks/sumTree.ts';
import { parse } from '#core/syntax/parse.ts';

const TITLE = '部门支出总表';
const HEADS =
  '填报单位：某某局 单位：万元 基本支出 项目支出 单位代码 单位名称 (科目) 总计 公用经费 一般 小计 小计';
/** Columns are 总计, 基本支出 with three parts, and 项目支出 with one, which repeats it. */
const WIDTH = 7;
const PROJECT = 5;
const CODES = ['2010301', '2010350', '2080505', '2101101', '2210201', '2210202'];

/** The figures of a row by column, in hundredths; nothing for a blank. */
type Figures = readonly (number | undefined)[];

/** A row as its table has it, and the order in which its figures are printed behind the first. */
interface Row {
  readonly code: string;
  readonly name: string;
  readonly figures: Figures;
  readonly order: readonly number[];
}

function withTotals([wages, goods, grants, projects]: readonly number[]): Figures {
  const basic = (wages ?? 0) + (goods ?? 0) + (grants ?? 0);
  const all = [basic + (projects ?? 0), basic, wages, goods, grants, projects, projects];
  return all.map((figure) => figure || undefined);
}

const leaves = fc.tuple(
  fc.integer({ min: 1_000, max: 999_999 }),
  ...Array.from({ length: 3 }, () => fc.oneof(fc.constant(0), fc.integer({ min: 1_000, max: 999_999 }))),
);

/** Some rows of codes under one body that is the total of all, printed in any order behind the total of the row. */
const arbitraryTable: fc.Arbitrary<readonly Row[]> = fc
  .record({
    rows: fc.array(leaves, { minLength: 2, maxLength: CODES.length }),
    orders: fc.array(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }), {
      minLength: 8,
      maxLength: 8,
    }),
  })
  .map(({ rows, orders }) => {
    const sum = [0, 1, 2, 3].map((leaf) => rows.reduce((all, row) => all + (row[leaf] ?? 0), 0));
    const named = [
      { code: '003', name: '某某局', figures: withTotals(sum) },
      { code: '003001', name: '某某局本级', figures: withTotals(sum) },
      ...rows.map((row, index) => ({
        code: CODES[index] ?? '',
        name: `科目${'甲乙丙丁戊己'[index]}`,
        figures: withTotals(row),
      })),
    ];
    return named.map((row, index) => ({ ...row, order: orders[index] ?? [] }));
  })
  .filter(([first, second]) => first !== undefined && second !== undefined && countMoved(first, second) > 3);

/** How many figures of two rows of the same figures do not stand at the same places. */
function countMoved(one: Row, other: Row): number {
  const [first, second] = [one, other].map(({ figures, order }) =>
    order.flatMap((column) => figures[column] ?? []),
  );
  return first?.filter((figure, at) => figure !== second?.[at]).length ?? 0;
}

/** The table on one line; the first figure of its last row slipped in front of the code. */
function written(rows: readonly Row[], texts: readonly (readonly (string | undefined)[])[]): string {
  const parts = rows.map(({ code, name, order }, index) => {
    const printed = [0, ...order].flatMap((column) => texts[index]?.[column] ?? []);
    const [first, ...more] = printed;
    return index === rows.length - 1 ? [name, first, code, ...more] : [code, name, ...printed];
  });
  return [TITLE, [HEADS, ...parts.flat()].join(' ')].join('\n');
}

function decimal(figure: number): string {
  return (figure / 100).toFixed(2);
}

/** The figures by column that are said to stand there, of each row by its code. */
function placedIn(text: string): ReadonlyMap<string, readonly (string | undefined)[]> {
  const [placed] = readDisclosure(parse(text)).tables;
  const rows = placed?.table.rows.filter(({ kind, bound }) => bound && kind !== 'header') ?? [];
  return new Map(
    rows.map(({ code, body, cells }) => [
      code?.digits ?? body?.code ?? '',
      Array.from({ length: WIDTH }, (_, column) => {
        const cell = cells[2 + column];
        return cell?.amount && !cell.unplaced ? cell.text : undefined;
      }),
    ]),
  );
}

/** One figure of a table printed wrong. */
interface Fault {
  readonly row: number;
  readonly column: number;
  readonly wrong: number;
}

/**
 * No figure stands in a column that is not its own. Columns are known by the first rows: parts of a total have no
 * order. Where a total has one part alone, either may be the one that is wrong.
 */
function checkColumns(rows: readonly Row[], fault?: Fault): number {
  const printed = rows.map(({ figures }, row) =>
    figures.map((figure, column) => {
      if (figure === undefined) return undefined;
      return decimal(fault?.row === row && fault.column === column ? fault.wrong : figure);
    }),
  );
  const placed = placedIn(written(rows, printed));
  const shown = rows[fault?.row === 0 ? 1 : 0];
  const known = placed.get(shown?.code ?? '');
  if (!known) return 0;
  const columns = known.map(
    (text) => shown?.figures.findIndex((figure) => figure && decimal(figure) === text) ?? -1,
  );
  let count = 0;
  for (const [index, { code, figures }] of rows.entries()) {
    for (const [at, text] of placed.get(code)?.entries() ?? []) {
      const own = figures[columns[at] ?? -1];
      const alike = figures.flatMap((figure, column) =>
        figure === own ? (printed[index]?.[column] ?? []) : [],
      );
      if (text === undefined) continue;
      assert.ok(alike.includes(text), `${code}: ${text} in column ${at}`);
      count++;
    }
  }
  return count;
}

describe('rows whose figures are in no order', () => {
  const ROWS: readonly Row[] = [
    {
      code: '003',
      name: '某某局',
      figures: [9800, 5800, 4500, 1000, 300, 4000, 4000],
      order: [1, 2, 5, 3, 4, 6],
    },
    {
      code: '003001',
      name: '某某局本级',
      figures: [9800, 5800, 4500, 1000, 300, 4000, 4000],
      order: [1, 4, 5, 2, 3, 6],
    },
    {
      code: '2010301',
      name: '行政运行',
      figures: [9000, 5000, 4000, 1000, undefined, 4000, 4000],
      order: [1, 3, 2, 6, 5, 4],
    },
    {
      code: '2080501',
      name: '离退休',
      figures: [300, 300, undefined, undefined, 300, undefined, undefined],
      order: [1, 2, 3, 4, 5, 6],
    },
    {
      code: '2210201',
      name: '住房公积金',
      figures: [500, 500, 500, undefined, undefined, undefined, undefined],
      order: [1, 2, 3, 4, 5, 6],
    },
  ];

  const TEXTS = ROWS.map(({ figures }) =>
    figures.map((figure) => (figure === undefined ? undefined : decimal(figure))),
  );

  it('are put into columns that add up, those of a total in the order of the first row', () => {
    assert.deepEqual(
      [...placedIn(written(ROWS, TEXTS)).values()].map((row) => row.join(' ')),
      [
        '98.00 58.00 45.00 10.00 3.00 40.00 40.00',
        '98.00 58.00 45.00 10.00 3.00 40.00 40.00',
        '90.00 50.00 40.00 10.00  40.00 40.00',
        '3.00 3.00   3.00  ',
        '5.00 5.00 5.00    ',
      ],
    );
  });

  it('are put into the same columns where one figure is wrong', () => {
    for (const [column, wrong] of ['110.00', '66.00', '54.00', '18.00', '7.00', '49.00', '4.00'].entries()) {
      const placed = placedIn(written(ROWS, TEXTS.with(1, TEXTS[1]?.with(column, wrong) ?? [])));
      // Of a total and its only part the one that does not add up is taken for the part.
      const at = column === PROJECT ? PROJECT + 1 : column;
      assert.deepEqual(placed.get('003001'), TEXTS[1]?.with(at, wrong));
      assert.deepEqual(placed.get('2010301'), TEXTS[2]);
    }
  });

  it('leave open where a figure stands that repeats a total, where one of several was lost', () => {
    const lost = TEXTS.with(4, ['5.00', '5.00', ...Array<undefined>(WIDTH - 2).fill(undefined)]);
    assert.deepEqual(placedIn(written(ROWS, lost)).get('2210201'), [
      '5.00',
      ...Array(WIDTH - 1).fill(undefined),
    ]);
  });

  it('are left alone where no other row bears out how the total adds up', () => {
    const alone = TEXTS.map((texts, row) =>
      texts.map((text, column) => (row > 0 && text ? `${row}${column}${text}` : text)),
    );
    assert.deepEqual(placedIn(written(ROWS, alone)).size, 0);
  });

  it('are put into no wrong column, most of them into their own', () => {
    let [printed, known] = [0, 0];
    fc.assert(
      fc.property(arbitraryTable, (rows) => {
        known += checkColumns(rows);
        printed += rows.flatMap(({ figures }) => figures).filter((figure) => figure !== undefined).length;
      }),
      { numRuns: 120 },
    );
    assert.ok(known > 0.7 * printed, `${known} of ${printed}`);
  });

  it('are put into no wrong column where one figure is wrong', () => {
    let [printed, known] = [0, 0];
    const fault = fc.record({
      row: fc.nat(),
      column: fc.nat({ max: WIDTH - 1 }),
      wrong: fc.integer({ min: 1_000, max: 999_999 }),
    });
    fc.assert(
      fc.property(arbitraryTable, fault, (rows, { row, column, wrong }) => {
        known += checkColumns(rows, { row: row % rows.length, column, wrong });
        printed += rows.flatMap(({ figures }) => figures).filter((figure) => figure !== undefined).length;
      }),
      { numRuns: 120 },
    );
    assert.ok(known > 0.6 * printed, `${known} of ${printed}`);
  });
});

describe('how the figures of a row add up', () => {
  const exact = (...values: number[]): Figure[] =>
    values.map((value) => ({ low: BigInt(2 * value - 1), high: BigInt(2 * value + 1) }));
  const tree = (...values: number[]) => sumTreeOf(exact(...values));

  it('is told whatever their order, each total in front of its parts', () => {
    assert.deepEqual(tree(10000, 500, 6000, 4000, 4500, 4000, 1000), {
      order: [0, 2, 1, 4, 6, 3, 5],
      sums: [
        { total: 0, parts: [1, 5] },
        { total: 1, parts: [2, 3, 4] },
        { total: 5, parts: [6] },
      ],
    });
  });

  it('is not told where there are several ways, or none', () => {
    assert.equal(tree(10000, 5000, 5000, 3000, 2000), undefined);
    assert.equal(tree(10000, 6000, 3000, 1500), undefined);
  });

  it('is not told where a figure is zero, cannot be read or is more than the first', () => {
    assert.equal(tree(10000, 6000, 4000, 0), undefined);
    assert.equal(sumTreeOf([...exact(10000, 6000, 4000), undefined]), undefined);
    assert.equal(tree(6000, 10000, 4000), undefined);
  });

  it('costs no time for many figures', () => {
    assert.equal(tree(...Array.from({ length: 40 }, (_, index) => 100 + index)), undefined);
  });
});
