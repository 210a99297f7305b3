import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Heading, PlacedHeading } from '../../disclosure/prose/headings.ts';
import type { Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type Finding, placeFinding, replaceFix } from '../../findings.ts';
import type { Severity } from '../../rules.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { toHalfWidth } from '../../text/width.ts';

/** Fewer titles with the right year prove nothing; one of another edition stands among many of this one. */
const MIN_RIGHT = 3;
/** So many times as many titles of this year as of others show that the others were left as they were. */
const MOST_RIGHT = 3;
const YEAR_LENGTH = 4;
/** What is told of other years, or of several, or against another: a numbered line may be a sentence. */
const OF_OTHER_YEARS =
  /[比较与同]\s?20\d\d|持平|决算|执行|完成|总结|回顾|上年|去年|近[两三]年|[-—~至到]|20\d\d.*20\d\d|工作|规划|方案|通知|办法|意见/;
/** A final account says 决算 of its own year. */
const OF_OTHER_YEARS_THAN_FINAL =
  /[比较与同]\s?20\d\d|持平|总结|回顾|上年|去年|近[两三]年|[-—~至到]|20\d\d.*20\d\d|工作|规划|方案|通知|办法|意见|年初预算/;
/** 2023年预算数 beside 2024年预算数: the head of a column that stands on a line of its own. */
const HEAD_OF_COLUMN = /年度?(?:年初)?(?:预算|决算|执行)数$/;
const YEAR = /(?<!\d)(20\d{2})(?=\s*年)/g;
/** 截至2022年12月31日, 2022年末: when the cars and the offices were counted; some places count on 8月31日. */
const AS_OF = /截[至止](?:到)?\s*(20\d{2})(?=\s*年\s*(?:12\s*月\s*31\s*日|8\s*月\s*31\s*日|[底末]))/g;

/**
 * Years of another edition (`stale-year`, N13): in a title where nearly all others name the year of the
 * document, and in the day as of which things were counted, which is the end of the year before a budget and of
 * the year of a final account. Other years may be meant: sentences compare with any.
 */
export function staleYears({ prose, year, stage }: Pick<Disclosure, 'prose' | 'year' | 'stage'>): Finding[] {
  if (year === undefined) return [];
  const counted = stage === '决算' ? year : year - 1;
  return [
    ...staleTitles([...prose.headings, ...prose.contents], year, stage === '决算'),
    ...[...prose.headings, ...prose.contents].flatMap((title) => lostDigits(title, year)),
    ...datesAmong(prose.passages).flatMap(({ line, printed, span }) =>
      printed === counted || stage === undefined
        ? []
        : // Some places count on another day than the model text has it.
          [placeFinding(staleYear('information', span, printed, counted), line)],
    ),
  ];
}

function staleTitles(headings: readonly PlacedHeading[], year: number, isFinal: boolean): Finding[] {
  const titles = headings.flatMap(({ line, heading }) => {
    const named = yearOfTitle(heading);
    if (!named) return [];
    const others = isFinal ? OF_OTHER_YEARS_THAN_FINAL : OF_OTHER_YEARS;
    const text = toHalfWidth(heading.text).trim();
    return others.test(text) || isOfProject(text) || HEAD_OF_COLUMN.test(text) ? [] : [{ line, ...named }];
  });
  const stale = titles.filter(({ printed }) => printed !== year);
  const right = titles.length - stale.length;
  if (right < MIN_RIGHT || stale.length * MOST_RIGHT > right) return [];
  return stale.map(({ line, printed, span, isTable }) =>
    // A table is of the year of its document; what a section is about may be another year.
    placeFinding(staleYear(isTable ? 'warning' : 'information', span, printed, year), line),
  );
}

/** 202年度部门决算情况说明: the year of a title that lost a digit. */
function lostDigits({ line, heading: { text, spans, numbering } }: PlacedHeading, year: number): Finding[] {
  const [span, below] = spans;
  const match = /(?<!\d)(\d{3})(?=\s*年度)/.exec(toHalfWidth(text));
  const printed = match?.[1];
  if (!span || below || !match || !printed || !lacksOneDigit(printed, String(year))) return [];
  const start = span.start + (numbering?.length ?? 0) + match.index;
  const own = { line: span.line, start, end: start + printed.length };
  return [placeFinding(staleYear('warning', own, Number(printed), year), line)];
}

function lacksOneDigit(printed: string, whole: string): boolean {
  return [...whole].some((_, at) => whole.slice(0, at) + whole.slice(at + 1) === printed);
}

/** 2021年能力提升补助资金）项目绩效自评表: the form of a project that has a year in its name. */
const OF_PROJECT = /20\d\d\s*年度?([^年]*?)项目(?:支出)?绩效\S*表$/;
/** What stands between a year and 项目 in the title of a form of any project, and names none. */
const OF_ANY_PROJECT = /^(?:部门|单位|[省市县区本]级|财政|预算|专项|重点|支出|业务|经费|资金)*$/;

function isOfProject(title: string): boolean {
  const between = OF_PROJECT.exec(title)?.[1];
  return between !== undefined && !OF_ANY_PROJECT.test(between);
}

/** The only year of a title that is of one edition. */
const yearOfTitle = remember(({ text, kind, spans, numbering }: Heading) => {
  const half = toHalfWidth(text);
  const [first, below] = spans;
  // 表14 on a line of its own is the number of the title below it.
  const isBelow = below !== undefined && first && first.end - first.start <= (numbering?.length ?? 0);
  const span = isBelow ? below : first;
  const years = [...half.matchAll(YEAR)];
  const [match] = years;
  if (!span || !match?.[1] || years.length > 1) return undefined;
  const start = span.start + (isBelow ? 0 : (numbering?.length ?? 0)) + match.index;
  return {
    printed: Number(match[1]),
    isTable: kind === 'table-title',
    span: { line: span.line, start, end: start + YEAR_LENGTH } satisfies Span,
  };
});

const datesAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  datesIn(passage).map((date) => ({ line, ...date })),
);

const datesIn = remember((passage: Passage) =>
  passage.paragraphs.flatMap(({ text, pieces }) =>
    [...toHalfWidth(text).matchAll(AS_OF)].flatMap((match) => {
      const at = match.index + match[0].length - YEAR_LENGTH;
      const piece = pieces.findLast(({ offset }) => offset <= at);
      if (!piece || !match[1]) return [];
      const start = piece.span.start + at - piece.offset;
      // The line may break in the midst of the year.
      if (start + YEAR_LENGTH > piece.span.end) return [];
      return [
        {
          printed: Number(match[1]),
          span: { line: piece.span.line, start, end: start + YEAR_LENGTH } satisfies Span,
        },
      ];
    }),
  ),
);

/** A year that belongs to another edition, and the one that belongs there. The span is that of its four digits. */
export function staleYear(severity: Severity, span: Span, printed: number, year: number): Finding {
  const range = rangeOf(span);
  const newText = String(year);
  return {
    rule: 'stale-year',
    severity,
    range,
    params: { printed: `${printed}年`, year },
    related: [],
    fixes: [replaceFix(range, newText, false)],
  };
}
