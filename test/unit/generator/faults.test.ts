import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { placedMarks, textOf } from '../../generator/document/document.ts';
import { FAULT_KINDS, type FaultKind, injectFault } from '../../generator/faults.ts';
import { arbitraryDisclosure } from '../../generator/index.ts';
import { pick } from '../../generator/lists.ts';
import { isWorth } from '../../support/printed.ts';

/** What a fault of a kind may make of the digits of a figure. */
const FITS: Readonly<Record<FaultKind, (right: string, wrong: string) => boolean>> = {
  digit: (right, wrong) => right.length === wrong.length && differences(right, wrong).length === 1,
  transposed: (right, wrong) => {
    const [first = -1, second = -1, ...more] = differences(right, wrong.padStart(right.length, '0'));
    return more.length === 0 && second === first + 1 && [...right].sort().join() === [...wrong].sort().join();
  },
  dropped: (right, wrong) =>
    [...right].some((_, at) => String(Number(right.slice(0, at) + right.slice(at + 1))) === wrong),
  'times-10': (right, wrong) => wrong === `${right}0`,
  tenth: (right, wrong) => Math.abs(Number(wrong) * 10 - Number(right)) <= 5,
  'times-10000': (right, wrong) => wrong === `${right}0000`,
  random: (right, wrong) => right !== wrong,
};

function differences(one: string, other: string): number[] {
  return [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
}

/** Documents, each with a pick of a figure and of how it is wrong. */
const cases = fc.sample(fc.tuple(arbitraryDisclosure({ size: 'medium' }), fc.nat(), fc.nat({ max: 999 })), {
  numRuns: 100,
  seed: 9,
});

describe('generator: faults', () => {
  for (const kind of FAULT_KINDS) {
    it(`${kind}: one figure is wrong in that way, and putting the right text back restores the document`, () => {
      let injected = 0;
      for (const [{ document, text }, figure, choice] of cases) {
        const marks = placedMarks(document);
        if (marks.length === 0) continue;
        const { mark } = pick(marks, figure);
        const fault = injectFault(document, mark, kind, choice);
        if (fault === undefined) continue;
        injected++;
        const { place, wrong, wrongText, right, rightText } = fault;
        assert.ok(
          FITS[kind](String(Math.abs(right.units)), String(Math.abs(wrong.units))),
          `${rightText} ${wrongText}`,
        );
        assert.ok(isWorth(wrongText, wrong));
        const lines = textOf(fault.document).split(document.lineEnd);
        const line = lines[place.line] ?? '';
        assert.equal(line.slice(place.start, place.end), wrongText);
        lines[place.line] = line.slice(0, place.start) + rightText + line.slice(place.end);
        assert.equal(lines.join(document.lineEnd), text);
      }
      assert.ok(injected > 40, `only ${injected} faults could be injected`);
    });
  }
});
