import { strict as assert } from 'node:assert';
import { readCodeBlocks } from '#core/disclosure/codeBlocks.ts';
import { wholeRows } from '#core/disclosure/wholeRows.ts';
import { Profile } from '#core/syntax/dialects/aligned/profile.ts';
import { standsOf } from '#core/syntax/dialects/aligned/stands.ts';
import type { RowNode } from '#core/syntax/nodes.ts';

/** So many rows overflow the stack where they become the arguments of one call. */
const ROWS = 150_000;

/** One cell is enough: it is counted all the same. */
const row: RowNode = {
  line: 0,
  separator: false,
  cells: [{ span: { line: 0, start: 0, end: 4 }, column: 0, text: '行政运行' }],
};

describe('tables of 150,000 rows', () => {
  it('keep all their rows', () => {
    const rows = Array.from({ length: ROWS }, () => row);
    const read = wholeRows({ kind: 'table', dialect: 'tab', lineCount: ROWS, rows });
    assert.equal(read.length, ROWS);
  });

  it('are looked through for lists of codes abreast', () => {
    const rows = Array.from({ length: ROWS }, () => ({
      node: row,
      kind: 'data' as const,
      amounts: new Map(),
    }));
    assert.deepEqual(readCodeBlocks(rows), []);
  });

  it('have columns that stand at a place', () => {
    const atom = { kind: 'figure' as const, text: '1.00', start: 10, end: 14, gap: 6 };
    const rows = Array.from({ length: ROWS }, (_, index) => ({
      atoms: [{ atom, left: 10 - (index % 2), right: 14 }],
      slots: [0],
    }));
    const column = new Profile();
    column.add({ atom, left: 10, right: 14 });
    assert.deepEqual(standsOf(rows, [column]), [{ left: 9, right: 14, flush: 'right' }]);
  });
});
