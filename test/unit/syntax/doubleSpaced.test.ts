import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parse } from '#core/syntax/parse.ts';
import { blocksOf, rowsOf } from './tables.ts';

const TABLE = [
  '科目编码 科目名称 金额',
  '合 计 90.50',
  '201 一般公共服务支出 80.50',
  '20105 统计信息事务 80.50',
  '2010507 专项普查活动 80.50',
  '208 社会保障和就业支出 10.00',
];
const spaced = (lines: readonly string[]): string => lines.join('\n\n');

describe('a table with a blank line behind each row', () => {
  it('is read as if the blank lines were not there, each cell in its place', () => {
    const [block] = parse(spaced(TABLE)).blocks;
    assert.ok(block?.node.kind === 'table' && block.node.lineCount === 11);
    assert.deepEqual(
      block.node.rows.map(({ line, cells }) => [line, ...cells.map(({ text }) => text)]),
      [
        [0, '科目编码', '科目名称', '金额'],
        [2, '合 计', '90.50'],
        [4, '201', '一般公共服务支出', '80.50'],
        [6, '20105', '统计信息事务', '80.50'],
        [8, '2010507', '专项普查活动', '80.50'],
        [10, '208', '社会保障和就业支出', '10.00'],
      ],
    );
    for (const { line, cells } of block.node.rows)
      for (const { span } of cells) assert.equal(span.line, line);
  });

  it('may have several of them behind each row, and not as many behind each', () => {
    for (const gap of [3, 4, 5]) {
      const [block] = parse(TABLE.join('\n'.repeat(gap))).blocks;
      assert.ok(block?.node.kind === 'table' && block.node.lineCount === 5 * gap + 1);
      assert.deepEqual(
        block.node.rows.map(({ line }) => line),
        TABLE.map((_, index) => index * gap),
      );
    }
    const uneven = `${TABLE[0]}\n${spaced(TABLE.slice(1, 5))}\n\n\n${TABLE[5]}`;
    assert.deepEqual(blocksOf(uneven), [['flattened', 11]]);
  });

  it('ends where more blank lines stand than behind its rows', () => {
    const apart = `${spaced(TABLE)}\n\n\n\n${spaced(TABLE)}`;
    assert.deepEqual(blocksOf(apart), [
      ['flattened', 11],
      ['blank', 3],
      ['flattened', 11],
    ]);
  });

  it('ends in front of the title of the next', () => {
    assert.deepEqual(blocksOf(spaced([...TABLE, '部门收入总表', ...TABLE])), [
      ['flattened', 11],
      ['blank', 1],
      ['text', 1],
      ['blank', 1],
      ['flattened', 11],
    ]);
  });

  it('is none where paragraphs stand apart, nor where one blank line parts two tables', () => {
    const paragraphs = [
      '一、基本情况',
      '某某局是区政府工作部门。',
      '二、收支情况',
      '收入 90.50 万元，支出 80.50 万元。',
    ];
    assert.ok(blocksOf(spaced(paragraphs)).every(([kind]) => kind !== 'flattened'));
    const two = `${TABLE.join('\n')}\n\n${TABLE.join('\n')}`;
    assert.deepEqual(blocksOf(two), [
      ['flattened', 6],
      ['blank', 1],
      ['flattened', 6],
    ]);
  });

  it('has the rows of the table without blank lines, wherever more of these stand', () => {
    const row = fc
      .integer({ min: 1, max: 9_999 })
      .map((value) => `2010507 专项普查活动 ${value}.50 ${value}.50`);
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 200 }), (rows) => {
        assert.deepEqual(rowsOf(spaced(rows), 'flattened'), rowsOf(rows.join('\n'), 'flattened'));
      }),
    );
  });
});

const ALIGNED = [
  '科目编码        科目名称                      金额',
  '              合计                      90.50',
  '201           一般公共服务支出              80.50',
  '20105         统计信息事务                 80.50',
  '2010507       专项普查活动                 80.50',
  '208           社会保障和就业支出             10.00',
];

describe('an aligned table with three blank lines or more behind each row', () => {
  it('is read as if it were one, each cell in its place', () => {
    for (const gap of [3, 4, 5]) {
      const text = ALIGNED.join('\n'.repeat(gap + 1));
      const [block] = parse(text).blocks;
      assert.ok(block?.node.kind === 'table' && block.node.dialect === 'aligned');
      assert.equal(block.node.lineCount, 5 * (gap + 1) + 1);
      const close = parse(ALIGNED.join('\n')).blocks[0]?.node;
      assert.ok(close?.kind === 'table');
      assert.deepEqual(
        block.node.rows.map(({ line, cells }) => [line, cells.map(({ text }) => text)]),
        close.rows.map(({ line, cells }) => [line * (gap + 1), cells.map(({ text }) => text)]),
      );
    }
  });

  it('ends in front of the title of the next, and where lines are further apart than rows', () => {
    const gap = '\n\n\n\n';
    const next = `${ALIGNED.join(gap)}${gap}部门收入总表${gap}${ALIGNED.join(gap)}`;
    assert.deepEqual(
      blocksOf(next).filter(([kind]) => kind !== 'blank'),
      [
        ['aligned', 21],
        ['text', 1],
        ['aligned', 21],
      ],
    );
    assert.ok(blocksOf(ALIGNED.join('\n'.repeat(8))).every(([kind]) => kind !== 'aligned'));
  });
});
