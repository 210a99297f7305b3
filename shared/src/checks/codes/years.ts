import type { Finding } from '../../findings.ts';
import type { CodedRow, CodedTable } from './codedRows.ts';
import { namedCode, rangeOfCode, replaceCode, replaceName, report } from './report.ts';

/** Where more of the codes are not of the year, the year is more likely misread than all of them wrong. */
const UNTIMELY_SHARE = 1 / 2;

/** Flags codes that are no longer or not yet in use in the table's year (`code-year`). Doubt counts for the table. */
export function untimelyCodes(coded: CodedTable): Finding[] {
  const { table, rows } = coded;
  const { year } = table;
  if (year === undefined) return [];
  const untimely = rows.filter(isUntimely);
  if (untimely.length > 1 && untimely.length > UNTIMELY_SHARE * rows.length) return [];
  return untimely.flatMap(({ code, judgement }) => {
    const named = { code: code.digits, name: code.name, year };
    if (judgement.verdict === 'not-yet') {
      const params = { ...named, state: 'not-yet', bound: judgement.from, successors: [] } as const;
      return report('code-year', rangeOfCode(code), params);
    }
    if (judgement.verdict !== 'retired') return [];
    const { until, successors } = judgement;
    const params = {
      ...named,
      state: 'retired',
      bound: until,
      successors: successors.map(namedCode),
    } as const;
    const [successor, second] = successors;
    const edits =
      successor && !second
        ? replaceCode(code, successor, false, table).map((fix) => ({
            ...fix,
            edits: [
              ...fix.edits,
              ...replaceName(code, successor.name, false, table).flatMap((each) => each.edits),
            ],
          }))
        : [];
    return report('code-year', rangeOfCode(code), params, { fixes: edits });
  });
}

function isUntimely({ judgement }: CodedRow): boolean {
  return judgement.verdict === 'retired' || judgement.verdict === 'not-yet';
}
