import type { Finding } from '../../findings.ts';
import type { CodedTable } from './codedRows.ts';

/**
 * Findings without those that only follow from another: rows that take their upper digits from one above in which
 * the code is wrong (511 for 501, with 01 and 02 below it), and a 款 or 类 that has no row because its row has the
 * wrong code.
 *
 * @param rowOf the line of the row that a line of codes and names belongs to
 */
export function withoutConsequences(
  found: readonly Finding[],
  coded: CodedTable,
  rowOf: (line: number) => number,
): Finding[] {
  const wrong = new Set(found.filter(isOfCode).map(({ range }) => rowOf(range.start.line)));
  const misled = rowsMisled(coded, wrong);
  const meant = new Set(found.flatMap(suggestedCode));
  return found.filter((finding) => {
    if (finding.rule === 'code-subtotal' && meant.has(finding.params.code)) return false;
    return !misled.has(rowOf(finding.range.start.line));
  });
}

/** Lines of the rows that print a part of their code only, and stand below a wrong one or below digits that are none. */
function rowsMisled({ rows, odd }: CodedTable, wrong: ReadonlySet<number>): Set<number> {
  const oddLines = odd.flatMap(({ spans: [span] }) => span?.line ?? []);
  const misled = new Set<number>();
  let source: { readonly line: number; readonly isWrong: boolean } | undefined;
  for (const { row, code } of rows) {
    if (code.printed.length >= code.digits.length) {
      source = { line: row.line, isWrong: wrong.has(row.line) };
      continue;
    }
    const from = source?.line ?? 0;
    if (source?.isWrong || oddLines.some((line) => from < line && line < row.line)) misled.add(row.line);
  }
  return misled;
}

/** Whether a finding says that the code may be wrong, and not only where it stands or how its name is written. */
function isOfCode({ rule, severity, params }: Finding): boolean {
  if (rule === 'code-unknown' || rule === 'code-kind') return true;
  return rule === 'code-name' && severity === 'error' && 'state' in params && params.state === 'another';
}

function suggestedCode({ params }: Finding): string[] {
  return 'suggestion' in params && typeof params.suggestion === 'object' ? [params.suggestion.code] : [];
}
