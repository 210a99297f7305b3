import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from './amount.ts';
import { figuresOf } from './cells.ts';
import {
  holds,
  type ListedSum,
  printedIn,
  type SumDocument,
  type SumKind,
  sumDocument,
  type Term,
} from './listedSum.ts';

/** The sums of a sample, as test/truth/sums-README.md describes them. Lines and cells are counted from 1. */
export interface SumsFile {
  readonly about: string;
  readonly tables: readonly TableSums[];
  readonly between: readonly { readonly rule: string; readonly sums: readonly string[] }[];
  readonly known: readonly KnownFault[];
}

interface TableSums {
  readonly title: string;
  /** Rows by 科目编码 or 单位编码. */
  readonly coded?: boolean;
  /** The whole table stands on one line, and its amounts are numbered by the figures of that line. */
  readonly flattened?: boolean;
  readonly amounts: readonly { readonly lines: string; readonly cells: string }[];
  readonly down?: readonly Rule[];
  readonly across?: readonly Rule[];
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
}

interface Rule {
  readonly in: string;
  readonly sums: readonly string[];
}

/**
 * A fault of the document itself, and the sums it breaks: kind and total, and the addends where one total has several
 * sums (`row 257..274.3 = 15`).
 */
export interface KnownFault {
  readonly sums: readonly string[];
  readonly why: string;
}

/** A document with the sums that somebody wrote down from it by hand. */
export interface ListedDocument extends SumDocument {
  readonly file: SumsFile;
  /** Sums as written that became none: of figures that are not there. */
  readonly idle: readonly string[];
}

/** The list of sums in test/truth of a seed, by its short name: `guiyang-2022`. */
export function readSums(seed: string): SumsFile {
  const path = join(import.meta.dirname, '../../truth', `sums-${seed}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as SumsFile;
}

/** Finds the figures of a text and the sums that a list states of them. The text may be the sample or its raw file. */
export function listedDocument(name: string, text: string, file: SumsFile): ListedDocument {
  const places = new Map<string, number>();
  const cells = listedCells(text.split('\n'), file, places);
  const idle: string[] = [];
  const sums = [...written(file)].flatMap(({ kind, words, at }) => {
    const found = expand(kind, words, at, places);
    if (found.length === 0) idle.push(`${kind} ${words}`);
    return found;
  });
  return { ...sumDocument(name, text, cells, sums), file, idle };
}

/**
 * Whether a sum is one that the document as it was published breaks, or holds by chance alone, as where a column
 * slid.
 */
export function isKnown(file: SumsFile, sum: ListedSum): boolean {
  return file.known.some((fault) => isOf(fault, sum));
}

/** Whether a known fault means a sum. */
export function isOf(fault: KnownFault, sum: ListedSum): boolean {
  return fault.sums.some((words) => {
    const [, kind, place = '', rest = ' ='] = /^(\w+) (\S+)( = .+)?$/.exec(words) ?? [];
    if (sum.kind !== kind) return false;
    return addresses(place).some(({ key }) => sum.words.startsWith(`${key}${rest}`));
  });
}

/** The document with the sums that count: those that hold in it, and not by chance. */
export function measurable(document: ListedDocument): SumDocument {
  const { name, text, cells, sums, file } = document;
  const values = printedIn(document);
  const sound = sums.filter((sum) => holds(sum, values) && !isKnown(file, sum));
  return sumDocument(name, text, cells, sound);
}

function listedCells(lines: readonly string[], file: SumsFile, places: Map<string, number>): Cell[] {
  const cells: Cell[] = [];
  for (const { title, amounts, flattened: isFlattened = false } of file.tables) {
    for (const region of amounts) {
      for (const line of numbers(region.lines)) {
        const text = lines[line - 1]?.replace(/\r$/, '') ?? '';
        const figures = figuresOf(text, line - 1, isFlattened ? 'figures' : 'cells');
        for (const cell of numbers(region.cells)) {
          const figure = figures.get(cell);
          if (figure === undefined || places.has(`${line}.${cell}`)) continue;
          places.set(`${line}.${cell}`, cells.length);
          cells.push({ ...figure, table: title, column: `${title} ${cell}`, row: line, isFlattened });
        }
      }
    }
  }
  return cells;
}

interface Written {
  readonly kind: SumKind;
  readonly words: string;
  /** Makes a full address, `line.cell`, of what is written. */
  readonly at: (reference: string) => string;
}

const asWritten = (reference: string) => reference;

function* written({ tables, between }: SumsFile): Generator<Written> {
  for (const { down = [], across = [], rows = [], columns = [] } of tables) {
    for (const rule of across)
      for (const line of numbers(rule.in))
        for (const words of rule.sums) yield { kind: 'row', words, at: (cell) => `${line}.${cell}` };
    for (const rule of down)
      for (const column of numbers(rule.in))
        for (const words of rule.sums) yield { kind: 'column', words, at: (line) => inColumn(line, column) };
    for (const words of rows) yield { kind: 'row', words, at: asWritten };
    for (const words of columns) yield { kind: 'column', words, at: asWritten };
  }
  for (const { sums } of between) for (const words of sums) yield { kind: 'between', words, at: asWritten };
}

/** `72[-1]` is the cell one left of the column. */
function inColumn(reference: string, column: number): string {
  const [line = '', offset = '0'] = reference.split(/[[\]]/);
  return `${line}.${column + Number(offset)}`;
}

/** The sums that one written line states: one, or one a pair of cells where two ranges are the same (`==`). */
function expand(
  kind: SumKind,
  words: string,
  at: (reference: string) => string,
  places: ReadonlyMap<string, number>,
): ListedSum[] {
  const [left = '', right = ''] = words.split(/==?/).map((side) => side.trim());
  const totals = termsAt(left, at);
  const addends = right.split('+').flatMap((reference) => termsAt(reference.trim(), at));
  const pairs = words.includes('==')
    ? totals.map((total, index) => ({ total, addends: addends.slice(index, index + 1) }))
    : totals.slice(0, 1).map((total) => ({ total, addends }));
  return pairs.flatMap((pair) => {
    const total = termOf(pair.total, places);
    const found = pair.addends.flatMap((addend) => termOf(addend, places) ?? []);
    if (total === undefined || found.length === 0) return [];
    return [{ kind, total, addends: found, words: `${pair.total.key} = ${right}` }];
  });
}

interface Reference {
  readonly key: string;
  readonly factor: bigint;
}

function termsAt(reference: string, at: (reference: string) => string): Reference[] {
  const [last = '', factor = '1'] = reference.split('*').reverse();
  return addresses(at(last)).map(({ key }) => ({ key, factor: BigInt(factor) }));
}

function termOf({ key, factor }: Reference, places: ReadonlyMap<string, number>): Term | undefined {
  const cell = places.get(key);
  return cell === undefined ? undefined : { cell, factor };
}

/** `5..13.2` are cell 2 of the lines 5 to 13, `228.5..7` the figures 5 to 7 of line 228. */
function addresses(written: string): { readonly key: string }[] {
  const match = /^(\d+(?:\.\.\d+)?)\.(\d+(?:\.\.\d+)?)$/.exec(written);
  if (match === null) throw new Error(`no address: ${written}`);
  const [, lines = '', cells = ''] = match;
  return numbers(lines).flatMap((line) => numbers(cells).map((cell) => ({ key: `${line}.${cell}` })));
}

/** `3, 5..7` are 3, 5, 6 and 7. */
function numbers(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [first = '', last = first] = part.trim().split('..');
    const [from, to] = [Number(first), Number(last)];
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) throw new Error(`no numbers: ${list}`);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
