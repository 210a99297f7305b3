import type { CompletionList, TextEdit } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { measureOf, NARROWEST_GAP } from '#core/codes/alignedName.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { CodeReading, PlacedTable } from '#core/disclosure/table.ts';
import type { Dialect } from '#core/syntax/nodes.ts';
import type { Position } from '#core/text/range.ts';
import { toHalfWidth } from '#core/text/width.ts';
import type { FeatureContext } from '../context.ts';
import { begunIn, codesFor, namesOf } from './plainItems.ts';

/** Dialects in which blanks alone part the cells of a row. */
const BLANK_PARTED: ReadonlySet<Dialect> = new Set<Dialect>(['aligned', 'flattened']);
const CODE_AND_NAME = /^\s*(\d{3}|\d{5}|\d{7})\s+((?:[^\d\s]\S*)?)$/;
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
 * Codes and names in tables whose cells nothing but blanks part. Offered only where the place is certain: at the
 * beginning of a line without anything else a code with its name, which is put where the names above stand, and
 * behind a code its name. Undefined elsewhere: docs/CATALOGUE.md has the limits.
 */
export function plainRowCompletions(
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionList | undefined {
  const { lines, disclosure } = analysis;
  const placed = tableAt(disclosure, position.line) ?? tableAt(disclosure, position.line - 1);
  const model = placed && modelIn(placed, position);
  if (!model) return undefined;
  const { table } = model.placed;
  const text = lines[position.line] ?? '';
  const begun = begunIn(text, position);
  if (begun !== undefined) {
    const row = { table, rowIndex: model.index, above: model.code.digits, begun, position };
    const start = position.character - begun.length;
    return codesFor(row, (code) => ' '.repeat(gapBehind(start + code.length, model)), analysis, context);
  }
  const [, code, name = ''] = CODE_AND_NAME.exec(toHalfWidth(text.slice(0, position.character))) ?? [];
  if (code === undefined) return undefined;
  return namesOf(code, name, table, context, (each) => nameEdit(each, name, text, model, position));
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
