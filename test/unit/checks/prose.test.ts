import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { RULES } from '#core/rules.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { placedMarks } from '../../generator/document/document.ts';
import { arbitraryDisclosure } from '../../generator/index.ts';

const DOCUMENTS = 60;
const MIN_FOUND = 0.9;

function loudFindings(text: string) {
  const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() });
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

describe('sentences of generated disclosures', () => {
  const samples = fc.sample(arbitraryDisclosure({ size: 'medium' }), { numRuns: DOCUMENTS, seed: 61 });

  it('that are correct have no finding', () => {
    for (const { text } of samples) {
      const found = loudFindings(text).filter(({ rule }) => RULES[rule].family === 'prose');
      assert.deepEqual(found, []);
    }
  }).timeout(60_000);

  it('with one digit changed are found in their line', () => {
    let faults = 0;
    let found = 0;
    for (const { document, text } of samples) {
      const lines = text.split('\n');
      for (const { mark, place } of placedMarks(document).slice(0, 2)) {
        const { line, start, end } = place;
        const words = lines[line] ?? '';
        const digit = words.slice(start, end).search(/[1-9]/);
        if (mark.of !== 'sentence' || digit === -1) continue;
        const at = start + digit;
        const changed = `${words.slice(0, at)}${(Number(words[at]) % 9) + 1}${words.slice(at + 1)}`;
        faults++;
        const all = loudFindings(lines.with(line, changed).join('\n'));
        if (all.some(({ rule, range }) => RULES[rule].family === 'prose' && range.start.line === line))
          found++;
      }
    }
    assert.ok(faults >= 20, `${faults} faults`);
    assert.ok(found >= MIN_FOUND * faults, `${found} of ${faults}`);
  }).timeout(120_000);
});
