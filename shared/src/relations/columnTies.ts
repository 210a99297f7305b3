import type { PlacedTable, Table } from '../disclosure/table.ts';
import { rememberPair } from '../text/remember.ts';
import { type Anchor, anchorOfColumn } from './anchors.ts';
import type { Between } from './between.ts';
import { carriesOver } from './carriedOver.ts';
import type { Evaluation } from './relation.ts';
import { isCodeKey, type Series, seriesOf } from './series.ts';
import type { Kind } from './tableKinds.ts';
import { isMoved, tieOf } from './tie.ts';

/** Columns of two tables whose rows print the same figures (domain rules §2.2). */
interface ColumnTie {
  readonly whole: Named;
  readonly part: Named;
  /** A table that makes the tie doubtful where funds are carried over in it. */
  readonly unlessCarriedOver?: Kind;
}

type Named = readonly [Kind, Anchor];

const COLUMN_TIES: readonly ColumnTie[] = [
  // B5, B9: 类 of expenditure, by their names. What the one table leaves out of the year is in the other.
  { whole: ['expenditure', 'total'], part: ['balance', 'expenditure'] },
  { whole: ['general', 'total'], part: ['fiscal', 'general-expenditure'], unlessCarriedOver: 'fiscal' },
  // B6: income and expenditure by the same 科目, but for what is left for the next year.
  { whole: ['income', 'total'], part: ['expenditure', 'total'] },
  // B10, B11 by 科目: what is spent on 基本支出, by its function and by its economic nature.
  { whole: ['general', 'basic'], part: ['basic-by-function', 'total'] },
  ...(['staff', 'public'] as const).flatMap((anchor): ColumnTie[] => [
    { whole: ['general', anchor], part: ['basic-by-function', anchor] },
    { whole: ['general-by-nature', anchor], part: ['basic', anchor] },
  ]),
];

/** Different figures that have to agree: with the totals, and where neither table prints one. */
const MIN_AGREEING = 2;
const MIN_AGREEING_WITHOUT_TOTALS = 4;

/**
 * The figures in which two columns differ that print the same by the definitions of their tables. They are certain
 * only where nothing else can be meant: each row of one is in the other, all others agree, and so do the totals, so
 * that the columns cannot be of different scope. One may differ, or two of which the one has as much too much as the
 * other lacks: money that one table has moved from one row to the other.
 */
export function columnTies(byKind: ReadonlyMap<Kind, PlacedTable>): Between[] {
  return COLUMN_TIES.flatMap(({ whole, part, unlessCarriedOver }) => {
    const [one, other] = [byKind.get(whole[0]), byKind.get(part[0])];
    const doubtful = unlessCarriedOver && byKind.get(unlessCarriedOver);
    if (!one || !other || (doubtful && carriesOver(doubtful.table))) return [];
    const found = differences(one.table, other.table).get(`${whole[1]} ${part[1]}`) ?? [];
    return found.map((evaluation) => ({ evaluation, tables: [one, other], certain: true }));
  });
}

/** The differing figures of each pair of columns of two tables, by what the columns are. */
const differences = rememberPair((table: Table, other: Table): ReadonlyMap<string, readonly Evaluation[]> => {
  const found = new Map<string, readonly Evaluation[]>();
  for (const series of seriesOf(table)) {
    const anchor = anchorOfColumn(table, series.column);
    for (const twin of anchor ? seriesOf(other) : []) {
      const twinAnchor = anchorOfColumn(other, twin.column);
      const differing = twinAnchor ? differencesOf(series, twin) : [];
      if (differing.length > 0) found.set(`${anchor} ${twinAnchor}`, differing);
    }
  }
  return found;
});

/** Rows of the whole, which say of which scope a column is. */
const TOTAL_KEYS = ['合计', '本年合计'];

function differencesOf(series: Series, twin: Series): readonly Evaluation[] {
  const keys = comparedKeys(series, twin);
  if (!keys) return [];
  const evaluated = (key: string, twinKey = key) => {
    const [whole, part] = [series.terms.get(key), twin.terms.get(twinKey)];
    return whole && part && tieOf({ table: series.table, term: whole }, { table: twin.table, term: part });
  };
  const ties = keys.flatMap((key) => evaluated(key) ?? []);
  const broken = ties.filter(({ standing }) => standing === 'broken');
  if (broken.length === 0 || broken.length > 2 || ties.length < keys.length) return [];
  const holding = ties.filter(({ standing }) => standing !== 'broken');
  const agreeing = new Set(holding.map(({ expected }) => expected.toString()));
  agreeing.delete('0');
  const totals = TOTAL_KEYS.flatMap((key) => TOTAL_KEYS.flatMap((twinKey) => evaluated(key, twinKey) ?? []));
  const agrees = totals.some(({ standing, expected }) => standing !== 'broken' && !expected.isZero());
  if (broken.length > 1) return agrees && agreeing.size > 0 && isMoved(broken) ? broken : [];
  if (totals.length > 0) return agrees && agreeing.size >= MIN_AGREEING ? broken : [];
  // Without their totals nothing tells whether some of the income is left for the next year.
  const isIncome = [series, twin].some(({ table }) => table.role === 'income');
  const none = !isIncome && TOTAL_KEYS.every((key) => !series.terms.has(key) && !twin.terms.has(key));
  return none && agreeing.size >= MIN_AGREEING_WITHOUT_TOTALS ? broken : [];
}

/**
 * The rows that both columns have; undefined where one of them lacks a figure of the other. A table of words lists
 * 类 only, so that of the other one its 款 and 项 are left aside.
 */
function comparedKeys(series: Series, twin: Series): readonly string[] | undefined {
  const codesInBoth = [series, twin].every(({ terms }) => [...terms.keys()].some(isCodeKey));
  const filled = ({ terms }: Series) =>
    [...terms].flatMap(([key, { cell }]) =>
      TOTAL_KEYS.includes(key) || cell.amount.value.isZero() || (!codesInBoth && isCodeKey(key)) ? [] : key,
    );
  const [ours, theirs] = [filled(series), filled(twin)];
  const isSame = ours.every((key) => twin.terms.has(key)) && theirs.every((key) => series.terms.has(key));
  return isSame ? [...new Set([...ours, ...theirs])] : undefined;
}
