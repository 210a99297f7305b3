import type { RowNode } from '../../../syntax/nodes.ts';
import { compactLabel } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { isTotalLabel } from '../../labels.ts';
import type { BodyRow } from '../blanks/looseBody.ts';
import { placeUnderTotal } from '../blanks/placeBlanks.ts';
import { type Block, type Leaf, leafOf } from '../leaves.ts';
import type { PlacedGrid } from '../place.ts';
import { isWholeCode, type Token, tokensOf } from '../tokens.ts';
import { cutIntoRows, type Run } from './cut.ts';

/** Fewer codes may be anything. */
const MIN_CODES = 3;
/** Longer sequences would cost too much time. */
const MAX_TOKENS = 5000;
/** No table has more columns of figures; the limit keeps garbage from costing time. */
const MAX_FIGURES = 30;
/** Code and name, and one that says whose name it is. */
const MAX_STUB = 3;
/** Groups over codes and names, and over parts of a total; groups of years, or torn headings, are none. */
const OVER = /^(?:[^\d]{2,6}(?:支出|收入|科目)|收入|支出)$/;
/** Heads both code and name. */
const GROUP = /^[^名编代]{0,6}(?:分类)?科目$/;
/** So many rows are written alike and have figures: where every second has none, two codes stand in a row. */
const REGULAR_SHARE = 3 / 4;
/** The row that numbers the columns. */
const INDEX = /^(?:\*+|\d{1,2})$/;

/** The rows of a body, and what stands in front of it. */
interface Cut {
  readonly block: Block;
  readonly rows: readonly BodyRow[];
  readonly regular: number;
  /** Whether the row that numbers the columns shows where the headings end. */
  readonly numbered: boolean;
}

/**
 * Parts a table of which only the sequence of its cells is left, neither rows nor blanks: each row has a code
 * with its name and some figures, and one row is the total of all. Headings are known as far as they stand in
 * front: those of code and name, behind them that of the total of all columns, and the others where they are as
 * many as the columns. Undefined where the rows could be parted in more than one way, or do not add up.
 */
export function rowsUnderTotal(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.flatMap(tokensOf);
  if (tokens.length > MAX_TOKENS) return undefined;
  const [first, second] = [cutIn(tokens, 'behind'), cutIn(tokens, 'before')];
  const cut = first && second ? (first.regular >= second.regular ? first : second) : (first ?? second);
  const placed = cut && placeUnderTotal(cut.rows, cut.block, true);
  if (!placed) return undefined;
  const head = { line: placed.headings[0]?.span.line ?? 0, separator: false, cells: placed.headings };
  const nodes = cut.rows.map(({ node }, index): RowNode => {
    const own = placed.rows[index];
    const isKnown = own?.fit === 'whole' || own?.fit === 'label';
    // The last of the headings may be the first half of its name.
    const isTorn = index === 0 && !cut.numbered && !isTotal(node);
    return {
      ...node,
      cells: own?.cells ?? [],
      ...(!isKnown && { unsure: true }),
      ...(isTorn && { torn: true }),
    };
  });
  return { grid: { ...grid, rows: [head, ...nodes] }, partial: true, sums: placed.sums };
}

function isTotal({ cells }: RowNode): boolean {
  return cells.some(({ text }) => isTotalLabel(text));
}

/** Cuts a sequence in which codes have their names behind or before them. */
function cutIn(tokens: readonly Token[], name: 'behind' | 'before'): Cut | undefined {
  const kinds = tokens
    .map((token, index) => kindOf(token, tokens[index + (name === 'behind' ? 1 : -1)]))
    .join('');
  const codes = kinds.split('c').length - 1;
  const start = bodyStart(tokens, kinds);
  const block = start && blockOf(tokens.slice(0, start.head));
  if (!block || codes < MIN_CODES) return undefined;
  const runs = cutIntoRows(kinds.slice(start.body), MAX_FIGURES);
  const regular = runs?.filter((run) => run.regular).length ?? 0;
  if (!runs || regular < REGULAR_SHARE * runs.length) return undefined;
  const rows = runs.map((run) => bodyRow(tokens, run, start.body));
  return { block, rows, regular, numbered: start.body > start.head };
}

/** `c` a code beside its name, `w` words, `t` the word of a total, `f` a figure, `?` anything else. */
function kindOf(token: Token, name: Token | undefined): string {
  if (token.kind === 'words') return isTotalLabel(token.cell.text) ? 't' : 'w';
  if (token.kind === 'junk') return '?';
  const isNamed = name?.kind === 'words' && !isTotalLabel(name.cell.text);
  return isNamed && isWholeCode(token.cell.text) ? 'c' : 'f';
}

/** Where the headings end and the body begins; the row that numbers the columns stands between them. */
function bodyStart(
  tokens: readonly Token[],
  kinds: string,
): { readonly head: number; readonly body: number } | undefined {
  const head = kinds.search(/[cf?]/);
  if (head < 1) return undefined;
  let body = head;
  while (INDEX.test(tokens[body]?.cell.text ?? '')) body++;
  if (body - head > 1) return { head, body };
  // The first row begins with words in front of its code, or with the word of a total.
  const isNamed = kinds[head - 1] === 't' || (kinds[head] === 'c' && kinds[head + 1] !== 'w');
  return { head: isNamed ? head - 1 : head, body: isNamed ? head - 1 : head };
}

/** The headings of one code and its name, and those of figures behind them: the first is that of a total. */
function blockOf(headings: readonly Token[]): Block | undefined {
  const leaves = headings.map(({ cell }) => leafOf(cell));
  const total = leaves.findIndex(({ cell }, index) => isTotalLabel(cell.text) && isStub(leaves[index - 1]));
  if (total === -1) return undefined;
  let start = total;
  while (isStub(leaves[start - 1])) start--;
  if (total - start > 2 && GROUP.test(leaves[start]?.cell.text ?? '')) start++;
  const codes = leaves.slice(start, total).filter(({ kind }) => kind === 'code').length;
  if (codes !== 1 || total - start > MAX_STUB) return undefined;
  if (!leaves.slice(0, start).every(({ cell }) => OVER.test(compactLabel(cell.text)))) return undefined;
  return { stub: leaves.slice(start, total), rest: leaves.slice(total), start: 0 };
}

function isStub(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'name' || leaf?.kind === 'code';
}

function bodyRow(tokens: readonly Token[], { start, end }: Run, body: number): BodyRow {
  const own = tokens.slice(body + start, body + end);
  const cells = own.map(({ cell }, column) => ({ ...cell, column }));
  const node = { line: cells[0]?.span.line ?? 0, separator: false, cells };
  return { node, tokens: own, placed: { fit: 'partial', cells } };
}
