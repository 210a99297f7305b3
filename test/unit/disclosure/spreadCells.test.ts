import { strict as assert } from 'node:assert';
import { withoutSpreadCells } from '#core/disclosure/spreadCells.ts';
import type { RowNode } from '#core/syntax/nodes.ts';
import { parse } from '#core/syntax/parse.ts';

function rowsOf(lines: readonly string[]): readonly RowNode[] {
  const [block] = parse(lines.join('\n')).blocks.flatMap(({ node }) => (node.kind === 'table' ? node : []));
  assert.ok(block);
  return block.rows;
}

/** The rows as read; of a cell over several columns how many it spans. */
function read(...lines: readonly string[]): string[] {
  return withoutSpreadCells(rowsOf(lines)).map(({ cells }) =>
    cells.map(({ text, columns }) => (columns ? `${text}*${columns}` : text)).join('|'),
  );
}

const BODY = ['| 201 | 一般公共服务支出 | 5.00 | 3.00 |', '| 合计 | 合计 | 5.00 | 3.00 |'];

describe('merged cells whose words stand in each of their cells', () => {
  it('are one in the headings, side by side and one below the other, and in totals', () => {
    assert.deepEqual(read('| 科目 | 科目 | 支出 | 支出 |', '| 编码 | 名称 | 合计 | 项目 |', ...BODY), [
      '科目*2||支出*2|',
      '编码|名称|合计|项目',
      '201|一般公共服务支出|5.00|3.00',
      '合计*2||5.00|3.00',
    ]);
    assert.deepEqual(
      read('| 编码 | 名称 | 支出 | 支出 |', '| 编码 | 名称 | 合计 | 项目 |', ...BODY).slice(0, 2),
      ['编码|名称|支出*2|', '||合计|项目'],
    );
  });

  it('leave nothing but an empty span at the place of each of the others', () => {
    const rows = rowsOf(['| 科目 | 科目 | 支出 | 支出 |', '| 编码 | 名称 | 合计 | 项目 |', ...BODY]);
    const [, second] = withoutSpreadCells(rows)[0]?.cells ?? [];
    assert.equal(second?.span.start, second?.span.end);
  });

  it('are not those of a head in which some heading stands alone over a blank', () => {
    const head = ['| 科目 | 科目 | 支出 | |', '| 编码 | 名称 | 合计 | 项目 |'];
    const rows = rowsOf([...head, ...BODY]);
    assert.equal(withoutSpreadCells(rows), rows);
  });

  it('are not names below the headings: 类, 款 and 项 may be called alike', () => {
    const head = ['| 科目 | 科目 | 科目 | 金额 | 金额 |', '| 类 | 款 | 项 | 合计 | 项目 |'];
    const body = ['| 其他支出 | 其他支出 | 其他支出 | 5.00 | 5.00 |', '| 合计 | 合计 | 合计 | 5.00 | 5.00 |'];
    assert.deepEqual(read(...head, ...body).slice(2), [
      '其他支出|其他支出|其他支出|5.00|5.00',
      '合计*3|||5.00|5.00',
    ]);
  });
});
