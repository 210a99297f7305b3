import type { CodeRecord } from '../../catalogue/catalogue.ts';
import type { CodeReading } from '../../disclosure/table.ts';
import { remember } from '../../text/remember.ts';
import { lastIndexUpTo } from '../../text/sorted.ts';
import type { CodedRow, CodedTable } from './codedRows.ts';

/**
 * How well the table has room for a code in the place of wrong digits, the smaller the better.
 * 0: it belongs below the row above, or the row below belongs below it, and it has no row yet. 1: its 款 or 类 has
 * a row somewhere, and it has none. 2: its 款 or 类 has a row. 3: neither.
 */
export function roomFor(code: string, wrong: CodeReading, coded: CodedTable): number {
  const line = wrong.spans[0]?.line ?? 0;
  const [above = '', below = ''] = codesAround(coded, line);
  const parent = code.slice(0, -2);
  const present = codesOf(coded);
  const isAbsent = !present.has(code);
  const isNeighbour = (parent.length >= 3 && above.startsWith(parent)) || isPartOf(below, code);
  if (isAbsent && isNeighbour) return 0;
  if (!present.has(parent)) return 3;
  return isAbsent ? 1 : 2;
}

/** The codes of the rows above and below a line; the rows of a table come in the order of its lines. */
function codesAround({ rows }: CodedTable, line: number): (string | undefined)[] {
  const lineOf = ({ row }: CodedRow) => row.line;
  const above = lastIndexUpTo(rows, line - 1, lineOf);
  const below = lastIndexUpTo(rows, line, lineOf) + 1;
  return [rows[above]?.code.digits, rows[below]?.code.digits];
}

/** The codes that a table has, whether they are known or not. */
export const codesOf = remember(
  ({ rows }: CodedTable): ReadonlySet<string> => new Set(rows.map(({ code }) => code.digits)),
);

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
