import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { compactLabel } from '../../../text/width.ts';
import { totalRank, wordsOf } from '../../labels.ts';
import { fillBlanks } from '../blanks/fillBlanks.ts';
import { inColumns, looseBody } from '../blanks/looseBody.ts';
import { type Block, type Leaf, leafOf } from '../leaves.ts';
import { listBlocks } from '../listsAbreast.ts';
import type { Token } from '../tokens.ts';
import { rowOf } from './rowOf.ts';

/**
 * The blocks of lists abreast under their headings, 项目 预算数 项目 合计 一般公共预算 …: the headings of names are as many as
 * the lists, and those of figures stand behind each. Where some columns are blank throughout nothing tells which, and
 * no more than the first of the list is headed, by the total of all. Undefined where the headings are not of these lists.
 *
 * @param headings all that stands in front of the lists, titles and groups as well
 * @param widths how many columns of figures each list has
 */
export function blocksUnderHead(
  headings: readonly Token[],
  widths: readonly number[],
): readonly Block[] | undefined {
  const headed = listHeadings(headings);
  if (headed.length !== widths.length) return undefined;
  const isComplete = ({ figures }: ListHeading, list: number) => figures.length >= (widths[list] ?? 0);
  return headed.every(isComplete)
    ? listBlocks(widths).map((block, list) => withHeading(block, headed[list]))
    : undefined;
}

/** The heading of the names of a list, and those of figures behind it. */
interface ListHeading {
  readonly name: Leaf;
  readonly figures: readonly Leaf[];
}

/** Of words in front of those of figures the last heads the names; others are groups over lists: 功能分类, 支出用途. */
function listHeadings(headings: readonly Token[]): ListHeading[] {
  const leaves = headings.map(({ cell }) => leafOf(cell)).filter(({ cell }) => !isFlow(cell.text));
  return leaves.flatMap((name, at) => {
    if (name.kind !== 'name' || leaves[at + 1]?.kind !== 'figure') return [];
    const behind = leaves.slice(at + 1);
    const end = behind.findIndex(({ kind }) => kind !== 'figure');
    return { name, figures: end === -1 ? behind : behind.slice(0, end) };
  });
}

function withHeading(block: Block, heading: ListHeading | undefined): Block {
  if (!heading) return block;
  const { name, figures } = heading;
  const width = block.rest.length;
  const isTotal = totalRank(wordsOf(figures[0]?.cell ?? { text: '' })) > 0;
  const known = figures.length === width ? width : isTotal ? 1 : 0;
  return { ...block, stub: [name], rest: [...figures.slice(0, known), ...block.rest.slice(known)] };
}

/** 收入 and 支出 stand over lists. */
function isFlow(text: string): boolean {
  return /^(?:收入|支出)$/.test(compactLabel(text));
}

/** The row of the headings that are known. */
export function headRow(blocks: readonly Block[]): RowNode {
  const cells = blocks.flatMap(({ stub, rest }) => [...stub, ...rest].map(({ cell }) => cell));
  return rowOf(cells.map((cell) => (cell.text === '' ? undefined : cell)));
}

/**
 * The cells of an entry with fewer figures than its list has columns: where its first heading is the total of all, its
 * first figure stands there, and the others wherever the total leaves them room.
 */
export function cellsUnderTotal(part: readonly Token[], block: Block): readonly CellNode[] | undefined {
  const { stub, rest, start } = block;
  if (totalRank(wordsOf(rest[0]?.cell ?? { text: '' })) === 0) return undefined;
  const node = rowOf(part.map(({ cell }) => cell));
  const { parts, rows } = looseBody(
    [{ node, tokens: part, placed: { fit: 'partial', cells: node.cells } }],
    block,
  );
  const sum = { total: 0, parts: rest.slice(1).map((_, at) => 1 + at) };
  const ratios = rest.map(() => false);
  const [possible] = fillBlanks(rows, { width: rest.length, ways: [[sum]], ratios });
  const columns = rest.map((_, at) => stub.length + at);
  const cells = parts[0] && inColumns(parts[0], possible, columns);
  return cells?.map((cell) => ({ ...cell, column: cell.column + start }));
}
