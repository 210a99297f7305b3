import type { CodeRecord } from '../../catalogue/catalogue.ts';
import { bareName, bearsName } from '../../catalogue/nameStanding.ts';
import { codesWithoutSlipOfLength, nearCodes } from '../../catalogue/nearCodes.ts';
import type { CodeReading } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { CodedTable } from './codedRows.ts';
import { namedCode, rangeOfCode, replaceCode, report } from './report.ts';

/**
 * Flags digits in the column of codes that can be no code, for there is one too few or too many of them or
 * the first is none that codes begin with (`code-digits`). Numbers of bodies and projects stand there too, so
 * only those count whose name is that of the one code a slip of the keys away.
 */
export function wrongDigits({ table, catalogue, rows, odd }: CodedTable): Finding[] {
  return odd.flatMap((code) => {
    if (odd.filter((other) => isAlike(other.digits, code.digits)).length > 1) return [];
    const meant = codeMeant(code);
    if (!meant) return [];
    return report(
      'code-digits',
      rangeOfCode(code),
      { code: code.digits, name: code.name, suggestion: namedCode(meant) },
      { fixes: replaceCode(code, meant, true, table) },
    );
  });

  function codeMeant({ digits, name }: CodeReading): CodeRecord | undefined {
    const present = new Set(rows.map(({ code }) => code.digits));
    const lists = new Set(rows.flatMap(({ record }) => record?.classification ?? []));
    const bare = bareName(name);
    const fitting = [
      ...codesWithoutSlipOfLength(catalogue, digits, table.year),
      ...nearCodes(catalogue, digits, table.year),
    ].filter((each) => lists.has(each.classification) && bearsName(catalogue, each, bare));
    // 行政运行 recurs: where several fit, the one whose 款 is in the table is meant, and that has no row yet.
    const near = fitting.filter((each) => present.has(each.code.slice(0, -2)));
    const absent = near.filter((each) => !present.has(each.code));
    const [only, second] = [absent, near, fitting].find((each) => each.length > 0) ?? [];
    return second ? undefined : only;
  }
}

/** Two numbers of one length that begin alike are a convention of the place, and no slip. */
function isAlike(a: string, b: string): boolean {
  return a.length === b.length && a.slice(0, 3) === b.slice(0, 3);
}
