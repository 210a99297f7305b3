import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { CodeRecord } from '#core/catalogue/catalogue.ts';
import { classificationOf } from '#core/catalogue/record.ts';
import { bracketsLike } from '#core/codes/brackets.ts';
import { codesOfTable, codesOfTables } from '#core/codes/places.ts';
import type { Table } from '#core/disclosure/table.ts';
import type { Position } from '#core/text/range.ts';
import { toHalfWidth } from '#core/text/width.ts';
import type { FeatureContext } from '../context.ts';
import { budgetOf, codeCandidates } from './codeCandidates.ts';
import { codeItem, codeWithNameItem } from './codeItem.ts';

/** Digits of a code, letters of pinyin, or two characters of a name and more. */
const BEGUN = /^\s*(\d{1,7}|[a-z]{2,20}|[\u4e00-\u9fff()、]{2,40})$/i;

/** A row that is begun in a table without separators. */
export interface BegunRow {
  readonly table: Table;
  /** Index in `table.rows` of the row above, or of any row near it. */
  readonly rowIndex: number;
  /** The code of the row above. */
  readonly above: string;
  /** What stands in front of the cursor: digits, letters or a part of a name. */
  readonly begun: string;
  /** Where the cursor is, behind `begun`. */
  readonly position: Position;
}

/** What is begun in a line whose cursor stands behind it, as a code or a name may be; undefined for all else. */
export function begunIn(line: string, { character }: Position): string | undefined {
  const before = line.slice(0, character).trimStart();
  return BEGUN.test(toHalfWidth(before)) && line.slice(character).trim() === '' ? before : undefined;
}

/**
 * The codes that may begin a row, each with its name behind it.
 *
 * @param joint what the table writes between a code and its name
 */
export function codesFor(
  { table, rowIndex, above, begun, position }: BegunRow,
  joint: (code: string) => string,
  { disclosure }: Analysis,
  context: FeatureContext,
): CompletionList {
  const { catalogue } = context;
  const others = disclosure.tables.filter((each) => each.table !== table);
  const classification = classificationOf(above);
  const budget = budgetOf(table.role);
  const { records } = codeCandidates(catalogue, {
    text: toHalfWidth(begun),
    above,
    inDocument: codesOfTables(others, catalogue),
    ...(budget && { budget }),
    ...(classification && { classification }),
    ...(table.year !== undefined && { year: table.year }),
  });
  const used = codesOfTable(table, catalogue);
  const write = bracketsLike(table, rowIndex);
  const start = { line: position.line, character: position.character - begun.length };
  const items = records.map((record, order): CompletionItem => {
    const name = write(record.name);
    return {
      ...codeWithNameItem(record, name, context),
      sortText: `${used.has(record.code) ? 1 : 0}${String(order).padStart(3, '0')}`,
      filterText: /^\d/.test(begun) ? record.code : begun,
      textEdit: { range: { start, end: position }, newText: record.code + joint(record.code) + name },
    };
  });
  return { isIncomplete: true, items };
}

/** The names of a code, written by an edit each; undefined where none has room. */
export function namesOf(
  digits: string,
  begun: string,
  table: Table,
  context: FeatureContext,
  editFor: (name: string, begun: string) => TextEdit | undefined,
): CompletionList | undefined {
  const { catalogue } = context;
  const record = catalogue.record(digits);
  if (!record) return undefined;
  const write = bracketsLike(table, table.rows.length);
  const { current, alternatives } = catalogue.names(record);
  const items = [current, ...alternatives].flatMap((each, order): CompletionItem[] => {
    const name = write(each);
    const textEdit = editFor(name, begun);
    return textEdit ? [nameItem(record, name, begun, order, textEdit, context)] : [];
  });
  return items.length > 0 ? { isIncomplete: true, items } : undefined;
}

function nameItem(
  record: CodeRecord,
  name: string,
  begun: string,
  order: number,
  textEdit: TextEdit,
  context: FeatureContext,
): CompletionItem {
  return {
    ...codeItem(record, context),
    label: name,
    labelDetails: { description: record.code },
    sortText: String(order),
    filterText: begun || name,
    textEdit,
  };
}
