import { COLUMN_NUMBER } from '../../../syntax/figureShape.ts';
import { compactLabel } from '../../../text/width.ts';
import { isTotalLabel } from '../../labels.ts';
import { type Block, type Leaf, leafOf } from '../leaves.ts';
import { joined, type Token } from '../tokens.ts';

/** What stands in front of a body of which only the sequence of its cells is left. */
export interface SequenceHead {
  /** The headings of one code and its name, and those of figures behind them: the first is that of a total. */
  readonly block: Block;
  /** Whether nothing but headings stands in front of the body, and groups of them. */
  readonly listed: boolean;
  /** Index of the first token of the body. */
  readonly body: number;
  /** Whether the row that numbers the columns shows where the headings end. */
  readonly numbered: boolean;
}

/** Code and name, and one that says whose name it is. */
const MAX_STUB = 3;
/** Groups over codes and names, and over parts of a total; groups of years, or torn headings, are none. */
const OVER = /^(?:[^\d]{2,6}(?:支出|收入|科目)|收入|支出)$/;
/** Heads both code and name. */
const GROUP = /^[^名编代]{0,6}(?:分类)?科目$/;
/** The rest of a heading: 单位名称 (科目). */
const IN_BRACKETS = /^[(（][^()（）]*[)）]$/;

/**
 * Where the headings may end and the body begin, the likelier place first.
 *
 * @param kinds of each token: `c` a code, `f` a figure, `w` words, `t` the word of a total, `?` anything else
 */
export function headsOf(tokens: readonly Token[], kinds: string): SequenceHead[] {
  const isIndex = (index: number) => COLUMN_NUMBER.test(tokens[index]?.cell.text ?? '');
  const first = [...kinds].findIndex((kind, index) => /[cf]/.test(kind) || isIndex(index));
  if (first < 1) return [];
  let behind = first;
  while (isIndex(behind)) behind++;
  // One number may be a figure.
  const numbered = behind - first > 1;
  const bodies = numbered ? [behind] : bodiesAt(kinds, first);
  return bodies.flatMap((body) => {
    const known = blockOf(withRests(tokens.slice(0, numbered ? first : body)));
    return known ? { ...known, body, numbered } : [];
  });
}

/** The first row may begin with words in front of its code, or with the word of a total. */
function bodiesAt(kinds: string, first: number): number[] {
  if (kinds[first - 1] === 't') return [first - 1, first];
  return [kinds[first] === 'c' && kinds[first + 1] !== 'w' ? first - 1 : first];
}

/** Headings with what stands behind them in brackets. */
function withRests(headings: readonly Token[]): Token[] {
  const whole: Token[] = [];
  for (const token of headings) {
    const before = whole.at(-1);
    if (before && IN_BRACKETS.test(token.cell.text)) {
      whole[whole.length - 1] = { ...before, cell: joined([before.cell, token.cell], before.cell.column) };
    } else whole.push(token);
  }
  return whole;
}

function blockOf(headings: readonly Token[]): Pick<SequenceHead, 'block' | 'listed'> | undefined {
  const leaves = headings.map(({ cell }) => leafOf(cell));
  const total = leaves.findIndex(({ cell }, index) => isTotalLabel(cell.text) && isStub(leaves[index - 1]));
  if (total === -1) return undefined;
  let start = total;
  while (isStub(leaves[start - 1])) start--;
  if (total - start > 2 && GROUP.test(leaves[start]?.cell.text ?? '')) start++;
  const codes = leaves.slice(start, total).filter(({ kind }) => kind === 'code').length;
  if (codes !== 1 || total - start > MAX_STUB) return undefined;
  const listed =
    headings.every(({ kind }) => kind === 'words') &&
    leaves.slice(0, start).every(({ cell }) => OVER.test(compactLabel(cell.text)));
  return { block: { stub: leaves.slice(start, total), rest: leaves.slice(total), start: 0 }, listed };
}

/** Whether a heading stands over what names rows. */
export function isStub(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'name' || leaf?.kind === 'code';
}

/** The headings from those of the names on, which stand leftmost: what is in front of these stands over others. */
export function fromNames(headings: readonly Token[]): readonly Token[] {
  const start = headings.findIndex(({ cell }) => isStub(leafOf(cell)));
  return headings.slice(Math.max(start, 0));
}

/** How many of the first cells number the columns. */
export function countIndex(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ cell }) => !COLUMN_NUMBER.test(cell.text.trim()));
  const texts = tokens.slice(0, Math.max(end, 0)).map(({ cell }) => cell.text.trim());
  const numbers = texts.filter((text) => !text.startsWith('*'));
  const isCounted = numbers.every((text, at) => Number(text) === at + 1);
  return texts.length > 1 && isCounted ? texts.length : 0;
}
