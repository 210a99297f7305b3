import type { CellNode } from '../syntax/nodes.ts';
import { maxOf } from '../text/lists.ts';
import { isWithin } from '../text/range.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';
import { isNamedCode, NO_CARRY, readCode } from './codes.ts';
import { hasWords, wordsOf } from './labels.ts';
import type { ReadRow } from './rows.ts';
import type { CodeReading } from './table.ts';

/** One of several lists of codes that stand abreast, as far as its rows are named: its columns of codes and names. */
export interface CodeBlock {
  /** The first column of the codes, which go on up to the names where 类 and 款 have a column each. */
  readonly codes: number;
  /** The same column where names are glued to their codes. */
  readonly names: number;
}

/** Fewer codes in a column may be whole amounts by chance. */
const FEWEST_CODES = 2;
/** One code in so many may be misprinted or stand out of order. */
const CODES_PER_EXCEPTION = 4;

const CODE_HEADING = /(?:编码|代码)$|^类$/;

/** 类 and 款: lists abreast are of economic codes, which have no more. */
const MOST_CODE_COLUMNS = 2;

/** So many cells tell whether a column may hold codes. */
const SAMPLE = 8;
const LIKE_A_CODE = /^[1235]\d{2}(?:\d{2}){0,2}(?![\d.,])/;

type Cells = readonly CellNode[];

/** Stands for the cells that a row lacks. */
const BLANK: CellNode = { span: { line: 0, start: 0, end: 0 }, column: 0, text: '' };

/**
 * The lists of codes that stand abreast (人员经费 | 公用经费), from left to right: each a column of hardly anything but
 * codes in their order, with names behind them and amounts behind the names. None where there are fewer than two.
 * The header is not asked, for its groups may be lost.
 */
export function readCodeBlocks(rows: readonly ReadRow[]): readonly CodeBlock[] {
  const body = rows.flatMap(({ kind, node, slid }) =>
    kind === 'data' && !node.unsure && !slid ? [node.cells] : [],
  );
  const amounts = columnsOfAmounts(rows);
  const width = maxOf(body, (cells) => cells.length, 0);
  const blocks: CodeBlock[] = [];
  for (let column = 0; column < width; column++) {
    const last = blocks.at(-1);
    const isBehindAmounts = amounts.some((each) => each > (last?.names ?? -1) && each < column);
    // Amounts may look like codes, but not in front of all others.
    if (isBehindAmounts !== (last !== undefined)) continue;
    const block = blockAt(body, column);
    if (block) blocks.push(block);
  }
  const [first, second] = blocks;
  return first && second ? [...blocks, ...shortBlocks(body, blocks, width)] : [];
}

/** The columns of codes alone, without names. */
export function codeColumnsOf(blocks: readonly CodeBlock[]): ReadonlySet<number> {
  return new Set(
    blocks.flatMap(({ codes, names }) => Array.from({ length: names - codes }, (_, index) => codes + index)),
  );
}

/**
 * The columns of codes behind the first names where rows say in two ways what their amounts are: 部门预算经济科目 and
 * 政府预算经济科目, each with its codes in one column or in two. A heading has to say that codes stand there, for whole
 * amounts may look like some.
 */
export function secondCodesOf(rows: readonly ReadRow[], header: readonly ReadRow[]): ReadonlySet<number> {
  const body = rows.flatMap(({ kind, node }) => (kind === 'data' && !node.unsure ? [node.cells] : []));
  const headings = header.flatMap(({ node }) =>
    node.cells.filter((cell) => CODE_HEADING.test(compactLabel(wordsOf(cell)))),
  );
  const columns = [...new Set(headings.map(({ column }) => column))].filter((column) => column > 0);
  return new Set(
    columns.flatMap((column) => {
      const { filled, found } = codesIn(body, column);
      const isOne =
        found.length >= FEWEST_CODES &&
        found.length * CODES_PER_EXCEPTION >= filled.length * (CODES_PER_EXCEPTION - 1);
      const width = Math.max(0, ...found.map(({ spans }) => spans.length));
      return isOne ? Array.from({ length: width }, (_, index) => column + index) : [];
    }),
  );
}

/** The code that names a row of a block, with its name right behind it. */
export function codeInBlock(
  cells: readonly (CellNode | undefined)[],
  { codes }: Pick<CodeBlock, 'codes'>,
): CodeReading | undefined {
  const own = Array.from(cells.slice(codes), (cell) => cell ?? BLANK);
  const code = readCode(own, NO_CARRY);
  if (!isNamedCode(code) || code.spans.length > MOST_CODE_COLUMNS) return undefined;
  // Two digits behind 类 are 款 where the name follows them, and an amount where it does not.
  return code.spans.length === 1 || hasWords(own[code.spans.length]?.text ?? '') ? code : undefined;
}

function columnsOfAmounts(rows: readonly ReadRow[]): number[] {
  const columns = rows.flatMap(({ kind, amounts }) => (kind === 'data' ? [...amounts.keys()] : []));
  return [...new Set(columns)];
}

function blockAt(rows: readonly Cells[], column: number): CodeBlock | undefined {
  if (!mayHoldCodes(rows, column)) return undefined;
  const { filled, found } = codesIn(rows, column);
  if (found.length < FEWEST_CODES) return undefined;
  const digits = found.map((code) => code.digits);
  const steps = digits.filter((code, index) => index > 0 && code <= (digits[index - 1] ?? '')).length;
  const odd = filled.length - found.length + steps;
  const known = new Set(digits);
  const isTree = digits.some((code) =>
    [3, 5].some((end) => end < code.length && known.has(code.slice(0, end))),
  );
  return isTree && odd * CODES_PER_EXCEPTION <= filled.length ? blockOf(rows, column) : undefined;
}

/** Whether what stands first in a column looks like codes: most columns of long tables need no closer look. */
function mayHoldCodes(rows: readonly Cells[], column: number): boolean {
  let [codes, others] = [0, 0];
  for (const cells of rows) {
    const text = cells[column]?.text ?? '';
    if (text === '') continue;
    if (LIKE_A_CODE.test(toHalfWidth(text))) codes++;
    else others++;
    if (codes + others === SAMPLE) break;
  }
  return codes > others;
}

/** The blocks that follow at the same distance and have one code or none: the list ended before. */
function shortBlocks(rows: readonly Cells[], blocks: readonly CodeBlock[], width: number): CodeBlock[] {
  const [last, before] = [blocks.at(-1), blocks.at(-2)];
  if (!last || !before) return [];
  const step = last.codes - before.codes;
  const short: CodeBlock[] = [];
  for (let column = last.codes + step; column + step <= width; column += step) {
    const { filled, found } = codesIn(rows, column);
    if (filled.length > found.length) break;
    short.push({ codes: column, names: column + last.names - last.codes });
  }
  return short;
}

function codesIn(rows: readonly Cells[], column: number): { filled: readonly Cells[]; found: CodeReading[] } {
  const filled = rows.filter((cells) => (cells[column]?.text ?? '') !== '');
  return { filled, found: filled.flatMap((cells) => codeInBlock(cells, { codes: column }) ?? []) };
}

function blockOf(rows: readonly Cells[], column: number): CodeBlock {
  const isGlued = rows.some((cells) => {
    const name = codeInBlock(cells, { codes: column })?.nameSpan;
    return name !== undefined && isWithin(name, cells[column]?.span ?? name);
  });
  const columns = maxOf(rows, (cells) => codeInBlock(cells, { codes: column })?.spans.length ?? 0, 1);
  return { codes: column, names: isGlued ? column : column + columns };
}
