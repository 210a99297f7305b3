import type { CodeReading, Table } from '../disclosure/table.ts';
import type { Edit } from '../findings.ts';
import type { Dialect } from '../syntax/nodes.ts';
import { rangeOf, type Span } from '../text/range.ts';
import { alignedNameEdit } from './alignedName.ts';

/** Dialects whose cells may become longer or shorter without moving others off their columns. */
const FREE_WIDTH: ReadonlySet<Dialect> = new Set<Dialect>([
  ...(['tab', 'pipe', 'comma', 'html', 'cell-line', 'flattened'] as const),
]);

/** What parts the columns of aligned tables. */
const FEWEST_BLANKS = 2;

/** Over several cells a code is parted into its 类, 款 and 项. */
const LEVELS = [3, 5, 7];

/**
 * Edits that make the cells of a code show other digits; only the cells that differ are touched. Undefined
 * where the digits do not fit the cells: another number of levels than there are cells, or upper digits that
 * stand in a row above.
 */
export function codeEdits(code: CodeReading, digits: string, dialect: Dialect): Edit[] | undefined {
  if (digits === code.digits) return [];
  const [only, second] = code.spans;
  const isWhole = only !== undefined && second === undefined && code.printed === code.digits;
  if (isWhole && (digits.length === code.digits.length || FREE_WIDTH.has(dialect)))
    return [{ range: rangeOf(only), newText: digits }];
  if (isWhole && dialect === 'aligned') return alignedCodeEdit(only, digits, code);
  const carried = code.digits.length - code.printed.length;
  if (digits.length !== code.digits.length && carried === 0 && FREE_WIDTH.has(dialect))
    return levelEdits(code, digits);
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

/** The edit that takes the blanks that it needs from those in front of the name, so that the name stays where it is. */
function alignedCodeEdit(span: Span, digits: string, { nameSpan }: CodeReading): Edit[] | undefined {
  if (nameSpan?.line !== span.line) return undefined;
  const longer = digits.length - (span.end - span.start);
  if (nameSpan.start - span.end - longer < FEWEST_BLANKS) return undefined;
  const range = rangeOf({ ...span, end: span.end + Math.max(0, longer) });
  return [{ range, newText: digits + ' '.repeat(Math.max(0, -longer)) }];
}

/** Edits that write each level of a code into a cell of its own, where there is one for each. */
function levelEdits(code: CodeReading, digits: string): Edit[] | undefined {
  if (LEVELS[code.spans.length - 1] !== digits.length) return undefined;
  let from = 0;
  return code.spans.flatMap((span, level) => {
    const newText = digits.slice(LEVELS[level - 1] ?? 0, LEVELS[level]);
    const old = code.digits.slice(from, from + span.end - span.start);
    from += old.length;
    return old === newText ? [] : [{ range: rangeOf(span), newText }];
  });
}

/**
 * The edit that puts another name beside a code; undefined where there is no name, or where another length would move
 * other cells off their columns.
 */
export function nameEdit({ nameSpan }: CodeReading, name: string, table: Table): Edit | undefined {
  if (!nameSpan) return undefined;
  if (!FREE_WIDTH.has(table.dialect)) return alignedNameEdit(nameSpan, name, table);
  return { range: rangeOf(nameSpan), newText: name };
}
