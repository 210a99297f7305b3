import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { waysToAddUp } from '#core/disclosure/unmarked/blanks/columnSums.ts';
import type { Figure } from '#core/disclosure/unmarked/blanks/figure.ts';
import { isBrokenDownOnce, isTotalOfAll } from '#core/disclosure/unmarked/blanks/leadingTotal.ts';
import { type Columns, type Placement, placementsOf } from '#core/disclosure/unmarked/blanks/placements.ts';
import { solve } from '#core/disclosure/unmarked/blanks/search.ts';
import { relateTable } from '#core/relations/tableRelations.ts';
import { parse } from '#core/syntax/parse.ts';

const TITLE = '部门支出总表\n单位：万元\n';
const HEAD = '科目编码 科目名称 合计 基本支出 项目支出\n';

function tableOf(lines: string) {
  const [placed, ...others] = readDisclosure(parse(TITLE + lines)).tables;
  assert.ok(placed && others.length === 0);
  return placed.table;
}

/** What is said of each amount of the last row: its heading and its value, or why it is not bound. */
function lastRow(lines: string): string[] {
  const bindings = bindingsOf(tableOf(lines));
  const line = bindings.at(-1)?.span.line;
  return bindings
    .filter(({ span }) => span.line === line)
    .map(({ column, amount, certainty, reason }) =>
      certainty === 'unknown' ? reason : `${column?.path.join('›')} ${amount.value}`,
    );
}

/** Figures printed without decimals. */
function printed(...values: (number | undefined)[]): Figure[] {
  return values.map((value) =>
    value === undefined ? undefined : { low: 2n * BigInt(value) - 1n, high: 2n * BigInt(value) + 1n },
  );
}

describe('rows with blanks that nothing shows', () => {
  it('have their figures where the sums down the rows need them', () => {
    const rows =
      '201 一般公共服务支出 90.00 60.00 30.00\n20103 政府办公厅 60.00 60.00\n20105 统计信息事务 30.00 30.00\n';
    assert.deepEqual(lastRow(HEAD + rows), ['合计 30', '项目支出 30']);
  });

  it('have their figures where the sums across the row need them', () => {
    const head = '科目编码 科目名称 总计 小计 人员经费 公用经费 项目支出\n';
    const rows = '合计 100.00 60.00 45.00 15.00 40.00\n201 一般公共服务支出 70.00 45.00 45.00 25.00\n';
    assert.deepEqual(lastRow(head + rows), ['总计 70', '小计 45', 'columns-lost', '项目支出 25']);
  });

  it('stay open where two ways fit', () => {
    const rows =
      '201 一般公共服务支出 60.00 30.00 30.00\n20103 政府办公厅 30.00 30.00\n20105 统计信息事务 30.00 30.00\n';
    assert.deepEqual(lastRow(HEAD + rows), ['合计 30', 'columns-lost']);
  });

  it('are found though one figure beside them is wrong', () => {
    const rows =
      '201 一般公共服务支出 90.00 60.00 30.00\n20103 政府办公厅 66.00 60.00\n20105 统计信息事务 30.00 30.00\n';
    assert.deepEqual(lastRow(HEAD + rows), ['合计 30', '项目支出 30']);
    assert.ok(relateTable(tableOf(HEAD + rows)).broken.length > 0);
  });

  it('are not found where a figure was lost with its row', () => {
    const rows =
      '201 一般公共服务支出 90.00 60.00 30.00\n20103 政府办公厅 60.00\n20105 统计信息事务 30.00 30.00\n';
    assert.deepEqual(lastRow(HEAD + rows), ['合计 30', 'columns-lost']);
  });

  it('count their open figures once across the row, wherever they belong', () => {
    const rows =
      '合计 60.00 30.00 30.00\n201 一般公共服务支出 30.00 30.00\n208 社会保障和就业支出 30.00 31.00\n';
    const { broken } = relateTable(tableOf(HEAD + rows));
    assert.deepEqual(
      broken.map(({ relation }) => `${relation.rule} ${relation.total.cell.span.line}`),
      ['row-sum 3'],
    );
  });

  it('have columns without headings under a total of all rows, where some columns are blank throughout', () => {
    const head = '科目编码 科目名称 合计 上年结转 一般公共预算拨款收入 政府性基金预算拨款收入 其他收入\n';
    const rows =
      '201 一般公共服务支出 90.00 60.00 30.00\n20103 政府办公厅 90.00 60.00 30.00\n合计 90.00 60.00 30.00\n';
    assert.deepEqual(lastRow(head + rows), ['合计 90', 'no-heading', 'no-heading']);
    const wrong = rows.replace('20103 政府办公厅 90.00 60.00', '20103 政府办公厅 90.00 61.00');
    assert.ok(relateTable(tableOf(head + wrong)).broken.length > 0);
    assert.equal(relateTable(tableOf(head + rows)).broken.length, 0);
  });

  it('have no columns where the first heading is that of no total', () => {
    const rows = '201 一般公共服务支出 90.00 60.00\n合计 90.00 60.00\n';
    const head = '科目编码 科目名称 2022年执行数 2023年预算数 增减额\n';
    assert.deepEqual(lastRow(head + rows), ['columns-lost', 'columns-lost']);
  });
});

describe('how columns add up', () => {
  it('is what a row without blanks shows', () => {
    assert.deepEqual(waysToAddUp([printed(100, 60, 45, 15, 40)], 5), [
      [
        { total: 0, parts: [1, 4] },
        { total: 1, parts: [2, 3] },
      ],
    ]);
  });

  it('is in several ways where figures repeat, and in those alone that all rows allow', () => {
    const repeated = printed(30, 30, 30);
    assert.deepEqual(waysToAddUp([repeated], 3), [
      [
        { total: 0, parts: [1] },
        { total: 1, parts: [2] },
      ],
    ]);
    assert.deepEqual(waysToAddUp([repeated, printed(60, 30, 30)], 3), []);
  });

  it('is not known of garbage with very many ways', () => {
    const zeros = Array.from({ length: 30 }, () => 0);
    assert.equal(waysToAddUp([printed(...zeros)], 30), undefined);
  });

  it('is said by headings of a total and its parts', () => {
    assert.ok(isTotalOfAll(['合计', '基本支出', '项目支出']));
    assert.ok(isTotalOfAll(['基本支出', '人员经费', '公用经费']));
    assert.ok(!isTotalOfAll(['采购数量', '合计', '预算内资金']));
    assert.ok(!isTotalOfAll(['合计', '基本支出', '增减额']));
    assert.ok(isBrokenDownOnce(['合计', '基本支出', '项目支出']));
    assert.ok(!isBrokenDownOnce(['合计', '基本支出', '人员经费', '公用经费', '项目支出']));
  });
});

describe('ways to lay out a row', () => {
  const columns: Columns = { width: 3, ways: [[{ total: 0, parts: [1, 2] }]] };
  const anywhere = () => true;
  const orders = (figures: Figure[]) =>
    placementsOf(figures, columns, anywhere)?.map(({ columns: order }) => order.join(''));

  it('are those in which it adds up', () => {
    assert.deepEqual(orders(printed(5, 5)), ['01', '02']);
    assert.deepEqual(orders(printed(5, 3, 2)), ['012']);
  });

  it('are those in which it adds up but for one figure, where there are no others', () => {
    assert.deepEqual(new Set(orders(printed(5, 4))), new Set(['01', '02']));
  });

  it('are none for a total alone, and unknown for too many', () => {
    assert.deepEqual(orders(printed(5)), []);
    assert.equal(placementsOf(printed(1, 2, 3, 4), { width: 24, ways: [] }, anywhere), undefined);
  });
});

describe('a search for sums', () => {
  const layouts = (...rows: Figure[][]) => rows.map((row) => ({ columns: [0, 1], row }));

  it('finds the ways that take part in one', () => {
    const below = [layouts(printed(20, 0), printed(0, 20)), layouts(printed(30, 0), printed(0, 30))];
    const found = solve({ total: printed(200, 300), below, additive: [true, true] }, { left: 100 }, false);
    assert.equal(found, undefined);
    const choices: readonly Placement[] = below.flat();
    const sets = solve({ total: printed(20, 30), below, additive: [true, true] }, { left: 100 }, false);
    assert.deepEqual(
      sets?.map((set) => [...set].map((each) => choices.indexOf(each))),
      [[0], [3]],
    );
  });

  it('gives up when it has taken all its steps', () => {
    const below = Array.from({ length: 30 }, () => layouts(printed(1, 0), printed(0, 1)));
    const effort = { left: 1000 };
    assert.equal(solve({ total: printed(15, 15), below, additive: [true, true] }, effort, false), undefined);
    assert.equal(effort.left, 0);
  });
});
