import type { PlacedHeading } from '../../disclosure/prose/headings.ts';
import { NUMBERING_LEVELS } from '../../disclosure/prose/numbering.ts';
import type { PlacedPassage, Prose } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { rememberEach } from '../../text/rememberEach.ts';

/** A numbered heading or paragraph. */
interface Numbered {
  /** 表1 and 附件1 are numbered beside 一、. */
  readonly series: string;
  /** How deep it stands: a number of a smaller level begins the series below it anew. */
  readonly level: number;
  readonly value: number;
  readonly span: Span;
  /** Whether figures or another number stand behind the words, as in a row of a table. */
  readonly isRow: boolean;
}

/** Numbers under one heading that belong together, in the order of the text. */
type Series = readonly Numbered[];

/** Fewer numbers are no list. */
const MIN_LENGTH = 3;
/** 三、其他资金 15.00 五、教育支出: a row of a table that was not read as one. */
const ROW = /\s(?:-?\d[\d,]*(?:\.\d+)?(?:\s|$)|[一二三四五六七八九十]{1,3}、)/;

/**
 * Numbers of headings and paragraphs that repeat or skip (`numbering`, A21): 一、二、二、三. Only one that stands among
 * others in order: where several are out of order lines were lost, or stand in another order than they were printed.
 */
export function proseNumbering({ headings, passages }: Prose): Finding[] {
  const all = [...numbersOfHeadings(headings), ...numbersOfPassages(passages)].sort(
    (a, b) => a.span.line - b.span.line,
  );
  return seriesOf(all).flatMap((series) => {
    const odd = series.length < MIN_LENGTH || series.some(({ isRow }) => isRow) ? undefined : oddOne(series);
    return odd ? [numberingFinding(odd.item, odd.before)] : [];
  });
}

const numbersOfHeadings = rememberEach(({ line, heading }: PlacedHeading): readonly Numbered[] => {
  const { numbering, spans, kind, text } = heading;
  const [span] = spans;
  // 表6-1 stands beside or below 表6, and is no next number.
  if (!numbering || !span || numbering.sub !== undefined) return [];
  const level = NUMBERING_LEVELS[numbering.kind];
  const isAnnex = numbering.kind === 'annex' || kind === 'table-title';
  return [
    {
      series: isAnnex ? `annex ${numbering.kind}` : String(level),
      level,
      value: numbering.value,
      span: { line: line + span.line, start: span.start, end: span.start + numbering.length },
      isRow: ROW.test(text),
    },
  ];
});

const numbersOfPassages = rememberEach(({ line, passage }: PlacedPassage): readonly Numbered[] =>
  passage.paragraphs.flatMap(({ numbering, text, pieces: [first] }) =>
    numbering && first
      ? [
          {
            series: String(numbering.level),
            level: numbering.level,
            value: numbering.value,
            span: {
              line: line + first.span.line,
              start: first.span.start,
              end: first.span.start + numbering.stretch.end,
            },
            isRow: ROW.test(text),
          },
        ]
      : [],
  ),
);

/**
 * Series end where a number of a level above them stands, and where they begin anew with 1. 一、一、二、二、三: of two
 * lists abreast nobody knows which number belongs to which.
 */
function seriesOf(all: readonly Numbered[]): Series[] {
  const done: Numbered[][] = [];
  const abreast = new Set<Series>();
  const open = new Map<string, Numbered[]>();
  for (const item of all) {
    for (const [key, [first]] of open) if (first && first.level > item.level) open.delete(key);
    const known = item.value === 1 ? undefined : open.get(item.series);
    if (known) known.push(item);
    else {
      const begun = [item];
      if (open.get(item.series)?.length === 1) abreast.add(begun);
      open.set(item.series, begun);
      done.push(begun);
    }
  }
  return done.filter((series) => !abreast.has(series));
}

/** The only number of a series that is out of order, and the one in front of it. */
function oddOne(series: Series): { readonly item: Numbered; readonly before: number } | undefined {
  const [first, second] = series;
  // 二、二、三: the first should be 一、.
  if (first?.value === 2 && second?.value === 2 && isInOrder(series.slice(1)))
    return { item: first, before: 0 };
  if (first?.value !== 1) return undefined;
  const at = series.findIndex(
    ({ value }, index) => index > 0 && value !== (series[index - 1]?.value ?? 0) + 1,
  );
  const [before, item] = [series[at - 1], series[at]];
  if (!before || !item) return undefined;
  const rest = series.slice(at + 1);
  const goesOn = rest[0]?.value;
  // A number that goes back belongs to another list.
  const isSlip = item.value >= before.value && goesOn === before.value + 2 && isInOrder(rest);
  const isRepeated = item.value === before.value && isInOrder(series.slice(at));
  return isSlip || isRepeated ? { item, before: before.value } : undefined;
}

function isInOrder(series: Series): boolean {
  return series.every(({ value }, index) => index === 0 || value === (series[index - 1]?.value ?? 0) + 1);
}

function numberingFinding({ value, span }: Numbered, before: number): Finding {
  return {
    rule: 'numbering',
    severity: RULES.numbering.severity,
    range: rangeOf(span),
    params: { number: value, before },
    related: [],
    fixes: [],
  };
}
