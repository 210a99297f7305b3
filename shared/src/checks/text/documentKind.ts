import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Heading, PlacedHeading } from '../../disclosure/prose/headings.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { type Range, rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { toHalfWidth } from '../../text/width.ts';

/** 2023年部门收支总表: the word that says whose it is. */
const KIND =
  /(?<!本|各|主管|预算|所属|下属|填报|编制|编报|机关|行政|事业)(部门|单位)(?=收支|收入|支出|综合|整体|财务收支|预算(?:公开|收支|总表|说明|表)|决算(?:公开|收支|总表|说明|表))/;
/** 收支决算表, and no 一般公共预算…决算. */
const FINAL_TITLE = /决算(?:总|明细)?表/;
const MIN_TITLES = 3;

/**
 * Words of another kind of document in headings and titles (`document-kind`, N15): 单位 among the titles of a
 * department's disclosure that say 部门, 决算 in the title of a table of a budget. A unit may keep the titles that
 * the template gives to departments.
 */
export function kindFaults({ prose, kind, stage, year }: Disclosure): Finding[] {
  return [
    ...(kind === '部门' ? mixedKinds(prose.headings) : []),
    ...(stage === '预算' ? finalTitles(prose.headings, year) : []),
  ];
}

function mixedKinds(headings: readonly PlacedHeading[]): Finding[] {
  const named = headings.flatMap(({ line, heading }) => {
    const word = kindWord(heading);
    return word ? [{ line, ...word }] : [];
  });
  const units = named.filter(({ word }) => word === '单位');
  const departments = named.length - units.length;
  if (departments < MIN_TITLES || units.length * 3 > departments) return [];
  return units.map(({ line, span, word }) => kindFinding(rangeOf(span, line), word, '部门', 'information'));
}

function finalTitles(headings: readonly PlacedHeading[], year: number | undefined): Finding[] {
  const titles = headings.filter(({ heading }) => heading.kind === 'table-title');
  const final = titles.filter(({ heading }) => FINAL_TITLE.test(heading.text));
  if (titles.length - final.length < MIN_TITLES || final.length * 3 > titles.length) return [];
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

const kindWord = remember(({ text, spans, numbering }: Heading) => {
  const match = KIND.exec(text);
  const [span] = spans;
  const word = match?.[1];
  if (!match || !span || word === undefined) return undefined;
  const start = span.start + (numbering?.length ?? 0) + match.index;
  return { word, span: { line: span.line, start, end: start + word.length } satisfies Span };
});

function kindFinding(
  range: Range,
  printed: string,
  meant: string,
  severity: 'information' | 'warning',
): Finding {
  return {
    rule: 'document-kind',
    severity,
    range,
    params: { printed, meant },
    related: [],
    fixes: [replaceFix(range, meant, false)],
  };
}
