import type { PlacedTable, Table } from '../disclosure/table.ts';
import { rememberPair } from '../text/remember.ts';
import { type Anchor, anchorOfColumn } from './anchors.ts';
import type { Between } from './between.ts';
import type { Evaluation } from './relation.ts';
import { isCodeKey, type Series, seriesOf } from './series.ts';
import type { Kind } from './tableKinds.ts';
import { tieOf } from './tie.ts';

/** What a table of all money takes in of one of some of it, column by column (B14). */
const PARTS: readonly Kind[] = ['general', 'fund'];
/** The total first: where it is too small by the row's 基本支出 or 项目支出, one finding will do. */
const ANCHORS: readonly Anchor[] = ['total', 'basic', 'project'];

/** Rows of both tables that have to agree with it before one that does not is taken for wrong. */
const MIN_HOLDING = 3;

/**
 * The one row of the table of expenditure that has less than the table of one budget has for the same code (B14). It is
 * certain only where the totals and a row above or below it show that the table takes in all of that budget: a table
 * that leaves out what was carried over has less in all of them.
 */
export function rowBounds(byKind: ReadonlyMap<Kind, PlacedTable>): Between[] {
  const whole = byKind.get('expenditure');
  if (!whole) return [];
  return PARTS.flatMap((part) => {
    const other = byKind.get(part);
    const found = other && exceeding(whole.table, other.table);
    const evaluation = ANCHORS.flatMap((anchor) => found?.get(anchor) ?? [])[0];
    return other && evaluation ? [{ evaluation, tables: [whole, other], certain: true }] : [];
  });
}

const exceeding = rememberPair((table: Table, other: Table): ReadonlyMap<Anchor, Evaluation> => {
  const found = new Map<Anchor, Evaluation>();
  for (const series of seriesOf(table)) {
    const anchor = anchorOfColumn(table, series.column);
    const twin = seriesOf(other).find(({ column }) => anchor && anchorOfColumn(other, column) === anchor);
    const evaluation = twin && exceedingRow(series, twin);
    if (anchor && evaluation) found.set(anchor, evaluation);
  }
  return found;
});

function exceedingRow(series: Series, twin: Series): Evaluation | undefined {
  const bounds = new Map(
    [...series.terms].flatMap(([key, whole]): [string, Evaluation][] => {
      const part = twin.terms.get(key);
      const tie =
        part && tieOf({ table: series.table, term: whole }, { table: twin.table, term: part }, 'at-least');
      return tie ? [[key, tie]] : [];
    }),
  );
  const [broken, second] = [...bounds].filter(([, { standing }]) => standing === 'broken');
  if (!broken || second || bounds.size <= MIN_HOLDING || !bounds.has('合计')) return undefined;
  const [key, evaluation] = broken;
  const isKin = (each: string) => each !== key && (each.startsWith(key) || key.startsWith(each));
  return isCodeKey(key) && [...bounds.keys()].some((each) => isCodeKey(each) && isKin(each))
    ? evaluation
    : undefined;
}
