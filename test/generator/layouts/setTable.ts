import {
  type ColumnKind,
  leavesOf,
  type ModelBlock,
  type ModelRow,
  type ModelTable,
  type Value,
} from '../model.ts';
import { roundValue, writeNumber } from '../numbers.ts';
import type { Figure, Grid, GridCell, GridRow } from './grid.ts';
import { flattened, type HeadNode, head, headPaths, headsOf, placeHeads } from './head.ts';
import type { Layout } from './layout.ts';
import { linesOf } from './rowsAbreast.ts';
import { type StubSetting, setStub, spacedOut } from './stub.ts';
import { unitInHeading, withUnit } from './unitHeadings.ts';

/** A block with its naming cells and headings set. */
interface SetBlock {
  readonly block: ModelBlock;
  readonly index: number;
  readonly stub: StubSetting;
  readonly heads: readonly HeadNode[];
  readonly kinds: readonly ColumnKind[];
  readonly nameless: boolean;
}

/** What the rows of a table are set with. */
interface Setting {
  readonly table: ModelTable;
  readonly layout: Layout;
  readonly blocks: readonly SetBlock[];
  /** The printed headings over each column. */
  readonly paths: readonly (readonly string[])[];
}

/** Sets a table out as a grid of cells. */
export function setTable(table: ModelTable, layout: Layout): Grid {
  const unit = unitInHeading(table, layout) ? `（${table.unit}）` : '';
  const blocks = table.blocks.map((block, index): SetBlock => {
    const stub = setStub(block, layout);
    const nameless = layout.namelessTotals && table.blocks.length === 2 && index === 1;
    const kinds = leavesOf(block.columns).map(({ column }) => column.kind);
    return { block, index, stub, heads: withUnit(headsOf(block.columns), unit), kinds, nameless };
  });
  const nodes = [...abreast(blocks, layout), ...(hasRemarks(table, layout) ? [head('备注')] : [])];
  const printed = layout.head === 'one-row' ? flattened(nodes) : nodes;
  const { cells: heads, rows: headRows } = placeHeads(printed, layout.anchor);
  const paths = headPaths(printed);
  const kinds = blocks.flatMap(({ stub, kinds }) => [
    ...Array.from({ length: stub.width }, () => 'stub' as const),
    ...kinds,
  ]);
  const index = indexRow(table, kinds, layout);
  const first = index === undefined ? 0 : 1;
  const body = saysNone(table, layout)
    ? [noneRow(blocks)]
    : linesOf(table.blocks).map((places, line) =>
        gridRowOf({ table, layout, blocks, paths }, places, first + line),
      );
  const rows = index === undefined ? body : [index, ...body];
  const width = paths.length;
  return {
    width,
    headRows,
    heads,
    rows: rows.map((row) => ({ ...row, cells: padded(row.cells, width) })),
    figureColumns: paths.map((_, column) =>
      ['amount', 'ratio', 'quantity'].includes(kinds[column] ?? 'text'),
    ),
  };
}

function hasRemarks(table: ModelTable, layout: Layout): boolean {
  const [only, ...others] = table.blocks;
  return (
    layout.remarks &&
    only !== undefined &&
    others.length === 0 &&
    !only.columns.some(({ label }) => label === '备注')
  );
}

/** The headings of all blocks; 收入 and 支出 span their blocks. */
function abreast(blocks: readonly SetBlock[], layout: Layout): HeadNode[] {
  const nodes: HeadNode[] = [];
  let open: string | undefined;
  for (const { block, stub, heads } of blocks) {
    const own = [...stub.heads, ...heads];
    const last = nodes.at(-1);
    if (block.group === undefined) nodes.push(...own);
    else if (block.group === open && last !== undefined) {
      nodes[nodes.length - 1] = { ...last, below: [...last.below, ...own] };
    } else nodes.push({ text: spacedOut(block.group, layout), below: own });
    open = block.group;
  }
  return nodes;
}

/** A row of the grid: of each block the row that stands in this line, or blanks. */
function gridRowOf(
  { table, layout, blocks, paths }: Setting,
  places: readonly (number | undefined)[],
  gridRow: number,
): GridRow {
  const cells: GridCell[] = [];
  for (const { block, index, stub, kinds, nameless } of blocks) {
    const place = places[index];
    const row = place === undefined ? undefined : block.rows[place];
    if (place === undefined || row === undefined) {
      cells.push(...blanks(stub.width + kinds.length));
      continue;
    }
    const unnamed = nameless && (row.kind === 'annual-total' || row.kind === 'total');
    const printedLabel = unnamed ? '' : stub.labelOf(row);
    cells.push(...(unnamed ? blanks(stub.width) : stub.cells(row)));
    kinds.forEach((kind, column) => {
      const headings = paths[cells.length] ?? [];
      const address = { block: index, row: place, column, gridRow };
      const figure = { ...address, kind, style: layout.style, printedLabel, headings };
      cells.push(valueCell(row, row.values[column] ?? null, table, figure));
    });
  }
  const first = places.findIndex((place) => place !== undefined);
  const row = blocks[first]?.block.rows[places[first] ?? 0];
  const total = row?.kind === 'total' || row?.kind === 'annual-total';
  return { kind: total ? 'total' : 'data', cells, level: row?.level ?? 0 };
}

function valueCell(
  row: ModelRow,
  value: Value,
  table: ModelTable,
  figure: Omit<Figure, 'rounded'>,
): GridCell {
  const { kind, style } = figure;
  if (typeof value === 'string') return { text: value, role: 'words' };
  const nothing = kind === 'amount' && row.kind !== 'heading' ? style.nothing : 'blank';
  if (value === null && nothing !== 'zero') return nothing === 'dash' ? { text: '-', role: 'words' } : BLANK;
  const rounded = roundValue(value ?? 0, kind, table.unit, table.decimals);
  const text =
    kind === 'ratio' ? `${writeNumber(rounded, { ...style, trimmed: false })}%` : writeNumber(rounded, style);
  return { text, role: 'figure', figure: { ...figure, rounded } };
}

/** Column numbers, where the table has one block and codes: others are not printed with them. */
function indexRow(
  table: ModelTable,
  kinds: readonly (ColumnKind | 'stub')[],
  layout: Layout,
): GridRow | undefined {
  const [only, ...others] = table.blocks;
  if (layout.indexRow === 'none' || others.length > 0 || only?.stub.code === undefined) return undefined;
  let number = 0;
  const cells = kinds.map((kind): GridCell => {
    const starred = layout.indexRow === 'stars' || kind === 'stub';
    return { text: starred ? '**' : String(++number), role: 'index' };
  });
  return { kind: 'index', cells, level: 0 };
}

/** Whether a table without data is replaced by one row that says so. */
function saysNone(table: ModelTable, layout: Layout): boolean {
  const empty = table.blocks.every(({ rows }) =>
    rows.every(({ values }) => values.every((value) => value === null)),
  );
  return layout.sayNone && table.blocks.length === 1 && empty;
}

/** 无, among the names. */
function noneRow(blocks: readonly SetBlock[]): GridRow {
  const width = blocks[0]?.stub.width ?? 1;
  return { kind: 'data', cells: [...blanks(width - 1), { text: '无', role: 'label' }], level: 0 };
}

const BLANK: GridCell = { text: '', role: 'blank' };

function blanks(count: number): GridCell[] {
  return Array.from({ length: count }, () => BLANK);
}

function padded(cells: readonly GridCell[], width: number): GridCell[] {
  return [...cells, ...blanks(width - cells.length)];
}
