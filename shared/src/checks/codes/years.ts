import type { Judgement } from '../../catalogue/catalogue.ts';
import type { CodeYearParams, NamedCode } from '../../codeRuleParams.ts';
import type { CodeReading, Table } from '../../disclosure/table.ts';
import type { Finding, Fix } from '../../findings.ts';
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
    const params = yearParams({ code: code.digits, name: code.name }, judgement, year);
    return params
      ? report('code-year', rangeOfCode(code), params, { fixes: fixesFor(code, params.successors, table) })
      : [];
  });
}

/** What is said of a code that is not of the year; undefined where it is. */
export function yearParams(named: NamedCode, judgement: Judgement, year: number): CodeYearParams | undefined {
  switch (judgement.verdict) {
    case 'not-yet':
      return { ...named, year, state: 'not-yet', bound: judgement.from, successors: [] };
    case 'retired': {
      const successors = judgement.successors.map(namedCode);
      return { ...named, year, state: 'retired', bound: judgement.until, successors };
    }
    default:
      return undefined;
  }
}

/** The one code that took over, with its name. */
function fixesFor(code: CodeReading, successors: readonly NamedCode[], table: Table): Fix[] {
  const [successor, second] = successors;
  if (!successor || second) return [];
  const names = replaceName(code, successor.name, false, table).flatMap(({ edits }) => edits);
  return replaceCode(code, successor, false, table).map((fix) => ({
    ...fix,
    edits: [...fix.edits, ...names],
  }));
}

function isUntimely({ judgement }: CodedRow): boolean {
  return judgement.verdict === 'retired' || judgement.verdict === 'not-yet';
}
