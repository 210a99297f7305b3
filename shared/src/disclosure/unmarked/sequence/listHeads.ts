import type { RowNode } from '../../../syntax/nodes.ts';
import { totalRank, wordsOf } from '../../labels.ts';
import { type Block, blocksOf, leafOf } from '../leaves.ts';
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
  const leaves = headings.map(({ cell }) => leafOf(cell));
  const first = leaves.findIndex(({ kind }) => kind === 'name');
  const headed = first === -1 ? [] : blocksOf(leaves.slice(first));
  if (headed.length !== widths.length) return undefined;
  const isComplete = headed.every(
    ({ stub, rest }, list) =>
      stub.length === 1 &&
      stub[0]?.kind === 'name' &&
      rest.length >= (widths[list] ?? 0) &&
      rest.every(({ kind }) => kind === 'figure'),
  );
  if (!isComplete) return undefined;
  return listBlocks(widths).map((block, list): Block => {
    const { stub, rest } = headed[list] ?? block;
    const width = block.rest.length;
    const isTotal = totalRank(wordsOf(rest[0]?.cell ?? { text: '' })) > 0;
    const known = rest.length === width ? width : isTotal ? 1 : 0;
    return { ...block, stub, rest: [...rest.slice(0, known), ...block.rest.slice(known)] };
  });
}

/** The row of the headings that are known. */
export function headRow(blocks: readonly Block[]): RowNode {
  const cells = blocks.flatMap(({ stub, rest }) => [...stub, ...rest].map(({ cell }) => cell));
  return rowOf(cells.map((cell) => (cell.text === '' ? undefined : cell)));
}
