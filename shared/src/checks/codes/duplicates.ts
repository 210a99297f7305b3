import { type Classification, classificationOf } from '../../catalogue/record.ts';
import type { Finding } from '../../findings.ts';
import type { CodedRow, CodedTable } from './codedRows.ts';
import { rangeOfCode, report } from './report.ts';
import { areToldApart } from './toldApart.ts';

/** Lists of projects and pages repeat many codes; a slip repeats one. */
const REPEATED_SHARE = 0.1;

/**
 * Flags a code that stands twice in one block of a tree of codes (`code-duplicate`), with its own name both
 * times: else one of the two is another code, misprinted. Lists without subtotals may repeat codes, and so may rows
 * that something else tells apart.
 */
export function duplicateCodes({ blocks, named, table, rows }: CodedTable): Finding[] {
  if (!named) return [];
  return blocks.flatMap((block) => {
    const lengths = new Set(block.map(({ code }) => code.digits.length));
    if (lengths.size < 2) return [];
    const again = repeats(block);
    if (again.length > Math.max(1, REPEATED_SHARE * block.length)) return [];
    return again.flatMap(([before, row]) => {
      const fit = [before, row].every(({ standing }) => standing?.kind === 'fits');
      // The next page may begin with the 款 that its rows belong to.
      if (!fit || hasRowsBelow(row, block) || areToldApart(before, row, table, rows)) return [];
      const { code } = row;
      const range = rangeOfCode(before.code);
      return report(
        'code-duplicate',
        rangeOfCode(code),
        { code: code.digits, name: code.name },
        { related: range ? [{ range, role: 'same-code', label: `${code.digits} ${before.code.name}` }] : [] },
      );
    });
  });
}

/** Pairs of rows with the same code. Where economic codes stand under functional ones, each group counts for itself. */
function repeats(block: readonly CodedRow[]): [CodedRow, CodedRow][] {
  const first = new Map<string, CodedRow>();
  const again: [CodedRow, CodedRow][] = [];
  let kind: Classification | undefined;
  for (const row of block) {
    const { digits } = row.code;
    const own = classificationOf(digits);
    if (kind !== undefined && own !== kind) first.clear();
    kind = own;
    const before = first.get(digits);
    if (before) again.push([before, row]);
    else first.set(digits, row);
  }
  return again;
}

function hasRowsBelow(row: CodedRow, block: readonly CodedRow[]): boolean {
  const next = block[block.indexOf(row) + 1]?.code.digits ?? '';
  return next.length > row.code.digits.length && next.startsWith(row.code.digits);
}
