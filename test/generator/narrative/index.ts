import fc from 'fast-check';
import { arbitraryFacts, type Facts } from './facts.ts';
import {
  BOTH,
  EXPENDITURE,
  FISCAL,
  GENERAL,
  INCOME,
  PROCUREMENT,
  RUNNING,
  SUBJECT,
  THREE_PUBLIC,
  type Variants,
} from './phrases.ts';
import { type ProvinceName, writtenIn } from './provinces/index.ts';
import { tablesOf } from './tables.ts';
import { type Narrative, type Piece, write } from './text.ts';
import { wordMarks } from './wordMarks.ts';

export { PROVINCES, type ProvinceName } from './provinces/index.ts';
export type { Mark, MarkKind, Narrative } from './text.ts';
export { isTie } from './ties.ts';

const SECTIONS: readonly (readonly [string, Variants])[] = [
  ['收入预算情况', INCOME],
  ['支出预算情况', EXPENDITURE],
  ['财政拨款收支情况', FISCAL],
  ['一般公共预算支出情况', GENERAL],
  ['“三公”经费预算情况', THREE_PUBLIC],
  ['机关运行经费情况', RUNNING],
  ['政府采购情况', PROCUREMENT],
  ['收支总体情况', BOTH],
  ['一般公共预算支出具体安排情况', SUBJECT],
];
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Disclosures of true sentences in the phrasings of real ones, with the tables that bear them out. */
export const arbitraryNarrative: fc.Arbitrary<Narrative> = fc
  .record({
    facts: arbitraryFacts,
    choices: fc.array(fc.nat(11), { minLength: SECTIONS.length, maxLength: SECTIONS.length }),
  })
  .map(({ facts, choices }) => {
    return withTables([...opening(facts), ...sections(facts, choices)], facts, '万元');
  });

/** Whole disclosures as one province writes them; those of Shanghai have tables in 元. */
export function arbitraryOf(province: ProvinceName): fc.Arbitrary<Narrative> {
  return arbitraryFacts.map((facts) =>
    withTables(writtenIn(province, facts), facts, province === 'shanghai' ? '元' : '万元'),
  );
}

function withTables(prose: readonly (readonly Piece[])[], facts: Facts, unit: '元' | '万元'): Narrative {
  const { text, marks } = write([...prose, ...tablesOf(facts, unit).map((line) => [line])]);
  return { text, marks: [...marks, ...wordMarks(text.split('\n').slice(0, prose.length), facts)] };
}

function opening({ organ, year }: Facts): readonly (readonly Piece[])[] {
  return [[`${organ}${year}年部门预算公开`], ['']];
}

function sections(facts: Facts, choices: readonly number[]): readonly (readonly Piece[])[] {
  return SECTIONS.flatMap(([title, variants], index) => {
    const choice = choices[index] ?? 0;
    const sentence = variants[choice % variants.length]?.(facts) ?? [];
    const [first, ...rest] = sentence;
    const opensWithYear = typeof first === 'string' && first.startsWith(`${facts.year}年`);
    // Every other sentence says whose budget it is.
    const named = opensWithYear && choice % 2 === 0 ? [facts.organ + first, ...rest] : sentence;
    return [[`${NUMERALS[index]}、${title}`], [''], named, ['']];
  });
}
