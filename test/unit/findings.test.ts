import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { summaryOf } from '#core/checks/others/summary.ts';
import { RULE_IDS } from '#core/rules.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { readMarks } from '../support/marks.ts';

/** Parts a disclosure from others that lie beside it. */
const OTHER = /^=== 另一份公开 ===\n/m;
const FIXTURES = join(import.meta.dirname, '../fixtures');

describe('findings: test/fixtures/<rule>/', () => {
  for (const rule of readdirSync(FIXTURES)) {
    describe(rule, () => {
      it('is a rule of the table', () => assert.ok(RULE_IDS.some((id) => id === rule)));

      for (const file of readdirSync(join(FIXTURES, rule))) {
        it(file, () => {
          const [own = '', ...others] = readFileSync(join(FIXTURES, rule, file), 'utf8').split(OTHER);
          const { text, marks } = readMarks(own);
          assert.equal(
            marks.length > 0,
            file.startsWith('flagged-'),
            'a flagged fixture has marks, a silent one none',
          );
          const options = {
            settings: DEFAULT_SETTINGS,
            catalogue: nationalCatalogue(),
            indicators: nationalIndicators(),
          };
          const summaries = others.flatMap((other) => {
            const { disclosure, relations } = analyse(other, options);
            return summaryOf(disclosure, relations) ?? [];
          });
          const { findings } = analyse(text, { ...options, others: summaries });
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
