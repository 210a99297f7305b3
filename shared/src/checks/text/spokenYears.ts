import type { Disclosure } from '../../disclosure/disclosure.ts';
import { offsetOf, unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type Finding, placeFinding } from '../../findings.ts';
import { groupedBy } from '../../text/lists.ts';
import type { Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { toHalfWidth } from '../../text/width.ts';
import { staleYear } from './years.ts';

/** 某某局2023年收入预算100万元, 行政运行（项）：2023年预算数为10万元: the year in which a sentence tells of a budget. */
const OPENING =
  /^(?:(?:[^，。；,;\d]{0,20}[，。,])?[^，。；,;\d]{0,30}?(?:\(\d{3,7}\))?|[^，。；,;\d]{0,80}\([类款项]\)[”"]?[：:]?)(20\d{2})年(?!度?[起以])(?=[^。；;]{0,70}?\d[^。；;]{0,8}?元)(?=[^。；;]{0,80}?(?:预算|收入|支出|经费|采购|绩效))/;
/** 比2023年, 与2023年相比: a year that others are held against. */
const COMPARED = /(?:比|较|与|同|跟|对照)$/;
/** What tells of other years. The year before a budget has its 执行数, with which a change may be told. */
const OF_OTHER_YEARS = /执行|完成|决算|上年度?(?:预算|收|支)|去年|计划|规划/;
/** A final account says 决算 of its own year. */
const OF_OTHER_YEARS_THAN_FINAL = /上年度?(?:预算|决算|收|支)|去年|以前年度/;
const COUNTED_BEFORE = /截[至止]到?\s*$/;
const COUNTED_BEHIND = /^\s*年度?(?:[底末]|\s*12\s*月\s*31)/;
/** A sentence names its year within so many characters; it bounds what is searched. */
const LONGEST_OPENING = 200;
const YEAR_LENGTH = 4;
/** One paragraph of another year stands out among so many of this one. */
const MIN_RIGHT = 3;

/** 2022年当年预算执行数, 比2022年预算: a year in a phrase of a budget, with what stands in front of it. */
const PHRASE = /([比较与]?)(20\d{2})年度?([\p{Script=Han}]{6})/gu;
const OF_BUDGET = /预算|决算|执行|安排/;
/** So many phrases of one year show that the only one of another year is wrong. */
const MIN_ALIKE = 5;

/** A year of a sentence, and the four digits of it. */
interface Spoken {
  readonly year: number;
  readonly span: Span;
}

/**
 * Years of another edition in sentences (`stale-year`, N13): a paragraph that begins to tell of the budget of another
 * year than all the others do, and a change against another year than the one before. Sentences may speak of any
 * year, so that this is a remark; that a budget is compared with itself cannot be meant.
 */
export function staleYearsInProse({
  prose,
  year,
  stage,
}: Pick<Disclosure, 'prose' | 'year' | 'stage'>): Finding[] {
  if (year === undefined) return [];
  if (stage === '决算')
    return [
      ...openingYears(prose.passages, year, OF_OTHER_YEARS_THAN_FINAL),
      ...baseYears(prose.passages, year, true),
      ...absentYears(prose.passages, year),
    ];
  // Where no title says what a document is, its figures may.
  const mayBeFinal = stage === undefined && tellsOfFinal(prose.passages);
  const found = [
    ...openingYears(prose.passages, year, OF_OTHER_YEARS),
    ...baseYears(prose.passages, year, mayBeFinal),
    ...absentYears(prose.passages, year),
  ];
  const said = new Set(found.map(({ range }) => `${range.start.line}:${range.start.character}`));
  return [
    ...found,
    ...oddPhrases(prose.passages).filter(
      ({ range }) => !said.has(`${range.start.line}:${range.start.character}`),
    ),
  ];
}

/** Whether sentences tell of no fewer figures of a final account than of a budget, which may name some of the year before. */
function tellsOfFinal(passages: readonly PlacedPassage[]): boolean {
  const bases = passages.flatMap(({ passage }) => passage.figures.map(({ basis }) => basis.value));
  const countOf = (basis: string): number => bases.filter((each) => each === basis).length;
  return countOf('final') > 0 && countOf('final') >= countOf('budget');
}

function openingYears(passages: readonly PlacedPassage[], year: number, others: RegExp): Finding[] {
  const openings = openingsAmong(passages).filter(({ words }) => !others.test(words));
  const stale = openings.filter((each) => each.year !== year);
  const right = openings.length - stale.length;
  if (right < MIN_RIGHT || stale.length * MIN_RIGHT > right) return [];
  return stale
    .filter((each) => !isMeant(each, year))
    .map(({ line, year: printed, span }) =>
      // A sentence may tell of any year.
      placeFinding(staleYear('information', span, printed, year), line),
    );
}

/** Beside this year others may be told of, but for a later one, and one that is compared with itself. */
function isMeant({ year: printed, sentence, text }: Opening, year: number): boolean {
  const own = `${year}年`;
  const isAgainstItself = printed === year - 1 && new RegExp(`[比较与]${printed}年`).test(sentence);
  return printed > year || isAgainstItself ? sentence.includes(own) : text.includes(own);
}

const openingsAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  openingsIn(passage).map((opening) => ({ line, ...opening })),
);

/** The year a sentence opens with, the words up to a comparison, the sentence and the whole paragraph. */
interface Opening extends Spoken {
  readonly words: string;
  readonly sentence: string;
  readonly text: string;
}

const openingsIn = remember((passage: Passage): readonly Opening[] =>
  passage.paragraphs.flatMap(({ text, pieces, numbering, sentences }) => {
    const half = toHalfWidth(text);
    return sentences.flatMap(({ start: begin, end }): Opening[] => {
      const from = Math.max(begin, numbering?.stretch.end ?? 0);
      const sentence = half.slice(from, end).replace(/^\s+/, '');
      const shift = end - sentence.length;
      const match = OPENING.exec(sentence.slice(0, LONGEST_OPENING));
      const year = match?.[1];
      if (!match || year === undefined) return [];
      const at = match[0].length - YEAR_LENGTH - 1;
      if (COMPARED.test(sentence.slice(0, at))) return [];
      const span = unbrokenSpan(pieces, { start: shift + at, end: shift + at + YEAR_LENGTH });
      // What a change is told against may be what was carried out the year before.
      const words = sentence.slice(0, LONGEST_OPENING).replace(/[,，](?:[比较与同]).*$/, '');
      return span ? [{ year: Number(year), span, words, sentence, text: half }] : [];
    });
  }),
);

/** The only year of its kind in a phrase that many sentences have with one and the same year. */
function oddPhrases(passages: readonly PlacedPassage[]): Finding[] {
  const byWords = groupedBy(phrasesAmong(passages), ({ phrase }) => phrase.words);
  return [...byWords.values()].flatMap((alike) => {
    const years = new Set(alike.map(({ phrase }) => phrase.year));
    if (years.size !== 2 || alike.length <= MIN_ALIKE) return [];
    const odd = alike.filter(({ phrase }) =>
      alike.every((each) => each.phrase === phrase || each.phrase.year !== phrase.year),
    );
    const [only] = odd;
    const usual = [...years].find((each) => each !== only?.phrase.year);
    if (!only || odd.length > 1 || usual === undefined) return [];
    // Which of the two years is right the words alone do not show for sure.
    return [placeFinding(staleYear('information', only.phrase.span, only.phrase.year, usual), only.line)];
  });
}

/** A year with the words around it. */
interface Phrase extends Spoken {
  readonly words: string;
}

const phrasesAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  phrasesIn(passage).map((phrase) => ({ line, phrase })),
);

const phrasesIn = remember((passage: Passage): readonly Phrase[] =>
  passage.paragraphs.flatMap(({ text, pieces }) =>
    [...toHalfWidth(text).matchAll(PHRASE)].flatMap(
      ({ 0: whole, 1: front = '', 2: year = '', 3: behind = '', index }) => {
        const start = index + front.length;
        const span = unbrokenSpan(pieces, { start, end: start + YEAR_LENGTH });
        const isOfBudget = OF_BUDGET.test(whole);
        return span && isOfBudget ? [{ words: front + behind, year: Number(year), span }] : [];
      },
    ),
  ),
);

/** Changes of this year's budget against a year that is not the one before. */
function baseYears(passages: readonly PlacedPassage[], year: number, isFinal: boolean): Finding[] {
  const bases = basesAmong(passages).filter(({ of }) => of === year);
  const hasYearBefore = bases.some((each) => each.year === year - 1);
  return bases.flatMap(({ line, year: printed, span, isOfFinal }) => {
    // A final account is compared with the budget of its own year.
    if (printed === year - 1 || ((isFinal || isOfFinal) && printed === year)) return [];
    const isUsual = bases.filter((each) => each.year === printed).length > 1;
    // Where nothing is told against the year before, the document may be of another year than it seems.
    if (isUsual && (printed < year || (printed === year && !hasYearBefore))) return [];
    return [
      // A change can be told against any earlier year; nothing is compared with itself or with what is to come.
      placeFinding(staleYear(printed < year ? 'information' : 'warning', span, printed, year - 1), line),
    ];
  });
}

const basesAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  basesIn(passage).map((base) => ({ line, ...base })),
);

/** A year that a change is told against, the year of what changed, and whether that is of a final account. */
interface SpokenBase extends Spoken {
  readonly of: number;
  readonly isOfFinal: boolean;
}

const basesIn = remember((passage: Passage): readonly SpokenBase[] =>
  passage.comparisons.flatMap(({ base, subject, inReason, paragraph }): SpokenBase[] => {
    const figure = subject === undefined ? undefined : passage.figures[subject];
    const of = figure?.year.value;
    const [words] = base.spans;
    const { pieces = [], text = '' } = passage.paragraphs[paragraph] ?? {};
    const from = words && offsetOf(pieces, words);
    const { value: year } = base.year;
    if (!words || from === undefined || of === undefined || year === undefined || inReason) return [];
    const at = toHalfWidth(text.slice(from, from + words.end - words.start)).indexOf(String(year));
    // 2023年…比2022年提高 in the budget of 2024: the sentence itself says of which year it speaks.
    const front = toHalfWidth(text.slice(0, from)).replace(/^.*[。；;]/s, '');
    if (at === -1 || new RegExp(`(?<![比较与同])${year + 1}年`).test(front)) return [];
    const start = words.start + at;
    const isOfFinal = figure?.basis.value === 'final';
    return [{ year, of, isOfFinal, span: { line: words.line, start, end: start + YEAR_LENGTH } }];
  }),
);

/** 2022年没有使用政府性基金预算拨款安排的支出 in the budget of 2023, which says nothing of its own year. */
function absentYears(passages: readonly PlacedPassage[], year: number): Finding[] {
  return absencesAmong(passages).flatMap(({ line, text, year: printed, span }) =>
    printed === year || text.includes(`${year}年`)
      ? []
      : // That there was none in another year may be said beside what is said of this one elsewhere.
        [placeFinding(staleYear('information', span, printed, year), line)],
  );
}

const absencesAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  absencesIn(passage).map((absence) => ({ line, ...absence })),
);

/** The only year in a paragraph that says that there is none of something. */
const absencesIn = remember((passage: Passage): readonly (Spoken & { readonly text: string })[] =>
  passage.absences.flatMap(({ paragraph, years }) => {
    const { text = '', pieces = [] } = passage.paragraphs[paragraph] ?? {};
    const [year] = years;
    const half = toHalfWidth(text);
    const at = year === undefined ? -1 : half.indexOf(`${year}年`);
    if (year === undefined || years.length > 1 || at === -1 || half.indexOf(`${year}年`, at + 1) !== -1)
      return [];
    // 截至2022年底，单位无车辆 in the budget of 2023: things are counted at the end of the year before.
    if (COUNTED_BEFORE.test(half.slice(0, at)) || COUNTED_BEHIND.test(half.slice(at + YEAR_LENGTH)))
      return [];
    const span = unbrokenSpan(pieces, { start: at, end: at + YEAR_LENGTH });
    return span ? [{ year, span, text: half }] : [];
  }),
);
