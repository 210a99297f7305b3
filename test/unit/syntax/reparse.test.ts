import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { splitLines } from '#core/syntax/lines.ts';
import { parseLines } from '#core/syntax/parse.ts';
import { reparse } from '#core/syntax/reparse.ts';

/** Lines of every dialect, and what stands between tables. */
const LINES = [
  '',
  '',
  '正文在此。',
  '部门支出总表',
  '单位：万元',
  '三、说明',
  '编码\t名称\t金额',
  '201\t公共服务\t5.00',
  '| 201 | 公共服务 | 5.00 |',
  '|---|---|---|',
  '编码,名称,金额',
  '201,公共服务,5.00',
  '208,"社会',
  '保障",1.00',
  '<table>',
  '<tr><td>201</td><td>5.00</td></tr>',
  '<tr><td>208',
  '</table>',
  '<table><tr><td>1.00</td></tr></table>',
  '科目编码   科目名称      合计      基本',
  '201        公共服务      5.00      5.00',
  '2010301    行政运行      4.00',
  '           支出          1.00      1.00',
  '\f208      社会保障      1.00      1.00',
  '2010306 政务公开 5,188.13 923.55 737.27',
  '2010301 行政运行 4.00',
  '2010302 一般行政管理事务 4.00',
  '项目',
  '预算数',
  '一、拨款',
  '5.00',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> x',
];

/** Texts of lines of every dialect, parted as texts are. */
const TEXTS = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.constantFrom(...LINES), { maxLength: 6 }) },
      fc.array(fc.constantFrom(...LINES), { maxLength: 60 }),
      fc
        .array(fc.constantFrom(...LINES), { maxLength: 60 })
        .map((each) => each.flatMap((text) => [text, ''])),
    ),
    { maxLength: 12 },
  )
  .map((parts): readonly string[] => splitLines(parts.flat().join('\n')));

describe('reading again after an edit', () => {
  it('equals reading afresh, whatever the dialects', () => {
    const line = fc.constantFrom(...LINES);
    const edits = fc.array(
      fc.record({ at: fc.nat(200), remove: fc.nat(4), insert: fc.array(line, { maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(TEXTS, edits, (text, changes) => {
        let lines = text;
        let tree = parseLines(lines);
        for (const { at, remove, insert } of changes) {
          const place = at % (lines.length + 1);
          const next = lines.toSpliced(place, remove, ...insert);
          tree = reparse({ lines, tree }, next);
          lines = next;
          assert.deepEqual(tree, parseLines(lines));
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('equals reading afresh after edits near each other', () => {
    const edits = fc.array(
      fc.record({
        near: fc.integer({ min: -12, max: 12 }),
        put: fc.constantFrom(...LINES),
        grows: fc.constantFrom(0, 0, 0, 0, 1, -1),
      }),
      { minLength: 3, maxLength: 14 },
    );
    fc.assert(
      fc.property(TEXTS, fc.nat(400), edits, (text, start, changes) => {
        let lines = text;
        let tree = parseLines(lines);
        for (const { near, put, grows } of changes) {
          const place = Math.max(0, Math.min(lines.length - 1, (start % lines.length) + near));
          const next = grows === -1 ? lines.toSpliced(place, 1) : lines.toSpliced(place, 1 - grows, put);
          tree = reparse({ lines, tree }, next);
          lines = next;
          assert.deepEqual(tree, parseLines(lines));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads rows below a line that was no row of their table as if that line were not there', () => {
    const rows = ['201        公共服务      5.00      5.00', '', '2010301 行政运行 4.00'];
    const [old, lines] = [
      ['', ...rows],
      ['2010301 行政运行 4.00', ...rows],
    ];
    const tree = reparse({ lines: old, tree: parseLines(old) }, lines);
    assert.deepEqual(tree, parseLines(lines));
    assert.deepEqual(
      tree.blocks.map(({ line, node }) => [line, node.kind]),
      [
        [0, 'text'],
        [1, 'table'],
        [2, 'blank'],
        [3, 'text'],
      ],
    );
  });

  it('sees an end far below: a conflict that is closed, a cell that is lost', () => {
    const rows = Array.from({ length: 300 }, (_, index) => `一、拨款\n${index}.00`).join('\n');
    for (const [before, after] of [
      ['<<<<<<< HEAD\n', '\n>>>>>>> x\n正文'],
      ['项目\n预算数\n', '\n收入总计\n5.00\n6.00'],
    ] as const) {
      const old = splitLines(`${before}${rows}`);
      const lines = splitLines(`${before}${rows}${after}`);
      assert.deepEqual(reparse({ lines: old, tree: parseLines(old) }, lines), parseLines(lines));
    }
  });
});
