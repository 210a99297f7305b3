import type { Catalogue } from '../../catalogue/catalogue.ts';
import { gluedCode, isNamedCode, NO_CARRY, readCode } from '../../disclosure/codes.ts';
import { hasWords } from '../../disclosure/labels.ts';
import type { Cell, CodeReading, Table } from '../../disclosure/table.ts';
import { WHOLE_CODE } from '../../text/codeShape.ts';
import { compareStarts, type Span } from '../../text/range.ts';
import { toHalfWidth } from '../../text/width.ts';
import { type CodedRow, type CodedTable, isNamed, judgeRow } from './codedRows.ts';
import { readOddDigits } from './oddDigits.ts';

/** Fewer codes with their names in a column may stand there by chance. */
const FEWEST_ROWS = 3;
/** So many of the texts that look like codes must have their own names beside them. */
const NAMED_SHARE = 2 / 3;
/** A code takes three cells at most, and its name stands right behind. */
const MOST_CELLS = 8;

/** `2010301`, or `[2010301]` glued to the name. */
const BEGINS_LIKE_A_CODE = /^[[【(]?\d/;

interface Candidate {
  /** Index in `table.rows`. */
  readonly index: number;
  readonly code: CodeReading;
}

/** What stands in one column: codes and digits that are none, with the words behind and with those in front. */
interface ColumnOfCodes {
  readonly behind: Candidate[];
  readonly inFront: Candidate[];
  readonly oddBehind: CodeReading[];
  readonly oddInFront: CodeReading[];
}

/** Cells in their order, with the index of the row of each. */
interface Sequence {
  readonly cells: readonly Cell[];
  readonly rows: readonly number[];
  readonly hasColumns: boolean;
}

/**
 * Codes with their names in other columns than those that name the rows: 人员经费 and 公用经费 abreast, the
 * 政府 economic code beside that of the 部门, the 类 on the right of a 收支总表, and codes among the tokens of
 * flattened rows or of cells that could not be put into rows. One list a column, and only where most of it are codes with their own names: a figure that
 * looks like a code is then none.
 *
 * @param own the reading of the codes that name the rows, if there are any
 */
export function codesAbreast(table: Table, catalogue: Catalogue, own: CodedTable | undefined): CodedTable[] {
  const known = [...(own?.rows.map(({ code }) => code) ?? []), ...(own?.odd ?? [])];
  const taken = new Set(known.flatMap(({ spans }) => spans.map(placeOf)));
  const columns = new Map<number, ColumnOfCodes>();
  for (const { cells, rows, hasColumns } of sequences(table)) {
    for (const [at, cell] of cells.entries()) {
      const half = toHalfWidth(cell.text);
      if (!BEGINS_LIKE_A_CODE.test(half) || taken.has(placeOf(cell.span))) continue;
      // A name with the code of its row in front of it is no second code.
      const glued = gluedCode(half)?.digits;
      if (glued !== undefined && glued === table.rows[rows[at] ?? 0]?.code?.digits) continue;
      const key = hasColumns ? cell.column : 0;
      const column = columns.get(key) ?? { behind: [], inFront: [], oddBehind: [], oddInFront: [] };
      columns.set(key, column);
      readInto(column, rows[at] ?? 0, cells, at);
    }
  }
  return [...columns.values()].flatMap(({ behind, inFront, oddBehind, oddInFront }) => {
    const lists = [
      listOf(behind, oddBehind, table, catalogue),
      listOf(inFront, oddInFront, table, catalogue),
    ].filter((list) => list !== undefined);
    return lists.sort((a, b) => b.rows.length - a.rows.length).slice(0, 1);
  });
}

/**
 * The cells that stand behind each other: those of a row, or, where each cell has a line of its own and nothing
 * tells where rows begin, those of all lines in a row. There a cell with both a code and its name stands by itself:
 * digits beside it are figures, of this name or of the one before.
 */
function sequences({ rows, dialect }: Table): Sequence[] {
  const found: Sequence[] = [];
  let open: { readonly cells: Cell[]; readonly rows: number[] } | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'data' || row.body) {
      open = undefined;
      continue;
    }
    const cells = row.cells.filter((cell) => cell !== undefined);
    const isAlone = dialect === 'cell-line' && cells.length === 1;
    const hasBoth = isAlone && gluedCode(toHalfWidth(cells[0]?.text ?? '')) !== undefined;
    if (!isAlone || hasBoth || !open) {
      const own = { cells, rows: cells.map(() => index) };
      found.push({ ...own, hasColumns: dialect !== 'flattened' && !isAlone });
      open = isAlone && !hasBoth ? own : undefined;
    } else {
      open.cells.push(...cells);
      open.rows.push(index);
    }
  }
  return found;
}

/** Adds what the cell at an index is, read with the words behind it and with those in front. */
function readInto(column: ColumnOfCodes, index: number, cells: readonly Cell[], at: number): void {
  const code = codeWithName(cells.slice(at, at + MOST_CELLS));
  if (code) column.behind.push({ index, code });
  else {
    const odd = readOddDigits(cells, at);
    if (odd) column.oddBehind.push(odd);
  }
  const cell = cells[at];
  const name = cells[at - 1];
  const digits = toHalfWidth(cell?.text ?? '');
  if (!cell || !name || !hasWords(name.text) || !/^\d{2,10}$/.test(digits)) return;
  const read = { digits, printed: digits, spans: [cell.span], name: name.text, nameSpan: name.span };
  if (WHOLE_CODE.test(digits)) column.inFront.push({ index, code: read });
  else column.oddInFront.push(read);
}

/** The code that these cells begin with, if its name stands right behind it. */
function codeWithName(cells: readonly Cell[]): CodeReading | undefined {
  const code = readCode(cells, NO_CARRY);
  if (!isNamedCode(code) || !code.nameSpan) return undefined;
  const { nameSpan } = code;
  const last = code.spans.at(-1);
  const isParted = cells.some(
    ({ span }) => last && compareStarts(span, last) > 0 && compareStarts(span, nameSpan) < 0,
  );
  return isParted ? undefined : code;
}

function listOf(
  candidates: readonly Candidate[],
  odd: readonly CodeReading[],
  table: Table,
  catalogue: Catalogue,
): CodedTable | undefined {
  const rows = candidates.flatMap(({ index, code }): CodedRow[] => {
    const row = table.rows[index];
    return row ? [judgeRow(row, code, index, table, catalogue)] : [];
  });
  const fitting = rows.filter(({ standing }) => standing?.kind === 'fits' || standing?.kind === 'old');
  if (fitting.length < FEWEST_ROWS || fitting.length < NAMED_SHARE * rows.length) return undefined;
  return { table, catalogue, rows, odd, blocks: [rows], named: isNamed(rows) };
}

/** Cells of one row may stand on several lines. */
function placeOf({ line, start }: Span): string {
  return `${line} ${start}`;
}
