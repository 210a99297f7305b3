import { cellsOfLine } from '../../syntax/dialects/flattened/tokens.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { parseAmount } from '../../text/amount.ts';
import { maxOf } from '../../text/lists.ts';
import { compactLabel } from '../../text/width.ts';
import type { Grid } from '../grid.ts';
import { isTotalLabel, wordsOf } from '../labels.ts';
import { leafOf } from './leaves.ts';
import { type ListsAbreast, listsOfCodes } from './listsOfCodes.ts';
import type { PlacedGrid } from './place.ts';
import { rowOf } from './sequence/rowOf.ts';
import { headingsEnd, mayEndInNext, rowsAtNames } from './sequence/rowsAtNames.ts';
import { isFigure, isWholeCode, joined, type Token, tokensOf } from './tokens.ts';

/** Longer sequences would cost too much time. */
const MAX_TOKENS = 5000;
/** 类 and 款, which economic codes have. */
const LEVELS = 2;
/** So many entries are no accident. */
const MIN_ENTRIES = 6;
/** A list of blanks and dashes alone does not show what its figures are. */
const MIN_AMOUNTS = 3;

/** A code, or none in front of a total, its name, and its figure where it has one. */
interface Entry {
  readonly codes: readonly CellNode[];
  readonly name: CellNode;
  readonly figure: CellNode | undefined;
}

/**
 * Places the entries of lists of codes abreast (人员经费 | 公用经费, as the form of a final account prints them) of which only
 * the sequence is left, whatever lines it was broken into: each has its code and name and one figure at most, and a code
 * stands in the list that it goes on with. Totals stand abreast as well. Undefined where the entries are others, or a code
 * would stand in no list.
 */
export function placedCodeLists(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.map(withBlanksApart).flatMap(tokensOf);
  const start = tokens.length > MAX_TOKENS ? -1 : headingsEnd(tokens);
  if (start < 1) return undefined;
  const body = withWholeNames(tokens.slice(start));
  const { whole, rest } = withoutNextCode(rowsAtNames(body, LEVELS) ?? []);
  const entries = whole.flatMap((own) => entryOf(own) ?? []);
  if (entries.length < MIN_ENTRIES || entries.length < whole.length) return undefined;
  const abreast = listsOfCodes(entries.map(digitsOf));
  if (!abreast) return undefined;
  const { lists, count } = abreast;
  const all = Array.from({ length: count }, (_, list) => list);
  const amounts = all.map((list) => countAmounts(entries.filter((_, at) => lists[at] === list)));
  // The last of more than two may hold but few.
  if (amounts.slice(0, 2).some((own) => own < MIN_AMOUNTS)) return undefined;
  const levels = maxOf(entries, ({ codes }) => codes.length);
  const rows = rowsAbreast(entries, abreast, levels);
  const head = headRow(tokens.slice(0, start), all, levels + 2);
  const unknown = rest.map((cut): RowNode => ({ ...rowOf(cut.map(({ cell }) => cell)), unsure: true }));
  return { grid: { ...grid, rows: [...head, ...rows, ...unknown] }, partial: true };
}

/** The entries in rows, each in the columns of its list. */
function rowsAbreast(entries: readonly Entry[], { lists, count }: ListsAbreast, levels: number): RowNode[] {
  const width = levels + 2;
  const rows: RowNode[] = [];
  let row: (CellNode | undefined)[] = [];
  for (const [at, { codes, name, figure }] of entries.entries()) {
    const list = lists[at] ?? 0;
    const first = list * width;
    if (row.length > first) {
      rows.push(rowOf(row));
      row = [];
    }
    while (row.length < first) row.push(undefined);
    row.push(...Array.from({ length: levels }, (_, level) => codes[level]), name);
    // The total of several lists stands below the last of them.
    const isOfAllBehind = codes.length === 0 && list > 0 && at === entries.length - 1;
    while (isOfAllBehind && row.length < count * width - 1) row.push(undefined);
    row.push(figure);
  }
  return [...rows, rowOf(row)];
}

/** The cells of a line parted at their blanks: one cell a line may be several that were run together (`301 01`, `办公费 21.21`). */
function withBlanksApart(row: RowNode): RowNode {
  const cells = row.cells.flatMap((cell) => {
    const { line, start } = cell.span;
    return cellsOfLine(cell.text, line).map(({ span, ...part }) => ({
      ...part,
      span: { line, start: start + span.start, end: start + span.end },
    }));
  });
  return { ...row, cells };
}

/** The tokens with names made whole that go over several lines: between two names a code stands, unless one is a total. */
function withWholeNames(tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
  for (const token of tokens) {
    const before = whole.at(-1);
    const isRest = [before, token].every((each) => each?.kind === 'words' && !isTotalLabel(each.cell.text));
    if (before && isRest) whole[whole.length - 1] = { ...before, cell: joined([before.cell, token.cell], 0) };
    else whole.push(token);
  }
  return whole;
}

/** The rows, the last without what may be the code of an entry whose name was cut off; where that may be its only figure, apart. */
function withoutNextCode(rows: readonly (readonly Token[])[]): {
  readonly whole: readonly (readonly Token[])[];
  readonly rest: readonly (readonly Token[])[];
} {
  const last = rows.at(-1) ?? [];
  if (!mayEndInNext(last)) return { whole: rows, rest: [] };
  const before = rows.slice(0, -1);
  return last.at(-2)?.kind === 'words'
    ? { whole: before, rest: [last] }
    : { whole: [...before, last.slice(0, -1)], rest: [] };
}

function entryOf(tokens: readonly Token[]): Entry | undefined {
  const name = tokens.findIndex(({ kind }) => kind === 'words');
  const [codes, figures] = [tokens.slice(0, name), tokens.slice(name + 1)];
  const named = tokens[name]?.cell;
  const isKnown =
    codes.length === 0
      ? isTotalLabel(named?.text ?? '')
      : codes.length <= LEVELS && isWholeCode(codes.map(({ cell }) => cell.text).join(''));
  if (!named || !isKnown || figures.length > 1 || !figures.every(isFigure)) return undefined;
  return { codes: codes.map(({ cell }) => cell), name: named, figure: figures[0]?.cell };
}

/** The whole code of an entry, or undefined for a total. */
function digitsOf({ codes }: Entry): string | undefined {
  return codes.length === 0 ? undefined : codes.map(({ text }) => text.trim()).join('');
}

/** How many amounts tell the figures of a list from the codes beside them. */
function countAmounts(entries: readonly Entry[]): number {
  return entries.filter(({ figure }) => parseAmount(figure?.text ?? '')?.value.isZero() === false).length;
}

/** The headings of the figures, where each list has the same one; those of codes and names say nothing more. */
function headRow(headings: readonly Token[], lists: readonly number[], width: number): RowNode[] {
  const figures = headings.map(({ cell }) => leafOf(cell)).filter(({ kind }) => kind === 'figure');
  const labels = figures.map(({ cell }) => compactLabel(wordsOf(cell)));
  const common = [...new Set(labels)].filter(
    (label) => labels.filter((own) => own === label).length === lists.length,
  );
  const [label] = common;
  if (label === undefined || common.length > 1) return [];
  const own = figures.filter((_, at) => labels[at] === label).map(({ cell }) => cell);
  return [rowOf(own.flatMap((cell) => [...Array.from({ length: width - 1 }, () => undefined), cell]))];
}
