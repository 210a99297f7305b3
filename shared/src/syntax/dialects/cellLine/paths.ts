import { isPageMark } from '../../../text/pageMark.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { isFigure, isWords } from './kinds.ts';
import type { Cells, Shape } from './shape.ts';
import { mayGoOn } from './torn.ts';

/** The cells of one column in a row: one, or those over which a name goes. */
export interface Taken {
  readonly column: number;
  readonly cells: readonly number[];
}

/** A row on the way through the cells. */
export interface PathRow {
  /** Index of its first cell. */
  readonly first: number;
  readonly taken: readonly Taken[];
  /** Whether every way with as few disturbances reads this row so. */
  readonly isOnly: boolean;
  /** Whether it lacks cells, and nothing tells which. */
  readonly isShort: boolean;
}

/** The way of fewest disturbances. */
export interface Path {
  readonly rows: readonly PathRow[];
  readonly types: Types;
  readonly disturbances: number;
  /** Behind the last figure of the last row that has one. */
  readonly end: number;
}

/** What is known of cells that are to fall into rows. */
export interface Body {
  readonly cells: Cells;
  /** Index of the first cell of the first row. */
  readonly start: number;
  readonly types: Types;
  /** Whether rows may have blank cells: where these left no lines, each row has all its cells. */
  readonly hasBlanks: boolean;
  /** Whether more cells follow the last one that is known. */
  readonly isCut: boolean;
  /** Words that are no rest of a name. */
  readonly wholes: ReadonlySet<string>;
}

type Types = Shape['types'];

/** A step of a way: a row, or what stands between two rows. */
interface Step {
  readonly from: State;
  readonly row?: Row;
}

interface Row {
  readonly first: number;
  readonly end: number;
  readonly taken: readonly Taken[];
  readonly types: Types;
  readonly cost: number;
  readonly isShort?: true;
}

/** A place between two rows that ways lead to, and the last steps of the best of them. */
interface State {
  readonly at: number;
  readonly types: Types;
  cost: number;
  /** Behind the last figure so far. */
  figures: number;
  steps: Step[];
}

/** So many rows may begin with one cell; of more of them nobody can tell which is meant. */
const MAX_ROWS = 32;
/** So many ways to one place are followed. */
const MAX_WAYS = 16;
/** Over so many lines a name goes at most. */
const MAX_LINES = 4;
/** What a first row that lacks cells is less likely than a name over two lines. */
const SHORT_ROW = 2;
/** What a row of blank cells is less likely than the end of a page. */
const BLANK_ROW = 2;

/**
 * The one way with the fewest disturbances in which cells from `start` on fall into rows of so many columns, if blank
 * lines and numbers of pages may stand between rows, and names may go over two lines. Undefined where there is none.
 */
export function fewestDisturbed(body: Body): Path | undefined {
  const { cells, start, types } = body;
  const states = new Map<number, Map<string, State>>();
  const origin: State = { at: start, types, cost: 0, figures: start, steps: [] };
  states.set(start, new Map([[keyOf(types), origin]]));
  let best: State[] = [];
  for (let at = start; at < cells.count + types.length; at++) {
    const here = states.get(at);
    if (!here) continue;
    states.delete(at);
    for (const state of [...here.values()].sort((one, other) => one.cost - other.cost).slice(0, MAX_WAYS)) {
      best = better(best, state);
      if (at >= cells.count) continue;
      for (const row of rowsAt(body, state))
        reach(states, row.end, row.types, state.cost + row.cost, figuresEnd(cells, row) ?? state.figures, {
          from: state,
          row,
        });
      for (const length of gapsAt(cells, at))
        reach(states, at + length, state.types, state.cost + 1, state.figures, { from: state });
    }
  }
  return pathTo(cells, best);
}

/** The states with most figures behind them, and of these the cheapest. */
function better(best: readonly State[], state: State): State[] {
  const [one] = best;
  if (!one || state.figures > one.figures || (state.figures === one.figures && state.cost < one.cost))
    return [state];
  return state.figures === one.figures && state.cost === one.cost ? [...best, state] : [...best];
}

function reach(
  states: Map<number, Map<string, State>>,
  at: number,
  types: Types,
  cost: number,
  figures: number,
  step: Step,
): void {
  const ways = states.get(at) ?? new Map<string, State>();
  states.set(at, ways);
  const key = keyOf(types);
  const state = ways.get(key);
  if (!state || state.cost > cost) ways.set(key, { at, types, cost, figures, steps: [step] });
  else if (state.cost === cost) {
    state.steps.push(step);
    state.figures = Math.max(state.figures, figures);
  }
}

function keyOf(types: Types): string {
  return types.map((type) => type?.[0] ?? '.').join('');
}

function figuresEnd(cells: Cells, { taken }: Row): number | undefined {
  const last = taken.findLast(({ cells: [first = 0] }) => isFigure(cells.kind(first)));
  return last ? (last.cells[0] ?? 0) + 1 : undefined;
}

/** How many cells between two rows are the end of a page: a blank one, or the number of the page between blank ones. */
function gapsAt(cells: Cells, at: number): number[] {
  if (cells.kind(at) !== 'blank') return [];
  return isLikePageNumber(cells, at + 1) ? [1, 3] : [1];
}

/** All rows that may begin with a cell. */
function rowsAt(body: Body, { at, types }: State): Row[] {
  const { cells } = body;
  const rows: Row[] = [];
  const goOn = (column: number, next: number, taken: readonly Taken[], wrapped: number): void => {
    if (rows.length === MAX_ROWS) return;
    if (column === types.length) {
      const row = rowOf(body, types, { first: at, end: next, taken, cost: wrapped });
      if (row) rows.push(row);
      return;
    }
    if (!mayHold(body, types, column, next)) return;
    for (const length of lengthsAt(body, types, column, next)) {
      const own = Array.from({ length }, (_, index) => next + index);
      goOn(column + 1, next + length, [...taken, { column, cells: own }], wrapped + (length > 1 ? 1 : 0));
    }
  };
  goOn(0, at, [], 0);
  const short = shortTotal(body, at, types);
  if (short) rows.push(short);
  return at === body.start && !body.hasBlanks ? [...rows, ...shortFirst(cells, at, types)] : rows;
}

/**
 * The first row where it is the total of those below and came without the blank cells of what these are about: the name of
 * the organ, perhaps behind its code, and figures.
 */
function shortFirst(cells: Cells, at: number, types: Types): Row[] {
  let figures = isFigure(cells.kind(at)) ? at + 1 : at;
  while (isWords(cells.kind(figures))) figures++;
  let end = figures;
  while (isFigure(cells.kind(end))) end++;
  const isNamed = figures > at && isWords(cells.kind(figures - 1));
  // Behind its figures the code of the next row may stand.
  return [end - 1, end].flatMap((last): Row | [] => {
    const length = last - at;
    if (!isNamed || last - figures < 2 || length >= types.length) return [];
    const taken = Array.from({ length }, (_, column): Taken => ({ column, cells: [at + column] }));
    return { first: at, end: last, taken, types, cost: SHORT_ROW, isShort: true };
  });
}

function mayHold(body: Body, types: Types, column: number, index: number): boolean {
  const { cells, hasBlanks, isCut } = body;
  const kind = cells.kind(index);
  const type = types[column];
  // Words behind the last figure are not among the cells.
  if (kind === 'blank' || kind === undefined)
    return hasBlanks || (index >= cells.count && (isCut || type === 'words'));
  if (kind === 'index') return false;
  if (kind === 'stray') return type === 'figure';
  if (kind === 'total' && column < labelOf(types)) return true;
  return type === undefined || (type === 'figure') === isFigure(kind);
}

/** The first column of words; behind the last where none is known. */
function labelOf(types: Types): number {
  const label = types.indexOf('words');
  return label === -1 ? types.length : label;
}

/** Over how many cells a name may go that begins with one. */
function lengthsAt(
  { cells, hasBlanks, wholes }: Body,
  types: Types,
  column: number,
  index: number,
): number[] {
  if (types[column] === 'figure' || cells.kind(index) !== 'words') return [1];
  const run = wordsFrom(cells, index, wholes);
  // Of names that stand beside each other nobody can tell which goes over lines, but in front of one that is whole.
  const isLast = !isWords(cells.kind(index + run)) || wholes.has(compact(cells.text(index + run)));
  if (run > 1) return isLast && areRests(cells, index, run) ? [1, run] : [1];
  if (cells.kind(index + 1) !== 'blank') return [1];
  // A blank line between the halves is one of the name only where a code shows that the row began, or others are cells.
  if (!hasBlanks && (types[column - 1] !== 'figure' || !isFigure(cells.kind(index - 1)))) return [1];
  return !isWords(cells.kind(index + 3)) && isRest(cells, index, index + 2) ? [1, 3] : [1];
}

/** How many cells of words follow each other that may be one name, no more than a name goes over. */
function wordsFrom(cells: Cells, index: number, wholes: ReadonlySet<string>): number {
  if (wholes.has(compact(cells.text(index)))) return 1;
  let run = 1;
  while (
    run < MAX_LINES &&
    cells.kind(index + run) === 'words' &&
    !wholes.has(compact(cells.text(index + run)))
  )
    run++;
  return run;
}

/**
 * The words in front of figures or blank cells that cannot be the rest of the name above them somewhere: they name a body, of
 * which others may have projects as well.
 */
export function wholesOf(cells: Cells): ReadonlySet<string> {
  const wholes = new Set<string>();
  let before: string[] = [];
  for (let index = 0; index < cells.count; index++) {
    const kind = cells.kind(index);
    const name = kind === 'words' ? compact(cells.text(index)) : '';
    const isEnd = name !== '' && !isWords(cells.kind(index + 1));
    if (isEnd && before.length > 0 && !before.some((open) => mayGoOn(name, open))) wholes.add(name);
    before = name === '' ? [] : [...before, name];
  }
  return wholes;
}

function compact(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '');
}

/** Whether all cells behind one may be further lines of its name. */
function areRests(cells: Cells, index: number, run: number): boolean {
  return Array.from({ length: run - 1 }, (_, at) => index + 1 + at).every((at) => isRest(cells, index, at));
}

function isRest(cells: Cells, index: number, next: number): boolean {
  if (cells.kind(next) !== 'words') return false;
  const [open, name] = [index, next].map((each) => compact(cells.text(each)));
  return mayGoOn(name ?? '', open ?? '');
}

/** The row with what it shows of its columns; undefined where it names nothing. */
function rowOf({ cells, isCut }: Body, types: Types, row: Omit<Row, 'types'>): Row | undefined {
  const next = [...types];
  const label = labelOf(types);
  let isNamed = false;
  let isFilled = false;
  let cost = row.cost;
  // Whether the list that a column is of has its name, where several stand abreast.
  let isListNamed = false;
  for (const { column, cells: own } of row.taken) {
    if (column > label && types[column] === 'words' && types[column - 1] === 'figure') isListNamed = false;
    const kind = cells.kind(own[0] ?? 0);
    if (kind === 'blank' || kind === undefined) continue;
    isFilled = true;
    if (isWords(kind)) isNamed = isListNamed = true;
    else if (column > label && !isListNamed) cost++;
    if (kind === 'stray' || isLikePageNumber(cells, own[0] ?? 0)) cost++;
    if (kind !== 'total' && kind !== 'stray') next[column] ??= isFigure(kind) ? 'figure' : 'words';
  }
  if (!isFilled) return { ...row, types, cost: BLANK_ROW };
  return isNamed || (isCut && row.end > cells.count) ? { ...row, types: next, cost } : undefined;
}

/** Whether a cell may as well be the number of a page, between blank lines. */
export function isLikePageNumber(cells: Cells, index: number): boolean {
  if (cells.kind(index - 1) !== 'blank' || cells.kind(index + 1) !== 'blank') return false;
  return isPageMark(toHalfWidth(cells.text(index)).replaceAll(/\s/g, ''));
}

/** A total that came without the blank cells in front of its word: that of the names and those of figures, each filled. */
function shortTotal({ cells, isCut }: Body, at: number, types: Types): Row | undefined {
  const label = types.indexOf('words');
  if (label <= 0 || cells.kind(at) !== 'total') return undefined;
  const figures = [...types.keys()].filter((column) => column > label && types[column] === 'figure');
  const isFigureAt = (index: number): boolean =>
    isFigure(cells.kind(index)) || (isCut && index >= cells.count);
  if (!figures.every((_, index) => isFigureAt(at + 1 + index))) return undefined;
  const taken = [label, ...figures].map((column, index): Taken => ({ column, cells: [at + index] }));
  return { first: at, end: at + taken.length, taken, types, cost: 1 };
}

/** The rows on the ways to the best states, and which of them are the same on all ways. */
function pathTo(cells: Cells, best: readonly State[]): Path | undefined {
  const [one] = best;
  if (!one || one.steps.length === 0) return undefined;
  const places = placesOn(cells, best);
  const rows: PathRow[] = [];
  for (let state = one, step = one.steps[0]; step; state = step.from, step = state.steps[0]) {
    if (!step.row) continue;
    const { first, taken } = step.row;
    const isOnly = taken.every((each) => each.cells.every((cell) => (places.get(cell)?.size ?? 0) < 2));
    rows.unshift({ first, taken, isOnly, isShort: step.row.isShort === true });
  }
  return { rows, types: one.types, disturbances: one.cost, end: one.figures };
}

/** For each filled cell its places on all ways to some states: the column, and the first cells of its name and its row. */
function placesOn(cells: Cells, best: readonly State[]): Map<number, Set<string>> {
  const places = new Map<number, Set<string>>();
  const isFilled = (cell: number): boolean => cells.kind(cell) !== 'blank';
  const seen = new Set<State>(best);
  for (const state of seen)
    for (const { from, row } of state.steps) {
      seen.add(from);
      const first = row?.taken.flatMap((each) => each.cells).find(isFilled);
      for (const { column, cells: own } of row?.taken ?? [])
        for (const cell of own.filter(isFilled)) {
          const known = places.get(cell) ?? new Set();
          places.set(cell, known.add(`${column} ${own.find(isFilled)} ${first}`));
        }
    }
  return places;
}
