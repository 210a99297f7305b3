import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type Catalogue, type CodeRecord, isCodeShaped } from '#core/catalogue/catalogue.ts';
import { isLetters } from '#core/catalogue/pinyin.ts';
import { bracketsLike } from '#core/codes/brackets.ts';
import { codesOfTables } from '#core/codes/places.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import { hasWords } from '#core/disclosure/labels.ts';
import { rangeOf, type Span } from '#core/text/range.ts';
import { toHalfWidth } from '#core/text/width.ts';
import type { FeatureContext } from '../context.ts';

import { budgetOf, type CodeQuery, codeCandidates } from './codeCandidates.ts';
import { type CodeColumns, codeColumnsOf } from './codeColumns.ts';
import { codeItem, codeWithNameItem } from './codeItem.ts';
import { isFreeBehind, type Typed, typedIn, writeCell, writeCells } from './slotEdit.ts';

/** `[2010301]行政运行`: the bracket is typed before the digits. */
const OPENING = /^[[【(]/;

/** What a completion of codes works with. */
interface Request {
  readonly row: EditedRow;
  readonly typed: Typed;
  readonly group: CodeColumns;
  readonly disclosure: Disclosure;
  readonly context: FeatureContext;
  /** Writes a name as the rows around do. */
  readonly write: (name: string) => string;
}

/** Codes and names of 科目 for a code or name column; undefined where the cell is neither. */
export function codeCompletions(
  row: EditedRow,
  character: number,
  { disclosure }: Analysis,
  context: FeatureContext,
): CompletionList | undefined {
  if (!isOpenToCodes(row)) return undefined;
  for (const group of codeColumnsOf(row.placed.table)) {
    const index = group.columns.indexOf(row.column);
    if (index === -1 && row.column !== group.nameColumn) continue;
    const write = bracketsLike(row.placed.table, row.rowIndex);
    const request = { row, typed: typedIn(row, character), group, disclosure, context, write };
    return index === -1 ? nameList(request) : codeList(request, index);
  }
  return undefined;
}

/** Rows of the body, and rows just begun, which cannot be told from an empty header row yet. */
function isOpenToCodes({ row, cells, column }: EditedRow): boolean {
  if (!row || row.kind === 'data') return true;
  if (row.kind !== 'header') return false;
  return cells.every((cell) => !cell || cell.column === column || !hasWords(cell.text));
}

/**
 * Codes for the code column with this index in its group, by their digits, or by name or pinyin where no digits
 * stand in front. The cells behind are filled where they are free.
 */
function codeList(request: Request, index: number): CompletionList | undefined {
  const { row, typed, group, context } = request;
  const known = digitsBefore(request, index);
  const words = toHalfWidth(typed.before).replace(OPENING, '');
  const isDigits = /^\d*$/.test(words + toHalfWidth(typed.text).replace(OPENING, ''));
  if (known === undefined || !(isDigits || isNamePart(words))) return undefined;
  const { columns, carried } = group;
  const fills = isFreeBehind(row, cellsBehind(group, index));
  const own = 3 + 2 * index;
  const longest = fills && !carried ? 3 + 2 * (columns.length - 1) : own;
  const { records, cut } = codeCandidates(context.catalogue, {
    ...queryOf(request, isDigits ? known + words : words),
    ...(!isDigits && known !== '' && { under: known }),
    ...(columns.length > 1 && { lengths: { shortest: own, longest } }),
  });
  const used = codesBeside(row);
  const items = records.map((record, order): CompletionItem => {
    const cells = cellsFor(record, request, index);
    return {
      ...codeWithNameItem(record, request.write(record.name), context),
      sortText: sortText(order, used.has(record.code)),
      filterText: isDigits ? typed.before + record.code.slice(known.length + words.length) : typed.before,
      ...writeCells(row, typed, fills ? cells : cells.slice(0, 1)),
    };
  });
  // The editor cannot filter by pinyin: each further letter is asked about anew.
  return { isIncomplete: cut || !isDigits, items };
}

/** Letters of pinyin, or words that a name may hold. */
function isNamePart(text: string): boolean {
  return isLetters(text) || (hasWords(text) && !/\d/.test(text));
}

/** How many cells behind the code cell with this index are written along with it. */
function cellsBehind(group: CodeColumns, index: number): number {
  return group.columns.length - 1 - index + (isNameBehind(group) ? 1 : 0);
}

function isNameBehind({ columns, glue, nameColumn }: CodeColumns): boolean {
  return !glue && nameColumn === (columns.at(-1) ?? 0) + 1;
}

/** What the code cells from this index on hold for a record, and the name's cell if it follows. */
function cellsFor(record: CodeRecord, { group, write }: Request, index: number): string[] {
  const cells = piecesOf(record.code, group.columns.length).slice(index);
  if (isNameBehind(group)) cells.push(write(record.name));
  const last = group.glue && cells.pop();
  if (group.glue && last !== undefined)
    cells.push(
      last === '' ? write(record.name) : group.glue.before + last + group.glue.between + write(record.name),
    );
  return cells;
}

/** Names for the name column: that of the row's code, or, where it has none, those that hold what is typed. */
function nameList(request: Request): CompletionList | undefined {
  const { row, typed, group, context, write } = request;
  const { catalogue } = context;
  if (/^\d/.test(toHalfWidth(typed.before))) return undefined;
  const digits = digitsBefore(request, group.columns.length) ?? '';
  const own = catalogue
    .lookup(digits)
    .find((record) => !group.classification || record.classification === group.classification);
  const nameItem = (record: CodeRecord, name: string, order: number): CompletionItem => ({
    ...codeItem(record, context),
    label: write(name),
    labelDetails: { description: record.code },
    sortText: sortText(order, false),
    filterText: typed.before || name,
    textEdit: writeCell(row, typed, write(name)),
  });
  if (own) {
    const { current, alternatives } = catalogue.names(own);
    const items = [current, ...alternatives].map((name, order) => nameItem(own, name, order));
    return { isIncomplete: true, items };
  }
  const { records } = codeCandidates(catalogue, {
    ...queryOf(request, typed.before),
    ...(digits !== '' && { under: digits }),
  });
  const items = records.map((record, order): CompletionItem => {
    const codeEdit = fillCode(record, request);
    return {
      ...nameItem(record, record.name, order),
      ...(codeEdit && { additionalTextEdits: [codeEdit] }),
    };
  });
  return { isIncomplete: true, items };
}

function queryOf({ row, group, disclosure, context }: Request, text: string): CodeQuery {
  const { year, role } = row.placed.table;
  const budget = budgetOf(role);
  return {
    text,
    above: codeAbove(row, group),
    inDocument: codesElsewhere(row, disclosure, context.catalogue),
    ...(budget && { budget }),
    ...(group.classification && { classification: group.classification }),
    ...(year !== undefined && { year }),
  };
}

/** The order of the list, with the codes that the table has already behind their like. */
function sortText(order: number, used: boolean): string {
  return `${used ? 1 : 0}${String(order).padStart(3, '0')}`;
}

/** The digits in the code cells before the one with this index; undefined where they cannot be known. */
function digitsBefore({ row, group }: Request, index: number): string | undefined {
  let digits = '';
  for (const [order, column] of group.columns.slice(0, index).entries()) {
    const text = toHalfWidth(row.cells[column]?.text ?? '');
    if (/^\d+$/.test(text)) digits += order === 0 ? text : text.padStart(2, '0');
    else if (text !== '' || !group.carried) return undefined;
    else digits = codeAbove(row, group).slice(0, 3 + 2 * order);
  }
  return digits;
}

/** The code of the nearest row above; empty where there is none. */
function codeAbove({ placed, rowIndex }: EditedRow, { columns }: CodeColumns): string {
  const [column = 0] = columns;
  for (let index = rowIndex - 1; index >= 0; index--) {
    const row = placed.table.rows[index];
    const cell = row?.cells[column];
    const start = row?.code?.spans[0]?.start;
    const isOwn = columns.length > 1 || (start !== undefined && cell !== undefined && isIn(start, cell.span));
    if (row?.code && isOwn) return row.code.digits;
    const digits = toHalfWidth(cell?.text ?? '');
    if (columns.length === 1 && isCodeShaped(digits)) return digits;
  }
  return '';
}

function isIn(start: number, span: Span): boolean {
  return span.start <= start && start < span.end;
}

/** The codes of the document's other tables. */
function codesElsewhere({ placed }: EditedRow, { tables }: Disclosure, catalogue: Catalogue): Set<string> {
  return codesOfTables(
    tables.filter(({ table }) => table !== placed.table),
    catalogue,
  );
}

/** The codes of the other rows. */
function codesBeside({ placed, rowIndex }: EditedRow): ReadonlySet<string> {
  return new Set(
    placed.table.rows.flatMap(({ code }, index) => (code && index !== rowIndex ? code.digits : [])),
  );
}

/** `2010301` as one cell, or `201`, `03`, `01`; cells of levels that the code does not have are empty. */
function piecesOf(code: string, cells: number): string[] {
  if (cells === 1) return [code];
  return Array.from({ length: cells }, (_, order) =>
    order === 0 ? code.slice(0, 3) : code.slice(1 + 2 * order, 3 + 2 * order),
  );
}

/** Writes the code in front of its name, where the cell for it is there and holds nothing else. */
function fillCode({ code }: CodeRecord, { row, group }: Request): TextEdit | undefined {
  const [column, second] = group.columns;
  const cell = column === undefined || second !== undefined ? undefined : row.cells[column];
  if (!cell || !/^\d*$/.test(toHalfWidth(cell.text)) || !code.startsWith(toHalfWidth(cell.text))) {
    return undefined;
  }
  const padding = row.text[cell.span.end] === '|' ? ' ' : '';
  return { range: rangeOf(cell.span, row.placed.line), newText: code + padding };
}
