import { leavesOf, type ModelBlock, type ModelColumn, type ModelRow, type ModelTable } from './model.ts';

/** A cell of a table, by block, row of the block and leaf column of the block. */
export interface Address {
  readonly block: number;
  readonly row: number;
  readonly column: number;
}

/**
 * - `parts`: a column that its head calls a total, of those beside it;
 * - `children`: a row, of the rows below it;
 * - `top-rows`: 合计 or 本年…合计, of the topmost rows;
 * - `balances`: 收入总计 and 支出总计, of 本年…合计 and what stands between;
 * - `equal`: the totals of two blocks, which balance.
 */
export type SumKind = 'parts' | 'children' | 'top-rows' | 'balances' | 'equal';

/** A sum that a table's structure states. It holds to the 分 before rounding; a blank adds nothing. */
export interface StructuralSum {
  readonly kind: SumKind;
  readonly total: Address;
  readonly addends: readonly Address[];
}

/** Every sum that the structure of a table states, whatever of it is printed. Told from the model alone. */
export function structuralSums(table: ModelTable): StructuralSum[] {
  return [
    ...table.blocks.flatMap((block, index) => [
      ...partSums(block, index),
      ...childSums(block, index),
      ...totalSums(block, index),
    ]),
    ...equalTotals(table),
  ];
}

const TOTAL_HEADING = /^(?:小计|合计|总计|收入总计|支出总计)$/;

function partSums(block: ModelBlock, index: number): StructuralSum[] {
  return declaredTotals(block.columns).flatMap(({ total, addends }) =>
    block.rows.map(
      (_, row): StructuralSum => ({
        kind: 'parts',
        total: { block: index, row, column: total },
        addends: addends.map((column) => ({ block: index, row, column })),
      }),
    ),
  );
}

interface DeclaredTotal {
  readonly total: number;
  readonly addends: readonly number[];
}

/** Of each group of headings that begins with a total: its leaf column, and those that it adds up. */
function declaredTotals(columns: readonly ModelColumn[]): DeclaredTotal[] {
  const totals: DeclaredTotal[] = [];
  let next = 0;
  /** Returns the columns that stand for these headings in a sum: their total, or all of them. */
  const walk = (siblings: readonly ModelColumn[]): number[] => {
    const parts = siblings
      .map(({ label, kind, children }) => ({
        ...{ label, kind },
        columns: children.length === 0 ? [next++] : walk(children),
      }))
      .filter(({ kind }) => kind === 'amount');
    // 其中 repeats what stands beside it.
    const [first, ...others] = parts.filter(({ label }) => label !== '其中：');
    if (first === undefined || !TOTAL_HEADING.test(first.label)) return parts.flatMap((part) => part.columns);
    const [total] = first.columns;
    const addends = others.flatMap((part) => part.columns);
    if (total !== undefined && addends.length > 0) totals.push({ total, addends });
    return first.columns;
  };
  walk(columns);
  return totals;
}

function childSums(block: ModelBlock, index: number): StructuralSum[] {
  return block.rows.flatMap(({ kind }, row) => {
    const isParent = kind === 'data' || kind === 'unit' || kind === 'balance';
    const children = isParent ? childrenOf(block.rows, row) : [];
    const exhaustive = children.every((child) => block.rows[child]?.kind !== 'of-which');
    return children.length > 0 && exhaustive ? columnSums(block, index, 'children', row, children) : [];
  });
}

/** The rows directly below a row: those of the next deeper level, up to the next row of its own. */
function childrenOf(rows: readonly ModelRow[], parent: number): number[] {
  const level = rows[parent]?.level ?? 0;
  const below: number[] = [];
  for (let at = parent + 1; at < rows.length && (rows[at]?.level ?? 0) > level; at++) below.push(at);
  const next = Math.min(...below.map((at) => rows[at]?.level ?? 0));
  return below.filter((at) => rows[at]?.level === next);
}

function totalSums(block: ModelBlock, index: number): StructuralSum[] {
  const { rows } = block;
  const annual = rows.findIndex(({ kind }) => kind === 'annual-total');
  const total = rows.findIndex(({ kind }) => kind === 'total');
  const balances = rows.flatMap(({ kind, level }, row) => (kind === 'balance' && level === 1 ? [row] : []));
  const top = topRows(rows);
  if (total < 0 || top.length === 0) return [];
  if (annual < 0) return columnSums(block, index, 'top-rows', total, top);
  return [
    ...columnSums(block, index, 'top-rows', annual, top),
    ...columnSums(block, index, 'balances', total, [annual, ...balances]),
  ];
}

/** What a total adds up: the rows of level 1, or of level 2 where those of level 1 have no figures. */
function topRows(rows: readonly ModelRow[]): number[] {
  const ofLevel = (wanted: number) =>
    rows.flatMap(({ kind, level }, row) =>
      (kind === 'data' || kind === 'unit') && level === wanted ? [row] : [],
    );
  const first = ofLevel(1);
  return first.length > 0 ? first : ofLevel(2);
}

/** The same sum in each column of amounts; quantities are added up in some tables only. */
function columnSums(
  block: ModelBlock,
  index: number,
  kind: SumKind,
  total: number,
  addends: readonly number[],
): StructuralSum[] {
  return leavesOf(block.columns).flatMap((leaf, column) =>
    leaf.column.kind !== 'amount'
      ? []
      : [
          {
            kind,
            total: { block: index, row: total, column },
            addends: addends.map((row) => ({ block: index, row, column })),
          },
        ],
  );
}

function equalTotals({ blocks }: ModelTable): StructuralSum[] {
  const totals = blocks.map(({ rows }, block): Address => {
    return { block, row: rows.findIndex(({ kind }) => kind === 'total'), column: 0 };
  });
  const [first, ...others] = totals.filter(({ row }) => row >= 0);
  return first === undefined
    ? []
    : others.map((other) => ({ kind: 'equal', total: first, addends: [other] }));
}
