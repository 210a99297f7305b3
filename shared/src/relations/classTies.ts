import { codeTree } from '../disclosure/codeTree.ts';
import type { Column, PlacedTable, Table } from '../disclosure/table.ts';
import { remember } from '../text/remember.ts';
import { type Anchor, anchorOfColumn, anchorsOf } from './anchors.ts';
import type { Between } from './between.ts';
import { functionClassOf, natureClassOf } from './classNames.ts';
import { type Item, nameWithoutNumber, nest } from './itemTree.ts';
import { ownColumns } from './ownColumns.ts';
import type { Term } from './relation.ts';
import { seriesOf } from './series.ts';
import type { Kind } from './tableKinds.ts';
import { bodyRows, termAt } from './terms.ts';
import { tieOfSum } from './tie.ts';

/** Tables of words that print 类 of 支出功能分类, and the lists whose 项 add up to them. */
const FUNCTION_LISTS: readonly (readonly [words: Kind, column: Anchor, list: Kind])[] = [
  ['balance', 'expenditure', 'expenditure'],
  ['fiscal', 'general-expenditure', 'general'],
];

/** What a class is broken down of, by the item above it, and the columns that print it. */
const SCOPES: readonly (readonly [above: RegExp, columns: readonly Anchor[]])[] = [
  [/^(?:专项业务经费|项目)支出$/, ['project']],
  [/^(?:基本支出|人员经费和公用经费支出)$/, ['staff', 'public']],
];

/** Tables that list codes, and those that print the totals of such a list. */
const LISTS: readonly (readonly [list: Kind, total: readonly [Kind, Anchor]])[] = [
  ['general', ['fiscal', 'expenditure-of-year']],
  ['general', ['fiscal', 'general-expenditure-of-year']],
  ['general-by-nature', ['fiscal', 'expenditure-of-year']],
  ['general-by-nature', ['fiscal', 'general-expenditure-of-year']],
  ['expenditure', ['balance', 'expenditure-of-year']],
  ['income', ['balance', 'income']],
];

/**
 * What the rows of a list without a total, or without 类, add up to in the tables of words: all expenditure, and each 类
 * of 经济分类. The two may be of different scope, so that this only tells between figures.
 */
export function classTies(byKind: ReadonlyMap<Kind, PlacedTable>): Between[] {
  const nature = byKind.get('general-by-nature');
  const words = (['fiscal', 'balance'] as const).flatMap((kind) => byKind.get(kind) ?? []);
  return [
    ...LISTS.flatMap(([list, [kind, anchor]]) => {
      const [placed, whole] = [byKind.get(list), byKind.get(kind)];
      const total = whole && anchorsOf(whole.table).get(anchor);
      return placed && total ? tie(whole, total, placed, sumOfList(placed.table)) : [];
    }),
    ...(nature ? words.flatMap((whole) => tiesOfClasses(whole, nature)) : []),
    ...FUNCTION_LISTS.flatMap(([kind, column, list]) => {
      const [whole, placed] = [byKind.get(kind), byKind.get(list)];
      return whole && placed ? tiesOfFunctions(whole, column, placed) : [];
    }),
  ];
}

function tie(whole: PlacedTable, total: Term, placed: PlacedTable, parts: readonly Term[]): Between[] {
  const evaluation = tieOfSum({ table: whole.table, term: total }, placed.table, parts);
  return evaluation ? [{ evaluation, tables: [whole, ...parts.map(() => placed)], certain: false }] : [];
}

/** The figures that a total of the list would add up; none where it has one, or where a row is not known. */
const sumOfList = remember((table: Table): readonly Term[] => {
  const [side] = table.sides;
  const column = side?.amountColumns.find((each) => anchorOfColumn(table, each) === 'total');
  if (!table.coded || !side || !column || bodyRows(side, 'total').length > 0) return [];
  const tree = codeTree(bodyRows(side, 'data'), ({ row }) => ({ ...row, hasAmounts: true }), table.open);
  return tree?.complete ? tree.roots.flatMap(({ entry }) => termAt(entry, column) ?? []) : [];
});

function tiesOfClasses(whole: PlacedTable, nature: PlacedTable): Between[] {
  return linesOf(whole.table).flatMap(({ term, code, columns }) =>
    tie(whole, term, nature, sumOfClass(nature.table, code, columns)),
  );
}

/** Each 类 that a table of words prints against its 项 in a list that has no row of the 类 (B5, B9). */
function tiesOfFunctions(whole: PlacedTable, anchor: Anchor, placed: PlacedTable): Between[] {
  const series = seriesOf(whole.table).find(({ column }) => anchorOfColumn(whole.table, column) === anchor);
  return [...(series?.terms ?? [])].flatMap(([name, term]) => {
    const code = functionClassOf(name);
    return code === undefined ? [] : tie(whole, term, placed, sumOfClass(placed.table, code, ['total']));
  });
}

interface Line {
  readonly term: Term;
  readonly code: string;
  readonly columns: readonly Anchor[];
}

/** The lines of a table of words that print a 类 of 经济分类 under an item that says of what. */
const linesOf = remember((table: Table): readonly Line[] =>
  table.sides.flatMap((side) => {
    const column = ownColumns(table, side.amountColumns).find(({ kind }) => kind === 'amount');
    return column ? linesBelow(nest(side.rows), undefined, column) : [];
  }),
);

function linesBelow(items: readonly Item[], columns: readonly Anchor[] | undefined, column: Column): Line[] {
  return items.flatMap(({ entry, children }): Line[] => {
    const name = nameWithoutNumber(entry);
    const code = columns && natureClassOf(name);
    const term = code === undefined ? undefined : termAt(entry, column);
    const own = SCOPES.find(([above]) => above.test(name))?.[1];
    const line = code !== undefined && columns && term ? [{ term, code, columns }] : [];
    return [...line, ...linesBelow(children, own, column)];
  });
}

/** What a 类 consists of in some columns; none where it has a row of its own, or its rows are of several levels. */
function sumOfClass(table: Table, code: string, anchors: readonly Anchor[]): readonly Term[] {
  const [side] = table.sides;
  const columns = side?.amountColumns.filter((column) => {
    const anchor = anchorOfColumn(table, column);
    return anchor !== undefined && anchors.includes(anchor);
  });
  const rows = side ? bodyRows(side, 'data').filter(({ row }) => row.code?.digits.startsWith(code)) : [];
  const lengths = new Set(rows.map(({ row }) => row.code?.digits.length));
  const isListed = rows.some(({ row }) => row.code?.digits === code) || lengths.size > 1;
  if (!columns || columns.length < anchors.length || isListed) return [];
  return rows.flatMap((entry) => columns.flatMap((column) => termAt(entry, column) ?? []));
}
