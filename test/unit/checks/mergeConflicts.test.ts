import { strict as assert } from 'node:assert';
import type { Finding } from '#core/findings.ts';
import { analysisOf } from '../../support/features.ts';
import { seedTexts } from '../../support/seeds.ts';

function findingsOf(lines: readonly string[]): readonly Finding[] {
  return analysisOf(lines.join('\n')).findings;
}

/** The lines with a conflict around one of them, whose other version is the same line again. */
function conflictAt(lines: readonly string[], at: number): string[] {
  const line = lines[at] ?? '';
  return [...lines.slice(0, at), '<<<<<<< HEAD', line, '=======', line, '>>>>>>> b', ...lines.slice(at + 1)];
}

describe('merge conflicts in a sound document', () => {
  const [seed] = seedTexts('guiyang');
  const lines = seed?.text.split(/\r?\n/) ?? [];
  const sums = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => rule !== 'merge-conflict' && rule !== 'rounding-difference').length;

  it('bring one message each and no other', function () {
    this.timeout(60_000);
    const before = sums(findingsOf(lines));
    const step = 7;
    for (let at = 0; at < lines.length; at += step) {
      const findings = findingsOf(conflictAt(lines, at));
      const conflicts = findings.filter(({ rule }) => rule === 'merge-conflict');
      assert.deepEqual(
        conflicts.map(({ range }) => range),
        [{ start: { line: at, character: 0 }, end: { line: at, character: '<<<<<<< HEAD'.length } }],
      );
      assert.ok(sums(findings) <= before, `line ${at}: ${lines[at]}`);
    }
  });
});
