import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { CodeRecord } from '#core/catalogue/catalogue.ts';
import { classificationOf } from '#core/catalogue/record.ts';
import { measureOf, NARROWEST_GAP } from '#core/codes/alignedName.ts';
import { bracketsLike } from '#core/codes/brackets.ts';
import { codesOfTable, codesOfTables } from '#core/codes/places.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { CodeReading, PlacedTable, Table } from '#core/disclosure/table.ts';
import type { Dialect } from '#core/syntax/nodes.ts';
import type { Position } from '#core/text/range.ts';
import { toHalfWidth } from '#core/text/width.ts';
import type { FeatureContext } from '../context.ts';
import { budgetOf, codeCandidates } from './codeCandidates.ts';
import { codeItem } from './codeItem.ts';

/** Dialects in which blanks alone part the cells of a row. */
const BLANK_PARTED: ReadonlySet<Dialect> = new Set<Dialect>(['aligned', 'flattened']);
const BEGUN_CODE = /^\s*(\d{1,7}|[a-z]{2,20})$/i;
const CODE_AND_NAME = /^\s*(\d{3}|\d{5}|\d{7})\s+((?:[^\d\s]\S*)?)$/;
const WHOLE_CODE = /^\s*(\d{3}|\d{5}|\d{7})\s*$/;
/** What goes on behind the cursor without a blank. */
const REST = /^\S*/;

/** A row that shows how the table writes codes and their names. */
interface Model {
  readonly placed: PlacedTable;
  /** Index in `placed.table.rows`. */
  readonly index: number;
  readonly code: CodeReading & { readonly nameSpan: NonNullable<CodeReading['nameSpan']> };
}

/**
 * Codes and names in tables whose cells nothing but blanks or line breaks part. Offered only where the place is
 * certain: at the beginning of a line without anything else a code with its name, which is put where the names above
 * stand; behind a code its name; and in tables with a line for each cell the name below a code. Undefined elsewhere:
 * docs/CATALOGUE.md has the limits.
 */
export function plainRowCompletions(
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionList | undefined {
  const { lines, disclosure } = analysis;
  const placed = tableAt(disclosure, position.line) ?? tableAt(disclosure, position.line - 1);
  const text = lines[position.line] ?? '';
  const before = toHalfWidth(text.slice(0, position.character));
  const behind = text.slice(position.character);
  if (placed?.table.dialect === 'cell-line') {
    const [, above] = WHOLE_CODE.exec(toHalfWidth(lines[position.line - 1] ?? '')) ?? [];
    if (above === undefined || /\d/.test(text)) return undefined;
    return namesOf(above, before.trim(), placed.table, context, (name, begun) => ({
      range: { start: { line: position.line, character: position.character - begun.length }, end: position },
      newText: name,
    }));
  }
  const model = placed && modelIn(placed, position);
  if (!model) return undefined;
  const [, begun] = BEGUN_CODE.exec(before) ?? [];
  if (begun !== undefined && behind.trim() === '')
    return codesBegunBy(begun, model, position, analysis, context);
  const [, code, name = ''] = CODE_AND_NAME.exec(before) ?? [];
  if (code === undefined) return undefined;
  return namesOf(code, name, model.placed.table, context, (each) =>
    nameEdit(each, name, text, model, position),
  );
}

/** The nearest row above with a whole code and its name behind it. */
function modelIn(placed: PlacedTable, { line }: Position): Model | undefined {
  const { rows, coded, dialect } = placed.table;
  if (!coded || !BLANK_PARTED.has(dialect)) return undefined;
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    if (row?.code && placed.line + row.line < line && isModel(row.code))
      return { placed, index, code: row.code };
  }
  return undefined;
}

function isModel(code: CodeReading): code is Model['code'] {
  const [span, second] = code.spans;
  if (!span || second || !code.nameSpan || code.printed !== code.digits) return false;
  return code.nameSpan.line === span.line && code.nameSpan.start > span.end;
}

function codesBegunBy(
  begun: string,
  model: Model,
  position: Position,
  { disclosure }: Analysis,
  context: FeatureContext,
): CompletionList {
  const { catalogue } = context;
  const { table } = model.placed;
  const above = model.code.digits;
  const others = disclosure.tables.filter((each) => each.table !== table);
  const classification = classificationOf(above);
  const budget = budgetOf(table.role);
  const { records } = codeCandidates(catalogue, {
    text: begun,
    above,
    inDocument: codesOfTables(others, catalogue),
    ...(budget && { budget }),
    ...(classification && { classification }),
    ...(table.year !== undefined && { year: table.year }),
  });
  const used = codesOfTable(table, catalogue);
  const write = bracketsLike(table, model.index);
  const start = position.character - begun.length;
  const items = records.map((record, order): CompletionItem => {
    const name = write(record.name);
    const gap = ' '.repeat(gapBehind(start + record.code.length, model));
    const edit = { start: { line: position.line, character: start }, end: position };
    return {
      ...codeItem(record, context),
      label: `${record.code} ${name}`,
      sortText: `${used.has(record.code) ? 1 : 0}${String(order).padStart(3, '0')}`,
      filterText: /^\d/.test(begun) ? record.code : begun,
      textEdit: { range: edit, newText: record.code + gap + name },
    };
  });
  return { isIncomplete: true, items };
}

/** The names of a code, written by an edit each; undefined where none has room. */
function namesOf(
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

/** Writes a name over the words around the cursor; in aligned tables blanks behind make room for it. */
function nameEdit(
  name: string,
  begun: string,
  text: string,
  model: Model,
  { line, character }: Position,
): TextEdit | undefined {
  const { table } = model.placed;
  const start = character - begun.length;
  const rest = REST.exec(text.slice(character))?.[0] ?? '';
  const end = character + rest.length;
  const behind = text.slice(end);
  const isLast = behind.trim() === '';
  const range = (to: number) => ({ start: { line, character: start }, end: { line, character: to } });
  if (table.dialect !== 'aligned') {
    const newText = isLast || behind.startsWith(' ') ? name : `${name} `;
    return /\d/.test(rest) ? undefined : { range: range(end), newText };
  }
  const padding = ' '.repeat(Math.max(0, model.code.nameSpan.start - start));
  const newText = padding + name;
  if (isLast) return { range: range(end), newText };
  const measure = measureOf(table);
  const longer = measure(newText) - measure(text.slice(start, end));
  const room = behind.length - behind.trimStart().length - NARROWEST_GAP;
  if (longer > room) return undefined;
  return { range: range(end + Math.max(0, longer)), newText: newText + ' '.repeat(Math.max(0, -longer)) };
}

/** How many blanks stand between a code that ends at an offset and its name. */
function gapBehind(end: number, { placed, code }: Model): number {
  if (placed.table.dialect === 'flattened') return 1;
  return Math.max(NARROWEST_GAP, code.nameSpan.start - end);
}
