import { marksCells } from '../syntax/markedCells.ts';
import type { CellNode, PlacedBlock, RowNode, TableNode, TextLine, TextNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { CODE_OR_PART } from '../text/codeShape.ts';
import { maxOf } from '../text/lists.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';
import type { Fragment } from './grid.ts';
import { hasWords } from './labels.ts';
import type { FragmentGroup } from './pages.ts';

/** Behind a row that lost its marks the table goes on: a page that has more such lines was not read at all. */
const MOST_LINES = 12;

/** What stands in a column below its headings. */
type Holds = 'code' | 'words' | 'figure';

/** A cell of a line: where it stands there, and in which column it belongs. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly column: number;
}

/**
 * The rows between two pages of a table that lost the marks around their cells, each as a page of its own: `30206 电费
 * 235.00` alone on a page, or torn from the others by the frame around them. Only where each of its words and figures
 * has its column: the row fills all that any row of the table does, or its names stand in one column in other rows too
 * and its figures fill all columns of figures.
 *
 * @param texts the lines between the pages
 */
export function bareRowsBetween(
  before: FragmentGroup,
  texts: readonly PlacedBlock<TextNode>[],
  next: Fragment,
): Fragment[] {
  const first = before.fragments[0].node;
  const lines = texts.reduce((count, { node }) => count + node.lineCount, 0);
  if (!marksCells(first.dialect) || lines > MOST_LINES || lines === 0) return [];
  const pages = [...before.fragments.map(({ node }) => node), next.node];
  const width = maxOf(
    pages.flatMap(({ rows }) => rows),
    ({ cells }) => cells.length,
  );
  return texts.flatMap(({ node, line }) =>
    node.lines.flatMap((each) => {
      const tokens = isRowLike(each) ? placedTokens(each, pages) : undefined;
      if (!tokens) return [];
      const page = pageOf(each, {
        dialect: first.dialect,
        width,
        columns: tokens.map(({ column }) => column),
      });
      return { line: line + each.line, node: page };
    }),
  );
}

/** Whether a line is a name or more with a figure with decimals or more behind it. */
export function isRowLike({ text }: Pick<TextLine, 'text'>): boolean {
  return ROW_LIKE.test(toHalfWidth(text.slice(0, MAX_ROW)).trim());
}

const MAX_ROW = 200;
const ROW_LIKE = /^(?:\d{2,7}\s+)*[\u4e00-\u9fff][^。;:]*\s-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+$/;

/** The words and figures of a line in their columns; undefined where one might stand in another. */
function placedTokens(line: TextLine, pages: readonly TableNode[]): readonly Token[] | undefined {
  const words = [...line.text.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, start: index }));
  const filled = filledColumns(pages);
  const columns = [...filled.keys()].sort((a, b) => a - b);
  const fillsAll =
    columns.length === words.length &&
    words.every(({ text }, index) => mayHold(filled.get(columns[index] ?? -1), text));
  if (fillsAll) return words.map((word, index) => ({ ...word, column: columns[index] ?? 0 }));
  const figures = columns.filter((column) => filled.get(column) === 'figure');
  const names = words.slice(0, words.length - figures.length);
  const behind = words.slice(names.length);
  if (names.length === 0 || !behind.every(({ text }) => parseAmount(text))) return undefined;
  const known = names.map(({ text }) => columnOfWords(text, pages));
  const ordered = known.every((column, index) => column !== undefined && column > (known[index - 1] ?? -1));
  if (!ordered) return undefined;
  return words.map((word, index) => ({
    ...word,
    column: known[index] ?? figures[index - names.length] ?? 0,
  }));
}

function mayHold(holds: Holds | undefined, text: string): boolean {
  if (holds === 'code') return CODE_OR_PART.test(text);
  return holds === 'words' ? hasWords(text) : parseAmount(text) !== undefined;
}

/** The columns that rows with figures fill, and what with: words where any of them has words. */
function filledColumns(pages: readonly TableNode[]): ReadonlyMap<number, Holds> {
  const filled = new Map<number, Holds>();
  for (const { column, text } of pages.flatMap((page) => bodyCells(page))) {
    const holds = hasWords(text) ? 'words' : (parseAmount(text)?.decimals ?? 0) > 0 ? 'figure' : 'code';
    const known = filled.get(column);
    if (known === undefined || holds === 'words' || (holds === 'figure' && known === 'code'))
      filled.set(column, holds);
  }
  return filled;
}

const bodyCells = remember(({ rows }: TableNode): readonly CellNode[] =>
  rows.flatMap(({ cells }) =>
    cells.some(({ text }) => (parseAmount(text)?.decimals ?? 0) > 0)
      ? cells.filter(({ text }) => text !== '')
      : [],
  ),
);

/** The only column in which rows of the table have the same words. */
function columnOfWords(text: string, pages: readonly TableNode[]): number | undefined {
  const label = compactLabel(text);
  const cells = pages.flatMap((page) => bodyCells(page));
  const columns = new Set(cells.flatMap((cell) => (compactLabel(cell.text) === label ? cell.column : [])));
  return columns.size === 1 && hasWords(text) ? [...columns][0] : undefined;
}

/** How a line becomes a row. */
interface Shape {
  readonly dialect: TableNode['dialect'];
  readonly width: number;
  /** The column of each of its words. */
  readonly columns: readonly number[];
}

/** A page with one row; the same one as long as its line and the columns of its words are. */
const pageOf = rememberLast(
  ({ text }: TextLine, { dialect, width, columns }: Shape): TableNode => {
    const words = [...text.matchAll(/\S+/g)];
    const cells = Array.from({ length: width }, (_, column): CellNode => {
      const at = columns.indexOf(column);
      const word = words[at];
      const behind = columns.findLastIndex((each) => each < column);
      const start = word?.index ?? (words[behind]?.index ?? 0) + (words[behind]?.[0].length ?? 0);
      const own = word?.[0] ?? '';
      return { column, text: own, span: { line: 0, start, end: start + own.length } };
    });
    const row: RowNode = { line: 0, separator: false, cells };
    return { kind: 'table', dialect, lineCount: 1, rows: [row] };
  },
  (a, b) => a.dialect === b.dialect && a.width === b.width && a.columns.join() === b.columns.join(),
);
