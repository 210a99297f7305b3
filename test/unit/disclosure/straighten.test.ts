import { strict as assert } from 'node:assert';
import type { HeadLine } from '#core/disclosure/headings.ts';
import { straightened } from '#core/disclosure/straighten.ts';
import type { ColumnKind } from '#core/disclosure/table.ts';

/** A line of headings by their columns; `''` for none. */
function line(...texts: readonly string[]): HeadLine {
  return texts.flatMap((text, column) => (text === '' ? [] : { column, text }));
}

/** The headings by column again. */
function shown(lines: readonly HeadLine[]): string[] {
  return lines.map((own) => {
    const cells: string[] = [];
    for (const { column, text } of own) cells[column] = text;
    return Array.from(cells, (text) => text ?? '').join('|');
  });
}

const KINDS: readonly ColumnKind[] = ['code', 'text', 'amount', 'amount', 'amount'];

describe('a header put straight', () => {
  it('stays as it is where one line heads every column', () => {
    const lines = [line('', '', '', '本年支出'), line('编码', '名称', '合计', '基本支出', '项目支出')];
    const { lines: own, moved } = straightened(lines, KINDS);
    assert.equal(moved, false);
    assert.equal(shown(own).at(-1), '编码|名称|合计|基本支出|项目支出');
  });

  it('moves a line back that slid as a whole', () => {
    const { lines, moved } = straightened([line('', '编码', '名称', '合计', '基本支出', '项目支出')], KINDS);
    assert.equal(moved, true);
    assert.deepEqual(shown(lines), ['编码|名称|合计|基本支出|项目支出']);
  });

  it('leaves a line where moving it would put names over amounts', () => {
    const kinds: readonly ColumnKind[] = ['amount', 'amount', 'amount', 'amount', 'text'];
    const printed = [line('', '编码', '名称', '合计', '基本支出', '项目支出')];
    const { lines, moved } = straightened(printed, kinds);
    assert.equal(moved, false);
    assert.deepEqual(shown(lines), shown(printed));
  });

  it('moves the lower line of a header so that each group stands over its parts', () => {
    const printed = [
      line('编码', '名称', '合计', '本年支出', ''),
      line('', '', '', '', '基本支出', '项目支出'),
    ];
    const { lines, moved } = straightened(printed, KINDS);
    assert.equal(moved, true);
    assert.deepEqual(shown(lines), ['编码|名称|合计|本年支出', '|||基本支出|项目支出']);
  });

  it('believes headings whose spans the text tells', () => {
    const spanned: HeadLine = [{ column: 1, text: '编码', columns: 2 }];
    assert.deepEqual(straightened([spanned], KINDS).lines, [spanned]);
  });
});
