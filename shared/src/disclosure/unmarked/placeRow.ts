import type { CellNode } from '../../syntax/nodes.ts';
import { isRatioLabel, isTotalLabel, wordsOf } from '../labels.ts';
import { type Block, figureCount, type Leaf } from './leaves.ts';
import { placeStub } from './stub.ts';
import { isFigure, isWholeCode, joined, type Token } from './tokens.ts';

/**
 * - `whole`: every column of figures is filled, so each cell has its column
 * - `label`: there are no figures
 * - `partial`: some columns are blank, and nothing shows which
 * - `excess`: there are more figures than columns
 */
export type Fit = 'whole' | 'label' | 'partial' | 'excess';

/** The cells of a row with the columns they belong to; those of a row that is not whole stand in their order. */
export interface PlacedRow {
  readonly fit: Fit;
  readonly cells: readonly CellNode[];
  /** Set where the line above or below may hold a part of its name. */
  readonly torn?: true;
}

/** Names and figures of a row, parted. */
export interface RowParts {
  /** In their columns. */
  readonly stub: readonly CellNode[];
  readonly figures: readonly Token[];
}

/** Parts the figures of a row from its names where they can begin in one place only, and no words are among them. */
export function looseParts(tokens: readonly Token[], block: Block): RowParts | undefined {
  const [start = tokens.length, ...others] = figureStarts(tokens, block);
  const figures = tokens.slice(start);
  const stub = placeStub(tokens.slice(0, start), block.stub);
  if (!stub || others.length > 0 || !figures.every(isFigure)) return undefined;
  const isSure = isSureOfCode(tokens, start, block) && endsAsCode(tokens[start - 1], block);
  return isSure ? { stub, figures } : undefined;
}

/** Whether digits right in front of the figures are a code for sure, and no figure: one is due there, and it is whole. */
function endsAsCode(last: Token | undefined, { stub }: Block): boolean {
  return last?.kind !== 'code' || (stub.at(-1)?.kind === 'code' && isWholeCode(last.cell.text));
}

/** Places the cells of a row. */
export function placeRow(tokens: readonly Token[], blocks: readonly Block[]): PlacedRow {
  const [block, ...others] = blocks;
  const placed = others.length > 0 || !block ? placeAbreast(tokens, blocks) : placeAlone(tokens, block);
  return placed ?? { fit: 'partial', cells: tokens.map(({ cell }, column) => ({ ...cell, column })) };
}

/** Several labels a row, each with its figures: in order, provided that no label is missing. */
function placeAbreast(tokens: readonly Token[], blocks: readonly Block[]): PlacedRow | undefined {
  const parts = labelled(tokens);
  const figured = parts.filter((part) => part.some(isFigure));
  // More labels with figures than headings have room for: there are headings that were not found.
  if (blocks.length > 1 && figured.length > blocks.length) return { fit: 'excess', cells: inOrder(tokens) };
  if (parts.length !== blocks.length) return undefined;
  return placeBeneath(
    parts.map((part, block) => ({ part, block })),
    blocks,
  );
}

/** Labels with their figures, each beneath the headings of the block it is known to belong to. */
export function placeBeneath(
  parts: readonly { readonly part: readonly Token[]; readonly block: number }[],
  blocks: readonly Block[],
): PlacedRow | undefined {
  const placed = parts.map(({ part, block: at }) => {
    const block = blocks[at];
    return block && placeAlone(part, block);
  });
  const cells = placed.flatMap((part, index) => {
    const start = blocks[parts[index]?.block ?? 0]?.start ?? 0;
    return part?.cells.map((cell) => ({ ...cell, column: cell.column + start })) ?? [];
  });
  const fits = placed.map((part) => part?.fit);
  if (fits.every((fit) => fit === 'label')) return { fit: 'label', cells };
  if (fits.every((fit) => fit === 'label' || fit === 'whole')) return { fit: 'whole', cells };
  return fits.includes('excess') ? { fit: 'excess', cells } : undefined;
}

/** Cuts a row in front of each label, and of the codes in front of it. */
export function labelled(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  for (const token of tokens) {
    const open = parts.at(-1);
    const isNamed = open?.some(({ kind }) => kind === 'words') === true;
    if (!open || (token.kind === 'words' && isNamed)) parts.push([token]);
    else open.push(token);
  }
  return parts;
}

/** One label a row. */
function placeAlone(tokens: readonly Token[], block: Block): PlacedRow | undefined {
  const starts = figureStarts(tokens, block);
  if (starts.length === 0) {
    const stub = tokens.some(({ kind }) => kind === 'figure') ? undefined : placeStub(tokens, block.stub);
    return stub && { fit: 'label', cells: stub };
  }
  const fitting = starts.flatMap((start) => {
    const rest = placeRest(tokens.slice(start), block);
    const stub = rest && placeStub(tokens.slice(0, start), block.stub);
    return stub && isSureOfCode(tokens, start, block) ? [[...stub, ...rest]] : [];
  });
  const [only, ...others] = fitting;
  if (only && others.length === 0) return { fit: 'whole', cells: only };
  const behind = tokens.slice(starts.at(-1));
  const excess = behind.every(isFigure) && behind.length > figureCount(block.rest);
  return excess ? { fit: 'excess', cells: inOrder(tokens) } : undefined;
}

function inOrder(tokens: readonly Token[]): CellNode[] {
  return tokens.map(({ cell }, column) => ({ ...cell, column }));
}

/** Where the figures may begin: behind words, or behind the codes where as many as one or two stand behind these. */
function figureStarts(tokens: readonly Token[], { stub }: Block): number[] {
  const names = stub.flatMap(({ kind }, column) => (kind === 'code' ? [] : column));
  let words = 0;
  let codes = 0;
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    if (before?.kind === 'words') {
      words++;
      codes = isTotalLabel(before.cell.text) ? 0 : codesBehind(stub, names[words - 1] ?? stub.length);
    } else codes = before?.kind === 'code' ? codes - 1 : -1;
    if (!isFigure(token) || words === 0 || codes < 0) return [];
    const isCode = token.kind === 'code' && codes > 0;
    return isCode ? [] : index;
  });
}

/** How many columns of codes stand right behind that of a name: 类 and 款 of another classification. */
function codesBehind(stub: readonly Leaf[], name: number): number {
  const end = stub.findIndex(({ kind }, column) => column > name && kind !== 'code');
  return Math.max(0, (end === -1 ? stub.length : end) - name - 1);
}

/** Every column of figures takes a figure; columns of words take what words there are. */
function placeRest(tokens: readonly Token[], { stub, rest }: Block): CellNode[] | undefined {
  if (figureCount(rest) === 0) return undefined;
  const cells: CellNode[] = [];
  let next = 0;
  for (const [index, { kind, cell: heading }] of rest.entries()) {
    const column = stub.length + index;
    if (kind === 'figure') {
      const token = tokens[next++];
      if (!token || !isFigure(token) || isOddPercentage(token, heading)) return undefined;
      cells.push({ ...token.cell, column });
    } else {
      const end = endOfWords(tokens, next);
      const [first, ...more] = tokens.slice(next, end).map(({ cell }) => cell);
      if (first) cells.push(joined([first, ...more], column));
      next = end;
    }
  }
  return next === tokens.length ? cells : undefined;
}

/** A percentage under a heading of amounts: a figure before it is missing. */
function isOddPercentage({ cell }: Token, heading: CellNode): boolean {
  return /[%％]$/.test(cell.text) && !isRatioLabel(wordsOf(heading));
}

function endOfWords(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ kind }, index) => index >= from && kind !== 'words');
  return end === -1 ? tokens.length : end;
}

/**
 * Where a table has codes and a row shows none in front of its figures, none of these may be the code. The
 * rows of totals have none, and neither have entries below a code.
 */
function isSureOfCode(tokens: readonly Token[], start: number, { stub }: Block): boolean {
  const hasCodes = stub.some(({ kind }: Leaf) => kind === 'code');
  const named = tokens.slice(0, start);
  if (!hasCodes || named.some(({ kind }) => kind === 'code')) return true;
  if (named.some(({ cell }) => isTotalLabel(wordsOf(cell)))) return true;
  return !tokens.slice(start).some(({ cell }) => isWholeCode(firstWord(cell.text)));
}

/** OCR spaces figures: 208 . 82 may be one, or a code with the figure behind it. */
function firstWord(text: string): string {
  return text.trim().split(/\s/, 1)[0] ?? '';
}
