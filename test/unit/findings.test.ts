import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { RULE_IDS } from '#core/rules.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { readMarks } from '../support/marks.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');

describe('findings: test/fixtures/<rule>/', () => {
  for (const rule of readdirSync(FIXTURES)) {
    describe(rule, () => {
      it('is a rule of the table', () => assert.ok(RULE_IDS.some((id) => id === rule)));

      for (const file of readdirSync(join(FIXTURES, rule))) {
        it(file, () => {
          const { text, marks } = readMarks(readFileSync(join(FIXTURES, rule, file), 'utf8'));
          assert.equal(
            marks.length > 0,
            file.startsWith('flagged-'),
            'a flagged fixture has marks, a silent one none',
          );
          const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() });
          // Notes of the rule itself count, those of others may stand beside it.
          const loud = findings.filter(
            ({ severity, rule: id }) => severity === 'error' || severity === 'warning' || id === rule,
          );
          assert.deepEqual(
            loud.map(({ rule: id, range, fixes }) => ({
              rule: id,
              range,
              fix: fixes.find((fix) => fix.preferred)?.edits.map((edit) => edit.newText)[0],
            })),
            marks.map(({ rule: id, range, fix }, index) => ({
              rule: id,
              range,
              // A mark without a value leaves open whether a fix is preferred.
              fix:
                fix ??
                loud[index]?.fixes.find((each) => each.preferred)?.edits.map((edit) => edit.newText)[0],
            })),
          );
        });
      }
    });
  }
});
