import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { Finding } from '#core/findings.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { arbitraryNarrative, type Mark, type Narrative } from '../../generator/narrative/index.ts';

const DOCUMENTS = 100;
const PER_DOCUMENT = 6;
const MIN_FOUND = 0.95;
const OPPOSITE: Readonly<Record<string, string>> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
  持平: '增加5.37万元，增长98.76%',
};
const SCOPES: Readonly<Record<string, string>> = { 财政拨款: '部门', 一般公共预算: '政府性基金预算' };

/** What is said of the sentences; a remark counts, for whose money a sentence speaks of is not always certain. */
function findingsIn(text: string) {
  const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() });
  return findings.filter(({ rule }) => /^(?:prose-|change-|reason-|missing-reason)/.test(rule));
}

/** What stands at a mark instead; undefined where nothing wrong can be put there. */
function wrong(printed: string, mark: Mark, seed: number): string | undefined {
  if (mark.kind === 'word') return OPPOSITE[printed];
  if (mark.kind === 'scope') return SCOPES[printed];
  // A change of the last digit hides in the rounding of sums and percentages.
  const digits = [...printed.slice(0, -1)].flatMap((char, at) => (/[1-9]/.test(char) ? [at] : []));
  const at = digits[seed % Math.max(1, digits.length)];
  if (at === undefined) return undefined;
  const digit = ((Number(printed[at]) + (seed % 8)) % 9) + 1;
  return (
    printed.slice(0, at) + (String(digit) === printed[at] ? (digit % 9) + 1 : digit) + printed.slice(at + 1)
  );
}

interface Fault {
  readonly mark: Mark;
  readonly text: string;
  readonly length: number;
}

function faultsOf({ text, marks }: Narrative, seed: number): Fault[] {
  const lines = text.split('\n');
  return Array.from(
    { length: PER_DOCUMENT },
    (_, index) => marks[(seed * 31 + index * 7) % marks.length],
  ).flatMap((mark, index) => {
    if (!mark) return [];
    const line = lines[mark.line] ?? '';
    const put = wrong(line.slice(mark.start, mark.end), mark, seed + index);
    if (put === undefined) return [];
    const changed = line.slice(0, mark.start) + put + line.slice(mark.end);
    return [{ mark, text: lines.with(mark.line, changed).join('\n'), length: put.length }];
  });
}

/** A contradiction between words is shown at one of them, and the other is a place it speaks of. */
function standsOn({ range, related }: Finding, { kind, line, start }: Mark, length: number): boolean {
  const isWord = kind === 'word' || kind === 'scope';
  const places = isWord ? [range, ...related.map((place) => place.range)] : [range];
  // What is said of a word may stand on the figure behind it.
  const end = start + length + (isWord ? 20 : 0);
  return places.some(
    (place) => place.start.line === line && place.start.character < end && place.end.character > start,
  );
}

describe('narratives of a correct budget', () => {
  const narratives = fc.sample(arbitraryNarrative, { numRuns: DOCUMENTS, seed: 23 });

  it('have no finding', () => {
    for (const { text } of narratives) assert.deepEqual(findingsIn(text), [], text);
  }).timeout(120_000);

  it('with a figure, a percentage or a word changed are found, and at the very place', () => {
    const counts = new Map<string, { faults: number; inLine: number; onSpot: number }>();
    narratives.forEach((narrative, seed) => {
      for (const { mark, text, length } of faultsOf(narrative, seed)) {
        const count = counts.get(mark.kind) ?? { faults: 0, inLine: 0, onSpot: 0 };
        counts.set(mark.kind, count);
        count.faults++;
        const own = findingsIn(text).filter(({ range }) => range.start.line === mark.line);
        if (own.length > 0) count.inLine++;
        if (own.some((finding) => standsOn(finding, mark, length))) count.onSpot++;
      }
    });
    const all = [...counts.values()].reduce((a, b) => ({
      faults: a.faults + b.faults,
      inLine: a.inLine + b.inLine,
      onSpot: a.onSpot + b.onSpot,
    }));
    const told = JSON.stringify(Object.fromEntries(counts));
    assert.ok(all.faults > 400, told);
    assert.ok(all.inLine >= MIN_FOUND * all.faults, told);
    assert.ok(all.onSpot >= MIN_FOUND * all.faults, told);
  }).timeout(240_000);
});
