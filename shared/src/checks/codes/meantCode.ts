import type { CodeRecord } from '../../catalogue/catalogue.ts';
import type { CodeReading } from '../../disclosure/table.ts';
import type { CodedTable } from './codedRows.ts';

/**
 * How well the table has room for a code in the place of wrong digits, the smaller the better.
 * 0: it belongs below the row above, or the row below belongs below it, and it has no row yet. 1: its 款 or 类 has
 * a row somewhere, and it has none. 2: its 款 or 类 has a row. 3: neither.
 */
export function roomFor(code: string, wrong: CodeReading, { rows }: CodedTable): number {
  const line = wrong.spans[0]?.line ?? 0;
  const above = rows.findLast(({ row }) => row.line < line)?.code.digits ?? '';
  const below = rows.find(({ row }) => row.line > line)?.code.digits ?? '';
  const parent = code.slice(0, -2);
  const isAbsent = !rows.some((row) => row.code.digits === code);
  const isNeighbour = (parent.length >= 3 && above.startsWith(parent)) || isPartOf(below, code);
  if (isAbsent && isNeighbour) return 0;
  if (!rows.some((row) => row.code.digits === parent)) return 3;
  return isAbsent ? 1 : 2;
}

/**
 * The one of several codes that is meant by wrong digits. 行政运行 recurs under every 款: where several codes have
 * the printed name, the table tells which; undefined where it does not.
 */
export function meantCode(
  candidates: readonly CodeRecord[],
  wrong: CodeReading,
  coded: CodedTable,
): CodeRecord | undefined {
  const room = new Map(candidates.map((each) => [each, roomFor(each.code, wrong, coded)]));
  const most = Math.min(...room.values());
  const [only, second] = candidates.filter((each) => room.get(each) === most);
  return second ? undefined : only;
}

function isPartOf(code: string, whole: string): boolean {
  return code.length > whole.length && code.startsWith(whole);
}
