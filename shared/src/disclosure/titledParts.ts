import { marksCells } from '../syntax/markedCells.ts';
import { movedRow } from '../syntax/movedRow.ts';
import type { PlacedBlock, RowNode, TableNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { compactLabel } from '../text/width.ts';
import { titleOfRow } from './contextLines.ts';
import { hasWords } from './labels.ts';

/** The headings stand within so many rows below a title. */
const REACH = 8;

/**
 * Parts the tables that stand in one block without a line between them. Sheets of a spreadsheet that are copied one below
 * the other keep their blank cells in every row, so that the title of the next is a row of the table above it, and so are the
 * empty rows around it. A title that is the same again heads a page of the same table.
 */
export const titledParts = rememberEach((block: PlacedBlock): readonly PlacedBlock[] => {
  const { line, node } = block;
  if (node.kind !== 'table' || !marksCells(node.dialect)) return [block];
  const starts = startsIn(node.rows);
  if (starts.length === 0) return [block];
  return [0, ...starts].map((from, index) => partOf(node, line, from, starts[index]));
});

/** What the card of a page of 政府信息公开 says of it, in front of what it is about. */
const CARD =
  /^[[【]?(?:索引号|文号|发文字号|发布机构|发文机构|发文机关|发文日期|成文日期|发布日期|公开日期|公开目录|公开方式|主题分类|体裁分类|组配分类|服务对象|有效性|时效性|是否有效|信息名称|标题|名称|浏览量)[\]】]?:?$/;
/** A table may have a column with one of these names; a card has several. */
const MIN_CARD = 3;

/** So many rows with a word each may stand between the card and the title of the table: 附件, 表1. */
const MOST_BETWEEN = 2;

/** How many rows at the beginning are such a card, with what stands between it and a title. */
function cardLength(rows: readonly RowNode[]): number {
  const names = ({ cells }: RowNode) => cells.filter(({ text }) => CARD.test(compactLabel(text))).length;
  const end = rows.findIndex((row) => !row.separator && names(row) === 0);
  const card = rows.slice(0, Math.max(0, end));
  if (card.reduce((sum, row) => sum + names(row), 0) < MIN_CARD) return 0;
  const next = rows.slice(end, end + MOST_BETWEEN + 1);
  const title = next.findIndex((row) => titleOfRow(row) !== undefined);
  const isBare = ({ cells }: RowNode) => cells.filter(({ text }) => text !== '').length <= 1;
  return end + (next.slice(0, Math.max(0, title)).every(isBare) ? Math.max(0, title) : 0);
}

/** Which rows are titles of tables that begin there, and the row behind the card of a page. */
function startsIn(all: readonly RowNode[]): readonly number[] {
  const card = cardLength(all);
  const starts = titlesIn(all.slice(card)).map((at) => at + card);
  return card > 0 && starts[0] !== card ? [card, ...starts] : starts;
}

function titlesIn(rows: readonly RowNode[]): readonly number[] {
  const starts: number[] = [];
  let name: string | undefined;
  let hasFigures = false;
  for (const [index, row] of rows.entries()) {
    const title = titleOfRow(row);
    const own = title === undefined ? undefined : compactLabel(title);
    if (
      own !== undefined &&
      own !== name &&
      !/续/.test(own) &&
      (!hasFigures || isAboveHeadings(rows, index))
    ) {
      if (hasFigures) starts.push(index);
      name = own;
      hasFigures = false;
    }
    hasFigures ||= row.cells.some(({ text }) => parseAmount(text) !== undefined);
  }
  return starts;
}

/** Whether headings stand below a title, and rows of figures below them: a row of words that names two columns at least. */
function isAboveHeadings(rows: readonly RowNode[], title: number): boolean {
  const below = rows.slice(title + 1, title + 1 + REACH);
  const first = below.findIndex(({ cells }) => cells.some(({ text }) => parseAmount(text) !== undefined));
  const head = first === -1 ? below : below.slice(0, first);
  return head.some(({ cells }) => cells.filter(({ text }) => hasWords(text)).length > 1);
}

/** The rows of a table from one on up to another, as a table of their own. */
function partOf(node: TableNode, line: number, from: number, to: number | undefined): PlacedBlock<TableNode> {
  const first = from === 0 ? 0 : (node.rows[from]?.line ?? 0);
  const end = to === undefined ? node.lineCount : (node.rows[to]?.line ?? node.lineCount);
  const { cutAbove, ...rest } = node;
  const part: TableNode = {
    ...rest,
    ...(from === 0 && cutAbove && { cutAbove }),
    lineCount: end - first,
    rows: node.rows.slice(from, to).map((row) => movedRow(row, (at) => at - first)),
  };
  return { line: line + first, node: part };
}
