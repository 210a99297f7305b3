import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import type { Figure, Prose } from '#core/disclosure/prose/prose.ts';
import { parse } from '#core/syntax/parse.ts';
import { DAMAGE_NAMES } from '../../../generator/damage/index.ts';
import { type Place, placedMarks } from '../../../generator/document/document.ts';
import { arbitraryDisclosure, type GeneratedDisclosure } from '../../../generator/index.ts';
import type { Concept } from '../../../generator/model.ts';
import { decimalText } from '../../../generator/numbers.ts';
import { known } from '../../../support/prose.ts';

/** What the reader calls the concepts of the model, as `concept scope`. Where the words leave the scope open it is `?`. */
const READ_AS: { readonly [C in Concept]: string } = {
  income: 'income all',
  'general-income': 'income general',
  'other-income': 'other-income all',
  'carried-over': 'carried-in all',
  expenditure: 'expenditure all',
  basic: 'basic all',
  project: 'project all',
  fiscal: 'balance fiscal',
  'three-public': 'three-public ?',
  abroad: 'abroad ?',
  vehicles: 'vehicles ?',
  reception: 'reception ?',
};

/** 其他各项收入 is no name of an income: it may stay unknown, but must not be taken for one. */
const MAY_BE_UNKNOWN: ReadonlySet<Concept> = new Set(['other-income']);

function figureAt(prose: Prose, { line, start, end }: Place): Figure | undefined {
  return prose.passages
    .flatMap(({ line: base, passage }) =>
      passage.figures.filter(({ span }) => base + span.line === line && span.start < end && start < span.end),
    )
    .at(0);
}

/** Reads a disclosure and says of each figure in its sentences what is wrong or missing. */
function faultsOf({ model, document, text }: GeneratedDisclosure): { wrong: string[]; missing: string[] } {
  const { prose } = readDisclosure(parse(text));
  const wrong: string[] = [];
  const missing: string[] = [];
  for (const { mark, place } of placedMarks(document)) {
    if (mark.of !== 'sentence') continue;
    const figure = figureAt(prose, place);
    const expected: readonly (readonly [string, string])[] = [
      ['value', decimalText(mark.rounded)],
      ['unit', '万元'],
      ['year', String(model.year)],
      ['concept', READ_AS[mark.concept]],
    ];
    const actual = figure && [
      figure.amount.value.toFixed(mark.rounded.decimals),
      known(figure.unit),
      known(figure.year),
      `${known(figure.concept)} ${known(figure.scope)}`,
    ];
    expected.forEach(([name, value], index) => {
      const read = actual?.[index] ?? '?';
      if (read === value) return;
      const isUnknown = read.startsWith('?');
      if (isUnknown && name === 'concept' && MAY_BE_UNKNOWN.has(mark.concept)) return;
      (isUnknown ? missing : wrong).push(`${mark.concept} ${name}: ${read} for ${value}`);
    });
  }
  return { wrong, missing };
}

describe('prose of generated disclosures', () => {
  it('is read as it was meant', function () {
    this.timeout(120_000);
    let figures = 0;
    for (const generated of fc.sample(arbitraryDisclosure({ size: 'medium' }), { numRuns: 60, seed: 20 })) {
      assert.deepEqual(faultsOf(generated), { wrong: [], missing: [] }, generated.text.slice(0, 800));
      figures += placedMarks(generated.document).filter(({ mark }) => mark.of === 'sentence').length;
    }
    assert.ok(figures > 200, `${figures} figures`);
  });

  it('is never taken for something else where the text is damaged', function () {
    this.timeout(120_000);
    const damaged = arbitraryDisclosure({ size: 'medium', damage: DAMAGE_NAMES });
    for (const generated of fc.sample(damaged, { numRuns: 60, seed: 21 }))
      assert.deepEqual(faultsOf(generated).wrong, [], generated.text.slice(0, 800));
  });
});
