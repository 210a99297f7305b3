import type { CellNode, RowNode } from '../syntax/nodes.ts';
import { hasWords, wordsOf } from './labels.ts';
import { isWholeCode } from './unmarked/tokens.ts';
import { isWholeNameOf } from './wholeNames.ts';

/** So many lines of a name may stand above its figures, and as many below. */
const MAX_LINES = 3;
/** A code over several columns: 类, then 款 and 项. */
const CLASS = /^\d{3}$/;
const LOWER = /^\d{2}$/;

/** A row with a code beside which lines stand that may be of its name. */
interface Open {
  readonly index: number;
  readonly digits: string;
  /** The cell that names it so far. */
  readonly cell: CellNode | undefined;
}

/** The lines above and below a row that make its name whole. */
interface Claim extends Open {
  readonly above: number;
  readonly below: number;
}

/**
 * Gives rows the lines around them that make up just what the catalogue calls their codes (行政单位离退 over `2080501` over
 * 休), where their places allow several ways, and no other row needs one of them.
 */
export function withNamesAround(rows: readonly RowNode[]): readonly RowNode[] {
  const claims = rows.flatMap((row, index): Claim[] => {
    const open = row.torn ? openRow(row, index) : undefined;
    return (open && claimOf(open, rows)) ?? [];
  });
  const alone = claims.filter((claim, at) =>
    [claims[at - 1], claims[at + 1]].every((other) => !other || !meet(claim, other)),
  );
  if (alone.length === 0) return rows;
  const taken = new Set(alone.flatMap((claim) => linesOf(claim)));
  const named = new Map(alone.map((claim) => [claim.index, withName(claim, rows)]));
  return rows.flatMap((row, index) => named.get(index) ?? (taken.has(index) ? [] : [row]));
}

function openRow({ cells }: RowNode, index: number): Open | undefined {
  const filled = cells.filter(({ text }) => text !== '');
  const [first, ...rest] = filled;
  if (!first) return undefined;
  const behind = rest.findIndex(({ text }) => !LOWER.test(text));
  const lower = CLASS.test(first.text) ? rest.slice(0, behind === -1 ? rest.length : behind) : [];
  const digits = [first, ...lower].map(({ text }) => text).join('');
  const [cell] = rest.slice(lower.length);
  if (!isWholeCode(digits)) return undefined;
  return { index, digits, cell: cell && hasWords(cell.text) ? cell : undefined };
}

/** The only way to give a row lines around it, so that it has a name of its code; undefined where it has one without. */
function claimOf(open: Open, rows: readonly RowNode[]): [Claim] | undefined {
  const { index, digits, cell } = open;
  const own = cell ? wordsOf(cell) : '';
  const upper = looseLines(rows.slice(Math.max(0, index - MAX_LINES), index).toReversed(), cell);
  const lower = looseLines(rows.slice(index + 1, index + 1 + MAX_LINES), cell);
  const ways = [...Array(upper.length + 1).keys()].flatMap((above) =>
    [...Array(lower.length + 1).keys()].flatMap((below): Claim[] => {
      const words = [...upper.slice(0, above).toReversed(), own, ...lower.slice(0, below)].join('');
      return isWholeNameOf(digits, words) ? [{ ...open, above, below }] : [];
    }),
  );
  const [way, other] = ways;
  return way && !other && way.above + way.below > 0 ? [way] : undefined;
}

/** The words of the next rows that are nothing but names, from the nearest on, in the column of a cell or in one of them all. */
function looseLines(rows: readonly RowNode[], cell: CellNode | undefined): string[] {
  const words: string[] = [];
  let column = cell?.column;
  for (const { separator, cells } of rows) {
    const [only, other] = cells.filter(({ text }) => text !== '');
    if (separator || !only || other || !hasWords(only.text)) break;
    column ??= only.column;
    if (only.column !== column) break;
    words.push(wordsOf(only));
  }
  return words;
}

function linesOf({ index, above, below }: Claim): number[] {
  return Array.from({ length: above + below + 1 }, (_, at) => index - above + at);
}

function meet(a: Claim, b: Claim): boolean {
  return a.index - a.above <= b.index + b.below && b.index - b.above <= a.index + a.below;
}

function withName(claim: Claim, rows: readonly RowNode[]): RowNode[] {
  const lines = linesOf(claim).flatMap((index) => rows[index] ?? []);
  const row = rows[claim.index];
  const parts = lines.flatMap((line) =>
    line === row ? (claim.cell ?? []) : line.cells.filter(({ text }) => text !== ''),
  );
  const [first] = parts;
  if (!row || !first) return [];
  const { torn: _, ...whole } = row;
  const name = { ...first, whole: parts.map(wordsOf).join('') };
  const cells = row.cells.map((each) => (each.column === first.column ? name : each));
  return [{ ...whole, line: lines[0]?.line ?? row.line, cells }];
}
