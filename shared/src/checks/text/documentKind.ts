import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Heading, PlacedHeading } from '../../disclosure/prose/headings.ts';
import { type Finding, type FindingOf, replaceFix } from '../../findings.ts';
import { BUDGET_NAMES } from '../../relations/ownColumns.ts';
import { type Range, rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { toHalfWidth } from '../../text/width.ts';

/** 2023年部门收支总表: the word that says whose it is. */
const KIND =
  /(?<!本|各|主管|预算|所属|下属|填报|编制|编报|机关|行政|事业)(部门|单位)(?=收支|收入|支出|综合|整体|财务收支|财政拨款|一般公共|政府性基金|国有资本|(?:预算|决算)(?:公开|收支|总表|情况|说明|表|$))/;
/** 决算情况说明, 预算总表: the stage of the document; not 一般公共预算, and not 预算绩效. */
const STAGE =
  /(?<!一般公共|政府性基金|国有资本经营|年初|上年|去年|调整|执行)(预算|决算)(?=(?:总|明细)?(?:体|结构|具体|安排)?(?:情况|表|说明))/;
/** 收支决算表, and no 一般公共预算…决算. */
const FINAL_TITLE = /决算(?:总|明细)?表/;
const MIN_TITLES = 3;
/** A word that stands in one title out of so many, or in fewer, is a slip; in more it may be how the document is called. */
const ODD_AMONG = 3;

/**
 * Words of another kind of document in headings and titles (`document-kind`, N15): 单位 among titles that say 部门, or
 * the reverse, 决算 in the title of a table of a budget, or either among headings of the other. A unit may keep the
 * titles that the template gives to departments, so that only the few among many are told.
 */
export function kindFaults({
  prose,
  kind,
  stage,
  year,
}: Pick<Disclosure, 'prose' | 'kind' | 'stage' | 'year'>): Finding[] {
  const finals = stage === '预算' ? finalTitles(prose.headings, year) : [];
  const said = new Set(finals.map(({ range }) => range.start.line));
  return [
    // That of the cover is the document's own, whatever its template says.
    ...oddWords(prose.headings, kindWord).filter(({ params }) => params.printed !== kind),
    ...finals,
    ...oddWords(prose.headings, stageWord).filter(({ range }) => !said.has(range.start.line)),
  ];
}

/** A word that tells of what kind a document is, in a heading. */
interface KindWord {
  readonly word: string;
  readonly span: Span;
}

/** Headings with the one word of two that few of them have. */
function oddWords(
  headings: readonly PlacedHeading[],
  wordOf: (heading: Heading) => KindWord | undefined,
): FindingOf<'document-kind'>[] {
  const named = headings.flatMap(({ line, heading }) => {
    const word = wordOf(heading);
    return word ? [{ line, ...word }] : [];
  });
  const counts = new Map<string, number>();
  for (const { word } of named) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [most, ...rest] = [...counts].sort((a, b) => b[1] - a[1]);
  const [few] = rest;
  if (!most || !few || most[1] < MIN_TITLES || few[1] * ODD_AMONG > most[1]) return [];
  return named
    .filter(({ word }) => word === few[0])
    .map(({ line, span, word }) => kindFinding(rangeOf(span, line), word, most[0], 'information'));
}

function finalTitles(headings: readonly PlacedHeading[], year: number | undefined): Finding[] {
  const titles = headings.filter(({ heading }) => heading.kind === 'table-title');
  const final = titles.filter(({ heading }) => FINAL_TITLE.test(heading.text));
  if (titles.length - final.length < MIN_TITLES || final.length * ODD_AMONG > titles.length) return [];
  return final.flatMap(({ line, heading }): Finding[] => {
    const [span] = heading.spans;
    // 2022年…决算表 in the budget of 2023 tells of the year before.
    const other = /20\d{2}/.exec(toHalfWidth(heading.text))?.[0];
    if (!span || /上年|去年/.test(heading.text) || (other !== undefined && Number(other) !== year)) return [];
    const at = span.start + (heading.numbering?.length ?? 0) + heading.text.search(FINAL_TITLE);
    return [
      kindFinding(rangeOf({ line: span.line, start: at, end: at + 2 }, line), '决算', '预算', 'warning'),
    ];
  });
}

const kindWord = remember((heading: Heading) => wordIn(heading, KIND));

const stageWord = remember((heading: Heading): KindWord | undefined =>
  hasBothStages(heading.text.replace(BUDGET_NAMES, '')) || /上年|去年|执行/.test(heading.text)
    ? undefined
    : wordIn(heading, STAGE),
);

function hasBothStages(text: string): boolean {
  return text.includes('预决算') || (text.includes('预算') && text.includes('决算'));
}

function wordIn({ text, spans, numbering }: Heading, words: RegExp): KindWord | undefined {
  const match = words.exec(text);
  const [span] = spans;
  const word = match?.[1];
  if (!match || !span || word === undefined) return undefined;
  const start = span.start + (numbering?.length ?? 0) + match.index;
  return { word, span: { line: span.line, start, end: start + word.length } };
}

/** A word of another kind of document at its place in the text, and the one that is meant. */
export function kindFinding(
  range: Range,
  printed: string,
  meant: string,
  severity: 'information' | 'warning',
): FindingOf<'document-kind'> {
  return {
    rule: 'document-kind',
    severity,
    range,
    params: { printed, meant },
    related: [],
    fixes: [replaceFix(range, meant, false)],
  };
}
