import type { Catalogue, CodeRecord, Judgement } from '../../catalogue/catalogue.ts';
import { bareName, type NameStanding, nameStanding } from '../../catalogue/nameStanding.ts';
import { normalizeName } from '../../catalogue/names.ts';
import { hasWords } from '../../disclosure/labels.ts';
import { type Cell, type CodeReading, hasAmount, type Row, type Table } from '../../disclosure/table.ts';
import { compareStarts } from '../../text/range.ts';
import { ENDS_IN_TOTAL } from '../../text/totalWords.ts';
import { compactLabel } from '../../text/width.ts';
import { oddDigitsOf } from './oddDigits.ts';
import { unreadCodes } from './unreadCodes.ts';

/** A row with a 科目编码 and what the catalogue says of it. */
export interface CodedRow {
  /** Index in `table.rows`. */
  readonly index: number;
  readonly row: Row;
  readonly code: CodeReading;
  readonly judgement: Judgement;
  /** The record of a known code; of a local one it is the national code above, and says nothing of the name. */
  readonly record?: CodeRecord;
  /** How the name stands to a known code; undefined for others. */
  readonly standing?: NameStanding;
}

/** The coded rows of a table. */
export interface CodedTable {
  readonly table: Table;
  readonly catalogue: Catalogue;
  readonly rows: readonly CodedRow[];
  /** Digits where codes stand that were not read as one, with the words beside them. */
  readonly odd: readonly CodeReading[];
  /** Rows between which nothing else stands that has amounts: those of one 单位, of one group. */
  readonly blocks: readonly (readonly CodedRow[])[];
  /** Whether the words beside the codes are names of 科目, and not of projects or of bodies. */
  readonly named: boolean;
}

/** Most codes of a column must be known before a doubtful one among them means anything. */
const KNOWN_SHARE = 0.5;
/** So many of the names must be those of the codes before one that is not means anything. */
const NAMED_SHARE = 2 / 3;
const FEWEST_NAMED = 2;
const NAMES_HEADING = /科目名称$/;

/** Judges the rows of a table; undefined where what looks like codes may be something else. */
export function codedTable(table: Table, catalogue: Catalogue): CodedTable | undefined {
  if (!table.coded) return undefined;
  const column = table.columns.findIndex(({ kind }) => kind === 'code');
  const odd = table.rows.map((row) => oddDigitsOf(row, column));
  const blocks: CodedRow[][] = [[]];
  table.rows.forEach((row, index) => {
    if (row.code) blocks.at(-1)?.push(judgeRow(row, row.code, index, table, catalogue));
    else if (endsBlock(row) && !isAccount(odd[index], catalogue) && !hasUnreadItem(row, catalogue))
      blocks.push([]);
  });
  const rows = blocks.flat();
  const known = rows.filter(({ judgement }) => isKnown(judgement));
  if (rows.length === 0 || known.length < KNOWN_SHARE * rows.length) return undefined;
  const named = isNamed(rows) || isHeadedByNames(rows, table);
  return {
    table,
    catalogue,
    rows,
    odd: odd.filter((each) => each !== undefined),
    blocks: blocks.filter((block) => block.length > 0),
    named,
  };
}

/**
 * The rows of a block without those that close it or a part of it: 工资福利支出小计 with the code 301, right behind the rows of 30101 and
 * so on, stands where it should, and nothing behind it is part of it.
 */
export function withoutClosing(block: readonly CodedRow[]): readonly CodedRow[] {
  return block.filter(({ code: { digits, name } }, index) => {
    const above = block[index - 1]?.code.digits ?? '';
    return !(ENDS_IN_TOTAL.test(compactLabel(name)) && above !== digits && above.startsWith(digits));
  });
}

/** Whether the catalogue has the code, or one that it is a part of. */
export function isKnown(judgement: Judgement): boolean {
  return judgement.verdict !== 'unknown' && judgement.verdict !== 'surely-wrong';
}

/** A row with a code, and how code and name stand to the catalogue. */
export function judgeRow(
  row: Row,
  code: CodeReading,
  index: number,
  table: Table,
  catalogue: Catalogue,
): CodedRow {
  const judgement = catalogue.judge(code.digits, code.name, table.year);
  const record = 'record' in judgement ? judgement.record : undefined;
  const standing =
    record && judgement.verdict !== 'local' && code.name !== ''
      ? nameStanding(catalogue, record, code.name, table.year, isWholeName(table, index, code.name, record))
      : undefined;
  return { index, row, code, judgement, ...(record && { record }), ...(standing && { standing }) };
}

/**
 * Whether what a row prints as a name is all of it: no line beside goes on with it, and it is no cell on a line of its
 * own, of which nobody knows where it ends.
 */
function isWholeName({ dialect, rows }: Table, index: number, printed: string, record: CodeRecord): boolean {
  if (dialect === 'cell-line') return false;
  const [above, below] = [rows[index - 1], rows[index + 1]];
  const isRest = (row: Row | undefined, join: (words: string) => string) =>
    row?.cells.some((cell) => cell && normalizeName(join(cell.text)) === normalizeName(record.name)) === true;
  return (
    !mayBePiece(above) &&
    !mayBePiece(below) &&
    !isRest(above, (words) => words + printed) &&
    !isRest(below, (words) => printed + words)
  );
}

/** Words without a code and without amounts may be the beginning or the end of a name beside them. */
function mayBePiece(row: Row | undefined): boolean {
  return (
    row?.kind === 'data' &&
    row.code === undefined &&
    row.cells.some((cell) => hasWords(cell?.text ?? '')) &&
    !row.cells.some(hasAmount)
  );
}

/** Whether digits that are no code have the name of a 科目 beside them: the code was mistyped, and no body begins. */
function isAccount(odd: CodeReading | undefined, catalogue: Catalogue): boolean {
  return odd !== undefined && catalogue.byName(bareName(odd.name)).length > 0;
}

/** Whether a row prints the code of a 款 or 项 that was not read: a body may have the number of a 类. */
function hasUnreadItem(row: Row, catalogue: Catalogue): boolean {
  return unreadCodes(row).some((digits) => digits.length > 3 && catalogue.record(digits) !== undefined);
}

/** A row of another kind with figures of its own begins a group; the rest of a wrapped name does not. */
function endsBlock({ kind, body, cells }: Row): boolean {
  if (body !== undefined || kind === 'total') return true;
  return (
    kind === 'data' &&
    cells.some((cell) => cell?.amount !== undefined) &&
    cells.some((cell) => hasWords(cell?.text ?? ''))
  );
}

/** Whether a table of too few rows to tell says in its header that the words beside the codes are names of 科目. */
function isHeadedByNames(rows: readonly CodedRow[], { columns }: Table): boolean {
  const odd = rows.filter(({ standing }) => standing && standing.kind !== 'fits' && standing.kind !== 'old');
  return (
    odd.length === 1 &&
    odd.every(({ row, code: { nameSpan } }) => {
      const isName = (cell: Cell | undefined) => cell && nameSpan && compareStarts(cell.span, nameSpan) === 0;
      const column = row.cells.findIndex(isName);
      return NAMES_HEADING.test(compactLabel(columns[column]?.label ?? ''));
    })
  );
}

/** Whether the words beside codes are their names. */
export function isNamed(rows: readonly CodedRow[]): boolean {
  const standings = rows.flatMap(({ standing }) => standing?.kind ?? []);
  const good = standings.filter((kind) => kind === 'fits' || kind === 'old').length;
  return good >= FEWEST_NAMED && good >= NAMED_SHARE * standings.length;
}
