import type { CodeRecord } from '../../catalogue/catalogue.ts';
import { bareName, bearsName } from '../../catalogue/nameStanding.ts';
import { nearCodes } from '../../catalogue/nearCodes.ts';
import { type Classification, classificationOf } from '../../catalogue/record.ts';
import type { Finding } from '../../findings.ts';
import type { CodedRow, CodedTable } from './codedRows.ts';
import { namedCode, rangeOfCode, replaceCode, report } from './report.ts';

/** Fewer rows than these do not show which list a table is from. */
const FEWEST_ROWS = 4;
/** Tables that give the economic codes below each functional one have many of either. */
const STRAY_SHARE = 0.1;

/**
 * Flags codes of one classification among those of another (`code-kind`): 30201 in a table of functional
 * codes. An error where the name shows that one digit of a code of the right list was mistyped.
 */
export function strayKinds({ rows, table, catalogue }: CodedTable): Finding[] {
  const kind = kindOfTable(rows);
  if (!kind) return [];
  return rows.flatMap((row) => {
    const { code } = row;
    const own = classificationOf(code.digits);
    if (own === undefined || own === kind) return [];
    const meant = meantCode(row);
    // Digits of no list at all are no code of another one: a figure read as one, the number of a body.
    if (!meant && !row.record) return [];
    return report(
      'code-kind',
      rangeOfCode(code),
      {
        code: code.digits,
        name: code.name,
        own,
        table: kind,
        ...(meant && { suggestion: namedCode(meant) }),
      },
      meant ? { severity: 'error', fixes: replaceCode(code, meant, true, table) } : {},
    );
  });

  function meantCode({ code }: CodedRow): CodeRecord | undefined {
    const name = bareName(code.name);
    const near = nearCodes(catalogue, code.digits, table.year).filter(
      (each) => each.classification === kind && bearsName(catalogue, each, name),
    );
    return near.length === 1 ? near[0] : undefined;
  }
}

/** The list that all but a few stray codes of a table are from. */
function kindOfTable(rows: readonly CodedRow[]): Classification | undefined {
  const kinds = rows.flatMap(({ code }) => classificationOf(code.digits) ?? []);
  return kinds.find((kind) => {
    const same = kinds.filter((each) => each === kind).length;
    const strays = kinds.length - same;
    return same >= FEWEST_ROWS && strays <= Math.max(1, STRAY_SHARE * kinds.length);
  });
}
