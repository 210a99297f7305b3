import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';
import { judge, type ReadAmount, readList } from '../../support/readAmounts.ts';
import { leftOut, seedTexts } from '../../support/seeds.ts';

/** Dongxihu's tables are partly flattened or garbled beyond what a program should claim to read. */
const LEAST_BOUND = {
  'guiyang-2022': 0.98,
  'tongnan-2021': 0.98,
  'hanzhong-2023': 0.98,
  'hetang-2022': 0.98,
} as const;

describe(`amounts and what they belong to${leftOut()}`, () => {
  for (const { name, origin, text } of seedTexts()) {
    describe(`${name} (${origin})`, () => {
      const disclosure = readDisclosure(parse(text));
      const { amounts } = readList(name);
      const verdicts = amounts.map((amount) => ({ amount, verdict: judge(disclosure, amount) }));
      const of = (verdict: string) =>
        verdicts.filter((each) => each.verdict === verdict).map(({ amount }) => words(amount));

      it('are bound to no wrong row or column', () => assert.deepEqual(of('wrong'), []));

      if (name in LEAST_BOUND) {
        it('are bound, at least 98 %', () => {
          const least = LEAST_BOUND[name as keyof typeof LEAST_BOUND];
          assert.ok(of('bound').length >= least * amounts.length, `not bound: ${of('unbound').join('; ')}`);
        });
      }
    });
  }
});

function words({ table, tableNumber, row, column, value }: ReadAmount): string {
  return `${table}${tableNumber} | ${row} | ${column} | ${value}`;
}
