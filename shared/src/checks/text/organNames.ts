import { isBodyName } from '../../disclosure/codes.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Cell, PlacedTable, Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { BlockNode, PlacedBlock, SyntaxTree } from '../../syntax/nodes.ts';
import { NUMERAL } from '../../text/numbering.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel, toHalfWidth } from '../../text/width.ts';

/** 填报单位：某某局; in front of the unit on the same line. */
const FORM = /(?:填报|编[制报])(?:单位|部门)\s*(?:\([^()]{1,6}\)\s*)?:\s*([^:\s]{4,40})/;
/** Who answers for a project, in its form. */
const RESPONSIBLE = /^(?:项目)?主管(?:部门|单位)[:]?$/;
/** A slip changes so many characters of a name at most. */
const MAX_DIFFERENCES = 2;
/** Words of one character by which bodies of like names are told apart: 第一中学 and 第一小学, 城东街道 and 城西街道. */
const TOLD_APART = /^[中小高大东西南北上下新老省市县区镇乡]{2}$/;
/** The name that so many forms have is the usual one. */
const MIN_NAMES = 3;
/** Shorter names are words of any kind. */
const MIN_LENGTH = 4;
/** A line of a form names who reports among its first characters, if at all. */
const LONGEST_FORM = 120;

/** A name of a body at its place. */
export interface NamedBody {
  readonly name: string;
  readonly span: Span;
}

/**
 * A reporting body (填报单位) that is another than that of the cover (`organ-name`, N14). A short form of the name,
 * a part of the body, and a body that a table lists are none; one that differs in a few characters is a slip.
 */
export function organFaults({ organ, tables }: Disclosure, tree: SyntaxTree): Finding[] {
  return [...(organ === undefined ? [] : otherThanCover(organ, tables, tree)), ...oddBodies(tables)];
}

function otherThanCover(organ: string, tables: readonly PlacedTable[], tree: SyntaxTree): Finding[] {
  const cover = compactLabel(organ);
  return namesInForms(tree.blocks).flatMap(({ line, name, span }): Finding[] => {
    const label = compactLabel(name);
    if (label.includes(cover) || cover.includes(label) || isListed(label, tables)) return [];
    // A name a character or two away was mistyped; any other may be that of a body whose form was taken in.
    const severity = isSlipOfName(label, cover) ? 'warning' : 'information';
    return [organFinding(severity, { name, span }, line, organ)];
  });
}

/** A body responsible for a project that all other forms write with a character or two otherwise. */
function oddBodies(tables: readonly PlacedTable[]): Finding[] {
  const named = responsibleAmong(tables);
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] < MIN_NAMES) return [];
  const [usual] = most;
  return named.flatMap(({ line, name, span }) =>
    name !== usual && counts.get(name) === 1 && isSlipOfName(name, usual)
      ? [organFinding('information', { name, span }, line, usual)]
      : [],
  );
}

const responsibleAmong = rememberEach(({ line, table }: PlacedTable) =>
  responsibleIn(table).map((each) => ({ line, ...each })),
);

/** The names behind 主管部门; one may have been broken over two cells. */
const responsibleIn = remember((table: Table): readonly NamedBody[] =>
  table.rows.flatMap(({ cells }) => {
    const at = cells.findIndex((cell) => cell !== undefined && RESPONSIBLE.test(compactLabel(cell.text)));
    const behind = at === -1 ? [] : cells.slice(at + 1);
    const from = behind.findIndex(isFilled);
    const end = behind.findIndex(
      (cell, index) => index > from && !(isFilled(cell) && !LABEL.test(cell.text)),
    );
    const parts = behind.slice(from, end === -1 ? undefined : end).filter(isFilled);
    const [first] = parts;
    const name = parts.map(({ text }) => compactLabel(text)).join('');
    return first && from !== -1 && name.length >= MIN_LENGTH ? [{ name, span: first.span }] : [];
  }),
);

/** The next entry of the form. */
const LABEL = /^\s*(?:项目)?(?:实施|执行|主管|负责)/;

function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.text.trim() !== '';
}

/** A body that is another than the one of the document; `line` is that which its span counts from. */
export function organFinding(
  severity: 'warning' | 'information',
  { name, span }: NamedBody,
  line: number,
  organ: string,
): Finding {
  return {
    rule: 'organ-name',
    severity,
    range: rangeOf(span, line),
    params: { printed: name, organ },
    related: [],
    fixes: [],
  };
}

const namesInForms = rememberEach(({ line, node }: PlacedBlock) =>
  formNames(node).map((each) => ({ line, ...each })),
);

/** The names in lines and cells of a block that say who reports. */
const formNames = remember((node: BlockNode): readonly NamedBody[] => {
  const texts =
    node.kind === 'text'
      ? node.lines.map(({ line, text }) => ({ line, start: 0, text }))
      : node.kind === 'table'
        ? node.rows.flatMap(({ cells }) =>
            cells.map(({ text, span }) => ({ line: span.line, start: span.start, text })),
          )
        : [];
  return texts.flatMap(({ line, start, text }) => {
    const match = FORM.exec(toHalfWidth(text).slice(0, LONGEST_FORM));
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

/**
 * Whether a name is another with a character or two mistyped. Of bodies told apart by their numbers, as 第一小学 and
 * 第二小学, by what they are, as 水利局 and 水利站, or by a word, as 水利局 and 教育局, neither is a slip for the other.
 */
export function isSlipOfName(name: string, other: string, most = MAX_DIFFERENCES): boolean {
  if (name.length !== other.length) return false;
  const differences = [...name].flatMap((char, index) =>
    char === other[index] ? [] : { index, pair: char + (other[index] ?? '') },
  );
  const [first, second] = differences;
  if (first && second && second.index === first.index + 1 && !areTurned(first.pair, second.pair))
    return false;
  return (
    differences.length <= most &&
    !differences.some(({ pair }) => NUMERAL.test(pair) || TOLD_APART.test(pair)) &&
    !(differences.at(-1)?.index === name.length - 1 && isBodyName(name) && isBodyName(other))
  );
}

/** Whether two characters beside each other were typed in the wrong order. */
function areTurned(first: string, second: string): boolean {
  return first === [...second].reverse().join('');
}
