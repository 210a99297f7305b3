import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { completionAt } from '#server/features/completion.ts';
import { featureContext } from '../../support/features.ts';
import { leftOut, seedTexts } from '../../support/seeds.ts';

/** Line from 1, how the name begins in the sample, and in the raw seed where that differs. */
const rowSchema = z.union([z.tuple([z.int(), z.string()]), z.tuple([z.int(), z.string(), z.string()])]);
const truthSchema = z.object({ note: z.string() }).catchall(z.record(z.string(), z.array(rowSchema)));

const { note: _, ...truth } = truthSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../truth/indicators.json'), 'utf8')),
);
/**
 * Of so many rows one may be missed: a name in the cell of its heading (tongnan 358), one in the column of headings
 * (hetang 488), one above a heading that may belong to the heading before (dongxihu 833).
 */
const ROWS_A_MISS = 50;
const context = featureContext();
const options = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

for (const { name: seed, origin, text } of seedTexts()) {
  describe(`indicators of ${seed} (${origin})${origin === 'sample' ? leftOut() : ''}`, () => {
    it('are completed with those of the heading that they stand under, first of all', () => {
      const lines = text.split('\n');
      const whole = analyse(text, options);
      const missed: string[] = [];
      let count = 0;
      for (const [category, rows] of Object.entries(truth[seed] ?? {})) {
        for (const [number, inSample, inRaw = inSample] of rows) {
          count++;
          const line = lines[number - 1] ?? '';
          const name = origin === 'raw' ? inRaw : inSample;
          // 服务对象满意度 may be the heading and the name behind it.
          const character = category === '服务对象满意度指标' ? line.lastIndexOf(name) : line.indexOf(name);
          assert.notEqual(character, -1, `line ${number}`);
          const cleared = line.slice(0, character) + line.slice(endOfCell(line, character));
          const edited = analyse(lines.with(number - 1, cleared).join('\n'), options, whole);
          const { items } = completionAt(edited, { line: number - 1, character }, context);
          const [first] = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
          const [offered = ''] = first?.detail?.split(' ') ?? [];
          // The 2021 framework's name for the same heading.
          if (offered.replace(/^经济成本/, '成本') !== category) missed.push(`${number}: ${offered}`);
        }
      }
      assert.ok(count > 0);
      assert.ok(missed.length <= Math.ceil(count / ROWS_A_MISS), `${missed.join('; ')} of ${count}`);
    });
  });
}

function endOfCell(line: string, from: number): number {
  const end = /[\t|]/.exec(line.slice(from))?.index;
  return end === undefined ? line.length : from + end;
}
