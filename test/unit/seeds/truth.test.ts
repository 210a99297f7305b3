import { strict as assert } from 'node:assert';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { leftOut, seedTexts } from '../../support/seeds.ts';
import errors from '../../truth/errors.json';
import tables from '../../truth/tables.json';

/**
 * The lines of Guiyang's figures that a sum is off from within rounding, found by adding up the printed figures with exact
 * decimals; a figure that is off across and down is one (lines 57 and 85).
 */
const GUIYANG_ROUNDING_LINES = [
  27, 29, 40, 40, 44, 44, 57, 68, 68, 72, 72, 85, 129, 129, 129, 152, 152, 192, 192,
];

/** What is wrong in a document; the prose of the samples was written anew and has no words of a template. */
function knownIn(name: Exclude<keyof typeof errors, 'about'>, origin: 'sample' | 'raw') {
  return errors[name].filter((known) => origin === 'raw' || !('raw' in known));
}

describe(`the five seeds${leftOut()}`, () => {
  for (const seed of seedTexts()) {
    describe(`${seed.name} (${seed.origin})`, () => {
      const analysis = analyse(seed.text, {
        settings: DEFAULT_SETTINGS,
        catalogue: nationalCatalogue(),
        indicators: nationalIndicators(),
      });
      const name = seed.name as Exclude<keyof typeof tables, 'about'>;

      it('finds every table with its title and unit', () => {
        for (const expected of tables[name]) {
          const { line, unit } = expected;
          const found = analysis.disclosure.tables.find(
            (placed) => placed.line < line && line <= placed.line + placed.table.lineCount,
          );
          assert.ok(found, `no table at line ${line}`);
          assert.equal(found.table.unit?.unit, unit, `unit at line ${line}`);
          if ('title' in expected) {
            assert.ok(
              found.table.title?.text.includes(expected.title),
              `title at line ${line}: ${found.table.title?.text}`,
            );
          }
        }
      });

      it('reports the errors and warnings that are there, and no other', () => {
        const loud = analysis.findings.filter(
          ({ severity }) => severity === 'error' || severity === 'warning',
        );
        assert.deepEqual(
          loud.map(({ rule, range, severity }) => ({ line: range.start.line + 1, rule, severity })),
          knownIn(name, seed.origin).map((known) => ({
            line: known.line,
            rule: known.rule,
            severity: 'severity' in known ? known.severity : 'error',
          })),
        );
      });

      if (name === 'guiyang-2022') {
        it('hints at each sum that rounding explains', () => {
          const hints = analysis.findings.filter(({ rule }) => rule === 'rounding-difference');
          assert.deepEqual(
            hints.map(({ range }) => range.start.line + 1),
            GUIYANG_ROUNDING_LINES,
          );
          assert.ok(hints.every(({ severity }) => severity === 'hint'));
        });
      }
    });
  }
});
