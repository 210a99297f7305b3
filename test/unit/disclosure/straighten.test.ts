import { strict as assert } from 'node:assert';
import type { HeadLine } from '#core/disclosure/headings.ts';
import { straightened } from '#core/disclosure/straighten.ts';
import type { ColumnKind } from '#core/disclosure/table.ts';

/** A line of headings by their columns; `''` for none. */
function line(...texts: readonly string[]): HeadLine {
  return texts.flatMap((text, column) => (text === '' ? [] : { column, text }));
}

function amounts(count: number): ColumnKind[] {
  return Array.from({ length: count }, () => 'amount');
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

  it('has no headings where it would leave the last column without one: the body slid as well', () => {
    const kinds: readonly ColumnKind[] = ['code', 'code', 'code', 'text', 'empty', ...amounts(6)];
    const printed = [
      line('', '科目编码', '', '', '科目名称', '上年执行数', '本年预算数', '', '', '增减'),
      line('', '类', '款', '项', '', '', '小计', '基本支出', '项目支出', '增减额', '增减%'),
    ];
    assert.deepEqual(straightened(printed, kinds), { lines: [], moved: true, loose: true });
  });

  it('leaves out spread headings that slid beyond those below them', () => {
    const spread: HeadLine = [{ column: 1, text: '2022年预算数', columns: 3 }];
    const { lines, loose } = straightened([spread, line('编码', '合计', '基本支出')], KINDS);
    assert.equal(loose, true);
    assert.deepEqual(shown(lines), ['编码|合计|基本支出']);
  });

  it('believes headings whose spans the text tells', () => {
    const spanned: HeadLine = [{ column: 1, text: '编码', columns: 2 }];
    assert.deepEqual(straightened([spanned], KINDS).lines, [spanned]);
  });
});
