import { isOfWhich } from '../disclosure/labels.ts';
import type { Column, Side, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { SumRelation, Term } from './relation.ts';
import { type Proposal, termAt } from './terms.ts';

/** Of a change nothing is a part: one item may go up as another goes down. */
const CHANGE = /增减|[增净减][加减]?[额值]|增加|减少|变动|变化|[比较]上|同比/;

/** 固定资产净值 is what is left of 固定资产原值, and less than it. */
const NET = /净[值额]/;
const GROSS = /原值|折旧/;

/** Items stand no further above their 其中 than this. */
const REACH = 12;

/**
 * 其中 is at most what it is a part of, in the rows below an item and in the columns behind one (domain rules §2.1, A3,
 * A6). Where a list nests, the item that is meant may stand further up or further left: what exceeds only the nearest
 * is not reported.
 */
export function ofWhich(table: Table): Proposal[] {
  return table.sides.flatMap((side) => [...inRows(side), ...inColumns(table, side)]);
}

function inRows({ rows, amountColumns }: Side): Proposal[] {
  return rows.flatMap((entry, index) => {
    if (!isOfWhich(entry.label)) return [];
    const above = rows.slice(Math.max(0, index - REACH), index).toReversed();
    const items = above.filter(({ label }) => !isOfWhich(label));
    if (GROSS.test(entry.label) && items[0] && NET.test(items[0].label)) return [];
    return amountColumns
      .filter((column) => column.kind === 'amount' && !isOfChange(column))
      .flatMap((column) =>
        partOf(
          { row: items[0]?.label ?? entry.label, column: column.label },
          termAt(entry, column),
          items.map((item) => termAt(item, column)),
        ),
      );
  });
}

function inColumns({ columns }: Table, { rows, amountColumns }: Side): Proposal[] {
  return amountColumns.flatMap((column, index) => {
    const before = columns
      .slice(0, column.index)
      .findLast(({ kind }) => kind !== 'of-which' && kind !== 'empty');
    // Behind a number of things stands a number of some of them.
    if (column.kind !== 'of-which' || before?.kind !== 'amount' || isOfChange(column)) return [];
    const wholes = amountColumns
      .slice(0, index)
      .filter(({ kind }) => kind === 'amount')
      .toReversed();
    return rows.flatMap((entry) =>
      partOf(
        { row: entry.label, column: wholes[0]?.label ?? column.label },
        termAt(entry, column),
        wholes.map((whole) => {
          const term = termAt(entry, whole);
          return term && { ...term, label: whole.label };
        }),
      ),
    );
  });
}

function isOfChange({ path }: Column): boolean {
  return path.some((words) => CHANGE.test(compactLabel(words)));
}

/**
 * A part against the nearest of what it may be a part of; certain where it exceeds all of them.
 *
 * @param place where the nearest stands, for a reader
 */
function partOf(
  place: Pick<SumRelation, 'row' | 'column'>,
  part: Term | undefined,
  wholes: readonly (Term | undefined)[],
): Proposal[] {
  const [whole] = wholes;
  if (!part || !whole || whole.cell.amount.value.isZero()) return [];
  const { value } = part.cell.amount;
  const exceedsAll = wholes.every((each) => each === undefined || each.cell.amount.value.lt(value));
  const relation = {
    ...({ rule: 'exceeds-whole', comparison: 'at-least' } as const),
    ...{ total: whole, parts: [part], ...place },
  };
  return [{ relation, certain: exceedsAll }];
}
