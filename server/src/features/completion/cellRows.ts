import type { CompletionList } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type Catalogue, isCodeShaped } from '#core/catalogue/catalogue.ts';
import { rowIndexAt, tableAt } from '#core/disclosure/locate.ts';
import type { Position } from '#core/text/range.ts';
import { toHalfWidth } from '#core/text/width.ts';
import type { FeatureContext } from '../context.ts';
import { begunIn, codesFor, namesOf } from './plainItems.ts';

/** A row has a line for each cell; tables have no more columns than this. */
const MAX_CELLS = 40;

/**
 * Codes and names in tables with a line for each cell: the name on the line below a code, and a code with its name
 * where the next row begins. While a row is written the table cannot be read, so the lines above tell: as many lines
 * below the last code as that stands below the one before it. Undefined elsewhere.
 */
export function cellRowCompletions(
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionList | undefined {
  const { lines, disclosure } = analysis;
  const { line, character } = position;
  const placed = tableAt(disclosure, line) ?? tableAt(disclosure, line - 1);
  if (placed?.table.dialect !== 'cell-line') return undefined;
  const { table } = placed;
  const text = lines[line] ?? '';
  const code = codeIn(lines[line - 1]);
  if (code !== undefined && !/\d/.test(text)) {
    const name = text.slice(0, character).trim();
    const start = { line, character: character - name.length };
    return namesOf(code, name, table, context, (newText) => ({ range: { start, end: position }, newText }));
  }
  const begun = begunIn(text, position);
  const above = begun === undefined ? undefined : codeOfRowAbove(lines, line, context.catalogue);
  if (begun === undefined || above === undefined) return undefined;
  const row = { table, rowIndex: rowIndexAt(placed, line), above, begun, position };
  return codesFor(row, () => '\n', analysis, context);
}

/** The code of the row that ends above a line; undefined where the line is not where the next row begins. */
function codeOfRowAbove(lines: readonly string[], line: number, catalogue: Catalogue): string | undefined {
  const last = namedCodeAbove(lines, line, catalogue);
  const before = namedCodeAbove(lines, last, catalogue);
  return before >= 0 && line - last === last - before ? codeIn(lines[last]) : undefined;
}

/** The nearest line above with a code that has its own name below it, or -1. */
function namedCodeAbove(lines: readonly string[], line: number, catalogue: Catalogue): number {
  for (let at = line - 1; at >= 0 && at >= line - MAX_CELLS; at--) {
    const record = catalogue.record(codeIn(lines[at]) ?? '');
    if (record && catalogue.nameMatches(record, lines[at + 1] ?? '')) return at;
  }
  return -1;
}

function codeIn(line: string | undefined): string | undefined {
  const digits = toHalfWidth(line ?? '').trim();
  return isCodeShaped(digits) ? digits : undefined;
}
