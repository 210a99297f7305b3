import type { Heading, PlacedHeading } from '../../disclosure/prose/headings.ts';
import { FARTHEST_START, isLaidOut, spansOf } from '../../disclosure/prose/paragraphs.ts';
import type { Paragraph, Passage, PlacedPassage, Prose } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { lastIndexUpTo } from '../../text/sorted.ts';
import { toHalfWidth } from '../../text/width.ts';
import { isScanned } from './scannedMarks.ts';

const CLOSES: Readonly<Record<string, string>> = {
  ')': '(',
  '》': '《',
  '〕': '〔',
  '】': '【',
  '」': '「',
  '”': '“',
};
/** “三公“ and ”三公” have both their marks, which are typed for each other everywhere: only an odd one is told. */
const QUOTE = '“';
const OPENS = new Set(Object.values(CLOSES));
/** 1) and a) number items and close nothing. */
const ITEM = /(?:^|[\s;。:,、])[\da-zA-Z一二三四五六七八九十]{1,3}$/;
/** A mark without its other half; the line of its span counts from where its unit of text begins. */
interface Loose {
  readonly mark: string;
  readonly opens: boolean;
  /** The mark that opens such a pair. */
  readonly pair: string;
  readonly span: Span;
  /** The words that begin or end with it. */
  readonly context: string;
  /** The text may be torn there: it may be the other half of a mark, and is not missed one itself. */
  readonly torn: boolean;
}

/** How a paragraph ends that was not torn from what follows it. */
const END = /[。；;：:！？!?](?:[”’"'」』）)】]{0,3})\s*$/;
/** What a paragraph has and the cells of a table have not. */
const SENTENCE = /[。；;：:！？]/;
/** Behind a title of the contents there may be the number of its page, but no words. */
const WORDS_BESIDE = /\S[ \t]{3,}\p{Script=Han}/u;
/** How many characters are shown with a mark, so that it is found in a long paragraph. */
const CONTEXT = 9;
/** A text with more marks open at once is no prose. */
const MAX_LOOSE = 12;
/** So many numbers with both their brackets show that one lost it. */
const MIN_WHOLE = 2;
/** Lines of the document from which the other half may be parted by the ends of pages. */
const NEAR = 12;

/** A mark at its place in the document. */
interface Placed {
  readonly line: number;
  readonly loose: Loose;
}

/**
 * Brackets, title marks and quotation marks without their other half (`unpaired-mark`, N14, N21). Widths may be mixed. Where the
 * other half stands alone in a paragraph nearby, the text was broken between them. Nothing is said of the marks of a scan, whose
 * other halves were misread and are there in print.
 */
export function unpairedMarks({ headings, contents, passages }: Prose): Finding[] {
  if (isScanned({ headings, passages })) return [];
  return [...loneMarks({ headings, contents, passages }), ...halfNumbers(passages)];
}

function loneMarks({
  headings,
  contents,
  passages,
}: Pick<Prose, 'headings' | 'contents' | 'passages'>): Finding[] {
  const all = [...looseHeadings(headings), ...looseHeadings(contents), ...loosePassages(passages)].sort(
    (a, b) => a.line - b.line,
  );
  const lastUpTo = (line: number) => lastIndexUpTo(all, line, (each) => each.line);
  return all
    .filter(({ line, loose: { pair, opens, torn } }) => {
      if (torn) return false;
      const isOther = (other: Placed) => {
        const gap = opens ? other.line - line : line - other.line;
        return other.loose.pair === pair && other.loose.opens !== opens && gap >= 0 && gap <= NEAR;
      };
      const near = all.slice(lastUpTo(line - NEAR - 1) + 1, lastUpTo(line + NEAR) + 1);
      return !near.some(isOther);
    })
    .map(({ line, loose: { mark, span, context } }) => finding(mark, { ...span, line }, context));
}

const looseHeadings = rememberEach(({ line, heading }: PlacedHeading): readonly Placed[] =>
  looseInHeading(heading).map((loose) => ({ line: line + loose.span.line, loose })),
);

const loosePassages = rememberEach(({ line, passage }: PlacedPassage): readonly Placed[] =>
  looseInPassage(passage).map((loose) => ({ line: line + loose.span.line, loose })),
);

/** 二）公务接待费 among （一） and （三）: the only number of its kind whose bracket was lost. */
function halfNumbers(passages: readonly PlacedPassage[]): Finding[] {
  const all = numbersAmong(passages);
  return all.flatMap(({ line, level, isHalf, span, context }) => {
    if (!isHalf) return [];
    const alike = all.filter((each) => each.level === level);
    const halves = alike.filter((each) => each.isHalf).length;
    return halves === 1 && alike.length > MIN_WHOLE ? [finding('）', { ...span, line }, context)] : [];
  });
}

const numbersAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  numbersIn(passage).map((each) => ({ ...each, line: line + each.span.line })),
);

/** The numbers of paragraphs that have brackets, with the place of the one that closes. */
const numbersIn = remember(({ paragraphs }: Passage) =>
  paragraphs.flatMap(({ text, pieces, numbering }) => {
    const number = numbering && toHalfWidth(text.slice(0, numbering.stretch.end));
    const closes = number?.indexOf(')') ?? -1;
    const [span] = closes === -1 ? [] : spansOf(pieces, { start: closes, end: closes + 1 });
    return numbering && span
      ? [
          {
            level: numbering.level,
            isHalf: number?.includes('(') === false,
            span,
            context: text.slice(0, CONTEXT),
          },
        ]
      : [];
  }),
);

const looseInPassage = remember(({ paragraphs }: Passage): readonly Loose[] =>
  paragraphs.flatMap((paragraph, index) => looseInParagraph(paragraph, paragraphs[index - 1])),
);

/** Lines of a page may be torn apart, or come in another order, so that a mark stands in another paragraph. */
function looseInParagraph({ text, pieces }: Paragraph, before: Paragraph | undefined): Loose[] {
  // The cells of a table that was not read as one are wrapped anywhere.
  const isWrapped = !SENTENCE.test(text) || isLaidOut({ text, pieces });
  const goesOn = !END.test(text);
  const isContinued = before !== undefined && !END.test(before.text);
  return looseIn(text).flatMap(({ at, ...rest }) => {
    const [span] = spansOf(pieces, { start: at, end: at + 1 });
    // （⏎1⏎）根据…: what a mark closes that begins a paragraph stands on the lines in front, as programs write whose numbers stand apart.
    const closesNumber = !rest.opens && at === 0 && before !== undefined;
    const torn = isWrapped || closesNumber || (rest.opens ? goesOn : isContinued);
    return span ? [{ ...rest, span, torn }] : [];
  });
}

/** Only a heading on one line: where the parts of another stand is not known here. */
const looseInHeading = remember(({ text, spans, numbering }: Heading): readonly Loose[] => {
  const [span] = spans;
  if (!span || spans.length > 1) return [];
  const start = span.start + (numbering?.length ?? 0);
  // Cells of a table begin with a number as well, or stand beside each other, and go on below.
  const torn = (numbering !== undefined && span.start >= FARTHEST_START) || WORDS_BESIDE.test(text);
  return looseIn(text).map(({ at, ...rest }) => ({
    ...rest,
    torn,
    span: { line: span.line, start: start + at, end: start + at + 1 },
  }));
});

function looseIn(text: string): (Omit<Loose, 'span' | 'torn'> & { readonly at: number })[] {
  const half = toHalfWidth(text);
  const open: { readonly pair: string; readonly at: number }[] = [];
  const unopened: { readonly pair: string; readonly at: number }[] = [];
  for (let at = 0; at < half.length; at++) {
    const char = half.charAt(at);
    if (open.length + unopened.length > MAX_LOOSE) return [];
    if (OPENS.has(char)) open.push({ pair: char, at });
    const pair = CLOSES[char];
    if (pair === undefined) continue;
    const last = open.findLastIndex((each) => each.pair === pair);
    if (last !== -1) open.splice(last, 1);
    else if (char !== ')' || !ITEM.test(half.slice(Math.max(0, at - 4), at))) unopened.push({ pair, at });
  }
  const loose = [
    ...open.map(({ pair, at }) => ({
      ...{ mark: text.charAt(at), opens: true, pair, at },
      context: text.slice(at, at + CONTEXT),
    })),
    ...unopened.map(({ pair, at }) => ({
      ...{ mark: text.charAt(at), opens: false, pair, at },
      context: text.slice(Math.max(0, at + 1 - CONTEXT), at + 1),
    })),
  ];
  const quotes = loose.filter(({ pair }) => pair === QUOTE);
  // “三公" has both its marks too, one of them typed straight.
  const straight = half.split('"').length - 1;
  return (quotes.length + straight) % 2 === 0 ? loose.filter(({ pair }) => pair !== QUOTE) : loose;
}

function finding(mark: string, span: Span, context: string): Finding {
  return {
    rule: 'unpaired-mark',
    severity: RULES['unpaired-mark'].severity,
    range: rangeOf(span),
    params: { mark, context },
    related: [],
    fixes: [],
  };
}
