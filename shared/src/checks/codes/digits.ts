import { bareName, bearsName } from '../../catalogue/nameStanding.ts';
import { codesWithoutSlipOfLength, nearCodes } from '../../catalogue/nearCodes.ts';
import type { Finding } from '../../findings.ts';
import type { CodedTable } from './codedRows.ts';
import { meantCode } from './meantCode.ts';
import { namedCode, rangeOfCode, replaceCode, report } from './report.ts';

/** 款 and 项 have two digits each. */
const LEVEL = 2;

/**
 * Flags digits in the column of codes that can be no code, for there is one too few or too many of them or
 * the first is none that codes begin with (`code-digits`). Numbers of bodies and projects stand there too, so
 * only those count whose name is that of the one code a slip of the keys away.
 */
export function wrongDigits(coded: CodedTable): Finding[] {
  const { table, catalogue, rows, odd } = coded;
  const lists = new Set(rows.flatMap(({ record }) => record?.classification ?? []));
  return odd.flatMap((code) => {
    if (odd.filter((other) => isAlike(other.digits, code.digits)).length > 1) return [];
    const { digits, name } = code;
    const bare = bareName(name);
    const near = [
      ...codesWithoutSlipOfLength(catalogue, digits, table.year),
      ...nearCodes(catalogue, digits, table.year),
    ].filter((each) => lists.has(each.classification) && bearsName(catalogue, each, bare));
    const meant = meantCode(near, code, coded);
    if (!meant) return [];
    return report(
      'code-digits',
      rangeOfCode(code),
      { code: digits, name, suggestion: namedCode(meant) },
      { fixes: replaceCode(code, meant, true, table) },
    );
  });
}

/**
 * Two numbers of one length that begin alike are a convention of the place, and no slip. Two digits are a level of
 * a code, where each is printed by itself.
 */
function isAlike(a: string, b: string): boolean {
  return a.length === b.length && (a.length === LEVEL || a.slice(0, 3) === b.slice(0, 3));
}
