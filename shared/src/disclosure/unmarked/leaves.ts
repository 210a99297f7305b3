import type { CellNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { wordsOf } from '../labels.ts';

/** What the cells under a heading hold, as its words tell. */
export type LeafKind = 'code' | 'name' | 'figure' | 'text';

/** A heading that stands over one column. */
export interface Leaf {
  readonly cell: CellNode;
  readonly kind: LeafKind;
}

/** A label with its columns of figures; several of them may stand abreast. */
export interface Block {
  /** Columns in front of the first figures: codes, names, and words that describe them. */
  readonly stub: readonly Leaf[];
  /** Columns of figures, and of words among them and behind them. */
  readonly rest: readonly Leaf[];
  /** Column of its first leaf. */
  readonly start: number;
}

const CODE = /(?:编码|代码|编号|序号)$|^[类款项]$/;
const CODE_WITH_REMARK = /(?:编码|代码|编号|序号)\(/;
const NAME = /名称|科目|分类$|^(?:单位|部门|项目|内容|指标)$|^(?:收入|支出|经费|费用|开支|使用)项目$|^项目\(/;
const NAME_WITH_REMARK = /分类\(/;
const TEXT = /备注|说明|原因|简介|依据|时间|日期|规格|计量单位|主体|用途|方向|内容$|负责人|品目|方式|型号/;

/** Reads what a heading heads. Most headings head figures. */
export function leafOf(cell: CellNode): Leaf {
  return { cell, kind: kindOfHeading(wordsOf(cell)) };
}

/** What the words of a heading say of its column. */
export function kindOfHeading(heading: string): LeafKind {
  const label = compactLabel(heading);
  const hasRemark = label.endsWith(')');
  if (CODE.test(label) || (hasRemark && CODE_WITH_REMARK.test(label))) return 'code';
  if (TEXT.test(label)) return 'text';
  return NAME.test(label) || (hasRemark && NAME_WITH_REMARK.test(label)) ? 'name' : 'figure';
}

/** The blocks that the headings of a table begin: a name behind figures begins another one. */
export function blocksOf(leaves: readonly Leaf[]): Block[] {
  const starts = leaves.flatMap(({ kind }, index) => {
    const before = leaves[index - 1]?.kind;
    const named = kind === 'name' || kind === 'code';
    return index === 0 || (named && (before === 'figure' || before === 'text')) ? index : [];
  });
  const blocks: Block[] = [];
  starts.forEach((start, index) => {
    const own = leaves.slice(start, starts[index + 1] ?? leaves.length);
    const first = own.findIndex(({ kind }) => kind === 'figure');
    const open = blocks.at(-1);
    // Names behind which no figures stand describe what is in front of them.
    if (first === -1 && open) blocks[blocks.length - 1] = { ...open, rest: [...open.rest, ...own] };
    else {
      const split = first === -1 ? own.length : first;
      blocks.push({ stub: own.slice(0, split), rest: own.slice(split), start });
    }
  });
  return blocks;
}

/** A block under headings that say nothing: columns of these kinds, and so many of figures behind them. */
export function namelessBlock(stub: readonly LeafKind[], width: number, start: number): Block {
  const cell = { span: { line: 0, start: 0, end: 0 }, column: 0, text: '' };
  return {
    stub: stub.map((kind) => ({ kind, cell })),
    rest: Array.from({ length: width }, () => ({ kind: 'figure', cell })),
    start,
  };
}

/** How many columns of figures there are. */
export function figureCount(leaves: readonly Leaf[]): number {
  return leaves.filter(({ kind }) => kind === 'figure').length;
}
