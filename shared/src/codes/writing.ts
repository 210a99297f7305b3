import type { CodeReading, Table } from '../disclosure/table.ts';
import type { Edit } from '../findings.ts';
import type { Dialect } from '../syntax/nodes.ts';
import { rangeOf } from '../text/range.ts';

/** Dialects whose cells may become longer or shorter without moving others off their columns. */
const FREE_WIDTH: ReadonlySet<Dialect> = new Set<Dialect>(['tab', 'pipe', 'comma', 'html']);

/**
 * Edits that make the cells of a code show other digits; only the cells that differ are touched. Undefined
 * where the digits do not fit the cells: another number of digits over several cells, or upper digits that
 * stand in a row above.
 */
export function codeEdits(code: CodeReading, digits: string, dialect: Dialect): Edit[] | undefined {
  if (digits === code.digits) return [];
  const [only, second] = code.spans;
  const isWhole = only !== undefined && second === undefined && code.printed === code.digits;
  if (isWhole && (digits.length === code.digits.length || FREE_WIDTH.has(dialect)))
    return [{ range: rangeOf(only), newText: digits }];
  const carried = code.digits.length - code.printed.length;
  if (digits.length !== code.digits.length || carried < 0) return undefined;
  if (digits.slice(0, carried) !== code.digits.slice(0, carried)) return undefined;
  const edits: Edit[] = [];
  let at = carried;
  for (const span of code.spans) {
    const length = span.end - span.start;
    const newText = digits.slice(at, at + length);
    if (newText !== code.digits.slice(at, at + length)) edits.push({ range: rangeOf(span), newText });
    at += length;
  }
  return at === digits.length ? edits : undefined;
}

/** The edit that puts another name beside a code; undefined where there is no name, or no room for one. */
export function nameEdit({ nameSpan }: CodeReading, name: string, { dialect }: Table): Edit | undefined {
  return nameSpan && FREE_WIDTH.has(dialect) ? { range: rangeOf(nameSpan), newText: name } : undefined;
}
