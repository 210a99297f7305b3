import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type TextEdit,
} from 'vscode-languageserver';
import { type CodeRecord, isCodeShaped } from '#core/catalogue/catalogue.ts';
import { bracketsLike } from '#core/codes/brackets.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import { hasWords } from '#core/disclosure/labels.ts';
import { toHalfWidth } from '#core/text/width.ts';
import { explanationOf } from '../codeText.ts';
import type { FeatureContext } from '../context.ts';

import { type CodeQuery, codeCandidates } from './codeCandidates.ts';
import { type CodeColumns, codeColumnsOf } from './codeColumns.ts';
import { isFreeBehind, type Typed, typedIn, writeCell, writeCells } from './slotEdit.ts';

/** What a completion of codes works with. */
interface Request {
  readonly row: EditedRow;
  readonly typed: Typed;
  readonly group: CodeColumns;
  readonly context: FeatureContext;
  /** Writes a name as the rows around do. */
  readonly write: (name: string) => string;
}

/** Codes and names of 科目 for a code or name column; undefined where the cell is neither. */
export function codeCompletions(
  row: EditedRow,
  character: number,
  context: FeatureContext,
): CompletionList | undefined {
  if (!isOpenToCodes(row)) return undefined;
  for (const group of codeColumnsOf(row.placed.table)) {
    const index = group.columns.indexOf(row.column);
    if (index === -1 && row.column !== group.nameColumn) continue;
    const write = bracketsLike(row.placed.table, row.rowIndex);
    const request = { row, typed: typedIn(row, character), group, context, write };
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

/** Codes for the code column with this index in its group. The cells behind are filled where they are free. */
function codeList(request: Request, index: number): CompletionList | undefined {
  const { row, typed, group, context, write } = request;
  const known = digitsBefore(request, index);
  const digits = toHalfWidth(typed.before);
  if (known === undefined || !/^\d*$/.test(digits + toHalfWidth(typed.text))) return undefined;
  const { columns, carried, glued, nameColumn } = group;
  const withName = !glued && nameColumn === (columns.at(-1) ?? 0) + 1;
  const cellsBehind = columns.length - 1 - index + (withName ? 1 : 0);
  const fills = row.column === row.slot.column && isFreeBehind(row, cellsBehind);
  const own = 3 + 2 * index;
  const longest = fills && !carried ? 3 + 2 * (columns.length - 1) : own;
  const { records, cut } = codeCandidates(context.catalogue, {
    ...queryOf(request, known + digits),
    ...(columns.length > 1 && { lengths: { shortest: own, longest } }),
  });
  const used = codesBeside(row);
  const items = records.map((record, order): CompletionItem => {
    const cells = piecesOf(record.code, columns.length).slice(index);
    if (withName) cells.push(write(record.name));
    if (glued) cells.push(`${cells.pop() ?? ''} ${write(record.name)}`.trim());
    return {
      ...itemOf(record, request),
      label: `${record.code} ${write(record.name)}`,
      sortText: sortText(order, used.has(record.code)),
      filterText: typed.before + record.code.slice(known.length + digits.length),
      textEdit: fills ? writeCells(row, typed, cells) : writeCell(row, typed, cells[0] ?? ''),
    };
  });
  return { isIncomplete: cut, items };
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
    ...itemOf(record, request),
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

function itemOf(record: CodeRecord, { context }: Request): Omit<CompletionItem, 'label'> {
  const path = context.catalogue.parents(record.code).map(({ name }) => name);
  const explanation = explanationOf(record, context);
  return {
    kind: CompletionItemKind.Value,
    detail: `${record.code} ${path.join(' › ') || context.language.classification[record.classification]}`,
    ...(explanation !== undefined && { documentation: explanation }),
  };
}

function queryOf({ row, group }: Request, text: string): CodeQuery {
  const { year } = row.placed.table;
  return {
    text,
    above: codeAbove(row, group),
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
    const isOwn = columns.length > 1 || row?.code?.spans[0]?.start === cell?.span.start;
    if (row?.code && isOwn) return row.code.digits;
    const digits = toHalfWidth(cell?.text ?? '');
    if (columns.length === 1 && isCodeShaped(digits)) return digits;
  }
  return '';
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
  const { start, end } = cell.span;
  const padding = row.text[end] === '|' ? ' ' : '';
  return {
    range: { start: { line: row.line, character: start }, end: { line: row.line, character: end } },
    newText: code + padding,
  };
}
