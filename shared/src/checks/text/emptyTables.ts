import { readUnitLine } from '../../disclosure/context.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Heading } from '../../disclosure/prose/headings.ts';
import type { Prose } from '../../disclosure/prose/prose.ts';
import type { PlacedTable, Row, Table, TableRole } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { EmptyTableState } from '../../proseRuleParams.ts';
import type { Severity } from '../../rules.ts';
import type { BlockNode, SyntaxTree } from '../../syntax/nodes.ts';
import { isRowByRow } from '../../syntax/rowByRow.ts';
import { parseAmount } from '../../text/amount.ts';
import { lazy } from '../../text/lazy.ts';
import { isPageMark } from '../../text/pageMark.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel } from '../../text/width.ts';
import { OFTEN_EMPTY } from './oftenEmpty.ts';

/** What a sentence calls the money of tables that are often empty. */
const SUBJECTS: ReadonlyMap<TableRole, string> = new Map([
  ...OFTEN_EMPTY.map(({ role, name }): [TableRole, string] => [role, name]),
  ['transfer-payment', '转移支付'],
]);
/** Tables that are empty in some years and not in others, and that no sentence need speak of. */
const OTHERS: ReadonlySet<TableRole> = new Set(['procurement', 'purchased-services', 'three-public']);
/** So many empty tables with a note of their own show that each is to have one. */
const MIN_NOTED = 2;
/** A note about a table stands within so many lines of it. */
const NEAR = 6;
const NONE = /无|没有|未安排|未涉及|不涉及|空表|为空|不存在|为0|为零|0(?:\.0+)?万?元/;
/** A longer stretch without a full stop is no sentence that says that a table is empty. */
const MAX_SENTENCE = 200;
/** A longer line has the whole table behind its unit. */
const MAX_UNIT_LINE = 80;
/** Most lines below a title are of its table; they are told from page marks and units at a glance. */
const HAN = /\p{Script=Han}/u;
/** A numbered label of a table that could not be read has its amount behind it. */
const FIGURE = /\d\.\d/;
/** A line drawn across, or nothing. */
const RULE = /^[-—–·~]{0,6}$/;

/**
 * Tables without content (`empty-table`, domain rules §1.4): a title with its unit and nothing below it, and a
 * table without any figure of which no sentence says that there is nothing, or that lacks the note which other empty
 * tables of the document have.
 *
 * @param lines those of the document
 */
export function emptyTables(disclosure: Disclosure, tree: SyntaxTree, lines: readonly string[]): Finding[] {
  return [...titlesWithoutTable(disclosure, lines), ...tablesWithoutFigures(disclosure, tree, lines)];
}

/** Lines of the titles of tables, with their headings, and of all headings that begin something new. */
const headingsOf = remember(({ headings }: Prose) => ({
  titles: new Map(
    headings
      .filter(({ heading }) => heading.kind === 'table-title')
      .map(({ line, heading }) => [line + (heading.spans.at(-1)?.line ?? 0), heading]),
  ),
  parts: new Set(headings.filter(({ heading }) => isPart(heading)).map(({ line }) => line)),
}));

function titlesWithoutTable({ prose, tables }: Disclosure, lines: readonly string[]): Finding[] {
  const { titles, parts } = headingsOf(prose);
  const starts = new Set(tables.map(({ line }) => line));
  const bare = [...titles].flatMap(([line, title]): number[] => {
    const { read, sawUnit } = below(title, { lines, from: line + 1 });
    const next = line + read.length;
    const ends = next >= lines.length || parts.has(next);
    if (!sawUnit || !ends || starts.has(next) || isSameTitle(titles.get(next), title)) return [];
    return [line];
  });
  if (bare.length > 0 && areBehindTitles(tables, prose, bare.length)) return [];
  return bare.map((line) => finding('no-body', spanOfLine(line, lines)));
}

/**
 * Whether the tables stand behind all titles, as programs write that take first the paragraphs and then the tables out of a
 * document: then each title has its own there. All tables that are written in the same way do, or most titles are without
 * one and tables end the text.
 *
 * @param bare how many titles have no table below them
 */
function areBehindTitles(tables: readonly PlacedTable[], prose: Prose, bare: number): boolean {
  const { titles } = headingsOf(prose);
  const end = lastOf([...titles.keys()]);
  const [first, ...others] = tables.filter(({ line }) => line > end);
  if (!first) return false;
  const isElsewhere = ({ line, table: { dialect } }: PlacedTable) =>
    line < end && dialect === first.table.dialect;
  if (others.length >= bare && !tables.some(isElsewhere)) return true;
  const ends = prose.passages.map(({ line, passage }) => line + passage.lineCount - 1);
  return bare * 2 > titles.size && first.line > lastOf(ends);
}

function lastOf(lines: readonly number[]): number {
  return lines.reduce((last, line) => Math.max(last, line), -1);
}

/** Whether a heading surely begins something new: the words of a table's own header or rows may look like one. */
function isPart({ kind, numbering, text }: Heading): boolean {
  return (
    kind === 'table-title' ||
    (numbering !== undefined && !FIGURE.test(text)) ||
    /^(?:附件|附表|表)[\d一二三四五六七八九十-]/.test(text)
  );
}

function isSameTitle(title: Heading | undefined, other: Heading): boolean {
  return title !== undefined && compactLabel(title.text) === compactLabel(other.text);
}

/** The lines of a document from one on. */
interface LinesFrom {
  readonly lines: readonly string[];
  readonly from: number;
}

/** Lines below a title up to the first that is neither blank, its unit nor a page number; undefined is the end of the text. */
interface Below {
  readonly read: readonly (string | undefined)[];
  readonly sawUnit: boolean;
}

const belowKnown = new WeakMap<Heading, Below>();

/** What stands below a title: what was read of it before, as long as the lines that were read are the same. */
function below(title: Heading, { lines, from }: LinesFrom): Below {
  const known = belowKnown.get(title);
  if (known?.read.every((text, index) => text === lines[from + index])) return known;
  const made = readBelow({ lines, from });
  belowKnown.set(title, made);
  return made;
}

function readBelow({ lines, from }: LinesFrom): Below {
  let sawUnit = false;
  let next = from;
  for (; next < lines.length; next++) {
    const text = lines[next] ?? '';
    if (text.length > MAX_UNIT_LINE || (HAN.test(text) && !text.includes('单'))) break;
    const label = compactLabel(text);
    if (RULE.test(label) || isPageMark(label)) continue;
    if (!/^[(（]?(?:金额)?单[位元]/.test(label) || !readUnitLine(text)) break;
    sawUnit = true;
  }
  return { read: Array.from({ length: next + 1 - from }, (_, index) => lines[from + index]), sawUnit };
}

function tablesWithoutFigures({ tables }: Disclosure, tree: SyntaxTree, lines: readonly string[]): Finding[] {
  const denied = lazy(() => new Set(tree.blocks.flatMap(({ node }) => rolesWithout(node))));
  const empty = emptyOnes(tables);
  const bare = empty.filter((placed) => !saysEmpty(lines, placed, tables));
  const areNoted = empty.length - bare.length >= MIN_NOTED;
  return bare.flatMap((placed): Finding[] => {
    const { role } = placed.table;
    if (!areNoted && (OTHERS.has(role) || denied().has(role))) return [];
    return [finding('no-statement', titleSpan(placed, lines))];
  });
}

/** The line of a table's title, without the blanks around it; its first line where it has none. */
export function titleSpan({ line, table: { title } }: PlacedTable, lines: readonly string[]): Span {
  return spanOfLine(line + (title?.offset ?? 0), lines);
}

function spanOfLine(line: number, lines: readonly string[]): Span {
  const text = lines[line] ?? '';
  return { line, start: text.length - text.trimStart().length, end: text.trimEnd().length };
}

const emptyOnes = rememberEach((placed: PlacedTable) =>
  (SUBJECTS.has(placed.table.role) || OTHERS.has(placed.table.role)) && isEmpty(placed.table) ? [placed] : [],
);

/**
 * Whether no cell below the header holds a figure. Zeros are none, nor are the numbers of columns and rows. That there
 * is nothing but a header only those dialects show in which what stands below would be a row too.
 */
export const isEmpty = remember(({ rows, open, cut, headless, dialect }: Table): boolean => {
  if (open || cut || headless) return false;
  const body = rows.filter(({ kind }) => kind === 'data' || kind === 'total');
  if (body.length === 0) return isRowByRow(dialect) && rows.some(({ kind }) => kind === 'header');
  return !hasFigures(body);
});

/** Whether any cell of some rows holds a figure. */
export function hasFigures(rows: readonly Row[]): boolean {
  return rows.some(({ cells }) => cells.some((cell) => cell !== undefined && hasFigure(cell.text)));
}

function hasFigure(text: string): boolean {
  const amount = parseAmount(text);
  return amount ? !amount.value.isZero() && !/^\s*\d{1,2}\s*$/.test(text) : /\d{3}|\d\.\d/.test(text);
}

/** Whether a line near the table, and no nearer to another one, says that it is empty. */
function saysEmpty(
  lines: readonly string[],
  { line, table }: PlacedTable,
  tables: readonly PlacedTable[],
): boolean {
  const own = line + (table.title?.offset ?? 0);
  const behind = line + table.lineCount;
  const next = tables.find((other) => other.line > line);
  const nextTitle = next && next.line + (next.table.title?.offset ?? 0);
  // One title may stand over several tables.
  const end = Math.min(behind + NEAR, nextTitle !== undefined && nextTitle > line ? nextTitle : lines.length);
  return lines
    .slice(Math.max(0, Math.min(own, line), line - NEAR), end)
    .some((text) =>
      /空表|为空|本表无|无数据|没有|未安排|[不未]涉及|无相关|无[此该]项|(?:^|[\s|:：])无(?:$|[\s|。])/.test(
        text,
      ),
    );
}

/** The kinds of tables of whose money a sentence of the block says that there is none. */
const rolesWithout = remember((node: BlockNode): readonly TableRole[] => {
  const sentences = textsOf(node)
    .flatMap((text) => text.split(/[。；;]/))
    .filter((sentence) => sentence.length <= MAX_SENTENCE && NONE.test(sentence));
  return [...SUBJECTS].flatMap(([role, name]) =>
    sentences.some((sentence) => sentence.includes(name)) ? role : [],
  );
});

function textsOf(node: BlockNode): readonly string[] {
  if (node.kind === 'text') return node.lines.map(({ text }) => text);
  return node.kind === 'table' ? node.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')) : [];
}

const SEVERITIES: { readonly [S in EmptyTableState]: Severity } = {
  'no-body': 'warning',
  'no-statement': 'information',
};

function finding(state: EmptyTableState, span: Span): Finding {
  return {
    rule: 'empty-table',
    severity: SEVERITIES[state],
    range: rangeOf(span),
    params: { state },
    related: [],
    fixes: [],
  };
}
