import type { SideRow, Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { numberedAnew } from '../../relations/itemTree.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';

/** Of the 类 of expenditure many print only those with money, and keep their numbers. */
const LISTED_IN_PART = /支出$/;
/** Fewer numbers are no list. */
const MIN_NUMBERED = 4;

/**
 * Numbers 一、二、三、… of a block that repeat or skip (`numbering`, A21). Only in blocks most of whose numbers
 * follow each other.
 */
export function numberingFaults(table: Table): Finding[] {
  return table.sides.flatMap(({ rows, labelColumn }) => {
    const anew = numberedAnew(rows);
    const lists = [rows.filter((entry) => !anew.has(entry)), [...anew]];
    return lists.flatMap((list) => faultsIn(list, labelColumn));
  });
}

function faultsIn(rows: readonly SideRow[], labelColumn: number): Finding[] {
  const numbered = rows.filter(({ numbering }) => numbering?.kind === 'chinese');
  const steps = numbered.slice(1).map((entry, index) => numberOf(entry) - numberOf(numbered[index]));
  const regular = steps.filter((step) => step === 1).length;
  if (numbered.length < MIN_NUMBERED || 2 * regular < steps.length) return [];
  return numbered.slice(1).flatMap((entry, index): Finding[] => {
    const before = numberOf(numbered[index]);
    const step = steps[index];
    const cell = entry.row.cells[labelColumn];
    // A list may begin anew: 一、 is no fault.
    if (step === 1 || step === undefined || numberOf(entry) === 1 || !cell) return [];
    // Where a row lost cells, what is left may be an item of the list abreast.
    if (!entry.row.bound || !numbered[index]?.row.bound) return [];
    if (step > 1 && LISTED_IN_PART.test(compactLabel(entry.label))) return [];
    return [
      {
        rule: 'numbering',
        severity: RULES.numbering.severity,
        range: rangeOf({
          line: cell.span.line,
          start: cell.span.start,
          end: cell.span.start + (entry.numbering?.length ?? 0),
        }),
        params: { number: numberOf(entry), before },
        related: [],
        fixes: [],
      },
    ];
  });
}

function numberOf(entry: SideRow | undefined): number {
  return entry?.numbering?.value ?? 0;
}
