import { isBodyName } from '../../disclosure/codes.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Heading, PlacedHeading } from '../../disclosure/prose/headings.ts';
import type { PlacedTable, Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { BlockNode, SyntaxTree } from '../../syntax/nodes.ts';
import { type Range, rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel, toHalfWidth } from '../../text/width.ts';

/** 填报单位：某某局; in front of the unit on the same line. */
const FORM = /(?:填报|编[制报])(?:单位|部门)\s*(?:\([^()]{1,6}\))?\s*[:]\s*([^:\s]{4,40})/;
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
    fixes: [
      {
        action: { kind: 'replace-value', newText: meant },
        preferred: false,
        edits: [{ range, newText: meant }],
      },
    ],
  };
}

/**
 * A reporting body (填报单位) that is another than that of the cover (`organ-name`, N14). A short form of the name,
 * a part of the body, and a body that a table lists are none; one that differs in a few characters is a slip.
 */
export function organFaults({ organ, tables }: Disclosure, tree: SyntaxTree): Finding[] {
  if (organ === undefined) return [];
  const cover = compactLabel(organ);
  return tree.blocks.flatMap(({ line, node }) =>
    formNames(node).flatMap(({ name, span }): Finding[] => {
      const label = compactLabel(name);
      if (label.includes(cover) || cover.includes(label) || isListed(label, tables)) return [];
      const isSlip = label.length === cover.length && differences(label, cover) <= 2;
      return [
        {
          rule: 'organ-name',
          severity: isSlip ? 'warning' : 'information',
          range: rangeOf(span, line),
          params: { printed: name, organ },
          related: [],
          fixes: [],
        },
      ];
    }),
  );
}

/** The names in lines and cells of a block that say who reports. */
const formNames = remember((node: BlockNode): readonly { readonly name: string; readonly span: Span }[] => {
  const texts =
    node.kind === 'text'
      ? node.lines.map(({ line, text }) => ({ line, start: 0, text }))
      : node.kind === 'table'
        ? node.rows.flatMap(({ cells }) =>
            cells.map(({ text, span }) => ({ line: span.line, start: span.start, text })),
          )
        : [];
  return texts.flatMap(({ line, start, text }) => {
    const match = FORM.exec(toHalfWidth(text).slice(0, 120));
    const name = match?.[1];
    if (!match || name === undefined || !isBodyName(name)) return [];
    const at = start + match.index + match[0].length - name.length;
    return [{ name, span: { line, start: at, end: at + name.length } }];
  });
});

function isListed(label: string, tables: readonly PlacedTable[]): boolean {
  return tables.some(({ table }) => bodiesOf(table).has(label));
}

const bodiesOf = remember(
  (table: Table): ReadonlySet<string> =>
    new Set(table.rows.flatMap(({ body }) => (body ? [compactLabel(body.name)] : []))),
);

function differences(a: string, b: string): number {
  return [...a].filter((char, index) => char !== b[index]).length;
}
