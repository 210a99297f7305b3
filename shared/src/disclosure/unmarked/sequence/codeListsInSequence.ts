import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { parseAmount } from '../../../text/amount.ts';
import { maxOf } from '../../../text/lists.ts';
import type { Grid } from '../../grid.ts';
import { isTotalLabel } from '../../labels.ts';
import type { PlacedGrid } from '../place.ts';
import { isFigure, isWholeCode, type Token, tokensOf } from '../tokens.ts';
import { rowOf } from './rowOf.ts';
import { headingsEnd, mayEndInNext, rowsAtNames } from './rowsAtNames.ts';

/** Longer sequences would cost too much time. */
const MAX_TOKENS = 5000;
/** 类 and 款, which economic codes have. */
const LEVELS = 2;
/** Digits of a 类. */
const CLASS = 3;
/** So many entries are no accident, and so many that go on behind another 类. */
const MIN_ENTRIES = 6;
const MIN_RETURNS = 2;
/** A list of blanks and dashes alone does not show what its figures are. */
const MIN_AMOUNTS = 3;

/** A code, or none in front of a total, its name, and its figure where it has one. */
interface Entry {
  readonly codes: readonly CellNode[];
  readonly name: CellNode;
  readonly figure: CellNode | undefined;
}

/**
 * Places the entries of two lists of codes abreast (人员经费 | 公用经费) of which only the sequence is left: each has its code
 * and name and one figure at most, and a code stands in the list that has its 类. Totals stand abreast as well. Undefined
 * where the entries are others, or a code would stand in no list.
 */
export function codeListsInSequence(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.flatMap(tokensOf);
  const start = tokens.length > MAX_TOKENS ? -1 : headingsEnd(tokens);
  if (start < 1) return undefined;
  const { whole, rest } = withoutNextCode(rowsAtNames(tokens.slice(start), LEVELS) ?? []);
  const entries = whole.map(entryOf);
  if (entries.length < MIN_ENTRIES) return undefined;
  const known = entries.flatMap((entry) => entry ?? []);
  const lists = known.length === entries.length ? listsOf(known) : undefined;
  if (!lists || ![0, 1].every((list) => hasAmounts(known.filter((_, at) => lists[at] === list))))
    return undefined;
  const levels = maxOf(known, ({ codes }) => codes.length);
  const rows: RowNode[] = [];
  let row: (CellNode | undefined)[] = [];
  for (const [at, { codes, name, figure }] of known.entries()) {
    const first = (lists[at] ?? 0) * (levels + 2);
    if (row.length > first) {
      rows.push(rowOf(row));
      row = [];
    }
    while (row.length < first) row.push(undefined);
    row.push(...Array.from({ length: levels }, (_, level) => codes[level]), name, figure);
  }
  const unknown = rest.map((cut): RowNode => ({ ...rowOf(cut.map(({ cell }) => cell)), unsure: true }));
  return { grid: { ...grid, rows: [...rows, rowOf(row), ...unknown] }, partial: true };
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

/** Whether a list has amounts enough to tell its figures from the codes beside them. */
function hasAmounts(entries: readonly Entry[]): boolean {
  const amounts = entries.filter(({ figure }) => parseAmount(figure?.text ?? '')?.value.isZero() === false);
  return amounts.length >= MIN_AMOUNTS;
}

function entryOf(tokens: readonly Token[]): Entry | undefined {
  const name = tokens.findIndex(({ kind }) => kind === 'words');
  const [codes, figures] = [tokens.slice(0, name), tokens.slice(name + 1)];
  const [named, ...others] = [tokens[name]?.cell ?? []].flat();
  const isKnown =
    codes.length === 0
      ? isTotalLabel(named?.text ?? '')
      : codes.length <= LEVELS && isWholeCode(codes.map(({ cell }) => cell.text).join(''));
  if (!named || others.length > 0 || !isKnown || figures.length > 1 || !figures.every(isFigure))
    return undefined;
  return { codes: codes.map(({ cell }) => cell), name: named, figure: figures[0]?.cell };
}

/** The list of each entry, 0 or 1; undefined where it is not known. */
function listsOf(entries: readonly Entry[]): number[] | undefined {
  const classes = entries.map(classOf);
  const open = [classes[0], classes[1]];
  if (!open[0] || !open[1] || countReturns(classes) < MIN_RETURNS) return undefined;
  const over = [false, false];
  const lists: number[] = [];
  for (const at of classes.keys()) {
    const list =
      classes[at] === undefined ? listOfTotal(classes, lists) : listOfCode(classes, lists, open, over);
    if (list === undefined) return undefined;
    // A list of which a row has nothing is at its end.
    if (list === lists.at(-1)) over[1 - list] = true;
    if (classes[at] !== undefined) open[list] = classes[at];
    lists.push(list);
  }
  return lists;
}

/** How often a 类 goes on behind entries of another one, as in no list by itself. */
function countReturns(classes: readonly (string | undefined)[]): number {
  return classes.filter(
    (own, at) => own !== undefined && own !== classes[at - 1] && classes.indexOf(own) < at,
  ).length;
}

/** The total of the one list stands in front of that of the other. */
function listOfTotal(classes: readonly (string | undefined)[], lists: readonly number[]): number | undefined {
  const at = lists.length;
  if (at > 0 && classes[at - 1] === undefined && lists[at - 1] === 0) return 1;
  return at + 1 < classes.length && classes[at + 1] === undefined ? 0 : undefined;
}

/** A 类 goes on in its list; another one begins in a list whose last 类 is at its end. */
function listOfCode(
  classes: readonly (string | undefined)[],
  lists: readonly number[],
  open: readonly (string | undefined)[],
  over: readonly boolean[],
): number | undefined {
  const at = lists.length;
  const known = open.indexOf(classes[at]);
  if (known !== -1) return known;
  const rest = classes.slice(at);
  const free = [0, 1].filter((list) => !over[list] && !rest.includes(open[list]));
  const [first, second] = free;
  if (second === undefined) return first;
  // With both at their end in one row, the next one begins both again.
  const isBoth = lists[at - 1] === 0 || classes[at + 1] !== classes[at];
  return isBoth ? 1 - (lists[at - 1] ?? 1) : undefined;
}

function classOf({ codes: [first] }: Entry): string | undefined {
  return first?.text.trim().slice(0, CLASS);
}
