import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, printedIn } from '../../support/accuracy/listedSum.ts';
import { coverageOf } from '../../support/accuracy/population.ts';
import { isOf, listedDocument, measurable, readSums } from '../../support/accuracy/sumsFile.ts';
import { leftOut, seedTexts } from '../../support/seeds.ts';

/** Of the amounts of guiyang's and tongnan's coded tables, so many are covered (issue: at least 90 %). */
const LEAST_COVERED = 0.9;

describe(`sums written down by reading${leftOut()}`, () => {
  for (const { name, origin, text } of seedTexts()) {
    describe(`${name} (${origin})`, () => {
      const file = readSums(name);
      const document = listedDocument(name, text, file);
      const values = printedIn(document);
      const isKnown = (sum: (typeof document.sums)[number]) => file.known.some((fault) => isOf(fault, sum));

      it('hold, but for the faults of the document itself', () => {
        assert.ok(document.sums.length > 100);
        const broken = document.sums.filter((sum) => !holds(sum, values) && !isKnown(sum));
        assert.deepEqual(
          broken.map(({ kind, words }) => `${kind} ${words}`),
          [],
        );
      });

      it('are broken where a fault is known', () => {
        for (const fault of file.known) {
          const broken = document.sums.filter((sum) => isOf(fault, sum) && !holds(sum, values));
          assert.ok(broken.length >= fault.sums.length, fault.why);
        }
      });

      it('each state a sum of printed figures, unless a whole column is blank', () => {
        const addressed = document.idle.filter((words) => /\.\d+ =/.test(words));
        assert.deepEqual(addressed, []);
      });

      if (name === 'guiyang-2022' || name === 'tongnan-2021') {
        it('cover at least 90 % of the amounts in tables by code', () => {
          const coded = new Set(file.tables.flatMap(({ title, coded = false }) => (coded ? title : [])));
          const amounts = document.cells.flatMap(({ table, amount }, cell) =>
            coded.has(table) && amount.micro !== 0n ? [cell] : [],
          );
          const sums = measurable(document);
          const covered = amounts.filter((cell) => coverageOf(sums, cell) !== undefined);
          assert.ok(amounts.length > 150, `only ${amounts.length} amounts`);
          assert.ok(covered.length >= LEAST_COVERED * amounts.length, `${covered.length} covered`);
        });
      }
    });
  }

  it('state the same of a sample and of the raw document it was made from', () => {
    for (const { name, text } of seedTexts()) {
      const [sample] = seedTexts(name);
      const printed = (of: string) =>
        listedDocument(name, of, readSums(name)).cells.map(({ line, text }) => `${line} ${text}`);
      assert.deepEqual(printed(text), printed(sample?.text ?? ''));
    }
  });

  it('are expanded by nothing of the reader', () => {
    const folder = join(import.meta.dirname, '../../support/accuracy');
    /** What asks the program, or shows what it said. */
    const asking = ['problems.ts', 'verdict.ts', 'shapeVerdict.ts', 'measure.ts', 'misses.ts'];
    for (const file of readdirSync(folder).filter((name) => !asking.includes(name))) {
      const imports = [...readFileSync(join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)];
      assert.ok(!imports.some(([, path = '']) => /^#|shared\/|server\//.test(path)), file);
    }
  });
});
