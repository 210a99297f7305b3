import type { Catalogue, CodeRecord, Judgement } from '../catalogue/catalogue.ts';
import type { CodeReading, Row, Table } from '../disclosure/table.ts';
import type { Edit, Finding, Fix } from '../findings.ts';
import { RULES, type Severity } from '../rules.ts';
import { rangeOf } from '../text/range.ts';

/** Most codes of a column must be known before an unknown one among them means anything. */
const KNOWN_SHARE = 0.5;

/**
 * Flags codes that are not in the catalogue (`code-unknown`): a warning, since the catalogue is not complete;
 * an error where the printed name shows that another code is meant (docs/CATALOGUE.md). Digits without a
 * known code of their length in the table may be anything, and stay silent. Ranges count lines from the
 * table's first line.
 */
export function checkCodes(table: Table, catalogue: Catalogue): Finding[] {
  if (!table.coded) return [];
  const coded = table.rows.flatMap((row) => judgeRow(row, catalogue, table.year) ?? []);
  const known = coded.filter(({ judgement }) => isKnown(judgement));
  if (known.length < KNOWN_SHARE * coded.length) return [];
  const lengths = new Set(known.map(({ code }) => code.digits.length));
  return coded
    .filter(({ code }) => lengths.has(code.digits.length))
    .flatMap(({ code, judgement }) => codeFinding(code, judgement) ?? []);
}

function judgeRow(
  row: Row,
  catalogue: Catalogue,
  year: number | undefined,
): { readonly code: CodeReading; readonly judgement: Judgement } | undefined {
  return row.code && { code: row.code, judgement: catalogue.judge(row.code.digits, row.code.name, year) };
}

function isKnown(judgement: Judgement): boolean {
  return judgement.verdict !== 'unknown' && judgement.verdict !== 'surely-wrong';
}

function codeFinding(code: CodeReading, judgement: Judgement): Finding | undefined {
  if (judgement.verdict !== 'unknown' && judgement.verdict !== 'surely-wrong') return undefined;
  const { suggestion } = judgement;
  const severity: Severity = judgement.verdict === 'surely-wrong' ? 'error' : RULES['code-unknown'].severity;
  const [first] = code.spans;
  const last = code.spans.at(-1);
  if (!first || !last) return undefined;
  return {
    rule: 'code-unknown',
    severity,
    range: rangeOf({ line: first.line, start: first.start, end: last.end }),
    params: {
      code: code.digits,
      name: code.name,
      ...(suggestion && { suggestion: { code: suggestion.code, name: suggestion.name } }),
    },
    related: [],
    fixes: suggestion ? codeFixes(code, suggestion, severity === 'error') : [],
  };
}

/** Rewrites the cells of the code that differ. No fix where the digits do not fit the cells they stand in. */
function codeFixes(code: CodeReading, suggestion: CodeRecord, preferred: boolean): Fix[] {
  const carried = code.digits.length - code.printed.length;
  if (suggestion.code.length !== code.digits.length || carried < 0) return [];
  if (suggestion.code.slice(0, carried) !== code.digits.slice(0, carried)) return [];
  const edits: Edit[] = [];
  let at = carried;
  for (const span of code.spans) {
    const length = span.end - span.start;
    const newText = suggestion.code.slice(at, at + length);
    if (newText !== code.digits.slice(at, at + length)) edits.push({ range: rangeOf(span), newText });
    at += length;
  }
  if (at !== code.digits.length || edits.length === 0) return [];
  return [
    { action: { kind: 'replace-code', code: suggestion.code, name: suggestion.name }, preferred, edits },
  ];
}
