import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Cell, Row, Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';

/** Fewer accounts abreast have no order that would show a slip. */
const MIN_ACCOUNTS = 5;
const ACCOUNT = /^30[1237]\d{2}$/;

interface Headed {
  readonly cell: Cell;
  readonly code: string;
}

/**
 * The same economic account twice in one row of headings (`repeated-heading`): the one that stands out of the
 * order of codes is another, and where its place leaves only one account that is not printed, it is that one.
 */
export function repeatedHeadings({ rows }: Table, catalogue: Catalogue): Finding[] {
  return rows.flatMap((row) => (row.kind === 'header' ? repeatedIn(row, catalogue) : []));
}

function repeatedIn({ cells }: Row, catalogue: Catalogue): Finding[] {
  const headed = cells.flatMap((cell): Headed[] => {
    if (!cell || cell.text.trim() === '') return [];
    const [record, second] = catalogue.byName(cell.text, 'economic-department');
    return record && !second && ACCOUNT.test(record.code) ? [{ cell, code: record.code }] : [];
  });
  if (headed.length < MIN_ACCOUNTS) return [];
  const codes = headed.map(({ code }) => code);
  // Several of them twice: the row heads two years, or two kinds of money.
  if (codes.length - new Set(codes).size !== 1) return [];
  return headed.flatMap((each, at): Finding[] => {
    const again = headed.findIndex(({ code }, index) => index > at && code === each.code);
    if (again === -1) return [];
    const wrong = [at, again].filter((index) => isOrdered(headed.toSpliced(index, 1)));
    const printed = new Set(headed.map(({ code }) => code));
    const family = catalogue.children(each.code.slice(0, 3)).map(({ code }) => code);
    const open = family.filter((code) => !printed.has(code) && inRow(code, headed, at, again));
    const meant = wrong.length > 0 && open.length === 1 ? catalogue.record(open[0] ?? '') : undefined;
    return [finding(headed[wrong[0] ?? again] ?? each, meant?.name ?? '')];
  });
}

/** Whether an account belongs between the neighbours of the two places. */
function inRow(code: string, headed: readonly Headed[], at: number, again: number): boolean {
  const before = headed[at - 1]?.code ?? '';
  const behind = headed[again + 1]?.code ?? '9';
  return before < code && code < behind;
}

function isOrdered(headed: readonly Headed[]): boolean {
  return headed.every(({ code }, index) => index === 0 || code > (headed[index - 1]?.code ?? ''));
}

function finding({ cell }: Headed, meant: string): Finding {
  return {
    rule: 'repeated-heading',
    severity: RULES['repeated-heading'].severity,
    range: rangeOf(cell.span),
    params: { name: cell.text.trim(), meant },
    related: [],
    fixes: [],
  };
}
