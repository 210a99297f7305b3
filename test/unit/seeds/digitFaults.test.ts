import { strict as assert } from 'node:assert';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { Finding } from '#core/findings.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { digitFaults, figuresIn } from '../../support/digitFaults.ts';
import { leftOut, seedTexts } from '../../support/seeds.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

/** Rows of the coded tables (类, 款, 项 and their total rows), 1-based, found by reading. */
const CODED_ROWS = {
  'guiyang-2022': [
    [39, 57],
    [67, 85],
    [124, 142],
    [152, 179],
    [188, 202],
  ],
  'tongnan-2021': [
    [75, 91],
    [102, 139],
    [182, 200],
    [208, 224],
  ],
} as const;

/** A change of half a unit of the second place from the left is far beyond any rounding in these tables. */
const BEYOND_ROUNDING = 50;

describe(`one digit changed in a coded table${leftOut()}`, () => {
  for (const [name, ranges] of Object.entries(CODED_ROWS)) {
    for (const { origin, text } of seedTexts(name)) {
      it(`${name} (${origin}): the table reports a new error for at least 95 % of the cells`, function () {
        this.timeout(120_000);
        const correct = analyse(text, OPTIONS);
        const before = new Set(errorsOf(correct).map(keyOf));
        const lines = text.split('\n');
        let cells = 0;
        const missed: string[] = [];
        for (const [first, last] of ranges) {
          for (const figure of figuresIn(lines, first, last)) {
            cells++;
            const seen = digitFaults(text, figure, BEYOND_ROUNDING).every((fault) =>
              errorsOf(analyse(fault.text, OPTIONS, correct)).some(
                (finding) =>
                  !before.has(keyOf(finding)) && isWithin(finding.range.start.line + 1, first, last),
              ),
            );
            if (!seen) missed.push(`line ${figure.line + 1}, column ${figure.start}`);
          }
        }
        assert.ok(cells > 150, `only ${cells} cells found`);
        assert.ok(missed.length <= 0.05 * cells, `${missed.length} of ${cells} missed: ${missed.join('; ')}`);
      });
    }
  }
});

function errorsOf({ findings }: Analysis): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function keyOf({ rule, range }: Finding): string {
  return `${rule} ${range.start.line}:${range.start.character}`;
}

function isWithin(line: number, first: number, last: number): boolean {
  return first <= line && line <= last;
}
