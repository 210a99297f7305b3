import { strict as assert } from 'node:assert';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { PlacedTable, Row } from '#core/disclosure/table.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { Span } from '#core/text/range.ts';
import { leftOut, seedTexts } from '../../support/seeds.ts';

const catalogue = nationalCatalogue();
const options = { settings: DEFAULT_SETTINGS, catalogue };

/** Faults of which so many must be found; the rest are codes that make sense all the same. */
const FOUND_SHARE = 0.9;

interface CodeRow {
  readonly placed: PlacedTable;
  readonly row: Row;
  readonly code: NonNullable<Row['code']>;
}

/** Of fewer rows nobody can tell whether the words beside the codes are their names. */
const FEWEST_ROWS = 4;

/** Rows whose name is that of their code, so that a fault put into one is the only one. */
function soundRows({ disclosure }: Analysis): CodeRow[] {
  return disclosure.tables
    .filter(({ table }) => table.coded)
    .map((placed) => placed.table.rows.flatMap((row) => soundRow(placed, row)))
    .filter((rows) => rows.length >= FEWEST_ROWS)
    .flat();
}

function soundRow(placed: PlacedTable, row: Row): CodeRow[] {
  const record = catalogue.record(row.code?.digits ?? '');
  const sound = row.code && record && catalogue.nameMatches(record, row.code.name);
  return sound && row.code ? [{ placed, row, code: row.code }] : [];
}

function replaced(lines: readonly string[], { line }: PlacedTable, span: Span, text: string): string {
  return lines
    .map((each, index) =>
      index === line + span.line ? each.slice(0, span.start) + text + each.slice(span.end) : each,
    )
    .join('\n');
}

describe(`codes and names mixed up in the seeds${leftOut()}`, function () {
  this.timeout(120_000);
  for (const seed of seedTexts()) {
    const analysis = analyse(seed.text, options);
    const rows = soundRows(analysis);

    /** The share of rows on whose line a fault brings an error or a warning about codes. */
    const foundShare = (fault: (row: CodeRow) => string | undefined): number => {
      let count = 0;
      let found = 0;
      for (const each of rows) {
        const text = fault(each);
        if (text === undefined) continue;
        count++;
        const { findings } = analyse(text, options, analysis);
        const line = each.placed.line + each.row.line;
        const loud = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
        if (loud.some(({ rule, range }) => rule.startsWith('code-') && range.start.line === line)) found++;
      }
      assert.ok(count > 5, `${count} rows only`);
      return found / count;
    };

    it(`${seed.name} (${seed.origin}): the name of another code`, () => {
      const share = foundShare(({ placed, code }) => {
        const other = rows.find(
          (each) =>
            each.placed === placed && each.code.name !== code.name && each.code.digits !== code.digits,
        );
        return other && code.nameSpan && replaced(analysis.lines, placed, code.nameSpan, other.code.name);
      });
      assert.ok(share >= FOUND_SHARE, `${share}`);
    });

    it(`${seed.name} (${seed.origin}): the last two digits exchanged`, () => {
      const share = foundShare(({ placed, code }) => {
        const span = code.spans.at(-1);
        const [tens = '', ones = ''] = code.digits.slice(-2);
        if (!span || tens === ones || span.end - span.start < 2) return undefined;
        return replaced(analysis.lines, placed, { ...span, start: span.end - 2 }, ones + tens);
      });
      assert.ok(share >= FOUND_SHARE, `${share}`);
    });
  }
});
