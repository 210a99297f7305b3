import { marksCells } from '../syntax/markedCells.ts';
import type { CellNode, RowNode, TableNode } from '../syntax/nodes.ts';
import { isNotReported, parseAmount } from '../text/amount.ts';
import { CODE_OR_NUMBER } from '../text/codeShape.ts';
import { type Numbering, parseNumbering } from '../text/numbering.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { ContextLine } from './contextLines.ts';
import { carriedCodes, type Fragment, type PageCodes } from './grid.ts';
import { namesRows } from './headerFit.ts';
import { hasWords, namesAll, totalRank } from './labels.ts';
import { headLength } from './rows.ts';
import { kindOfHeading } from './unmarked/leaves.ts';

/** The pages of a table, with the prose in front of the first. */
export interface FragmentGroup {
  readonly fragments: [Fragment, ...Fragment[]];
  readonly context: readonly ContextLine[];
  /** Its title, where the document writes titles below tables. */
  readonly titleBelow?: ContextLine;
  /** Codes of the last page so far. */
  codes: PageCodes;
  /** Rows of it stand behind it as lines that were not read as a table. */
  losesRows: boolean;
}

/** Rows at the top of a page that may be those of its header. */
const MAX_HEADS = 4;
/** 单位编码 of a body of a department: that of the department, and its own. */
const BODY_CODE = /^\d{6}$/;
const DEPARTMENT_DIGITS = 3;

/**
 * A page goes on with the table before it when nothing but the repeated title stands between the two, and its
 * codes or the numbers of its items go on, or it has no header of its own and fits under that of the table, cell by cell.
 * Returns the codes of the page, or undefined where it begins a table of its own.
 */
export function continuedCodes(
  group: FragmentGroup,
  fragment: Fragment,
  between: readonly ContextLine[],
): PageCodes | undefined {
  const previous = group.fragments.at(-1);
  if (!previous || previous.node.dialect !== fragment.node.dialect) return undefined;
  const words = between.filter(({ noise }) => !noise);
  const codes = carriedCodes(fragment.node, group.codes);
  if (!words.every((line) => repeats(line, group)))
    return !endsTable(previous.node) && itemsGoOn(group, fragment.node, words) ? codes : undefined;
  const alike = beginsAlike(group.fragments[0], fragment);
  const next = words.length > 0 || alike ? codes.first : codes.opening;
  const { last } = group.codes;
  const goesOn = last !== undefined && next !== undefined && next > last;
  // Nothing but the order of their cells tells the columns of such rows: only codes show that they go on.
  if (fragment.node.dialect === 'flattened') {
    return goesOn && !endsTable(previous.node) ? codes : undefined;
  }
  if (goesOn) return codes;
  if (endsTable(previous.node)) return undefined;
  if (bodiesGoOn(group, fragment.node)) return codes;
  const isPlaced = alike || (words.length === 0 && isEven(previous.node, fragment.node));
  if (isPlaced && numbersGoOn(previous.node, fragment.node)) return codes;
  const rows = fragment.node.rows.slice(alike ? headLength(group.fragments[0].node.rows) : 0);
  const isPage = words.length === 0 || (alike && opensWithin(group.fragments[0].node, rows));
  return isPage && fitsUnder(group.fragments[0].node, rows) ? codes : undefined;
}

/** Whether the next body of a department (345002) begins a page, below which its 科目 begin anew. */
export function bodiesGoOn({ fragments }: FragmentGroup, page: TableNode): boolean {
  const last = fragments.flatMap(({ node }) => bodyCodes(node)).at(-1);
  const at = page.rows.findIndex(
    ({ separator, cells }) => !separator && cells.some(({ text }) => isFigure(text)),
  );
  const [first, next] = [page.rows[at], page.rows[at + 1]];
  // A name of two lines may stand above and below its code.
  const opening = first && (bodyCode(first) ?? (next && isNameAlone(next) ? bodyCodeOf(first) : undefined));
  if (last === undefined || opening === undefined || opening <= last) return false;
  return opening.slice(0, DEPARTMENT_DIGITS) === last.slice(0, DEPARTMENT_DIGITS);
}

const bodyCodes = remember(({ rows }: TableNode): readonly string[] =>
  rows.flatMap((row) => bodyCode(row) ?? []),
);

function bodyCode(row: RowNode): string | undefined {
  return row.cells.slice(1).some(({ text }) => hasWords(text)) ? bodyCodeOf(row) : undefined;
}

function bodyCodeOf({ cells }: RowNode): string | undefined {
  const code = cells[0]?.text.trim() ?? '';
  return BODY_CODE.test(code) ? code : undefined;
}

/** Whether a row is the rest of a name and nothing else. */
function isNameAlone({ cells }: RowNode): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  return filled.length === 1 && filled.every(({ text, column }) => column > 0 && hasWords(text));
}

/** Whether all rows of two pages have as many cells, each with its marks: every column is where it was. */
function isEven({ rows, dialect }: TableNode, page: TableNode): boolean {
  return marksCells(dialect) && new Set([...rows, ...page.rows].map(({ cells }) => cells.length)).size === 1;
}

/**
 * Whether the rows of a page with a title and headings of its own begin in the midst of a group: its name, which stands
 * in the first column, is not said again, and there is no total of them.
 */
function opensWithin(first: TableNode, rows: readonly RowNode[]): boolean {
  const named = first.rows.slice(headLength(first.rows)).find(hasFigure)?.cells[0]?.text ?? '';
  const [opening] = rows.filter(hasFigure);
  return hasWords(named) && opening?.cells[0]?.text === '' && !rows.some(({ cells }) => namesAll(cells));
}

function hasFigure({ cells }: RowNode): boolean {
  return cells.some(({ text }) => isFigure(text));
}

/** Whether the numbers of items (十八、, 十九、) go on in some column from one page to the next. */
function numbersGoOn(before: TableNode, page: TableNode): boolean {
  const last = numbersOf(before.rows.toReversed());
  return [...numbersOf(page.rows)].some(([column, { kind, value }]) => {
    const above = last.get(column);
    return above?.kind === kind && above.value + 1 === value;
  });
}

/**
 * Whether the items of a list go on, or end in their total, below a running head, which stands in front of the table as well:
 * （十八） … （十九） …. Between the pages nothing else is left but items without figures, in their order.
 */
function itemsGoOn(
  { fragments, context }: FragmentGroup,
  page: TableNode,
  words: readonly ContextLine[],
): boolean {
  const before = fragments.at(-1)?.node;
  if (!before || widthOf(before) !== widthOf(page)) return false;
  const items = words.filter(
    ({ title, label }) => title !== undefined || !context.some((line) => line.label === label),
  );
  const left = items.map(({ label }) => (/\d/.test(label) ? undefined : parseNumbering(label)));
  const first = numbersOf(page.rows);
  const totals = page.rows.find(({ separator }) => !separator)?.cells ?? [];
  return [...numbersOf(before.rows.toReversed())].some(([column, { kind, value }]) => {
    const isNext = (item: Numbering | undefined, at: number) =>
      item?.kind === kind && item.value === value + at + 1;
    const isTotal =
      left.length > 0 && totals.some((cell) => cell.column === column && totalRank(cell.text) > 1);
    return left.every(isNext) && (isTotal || isNext(first.get(column), left.length));
  });
}

/** The number of its columns. */
function widthOf({ rows }: TableNode): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.length));
}

/** The first number of an item in each column. */
function numbersOf(rows: readonly RowNode[]): ReadonlyMap<number, Numbering> {
  const numbers = new Map<number, Numbering>();
  for (const { column, text } of rows.flatMap(({ cells }) => cells)) {
    const numbering = numbers.has(column) || !hasWords(text) ? undefined : parseNumbering(text);
    if (numbering) numbers.set(column, numbering);
  }
  return numbers;
}

/**
 * Whether a line says nothing but what stands in front of the table, alone or beside other words (部门名称 … 单位：元).
 * A title must be that of the table: 目录 has those of all others as well.
 */
function repeats({ label, name, title }: ContextLine, { context }: FragmentGroup): boolean {
  const own = title === undefined ? 0 : context.findLastIndex((line) => line.title !== undefined);
  return context
    .slice(Math.max(0, own))
    .some((line) => line.label.includes(label) || (name !== undefined && line.name === name));
}

/** Whether a page begins with a header row of the first one, which may have 填报单位 in front of it. */
export function beginsAlike(first: Fragment, page: Fragment): boolean {
  const [head] = headsOf(page.node);
  return head !== undefined && head !== '' && headsOf(first.node).includes(head);
}

/** The first rows of a page as texts, `''` for one that has an amount or a code in it. */
const headsOf = remember((node: TableNode): readonly string[] =>
  node.rows
    .filter((row) => !row.separator && row.cells.some((cell) => cell.text !== ''))
    .slice(0, MAX_HEADS)
    .map(({ cells }) =>
      cells.some((cell) => parseAmount(cell.text)) || !cells.some((cell) => hasWords(cell.text))
        ? ''
        : // Where nothing marks the cells, the same headings may stand elsewhere on another page.
          cells
            .map((cell) => compactLabel(cell.text))
            .filter((text) => text !== '' || marksCells(node.dialect))
            .join('|'),
    ),
);

/** Whether the last row is the total of all: 总计, or 合计 alone, which no further words qualify. */
const endsTable = remember(({ rows }: TableNode): boolean => {
  const body = rows.filter((row) => !row.separator && row.cells.some(({ text }) => isFigure(text)));
  const last =
    body.length > 1 ? rows.findLast((row) => row.cells.some(({ text }) => text !== '')) : undefined;
  const label = compactLabel(last?.cells.find((cell) => hasWords(cell.text))?.text ?? '');
  return totalRank(label) === 3 || label === '合计';
});

/** What stands in each column of a first page. */
interface Columns {
  readonly amounts: ReadonlySet<number>;
  readonly words: ReadonlySet<number>;
  readonly width: number;
}

const columnsOf = remember(({ rows }: TableNode): Columns => {
  const amounts = new Set<number>();
  const words = new Set<number>();
  const head = headLength(rows);
  let width = 0;
  rows.forEach(({ separator, cells }, index) => {
    if (separator) return;
    width = Math.max(width, cells.length);
    for (const { column, text } of cells) {
      if (index < head) {
        if (text !== '' && (namesRows(text) || kindOfHeading(text) !== 'figure')) words.add(column);
      } else if (isFigure(text)) amounts.add(column);
      else if (hasWords(text)) words.add(column);
    }
  });
  // Whatever heads them, the columns in front of all figures name rows.
  const first = amounts.size === 0 ? 0 : Math.min(...amounts);
  for (const { separator, cells } of rows.slice(0, head)) {
    if (separator) continue;
    for (const { column, text } of cells) if (text !== '' && column < first) words.add(column);
  }
  return { amounts, words, width };
});

/** Whether each cell of the rows may stand in its column: words where words are, figures where figures may be. */
function fitsUnder(page: TableNode, rows: readonly RowNode[]): boolean {
  const { amounts, words, width } = columnsOf(page);
  const lastName = Math.max(...words);
  const fits = ({ column, text }: CellNode): boolean => {
    if (text === '' || isNotReported(text)) return true;
    if (isFigure(text)) return amounts.has(column) || !words.has(column) || CODE_OR_NUMBER.test(text);
    return words.has(column) || !hasWords(text) || (totalRank(text) > 0 && column <= lastName);
  };
  const filled = rows.filter(({ separator, cells }) => !separator && cells.some(({ text }) => text !== ''));
  // A form has words and figures in the same columns: anything would fit.
  const mixed = [...amounts].filter((column) => words.has(column)).length;
  const isForm = 2 * mixed > amounts.size || words.size >= width;
  return filled.length > 0 && !isForm && words.size > 0 && filled.every(({ cells }) => cells.every(fits));
}

function isFigure(text: string): boolean {
  return parseAmount(text) !== undefined;
}
